//! One side of a merge, or a file without any: the review, and its text for editing, with what stands twice made one.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use toml_edit::{DocumentMut, Item};

use super::carry_unknown::carry_unknown;
use super::read::{ReviewReading, editable, read, unreadable};
use super::write::write_into;
use crate::format::{FileProblem, FileProblems};
use crate::model::{EntryKey, EntryKind, Record, Review, ThreeWayMerge};

/// One side, with what stands twice made one.
pub(super) struct MergeSide {
    pub doc: DocumentMut,
    pub review: Review,
}

/// Reads one side; with it come the places of what stands twice in it.
///
/// # Errors
/// The first problem that keeps it from being read.
pub(super) fn side(source: &str) -> Result<(MergeSide, FileProblems), FileProblem> {
    let ReviewReading { entries, problems } = read(source);
    if let Some(problem) = problems.first_error() {
        return Err(problem.clone());
    }
    let Some(entries) = entries else { return Err(unreadable(source)) };
    let mut doc = editable(source)?;
    if problems.is_empty() {
        return Ok((MergeSide { doc, review: entries.review() }, problems));
    }
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
    Ok((MergeSide { doc, review: after }, problems))
}

/// The fields of an entry that this program knows.
pub(super) fn known_fields(kind: EntryKind) -> Vec<&'static str> {
    let table = kind.table();
    std::iter::once(table.name).chain(table.fields.iter().map(|field| field.name)).collect()
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
            carry_unknown(table, &other, known, "");
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
