//! Setting a paragraph in rows: its number and the labels of its sub-paragraphs in the margin, the marks of its
//! footnotes and what is emphasized in its words. Cells of a table are put beside each other in `table`.

use std::ops::Range;

use super::marks::{FootnoteMarks, whole};
use super::runs::{Emphases, RunRole, RunText, TextRow, TextRows, TextRun};
use crate::model::{EmphasisStyle, Paragraph, ParagraphForm, ParagraphPart};
use crate::text::{self, Ambiguous, Composed, Inserted, Shown};

/// The least columns of the margin in which numbers stand, and by how much a sub-paragraph stands in.
const STEP: usize = 4;

/// The number of a paragraph before its text: with a full stop, as it is printed, unless another sign ends it. Safe to
/// draw.
#[must_use]
pub fn printed_number(number: &str) -> String {
    let number = text::shown_line(number);
    let stop = number.as_str().ends_with(|c: char| c.is_numeric() || c.is_ascii_alphabetic());
    format!("{number}{}", if stop { "." } else { "" })
}

/// A paragraph that is being set.
pub(super) struct Setter<'a> {
    paragraph: &'a Paragraph,
    shown: &'a Shown<'static>,
    pub(super) columns: usize,
    pub(super) ambiguous: Ambiguous,
    marks: FootnoteMarks,
    /// What is emphasized, in bytes of the safe text.
    emphasis: Vec<(Range<usize>, EmphasisStyle)>,
    rows: Vec<TextRow>,
}

/// A row of words that are set by themselves: columns count from its beginning.
pub(super) struct SetRow {
    pub(super) runs: Vec<TextRun>,
    /// Bytes of the safe text that it draws.
    shown: Range<usize>,
}

/// A piece of a composed text: from its byte to where the next one begins.
struct Piece {
    at: usize,
    /// Where it is in the safe text; of words that were put in, where they stand.
    shown: usize,
    added: bool,
    role: RunRole,
    emphasis: Emphases,
}

/// How words are set.
#[derive(Clone, Copy, Default)]
pub(super) struct Look<'a> {
    pub(super) role: RunRole,
    pub(super) bold: bool,
    /// What is said before them: the head of their column.
    pub(super) head: Option<&'a str>,
}

impl TextRows {
    /// Sets a paragraph in rows of at most `columns`.
    #[must_use]
    pub fn set(paragraph: &Paragraph, columns: usize, ambiguous: Ambiguous) -> Self {
        let shown = text::shown(paragraph.text()).into_owned();
        let mut setter = Setter::of(paragraph, &shown, columns, ambiguous);
        let number = paragraph.number.as_deref().map(printed_number);
        let wide = number.as_deref().map_or(0, |number| text::width(number, ambiguous) + 1);
        let margin = if wide <= (columns / 3).max(STEP) { wide.max(STEP) } else { STEP };
        if let Some(number) = number {
            setter.label(&number, margin, None, 0);
        }
        for (at, part) in paragraph.parts().iter().enumerate() {
            match paragraph.form() {
                ParagraphForm::Table(table) => {
                    if !part.body.is_empty() {
                        let look = Look { bold: true, ..Look::default() };
                        setter.words(part, margin, look);
                    }
                    setter.table(table, paragraph.parts().get(1..).unwrap_or_default(), margin);
                    break;
                }
                ParagraphForm::Text | ParagraphForm::Image => setter.part(at, part, margin),
            }
        }
        let rows = setter.finish();
        Self { text: shown, rows }
    }
}

impl<'a> Setter<'a> {
    fn of(paragraph: &'a Paragraph, shown: &'a Shown<'static>, columns: usize, ambiguous: Ambiguous) -> Self {
        let footnotes = paragraph.footnotes.iter().filter_map(|footnote| {
            let place = footnote.place.clone()?;
            // Not between a label and its words, where it would be nobody's.
            let before = |part: &&ParagraphPart| (part.label.start..part.body.start).contains(&place.start);
            let part = paragraph.parts().iter().find(before).filter(|_| place.is_empty());
            Some((footnote.mark.as_str(), part.map_or(place, |part| part.body.start..part.body.start)))
        });
        let marks = FootnoteMarks::of(shown, footnotes);
        let emphasis = paragraph.emphasis.iter().map(|one| (whole(shown, &one.range), one.style)).collect();
        Self { paragraph, shown, columns, ambiguous, marks, emphasis, rows: Vec::new() }
    }

