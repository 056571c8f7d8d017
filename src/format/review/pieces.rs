//! Reading a review file entry by entry, without a tree of the whole: of a large file only what it says is held, not how
//! it is written. Whoever edits the file reads it as a whole.

use std::ops::Range;

use toml_edit::Document;

use super::fields::{At, Reader};
use super::markers;
use super::problem::{Found, ProblemKind, Problems, ReviewProblem};
use super::read::{Collected, Entries, format_is_known, normal_cow, not_toml, too_many, whose};
use super::sides::{Stages, TwoSides, read_sides_of};
use crate::format::weight;
use crate::messages::said;
use crate::model::{EntryKind, Review};

/// Reads what a review file says, also one that holds two sides of a merge: then it is both, and how is told.
///
/// # Errors
/// The first problem that keeps it from being read.
pub fn read_words(source: &str, stages: Option<Stages>) -> Result<(Review, Option<TwoSides>), ReviewProblem> {
    let text = normal_cow(source);
    if let Some(problem) = too_many(&text, weight::OF_REVIEW) {
        return Err(problem);
    }
    match in_pieces(&text) {
        Some((Some(entries), problems)) if problems.is_empty() => return Ok((entries.review(), None)),
        Some((_, problems)) => {
            // What stands twice is made one where the file is read as a whole.
            if let Some(problem) = problems.into_iter().find(|problem| problem.kind != ProblemKind::TwoSides)
            {
                return Err(problem);
            }
        }
        None => {}
    }
    read_sides_of(&text, stages).map(|read| (read.review, read.two_sides))
}

/// Every problem of a file that can be read in pieces; none if it has to be read as a whole.
pub(super) fn problems(text: &str) -> Option<Vec<ReviewProblem>> {
    if let Some(problem) = too_many(text, weight::OF_REVIEW) {
        return Some(vec![problem]);
    }
    let (_, problems) = in_pieces(text)?;
    let broken = |problem: &ReviewProblem| problem.kind != ProblemKind::TwoSides;
    (problems.is_empty() || problems.iter().any(broken)).then_some(problems)
}

/// The entries, and what is wrong. None if it takes the whole to tell: it has conflict markers, or is written in a way
/// that does not come apart at the entries.
fn in_pieces(text: &str) -> Option<(Option<Entries>, Vec<ReviewProblem>)> {
    if markers::any(text) {
        return None;
    }
    let pieces = cut(text);
    let (head, pieces) = pieces.split_first()?;
    let mut problems = Problems::of(text);
    let mut collected = Collected::default();
    let mut owner = None;
    let mut known = true;
    let head = each(text, head, |reader, root| {
        if pieces.is_empty() || root.table.iter().all(|(key, _)| !is_list(key)) {
            known = format_is_known(reader, root);
            owner = known.then(|| whose(reader, root)).flatten();
            collected.take(reader, root);
            return Some(());
        }
        None
    });
    match head {
        Ok(found) => problems.take_in(found?, 0),
        Err(problem) => return Some((None, vec![*problem])),
    }
    for piece in pieces.iter().filter(|_| known) {
        match each(text, piece, |reader, root| {
            root.table.iter().all(|(key, item)| is_list(key) && item.is_array_of_tables()).then(|| {
                collected.take(reader, root);
            })
        }) {
            Ok(found) => problems.take_in(found?, piece.start),
            Err(problem) => return Some((None, vec![*problem])),
        }
    }
    Some((owner.map(|owner| collected.of(owner)), problems.placed()))
}

/// Whether the file is cut at the entries of that list.
fn is_list(name: &str) -> bool {
    EntryKind::ALL.iter().any(|kind| kind.table().list == name)
}

