//! Keys while the screen is too small for the page. A field that is open takes what is typed, one can leave, and nothing
//! else is done: what cannot be seen is not done. The rest of the state waits for a larger screen.

use super::{browse, help, question, search, writing};
use crate::app::{App, Ask, Effect, Mode, Stamp};
use crate::keymap::{Action, Chord, Key};

pub fn on_key(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    if leaves(app, chord) {
        return browse::leave(app, stamp);
    }
    match (&mut app.mode, action) {
        // A hit or a command that is not seen is not taken.
        (Mode::Search(_) | Mode::Palette(_), Some(Action::Take)) => Vec::new(),
        (Mode::Help(page), _) if page.field.is_some() => help::on_key(app, chord, action),
        (Mode::Search(_), _) => search::on_key(app, chord, action, stamp),
        (Mode::Palette(_), _) => super::overlays::on_palette_key(app, chord, action, stamp),
        (Mode::Compose(_), Some(Action::Editor)) => Vec::new(),
        (Mode::Compose(_), _) => writing::on_key(app, chord, action, stamp),
        (Mode::Question { ask: Ask::QuitUnsaved, .. }, _) => question::on_key(app, chord, action, stamp),
        _ => Vec::new(),
    }
}

/// Whether the key ends the program while nothing can be seen: `Ctrl-c`, and `q` where it is no letter of a text. What
/// is in a box stays as a draft.
pub fn leaves(app: &App, chord: Chord) -> bool {
    let interrupt = Chord { ctrl: true, ..Chord::char('c') };
    let letter = chord.as_command().plain_char() == Some('q') && !app.mode.is_field();
    let asked = matches!(app.mode, Mode::Question { ask: Ask::QuitUnsaved, .. });
    !asked && (chord == interrupt || letter || (chord.key == Key::Char('q') && chord.ctrl))
}
