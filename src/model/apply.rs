//! Applying a change to a review, wholly or not at all. It says what it did, entry by entry, before and after: the
//! journal, undo and redo are made of that.

use std::collections::HashSet;

use super::field::{EntryValue, FieldRole, FieldValue};
use super::{Change, DiffSide, EntryConflict, EntryDiff, EntryKey, Moment, Record, Review};

/// Why a change could not be applied. Nothing was altered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejected {
    /// There is no such entry.
    Missing(EntryKey),
    /// It is there already.
    Exists(EntryKey),
    /// It is deleted.
    Deleted(EntryKey),
    /// No such conflict is open there.
    NoConflict(EntryKey),
    /// It has no such field, or the value does not fit: a fault of the program.
    Unfit(EntryKey),
}

/// The entries that a change has touched so far, each as it was, in the order in which it came to them.
#[derive(Default)]
struct Touched {
    before: Vec<(EntryKey, Option<Record>)>,
    keys: HashSet<EntryKey>,
}

impl Review {
    /// Applies a change at a moment; says what it did, each entry once.
    ///
    /// # Errors
    /// [`Rejected`] if the change speaks of what is not there as it should be. The review is then as before.
    pub fn apply(&mut self, change: Change, at: Moment) -> Result<Vec<EntryDiff>, Rejected> {
        let mut touched = Touched::default();
        let done = self.apply_part(change, at, &mut touched);
        let diffs = touched.before.into_iter().map(|(key, before)| {
            let after = self.get(&key).cloned();
            EntryDiff { key, before, after }
        });
        let diffs: Vec<EntryDiff> = diffs.collect();
        match done {
            Ok(()) => Ok(diffs),
            Err(why) => {
                diffs.iter().for_each(|diff| self.put(diff, DiffSide::Before));
                Err(why)
            }
        }
    }

    fn apply_part(&mut self, change: Change, at: Moment, touched: &mut Touched) -> Result<(), Rejected> {
        match change {
            Change::Add(record) => {
                let key = record.key();
                if self.get(&key).is_some() {
                    return Err(Rejected::Exists(key));
                }
                self.note_before(&key, touched);
                self.insert(*record);
                Ok(())
            }
            Change::Set { of, values } => {
                let record = self.live(&of, at, touched)?;
                let fits = values.into_iter().all(|value| record.set(value));
                fits.then_some(()).ok_or(Rejected::Unfit(of))
            }
            Change::Delete(of) if of.kind().table().implied => Err(Rejected::Unfit(of)),
            Change::Delete(of) => {
                self.live(&of, at, touched)?.set_deleted(Some(at));
                Ok(())
            }
            Change::Restore(of) => {
                self.touch(&of, at, touched)?.set_deleted(None);
                Ok(())
            }
            Change::Decide { of, conflict, other } => self.decide(of, &conflict, other, at, touched),
            Change::KeepBoth { of, conflict, place, value } => {
                self.keep_both(of, conflict, place, value, at, touched)
            }
            Change::Many(changes) => {
                changes.into_iter().try_for_each(|change| self.apply_part(change, at, touched))
            }
        }
    }

    fn decide(
        &mut self,
        of: EntryKey,
        conflict: &EntryConflict,
        other: bool,
        at: Moment,
        touched: &mut Touched,
    ) -> Result<(), Rejected> {
        let known = self.get(&of).map(Record::conflicts).unwrap_or_default();
        let Some(place) = known.iter().position(|one| one == conflict) else {
            return Err(Rejected::NoConflict(of));
        };
        let record = self.live(&of, at, touched)?;
        record.conflicts_mut().remove(place);
        if !other {
            return Ok(());
        }
        // What went with the value that stood does not go with this one.
        for field in
            record.fields().iter().filter(|field| field.role == FieldRole::With(conflict.value.field))
        {
            (field.set)(record, EntryValue::None);
        }
        record.set(conflict.value.clone()).then_some(()).ok_or(Rejected::Unfit(of))
    }

    fn keep_both(
        &mut self,
        of: EntryKey,
        conflict: EntryConflict,
        place: usize,
        value: Option<EntryValue>,
        at: Moment,
        touched: &mut Touched,
    ) -> Result<(), Rejected> {
        let field = conflict.value.field;
        if of.kind().disputable().all(|known| known.name != field) {
            return Err(Rejected::NoConflict(of));
        }
        let record = self.touch(&of, at, touched)?;
        let conflicts = record.conflicts_mut();
        // One that is kept already is not kept twice.
        if !conflicts.contains(&conflict) {
            conflicts.insert(place.min(conflicts.len()), conflict);
        }
        let fits = value.is_none_or(|value| record.set(FieldValue { field, value }));
        fits.then_some(()).ok_or(Rejected::Unfit(of))
    }

    fn note_before(&self, key: &EntryKey, touched: &mut Touched) {
        if touched.keys.insert(key.clone()) {
            touched.before.push((key.clone(), self.get(key).cloned()));
        }
    }

    /// The entry, counted as changed; an implied one is made if it is not there.
    fn touch(&mut self, key: &EntryKey, at: Moment, touched: &mut Touched) -> Result<&mut Record, Rejected> {
        self.note_before(key, touched);
        if self.get(key).is_none() && key.kind().table().implied {
            self.insert(key.blank(at));
        }
        let record = self.get_mut(key).ok_or_else(|| Rejected::Missing(key.clone()))?;
        record.touch(at);
        Ok(record)
    }

