//! Two values that two sides gave one field of an entry. One stands in the field, the other is kept beside it until
//! a person picks: never decided by time, never dropped.

use super::{EntryKind, FieldValue, Record};

/// A value that another side gave a field, beside the one that stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryConflict {
    /// The field, and what the other side says.
    pub value: FieldValue,
    /// Where it came from, for people: a side's name, a moment. May be empty.
    pub from: String,
}

/// A conflict with all that a person needs to pick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undecided<'a> {
    /// The entry, with the value that stands.
    pub record: &'a Record,
    /// What the other side says.
    pub conflict: &'a EntryConflict,
}

impl super::Review {
    /// What is to be decided, kind by kind: the conflicts of entries that are not deleted. One whose two values have
    /// become the same is none any more.
    pub fn undecided(&self) -> impl Iterator<Item = Undecided<'_>> {
        let live =
            |kind: EntryKind| self.records().filter(move |record| record.is_live() && record.kind() == kind);
        let open = |record| {
            Record::undecided(record).into_iter().map(move |conflict| Undecided { record, conflict })
        };
        EntryKind::ALL.iter().copied().flat_map(live).flat_map(open)
    }
}

/// Those that are not what the record says itself.
pub(super) fn undecided(conflicts: &[EntryConflict], record: impl FnOnce() -> Record) -> Vec<&EntryConflict> {
    if conflicts.is_empty() {
        return Vec::new();
    }
    let record = record();
    let stands = |one: &EntryConflict| record.get(one.value.field);
    conflicts.iter().filter(|one| stands(one).is_some_and(|stands| stands != one.value.value)).collect()
}
