//! What is wrong with a file, where, and what to do about it. Plain data: wording is `messages`' work, drawing
//! is [`render_problem`](super::render_problem)'s.

use std::ops::Range;

use super::places::line_and_column;
use crate::messages::UserMessage;

/// Whether the file can be used all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot be used until this is mended.
    Error,
    /// It can be used, and someone should look.
    Warning,
}

/// One thing that is wrong with a file. Nothing names the file: whoever read it knows its path.
#[derive(Debug, Clone, PartialEq)]
pub struct FileProblem {
    /// How bad it is.
    pub severity: Severity,
    /// Whether a later version of the program wrote the file: that one can use it, and this one must not write it.
    pub newer: bool,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters as a reader counts them: graphemes, neither bytes nor code points nor cells. It is
    /// what an editor's "go to" takes. Only [`line_and_column`](super::line_and_column) makes one of a byte.
    pub column: usize,
    /// The bytes of the file that it is about; empty where something is missing.
    pub span: Range<usize>,
    /// What is wrong.
    pub said: UserMessage,
    /// What to do.
    pub hint: UserMessage,
}

impl FileProblem {
    /// One that keeps a file from being used, at a byte of its source.
    pub(super) fn error(source: &str, byte: usize, said: UserMessage, hint: UserMessage) -> Self {
        let (line, column) = line_and_column(source, [byte]).pop().unwrap_or((1, 1));
        Self { severity: Severity::Error, newer: false, line, column, span: byte..byte, said, hint }
    }

    /// Whether it keeps the file from being used.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Everything that is wrong with a file, in the order of the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FileProblems(Vec<FileProblem>);

impl FileProblems {
    /// Puts problems into the order of the file.
    #[must_use]
    pub fn new(mut problems: Vec<FileProblem>) -> Self {
        problems.sort_by_key(|problem| (problem.line, problem.column, problem.severity));
        Self(problems)
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, FileProblem> {
        self.0.iter()
    }

    /// How many there are, errors and warnings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether one of them keeps the file from being used.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.iter().any(FileProblem::is_error)
    }

    /// The first one that keeps the file from being used, for a message that has room for one.
    #[must_use]
    pub fn first_error(&self) -> Option<&FileProblem> {
        self.iter().find(|problem| problem.is_error())
    }
}

impl From<FileProblem> for FileProblems {
    fn from(problem: FileProblem) -> Self {
        Self(vec![problem])
    }
}

impl<'a> IntoIterator for &'a FileProblems {
    type Item = &'a FileProblem;
    type IntoIter = std::slice::Iter<'a, FileProblem>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for FileProblems {
    type Item = FileProblem;
    type IntoIter = std::vec::IntoIter<FileProblem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
