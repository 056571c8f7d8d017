//! P4 at the store: a full disk, no inodes, a read-only disk, no permission, a quota, limits on files. The error is told,
//! the file is as it was, nothing is left beside it, and the same store saves the same change when it can.

#![expect(clippy::disallowed_methods, reason = "a test fills disks and starts processes")]

use std::fs::Permissions;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};

use rapporteur::model::Change;
use rapporteur::store::SaveOutcome;

use crate::ground::{Mounted, Place, figure, has, is_root, must, skipped, tried};
use crate::hand::{self, Harm, PATIENCE};
use crate::twin::{Flaw, Twin};
use crate::writer::{Line, Orders, Writer, acknowledged};

/// Nobody in particular.
pub const NOBODY: u32 = 65534;

/// Fills a disk to the last byte.
pub fn fill(folder: &Path) {
    let mut file = std::fs::File::create(folder.join("filler")).unwrap();
    for size in [65_536, 4_096, 512, 1] {
        while file.write_all(&vec![b'x'; size]).is_ok() {}
    }
}

/// Uses up all files that a disk can have.
pub fn fill_with_files(folder: &Path) {
    for number in 0.. {
        if std::fs::File::create(folder.join(format!("filler-{number}"))).is_err() {
            return;
        }
    }
}

/// Removes what fills a disk.
pub fn empty(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap().to_string_lossy().starts_with("filler") {
            std::fs::remove_file(path).unwrap();
        }
    }
}

/// A note that needs more than the rest of a block.
fn large() -> Change {
    hand::add_with("large", &"请核实 ".repeat(2_000))
}

/// Saves well, breaks the place, saves in vain, mends it, saves well.
fn told_and_mended(what: &str, place: &Place, break_it: impl FnOnce(), mend_it: impl FnOnce()) {
    let mut store = hand::store(place);
    let first = hand::done(&store, hand::add("first"), hand::moment());
    assert!(matches!(store.save(&first, PATIENCE), SaveOutcome::Saved(_)), "{what}");
    let before = hand::bytes(place);
    break_it();
    let large = hand::done(&store, large(), hand::moment());
    let mut told = Vec::new();
    for _ in 0..3 {
        match store.save(&large, PATIENCE) {
            SaveOutcome::NotSaved(error) => told.push(error.user_message()),
            other => panic!("{what}: {other:?}"),
        }
        assert_eq!(hand::bytes(place), before, "{what}: the old file is whole");
        assert_eq!(place.temporary(), Vec::<std::path::PathBuf>::new(), "{what}");
    }
    let journaled = store.journal_trouble().is_none();
    mend_it();
    assert!(matches!(store.save(&large, PATIENCE), SaveOutcome::Saved(_)), "{what}: saves again by itself");
    let review = hand::on_disk(place).unwrap();
    assert_eq!(review.notes().count(), 2, "{what}");
    let sentence = rapporteur::messages::Messages::english().say(&told[0]);
    let sentence = sentence.replace(&place.root.display().to_string(), "…");
    let rest = "whole and saved again";
    figure(&format!("P4 {what}: told, {rest}; in the journal meanwhile: {journaled}; “{sentence}”"));
}

#[test]
fn a_disk_that_takes_nothing_is_told_and_what_was_there_stays_whole() {
    let test = "P4 disks in memory";
    if !is_root() {
        return skipped(test, "only root may mount a disk");
    }
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().join("at");
    match Mounted::memory(&at, "size=64k") {
        Err(why) => return skipped(test, &why),
        Ok(probe) => probe.unmount().unwrap(),
    }
    let mounted = Mounted::memory(&at, "size=512k").unwrap();
    let place = Place::in_folder(&at);
    told_and_mended("full disk", &place, || fill(&at), || empty(&at));
    fill(&at);
    for flaw in [Flaw::InPlace, Flaw::ErrorsIgnored] {
        let mut twin = Twin::new(&place, flaw);
        let said = twin.save(&hand::add_with("twin", &"请核实 ".repeat(2_000)));
        let there = hand::on_disk(&place).map(|review| review.notes().count());
        let caught = there.as_ref() != Ok(&if said.is_ok() { 3 } else { 2 });
        assert!(caught, "the twin {flaw:?} was not caught: {said:?} {there:?}");
        let there = there.map_err(|_| "torn");
        figure(&format!("P4 twin {flaw:?} caught on a full disk: said {said:?}, notes there {there:?}"));
    }
    mounted.unmount().unwrap();
    // Some inodes go for folders; the journal has a folder of its own.
    let mounted = Mounted::memory(&at, "size=4m,nr_inodes=40").unwrap();
    let place = Place::in_folder(&at);
    told_and_mended("no inodes", &place, || fill_with_files(&at), || empty(&at));
    mounted.unmount().unwrap();
    let mounted = Mounted::memory(&at, "size=4m").unwrap();
    let place = Place::in_folder(&at);
    told_and_mended("read-only disk", &place, || mounted.remount("ro"), || mounted.remount("rw"));
    mounted.unmount().unwrap();
}

/// Lets a writer that is nobody save in a place that was broken for it; what it said.
fn as_nobody(place: &Place, name: &str, program: &Path) -> Vec<Line> {
    let user = is_root().then_some((NOBODY, program));
    let mut writer = Writer::start_in(&Orders::new(place, name, None, 3), &[], user);
    writer.hear(|line| *line == Line::Done);
    writer.end().1
}

/// The tests' own program where nobody may run it too: the folder that it was built in may be closed to them.
fn program_for_nobody() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    let program = folder.path().join("tests");
    std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    (folder, program)
}

