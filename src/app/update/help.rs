//! Keys in help: one scrolls, searches for a key, and goes back to where it was opened.

use crate::app::{Effect, Field, Help, Mode, Shell};
use crate::keymap::{Action, Chord, Scope};

/// Opens help at the keys of a scope; the mode in which it is asked for waits behind it.
pub fn open(shell: &mut Shell, scope: Scope) {
    let top = shell.help_of(scope);
    let back = Box::new(std::mem::replace(&mut shell.mode, Mode::Browse));
    shell.mode = Mode::Help(Box::new(Help { top, wanted: String::new(), field: None, back }));
}

pub fn on_key(shell: &mut Shell, chord: Chord, action: Option<Action>) -> Vec<Effect> {
    let page = usize::from(shell.size.height.saturating_sub(4)).max(1);
    let Mode::Help(help) = &mut shell.mode else { return Vec::new() };
    if help.field.is_some() {
        typed(help, chord, action);
        return Vec::new();
    }
    match action {
        Some(Action::Down) => help.top += 1,
        Some(Action::Up) => help.top = help.top.saturating_sub(1),
        Some(Action::PageDown) => help.top += page,
        Some(Action::PageUp) => help.top = help.top.saturating_sub(page),
        Some(Action::Top) => help.top = 0,
        Some(Action::Bottom) => help.top = usize::MAX / 2,
        Some(Action::Search) => help.field = Some(Field::new("")),
        // What was searched for goes first, then the page.
        Some(Action::Back) if !help.wanted.is_empty() => {
            help.wanted.clear();
            help.top = 0;
        }
        Some(Action::Back) => shell.mode = std::mem::replace(&mut *help.back, Mode::Browse),
        _ => shell.tell_dead_key(None, chord),
    }
    Vec::new()
}

/// A key in the field: what is shown follows what is typed.
fn typed(help: &mut Help, chord: Chord, action: Option<Action>) {
    let Some(field) = &mut help.field else { return };
    match action {
        Some(Action::Take) => help.field = None,
        Some(Action::Back) => {
            help.field = None;
            help.wanted.clear();
        }
        Some(Action::DeleteBefore) if field.text().is_empty() => help.field = None,
        _ => {
            if field.edit(chord, action).is_some() {
                help.wanted = field.text().to_owned();
                help.top = 0;
            }
        }
    }
}
