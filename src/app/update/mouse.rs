//! The mouse: the wheel scrolls what is under it, a click picks, a double click takes a word, dragging selects
//! text and leaves one in the selection, whose footer offers `a` and `y`.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::{commands, documents, overlays, question, search_bar};
use crate::app::{App, Effect, Focus, HitLine, Mode, OpenDocument, Passage, Selection, Shell, Stamp};
use crate::layout::{Areas, Line};
use crate::model::ParagraphIndex;
use crate::text;

/// Two presses on a cell within so many milliseconds are a double click.
const DOUBLE: u64 = 400;

/// Rows that one notch of the wheel scrolls.
const NOTCH: isize = 3;

pub fn on_mouse(app: &mut App, event: MouseEvent, stamp: &Stamp) -> Vec<Effect> {
    let (column, row) = (event.column, event.row);
    if app.shell.opening || app.areas().too_small() {
        return Vec::new();
    }
    app.shell.lock.note_mouse(stamp.burst);
    if !matches!(event.kind, MouseEventKind::Moved | MouseEventKind::Up(_)) {
        // What was typed before is done with: a number, the first of two q.
        app.shell.quitting = false;
        if let Some(open) = &mut app.open {
            open.view.goto = None;
        }
    }
    match event.kind {
        MouseEventKind::ScrollDown => wheel(app, column, row, NOTCH),
        MouseEventKind::ScrollUp => wheel(app, column, row, -NOTCH),
        MouseEventKind::Down(MouseButton::Left) => {
            let before = app.shell.mouse.pressed.replace((column, row, stamp.millis));
            let again = |(x, y, at): (u16, u16, u64)| {
                (x, y) == (column, row) && stamp.millis - at.min(stamp.millis) < DOUBLE
            };
            if before.is_some_and(again)
                && let App { shell, open: Some(open) } = &mut *app
                && take_word(shell, open, column, row)
            {
                return Vec::new();
            }
            return click(app, column, row, stamp);
        }
        MouseEventKind::Drag(MouseButton::Left) => {
            if let App { shell, open: Some(open) } = &mut *app {
                drag(shell, open, column, row);
            }
        }
        _ => {}
    }
    Vec::new()
}

fn wheel(app: &mut App, column: u16, row: u16, rows: isize) {
    let areas = app.areas();
    let App { shell, open } = app;
    match (&mut shell.mode, open) {
        (Mode::Help(help), _) => help.top = help.top.saturating_add_signed(rows),
        (Mode::Settings(page), _) => {
            let last = page.lines.len().saturating_sub(1);
            page.pick = page.pick.saturating_add_signed(rows.signum()).min(last);
        }
        (Mode::Decide(pick) | Mode::StatusTable(pick), _) => {
            *pick = pick.saturating_add_signed(rows.signum());
        }
        // Not while selecting: the paragraph that is selected in must stay the one that commands act on.
        (Mode::Browse, Some(open)) => {
            if Areas::holds(areas.list, column, row) {
                open.move_list(shell, rows);
            } else if Areas::holds(areas.reader, column, row) {
                open.scroll(shell, rows);
            }
        }
        _ => {}
    }
}

/// The paragraph and the byte of its stored text at a cell of the reader; the nearest one of a row's text.
fn text_at(shell: &Shell, open: &OpenDocument, column: u16, row: u16) -> Option<(ParagraphIndex, usize)> {
    let area = shell.areas(Some(&open.view)).reader;
    if !Areas::holds(area, column, row) || open.view.at.is_none() {
        return None;
    }
    let visible = open.visible(shell).into_iter().nth(usize::from(row - area.y))?;
    let Some(Line::Text(line)) = visible.block.lines.get(visible.line) else { return None };
    let column = usize::from(column - area.x);
    Some((visible.paragraph, visible.block.text.byte_at(*line, column, shell.ambiguous)?))
}

/// Dragging from a text selects as far as the pointer, within the paragraph where it began.
fn drag(shell: &mut Shell, open: &mut OpenDocument, column: u16, row: u16) {
    let Some((x, y, _)) = shell.mouse.pressed else { return };
    let Some((paragraph, moving)) = text_at(shell, open, column, row) else { return };
    match &mut shell.mode {
        Mode::Select(selection) if selection.paragraph == paragraph => selection.moving = moving,
        Mode::Browse => {
            let Some((begun, fixed)) = text_at(shell, open, x, y).filter(|(begun, _)| *begun == paragraph)
            else {
                return;
            };
            open.view.at = Some(begun);
            open.view.focus = Focus::Reader;
            open.view.passage = None;
            shell.mode = Mode::Select(Selection { paragraph, fixed, moving });
        }
        _ => {}
    }
}

/// A double click selects the word under it; `false` if there is none.
fn take_word(shell: &mut Shell, open: &mut OpenDocument, column: u16, row: u16) -> bool {
    if !matches!(shell.mode, Mode::Browse | Mode::Select(_)) {
        return false;
    }
    let Some((at, byte)) = text_at(shell, open, column, row) else { return false };
    let words = open.paragraph(at).map(|paragraph| text::words(paragraph.text())).unwrap_or_default();
    let Some(range) = words.into_iter().find(|word| word.contains(&byte)) else { return false };
    shell.mode = Mode::Browse;
    open.view.at = Some(at);
    open.view.focus = Focus::Reader;
    open.view.passage = Some(Passage::Text { paragraph: at, range });
    open.pick_paragraph(shell, at);
    true
}

