//! A review file that holds two sides of a merge: with git's conflict markers, or with the same note or paragraph
//! twice, which git makes without a word. Both sides are read and made into one; nothing of either is dropped.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use toml_edit::{ArrayOfTables, DocumentMut, Item};

use super::adopt::{adopt, detached};
use super::markers::{self, Split};
use super::pieces;
use super::problem::{ProblemKind, Problems, ReviewProblem};
use super::read::{Reading, normal, normal_cow, read, read_review, too_much, without_problems};
use super::realign::realign;
use super::write::{key_of, write_into};
use crate::messages::said;
use crate::model::{EntryKey, EntryKind, Record, Review, ThreeWayMerge};

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

/// Reads a review file, also one that holds two sides of a merge.
///
/// # Errors
/// The first problem that keeps it from being read.
pub fn read_sides(source: &str) -> Result<ReadReview, ReviewProblem> {
    read_and_place(source, None).map(|(read, _)| read)
}

/// The same, where the sides of a conflict are known as they were before they were merged.
///
/// # Errors
/// As [`read_sides`].
pub fn read_sides_of(source: &str, stages: Option<Stages>) -> Result<ReadReview, ReviewProblem> {
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
    /// Our side.
    pub ours: String,
    /// The other side.
    pub theirs: String,
    /// What both come from, if they come from one file.
    pub base: Option<String>,
}

/// Every problem of a review file; none if nothing is wrong. Of one that holds two sides that can be read, the places
/// at which it does.
#[must_use]
pub fn review_problems(source: &str) -> Vec<ReviewProblem> {
    if let Some(problems) = pieces::problems(&normal_cow(source)) {
        return problems;
    }
    match read_and_place(source, None) {
        Ok((_, places)) => places,
        Err(problem) => {
            let problems = read(source).problems;
            if problems.is_empty() { vec![problem] } else { problems }
        }
    }
}

fn read_and_place(
    source: &str,
    stages: Option<Stages>,
) -> Result<(ReadReview, Vec<ReviewProblem>), ReviewProblem> {
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
    let reading = read(&text);
    if reading.problems.is_empty() {
        let (doc, review) = without_problems(reading, &text)?;
        return Ok((ReadReview { doc, review, two_sides: None }, Vec::new()));
    }
    let places = reading.problems.clone();
    let side = side(reading)?;
    let unreadable = || ReviewProblem::at(ProblemKind::Broken, &text, 0, said("review-unreadable"));
    let read = read_again(&side, TwoSides::Twice).ok_or_else(unreadable)?;
    Ok((read, places))
}

/// What two sides become, and where they stand in the text.
fn read_split(text: &str, split: &Split) -> Option<(ReadReview, Vec<ReviewProblem>)> {
    let (ours, theirs) = fit(split)?;
    let read = read_again(&join(ours, &theirs, split), TwoSides::Markers)?;
    Some((read, conflicts_at(text, &split.begins)))
}

/// What was made of two sides must be a review file like any other, and say what is meant.
fn read_again(side: &Side, how: TwoSides) -> Option<ReadReview> {
    let (doc, review) = read_review(&side.doc.to_string()).ok()?;
    (review == side.review).then_some(ReadReview { doc, review, two_sides: Some(how) })
}

/// The places of the conflicts that begin on these lines.
fn conflicts_at(text: &str, begins: &[usize]) -> Vec<ReviewProblem> {
    let mut bytes: Vec<usize> = Vec::new();
    let (mut byte, mut begins) = (0, begins.iter().peekable());
    for (at, line) in text.split_inclusive('\n').enumerate() {
        if begins.next_if_eq(&&at).is_some() {
            bytes.push(byte);
        }
        byte += line.len();
    }
    let mut problems = Problems::of(text);
    for byte in bytes {
        problems.push(ProblemKind::TwoSides, byte, said("review-two-sides"));
    }
    problems.placed()
}

/// One side, with what stands twice made one.
pub(super) struct Side {
    pub doc: DocumentMut,
    pub review: Review,
}

/// Both sides of a reading, if both can be read and are of one review.
fn fit(split: &Split) -> Option<(Side, Side)> {
    let mut ours = side(read(&split.ours)).ok()?;
    let mut theirs = side(read(&split.theirs)).ok()?;
    realign(&mut ours, &theirs.review);
    realign(&mut theirs, &ours.review);
    let same = ours.review.symbol == theirs.review.symbol && ours.review.reviewer == theirs.review.reviewer;
    same.then_some((ours, theirs))
}

