//! A text field: a text, the caret in it, what can be taken back. Moved and deleted in by grapheme. What needs a width
//! is not here but in `layout`, and it does not draw itself.
//!
//! # Files
//!
//! - `layout`: A field at a width: its rows, kept until the text changes, the caret's cell, moving by rows

mod layout;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::keymap::{Action, Chord};
use crate::text::{self, Ambiguous};
pub use layout::Caret;
use layout::LayoutCache;

/// The most characters (graphemes) of a field of one line. Nobody types a longer query.
pub const LINE_LIMIT: usize = 1000;

/// The most bytes of such a field, whatever its characters are made of.
const LINE_BYTES: usize = 16 * LINE_LIMIT;

/// So many edits can be taken back.
const EDITS: usize = 1000;

/// An edit: what stood at a byte, and what stands there since.
#[derive(Debug, Clone)]
struct Edit {
    at: usize,
    before: String,
    after: String,
}

/// A text that is being typed, with its caret.
#[derive(Debug, Clone, Default)]
pub struct Field {
    text: String,
    /// The byte before which the caret stands; always between two characters.
    caret: usize,
    /// How many line ends it has.
    ends: usize,
    one_line: bool,
    done: Vec<Edit>,
    undone: Vec<Edit>,
    layout: LayoutCache,
}