    fn live(&mut self, key: &EntryKey, at: Moment, touched: &mut Touched) -> Result<&mut Record, Rejected> {
        if self.get(key).is_some_and(|record| !record.is_live()) {
            return Err(Rejected::Deleted(key.clone()));
        }
        self.touch(key, at, touched)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{GivenOn, Note, NoteId, NoteKind, ReviewStatus, Symbol};
    use super::*;
    use proptest::prelude::*;

    fn at() -> Moment {
        "2026-11-23T14:02:00+01:00".parse().unwrap()
    }

    fn id(n: u8) -> NoteId {
        NoteId(format!("n{n}"))
    }

    fn note(n: u8, body: &str) -> Note {
        Note::new(id(n), "18".into(), NoteKind::Question, body.into(), at())
    }

    #[test]
    fn a_rejected_change_alters_nothing_even_half_way() {
        let mut review = Review::new(Symbol("A/1".into()), "amara");
        let before = review.clone();
        let gone = EntryKey::Note(NoteId("gone".into()));
        let many = Change::Many(vec![Change::add_note(note(1, "x")), Change::Delete(gone.clone())]);
        assert_eq!(review.apply(many, at()), Err(Rejected::Missing(gone)));
        assert_eq!(review, before);
        let of = EntryKey::Mark("18".into());
        for wrong in [
            Change::set(of.clone(), "body", String::new()),
            Change::set(of.clone(), "status", true),
            Change::Delete(of.clone()),
        ] {
            assert_eq!(review.apply(wrong, at()), Err(Rejected::Unfit(of.clone())));
            assert_eq!(review, before);
        }
        review.apply(Change::add_note(note(1, "x")), at()).unwrap();
        review.apply(Change::delete_note(id(1)), at()).unwrap();
        let edit = Change::edit_note(id(1), "y".into(), NoteKind::Point);
        assert_eq!(review.apply(edit, at()), Err(Rejected::Deleted(EntryKey::Note(id(1)))));
    }

    fn change() -> impl Strategy<Value = Change> {
        let body = "[ab]{0,3}";
        prop_oneof![
            (1..4_u8, body).prop_map(|(n, body)| Change::add_note(note(n, &body))),
            (1..4_u8, body, any::<bool>()).prop_map(|(n, body, point)| {
                let kind = if point { NoteKind::Point } else { NoteKind::Comment };
                Change::edit_note(id(n), body, kind)
            }),
            (1..4_u8, any::<bool>()).prop_map(|(n, settled)| Change::settle_note(id(n), settled)),
            (1..4_u8).prop_map(|n| Change::delete_note(id(n))),
            (1..4_u8).prop_map(|n| Change::Restore(EntryKey::Note(id(n)))),
            (1..4_u8, 0..5_usize).prop_map(|(n, status)| {
                let on = GivenOn { language: "zh".into(), text_hash: format!("{n}") };
                let status = ReviewStatus::ALL.get(status).copied().unwrap_or_default();
                Change::set_status(n.to_string().as_str().into(), status, Some(on))
            }),
            (1..4_u8, 0..4_usize).prop_map(|(n, which)| {
                let value = match which {
                    0 => FieldValue::new("body", "other".to_owned()),
                    1 => FieldValue::new("kind", NoteKind::Editorial),
                    2 => FieldValue::new("deleted", Some(at())),
                    _ => FieldValue::new("settled", true),
                };
                let conflict = EntryConflict { value, from: "laptop".into() };
                Change::KeepBoth { of: EntryKey::Note(id(n)), conflict, place: 0, value: None }
            }),
        ]
    }

    proptest! {
        #[test]
        fn what_a_change_did_leads_back_and_forth(
            first in proptest::collection::vec(change(), 0..12),
            last in proptest::collection::vec(change(), 1..4),
            decide in any::<bool>(),
        ) {
            let mut review = Review::new(Symbol("A/1".into()), "amara");
            for change in first {
                let _ = review.apply(change, at());
            }
            let mut changes = last;
            if let Some(open) = review.undecided().next() {
                let (of, conflict) = (open.record.key(), open.conflict.clone());
                changes = vec![Change::Decide { of, conflict, other: decide }];
            }
            let before = review.clone();
            match review.apply(Change::Many(changes), at()) {
                Err(_) => prop_assert_eq!(review, before),
                Ok(diffs) => {
                    let after = review.clone();
                    prop_assert!(diffs.iter().all(|diff| diff.stands(&review, DiffSide::After)));
                    for side in [DiffSide::Before, DiffSide::After] {
                        if let Some(change) = review.change_towards(&diffs, side) {
                            review.apply(change, at()).unwrap();
                        }
                        prop_assert!(diffs.iter().all(|diff| diff.stands(&review, side)));
                        prop_assert_eq!(review.change_towards(&diffs, side), None);
                    }
                    let mut put = after;
                    diffs.iter().for_each(|diff| put.put(diff, DiffSide::Before));
                    prop_assert_eq!(put, before);
                }
            }
        }
    }
}
