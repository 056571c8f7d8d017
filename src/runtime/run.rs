//! The loop: events in, messages to the core, effects out, one drawing for all that waits.

#![expect(clippy::disallowed_methods, reason = "the clock is read here and stamped on messages")]

use std::cell::Cell;
use std::io::{self, stdout};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::Event;
use crossterm::execute;
use ratatui::layout::Size;

use super::clock::now;
use super::endings::{self, Typing};
use super::finder::{Finder, FinderInbox};
use super::index_cache::IndexCache;
use super::input::{self, Gate};
use super::jobs::{self, Call, Jobs, Whom};
use super::storage::Storage;
use super::storage_worker::{self, StorageWorker};
use super::{editor, terminal};
use crate::app::{App, Burst, DiskEffect, Effect, Entry, Msg, Opened, Setup, Stamp, TerminalEffect, update};
use crate::keymap::Keys;
use crate::messages::{Messages, UserMessage, user_message};
use crate::model::{Draft, NoteId};
use crate::store;
use crate::text::Ambiguous;
use crate::ui::{Theme, view};

/// What the program starts with.
#[derive(Debug)]
pub struct Start {
    /// The sentences in the user's language.
    pub messages: Arc<Messages>,
    /// The storage, with the document open that is to be shown first.
    pub storage: Storage,
    /// That document; none: the list of documents is shown.
    pub opened: Option<Opened>,
    /// The documents to choose from.
    pub entries: Vec<Entry>,
    /// What is to be said of the surroundings.
    pub remarks: Vec<UserMessage>,
    /// Whose notes these are.
    pub reviewer: String,
    /// The keys in force.
    pub keys: Arc<Keys>,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// The size of the window, where the terminal does not tell it.
    pub window: Size,
    /// Which colors are used.
    pub theme: Theme,
    /// How wide the terminal draws ambiguous characters.
    pub ambiguous: Ambiguous,
    /// The most columns of the reader's text.
    pub measure: u16,
    /// The user's editor.
    pub editor: Option<String>,
    /// Where private files lie.
    pub state: PathBuf,
    /// What is kept of the index, if it is.
    pub kept: Option<IndexCache>,
}

/// When the first message was stamped.
static START: OnceLock<Instant> = OnceLock::new();

/// What wakes the loop.
enum Wake {
    Terminal(io::Result<Vec<Event>>),
    Message(Msg),
    Job(Call),
}

fn stamp(burst: Burst) -> Stamp {
    let since = START.get_or_init(Instant::now).elapsed();
    Stamp {
        at: now(),
        id: NoteId(store::new_id().to_string()),
        millis: u64::try_from(since.as_millis()).unwrap_or(u64::MAX),
        burst,
    }
}

/// Runs the program until it is left.
///
/// # Errors
/// The terminal cannot be taken or drawn on. It is whole again then.
pub fn run(start: Start) -> io::Result<()> {
    let Start { messages, storage, opened, entries, reviewer, keys, mouse, window, .. } = start;
    let Start { theme, remarks, ambiguous, measure, editor, state, kept, .. } = start;
    let (wakes, woken) = mpsc::channel::<Wake>();
    let (worker, orders) = storage_worker::orders();
    let typing = Typing::default();
    let jobs = Jobs::default();
    let calls = wakes.clone();
    endings::watch(&typing, &worker, &jobs, move |call| {
        let _ = calls.send(Wake::Job(call));
    })?;
    let (last_words, last_worker) = (typing.clone(), worker.clone());
    terminal::leave_on_panic(move || endings::end(&last_words, &last_worker, 101));
    let shelf = storage.library().clone();
    let _held = terminal::Held;
    let size = terminal::size(window);
    let mut screen = terminal::enter(mouse, size)?;
    let mut app = App::new(Setup {
        messages,
        size,
        ambiguous,
        measure,
        mouse,
        keys,
        reviewer,
        entries,
        opened,
        remarks,
    });
    // The first frame waits for nothing that it does not show.
    draw(&mut app, theme, &mut screen)?;
    let gate = Gate::default();
    orders.serve(storage, to_loop(&wakes, Wake::Message));
    input::spawn(gate.clone(), to_loop(&wakes, Wake::Terminal));
    let finder = Finder::spawn(shelf, kept, to_loop(&wakes, Wake::Message));
    let (mouse, theme) = (Cell::new(mouse), Cell::new(theme));
    let outside = Outside { worker, finder, gate, editor, state, mouse, theme, window, jobs };
    let first = app.first_effects();
    let result = perform_all(&mut app, first, &mut screen, &outside)
        .and_then(|_| turn(&mut app, &mut screen, &woken, &typing, &outside));
    if result.is_err() {
        // The terminal is gone, perhaps before its watcher noticed: what was typed is saved all the same.
        outside.worker.flush(typing.get());
    }
    terminal::leave();
    result
}

