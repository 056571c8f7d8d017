//! Words with others put between them that are no part of the text: the marks of footnotes. Where rows may end is
//! decided by the text alone; no drawing here.

use std::ops::Range;

use super::breaks::{Strength, breaks};
use super::graphemes::Ambiguous;
use super::headings::lay_out_heading_at;
use super::wrap::{Row, lay_out_at};

/// What is put into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inserted {
    /// The byte of the text before which it stands.
    pub at: usize,
    /// It, one line that is safe to draw.
    pub words: String,
    /// Whether rows may end in it and after it. Else it holds to the word before it: it never begins a row.
    pub flows: bool,
}

/// A text with what was put into it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Composed {
    text: String,
    breaks: Vec<(usize, Strength)>,
    /// Stretches with which no row begins.
    held: Vec<Range<usize>>,
}

impl Composed {
    /// Puts words into a text, in the order in which they stand. Stretches of the text that are `held` (bytes, in order)
    /// do not begin a row either.
    #[must_use]
    pub fn new(words: &str, inserted: &[Inserted], held: &[Range<usize>]) -> Self {
        let mut composed = Self::default();
        let mut opportunities = breaks(words).into_iter().peekable();
        let mut from = 0;
        for insert in inserted {
            composed.go_on(words, from..insert.at, &mut opportunities);
            from = from.max(insert.at);
            let start = composed.text.len();
            composed.text.push_str(&insert.words);
            if insert.flows {
                let inside = breaks(&insert.words).into_iter().map(|(at, strength)| (start + at, strength));
                composed.breaks.extend(inside);
                composed.breaks.push((composed.text.len(), Strength::Free));
            } else {
                composed.held.push(start..composed.text.len());
            }
        }
        composed.go_on(words, from..words.len(), &mut opportunities);
        let moved = |byte: usize| {
            let before = inserted.iter().filter(|insert| insert.at <= byte);
            byte + before.map(|insert| insert.words.len()).sum::<usize>()
        };
        let held = held.iter().map(|range| moved(range.start)..moved(range.end.saturating_sub(1)) + 1);
        composed.held.extend(held);
        composed.held.sort_by_key(|range| range.start);
        let held = &composed.held;
        composed.breaks.retain(|(at, _)| {
            let after = held.partition_point(|range| range.start <= *at);
            after.checked_sub(1).and_then(|last| held.get(last)).is_none_or(|range| range.end <= *at)
        });
        composed
    }

    /// Adds the next bytes of the text and the places at which a row may end in them; where it may end before what is put
    /// in, it ends after that.
    fn go_on(
        &mut self,
        words: &str,
        bytes: Range<usize>,
        opportunities: &mut std::iter::Peekable<impl Iterator<Item = (usize, Strength)>>,
    ) {
        let moved = self.text.len().saturating_sub(bytes.start);
        let whole = bytes.end == words.len();
        while let Some((at, strength)) = opportunities.next_if(|(at, _)| *at < bytes.end || whole) {
            self.breaks.push((at + moved, strength));
        }
        self.text.push_str(words.get(bytes).unwrap_or_default());
    }

    /// The text with what was put into it: what rows count in.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its rows, as [`lay_out`](super::lay_out()) makes them.
    #[must_use]
    pub fn lay_out(&self, columns: usize, ambiguous: Ambiguous) -> Vec<Row> {
        lay_out_at(&self.text, self.breaks.clone(), &self.held, columns, ambiguous)
    }

    /// Its rows, as [`lay_out_heading`](super::lay_out_heading) makes them.
    #[must_use]
    pub fn lay_out_heading(&self, columns: usize, ambiguous: Ambiguous) -> Vec<Row> {
        lay_out_heading_at(&self.text, &self.breaks, &self.held, columns, ambiguous)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(words: &str, inserted: &[(usize, &str)], held: &[Range<usize>], columns: usize) -> Vec<String> {
        let inserted: Vec<Inserted> = inserted
            .iter()
            .map(|(at, words)| Inserted { at: *at, words: (*words).to_owned(), flows: false })
            .collect();
        let composed = Composed::new(words, &inserted, held);
        let rows = composed.lay_out(columns, Ambiguous::Narrow);
        rows.into_iter().map(|row| composed.as_str().get(row.range).unwrap().to_owned()).collect()
    }

    #[test]
    fn a_mark_holds_to_the_word_before_it_and_does_not_alter_where_rows_end() {
        assert_eq!(rows("甲乙丙丁", &[(6, "[1]")], &[], 7), ["甲乙[1]", "丙丁"]);
        assert_eq!(rows("甲乙丙丁", &[(6, "[1]")], &[], 6), ["甲", "乙[1]", "丙丁"]);
        assert_eq!(rows("甲“乙”“丙”", &[(12, "[1]")], &[], 9), ["甲“乙”[1]", "“丙”"]);
        assert_eq!(rows("of the word next", &[(11, "[1][2]")], &[], 11), ["of the", "word[1][2]", "next"]);
    }

    #[test]
    fn a_mark_of_the_text_holds_to_the_word_before_it_too() {
        let brackets = [(6, "["), (7, "]")];
        assert_eq!(rows("甲乙1丙丁", &brackets, std::slice::from_ref(&(6..7)), 6), ["甲", "乙[1]", "丙丁"]);
    }

    #[test]
    fn where_a_word_is_wider_than_the_row_its_mark_does_not_begin_one() {
        assert_eq!(rows("abcdefghij", &[(10, "[1]")], &[], 10), ["abcdefghi", "j[1]"]);
    }

    #[test]
    fn what_flows_is_divided_as_words_are() {
        let inserted = [Inserted { at: 0, words: "Name of it: ".to_owned(), flows: true }];
        let composed = Composed::new("甲乙丙", &inserted, &[]);
        let rows = composed.lay_out(8, Ambiguous::Narrow);
        let rows: Vec<&str> = rows.into_iter().map(|row| composed.as_str().get(row.range).unwrap()).collect();
        assert_eq!(rows, ["Name of", "it: 甲乙", "丙"]);
    }
}
