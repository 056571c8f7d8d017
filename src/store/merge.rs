//! A reviewer's changes applied to what lies on the disk now, which may not be what the reviewer saw. Pure.
//!
//! Changes are operations, so what another window wrote stays. Where both gave one field different values, one's
//! own stands and the other's is kept beside it. No conflict is ever decided by time.

use std::collections::HashMap;
use std::sync::Arc;

use super::error::StoreError;
use crate::model::{
    Change, EntryConflict, EntryField, EntryKey, EntryValue, FieldRole, FieldShape, FieldValue, Moment,
    PendingOperation, Record, Rejected, Review,
};

/// An operation that could not be done to what lies on the disk. It is given back whole: nothing is lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The operation that was not done.
    pub pending: Arc<PendingOperation>,
    /// Why it was not done.
    pub why: Refusal,
}

/// Why a change is not in the file though the file was saved.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// It speaks of what is not there, or not as it should be.
    Rejected(Rejected),
    /// With it the file cannot be written, without it it can.
    Unsavable(StoreError),
}

/// A field to which two writers gave different values: one's own stands, the other's is beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Of which entry.
    pub of: EntryKey,
    /// The value that does not stand, and when its entry was last changed.
    pub conflict: EntryConflict,
}

/// The review after the operations, what was refused, and where two writers disagree.
pub(super) struct Merged {
    pub after: Review,
    pub refused: Vec<Refused>,
    pub conflicts: Vec<Conflict>,
    /// What the operations altered is in the review exactly as they left it where they were done.
    pub as_done: bool,
}

/// What operations found and left: of each entry the state before the first of them, and after the last.
type States<'a> = HashMap<&'a EntryKey, (Option<&'a Record>, Option<&'a Record>)>;

/// Does operations to `disk` that were done to a review which may have been another.
pub(super) fn merge(disk: &Review, pending: &[Arc<PendingOperation>]) -> Merged {
    let mut after = disk.clone();
    let mut refused = Vec::new();
    let mut conflicts: Vec<Conflict> = Vec::new();
    let mut states = States::new();
    for diff in pending.iter().flat_map(|one| &one.operation.diffs) {
        let state = states.entry(&diff.key).or_insert((diff.before.as_ref(), None));
        state.1 = diff.after.as_ref();
    }
    for one in pending {
        let at = one.operation.at;
        match after.apply(one.change.clone(), at) {
            Ok(_) => find_conflicts(&one.change, at, &states, disk, &mut conflicts),
            // Saved already, and not known to be: a retry after an unsure ending.
            Err(_) if is_done(&one.change, disk) => {}
            Err(why) => {
                refused.push(Refused { pending: one.clone(), why: Refusal::Rejected(why) });
            }
        }
    }
    conflicts.retain(|conflict| keep(&mut after, conflict));
    let after = after.canonical();
    let left = |(key, (_, left)): (&&EntryKey, &(_, Option<&Record>))| after.get(key) == *left;
    let as_done = refused.is_empty() && conflicts.is_empty() && states.iter().all(left);
    Merged { after, refused, conflicts, as_done }
}

/// Puts the value beside the one that stands; false if it stands there already or is kept already.
fn keep(after: &mut Review, Conflict { of, conflict }: &Conflict) -> bool {
    let Some(record) = after.get_mut(of) else { return false };
    let deleted = of.kind().field(conflict.value.field).is_some_and(|field| field.role == FieldRole::Deleted);
    if deleted && conflict.value.value != EntryValue::None {
        // Deleted here, changed there: it stays until a person says otherwise.
        record.set(FieldValue { field: conflict.value.field, value: EntryValue::None });
    }
    let known = record.conflicts_mut();
    let new = known.iter().all(|one| one.value != conflict.value);
    if new {
        known.push(conflict.clone());
    }
    new
}

