//! Job control: the program is stopped, by a key or from outside, and goes on when the shell lets it. What is done
//! to the terminal meanwhile is not decided here.

#![expect(
    clippy::disallowed_methods,
    reason = "who was let go on in the background waits for the terminal here"
)]

use std::io::stdin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use rustix::process::{Signal, getpgrp, kill_current_process_group};
use rustix::termios::tcgetpgrp;
use signal_hook::consts::{SIGCONT, SIGTSTP, SIGTTIN, SIGWINCH};
use signal_hook::low_level::raise;

/// How long one waits before one looks again whose the terminal is, where nothing stops a process: a group that no
/// shell looks after any more.
const WAIT: Duration = Duration::from_millis(100);

/// What a signal asks of the loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// Leave the terminal and stop.
    Stop,
    /// The process goes on after a stop: whatever was on the terminal is no more.
    GoOn,
    /// The window has another size. Asked for here too, because a window that changes before the reader of keys
    /// looks for it would not be drawn anew.
    Resize,
}

/// Which processes a stop is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// Everyone whom Ctrl-z in a terminal would stop: also a script that waits for us, or its shell waits for ever.
    Group,
    /// This process alone.
    Us,
}

/// What the signals of job control have to know.
#[derive(Debug, Clone, Default)]
pub struct Jobs {
    /// The user's editor has the terminal.
    pub editing: Arc<AtomicBool>,
    /// The group was told to stop by us: one such signal comes back here and asks for nothing.
    own: Arc<AtomicBool>,
}

impl Jobs {
    /// What the loop is to do about a signal of job control; nothing while the editor has the terminal, for then
    /// the loop waits for the editor, and one stops at once.
    pub fn hear(&self, signal: i32) -> Option<Call> {
        let editing = self.editing.load(Ordering::SeqCst);
        match signal {
            SIGTSTP if self.own.swap(false, Ordering::SeqCst) => None,
            SIGTSTP if editing => {
                let _ = raise(SIGTTIN);
                None
            }
            SIGTSTP => Some(Call::Stop),
            SIGCONT if !editing => Some(Call::GoOn),
            SIGWINCH => Some(Call::Resize),
            _ => None,
        }
    }

    /// Stops, and comes back when one goes on and the terminal is ours. Who is let go on in the background stops
    /// again, as every program does that wants a terminal which another one has.
    ///
    /// `SIGTTIN` and not `SIGSTOP`, because the system then knows whether a shell is there to wake us; and not
    /// `SIGTSTP`, because that one we handle.
    pub fn stop(&self, whom: Whom) {
        if whom == Whom::Group {
            self.own.store(true, Ordering::SeqCst);
            let _ = kill_current_process_group(Signal::TSTP);
        }
        loop {
            let _ = raise(SIGTTIN);
            if in_foreground() {
                return;
            }
            thread::sleep(WAIT);
        }
    }
}

/// Whether the terminal is ours to write on. One that does not know of groups is.
pub fn in_foreground() -> bool {
    tcgetpgrp(stdin()).map_or(true, |group| group == getpgrp())
}
