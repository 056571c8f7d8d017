//! What saving promises: nothing that was acknowledged is lost, nothing foreign is written over, nothing fails
//! silently. A broken twin shows that the test of many writers can fail.

#![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

use std::fs;
use std::path::Path;
use std::time::Duration;

use super::super::atomic::replace;
use super::*;
use crate::messages::Messages;
use crate::model::{Change, EntryKey, NoteId, Operation, OperationId, Rejected, ReviewStatus};

mod journal;
mod made;

pub(super) use made::{add, at, bodies, done, edit, not_saved, saved, saved_again, status, store, wish};

use made::Wish;

const PATIENCE: Duration = Duration::from_secs(60);

/// Holds that saving is refused with this trouble, and that the file is as it was.
#[track_caller]
fn refused(store: &mut ReviewStore) -> Trouble {
    let before = fs::read(store.path()).ok();
    let error = not_saved(store, &[add("new", "x")]);
    assert_eq!(fs::read(store.path()).ok(), before);
    let sentence = Messages::english().say(&error.user_message());
    assert!(sentence.contains(&error.path.display().to_string()), "{sentence}");
    error.trouble
}

#[test]
fn what_was_saved_is_loaded_and_the_folder_is_as_it_should_be() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = store(folder.path(), "amara");
    assert_eq!(
        one.load(),
        LoadedReview {
            review: Review::new(Symbol("CAC/COSP/WG.4/2019/L.1".into()), "amara"),
            read_only: None,
            unusable: None,
            lost: MissingEntries::default(),
            two_sides: None,
        }
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    let written = saved(&mut one, &[add("n1", "one\r\ntwo #tag"), status(ReviewStatus::Amend)]);
    assert_eq!(bodies(&written.review), ["one\ntwo #tag"]);
    assert!(!written.foreign && written.lost.is_empty() && written.refused.is_empty());
    assert_eq!(store(folder.path(), "amara").load().review, written.review);
    assert!(one.path().ends_with("amara.toml"), "{:?}", one.path());
    assert_eq!(fs::read_to_string(folder.path().join(".rapporteur/.gitignore")).unwrap(), "*\n");
    assert_eq!(fs::read_dir(one.path().parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn two_windows_see_each_other_and_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, mut two) = (store(folder.path(), "amara"), store(folder.path(), "amara"));
    one.load();
    two.load();
    saved(&mut one, &[add("n1", "one")]);
    assert!(two.has_changed() && !one.has_changed());
    let written = saved(&mut two, &[add("n2", "two")]);
    assert!(written.foreign && written.lost.is_empty());
    assert_eq!(bodies(&written.review), ["one", "two"]);
    assert!(one.has_changed() && !two.has_changed());
    assert_eq!(bodies(&one.load().review), ["one", "two"]);
    assert!(!one.has_changed());
}

#[test]
fn a_change_to_a_note_that_is_gone_is_given_back_and_the_others_are_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = store(folder.path(), "amara");
    saved(&mut one, &[add("n1", "one"), add("n2", "two"), status(ReviewStatus::Query)]);
    fs::remove_file(one.path()).unwrap();
    assert!(one.has_changed());
    let edited = edit("n1", "edited");
    let pending = done(&one, &[edited, add("n3", "three")]);
    let written = saved_again(&mut one, &pending);
    let why = Rejected::Missing(EntryKey::Note(NoteId("n1".into())));
    assert_eq!(written.refused, [Refused { pending: pending[0].clone(), why: Refusal::Rejected(why) }]);
    let lost: Vec<_> = written.lost.records().map(|record| record.key().name().to_owned()).collect();
    assert_eq!((lost, written.foreign), (vec!["18".to_owned(), "n1".into(), "n2".into()], true));
    let back = wish(written.lost.restore(&written.review).unwrap());
    let written = saved(&mut one, &[back]);
    assert_eq!(bodies(&written.review), ["three", "one", "two"]);
    assert_eq!(written.review.status(&"18".into()), ReviewStatus::Query);
}

#[test]
fn an_older_state_put_in_place_is_noticed_when_loading() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = store(folder.path(), "amara");
    saved(&mut one, &[add("n1", "one")]);
    let old = fs::read(one.path()).unwrap();
    saved(&mut one, &[edit("n1", "better"), add("n2", "two")]);
    fs::write(one.path(), old).unwrap();
    let loaded = one.load();
    let lost: Vec<_> = loaded.lost.records().map(|record| record.key().name().to_owned()).collect();
    assert_eq!((bodies(&loaded.review), lost), (vec!["one"], vec!["n1".to_owned(), "n2".into()]));
    assert_eq!(one.load().lost, loaded.lost, "it is told until someone decides");
    one.accept(&loaded.lost, OperationId("o".into()), at());
    assert!(one.load().lost.is_empty());
}

