//! Paragraphs of which nothing is to be said but their status: in runs, as one reads them out (`1-7, 9: accept`).

use super::options::{Options, of_reviewer};
use crate::messages::{captions, user_message};
use crate::model::{CurrentStatus, Document, Label, Mark, Review, ReviewStatus};

/// Whether a paragraph has no more than statuses, and nothing is said of its sub-paragraphs.
pub(super) fn is_quiet(label: &Label, parts: &[&Label], reviews: &[&Review]) -> bool {
    let is_plain = |mark: &Mark| mark.recommendation.is_none() && mark.undecided().is_empty();
    reviews.iter().all(|review| {
        let part_says = |part: &&Label| {
            let mark = review.mark(part);
            review.notes_on(part).next().is_some()
                || mark.is_some_and(|mark| mark.status != ReviewStatus::Unreviewed || !is_plain(mark))
        };
        review.notes_on(label).next().is_none()
            && review.mark(label).is_none_or(is_plain)
            && !parts.iter().any(part_says)
    })
}

/// One that may stand in a run.
#[derive(Debug)]
struct Item<'t> {
    label: &'t Label,
    /// What it is called where it stands alone, or first.
    name: String,
    /// Of numbers neighbors are a range: what it is called at the end of one.
    last: Option<&'t str>,
    /// A new series begins with it.
    begins: bool,
}

/// A line for each review and status: the document's paragraphs of which nothing else is said, neighbors of one series as
/// a range; what has no number stands between no two of them and comes last.
pub(super) fn of_document(document: &Document, reviews: &[&Review], options: &Options<'_>) -> Vec<String> {
    let mut items: Vec<Item<'_>> = Vec::new();
    let mut series: Vec<Option<&str>> = Vec::new();
    for paragraph in document.paragraphs.iter().filter(|paragraph| paragraph.number.is_some()) {
        if !series.contains(&paragraph.series.as_deref()) {
            series.push(paragraph.series.as_deref());
        }
    }
    for of in series {
        let numbered = document.paragraphs.iter().filter(|p| p.number.is_some() && p.series.as_deref() == of);
        items.extend(numbered.enumerate().map(|(at, paragraph)| {
            let label = paragraph.label.as_str();
            let bare = of.and_then(|of| label.strip_prefix(of)?.strip_prefix('/')).unwrap_or(label);
            let is_plain = !label.contains(['-', '–', '(']);
            let last = is_plain.then_some(bare);
            Item { label: &paragraph.label, name: label.to_owned(), last, begins: at == 0 }
        }));
    }
    let others = document.paragraphs.iter().filter(|paragraph| paragraph.number.is_none());
    items.extend(others.map(|paragraph| {
        let name = (options.say)(&captions::unit_title(document, &paragraph.label));
        Item { label: &paragraph.label, name, last: None, begins: false }
    }));
    let is_told = |item: &Item<'_>| {
        let paragraph = document.paragraph(item.label);
        let parts: Vec<&Label> = paragraph.into_iter().flat_map(|paragraph| paragraph.units()).collect();
        is_quiet(item.label, &parts, reviews)
    };
    lines(document, &items, is_told, reviews, options)
}

/// The same of labels that the document does not have: nobody knows what lies between two of them.
pub(super) fn of_strays(
    document: &Document,
    labels: &[&Label],
    reviews: &[&Review],
    options: &Options<'_>,
) -> Vec<String> {
    let item = |label| Item { label, name: label.to_string(), last: None, begins: false };
    let items: Vec<Item<'_>> = labels.iter().map(|label| item(label)).collect();
    lines(document, &items, |_| true, reviews, options)
}

fn lines(
    document: &Document,
    items: &[Item<'_>],
    is_told: impl Fn(&Item<'_>) -> bool,
    reviews: &[&Review],
    options: &Options<'_>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for review in reviews {
        let positions = ReviewStatus::ALL.into_iter().filter(|status| *status != ReviewStatus::Unreviewed);
        let statuses = positions
            .flat_map(|given| [false, true].map(|text_changed| CurrentStatus { given, text_changed }));
        for status in statuses {
            let has =
                |item: &Item<'_>| review.current_status_in(document, item.label) == status && is_told(item);
            let ranges = ranges(items, has);
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
fn ranges(items: &[Item<'_>], has: impl Fn(&Item<'_>) -> bool) -> Vec<String> {
    let mut ranges: Vec<(&str, Option<&str>)> = Vec::new();
    let mut goes_on = false;
    for item in items {
        if !has(item) {
            goes_on = false;
            continue;
        }
        match ranges.last_mut() {
            Some((_, last)) if goes_on && !item.begins && item.last.is_some() => *last = item.last,
            _ => ranges.push((&item.name, None)),
        }
        goes_on = item.last.is_some();
    }
    let text = |(first, last): (&str, Option<&str>)| match last {
        Some(last) => format!("{first}-{last}"),
        None => first.to_owned(),
    };
    ranges.into_iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Messages, UserMessage};
    use crate::model::{Change, Masthead, Paragraph, Symbol};

    #[test]
    fn neighbors_are_a_range_and_what_lies_between_parts_it() {
        for (numbers, meant, told) in [
            (&["1", "2", "3", "4"][..], &["1", "2", "3"][..], "1-3"),
            (&["1", "2", "3", "4"], &["1", "2", "4"], "1-2, 4"),
            (&["1", "1 bis", "2"], &["1", "1 bis", "2"], "1-2"),
            (&["1", "2-5", "6", "7"], &["1", "2-5", "6", "7"], "1, 2-5, 6-7"),
            (&["1", "2"], &[], ""),
            (
                &["1", "1+1", "2", "a/1", "a/2"],
                &["1", "1+1", "2", "a/1", "a/2"],
                "1-2, a/1-2, Unnumbered, after 1",
            ),
            (&["1", "2", "a/1", "a/2"], &["2", "a/1"], "2, a/1"),
        ] {
            let paragraph = |label: &&str| {
                let mut paragraph = Paragraph::new((*label).into(), None, "Words.", Vec::new());
                paragraph.series = label.split_once('/').map(|(series, _)| series.to_owned());
                paragraph.number = paragraph.number.filter(|_| !label.contains('+'));
                paragraph
            };
            let masthead = Masthead::new(Symbol("A/1".into()), "en", "");
            let paragraphs = numbers.iter().map(paragraph).collect();
            let document = Document::new(masthead, Vec::new(), Vec::new(), paragraphs);
            let mut review = Review::new(document.symbol().clone(), "amara");
            let at = "2026-11-23T14:02:00+01:00".parse().unwrap();
            for label in meant {
                review.apply(Change::set_status((*label).into(), ReviewStatus::Accept, None), at).unwrap();
            }
            let messages = Messages::english();
            let say = |said: &UserMessage| messages.say(said);
            let options = Options { say: &say, drafts: 0, exported: at };
            let lines = of_document(&document, &[&review], &options);
            let expected = Vec::from_iter((!told.is_empty()).then(|| format!("{told}: accept")));
            assert_eq!(lines, expected);
        }
    }
}
