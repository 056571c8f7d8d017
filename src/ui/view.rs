//! The whole screen, put together.

use ratatui::Frame;

use super::{
    Pen, Theme, about, compose, documents, elsewhere, foot, head, help, list, overlays, reader, search_bar,
    status_table,
};
use crate::app::{App, Mode};
use crate::messages::said;
use crate::text;
use crate::ui::theme::Role;

/// Draws the state in the colors of a theme. Changes nothing but the frame.
pub fn view(app: &App, theme: Theme, frame: &mut Frame<'_>) {
    let areas = app.areas();
    let mut caret = None;
    let mut pen = Pen { buffer: frame.buffer_mut(), theme, ambiguous: app.ambiguous };
    if areas.too_small() {
        too_small(app, &mut pen);
        return;
    }
    if let Mode::Documents(pick) = app.mode {
        documents::draw(app, &mut pen, pick);
        foot::draw(app, &mut pen, areas.foot);
        return;
    }
    if let Mode::Help(help) = &app.mode {
        let caret = help::draw(app, &mut pen, help);
        foot::draw(app, &mut pen, areas.foot);
        if let Some((x, y)) = caret {
            frame.set_cursor_position((x, y));
        }
        return;
    }
    head::draw(app, &mut pen, &areas);
    if !areas.list.is_empty() {
        match &app.mode {
            Mode::Search(bar) => list::draw_hits(app, &mut pen, areas.list, bar),
            _ => list::draw(app, &mut pen, areas.list),
        }
    }
    if !areas.reader.is_empty() {
        match app.at {
            _ if app.hit_elsewhere().is_some() => elsewhere::draw(app, &mut pen, &areas),
            Some(_) => reader::draw(app, &mut pen, &areas),
            None => about::draw(app, &mut pen, &areas),
        }
    }
    if !areas.search.is_empty() {
        caret = search_bar::draw(app, &mut pen, areas.search).or(caret);
    }
    if let Some(writing) = app.composing() {
        caret = Some(compose::draw(app, &mut pen, areas.compose, writing));
    }
    match &app.mode {
        Mode::Menu(menu) => overlays::menu(app, &mut pen, menu),
        Mode::Decide(pick) => overlays::decide(app, &mut pen, *pick),
        Mode::StatusTable(pick) => status_table::draw(app, &mut pen, *pick),
        Mode::Palette(palette) => caret = Some(overlays::palette(app, &mut pen, palette)),
        Mode::Question { ask, .. } => {
            overlays::question(app, &mut pen, ask);
            caret = None;
        }
        _ => {}
    }
    foot::draw(app, &mut pen, areas.foot);
    if let Some((x, y)) = caret {
        frame.set_cursor_position((x, y));
    }
}

/// Below the smallest size there is one sentence, as far as it goes.
fn too_small(app: &App, pen: &mut Pen<'_>) {
    let area = pen.buffer.area;
    let words = app.messages.say(&said("too-small").count("width", 40).count("height", 10));
    let rows = text::lay_out_heading(&words, usize::from(area.width).max(1), app.ambiguous);
    for (y, row) in rows.into_iter().enumerate().take(usize::from(area.height)) {
        let line = words.get(row.range).unwrap_or_default();
        pen.text(0, u16::try_from(y).unwrap_or(0), area.width, line, Role::Plain);
    }
}