#[test]
fn saving_the_same_changes_twice_does_them_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = store(folder.path(), "amara");
    saved(&mut one, &[add("n1", "one\r\n"), add("n2", "two")]);
    let delete = wish(Change::delete_note(NoteId("n2".into())));
    let many = wish(Change::Many(vec![add("n1", "one\r\n").change, delete.change.clone()]));
    let again = [add("n1", "one\r\n"), delete, many];
    saved(&mut one, &again);
    let text = fs::read(one.path()).unwrap();
    let written = saved(&mut one, &again);
    assert_eq!((written.refused.len(), bodies(&written.review)), (0, vec!["one\n"]));
    assert_eq!(fs::read(one.path()).unwrap(), text);
}

#[test]
fn a_hand_in_the_file_is_kept_and_its_notes_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = store(folder.path(), "amara");
    saved(&mut one, &[add("n1", "one")]);
    let text = fs::read_to_string(one.path()).unwrap();
    fs::write(one.path(), text.replace("kind = \"comment\"", "# mine\nkind = \"point\" # !\nmood = 1"))
        .unwrap();
    saved(&mut one, &[add("n2", "two")]);
    let text = fs::read_to_string(one.path()).unwrap();
    assert!(text.contains("# mine\nkind = \"point\" # !\nmood = 1\n"), "{text}");
}

#[test]
fn a_file_that_cannot_be_understood_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = store(folder.path(), "amara");
    saved(&mut one, &[add("n1", "one")]);
    let good = fs::read_to_string(one.path()).unwrap();
    for (broken, is) in [
        (good.replace("format = 1", "format = 3"), "store-review-broken"),
        (good.replace("[[note]]", "[[note"), "store-review-broken"),
        (format!("<<<<<<< HEAD\n{good}"), "store-review-broken"),
        (good.replace("amara", "chen"), "store-other-review"),
        (good.replace("L.1", "L.2"), "store-other-review"),
        (String::new(), "store-review-broken"),
    ] {
        fs::write(one.path(), &broken).unwrap();
        let loaded = one.load();
        assert_eq!((loaded.trouble().unwrap().user_message().id, bodies(&loaded.review)), (is, vec!["one"]));
        assert_eq!(loaded.read_only.is_some(), broken.contains("format = 3"));
        refused(&mut one);
        assert!(!one.has_changed());
    }
    fs::write(one.path(), good).unwrap();
    assert_eq!(bodies(&saved(&mut one, &[add("n2", "two")]).review), ["one", "two"]);
}

#[test]
fn what_cannot_be_written_is_told_and_saved_when_it_can() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = store(folder.path(), "amara");
    let reviews = one.path().parent().unwrap().to_owned();
    // A file where the folder should be.
    fs::create_dir(folder.path().join("reviews")).unwrap();
    fs::write(&reviews, "").unwrap();
    assert!(matches!(refused(&mut one), Trouble::System { .. }));
    fs::remove_file(&reviews).unwrap();
    // A folder where the file should be, and a link to nothing.
    fs::create_dir_all(one.path()).unwrap();
    assert_eq!(one.load().unusable.unwrap().trouble, Trouble::NotAFile);
    let error = not_saved(&mut one, &[add("n", "x")]);
    assert_eq!(error.trouble, Trouble::NotAFile);
    fs::remove_dir(one.path()).unwrap();
    std::os::unix::fs::symlink("nowhere", one.path()).unwrap();
    refused(&mut one);
    fs::remove_file(one.path()).unwrap();
    // A link in the place of the folder of locks.
    saved(&mut one, &[add("n1", "one")]);
    fs::remove_dir_all(folder.path().join(".rapporteur/locks")).unwrap();
    std::os::unix::fs::symlink(&reviews, folder.path().join(".rapporteur/locks")).unwrap();
    assert!(matches!(refused(&mut one), Trouble::System { .. }));
    fs::remove_file(folder.path().join(".rapporteur/locks")).unwrap();
    // A file that is not to be written.
    let mut mode = fs::metadata(one.path()).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(one.path(), mode).unwrap();
    assert_eq!(refused(&mut one), Trouble::WriteProtected);
    assert_eq!(one.load().read_only.unwrap().trouble, Trouble::WriteProtected);
    fs::remove_file(one.path()).unwrap();
    saved(&mut one, &[add("n2", "two")]);
}

