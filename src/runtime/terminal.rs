//! Taking the terminal and giving it back whole: raw mode, alternate screen, paste, mouse, cursor. Nothing here
//! prints on a terminal that may be gone, and no failure on the way out is allowed to hide another.

use std::cell::Cell;
use std::io::{self, Write, stdout};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    EnableLineWrap, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::layout::Size;
use rustix::termios::tcgetwinsize;

use super::screen;

/// Whether the terminal is ours at this moment: leaving twice does nothing.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Held while something is drawn.
static DRAWING: Mutex<()> = Mutex::new(());

thread_local! {
    /// Whether it is this thread that draws: a panic in the middle of it must not wait for itself.
    static DRAWS: Cell<bool> = const { Cell::new(false) };
}

/// The terminal that we draw on.
pub type Screen = screen::Screen<io::Stdout>;

/// Takes the terminal.
///
/// # Errors
/// It is no terminal, or does not do as asked.
pub fn enter(mouse: bool) -> io::Result<Screen> {
    // Under NO_COLOR crossterm 0.29 turns every color into "reset all", which takes bold, underline and reverse
    // away too. Colors are left out by the theme instead.
    crossterm::style::force_color_output(true);
    take(mouse)?;
    screen::Screen::new(stdout(), size()?)
}

/// The size of the terminal. crossterm would open `/dev/tty` for it.
///
/// # Errors
/// It is no terminal.
pub fn size() -> io::Result<Size> {
    let size = tcgetwinsize(stdout())?;
    Ok(Size::new(size.ws_col, size.ws_row))
}

/// Takes the terminal again after it was given back.
///
/// # Errors
/// As [`enter`].
pub fn take(mouse: bool) -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    if mouse {
        execute!(stdout(), EnableMouseCapture)?;
    }
    Ok(())
}

/// Takes the mouse, or leaves it to the terminal.
///
/// # Errors
/// The terminal cannot be written to.
pub fn set_mouse(ours: bool) -> io::Result<()> {
    if ours { execute!(stdout(), EnableMouseCapture) } else { execute!(stdout(), DisableMouseCapture) }
}

/// Gives the terminal back when it is dropped, whatever went wrong in between.
#[derive(Debug)]
pub struct Held;

impl Drop for Held {
    fn drop(&mut self) {
        leave();
    }
}

/// Draws, as long as the terminal is ours: what another thread has given back is not drawn on any more.
///
/// # Errors
/// What `draw` says.
pub fn draw<T>(draw: impl FnOnce() -> io::Result<T>) -> io::Result<()> {
    let _held = DRAWING.lock().unwrap_or_else(PoisonError::into_inner);
    if !TAKEN.load(Ordering::SeqCst) {
        return Ok(());
    }
    DRAWS.set(true);
    let drawn = draw().map(drop);
    DRAWS.set(false);
    drawn
}

/// Gives the terminal back. Ignores every failure: it may be gone, and there is nobody left to tell.
pub fn leave() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    // Another thread's drawing would come after what is said here, and hide the cursor again. A terminal that takes
    // nothing any more may hold it up for ever, so it is not waited for long.
    let drawn = || DRAWS.get() || DRAWING.try_lock().is_ok();
    for _ in 0..40 {
        if drawn() {
            break;
        }
        thread::park_timeout(Duration::from_millis(5));
    }
    let mut out = stdout();
    // A frame may have been cut off in its middle.
    let _ = queue!(out, EndSynchronizedUpdate, EnableLineWrap, SetAttribute(Attribute::Reset));
    let _ = queue!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// After a panic the terminal is given back before the message is printed, and the message is printed in a way
/// that cannot panic itself; then `end` saves and ends the process, whichever thread it was: a program that has
/// lost its desk must not go on as if it could save. To be called before [`enter`].
pub fn leave_on_panic(end: impl Fn() + Send + Sync + 'static) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if TAKEN.load(Ordering::SeqCst) {
            leave();
            let _ = writeln!(io::stderr(), "rapporteur: {info}");
            end();
        } else {
            before(info);
        }
    }));
}
