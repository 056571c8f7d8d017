//! Everything that is wrong with a review file, as a person is shown it.

use super::problem::ProblemKind;
use super::sides::review_problems;
use crate::format::{Problem, Severity};
use crate::messages::said;

/// Every problem, in the order of the file. `source` is [`normal`](super::normal); so are the places.
#[must_use]
pub fn inspect_review(source: &str) -> Vec<Problem> {
    let mut problems = review_problems(source);
    problems.sort_by_key(|problem| (problem.line, problem.column));
    let mut cursor = Cursor { source, line: 1, column: 1, byte: 0 };
    let shown = problems.into_iter().map(|problem| {
        let start = cursor.go(problem.line, problem.column);
        let (line, column, span) = (problem.line, problem.column, start..start);
        let (severity, hint) = match problem.kind {
            ProblemKind::TwoSides => (Severity::Warning, said("review-sides-hint")),
            ProblemKind::Broken | ProblemKind::Newer => (Severity::Error, said("review-problem-hint")),
        };
        Problem { severity, line, column, span, said: problem.said, hint }
    });
    shown.collect()
}

/// A place in a text that only goes on, so that many places in one long line are not each counted from its beginning.
struct Cursor<'s> {
    source: &'s str,
    line: usize,
    column: usize,
    byte: usize,
}

impl Cursor<'_> {
    /// The byte at a line and a column in code points, both from 1. Past the end of a line is its end.
    fn go(&mut self, line: usize, column: usize) -> usize {
        let mut rest = self.source.get(self.byte..).unwrap_or_default();
        while self.line < line
            && let Some(end) = rest.find('\n')
        {
            self.byte += end + 1;
            self.line += 1;
            self.column = 1;
            rest = self.source.get(self.byte..).unwrap_or_default();
        }
        for c in rest.chars().take_while(|c| *c != '\n') {
            if self.column >= column {
                break;
            }
            self.byte += c.len_utf8();
            self.column += 1;
        }
        self.byte
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_in_bytes() {
        let source = "稿x\n二y";
        for (line, column, rest) in
            [(1, 1, "稿x\n二y"), (1, 2, "x\n二y"), (2, 2, "y"), (2, 9, ""), (1, 9, "\n二y")]
        {
            let byte = Cursor { source, line: 1, column: 1, byte: 0 }.go(line, column);
            assert_eq!(source.get(byte..), Some(rest), "{line}:{column}");
        }
        let mut cursor = Cursor { source, line: 1, column: 1, byte: 0 };
        let bytes: Vec<usize> = [(1, 1), (1, 2), (1, 2), (2, 1), (2, 2)].map(|(l, c)| cursor.go(l, c)).into();
        assert_eq!(bytes, [0, 3, 3, 5, 8]);
    }

    #[test]
    fn every_problem_stands_where_it_is() {
        let source = "format = 1\nsymbol = \"A/1\"\nreviewer = 1\n[[note]]\nid = \"稿\"\nkind = \"评论\"\n";
        let problems = inspect_review(source);
        assert!(problems.len() > 2 && problems.is_sorted_by_key(|problem| problem.span.start));
        assert!(
            problems.iter().any(|problem| source.get(problem.span.start..).unwrap().starts_with("\"评论\""))
        );
    }
}
