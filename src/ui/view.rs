//! The whole screen, put together.

use ratatui::Frame;

use super::{
    Pen, Theme, about, compose, documents, elsewhere, foot, head, help, hits, list, overlays, reader,
    search_bar, settings, status_table,
};
use crate::app::{App, Ask, Mode};
use crate::messages::user_message;
use crate::text;
use crate::ui::theme::Role;

/// Draws the state in the colors of a theme. Changes nothing but the frame.
pub fn view(app: &App, theme: Theme, frame: &mut Frame<'_>) {
    let areas = app.areas();
    let mut caret = None;
    let mut pen = Pen { buffer: frame.buffer_mut(), theme, ambiguous: app.shell.ambiguous };
    if areas.too_small() {
        caret = too_small(app, &mut pen);
        if let Some(caret) = caret {
            frame.set_cursor_position(caret);
        }
        return;
    }
    if let Mode::Documents(pick) = app.shell.mode {
        documents::draw(&app.shell, &mut pen, pick);
        foot::draw(app, &mut pen, areas.foot);
        return;
    }
    if let Mode::Help(help) = &app.shell.mode {
        let caret = help::draw(&app.shell, &mut pen, help);
        foot::draw(app, &mut pen, areas.foot);
        if let Some((x, y)) = caret {
            frame.set_cursor_position((x, y));
        }
        return;
    }
    if let Mode::Settings(page) = &app.shell.mode {
        let caret = settings::draw(&app.shell, &mut pen, page);
        foot::draw(app, &mut pen, areas.foot);
        if let Some(caret) = caret {
            frame.set_cursor_position(caret);
        }
        return;
    }
    let App { shell, open } = app;
    if let Some(open) = open {
        head::draw(shell, open, &mut pen, &areas);
    }
    if !areas.list.is_empty() {
        match (&shell.mode, open) {
            (Mode::Search(bar), _) => hits::draw(app, &mut pen, areas.list, bar),
            (_, Some(open)) => list::draw(shell, open, &mut pen, areas.list),
            (_, None) => {}
        }
    }
    if !areas.reader.is_empty() {
        match open {
            _ if app.hit_elsewhere().is_some() => elsewhere::draw(app, &mut pen, &areas),
            Some(open) if open.view.at.is_some() => {
                reader::draw(shell, open, &mut pen, &areas);
                if !areas.notes.is_empty() {
                    reader::draw_notes(shell, open, &mut pen, areas.notes);
                }
            }
            Some(open) => about::draw(shell, open, &mut pen, &areas),
            None => {}
        }
    }
    if !areas.search.is_empty() {
        caret = search_bar::draw(app, &mut pen, areas.search).or(caret);
    }
    match &shell.mode {
        Mode::Menu(menu) => overlays::menu(app, &mut pen, menu),
        Mode::Palette(palette) => caret = Some(overlays::palette(app, &mut pen, palette)),
        _ => {}
    }
    if let Some(open) = open {
        if let Some(writing) = shell.composing() {
            caret = Some(compose::draw(shell, open, &mut pen, areas.compose, writing));
        }
        match &shell.mode {
            Mode::Decide(pick) => overlays::decide(shell, open, &mut pen, *pick),
            Mode::StatusTable(pick) => status_table::draw(shell, open, &mut pen, *pick),
            Mode::Question { .. } => {
                overlays::question(shell, open, &mut pen);
                caret = None;
            }
            _ => {}
        }
    }
    foot::draw(app, &mut pen, areas.foot);
    if let Some((x, y)) = caret {
        frame.set_cursor_position((x, y));
    }
}

/// Below the smallest size: how one leaves, what is wrong if something is, and the last rows of what is typed into an
/// open field, as far as there is room. Returns the cell of the caret.
fn too_small(app: &App, pen: &mut Pen<'_>) -> Option<(u16, u16)> {
    let area = pen.buffer.area;
    let columns = usize::from(area.width).max(1);
    let sized = |id| user_message(id).count("width", 40).count("height", 10);
    let field = match &app.shell.mode {
        Mode::Compose(compose) => Some(&compose.field),
        Mode::Search(bar) => Some(&bar.field),
        Mode::Palette(palette) => Some(&palette.field),
        Mode::Help(help) => help.field.as_ref(),
        Mode::Settings(page) => page.field.as_ref(),
        _ => None,
    };
    let mut sentences = vec![match (&app.shell.mode, field, &app.open) {
        (Mode::Question { ask: ask @ Ask::QuitUnsaved, .. }, _, Some(open)) => open.asked(&app.shell, ask),
        (Mode::Compose(_), ..) => sized("too-small-box"),
        (_, Some(_), _) => sized("too-small-field"),
        (_, None, _) => sized("too-small"),
    }];
    let trouble = app.open.as_ref().and_then(|open| open.saving.trouble.clone());
    sentences.extend(trouble.map(|why| user_message("saving-trouble").and("why", why)));
    if let Mode::Question { ask: Ask::QuitUnsaved, .. } = app.shell.mode {
        sentences.push(user_message("question-how"));
    }
    let mut y = 0;
    for sentence in &sentences {
        let words = app.shell.messages.say(sentence);
        let shown = text::shown_line(&words);
        for row in text::lay_out_heading(shown.as_str(), columns, app.shell.ambiguous) {
            if y < area.height {
                pen.text(0, y, area.width, shown.as_str().get(row.range).unwrap_or_default(), Role::Plain);
                y += 1;
            }
        }
    }
    let field = field.filter(|_| y < area.height)?;
    let words = field.text();
    let rows = field.rows(columns, app.shell.ambiguous);
    let caret = field.caret(columns, app.shell.ambiguous);
    let room = usize::from(area.height - y);
    let top = (caret.row + 1).saturating_sub(room);
    for (line, row) in (y..area.height).zip(rows.iter().skip(top)) {
        let safe = text::shown_line(words.get(row.range.clone()).unwrap_or_default());
        pen.raw(0, line, area.width, safe.as_str(), ratatui::style::Style::default());
    }
    let row = y + u16::try_from(caret.row - top).unwrap_or(0);
    Some((u16::try_from(caret.column).unwrap_or(0).min(area.width.saturating_sub(1)), row))
}