/// Whether the disk is as the change wants it.
fn is_done(change: &Change, disk: &Review) -> bool {
    let stands = |of: &EntryKey, value: &FieldValue| {
        disk.get(of).and_then(|record| record.get(value.field)).as_ref() == Some(&value.value)
    };
    let kept = |of: &EntryKey| disk.get(of).map(Record::conflicts).unwrap_or_default();
    match change {
        Change::Add(record) => {
            let mut meant = (**record).clone();
            meant.make_canonical();
            disk.get(&meant.key()).is_some_and(|found| {
                let text = |field: &&EntryField| field.shape == FieldShape::Text;
                found.paragraph() == meant.paragraph()
                    && found
                        .fields()
                        .iter()
                        .filter(text)
                        .all(|field| (field.get)(found) == (field.get)(&meant))
            })
        }
        Change::Set { of, values } => values.iter().all(|value| stands(of, value)),
        Change::Delete(of) => disk.get(of).is_some_and(|found| !found.is_live()),
        Change::Restore(of) => disk.get(of).is_some_and(Record::is_live),
        Change::Decide { of, conflict, other } => {
            !kept(of).contains(conflict) && (!other || stands(of, &conflict.value))
        }
        Change::KeepBoth { of, conflict, .. } => kept(of).contains(conflict),
        Change::Many(changes) => changes.iter().all(|change| is_done(change, disk)),
    }
}

fn find_conflicts(change: &Change, at: Moment, states: &States<'_>, disk: &Review, into: &mut Vec<Conflict>) {
    // As it was where the operation was done, which is what its author saw.
    let seen = |of: &EntryKey| states.get(of).and_then(|(found, _)| *found);
    let mut wanted = |of: &EntryKey, mine: &FieldValue| {
        let Some(field) = of.kind().disputable().find(|field| field.name == mine.field) else { return };
        let known = |one: &Conflict| one.of == *of && one.conflict.value.field == mine.field;
        let Some(record) = disk.get(of).filter(|_| !into.iter().any(known)) else { return };
        let theirs = (field.get)(record);
        // An implied entry of which nothing was ever said says what a blank one says.
        let before = match seen(of) {
            None if of.kind().table().implied => Some((field.get)(&of.blank(at))),
            seen => seen.map(field.get),
        };
        // Changed there, and neither what was seen nor what is wanted.
        if before.is_some_and(|before| before != theirs) && theirs != mine.value {
            let value = FieldValue { field: field.name, value: theirs };
            let from = record.changed().to_string();
            into.push(Conflict { of: of.clone(), conflict: EntryConflict { value, from } });
        }
    };
    match change {
        // Yes and no are set anew each time: only words, choices and places are worth a second look.
        Change::Set { of, values } => {
            let told = values.iter().filter(|value| !matches!(value.value, EntryValue::Truth(_)));
            told.for_each(|value| wanted(of, value));
        }
        Change::Decide { of, conflict, other: true } => wanted(of, &conflict.value),
        Change::Delete(of) => {
            if let (Some(before), Some(now)) = (seen(of), disk.get(of))
                && now.is_live()
                && has_other_words(before, now)
                && let Some(field) = now.fields().iter().find(|field| field.role == FieldRole::Deleted)
            {
                let value = FieldValue { field: field.name, value: EntryValue::Moment(at) };
                let conflict = EntryConflict { value, from: at.to_string() };
                into.push(Conflict { of: of.clone(), conflict });
            }
        }
        Change::Many(changes) => {
            changes.iter().for_each(|change| find_conflicts(change, at, states, disk, into));
        }
        Change::Add(_)
        | Change::Restore(_)
        | Change::Decide { other: false, .. }
        | Change::KeepBoth { .. } => {}
    }
}

/// Whether another writer has said something else since, so that deleting would take away what was not seen.
fn has_other_words(before: &Record, now: &Record) -> bool {
    let told = |field: &&EntryField| {
        field.role == FieldRole::Content && matches!(field.shape, FieldShape::Text | FieldShape::Choice(_))
    };
    now.fields().iter().filter(told).any(|field| (field.get)(before) != (field.get)(now))
}
