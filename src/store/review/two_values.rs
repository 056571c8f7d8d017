//! What saving promises where two say different things: both are kept, whoever saves last.

#![expect(clippy::disallowed_methods, reason = "a test inspects its own folder")]

use std::fs;

use super::tests::{add, bodies, edit, saved, status, store, wish};
use crate::format::TwoSides;
use crate::model::{Change, EntryKey, NoteId, ReviewStatus};

#[test]
fn what_two_windows_say_differently_is_both_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, mut two) = (store(folder.path(), "amara"), store(folder.path(), "amara"));
    saved(&mut one, &[add("n1", "one"), status(ReviewStatus::Query)]);
    two.load();
    saved(&mut one, &[edit("n1", "from one"), status(ReviewStatus::Accept)]);
    let written =
        saved(&mut two, &[edit("n1", "from two"), edit("n1", "two"), status(ReviewStatus::Reserve)]);
    let fields: Vec<_> =
        written.conflicts.iter().map(|c| (c.conflict.value.field, c.conflict.value.text())).collect();
    assert_eq!(fields, [("body", "from one".to_owned()), ("status", "accept".to_owned())]);
    assert_eq!(written.review.undecided().count(), 2);
    assert_eq!(written.conflicts[0].of, EntryKey::Note(NoteId("n1".into())));
    assert_eq!(bodies(&written.review), ["two"]);
    let text = fs::read_to_string(one.path()).unwrap();
    assert!(text.contains("[[note.conflict]]") && text.contains("value = \"from one\""), "{text}");
    assert!(text.contains("[[paragraph.conflict]]"), "{text}");
    one.load();
    assert!(saved(&mut one, &[edit("n1", "agreed")]).conflicts.is_empty());
}

#[test]
fn a_note_deleted_here_and_changed_there_stays_until_someone_decides() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, mut two) = (store(folder.path(), "amara"), store(folder.path(), "amara"));
    saved(&mut one, &[add("n1", "one"), add("n2", "two")]);
    two.load();
    saved(&mut one, &[edit("n1", "one, but better")]);
    let delete = |id: &str| wish(Change::delete_note(NoteId(id.into())));
    let written = saved(&mut two, &[delete("n1"), delete("n2")]);
    assert_eq!((bodies(&written.review), written.conflicts.len()), (vec!["one, but better"], 1));
    let conflict = written.conflicts[0].conflict.clone();
    let of = written.conflicts[0].of.clone();
    let decide = wish(Change::Decide { of, conflict, other: true });
    assert_eq!(bodies(&saved(&mut two, std::slice::from_ref(&decide)).review), [""; 0]);
    let again = saved(&mut two, &[decide]);
    assert!(again.refused.is_empty(), "{again:?}");
}

#[test]
fn a_file_with_two_sides_is_read_and_the_next_save_makes_it_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = store(folder.path(), "amara");
    saved(&mut one, &[add("n1", "one")]);
    let text = fs::read_to_string(one.path()).unwrap();
    let body = "one\"\"\"\n";
    let conflict = "<<<<<<< HEAD\nhere\"\"\"\n=======\nthere\"\"\"\n>>>>>>> laptop\n";
    let (_, twice) = text.split_once("[[note]]").unwrap();
    for (source, how, undecided) in [
        (text.replace(body, conflict), TwoSides::Markers, 1),
        (format!("{text}\n[[note]]{twice}"), TwoSides::Twice, 0),
    ] {
        fs::write(one.path(), &source).unwrap();
        let mut one = store(folder.path(), "amara");
        let mut two = store(folder.path(), "chen");
        assert!(two.others().problems.is_empty());
        let loaded = one.load();
        assert_eq!((loaded.two_sides, loaded.trouble(), loaded.lost.is_empty()), (Some(how), None, true));
        assert_eq!(loaded.review.undecided().count(), undecided);
        // Reading writes nothing; any save does, also one that has nothing to change.
        assert_eq!(fs::read_to_string(one.path()).unwrap(), source);
        let written = saved(&mut one, &[add("n1", "one")]);
        assert_eq!((written.two_sides, written.changed), (Some(how), true));
        let now = fs::read_to_string(one.path()).unwrap();
        assert_eq!(crate::format::read_review(&now).unwrap().1, loaded.review);
        assert_eq!(one.load().two_sides, None);
    }
}

#[test]
fn git_is_told_of_line_ends_once_and_nothing_of_it_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let attributes = folder.path().join(".gitattributes");
    saved(&mut store(folder.path(), "amara"), &[add("n1", "one")]);
    assert_eq!(fs::read_to_string(&attributes).unwrap(), "reviews/**/*.toml text eol=lf\n");
    fs::remove_file(&attributes).unwrap();
    saved(&mut store(folder.path(), "chen"), &[add("n2", "two")]);
    assert!(!attributes.exists(), "who removed it does not want it");
    let folder = tempfile::tempdir().unwrap();
    let attributes = folder.path().join(".gitattributes");
    fs::write(&attributes, "* -text\n").unwrap();
    saved(&mut store(folder.path(), "amara"), &[add("n1", "one")]);
    assert_eq!(fs::read_to_string(&attributes).unwrap(), "* -text\n");
}
