//! Collects what is wrong while a file is read, so that all of it is told at once. Knows places, not tables.

use std::ops::Range;

use super::places::Places;
use super::{Problem, Problems, Severity};
use crate::messages::Said;

/// What was found wrong so far in a source.
#[derive(Debug)]
pub(super) struct Findings<'s> {
    source: &'s str,
    places: Places<'s>,
    problems: Vec<Problem>,
}

impl<'s> Findings<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, places: Places::new(source), problems: Vec::new() }
    }

    /// The file cannot be used.
    pub(super) fn error(&mut self, span: Range<usize>, said: Said, hint: Said) {
        self.push(Severity::Error, span, said, hint);
    }

    /// The file can be used, and someone should look.
    pub(super) fn warn(&mut self, span: Range<usize>, said: Said, hint: Said) {
        self.push(Severity::Warning, span, said, hint);
    }

    fn push(&mut self, severity: Severity, span: Range<usize>, said: Said, hint: Said) {
        let (line, column) = self.places.place(span.start);
        self.problems.push(Problem { severity, line, column, span, said, hint });
    }

    /// The line of a byte, for sentences that point to another place.
    pub(super) fn line_of(&self, byte: usize) -> usize {
        self.places.place(byte).0
    }

    /// The file's own spelling of a value.
    pub(super) fn raw(&self, span: &Range<usize>) -> &'s str {
        self.source.get(span.clone()).unwrap_or_default()
    }

    /// Whether anything is wrong on that line already.
    pub(super) fn speaks_of(&self, line: usize) -> bool {
        self.problems.iter().any(|problem| problem.line == line)
    }

    /// How many so far.
    pub(super) fn count(&self) -> usize {
        self.problems.len()
    }

    pub(super) fn into_problems(self) -> Problems {
        Problems::new(self.problems)
    }
}
