//! Job control in a real terminal: the program is stopped by a key and from outside, and goes on in the foreground
//! and in the background, also while the user's editor has the terminal.

#![expect(clippy::disallowed_methods, reason = "a test starts the program and looks at its processes")]

use std::path::Path;

use crate::session::{Session, text_of, wait_for};

/// A shell with job control that runs the program, says when it was stopped, and lets it go on: `line` starts it.
/// Its process number is in a file. `stty` does what an interactive shell does to a terminal that it gets back.
fn shell(home: &Path, line: &str) -> Session {
    let script = format!(
        "set -m; P=\"$0\"; S=$(stty -g); {line}; stty $S; echo 'is stopped'; read go; fg >/dev/null; echo ended"
    );
    let mut session = Session::start(home, 80, 24, &["sh", "-c", &script]);
    session.see("口头报告");
    session
}

/// The program as a job of its own.
const JOB: &str = "sh -c 'echo $$ >pid; exec \"$0\"' \"$P\"";

fn pid(home: &Path) -> String {
    std::fs::read_to_string(home.join("pid")).unwrap().trim().to_owned()
}

fn kill(home: &Path, signal: &str) {
    let command = format!("kill {signal} {}", pid(home));
    assert!(std::process::Command::new("sh").args(["-c", &command]).status().unwrap().success());
}

/// Waits until the process stands still.
fn stopped(home: &Path) {
    let stat = format!("/proc/{}/stat", pid(home));
    wait_for("the process stops", || {
        let stat = std::fs::read_to_string(&stat).unwrap();
        stat.rsplit_once(") ").is_some_and(|(_, rest)| rest.starts_with('T'))
    });
}

/// The program as a job, on paragraph 5, stopped from outside.
fn stopped_by(home: &Path, signal: &str) -> Session {
    let mut session = shell(home, JOB);
    session.keys("5");
    session.see("∙ 5 ∙");
    // The frame is written: what is in the middle of a write ends it wherever it is.
    session.take_all();
    kill(home, signal);
    session.see("is stopped");
    session
}

/// The program has the terminal: keys arrive and are not echoed, everything is drawn.
fn assert_going_on(session: &mut Session) {
    session.see("∙ 5 ∙");
    wait_for("the terminal is raw", || !session.is_cooked());
    session.keys("J");
    session.see("∙ 6 ∙");
    assert!(session.parser.screen().alternate_screen());
    session.see_in_row(24, "a annotate");
    session.keys(":q\r");
    session.see("ended");
    assert_eq!(session.end(), 0);
    session.assert_whole();
}

#[test]
fn who_was_stopped_from_outside_draws_all_and_reads_keys_again() {
    for signal in ["-STOP", "-TSTP", "-TTIN"] {
        let home = tempfile::tempdir().unwrap();
        let mut session = stopped_by(home.path(), signal);
        if signal == "-TSTP" {
            session.assert_whole();
        }
        // In between the window changed, and another program wrote on it.
        session.parser.process(b"\x1b[2J\x1b[H");
        session.keys("\n");
        assert_going_on(&mut session);
    }
}

#[test]
fn a_window_that_changed_while_one_was_stopped_is_drawn_in_its_size() {
    let home = tempfile::tempdir().unwrap();
    let mut session = shell(home.path(), JOB);
    session.take_all();
    kill(home.path(), "-STOP");
    session.see("is stopped");
    session.resize(70, 20);
    session.keys("\n");
    session.see_in_row(20, "a annotate");
    // Not by a key: crossterm may keep one that comes together with a new size until the next.
    kill(home.path(), "-TERM");
    session.end();
    session.assert_whole();
}

#[test]
fn ctrl_z_stops_the_script_that_waits_for_the_program_too() {
    let home = tempfile::tempdir().unwrap();
    let line = "sh -c '\"$0\"; echo the script went on' \"$P\"";
    let mut session = shell(home.path(), line);
    session.keys("5");
    session.see("∙ 5 ∙");
    session.keys("\x1a");
    session.see("is stopped");
    session.assert_whole();
    assert!(!session.screen().contains("the script went on"));
    session.keys("\n");
    session.see("∙ 5 ∙");
    session.keys(":q\r");
    session.see("the script went on");
    assert_eq!(session.end(), 0);
}

#[test]
fn ctrl_z_where_no_shell_could_wake_it_is_a_redrawing() {
    let home = tempfile::tempdir().unwrap();
    let mut session = Session::start(home.path(), 80, 24, &[]);
    session.see("口头报告");
    session.keys("\x1a");
    session.keys("5");
    session.see("∙ 5 ∙");
    session.keys(":q\r");
    assert_eq!(session.end(), 0);
}

#[test]
fn going_on_in_the_background_does_not_take_the_terminal() {
    for signal in ["-STOP", "-TSTP"] {
        let home = tempfile::tempdir().unwrap();
        let mut session = stopped_by(home.path(), signal);
        stopped(home.path());
        session.take_all();
        let said = session.bytes.len();
        for _ in 0..3 {
            kill(home.path(), "-CONT");
            stopped(home.path());
        }
        session.take_all();
        assert_eq!(
            session.bytes.len(),
            said,
            "{signal}: it wrote on a terminal that is the shell's: {:?}",
            String::from_utf8_lossy(&session.bytes[said..])
        );
        session.keys("\n");
        assert_going_on(&mut session);
    }
}

#[test]
fn while_the_editor_has_the_terminal_a_stop_leaves_the_terminal_to_it() {
    for how in ["key", "-TSTP", "-STOP"] {
        let home = tempfile::tempdir().unwrap();
        let editor = home.path().join("editor.sh");
        let script = "#!/bin/sh\necho editing\nwhile [ ! -e go ]; do sleep 0.02; done\necho words >\"$1\"\n";
        std::fs::write(&editor, script).unwrap();
        let line = format!("chmod +x editor.sh; export EDITOR={}; {JOB}", editor.display());
        let mut session = shell(home.path(), &line);
        session.keys("5a\x05");
        session.see("editing");
        let said = session.bytes.len();
        if how == "key" {
            session.keys("\x1a")
        } else {
            kill(home.path(), how)
        }
        session.see("is stopped");
        stopped(home.path());
        session.keys("\n");
        wait_for("the program goes on", || {
            let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid(home.path()))).unwrap();
            stat.rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with('T'))
        });
        session.take_all();
        let since = String::from_utf8_lossy(&session.bytes[said..]).into_owned();
        assert!(!since.contains("?1049h"), "{how}: the editor's terminal was taken");
        std::fs::write(home.path().join("go"), "").unwrap();
        session.see("Saved ");
        assert!(text_of(home.path(), "reviews").contains("words"), "{how}");
        session.keys(":q\r");
        assert_eq!(session.end(), 0);
    }
}
