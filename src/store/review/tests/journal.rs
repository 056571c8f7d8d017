//! What the journal adds to saving: what was taken away is missed, what never arrived arrives, and what was told as
//! failed does not.

#![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

use super::*;
use crate::model::{EntryKind, MissingEntries, OperationId, Record};

/// A store that keeps a journal, and what it recalls.
fn journaled(folder: &Path) -> (ReviewStore, Journaled) {
    let mut one = store(folder, "amara").keeping(&folder.join("state"), "");
    let journaled = one.recall(at()).unwrap();
    assert_eq!(journaled.damaged, []);
    (one, journaled)
}

fn once_more(pending: &[&Operation]) -> Vec<Arc<PendingOperation>> {
    pending.iter().map(|operation| Arc::new(PendingOperation::again(operation))).collect()
}

#[test]
fn what_was_taken_away_while_no_one_looked_is_missed_at_the_next_start_until_someone_decides() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, _) = journaled(folder.path());
    saved(&mut one, &[add("n1", "one"), status(ReviewStatus::Amend)]);
    // Another machine's note, seen here once.
    let (mut other, n2) = (store(folder.path(), "amara"), add("n2", "two"));
    saved(&mut other, &[n2]);
    one.load();
    one.record(at());
    fs::remove_file(one.path()).unwrap();
    for _ in 0..2 {
        let (mut again, _) = journaled(folder.path());
        let lost = again.load().lost;
        assert_eq!((lost.count(EntryKind::Note), lost.count(EntryKind::Mark)), (2, 1));
        saved(&mut again, &[add(&crate::store::new_id().to_string(), "new")]);
    }
    let (mut again, _) = journaled(folder.path());
    let loaded = again.load();
    let notes: Vec<Record> =
        loaded.lost.records().filter(|record| record.key().kind() == EntryKind::Note).cloned().collect();
    let half: MissingEntries = notes.iter().take(1).cloned().collect();
    again.accept(&half, OperationId("o".into()), at());
    let back = wish(Change::Add(Box::new(notes[1].clone())));
    saved(&mut again, &[back]);
    let (mut last, _) = journaled(folder.path());
    let lost = last.load().lost;
    assert_eq!((lost.count(EntryKind::Note), lost.count(EntryKind::Mark)), (0, 1));
}

#[test]
fn what_was_written_down_and_never_arrived_arrives_once_and_only_once() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, _) = journaled(folder.path());
    saved(&mut one, &[add("n1", "one")]);
    let held = one.lock(PATIENCE).unwrap();
    let late = [edit("n1", "edited"), add("n2", "two"), status(ReviewStatus::Query)];
    let error = not_saved(&mut one, &late);
    assert_eq!((error.trouble, one.journal_trouble()), (Trouble::Busy, None));
    drop((held, one));
    for left in [3, 0] {
        let (mut again, journaled) = journaled(folder.path());
        let pending = journaled.history.pending();
        assert_eq!(pending.len(), left);
        if left > 0 {
            let written = saved_again(&mut again, &once_more(&pending));
            assert_eq!((written.refused.len(), written.conflicts.len()), (0, 0));
        }
        let loaded = again.load();
        assert_eq!((bodies(&loaded.review), loaded.lost), (vec!["edited", "two"], MissingEntries::default()));
        assert_eq!(loaded.review.status(&"18".into()), ReviewStatus::Query);
    }
    // What was told as failed does not come after all.
    let (mut one, _) = journaled(folder.path());
    let held = one.lock(PATIENCE).unwrap();
    let failed = done(&one, &[add("n3", "three")]);
    let SaveOutcome::NotSaved(_) = one.save(&failed, Duration::ZERO) else { panic!() };
    one.withdraw(&failed);
    drop(held);
    assert!(journaled(folder.path()).1.history.pending().is_empty());
    // A file that went its own way meanwhile: nothing of it is lost either.
    let (mut two, _) = journaled(folder.path());
    two.load();
    let held = two.lock(PATIENCE).unwrap();
    not_saved(&mut two, &[edit("n1", "mine")]);
    drop(held);
    let mut other = store(folder.path(), "amara");
    other.load();
    saved(&mut other, &[edit("n1", "theirs")]);
    let (mut again, journaled) = journaled(folder.path());
    let written = saved_again(&mut again, &once_more(&journaled.history.pending()));
    let fields: Vec<_> = written.conflicts.iter().map(|c| c.conflict.value.text()).collect();
    assert_eq!((bodies(&written.review), fields), (vec!["mine", "two"], vec!["theirs".to_owned()]));
}

#[test]
fn a_journal_that_cannot_be_written_is_told_and_the_file_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, _) = journaled(folder.path());
    fs::write(folder.path().join("state"), "in the way").unwrap();
    saved(&mut one, &[add("n1", "one")]);
    assert!(one.journal_trouble().is_some());
    fs::remove_file(folder.path().join("state")).unwrap();
    saved(&mut one, &[add("n2", "two")]);
    assert!(one.journal_trouble().is_none());
}

#[test]
fn what_ones_own_other_window_did_is_not_told_as_done_outside() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, _) = journaled(folder.path());
    let (mut other, _) = journaled(folder.path());
    saved(&mut one, &[add("n1", "one"), status(ReviewStatus::Amend)]);
    other.load();
    other.record(at());
    saved(&mut other, &[edit("n1", "two"), add("n2", "here too")]);
    one.load();
    one.record(at());
    let outside = |store: &ReviewStore| {
        let operations = store.earlier().history;
        operations
            .operations()
            .filter(|operation| operation.kind == crate::model::OperationKind::Outside)
            .count()
    };
    assert_eq!((outside(&one), outside(&other)), (0, 0));
    // A hand in the file is told.
    let text = fs::read_to_string(one.path()).unwrap();
    fs::write(one.path(), text.replace("here too", "by hand")).unwrap();
    one.load();
    one.record(at());
    assert_eq!(outside(&one), 1);
    other.load();
    other.record(at());
    assert_eq!(outside(&other), 1, "and once, however many windows see it");
    // What is known after a restart is what the file has.
    let (mut again, _) = journaled(folder.path());
    assert!(again.load().lost.is_empty());
}

#[test]
fn a_change_is_in_the_journal_before_the_file_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, _) = journaled(folder.path());
    saved(&mut one, &[add("n1", "one")]);
    let journal = Journal::of(&folder.path().join("state"), &one.workspace, &one.symbol, "amara", "");
    let before = fs::read(one.path()).unwrap();
    // Someone else holds the review: the save waits before it has touched anything.
    let held = one.lock(PATIENCE).unwrap();
    let path = one.path().clone();
    let pending = done(&one, &[add("n2", "two")]);
    let saving = std::thread::spawn(move || one.save(&pending, Duration::from_secs(60)));
    let written = || {
        let history = journal.read().unwrap().history;
        let speaks = |operation: &Operation| format!("{:?}", operation.diffs).contains("two");
        history.operations().any(speaks)
    };
    let begun = std::time::Instant::now();
    while !written() && begun.elapsed() < Duration::from_secs(20) {
        std::thread::yield_now();
    }
    let (written, now) = (written(), fs::read(&path).unwrap());
    drop(held);
    assert!(matches!(saving.join().unwrap(), SaveOutcome::Saved(_)));
    assert!(written, "nothing was in the journal while the file was still to be written");
    assert_eq!(now, before);
}
