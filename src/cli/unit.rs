//! Which unit of a document is meant by what is typed, and what is said where there is none such.

use super::outcome::Failure;
use crate::messages::{UserMessage, nearest, user_message};
use crate::model::{Document, Label, ParagraphIndex, UnitPlace};

/// So many near labels are named.
const NEAR: usize = 5;

/// The place of the unit that is meant.
pub fn place(document: &Document, typed: &str) -> Result<UnitPlace, Failure> {
    place_near(document, typed, None).ok_or_else(|| no_unit(document, typed))
}

/// The same, at a paragraph: numbers of its series come first.
pub fn place_near(document: &Document, typed: &str, at: Option<ParagraphIndex>) -> Option<UnitPlace> {
    document.place_typed(bare(typed), at)
}

/// As it is printed, the number has a full stop.
fn bare(typed: &str) -> &str {
    typed.trim().trim_end_matches('.')
}

/// That the document has no such unit, and which are near.
pub fn no_unit(document: &Document, typed: &str) -> Failure {
    let near = near(document, &Label::new(bare(typed)));
    let of = |said: UserMessage| said.with("symbol", document.symbol()).with("typed", typed);
    if !near.is_empty() {
        let near = near.iter().map(ToString::to_string);
        return Failure::usage(of(user_message("cli-no-unit")).list("labels", near));
    }
    let mut ranges = ranges(document);
    Failure::usage(match ranges.pop() {
        Some((first, last)) if ranges.is_empty() => {
            of(user_message("cli-no-paragraph")).with("first", first).with("last", last)
        }
        last => {
            let all = ranges.into_iter().chain(last);
            let range = |(first, last): (&Label, &Label)| {
                user_message("cli-label-range").with("first", first).with("last", last)
            };
            of(user_message("cli-no-paragraph-series")).list("ranges", all.map(range))
        }
    })
}

/// The labels that were perhaps meant: those that begin so, those of the unit in whose place there is nothing, or one that
/// differs by a letter.
fn near(document: &Document, typed: &Label) -> Vec<Label> {
    let units: Vec<(Label, Option<Label>)> = document.units().map(|unit| (unit.label, unit.parent)).collect();
    let begun = units.iter().filter(|(label, _)| label.begins_with(typed.as_str()));
    let begun: Vec<Label> = begun.map(|(label, _)| label.clone()).take(NEAR).collect();
    if !begun.is_empty() && !typed.as_str().is_empty() {
        return begun;
    }
    let goes_on = |label: &Label| {
        typed.as_str().strip_prefix(label.as_str()).is_some_and(|rest| rest.starts_with([' ', '(', '/', '.']))
    };
    let above =
        units.iter().filter(|(label, _)| goes_on(label)).max_by_key(|(label, _)| label.as_str().len());
    if let Some((above, _)) = above {
        let below = units.iter().filter(|(_, parent)| parent.as_ref() == Some(above));
        return std::iter::once(above).chain(below.map(|(label, _)| label)).take(NEAR).cloned().collect();
    }
    if typed.as_str().chars().all(|c| c.is_ascii_digit()) {
        return Vec::new();
    }
    nearest(typed.as_str(), units.iter().map(|(label, _)| label.as_str()))
        .map(Label::new)
        .into_iter()
        .collect()
}

/// The first and the last number of each series; of a document without numbers its first and last label.
fn ranges(document: &Document) -> Vec<(&Label, &Label)> {
    let mut ranges: Vec<(Option<&str>, &Label, &Label)> = Vec::new();
    for paragraph in document.paragraphs.iter().filter(|paragraph| paragraph.number.is_some()) {
        let series = paragraph.series.as_deref();
        match ranges.iter_mut().find(|(of, ..)| *of == series) {
            Some((_, _, last)) => *last = &paragraph.label,
            None => ranges.push((series, &paragraph.label, &paragraph.label)),
        }
    }
    if ranges.is_empty() {
        let ends = document.paragraphs.first().zip(document.paragraphs.last());
        return ends.map(|(first, last)| (&first.label, &last.label)).into_iter().collect();
    }
    ranges.into_iter().map(|(_, first, last)| (first, last)).collect()
}
