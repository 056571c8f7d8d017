//! In which order a save asks the disk, as strace writes it down: what was done is in the journal before the file is
//! touched, and what could not be confirmed is confirmed before it is called saved (P1, P2, P7). Both are seen only where
//! something fails in between, so the order itself is looked at.

#![expect(clippy::disallowed_methods, reason = "a test reads what strace wrote")]

use std::path::Path;

use crate::calls::{Fault, attach, attach_with, no_strace};
use crate::ground::{Place, figure, skipped};
use crate::twin::Flaw;
use crate::writer::{Line, Orders, Writer};

/// What strace wrote of three saves into a file that is there already.
fn traced(
    flaw: Option<Flaw>,
    hold: impl Fn(u32, &Path) -> Result<std::process::Child, String>,
) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::in_folder(folder.path());
    let log = folder.path().join("log");
    Writer::start(&Orders::new(&place, "old", flaw, 1)).end();
    let mut orders = Orders::new(&place, "new", flaw, 3);
    (orders.waits, orders.again) = (true, true);
    let mut writer = Writer::start(&orders);
    let thread = writer.ready().ok_or("the writer did not start")?;
    let mut strace = hold(thread, &log)?;
    writer.go();
    let (_, lines) = writer.end();
    strace.wait().unwrap();
    assert_eq!(lines.last(), Some(&Line::Done), "{lines:?}");
    Ok(std::fs::read_to_string(log).unwrap_or_default())
}

/// How many times the file was replaced, each time after the journal was on the disk; or the line of one that was not.
fn journal_first(log: &str) -> Result<usize, String> {
    let (mut written, mut replaced) = (false, 0);
    for line in log.lines().filter(|line| line.contains(") = 0")) {
        if line.starts_with("fdatasync(") && line.contains("/journal/") {
            written = true;
        }
        if line.starts_with("rename") && line.contains("/reviews/") {
            if !written {
                return Err(line.to_owned());
            }
            written = false;
            replaced += 1;
        }
    }
    Ok(replaced)
}

#[test]
fn what_is_done_is_in_the_journal_before_the_file_is_replaced() {
    let test = "P7 order of journal and file";
    if let Some(why) = no_strace() {
        return skipped(test, &why);
    }
    let calls = "trace=fdatasync,fsync,rename,renameat,renameat2";
    let hold = |thread: u32, log: &Path| {
        let log = log.display().to_string();
        attach_with(thread, ["-y", "-s", "200", "-o", &log, "-e", calls].map(str::to_owned))
    };
    let log = match traced(None, hold) {
        Ok(log) => log,
        Err(why) => return skipped(test, &why),
    };
    assert_eq!(journal_first(&log), Ok(3), "{log}");
    let twin = journal_first(&traced(Some(Flaw::JournalLast), hold).unwrap());
    assert!(twin.is_err(), "the twin JournalLast was not caught");
    figure("P7 journal before file: 3 of 3 saves; twin JournalLast caught");
}

/// Whether a folder that could not be synced had been synced before the next thing was called saved; none if no folder of
/// reviews was meant, or nothing was called saved.
fn confirmed(log: &str) -> Option<bool> {
    let mut after = log.lines().skip_while(|line| !line.contains("(INJECTED)"));
    let path = after.next()?.split_once('<')?.1.split_once('>')?.0;
    if !path.contains("/reviews/") || path.ends_with(".tmp") {
        return None;
    }
    let folder = format!("<{path}>");
    let mut synced = false;
    for line in after {
        synced |= line.starts_with("fsync(") && line.contains(&folder) && line.contains(") = 0");
        if line.starts_with("write(1<") && line.contains("@@ ") && line.contains("Saved") {
            return Some(synced);
        }
    }
    None
}

#[test]
fn a_folder_that_could_not_be_synced_is_synced_before_anything_is_called_saved() {
    let test = "P2 a doubt is not forgotten";
    if let Some(why) = no_strace() {
        return skipped(test, &why);
    }
    let told = |flaw: Option<Flaw>| {
        let faults = (1..=12).map(|index| Fault { call: "fsync", error: "EIO", index });
        let logs = faults.map(|fault| traced(flaw, |thread, log| attach(thread, fault, log)));
        logs.filter_map(|log| log.map(|log| confirmed(&log)).transpose())
            .collect::<Result<Vec<bool>, String>>()
    };
    let sound = match told(None) {
        Ok(sound) => sound,
        Err(why) => return skipped(test, &why),
    };
    assert!(!sound.is_empty(), "no folder failed to be synced");
    assert!(sound.iter().all(|confirmed| *confirmed), "{sound:?}");
    let twin = told(Some(Flaw::ForgetsDoubt)).unwrap();
    assert!(twin.contains(&false), "the twin ForgetsDoubt was not caught: {twin:?}");
    figure(&format!("P2 doubts confirmed before Saved: {0} of {0}; twin ForgetsDoubt caught", sound.len()));
}
