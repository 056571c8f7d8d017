//! Selecting sentences, notes, characters and words; copying what is selected.

use std::ops::Range;

use super::keys::dead_key;
use super::notes;
use crate::app::{App, Effect, Focus, Mode, Passage, Selection, Stamp};
use crate::keymap::{Action, Chord};
use crate::messages::said;
use crate::text;

/// `)` and `(`: the next or previous sentence; after the last one the notes.
pub fn step_sentence(app: &mut App, forward: bool) {
    let Some((at, paragraph)) = app.here() else {
        app.notice = Some(said("not-on-about"));
        return;
    };
    let sentences = text::sentences(paragraph.text());
    let notes: Vec<_> = app.notes_at(at).iter().map(crate::page::NoteView::reference).collect();
    let stops: Vec<Passage> = sentences
        .into_iter()
        .map(|range| Passage::Text { paragraph: at, range })
        .chain(notes.into_iter().map(Passage::Note))
        .collect();
    let here = match &app.passage {
        Some(Passage::Text { paragraph, range }) if *paragraph == at => {
            let inside =
                |stop: &Passage| matches!(stop, Passage::Text { range: s, .. } if s.start <= range.start);
            stops.iter().rposition(inside)
        }
        Some(note @ Passage::Note(_)) => stops.iter().position(|stop| stop == note),
        _ => None,
    };
    let target = match (here, forward) {
        (None, true) => Some(0),
        (None, false) => stops.len().checked_sub(1),
        (Some(place), true) => Some(place + 1).filter(|place| *place < stops.len()),
        (Some(place), false) => place.checked_sub(1),
    };
    match target.and_then(|place| stops.get(place)) {
        Some(stop) => {
            app.passage = Some(stop.clone());
            app.focus = Focus::Reader;
            app.reveal_passage();
        }
        None => app.notice = Some(if forward { said("passage-last") } else { said("passage-first") }),
    }
}

/// `v`: from the selected passage, else from the first character that is visible.
pub fn begin(app: &mut App) {
    let Some((at, paragraph)) = app.here() else {
        app.notice = Some(said("not-on-about"));
        return;
    };
    let words = paragraph.text();
    let range = match &app.passage {
        Some(Passage::Text { paragraph, range }) if *paragraph == at => range.clone(),
        _ => {
            let start = app
                .visible()
                .iter()
                .filter(|v| v.paragraph == at)
                .map(|v| v.block.text_in(v.line..v.line + 1))
                .find(|range| !range.is_empty())
                .map_or(0, |range| range.start);
            start..text::grapheme_after(words, start)
        }
    };
    let moving = text::grapheme_before(words, range.end);
    app.mode = Mode::Select(Selection { paragraph: at, fixed: range.start, moving: moving.max(range.start) });
    app.focus = Focus::Reader;
    app.passage = None;
    app.reveal_passage();
}

/// The bytes that a selection covers: both ends' graphemes are in it.
pub fn covered(app: &App, selection: &Selection) -> Range<usize> {
    let words = app.paragraph(selection.paragraph).map_or("", |p| p.text());
    let first = selection.fixed.min(selection.moving);
    let last = selection.fixed.max(selection.moving);
    first..text::grapheme_after(words, last)
}

