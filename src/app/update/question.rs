//! Questions with yes and no.

use super::status;
use crate::app::{Ask, DiskEffect, Effect, Mode, OpenDocument, Shell, Stamp};
use crate::keymap::Action;
use crate::messages::user_message;
use crate::model::Change;

/// A key or a click that may be an answer; anything else tells how one answers.
pub fn answer(
    shell: &mut Shell,
    open: &mut OpenDocument,
    action: Option<Action>,
    stamp: &Stamp,
) -> Vec<Effect> {
    // Who answers before it was seen has not read the question.
    let read = match &shell.mode {
        Mode::Question { burst, seen, .. } => *seen && *burst != Some(stamp.burst.id),
        _ => false,
    };
    let yes = match action.filter(|_| read) {
        Some(Action::Yes) => true,
        Some(Action::No) => false,
        _ => {
            shell.tell(user_message("question-how"));
            return Vec::new();
        }
    };
    let Mode::Question { ask, back, .. } = std::mem::replace(&mut shell.mode, Mode::Browse) else {
        return Vec::new();
    };
    shell.mode = *back;
    if yes { on_yes(shell, open, ask, stamp) } else { on_no(shell, open, &ask) }
}

fn on_yes(shell: &mut Shell, open: &mut OpenDocument, ask: Ask, stamp: &Stamp) -> Vec<Effect> {
    match ask {
        Ask::DeleteNote(id) => {
            let effects = open.commit(shell, Change::delete_note(id), None, stamp);
            if !effects.is_empty() {
                open.view.passage = None;
                shell.tell(user_message("note-deleted"));
            }
            effects
        }
        Ask::DiscardText => {
            let Mode::Compose(compose) = std::mem::replace(&mut shell.mode, Mode::Browse) else {
                return Vec::new();
            };
            if compose.draft.editing {
                open.select_note(shell, &compose.draft.note);
            }
            shell.tell(user_message("note-discarded"));
            vec![Effect::Disk(DiskEffect::DropDraft(compose.draft.note))]
        }
        Ask::Overwrite { name, text } => vec![Effect::Disk(DiskEffect::Export { name, text, force: true })],
        Ask::AcceptOver(at) => status::accept(shell, open, at, stamp),
        Ask::QuitUnsaved => vec![Effect::Disk(DiskEffect::Remember(open.place(stamp.at))), Effect::Abandon],
    }
}

fn on_no(shell: &mut Shell, open: &mut OpenDocument, ask: &Ask) -> Vec<Effect> {
    match ask {
        Ask::Overwrite { .. } => shell.tell(user_message("export-not")),
        Ask::AcceptOver(_) => open.next_unreviewed(shell, true),
        Ask::QuitUnsaved => shell.tell(user_message("quit-waiting")),
        Ask::DeleteNote(_) | Ask::DiscardText => {}
    }
    Vec::new()
}
