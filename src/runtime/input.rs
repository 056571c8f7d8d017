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

/// Reads events and tells them until that says that nobody listens.
pub fn spawn(gate: Gate, tell: impl Fn(io::Result<Event>) -> bool + Send + 'static) {
    thread::spawn(move || {
        loop {
            while gate.wanted.load(Ordering::SeqCst) {
                thread::park_timeout(LOOK / 5);
            }
            let event = {
                let _held = gate.held.lock().unwrap_or_else(PoisonError::into_inner);
                match poll(LOOK) {
                    Ok(false) => continue,
                    Ok(true) => read(),
                    Err(error) => Err(error),
                }
            };
            let failed = event.is_err();
            if !tell(event) || failed {
                return;
            }
        }
    });
}
