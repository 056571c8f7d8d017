//! `[[recommendation]]`: what the document says of recommendations as objects.

use super::reference;
use crate::format::findings::Findings;
use crate::format::table::Table;
use crate::format::typed::meant;
use crate::messages::user_message;
use crate::model::{Document, Label, RecommendationFacts, StatePosition};

/// The facts, each on a unit of the document, at most once.
pub(super) fn read(
    root: &Table<'_>,
    document: &Document,
    findings: &mut Findings<'_>,
) -> Vec<RecommendationFacts> {
    let mut list: Vec<RecommendationFacts> = Vec::new();
    for table in findings.tables(root, "recommendation") {
        findings.only(&table, reference::RECOMMENDATION.names());
        let label = findings.required(&table, "label");
        let mut texts =
            |key| findings.text_or_texts(&table, key).into_iter().map(|text| text.value).collect();
        let (from, to) = (texts("from"), texts("to"));
        let mut optional = |key| findings.text(&table, key).map(|text| text.value);
        let (verb, theme, source) = (optional("verb"), optional("theme"), optional("source"));
        let position = findings.word(
            &table,
            "position",
            &StatePosition::ALL.map(|position| (position.word(), position)),
        );
        let Some(written) = label else { continue };
        let label = Label::new(&written.value);
        if document.place(&label).is_none() {
            let known: Vec<String> = document.units().map(|unit| unit.label.to_string()).collect();
            let what = user_message("format-unknown-label").with("label", &label);
            findings.error(written.at, what, meant(label.as_str(), known.iter().map(String::as_str)));
        } else if list.iter().any(|facts| facts.label == label) {
            let what = user_message("format-facts-twice").with("label", &label);
            findings.error(written.at, what, user_message("format-facts-twice-hint"));
        } else {
            list.push(RecommendationFacts { label, from, to, verb, theme, position, source });
        }
    }
    list
}
