//! Backups on a real folder: what is copied, when, how it is protected, and what a failure does.

use super::*;
use crate::model::{Change, Label, OperationId, OperationKind, ReviewStatus};
use crate::store::{ReviewStore, SaveOutcome, Written};
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::time::Duration;

struct Ground {
    folder: tempfile::TempDir,
    state: PathBuf,
}

impl Ground {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("state");
        Self { folder, state }
    }

    fn workspace(&self) -> Workspace {
        Workspace::open(self.folder.path()).unwrap()
    }

    fn store(&self) -> ReviewStore {
        ReviewStore::new(&self.workspace(), &Symbol("A/1".into()), "amara").keeping(&self.state, "")
    }

    fn backups(&self) -> Backups {
        Backups::of(&self.state, &self.workspace(), &Symbol("A/1".into()), "amara")
    }

    fn whys(&self) -> Vec<Why> {
        self.backups().list().unwrap().into_iter().map(|backup| backup.why).collect()
    }
}

fn status(number: usize, status: ReviewStatus) -> Change {
    Change::set_status(Label::new(&number.to_string()), status, None)
}

fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

fn done(store: &ReviewStore, change: Change) -> Arc<PendingOperation> {
    let id = OperationId(crate::store::new_id().to_string());
    let at = "2026-11-23T14:00:00+01:00".parse().unwrap();
    let mut review = store.review().clone();
    Arc::new(PendingOperation::done(&mut review, change, id, at, OperationKind::Done).unwrap())
}

