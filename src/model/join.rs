//! Two sides of one review made into one, by id and field, with the state they both come from where it is known.
//! Nothing that either side says is dropped: it is a value, or it is kept beside the value until a person picks.

use std::collections::HashMap;

use super::{Disagreement, FieldValue, Mark, Moment, Note, NoteId, Review};

/// The two sides, for whom the result is made.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'a> {
    /// What our side is called; may be empty.
    pub ours: &'a str,
    /// What the other side is called; may be empty.
    pub theirs: &'a str,
    /// Whether bodies of the common state are as they were. If it was put together from pieces they may be not.
    pub bodies_known: bool,
}

impl Sides<'_> {
    /// One review of two. `base` is what both come from. Notes and marks that only one side has are kept, also if
    /// the other removed them: removing is done by a tombstone. Our order comes first.
    #[must_use]
    pub fn join(&self, base: Option<&Review>, ours: &Review, theirs: &Review) -> Review {
        let mut joined = ours.clone();
        let places: HashMap<&NoteId, usize> =
            ours.notes.iter().enumerate().map(|(at, note)| (&note.id, at)).collect();
        let old = base.map(Review::by_id).unwrap_or_default();
        for note in &theirs.notes {
            match places.get(&note.id).and_then(|at| joined.notes.get_mut(*at)) {
                Some(known) => *known = self.join_notes(old.get(&note.id).copied(), known, note),
                None => joined.notes.push(note.clone()),
            }
        }
        for (number, mark) in &theirs.marks {
            let mark = match ours.marks.get(number) {
                Some(known) => self.join_marks(base.and_then(|base| base.marks.get(number)), known, mark),
                None => mark.clone(),
            };
            joined.marks.insert(number.clone(), mark);
        }
        joined
    }

    /// One note of two with the same id. No value is chosen by time or by `rev`: a side that still says what both
    /// come from gives way, else ours stands and theirs is kept beside it.
    #[must_use]
    pub fn join_notes(&self, base: Option<&Note>, ours: &Note, theirs: &Note) -> Note {
        if let Some(side) = only_changed(base.filter(|_| self.bodies_known), ours, theirs) {
            return side.clone();
        }
        let mut joined = ours.clone();
        joined.rev = ours.rev.max(theirs.rev).saturating_add(1);
        joined.extra_tags =
            join_sets(base.map(|base| &base.extra_tags[..]), &ours.extra_tags, &theirs.extra_tags);
        joined.disagreements =
            join_sets(base.map(|base| &base.disagreements[..]), &ours.disagreements, &theirs.disagreements);
        let like = [
            FieldValue::Body(String::new()),
            FieldValue::Kind(ours.kind),
            FieldValue::Settled(ours.settled),
            FieldValue::Paragraph(ours.paragraph.clone()),
            FieldValue::Anchor(None),
        ];
        for like in like {
            let (Some(mine), Some(other)) = (ours.standing(&like), theirs.standing(&like)) else { continue };
            let known = self.bodies_known || !matches!(like, FieldValue::Body(_));
            let before = base.filter(|_| known).and_then(|base| base.standing(&like));
            let from = || whence(self.theirs, theirs.changed);
            match pick(before.as_ref(), &mine, &other) {
                Pick::Ours => {}
                Pick::Theirs => joined.put(other),
                Pick::Both => keep(&mut joined.disagreements, other, from()),
            }
        }
        self.join_endings(base, ours, theirs, &mut joined);
        joined
    }

    /// Deleted on one side and not on the other: it lives, unless the living side says what both come from.
    fn join_endings(&self, base: Option<&Note>, ours: &Note, theirs: &Note, joined: &mut Note) {
        let (gone, living, from) = match (ours.is_live(), theirs.is_live()) {
            (false, true) => (ours, theirs, whence(self.ours, ours.changed)),
            (true, false) => (theirs, ours, whence(self.theirs, theirs.changed)),
            _ => return,
        };
        joined.deleted = None;
        match base {
            // Brought back by the living side, and only by it.
            Some(base) if !base.is_live() => {}
            Some(base) if living.says_the_same(base) => joined.deleted = gone.deleted,
            _ => keep(&mut joined.disagreements, FieldValue::Deleted(gone.deleted), from),
        }
    }

    /// One mark of two on the same paragraph, as [`join_notes`](Self::join_notes) does it.
    #[must_use]
    pub fn join_marks(&self, base: Option<&Mark>, ours: &Mark, theirs: &Mark) -> Mark {
        if let Some(side) = only_changed(base, ours, theirs) {
            return side.clone();
        }
        if ours.is_blank() || theirs.is_blank() {
            return if ours.is_blank() { theirs } else { ours }.clone();
        }
        let mut joined = ours.clone();
        joined.rev = ours.rev.max(theirs.rev).saturating_add(1);
        joined.disagreements =
            join_sets(base.map(|base| &base.disagreements[..]), &ours.disagreements, &theirs.disagreements);
        for like in [FieldValue::Status(ours.status), FieldValue::Recommendation(None)] {
            let (Some(mine), Some(other)) = (ours.standing(&like), theirs.standing(&like)) else { continue };
            match pick(base.and_then(|base| base.standing(&like)).as_ref(), &mine, &other) {
                Pick::Ours => {}
                Pick::Theirs => joined.put(other),
                Pick::Both => keep(&mut joined.disagreements, other, whence(self.theirs, theirs.changed)),
            }
        }
        joined
    }
}

