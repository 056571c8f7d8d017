//! Keys inside the box in which a note is written.

use super::notes;
use crate::app::{Ask, DiskEffect, Effect, Mode, OpenDocument, Shell, Stamp, TerminalEffect};
use crate::keymap::{Action, Chord};
use crate::layout::keep_in_view;
use crate::messages::user_message;

/// Columns of the box that hold text.
fn columns(shell: &Shell, open: &OpenDocument) -> usize {
    usize::from(shell.areas(Some(&open.view)).compose.width).saturating_sub(2).max(2)
}

pub fn on_key(
    shell: &mut Shell,
    open: &mut OpenDocument,
    chord: Chord,
    action: Option<Action>,
    stamp: &Stamp,
) -> Vec<Effect> {
    let columns = columns(shell, open);
    let ambiguous = shell.ambiguous;
    let completion = match &shell.mode {
        Mode::Compose(compose) => open.completion(compose),
        _ => None,
    };
    let Mode::Compose(compose) = &mut shell.mode else { return Vec::new() };
    if action == Some(Action::SaveNote) && compose.is_too_large() {
        let too_large = compose.too_large_said();
        shell.tell(too_large);
        return Vec::new();
    }
    let field = &mut compose.field;
    match action {
        Some(Action::SaveNote) => {
            let draft = compose.current();
            shell.mode = Mode::Browse;
            return notes::save(shell, open, draft, stamp);
        }
        Some(Action::Discard) => {
            if compose.field.is_blank() || compose.field.text() == compose.before {
                let drop = Effect::Disk(DiskEffect::DropDraft(compose.draft.note.clone()));
                let edited = compose.draft.editing.then(|| compose.draft.note.clone());
                shell.mode = Mode::Browse;
                if let Some(note) = edited {
                    open.select_note(shell, &note);
                }
                shell.tell(user_message("note-left"));
                return vec![drop];
            }
            shell.ask(Ask::DiscardText);
            return Vec::new();
        }
        Some(Action::Editor) => {
            let draft = compose.current();
            let passage = notes::quoted(open, &draft);
            shell.mode = Mode::Browse;
            return vec![Effect::Terminal(TerminalEffect::Edit { passage, draft: Box::new(draft) })];
        }
        Some(Action::NextKind) => match completion {
            Some((typed, tag)) => field.complete(&typed, &tag.0),
            None => compose.draft.kind = compose.draft.kind.next(),
        },
        Some(Action::NewLine) => field.new_line(),
        Some(Action::Up | Action::Down) => {
            field.vertical(action == Some(Action::Down), columns, ambiguous);
        }
        _ => {
            if field.edit(chord, action).is_none() {
                return Vec::new();
            }
        }
    }
    match &shell.mode {
        Mode::Compose(compose) if compose.field.is_blank() => {
            vec![Effect::Disk(DiskEffect::DropDraft(compose.draft.note.clone()))]
        }
        Mode::Compose(compose) => vec![compose.keep()],
        _ => Vec::new(),
    }
}

/// Scrolls the box so that the caret is in it.
pub fn keep_caret_visible(shell: &mut Shell, open: &mut OpenDocument) {
    let columns = columns(shell, open);
    let ambiguous = shell.ambiguous;
    let height = usize::from(shell.areas(Some(&open.view)).compose.height).saturating_sub(1);
    if let Mode::Compose(compose) = &mut shell.mode {
        let caret = compose.field.caret(columns, ambiguous);
        let rows = compose.field.rows(columns, ambiguous).len().max(caret.row + 1);
        compose.top = keep_in_view(compose.top, caret.row, height, rows);
    }
}
