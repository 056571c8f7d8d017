//! P3 at the command line: `rapporteur note add` while one of its system calls fails. A note whose id was printed is
//! there; where it is not there the command says so and ends with an error; it never panics and never hangs.

#![expect(clippy::disallowed_methods, reason = "a test starts strace and reads what it wrote")]

use std::path::Path;
use std::process::Output;

use rapporteur::model::{NoteId, Symbol};
use rapporteur::store::Workspace;

use crate::calls::{CALLS, Fault, chosen, count, no_strace};
use crate::ground::{Random, default_place, figure, program, skipped};
use crate::undoing::SYMBOL;

/// What Rust's own library says when it panics at an error of the system, which the program cannot prevent.
const BY_STD: [&str; 2] = ["unexpected error during closedir", "failed to generate random data"];

/// Adds a note in a home, under strace.
fn add(home: &Path, words: &str, strace: &[String]) -> Output {
    let args = ["note", "add", "--paragraph", "5", words];
    // After a minute it is a hang.
    let wrap: Vec<&str> =
        ["timeout", "60", "strace", "-f"].into_iter().chain(strace.iter().map(String::as_str)).collect();
    program(home, &wrap, &args).output().unwrap()
}

/// A home with one note in it.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let first =
        program(home.path(), &[], &["note", "add", "--paragraph", "5", "the first"]).output().unwrap();
    assert!(first.status.success());
    home
}

/// What is wrong after a run with a fault.
fn wrong(home: &Path, ran: &Output, fault: Fault) -> Option<String> {
    let workspace = Workspace::default_at(&default_place(home).root);
    let file = workspace.review(&Symbol(SYMBOL.into()), "amara");
    let text = std::fs::read_to_string(&file).unwrap_or_default();
    let Ok((_, review)) = rapporteur::format::read_review(&text) else { return Some("torn".to_owned()) };
    let printed = String::from_utf8_lossy(&ran.stdout).trim().to_owned();
    let is_there = review.note(&NoteId(printed.clone())).is_some_and(|note| note.body == "the second");
    if !review.notes().any(|note| note.body == "the first") {
        return Some("the first note is lost".to_owned());
    }
    if !printed.is_empty() && !is_there {
        return Some(format!("said {printed}, and it is not there"));
    }
    if ran.status.success() && printed.is_empty() {
        return Some("success without a note".to_owned());
    }
    let left = default_place(home).temporary();
    if !left.is_empty() && !fault.may_leave() {
        return Some(format!("left {left:?}"));
    }
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    match ran.status.code() {
        // Rust's own library holds that a listed folder can be closed and that there are random numbers, and panics.
        Some(101) if BY_STD.iter().any(|words| said.contains(words)) => None,
        Some(101) => Some(format!("panic: {said}")),
        Some(124) => Some("hangs".to_owned()),
        // Without memory no program goes on, and a program that cannot be loaded has said nothing yet.
        _ => None,
    }
}

#[test]
fn no_failing_system_call_of_a_command_harms_what_is_there_or_goes_untold() {
    let test = "P3 system calls of a command";
    if let Some(why) = no_strace() {
        return skipped(test, &why);
    }
    let mut random = Random::of("commands");
    let log_folder = tempfile::tempdir().unwrap();
    let log = log_folder.path().join("log");
    let plain = ["-qq", "-o", &log.display().to_string()].map(str::to_owned);
    let whole = home();
    assert!(add(whole.path(), "the second", &plain).status.success());
    let text = std::fs::read_to_string(&log).unwrap();
    // With -f each line begins with the process.
    let text: String = text
        .lines()
        .map(|line| format!("{}\n", line.split_once(' ').map_or(line, |(_, rest)| rest.trim_start())))
        .collect();
    let counted = CALLS.map(|call| (call, count(&text, call))).to_vec();
    let (mut runs, mut injected, mut told) = (0, 0, 0);
    let mut faults = Vec::new();
    for fault in chosen(&counted, 40, &mut random) {
        let home = home();
        let ran = add(home.path(), "the second", &fault.arguments(&log));
        runs += 1;
        injected += usize::from(std::fs::read_to_string(&log).unwrap_or_default().contains("(INJECTED)"));
        told += usize::from(!ran.status.success());
        faults.extend(wrong(home.path(), &ran, fault).map(|wrong| format!("{fault:?}: {wrong}")));
    }
    let calls: usize = counted.iter().map(|(_, times)| times).sum();
    figure(&format!(
        "P3 note add: {calls} calls, runs {runs} injections {injected} ended with an error {told} wrong {} seed {}",
        faults.len(),
        random.seed
    ));
    assert_eq!(faults, Vec::<String>::new());
    assert!(injected >= 30, "only {injected} injections");
}
