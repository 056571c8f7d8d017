//! Everything that is wrong with a review file, as a person is shown it.

use super::pieces::{KnownPieces, PiecesRead, read_pieces};
use super::read::{read, too_many};
use super::sides::read_and_place;
use crate::format::{FileProblem, FileProblems, limits};
use crate::messages::user_message;

/// Every problem of a review file. Of one that holds two sides that can be read, the places at which it does. `source` is
/// [`normal`](super::normal); so are the places.
#[must_use]
pub fn inspect_review(source: &str) -> FileProblems {
    FileProblems::new(problems(source).into_iter().map(with_effect).collect())
}

fn problems(source: &str) -> FileProblems {
    if let Some(problem) = too_many(source, limits::OF_REVIEW) {
        return problem.into();
    }
    // What stands twice is told as the whole tells it.
    if let Some(PiecesRead { reading, .. }) = read_pieces(source, KnownPieces::default())
        && (reading.problems.is_empty() || reading.problems.has_errors())
    {
        return reading.problems;
    }
    match read_and_place(source, None) {
        Ok((_, places)) => places,
        Err(problem) => {
            let problems = read(source).problems;
            if problems.is_empty() { problem.into() } else { problems }
        }
    }
}

/// Says what follows from an error, before what to do.
fn with_effect(problem: FileProblem) -> FileProblem {
    if !problem.is_error() {
        return problem;
    }
    FileProblem { hint: user_message("review-problem-hint").and("hint", problem.hint), ..problem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_stands_where_it_is() {
        let source = "format = 1\nsymbol = \"A/1\"\nreviewer = 1\n[[note]]\nid = \"稿\"\nkind = \"评论\"\n";
        let problems = inspect_review(source);
        assert!(problems.len() > 2 && problems.iter().is_sorted_by_key(|problem| problem.span.start));
        assert!(
            problems.iter().any(|problem| source.get(problem.span.start..).unwrap().starts_with("\"评论\""))
        );
    }
}