fn click(app: &mut App, column: u16, row: u16, stamp: &Stamp) -> Vec<Effect> {
    let areas = app.areas();
    match &app.shell.mode {
        Mode::Menu(_) => {
            return match app.menu_row_at(column, row) {
                Some(place) => overlays::take(app, place, stamp),
                None => {
                    app.shell.mode = Mode::Browse;
                    Vec::new()
                }
            };
        }
        Mode::Palette(palette) => {
            let Some(place) = app.shell.palette_row_at(column, row) else {
                let frame = app.shell.palette_area();
                if !frame.is_some_and(|(area, _)| Areas::holds(area, column, row)) {
                    app.shell.mode = Mode::Browse;
                }
                return Vec::new();
            };
            let Some(item) = app.shell.palette_items(palette).into_iter().nth(place) else {
                return Vec::new();
            };
            app.shell.mode = Mode::Browse;
            return commands::take(app, &item, stamp);
        }
        Mode::Search(bar) => {
            let line = row.checked_sub(areas.list.y).map(usize::from);
            let line = line.filter(|_| Areas::holds(areas.list, column, row));
            let line = line.and_then(|line| app.shell.hit_lines(app.view(), bar).get(line).copied());
            return match line {
                Some(HitLine::Where(place) | HitLine::Words(place)) => search_bar::take_at(app, place),
                Some(HitLine::Title(_)) | None => Vec::new(),
            };
        }
        Mode::Settings(page) => {
            let place = app.shell.setting_at(page, row).filter(|_| page.field.is_none());
            if let (Some(place), Mode::Settings(page)) = (place, &mut app.shell.mode) {
                page.pick = place;
            }
            return Vec::new();
        }
        Mode::Documents(_) => {
            return match app.shell.shelf_entry_at(row) {
                Some(place) => documents::choose(app, place, stamp.at),
                None => Vec::new(),
            };
        }
        _ => {}
    }
    let App { shell, open: Some(open) } = app else { return Vec::new() };
    if matches!(shell.mode, Mode::Question { .. }) {
        let Some(action) = open.answer_at(shell, column, row) else { return Vec::new() };
        shell.notices.clear();
        let effects = question::answer(shell, open, Some(action), stamp);
        shell.notices.tell_next();
        return effects;
    }
    click_in_document(shell, open, &areas, column, row);
    Vec::new()
}

fn click_in_document(shell: &mut Shell, open: &mut OpenDocument, areas: &Areas, column: u16, row: u16) {
    match &shell.mode {
        Mode::Decide(_) => {
            if let Some(place) = open.decision_at(shell, row) {
                shell.mode = Mode::Decide(place);
            }
            return;
        }
        Mode::StatusTable(_) => {
            if let Some(place) = open.status_table_at(shell, row) {
                shell.mode = Mode::StatusTable(place);
            }
            return;
        }
        // A click elsewhere ends a selection, as everywhere; and a command that waits for its letter.
        Mode::Select(_) | Mode::Go | Mode::Status(..) | Mode::Refused(_) => shell.mode = Mode::Browse,
        Mode::Browse => {}
        _ => return,
    }
    shell.notices.clear();
    if Areas::holds(areas.tabs, column, row) {
        if let Some((tab, _)) = open.tab_cells(shell).into_iter().find(|(_, cells)| cells.contains(&column)) {
            open.open_tab(shell, tab);
        }
    } else if Areas::holds(areas.list, column, row) {
        let index = open.view.list().top + usize::from(row - areas.list.y);
        if let Some(picked) = open.rows(shell).get(index).cloned() {
            open.view.focus = Focus::List;
            let again = open.view.list().picked == picked;
            open.view.list_mut().index = index;
            open.show_row(shell, picked.clone());
            if again && picked.folds() {
                open.view.turn_fold(&picked);
            }
        }
    } else if Areas::holds(areas.reader, column, row) || Areas::holds(areas.notes, column, row) {
        open.view.focus = Focus::Reader;
        let line = usize::from(row - areas.reader.y);
        let visible = match Areas::holds(areas.notes, column, row) {
            true => open.notes_beside(shell).rows.into_iter().nth(line).flatten(),
            false => open.visible(shell).into_iter().nth(line),
        };
        if open.view.at.is_some()
            && let Some(visible) = visible
        {
            let at = visible.paragraph;
            let which = visible.block.lines.get(visible.line).and_then(Line::note);
            let views = open.notes_at(at);
            let note = which.and_then(|which| views.get(which)).map(crate::layout::NoteView::reference);
            // A click on a sub-paragraph is about it.
            let unit = match visible.block.lines.get(visible.line) {
                Some(Line::Text(row)) => {
                    let row = visible.block.text.rows.get(*row);
                    row.and_then(|row| open.unit_at(at, row.source.start)).map(Passage::Unit)
                }
                _ => None,
            };
            open.view.passage = note.map(Passage::Note).or(unit);
            open.view.at = Some(at);
            open.pick_paragraph(shell, at);
        }
    }
}
