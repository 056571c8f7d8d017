//! Keys in the table of everyone's statuses: one looks, and goes to a paragraph.

use super::keys::dead_key;
use crate::app::{App, Effect, Focus, Mode};
use crate::keymap::{Action, Chord};
use crate::messages::said;

/// Opens the table at the present paragraph.
pub fn open(app: &mut App) {
    if app.count() == 0 {
        app.notice = Some(said("status-table-nothing"));
        return;
    }
    app.mode = Mode::StatusTable(app.at.unwrap_or(0));
}

pub fn on_key(app: &mut App, chord: Chord, action: Option<Action>) -> Vec<Effect> {
    let Mode::StatusTable(pick) = app.mode else { return Vec::new() };
    let last = app.count().saturating_sub(1);
    let page = usize::from(app.areas().whole.height).saturating_sub(5).max(1);
    let pick = match action {
        Some(Action::PickNext) => pick + 1,
        Some(Action::PickPrevious) => pick.saturating_sub(1),
        Some(Action::PageDown) => pick + page,
        Some(Action::PageUp) => pick.saturating_sub(page),
        Some(Action::Top) => 0,
        Some(Action::Bottom) => last,
        Some(Action::Take) => {
            app.mode = Mode::Browse;
            app.go_to(pick.min(last));
            app.focus = Focus::Reader;
            return Vec::new();
        }
        Some(Action::Back) => {
            app.mode = Mode::Browse;
            return Vec::new();
        }
        _ => {
            dead_key(app, chord);
            pick
        }
    };
    app.mode = Mode::StatusTable(pick.min(last));
    Vec::new()
}
