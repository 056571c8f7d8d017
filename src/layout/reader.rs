//! The lines of one paragraph in the reader: headings that begin there, its text, footnotes, its notes.

use std::ops::Range;
use std::rc::Rc;

use super::heads;
use super::layouts::Layouts;
use super::line::{Line, NOTE_INDENT};
use super::marks::footnote_mark;
use super::runs::TextRows;
use crate::model::{Document, Note, NoteId, ParagraphIndex, Section};
use crate::text::Ambiguous;

/// Which note: by whom, and its id.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NoteRef {
    /// Reviewer.
    pub reviewer: String,
    /// Id.
    pub id: NoteId,
}

/// A note as the reader shows it.
#[derive(Debug, Clone, Copy)]
pub struct NoteView<'a> {
    /// By whom.
    pub reviewer: &'a str,
    /// The note.
    pub note: &'a Note,
}

impl NoteView<'_> {
    /// Which note it is.
    #[must_use]
    pub fn reference(&self) -> NoteRef {
        NoteRef { reviewer: self.reviewer.to_owned(), id: self.note.id.clone() }
    }
}

/// What stands around a paragraph's text.
#[derive(Debug, Default)]
pub struct ParagraphExtras<'a> {
    /// Notes below it, in order.
    pub notes: Vec<NoteView<'a>>,
    /// What other sides say of the paragraph's mark, in words.
    pub others: Vec<String>,
    /// What other sides say of each of the notes: in words, and their own text where it is one.
    pub note_others: Vec<Vec<(String, Option<&'a str>)>>,
    /// Text of drafts that an interruption left.
    pub drafts: Vec<&'a str>,
    /// What stands in the place of a picture, if the paragraph is one.
    pub picture: Option<String>,
    /// What the document says of recommendations here, in words.
    pub facts: Vec<String>,
}

impl ParagraphExtras<'_> {
    /// The lines of the notes, in a room of so many columns.
    #[must_use]
    pub fn note_lines(&self, layouts: &Layouts, columns: usize, ambiguous: Ambiguous) -> Vec<Line> {
        let wrap_by = |words: &str, indent: usize| {
            layouts.wrapped(words, columns.saturating_sub(NOTE_INDENT + indent), ambiguous)
        };
        let mut lines = Vec::new();
        for (which, view) in self.notes.iter().enumerate() {
            lines.push(Line::NoteHead(which));
            if let Some(quote) = view.note.quote() {
                let rows = wrap_by(&format!("“{quote}”"), 0);
                lines.extend(rows.iter().map(|row| Line::NoteQuote(which, row.clone())));
            }
            let rows = wrap_by(&view.note.body, 0);
            lines.extend(rows.iter().map(|row| Line::NoteBody(which, row.clone())));
            for (words, own) in self.note_others.get(which).into_iter().flatten() {
                let rows = wrap_by(words, 0);
                lines.extend(rows.iter().map(|row| Line::NoteOther(which, row.clone())));
                let rows = wrap_by(own.unwrap_or_default(), 3);
                lines.extend(rows.iter().map(|row| Line::NoteOtherText(which, row.clone())));
            }
        }
        lines
    }
}

/// The lines of one paragraph.
#[derive(Debug, Clone)]
pub struct Block {
    /// Its text.
    pub text: Rc<TextRows>,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl Block {
    /// Builds the lines of the paragraph at `at`; nothing is laid out that `layouts` remembers.
    #[must_use]
    pub fn of(
        document: &Document,
        at: ParagraphIndex,
        layouts: &Layouts,
        furniture: &ParagraphExtras<'_>,
        columns: usize,
        ambiguous: Ambiguous,
    ) -> Option<Self> {
        let paragraph = document.paragraph_at(at)?;
        let rows = layouts.rows(at, paragraph, columns, ambiguous);
        let mut lines = Vec::new();
        let headings = |sections| heads::lines(document, sections, layouts, columns, ambiguous);
        lines.extend(headings(heads::before(document, at)));
        if let Some(words) = &furniture.picture {
            lines.push(Line::Picture(words.clone()));
        }
        lines.extend((0..rows.rows.len()).map(Line::Text));
        let wrap = |words: &str| layouts.wrapped(words, columns.saturating_sub(NOTE_INDENT), ambiguous);
        for (which, footnote) in paragraph.footnotes.iter().enumerate() {
            let words = format!("{} {}", footnote_mark(&footnote.mark), footnote.text);
            lines.extend(wrap(&words).iter().map(|row| Line::Footnote(which, row.clone())));
        }
        for words in &furniture.facts {
            lines.extend(wrap(words).iter().map(|row| Line::Facts(row.clone())));
        }
        for words in &furniture.others {
            lines.extend(wrap(words).iter().map(|row| Line::MarkOther(row.clone())));
        }
        let mut of_headings = Vec::new();
        for line in furniture.note_lines(layouts, columns, ambiguous) {
            let section = line.note().and_then(|which| furniture.notes.get(which)).and_then(|view| {
                let is_on = |section: &Section| section.label() == view.note.paragraph;
                document.sections.iter().position(is_on)
            });
            if let Some(section) = section {
                of_headings.push((section, line));
                continue;
            }
            if matches!(line, Line::NoteHead(_)) {
                lines.push(Line::Blank);
            }
            lines.push(line);
        }
        for (which, body) in furniture.drafts.iter().enumerate() {
            lines.push(Line::Blank);
            lines.push(Line::DraftHead(which));
            lines.extend(wrap(body).iter().map(|row| Line::DraftBody(which, row.clone())));
        }
        lines.push(Line::Blank);
        lines.extend(headings(heads::after(document, at)));
        put_below_headings(&mut lines, of_headings);
        Some(Self { text: rows, lines })
    }

    /// The line that shows a byte of the stored text.
    #[must_use]
    pub fn line_of_byte(&self, byte: usize) -> usize {
        let row = self.text.row_of(byte);
        self.lines.iter().position(|line| *line == Line::Text(row)).unwrap_or(0)
    }

    /// The lines of the note at that place.
    #[must_use]
    pub fn lines_of_note(&self, which: usize) -> Range<usize> {
        let belongs = |line: &Line| line.note() == Some(which);
        let start = self.lines.iter().position(belongs).unwrap_or(0);
        let end = self.lines.iter().rposition(belongs).map_or(start, |last| last + 1);
        start..end
    }

    /// Bytes of the stored text that the lines in `visible` show; empty if they show none.
    #[must_use]
    pub fn text_in(&self, visible: Range<usize>) -> Range<usize> {
        let mut shown: Option<Range<usize>> = None;
        for line in self
            .lines
            .get(visible.start.min(self.lines.len())..visible.end.min(self.lines.len()))
            .unwrap_or(&[])
        {
            if let Line::Text(row) = line
                && let Some(row) = self.text.rows.get(*row)
            {
                let start = shown.as_ref().map_or(row.source.start, |s| s.start);
                shown = Some(start..row.source.end);
            }
        }
        shown.unwrap_or(0..0)
    }
}

/// Puts the lines of notes on headings below them, in their order; a heading without lines has them at the end.
fn put_below_headings(lines: &mut Vec<Line>, notes: Vec<(usize, Line)>) {
    // From the last to the first, so that what was put in does not move what is still to be put in.
    for (section, line) in notes.into_iter().rev() {
        let below = lines.iter().rposition(|line| line.heading() == Some(section));
        let below = below.map_or(lines.len(), |last| last + 1);
        let begins = matches!(line, Line::NoteHead(_));
        lines.insert(below, line);
        if begins {
            lines.insert(below, Line::Blank);
        }
    }
}
