//! A text field: a text, the caret in it, what can be taken back. Moved and deleted in by grapheme, wrapped by our
//! own layout, which is kept until the text changes. It does not draw itself.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use crate::keymap::{Action, Chord};
use crate::text::{self, Ambiguous};

/// The most characters (graphemes) of a field of one line. Nobody types a longer query.
pub const LINE_LIMIT: usize = 1000;

/// The most bytes of such a field, whatever its characters are made of.
const LINE_BYTES: usize = 16 * LINE_LIMIT;

/// So many edits can be taken back.
const EDITS: usize = 1000;

/// Where the caret stands after layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Caret {
    /// Row of the layout.
    pub row: usize,
    /// Column in it.
    pub column: usize,
}

/// An edit: what stood at a byte, and what stands there since.
#[derive(Debug, Clone)]
struct Edit {
    at: usize,
    before: String,
    after: String,
}

/// The rows of the text as they were last laid out.
#[derive(Debug, Clone)]
struct Laid {
    columns: usize,
    ambiguous: Ambiguous,
    rows: Rc<Vec<text::Row>>,
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
    laid: RefCell<Option<Laid>>,
    layouts: std::cell::Cell<usize>,
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

    /// How often the text was laid out so far, for tests of what a key costs.
    #[must_use]
    pub fn layouts(&self) -> usize {
        self.layouts.get()
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
        self.laid.take();
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

    /// Does it again.
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

    /// The rows of the text at a width, as bytes of the text.
    #[must_use]
    pub fn rows(&self, columns: usize, ambiguous: Ambiguous) -> Rc<Vec<text::Row>> {
        let mut laid = self.laid.borrow_mut();
        if let Some(laid) =
            laid.as_ref().filter(|laid| (laid.columns, laid.ambiguous) == (columns, ambiguous))
        {
            return Rc::clone(&laid.rows);
        }
        self.layouts.set(self.layouts.get() + 1);
        let rows = Rc::new(text::lay_out(&self.text, columns, ambiguous));
        *laid = Some(Laid { columns, ambiguous, rows: Rc::clone(&rows) });
        rows
    }

    /// Where the caret stands at a width. A caret at the end of a full row stands at the next row's beginning,
    /// so that it never leaves the field.
    #[must_use]
    pub fn caret(&self, columns: usize, ambiguous: Ambiguous) -> Caret {
        let rows = self.rows(columns, ambiguous);
        let row = text::row_of(&rows, self.caret);
        let start = rows.get(row).map_or(0, |row| row.range.start);
        let column = text::width(self.text.get(start..self.caret).unwrap_or_default(), ambiguous);
        if column >= columns { Caret { row: row + 1, column: 0 } } else { Caret { row, column } }
    }

    /// The caret one laid-out row up or down, in the column nearest to where it is. `false` if there is none.
    pub fn vertical(&mut self, down: bool, columns: usize, ambiguous: Ambiguous) -> bool {
        let rows = self.rows(columns, ambiguous);
        let caret = self.caret(columns, ambiguous);
        let target = if down { Some(caret.row + 1) } else { caret.row.checked_sub(1) };
        let Some(row) = target.and_then(|target| rows.get(target)) else { return false };
        let words = self.text.get(row.range.clone()).unwrap_or_default();
        self.set_caret(row.range.start + text::column_to_byte(words, caret.column, ambiguous));
        true
    }

    /// The part of a field of one line that is seen in so many columns, the caret in it: from which byte on, and the
    /// caret's column. Goes back from the caret, and no further than is seen.
    #[must_use]
    pub fn window(&self, columns: usize, ambiguous: Ambiguous) -> (usize, usize) {
        let (mut start, mut column) = (self.caret, 0);
        while start > 0 {
            let before = text::grapheme_before(&self.text, start);
            let width = text::width(self.text.get(before..start).unwrap_or_default(), ambiguous);
            if column + width >= columns {
                break;
            }
            (start, column) = (before, column + width);
        }
        (start, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NARROW: Ambiguous = Ambiguous::Narrow;

    #[test]
    fn a_paste_has_no_carriage_returns_and_no_control_characters() {
        let mut field = Field::new("");
        assert!(field.paste("粘贴\r两行\r\n三\x1b[31m行\t四\u{2028}五"));
        assert_eq!(field.text(), "粘贴\n两行\n三行    四\n五");
        let mut line = Field::line("");
        assert!(line.paste("两\r行\u{b}三"));
        assert_eq!(line.text(), "两 行 三");
    }

    #[test]
    fn what_ends_a_line_does_so_as_a_key_too() {
        for c in ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}', '\n'] {
            let mut field = Field::new("一");
            field.insert(c);
            field.insert('二');
            assert_eq!(field.text(), "一\n二", "{c:?}");
            let mut line = Field::line("一");
            line.insert(c);
            assert_eq!(line.text(), "一 ", "{c:?}");
        }
    }

    #[test]
    fn a_line_takes_a_thousand_characters_and_says_that_there_were_more() {
        let mut line = Field::line("头");
        assert!(!line.paste(&"e\u{301}".repeat(5000)));
        assert_eq!(line.text(), format!("头{}", "e\u{301}".repeat(999)));
        assert!(!line.insert('x'));
        line.delete_before();
        assert!(line.insert('x'));
        assert!(Field::new("").paste(&"x".repeat(5000)));
        let mut piled = Field::line("头");
        assert!(!piled.paste(&format!("a{}", "\u{301}".repeat(100_000))));
        assert_eq!(piled.text(), "头");
    }

    #[test]
    fn backspace_takes_a_whole_grapheme() {
        let mut field = Field::new("ae\u{301}");
        field.delete_before();
        assert_eq!(field.text(), "a");
        let mut field = Field::new("家👨‍👩‍👧");
        field.left();
        assert_eq!(field.caret_byte(), "家".len());
        field.delete_after();
        assert_eq!(field.text(), "家");
    }

    #[test]
    fn the_caret_is_where_the_next_character_will_be_drawn() {
        let field = Field::new("委员会决定");
        assert_eq!(field.caret(20, NARROW), Caret { row: 0, column: 10 });
        assert_eq!(field.caret(10, NARROW), Caret { row: 1, column: 0 });
        assert_eq!(field.caret(6, NARROW), Caret { row: 1, column: 4 });
        let mut lines = Field::new("一\n\n三");
        assert_eq!(lines.caret(10, NARROW), Caret { row: 2, column: 2 });
        assert!(lines.vertical(false, 10, NARROW));
        assert_eq!(lines.caret(10, NARROW), Caret { row: 1, column: 0 });
    }

    #[test]
    fn the_caret_goes_anywhere_in_a_line_of_a_hundred_thousand_columns() {
        let mut field = Field::new(&"字".repeat(100_000));
        for at in [99_999, 65_537, 65_536, 65_535, 40_000, 1] {
            field.set_caret(at * 3);
            assert_eq!(field.caret_byte(), at * 3);
            field.left();
            assert_eq!(field.caret_byte(), at * 3 - 3);
        }
        field.end();
        assert!(field.vertical(false, 80, NARROW));
        assert_eq!(field.caret_byte(), 300_000 - 120);
        field.insert('中');
        assert_eq!(field.text().find('中'), Some(300_000 - 120));
        let mut lines = Field::new(&"\n".repeat(100_000));
        lines.set_caret(70_000);
        assert_eq!(lines.caret(80, NARROW), Caret { row: 70_000, column: 0 });
        assert!(lines.vertical(true, 80, NARROW));
        assert_eq!(lines.caret_byte(), 70_001);
    }

    #[test]
    fn a_text_is_laid_out_once_for_all_who_ask() {
        let mut field = Field::new(&"字".repeat(1000));
        for _ in 0..50 {
            field.left();
            field.vertical(false, 80, NARROW);
            let _ = field.caret(80, NARROW);
            let _ = field.rows(80, NARROW);
        }
        assert_eq!(field.layouts(), 1);
        field.insert('x');
        let _ = field.caret(80, NARROW);
        assert_eq!(field.layouts(), 2);
    }

    #[test]
    fn words_and_lines_are_deleted_backwards() {
        let mut field = Field::new("one two\nthree four");
        field.delete_word();
        assert_eq!(field.text(), "one two\nthree ");
        field.delete_line();
        assert_eq!(field.text(), "one two\n");
        field.delete_word();
        assert_eq!(field.text(), "one two");
        field.undo();
        field.undo();
        assert_eq!(field.text(), "one two\nthree ");
        field.redo();
        assert_eq!((field.text(), field.caret_byte()), ("one two\n", 8));
    }

    #[test]
    fn the_caret_goes_by_words_and_over_the_ends_of_lines() {
        let mut field = Field::new("one two\n 三 four");
        let steps = |field: &mut Field, action: Action| -> Vec<usize> {
            let step = |_| {
                field.edit(Chord::char('x'), Some(action));
                field.caret_byte()
            };
            (0..6).map(step).collect()
        };
        assert_eq!(steps(&mut field, Action::WordLeft), [13, 9, 8, 7, 4, 0]);
        assert_eq!(steps(&mut field, Action::WordRight), [3, 7, 8, 12, 17, 17]);
        assert_eq!(field.text(), "one two\n 三 four");
        assert_eq!(field.edit(Chord::char('x'), Some(Action::Take)), None, "not a field's business");
        assert_eq!(field.edit(Chord::char('x'), None), Some(true));
        assert_eq!(field.text(), "one two\n 三 fourx");
    }

    proptest! {
        #[test]
        fn every_edit_can_be_taken_back(text in "[ab 字\u{301}\n]{0,20}", edits in prop::collection::vec(0_u8..9, 0..30)) {
            let mut field = Field::new(&text);
            for edit in &edits {
                match edit {
                    0 => field.delete_before(),
                    1 => field.delete_after(),
                    2 => field.delete_word(),
                    3 => field.delete_line(),
                    4 => { field.insert('x'); }
                    5 => { field.paste("字\u{2028}y"); }
                    6 => field.left(),
                    7 => field.home(),
                    _ => field.right(),
                }
                prop_assert!(field.text().is_char_boundary(field.caret_byte()));
            }
            for _ in &edits {
                field.undo();
            }
            prop_assert_eq!(field.text(), text);
        }

        #[test]
        fn what_is_seen_of_a_line_holds_the_caret(text in "[a字\u{301}👩\u{200d}]{0,60}", columns in 2_usize..20) {
            let field = Field::line(&text);
            let (start, column) = field.window(columns, NARROW);
            prop_assert!(column < columns);
            let seen = field.text().get(start..field.caret_byte()).unwrap();
            prop_assert_eq!(text::width(seen, NARROW), column);
        }
    }
}
