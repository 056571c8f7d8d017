//! A field at a width: its rows, kept until the text changes, the caret's cell, moving by rows. Nothing is typed here.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::Field;
use crate::text::{self, Ambiguous};

/// The cell of the caret, counted from the field's first row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Caret {
    /// Row of the layout, from 0; one past the last where a full last row ends in the caret.
    pub row: usize,
    /// Column of that row, from 0.
    pub column: usize,
}

/// The rows of a text at a width.
#[derive(Debug, Clone)]
struct Laid {
    columns: usize,
    ambiguous: Ambiguous,
    rows: Rc<Vec<text::Row>>,
}

/// A text's rows as they were last laid out.
#[derive(Debug, Clone, Default)]
pub(super) struct LayoutCache {
    laid: RefCell<Option<Laid>>,
    /// How often the text was laid out.
    made: Cell<usize>,
}

impl LayoutCache {
    /// The text has changed.
    pub(super) fn forget(&mut self) {
        self.laid.take();
    }

    fn rows(&self, text: &str, columns: usize, ambiguous: Ambiguous) -> Rc<Vec<text::Row>> {
        let mut laid = self.laid.borrow_mut();
        if let Some(laid) = &*laid
            && (laid.columns, laid.ambiguous) == (columns, ambiguous)
        {
            return Rc::clone(&laid.rows);
        }
        self.made.set(self.made.get() + 1);
        let rows = Rc::new(text::lay_out(text, columns, ambiguous));
        *laid = Some(Laid { columns, ambiguous, rows: Rc::clone(&rows) });
        rows
    }
}

impl Field {
    /// The rows of the text at a width, as bytes of the text.
    #[must_use]
    pub fn rows(&self, columns: usize, ambiguous: Ambiguous) -> Rc<Vec<text::Row>> {
        self.layout.rows(&self.text, columns, ambiguous)
    }

    /// How often the text was laid out so far, for tests of what a key costs.
    #[must_use]
    pub fn layouts(&self) -> usize {
        self.layout.made.get()
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
