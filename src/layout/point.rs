//! A place in the reader that holds at any width: which part of a paragraph's block, and how far in it. Lines are
//! counted anew at each width; what they say is not. No drawing here, and no state.

use super::line::Line;
use super::reader::Block;
use super::runs::TextRows;
use crate::model::ParagraphIndex;

/// A part of a paragraph's block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The headings above its text or after the last one, by their order.
    Heading(usize),
    /// What stands in the place of a picture.
    Picture,
    Text,
    Footnotes,
    /// What the document says of recommendations here.
    Facts,
    /// What other sides say of the paragraph's mark.
    Others,
    Note(usize),
    Draft(usize),
    /// The empty line after everything.
    End,
    /// The first line, whatever it is.
    Start,
}

/// A place in the reader: a paragraph, a part of its block, and what of the part stands before it: bytes of a
/// paragraph's stored text, of every other part characters that are not white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Position of the paragraph in the document.
    pub paragraph: ParagraphIndex,
    part: Part,
    before: usize,
}

impl Point {
    /// Where the block of the paragraph at a position begins.
    #[must_use]
    pub fn first(paragraph: ParagraphIndex) -> Self {
        Self { paragraph, part: Part::Start, before: 0 }
    }

    /// The same in the block of the paragraph at another position.
    #[must_use]
    pub fn moved(self, paragraph: ParagraphIndex) -> Self {
        Self { paragraph, ..self }
    }
}

impl Block {
    /// What stands at a line of the block of the paragraph at a position.
    #[must_use]
    pub fn point(&self, paragraph: ParagraphIndex, line: usize) -> Point {
        let (part, before) = parts(self).get(line).copied().unwrap_or((Part::End, 0));
        Point { paragraph, part, before }
    }

    /// The line that shows what stands at a point; the last one if nothing of it is left.
    #[must_use]
    pub fn line_at(&self, point: &Point) -> usize {
        if point.part == Part::Start {
            return 0;
        }
        let parts = parts(self);
        let reached = |(part, before): &(Part, usize)| *part == point.part && *before <= point.before;
        let same = |(part, _): &(Part, usize)| *part == point.part;
        let line = parts.iter().rposition(reached).or_else(|| parts.iter().position(same));
        // Rows with cells beside each other begin at the same byte: all of them are meant.
        let text =
            |line: usize| point.part == Part::Text && matches!(self.lines.get(line), Some(Line::Text(_)));
        let goes_on = |line: &usize| text(*line) && text(line - 1) && parts.get(line - 1) == parts.get(*line);
        let line = line.map(|line| (1..=line).rev().find(|line| !goes_on(line)).unwrap_or(0));
        line.unwrap_or_else(|| parts.len().saturating_sub(1))
    }

    /// The first line of the paragraph's own text.
    #[must_use]
    pub fn first_text(&self) -> usize {
        self.lines.iter().position(|line| *line == Line::Text(0)).unwrap_or(0)
    }
}

fn ink(words: &str) -> usize {
    words.chars().filter(|c| !c.is_whitespace()).count()
}

/// For each line its part and what of the part stands before it. An empty line stands where the next one does.
fn parts(block: &Block) -> Vec<(Part, usize)> {
    let mut parts: Vec<(Part, usize)> = Vec::with_capacity(block.lines.len());
    let (mut here, mut before, mut headings) = (Part::End, 0, 0);
    let mut blanks = 0;
    for line in &block.lines {
        let Some((part, length)) = part_of(line, &block.text, headings) else {
            blanks += 1;
            headings += usize::from(matches!(here, Part::Heading(_)));
            here = Part::End;
            continue;
        };
        if part != here {
            (here, before) = (part, 0);
        }
        let (start, length) = match length {
            Length::Ink(length) => (before, length),
            Length::From(start) => (start, 0),
        };
        parts.extend(std::iter::repeat_n((part, start), blanks + 1));
        blanks = 0;
        before = start + length;
    }
    parts.extend(std::iter::repeat_n((Part::End, 0), blanks));
    parts
}

/// How long a line is, or where it begins.
enum Length {
    Ink(usize),
    From(usize),
}

/// The part of a line; `None` of an empty one.
fn part_of(line: &Line, text: &TextRows, headings: usize) -> Option<(Part, Length)> {
    Some(match line {
        Line::Blank => return None,
        Line::Heading { text, .. } | Line::HeadingFootnote { text, .. } => {
            (Part::Heading(headings), Length::Ink(ink(text)))
        }
        Line::Picture(words) => (Part::Picture, Length::Ink(ink(words))),
        Line::Text(row) => {
            let start = text.rows.get(*row).map_or(0, |row| row.source.start);
            (Part::Text, Length::From(start))
        }
        Line::Footnote(_, words) => (Part::Footnotes, Length::Ink(ink(words))),
        Line::Facts(words) => (Part::Facts, Length::Ink(ink(words))),
        Line::MarkOther(words) => (Part::Others, Length::Ink(ink(words))),
        // A head counts as one, or the first row of the note would stand where its head does.
        Line::NoteHead(note) => (Part::Note(*note), Length::Ink(1)),
        Line::NoteQuote(note, words)
        | Line::NoteBody(note, words)
        | Line::NoteOther(note, words)
        | Line::NoteOtherText(note, words) => (Part::Note(*note), Length::Ink(ink(words))),
        Line::DraftHead(draft) => (Part::Draft(*draft), Length::Ink(1)),
        Line::DraftBody(draft, words) => (Part::Draft(*draft), Length::Ink(ink(words))),
    })
}
