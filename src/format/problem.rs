//! What is wrong with a file, where, and what to do about it. Plain data: wording is `messages`' work, drawing
//! is [`render_problem`](super::render_problem)'s.

use std::ops::Range;

use crate::messages::Said;

/// Whether the file can be used all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can, and someone should look.
    Warning,
}

impl Severity {
    /// The word in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters as a reader counts them (graphemes): what an editor's "go to" takes.
    pub column: usize,
    /// The bytes of the file that it is about; empty where something is missing.
    pub span: Range<usize>,
    /// What is wrong.
    pub said: Said,
    /// What to do.
    pub hint: Said,
}

/// Everything that is wrong with a file, in the order of the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Puts problems into the order of the file.
    #[must_use]
    pub fn new(mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(|problem| (problem.line, problem.column, problem.severity));
        Self(problems)
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// How many.
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
        self.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// The first one that keeps the file from being used, for a message that has room for one.
    #[must_use]
    pub fn first_error(&self) -> Option<&Problem> {
        self.iter().find(|problem| problem.severity == Severity::Error)
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
