//! The box in which a note is written: at full width in the lower rows, the real cursor at the caret.

use ratatui::layout::Rect;

use super::Pen;
use super::signs::{DOT, HORIZONTAL, NOTE};
use super::theme::Role;
use crate::app::{Compose, OpenDocument, Shell};
use crate::messages::{captions, user_message};
use crate::text;

/// Draws the box; returns the cell of the caret.
pub fn draw(
    shell: &Shell,
    open: &OpenDocument,
    pen: &mut Pen<'_>,
    area: Rect,
    writing: &Compose,
) -> (u16, u16) {
    pen.clear(area);
    let quiet = pen.style(Role::Quiet);
    for x in area.left()..area.right() {
        pen.raw(x, area.y, 1, HORIZONTAL, quiet);
    }
    let say = |said: &crate::messages::UserMessage| shell.messages.say(said);
    let draft = &writing.draft;
    let what = match (&draft.anchor, draft.editing) {
        (_, true) => user_message("box-edit").and("unit", open.unit_said(&draft.paragraph)),
        (None, _) => user_message("box-paragraph").and("unit", open.unit_said(&draft.paragraph)),
        (Some(_), _) => user_message("box-passage").and("unit", open.unit_said(&draft.paragraph)),
    };
    let what = format!(" {NOTE} {}{DOT}", say(&what));
    let kind = say(&captions::kind(draft.kind));
    let who = format!("{DOT}{} ", shell.reviewer);
    let mut pieces =
        vec![(what.as_str(), Role::Plain), (kind.as_str(), Role::Strong), (who.as_str(), Role::Quiet)];
    let completion = open
        .completion(writing)
        .map(|(_, tag)| format!("{} ", say(&user_message("box-complete").with("tag", format!("#{tag}")))));
    if let Some(words) = &completion {
        pieces.push((words, Role::Key));
    }
    pen.pieces(area.x + 2, area.y, area.width.saturating_sub(4), &pieces);

    let columns = area.width.saturating_sub(2).max(2);
    let height = area.height.saturating_sub(1);
    let words = writing.field.text();
    let rows = writing.field.rows(usize::from(columns), shell.ambiguous);
    for (line, row) in rows.iter().enumerate().skip(writing.top).take(usize::from(height)) {
        let y = area.y + 1 + u16::try_from(line - writing.top).unwrap_or(0);
        // What the layout swallowed at the row's end is white space; inside the row all is drawn.
        let safe = text::shown_line(words.get(row.range.clone()).unwrap_or_default());
        pen.raw(area.x + 1, y, columns, safe.as_str(), ratatui::style::Style::default());
    }
    let caret = writing.field.caret(usize::from(columns), shell.ambiguous);
    let y = area.y + 1 + u16::try_from(caret.row.saturating_sub(writing.top)).unwrap_or(0);
    let x = area.x + 1 + u16::try_from(caret.column).unwrap_or(0);
    (x.min(area.right().saturating_sub(1)), y.min(area.bottom().saturating_sub(1)))
}
