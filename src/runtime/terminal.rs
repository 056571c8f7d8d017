//! Taking the terminal and giving it back whole: raw mode, alternate screen, paste, mouse, cursor. Nothing here
//! prints on a terminal that may be gone, and no failure on the way out is allowed to hide another.

use std::cell::Cell;
use std::io::{self, Write, stdin, stdout};
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
use rustix::termios::{LocalModes, tcgetattr, tcgetwinsize};

use super::screen;
use crate::text::shown;

/// Whether the terminal is ours at this moment: leaving twice does nothing.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Held while something is drawn.
static DRAWING: Mutex<()> = Mutex::new(());

thread_local! {
    /// Whether it is this thread that draws: a panic in the middle of it must not wait for itself.
    static DRAWS: Cell<bool> = const { Cell::new(false) };
}

/// The terminal that we draw on.
pub type OwnScreen = screen::Screen<io::Stdout>;

/// The most columns and rows that are drawn on: more is no window, and would take memory for every cell.
const LARGEST: Size = Size::new(2_000, 1_000);

/// The size to draw in now: what the terminal says of its window, within reason. A side of 0 is no answer: `unknown`
/// stands in for it.
#[must_use]
pub fn size(unknown: Size) -> Size {
    let (width, height) = tcgetwinsize(stdout()).map_or((0, 0), |told| (told.ws_col, told.ws_row));
    let side = |told: u16, unknown: u16, most: u16| if told > 0 { told } else { unknown }.clamp(1, most);
    Size::new(side(width, unknown.width, LARGEST.width), side(height, unknown.height, LARGEST.height))
}

/// Takes the terminal, to draw in a size.
///
/// # Errors
/// It is no terminal, or does not do as asked.
pub fn enter(mouse: bool, size: Size) -> io::Result<OwnScreen> {
    // Under NO_COLOR crossterm 0.29 turns every color into "reset all", which takes bold, underline and reverse
    // away too. Colors are left out by the theme instead.
    crossterm::style::force_color_output(true);
    take(mouse)?;
    screen::Screen::new(stdout(), size)
}

/// Takes the terminal anew from whoever had it while the process was stopped: how it is set is not known any more.
///
/// # Errors
/// As [`enter`].
pub fn take_anew(mouse: bool) -> io::Result<()> {
    // As long as crossterm believes that raw mode is on, it does not turn it on. Where it is on it stays on without a
    // gap: a key in the gap would arrive as another one.
    if !is_raw() {
        let _ = disable_raw_mode();
    }
    take(mouse)
}

/// Whether keys arrive one by one and are not echoed.
fn is_raw() -> bool {
    let cooked = LocalModes::ICANON | LocalModes::ECHO;
    tcgetattr(stdin()).is_ok_and(|settings| !settings.local_modes.intersects(cooked))
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
/// lost its storage must not go on as if it could save. To be called before [`enter`].
pub fn leave_on_panic(end: impl Fn() + Send + Sync + 'static) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if TAKEN.load(Ordering::SeqCst) {
            leave();
            let _ = writeln!(io::stderr(), "rapporteur: {}", shown(&info.to_string()));
            end();
        } else {
            before(info);
        }
    }));
}
