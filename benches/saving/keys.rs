//! From a key to the screen while the program saves: the whole program in a pseudo-terminal, on a review of 3,000 notes.
//! No thing but the measurement may be here.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::session::Session;

/// How many saves, and how many keys in the time of each.
const SAVES: usize = 40;
const KEYS: usize = 8;
/// What lies between two keys: a fast hand.
const BETWEEN: Duration = Duration::from_millis(12);

/// Takes what comes until nothing comes for a while.
fn rest(session: &mut Session) {
    let mut before = usize::MAX;
    while before != session.bytes.len() {
        before = session.bytes.len();
        session.take(Duration::from_millis(400));
    }
}

/// One key; how long it took until the program sent something to the terminal.
fn key(session: &mut Session, key: &str) -> Duration {
    let before = session.bytes.len();
    let begun = Instant::now();
    session.keys(key);
    while session.bytes.len() == before {
        session.take(Duration::from_millis(50));
    }
    let took = begun.elapsed();
    while begun.elapsed() < BETWEEN {
        session.take(BETWEEN.saturating_sub(begun.elapsed()));
    }
    took
}

/// Times from keys to the screen: while nothing else is done, and right after changes that are being saved.
pub fn measure(home: &Path) -> (Vec<Duration>, Vec<Duration>) {
    let mut session = Session::start(home, 120, 40, &[]);
    session.see("口头报告");
    rest(&mut session);
    let (mut idle, mut saving) = (Vec::new(), Vec::new());
    for round in 0..SAVES {
        for at in 0..KEYS {
            idle.push(key(&mut session, if at % 2 == 0 { "j" } else { "k" }));
        }
        session.keys(if round % 2 == 0 { "sa" } else { "sm" });
        for at in 0..KEYS {
            saving.push(key(&mut session, if at % 2 == 0 { "j" } else { "k" }));
        }
        rest(&mut session);
    }
    session.keys(":q\r");
    session.end();
    (idle, saving)
}