#[test]
fn a_lock_that_another_holds_is_waited_for_only_so_long() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = store(folder.path(), "amara");
    saved(&mut one, &[add("n1", "one")]);
    let held = one.lock(Duration::ZERO).unwrap();
    assert_eq!(refused(&mut one), Trouble::Busy);
    drop(held);
    saved(&mut one, &[add("n2", "two")]);
}

#[test]
fn other_reviewers_are_read_and_their_problems_told() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, mut two) = (store(folder.path(), "amara"), store(folder.path(), "张伟"));
    assert_eq!(one.others(), Others::default());
    saved(&mut one, &[add("n1", "one")]);
    saved(&mut two, &[add("n2", "two")]);
    assert!(one.have_others_changed());
    let reviews = one.path().parent().unwrap().to_owned();
    fs::write(reviews.join("broken.toml"), "x").unwrap();
    fs::copy(one.path(), reviews.join("copy.toml")).unwrap();
    fs::copy(one.path(), reviews.join("amara.rescue-1.toml")).unwrap();
    let others = one.others();
    assert_eq!(others.reviews.iter().map(bodies).collect::<Vec<_>>(), [["two"]]);
    let ids: Vec<_> = others.problems.iter().map(|problem| problem.user_message().id).collect();
    assert_eq!(ids, ["store-review-broken", "store-other-review"]);
    assert!(!one.have_others_changed());
    saved(&mut two, &[add("n3", "three")]);
    assert!(one.have_others_changed());
}

#[test]
fn a_change_that_only_a_failed_save_has_read_still_counts_as_unseen() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, mut two) = (store(folder.path(), "amara"), store(folder.path(), "amara"));
    saved(&mut one, &[add("n1", "one")]);
    saved(&mut two, &[add("n2", "two")]);
    let mut mode = fs::metadata(one.path()).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(one.path(), mode).unwrap();
    assert_eq!(refused(&mut one), Trouble::WriteProtected);
    assert!(one.has_changed());
    assert_eq!(bodies(&one.load().review), ["one", "two"]);
    assert!(!one.has_changed());
}

#[test]
fn the_generation_before_is_kept_below_the_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = store(folder.path(), "amara");
    saved(&mut one, &[add("n1", "one")]);
    assert!(!folder.path().join(".rapporteur/previous").exists());
    let before = fs::read(one.path()).unwrap();
    saved(&mut one, &[add("n2", "two")]);
    let key = one.path().parent().unwrap().file_name().unwrap();
    let previous = folder.path().join(".rapporteur/previous").join(key).join("amara.toml");
    assert_eq!(fs::read(&previous).unwrap(), before);
    assert_eq!(fs::read_dir(previous.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn other_names_and_another_owner_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = store(folder.path(), "amara");
    let ids = |store: &ReviewStore| store.warnings().iter().map(|said| said.id).collect::<Vec<_>>();
    assert!(ids(&one).is_empty());
    saved(&mut one, &[add("n1", "one")]);
    assert!(ids(&one).is_empty());
    fs::hard_link(one.path(), folder.path().join("other name")).unwrap();
    assert_eq!(ids(&one), ["store-review-linked"]);
    saved(&mut one, &[add("n2", "two")]);
    assert!(ids(&one).is_empty());
    // The second name that an ending between link and rename leaves is ours.
    one.previous.keep(one.path());
    assert!(one.previous.is(one.path()) && ids(&one).is_empty());
    // Only one who may give files away can try the rest.
    if std::os::unix::fs::chown(one.path(), Some(12_345), None).is_ok() {
        assert_eq!(ids(&one), ["store-review-foreign"]);
    }
}

/// How many of 2 × `each` notes are in the file after two threads wrote them at the same time.
fn race(folder: &Path, each: usize, write: impl Fn(&mut ReviewStore, &Wish) + Sync) -> usize {
    let start = std::sync::Barrier::new(2);
    std::thread::scope(|scope| {
        for writer in ["a", "b"] {
            let (write, start) = (&write, &start);
            scope.spawn(move || {
                let mut store = store(folder, "amara");
                start.wait();
                for number in 0..each {
                    write(&mut store, &add(&format!("{writer}{number}"), "text"));
                }
            });
        }
    });
    store(folder, "amara").load().review.notes().count()
}

#[test]
fn two_writers_at_once_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let count = race(folder.path(), 200, |store, note| {
        saved(store, std::slice::from_ref(note));
    });
    assert_eq!(count, 400);
}

