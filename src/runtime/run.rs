//! The loop: events in, messages to the core, effects out, one drawing for all that waits.

#![expect(clippy::disallowed_methods, reason = "the clock is read here and stamped on messages")]

use std::cell::Cell;
use std::io::{self, stdout};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Instant;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::Event;
use crossterm::execute;
use jiff::ZonedDateTime;
use ratatui::layout::Size;

use super::desk::{Desk, editor_file};
use super::endings::{self, Typing};
use super::finder::{Finder, Inbox};
use super::hands::Hands;
use super::input::{self, Gate};
use super::kept::Kept;
use super::{editor, terminal};
use crate::app::{App, Effect, Entry, Msg, Opened, Setup, Stamp, update};
use crate::messages::{Messages, Said, said};
use crate::model::{Draft, Moment, NoteId};
use crate::store;
use crate::text::Ambiguous;
use crate::ui::{Theme, view};

/// What the program starts with.
#[derive(Debug)]
pub struct Start {
    /// The sentences.
    pub messages: Arc<Messages>,
    /// The desk, with the document open that is to be shown first.
    pub desk: Desk,
    /// That document; none: the list of documents is shown.
    pub opened: Option<Opened>,
    /// The documents to choose from.
    pub entries: Vec<Entry>,
    /// Whose notes these are.
    pub reviewer: String,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Which colors are used.
    pub theme: Theme,
    /// How wide the terminal draws ambiguous characters.
    pub ambiguous: Ambiguous,
    /// The user's editor.
    pub editor: Option<String>,
    /// Where private files lie.
    pub state: PathBuf,
    /// What is kept of the index, if it is.
    pub kept: Option<Kept>,
}

/// When the first message was stamped.
static START: OnceLock<Instant> = OnceLock::new();

/// What wakes the loop.
enum Wake {
    Terminal(io::Result<Event>),
    Message(Msg),
}

/// The time, to be stamped.
pub(super) fn now() -> Moment {
    Moment::of(&ZonedDateTime::now())
}

fn stamp() -> Stamp {
    let since = START.get_or_init(Instant::now).elapsed();
    Stamp {
        at: now(),
        id: NoteId(store::new_id().to_string()),
        millis: u64::try_from(since.as_millis()).unwrap_or(u64::MAX),
    }
}

/// Runs the program until it is left.
///
/// # Errors
/// The terminal cannot be taken or drawn on. It is whole again then.
pub fn run(start: Start) -> io::Result<()> {
    let Start { messages, desk, opened, entries, reviewer, mouse, theme, ambiguous, editor, state, kept } =
        start;
    let (wakes, woken) = mpsc::channel::<Wake>();
    let (flush, flushes) = mpsc::channel();
    let typing = Typing::default();
    let editing = Arc::new(AtomicBool::new(false));
    endings::watch(&typing, &flush, &editing)?;
    let (last_words, last_flush) = (typing.clone(), flush.clone());
    terminal::leave_on_panic(move || endings::end(&last_words, &last_flush, 101));
    let shelf = desk.library().clone();
    let _held = terminal::Held;
    let mut screen = terminal::enter(mouse)?;
    let gate = Gate::default();
    let desk = Hands::spawn(desk, flushes, flush, {
        let wakes = wakes.clone();
        move |answer| wakes.send(Wake::Message(answer)).is_ok()
    });
    let found = forward(&wakes);
    let finder = Finder::spawn(shelf, kept, found);
    let (events, terminal_events) = mpsc::channel();
    input::spawn(gate.clone(), events);
    let wake = wakes.clone();
    thread::spawn(move || {
        while let Ok(event) = terminal_events.recv() {
            if wake.send(Wake::Terminal(event)).is_err() {
                return;
            }
        }
    });
    let size = terminal::size()?;
    let indexed = opened.is_some();
    let mut app = App::new(Setup { messages, size, ambiguous, mouse, reviewer, entries, opened });
    if indexed {
        app.first_effects().into_iter().for_each(|effect| finder.send(effect));
    }
    let outside = Outside { desk, finder, gate, editor, state, mouse: Cell::new(mouse), editing };
    let result = turn(&mut app, theme, &mut screen, &woken, &typing, &outside);
    if result.is_err() {
        // The terminal is gone, perhaps before its watcher noticed: what was typed is saved all the same.
        outside.desk.flush(typing.get());
    }
    terminal::leave();
    result
}

/// A sender of messages that end up in the loop.
fn forward(wakes: &Sender<Wake>) -> Sender<Msg> {
    let (sender, messages) = mpsc::channel();
    let wakes = wakes.clone();
    thread::spawn(move || {
        while let Ok(message) = messages.recv() {
            if wakes.send(Wake::Message(message)).is_err() {
                return;
            }
        }
    });
    sender
}

/// Everything that effects reach.
struct Outside {
    desk: Hands,
    finder: Inbox,
    gate: Gate,
    editor: Option<String>,
    state: PathBuf,
    mouse: Cell<bool>,
    editing: Arc<AtomicBool>,
}

