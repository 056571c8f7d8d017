//! Two sides of one review made into one, by entry and field, with the state they both come from where it is known.
//! Nothing that either side says is dropped: it is a value, or it is kept beside the value until a person picks.

use super::field::{EntryField, EntryValue, FieldRole, FieldShape, FieldValue};
use super::{EntryConflict, Moment, Record, Review, next_rev};

/// The two sides, for whom the result is made.
#[derive(Debug, Clone, Copy)]
pub struct ThreeWayMerge<'a> {
    /// What our side is called; may be empty.
    pub ours: &'a str,
    /// What the other side is called; may be empty.
    pub theirs: &'a str,
    /// Whether texts of the common state are as they were. If it was put together from pieces they may be not.
    pub texts_known: bool,
}

impl ThreeWayMerge<'_> {
    /// One review of two. `base` is what both come from. Entries that only one side has are kept, also if the other
    /// removed them: removing is done by a tombstone.
    #[must_use]
    pub fn join(&self, base: Option<&Review>, ours: &Review, theirs: &Review) -> Review {
        let mut joined = ours.clone();
        for record in theirs.records() {
            let key = record.key();
            let record = match ours.get(&key) {
                Some(known) => self.join_records(base.and_then(|base| base.get(&key)), known, record),
                None => record.clone(),
            };
            joined.insert(record);
        }
        joined
    }

    /// One entry of two with the same key. No value is chosen by time or by `rev`: a side that still says what both
    /// come from gives way, else ours stands and theirs is kept beside it.
    #[must_use]
    pub fn join_records(&self, base: Option<&Record>, ours: &Record, theirs: &Record) -> Record {
        let is_text = |field: &&EntryField| field.shape == FieldShape::Text;
        let sure = self.texts_known || !ours.fields().iter().any(|field| is_text(&field));
        if let Some(side) = only_changed(base.filter(|_| sure), ours, theirs) {
            return side.clone();
        }
        if ours.is_blank() || theirs.is_blank() {
            return if ours.is_blank() { theirs } else { ours }.clone();
        }
        let mut joined = ours.clone();
        joined.set_rev(next_rev(ours.rev().max(theirs.rev())));
        *joined.conflicts_mut() =
            join_sets(base.map(Record::conflicts), ours.conflicts(), theirs.conflicts());
        let mut taken = Vec::new();
        // Words first: of what is to be decided they weigh most.
        let (texts, others): (Vec<&EntryField>, Vec<&EntryField>) =
            ours.fields().iter().partition(|field| is_text(field));
        for field in texts.into_iter().chain(others) {
            let (mine, other) = ((field.get)(ours), (field.get)(theirs));
            let known = self.texts_known || !is_text(&field);
            let before = base.filter(|_| known).map(field.get);
            match field.role {
                FieldRole::Bookkeeping | FieldRole::Deleted => {}
                FieldRole::Set => {
                    (field.set)(&mut joined, join_texts(before.as_ref(), &mine, &other));
                }
                FieldRole::Content => match pick(before.as_ref(), &mine, &other) {
                    Pick::Ours => {}
                    Pick::Theirs => {
                        taken.push(field.name);
                        (field.set)(&mut joined, other);
                    }
                    Pick::Both => {
                        let value = FieldValue { field: field.name, value: other };
                        keep(joined.conflicts_mut(), value, side_name(self.theirs, theirs.changed()));
                    }
                },
                // A field stands behind the one that it goes with.
                FieldRole::With(of) => {
                    let same = joined.get(of) == theirs.get(of);
                    let newer = matches!(pick(before.as_ref(), &mine, &other), Pick::Theirs);
                    if taken.contains(&of) || (same && newer) {
                        (field.set)(&mut joined, other);
                    }
                }
            }
        }
        self.join_endings(base, ours, theirs, &mut joined);
        joined
    }

    /// Deleted on one side and not on the other: it lives, unless the living side says what both come from.
    fn join_endings(&self, base: Option<&Record>, ours: &Record, theirs: &Record, joined: &mut Record) {
        let (gone, living, name) = match (ours.is_live(), theirs.is_live()) {
            (false, true) => (ours, theirs, self.ours),
            (true, false) => (theirs, ours, self.theirs),
            _ => return,
        };
        joined.set_deleted(None);
        match base {
            // Brought back by the living side, and only by it.
            Some(base) if !base.is_live() => {}
            Some(base) if living.says_the_same(base) => joined.set_deleted(gone.deleted()),
            _ => {
                let deleted = gone.fields().iter().find(|field| field.role == FieldRole::Deleted);
                if let Some(value) = deleted.map(|field| field.value(gone)) {
                    keep(joined.conflicts_mut(), value, side_name(name, gone.changed()));
                }
            }
        }
    }
}

