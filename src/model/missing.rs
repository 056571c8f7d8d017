//! What a reviewer had seen and what the disk does not have any more, and the change that brings it back.

use std::collections::BTreeMap;

use super::{Change, DiffSide, EntryDiff, EntryKey, EntryKind, Record, Review};

/// What was seen and is gone, or is there in an older state: git, another program or a hand took it away. Kept as it
/// was seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MissingEntries(BTreeMap<EntryKey, Record>);

impl MissingEntries {
    /// What `seen` has and `disk` lacks, or has with a smaller `rev` and other content. A tombstone is not missing: it
    /// was deleted by somebody, who can be seen.
    #[must_use]
    pub fn between(seen: &Review, disk: &Review) -> Self {
        let missing = seen.records().filter(|record| record.is_live() && is_missing(record, disk));
        missing.cloned().collect()
    }

    /// Whether nothing is missing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How many entries of a kind.
    #[must_use]
    pub fn count(&self, kind: EntryKind) -> usize {
        self.0.keys().filter(|key| key.kind() == kind).count()
    }

    /// Those that a review does not have at all, and those that went back in it to an earlier state.
    #[must_use]
    pub fn gone_and_reverted(&self, review: &Review) -> (Self, Self) {
        let (gone, reverted) = self.0.clone().into_iter().partition(|(key, _)| review.get(key).is_none());
        (Self(gone), Self(reverted))
    }

    /// Each as it was seen.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.0.values()
    }

    /// Forgets what is back.
    pub fn keep_missing(&mut self, review: &Review) {
        self.0.retain(|_, record| is_missing(record, review));
    }

    /// Takes what another one lists out of this one, and gives what was taken.
    pub fn take_out(&mut self, other: &Self) -> Self {
        let (taken, kept) =
            std::mem::take(&mut self.0).into_iter().partition(|(key, _)| other.0.contains_key(key));
        self.0 = kept;
        Self(taken)
    }

    /// Whether that entry is missing.
    #[must_use]
    pub fn has(&self, key: &EntryKey) -> bool {
        self.0.contains_key(key)
    }

    /// Puts back what is missing, as it was seen, `rev` and all: what is known is more than what the disk has.
    pub fn put_into(&self, review: &mut Review) {
        self.records().for_each(|record| review.insert(record.clone()));
    }

    /// The change that brings everything back to a review; none if all is there.
    #[must_use]
    pub fn restore(&self, review: &Review) -> Option<Change> {
        review.change_towards(&self.diffs(), DiffSide::After)
    }

    /// Each entry as it was seen, without a word on what became of it.
    #[must_use]
    pub fn diffs(&self) -> Vec<EntryDiff> {
        let diff =
            |record: &Record| EntryDiff { key: record.key(), before: None, after: Some(record.clone()) };
        self.records().map(diff).collect()
    }

    /// What became of each entry in a review, as far as it is not what was seen.
    pub fn diffs_to(self, review: &Review) -> impl Iterator<Item = EntryDiff> {
        let diff = |(key, record)| EntryDiff { after: review.get(&key).cloned(), before: Some(record), key };
        self.0.into_iter().map(diff).filter(|diff| diff.before != diff.after)
    }
}

impl FromIterator<Record> for MissingEntries {
    fn from_iter<T: IntoIterator<Item = Record>>(records: T) -> Self {
        Self(records.into_iter().map(|record| (record.key(), record)).collect())
    }
}

fn is_missing(record: &Record, review: &Review) -> bool {
    let found = review.get(&record.key());
    found.is_none_or(|found| found.rev() < record.rev() && !(found.is_live() && found.says_the_same(record)))
}

#[cfg(test)]
mod tests {
    use super::super::{EntryConflict, FieldValue, Moment, Note, NoteId, NoteKind, ReviewStatus, Symbol};
    use super::*;

    fn at() -> Moment {
        "2026-11-23T14:02:00+01:00".parse().unwrap()
    }

    fn seen() -> Review {
        let mut review = Review::new(Symbol("A/1".into()), "amara");
        for id in ["n1", "n2", "n3"] {
            let note = Note::new(NoteId(id.into()), "18".into(), NoteKind::Point, format!("of {id}"), at());
            review.apply(Change::add_note(note), at()).unwrap();
        }
        review.apply(Change::delete_note(NoteId("n3".into())), at()).unwrap();
        for (number, status) in [("18", ReviewStatus::Amend), ("19", ReviewStatus::Query)] {
            review.apply(Change::set_status(number.into(), status, None), at()).unwrap();
        }
        review
    }

    fn keys(missing: &MissingEntries) -> Vec<String> {
        missing.records().map(|record| record.key().name().to_owned()).collect()
    }

    #[test]
    fn what_vanished_or_went_back_comes_back_in_one_change_and_goes_in_one() {
        let older = seen();
        let mut seen = older.clone();
        let id = || NoteId("n1".into());
        seen.apply(Change::edit_note(id(), "new words".into(), NoteKind::Question), at()).unwrap();
        seen.apply(Change::settle_note(id(), true), at()).unwrap();
        let value = FieldValue::new("body", "other".to_owned());
        let conflict = EntryConflict { value, from: "laptop".into() };
        let both = Change::KeepBoth { of: EntryKey::Note(id()), conflict, place: 0, value: None };
        seen.apply(both, at()).unwrap();
        // git put back an older file, and n2 and a mark are not in it.
        let mut disk = older;
        disk.remove(&EntryKey::Note(NoteId("n2".into())));
        disk.remove(&EntryKey::Mark("19".into()));
        let missing = MissingEntries::between(&seen, &disk);
        assert_eq!(keys(&missing), ["19", "n1", "n2"]);

        let before = disk.clone();
        let did = disk.apply(missing.restore(&disk).unwrap(), at()).unwrap();
        assert_eq!(missing.restore(&disk), None);
        assert!(MissingEntries::between(&seen, &disk).is_empty());
        assert_eq!(disk.note(&id()).unwrap().conflicts.len(), 1);
        disk.apply(disk.change_towards(&did, DiffSide::Before).unwrap(), at()).unwrap();
        assert_eq!(disk.live_notes().count(), before.live_notes().count());
        assert_eq!(disk.status(&"19".into()), ReviewStatus::Unreviewed);
    }

    #[test]
    fn a_tombstone_is_not_missing_and_what_is_back_is_forgotten() {
        let seen = seen();
        let empty = Review::new(seen.symbol.clone(), "amara");
        let mut missing = MissingEntries::between(&seen, &empty);
        assert_eq!(keys(&missing), ["18", "19", "n1", "n2"]);
        let partly: MissingEntries = missing.records().skip(2).take(1).cloned().collect();
        missing.take_out(&partly);
        assert_eq!(keys(&missing), ["18", "19", "n2"]);
        missing.keep_missing(&seen);
        assert!(missing.is_empty());
    }
}
