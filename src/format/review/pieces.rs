//! Reading a review file entry by entry, without a tree of the whole: of a large file only what it says is held, not how
//! it is written. Whoever edits the file reads it as a whole.

use std::ops::Range;

use super::markers;
use super::read::{Collected, ReviewReading, normal_cow, too_many};
use super::sides::{Stages, TwoSides, read_sides};
use crate::format::findings::{FileKind, Findings};
use crate::format::table::Table;
use crate::format::{FileProblem, limits, syntax};
use crate::model::{EntryKind, Review};

/// Reads what a review file says, also one that holds two sides of a merge: then it is both, and how is told.
///
/// # Errors
/// The first problem that keeps it from being read.
pub fn read_words(source: &str, stages: Option<Stages>) -> Result<(Review, Option<TwoSides>), FileProblem> {
    let text = normal_cow(source);
    if let Some(problem) = too_many(&text, limits::OF_REVIEW) {
        return Err(problem);
    }
    match read_pieces(&text) {
        Some(ReviewReading { entries: Some(entries), problems }) if problems.is_empty() => {
            return Ok((entries.review(), None));
        }
        Some(ReviewReading { problems, .. }) => {
            // What stands twice is made one where the file is read as a whole.
            if let Some(problem) = problems.first_error() {
                return Err(problem.clone());
            }
        }
        None => {}
    }
    read_sides(&text, stages).map(|read| (read.review, read.two_sides))
}

/// What a text says, piece by piece. None if it takes the whole to tell: it has conflict markers, or is written in a way
/// that does not come apart at the entries. `text` is [`normal`](super::normal).
pub(super) fn read_pieces(text: &str) -> Option<ReviewReading> {
    if markers::any(text) {
        return None;
    }
    let pieces = cut(text);
    let mut findings = Findings::new(FileKind::Review, text);
    let mut collected = Collected::default();
    let mut readable = true;
    for (place, piece) in pieces.iter().enumerate() {
        let Some(parsed) = syntax::parse(&mut findings, piece, limits::OF_EDITED_REVIEW) else {
            readable = false;
            break;
        };
        let root = Table::file(&parsed);
        let is_head = place == 0;
        let is_entry = |key: &str| is_list(key) && findings.is_headed(&root, key);
        let comes_apart = if is_head {
            !root.keys().any(|(key, _)| is_list(key))
        } else {
            root.keys().all(|(key, _)| is_entry(key))
        };
        if pieces.len() > 1 && !comes_apart {
            return None;
        }
        if is_head && !collected.take_head(&mut findings, &root) {
            break;
        }
        collected.take(&mut findings, &root);
    }
    let entries = collected.entries().filter(|_| readable);
    Some(ReviewReading { entries, problems: findings.into_problems() })
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
    let mut ends: Vec<usize> = limits::list_entries(text).into_iter().filter(is_of_list).collect();
    ends.push(text.len());
    let mut start = 0;
    ends.into_iter().map(|end| std::mem::replace(&mut start, end)..end).collect()
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
            format!("format = 3\n{}", note("a", "kind = 3")),
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
                (Err(whole), Ok((_, Some(TwoSides::Twice)))) => assert!(!whole.is_error(), "{file}"),
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
        assert_eq!(super::super::too_much_to_edit(&file).unwrap().said.id, "format-too-much");
    }
}