fn side(reading: Reading) -> Result<Side, ReviewProblem> {
    if let Some(problem) = reading.problems.iter().find(|problem| problem.kind != ProblemKind::TwoSides) {
        return Err(problem.clone());
    }
    let (Some(document), Some(entries)) = (reading.document, reading.entries) else {
        return Err(ReviewProblem::at(ProblemKind::Broken, "", 0, said("review-unreadable")));
    };
    let mut doc = document.into_mut();
    let merge = ThreeWayMerge { ours: "", theirs: "", texts_known: true };
    let records = entries.records.clone();
    let before = entries.review();
    let mut after = before.clone();
    for kind in EntryKind::ALL {
        let records: Vec<&Record> = records.iter().filter(|record| record.kind() == *kind).collect();
        let keys: Vec<EntryKey> = records.iter().map(|record| record.key()).collect();
        for (first, again) in fold(&mut doc, kind.table().list, &keys, &known_fields(*kind)) {
            let (Some(record), Some(other)) = (records.get(first), records.get(again)) else { continue };
            // A third one joins what the first two became.
            let joined = merge.join_records(None, after.get(&record.key()).unwrap_or(record), other);
            after.insert(joined);
        }
    }
    let after = after.canonical();
    write_into(&mut doc, &before, &after);
    Ok(Side { doc, review: after })
}

/// The fields of an entry that this program knows.
pub(super) fn known_fields(kind: EntryKind) -> Vec<&'static str> {
    let table = kind.table();
    std::iter::once(table.name).chain(table.fields.iter().map(|field| field.name)).collect()
}

/// What this program knows of the file itself.
fn known_of_file() -> Vec<&'static str> {
    let lists = EntryKind::ALL.iter().map(|kind| kind.table().list);
    ["format", "symbol", "reviewer"].into_iter().chain(lists).collect()
}

/// Removes the tables of a list whose key has stood before; what is not known of them goes to the first one. Gives the
/// places of the first and of each that went.
fn fold<K: Eq + Hash>(doc: &mut DocumentMut, list: &str, keys: &[K], known: &[&str]) -> Vec<(usize, usize)> {
    let mut first: HashMap<&K, usize> = HashMap::new();
    let mut pairs = Vec::new();
    for (at, key) in keys.iter().enumerate() {
        match first.get(key) {
            Some(first) => pairs.push((*first, at)),
            None => {
                first.insert(key, at);
            }
        }
    }
    let Some(tables) = doc.get_mut(list).and_then(Item::as_array_of_tables_mut) else { return pairs };
    for (first, again) in &pairs {
        let Some(other) = tables.get(*again).cloned() else { continue };
        if let Some(table) = tables.get_mut(*first) {
            adopt(table, &other, known, "");
        }
    }
    let gone: HashSet<usize> = pairs.iter().map(|(_, again)| *again).collect();
    let mut at = 0;
    tables.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
    pairs
}

/// What two sides become.
fn join(ours: Side, theirs: &Side, split: &Split) -> Side {
    let base = split.base.as_deref().and_then(|base| side(read(base)).ok()).map(|mut base| {
        realign(&mut base, &ours.review);
        realign(&mut base, &theirs.review);
        base.review
    });
    let base = base.filter(|base| base.symbol == ours.review.symbol);
    let merge =
        ThreeWayMerge { ours: &split.our_name, theirs: &split.their_name, texts_known: split.base_is_exact };
    let after = merge.join(base.as_ref(), &ours.review, &theirs.review).canonical();
    let Side { mut doc, review: mut before } = ours;
    let from = split.their_name.as_str();
    adopt(doc.as_table_mut(), theirs.doc.as_table(), &known_of_file(), from);
    for kind in EntryKind::ALL {
        // What only the other side has is in the document from here on, as that side says it.
        for key in take_in(&mut doc, &theirs.doc, *kind, from) {
            if let Some(record) = theirs.review.get(&key) {
                before.insert(record.clone());
            }
        }
    }
    write_into(&mut doc, &before, &after);
    Side { doc, review: after }
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
            Some(table) => adopt(table, other, &known, from),
            None => {
                list.push(detached(other.clone()));
                new.push(key);
            }
        }
    }
    new
}
