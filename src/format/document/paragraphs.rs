//! `[[paragraph]]`: where it stands, who speaks in it. What it says is in `content.rs`, what names it in `labels.rs`.

use toml::Spanned;
use toml::de::DeValue;

use super::content;
use super::labels::Labels;
use super::reference;
use super::sections::{KnownIds, Sections};
use crate::format::findings::Findings;
use crate::format::table::{Header, Table};
use crate::format::typed::meant;
use crate::messages::user_message;
use crate::model::{Attribution, Basis, Label, Paragraph, Recommendation, SectionId, SpeakerId};

/// What a paragraph may refer to, and what the ones before it have used.
struct Around<'k> {
    sections: &'k Sections,
    speakers: &'k KnownIds,
    labels: Labels,
    /// Position and id of the last section that a paragraph stood in.
    reached: (usize, String),
}

pub(super) fn read(
    root: &Table<'_>,
    sections: &Sections,
    speakers: &KnownIds,
    findings: &mut Findings<'_>,
) -> Vec<Paragraph> {
    let labels = Labels::default();
    let mut around = Around { sections, speakers, labels, reached: (0, String::new()) };
    if root.get("paragraph").is_none() {
        findings.error(0..0, user_message("format-no-paragraphs"), user_message("format-no-paragraphs-hint"));
    }
    let tables = findings.tables(root, "paragraph");
    tables.iter().filter_map(|table| paragraph(table, &mut around, findings)).collect()
}

fn paragraph(table: &Table<'_>, around: &mut Around<'_>, findings: &mut Findings<'_>) -> Option<Paragraph> {
    findings.only(table, reference::PARAGRAPH.names());
    let stands_in = section(table, around, findings);
    let section = stands_in.clone().flatten();
    let speakers = speakers(table, around, findings);
    let words = Recommendation::ALL.map(|recommendation| (recommendation.word(), recommendation));
    let recommendation = findings.word(table, "recommendation", &words).unwrap_or_default();
    let series = series(table, section.as_ref(), around, findings);
    let (label, number) = around.labels.next(table, series.as_deref(), findings);
    let parent = around.labels.parent(table, findings);
    let mut paragraph = content::paragraph(table, label, section, findings)?;
    (paragraph.number, paragraph.series, paragraph.parent) = (number, series, parent);
    paragraph.speakers = speakers;
    paragraph.recommendation = recommendation;
    stands_in.map(|_| paragraph)
}

/// The series that the paragraph names, else that of its section. An empty name is the main series.
fn series(
    table: &Table<'_>,
    section: Option<&SectionId>,
    around: &Around<'_>,
    findings: &mut Findings<'_>,
) -> Option<String> {
    match findings.any_text(table, "series") {
        Some(text) => Some(text.value).filter(|series| !series.trim().is_empty()),
        None => around.sections.series_of(section?).map(str::to_owned),
    }
}

/// The text of the first paragraph, whatever else is wrong with it.
pub(super) fn first_text(root: &Table<'_>, findings: &mut Findings<'_>) -> Option<String> {
    let table = findings.tables(root, "paragraph").into_iter().next()?;
    let paragraph = content::paragraph(&table, Label::new(""), None, findings)?;
    Some(paragraph.text().to_owned())
}

/// The section that the paragraph stands in, none before any heading; `None` if it is wrong.
fn section(
    table: &Table<'_>,
    around: &mut Around<'_>,
    findings: &mut Findings<'_>,
) -> Option<Option<SectionId>> {
    if table.get("section").is_none() {
        return Some(None);
    }
    let id = findings.text(table, "section")?;
    let known = &around.sections.known;
    let Some((position, _)) = known.get(&id.value) else {
        let hint = if known.is_empty() {
            user_message("format-define-section").with("id", &id.value)
        } else {
            meant(&id.value, known.keys().map(String::as_str))
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
    Some(Some(SectionId(id.value)))
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
        findings.only(&table, reference::ATTRIBUTION.names());
        let basis = findings
            .word(&table, "basis", &Basis::ALL.map(|basis| (basis.word(), basis)))
            .unwrap_or_default();
        (findings.required(&table, "id")?, basis)
    } else {
        (findings.as_text("speakers", value)?, Basis::Named)
    };
    Some((Attribution { speaker: SpeakerId(id.value), basis }, id.at))
}
