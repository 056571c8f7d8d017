//! Keys while the screen is too small for the page. A field that is open takes what is typed, one can leave, and nothing
//! else is done: what cannot be seen is not done. The rest of the state waits for a larger screen.

use super::{browse, help, question, search, settings, writing};
use crate::app::{App, Ask, Effect, Mode, Shell, Stamp};
use crate::keymap::{Action, Chord, Scope};

pub fn on_key(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    if leaves(&app.shell, chord) {
        return browse::leave(app, stamp);
    }
    let App { shell, open } = &mut *app;
    match (&shell.mode, open, action) {
        // A hit or a command that is not seen is not taken.
        (Mode::Search(_) | Mode::Palette(_) | Mode::Settings(_), _, Some(Action::Take)) => Vec::new(),
        (Mode::Help(page), ..) if page.field.is_some() => help::on_key(shell, chord, action),
        (Mode::Settings(page), ..) if page.field.is_some() => settings::on_key(shell, chord, action),
        (Mode::Search(_), ..) => search::on_key(app, chord, action, stamp),
        (Mode::Palette(_), ..) => super::overlays::on_palette_key(app, chord, action, stamp),
        (Mode::Compose(_), _, Some(Action::Editor)) => Vec::new(),
        (Mode::Compose(_), Some(open), _) => writing::on_key(shell, open, chord, action, stamp),
        (Mode::Question { ask: Ask::QuitUnsaved, .. }, Some(open), _) => {
            question::answer(shell, open, action, stamp)
        }
        _ => Vec::new(),
    }
}

/// Whether the key ends the program while nothing can be seen: one that is no letter of a text. What is in a box stays as a
/// draft.
pub fn leaves(shell: &Shell, chord: Chord) -> bool {
    let letter = shell.mode.is_field() && chord.plain_char().is_some();
    let asked = matches!(shell.mode, Mode::Question { ask: Ask::QuitUnsaved, .. });
    !asked && !letter && shell.keys.resolve(Scope::Small, chord) == Some(Action::Quit)
}
