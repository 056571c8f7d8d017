//! The mouse: the wheel scrolls what is under it, a click selects.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::{documents, overlays};
use crate::app::{App, Effect, Focus, Mode, Stamp};
use crate::page::Areas;

/// Rows that one notch of the wheel scrolls.
const NOTCH: isize = 3;

pub fn on_mouse(app: &mut App, event: MouseEvent, stamp: &Stamp) -> Vec<Effect> {
    let (column, row) = (event.column, event.row);
    match event.kind {
        MouseEventKind::ScrollDown => wheel(app, column, row, NOTCH),
        MouseEventKind::ScrollUp => wheel(app, column, row, -NOTCH),
        MouseEventKind::Down(MouseButton::Left) => return click(app, column, row, stamp),
        _ => {}
    }
    Vec::new()
}

fn wheel(app: &mut App, column: u16, row: u16, rows: isize) {
    let areas = app.areas();
    match &mut app.mode {
        Mode::Help(top) => *top = top.saturating_add_signed(rows),
        Mode::Browse | Mode::Select(_) => {
            if Areas::holds(areas.list, column, row) {
                let list = app.list();
                let height = usize::from(areas.list.height);
                let top = list.top.saturating_add_signed(rows).min(app.rows().len().saturating_sub(height));
                // The pick goes with the page, so that it never leaves the screen.
                let index = list.index.clamp(top, top + height.saturating_sub(1));
                let step = index.cast_signed() - list.index.cast_signed();
                app.list_mut_top(top);
                if step != 0 {
                    app.move_list(step);
                }
            } else if Areas::holds(areas.reader, column, row) {
                app.scroll(rows);
            }
        }
        _ => {}
    }
}

fn click(app: &mut App, column: u16, row: u16, stamp: &Stamp) -> Vec<Effect> {
    let areas = app.areas();
    match &app.mode {
        Mode::Menu(_) => {
            return match app.menu_row_at(column, row) {
                Some(place) => overlays::take(app, place, stamp),
                None => {
                    app.mode = Mode::Browse;
                    Vec::new()
                }
            };
        }
        Mode::Documents(_) => {
            return match app.document_row_at(row) {
                Some(place) => documents::choose(app, place),
                None => Vec::new(),
            };
        }
        Mode::Browse => {}
        _ => return Vec::new(),
    }
    app.notice = None;
    if Areas::holds(areas.tabs, column, row) {
        if let Some((tab, _)) = app.tab_cells().into_iter().find(|(_, cells)| cells.contains(&column)) {
            app.open_tab(tab);
        }
    } else if Areas::holds(areas.list, column, row) {
        let index = app.list().top + usize::from(row - areas.list.y);
        if let Some(picked) = app.rows().get(index).cloned() {
            app.focus = Focus::List;
            let again = app.list().picked == picked;
            app.list_mut_index(index);
            app.show_row(picked.clone());
            if again && picked.folds() {
                if app.folded.contains(&picked) {
                    app.folded.retain(|row| *row != picked);
                } else {
                    app.folded.push(picked);
                }
            }
        }
    } else if Areas::holds(areas.reader, column, row) {
        app.focus = Focus::Reader;
        let line = usize::from(row - areas.reader.y);
        if app.at.is_some()
            && let Some(visible) = app.visible().get(line)
        {
            let at = visible.paragraph;
            let note = match visible.block.lines.get(visible.line) {
                Some(
                    crate::page::Line::NoteHead(which)
                    | crate::page::Line::NoteQuote(which, _)
                    | crate::page::Line::NoteBody(which, _),
                ) => app.notes_at(at).get(*which).map(crate::page::NoteView::reference),
                _ => None,
            };
            app.passage = note.map(crate::app::Passage::Note);
            app.at = Some(at);
            app.pick_paragraph(at);
        }
    }
    Vec::new()
}
