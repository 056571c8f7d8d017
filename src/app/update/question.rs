//! Questions with yes and no.

use super::{keys, marks};
use crate::app::{App, Ask, Effect, Mode, Stamp};
use crate::keymap::{Action, Chord};
use crate::messages::said;
use crate::model::Change;

/// Asks; the mode that asked waits behind the question.
pub fn ask(app: &mut App, ask: Ask) {
    let back = Box::new(std::mem::replace(&mut app.mode, Mode::Browse));
    app.mode = Mode::Question { ask, back, burst: app.lock.burst(), seen: false };
}

pub fn on_key(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    let answers = match &app.mode {
        Mode::Question { burst, seen, .. } => *seen && *burst != Some(stamp.burst.id),
        _ => false,
    };
    if !answers {
        // Whoever typed it had not read the question.
        keys::dead_key(app, chord);
        return Vec::new();
    }
    let yes = match action {
        Some(Action::Yes) => true,
        Some(Action::No) => false,
        _ => {
            keys::dead_key(app, chord);
            return Vec::new();
        }
    };
    let Mode::Question { ask, back, .. } = std::mem::replace(&mut app.mode, Mode::Browse) else {
        return Vec::new();
    };
    app.mode = *back;
    if yes { on_yes(app, ask, stamp) } else { on_no(app, &ask) }
}

fn on_yes(app: &mut App, ask: Ask, stamp: &Stamp) -> Vec<Effect> {
    match ask {
        Ask::DeleteNote(id) => {
            let effects = app.commit(Change::delete_note(id), None, stamp);
            if !effects.is_empty() {
                app.passage = None;
                app.notice = Some(said("note-deleted"));
            }
            effects
        }
        Ask::DiscardText => {
            let Mode::Compose(compose) = std::mem::replace(&mut app.mode, Mode::Browse) else {
                return Vec::new();
            };
            if compose.draft.editing {
                app.select_note(&compose.draft.note);
            }
            app.notice = Some(said("note-discarded"));
            vec![Effect::DropDraft(compose.draft.note)]
        }
        Ask::Overwrite { name, text } => vec![Effect::Export { name, text, force: true }],
        Ask::AcceptOver(at) => marks::accept(app, at, stamp),
        Ask::QuitUnsaved => vec![Effect::Remember(app.place(stamp.at)), Effect::Abandon],
    }
}

fn on_no(app: &mut App, ask: &Ask) -> Vec<Effect> {
    match ask {
        Ask::Overwrite { .. } => app.notice = Some(said("export-not")),
        Ask::AcceptOver(_) => app.next_unreviewed(true),
        Ask::QuitUnsaved => app.notice = Some(said("quit-waiting")),
        Ask::DeleteNote(_) | Ask::DiscardText => {}
    }
    Vec::new()
}
