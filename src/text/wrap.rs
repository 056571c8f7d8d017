//! Cutting a text into rows that fit a number of columns. The only line breaking of the program.
//!
//! ratatui's own `Paragraph::wrap` breaks Chinese punctuation rules and can panic (ratatui #2679): text is laid out
//! here once and drawn row by row. Widths come from `width`, break opportunities from `breaks`; no drawing here.

use std::ops::Range;

use super::breaks::{Strength, breaks};
use super::graphemes::{Ambiguous, grapheme_width, graphemes_with_width};
use super::kinsoku::{is_blank, may_not_end, may_not_start};

/// One row of a text that was laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The bytes of the text that are drawn, white space at the row's end and the newline left out.
    pub range: Range<usize>,
    /// The byte at which the next row starts; the text's length on the last row.
    pub next: usize,
    /// The columns that `range` takes.
    pub width: usize,
}

/// Cuts a text into rows of at most `columns` columns. Every newline ends a row, so an empty line is a row; an
/// empty text is one empty row. Lay out what is drawn: [`Shown::as_str`](super::Shown::as_str).
///
/// A row ends where `breaks` is free to; a run wider than the row is cut inside a symbol or before a unit if it has
/// one, else between two graphemes that leave no punctuation fault, else where the row is full. Only a
/// character of two columns at `columns` 1 is wider than asked. No character is lost: between a row's end and
/// its `next` lies nothing but white space.
#[must_use]
pub fn lay_out(text: &str, columns: usize, ambiguous: Ambiguous) -> Vec<Row> {
    lay_out_at(text, breaks(text), &[], columns, ambiguous)
}

/// As [`lay_out`], with the opportunities given, and stretches (in order) with which no row begins and in which none
/// ends, also where a run is wider than the row, as long as another place is left.
pub(super) fn lay_out_at(
    text: &str,
    opportunities: Vec<(usize, Strength)>,
    held: &[Range<usize>],
    columns: usize,
    ambiguous: Ambiguous,
) -> Vec<Row> {
    let mut layout = Layout { text, columns: columns.max(1), ..Layout::default() };
    let mut opportunities = opportunities.into_iter().peekable();
    let mut held = held.iter().peekable();
    for (at, grapheme, width) in graphemes_with_width(text, ambiguous) {
        while held.next_if(|range| range.end <= at).is_some() {}
        layout.held = held.peek().is_some_and(|range| range.start <= at);
        while opportunities.next_if(|(position, _)| *position < at).is_some() {}
        let strength = opportunities.next_if(|(position, _)| *position == at).map(|(_, strength)| strength);
        if is_newline(grapheme) {
            layout.end_row(at + grapheme.len());
        } else if width > layout.columns.max(2) {
            layout.add_oversized(at, grapheme, strength, ambiguous);
        } else {
            layout.add(at, grapheme, width, strength);
        }
    }
    layout.end_row(text.len());
    layout.rows
}

/// The mandatory breaks of UAX #14.
fn is_newline(grapheme: &str) -> bool {
    matches!(grapheme, "\n" | "\r\n" | "\r" | "\u{B}" | "\u{C}" | "\u{85}" | "\u{2028}" | "\u{2029}")
}

/// A grapheme of the row being filled, and what was before it.
#[derive(Debug, Clone, Copy)]
struct Step {
    at: usize,
    /// Columns of the text before it, since the beginning of the text.
    columns: usize,
    /// Where the ink before it ends, and the columns up to there.
    ink: Ink,
    /// Whether a row that a too wide run fills may end before it.
    cuts: bool,
}

/// The end of the last grapheme that is not white space.
#[derive(Debug, Clone, Copy, Default)]
struct Ink {
    end: usize,
    columns: usize,
}

