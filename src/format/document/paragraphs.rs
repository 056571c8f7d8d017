//! `[[paragraph]]` and what hangs below it.

use std::collections::HashMap;

use toml::Spanned;
use toml::de::DeValue;

use super::sections::KnownIds;
use crate::format::findings::Findings;
use crate::format::table::{Header, Table, TextValue};
use crate::format::typed::meant;
use crate::messages::user_message;
use crate::model::{
    Attribution, Basis, Footnote, Label, Paragraph, Recommendation, SectionId, SpeakerId, SubParagraph,
};

const RECOMMENDATIONS: [(&str, Recommendation); 3] = [
    (Recommendation::Makes.word(), Recommendation::Makes),
    (Recommendation::Discusses.word(), Recommendation::Discusses),
    (Recommendation::None.word(), Recommendation::None),
];

const BASES: [(&str, Basis); 2] =
    [(Basis::Named.word(), Basis::Named), (Basis::Inferred.word(), Basis::Inferred)];

/// What a paragraph may refer to, and what the ones before it have used.
struct Around<'k> {
    sections: &'k KnownIds,
    speakers: &'k KnownIds,
    lines: HashMap<Label, usize>,
    /// Position and id of the last section that a paragraph stood in.
    reached: (usize, String),
}

pub(super) fn read(
    root: &Table<'_>,
    sections: &KnownIds,
    speakers: &KnownIds,
    findings: &mut Findings<'_>,
) -> Vec<Paragraph> {
    let mut around = Around { sections, speakers, lines: HashMap::new(), reached: (0, String::new()) };
    if root.get("paragraph").is_none() {
        findings.error(0..0, user_message("format-no-paragraphs"), user_message("format-no-paragraphs-hint"));
    }
    let tables = findings.tables(root, "paragraph");
    tables.iter().filter_map(|table| paragraph(table, &mut around, findings)).collect()
}

fn paragraph(table: &Table<'_>, around: &mut Around<'_>, findings: &mut Findings<'_>) -> Option<Paragraph> {
    let known = ["number", "section", "speakers", "recommendation", "text", "subparagraph", "footnote"];
    findings.only(table, &known);
    let number = number(table, around, findings);
    let section = section(table, around, findings);
    let speakers = speakers(table, around, findings);
    let recommendation = findings.word(table, "recommendation", &RECOMMENDATIONS).unwrap_or_default();
    let (text, subparagraphs) = words(table, findings);
    let footnotes = footnotes(table, findings);
    let mut paragraph = Paragraph::new(number?, section?, &text?.value, subparagraphs);
    paragraph.speakers = speakers;
    paragraph.recommendation = recommendation;
    paragraph.footnotes = footnotes;
    Some(paragraph)
}

fn words(table: &Table<'_>, findings: &mut Findings<'_>) -> (Option<TextValue>, Vec<SubParagraph>) {
    let subparagraphs = subparagraphs(table, findings);
    // A number that stands directly before (a) has no words of its own.
    let text = if subparagraphs.is_empty() || table.get("text").is_none() {
        findings.required(table, "text")
    } else {
        findings.any_text(table, "text")
    };
    (text, subparagraphs)
}

/// The text of the first paragraph, whatever else is wrong with it.
pub(super) fn first_text(root: &Table<'_>, findings: &mut Findings<'_>) -> Option<String> {
    let table = findings.tables(root, "paragraph").into_iter().next()?;
    let (text, subparagraphs) = words(&table, findings);
    let (number, section) = (Label::new(""), SectionId(String::new()));
    Some(Paragraph::new(number, section, &text?.value, subparagraphs).text().to_owned())
}

fn number(table: &Table<'_>, around: &mut Around<'_>, findings: &mut Findings<'_>) -> Option<Label> {
    let text = findings.required(table, "number")?;
    let number = Label::new(&text.value);
    if let Some(bare) = number.as_str().strip_suffix(['.', '．', '。']) {
        let what = user_message("format-number-stop").with("number", &number);
        findings.error(text.at.clone(), what, user_message("format-number-stop-hint").with("number", bare));
    }
    let line = findings.line_of(text.at.start);
    if let Some(first) = around.lines.get(&number) {
        let what = user_message("format-number-twice").with("number", &number).with("line", first);
        findings.error(text.at, what, user_message("format-number-twice-hint"));
    } else {
        around.lines.insert(number.clone(), line);
    }
    Some(number)
}

