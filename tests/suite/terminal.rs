//! The whole program in a real pseudo-terminal: it starts, shows Chinese, saves, and survives every ending.
//!
//! Nothing here waits for a time: it waits for something to be seen, up to a limit that only a fault reaches.

#![expect(
    clippy::disallowed_methods,
    reason = "a test starts the program and looks at its files and processes"
)]

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The longest that anything may take before the test calls it a fault.
const LIMIT: Duration = Duration::from_secs(20);

/// The program in a terminal.
struct Session {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    bytes: Vec<u8>,
    reading: Arc<AtomicBool>,
    reader: Option<std::thread::JoinHandle<()>>,
}

impl Session {
    fn start(home: &Path, columns: u16, rows: u16, wrap: &[&str]) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let program = env!("CARGO_BIN_EXE_rapporteur");
        let mut command = match wrap.split_first() {
            Some((first, rest)) => {
                let mut command = CommandBuilder::new(first);
                command.args(rest);
                command.arg(program);
                command
            }
            None => CommandBuilder::new(program),
        };
        command.env_clear();
        command.env("HOME", home);
        command.env("USER", "amara");
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.cwd(home);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (sender, output) = mpsc::channel();
        let reading = Arc::new(AtomicBool::new(true));
        let go_on = Arc::clone(&reading);
        let reader = std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count) = reader.read(&mut buffer) {
                let ended = count == 0 || sender.send(buffer[..count].to_vec()).is_err();
                if ended || !go_on.load(Ordering::SeqCst) {
                    return;
                }
            }
        });
        Self {
            master: Some(pair.master),
            writer: Some(writer),
            child,
            output,
            parser: vt100::Parser::new(
                std::num::NonZero::new(rows).unwrap(),
                std::num::NonZero::new(columns).unwrap(),
                0,
            ),
            bytes: Vec::new(),
            reading,
            reader: Some(reader),
        }
    }

    /// Closes the terminal as a window is closed: every copy of the master goes, and the kernel hangs up.
    fn close(&mut self) {
        self.reading.store(false, Ordering::SeqCst);
        // Its reader ends with the next output, which this letter brings about.
        self.keys("x");
        self.reader.take().unwrap().join().unwrap();
        drop(self.writer.take());
        drop(self.master.take());
    }

    fn take(&mut self, wait: Duration) {
        if let Ok(bytes) = self.output.recv_timeout(wait) {
            self.parser.process(&bytes);
            self.bytes.extend(bytes);
        }
    }

    fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Waits until the screen shows the words.
    fn see(&mut self, words: &str) {
        let until = Instant::now() + LIMIT;
        while !self.screen().contains(words) {
            assert!(Instant::now() < until, "never seen: {words}\n{}", self.screen());
            self.take(Duration::from_millis(50));
        }
    }

    fn keys(&mut self, keys: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Waits until the process is gone; gives its exit code.
    fn end(&mut self) -> u32 {
        let until = Instant::now() + LIMIT;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                for _ in 0..20 {
                    self.take(Duration::from_millis(5));
                }
                return status.exit_code();
            }
            assert!(Instant::now() < until, "the process does not end\n{}", self.screen());
            self.take(Duration::from_millis(20));
        }
    }

    /// What the program said to the terminal at its end puts everything back.
    fn assert_whole(&self) {
        let said = String::from_utf8_lossy(&self.bytes);
        for (on, off) in [("?1049h", "?1049l"), ("?2004h", "?2004l"), ("?1000h", "?1000l"), ("?25l", "?25h")]
        {
            let (on, off) = (said.rfind(on), said.rfind(off));
            assert!(on.is_none() || off > on, "the terminal was not given back whole");
        }
        assert!(!self.parser.screen().alternate_screen() && !self.parser.screen().hide_cursor());
    }

    fn signal(&self, name: &str) {
        // The shell's own kill: a small system has no other.
        let command = format!("kill {name} {}", self.child.process_id().unwrap());
        assert!(std::process::Command::new("sh").args(["-c", &command]).status().unwrap().success());
    }
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// The text of all files below a folder whose path holds `part`.
fn text_of(home: &Path, part: &str) -> String {
    let mut found = Vec::new();
    files(home, &mut found);
    found.retain(|path| {
        path.to_string_lossy().contains(part) && path.extension().is_some_and(|e| e == "toml")
    });
    found.iter().map(|path| std::fs::read_to_string(path).unwrap_or_default()).collect()
}

