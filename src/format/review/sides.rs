//! A review file that holds two sides of a merge: with git's conflict markers, or with the same note or paragraph
//! twice, which git makes without a word. Both sides are read and made into one; nothing of either is dropped.

use std::collections::HashMap;

use toml_edit::{ArrayOfTables, DocumentMut, Item};

use super::carry_unknown::carry_unknown;
use super::edit::detached;
use super::git_realign::git_realign;
use super::markers::{self, Split};
use super::read::{normal, normal_cow, read_review, too_much, unreadable};
use super::side::{MergeSide, known_fields, side};
use super::write::{key_of, write_into};
use crate::format::findings::{FileKind, Findings};
use crate::format::{FileProblem, FileProblems};
use crate::messages::user_message;
use crate::model::{EntryKey, EntryKind, Review, ThreeWayMerge};

/// How a file comes to hold two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TwoSides {
    /// git could not merge it and left conflict markers.
    Markers,
    /// It has a note or a paragraph twice.
    Twice,
}

/// A review file that was read.
#[derive(Debug, Clone)]
pub struct ReadReview {
    /// For editing ([`write_into`]). Of two sides it is already the one that both become: not the text that was read.
    pub doc: DocumentMut,
    /// What it says.
    pub review: Review,
    /// Whether the text was two sides of a merge. Whoever writes the review then writes over both.
    pub two_sides: Option<TwoSides>,
}

/// Reads a review file, also one that holds two sides of a merge. `stages` are those sides as they were before they were
/// merged, where they are known.
///
/// # Errors
/// The first problem that keeps it from being read.
pub fn read_sides(source: &str, stages: Option<Stages>) -> Result<ReadReview, FileProblem> {
    read_and_place(source, stages).map(|(read, _)| read)
}

/// Whether a text has what looks like git's conflict markers.
#[must_use]
pub fn has_conflict_markers(source: &str) -> bool {
    markers::any(source)
}

/// Both sides of a conflict, and what they come from, each a whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stages {
    /// The file as it was on our side.
    pub ours: String,
    /// The file as it was on the other side.
    pub theirs: String,
    /// What both come from, if they come from one file.
    pub base: Option<String>,
}

/// The same, and the places at which the text holds two sides.
pub(super) fn read_and_place(
    source: &str,
    stages: Option<Stages>,
) -> Result<(ReadReview, FileProblems), FileProblem> {
    let text = normal_cow(source);
    if let Some(problem) = too_much(&text) {
        return Err(problem);
    }
    let whole = stages.and_then(|Stages { ours, theirs, base }| {
        let base = base.as_deref().map(normal);
        markers::of_known(&text, normal(&ours), base, normal(&theirs))
    });
    if let Some(split) = whole
        && let Some(found) = read_split(&text, &split)
    {
        return Ok(found);
    }
    if let Some(split) = markers::split(&text, |split| fit(split).is_some())
        && let Some(found) = read_split(&text, &split)
    {
        return Ok(found);
    }
    let (side, places) = side(&text)?;
    if places.is_empty() {
        let MergeSide { doc, review } = side;
        return Ok((ReadReview { doc, review, two_sides: None }, places));
    }
    let read = read_again(&side, TwoSides::Twice).ok_or_else(|| unreadable(&text))?;
    Ok((read, places))
}

/// What two sides become, and where they stand in the text.
fn read_split(text: &str, split: &Split) -> Option<(ReadReview, FileProblems)> {
    let (ours, theirs) = fit(split)?;
    let read = read_again(&join(ours, &theirs, split), TwoSides::Markers)?;
    Some((read, conflicts_at(text, &split.begins)))
}

/// What was made of two sides must be a review file like any other, and say what is meant.
fn read_again(side: &MergeSide, how: TwoSides) -> Option<ReadReview> {
    let (doc, review) = read_review(&side.doc.to_string()).ok()?;
    (review == side.review).then_some(ReadReview { doc, review, two_sides: Some(how) })
}

/// The places of the conflicts that begin on these lines.
fn conflicts_at(text: &str, begins: &[usize]) -> FileProblems {
    let mut findings = Findings::new(FileKind::Review, text);
    let (mut byte, mut begins) = (0, begins.iter().peekable());
    for (at, line) in text.split_inclusive('\n').enumerate() {
        if begins.next_if_eq(&&at).is_some() {
            findings.warn(byte..byte, user_message("review-two-sides"), user_message("review-sides-hint"));
        }
        byte += line.len();
    }
    findings.into_problems()
}

/// Both sides of a reading, if both can be read and are of one review.
fn fit(split: &Split) -> Option<(MergeSide, MergeSide)> {
    let mut ours = side(&split.ours).ok()?.0;
    let mut theirs = side(&split.theirs).ok()?.0;
    git_realign(&mut ours, &theirs.review);
    git_realign(&mut theirs, &ours.review);
    let same = ours.review.symbol == theirs.review.symbol && ours.review.reviewer == theirs.review.reviewer;
    same.then_some((ours, theirs))
}

/// What this program knows of the file itself.
fn known_of_file() -> Vec<&'static str> {
    let lists = EntryKind::ALL.iter().map(|kind| kind.table().list);
    ["format", "symbol", "reviewer"].into_iter().chain(lists).collect()
}

/// What two sides become.
fn join(ours: MergeSide, theirs: &MergeSide, split: &Split) -> MergeSide {
    let base = split.base.as_deref().and_then(|base| side(base).ok()).map(|(mut base, _)| {
        git_realign(&mut base, &ours.review);
        git_realign(&mut base, &theirs.review);
        base.review
    });
    let base = base.filter(|base| base.symbol == ours.review.symbol);
    let merge =
        ThreeWayMerge { ours: &split.our_name, theirs: &split.their_name, texts_known: split.base_is_exact };
    let after = merge.join(base.as_ref(), &ours.review, &theirs.review).canonical();
    let MergeSide { mut doc, review: mut before } = ours;
    let from = split.their_name.as_str();
    carry_unknown(doc.as_table_mut(), theirs.doc.as_table(), &known_of_file(), from);
    for kind in EntryKind::ALL {
        // What only the other side has is in the document from here on, as that side says it.
        for key in take_in(&mut doc, &theirs.doc, *kind, from) {
            if let Some(record) = theirs.review.get(&key) {
                before.insert(record.clone());
            }
        }
    }
    write_into(&mut doc, &before, &after);
    MergeSide { doc, review: after }
}

/// Takes the tables of the other side's list in: whole, where the key is new, else what is not known of them. Gives
/// the new keys.
fn take_in(doc: &mut DocumentMut, theirs: &DocumentMut, kind: EntryKind, from: &str) -> Vec<EntryKey> {
    let mut new = Vec::new();
    let name = kind.table().list;
    let Some(others) = theirs.get(name).and_then(Item::as_array_of_tables) else { return new };
    let list = doc.entry(name).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(list) = list.as_array_of_tables_mut() else { return new };
    let places: HashMap<EntryKey, usize> =
        list.iter().enumerate().filter_map(|(at, table)| Some((key_of(table, kind)?, at))).collect();
    let known = known_fields(kind);
    for other in others {
        let Some(key) = key_of(other, kind) else { continue };
        match places.get(&key).and_then(|at| list.get_mut(*at)) {
            Some(table) => carry_unknown(table, other, &known, from),
            None => {
                list.push(detached(other.clone()));
                new.push(key);
            }
        }
    }
    new
}