    /// A part of the paragraph with its label.
    fn part(&mut self, at: usize, part: &ParagraphPart, margin: usize) {
        let step = usize::from(part.level) * STEP;
        let indent =
            if margin + step + 10 <= self.columns { margin + step } else { margin.min(self.columns / 3) };
        if !part.label.is_empty() {
            let label = self.shown.shown_range(part.label.clone());
            let words = self.safe(&label).to_owned();
            self.label(&words, indent, Some(label), part.label.start);
        } else if at > 0 || self.paragraph.number.is_none() {
            self.rows.push(TextRow { source: part.body.start..part.body.start, runs: Vec::new() });
        }
        self.words(part, indent, Look::default());
    }

    /// A number or a label beside the words that begin at `indent`, on the row that they go on; on rows of its own where
    /// the margin has no room for it. `stored` are its bytes in the safe text, `source` is where it begins.
    fn label(&mut self, words: &str, indent: usize, stored: Option<Range<usize>>, source: usize) {
        let wide = text::width(words, self.ambiguous) + 1;
        let text_of = |range: Range<usize>| match &stored {
            Some(stored) => RunText::Stored(stored.start + range.start..stored.start + range.end),
            None => RunText::Added(words.get(range).unwrap_or_default().to_owned()),
        };
        let row = |column, range| {
            let run =
                TextRun { column, text: text_of(range), role: RunRole::Label, emphasis: Emphases::default() };
            TextRow { source: source..source, runs: vec![run] }
        };
        if wide <= indent {
            self.rows.push(row(indent - wide.max(STEP).min(indent), 0..words.len()));
            return;
        }
        let column = indent.saturating_sub(STEP);
        let rows = text::lay_out(words, self.columns.saturating_sub(column).max(2), self.ambiguous);
        self.rows.extend(rows.into_iter().map(|set| row(column, set.range)));
        self.rows.push(TextRow { source: source..source, runs: Vec::new() });
    }

    /// The words of a part, on from the row that was begun for its label.
    fn words(&mut self, part: &ParagraphPart, indent: usize, look: Look<'_>) {
        let body = self.shown.shown_range(part.body.clone());
        let laid = self.flow(body, self.columns.saturating_sub(indent), look);
        for (at, row) in laid.into_iter().enumerate() {
            let source = self.start_of(&row);
            let runs = row.runs.into_iter().map(|run| TextRun { column: run.column + indent, ..run });
            match self.rows.last_mut().filter(|_| at == 0) {
                Some(begun) => begun.runs.extend(runs),
                None => self.rows.push(TextRow { source: source..source, runs: runs.collect() }),
            }
        }
    }

    /// A row of which the stored bytes begin at `source`.
    pub(super) fn push(&mut self, source: usize, runs: Vec<TextRun>) {
        self.rows.push(TextRow { source: source..source, runs });
    }

    /// The byte of the stored text at which a row begins.
    pub(super) fn start_of(&self, row: &SetRow) -> usize {
        self.shown.source_range(row.shown.clone()).start
    }

    fn safe(&self, range: &Range<usize>) -> &str {
        self.shown.as_str().get(range.clone()).unwrap_or_default()
    }

    /// A stretch of the stored text.
    pub(super) fn stored(&self, range: &Range<usize>) -> &str {
        self.paragraph.text().get(range.clone()).unwrap_or_default()
    }

    /// Bytes of the stored text in the safe one.
    pub(super) fn shown(&self, stored: Range<usize>) -> Range<usize> {
        self.shown.shown_range(stored)
    }

    /// The columns of a stretch of the safe text in one row with its marks, and of its widest word.
    pub(super) fn need(&self, body: &Range<usize>) -> (usize, usize) {
        let words = self.safe(body);
        let marks = self.marks.inserted.iter().filter(|mark| body.contains(&mark.at) || mark.at == body.end);
        let marks: usize = marks.map(|mark| text::width(&mark.words, self.ambiguous)).sum();
        let word = |word: &str| text::width(word, self.ambiguous);
        (word(words) + marks, words.split_whitespace().map(word).max().unwrap_or(0) + marks)
    }

    /// Rows of a stretch of the safe text with its marks.
    pub(super) fn flow(&self, body: Range<usize>, columns: usize, look: Look<'_>) -> Vec<SetRow> {
        let columns = columns.max(2);
        let (inserted, held) = self.inside(&body, look.head);
        let words = self.safe(&body);
        let composed =
            (!inserted.is_empty() || !held.is_empty()).then(|| Composed::new(words, &inserted, &held));
        let laid = match &composed {
            Some(composed) => composed.lay_out(columns, self.ambiguous),
            None => text::lay_out(words, columns, self.ambiguous),
        };
        let pieces = self.pieces(&body, &inserted, &held, look);
        let text = composed.as_ref().map_or(words, Composed::as_str);
        laid.into_iter().map(|row| self.row(text, row.range, &pieces)).collect()
    }

