//! What was laid out lately: each text once for a width.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::runs::TextRows;
use crate::model::Paragraph;
use crate::text::{self, Ambiguous};

/// The rows of a text that is wrapped plainly: a heading, a note.
type Wrapped = Rc<Vec<String>>;

/// Texts that were laid out lately. Filling it changes nothing that can be seen: it is a memory of what
/// [`TextRows::set`] and [`text::lay_out`] give, so `view` may fill it through a shared reference.
#[derive(Debug, Default)]
pub struct Layouts {
    rows: RefCell<HashMap<(usize, usize, Ambiguous), Rc<TextRows>>>,
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
}

/// How many texts are remembered before all are forgotten; a page shows some ten paragraphs.
const KEPT: usize = 512;

impl Layouts {
    /// The rows of the paragraph at a position.
    #[must_use]
    pub fn rows(
        &self,
        at: usize,
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
    pub fn wrapped(&self, words: &str, columns: usize, ambiguous: Ambiguous) -> Rc<Vec<String>> {
        self.plain(words, columns, ambiguous, Kind::Running)
    }

    /// A heading made safe and wrapped.
    #[must_use]
    pub fn heading(&self, words: &str, columns: usize, ambiguous: Ambiguous) -> Rc<Vec<String>> {
        self.plain(words, columns, ambiguous, Kind::Heading)
    }

    fn plain(&self, words: &str, columns: usize, ambiguous: Ambiguous, kind: Kind) -> Wrapped {
        let mut plain = self.plain.borrow_mut();
        let here = plain.entry((columns, ambiguous, kind)).or_default();
        if let Some(known) = here.get(words) {
            return Rc::clone(known);
        }
        self.laid_out.set(self.laid_out.get() + 1);
        let shown = text::shown(words);
        let rows = match kind {
            Kind::Running => text::lay_out(shown.as_str(), columns.max(2), ambiguous),
            Kind::Heading => text::lay_out_heading(shown.as_str(), columns.max(2), ambiguous),
        };
        let rows = rows.into_iter().map(|row| shown.as_str().get(row.range).unwrap_or_default().to_owned());
        let rows = Rc::new(rows.collect());
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
