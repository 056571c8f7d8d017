//! Rows of a paragraph as they are drawn: runs of its text, and of words that are no part of it. The maps between what
//! is drawn and the stored text, in which anchors, hits and selections count, stand here and nowhere else.

use std::ops::Range;

use crate::model::EmphasisStyle;
use crate::text::{self, Ambiguous, Shown};

/// The words of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunText {
    /// Bytes of the safe text: [`TextRows::text`].
    Stored(Range<usize>),
    /// Words that are not in the stored text, safe to draw.
    Added(String),
}

/// What a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RunRole {
    /// Words of the text.
    #[default]
    Words,
    /// A number or a label in the margin, or above where it does not fit: `18.`, `(a)`.
    Label,
    /// The mark of a footnote.
    Mark,
    /// What says of which column of a table the words after it are.
    Head,
    /// A line between rows of a table.
    Rule,
}

/// How letters of a run stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Emphases(u8);

impl Emphases {
    /// These, and one more.
    #[must_use]
    pub const fn and(self, style: EmphasisStyle) -> Self {
        Self(self.0 | 1 << style as u8)
    }

    /// Whether this is one of them.
    #[must_use]
    pub const fn has(self, style: EmphasisStyle) -> bool {
        self.0 & 1 << style as u8 != 0
    }
}

/// A stretch of a row that looks the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRun {
    /// The column at which it begins, from the left edge of the reader.
    pub column: usize,
    /// Its words.
    pub text: RunText,
    /// What it is.
    pub role: RunRole,
    /// How it stands out.
    pub emphasis: Emphases,
}

/// A row of a paragraph's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRow {
    /// Bytes of the stored text that the row stands for, its swallowed space included: rows leave no gap. Of rows that
    /// show cells beside each other the last has those of all; what stands where is known by the runs.
    pub source: Range<usize>,
    /// From left to right.
    pub runs: Vec<TextRun>,
}

/// A paragraph set in rows.
#[derive(Debug, Clone)]
pub struct TextRows {
    /// The safe text that [`RunText::Stored`] counts in.
    pub text: Shown<'static>,
    /// The rows in order.
    pub rows: Vec<TextRow>,
}

impl TextRow {
    /// The stretches of the safe text that it draws.
    fn stored(&self) -> impl DoubleEndedIterator<Item = (usize, &Range<usize>)> {
        self.runs.iter().filter_map(|run| match &run.text {
            RunText::Stored(range) => Some((run.column, range)),
            RunText::Added(_) => None,
        })
    }
}

impl TextRows {
    /// The words of a run, safe to draw.
    #[must_use]
    pub fn words<'a>(&'a self, run: &'a TextRun) -> &'a str {
        match &run.text {
            RunText::Stored(range) => self.stored(range),
            RunText::Added(words) => words,
        }
    }

    fn stored(&self, range: &Range<usize>) -> &str {
        self.text.as_str().get(range.clone()).unwrap_or_default()
    }

    /// The row that shows a byte of the stored text.
    #[must_use]
    pub fn row_of(&self, byte: usize) -> usize {
        let after = self.rows.partition_point(|row| row.source.start <= byte);
        let last = after.saturating_sub(1);
        let Some(start) = self.rows.get(last).map(|row| row.source.start) else { return 0 };
        let first = self.rows.partition_point(|row| row.source.start < start);
        if first == last {
            return last;
        }
        // Rows that stand for the same bytes: cells beside each other.
        let shown = self.shown(byte);
        let reach = |row: &usize| {
            let stored = self.rows.get(*row).into_iter().flat_map(TextRow::stored);
            stored.map(|(_, range)| range.start).filter(|start| *start <= shown).max()
        };
        (first..=last).filter_map(|row| Some((reach(&row)?, row))).max().map_or(last, |(_, row)| row)
    }

    /// The column at which a byte of the stored text is drawn on its row.
    #[must_use]
    pub fn column_of(&self, byte: usize, ambiguous: Ambiguous) -> usize {
        let Some(row) = self.rows.get(self.row_of(byte)) else { return 0 };
        let shown = self.shown(byte);
        let Some((column, range)) = row.stored().rfind(|(_, range)| range.start <= shown) else {
            return row.stored().next().map_or(0, |(column, _)| column);
        };
        let before = self.stored(&(range.start..shown.min(range.end)));
        column + text::width(before, ambiguous)
    }

    /// The byte of the stored text that is drawn at a column of a row, or nearest to it on its left, or the first of the
    /// row; none if the row shows nothing of it.
    #[must_use]
    pub fn byte_at(&self, row: usize, column: usize, ambiguous: Ambiguous) -> Option<usize> {
        let row = self.rows.get(row)?;
        let run = row.stored().rfind(|(start, _)| *start <= column).or_else(|| row.stored().next());
        let (start, range) = run?;
        let words = self.stored(range);
        let within = text::column_to_byte(words, column.saturating_sub(start), ambiguous);
        let within = if within >= words.len() { text::grapheme_before(words, words.len()) } else { within };
        let end = text::grapheme_after(words, within);
        Some(self.text.source_range(range.start + within..range.start + end).start)
    }

    /// A byte of the stored text in the safe one.
    fn shown(&self, byte: usize) -> usize {
        self.text.shown_range(byte..byte).start
    }
}
