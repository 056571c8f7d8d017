//! A paragraph's text set in rows, once per paragraph and width.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use crate::model::Paragraph;
use crate::text::{self, Ambiguous, Shown};

/// A row of a paragraph's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRow {
    /// Bytes of the stored text that the row stands for, its swallowed space included: rows leave no gap.
    pub source: Range<usize>,
    /// Bytes of the safe text to draw.
    pub shown: Range<usize>,
    /// Columns left free before it, below the hanging number or label.
    pub indent: usize,
    /// What hangs in the margin of its first row: `18.`, `(a)`.
    pub hang: Option<String>,
}

/// A paragraph set in rows.
#[derive(Debug, Clone)]
pub struct TextRows {
    /// The safe text that [`TextRow::shown`] counts in.
    pub text: Shown<'static>,
    /// The rows in order.
    pub rows: Vec<TextRow>,
}

impl TextRows {
    /// Sets a paragraph in rows of at most `columns`.
    #[must_use]
    pub fn set(paragraph: &Paragraph, columns: usize, ambiguous: Ambiguous) -> Self {
        let stored = paragraph.text();
        let shown = text::shown(stored).into_owned();
        let number = format!("{}.", text::shown_line(paragraph.label.as_str()));
        let margin = (text::width(&number, ambiguous) + 1).clamp(4, (columns / 3).max(4));
        let mut rows: Vec<TextRow> = Vec::new();
        for part in paragraph.parts() {
            let label = match part.level {
                0 => number.clone(),
                _ => shown.as_str().get(shown.shown_range(part.label.clone())).unwrap_or_default().to_owned(),
            };
            let step = usize::from(part.level) * 4;
            let indent = if margin + step + 10 <= columns { margin + step } else { margin.min(columns / 3) };
            let body = shown.shown_range(part.body.clone());
            let words = shown.as_str().get(body.clone()).unwrap_or_default();
            let laid = text::lay_out(words, columns.saturating_sub(indent).max(2), ambiguous);
            for (at, row) in laid.iter().enumerate() {
                let drawn = body.start + row.range.start..body.start + row.range.end;
                let first = if at == 0 { part.label.start } else { 0 };
                let start = shown.source_range(drawn.clone()).start;
                let end = shown.source_range(body.start + row.next..body.start + row.next).start;
                rows.push(TextRow {
                    source: if at == 0 { first.min(start)..end } else { start..end },
                    shown: drawn,
                    indent,
                    hang: (at == 0).then(|| label.clone()),
                });
            }
        }
        if let Some(last) = rows.last_mut() {
            last.source.end = stored.len();
        }
        for at in 1..rows.len() {
            let start = rows.get(at).map_or(0, |row| row.source.start);
            if let Some(before) = rows.get_mut(at - 1) {
                before.source.end = start.max(before.source.start);
            }
        }
        if let Some(first) = rows.first_mut() {
            first.source.start = 0;
        }
        Self { text: shown, rows }
    }

    /// The row that shows a byte of the stored text.
    #[must_use]
    pub fn row_of(&self, byte: usize) -> usize {
        let after = self.rows.partition_point(|row| row.source.start <= byte);
        after.saturating_sub(1)
    }
}

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
