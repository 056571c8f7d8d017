//! The last line: what was just said, else the keys that work now; and whether all is saved.

use ratatui::layout::Rect;

use super::Pen;
use super::theme::Role;
use crate::app::{App, Mode};
use crate::keymap::{Action, Binding, bindings_of};
use crate::messages::said;
use crate::model::ReviewStatus;
use crate::text;

pub fn draw(app: &App, pen: &mut Pen<'_>, area: Rect) {
    let saving = app.saving_said().map(|said| app.messages.say(&said)).unwrap_or_default();
    let role = if app.saving.trouble.is_some() { Role::Trouble } else { Role::Quiet };
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let room = if app.notice.is_some() { inner.width / 2 } else { inner.width };
    let taken = pen.right(inner.x + inner.width - room, inner.y, room, &[(&saving, role)]);
    let room = inner.width.saturating_sub(taken + u16::from(taken > 0) * 2);
    if let Some(notice) = &app.notice {
        pen.text(inner.x, inner.y, room, &app.messages.say(notice), Role::Strong);
        return;
    }
    let mut x = inner.x;
    if let Some(goto) = app.goto.as_ref().filter(|goto| !goto.typed.is_empty()) {
        let words = app.messages.say(&said("goto-typed").with("typed", &goto.typed));
        x = pen.text(x, inner.y, room, &format!("{words}  "), Role::Strong);
    }
    for row in keys(app) {
        let Some(key) = row.keys.first() else { continue };
        let label = app.messages.word(row.short).unwrap_or_default();
        let wide = text::width(key, app.ambiguous) + 1 + text::width(&label, app.ambiguous);
        if usize::from(x - inner.x) + wide > usize::from(room) {
            break;
        }
        x = pen.text(x, inner.y, room, key, Role::Key);
        x = pen.text(x + 1, inner.y, room, &label, Role::Plain) + 2;
    }
}

/// The rows of the key table that are shown now, the most useful first.
fn keys(app: &App) -> Vec<&'static Binding> {
    let about = app.at.is_none();
    let works = |row: &Binding| match row.action {
        Action::Annotate | Action::StatusMenu => !about || !matches!(app.mode, Mode::Browse),
        Action::SetStatus(ReviewStatus::Unreviewed) => true,
        Action::Yes | Action::No => true,
        _ => true,
    };
    let mut rows: Vec<&Binding> =
        bindings_of(app.scope()).filter(|row| row.footer > 0 && works(row)).collect();
    rows.sort_by_key(|row| row.footer);
    rows
}