fn section(table: &Table<'_>, around: &mut Around<'_>, findings: &mut Findings<'_>) -> Option<SectionId> {
    if table.get("section").is_none() {
        findings.error(
            table.at.clone(),
            user_message("format-no-section"),
            user_message("format-no-section-hint"),
        );
        return None;
    }
    let id = findings.text(table, "section")?;
    let Some((position, _)) = around.sections.get(&id.value) else {
        let hint = if around.sections.is_empty() {
            user_message("format-define-section").with("id", &id.value)
        } else {
            meant(&id.value, around.sections.keys().map(String::as_str))
        };
        findings.error(id.at, user_message("format-unknown-section").with("id", &id.value), hint);
        return None;
    };
    if *position < around.reached.0 {
        let what =
            user_message("format-section-order").with("id", &id.value).with("later", &around.reached.1);
        findings.error(id.at, what, user_message("format-section-order-hint"));
    } else {
        around.reached = (*position, id.value.clone());
    }
    Some(SectionId(id.value))
}

fn speakers(table: &Table<'_>, around: &Around<'_>, findings: &mut Findings<'_>) -> Vec<Attribution> {
    let mut attributions: Vec<Attribution> = Vec::new();
    for value in findings.list(table, "speakers") {
        let Some((attribution, at)) = attribution(value, findings) else { continue };
        let id = &attribution.speaker.0;
        if !around.speakers.contains_key(id) {
            let hint = if around.speakers.is_empty() {
                user_message("format-define-speaker").with("id", id)
            } else {
                meant(id, around.speakers.keys().map(String::as_str))
            };
            findings.error(at, user_message("format-unknown-speaker").with("id", id), hint);
        } else if attributions.iter().any(|other| other.speaker == attribution.speaker) {
            let what = user_message("format-speaker-twice").with("id", id);
            findings.error(at, what, user_message("format-speaker-twice-hint"));
        }
        attributions.push(attribution);
    }
    attributions
}

/// `"myanmar"`, or `{ id = "secretariat", basis = "inferred" }`.
fn attribution(
    value: &Spanned<DeValue<'_>>,
    findings: &mut Findings<'_>,
) -> Option<(Attribution, std::ops::Range<usize>)> {
    let (id, basis) = if let Some(table) = Table::of(Header::Item("speakers"), value) {
        findings.only(&table, &["id", "basis"]);
        let basis = findings.word(&table, "basis", &BASES).unwrap_or_default();
        (findings.required(&table, "id")?, basis)
    } else {
        (findings.as_text("speakers", value)?, Basis::Named)
    };
    Some((Attribution { speaker: SpeakerId(id.value), basis }, id.at))
}

fn subparagraphs(table: &Table<'_>, findings: &mut Findings<'_>) -> Vec<SubParagraph> {
    let mut list = Vec::new();
    let mut above = 0;
    for table in findings.tables(table, "subparagraph") {
        findings.only(&table, &["label", "level", "text"]);
        let label = findings.required(&table, "label");
        let text = findings.required(&table, "text");
        let level = if table.get("level").is_none() { Some(1) } else { findings.level(&table, "level") };
        above = findings.step(&table, above, level);
        if let (Some(label), Some(text), Some(level)) = (label, text, level) {
            list.push(SubParagraph { label: label.value, level, text: text.value });
        }
    }
    list
}

fn footnotes(table: &Table<'_>, findings: &mut Findings<'_>) -> Vec<Footnote> {
    let mut list = Vec::new();
    for table in findings.tables(table, "footnote") {
        findings.only(&table, &["mark", "text"]);
        let mark = findings.required(&table, "mark");
        let text = findings.required(&table, "text");
        if let (Some(mark), Some(text)) = (mark, text) {
            list.push(Footnote { mark: mark.value, text: text.value });
        }
    }
    list
}
