//! Collects what is wrong while a file is read, so that all of it is told at once. Knows places, not tables.

use std::ops::Range;

use super::places::Places;
use super::{Problem, Problems, Severity};
use crate::messages::{Said, said};

/// So many problems of each severity are told; a file with more is not one that someone wrote.
const MOST: usize = 1_000;

/// What was found wrong so far in a source. Lines and columns are counted at the end, all at once.
#[derive(Debug)]
pub(super) struct Findings<'s> {
    source: &'s str,
    places: Places<'s>,
    errors: Vec<Found>,
    warnings: Vec<Found>,
    /// How many were left out, and where the first of them is.
    more: (usize, Range<usize>),
}

#[derive(Debug)]
struct Found {
    span: Range<usize>,
    said: Said,
    hint: Said,
}

impl<'s> Findings<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        let places = Places::new(source);
        Self { source, places, errors: Vec::new(), warnings: Vec::new(), more: (0, 0..0) }
    }

    /// The file cannot be used.
    pub(super) fn error(&mut self, span: Range<usize>, said: Said, hint: Said) {
        push(&mut self.errors, &mut self.more, Found { span, said, hint });
    }

    /// The file can be used, and someone should look.
    pub(super) fn warn(&mut self, span: Range<usize>, said: Said, hint: Said) {
        push(&mut self.warnings, &mut self.more, Found { span, said, hint });
    }

    /// The line of a byte, for sentences that point to another place.
    pub(super) fn line_of(&self, byte: usize) -> usize {
        self.places.line(byte)
    }

    /// The file's own spelling of a value.
    pub(super) fn raw(&self, span: &Range<usize>) -> &'s str {
        self.source.get(span.clone()).unwrap_or_default()
    }

    /// Whether an error is on that line already.
    pub(super) fn speaks_of(&self, line: usize) -> bool {
        self.errors.iter().any(|found| self.line_of(found.span.start) == line)
    }

    /// How many errors so far.
    pub(super) fn errors(&self) -> usize {
        self.errors.len()
    }

    /// Whether further errors are only counted.
    pub(super) fn is_full(&self) -> bool {
        self.errors.len() >= MOST
    }

    pub(super) fn into_problems(mut self) -> Problems {
        if self.more.0 > 0 {
            let what = said("format-more").count("n", self.more.0);
            self.warnings.push(Found { span: self.more.1, said: what, hint: said("format-more-hint") });
        }
        let errors = self.errors.into_iter().map(|found| (Severity::Error, found));
        let warnings = self.warnings.into_iter().map(|found| (Severity::Warning, found));
        let mut all: Vec<(Severity, Found)> = errors.chain(warnings).collect();
        all.sort_by_key(|(severity, found)| (found.span.start, *severity));
        let places = self.places.places(all.iter().map(|(_, found)| found.span.start));
        let problems = all.into_iter().zip(places).map(|((severity, found), (line, column))| {
            let Found { span, said, hint } = found;
            Problem { severity, line, column, span, said, hint }
        });
        Problems::new(problems.collect())
    }
}

fn push(list: &mut Vec<Found>, more: &mut (usize, Range<usize>), found: Found) {
    if list.len() < MOST {
        list.push(found);
    } else {
        if more.0 == 0 {
            more.1 = found.span;
        }
        more.0 += 1;
    }
}
