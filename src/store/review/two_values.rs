//! What saving promises where two say different things: both are kept, whoever saves last.

#![expect(clippy::disallowed_methods, reason = "a test inspects its own folder")]

use std::fs;

use super::tests::{add, bodies, edit, saved, stamped, status, store};
use crate::model::{Change, Entry, NoteId, ReviewStatus};

#[test]
fn what_two_windows_say_differently_is_both_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, mut two) = (store(folder.path(), "amara"), store(folder.path(), "amara"));
    saved(&mut one, &[add("n1", "one"), status(ReviewStatus::Query)]);
    two.load();
    saved(&mut one, &[edit("n1", "from one"), status(ReviewStatus::Accept)]);
    let written =
        saved(&mut two, &[edit("n1", "from two"), edit("n1", "two"), status(ReviewStatus::Reserve)]);
    let fields: Vec<_> = written
        .conflicts
        .iter()
        .map(|c| (c.disagreement.value.field(), c.disagreement.value.text()))
        .collect();
    assert_eq!(fields, [("body", "from one".to_owned()), ("status", "accept".to_owned())]);
    assert_eq!(written.review.undecided().count(), 2);
    assert_eq!(written.conflicts[0].entry, Entry::Note(NoteId("n1".into())));
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
    let delete = |id: &str| stamped(Change::DeleteNote(NoteId(id.into())));
    let written = saved(&mut two, &[delete("n1"), delete("n2")]);
    assert_eq!((bodies(&written.review), written.conflicts.len()), (vec!["one, but better"], 1));
    let disagreement = written.conflicts[0].disagreement.clone();
    let of = written.conflicts[0].entry.clone();
    let decide = stamped(Change::Decide { of, disagreement, other: true });
    assert_eq!(bodies(&saved(&mut two, std::slice::from_ref(&decide)).review), [""; 0]);
    let again = saved(&mut two, &[decide]);
    assert!(again.refused.is_empty(), "{again:?}");
}