/// The side that alone changed, if only one did.
fn only_changed<'a>(base: Option<&Record>, ours: &'a Record, theirs: &'a Record) -> Option<&'a Record> {
    if ours == theirs || base == Some(theirs) {
        return Some(ours);
    }
    (base == Some(ours)).then_some(theirs)
}

enum Pick {
    Ours,
    Theirs,
    Both,
}

fn pick(base: Option<&EntryValue>, ours: &EntryValue, theirs: &EntryValue) -> Pick {
    if ours == theirs || base == Some(theirs) {
        Pick::Ours
    } else if base == Some(ours) {
        Pick::Theirs
    } else {
        Pick::Both
    }
}

fn keep(list: &mut Vec<EntryConflict>, value: FieldValue, from: String) {
    if list.iter().all(|known| known.value != value) {
        list.push(EntryConflict { value, from });
    }
}

/// A side's name and when its entry was changed there.
fn side_name(name: &str, changed: Moment) -> String {
    format!("{name} {changed}").trim_start().to_owned()
}

/// What both have, and what one of them has added.
fn join_sets<T: PartialEq + Clone>(base: Option<&[T]>, ours: &[T], theirs: &[T]) -> Vec<T> {
    let old = |one: &T| base.is_some_and(|base| base.contains(one));
    let mine = ours.iter().filter(|one| theirs.contains(one) || !old(one));
    let others = theirs.iter().filter(|one| !ours.contains(one) && !old(one));
    mine.chain(others).cloned().collect()
}

fn join_texts(base: Option<&EntryValue>, ours: &EntryValue, theirs: &EntryValue) -> EntryValue {
    let texts =
        |value: &EntryValue| if let EntryValue::Texts(texts) = value { texts.clone() } else { Vec::new() };
    EntryValue::Texts(join_sets(base.map(texts).as_deref(), &texts(ours), &texts(theirs)))
}

#[cfg(test)]
mod tests {
    use super::super::{Change, EntryKey, Note, NoteId, NoteKind, ReviewStatus, Symbol};
    use super::*;

    const SIDES: ThreeWayMerge<'_> = ThreeWayMerge { ours: "HEAD", theirs: "laptop", texts_known: true };

    fn at() -> Moment {
        "2026-11-23T14:02:00+01:00".parse().unwrap()
    }

    fn id() -> NoteId {
        NoteId("n1".into())
    }

    fn edit(body: &str, kind: NoteKind) -> Change {
        Change::edit_note(id(), body.into(), kind)
    }

    fn status(status: ReviewStatus) -> Change {
        Change::set_status("18".into(), status, None)
    }

    fn base() -> Review {
        let mut review = Review::new(Symbol("A/1".into()), "amara");
        let note = Note::new(id(), "18".into(), NoteKind::Comment, "one".into(), at());
        review.apply(Change::add_note(note), at()).unwrap();
        review.apply(status(ReviewStatus::Query), at()).unwrap();
        review
    }

    fn after(changes: &[Change]) -> Review {
        let mut review = base();
        for change in changes {
            review.apply(change.clone(), at()).unwrap();
        }
        review
    }

    /// What stands and what is kept beside it after a join, with the base and without.
    #[track_caller]
    fn check(ours: Vec<Change>, theirs: Vec<Change>, known: [&[&str]; 2], unknown: [&[&str]; 2]) {
        let (ours, theirs) = (after(&ours), after(&theirs));
        for (base, [stands, beside]) in [(Some(base()), known), (None, unknown)] {
            let joined = SIDES.join(base.as_ref(), &ours, &theirs);
            let note = joined.note(&id()).unwrap();
            let live = if note.is_live() { "live" } else { "deleted" };
            let status = joined.status(&"18".into());
            assert_eq!([note.body.as_str(), note.kind.word(), live, status.word()], stands, "{base:?}");
            let kept: Vec<String> = joined.undecided().map(|one| one.conflict.value.text()).collect();
            assert_eq!(kept, beside, "{base:?}");
            assert_eq!(SIDES.join(base.as_ref(), &joined, &joined), joined);
        }
    }

