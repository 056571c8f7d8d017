//! What the fields of a query can be asked for in the open document, in words.

use super::{OpenDocument, Shell};
use crate::messages::{UserMessage, user_message};
use crate::model::Note;
use crate::search::{FieldName, FieldProblem, KnownValues};

/// How many values a sentence names.
const NAMED: usize = 12;

impl Shell {
    /// The values that the open document and its notes have.
    pub(super) fn known(&self, open: Option<&OpenDocument>) -> KnownValues {
        let mut known = KnownValues::default();
        let mut add = |values: fn(&mut KnownValues) -> &mut Vec<String>, value: &str| {
            let values = values(&mut known);
            if !value.is_empty() && !values.iter().any(|known| known == value) {
                values.push(value.to_owned());
            }
        };
        if let Some(document) = open.map(|open| &open.document) {
            add(|known| &mut known.languages, document.language());
            for speaker in &document.speakers {
                add(|known| &mut known.speakers, &speaker.name);
            }
            for section in &document.sections {
                add(|known| &mut known.sections, section.number.as_deref().unwrap_or(&section.title));
            }
        }
        for version in self.entries.iter().flat_map(|entry| &entry.versions) {
            add(|known| &mut known.languages, &version.language);
        }
        for review in open.into_iter().flat_map(OpenDocument::reviews) {
            if !review.is_empty() {
                add(|known| &mut known.reviewers, &review.reviewer);
            }
            for tag in review.live_notes().flat_map(Note::tags) {
                add(|known| &mut known.tags, &tag.0);
            }
        }
        known
    }

    /// What is wrong with a field of the query, or what it may be asked for.
    pub(super) fn problem_said(&self, open: Option<&OpenDocument>, problem: &FieldProblem) -> UserMessage {
        match problem {
            FieldProblem::UnknownField { name } => {
                let fields: Vec<String> =
                    FieldName::ALL.iter().map(|name| format!("{}:", name.word())).collect();
                user_message("search-no-field").with("name", name).with("fields", fields.join(" "))
            }
            FieldProblem::UnknownValue { field: FieldName::Para, value } => {
                user_message("search-no-number").with("value", value)
            }
            FieldProblem::UnknownValue { field, value } => user_message("search-no-value")
                .with("field", field.word())
                .with("value", value)
                .and("values", self.values_said(open, *field)),
            FieldProblem::NoValue { field: FieldName::Para } => user_message("search-numbers"),
            FieldProblem::NoValue { field } => user_message("search-values")
                .with("field", field.word())
                .and("values", self.values_said(open, *field)),
        }
    }

    /// The values that a field can have here.
    fn values_said(&self, open: Option<&OpenDocument>, field: FieldName) -> UserMessage {
        let mut values = self.known(open).values(field);
        if values.is_empty() {
            return user_message("search-values-none");
        }
        let more = values.len() > NAMED;
        values.truncate(NAMED);
        let values_said =
            if more { user_message("search-values-more") } else { user_message("search-values-all") };
        values_said.list("values", values)
    }
}
