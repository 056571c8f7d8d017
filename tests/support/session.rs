//! The whole program in a real pseudo-terminal, for tests: keys in, the screen and the files out.
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
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The longest that anything may take before the test calls it a fault.
pub const LIMIT: Duration = Duration::from_secs(20);

/// What came of listening to the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    Words,
    Nothing,
    /// Nobody holds the terminal open any more.
    End,
}

/// The program in a terminal.
pub struct Session {
    pub master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    pub child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    pub parser: vt100::Parser,
    pub bytes: Vec<u8>,
    reading: Arc<AtomicBool>,
    /// How the terminal was set before the program had it.
    pub settings: String,
    reader: Option<std::thread::JoinHandle<()>>,
}

impl Session {
    /// Starts the program in a window; one of 0 columns or rows does not tell its size. `wrap` comes before the
    /// program: `env`, or a shell.
    pub fn start(home: &Path, columns: u16, rows: u16, wrap: &[&str]) -> Self {
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
        let settings = format!("{:?}", pair.master.get_termios());
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
                std::num::NonZero::new(rows).unwrap_or(std::num::NonZero::new(24).unwrap()),
                std::num::NonZero::new(columns).unwrap_or(std::num::NonZero::new(80).unwrap()),
                0,
            ),
            bytes: Vec::new(),
            settings,
            reading,
            reader: Some(reader),
        }
    }

    /// Closes the terminal as a window is closed: every copy of the master goes, and the kernel hangs up.
    pub fn close(&mut self) {
        self.reading.store(false, Ordering::SeqCst);
        // Its reader ends with the next output, which this letter brings about.
        self.keys("x");
        self.reader.take().unwrap().join().unwrap();
        drop(self.writer.take());
        drop(self.master.take());
    }

    /// Takes what the program says next, if it says something soon.
    pub fn take(&mut self, wait: Duration) -> Taken {
        match self.output.recv_timeout(wait) {
            Ok(bytes) => {
                self.parser.process(&bytes);
                self.bytes.extend(bytes);
                Taken::Words
            }
            Err(RecvTimeoutError::Timeout) => Taken::Nothing,
            Err(RecvTimeoutError::Disconnected) => Taken::End,
        }
    }

    pub fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Waits until the screen shows the words.
    pub fn see(&mut self, words: &str) {
        let until = Instant::now() + LIMIT;
        while !self.screen().contains(words) {
            assert!(Instant::now() < until, "never seen: {words}\n{}", self.screen());
            self.take(Duration::from_millis(50));
        }
    }

    pub fn keys(&mut self, keys: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Waits until the process is gone; gives its exit code.
    pub fn end(&mut self) -> u32 {
        let until = Instant::now() + LIMIT;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // All that it said comes before the terminal's end; a process of its own may hold that open.
                while Instant::now() < until && self.take(Duration::from_millis(50)) != Taken::End {}
                return status.exit_code();
            }
            assert!(Instant::now() < until, "the process does not end\n{}", self.screen());
            self.take(Duration::from_millis(20));
        }
    }

    /// What the program said to the terminal at its end puts everything back.
    pub fn assert_whole(&self) {
        assert_eq!(self.left_behind(), None, "the terminal was not given back whole");
    }

    /// What the program has left on the terminal that was not there before it.
    pub fn left_behind(&self) -> Option<&'static str> {
        let said = String::from_utf8_lossy(&self.bytes);
        for (on, off) in [("?1049h", "?1049l"), ("?2004h", "?2004l"), ("?1000h", "?1000l"), ("?25l", "?25h")]
        {
            let (on_at, off_at) = (said.rfind(on), said.rfind(off));
            if on_at.is_some() && off_at < on_at {
                return Some(on);
            }
        }
        // As long as nobody has closed it.
        let settings = self.master.as_ref().map(|master| format!("{:?}", master.get_termios()));
        if settings.is_some_and(|settings| settings != self.settings) {
            return Some("other settings");
        }
        let screen = self.parser.screen();
        (screen.alternate_screen() || screen.hide_cursor()).then_some("the alternate screen, or no cursor")
    }

    pub fn signal(&self, name: &str) {
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
pub fn text_of(home: &Path, part: &str) -> String {
    let mut found = Vec::new();
    files(home, &mut found);
    found.retain(|path| {
        path.to_string_lossy().contains(part) && path.extension().is_some_and(|e| e == "toml")
    });
    found.iter().map(|path| std::fs::read_to_string(path).unwrap_or_default()).collect()
}

pub fn wait_for(what: &str, mut seen: impl FnMut() -> bool) {
    let until = Instant::now() + LIMIT;
    while !seen() {
        assert!(Instant::now() < until, "never happened: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}