    #[test]
    fn the_side_that_changed_stands_and_two_that_changed_are_both_kept() {
        let two = edit("two", NoteKind::Comment);
        let same = ["one", "comment", "live", "query"];
        check(vec![], vec![], [&same, &[]], [&same, &[]]);
        let stands = ["two", "comment", "live", "query"];
        check(vec![two.clone()], vec![], [&stands, &[]], [&stands, &["one"]]);
        check(vec![], vec![two.clone()], [&stands, &[]], [&same, &["two"]]);
        check(vec![two.clone()], vec![two.clone()], [&stands, &[]], [&stands, &[]]);
        let three = edit("three", NoteKind::Point);
        let stands = ["two", "point", "live", "query"];
        check(
            vec![two.clone()],
            vec![three],
            [&stands, &["three"]],
            [&["two", "comment", "live", "query"], &["three", "point"]],
        );
        let stands = ["two", "comment", "live", "amend"];
        let (amend, accept) = (status(ReviewStatus::Amend), status(ReviewStatus::Accept));
        check(vec![two.clone(), amend], vec![accept], [&stands, &["accept"]], [&stands, &["accept", "one"]]);
    }

    #[test]
    fn a_note_deleted_on_one_side_lives_if_the_other_says_something_new() {
        let (gone, two) = (Change::delete_note(id()), edit("two", NoteKind::Comment));
        let now = at().to_string();
        let deleted = ["one", "comment", "deleted", "query"];
        let live = ["one", "comment", "live", "query"];
        check(vec![gone.clone()], vec![], [&deleted, &[]], [&live, &[now.as_str()]]);
        check(vec![gone.clone()], vec![gone.clone()], [&deleted, &[]], [&deleted, &[]]);
        let edited = ["two", "comment", "live", "query"];
        check(
            vec![two.clone()],
            vec![gone.clone()],
            [&edited, &[now.as_str()]],
            [&edited, &["one", now.as_str()]],
        );
        check(vec![gone], vec![two], [&edited, &[now.as_str()]], [&live, &["two", now.as_str()]]);
    }

    #[test]
    fn notes_and_marks_of_one_side_only_are_kept_and_choices_made_on_one_side_stay_made() {
        let mut base = base();
        let conflict = EntryConflict { value: FieldValue::new("body", "x".to_owned()), from: "then".into() };
        let of = EntryKey::Note(id());
        let both = Change::KeepBoth { of: of.clone(), conflict: conflict.clone(), place: 0, value: None };
        base.apply(both, at()).unwrap();
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        ours.apply(Change::Decide { of, conflict, other: true }, at()).unwrap();
        let note = Note::new(NoteId("n2".into()), "19".into(), NoteKind::Point, "new".into(), at());
        theirs.apply(Change::add_note(note), at()).unwrap();
        theirs.apply(Change::settle_note(id(), true), at()).unwrap();
        let mark = Change::set_status("19".into(), ReviewStatus::Accept, None);
        theirs.apply(mark, at()).unwrap();
        let joined = SIDES.join(Some(&base), &ours, &theirs);
        assert_eq!((joined.notes().count(), joined.marks().count(), joined.undecided().count()), (2, 2, 0));
        let note = joined.note(&id()).unwrap();
        assert_eq!((note.body.as_str(), note.settled), ("x", true));
        // Whoever lacks what both had has removed it without a word: it stays.
        let ours = Review::new(ours.symbol, &ours.reviewer);
        let joined = SIDES.join(Some(&base), &ours, &theirs);
        assert_eq!((joined.notes().count(), joined.marks().count()), (2, 2));
    }

    #[test]
    fn a_body_of_a_state_that_is_not_sure_decides_nothing() {
        let sides = ThreeWayMerge { texts_known: false, ..SIDES };
        let (ours, theirs) = (after(&[edit("two", NoteKind::Point)]), base());
        let mut theirs = theirs;
        theirs.apply(Change::settle_note(id(), true), at()).unwrap();
        let joined = sides.join(Some(&base()), &ours, &theirs);
        let kept: Vec<_> = joined.undecided().map(|one| one.conflict.clone()).collect();
        let from = format!("laptop {}", at());
        assert_eq!(kept, [EntryConflict { value: FieldValue::new("body", "one".to_owned()), from }]);
        let note = joined.note(&id()).unwrap();
        assert_eq!((note.kind, note.settled), (NoteKind::Point, true));
    }
}
