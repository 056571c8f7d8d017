//! P4 at the screen: the whole program in a terminal while its disk takes nothing. It says NOT SAVED, keeps the words
//! where they are seen, and saves by itself within five seconds of the disk taking something again.

#![expect(clippy::disallowed_methods, reason = "a test fills disks, and looks at the clock")]

use std::path::Path;
use std::time::{Duration, Instant};

use crate::full::{empty, fill, fill_with_files};
use crate::ground::{Mounted, figure, has, is_root, must, skipped};
use crate::session::{LIMIT, Session, text_of};

/// What is promised.
const BY_ITSELF: Duration = Duration::from_secs(5);

/// The words of the note that cannot be saved: more than what may be left of a block.
fn words() -> String {
    format!("请核实 {}end", "why so ".repeat(700))
}

/// Writes a note while the disk takes nothing; then it takes something.
fn kept_and_saved(
    what: &str,
    home: &Path,
    wrap: &[&str],
    break_it: impl FnOnce(u32),
    mend_it: impl FnOnce(u32),
) {
    let mut session = Session::start(home, 100, 30, wrap);
    session.see("口头报告");
    session.keys("7afirst\x13");
    session.see("Saved ");
    let process = session.child.process_id().unwrap();
    break_it(process);
    let before = text_of(home, "reviews/");
    session.keys("5a");
    session.see("Note on 5");
    session.keys(&format!("\x1b[200~{}\x1b[201~", words()));
    session.see("why so why so");
    session.keys("\x13");
    session.see("NOT SAVED");
    session.see("请核实 why so");
    // What the screen showed before is gone from it by then.
    let until = Instant::now() + LIMIT;
    while session.screen().contains("Saved ") {
        assert!(Instant::now() < until, "{what}: still seen\n{}", session.screen());
        session.take(Duration::from_millis(20));
    }
    assert!(
        text_of(home, "reviews/").contains("first") && before.contains("first"),
        "{what}: the file is whole"
    );
    mend_it(process);
    let mended = Instant::now();
    session.see("Saved ");
    let took = mended.elapsed();
    let there = text_of(home, "reviews/");
    assert!(there.contains(words().trim()), "{what}: not saved by itself\n{}", session.screen());
    assert!(took <= BY_ITSELF, "{what}: {took:?}");
    figure(&format!(
        "P4 at the screen, {what}: NOT SAVED seen, words kept, saved by itself after {} ms",
        took.as_millis()
    ));
    session.keys(":q\r");
    assert_eq!(session.end(), 0, "{what}");
    session.assert_whole();
}

#[test]
fn a_disk_that_takes_nothing_is_told_on_the_screen_and_all_is_saved_by_itself_later() {
    let test = "P4 at the screen";
    if !is_root() {
        return skipped(test, "only root may mount a disk");
    }
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().join("at");
    let mount = |options: &str| Mounted::memory(&at, options);
    match mount("size=64k") {
        Err(why) => return skipped(test, &why),
        Ok(probe) => probe.unmount().unwrap(),
    }
    let mounted = mount("size=1m").unwrap();
    kept_and_saved("full disk", &at, &[], |_| fill(&at), |_| empty(&at));
    mounted.unmount().unwrap();
    let mounted = mount("size=8m,nr_inodes=60").unwrap();
    kept_and_saved("no inodes", &at, &[], |_| fill_with_files(&at), |_| empty(&at));
    mounted.unmount().unwrap();
    // The state folder stays writable: the workspace alone is on a disk that is read-only.
    let home = tempfile::tempdir().unwrap();
    let work = home.path().join(".local/share/rapporteur");
    let mounted = Mounted::memory(&work, "size=8m").unwrap();
    let (lock, unlock) = (|_| mounted.remount("ro"), |_| mounted.remount("rw"));
    kept_and_saved("read-only disk", home.path(), &[], lock, unlock);
    mounted.unmount().unwrap();
}

#[test]
fn limits_on_files_are_told_on_the_screen_and_all_is_saved_when_they_are_lifted() {
    let test = "P4 limits at the screen";
    if !has("prlimit") {
        return skipped(test, "no prlimit on this machine");
    }
    let limit =
        |what: &'static str| move |process: u32| must("prlimit", &["--pid", &process.to_string(), what]);
    let home = tempfile::tempdir().unwrap();
    let (small, none) = (limit("--fsize=1024:unlimited"), limit("--fsize=unlimited:unlimited"));
    kept_and_saved("file-size limit", home.path(), &[], small, none);
    let home = tempfile::tempdir().unwrap();
    let (few, many) = (limit("--nofile=3:4096"), limit("--nofile=1024:4096"));
    kept_and_saved("no more open files", home.path(), &[], few, many);
}