#[test]
fn the_same_two_writers_without_the_lock_lose_notes() {
    // The broken twin: everything as in `try_save` but for the lock. It is given room to fail.
    let turn = std::sync::Barrier::new(2);
    let folder = tempfile::tempdir().unwrap();
    let count = race(folder.path(), 20, |store, note| {
        let Disk { source, review } = store.read().unwrap();
        let disk = review.unwrap_or_else(|| store.review().clone());
        let merged = merge(&disk, &done(store, std::slice::from_ref(note)));
        let text = store.text_of(&source, &disk, &merged.after).unwrap();
        fs::create_dir_all(store.path().parent().unwrap()).unwrap();
        turn.wait();
        assert!(matches!(replace(store.path(), text.text().as_bytes()), Outcome::Saved(_)));
        turn.wait();
    });
    assert!(count < 40, "the twin lost nothing: the test above cannot fail");
}

#[test]
fn a_change_that_cannot_be_saved_does_not_hold_up_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let (state, workspace) = (folder.path().join("state"), Workspace::open(folder.path()).unwrap());
    let mut one = store(folder.path(), "amara").keeping(&state, "s1");
    one.limit = 20_000;
    one.recall(at()).unwrap();
    let large = "x".repeat(12_000);
    let (first, second) = (add("a", &large), add("b", &large));
    let written = saved(&mut one, &[first, second.clone(), status(ReviewStatus::Amend), add("c", "small")]);
    let ids: Vec<&str> = written.review.notes().map(|note| note.id.0.as_str()).collect();
    assert_eq!(ids, ["a", "c"]);
    assert_eq!(written.review.status(&"18".into()), ReviewStatus::Amend);
    let [Refused { pending, why: Refusal::Unsavable(error) }] = &written.refused[..] else {
        panic!("{:?}", written.refused.len())
    };
    assert!(pending.operation.id == second.id && matches!(error.trouble, Trouble::TooLarge { .. }));
    // What was put aside is not tried again, and what it did can be looked up.
    let journal = Journal::of(&state, &workspace, &one.symbol, "amara", "s2").read_all().unwrap();
    assert_eq!(journal.history.pending().len(), 0);
    let then = journal.history.review_until(&one.symbol, "amara", Some(&second.id)).unwrap();
    assert_eq!(then.note(&NoteId("b".into())).unwrap().body, large);
    // Alone it is put aside too, and the file is as it was.
    let before = fs::read(one.path()).unwrap();
    let written = saved(&mut one, &[second]);
    assert_eq!((written.refused.len(), written.changed), (1, false));
    assert_eq!(fs::read(one.path()).unwrap(), before);
    // A file that is too large as it is has no change to blame.
    one.limit = 100;
    assert!(matches!(refused(&mut one), Trouble::TooLarge { .. }));
}

#[test]
fn a_rev_at_its_end_stays_there_and_everything_can_be_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = store(folder.path(), "amara");
    saved(&mut one, &[add("a", "one"), status(ReviewStatus::Amend)]);
    let text = fs::read_to_string(one.path()).unwrap().replace("rev = 1", "rev = 9223372036854775807");
    assert_eq!(text.matches("9223372036854775807").count(), 2);
    fs::write(one.path(), text).unwrap();
    let mut two = store(folder.path(), "amara");
    two.load();
    let written = saved(&mut two, &[edit("a", "two"), status(ReviewStatus::Query), add("b", "new")]);
    assert_eq!((written.refused.len(), bodies(&written.review)), (0, vec!["two", "new"]));
    assert_eq!(written.review.status(&"18".into()), ReviewStatus::Query);
    assert_eq!(two.load().review, written.review);
}

#[test]
fn who_has_shown_what_the_file_holds_is_not_told_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, mut two) = (store(folder.path(), "amara"), store(folder.path(), "amara"));
    assert!(saved(&mut one, &[add("n1", "one"), edit("n1", "two")]).as_done);
    assert!(saved(&mut one, &[status(ReviewStatus::Query)]).as_done);
    assert!(!saved(&mut one, &[add("n2", "three\r\n")]).as_done, "the file ends lines in its own way");
    assert!(!saved(&mut two, &[add("n3", "four")]).as_done, "others' notes are told");
    assert!(!saved(&mut one, &[add("n4", "five"), edit("gone", "x")]).as_done);
}

#[test]
fn an_operation_is_held_against_what_its_author_saw_and_not_against_what_was_read_since() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, mut two) = (store(folder.path(), "amara"), store(folder.path(), "amara"));
    saved(&mut one, &[add("n1", "one")]);
    two.load();
    let pending = done(&two, &[edit("n1", "mine")]);
    saved(&mut one, &[edit("n1", "theirs")]);
    // Another's words are read before the operation comes, and have not been shown.
    two.load();
    let written = saved_again(&mut two, &pending);
    assert_eq!((bodies(&written.review), written.conflicts.len()), (vec!["mine"], 1));
}
