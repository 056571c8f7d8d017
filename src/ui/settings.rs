//! The list of settings: name, value and where it comes from; below them what the picked one does and may be.

use super::Pen;
use super::search_bar::line as field_line;
use super::signs::{DOT, HORIZONTAL};
use super::theme::Role;
use crate::app::{SETTINGS_TOP, SettingsPage, Shell};
use crate::messages::{UserMessage, user_message};
use crate::text;

/// Draws it over the whole screen; returns the cell of the caret while a value is typed.
pub fn draw(shell: &Shell, pen: &mut Pen<'_>, page: &SettingsPage) -> Option<(u16, u16)> {
    let area = pen.buffer.area;
    let say = |said: &UserMessage| shell.messages.say(said);
    let cut = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
    let x = pen.text(1, 0, area.width.saturating_sub(2), &say(&user_message("settings-title")), Role::Strong);
    let path = format!("{DOT}{}", page.file);
    pen.text(x, 0, area.width.saturating_sub(x + 1), &path, Role::Quiet);
    let (rows, top, names) = shell.settings_rows(page);
    let first = cut(names) + 5;
    let room = area.width.saturating_sub(first + 1);
    let values = (room / 2).min(30);
    let mut caret = None;
    for (y, (at, line)) in (SETTINGS_TOP..).zip(page.lines.iter().enumerate().skip(top).take(rows)) {
        let picked = at == page.pick;
        pen.text(1, y, 1, if picked { ">" } else { " " }, Role::Strong);
        pen.text(3, y, cut(names), line.name, Role::Key);
        match page.field.as_ref().filter(|_| picked) {
            Some(field) => {
                caret = Some((first + field_line(pen, first, y, room, field), y));
            }
            None => {
                pen.text(first, y, values, &line.value, Role::Strong);
                let whence = first + values + 2;
                pen.text(whence, y, area.width.saturating_sub(whence + 1), &say(&line.whence), Role::Quiet);
            }
        }
    }
    let mut y = SETTINGS_TOP + cut(rows);
    let rule = pen.style(Role::Quiet);
    for x in 1..area.width.saturating_sub(1) {
        pen.raw(x, y, 1, HORIZONTAL, rule);
    }
    let Some(line) = page.lines.get(page.pick) else { return caret };
    let about = shell.messages.word(line.about).unwrap_or_default();
    let when = say(&user_message(if line.at_once { "setting-at-once" } else { "setting-next-start" }));
    let told = [(about, Role::Plain), (say(&line.expected), Role::Quiet), (when, Role::Quiet)];
    for (words, role) in told {
        let shown = text::shown_line(&words);
        for row in text::lay_out_heading(
            shown.as_str(),
            usize::from(area.width.saturating_sub(4)).max(2),
            shell.ambiguous,
        ) {
            y += 1;
            if y + 1 < area.height {
                pen.text(
                    3,
                    y,
                    area.width.saturating_sub(4),
                    shown.as_str().get(row.range).unwrap_or_default(),
                    role,
                );
            }
        }
    }
    caret
}
