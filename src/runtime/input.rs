//! Reading the terminal on a thread of its own, which stands aside while another program has the terminal.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::event::{Event, poll, read};

/// How long one look at the terminal lasts: how long one waits at most until the terminal is free for others.
const LOOK: Duration = Duration::from_millis(50);

/// Who may read the terminal.
#[derive(Debug, Clone, Default)]
pub struct Gate {
    wanted: Arc<AtomicBool>,
    held: Arc<Mutex<()>>,
}

impl Gate {
    /// Keeps the reader away from the terminal for as long as `f` runs.
    pub fn while_closed<T>(&self, f: impl FnOnce() -> T) -> T {
        self.wanted.store(true, Ordering::SeqCst);
        let held: MutexGuard<'_, ()> = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let result = f();
        drop(held);
        self.wanted.store(false, Ordering::SeqCst);
        result
    }
}

/// The most events of one burst: beyond, a terminal that never stops would never be answered.
const MOST: usize = 10_000;

/// Reads events and tells them until that says that nobody listens: those that are readable without waiting in one piece, since what
/// an input method commits must be known as a whole before its first key is taken for a command.
pub fn spawn(gate: Gate, tell: impl Fn(io::Result<Vec<Event>>) -> bool + Send + 'static) {
    thread::spawn(move || {
        loop {
            while gate.wanted.load(Ordering::SeqCst) {
                thread::park_timeout(LOOK / 5);
            }
            let burst = {
                let _held = gate.held.lock().unwrap_or_else(PoisonError::into_inner);
                match poll(LOOK) {
                    Ok(false) => continue,
                    Ok(true) => read_burst(),
                    Err(error) => Err(error),
                }
            };
            let failed = burst.is_err();
            if !tell(burst) || failed {
                return;
            }
        }
    });
}

/// The event that is there, and all that are readable behind it without waiting.
fn read_burst() -> io::Result<Vec<Event>> {
    let mut burst = vec![read()?];
    while burst.len() < MOST && poll(Duration::ZERO)? {
        burst.push(read()?);
    }
    Ok(burst)
}
