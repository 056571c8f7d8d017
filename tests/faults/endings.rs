//! P8: a draft survives the terminal. The whole program in a real terminal is ended in every way that a terminal, a
//! system and a fault of its own can end it: it has saved, it is gone within two seconds, it has burnt no processor,
//! and a terminal that is left is as it was before.

#![expect(clippy::disallowed_methods, reason = "a test ends processes, and looks at the clock")]

use std::path::Path;
use std::time::{Duration, Instant};

use crate::ground::{figure, has, long, must, run, skipped};
use crate::session::{LIMIT, Session, text_of, wait_for};

/// What is promised.
const GONE: Duration = Duration::from_secs(2);

/// Processor time of a process so far, in hundredths of a second; none if it is gone.
fn burnt(process: u32) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, rest) = stat.rsplit_once(')')?;
    let field = |at: usize| rest.split_whitespace().nth(at).and_then(|number| number.parse::<u64>().ok());
    Some(field(11)? + field(12)?)
}

/// What each thread of a process does: `R` runs, `S` sleeps, `T` is stopped.
fn states(process: u32) -> Vec<char> {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let stats = threads.filter_map(|thread| std::fs::read_to_string(thread.path().join("stat")).ok());
    stats.filter_map(|stat| stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next())).collect()
}

/// Waits until a process is gone: how long that took, and what it burnt meanwhile.
fn gone(process: u32, mut poll: impl FnMut() -> bool) -> (Duration, u64) {
    let begun = Instant::now();
    let before = burnt(process).unwrap_or_default();
    let mut last = before;
    while !poll() {
        assert!(begun.elapsed() < LIMIT, "the process does not end");
        last = burnt(process).unwrap_or(last).max(last);
        std::thread::sleep(Duration::from_millis(5));
    }
    (begun.elapsed(), last - before)
}

/// Types half a sentence.
fn begun(home: &Path, wrap: &[&str]) -> (Session, u32) {
    let mut session = Session::start(home, 80, 24, wrap);
    session.see("口头报告");
    session.keys("5a半句");
    session.see("半句");
    let process = session.child.process_id().unwrap();
    (session, process)
}

fn told(ending: &str, time: Duration, burnt: u64, code: Option<u32>) {
    let code = code.map_or(String::new(), |code| format!(" exit code {code}"));
    figure(&format!(
        "P8 {ending}: draft kept, gone after {} ms, processor {} ms{code}",
        time.as_millis(),
        burnt * 10
    ));
    assert!(time <= GONE, "{ending}: {time:?}");
    // Burning means a whole processor for all of the time; ending costs a few hundredths of a second.
    assert!(burnt <= 30, "{ending}: {burnt} hundredths of a second");
}

#[test]
fn every_signal_keeps_the_draft_and_gives_the_terminal_back_within_two_seconds() {
    for (signal, code) in [("TERM", 143), ("INT", 130), ("QUIT", 131), ("HUP", 129)] {
        let home = tempfile::tempdir().unwrap();
        let (mut session, process) = begun(home.path(), &[]);
        session.signal(&format!("-{signal}"));
        let (time, burnt) = gone(process, || session.child.try_wait().unwrap().is_some());
        assert_eq!(session.end(), code, "{signal}");
        session.assert_whole();
        assert!(text_of(home.path(), "drafts").contains("半句"), "{signal}");
        told(&format!("SIG{signal}"), time, burnt, Some(code));
    }
}

#[test]
fn an_ending_that_nobody_can_heed_is_seen_to_leave_the_terminal_as_it_was() {
    // The twin: it has no handler for this signal, and can have none. Its draft is there all the same.
    let home = tempfile::tempdir().unwrap();
    let (mut session, _) = begun(home.path(), &[]);
    wait_for("the draft is on disk", || text_of(home.path(), "drafts").contains("半句"));
    session.signal("-KILL");
    session.end();
    assert!(session.left_behind().is_some(), "a program that gives nothing back was not caught");
    assert!(text_of(home.path(), "drafts").contains("半句"));
    figure(&format!(
        "P8 twin without a handler (SIGKILL) caught: left {:?}; draft kept",
        session.left_behind()
    ));
}

