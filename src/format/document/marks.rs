//! What stands at a place of a text and is no part of it: `emphasis` and `[[….footnote]]`.

use std::ops::Range;

use super::reference;
use crate::format::findings::Findings;
use crate::format::table::{Header, Table};
use crate::messages::user_message;
use crate::model::{Emphasis, EmphasisStyle, Footnote};

/// `emphasis = [{ style = "bold", start = 0, end = 25 }]` of a table with that text, in bytes of the text. In the file
/// the end is the first code point that is not emphasized.
pub(super) fn emphasis(table: &Table<'_>, findings: &mut Findings<'_>, text: &str) -> Vec<Emphasis> {
    let mut list = Vec::new();
    for value in findings.list(table, "emphasis") {
        let Some(entry) = Table::of(Header::Item("emphasis"), value) else {
            let what = user_message("format-want-emphasis");
            findings.error(value.span(), what, user_message("format-want-emphasis-hint"));
            continue;
        };
        findings.only(&entry, reference::EMPHASIS.names());
        let style =
            findings.required_word(&entry, "style", &EmphasisStyle::ALL.map(|style| (style.word(), style)));
        for key in ["start", "end"] {
            if entry.get(key).is_none() {
                findings.missing(&entry, key);
            }
        }
        let (start, end) = (findings.count(&entry, "start"), findings.count(&entry, "end"));
        let (Some(style), Some(start), Some(end)) = (style, start, end) else { continue };
        match bytes(text, start, end).filter(|range| !range.is_empty()) {
            Some(range) => list.push(Emphasis { style, range }),
            None => {
                let what = user_message("format-emphasis-range").count("length", text.chars().count());
                let what = what.with("start", start).with("end", end);
                findings.error(value.span(), what, user_message("format-emphasis-range-hint"));
            }
        }
    }
    list
}

/// Footnotes of a table with that text. Where a file does not say at which place the mark stands, it is looked for in
/// the text. None: they are on no text, as those of the masthead.
pub(super) fn footnotes(table: &Table<'_>, findings: &mut Findings<'_>, text: Option<&str>) -> Vec<Footnote> {
    let mut list: Vec<Footnote> = Vec::new();
    let mut after = 0;
    for table in findings.tables(table, "footnote") {
        findings.only(&table, reference::FOOTNOTE.names());
        let mark = findings.required(&table, "mark");
        let words = findings.required(&table, "text");
        let at = findings.count(&table, "at");
        let (Some(mark), Some(words)) = (mark, words) else { continue };
        let text = text.unwrap_or_default();
        let in_text = findings.flag(&table, "in_text").unwrap_or(false);
        let place = match at {
            Some(at) => {
                let length = if in_text { mark.value.chars().count() } else { 0 };
                let place = bytes(text, at, at.saturating_add(length as u64));
                if place.is_none() {
                    let what = user_message("format-mark-range").count("length", text.chars().count());
                    let hint = user_message("format-mark-range-hint");
                    findings.error(table.at("at"), what.with("at", at), hint);
                }
                place
            }
            None => find(text, &mark.value, after).or_else(|| find(text, &mark.value, 0)),
        };
        after = place.as_ref().map_or(after, |place| place.end);
        list.push(Footnote { mark: mark.value, text: words.value, place });
    }
    list
}

/// Code points of a text as bytes; none if it has not so many.
fn bytes(text: &str, start: u64, end: u64) -> Option<Range<usize>> {
    let byte = |wanted: u64| {
        let wanted = usize::try_from(wanted).ok()?;
        let mut starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        starts.nth(wanted)
    };
    Some(byte(start)?..byte(end)?).filter(|range| range.start <= range.end)
}

/// A mark that is glued to what stands before it and to nothing that follows: after a letter or a mark of punctuation,
/// else after other digits (`20251` is 2025 with the mark 1). Not the digit of a unit of measure (`km2`), unless there is
/// nothing else.
fn find(text: &str, mark: &str, after: usize) -> Option<Range<usize>> {
    let digits = mark.chars().all(|c| c.is_ascii_digit());
    let mut second = None;
    let mut third = None;
    for (at, _) in text.match_indices(mark).filter(|(at, _)| *at >= after) {
        let range = at..at + mark.len();
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let next = text.get(range.end..).and_then(|text| text.chars().next());
        let Some(before) = before.filter(|c| !c.is_whitespace()) else { continue };
        // Digits that go on are a number; a word that goes on is no end of one.
        if digits && next.is_some_and(|c| c.is_ascii_digit() || c.is_ascii_alphabetic()) {
            continue;
        }
        if !digits {
            return Some(range);
        }
        match before {
            c if c.is_ascii_digit() || "/.-–".contains(c) && follows_digit(text, at) => {
                second.get_or_insert(range);
            }
            _ if is_unit(text, at) => {
                third.get_or_insert(range);
            }
            _ => return Some(range),
        }
    }
    second.or(third)
}

/// Whether the character before a place is a sign within a number or a symbol: `A/80/1`, `3.1`.
fn follows_digit(text: &str, at: usize) -> bool {
    let mut before = text.get(..at).unwrap_or_default().chars().rev();
    let sign = before.next();
    sign == Some('/') || before.next().is_some_and(|c| c.is_ascii_digit())
}

/// Whether a unit of measure, or the sign of a gas, ends at a place: `km2`, `CO2`.
fn is_unit(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let word = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    ["m", "km", "cm", "CO", "NO", "CH", "SO"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_where_it_is_glued_to_a_word() {
        for (text, mark, found) in [
            ("took note of the report1 and of", "1", Some("took note of the report")),
            ("In 20251 something; km2.", "1", Some("In 2025")),
            ("and document A/80/1 also.1", "1", Some("and document A/80/1 also.")),
            ("an area of 5 km2 and more.2", "2", Some("an area of 5 km2 and more.")),
            ("Text.* More", "*", Some("Text.")),
            ("报告草稿。1", "1", Some("报告草稿。")),
            ("paragraph 1 of it", "1", None),
            ("No mark.", "7", None),
        ] {
            let place = find(text, mark, 0);
            assert_eq!(place.map(|place| text.get(..place.start).unwrap()), found, "{text}");
        }
    }
}
