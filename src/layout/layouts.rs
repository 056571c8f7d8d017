//! What was laid out lately: each text once for a width.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::runs::TextRows;
use crate::model::{Paragraph, ParagraphIndex};
use crate::text::{self, Ambiguous, Composed};

/// The rows of a text that is wrapped plainly: a heading, a note.
type Wrapped = Rc<Vec<String>>;

/// Texts that were laid out lately. Filling it changes nothing that can be seen: it is a memory of what
/// [`TextRows::set`] and [`text::lay_out`] give, so `view` may fill it through a shared reference.
#[derive(Debug, Default)]
pub struct Layouts {
    rows: RefCell<HashMap<(ParagraphIndex, usize, Ambiguous), Rc<TextRows>>>,
    plain: RefCell<HashMap<Setting, HashMap<String, Wrapped>>>,
    laid_out: Cell<usize>,
}

/// The columns of a plain text, and how it is set.
type Setting = (usize, Ambiguous, Kind);

/// How a plain text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    /// As [`text::lay_out`] does.
    Running,
    /// As [`text::lay_out_heading`] does.
    Heading,
    /// The same with marks of footnotes in it.
    Marked,
}

/// How many texts are remembered before all are forgotten; a page shows some ten paragraphs.
const KEPT: usize = 512;

impl Layouts {
    /// The rows of the paragraph at a position.
    #[must_use]
    pub fn rows(
        &self,
        at: ParagraphIndex,
        paragraph: &Paragraph,
        columns: usize,
        ambiguous: Ambiguous,
    ) -> Rc<TextRows> {
        let mut rows = self.rows.borrow_mut();
        if rows.len() > KEPT {
            rows.clear();
        }
        let set = || {
            self.laid_out.set(self.laid_out.get() + 1);
            Rc::new(TextRows::set(paragraph, columns, ambiguous))
        };
        Rc::clone(rows.entry((at, columns, ambiguous)).or_insert_with(set))
    }

    /// A text made safe and wrapped.
    #[must_use]
    pub fn wrapped(&self, words: &str, columns: usize, ambiguous: Ambiguous) -> Wrapped {
        self.plain(words, (columns, ambiguous, Kind::Running), || {
            let shown = text::shown(words);
            rows_of(shown.as_str(), text::lay_out(shown.as_str(), columns.max(2), ambiguous))
        })
    }

    /// A heading made safe and wrapped.
    #[must_use]
    pub fn heading(&self, words: &str, columns: usize, ambiguous: Ambiguous) -> Wrapped {
        self.plain(words, (columns, ambiguous, Kind::Heading), || {
            let shown = text::shown(words);
            rows_of(shown.as_str(), text::lay_out_heading(shown.as_str(), columns.max(2), ambiguous))
        })
    }

    /// A heading with marks of footnotes in it.
    pub(super) fn marked(&self, heading: &Composed, columns: usize, ambiguous: Ambiguous) -> Wrapped {
        self.plain(heading.as_str(), (columns, ambiguous, Kind::Marked), || {
            rows_of(heading.as_str(), heading.lay_out_heading(columns.max(2), ambiguous))
        })
    }

    fn plain(&self, words: &str, setting: Setting, set: impl FnOnce() -> Vec<String>) -> Wrapped {
        let mut plain = self.plain.borrow_mut();
        let here = plain.entry(setting).or_default();
        if let Some(known) = here.get(words) {
            return Rc::clone(known);
        }
        self.laid_out.set(self.laid_out.get() + 1);
        let rows = Rc::new(set());
        if here.len() > KEPT {
            here.clear();
        }
        here.insert(words.to_owned(), Rc::clone(&rows));
        rows
    }

    /// How many texts were laid out so far: drawing a screen again adds none.
    #[must_use]
    pub fn laid_out(&self) -> usize {
        self.laid_out.get()
    }

    /// Forgets everything: another document is on the screen.
    pub fn clear(&self) {
        self.rows.borrow_mut().clear();
        self.plain.borrow_mut().clear();
    }
}

fn rows_of(words: &str, rows: Vec<text::Row>) -> Vec<String> {
    rows.into_iter().map(|row| words.get(row.range).unwrap_or_default().to_owned()).collect()
}
