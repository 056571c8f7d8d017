//! The mouse: the wheel scrolls what is under it, a click picks, a double click takes a word, dragging selects
//! text and leaves one in the selection, whose footer offers `a` and `y`.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::{browse, documents, overlays, search};
use crate::app::{App, Effect, Focus, HitLine, Mode, Passage, Selection, Stamp};
use crate::page::{Areas, Line};
use crate::text;

/// Two presses on a cell within so many milliseconds are a double click.
const DOUBLE: u64 = 400;

/// Rows that one notch of the wheel scrolls.
const NOTCH: isize = 3;

pub fn on_mouse(app: &mut App, event: MouseEvent, stamp: &Stamp) -> Vec<Effect> {
    let (column, row) = (event.column, event.row);
    if app.opening || app.areas().too_small() {
        return Vec::new();
    }
    app.lock.note_mouse(stamp.burst);
    if !matches!(event.kind, MouseEventKind::Moved | MouseEventKind::Up(_)) {
        // What was typed before is done with: a number, the first of two q.
        app.goto = None;
        app.quitting = false;
    }
    match event.kind {
        MouseEventKind::ScrollDown => wheel(app, column, row, NOTCH),
        MouseEventKind::ScrollUp => wheel(app, column, row, -NOTCH),
        MouseEventKind::Down(MouseButton::Left) => {
            let before = app.mouse.pressed.replace((column, row, stamp.millis));
            let again = |(x, y, at): (u16, u16, u64)| {
                (x, y) == (column, row) && stamp.millis - at.min(stamp.millis) < DOUBLE
            };
            if before.is_some_and(again) && take_word(app, column, row) {
                return Vec::new();
            }
            return click(app, column, row, stamp);
        }
        MouseEventKind::Drag(MouseButton::Left) => drag(app, column, row),
        _ => {}
    }
    Vec::new()
}

fn wheel(app: &mut App, column: u16, row: u16, rows: isize) {
    let areas = app.areas();
    match &mut app.mode {
        Mode::Help(help) => help.top = help.top.saturating_add_signed(rows),
        Mode::Decide(pick) | Mode::StatusTable(pick) => *pick = pick.saturating_add_signed(rows.signum()),
        // Not while selecting: the paragraph that is selected in must stay the one that commands act on.
        Mode::Browse => {
            if Areas::holds(areas.list, column, row) {
                app.move_list(rows);
            } else if Areas::holds(areas.reader, column, row) {
                app.scroll(rows);
            }
        }
        _ => {}
    }
}

/// The paragraph and the byte of its stored text at a cell of the reader; the nearest one of a row's text.
fn text_at(app: &App, column: u16, row: u16) -> Option<(usize, usize)> {
    let area = app.areas().reader;
    if !Areas::holds(area, column, row) || app.at.is_none() {
        return None;
    }
    let visible = app.visible().into_iter().nth(usize::from(row - area.y))?;
    let Some(Line::Text(line)) = visible.block.lines.get(visible.line) else { return None };
    let rows = &visible.block.text;
    let set = rows.rows.get(*line)?;
    let words = rows.text.as_str().get(set.shown.clone())?;
    let column = usize::from(column - area.x).saturating_sub(set.indent);
    let within = text::column_to_byte(words, column, app.ambiguous);
    let within = if within >= words.len() { text::grapheme_before(words, words.len()) } else { within };
    let byte = set.shown.start + within;
    Some((visible.paragraph, rows.text.source_range(byte..byte).start))
}

/// Dragging from a text selects as far as the pointer, within the paragraph where it began.
fn drag(app: &mut App, column: u16, row: u16) {
    let Some((x, y, _)) = app.mouse.pressed else { return };
    let Some((paragraph, moving)) = text_at(app, column, row) else { return };
    match &mut app.mode {
        Mode::Select(selection) if selection.paragraph == paragraph => selection.moving = moving,
        Mode::Browse => {
            let Some((begun, fixed)) = text_at(app, x, y).filter(|(begun, _)| *begun == paragraph) else {
                return;
            };
            app.at = Some(begun);
            app.focus = Focus::Reader;
            app.passage = None;
            app.mode = Mode::Select(Selection { paragraph, fixed, moving });
        }
        _ => {}
    }
}

/// A double click selects the word under it; `false` if there is none.
fn take_word(app: &mut App, column: u16, row: u16) -> bool {
    if !matches!(app.mode, Mode::Browse | Mode::Select(_)) {
        return false;
    }
    let Some((at, byte)) = text_at(app, column, row) else { return false };
    let words = app.paragraph(at).map(|paragraph| text::words(paragraph.text())).unwrap_or_default();
    let Some(range) = words.into_iter().find(|word| word.contains(&byte)) else { return false };
    app.mode = Mode::Browse;
    app.at = Some(at);
    app.focus = Focus::Reader;
    app.passage = Some(Passage::Text { paragraph: at, range });
    app.pick_paragraph(at);
    true
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
        Mode::Palette(palette) => {
            let Some(place) = app.palette_row_at(column, row) else {
                let inside = app.palette_area().is_some_and(|(area, _)| Areas::holds(area, column, row));
                if !inside {
                    app.mode = Mode::Browse;
                }
                return Vec::new();
            };
            let Some(item) = app.palette_items(palette).into_iter().nth(place) else { return Vec::new() };
            app.mode = Mode::Browse;
            return browse::act(app, item.action, stamp);
        }
        Mode::Search(bar) => {
            let line = row.checked_sub(areas.list.y).map(usize::from);
            let line = line.filter(|_| Areas::holds(areas.list, column, row));
            let line = line.and_then(|line| app.hit_lines(bar).get(line).copied());
            return match line {
                Some(HitLine::Where(place) | HitLine::Words(place)) => search::take_at(app, place),
                Some(HitLine::Title(_)) | None => Vec::new(),
            };
        }
        Mode::Decide(_) => {
            if let Some(place) = app.decision_at(row) {
                app.mode = Mode::Decide(place);
            }
            return Vec::new();
        }
        Mode::StatusTable(_) => {
            if let Some(place) = app.status_table_at(row) {
                app.mode = Mode::StatusTable(place);
            }
            return Vec::new();
        }
        Mode::Documents(_) => {
            return match app.shelf_entry_at(row) {
                Some(place) => documents::choose(app, place, stamp.at),
                None => Vec::new(),
            };
        }
        // A click elsewhere ends a selection, as everywhere; and a command that waits for its letter.
        Mode::Select(_) | Mode::Go | Mode::Status(..) | Mode::Refused(_) => app.mode = Mode::Browse,
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
                    Line::NoteHead(which)
                    | Line::NoteQuote(which, _)
                    | Line::NoteBody(which, _)
                    | Line::NoteOther(which, _)
                    | Line::NoteOtherText(which, _),
                ) => app.notes_at(at).get(*which).map(crate::page::NoteView::reference),
                _ => None,
            };
            app.passage = note.map(Passage::Note);
            app.at = Some(at);
            app.pick_paragraph(at);
        }
    }
    Vec::new()
}
