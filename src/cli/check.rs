//! `rapporteur check`: every problem of document and review files, with line, column and what to do.

use std::path::Path;

use super::arguments::Check;
use super::context::Context;
use super::outcome::{Done, Exit, rendered};
use crate::format::{Problem, ProblemKind, Severity, inspect_document, review_problems};
use crate::messages::{Said, said};
use crate::store;
use crate::text::shown_line;

/// Checks each file. Problems, warnings among them, are exit code 1; a file that cannot be read is 3.
pub fn run(context: &Context, asked: &Check) -> Done {
    let say = |said: &Said| context.say(said);
    let mut done = Done::new(String::new());
    for path in &asked.files {
        let name = path.display().to_string();
        let source = match store::read_document(path) {
            Ok(source) => source,
            Err(error) => {
                done.remarks.push(error.said());
                done.exit = Exit::Files;
                continue;
            }
        };
        let review = is_review(path, &source);
        let (source, problems) = if review { review_file(&source) } else { document_file(source) };
        if problems.is_empty() {
            let sentence = if review { said("cli-check-review-good") } else { said("cli-check-good") };
            let line = context.say(&sentence.with("name", &name));
            done.out.push_str(shown_line(&line).as_str());
            done.out.push('\n');
        } else {
            done.out.push_str(&rendered(&problems, &name, &source, &say));
            done.out.push_str("\n\n");
            let summary = said("cli-check-problems").with("name", &name).count("count", problems.len());
            done.out.push_str(shown_line(&context.say(&summary)).as_str());
            done.out.push('\n');
            done.exit = done.exit.max(Exit::Found);
        }
    }
    done
}

/// Whether a file is meant to be a review: by the folder it lies in, else by what only one of the two kinds has. It
/// may be too broken to be parsed.
fn is_review(path: &Path, source: &str) -> bool {
    let lines = || source.lines().map(str::trim_start);
    let begins = |word: &str| lines().any(|line| line.starts_with(word));
    if begins("[masthead]") || begins("[[section]]") {
        return false;
    }
    let among_reviews = path
        .parent()
        .and_then(Path::parent)
        .and_then(Path::file_name)
        .is_some_and(|folder| folder == "reviews");
    let names_reviewer = lines()
        .any(|line| line.strip_prefix("reviewer").is_some_and(|rest| rest.trim_start().starts_with('=')));
    among_reviews || names_reviewer || begins("[[note]]")
}

fn document_file(source: String) -> (String, Vec<Problem>) {
    let problems = inspect_document(&source).problems.into_iter().collect();
    (source, problems)
}

fn review_file(source: &str) -> (String, Vec<Problem>) {
    // As reading a review file does it, so that lines and columns speak of the same text.
    let source = source.strip_prefix('\u{feff}').unwrap_or(source).replace("\r\n", "\n");
    let mut problems: Vec<Problem> = review_problems(&source)
        .into_iter()
        .map(|problem| {
            let start = byte_of(&source, problem.line, problem.column);
            let two_sides = problem.kind == ProblemKind::TwoSides;
            Problem {
                severity: if two_sides { Severity::Warning } else { Severity::Error },
                line: problem.line,
                column: problem.column,
                span: start..start,
                said: problem.said,
                hint: if two_sides { said("cli-check-sides-hint") } else { said("cli-check-review-hint") },
            }
        })
        .collect();
    problems.sort_by_key(|problem| problem.span.start);
    (source, problems)
}

/// The byte at a line and a column in code points, both from 1.
fn byte_of(source: &str, line: usize, column: usize) -> usize {
    let before: usize = source.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let text = source.get(before..).unwrap_or_default();
    let within = text.char_indices().take_while(|(_, c)| *c != '\n').nth(column - 1).map(|(at, _)| at);
    let end = text.find('\n').unwrap_or(text.len());
    before + within.unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_in_bytes() {
        for (line, column, rest) in
            [(1, 1, "稿x\n二y"), (1, 2, "x\n二y"), (2, 2, "y"), (2, 9, ""), (1, 9, "\n二y")]
        {
            assert_eq!("稿x\n二y".get(byte_of("稿x\n二y", line, column)..), Some(rest), "{line}:{column}");
        }
    }

    #[test]
    fn a_review_file_is_known_by_its_words_or_its_folder() {
        for (path, source, review) in [
            ("a.toml", "format = 1\nreviewer = \"amara\"", true),
            ("a.toml", "[[note]]", true),
            ("w/reviews/A_1/amara.toml", "<<<<<<<", true),
            ("w/reviews/A_1/odd.toml", "[masthead]", false),
            ("a.toml", "[[paragraph]]", false),
            ("a.toml", "", false),
        ] {
            assert_eq!(is_review(Path::new(path), source), review, "{path} {source}");
        }
    }
}
