//! Selecting sentences, notes, characters and words; copying what is selected.

use std::ops::Range;

use super::notes;
use crate::app::{Effect, Focus, Mode, OpenDocument, Passage, Selection, Shell, Stamp, TerminalEffect};
use crate::keymap::{Action, Chord};
use crate::messages::user_message;
use crate::text;

/// `)` and `(`: the next or previous sentence; after the last one the notes.
pub fn step_sentence(shell: &mut Shell, open: &mut OpenDocument, forward: bool) {
    let Some((at, paragraph)) = open.here() else {
        shell.tell(user_message("not-on-about"));
        return;
    };
    let sentences = text::sentences(paragraph.text());
    let notes: Vec<_> = open.notes_at(at).iter().map(crate::layout::NoteView::reference).collect();
    let stops: Vec<Passage> = sentences
        .into_iter()
        .map(|range| {
            open.whole_unit(at, &range).map_or(Passage::Text { paragraph: at, range }, Passage::Unit)
        })
        .chain(notes.into_iter().map(Passage::Note))
        .collect();
    let here = match (&open.view.passage, open.selected_range(at)) {
        (_, Some(selected)) => {
            let starts = text::sentences(paragraph.text()).into_iter().map(|range| range.start);
            starts.filter(|start| *start <= selected.start).count().checked_sub(1)
        }
        (Some(note @ Passage::Note(_)), _) => stops.iter().position(|stop| stop == note),
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
            open.view.passage = Some(stop.clone());
            open.view.focus = Focus::Reader;
            open.reveal_passage(shell);
        }
        None => {
            shell.tell(if forward { user_message("passage-last") } else { user_message("passage-first") })
        }
    }
}

/// `v`: from the selected passage, else from the first character that is visible.
pub fn begin(shell: &mut Shell, open: &mut OpenDocument) {
    let Some((at, paragraph)) = open.here() else {
        shell.tell(user_message("not-on-about"));
        return;
    };
    let words = paragraph.text();
    let range = match &open.view.passage {
        Some(_) if open.selected_range(at).is_some() => open.selected_range(at).unwrap_or(0..0),
        _ => {
            let start = open
                .visible(shell)
                .iter()
                .filter(|v| v.paragraph == at)
                .map(|v| v.block.text_in(v.line..v.line + 1))
                .find(|range| !range.is_empty())
                .map_or(0, |range| range.start);
            start..text::grapheme_after(words, start)
        }
    };
    let moving = text::grapheme_before(words, range.end);
    shell.mode =
        Mode::Select(Selection { paragraph: at, fixed: range.start, moving: moving.max(range.start) });
    open.view.focus = Focus::Reader;
    open.view.passage = None;
    open.reveal_passage(shell);
}

/// The bytes that a selection covers: both ends' graphemes are in it.
pub fn covered(open: &OpenDocument, selection: &Selection) -> Range<usize> {
    let words = open.paragraph(selection.paragraph).map_or("", |p| p.text());
    let first = selection.fixed.min(selection.moving);
    let last = selection.fixed.max(selection.moving);
    first..text::grapheme_after(words, last)
}

pub fn on_select_key(
    shell: &mut Shell,
    open: &mut OpenDocument,
    chord: Chord,
    action: Option<Action>,
    stamp: &Stamp,
) -> Vec<Effect> {
    let Mode::Select(selection) = &shell.mode else { return Vec::new() };
    let mut selection = selection.clone();
    let words = open.paragraph(selection.paragraph).map_or("", |p| p.text()).to_owned();
    let end = text::grapheme_before(&words, words.len());
    let at = selection.moving;
    let finish = |shell: &mut Shell, open: &mut OpenDocument| {
        let Mode::Select(selection) = &shell.mode else { return };
        let range = covered(open, selection);
        let paragraph = selection.paragraph;
        open.view.at = Some(paragraph);
        open.view.passage = Some(Passage::Text { paragraph, range });
        shell.mode = Mode::Browse;
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
            selection.moving = row_away(shell, open, &selection, action == Some(Action::Down));
        }
        Some(Action::SwapEnds) => std::mem::swap(&mut selection.fixed, &mut selection.moving),
        Some(Action::Annotate) => {
            finish(shell, open);
            return notes::annotate(shell, open, stamp);
        }
        Some(Action::Editor) => {
            finish(shell, open);
            return notes::editor(shell, open, stamp);
        }
        Some(Action::Copy) => {
            finish(shell, open);
            return copy(shell, open);
        }
        Some(Action::Back) => {
            finish(shell, open);
            return Vec::new();
        }
        _ => {
            shell.tell_dead_key(Some(&open.view), chord);
            return Vec::new();
        }
    }
    shell.mode = Mode::Select(selection);
    open.reveal_passage(shell);
    Vec::new()
}

/// The byte one row above or below the moving end, in the same column as far as the row goes.
fn row_away(shell: &Shell, open: &OpenDocument, selection: &Selection, down: bool) -> usize {
    let Some(block) = open.block(shell, selection.paragraph) else { return selection.moving };
    let text = &block.text;
    let column = text.column_of(selection.moving, shell.ambiguous);
    let at = |row| text.byte_at(row, column, shell.ambiguous);
    let here = text.row_of(selection.moving);
    // Rows that show nothing of the text are passed over.
    let byte = if down { (here + 1..text.rows.len()).find_map(at) } else { (0..here).rev().find_map(at) };
    byte.unwrap_or(selection.moving)
}

/// Copies the selected passage or note, else the paragraph.
pub fn copy(shell: &mut Shell, open: &mut OpenDocument) -> Vec<Effect> {
    let Some((at, paragraph)) = open.here() else {
        shell.tell(user_message("not-on-about"));
        return Vec::new();
    };
    let (text, notice) = match &open.view.passage {
        Some(Passage::Text { paragraph: of, range }) => {
            let paragraph = open.paragraph(*of).unwrap_or(paragraph);
            (
                paragraph.text().get(range.clone()).unwrap_or_default().to_owned(),
                user_message("copied-passage"),
            )
        }
        Some(Passage::Note(note)) => {
            let views = open.notes_at(at);
            let view = views.iter().find(|view| view.reference() == *note);
            (view.map(|view| view.note.body.clone()).unwrap_or_default(), user_message("copied-note"))
        }
        Some(Passage::Footnote(_)) => {
            (open.followed_words().unwrap_or_default(), user_message("copied-passage"))
        }
        Some(Passage::Unit(_)) | None => {
            let label = open.target().unwrap_or_else(|| paragraph.label.clone());
            let notice = user_message("copied-paragraph").and("unit", open.unit_said_first(&label));
            (open.in_print(&label), notice)
        }
    };
    // Pasted into a shell, what does not show would be done.
    let text = text::bare(&text);
    shell.tell(notice.count("count", text.chars().count()));
    vec![Effect::Terminal(TerminalEffect::Copy(text))]
}
