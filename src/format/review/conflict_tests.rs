//! What `[[note.conflict]]` promises: a second value is read, written, decided and brought back, and what is not known
//! of it stays.

use super::read_review;
use super::tests::{FILE, at, check, read, write};
use crate::model::{
    Anchor, Change, Disagreement, Entry, FieldValue, NoteId, NoteKind, Rejected, ReviewStatus,
};

fn disagreement(value: FieldValue) -> Disagreement {
    Disagreement { value, from: "2026-11-23".into() }
}

#[test]
fn another_writers_value_is_kept_beside_ones_own() {
    let kind = Disagreement { value: FieldValue::Kind(NoteKind::Comment), from: String::new() };
    assert_eq!(read(FILE).notes[0].disagreements, [kind]);
    check(
        |review| {
            review.notes[0].disagreements.push(disagreement(FieldValue::Body("two\nlines".into())));
            let status = disagreement(FieldValue::Status(ReviewStatus::Accept));
            review.marks.get_mut(&"18".into()).unwrap().disagreements.push(status);
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
    let of = Entry::Note(NoteId("n1".into()));
    let file = read(FILE);
    let disagreement = file.notes[0].disagreements[0].clone();
    for other in [false, true] {
        let mut after = file.clone();
        let decide = Change::Decide { of: of.clone(), disagreement: disagreement.clone(), other };
        let undo = after.apply(decide.clone(), at()).unwrap();
        assert_eq!(after.notes[0].kind, if other { NoteKind::Comment } else { NoteKind::Question });
        let written = write(FILE, &after);
        assert!(!written.contains("conflict"), "{written}");
        assert_eq!(read(&written), after);
        assert_eq!(after.clone().apply(decide.clone(), at()), Err(Rejected::NoDisagreement(of.clone())));
        assert_eq!(after.apply(undo, at()).unwrap(), decide);
        let back = read(&write(&written, &after));
        assert_eq!(
            (&back.notes[0].kind, &back.notes[0].disagreements),
            (&NoteKind::Question, &vec![disagreement.clone()])
        );
    }
}

#[test]
fn a_conflict_of_a_field_that_is_not_known_stays_as_it_is() {
    let odd = "  # why\n  [[note.conflict]]\n  field = \"colour\" # !\n  value = 3\n";
    let file = FILE.replace("\n[[note]]\nid = \"n2\"", &format!("{odd}\n[[note]]\nid = \"n2\""));
    assert_eq!(read(&file), read(FILE));
    let mut after = read(&file);
    after.notes[0].disagreements.clear();
    let written = write(&file, &after);
    assert!(written.contains(odd) && !written.contains("field = \"kind\""), "{written}");
    assert_eq!(read(&written), after);
}

#[test]
fn values_of_every_field_are_kept_as_second_values() {
    let anchor = Anchor::new("en", "the text", 4..8).map(Box::new);
    let values = [
        FieldValue::Body(String::new()),
        FieldValue::Kind(NoteKind::Editorial),
        FieldValue::Settled(true),
        FieldValue::Deleted(Some(at())),
        FieldValue::Deleted(None),
        FieldValue::Paragraph("18 bis".into()),
        FieldValue::Anchor(anchor),
        FieldValue::Anchor(None),
    ];
    let mut after = read(FILE);
    after.notes[1].disagreements = values.map(disagreement).to_vec();
    let values = [FieldValue::Status(ReviewStatus::Reserve), FieldValue::Recommendation(None)];
    after.marks.get_mut(&"2".into()).unwrap().disagreements = values.map(disagreement).to_vec();
    let written = write(FILE, &after);
    assert_eq!(read(&written), after, "{written}");
    after.notes[1].disagreements.reverse();
    assert_eq!(read(&write(&written, &after)), after);
}

#[test]
fn conflicts_that_are_no_tables_are_told() {
    let file = FILE.replace("id = \"n2\"", "id = \"n2\"\nconflict = 1");
    let problem = read_review(&file).unwrap_err();
    assert_eq!((problem.said.id, problem.line, problem.column), ("review-not-a-list", 50, 12));
}