fn open_to_nobody(folder: &Path) {
    std::fs::set_permissions(folder, Permissions::from_mode(0o755)).unwrap();
    if is_root() {
        for path in [folder.join("work"), folder.join("state")] {
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
}

/// Saves in a place, breaks it, saves in vain, mends it, saves: each time by a process that is not root.
fn refused_to_nobody(
    what: &str,
    folder: &Path,
    program: &Path,
    break_it: impl FnOnce(&Path),
    mend_it: impl FnOnce(&Path),
) {
    let place = Place::in_folder(folder);
    open_to_nobody(folder);
    let mut all = acknowledged(&as_nobody(&place, "before", program));
    assert_eq!(all.len(), 3, "{what}");
    let before = hand::bytes(&place);
    break_it(hand::file(&place).parent().unwrap());
    let lines = as_nobody(&place, "meanwhile", program);
    assert_eq!(acknowledged(&lines), Vec::<String>::new(), "{what}");
    assert_eq!(lines.iter().filter(|line| matches!(line, Line::Not { .. })).count(), 3, "{what}: {lines:?}");
    assert_eq!(hand::bytes(&place), before, "{what}");
    mend_it(hand::file(&place).parent().unwrap());
    all.extend(acknowledged(&as_nobody(&place, "after", program)));
    let harm = Harm::to(&place, &all);
    assert!(all.len() == 6 && !harm.is_any() && place.temporary().is_empty(), "{what}: {all:?} {harm}");
    figure(&format!("P4 {what}: told 3, acknowledged {} {harm}", all.len()));
}

#[test]
fn a_folder_or_a_quota_that_takes_nothing_is_told() {
    let (_kept, program) = program_for_nobody();
    let folder = tempfile::tempdir().unwrap();
    let mode = |mode| move |at: &Path| std::fs::set_permissions(at, Permissions::from_mode(mode)).unwrap();
    refused_to_nobody("folder without permission", folder.path(), &program, mode(0o500), mode(0o700));
    let test = "P4 quota";
    if !is_root() {
        return skipped(test, "only root may set a quota");
    }
    if !has("setquota") || !has("mkfs.ext4") {
        return skipped(test, "no setquota or no mkfs.ext4 on this machine");
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    let (image, at) = (folder.path().join("disk"), folder.path().join("at"));
    must("truncate", &["-s", "16M", &image.display().to_string()]);
    must("mkfs.ext4", &["-q", "-F", "-O", "quota", &image.display().to_string()]);
    let mounted = match Mounted::new(&at, &["-o", "loop,usrquota", &image.display().to_string()]) {
        Ok(mounted) => mounted,
        Err(why) => return skipped(test, &why),
    };
    let at_text = at.display().to_string();
    let user = NOBODY.to_string();
    let set = |files: &str| tried("setquota", &["-u", &user, "0", "0", "0", files, &at_text]);
    if let Err(why) = set("0") {
        return skipped(test, &why);
    }
    refused_to_nobody("quota", &at, &program, |_| set("1").unwrap(), |_| set("0").unwrap());
    mounted.unmount().unwrap();
}

#[test]
fn limits_on_files_are_errors_and_no_end_of_the_process() {
    let limited = |place: &Place, name: &str, limit: &str| {
        let script = format!("ulimit {limit} || exit 9; exec \"$0\" \"$@\"");
        let mut orders = Orders::new(place, name, None, 3);
        orders.waits = true;
        let mut writer = Writer::start_in(&orders, &["sh", "-c", &script], None);
        if writer.ready().is_some() {
            writer.go();
        }
        writer.end()
    };
    // So few open files that nothing can be opened, then a few more each time.
    let folder = tempfile::tempdir().unwrap();
    let place = Place::in_folder(folder.path());
    let mut all = acknowledged(&limited(&place, "old", "-n 64").1);
    assert_eq!(all.len(), 3);
    let (mut told, mut never_began) = (0, 0);
    for limit in 3..14 {
        let (status, lines) = limited(&place, &format!("n{limit}"), &format!("-n {limit}"));
        never_began += usize::from(lines.is_empty());
        // Below the number of files that a process has open from the start nothing of ours runs.
        assert!(status.success() || lines.is_empty(), "{limit}: {status} {lines:?}");
        told += lines.iter().filter(|line| matches!(line, Line::Not { .. })).count();
        all.extend(acknowledged(&lines));
        let harm = Harm::to(&place, &all);
        assert!(!harm.is_any() && place.temporary().is_empty(), "{limit}: {harm}");
    }
    figure(&format!(
        "P4 open files 3 to 13: told {told}, acknowledged {}, lost 0, never began {never_began}",
        all.len()
    ));
    assert!(told > 0, "no limit was reached");
    // A file-size limit: of 512 bytes a unit in this shell.
    let folder = tempfile::tempdir().unwrap();
    let place = Place::in_folder(folder.path());
    let mut all = acknowledged(&limited(&place, "old", "-f unlimited").1);
    let mut told = 0;
    for limit in [0, 1, 2] {
        let (status, lines) = limited(&place, &format!("f{limit}"), &format!("-f {limit}"));
        assert!(status.success(), "{limit}: {status}");
        told += lines.iter().filter(|line| matches!(line, Line::Not { .. })).count();
        all.extend(acknowledged(&lines));
        let harm = Harm::to(&place, &all);
        assert!(!harm.is_any() && place.temporary().is_empty(), "{limit}: {harm}");
    }
    all.extend(acknowledged(&limited(&place, "new", "-f unlimited").1));
    let harm = Harm::to_all(&place, &all);
    figure(&format!(
        "P4 file-size limits: told {told}, no process ended by one, acknowledged {} {harm}",
        all.len()
    ));
    assert!(told >= 6 && !harm.is_any(), "{harm}");
}
