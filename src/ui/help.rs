//! Help: the key table in words, over the whole screen.

use super::Pen;
use super::theme::Role;
use crate::app::App;
use crate::keymap::{GROUPS, Scope, TABLE, said_key};
use crate::messages::said;
use crate::text;

/// Columns of the key names.
const KEYS: u16 = 22;

pub fn draw(app: &App, pen: &mut Pen<'_>, top: usize) {
    let area = pen.buffer.area;
    let body = area.height.saturating_sub(3);
    pen.text(1, 0, area.width - 2, &app.messages.say(&said("help-title")), Role::Strong);
    let margin = KEYS.min(area.width / 2);
    let columns = area.width.saturating_sub(margin + 2).max(2);
    let mut lines: Vec<(String, String, Role)> = Vec::new();
    for (group, id) in GROUPS {
        if !lines.is_empty() {
            lines.push((String::new(), String::new(), Role::Plain));
        }
        lines.push((app.messages.word(id).unwrap_or_default(), String::new(), Role::Strong));
        for row in TABLE.iter().filter(|row| row.group == group) {
            let before = match row.scope {
                Scope::Go => "g ",
                Scope::Status => "s ",
                _ => "",
            };
            let mut keys = format!("{before}{}", said_key(row));
            let words = app.messages.word(row.about).unwrap_or_default();
            for line in text::lay_out(&words, usize::from(columns), app.ambiguous) {
                let words = words.get(line.range).unwrap_or_default().to_owned();
                lines.push((std::mem::take(&mut keys), words, Role::Plain));
            }
        }
    }
    let top = top.min(lines.len().saturating_sub(usize::from(body)));
    for (y, (keys, words, role)) in (2..2 + body).zip(lines.iter().skip(top)) {
        if *role == Role::Strong {
            pen.text(1, y, area.width - 2, keys, Role::Strong);
        } else {
            pen.text(2, y, margin.saturating_sub(2), keys, Role::Key);
            pen.text(margin + 1, y, columns, words, Role::Plain);
        }
    }
    let shown = app.messages.say(
        &said("help-lines")
            .count("first", top + 1)
            .count("last", (top + usize::from(body)).min(lines.len()))
            .count("of", lines.len()),
    );
    pen.right(1, 0, area.width - 2, &[(&shown, Role::Quiet)]);
}
