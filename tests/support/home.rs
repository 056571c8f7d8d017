//! A home of its own for the program, so that a test sees nothing of the machine and leaves nothing behind: an empty
//! folder as HOME, no other environment, and the binary run in it. For tests of the command line and of the screen.

#![expect(clippy::disallowed_methods, reason = "tests prepare files and run the program")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rapporteur::text::{Shown, shown};

/// What a run of the program gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ran {
    pub out: String,
    pub err: String,
    pub code: Option<i32>,
}

impl Ran {
    /// The output as a JSON value.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// Holds that it ended with this code, said this on standard error (a part of it; empty: nothing at all) and
    /// nothing on standard output.
    #[track_caller]
    pub fn fails(&self, code: i32, parts: &[&str]) {
        assert_eq!((self.code, self.out.as_str()), (Some(code), ""), "{self:?}");
        for part in parts {
            assert!(self.err.contains(part), "no “{part}” in {}", self.err);
        }
        assert!(!self.err.is_empty() && safe(&self.err), "{self:?}");
    }

    /// Holds that it ended well, said this on standard output, and nothing on standard error.
    #[track_caller]
    pub fn says(&self, parts: &[&str]) {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{self:?}");
        for part in parts {
            assert!(self.out.contains(part), "no “{part}” in {}", self.out);
        }
        assert!(safe(&self.out), "{self:?}");
    }
}

/// Whether nothing in it can move a cursor or turn a line around.
pub fn safe(text: &str) -> bool {
    let view: Shown<'_> = shown(text);
    text.chars().all(|c| c == '\n' || !c.is_control()) && !view.has_bidi_controls()
}

/// A home folder with nothing in it.
#[derive(Debug)]
pub struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A path below it.
    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    /// A path below it, as an argument.
    pub fn arg(&self, below: &str) -> String {
        self.path(below).display().to_string()
    }

    /// Writes a file, with its folders, and gives its path as an argument.
    pub fn write(&self, below: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    pub fn read(&self, below: &str) -> String {
        fs::read_to_string(self.path(below)).unwrap()
    }

    /// Every file below a folder, by path.
    pub fn files(&self, below: &str) -> Vec<PathBuf> {
        let mut files = Vec::new();
        let mut folders = vec![self.path(below)];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() { folders.push(path) } else { files.push(path) }
            }
        }
        files.sort();
        files
    }

    /// The review files of the default workspace.
    pub fn reviews(&self) -> Vec<PathBuf> {
        self.files(".local/share/rapporteur/reviews")
    }

    /// What the program's environment is here.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let home = |below: &str| self.arg(below);
        vec![
            ("HOME", home("")),
            ("USER", "amara".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
            ("PATH", "/usr/bin:/bin".to_owned()),
        ]
    }

    /// The program with these arguments, to be started in the home folder.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command.args(args).env_clear().envs(self.environment()).current_dir(self.folder.path());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs it to its end.
    #[track_caller]
    pub fn run(&self, args: &[&str]) -> Ran {
        ran(self.command(args).output().unwrap())
    }

    /// Runs it with this on standard input.
    #[track_caller]
    pub fn run_with(&self, args: &[&str], input: impl AsRef<[u8]>) -> Ran {
        let mut child = self.command(args).stdin(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // It may not read all of it.
        let _ = stdin.write_all(input.as_ref());
        drop(stdin);
        ran(child.wait_with_output().unwrap())
    }
}

/// The program.
pub fn binary() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_rapporteur"))
}

/// What a process that ended gave.
#[track_caller]
pub fn ran(output: std::process::Output) -> Ran {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
}
