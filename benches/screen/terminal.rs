//! The whole program in a pseudo-terminal: from its start to its first frame, and from a key in the search bar to the
//! screen. Times are those of a clock: whoever sits there waits for all of it.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::session::Session;

const COLUMNS: u16 = 120;
const ROWS: u16 = 40;
/// What lies between two keys. The hits of a key come in this time or are given up.
const BETWEEN: Duration = Duration::from_millis(400);
/// How often a start from what was kept is measured.
const AGAIN: usize = 9;
/// So long a workspace may take until all of it is searched.
const SEARCHED: Duration = Duration::from_secs(180);
/// Where the list of hits ends and the reader begins.
const DIVIDER: char = '╎';
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
    /// From each key to the end of the first frame that shows hits of the new query.
    pub hits: Vec<Duration>,
    /// From each key whose query finds nothing to the end of the frame that says so.
    pub none: Vec<Duration>,
    /// What all threads of the program had computed by then.
    pub computed: Vec<Duration>,
    /// How long its threads had waited by then for other programs to leave them a processor.
    pub queued: Vec<Duration>,
    /// Keys after which the list of hits was the same as before them.
    pub unchanged: usize,
    /// Memory of the process in bytes: when all is searched, and the most it ever was.
    pub memory: Option<(u64, u64)>,
}

/// The rows of the list of hits as they are drawn, with their colors.
fn list(session: &Session) -> Vec<String> {
    let screen = session.parser.screen();
    let text = session.screen();
    let column = |row: &str| row.chars().position(|c| c == DIVIDER);
    // A wide character takes two columns: the row with the most characters before the divider has none.
    let width = text.lines().filter_map(column).max().and_then(|width| u16::try_from(width).ok());
    let all: Vec<String> = screen.rows_formatted(0, width.unwrap_or(COLUMNS / 3)).collect();
    let rows = text.lines().enumerate().filter(|(_, row)| row.contains(DIVIDER));
    rows.filter_map(|(at, _)| all.get(at).cloned()).collect()
}

/// Whether a list has hits: one of them is picked.
fn has_hits(list: &[String]) -> bool {
    list.iter().any(|row| row.contains('>'))
}

/// How long the threads of a process have computed, and how long they have waited for a processor, where the system
/// tells.
fn scheduled(session: &Session) -> Option<(Duration, Duration)> {
    let tasks = std::fs::read_dir(format!("/proc/{}/task", session.child.process_id()?)).ok()?;
    let mut sums = (Duration::ZERO, Duration::ZERO);
    for task in tasks.flatten() {
        let line = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        let mut nanos = line.split_whitespace().filter_map(|number| number.parse().ok());
        sums.0 += Duration::from_nanos(nanos.next()?);
        sums.1 += Duration::from_nanos(nanos.next()?);
    }
    Some(sums)
}

/// A frame: when its end came, the list that it shows, and what the program had computed and waited by then.
struct Frame {
    end: Duration,
    list: Vec<String>,
    scheduled: Option<(Duration, Duration)>,
}

/// Presses a key, and looks for a while what comes: the first byte, and the frames.
fn press(session: &mut Session, key: &str) -> (Option<Duration>, Vec<Frame>) {
    let before = session.bytes.len();
    let (mut first, mut frames) = (None, Vec::new());
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
        if new.windows(FRAME_END.len()).any(|window| window == FRAME_END) {
            let scheduled = scheduled(session);
            frames.push(Frame { end: now, list: list(session), scheduled });
            looked = session.bytes.len();
        } else {
            // An end may lie across two pieces of what is read.
            looked = session.bytes.len().saturating_sub(FRAME_END.len() - 1).max(looked);
        }
    }
    (first, frames)
}

/// What stands in the search bar behind the query: how much was found.
fn count(session: &Session, query: &str) -> String {
    let screen = session.screen();
    let bar = screen.lines().rev().find_map(|row| row.strip_prefix(" / "));
    bar.and_then(|bar| bar.strip_prefix(query)).unwrap_or_default().trim().to_owned()
}

/// Opens the search bar, from the list of documents by way of the first, and waits until all is searched.
fn searching(home: &Path, words: &str, open: &str, query: &str) -> (Session, Duration) {
    let (mut session, begun, _) = start(home, words);
    session.keys(open);
    session.see("[Sections]");
    // By itself: together with what an input method commits it would not be a command.
    session.keys("/");
    session.see("status:");
    session.keys(query);
    // A count without an ellipsis behind it is of all documents.
    let whole = |count: String| !count.is_empty() && !count.ends_with('…');
    while !whole(count(&session, query)) {
        assert!(begun.elapsed() < SEARCHED, "never searched\n{}", session.screen());
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
        let mut before = list(&session);
        for letter in query.chars() {
            let begun = scheduled(&session);
            let (first, frames) = press(&mut session, letter.encode_utf8(&mut [0; 4]));
            keys.echo.extend(first);
            let Some(last) = frames.last().map(|frame| frame.list.clone()) else { continue };
            // The key is drawn at once, with the hits of the query before; the new ones come then. What says that none
            // are there yet is no hit.
            let is_new =
                |frame: &&Frame| frame.list != before && (has_hits(&frame.list) || frame.list == last);
            match frames.iter().find(is_new) {
                Some(frame) if !has_hits(&last) => keys.none.push(frame.end),
                Some(frame) => {
                    keys.hits.push(frame.end);
                    let since = begun.zip(frame.scheduled);
                    let since =
                        since.map(|(then, now)| (now.0.saturating_sub(then.0), now.1.saturating_sub(then.1)));
                    keys.computed.extend(since.map(|(computed, _)| computed));
                    keys.queued.extend(since.map(|(_, queued)| queued));
                }
                None => keys.unchanged += 1,
            }
            before = last;
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
