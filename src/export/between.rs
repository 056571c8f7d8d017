//! The second value of a field in words: the same on the page, on the screen and on the command line.

use crate::messages::{Said, said};
use crate::model::{Disagreement, FieldValue, Moment, NoteKind, Recommendation, ReviewStatus};

/// Which field the other side gives another value, whence that came, and the value where it is a word. Texts follow it:
/// [`other_text`].
#[must_use]
pub fn other_said(one: &Disagreement) -> Said {
    let (field, from) = (field_said(&one.value), whence_said(&one.from));
    match other_text(&one.value) {
        Some(_) => said("other-text").and("field", field).and("from", from),
        None => {
            said("other-value").and("field", field).and("value", value_said(&one.value)).and("from", from)
        }
    }
}

/// The other side's words, if the field holds any.
#[must_use]
pub fn other_text(value: &FieldValue) -> Option<&str> {
    match value {
        FieldValue::Body(body) => Some(body),
        FieldValue::Anchor(Some(anchor)) => Some(&anchor.exact),
        _ => None,
    }
}

/// The field in a word.
#[must_use]
pub fn field_said(value: &FieldValue) -> Said {
    said(match value {
        FieldValue::Body(_) => "field-body",
        FieldValue::Kind(_) => "field-kind",
        FieldValue::Settled(_) => "field-settled",
        FieldValue::Deleted(_) => "field-deleted",
        FieldValue::Paragraph(_) => "field-paragraph",
        FieldValue::Anchor(_) => "field-anchor",
        FieldValue::Status(_) => "field-status",
        FieldValue::Recommendation(_) => "field-recommendation",
    })
}

/// A value in words.
#[must_use]
pub fn value_said(value: &FieldValue) -> Said {
    match value {
        FieldValue::Body(body) if body.trim().is_empty() => said("value-empty"),
        FieldValue::Body(text) => said("value-text").with("text", text),
        FieldValue::Anchor(Some(anchor)) => said("value-text").with("text", &anchor.exact),
        FieldValue::Anchor(None) => said("value-whole-paragraph"),
        FieldValue::Kind(kind) => said(match kind {
            NoteKind::Comment => "kind-comment",
            NoteKind::Question => "kind-question",
            NoteKind::Point => "kind-point",
            NoteKind::Editorial => "kind-editorial",
        }),
        FieldValue::Settled(settled) => said(if *settled { "export-settled" } else { "export-open" }),
        FieldValue::Deleted(at) => said(if at.is_some() { "value-deleted" } else { "value-kept" }),
        FieldValue::Paragraph(number) => said("value-text").with("text", number),
        FieldValue::Status(status) => said(match status {
            ReviewStatus::Unreviewed => "status-unreviewed",
            ReviewStatus::Accept => "status-accept",
            ReviewStatus::Query => "status-query",
            ReviewStatus::Amend => "status-amend",
            ReviewStatus::Reserve => "status-reserve",
        }),
        FieldValue::Recommendation(None) => said("value-as-document"),
        FieldValue::Recommendation(Some(word)) => said(match word {
            Recommendation::Makes => "export-recommendation-makes",
            Recommendation::Discusses => "export-recommendation-discusses",
            Recommendation::None => "export-recommendation-none",
        }),
    }
}

/// Whence a value came: the name that git gave the side, and when it was written there.
#[must_use]
pub fn whence_said(from: &str) -> Said {
    let (name, at) = match from.rsplit_once(' ') {
        Some((name, last)) => (name, last.parse::<Moment>().ok()),
        None => ("", from.parse::<Moment>().ok()),
    };
    match (name, at) {
        (_, None) if from.trim().is_empty() => said("whence-unknown"),
        (_, None) => said("value-text").with("text", from),
        ("", Some(at)) => said("whence-time").day("day", at).clock("time", at),
        (name, Some(at)) => said("whence-side").with("name", name).day("day", at).clock("time", at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Messages;

    #[test]
    fn a_second_value_says_its_field_itself_and_whence_it_came() {
        let messages = Messages::english();
        let at: Moment = "2026-11-23T14:05:10+01:00".parse().unwrap();
        for (value, from, words) in [
            (
                FieldValue::Kind(NoteKind::Point),
                "laptop 2026-11-23T14:05:10+01:00",
                "other kind: point (laptop, 2026-11-23 13:05)",
            ),
            (FieldValue::Body("x".into()), "2026-11-23T14:05:10+01:00", "other text (2026-11-23 13:05):"),
            (FieldValue::Deleted(Some(at)), "", "other state: deleted (elsewhere)"),
            (
                FieldValue::Recommendation(None),
                "merge of old",
                "other recommendation mark: as in the document (merge of old)",
            ),
            (FieldValue::Anchor(None), "", "other passage: the whole paragraph (elsewhere)"),
        ] {
            let one = Disagreement { value, from: from.into() };
            assert_eq!(messages.say(&other_said(&one)), words);
        }
    }
}
