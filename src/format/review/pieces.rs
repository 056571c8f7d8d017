//! Reading a review file entry by entry, without a tree of the whole: of a large file only what it says is held, not how
//! it is written. A piece that was read before is not read again. No word on editing.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use super::markers;
use super::read::{Collected, ReviewReading, normal_cow, too_many};
use super::sides::{Stages, TwoSides, read_sides};
use crate::format::findings::{FileKind, Findings};
use crate::format::table::Table;
use crate::format::{FileProblem, limits, syntax};
use crate::model::{EntryKey, EntryKind, Record, Review};

/// A piece of a review file: its head, or an entry with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its bytes in the file.
    pub at: Range<usize>,
    /// The one entry that stands in it; none for the head.
    pub key: Option<EntryKey>,
}

/// Pieces of another text with what they say, in their order: what is written so again says the same again.
#[derive(Default)]
pub(super) struct KnownPieces<'k> {
    pieces: Vec<(&'k str, &'k Record)>,
    /// The first that was not met yet.
    next: usize,
    /// Where which entry is, made when it is first asked for.
    places: OnceCell<HashMap<EntryKey, usize>>,
}

impl<'k> KnownPieces<'k> {
    pub(super) fn new(pieces: Vec<(&'k str, &'k Record)>) -> Self {
        Self { pieces, ..Self::default() }
    }

    /// What the next piece of a text says, if it is the next one of those that are known, or the one behind that.
    fn says(&mut self, piece: &str) -> Option<&'k Record> {
        let next = self.pieces.iter().enumerate().skip(self.next).take(2);
        let (place, record) = next
            .filter(|(_, (known, _))| *known == piece)
            .map(|(place, (_, record))| (place, *record))
            .next()?;
        self.next = place + 1;
        Some(record)
    }

    /// A piece was not known, and is that entry: what comes behind it may be what came behind that entry before.
    fn go_behind(&mut self, key: &EntryKey) {
        let places = self.places.get_or_init(|| {
            self.pieces.iter().enumerate().map(|(place, (_, record))| (record.key(), place)).collect()
        });
        if let Some(place) = places.get(key) {
            self.next = place + 1;
        }
    }
}

/// A review file that was read piece by piece.
pub(super) struct PiecesRead {
    pub reading: ReviewReading,
    /// In their order, the head first.
    pub pieces: Vec<Piece>,
}

/// Reads what a review file says, also one that holds two sides of a merge: then it is both, and how is told.
///
/// # Errors
/// The first problem that keeps it from being read.
pub fn read_words(source: &str, stages: Option<Stages>) -> Result<(Review, Option<TwoSides>), FileProblem> {
    let text = normal_cow(source);
    if let Some(problem) = too_many(&text, limits::OF_REVIEW) {
        return Err(problem);
    }
    let (review, two_sides, _) = read_knowing(&text, stages, KnownPieces::default())?;
    Ok((review, two_sides))
}

/// The same, with some pieces known, and the pieces that it has: none if it took the whole to read it. `text` is
/// [`normal`](super::normal), and not too much to be read.
pub(super) fn read_knowing(
    text: &str,
    stages: Option<Stages>,
    known: KnownPieces<'_>,
) -> Result<(Review, Option<TwoSides>, Vec<Piece>), FileProblem> {
    if let Some(PiecesRead { reading: ReviewReading { entries, problems }, pieces }) =
        read_pieces(text, known)
    {
        match entries {
            Some(entries) if problems.is_empty() => return Ok((entries.review(), None, pieces)),
            // What stands twice is made one where the file is read as a whole.
            _ => problems.first_error().cloned().map_or(Ok(()), Err)?,
        }
    }
    read_sides(text, stages).map(|read| (read.review, read.two_sides, Vec::new()))
}

/// What a text says, piece by piece. None if it takes the whole to tell: it has conflict markers, or is written in a way
/// that does not come apart at the entries. `text` is [`normal`](super::normal).
pub(super) fn read_pieces(text: &str, mut known: KnownPieces<'_>) -> Option<PiecesRead> {
    if markers::any(text) {
        return None;
    }
    let ranges = cut(text);
    let mut pieces = Vec::with_capacity(ranges.len());
    let mut findings = Findings::new(FileKind::Review, text);
    let mut collected = Collected::default();
    let mut readable = true;
    let many = ranges.len() > 1;
    for at in ranges {
        let is_head = pieces.is_empty();
        if let Some(record) = text.get(at.clone()).filter(|_| !is_head).and_then(|piece| known.says(piece))
            && let Some(key) = collected.take_known(record)
        {
            pieces.push(Piece { at, key: Some(key) });
            continue;
        }
        let Some(parsed) = syntax::parse(&mut findings, &at, limits::OF_EDITED_REVIEW) else {
            readable = false;
            break;
        };
        let root = Table::file(&parsed);
        let is_entry = |key: &str| is_list(key) && findings.is_headed(&root, key);
        let comes_apart = if is_head {
            !root.keys().any(|(key, _)| is_list(key))
        } else {
            root.keys().all(|(key, _)| is_entry(key))
        };
        if many && !comes_apart {
            return None;
        }
        if is_head && !collected.take_head(&mut findings, &root) {
            break;
        }
        let key = collected.take(&mut findings, &root);
        key.iter().for_each(|key| known.go_behind(key));
        pieces.push(Piece { at, key });
    }
    let entries = collected.entries().filter(|_| readable);
    Some(PiecesRead { reading: ReviewReading { entries, problems: findings.into_problems() }, pieces })
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
    use crate::model::Moment;

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

    #[test]
    fn pieces_are_known_again_around_what_is_new_other_or_gone() {
        let records: Vec<Record> =
            ["a", "b", "c", "d", "e"].map(|id| EntryKind::Note.key(id).blank(Moment::UNIX_EPOCH)).into();
        let texts = ["a", "b", "c", "d", "e"];
        // Capitals are other words of the same entry, `x` and `y` are new entries.
        for (text, known) in [
            ("abcde", "abcde"),
            ("abxcde", "abcde"),
            ("abxycyde", "abcde"),
            ("aBCDe", "ae"),
            ("Abcde", "bcde"),
            ("acde", "acde"),
            ("aDe", "ae"),
            ("xABcye", "ce"),
        ] {
            let mut pieces = KnownPieces::new(texts.into_iter().zip(&records).collect());
            let mut met = String::new();
            for piece in text.split("").filter(|piece| !piece.is_empty()) {
                match pieces.says(piece) {
                    Some(record) => met.push_str(record.key().name()),
                    None => pieces.go_behind(&EntryKind::Note.key(&piece.to_lowercase())),
                }
            }
            assert_eq!(met, known, "{text}");
        }
    }
}
