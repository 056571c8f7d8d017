//! Help: the key table in words, over the whole screen.

use super::Pen;
use super::theme::Role;
use crate::app::{Help, PageStyle, Shell};
use crate::messages::user_message;
use crate::text;

/// Draws it; returns the cell of the caret while one types what to search for.
pub fn draw(shell: &Shell, pen: &mut Pen<'_>, help: &Help) -> Option<(u16, u16)> {
    let area = pen.buffer.area;
    let body = shell.help_rows();
    let top = help.top;
    let mut caret = None;
    if help.field.is_some() || !help.wanted.is_empty() {
        let x = pen.text(1, 0, area.width / 2, "/ ", Role::Key);
        pen.text(x, 0, area.width / 2, &help.wanted, Role::Strong);
        caret = help.field.as_ref().map(|field| {
            let before = help.wanted.get(..field.caret_byte()).unwrap_or_default();
            let columns = u16::try_from(text::width(before, shell.ambiguous)).unwrap_or(0);
            (x + columns.min(area.width / 2), 0)
        });
    } else {
        pen.text(1, 0, area.width - 2, &shell.messages.say(&user_message("help-title")), Role::Strong);
    }
    let margin = shell.help_margin();
    let lines = shell.help_lines();
    for (y, line) in (2..).zip(lines.iter().skip(top).take(body)) {
        if line.look == PageStyle::Strong {
            pen.text(1, y, area.width - 2, &line.label, Role::Strong);
        } else {
            pen.text(2, y, margin.saturating_sub(2), &line.label, Role::Key);
            pen.text(margin + 1, y, area.width.saturating_sub(margin + 2), &line.words, Role::Plain);
        }
    }
    let shown = shell.messages.say(
        &user_message("help-lines")
            .count("first", top + 1)
            .count("last", (top + body).min(lines.len()))
            .count("of", lines.len()),
    );
    pen.right(1, 0, area.width - 2, &[(&shown, Role::Quiet)]);
    caret
}