fn wait_for(what: &str, mut seen: impl FnMut() -> bool) {
    let until = Instant::now() + LIMIT;
    while !seen() {
        assert!(Instant::now() < until, "never happened: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn it_opens_the_chinese_document_takes_a_note_and_leaves_the_terminal_whole() {
    let home = tempfile::tempdir().unwrap();
    let mut session = Session::start(home.path(), 80, 24, &[]);
    session.see("口头报告");
    session.keys("18");
    session.see("B. 其他建议 ∙ 18 ∙ 缅甸");
    session.keys("a");
    session.see("Note on 18");
    session.keys("独立于各部委吗？");
    session.see("独立于各部委吗？");
    assert_eq!(session.parser.screen().cursor_position().1, 17, "the cursor stands behind what was typed");
    session.keys("\x13");
    session.see("Saved ");
    assert!(text_of(home.path(), "reviews").contains("独立于各部委吗？"));
    session.keys("sm");
    session.see("Paragraph 18: amend");
    session.keys("q");
    session.see("q again quits");
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.assert_whole();
    let mut again = Session::start(home.path(), 120, 40, &[]);
    again.see("Last here");
    again.see("独立于各部委吗？");
    again.keys(":q\r");
    assert_eq!(again.end(), 0);
}

#[test]
fn a_signal_saves_the_draft_gives_the_terminal_back_and_ends_with_its_number() {
    for (name, code) in [("-TERM", 143), ("-INT", 130), ("-HUP", 129), ("-QUIT", 131)] {
        let home = tempfile::tempdir().unwrap();
        let mut session = Session::start(home.path(), 80, 24, &[]);
        session.see("口头报告");
        session.keys("5a半句");
        session.see("半句");
        session.signal(name);
        assert_eq!(session.end(), code, "{name}");
        session.assert_whole();
        assert!(text_of(home.path(), "drafts").contains("半句"), "{name}");
        let mut again = Session::start(home.path(), 80, 24, &[]);
        again.see("A draft was left by an interruption, on paragraph 5");
        again.keys("5a");
        again.see("半句");
        again.keys("，完了\x13");
        again.see("Saved ");
        assert!(text_of(home.path(), "reviews").contains("半句，完了"));
        assert_eq!(text_of(home.path(), "drafts"), "");
    }
}

#[test]
fn a_terminal_that_is_closed_leaves_a_draft_and_no_process_even_if_hang_ups_are_ignored() {
    for wrap in [&[][..], &["sh", "-c", "trap '' HUP; exec \"$0\""][..]] {
        let home = tempfile::tempdir().unwrap();
        let mut session = Session::start(home.path(), 80, 24, wrap);
        session.see("口头报告");
        session.keys("5a半句");
        session.see("半句");
        session.close();
        session.end();
        assert!(text_of(home.path(), "drafts").contains("半句"), "{wrap:?}");
    }
}

#[test]
fn a_kill_costs_nothing_that_was_saved_and_no_draft() {
    let home = tempfile::tempdir().unwrap();
    for round in 0..5 {
        let mut session = Session::start(home.path(), 80, 24, &[]);
        session.see("口头报告");
        session.keys(&format!("7anote {round}\x13"));
        session.see(&format!("note {round}"));
        wait_for("the note is on disk", || {
            text_of(home.path(), "reviews").contains(&format!("note {round}"))
        });
        session.keys(&format!("8adraft {round}"));
        wait_for("the draft is on disk", || {
            text_of(home.path(), "drafts").contains(&format!("draft {round}"))
        });
        session.signal("-KILL");
        session.end();
        let reviews = text_of(home.path(), "reviews");
        assert!((0..=round).all(|earlier| reviews.contains(&format!("note {earlier}"))));
        assert!(text_of(home.path(), "drafts").contains(&format!("draft {round}")));
    }
}

#[test]
fn stopping_with_ctrl_z_gives_the_terminal_back_and_going_on_takes_it_again() {
    let home = tempfile::tempdir().unwrap();
    // Only a shell with job control can stop a program and let it go on.
    let script = "set -m; \"$0\"; echo 'is stopped'; read go; fg >/dev/null";
    let mut session = Session::start(home.path(), 80, 24, &["sh", "-c", script]);
    session.see("口头报告");
    session.keys("5");
    session.see("∙ 5 ∙");
    session.keys("\x1a");
    session.see("is stopped");
    session.assert_whole();
    session.keys("\r");
    session.see("∙ 5 ∙");
    assert!(session.parser.screen().alternate_screen());
    session.keys(":q\r");
    assert_eq!(session.end(), 0);
}

#[test]
fn the_users_editor_writes_the_note_and_one_that_fails_loses_nothing() {
    let home = tempfile::tempdir().unwrap();
    let editor = home.path().join("editor.sh");
    std::fs::write(&editor, "#!/bin/sh\ngrep -q '>8' \"$1\" || exit 9\nprintf '来自编辑器 ' > \"$1.n\"\ncat \"$1\" >> \"$1.n\"\nmv \"$1.n\" \"$1\"\nexit ${FAIL:-0}\n").unwrap();
    let script = format!("chmod +x {0}; EDITOR={0} FAIL=$1 exec \"$2\"", editor.display());
    for (fail, seen) in [("0", "Saved "), ("3", "ended with an error")] {
        let mut session = Session::start(home.path(), 80, 24, &["sh", "-c", &script, "sh", fail]);
        session.see("口头报告");
        session.keys("9awords\x05");
        session.see(seen);
        session.see("来自编辑器 words");
        if fail == "3" {
            assert!(text_of(home.path(), "drafts").contains("words"));
            session.keys("\x1b");
            session.see("Note on 9 written");
        }
        session.keys(":q\r");
        assert_eq!(session.end(), 0);
    }
    assert_eq!(text_of(home.path(), "reviews").matches("来自编辑器 words").count(), 2);
}
