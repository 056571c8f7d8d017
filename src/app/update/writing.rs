//! Keys inside the box in which a note is written.

use super::notes;
use super::question::ask;
use crate::app::{App, Ask, Effect, Mode, Stamp};
use crate::keymap::{Action, Chord, Key};
use crate::messages::said;
use crate::page::keep_in_view;

/// Columns of the box that hold text.
fn columns(app: &App) -> usize {
    usize::from(app.areas().compose.width).saturating_sub(2).max(2)
}

pub fn on_key(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    let columns = columns(app);
    let ambiguous = app.ambiguous;
    let completion = match &app.mode {
        Mode::Compose(compose) => app.completion(compose),
        _ => None,
    };
    let Mode::Compose(compose) = &mut app.mode else { return Vec::new() };
    if action == Some(Action::SaveNote) && compose.is_too_large() {
        app.notice = Some(compose.too_large_said());
        return Vec::new();
    }
    let field = &mut compose.field;
    match action {
        Some(Action::SaveNote) => {
            let draft = compose.current();
            app.mode = Mode::Browse;
            return notes::save(app, draft, stamp);
        }
        Some(Action::Discard) => {
            if compose.field.is_blank() || compose.field.text() == compose.before {
                let drop = Effect::DropDraft(compose.draft.note.clone());
                let edited = compose.draft.editing.then(|| compose.draft.note.clone());
                app.mode = Mode::Browse;
                if let Some(note) = edited {
                    app.select_note(&note);
                }
                app.notice = Some(said("note-left"));
                return vec![drop];
            }
            ask(app, Ask::DiscardText);
            return Vec::new();
        }
        Some(Action::Editor) => {
            let draft = compose.current();
            let passage = notes::quoted(app, &draft);
            app.mode = Mode::Browse;
            return vec![Effect::Edit { passage, draft: Box::new(draft) }];
        }
        Some(Action::NextKind) => match completion {
            Some((typed, tag)) => field.complete(&typed, &tag.0),
            None => compose.draft.kind = compose.draft.kind.next(),
        },
        Some(Action::Enter) => field.new_line(),
        Some(Action::Undo) => field.undo(),
        Some(Action::Redo) => field.redo(),
        Some(Action::WordLeft) => field.delete_word(),
        Some(Action::Top) => field.delete_line(),
        _ => match (chord.key, chord.ctrl, chord.alt) {
            (Key::Char(c), false, false) => {
                field.insert(c);
            }
            (Key::Backspace, false, false) => field.delete_before(),
            (Key::Backspace, ..) => field.delete_word(),
            (Key::Delete, ..) => field.delete_after(),
            (Key::Left, ..) => field.left(),
            (Key::Right, ..) => field.right(),
            (Key::Up, ..) => {
                field.vertical(false, columns, ambiguous);
            }
            (Key::Down, ..) => {
                field.vertical(true, columns, ambiguous);
            }
            (Key::Home, ..) => field.home(),
            (Key::End, ..) => field.end(),
            _ => return Vec::new(),
        },
    }
    match &app.mode {
        Mode::Compose(compose) if compose.field.is_blank() => {
            vec![Effect::DropDraft(compose.draft.note.clone())]
        }
        Mode::Compose(compose) => vec![compose.keep()],
        _ => Vec::new(),
    }
}

/// Scrolls the box so that the caret is in it.
pub fn keep_caret_visible(app: &mut App) {
    let columns = columns(app);
    let ambiguous = app.ambiguous;
    let height = usize::from(app.areas().compose.height).saturating_sub(1);
    if let Mode::Compose(compose) = &mut app.mode {
        let caret = compose.field.caret(columns, ambiguous);
        let rows = compose.field.rows(columns, ambiguous).len().max(caret.row + 1);
        compose.top = keep_in_view(compose.top, caret.row, height, rows);
    }
}
