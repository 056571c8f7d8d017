//! Entries before and after: what a change did, or in what two reviews differ. Undo, the journal and recovery are made
//! of this: a change alone does not say what it took away.

use super::field::{EntryValue, FieldRole};
use super::{Change, EntryConflict, EntryKey, FieldValue, Label, Record, Review};

/// One entry, before and after. `None` is: there was none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryDiff {
    /// Which entry it is, also where it is there no more.
    pub key: EntryKey,
    /// As it was.
    pub before: Option<Record>,
    /// As it is since.
    pub after: Option<Record>,
}

/// Which side of an [`EntryDiff`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiffSide {
    /// How it was.
    Before,
    /// How it is since.
    After,
}

impl EntryDiff {
    /// Everything in which two reviews differ.
    #[must_use]
    pub fn between(before: &Review, after: &Review) -> Vec<Self> {
        let gone = before.records().filter(|record| after.get(&record.key()).is_none());
        let gone = gone.map(|record| Self { key: record.key(), before: Some(record.clone()), after: None });
        let changed = after.records().filter_map(|record| {
            let key = record.key();
            let was = before.get(&key);
            (was != Some(record)).then(|| Self { before: was.cloned(), after: Some(record.clone()), key })
        });
        gone.chain(changed).collect()
    }

    /// The entry on that side.
    #[must_use]
    pub const fn on(&self, side: DiffSide) -> Option<&Record> {
        match side {
            DiffSide::Before => self.before.as_ref(),
            DiffSide::After => self.after.as_ref(),
        }
    }

    /// The paragraph that it is about, as far as it is known.
    #[must_use]
    pub fn paragraph(&self) -> Option<&Label> {
        self.after.as_ref().or(self.before.as_ref()).map(Record::paragraph)
    }

    /// Whether the review says now what it said on that side. `rev` and times do not count.
    #[must_use]
    pub fn stands(&self, review: &Review, side: DiffSide) -> bool {
        let live = |record: &&Record| record.is_live();
        match (review.get(&self.key).filter(live), self.on(side).filter(live)) {
            (None, None) => true,
            (Some(now), Some(wanted)) => now.says_the_same(wanted),
            (Some(one), None) | (None, Some(one)) => {
                self.key.kind().table().implied && one.says_the_same(&self.key.blank(one.changed()))
            }
        }
    }

    fn towards(&self, side: DiffSide, review: &Review, into: &mut Vec<Change>) {
        let implied = self.key.kind().table().implied;
        let side = self.on(side).filter(|record| record.is_live());
        let blank = |known: Option<&Record>| match known {
            Some(record) => Some(record.clone()),
            None if implied => {
                let at = self.after.as_ref().or(self.before.as_ref()).map(Record::changed);
                at.map(|at| self.key.blank(at))
            }
            None => None,
        };
        match (blank(review.get(&self.key)), blank(side)) {
            (None, Some(wanted)) => into.push(Change::Add(Box::new(wanted))),
            (Some(now), None) if now.is_live() => into.push(Change::Delete(self.key.clone())),
            (_, None) => {}
            (Some(mut now), Some(wanted)) => {
                if !now.is_live() {
                    into.push(Change::Restore(self.key.clone()));
                    now.set_deleted(None);
                }
                for step in conflict_steps(&now, &wanted) {
                    let value = step
                        .value
                        .clone()
                        .map(|value| FieldValue { field: step.conflict.value.field, value });
                    value.into_iter().for_each(|value| {
                        now.set(value);
                    });
                    into.push(step.change(self.key.clone()));
                }
                let told = now
                    .fields()
                    .iter()
                    .filter(|field| matches!(field.role, FieldRole::Content | FieldRole::With(_)));
                let differs = told.filter(|field| (field.get)(&now) != (field.get)(&wanted));
                let values: Vec<FieldValue> = differs.map(|field| field.value(&wanted)).collect();
                if !values.is_empty() {
                    into.push(Change::Set { of: self.key.clone(), values });
                }
            }
        }
    }
}

/// A conflict that goes or comes on the way from one state of an entry to another.
struct ConflictStep {
    conflict: EntryConflict,
    /// Where it comes; none: it goes.
    place: Option<usize>,
    /// The value that takes the place of the one that stands.
    value: Option<EntryValue>,
}

impl ConflictStep {
    fn change(self, of: EntryKey) -> Change {
        let Self { conflict, place, value } = self;
        match place {
            Some(place) => Change::KeepBoth { of, conflict, place, value },
            None => Change::Decide { of, conflict, other: value.is_some() },
        }
    }
}

/// The steps from the conflicts of `now` to those of `wanted`, with the values that were picked on the way.
fn conflict_steps(now: &Record, wanted: &Record) -> Vec<ConflictStep> {
    let stand = |one: &EntryConflict| (now.get(one.value.field), wanted.get(one.value.field));
    let kept = now.conflicts();
    let gone = kept.iter().filter(|one| !wanted.conflicts().contains(one)).map(|one| {
        let (stands, wanted) = stand(one);
        let other = wanted.as_ref() == Some(&one.value.value) && stands != wanted;
        ConflictStep { conflict: one.clone(), place: None, value: wanted.filter(|_| other) }
    });
    let come =
        wanted.conflicts().iter().enumerate().filter(|(_, one)| !kept.contains(one)).map(|(place, one)| {
            let (stands, wanted) = stand(one);
            let value = wanted.filter(|wanted| stands.as_ref() != Some(wanted));
            ConflictStep { conflict: one.clone(), place: Some(place), value }
        });
    gone.chain(come).collect()
}

impl Review {
    /// The change that brings these entries to what they were on that side, whatever was done since; none if they say
    /// so already. This is undo ([`DiffSide::Before`]) and redo ([`DiffSide::After`]).
    #[must_use]
    pub fn change_towards(&self, diffs: &[EntryDiff], side: DiffSide) -> Option<Change> {
        let mut changes = Vec::new();
        for diff in diffs {
            diff.towards(side, self, &mut changes);
        }
        Change::of_all(changes)
    }

    /// Puts an entry to exactly what it was on that side, `rev` and times and all: for rebuilding what a file held.
    pub fn put(&mut self, diff: &EntryDiff, side: DiffSide) {
        match diff.on(side) {
            Some(record) => self.insert(record.clone()),
            None => {
                self.remove(&diff.key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Note, NoteId, NoteKind, ReviewStatus, Symbol};
    use super::*;

    #[test]
    fn the_difference_of_two_reviews_leads_from_one_to_the_other() {
        let at = "2026-11-23T14:02:00+01:00".parse().unwrap();
        let note = |id: &str, body: &str| {
            Note::new(NoteId(id.into()), "18".into(), NoteKind::Point, body.into(), at)
        };
        let review = |notes: [Note; 2], paragraph: &str, status| {
            let mut review = Review::new(Symbol("A/1".into()), "amara");
            notes.into_iter().for_each(|note| review.insert(note));
            review.apply(Change::set_status(paragraph.into(), status, None), at).unwrap();
            review
        };
        let one = review([note("n1", "one"), note("n2", "two")], "1", ReviewStatus::Accept);
        let two = review([note("n1", "changed"), note("n3", "three")], "2", ReviewStatus::Query);
        let diffs = EntryDiff::between(&one, &two);
        assert_eq!(diffs.len(), 5);
        let mut led = one.clone();
        diffs.iter().for_each(|diff| led.put(diff, DiffSide::After));
        assert_eq!(led, two);
        diffs.iter().for_each(|diff| led.put(diff, DiffSide::Before));
        assert_eq!(led, one);
        assert_eq!(EntryDiff::between(&two, &two), []);
    }
}
