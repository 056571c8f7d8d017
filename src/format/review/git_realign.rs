//! git merges lines, and the lines of entries are much alike: where one side changed the last note and the other wrote a
//! new one behind it, git can give the end of the one to the head of the other. What shows it is the moment at which
//! an entry was first saved, which no one ever changes: it is then the moment of the one before.

use toml_edit::{ArrayOfTables, Item};

use super::carry_unknown::carry_unknown;
use super::side::{MergeSide, known_fields};
use super::write::{key_of, write_into};
use crate::model::{EntryKey, EntryKind, EntryValue, FieldValue, Record, Review};

/// When an entry was first saved.
const CREATED: &str = "created";

/// Gives ends of entries in a side back to those that they belong to. `other` is the other side.
pub(super) fn git_realign(side: &mut MergeSide, other: &Review) {
    EntryKind::ALL.iter().for_each(|kind| realign_kind(side, other, *kind));
}

fn realign_kind(side: &mut MergeSide, other: &Review, kind: EntryKind) {
    let name = kind.table().list;
    // In the order of the file: an end is given to the head that follows.
    let keys = |list: &ArrayOfTables| list.iter().filter_map(|table| key_of(table, kind)).collect();
    let keys: Vec<EntryKey> =
        side.doc.get(name).and_then(Item::as_array_of_tables).map(keys).unwrap_or_default();
    let created = |review: &Review, key: &EntryKey| review.get(key).and_then(|record| record.get(CREATED));
    let mut after = side.review.clone();
    let mut moved: Vec<(EntryKey, EntryKey)> = Vec::new();
    for (place, key) in keys.iter().enumerate() {
        let here = created(&side.review, key);
        if here.is_none() || created(other, key).is_none_or(|there| Some(there) == here) {
            continue;
        }
        let owner = keys.iter().take(place).rev().find(|owner| created(&side.review, owner) == here);
        let (Some(owner), Some(end)) = (owner, side.review.get(key)) else { continue };
        after.remove(key);
        if let Some(head) = after.get(owner).cloned() {
            after.insert(with_head(&head, end));
        }
        moved.push((key.clone(), owner.clone()));
    }
    if moved.is_empty() {
        return;
    }
    if let Some(tables) = side.doc.get_mut(name).and_then(Item::as_array_of_tables_mut) {
        let known = known_fields(kind);
        for (from, to) in &moved {
            let is = |table: &toml_edit::Table, key: &EntryKey| key_of(table, kind).as_ref() == Some(key);
            let Some(end) = tables.iter().find(|table| is(table, from)).cloned() else { continue };
            if let Some(table) = tables.iter_mut().find(|table| is(table, to)) {
                carry_unknown(table, &end, &known, "");
            }
        }
    }
    write_into(&mut side.doc, &side.review, &after);
    side.review = after;
}

/// The entry of a head with what stood below another's: key and paragraph stand above, the rest below.
fn with_head(head: &Record, end: &Record) -> Record {
    let mut whole = head.clone();
    for field in end.fields().iter().filter(|field| field.name != "paragraph") {
        let value: EntryValue = (field.get)(end);
        whole.set(FieldValue { field: field.name, value });
    }
    whole.conflicts_mut().clone_from(&end.conflicts().to_vec());
    whole
}