/// A way to wake the loop, which says whether it still listens.
fn to_loop<T: 'static>(wakes: &Sender<Wake>, wake: fn(T) -> Wake) -> impl Fn(T) -> bool + Send + 'static {
    let wakes = wakes.clone();
    move |message| wakes.send(wake(message)).is_ok()
}

/// Draws, as long as the terminal is ours.
fn draw(app: &mut App, theme: Theme, screen: &mut terminal::OwnScreen) -> io::Result<()> {
    terminal::draw(|| screen.draw(app.shell.size, |frame| view(app, theme, frame)))?;
    update(app, Msg::Drawn);
    Ok(())
}

/// Everything that effects reach.
struct Outside {
    worker: StorageWorker,
    finder: FinderInbox,
    gate: Gate,
    editor: Option<String>,
    state: PathBuf,
    mouse: Cell<bool>,
    theme: Cell<Theme>,
    window: Size,
    jobs: Jobs,
}

impl Outside {
    /// Stops after the terminal was given back, and takes it when one goes on.
    fn stop(&self, whom: Whom) -> io::Result<()> {
        self.gate.while_closed(|| {
            terminal::leave();
            self.jobs.stop(whom);
            terminal::take_anew(self.mouse.get())
        })
    }

    /// Goes on after a stop that nobody was told of before: the terminal is taken anew as soon as it is ours.
    fn go_on(&self) -> io::Result<()> {
        self.gate.while_closed(|| {
            if !jobs::in_foreground() {
                self.jobs.stop(Whom::Us);
            }
            terminal::take_anew(self.mouse.get())
        })
    }
}

fn turn(
    app: &mut App,
    screen: &mut terminal::OwnScreen,
    woken: &Receiver<Wake>,
    typing: &Typing,
    outside: &Outside,
) -> io::Result<()> {
    let mut bursts = 0;
    loop {
        #[cfg(debug_assertions)]
        super::trial::fall_if_asked("screen");
        let unseen = !jobs::in_foreground();
        if unseen {
            // What was let go on in the background must not write over what the shell shows.
            outside.go_on()?;
        }
        if unseen || terminal::size(outside.window) != app.shell.size {
            redraw(screen, outside).into_iter().for_each(|size| drop(update(app, size)));
        }
        draw(app, outside.theme.get(), screen)?;
        let Ok(first) = woken.recv() else { return Ok(()) };
        // All that waits is taken in before the next drawing: a committed string of an input method arrives as
        // several keys and is shown at once.
        for wake in std::iter::once(first).chain(woken.try_iter()) {
            let messages = match wake {
                Wake::Terminal(events) => {
                    bursts += 1;
                    messages_of(events?, bursts)
                }
                Wake::Message(message) => vec![message],
                // What is left of the old frame differs from terminal to terminal, also where the size is the old one.
                Wake::Job(Call::Resize) => redraw(screen, outside),
                Wake::Job(Call::Stop) => {
                    outside.stop(Whom::Us)?;
                    redraw(screen, outside)
                }
                Wake::Job(Call::GoOn) => {
                    outside.go_on()?;
                    redraw(screen, outside)
                }
            };
            for message in messages {
                if take_in(app, message, screen, typing, outside)?.is_break() {
                    return Ok(());
                }
            }
        }
    }
}

/// Takes one message in and performs all that follows from it; breaks off when the program is to end.
fn take_in(
    app: &mut App,
    message: Msg,
    screen: &mut terminal::OwnScreen,
    typing: &Typing,
    outside: &Outside,
) -> io::Result<ControlFlow<()>> {
    let effects = update(app, message);
    typing.set(app.shell.composing().map(crate::app::Compose::current));
    perform_all(app, effects, screen, outside)
}

