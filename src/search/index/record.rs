//! The texts of a document that are searched, as they stand in it. Decides nothing about queries.

use crate::model::{
    Document, Footnote, Label, Masthead, Note, NoteId, NoteKind, Paragraph, ReviewStatus, Section, Speaker,
    Tag,
};

use crate::search::index::segment::BETWEEN;
use crate::search::query::dense::append_dense;
use crate::search::query::field::What;

/// A note as it is searched. Deleted notes are not handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteText<'a> {
    /// Its id, by which a hit names it.
    pub id: &'a NoteId,
    /// Whose note it is; found by name.
    pub reviewer: &'a str,
    /// The unit that it hangs on.
    pub paragraph: &'a Label,
    /// Its kind, which `kind:` asks for.
    pub kind: NoteKind,
    /// Its text, in which hits are marked.
    pub body: &'a str,
    /// Its tags; found as `#tag` also where the body does not have them.
    pub tags: Vec<Tag>,
}

impl<'a> NoteText<'a> {
    /// A note of a reviewer.
    #[must_use]
    pub fn of(reviewer: &'a str, note: &'a Note) -> Self {
        Self {
            id: &note.id,
            reviewer,
            paragraph: &note.paragraph,
            kind: note.kind,
            body: &note.body,
            tags: note.tags(),
        }
    }
}

/// What a reviewer has set on paragraphs of a document, as fields ask for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// Units with a status; the others are unreviewed.
    pub statuses: Vec<(Label, ReviewStatus)>,
    /// Paragraphs on which something is being written.
    pub drafts: Vec<Label>,
}

/// A record as it is matched.
#[derive(Debug, Clone, Copy)]
pub(in crate::search) struct RecordText<'a> {
    /// Its pieces, folded, [`BETWEEN`] between them: its own text, then what else leads to it.
    pub(in crate::search) pieces: &'a str,
    pub(in crate::search) what: What,
    /// The paragraph's number, for `^18`; empty for all else.
    pub(in crate::search) number: &'a str,
}

impl<'a> RecordText<'a> {
    pub(in crate::search) fn pieces(&self) -> impl Iterator<Item = (usize, &'a str)> + use<'a> {
        let mut rest = Some(self.pieces);
        let pieces = std::iter::from_fn(move || {
            let text = rest?;
            let end = memchr::memchr(BETWEEN as u8, text.as_bytes());
            rest = end.and_then(|end| text.get(end + 1..));
            text.get(..end.unwrap_or(text.len()))
        });
        pieces.enumerate()
    }

    /// Whether loose matches count in the piece: not in a note's labels.
    pub(in crate::search) fn is_loose(&self, piece: usize) -> bool {
        piece == 0 || self.what != What::Note
    }
}

/// The pieces of a paragraph: its text, then a line for each of its speakers, then the words of its footnotes.
pub(in crate::search) fn paragraph_pieces(document: &Document, paragraph: &Paragraph, out: &mut String) {
    append_dense(paragraph.text(), out);
    for speaker in document.speakers_of(paragraph) {
        out.push(BETWEEN);
        append_dense(&speaker_line(speaker), out);
    }
    footnote_pieces(&paragraph.footnotes, out);
}

/// The pieces of a heading: its words, then those of its footnotes.
pub(in crate::search) fn heading_pieces(section: &Section, out: &mut String) {
    append_dense(&section.heading(), out);
    footnote_pieces(&section.footnotes, out);
}

fn footnote_pieces(footnotes: &[Footnote], out: &mut String) {
    for footnote in footnotes {
        out.push(BETWEEN);
        append_dense(&footnote.text, out);
    }
}

/// The pieces of a note: its body, then labels: its tags and its reviewer.
pub(in crate::search) fn note_pieces(body: &str, tags: &[Tag], reviewer: &str, out: &mut String) {
    append_dense(body, out);
    for tag in tags {
        out.push(BETWEEN);
        append_dense(&format!("#{tag}"), out);
    }
    out.push(BETWEEN);
    append_dense(reviewer, out);
}

/// The text that is searched for a speaker, which marks of a speaker's hit count in:
/// `国际奥林匹克委员会 (IOC) · International Olympic Committee`.
#[must_use]
pub fn speaker_line(speaker: &Speaker) -> String {
    match &speaker.english {
        Some(english) if english != &speaker.name => format!("{} · {english}", speaker.full_name()),
        _ => speaker.full_name(),
    }
}

/// The text that is searched for the masthead, which marks of a masthead's hit count in:
/// symbols, organ, body, session, title, part, agenda item, Rapporteur and footnotes, with ` · ` between them.
#[must_use]
pub fn masthead_line(masthead: &Masthead) -> String {
    let named = [
        Some(&masthead.symbol.0),
        masthead.organ.as_ref(),
        masthead.body.as_ref(),
        masthead.session.as_ref(),
    ];
    let titles = [Some(&masthead.title), masthead.part.as_ref()];
    let further = [masthead.agenda_item.as_ref(), masthead.rapporteur.as_ref()];
    let parts: Vec<&str> = named
        .into_iter()
        .chain(titles)
        .chain(further)
        .flatten()
        .chain(masthead.further_symbols.iter().map(|symbol| &symbol.0))
        .chain(masthead.footnotes.iter().map(|footnote| &footnote.text))
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}
