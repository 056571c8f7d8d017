//! One line of the reader: which part of a paragraph's block it shows. How a block is made of lines is elsewhere.

/// One line of the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// An empty line, between the parts of a block and after the last.
    Blank,
    /// A row of a heading; `level` as in the document.
    Heading {
        /// The words.
        text: String,
        /// Its level.
        level: u8,
        /// Its place in the document.
        section: usize,
    },
    /// A row of a footnote on the heading above.
    HeadingFootnote {
        /// The words.
        text: String,
        /// The place of the heading in the document.
        section: usize,
        /// Its place among the heading's footnotes.
        which: usize,
    },
    /// That a picture stands here, which is not shown.
    Picture(String),
    /// A row of the text: an index into [`TextRows::rows`](super::TextRows::rows).
    Text(usize),
    /// A row of a footnote; its place among the paragraph's.
    Footnote(usize, String),
    /// The first line of a note; the note's place in [`ParagraphExtras::notes`](super::ParagraphExtras::notes).
    NoteHead(usize),
    /// A row of the passage it quotes.
    NoteQuote(usize, String),
    /// A row of its words.
    NoteBody(usize, String),
    /// A row of what the document says of a recommendation.
    Facts(String),
    /// A row of what another side says of the mark.
    MarkOther(String),
    /// A row of what another side says of a note.
    NoteOther(usize, String),
    /// A row of the words of another side.
    NoteOtherText(usize, String),
    /// A line that says that an interruption left a draft here; its place in
    /// [`ParagraphExtras::drafts`](super::ParagraphExtras::drafts).
    DraftHead(usize),
    /// A row of the draft.
    DraftBody(usize, String),
}

impl Line {
    /// The place among [`ParagraphExtras::notes`](super::ParagraphExtras::notes) of the note that it is a line of.
    #[must_use]
    pub const fn note(&self) -> Option<usize> {
        match self {
            Self::NoteHead(of)
            | Self::NoteQuote(of, _)
            | Self::NoteBody(of, _)
            | Self::NoteOther(of, _)
            | Self::NoteOtherText(of, _) => Some(*of),
            _ => None,
        }
    }

    /// The place in the document of the heading that it is a line of, its footnotes among them.
    pub(super) const fn heading(&self) -> Option<usize> {
        match self {
            Self::Heading { section, .. } | Self::HeadingFootnote { section, .. } => Some(*section),
            _ => None,
        }
    }
}

/// Columns before the sign of a note, in the reader.
pub const NOTE_SIGN: u16 = 4;
/// Columns before its words: the sign has two.
pub(super) const NOTE_INDENT: usize = NOTE_SIGN as usize + 2;
