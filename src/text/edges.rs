//! Edges in a text: the caret's steps, columns to bytes and back.
//!
//! For carets, selections, mouse clicks and highlights over the rows of [`lay_out`](super::lay_out()). Positions
//! that are not on a character border are moved back to one; nothing here draws or breaks.

use unicode_segmentation::GraphemeCursor;

use super::graphemes::{Ambiguous, floor, graphemes_with_width};
use super::wrap::Row;

/// Where the grapheme before `byte` begins; 0 at the beginning of the text.
#[must_use]
pub fn grapheme_before(text: &str, byte: usize) -> usize {
    let at = floor(text, byte);
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// Where the grapheme that has `byte` in it begins.
#[must_use]
pub fn grapheme_at(text: &str, byte: usize) -> usize {
    let at = floor(text, byte);
    match GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0) {
        Ok(false) => grapheme_before(text, at),
        Ok(true) | Err(_) => at,
    }
}

/// Where the grapheme at `byte` ends; the text's length at its end.
#[must_use]
pub fn grapheme_after(text: &str, byte: usize) -> usize {
    let at = floor(text, byte);
    GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// The byte offset in a row's text of the grapheme drawn at `column` (the second column of a wide character is
/// the character); the row's length past its end.
#[must_use]
pub fn column_to_byte(row: &str, column: usize, ambiguous: Ambiguous) -> usize {
    let mut end = 0;
    graphemes_with_width(row, ambiguous)
        .find(|(_, _, width)| {
            end += width;
            end > column
        })
        .map_or(row.len(), |(at, _, _)| at)
}

/// The index of the row on which `byte` lies, swallowed white space counted with the row before it; the last
/// row at or past the end of the text. A position where one row ends and the next begins is on the next.
#[must_use]
pub fn row_of(rows: &[Row], byte: usize) -> usize {
    rows.partition_point(|row| row.range.start <= byte).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::super::lay_out;
    use super::*;

    use Ambiguous::Narrow;

    #[test]
    fn the_caret_steps_over_whole_graphemes() {
        let text = "a\u{301}👩\u{200d}👧汉";
        let mut stops = vec![0];
        while let Some(&at) = stops.last()
            && at < text.len()
        {
            stops.push(grapheme_after(text, at));
        }
        assert_eq!(stops, [0, 3, 14, 17]);
        let mut back = vec![text.len()];
        while let Some(&at) = back.last()
            && at > 0
        {
            back.push(grapheme_before(text, at));
        }
        back.reverse();
        assert_eq!(back, stops);
    }

    #[test]
    fn positions_outside_the_text_or_inside_a_character_are_harmless() {
        assert_eq!(grapheme_after("汉字", 99), 6);
        assert_eq!(grapheme_before("汉字", 99), 3);
        assert_eq!(grapheme_after("汉字", 1), 3);
        assert_eq!(grapheme_before("", 0), 0);
        assert_eq!(row_of(&[], 5), 0);
    }

    #[test]
    fn both_columns_of_a_wide_character_are_that_character() {
        let row = "a汉b";
        let bytes: Vec<usize> = (0..6).map(|column| column_to_byte(row, column, Narrow)).collect();
        assert_eq!(bytes, [0, 1, 1, 4, 5, 5]);
    }

    #[test]
    fn a_byte_is_on_the_row_that_draws_it_or_the_one_before() {
        let text = "one two three";
        let rows = lay_out(text, 5, Narrow);
        assert_eq!([0, 3, 4, 7, 8, 99].map(|byte| row_of(&rows, byte)), [0, 0, 1, 1, 2, 2]);
    }
}
