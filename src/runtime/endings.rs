//! Every way in which the program may be ended from outside: signals, and a terminal that is closed.
//!
//! crossterm's reader never returns from a terminal that is gone, so nothing here relies on the loop: threads of
//! their own save first, give the terminal back second, and end the process third (exit code 128 + signal).

#![expect(
    clippy::disallowed_methods,
    reason = "the watcher waits, and ends the process, because nobody else can"
)]
#![expect(clippy::exit, reason = "the loop may hang on a dead terminal: only exit ends the process then")]

use std::io;
use std::os::fd::AsFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::Signals;

use super::jobs::{Call, Jobs};
use super::storage_worker::StorageWorker;
use super::terminal;
use crate::model::Draft;

/// What is being typed at this moment, for those who must save it when the loop cannot.
#[derive(Debug, Clone, Default)]
pub struct Typing(Arc<Mutex<Option<Draft>>>);

impl Typing {
    /// Says what is in the box now; none: no box is open.
    pub fn set(&self, draft: Option<Draft>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = draft;
    }

    /// What is in the box.
    #[must_use]
    pub fn get(&self) -> Option<Draft> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// From now on a file-size limit is an error of the write, not the end of the process.
///
/// # Errors
/// The system does not let us handle signals.
pub fn outlive_size_limits() -> io::Result<()> {
    signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))).map(|_| ())
}

/// Watches from now on. To be called before the terminal is taken. What job control asks for goes to `call`.
///
/// # Errors
/// The system does not let us handle signals.
pub fn watch(
    typing: &Typing,
    storage: &StorageWorker,
    jobs: &Jobs,
    call: impl Fn(Call) + Send + 'static,
) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH])?;
    let (mine, storage_mine) = (typing.clone(), storage.clone());
    let jobs = jobs.clone();
    thread::spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGTSTP | SIGCONT | SIGWINCH => jobs.hear(signal).into_iter().for_each(&call),
                // Ctrl-c in the user's editor goes to us too, and is none of our business.
                SIGINT | SIGQUIT if jobs.editing.load(Ordering::SeqCst) => {}
                _ => end(&mine, &storage_mine, 128 + signal),
            }
        }
    });
    let (mine, storage_mine) = (typing.clone(), storage.clone());
    thread::spawn(move || {
        let stdin = io::stdin();
        loop {
            // No event is asked for: the kernel reports a hang-up all the same, and nothing else wakes us.
            let mut watched = [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::empty())];
            match poll(&mut watched, None) {
                Ok(_) => {
                    let [stdin] = &watched;
                    if stdin.revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
                        end(&mine, &storage_mine, 128 + SIGHUP);
                    }
                }
                Err(rustix::io::Errno::INTR) => {}
                Err(_) => return,
            }
            thread::sleep(Duration::from_millis(20));
        }
    });
    Ok(())
}

/// Saves, gives the terminal back, ends.
pub fn end(typing: &Typing, storage: &StorageWorker, code: i32) {
    storage.flush(typing.get());
    // Writing to a terminal that has stopped taking in anything may hang: the process ends all the same.
    let (left, gone) = mpsc::channel();
    thread::spawn(move || {
        terminal::leave();
        let _ = left.send(());
    });
    let _ = gone.recv_timeout(Duration::from_millis(300));
    std::process::exit(code);
}