impl Field {
    /// A field that holds a text, the caret at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let ends = text.matches('\n').count();
        Self { text: text.to_owned(), caret: text.len(), ends, ..Self::default() }
    }

    /// A field of one line, of at most [`LINE_LIMIT`] characters.
    #[must_use]
    pub fn line(text: &str) -> Self {
        Self { one_line: true, ..Self::new(text) }
    }

    /// The whole text, lines joined by LF.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many lines it has.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.ends + 1
    }

    /// Whether nothing but white space was typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The byte of [`text`](Self::text) before which the caret stands.
    #[must_use]
    pub fn caret_byte(&self) -> usize {
        self.caret
    }

    /// What stands before the caret in its line.
    #[must_use]
    pub fn before_caret(&self) -> &str {
        self.text.get(self.line_start()..self.caret).unwrap_or_default()
    }

    /// Puts the caret before a byte of the text.
    pub fn set_caret(&mut self, byte: usize) {
        let mut at = byte.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        self.caret = at;
    }

    /// Does what a key means where text is typed ([`Scope::Field`](crate::keymap::Scope::Field)); a key without a meaning
    /// types its character. None if it does nothing here; false if there was no room for what was typed.
    pub fn edit(&mut self, chord: Chord, action: Option<Action>) -> Option<bool> {
        match action {
            None => return chord.plain_char().map(|c| self.insert(c)),
            Some(Action::CharLeft) => self.left(),
            Some(Action::CharRight) => self.right(),
            Some(Action::WordLeft) => self.word_left(),
            Some(Action::WordRight) => self.word_right(),
            Some(Action::LineStart) => self.home(),
            Some(Action::LineEnd) => self.end(),
            Some(Action::DeleteBefore) => self.delete_before(),
            Some(Action::DeleteAfter) => self.delete_after(),
            Some(Action::DeleteWord) => self.delete_word(),
            Some(Action::DeleteLine) => self.delete_line(),
            Some(Action::Undo) => self.undo(),
            Some(Action::Redo) => self.redo(),
            Some(_) => return None,
        }
        Some(true)
    }

    fn line_start(&self) -> usize {
        let before = self.text.get(..self.caret).unwrap_or_default();
        before.rfind('\n').map_or(0, |at| at + 1)
    }

    /// Puts other text in the place of a part of the text, and the caret behind it.
    fn replace(&mut self, range: Range<usize>, with: &str) {
        let Some(before) = self.text.get(range.clone()).map(str::to_owned) else { return };
        if before == with {
            return;
        }
        self.swap(range.start, &before, with);
        if self.done.len() >= EDITS {
            self.done.remove(0);
        }
        self.done.push(Edit { at: range.start, before, after: with.to_owned() });
        self.undone.clear();
    }

    /// Puts the words `to` in the place of `from`, which stand at a byte, and the caret behind them.
    fn swap(&mut self, at: usize, from: &str, to: &str) {
        let ends = |words: &str| words.matches('\n').count();
        self.ends = self.ends + ends(to) - ends(from);
        self.text.replace_range(at..at + from.len(), to);
        self.caret = at + to.len();
        self.layout.forget();
    }

    /// Types a character. False if a line has no room for it.
    pub fn insert(&mut self, c: char) -> bool {
        // A key can be anything that a terminal sends: what ends a line does so here too.
        self.put(&text::pasted(c.encode_utf8(&mut [0; 4])))
    }

    /// Pastes text as words ([`text::pasted`]). A field of one line takes line ends as spaces, and as much as it has
    /// room for; false if that is not all.
    pub fn paste(&mut self, pasted: &str) -> bool {
        self.put(&text::pasted(pasted))
    }

    fn put(&mut self, words: &str) -> bool {
        if !self.one_line {
            self.replace(self.caret..self.caret, words);
            return true;
        }
        let words = words.replace('\n', " ");
        let count =
            |text: &str, most: usize| text::graphemes_with_width(text, Ambiguous::Narrow).take(most).count();
        let room = LINE_LIMIT.saturating_sub(count(&self.text, LINE_LIMIT));
        // A character can be a letter under any number of marks.
        let most = LINE_BYTES.saturating_sub(self.text.len());
        let end = text::graphemes_with_width(&words, Ambiguous::Narrow)
            .enumerate()
            .find(|(count, (at, grapheme, _))| *count >= room || at + grapheme.len() > most)
            .map(|(_, (at, ..))| at);
        self.replace(self.caret..self.caret, end.and_then(|end| words.get(..end)).unwrap_or(&words));
        end.is_none()
    }

    /// Begins a new line.
    pub fn new_line(&mut self) {
        self.put("\n");
    }

    /// Deletes the grapheme before the caret.
    pub fn delete_before(&mut self) {
        self.replace(text::grapheme_before(&self.text, self.caret)..self.caret, "");
    }

    /// Deletes the grapheme after the caret.
    pub fn delete_after(&mut self) {
        self.replace(self.caret..text::grapheme_after(&self.text, self.caret), "");
    }

    /// Deletes back to the beginning of the word before the caret; at a line's beginning, the line end before it.
    pub fn delete_word(&mut self) {
        let line = self.line_start();
        if line == self.caret {
            return self.delete_before();
        }
        self.replace(self.word_start()..self.caret, "");
    }

    /// Where the word before the caret begins, in its line.
    fn word_start(&self) -> usize {
        self.line_start() + text::words(self.before_caret()).last().map_or(0, |word| word.start)
    }

    /// Deletes back to the beginning of the line; there, the line end before it.
    pub fn delete_line(&mut self) {
        let line = self.line_start();
        if line == self.caret {
            return self.delete_before();
        }
        self.replace(line..self.caret, "");
    }

    /// Takes back the last edit.
    pub fn undo(&mut self) {
        let Some(edit) = self.done.pop() else { return };
        self.swap(edit.at, &edit.after, &edit.before);
        self.undone.push(edit);
    }

    /// Does the edit again that was last taken back.
    pub fn redo(&mut self) {
        let Some(edit) = self.undone.pop() else { return };
        self.swap(edit.at, &edit.before, &edit.after);
        self.done.push(edit);
    }

    /// One grapheme to the left.
    pub fn left(&mut self) {
        self.caret = text::grapheme_before(&self.text, self.caret);
    }

    /// One grapheme to the right.
    pub fn right(&mut self) {
        self.caret = text::grapheme_after(&self.text, self.caret);
    }

    /// To the beginning of the word before the caret; at a line's beginning, to the end of the line before.
    pub fn word_left(&mut self) {
        if self.line_start() == self.caret { self.left() } else { self.caret = self.word_start() }
    }

    /// To the end of the word after the caret; at a line's end, to the beginning of the next line.
    pub fn word_right(&mut self) {
        let rest = self.text.get(self.caret..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        match text::words(line).first() {
            Some(word) => self.caret += word.end,
            None if line.is_empty() => self.right(),
            None => self.caret += line.len(),
        }
    }

    /// To the beginning of the line.
    pub fn home(&mut self) {
        self.caret = self.line_start();
    }

    /// To the end of the line.
    pub fn end(&mut self) {
        let rest = self.text.get(self.caret..).unwrap_or_default();
        self.caret += rest.find('\n').unwrap_or(rest.len());
    }

    /// Replaces the text before the caret that is `typed` by `whole`.
    pub fn complete(&mut self, typed: &str, whole: &str) {
        let before = self.text.get(..self.caret).unwrap_or_default();
        if before.ends_with(typed) {
            self.replace(self.caret - typed.len()..self.caret, whole);
        }
    }
}
