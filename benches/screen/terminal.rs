//! The whole program in a pseudo-terminal: from its start to its first frame, and from a key in the search bar to the
//! screen. Times are those of a clock: whoever sits there waits for all of it.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::session::Session;

const COLUMNS: u16 = 120;
const ROWS: u16 = 40;
/// What lies between two keys. The hits of a key come in this time or are given up.
const BETWEEN: Duration = Duration::from_millis(150);
/// How often a start from what was kept is measured.
const AGAIN: usize = 9;
/// A frame of several pieces ends with this; hits are never one piece.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// Whether the screen is drawn to its last row, with the words on it.
fn complete(session: &Session, words: &str) -> bool {
    let screen = session.screen();
    screen.contains(words) && screen.lines().count() == usize::from(ROWS)
}

/// Starts the program; how long it took until the words stood on a whole screen.
fn start(home: &Path, words: &str) -> (Session, Instant, Duration) {
    start_by(home, words, &[])
}

/// The same, started by another program.
fn start_by(home: &Path, words: &str, by: &[&str]) -> (Session, Instant, Duration) {
    let begun = Instant::now();
    let mut session = Session::start(home, COLUMNS, ROWS, by);
    while !complete(&session, words) {
        assert!(begun.elapsed() < crate::session::LIMIT, "never seen: {words}\n{}", session.screen());
        session.take(Duration::from_millis(50));
    }
    let took = begun.elapsed();
    (session, begun, took)
}

/// How long it takes in the same terminal until a program that says one word has said it.
pub fn word(home: &Path, times: usize) -> Vec<Duration> {
    let once = || {
        let begun = Instant::now();
        let mut session = Session::start(home, COLUMNS, ROWS, &["echo"]);
        while session.bytes.is_empty() {
            session.take(Duration::from_millis(50));
        }
        let took = begun.elapsed();
        session.end();
        took
    };
    (0..times).map(|_| once()).collect()
}

/// Times from the start to the first whole frame.
pub fn starts(home: &Path, words: &str, times: usize) -> Vec<Duration> {
    let once = || {
        let (mut session, _, took) = start(home, words);
        session.keys(":q\r");
        session.end();
        took
    };
    (0..times).map(|_| once()).collect()
}

/// Our starts and those of a bare program, and the most memory of each in bytes.
#[derive(Debug, Default)]
pub struct Beside {
    pub ours: Vec<Duration>,
    pub bare: Vec<Duration>,
    pub memory: (u64, u64),
}

/// Starts both in turn.
pub fn beside_bare(home: &Path, words: &str, times: usize) -> Beside {
    let own = std::env::current_exe().unwrap();
    let by = [own.to_str().unwrap(), crate::bare::ARGUMENT];
    let mut measured = Beside::default();
    for _ in 0..times {
        let (mut session, _, took) = start(home, words);
        std::fs::write(home.join(crate::bare::TEXT), session.screen()).unwrap();
        measured.ours.push(took);
        measured.memory.0 = memory(&session).map_or(0, |(_, most)| most.max(measured.memory.0));
        session.keys(":q\r");
        session.end();
        let (mut session, _, took) = start_by(home, words, &by);
        measured.bare.push(took);
        measured.memory.1 = memory(&session).map_or(0, |(_, most)| most.max(measured.memory.1));
        session.keys("q\r");
        session.end();
    }
    measured
}

/// What was measured of keys in the search bar.
#[derive(Debug, Default)]
pub struct Keys {
    /// From the start until all documents were searched.
    pub searched: Duration,
    /// The same from what was kept of the index, if it was, several times.
    pub again: Vec<Duration>,
    /// From each key to the first byte that the program sent.
    pub echo: Vec<Duration>,
    /// From each key to the end of the frame with its hits.
    pub hits: Vec<Duration>,
    /// Memory of the process in bytes: when all is searched, and the most it ever was.
    pub memory: Option<(u64, u64)>,
}