fn turn(
    app: &mut App,
    theme: Theme,
    screen: &mut terminal::Screen,
    woken: &Receiver<Wake>,
    typing: &Typing,
    outside: &Outside,
) -> io::Result<()> {
    loop {
        #[cfg(debug_assertions)]
        super::trial::fall_if_asked("screen");
        terminal::draw(|| screen.draw(app.size, |frame| view(app, theme, frame)))?;
        update(app, Msg::Drawn);
        let Ok(first) = woken.recv() else { return Ok(()) };
        // All that waits is taken in before the next drawing: a committed string of an input method arrives as
        // several keys and is shown at once.
        for wake in std::iter::once(first).chain(woken.try_iter()) {
            let message = match wake {
                Wake::Terminal(event) => message_of(event?),
                Wake::Message(message) => Some(message),
            };
            let Some(message) = message else { continue };
            if matches!(message, Msg::Resize(_)) {
                // What is left of the old frame differs from terminal to terminal, also where the size is the old one.
                screen.forget();
            }
            let mut effects = update(app, message);
            typing.set(app.composing().map(crate::app::Compose::current));
            while !effects.is_empty() {
                let mut answers = Vec::new();
                for effect in effects.drain(..) {
                    match effect {
                        Effect::Quit => {
                            if outside.desk.finish() {
                                return Ok(());
                            }
                            answers.push(Msg::NotSaved { why: said("quit-not-saved") });
                        }
                        Effect::Abandon => return Ok(()),
                        other => answers.extend(perform(other, screen, outside, &app.messages)?),
                    }
                }
                for answer in answers {
                    effects.extend(update(app, answer));
                }
            }
        }
    }
}

fn message_of(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) => Some(Msg::Key(key, stamp())),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Mouse(mouse) => Some(Msg::Mouse(mouse, stamp())),
        Event::Resize(width, height) => Some(Msg::Resize(Size::new(width, height))),
        Event::FocusGained | Event::FocusLost => None,
    }
}

/// Performs what needs the terminal; hands the rest on.
fn perform(
    effect: Effect,
    screen: &mut terminal::Screen,
    outside: &Outside,
    messages: &Messages,
) -> io::Result<Vec<Msg>> {
    match effect {
        Effect::Index { .. } | Effect::Find { .. } => outside.finder.send(effect),
        Effect::Copy(text) => execute!(stdout(), CopyToClipboard::to_clipboard_from(text))?,
        Effect::Mouse(ours) => {
            outside.mouse.set(ours);
            terminal::set_mouse(ours)?;
        }
        Effect::Redraw => return redraw(screen),
        Effect::Suspend => {
            outside.gate.while_closed(|| {
                terminal::leave();
                // The default action: the shell has us until `fg`.
                let stopped = signal_hook::low_level::raise(signal_hook::consts::SIGTSTP);
                terminal::take(outside.mouse.get()).and(stopped)
            })?;
            return redraw(screen);
        }
        Effect::Edit { draft, passage } => {
            let answer = outside.gate.while_closed(|| edit(*draft, &passage, outside, messages))?;
            let mut answers = redraw(screen)?;
            answers.push(answer);
            return Ok(answers);
        }
        other => outside.desk.send(other),
    }
    Ok(Vec::new())
}

/// Forgets what is on the terminal, so that the next drawing draws all of it, at the size that it has by now.
fn redraw(screen: &mut terminal::Screen) -> io::Result<Vec<Msg>> {
    screen.forget();
    Ok(vec![Msg::Resize(terminal::size()?)])
}

/// Lets the user's editor write a draft. The draft is on disk before the editor starts and stays there until the
/// note is saved.
fn edit(draft: Draft, passage: &str, outside: &Outside, messages: &Messages) -> io::Result<Msg> {
    outside.desk.send(Effect::KeepDraft(Box::new(draft.clone())));
    let failed = |draft: Draft, why: Said| Msg::NotEdited { draft: Box::new(draft), why };
    let explanation = messages.say(&said("editor-below"));
    let text = editor::with_scissors(&draft.body, &explanation, passage);
    let file = editor_file(&outside.state, &draft.note);
    if let Err(error) = store::write_private(&file, &text) {
        return Ok(failed(draft, error.said()));
    }
    terminal::leave();
    outside.editing.store(true, Ordering::SeqCst);
    let ran = editor::run(outside.editor.as_deref(), &file);
    outside.editing.store(false, Ordering::SeqCst);
    terminal::take(outside.mouse.get())?;
    Ok(match (ran, store::read_private(&file)) {
        (Err(error), Ok(text)) => {
            // Whatever the editor wrote before it failed is not thrown away either.
            let body = editor::without_scissors(&text);
            let body = if body.is_empty() { draft.body.clone() } else { body };
            failed(Draft { body, ..draft }, error.said())
        }
        (Err(error), Err(_)) => failed(draft, error.said()),
        (Ok(()), Err(error)) => failed(draft, error.said()),
        (Ok(()), Ok(text)) => {
            let draft = Box::new(Draft { body: editor::without_scissors(&text), ..draft });
            // The editor's file stays until the note is on disk, and so does this.
            outside.desk.send(Effect::KeepDraft(draft.clone()));
            Msg::Edited { draft, stamp: stamp() }
        }
    })
}