/// Performs effects and all that follows from them; breaks off when the program is to end.
fn perform_all(
    app: &mut App,
    mut effects: Vec<Effect>,
    screen: &mut terminal::OwnScreen,
    outside: &Outside,
) -> io::Result<ControlFlow<()>> {
    while !effects.is_empty() {
        let mut answers = Vec::new();
        for effect in effects.drain(..) {
            match effect {
                Effect::Quit => {
                    if outside.worker.finish() {
                        return Ok(ControlFlow::Break(()));
                    }
                    answers.push(Msg::NotSaved { why: user_message("quit-not-saved") });
                }
                Effect::Abandon => return Ok(ControlFlow::Break(())),
                Effect::Disk(effect) => outside.worker.send(effect),
                Effect::Search(effect) => outside.finder.send(effect),
                Effect::Terminal(effect) => {
                    answers.extend(perform(effect, screen, outside, &app.shell.messages)?);
                }
            }
        }
        for answer in answers {
            effects.extend(update(app, answer));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// The messages of events that were readable together.
fn messages_of(events: Vec<Event>, id: u64) -> Vec<Msg> {
    let key = |event: &'_ Event| match event {
        Event::Key(key) => Some(*key),
        _ => None,
    };
    let keys: Vec<_> = events.iter().filter_map(key).collect();
    let burst = Burst::of(id, keys.iter());
    events.into_iter().filter_map(|event| message_of(event, burst)).collect()
}

fn message_of(event: Event, burst: Burst) -> Option<Msg> {
    match event {
        Event::Key(key) => Some(Msg::Key(key, stamp(burst))),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Mouse(mouse) => Some(Msg::Mouse(mouse, stamp(burst))),
        // The watcher of signals has said so already, and asked for the size.
        Event::Resize(..) | Event::FocusGained | Event::FocusLost => None,
    }
}

/// Performs what needs the terminal.
fn perform(
    effect: TerminalEffect,
    screen: &mut terminal::OwnScreen,
    outside: &Outside,
    messages: &Messages,
) -> io::Result<Vec<Msg>> {
    match effect {
        TerminalEffect::Copy(text) => execute!(stdout(), CopyToClipboard::to_clipboard_from(text))?,
        TerminalEffect::Theme(name) => outside.theme.set(Theme::named(name).unwrap_or_default()),
        TerminalEffect::Mouse(ours) => {
            outside.mouse.set(ours);
            terminal::set_mouse(ours)?;
        }
        TerminalEffect::Redraw => return Ok(redraw(screen, outside)),
        TerminalEffect::Suspend => {
            outside.stop(Whom::Group)?;
            return Ok(redraw(screen, outside));
        }
        TerminalEffect::Edit { draft, passage } => {
            let answer = outside.gate.while_closed(|| edit(*draft, &passage, outside, messages))?;
            let mut answers = redraw(screen, outside);
            answers.push(answer);
            return Ok(answers);
        }
    }
    Ok(Vec::new())
}

/// Forgets what is on the terminal, so that the next drawing draws all of it, at the size that it has by now.
fn redraw(screen: &mut terminal::OwnScreen, outside: &Outside) -> Vec<Msg> {
    screen.forget();
    vec![Msg::Resize(terminal::size(outside.window))]
}

/// Lets the user's editor write a draft. The draft is on disk before the editor starts and stays there until the
/// note is saved.
fn edit(draft: Draft, passage: &str, outside: &Outside, messages: &Messages) -> io::Result<Msg> {
    outside.worker.send(DiskEffect::KeepDraft(Box::new(draft.clone())));
    let explanation = messages.say(&user_message("editor-below"));
    let given = editor::with_passage(&draft.body, &explanation, passage);
    let (handed, lock) = match store::Handed::write(&outside.state, &draft, &given) {
        Ok(handed) => handed,
        Err(error) => {
            return Ok(Msg::NotEdited { draft: Box::new(draft), beside: None, why: error.user_message() });
        }
    };
    terminal::leave();
    outside.jobs.editing.store(true, Ordering::SeqCst);
    let begun = Instant::now();
    let ran = editor::run(outside.editor.as_deref(), &handed.path);
    let took = begun.elapsed();
    outside.jobs.editing.store(false, Ordering::SeqCst);
    terminal::take(outside.mouse.get())?;
    let back = editor::look(&handed);
    let at_once = editor::is_at_once(&ran, &back, took);
    let answer = editor::judge(&handed, ran, back, at_once, stamp(Burst::alone(0)));
    if let Msg::Edited { draft, .. } = &answer {
        outside.worker.send(DiskEffect::KeepDraft(draft.clone()));
    }
    // The editor's file stays until the storage has its words, and so does this.
    outside.worker.take_handed(handed, lock, at_once);
    Ok(answer)
}
