//! A writer process: this test binary run again, saving notes one after the other and saying of each, at once, what
//! the store said of it. What it has acknowledged must be found afterwards, whatever was done to it.

#![expect(clippy::disallowed_methods, reason = "a test starts processes, and the process writes")]

use std::io::{BufRead, BufReader, Write, stdin, stdout};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use rapporteur::model::{Change, NoteId};
use rapporteur::store::{Drafts, Outcome, ReviewStore, SaveOutcome};
use serde::{Deserialize, Serialize};

use crate::ground::{Place, Random};
use crate::hand;
use crate::twin::{Flaw, Twin};

/// The environment variable with the orders.
const ORDERS: &str = "RAPPORTEUR_WRITER";

/// What its lines begin with: the harness prints on the same line.
const MARK: &str = "@@ ";

/// The longest that a writer may be silent before a test calls it a hang.
pub const LIMIT: Duration = Duration::from_secs(60);

/// What a writer is told to do.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Orders {
    pub root: std::path::PathBuf,
    pub state: std::path::PathBuf,
    /// What the ids of its notes begin with.
    pub name: String,
    /// None: the program's own store.
    pub flaw: Option<Flaw>,
    /// How many operations.
    pub count: usize,
    /// Every second operation edits one of so many notes called `shared-0` …; 0: all operations add notes.
    pub shared: usize,
    /// The longest rest between two operations, in milliseconds. Without one the lock is never free for another.
    pub rest: usize,
    /// Whether it keeps a draft before each save.
    pub drafts: bool,
    /// Whether it tries a save once more that was not certain.
    pub again: bool,
    /// Whether it waits, ready, for a line on its standard input.
    pub waits: bool,
    /// Whether it lives on when it is done, until its standard input ends.
    pub stays: bool,
}

impl Orders {
    /// Adding notes in a place.
    pub fn new(place: &Place, name: &str, flaw: Option<Flaw>, count: usize) -> Self {
        let Place { root, state } = place.clone();
        let name = name.to_owned();
        Self {
            root,
            state,
            name,
            flaw,
            count,
            shared: 0,
            rest: 0,
            drafts: false,
            again: false,
            waits: false,
            stays: false,
        }
    }
}

/// A line of a writer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Line {
    /// It begins; its process and its thread.
    Ready { thread: u32 },
    /// A note is saved; the time it took in microseconds.
    Saved { id: String, micros: u64 },
    /// A shared note was given other words; those that it had when it was last seen.
    Edited { id: String, value: String, saw: String, micros: u64 },
    /// A draft is on the disk in that version.
    Kept { id: String, version: usize },
    /// Not saved, and why.
    Not { id: String, why: String },
    /// Saved, and not sure to survive a power cut.
    Unsure { id: String, why: String },
    /// What the store keeps beside the file could not be written, which it told.
    Told { why: String },
    /// It has done all.
    Done,
}

/// The notes that were acknowledged.
pub fn acknowledged(lines: &[Line]) -> Vec<String> {
    let saved = lines.iter().filter_map(|line| match line {
        Line::Saved { id, .. } => Some(id.clone()),
        _ => None,
    });
    saved.collect()
}

/// A writer at work.
#[derive(Debug)]
pub struct Writer {
    pub child: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<Line>,
    heard: Vec<Line>,
}

impl Writer {
    /// Starts it.
    pub fn start(orders: &Orders) -> Self {
        Self::start_in(orders, &[], None)
    }

