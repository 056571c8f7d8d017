//! What a `[[paragraph]]` says: words with sub-paragraphs, a table, or the place of a picture, with what stands out in it
//! and its footnotes.

use super::{marks, reference};
use crate::format::findings::Findings;
use crate::format::table::Table;
use crate::format::typed::Wanted;
use crate::messages::user_message;
use crate::model::{Emphasis, Footnote, Label, Paragraph, SectionId, SubParagraph, TableCells};

/// What stands at places of a part's words.
type PartMarks = (Vec<Emphasis>, Vec<Footnote>);

/// The paragraph with that label and section, without what stands around it.
pub(super) fn paragraph(
    table: &Table<'_>,
    label: Label,
    section: Option<SectionId>,
    findings: &mut Findings<'_>,
) -> Option<Paragraph> {
    let (mut paragraph, marks) = if table.get("rows").is_some() {
        cells(table, label, section, findings)?
    } else if table.get("image").is_some() {
        only_one(table, &["text", "subparagraph", "caption"], "image", findings);
        let caption = findings.required(table, "image")?.value;
        let marks = marks_of(table, findings, &caption);
        (Paragraph::image(label, section, &caption), vec![marks])
    } else {
        words(table, label, section, findings)?
    };
    let starts: Vec<usize> = paragraph.parts().iter().map(|part| part.body.start).collect();
    for ((emphasis, footnotes), start) in marks.into_iter().zip(starts) {
        paragraph.emphasis.extend(emphasis.into_iter().map(|mut one| {
            one.range = one.range.start + start..one.range.end + start;
            one
        }));
        paragraph.footnotes.extend(footnotes.into_iter().map(|mut one| {
            one.place = one.place.map(|place| place.start + start..place.end + start);
            one
        }));
    }
    Some(paragraph)
}

fn marks_of(table: &Table<'_>, findings: &mut Findings<'_>, text: &str) -> PartMarks {
    (marks::emphasis(table, findings, text), marks::footnotes(table, findings, Some(text)))
}

fn words(
    table: &Table<'_>,
    label: Label,
    section: Option<SectionId>,
    findings: &mut Findings<'_>,
) -> Option<(Paragraph, Vec<PartMarks>)> {
    let (subparagraphs, below) = subparagraphs(table, findings);
    // A number that stands directly before (a) has no words of its own.
    let text = if subparagraphs.is_empty() || table.get("text").is_none() {
        findings.required(table, "text")
    } else {
        findings.any_text(table, "text")
    };
    let text = text?.value;
    let mut marks = vec![marks_of(table, findings, &text)];
    marks.extend(below);
    Some((Paragraph::new(label, section, &text, subparagraphs), marks))
}

fn subparagraphs(table: &Table<'_>, findings: &mut Findings<'_>) -> (Vec<SubParagraph>, Vec<PartMarks>) {
    let (mut list, mut marks) = (Vec::new(), Vec::new());
    let mut above = 0;
    for table in findings.tables(table, "subparagraph") {
        findings.only(&table, reference::SUBPARAGRAPH.names());
        let label = findings.any_text(&table, "label").map(|label| label.value).unwrap_or_default();
        let text = findings.required(&table, "text");
        let level = if table.get("level").is_none() { Some(1) } else { findings.level(&table, "level") };
        let goes_on = label.trim().is_empty();
        if !goes_on {
            above = findings.step(&table, above, level);
        }
        if let (Some(text), Some(level)) = (text, level) {
            marks.push(marks_of(&table, findings, &text.value));
            let (label, level) = if goes_on { (String::new(), 0) } else { (label, level) };
            list.push(SubParagraph { label, level, text: text.value });
        }
    }
    (list, marks)
}

fn cells(
    table: &Table<'_>,
    label: Label,
    section: Option<SectionId>,
    findings: &mut Findings<'_>,
) -> Option<(Paragraph, Vec<PartMarks>)> {
    only_one(table, &["text", "subparagraph", "image"], "rows", findings);
    let caption = findings.text(table, "caption").map(|text| text.value).unwrap_or_default();
    let header_rows = findings.count(table, "header_rows").unwrap_or(1);
    let mut rows = Vec::new();
    for value in findings.list(table, "rows") {
        let toml::de::DeValue::Array(items) = value.get_ref() else {
            findings.mistyped("rows", value, Wanted::Texts);
            continue;
        };
        let cells = items.iter().filter_map(|item| findings.as_text("rows", item));
        rows.push(cells.map(|cell| cell.value).collect::<Vec<String>>());
    }
    if rows.iter().all(Vec::is_empty) {
        let what = user_message("format-empty-text").with("key", "rows");
        findings.error(table.at("rows"), what, user_message("format-empty-rows-hint"));
        return None;
    }
    let header_rows = usize::try_from(header_rows).unwrap_or(usize::MAX).min(rows.len());
    let marks = marks_of(table, findings, &caption);
    Some((Paragraph::table(label, section, TableCells { caption, header_rows, rows }), vec![marks]))
}

/// Tells keys that cannot stand beside another one: a table has no words of its own.
fn only_one(table: &Table<'_>, others: &[&str], key: &str, findings: &mut Findings<'_>) {
    for other in others {
        if table.get(other).is_some() {
            let what = user_message("format-not-beside").with("key", *other).with("beside", key);
            findings.error(table.at(other), what, user_message("format-not-beside-hint"));
        }
    }
}