/// The row being filled. Column counts run on from the beginning of the text, so a row's are differences.
#[derive(Default)]
struct Layout<'a> {
    text: &'a str,
    columns: usize,
    rows: Vec<Row>,
    /// Where the row starts, and the columns before it.
    start: usize,
    base: usize,
    /// Columns and ink up to now.
    total: usize,
    ink: Ink,
    /// The graphemes of the row, and the last among them before which it may end.
    steps: Vec<Step>,
    free: Option<usize>,
    weak: Option<usize>,
    /// Whether what comes next is in a stretch that goes on where it stands.
    held: bool,
}

impl Layout<'_> {
    fn add(&mut self, at: usize, grapheme: &str, width: usize, strength: Option<Strength>) {
        let blank = grapheme.chars().all(is_blank);
        match strength {
            Some(Strength::Free) => self.free = Some(self.steps.len()),
            Some(Strength::Weak) => self.weak = Some(self.steps.len()),
            None => {}
        }
        self.steps.push(Step { at, columns: self.total, ink: self.ink, cuts: !blank && !self.held });
        // White space never makes a row too wide: it hangs over the end and is swallowed there.
        while !blank && self.total > self.base && self.total - self.base + width > self.columns {
            self.wrap();
        }
        self.total += width;
        if !blank {
            self.ink = Ink { end: at + grapheme.len(), columns: self.total };
        }
    }

    /// A grapheme that no row can hold (a chain of Hangul letters, of Indic conjuncts): by its characters, each with
    /// the marks on it.
    fn add_oversized(&mut self, at: usize, grapheme: &str, strength: Option<Strength>, ambiguous: Ambiguous) {
        let mut strength = strength;
        let mut piece = 0..0;
        for (start, c) in grapheme.char_indices().chain([(grapheme.len(), 'x')]) {
            if grapheme_width(c.encode_utf8(&mut [0; 4]), ambiguous) > 0
                && let Some(part) = grapheme.get(piece.start..start)
                && !part.is_empty()
            {
                self.add(at + piece.start, part, grapheme_width(part, ambiguous), strength.take());
                piece.start = start;
            }
        }
    }

    /// Ends the row at the best place before the last step, which does not fit.
    fn wrap(&mut self) {
        let last = self.steps.len().saturating_sub(1);
        let index = |mark: &Option<usize>| mark.filter(|index| *index > 0);
        let cut = index(&self.free).or(index(&self.weak)).unwrap_or_else(|| self.hard_cut(last));
        let Some(step) = self.steps.get(cut).copied() else { return };
        self.push_row(step.ink, step.at);
        self.start = step.at;
        self.base = step.columns;
        self.steps.drain(..cut);
        let rebase =
            |mark: Option<usize>| mark.and_then(|index| index.checked_sub(cut)).filter(|index| *index > 0);
        self.free = rebase(self.free);
        self.weak = rebase(self.weak);
    }

    /// The last step before which the row can end without a punctuation fault, else at all, else the last step.
    fn hard_cut(&self, last: usize) -> usize {
        let clean = |index: &usize| {
            self.steps.get(*index).is_some_and(|step| {
                let next = self.text.get(step.at..).and_then(|rest| rest.chars().next());
                let before = self.text.get(self.start..step.ink.end).and_then(|row| row.chars().next_back());
                step.cuts && !next.is_some_and(may_not_start) && before.is_some_and(|c| !may_not_end(c))
            })
        };
        let cuts = |index: &usize| self.steps.get(*index).is_some_and(|step| step.cuts);
        (1..=last).rev().find(clean).or_else(|| (1..=last).rev().find(cuts)).unwrap_or(last)
    }

    fn push_row(&mut self, ink: Ink, next: usize) {
        let drawn = ink.end > self.start;
        let end = if drawn { ink.end } else { self.start };
        let width = if drawn { ink.columns - self.base } else { 0 };
        self.rows.push(Row { range: self.start..end, next, width });
    }

    /// Ends the row whatever is on it; the next starts at `next`.
    fn end_row(&mut self, next: usize) {
        self.push_row(self.ink, next);
        self.start = next;
        self.base = self.total;
        self.steps.clear();
        self.free = None;
        self.weak = None;
    }
}

#[cfg(test)]
mod tests;
