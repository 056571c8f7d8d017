//! FootnoteMarks of footnotes in a text: those that the text has, and those that are put where it has none.

use std::ops::Range;

use crate::text::{self, Inserted, Shown};

/// The mark of a footnote as it is shown, also where the terminal has neither colors nor dimmed letters.
#[must_use]
pub fn footnote_mark(mark: &str) -> String {
    let mark = text::shown_line(mark);
    if mark.as_str().starts_with('[') { mark.to_string() } else { format!("[{mark}]") }
}

/// The marks of a text, in bytes of its safe form and in their order.
#[derive(Debug, Default)]
pub(super) struct FootnoteMarks {
    /// What is put in: marks, and brackets around those that the text has.
    pub(super) inserted: Vec<Inserted>,
    /// Those that the text has.
    pub(super) held: Vec<Range<usize>>,
}

impl FootnoteMarks {
    /// The marks of footnotes, of each its words and its place in the stored text.
    pub(super) fn of<'a>(
        shown: &Shown<'_>,
        footnotes: impl IntoIterator<Item = (&'a str, Range<usize>)>,
    ) -> Self {
        let mut marks = Self::default();
        let mut put = |at, words: String| marks.inserted.push(Inserted { at, words, flows: false });
        for (mark, place) in footnotes {
            let range = whole(shown, &place);
            if place.is_empty() {
                put(range.start, footnote_mark(mark));
                continue;
            }
            if !shown.as_str().get(range.clone()).is_some_and(|mark| mark.starts_with('[')) {
                put(range.start, "[".to_owned());
                put(range.end, "]".to_owned());
            }
            marks.held.push(range);
        }
        marks.inserted.sort_by_key(|mark| mark.at);
        marks.held.sort_by_key(|place| place.start);
        marks
    }
}

/// A range of the stored text in the safe one, from grapheme to grapheme: one that it cuts belongs to what is before.
pub(super) fn whole(shown: &Shown<'_>, range: &Range<usize>) -> Range<usize> {
    let whole = |at: usize| {
        let start = text::grapheme_at(shown.as_str(), at);
        if start == at { at } else { text::grapheme_after(shown.as_str(), start) }
    };
    let range = shown.shown_range(range.clone());
    whole(range.start)..whole(range.end)
}
