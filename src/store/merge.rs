//! A reviewer's changes applied to what lies on the disk now, which may not be what the reviewer saw. Pure.
//!
//! Changes are operations, so what another window wrote stays. Where both gave one field different values, one's
//! own stands and the other's is kept beside it. No conflict is ever decided by time.

use super::error::StoreError;
use crate::model::{
    Change, EntryConflict, EntryKey, Field, FieldRole, FieldValue, Moment, OperationId, OperationKind,
    Record, Rejected, Review, Shape, Value,
};

/// A change and when it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped {
    /// What.
    pub change: Change,
    /// When.
    pub at: Moment,
    /// Under which id the journal keeps it. The same change, tried again, has the same.
    pub id: OperationId,
    /// Whether it is new, or takes something back, or does something again.
    pub kind: OperationKind,
}

impl Stamped {
    /// A change that is new.
    #[must_use]
    pub fn new(id: OperationId, change: Change, at: Moment) -> Self {
        Self { change, at, id, kind: OperationKind::Done }
    }
}

/// A change that could not be applied to what lies on the disk. It is given back whole: nothing is lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The change.
    pub stamped: Stamped,
    /// Why.
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

/// The review after the changes, what was refused, and where two writers disagree.
pub(super) struct Merged {
    pub after: Review,
    pub refused: Vec<Refused>,
    pub conflicts: Vec<Conflict>,
}

/// Applies changes that were made on `seen` to `disk`.
pub(super) fn merge(seen: &Review, disk: &Review, changes: &[Stamped]) -> Merged {
    let mut after = disk.clone();
    let mut refused = Vec::new();
    let mut conflicts: Vec<Conflict> = Vec::new();
    for stamped in changes {
        match after.apply(stamped.change.clone(), stamped.at) {
            Ok(_) => find_conflicts(stamped, &stamped.change, seen, disk, &mut conflicts),
            // Saved already, and not known to be: a retry after an unsure ending.
            Err(_) if is_done(&stamped.change, disk) => {}
            Err(why) => {
                refused.push(Refused { stamped: stamped.clone(), why: Refusal::Rejected(why) });
            }
        }
    }
    conflicts.retain(|conflict| keep(&mut after, conflict));
    Merged { after: after.canonical(), refused, conflicts }
}

/// Puts the value beside the one that stands; false if it stands there already or is kept already.
fn keep(after: &mut Review, Conflict { of, conflict }: &Conflict) -> bool {
    let Some(record) = after.get_mut(of) else { return false };
    let deleted = of.kind().field(conflict.value.field).is_some_and(|field| field.role == FieldRole::Deleted);
    if deleted && conflict.value.value != Value::None {
        // Deleted here, changed there: it stays until a person says otherwise.
        record.set(FieldValue { field: conflict.value.field, value: Value::None });
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
                let text = |field: &&Field| field.shape == Shape::Text;
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

fn find_conflicts(
    stamped: &Stamped,
    change: &Change,
    seen: &Review,
    disk: &Review,
    into: &mut Vec<Conflict>,
) {
    let mut wanted = |of: &EntryKey, mine: &FieldValue| {
        let Some(field) = of.kind().disputable().find(|field| field.name == mine.field) else { return };
        let known = |one: &Conflict| one.of == *of && one.conflict.value.field == mine.field;
        let Some(record) = disk.get(of).filter(|_| !into.iter().any(known)) else { return };
        let theirs = (field.get)(record);
        // An implied entry of which nothing was ever said says what a blank one says.
        let before = match seen.get(of) {
            None if of.kind().table().implied => Some((field.get)(&of.blank(stamped.at))),
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
            let told = values.iter().filter(|value| !matches!(value.value, Value::Truth(_)));
            told.for_each(|value| wanted(of, value));
        }
        Change::Decide { of, conflict, other: true } => wanted(of, &conflict.value),
        Change::Delete(of) => {
            if let (Some(before), Some(now)) = (seen.get(of), disk.get(of))
                && now.is_live()
                && has_other_words(before, now)
                && let Some(field) = now.fields().iter().find(|field| field.role == FieldRole::Deleted)
            {
                let value = FieldValue { field: field.name, value: Value::Moment(stamped.at) };
                let conflict = EntryConflict { value, from: stamped.at.to_string() };
                into.push(Conflict { of: of.clone(), conflict });
            }
        }
        Change::Many(changes) => {
            changes.iter().for_each(|change| find_conflicts(stamped, change, seen, disk, into));
        }
        Change::Add(_)
        | Change::Restore(_)
        | Change::Decide { other: false, .. }
        | Change::KeepBoth { .. } => {}
    }
}

/// Whether another writer has said something else since, so that deleting would take away what was not seen.
fn has_other_words(before: &Record, now: &Record) -> bool {
    let told = |field: &&Field| {
        field.role == FieldRole::Content && matches!(field.shape, Shape::Text | Shape::Choice(_))
    };
    now.fields().iter().filter(told).any(|field| (field.get)(before) != (field.get)(now))
}
