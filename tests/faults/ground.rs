//! What all fault tests stand on: a place with a workspace and a state folder, random numbers that can be had
//! again, figures, skips, and programs of the machine that may be missing.

#![expect(
    clippy::disallowed_methods,
    reason = "tests prepare and inspect their own folders, and start programs"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, SystemTime};

/// Whether the long form was asked for.
pub fn long() -> bool {
    std::env::var_os("RAPPORTEUR_LONG").is_some_and(|value| !value.is_empty() && value != "0")
}

/// The short form's number, or the long form's.
pub fn rounds(short: usize, long_form: usize) -> usize {
    if long() { long_form } else { short }
}

/// The figures of a test, for the reader of its output.
pub fn figure(figures: &str) {
    println!("figure: {figures}");
}

/// Says that a test cannot run here.
pub fn skipped(test: &str, reason: &str) {
    println!("skipped: {test}: {}", reason.lines().next().unwrap_or_default());
}

/// Whether the tests run as root: mounting needs it.
pub fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// Whether the machine has a program.
pub fn has(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
    folders.extend(["/usr/sbin".into(), "/sbin".into()]);
    folders.iter().any(|folder| folder.join(program).is_file())
}

/// Runs a program of the machine.
pub fn run(program: &str, args: &[&str]) -> Output {
    let path = format!("{}:/usr/sbin:/sbin", std::env::var("PATH").unwrap_or_default());
    Command::new(program).args(args).env("PATH", path).output().unwrap()
}

/// Runs a program of the machine that has to succeed.
#[track_caller]
pub fn must(program: &str, args: &[&str]) {
    if let Err(error) = tried(program, args) {
        panic!("{error}");
    }
}

/// Runs a program of the machine; what it said if it failed.
pub fn tried(program: &str, args: &[&str]) -> Result<(), String> {
    let output = run(program, args);
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    if output.status.success() { Ok(()) } else { Err(format!("{program} {}: {said}", args.join(" "))) }
}

/// The same for what may be busy: for a moment a process that another test is starting holds our open files too.
fn tried_for_a_while(program: &str, args: &[&str]) -> Result<(), String> {
    let mut ended = tried(program, args);
    for _ in 0..100 {
        if ended.is_ok() {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
        ended = tried(program, args);
    }
    ended
}

/// The program in a home of its own, by way of other commands.
pub fn program(home: &Path, wrap: &[&str], args: &[&str]) -> Command {
    let program = env!("CARGO_BIN_EXE_rapporteur");
    let mut command = match wrap.split_first() {
        None => Command::new(program),
        Some((first, rest)) => {
            let mut command = Command::new(first);
            command.args(rest).arg(program);
            command
        }
    };
    command.args(args).env_clear().current_dir(home).stdin(Stdio::null());
    command.env("HOME", home).env("USER", "amara").env("LANG", "C.UTF-8").env("TZ", "UTC");
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
}

/// The workspace of someone who has named none.
pub fn default_place(home: &Path) -> Place {
    Place { root: home.join(".local/share/rapporteur"), state: home.join(".local/state/rapporteur") }
}

/// Random numbers: the same ones for the same seed (splitmix64).
#[derive(Debug, Clone)]
pub struct Random {
    pub seed: u64,
    state: u64,
}

impl Random {
    /// Numbers of a test's own: by the run's seed and the test's name.
    pub fn of(test: &str) -> Self {
        let seed = std::env::var("RAPPORTEUR_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = seed.unwrap_or(20_261_123);
        let own =
            test.bytes().fold(seed, |state, byte| (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        Self { seed, state: own }
    }

    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// One of `0..end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    /// One of the things.
    pub fn one<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len())]
    }

    /// A time of so many milliseconds.
    pub fn millis(&mut self, from: usize, to: usize) -> Duration {
        let micros = self.below((to - from) * 1000) + from * 1000;
        Duration::from_micros(u64::try_from(micros).unwrap())
    }
}

/// Where a store works: a workspace, and a state folder beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub root: PathBuf,
    pub state: PathBuf,
}

impl Place {
    /// In a folder, which need not be there.
    pub fn in_folder(folder: &Path) -> Self {
        let place = Self { root: folder.join("work"), state: folder.join("state") };
        std::fs::create_dir_all(&place.root).unwrap();
        std::fs::create_dir_all(&place.state).unwrap();
        place
    }

    /// Every file in it.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        walk(&self.root, &mut found);
        walk(&self.state, &mut found);
        found
    }

    /// Temporary files that a writer left.
    pub fn temporary(&self) -> Vec<PathBuf> {
        self.files().into_iter().filter(|path| is_temporary(path)).collect()
    }

    /// Files whose kind nobody expects.
    pub fn unexpected(&self) -> Vec<PathBuf> {
        let expected = |path: &Path| {
            let name = path.file_name().unwrap().to_string_lossy();
            let kind = path.extension().unwrap_or_default().to_string_lossy();
            is_temporary(path)
                || path.starts_with(&self.state)
                || path == self.root.join(".gitattributes")
                || path.starts_with(self.root.join("reviews")) && kind == "toml"
                || path.starts_with(self.root.join(".rapporteur/previous")) && kind == "toml"
                || path.starts_with(self.root.join(".rapporteur")) && (kind == "lock" || name == ".gitignore")
        };
        self.files().into_iter().filter(|path| !expected(path)).collect()
    }

    /// Makes temporary files look as if they had been left two hours ago.
    pub fn age_temporary(&self) {
        let then = SystemTime::now() - Duration::from_secs(2 * 60 * 60);
        for path in self.temporary() {
            std::fs::OpenOptions::new().write(true).open(path).unwrap().set_modified(then).unwrap();
        }
    }

    /// The locks of reviews.
    pub fn locks(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        walk(&self.root.join(".rapporteur/locks"), &mut found);
        found
    }
}

fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().unwrap().to_string_lossy();
    name.starts_with(".rapporteur-") && name.ends_with(".tmp")
}

/// A folder for what proves nothing by its syncing and would only wait for it: in memory, where there is such a place.
pub fn quick_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// Every file below a folder.
pub fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.is_symlink() { walk(&path, found) } else { found.push(path) }
    }
}

/// A file system mounted for a test, unmounted whatever becomes of the test.
#[derive(Debug)]
pub struct Mounted {
    pub at: PathBuf,
}

impl Mounted {
    /// Mounts something at a folder.
    pub fn new(at: &Path, args: &[&str]) -> Result<Self, String> {
        std::fs::create_dir_all(at).unwrap();
        let at_text = at.display().to_string();
        let args: Vec<&str> = args.iter().copied().chain([at_text.as_str()]).collect();
        tried("mount", &args).map(|()| Self { at: at.to_owned() })
    }

    /// A file system in memory, of a size that can be filled.
    pub fn memory(at: &Path, options: &str) -> Result<Self, String> {
        Self::new(at, &["-t", "tmpfs", "-o", options, "none"])
    }

    /// Mounts it again, to be read only (`ro`) or not (`rw`).
    #[track_caller]
    pub fn remount(&self, how: &str) {
        let at = self.at.display().to_string();
        if let Err(error) = tried_for_a_while("mount", &["-o", &format!("remount,{how}"), &at]) {
            panic!("{error}");
        }
    }

    /// Unmounts it, and says why not.
    pub fn unmount(self) -> Result<(), String> {
        let at = self.at.display().to_string();
        let ended = tried_for_a_while("umount", &[&at]);
        if ended.is_ok() {
            std::mem::forget(self);
        }
        ended
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = run("umount", &["-l", &self.at.display().to_string()]);
    }
}