    /// What is put into a stretch, and which of its bytes are marks.
    fn inside(&self, body: &Range<usize>, head: Option<&str>) -> (Vec<Inserted>, Vec<Range<usize>>) {
        let head = head.map(|head| Inserted { at: 0, words: head.to_owned(), flows: true });
        let marks = self.marks.inserted.iter().filter(|mark| body.start <= mark.at && mark.at <= body.end);
        let marks = marks.map(|mark| Inserted { at: mark.at - body.start, ..mark.clone() });
        let held = self.marks.held.iter().filter(|held| body.start <= held.start && held.end <= body.end);
        let held = held.map(|held| held.start - body.start..held.end - body.start);
        (head.into_iter().chain(marks).collect(), held.collect())
    }

    fn pieces(
        &self,
        body: &Range<usize>,
        inserted: &[Inserted],
        held: &[Range<usize>],
        look: Look<'_>,
    ) -> Vec<Piece> {
        let length = body.end - body.start;
        let emphasis = self.emphasis.iter().filter_map(|(range, style)| {
            let (start, end) = (range.start.max(body.start), range.end.min(body.end));
            (start < end).then(|| (start - body.start..end - body.start, *style))
        });
        let emphasis: Vec<_> = emphasis.collect();
        let ends = emphasis.iter().map(|(range, _)| range).chain(held).flat_map(|r| [r.start, r.end]);
        let mut cuts: Vec<usize> = ends.chain(inserted.iter().map(|i| i.at)).chain([0, length]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let plain =
            if look.bold { Emphases::default().and(EmphasisStyle::Bold) } else { Emphases::default() };
        let (mut pieces, mut at) = (Vec::new(), 0);
        let mut inserted = inserted.iter().peekable();
        for (which, cut) in cuts.iter().enumerate() {
            let shown = body.start + cut;
            while let Some(insert) = inserted.next_if(|insert| insert.at == *cut) {
                let role = if insert.flows { RunRole::Head } else { RunRole::Mark };
                pieces.push(Piece { at, shown, added: true, role, emphasis: Emphases::default() });
                at += insert.words.len();
            }
            let Some(next) = cuts.get(which + 1) else { break };
            let over = emphasis.iter().filter(|(range, _)| range.contains(cut));
            let emphasis = over.fold(plain, |all, (_, style)| all.and(*style));
            let is_mark = held.iter().any(|held| held.contains(cut));
            let role = if is_mark { RunRole::Mark } else { look.role };
            pieces.push(Piece { at, shown, added: false, role, emphasis });
            at += next - cut;
        }
        if pieces.is_empty() {
            let shown = body.start;
            pieces.push(Piece { at, shown, added: false, role: look.role, emphasis: plain });
        }
        pieces
    }

    /// A row of a composed text in runs.
    fn row(&self, text: &str, range: Range<usize>, pieces: &[Piece]) -> SetRow {
        let first = pieces.partition_point(|piece| piece.at <= range.start).saturating_sub(1);
        let (mut runs, mut column) = (Vec::new(), 0);
        let mut shown: Option<Range<usize>> = None;
        for (which, piece) in pieces.iter().enumerate().skip(first) {
            let end = pieces.get(which + 1).map_or(text.len(), |next| next.at).min(range.end);
            let start = piece.at.max(range.start);
            if piece.at > range.end || (start >= end && !runs.is_empty()) {
                break;
            }
            let words = text.get(start..end.max(start)).unwrap_or_default();
            let stands = if piece.added {
                piece.shown..piece.shown
            } else {
                piece.shown + (start - piece.at)..piece.shown + (end.max(start) - piece.at)
            };
            shown = Some(shown.map_or(stands.start, |shown: Range<usize>| shown.start)..stands.end);
            let text = if piece.added { RunText::Added(words.to_owned()) } else { RunText::Stored(stands) };
            runs.push(TextRun { column, text, role: piece.role, emphasis: piece.emphasis });
            if end == range.end {
                break;
            }
            column += text::width(words, self.ambiguous);
        }
        SetRow { runs, shown: shown.unwrap_or(0..0) }
    }

    /// The rows, of which each goes on where the one before ends.
    fn finish(self) -> Vec<TextRow> {
        let mut rows = self.rows;
        let mut end = self.paragraph.text().len();
        for row in rows.iter_mut().rev() {
            row.source.end = end.max(row.source.start);
            end = row.source.start;
        }
        if let Some(first) = rows.first_mut() {
            first.source.start = 0;
        }
        rows
    }
}

#[cfg(test)]
mod tests;
