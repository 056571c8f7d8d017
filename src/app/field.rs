//! A text field: `ratatui-textarea` as the edit model, moved and deleted in by grapheme, wrapped by our own
//! layout. It does not draw itself.

use ratatui_textarea::{CursorMove, TextArea};

use crate::text::{self, Ambiguous};

/// Where the caret stands after layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Caret {
    /// Row of the layout.
    pub row: usize,
    /// Column in it.
    pub column: usize,
}

/// A text that is being typed, with its caret.
#[derive(Debug, Clone)]
pub struct Field {
    area: TextArea<'static>,
}

impl Field {
    /// A field that holds a text, the caret at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area }
    }

    /// The whole text, lines joined by LF.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether nothing but white space was typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    /// The byte of [`text`](Self::text) before which the caret stands.
    #[must_use]
    pub fn caret_byte(&self) -> usize {
        let cursor = self.area.cursor();
        let above: usize = self.area.lines().iter().take(cursor.0).map(|line| line.len() + 1).sum();
        let line = self.area.lines().get(cursor.0).map_or("", String::as_str);
        above + line.char_indices().nth(cursor.1).map_or(line.len(), |(at, _)| at)
    }

    /// What stands before the caret in its line.
    #[must_use]
    pub fn before_caret(&self) -> String {
        let cursor = self.area.cursor();
        let line = self.area.lines().get(cursor.0).map_or("", String::as_str);
        line.chars().take(cursor.1).collect()
    }

    /// Puts the caret before a byte of the text.
    pub fn set_caret(&mut self, byte: usize) {
        let mut left = byte;
        for (row, line) in self.area.lines().iter().enumerate() {
            if left <= line.len() {
                let column = line.char_indices().take_while(|(at, _)| *at < left).count();
                let (row, column) =
                    (u16::try_from(row).unwrap_or(u16::MAX), u16::try_from(column).unwrap_or(u16::MAX));
                self.area.move_cursor(CursorMove::Jump(row, column));
                return;
            }
            left -= line.len() + 1;
        }
        self.area.move_cursor(CursorMove::Bottom);
        self.area.move_cursor(CursorMove::End);
    }

    /// Types a character.
    pub fn insert(&mut self, c: char) {
        self.area.insert_char(c);
    }

    /// Pastes text: line ends become LF, tabs spaces, other control characters go. A one-line field takes line
    /// ends as spaces.
    pub fn paste(&mut self, pasted: &str, one_line: bool) {
        let mut clean = String::with_capacity(pasted.len());
        let mut chars = pasted.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\r' => {
                    if chars.peek() == Some(&'\n') {
                        chars.next();
                    }
                    clean.push('\n');
                }
                '\n' => clean.push('\n'),
                '\t' => clean.push_str("    "),
                c if c.is_control() => {}
                c => clean.push(c),
            }
        }
        if one_line {
            clean = clean.replace('\n', " ");
        }
        self.area.insert_str(clean);
    }

    /// Begins a new line.
    pub fn new_line(&mut self) {
        self.area.insert_newline();
    }

    /// Deletes the grapheme before the caret.
    pub fn delete_before(&mut self) {
        let text = self.text();
        let caret = self.caret_byte();
        let start = text::grapheme_before(&text, caret);
        let chars = text.get(start..caret).map_or(1, |gone| gone.chars().count());
        for _ in 0..chars {
            self.area.delete_char();
        }
    }

    /// Deletes the grapheme after the caret.
    pub fn delete_after(&mut self) {
        let text = self.text();
        let caret = self.caret_byte();
        let end = text::grapheme_after(&text, caret);
        let chars = text.get(caret..end).map_or(1, |gone| gone.chars().count());
        for _ in 0..chars {
            self.area.delete_next_char();
        }
    }

    /// Deletes back to the beginning of the word before the caret.
    pub fn delete_word(&mut self) {
        let text = self.text();
        let caret = self.caret_byte();
        let before = text.get(..caret).unwrap_or_default();
        let start = text::words(before).last().map_or(0, |word| word.start);
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let chars = text.get(start.max(line)..caret).map_or(0, |gone| gone.chars().count());
        for _ in 0..chars.max(1) {
            self.area.delete_char();
        }
    }

    /// Deletes back to the beginning of the line.
    pub fn delete_line(&mut self) {
        self.area.delete_line_by_head();
    }

    /// Takes back the last edit.
    pub fn undo(&mut self) {
        self.area.undo();
    }

    /// Does it again.
    pub fn redo(&mut self) {
        self.area.redo();
    }

    /// One grapheme to the left.
    pub fn left(&mut self) {
        let text = self.text();
        self.set_caret(text::grapheme_before(&text, self.caret_byte()));
    }

    /// One grapheme to the right.
    pub fn right(&mut self) {
        let text = self.text();
        self.set_caret(text::grapheme_after(&text, self.caret_byte()));
    }

    /// To the beginning of the line.
    pub fn home(&mut self) {
        self.area.move_cursor(CursorMove::Head);
    }

    /// To the end of the line.
    pub fn end(&mut self) {
        self.area.move_cursor(CursorMove::End);
    }

    /// Replaces the text before the caret that is `typed` by `whole`.
    pub fn complete(&mut self, typed: &str, whole: &str) {
        for _ in 0..typed.chars().count() {
            self.area.delete_char();
        }
        self.area.insert_str(whole);
    }

    /// The rows of the text at a width, as bytes of the text.
    #[must_use]
    pub fn rows(&self, columns: usize, ambiguous: Ambiguous) -> Vec<text::Row> {
        text::lay_out(&self.text(), columns, ambiguous)
    }

    /// Where the caret stands at a width. A caret at the end of a full row stands at the next row's beginning,
    /// so that it never leaves the field.
    #[must_use]
    pub fn caret(&self, columns: usize, ambiguous: Ambiguous) -> Caret {
        let text = self.text();
        let byte = self.caret_byte();
        let rows = self.rows(columns, ambiguous);
        let row = rows.iter().rposition(|row| row.range.start <= byte).unwrap_or(0);
        let start = rows.get(row).map_or(0, |row| row.range.start);
        let column = text::width(text.get(start..byte).unwrap_or_default(), ambiguous);
        if column >= columns { Caret { row: row + 1, column: 0 } } else { Caret { row, column } }
    }

    /// The caret one laid-out row up or down, in the column nearest to where it is. `false` if there is none.
    pub fn vertical(&mut self, down: bool, columns: usize, ambiguous: Ambiguous) -> bool {
        let text = self.text();
        let rows = self.rows(columns, ambiguous);
        let caret = self.caret(columns, ambiguous);
        let target = if down { Some(caret.row + 1) } else { caret.row.checked_sub(1) };
        let Some(row) = target.and_then(|target| rows.get(target)) else { return false };
        let words = text.get(row.range.clone()).unwrap_or_default();
        self.set_caret(row.range.start + text::column_to_byte(words, caret.column, ambiguous));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_has_no_carriage_returns_and_no_control_characters() {
        let mut field = Field::new("");
        field.paste("粘贴\r两行\r\n三\x1b[31m行\t四", false);
        assert_eq!(field.text(), "粘贴\n两行\n三[31m行    四");
        let mut line = Field::new("");
        line.paste("两\r行", true);
        assert_eq!(line.text(), "两 行");
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
        assert_eq!(field.caret(20, Ambiguous::Narrow), Caret { row: 0, column: 10 });
        assert_eq!(field.caret(10, Ambiguous::Narrow), Caret { row: 1, column: 0 });
        assert_eq!(field.caret(6, Ambiguous::Narrow), Caret { row: 1, column: 4 });
        let mut lines = Field::new("一\n\n三");
        assert_eq!(lines.caret(10, Ambiguous::Narrow), Caret { row: 2, column: 2 });
        assert!(lines.vertical(false, 10, Ambiguous::Narrow));
        assert_eq!(lines.caret(10, Ambiguous::Narrow), Caret { row: 1, column: 0 });
    }
}
