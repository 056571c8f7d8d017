//! What `[[note.conflict]]` promises: a second value is read, written, decided and brought back, and what is not known
//! of it stays.

use super::read_review;
use super::tests::{FILE, at, check, mark_mut, nth, nth_mut, read, write};
use crate::model::{
    Anchor, Change, DiffSide, EntryConflict, EntryKey, FieldValue, Label, Moment, NoteId, NoteKind,
    Recommendation, Rejected, ReviewStatus,
};

fn conflict(value: FieldValue) -> EntryConflict {
    EntryConflict { value, from: "2026-11-23".into() }
}

#[test]
fn another_writers_value_is_kept_beside_ones_own() {
    let kind = EntryConflict { value: FieldValue::new("kind", NoteKind::Comment), from: String::new() };
    assert_eq!(nth(&read(FILE), 0).conflicts, [kind]);
    check(
        |review| {
            nth_mut(review, 0).conflicts.push(conflict(FieldValue::new("body", "two\nlines".to_owned())));
            let status = conflict(FieldValue::new("status", ReviewStatus::Accept));
            mark_mut(review, "18").conflicts.push(status);
        },
        &[],
        &[
            "[[paragraph.conflict]]",
            "field = \"status\"",
            "value = \"accept\"",
            "from = \"2026-11-23\"",
            "",
            "[[note.conflict]]",
            "field = \"body\"",
            "value = \"\"\"",
            "two",
            "lines\"\"\"",
            "from = \"2026-11-23\"",
            "",
        ],
    );
}

#[test]
fn a_choice_removes_its_conflict_and_undoing_it_brings_it_back() {
    let of = EntryKey::Note(NoteId("n1".into()));
    let file = read(FILE);
    let conflict = nth(&file, 0).conflicts[0].clone();
    for other in [false, true] {
        let mut after = file.clone();
        let decide = Change::Decide { of: of.clone(), conflict: conflict.clone(), other };
        let did = after.apply(decide.clone(), at()).unwrap();
        assert_eq!(nth(&after, 0).kind, if other { NoteKind::Comment } else { NoteKind::Question });
        let written = write(FILE, &after);
        assert!(!written.contains("conflict"), "{written}");
        assert_eq!(read(&written), after);
        assert_eq!(after.clone().apply(decide, at()), Err(Rejected::NoConflict(of.clone())));
        let undo = after.change_towards(&did, DiffSide::Before).unwrap();
        after.apply(undo, at()).unwrap();
        let back = read(&write(&written, &after));
        assert_eq!(
            (&nth(&back, 0).kind, &nth(&back, 0).conflicts),
            (&NoteKind::Question, &vec![conflict.clone()])
        );
    }
}

#[test]
fn a_conflict_of_a_field_that_is_not_known_stays_as_it_is() {
    let odd = "  # why\n  [[note.conflict]]\n  field = \"colour\" # !\n  value = 3\n";
    let file = FILE.replace("\n[[note]]\nid = \"n2\"", &format!("{odd}\n[[note]]\nid = \"n2\""));
    assert_eq!(read(&file), read(FILE));
    let mut after = read(&file);
    nth_mut(&mut after, 0).conflicts.clear();
    let written = write(&file, &after);
    assert!(written.contains(odd) && !written.contains("field = \"kind\""), "{written}");
    assert_eq!(read(&written), after);
}

#[test]
fn values_of_every_field_are_kept_as_second_values() {
    let values = [
        FieldValue::new("body", String::new()),
        FieldValue::new("kind", NoteKind::Editorial),
        FieldValue::new("settled", true),
        FieldValue::new("deleted", Some(at())),
        FieldValue::new("deleted", None::<Moment>),
        FieldValue::new("paragraph", Label::new("18 bis")),
        FieldValue::new("anchor", Anchor::new("en", "the text", 4..8)),
        FieldValue::new("anchor", None::<Anchor>),
    ];
    let mut after = read(FILE);
    nth_mut(&mut after, 1).conflicts = values.map(conflict).to_vec();
    let values = [
        FieldValue::new("status", ReviewStatus::Reserve),
        FieldValue::new("recommendation", None::<Recommendation>),
    ];
    mark_mut(&mut after, "2").conflicts = values.map(conflict).to_vec();
    let written = write(FILE, &after);
    assert_eq!(read(&written), after, "{written}");
    nth_mut(&mut after, 1).conflicts.reverse();
    assert_eq!(read(&write(&written, &after)), after);
}

#[test]
fn conflicts_that_are_no_tables_are_told() {
    let file = FILE.replace("id = \"n2\"", "id = \"n2\"\nconflict = 1");
    let problem = read_review(&file).unwrap_err();
    assert_eq!((problem.said.id, problem.line, problem.column), ("format-want-tables", 50, 12));
}
