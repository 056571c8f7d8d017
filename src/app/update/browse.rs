//! Keys on the page, and what a key, a menu row or a command asks for: what is about the open document is done where it is
//! about it.

use super::{help, numbers, reading, search_bar, settings, versions};
use crate::app::{About, App, Ask, Effect, Mode, Passage, Shell, Stamp, TerminalEffect};
use crate::keymap::{Action, Chord};
use crate::messages::{languages, user_message};

pub fn on_key(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    let App { shell, open } = &mut *app;
    if let Some(open) = open {
        let goes_on = numbers::goes_on(open, chord, action);
        let digit = || chord.as_command().plain_char().filter(|_| action == Some(Action::Digit));
        if let Some(c) = goes_on.or_else(digit) {
            return numbers::typed(shell, open, c);
        }
    }
    match action {
        Some(action) => act(app, action, stamp),
        None => {
            app.shell.tell_dead_key(app.open.as_ref().map(|open| &open.view), chord);
            Vec::new()
        }
    }
}

/// After `g`.
pub fn on_go(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    app.shell.mode = Mode::Browse;
    match action {
        Some(Action::Back) => Vec::new(),
        Some(action) => act(app, action, stamp),
        None => {
            app.shell.tell_dead_key(app.open.as_ref().map(|open| &open.view), chord);
            Vec::new()
        }
    }
}

/// Does what a key, a menu row or a command asks for.
pub fn act(app: &mut App, action: Action, stamp: &Stamp) -> Vec<Effect> {
    let App { shell, open } = &mut *app;
    if let Some(open) = open
        && let Some(effects) = numbers::command(shell, open, action, stamp)
    {
        return effects;
    }
    match action {
        Action::NextHit | Action::PreviousHit | Action::NextVersion if open.is_none() => {
            shell.tell_open_first()
        }
        Action::Back => return back(app),
        Action::Search => search_bar::open(app),
        Action::NextHit => return app.step_hit(true),
        Action::PreviousHit => return app.step_hit(false),
        Action::Palette => shell.mode = Mode::palette(""),
        Action::Help => {
            let scope = app.scope();
            help::open(&mut app.shell, scope);
        }
        Action::Documents => {
            app.note_progress();
            app.shell.mode = Mode::Documents(app.entry().unwrap_or(0));
        }
        Action::SaySaved => {
            let saved = open.as_ref().and_then(|open| open.saving_said());
            shell.tell(saved.unwrap_or_else(|| user_message("saving-nothing")));
        }
        Action::Quit => return quit(app, stamp),
        Action::Interrupt => shell.tell(shell.quit_said("quit-how")),
        Action::Suspend => return vec![Effect::Terminal(TerminalEffect::Suspend)],
        Action::Settings => return settings::open(shell),
        Action::NextLanguage => next_language(shell),
        Action::HandMouse => {
            shell.mouse.ours = !shell.mouse.ours;
            shell.tell(if shell.mouse.ours {
                user_message("mouse-ours")
            } else {
                user_message("mouse-terminals")
            });
            return vec![Effect::Terminal(TerminalEffect::Mouse(shell.mouse.ours))];
        }
        Action::NextVersion => return versions::next(app),
        Action::Redraw => return vec![Effect::Terminal(TerminalEffect::Redraw)],
        action => match open {
            Some(open) => return reading::act(shell, open, action, stamp),
            None => shell.tell_open_first(),
        },
    }
    Vec::new()
}

/// The interface in its next language, at once.
fn next_language(shell: &mut Shell) {
    let codes: Vec<&str> = languages().map(|(code, _)| code).collect();
    let here = codes.iter().position(|code| *code == shell.messages.language()).unwrap_or(0);
    if codes.get((here + 1) % codes.len()).is_some_and(|code| shell.speak(code)) {
        shell.tell(user_message("language-now"));
    }
}

fn back(app: &mut App) -> Vec<Effect> {
    if let Some(effects) = app.back_from_hit() {
        return effects;
    }
    let App { shell, open } = app;
    if !open.as_mut().is_some_and(|open| reading::step_back(shell, open)) {
        shell.tell(shell.quit_said("quit-how"));
    }
    Vec::new()
}

fn quit(app: &mut App, stamp: &Stamp) -> Vec<Effect> {
    let App { shell, open } = &mut *app;
    if shell.quitting {
        return leave(app, stamp);
    }
    if let Some(open) = open {
        if let Some(Passage::Note(note)) = &open.view.passage
            && open.view.changed.as_ref() == Some(&note.id)
        {
            open.view.passage = None;
        }
        if reading::step_back(shell, open) {
            return Vec::new();
        }
    }
    shell.quitting = true;
    let saving = open.as_ref().map(|open| (open.saving.unsaved.is_empty(), open.saving.trouble.is_none()));
    match saving.unwrap_or((true, true)) {
        (false, _) => shell.tell(shell.quit_said("quit-again-saving")),
        (true, true) => shell.notices.tell(About::AllSaved, shell.quit_said("quit-again")),
        // Beside a file that cannot be used nothing is said of all.
        (true, false) => shell.tell(shell.quit_said("quit-again-only")),
    }
    Vec::new()
}

/// Ends the program, unless something is not on disk.
pub fn leave(app: &mut App, stamp: &Stamp) -> Vec<Effect> {
    let mut effects: Vec<Effect> = app.remember(stamp.at).into_iter().collect();
    let saving = app.open.as_ref().map(|open| &open.saving);
    if saving.is_some_and(|saving| saving.trouble.is_some() && !saving.unsaved.is_empty()) {
        app.shell.ask(Ask::QuitUnsaved);
    } else {
        effects.push(Effect::Quit);
    }
    effects
}
