//! Cutting what stands by itself (a heading, a sentence that fills a place) into rows. The rows are those of
//! `wrap`, a little narrower where the last would hold a character or two only; no drawing here.

use std::ops::Range;

use super::breaks::{Strength, breaks};
use super::graphemes::Ambiguous;
use super::wrap::{Row, lay_out_at};

/// The columns that a last row has at least, if the text can be divided so: four Chinese characters.
const LAST: usize = 8;

/// Cuts a text into as many rows as [`lay_out`](super::lay_out()) does, but does not leave its last row with a character or two,
/// unless a row would have to be cut where none may end.
#[must_use]
pub fn lay_out_heading(text: &str, columns: usize, ambiguous: Ambiguous) -> Vec<Row> {
    lay_out_heading_at(text, &breaks(text), &[], columns, ambiguous)
}

/// As [`lay_out_heading`], with the places at which a row may end and the stretches with which none begins.
pub(super) fn lay_out_heading_at(
    text: &str,
    breaks: &[(usize, Strength)],
    held: &[Range<usize>],
    columns: usize,
    ambiguous: Ambiguous,
) -> Vec<Row> {
    let lay_out = |columns| lay_out_at(text, breaks.to_vec(), held, columns, ambiguous);
    let mut best = lay_out(columns);
    let last = |rows: &[Row]| rows.last().map_or(0, |row| row.width);
    let enough = LAST.min(columns / 2);
    if best.len() < 2 || last(&best) >= enough {
        return best;
    }
    let cut = |rows: &[Row]| {
        let ends = rows.iter().take(rows.len().saturating_sub(1));
        ends.filter(|row| breaks.binary_search_by_key(&row.next, |(position, _)| *position).is_err()).count()
    };
    let cuts = cut(&best);
    for narrower in (columns / 2..columns).rev() {
        let rows = lay_out(narrower);
        if rows.len() > best.len() || cut(&rows) > cuts {
            break;
        }
        if last(&rows) > last(&best) {
            best = rows;
        }
        if last(&best) >= enough {
            break;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::lay_out;
    use super::*;

    /// Holds that a text is set in these rows.
    fn check(text: &str, columns: usize, wanted: &[&str]) {
        let rows = lay_out_heading(text, columns, Ambiguous::Narrow);
        let rows: Vec<&str> = rows.iter().map(|row| text.get(row.range.clone()).unwrap()).collect();
        assert_eq!(rows, wanted);
    }

    #[test]
    fn a_last_row_is_not_a_character_or_two() {
        check("口头报告执行缔约国会议的建议", 26, &["口头报告执行缔约国会", "议的建议"]);
        check("The Group adopts its report on a", 30, &["The Group adopts its", "report on a"]);
        check("口头报告执行", 12, &["口头报告执行"]);
        check("", 12, &[""]);
    }

    #[test]
    fn what_cannot_be_divided_better_is_as_it_was() {
        check("incomprehensibilities a", 21, &["incomprehensibilities", "a"]);
        check("口头报", 4, &["口头", "报"]);
    }

    proptest! {
        #[test]
        fn it_takes_no_row_more_loses_nothing_and_its_last_row_is_never_shorter(
            text in "[ a-e口头报告，。第 5]{0,60}",
            columns in 1..40_usize,
        ) {
            let (plain, rows) = (lay_out(&text, columns, Ambiguous::Narrow), lay_out_heading(&text, columns, Ambiguous::Narrow));
            prop_assert_eq!(plain.len(), rows.len());
            prop_assert!(rows.iter().all(|row| row.width <= columns.max(2)));
            prop_assert!(rows.last().map(|row| row.width) >= plain.last().map(|row| row.width));
            prop_assert_eq!(rows.last().map(|row| row.next), Some(text.len()));
        }
    }
}
