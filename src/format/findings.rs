//! Collects what is wrong while a file is read, so that all of it is told at once. Knows places, not tables.

use std::cell::OnceCell;
use std::ops::Range;

use super::places::LineStarts;
use super::{FileProblem, FileProblems, Severity};
use crate::messages::{UserMessage, user_message};

/// So many problems of each severity are told; a file with more is not one that someone wrote.
const MOST: usize = 1_000;

/// What kind of file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    /// A document: its texts are those of the organization, in which nothing may hide.
    Document,
    /// A review: its texts are the reviewer's own.
    Review,
}

/// What was found wrong so far in a source. Lines and columns are counted at the end, all at once.
#[derive(Debug)]
pub(super) struct Findings<'s> {
    pub(super) kind: FileKind,
    source: &'s str,
    /// Where the piece of the source begins that is read now: places in it are told as bytes of the piece.
    piece: usize,
    lines: OnceCell<LineStarts<'s>>,
    errors: Vec<Finding>,
    warnings: Vec<Finding>,
    /// How many were left out, and where the first of them is.
    more: (usize, Range<usize>),
}

/// A problem whose line and column are not counted yet.
#[derive(Debug)]
struct Finding {
    /// Bytes of the source.
    span: Range<usize>,
    newer: bool,
    said: UserMessage,
    hint: UserMessage,
}

impl<'s> Findings<'s> {
    pub(super) fn new(kind: FileKind, source: &'s str) -> Self {
        let (lines, piece, more) = (OnceCell::new(), 0, (0, 0..0));
        Self { kind, source, piece, lines, errors: Vec::new(), warnings: Vec::new(), more }
    }

    /// All of the source.
    pub(super) fn source(&self) -> &'s str {
        self.source
    }

    /// Goes on to a piece of the source. What is read of it has its places in the piece.
    pub(super) fn enter(&mut self, piece: &Range<usize>) -> &'s str {
        self.piece = piece.start;
        self.source.get(piece.clone()).unwrap_or_default()
    }

    /// The file cannot be used.
    pub(super) fn error(&mut self, span: Range<usize>, said: UserMessage, hint: UserMessage) {
        let finding = self.finding(span, said, hint);
        push(&mut self.errors, &mut self.more, finding);
    }

    /// The file cannot be used, because a later version of the program wrote it.
    pub(super) fn newer(&mut self, span: Range<usize>, said: UserMessage, hint: UserMessage) {
        let finding = Finding { newer: true, ..self.finding(span, said, hint) };
        push(&mut self.errors, &mut self.more, finding);
    }

    /// The file can be used, and someone should look.
    pub(super) fn warn(&mut self, span: Range<usize>, said: UserMessage, hint: UserMessage) {
        let finding = self.finding(span, said, hint);
        push(&mut self.warnings, &mut self.more, finding);
    }

    fn finding(&self, span: Range<usize>, said: UserMessage, hint: UserMessage) -> Finding {
        Finding { span: span.start + self.piece..span.end + self.piece, newer: false, said, hint }
    }

    /// The line of a byte, for sentences that point to another place.
    pub(super) fn line_of(&self, byte: usize) -> usize {
        self.line(byte + self.piece)
    }

    fn line(&self, byte: usize) -> usize {
        self.lines().line(byte)
    }

    /// Counted when first asked for: most files have nothing wrong.
    fn lines(&self) -> &LineStarts<'s> {
        self.lines.get_or_init(|| LineStarts::new(self.source))
    }

    /// The file's own spelling of a value.
    pub(super) fn raw(&self, span: &Range<usize>) -> &'s str {
        self.source.get(span.start + self.piece..span.end + self.piece).unwrap_or_default()
    }

    /// Whether an error is on that line already.
    pub(super) fn speaks_of(&self, line: usize) -> bool {
        self.errors.iter().any(|finding| self.line(finding.span.start) == line)
    }

    /// How many errors so far.
    pub(super) fn errors(&self) -> usize {
        self.errors.len()
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_empty(&self) -> bool {
        self.errors.is_empty() && self.warnings.is_empty()
    }

    /// Whether further errors are only counted.
    pub(super) fn is_full(&self) -> bool {
        self.errors.len() >= MOST
    }

    pub(super) fn into_problems(mut self) -> FileProblems {
        if self.is_empty() {
            return FileProblems::default();
        }
        if self.more.0 > 0 {
            let what = user_message("format-more").count("n", self.more.0);
            let (span, hint) = (self.more.1.clone(), user_message("format-more-hint"));
            self.warnings.push(Finding { span, newer: false, said: what, hint });
        }
        let errors = std::mem::take(&mut self.errors).into_iter().map(|finding| (Severity::Error, finding));
        let warnings = std::mem::take(&mut self.warnings).into_iter();
        let warnings = warnings.map(|finding| (Severity::Warning, finding));
        let mut all: Vec<(Severity, Finding)> = errors.chain(warnings).collect();
        all.sort_by_key(|(severity, finding)| (finding.span.start, *severity));
        let places = self.lines().places(all.iter().map(|(_, finding)| finding.span.start));
        let problems = all.into_iter().zip(places).map(|((severity, finding), (line, column))| {
            let Finding { span, newer, said, hint } = finding;
            FileProblem { severity, newer, line, column, span, said, hint }
        });
        FileProblems::new(problems.collect())
    }
}

fn push(list: &mut Vec<Finding>, more: &mut (usize, Range<usize>), finding: Finding) {
    if list.len() < MOST {
        list.push(finding);
    } else {
        if more.0 == 0 {
            more.1 = finding.span;
        }
        more.0 += 1;
    }
}