#[test]
fn a_panic_in_any_thread_keeps_the_draft_and_gives_the_terminal_back() {
    for thread in ["screen", "desk", "finder"] {
        let home = tempfile::tempdir().unwrap();
        let asked = home.path().join("asked");
        let variable = format!("RAPPORTEUR_TRIAL_PANIC={}", asked.display());
        let (mut session, process) = begun(home.path(), &["env", &variable]);
        // The thread that writes drafts cannot write what it has not come to: at most the last second of typing.
        wait_for("the draft is on disk", || text_of(home.path(), "drafts").contains("半句"));
        std::fs::write(&asked, thread).unwrap();
        // The finder has work when a note is written; the others when anything is.
        session.keys(if thread == "finder" { "\x13" } else { "的" });
        let (time, burnt) = gone(process, || session.child.try_wait().unwrap().is_some());
        assert_eq!(session.end(), 101, "{thread}");
        session.assert_whole();
        assert!(
            String::from_utf8_lossy(&session.bytes).contains("panics, as"),
            "{thread}: it says what happened"
        );
        let kept = format!("{}{}", text_of(home.path(), "drafts"), text_of(home.path(), "reviews"));
        assert!(kept.contains("半句"), "{thread}");
        told(&format!("panic of {thread}"), time, burnt, Some(101));
    }
}

#[test]
fn a_terminal_that_is_closed_leaves_a_draft_and_no_process_that_burns() {
    for (name, wrap) in [
        ("terminal closed", &[][..]),
        ("terminal closed, hang-ups ignored", &["sh", "-c", "trap '' HUP; exec \"$0\""][..]),
    ] {
        let home = tempfile::tempdir().unwrap();
        let (mut session, process) = begun(home.path(), wrap);
        session.close();
        let (time, burnt) = gone(process, || session.child.try_wait().unwrap().is_some());
        assert!(text_of(home.path(), "drafts").contains("半句"), "{name}");
        told(name, time, burnt, None);
    }
}

#[test]
fn a_multiplexer_that_is_killed_leaves_a_draft_and_no_process() {
    if !has("tmux") {
        return skipped("P8 tmux", "no tmux on this machine");
    }
    let home = tempfile::tempdir().unwrap();
    let socket = home.path().join("tmux").display().to_string();
    let tmux = |args: &[&str]| {
        let all: Vec<&str> =
            ["-S", &socket, "-f", "/dev/null", "-u"].into_iter().chain(args.iter().copied()).collect();
        String::from_utf8_lossy(&run("tmux", &all).stdout).into_owned()
    };
    let home_is = format!("HOME={}", home.path().display());
    // Word by word: one string would be run by the user's shell, and not every user has one.
    tmux(&[
        "new-session",
        "-d",
        "-x",
        "80",
        "-y",
        "24",
        "env",
        "-i",
        &home_is,
        "USER=amara",
        "TERM=screen-256color",
        "LANG=C.UTF-8",
        env!("CARGO_BIN_EXE_rapporteur"),
    ]);
    let see = |words: &str| {
        let begun = Instant::now();
        while !tmux(&["capture-pane", "-p"]).contains(words) {
            assert!(begun.elapsed() < LIMIT, "never seen: {words}\n{}", tmux(&["capture-pane", "-p"]));
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    see("口头报告");
    tmux(&["send-keys", "-l", "5a半句"]);
    see("半句");
    let process: u32 = tmux(&["list-panes", "-F", "#{pane_pid}"]).trim().parse().unwrap();
    let server: u32 = tmux(&["display-message", "-p", "#{pid}"]).trim().parse().unwrap();
    must("sh", &["-c", &format!("kill -KILL {server}")]);
    let is_gone = || {
        let state = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        state.is_empty() || state.rsplit_once(") ").is_some_and(|(_, rest)| rest.starts_with('Z'))
    };
    let (time, burnt) = gone(process, is_gone);
    assert!(text_of(home.path(), "drafts").contains("半句"));
    told("tmux killed", time, burnt, None);
}

#[test]
fn a_program_that_is_stopped_and_goes_on_has_its_words_and_burns_nothing_while_nothing_happens() {
    let home = tempfile::tempdir().unwrap();
    let (mut session, process) = begun(home.path(), &[]);
    session.signal("-STOP");
    wait_for("the program is stopped", || states(process).iter().all(|state| *state == 'T'));
    session.keys("还有");
    session.signal("-CONT");
    session.see("半句还有");
    // None of its threads runs; for how long, and what that costs, only time can tell.
    wait_for("all threads sleep", || states(process).iter().all(|state| *state == 'S'));
    let mut share = String::from("not measured");
    if long() {
        let before = burnt(process).unwrap();
        let idle = Duration::from_secs(2);
        std::thread::sleep(idle);
        let burnt = burnt(process).unwrap() - before;
        let hundredths = burnt * 10 * 100 / u64::try_from(idle.as_millis()).unwrap();
        assert!(hundredths < 5, "{hundredths} %");
        share = format!("{hundredths} %");
    }
    figure(&format!("P8 stopped and going on: words kept, all threads sleep, processor while idle {share}"));
    session.keys("\x13");
    session.see("Saved ");
    assert!(text_of(home.path(), "reviews").contains("半句还有"));
    session.keys(":q\r");
    assert_eq!(session.end(), 0);
    session.assert_whole();
}
