//! Keys in the table of everyone's statuses: one looks, and goes to a paragraph.

use crate::app::{Effect, Focus, Mode, OpenDocument, Shell};
use crate::keymap::{Action, Chord};
use crate::messages::user_message;
use crate::model::ParagraphIndex;

/// Opens the table at the present paragraph.
pub fn open(shell: &mut Shell, open: &mut OpenDocument) {
    if open.count() == 0 {
        shell.tell(user_message("status-table-nothing"));
        return;
    }
    shell.mode = Mode::StatusTable(open.view.at.map_or(0, |at| at.0));
}

pub fn on_key(
    shell: &mut Shell,
    open: &mut OpenDocument,
    chord: Chord,
    action: Option<Action>,
) -> Vec<Effect> {
    let Mode::StatusTable(pick) = shell.mode else { return Vec::new() };
    let last = open.count().saturating_sub(1);
    let page = usize::from(shell.areas(Some(&open.view)).whole.height).saturating_sub(5).max(1);
    let pick = match action {
        Some(Action::PickNext) => pick + 1,
        Some(Action::PickPrevious) => pick.saturating_sub(1),
        Some(Action::PageDown) => pick + page,
        Some(Action::PageUp) => pick.saturating_sub(page),
        Some(Action::Top) => 0,
        Some(Action::Bottom) => last,
        Some(Action::Take) => {
            shell.mode = Mode::Browse;
            open.go_to(shell, ParagraphIndex(pick.min(last)));
            open.view.focus = Focus::Reader;
            return Vec::new();
        }
        Some(Action::Back) => {
            shell.mode = Mode::Browse;
            return Vec::new();
        }
        _ => {
            shell.tell_dead_key(Some(&open.view), chord);
            pick
        }
    };
    shell.mode = Mode::StatusTable(pick.min(last));
    Vec::new()
}