    /// Starts it by way of another command, or as another user, who runs the tests' program from where they may.
    pub fn start_in(orders: &Orders, wrap: &[&str], user: Option<(u32, &Path)>) -> Self {
        let own = user.map_or_else(|| std::env::current_exe().unwrap(), |(_, program)| program.to_owned());
        let mut command = match wrap.split_first() {
            None => Command::new(own),
            Some((first, rest)) => {
                let mut command = Command::new(first);
                command.args(rest).arg(own);
                command
            }
        };
        command.args(["--exact", "writer::a_writer_at_work", "--ignored", "--nocapture"]);
        command.env(ORDERS, serde_json::to_string(orders).unwrap()).env("RUST_BACKTRACE", "0");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        if let Some((user, _)) = user {
            command.uid(user).gid(user);
        }
        let mut child = command.spawn().unwrap();
        let stdin = child.stdin.take();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || {
            for line in stdout.lines().map_while(Result::ok) {
                let said = line.split_once(MARK).and_then(|(_, said)| serde_json::from_str(said).ok());
                if said.is_some_and(|said| sender.send(said).is_err()) {
                    return;
                }
            }
        });
        Self { child, stdin, lines, heard: Vec::new() }
    }

    /// Waits for a line of a kind; none if the writer ended without it. One that says nothing for long hangs.
    pub fn hear(&mut self, wanted: impl Fn(&Line) -> bool) -> Option<Line> {
        loop {
            match self.lines.recv_timeout(LIMIT) {
                Ok(line) => {
                    self.heard.push(line.clone());
                    if wanted(&line) {
                        return Some(line);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => panic!("the writer hangs after {:?}", self.heard.last()),
            }
        }
    }

    /// Waits until it is ready; its thread.
    pub fn ready(&mut self) -> Option<u32> {
        match self.hear(|line| matches!(line, Line::Ready { .. })) {
            Some(Line::Ready { thread }) => Some(thread),
            _ => None,
        }
    }

    /// Lets one go that waits.
    pub fn go(&mut self) {
        let _ = self.stdin.as_mut().unwrap().write_all(b"go\n");
    }

    /// Kills it as nothing can be refused; all that it said.
    pub fn kill(mut self) -> Vec<Line> {
        let _ = self.child.kill();
        self.end().1
    }

    /// Waits until it has ended; how, and all that it said.
    pub fn end(mut self) -> (ExitStatus, Vec<Line>) {
        drop(self.stdin.take());
        while self.hear(|_| false).is_some() {}
        (self.child.wait().unwrap(), std::mem::take(&mut self.heard))
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One of the two stores.
enum Store {
    Sound(Box<ReviewStore>),
    Twin(Twin),
}

impl Store {
    fn of(orders: &Orders, place: &Place) -> Self {
        match orders.flaw {
            Some(flaw) => Self::Twin(Twin::new(place, flaw)),
            None => Self::Sound(Box::new(hand::store(place))),
        }
    }

    /// Saves a change: the line to be said if all went well, or what went wrong.
    fn save(&mut self, id: &str, change: Change, well: Line, again: bool) -> Line {
        let id = id.to_owned();
        match self {
            Self::Twin(twin) => {
                let mut ended = twin.save(&change);
                if let (Err(why), true) = (&ended, again) {
                    say(&Line::Unsure { id: id.clone(), why: why.clone() });
                    ended = twin.save(&change);
                }
                ended.map_or_else(|why| Line::Not { id, why }, |()| well)
            }
            Self::Sound(store) => {
                let done = hand::done(store, change, hand::moment());
                let mut ended = store.save(&done, hand::PATIENCE);
                if let (SaveOutcome::Unknown(why) | SaveOutcome::NotSaved(why), true) = (&ended, again) {
                    say(&Line::Unsure { id: id.clone(), why: format!("{why:?}") });
                    ended = store.save(&done, hand::PATIENCE);
                }
                match ended {
                    SaveOutcome::Saved(written) if written.refused.is_empty() => well,
                    SaveOutcome::Saved(written) => {
                        Line::Not { id, why: format!("refused: {:?}", written.refused) }
                    }
                    SaveOutcome::NotSaved(why) => Line::Not { id, why: format!("{why:?}") },
                    SaveOutcome::Unknown(why) => Line::Unsure { id, why: format!("{why:?}") },
                }
            }
        }
    }

    /// What it told of its journal.
    fn trouble(&self) -> Option<String> {
        match self {
            Self::Sound(store) => store.journal_trouble().map(|error| format!("{error:?}")),
            Self::Twin(_) => None,
        }
    }

    /// The words of a note when it was last seen.
    fn saw(&self, id: &str) -> String {
        let review = match self {
            Self::Sound(store) => store.review(),
            Self::Twin(twin) => twin.seen(),
        };
        review.note(&NoteId(id.to_owned())).map(|note| note.body.clone()).unwrap_or_default()
    }
}

/// Says a line at once. Its standard output may be what the test breaks: nothing is made of that.
fn say(line: &Line) {
    let mut out = stdout().lock();
    let _ = writeln!(out, "{MARK}{}", serde_json::to_string(line).unwrap());
    let _ = out.flush();
}

/// The thread's own number, which strace wants.
fn thread() -> u32 {
    let link = std::fs::read_link("/proc/thread-self").unwrap_or_default();
    link.file_name().and_then(|name| name.to_str()?.parse().ok()).unwrap_or_default()
}

#[test]
#[ignore = "this is the writer process of the other tests: it has work only if they give it some"]
fn a_writer_at_work() {
    let Ok(orders) = std::env::var(ORDERS) else { return };
    let orders: Orders = serde_json::from_str(&orders).unwrap();
    // As the program does: beyond a file-size limit a write fails, and the process goes on.
    let heard = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, heard).unwrap();
    let place = Place { root: orders.root.clone(), state: orders.state.clone() };
    let mut store = Store::of(&orders, &place);
    let drafts = orders.drafts.then(|| Drafts::open(&place.state, &hand::workspace(&place)).unwrap());
    say(&Line::Ready { thread: thread() });
    if orders.waits {
        let _ = stdin().read_line(&mut String::new());
    }
    let mut random = Random::of(&orders.name);
    for number in 0..orders.count {
        if orders.rest > 0 {
            std::thread::sleep(random.millis(0, orders.rest));
        }
        if let Some(drafts) = &drafts {
            let id = format!("{}-d{}", orders.name, number % 3);
            match drafts.write(&hand::draft(&id, number)) {
                Outcome::Saved(_) => say(&Line::Kept { id, version: number }),
                Outcome::NotSaved(why) => say(&Line::Not { id, why: format!("{why:?}") }),
                Outcome::Unknown(why) => say(&Line::Unsure { id, why: format!("{why:?}") }),
            }
        }
        let begun = Instant::now();
        let line = if orders.shared > 0 && number % 2 == 1 {
            let id = format!("shared-{}", random.below(orders.shared));
            let value = format!("{} {number}", orders.name);
            let well = Line::Edited { id: id.clone(), value: value.clone(), saw: store.saw(&id), micros: 0 };
            store.save(&id, hand::edit(&id, &value), well, orders.again)
        } else {
            let id = format!("{}-{number}", orders.name);
            let well = Line::Saved { id: id.clone(), micros: 0 };
            store.save(&id, hand::add(&id), well, orders.again)
        };
        if let Some(why) = store.trouble() {
            say(&Line::Told { why });
        }
        let took = u64::try_from(begun.elapsed().as_micros()).unwrap();
        say(&match line {
            Line::Saved { id, .. } => Line::Saved { id, micros: took },
            Line::Edited { id, value, saw, .. } => Line::Edited { id, value, saw, micros: took },
            other => other,
        });
    }
    say(&Line::Done);
    if orders.stays {
        let _ = std::io::copy(&mut stdin(), &mut std::io::sink());
    }
}