/// The head of the file, and the entries behind it, each with what belongs to it.
pub(super) fn cut(text: &str) -> Vec<Range<usize>> {
    let is_of_list = |at: &usize| {
        let line = text.get(*at..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let name = line.strip_prefix("[[").and_then(|rest| rest.split_once("]]"));
        name.is_some_and(|(name, _)| is_list(name.trim()))
    };
    let mut ends: Vec<usize> = weight::list_entries(text).into_iter().filter(is_of_list).collect();
    ends.push(text.len());
    let mut start = 0;
    ends.into_iter().map(|end| std::mem::replace(&mut start, end)..end).collect()
}

/// Reads one piece. None if `take` would not have it; an error if it is no TOML.
fn each(
    text: &str,
    piece: &Range<usize>,
    take: impl for<'a> FnOnce(&mut Reader<'a>, At<'a>) -> Option<()>,
) -> Result<Option<Found>, Box<ReviewProblem>> {
    let source = text.get(piece.clone()).unwrap_or_default();
    if let Some(byte) = weight::too_much(source, weight::OF_EDITED_REVIEW) {
        let said = said("review-too-much");
        return Err(Box::new(ReviewProblem::at(ProblemKind::Broken, text, piece.start + byte, said)));
    }
    let document = Document::parse(source).map_err(|error| not_toml(text, piece.start, &error))?;
    // Places are counted in the whole, later.
    let mut reader = Reader { problems: Problems::of("") };
    let root = At { table: document.as_table(), byte: 0 };
    Ok(take(&mut reader, root).map(|()| reader.problems.into_found()))
}

#[cfg(test)]
mod tests {
    use super::super::read_review;
    use super::*;

    const HEAD: &str = "format = 1\nsymbol = \"A/1\"\nreviewer = \"chen\"\n\n";

    fn note(id: &str, more: &str) -> String {
        format!(
            "# before {id}\n[[note]] # of {id}\nid = \"{id}\"\nparagraph = 18\ncreated = 2026-11-23T14:00:00Z\n\
             body = \"\"\"\n[[note]]\nid = 'no'\"\"\"\n{more}\n"
        )
    }

    const MARK: &str =
        "[[ paragraph ]]\nnumber = \"2\"\nstatus = \"amend\"\nchanged = 2026-11-23T14:00:00Z\n";

    #[test]
    fn entry_by_entry_a_file_says_what_it_says_as_a_whole() {
        let anchor = "  [note.anchor]\n  language = \"zh\"\n  exact = \"x\"\n  start = 0\n  end = 1\n";
        let files = [
            HEAD.to_owned(),
            format!("{HEAD}{}{MARK}{}", note("a", anchor), note("b", "")),
            format!("{HEAD}{MARK}{}", note("a", "[extra]\nx = 1\n")),
            format!("{HEAD}{}{MARK}{anchor}", note("a", "")),
            format!("{HEAD}{}[[\"note\"]]\nid = 1\n", note("a", "")),
            format!("{HEAD}[[paragraph]]\nnumber = 1\n{}", note("a", "kind = 3")),
            format!("{HEAD}note = []\n{}", note("a", "")),
            format!("{HEAD}{}{}", note("a", "[x]"), note("b", "[x]")),
            format!("{HEAD}{}body = 1\n", note("a", "")),
            format!("format = 2\n{}", note("a", "kind = 3")),
            format!("{HEAD}{}{}", note("a", ""), note("a", "")),
            note("a", ""),
            "[[note".to_owned(),
            String::new(),
        ];
        for file in files {
            let (whole, words) = (read_review(&file), read_words(&file, None));
            match (whole, words) {
                (Ok((_, whole)), Ok((words, None))) => assert_eq!(words, whole, "{file}"),
                (Err(whole), Err(words)) => assert_eq!(words, whole, "{file}"),
                (Err(whole), Ok((_, Some(TwoSides::Twice)))) => {
                    assert_eq!(whole.kind, ProblemKind::TwoSides, "{file}");
                }
                (whole, words) => panic!("{file}\n{whole:?}\n{words:?}"),
            }
        }
    }

    #[test]
    fn the_pieces_are_the_file() {
        let file = format!("{HEAD}{}{MARK}{}", note("a", ""), note("b", ""));
        let pieces: Vec<&str> = cut(&file).into_iter().filter_map(|piece| file.get(piece)).collect();
        assert_eq!((pieces.len(), pieces.concat()), (4, file.clone()));
        // A file with more entries than can be edited is read all the same.
        let many: String = (0..12_100).map(|at| note(&at.to_string(), "")).collect();
        let file = format!("{HEAD}{many}");
        assert_eq!(read_words(&file, None).unwrap().0.notes().count(), 12_100);
        assert_eq!(super::super::too_much_to_edit(&file).unwrap().said.id, "review-too-much");
    }
}
