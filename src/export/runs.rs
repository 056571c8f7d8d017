//! Paragraphs of which nothing is to be said but their status: in runs, as one reads them out (`1-7, 9: accept`).

use super::options::{Options, of_reviewer};
use crate::messages::{captions, user_message};
use crate::model::{CurrentStatus, Document, Label, Mark, Review, ReviewStatus};

/// Whether a paragraph has no more than statuses.
pub(super) fn is_quiet(number: &Label, reviews: &[&Review]) -> bool {
    reviews.iter().all(|review| {
        let mark = review.mark(number);
        review.notes_on(number).next().is_none()
            && mark.is_none_or(|mark: &Mark| mark.recommendation.is_none() && mark.undecided().is_empty())
    })
}

/// A line for each review and status: its paragraphs among these, neighbors as a range where these are all that there
/// are.
pub(super) fn lines(
    document: &Document,
    numbers: &[&Label],
    all: bool,
    reviews: &[&Review],
    options: &Options<'_>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for review in reviews {
        let positions = ReviewStatus::ALL.into_iter().filter(|status| *status != ReviewStatus::Unreviewed);
        let statuses = positions
            .flat_map(|given| [false, true].map(|text_changed| CurrentStatus { given, text_changed }));
        for status in statuses {
            let has = |number: &Label| {
                review.current_status_in(document, number) == status && is_quiet(number, reviews)
            };
            let ranges = ranges(numbers, all, has);
            if ranges.is_empty() {
                continue;
            }
            let (alone, named) = (user_message("export-run"), user_message("export-run-of"));
            let said = of_reviewer(alone, named, review, reviews).list("numbers", ranges);
            lines.push((options.say)(&said.and("status", captions::current_status(status))));
        }
    }
    lines
}

/// Those that are meant, in order; neighbors as a range.
fn ranges(numbers: &[&Label], all: bool, has: impl Fn(&Label) -> bool) -> Vec<String> {
    let plain = |number: &Label| all && !number.as_str().contains(['-', '–']);
    let mut ranges: Vec<(String, Option<String>)> = Vec::new();
    let mut goes_on = false;
    for number in numbers {
        if !has(number) {
            goes_on = false;
            continue;
        }
        match ranges.last_mut() {
            Some((_, last)) if goes_on && plain(number) => *last = Some(number.to_string()),
            _ => ranges.push((number.to_string(), None)),
        }
        goes_on = plain(number);
    }
    let text = |(first, last): (String, Option<String>)| match last {
        Some(last) => format!("{first}-{last}"),
        None => first,
    };
    ranges.into_iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbors_are_a_range_and_what_lies_between_parts_it() {
        for (numbers, meant, told) in [
            (&["1", "2", "3", "4"][..], &["1", "2", "3"][..], "1-3"),
            (&["1", "2", "3", "4"], &["1", "2", "4"], "1-2 4"),
            (&["1", "1 bis", "2"], &["1", "1 bis", "2"], "1-2"),
            (&["1", "2-5", "6", "7"], &["1", "2-5", "6", "7"], "1 2-5 6-7"),
            (&["1", "2"], &[], ""),
        ] {
            let numbers: Vec<Label> = numbers.iter().map(|number| (*number).into()).collect();
            let has = |number: &Label| meant.contains(&number.as_str());
            let all: Vec<&Label> = numbers.iter().collect();
            assert_eq!(ranges(&all, true, has).join(" "), told);
        }
    }
}
