//! Menus, the palette and questions.

use ratatui::layout::Rect;

use super::frame::{goes_on, window};
use super::theme::Role;
use super::{Pen, search_bar};
use crate::app::{Answer, App, Menu, OpenDocument, Palette, Shell};
use crate::messages::user_message;

/// The menu of the reader, or the filter.
pub fn menu(app: &App, pen: &mut Pen<'_>, menu: &Menu) {
    let Some((area, top)) = app.menu_area() else { return };
    let inner = window(pen, area, &app.shell.messages.say(&menu.title));
    goes_on(pen, area, menu.items.len().saturating_sub(top + usize::from(inner.height)));
    for (line, item) in menu.items.iter().enumerate().skip(top).take(usize::from(inner.height)) {
        let y = inner.y + u16::try_from(line - top).unwrap_or(0);
        let digit = if line < 9 { (line + 1).to_string() } else { " ".to_owned() };
        let picked = line == menu.pick;
        pen.text(inner.x, y, 1, if picked { ">" } else { " " }, Role::Strong);
        pen.text(inner.x + 1, y, 2, &digit, Role::Quiet);
        pen.text(inner.x + 3, y, 6, &item.key, Role::Key);
        pen.text(
            inner.x + 9,
            y,
            inner.width.saturating_sub(9),
            &app.shell.messages.say(&item.label),
            Role::Plain,
        );
        if picked {
            let style = pen.style(Role::Pick);
            pen.restyle(Rect { y, height: 1, ..inner }, style);
        }
    }
}

/// The panel in which one decides: what each row is about, how it was or is here, and how it is there.
pub fn decide(shell: &Shell, open: &OpenDocument, pen: &mut Pen<'_>, pick: usize) {
    let Some((area, top)) = open.decide_area(shell) else { return };
    let lines = open.decision_lines(shell);
    let count = lines.last().map_or(0, |line| line.which + 1);
    let title = user_message("decide-title").count("number", (pick + 1).min(count)).count("count", count);
    let inner = window(pen, area, &shell.messages.say(&title));
    goes_on(pen, area, lines.len().saturating_sub(top + usize::from(inner.height)));
    let margin = open.decision_margin(shell) + 2;
    for (y, line) in (inner.y..inner.bottom()).zip(lines.iter().skip(top)) {
        let picked = line.which == pick;
        if line.label.is_empty() {
            pen.text(inner.x, y, 1, if picked { ">" } else { " " }, Role::Strong);
            pen.text(inner.x + 2, y, inner.width.saturating_sub(2), &line.words, Role::Strong);
        } else {
            pen.text(inner.x + 4, y, margin.saturating_sub(2), &line.label, Role::Key);
            let x = inner.x + margin + 2;
            pen.text(x, y, inner.right().saturating_sub(x), &line.words, Role::Plain);
        }
        if picked && line.label.is_empty() {
            let style = pen.style(Role::Pick);
            pen.restyle(Rect { y, height: 1, ..inner }, style);
        }
    }
}

/// The palette; returns the cell of the caret.
pub fn palette(app: &App, pen: &mut Pen<'_>, palette: &Palette) -> (u16, u16) {
    let Some((area, top)) = app.shell.palette_area() else { return (0, 0) };
    let inner = window(pen, area, &app.shell.messages.say(&user_message("palette-title")));
    let x = pen.text(inner.x, inner.y, 2, ": ", Role::Key);
    let room = inner.right().saturating_sub(x + 1);
    let words = palette.field.text();
    let column = search_bar::line(pen, x, inner.y, room, &palette.field);
    let items = app.shell.palette_items(palette);
    let rows = usize::from(inner.height.saturating_sub(1));
    goes_on(pen, area, items.len().saturating_sub(top + rows));
    if items.is_empty() {
        let leads = |open: &OpenDocument| open.document.place_typed(words.trim(), open.view.at).is_some();
        let begins = words.trim().starts_with(|c: char| c.is_ascii_digit());
        let id =
            if begins || app.open.as_ref().is_some_and(leads) { "palette-number" } else { "palette-none" };
        let words = app.shell.messages.word(id).unwrap_or_default();
        pen.text(inner.x + 2, inner.y + 1, inner.width.saturating_sub(2), &words, Role::Quiet);
    }
    for (line, item) in items.iter().enumerate().skip(top).take(rows) {
        let y = inner.y + 1 + u16::try_from(line - top).unwrap_or(0);
        let taken = pen.right(inner.x, y, inner.width.saturating_sub(1), &[(&item.key, Role::Key)]);
        let picked = line == palette.pick;
        pen.text(inner.x, y, 1, if picked { ">" } else { " " }, Role::Strong);
        pen.text(inner.x + 2, y, inner.width.saturating_sub(taken + 4), &item.name, Role::Plain);
        if picked {
            let style = pen.style(Role::Pick);
            pen.restyle(Rect { y, height: 1, ..inner }, style);
        }
    }
    (x + column, inner.y)
}

/// The open question.
pub fn question(shell: &Shell, open: &OpenDocument, pen: &mut Pen<'_>) {
    let Some(question) = open.question(shell) else { return };
    let inner = window(pen, question.area, "");
    for (y, line) in (inner.y..inner.bottom()).zip(&question.lines) {
        pen.text(inner.x + 1, y, inner.width.saturating_sub(1), line, Role::Strong);
    }
    for Answer { key, other_key, word, area, .. } in question.answers {
        let pieces = [(key, Role::Key), (format!("{other_key} "), Role::Quiet), (word, Role::Plain)];
        pen.pieces(area.x, area.y, area.width, &pieces);
    }
}