/// The side that alone changed, if only one did.
fn only_changed<'a, T: PartialEq>(base: Option<&T>, ours: &'a T, theirs: &'a T) -> Option<&'a T> {
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

fn pick(base: Option<&FieldValue>, ours: &FieldValue, theirs: &FieldValue) -> Pick {
    if ours == theirs || base == Some(theirs) {
        Pick::Ours
    } else if base == Some(ours) {
        Pick::Theirs
    } else {
        Pick::Both
    }
}

fn keep(list: &mut Vec<Disagreement>, value: FieldValue, from: String) {
    if list.iter().all(|known| known.value != value) {
        list.push(Disagreement { value, from });
    }
}

/// A side's name and when its entry was changed there.
fn whence(name: &str, changed: Moment) -> String {
    format!("{name} {changed}").trim_start().to_owned()
}

/// What both have, and what one of them has added.
fn join_sets<T: PartialEq + Clone>(base: Option<&[T]>, ours: &[T], theirs: &[T]) -> Vec<T> {
    let old = |one: &T| base.is_some_and(|base| base.contains(one));
    let mine = ours.iter().filter(|one| theirs.contains(one) || !old(one));
    let others = theirs.iter().filter(|one| !ours.contains(one) && !old(one));
    mine.chain(others).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Change, Entry, NoteId, NoteKind, ReviewStatus, Symbol};
    use super::*;

    const SIDES: Sides<'_> = Sides { ours: "HEAD", theirs: "laptop", bodies_known: true };

    fn at() -> Moment {
        "2026-11-23T14:02:00+01:00".parse().unwrap()
    }

    fn id() -> NoteId {
        NoteId("n1".into())
    }

    fn edit(body: &str, kind: NoteKind) -> Change {
        Change::EditNote { id: id(), body: body.into(), kind }
    }

    fn status(status: ReviewStatus) -> Change {
        Change::SetStatus { paragraph: "18".into(), status }
    }

    fn base() -> Review {
        let mut review = Review::new(Symbol("A/1".into()), "amara");
        let note = Note::new(id(), "18".into(), NoteKind::Comment, "one".into(), at());
        review.apply(Change::AddNote(Box::new(note)), at()).unwrap();
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
            let kept: Vec<String> = joined.undecided().map(|one| one.disagreement.value.text()).collect();
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
        let (gone, two) = (Change::DeleteNote(id()), edit("two", NoteKind::Comment));
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
        let disagreement = Disagreement { value: FieldValue::Body("x".into()), from: "then".into() };
        let of = Entry::Note(id());
        let disagree =
            Change::Disagree { of: of.clone(), disagreement: disagreement.clone(), place: 0, value: None };
        base.apply(disagree, at()).unwrap();
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        ours.apply(Change::Decide { of, disagreement, other: true }, at()).unwrap();
        let note = Note::new(NoteId("n2".into()), "19".into(), NoteKind::Point, "new".into(), at());
        theirs.apply(Change::AddNote(Box::new(note)), at()).unwrap();
        theirs.apply(Change::SettleNote { id: id(), settled: true }, at()).unwrap();
        let mark = Change::SetStatus { paragraph: "19".into(), status: ReviewStatus::Accept };
        theirs.apply(mark, at()).unwrap();
        let joined = SIDES.join(Some(&base), &ours, &theirs);
        assert_eq!((joined.notes.len(), joined.marks.len(), joined.undecided().count()), (2, 2, 0));
        let note = joined.note(&id()).unwrap();
        assert_eq!((note.body.as_str(), note.settled), ("x", true));
        // Whoever lacks what both had has removed it without a word: it stays.
        ours.notes.clear();
        ours.marks.clear();
        let joined = SIDES.join(Some(&base), &ours, &theirs);
        assert_eq!((joined.notes.len(), joined.marks.len()), (2, 2));
    }

    #[test]
    fn a_body_of_a_state_that_is_not_sure_decides_nothing() {
        let sides = Sides { bodies_known: false, ..SIDES };
        let (ours, theirs) = (after(&[edit("two", NoteKind::Point)]), base());
        let mut theirs = theirs;
        theirs.apply(Change::SettleNote { id: id(), settled: true }, at()).unwrap();
        let joined = sides.join(Some(&base()), &ours, &theirs);
        let kept: Vec<_> = joined.undecided().map(|one| one.disagreement.clone()).collect();
        let from = format!("laptop {}", at());
        assert_eq!(kept, [Disagreement { value: FieldValue::Body("one".into()), from }]);
        let note = joined.note(&id()).unwrap();
        assert_eq!((note.kind, note.settled), (NoteKind::Point, true));
    }
}