pub fn on_select_key(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    let Mode::Select(selection) = &app.mode else { return Vec::new() };
    let mut selection = selection.clone();
    let words = app.paragraph(selection.paragraph).map_or("", |p| p.text()).to_owned();
    let end = text::grapheme_before(&words, words.len());
    let at = selection.moving;
    let finish = |app: &mut App| {
        let Mode::Select(selection) = &app.mode else { return };
        let range = covered(app, selection);
        let paragraph = selection.paragraph;
        app.at = Some(paragraph);
        app.passage = Some(Passage::Text { paragraph, range });
        app.mode = Mode::Browse;
    };
    match action {
        Some(Action::CharRight) => selection.moving = text::grapheme_after(&words, at).min(end),
        Some(Action::CharLeft) => selection.moving = text::grapheme_before(&words, at),
        Some(Action::WordRight) => {
            // As vim's `e`: to the end of this word, then of the next.
            let next = text::words(&words)
                .into_iter()
                .map(|w| text::grapheme_before(&words, w.end))
                .find(|e| *e > at);
            selection.moving = next.unwrap_or(end);
        }
        Some(Action::WordLeft) => {
            selection.moving =
                text::words(&words).into_iter().map(|w| w.start).rfind(|s| *s < at).unwrap_or(0);
        }
        Some(Action::NextSentence) => {
            let ends = text::sentences(&words).into_iter().map(|s| text::grapheme_before(&words, s.end));
            selection.moving = ends.into_iter().find(|e| *e > at).unwrap_or(end);
        }
        Some(Action::PreviousSentence) => {
            selection.moving =
                text::sentences(&words).into_iter().map(|s| s.start).rfind(|s| *s < at).unwrap_or(0);
        }
        Some(Action::Down | Action::Up) => {
            selection.moving = row_away(app, &selection, action == Some(Action::Down));
        }
        Some(Action::SwapEnds) => std::mem::swap(&mut selection.fixed, &mut selection.moving),
        Some(Action::Annotate) => {
            finish(app);
            return notes::annotate(app, stamp);
        }
        Some(Action::Editor) => {
            finish(app);
            return notes::editor(app, stamp);
        }
        Some(Action::Copy) => {
            finish(app);
            return copy(app);
        }
        Some(Action::Back) => {
            finish(app);
            return Vec::new();
        }
        _ => {
            dead_key(app, chord);
            return Vec::new();
        }
    }
    app.mode = Mode::Select(selection);
    app.reveal_passage();
    Vec::new()
}

/// The byte one row above or below the moving end, in the same column as far as the row goes.
fn row_away(app: &App, selection: &Selection, down: bool) -> usize {
    let Some(block) = app.block(selection.paragraph) else { return selection.moving };
    let rows = &block.text.rows;
    let shown = &block.text.text;
    let here = block.text.row_of(selection.moving);
    let target = if down { Some(here + 1) } else { here.checked_sub(1) };
    let (Some(row), Some(target)) = (rows.get(here), target.and_then(|target| rows.get(target))) else {
        return selection.moving;
    };
    let byte = shown.shown_range(selection.moving..selection.moving).start;
    let before = shown.as_str().get(row.shown.start..byte.max(row.shown.start)).unwrap_or_default();
    let column = row.indent + text::width(before, app.ambiguous);
    let words = shown.as_str().get(target.shown.clone()).unwrap_or_default();
    let within = text::column_to_byte(words, column.saturating_sub(target.indent), app.ambiguous);
    let within = if within >= words.len() { text::grapheme_before(words, words.len()) } else { within };
    let byte = target.shown.start + within;
    shown.source_range(byte..byte).start
}

/// Copies the selected passage or note, else the paragraph.
pub fn copy(app: &mut App) -> Vec<Effect> {
    let Some((at, paragraph)) = app.here() else {
        app.notice = Some(said("not-on-about"));
        return Vec::new();
    };
    let (text, notice) = match &app.passage {
        Some(Passage::Text { paragraph: of, range }) => {
            let paragraph = app.paragraph(*of).unwrap_or(paragraph);
            (paragraph.text().get(range.clone()).unwrap_or_default().to_owned(), said("copied-passage"))
        }
        Some(Passage::Note(note)) => {
            let views = app.notes_at(at);
            let view = views.iter().find(|view| view.reference() == *note);
            (view.map(|view| view.note.body.clone()).unwrap_or_default(), said("copied-note"))
        }
        None => {
            let text = format!("{}. {}", paragraph.number, paragraph.text());
            (text, said("copied-paragraph").with("number", &paragraph.number))
        }
    };
    // Pasted into a shell, what does not show would be done.
    let text = text::bare(&text);
    app.notice = Some(notice.count("count", text.chars().count()));
    vec![Effect::Copy(text)]
}
