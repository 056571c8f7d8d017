//! What is wrong with a review file, and where. No file names: whoever read the file knows its path.

use crate::messages::Said;

/// Whether the file is wrong or only too new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// It cannot be understood.
    Broken,
    /// Two sides of a merge stand in it, and both can be read: it becomes one when it is next written.
    TwoSides,
    /// A later version of the program wrote it: it may be looked at by that version, never written by this one.
    Newer,
}

/// One problem of a review file.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewProblem {
    /// Wrong, or only too new.
    pub kind: ProblemKind,
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
    /// What is wrong and what to do, without the place.
    pub said: Said,
}

impl ReviewProblem {
    /// A problem at a byte of the source.
    pub(super) fn at(kind: ProblemKind, source: &str, byte: usize, said: Said) -> Self {
        let mut end = byte.min(source.len());
        while !source.is_char_boundary(end) {
            end -= 1;
        }
        let before = source.get(..end).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            kind,
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            said,
        }
    }
}