/// Presses a key, and looks for a while what comes: the first byte, and the ends of the frames.
fn press(session: &mut Session, key: &str) -> (Option<Duration>, Vec<Duration>) {
    let before = session.bytes.len();
    let (mut first, mut ends) = (None, Vec::new());
    let mut looked = before;
    let begun = Instant::now();
    session.keys(key);
    while begun.elapsed() < BETWEEN {
        session.take(BETWEEN.saturating_sub(begun.elapsed()));
        let now = begun.elapsed();
        if session.bytes.len() > before {
            first.get_or_insert(now);
        }
        let new = session.bytes.get(looked..).unwrap_or_default();
        let found = new.windows(FRAME_END.len()).filter(|window| *window == FRAME_END).count();
        ends.extend(std::iter::repeat_n(now, found));
        // An end may lie across two pieces of what is read.
        looked = session.bytes.len().saturating_sub(FRAME_END.len() - 1).max(looked);
    }
    (first, ends)
}

/// The row of the search bar.
fn bar(session: &Session) -> String {
    session.screen().lines().find(|line| line.starts_with(" / ")).unwrap_or_default().to_owned()
}

/// Opens the search bar, from the list of documents by way of the first, and waits until all is searched.
fn searching(home: &Path, words: &str, open: &str, query: &str) -> (Session, Duration) {
    let (mut session, begun, _) = start(home, words);
    session.keys(open);
    session.see(" / ");
    session.keys(&format!("/{query}"));
    session.see(query);
    // A count without an ellipsis behind it is of all documents.
    let whole =
        |row: &str| row.split('│').next().is_some_and(|bar| bar.trim_end().ends_with(char::is_numeric));
    while !whole(&bar(&session)) {
        assert!(begun.elapsed() < crate::session::LIMIT, "never searched\n{}", session.screen());
        session.take(Duration::from_millis(20));
    }
    (session, begun.elapsed())
}

fn leave(mut session: Session) {
    press(&mut session, "\u{1b}");
    press(&mut session, ":q\r");
    session.end();
}

/// Memory of a process now, and the most that it ever was, in bytes, where the system tells.
fn memory(session: &Session) -> Option<(u64, u64)> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", session.child.process_id()?)).ok()?;
    let line = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
    let bytes = |name| line(name)?.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib * 1024);
    Some((bytes("VmRSS:")?, bytes("VmHWM:")?))
}

/// Types the queries letter by letter; then starts once more, if the index was kept.
pub fn keys(home: &Path, words: &str, open: &str, queries: &[&str]) -> Keys {
    let query = queries.first().copied().unwrap_or_default();
    let (mut session, searched) = searching(home, words, open, query);
    let mut keys = Keys { searched, memory: memory(&session), ..Keys::default() };
    for query in queries {
        press(&mut session, "\u{15}");
        for letter in query.chars() {
            let (first, ends) = press(&mut session, letter.encode_utf8(&mut [0; 4]));
            keys.echo.extend(first);
            // The key is drawn at once; its hits come in the next frame, or in the same when they were quick.
            keys.hits.extend(ends.get(1).or(ends.first()));
        }
    }
    let cache = home.join(".cache/rapporteur");
    let kept = || {
        std::fs::read_dir(&cache).is_ok_and(|mut folders| {
            folders.any(|folder| folder.is_ok_and(|folder| folder.path().join("index").exists()))
        })
    };
    // It is kept when nothing was asked for a while; a small one is not.
    for _ in 0..20 {
        if kept() {
            break;
        }
        press(&mut session, "");
    }
    keys.memory = keys.memory.zip(memory(&session)).map(|((now, _), (_, most))| (now, most));
    leave(session);
    while kept() && keys.again.len() < AGAIN {
        let (session, again) = searching(home, words, open, query);
        keys.again.push(again);
        leave(session);
    }
    keys
}