#[track_caller]
fn saved(store: &mut ReviewStore, change: Change) -> Written {
    let pending = done(store, change);
    match store.save(&[pending], Duration::ZERO) {
        SaveOutcome::Saved(written) => written,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_copy_is_byte_for_byte_and_its_owners_alone() {
    let ground = Ground::new();
    let file = ground.folder.path().join("a.toml");
    let backups = ground.backups();
    assert_eq!(backups.take(&file, Why::Day).unwrap(), None);
    assert!(!ground.state.exists());
    for source in [&b"\xef\xbb\xbf\r\nformat = 1\r\n"[..], b"<<<<<<< HEAD\n\xe9\0", b""] {
        fs::write(&file, source).unwrap();
        let copy = backups.take(&file, Why::BeforeRestore).unwrap().unwrap();
        assert_eq!(fs::read(&copy).unwrap(), source);
        assert_eq!(fs::metadata(&copy).unwrap().mode() & 0o777, 0o600);
        for folder in copy.ancestors().skip(1).take_while(|folder| *folder != ground.folder.path()) {
            assert_eq!(fs::metadata(folder).unwrap().mode() & 0o777, 0o700, "{}", folder.display());
        }
    }
    assert_eq!(ground.whys(), [Why::BeforeRestore; 3]);
}

#[test]
fn several_in_one_second_are_several() {
    let ground = Ground::new();
    let file = ground.folder.path().join("a.toml");
    let backups = ground.backups();
    for text in ["one", "two", "three"] {
        fs::write(&file, text).unwrap();
        backups.take_at(&file, Why::BeforeBulk, at("2026-11-23T13:05:10Z")).unwrap();
    }
    let listed = backups.list().unwrap();
    let texts: Vec<String> = listed.iter().map(|backup| fs::read_to_string(&backup.path).unwrap()).collect();
    assert_eq!(texts, ["three", "two", "one"]);
    assert!(listed[0].path.ends_with("amara.20261123T130510Z-3.before-bulk.toml"));
}

#[test]
fn the_first_save_of_a_day_and_one_of_many_entries_keep_what_was_there() {
    let ground = Ground::new();
    let mut store = ground.store();
    saved(&mut store, status(1, ReviewStatus::Accept));
    assert_eq!(ground.whys(), [], "there was nothing to copy");
    let first = fs::read(store.path()).unwrap();
    for number in 2..5 {
        saved(&mut store, status(number, ReviewStatus::Accept));
    }
    assert_eq!(ground.whys(), [Why::Day]);
    assert_eq!(fs::read(&ground.backups().list().unwrap()[0].path).unwrap(), first);
    let before = fs::read(store.path()).unwrap();
    let many = (1..=MANY).map(|number| status(number, ReviewStatus::Query)).collect();
    saved(&mut store, Change::Many(many));
    let listed = ground.backups().list().unwrap();
    let bulk = listed.iter().find(|backup| backup.why == Why::BeforeBulk).unwrap();
    assert_eq!((fs::read(&bulk.path).unwrap(), listed.len()), (before, 2));
}

#[test]
fn what_another_wrote_differently_or_took_away_is_copied_before_the_merge() {
    let ground = Ground::new();
    let (mut one, mut two) = (ground.store(), ground.store());
    saved(&mut one, status(1, ReviewStatus::Accept));
    saved(&mut one, status(2, ReviewStatus::Accept));
    two.load();
    saved(&mut one, status(1, ReviewStatus::Amend));
    let theirs = fs::read(one.path()).unwrap();
    assert_eq!(saved(&mut two, status(1, ReviewStatus::Query)).conflicts.len(), 1);
    assert_eq!(ground.whys().first(), Some(&Why::BeforeMerge));
    assert_eq!(fs::read(&ground.backups().list().unwrap()[0].path).unwrap(), theirs);
    // What two windows say of different paragraphs is no merge to fear.
    one.load();
    saved(&mut two, status(3, ReviewStatus::Query));
    saved(&mut one, status(4, ReviewStatus::Query));
    assert_eq!(ground.whys().len(), 2);
    let gone = fs::read_to_string(one.path()).unwrap().split("[[").next().unwrap().to_owned();
    fs::write(one.path(), &gone).unwrap();
    saved(&mut one, status(5, ReviewStatus::Query));
    assert!(!one.missing().is_empty());
    let copies = ground.backups().list().unwrap();
    assert!(copies.iter().any(|copy| fs::read_to_string(&copy.path).unwrap() == gone));
}

#[test]
fn a_copy_that_fails_is_told_once_and_refuses_only_where_it_is_needed() {
    let ground = Ground::new();
    let (mut one, mut two) = (ground.store(), ground.store());
    fs::write(&ground.state, "a file where the folder should be").unwrap();
    assert_eq!(saved(&mut one, status(1, ReviewStatus::Accept)).no_backup, None);
    let told = saved(&mut one, status(2, ReviewStatus::Accept)).no_backup.unwrap();
    assert_eq!(told.user_message().id, "store-cannot-make-folder");
    assert_eq!(saved(&mut one, status(3, ReviewStatus::Accept)).no_backup, None);
    let whole = fs::read_to_string(one.path()).unwrap();
    let sides = "<<<<<<< ours\nstatus = \"accept\"\n=======\nstatus = \"amend\"\n>>>>>>> theirs";
    fs::write(one.path(), whole.replacen("status = \"accept\"", sides, 1)).unwrap();
    let before = fs::read(one.path()).unwrap();
    let pending = done(&two, status(1, ReviewStatus::Query));
    let SaveOutcome::NotSaved(error) = two.save(std::slice::from_ref(&pending), Duration::ZERO) else {
        panic!()
    };
    assert!(matches!(error.trouble, Trouble::NoBackup(_)), "{error:?}");
    assert_eq!(fs::read(one.path()).unwrap(), before);
    fs::remove_file(&ground.state).unwrap();
    assert!(matches!(two.save(&[pending], Duration::ZERO), SaveOutcome::Saved(_)));
    assert_eq!(ground.whys(), [Why::BeforeMerge]);
}

#[test]
fn a_link_in_the_place_of_the_folder_is_refused() {
    let ground = Ground::new();
    let file = ground.folder.path().join("a.toml");
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(&file, "x").unwrap();
    let backups = ground.backups();
    fs::create_dir_all(&backups.state).unwrap();
    symlink(elsewhere.path(), backups.state.join("backups")).unwrap();
    backups.take(&file, Why::BeforeMerge).unwrap_err();
    fs::remove_file(backups.state.join("backups")).unwrap();
    fs::create_dir(backups.state.join("backups")).unwrap();
    symlink(elsewhere.path(), backups.folder()).unwrap();
    backups.take(&file, Why::BeforeMerge).unwrap_err();
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn a_name_that_is_taken_by_something_else_is_left_alone() {
    let ground = Ground::new();
    let file = ground.folder.path().join("a.toml");
    fs::write(&file, "x").unwrap();
    let backups = ground.backups();
    let now = at("2026-11-23T13:05:10Z");
    let taken = backups.take_at(&file, Why::Day, now).unwrap().unwrap();
    fs::remove_file(&taken).unwrap();
    symlink(ground.folder.path().join("victim"), &taken).unwrap();
    let copy = backups.take_at(&file, Why::Day, now).unwrap().unwrap();
    assert!(copy != taken && taken.is_symlink() && !ground.folder.path().join("victim").exists());
}

#[test]
fn old_copies_go_and_what_is_no_copy_stays() {
    let ground = Ground::new();
    let file = ground.folder.path().join("a.toml");
    fs::write(&file, "x").unwrap();
    let backups = ground.backups();
    for day in 0..40 {
        let time = at("2026-01-05T12:00:00Z") + jiff::SignedDuration::from_hours(24 * day);
        backups.take_at(&file, Why::Day, time).unwrap();
    }
    let other = backups.folder().join("chen.20200101T000000Z.day.toml");
    let odd = backups.folder().join("amara.mine.toml");
    fs::write(&other, "x").unwrap();
    fs::write(&odd, "x").unwrap();
    backups.take_at(&file, Why::Day, at("2026-02-15T12:00:00Z")).unwrap();
    // Fourteen days, and the last days of the three weeks before those.
    assert_eq!(backups.list().unwrap().len(), 17);
    assert!(other.exists() && odd.exists());
    assert_eq!(fs::metadata(&other).unwrap().permissions().mode() & 0o777, 0o644);
}

#[test]
fn a_wrong_clock_makes_copies_and_removes_none() {
    let ground = Ground::new();
    let file = ground.folder.path().join("a.toml");
    fs::write(&file, "x").unwrap();
    let mut backups = ground.backups();
    for time in
        ["2026-11-23T12:00:00Z", "1970-01-01T00:00:10Z", "2100-01-01T00:00:00Z", "2026-11-24T12:00:00Z"]
    {
        assert_eq!(backups.before_save_at(&file, None, false, at(time)).unwrap(), None);
        assert_eq!(backups.before_save_at(&file, None, false, at(time)).unwrap(), None);
    }
    assert_eq!(ground.whys(), [Why::Day; 4]);
}

#[test]
fn what_stays_lost_is_a_reason_once() {
    let ground = Ground::new();
    let mut one = ground.store();
    one.recall("2026-11-23T14:00:00+01:00".parse().unwrap()).unwrap();
    for number in 1..4 {
        saved(&mut one, status(number, ReviewStatus::Accept));
    }
    let gone = fs::read_to_string(one.path()).unwrap().split("[[").next().unwrap().to_owned();
    fs::write(one.path(), gone).unwrap();
    for number in 4..8 {
        saved(&mut one, status(number, ReviewStatus::Query));
        assert!(!one.missing().is_empty());
    }
    let merges = ground.whys().iter().filter(|why| **why == Why::BeforeMerge).count();
    assert_eq!(merges, 1);
}
