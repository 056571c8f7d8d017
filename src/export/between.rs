//! The second value of a field in words: the same on the page, on the screen and on the command line.

use crate::messages::{Said, said};
use crate::model::{EntryConflict, EntryKind, FieldValue, Moment, Value};

/// Which field the other side gives another value, whence that came, and the value where it is a word. Texts follow it:
/// [`other_text`].
#[must_use]
pub fn other_said(one: &EntryConflict) -> Said {
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
    match (&value.value, value.field) {
        (Value::Text(text), "body") => Some(text),
        (Value::Anchor(anchor), _) => Some(&anchor.exact),
        _ => None,
    }
}

/// The field in a word.
#[must_use]
pub fn field_said(value: &FieldValue) -> Said {
    let fields = EntryKind::ALL.iter().find_map(|kind| kind.field(value.field));
    said(fields.map_or("field-body", |field| field.caption))
}

/// A value in words.
#[must_use]
pub fn value_said(value: &FieldValue) -> Said {
    match (value.field, &value.value) {
        ("anchor", Value::None) => said("value-whole-paragraph"),
        ("deleted", at) => said(if at.is_absent() { "value-kept" } else { "value-deleted" }),
        ("recommendation", Value::None) => said("value-as-document"),
        (field, Value::Text(word)) => match choice_caption(field, word) {
            Some(caption) => said(caption),
            None if word.trim().is_empty() => said("value-empty"),
            None => said("value-text").with("text", word),
        },
        (_, Value::Truth(settled)) => said(if *settled { "export-settled" } else { "export-open" }),
        (_, other) => said("value-text").with("text", other.text()),
    }
}

/// The word of a choice, by its field and its word in files.
fn choice_caption(field: &str, word: &str) -> Option<&'static str> {
    Some(match (field, word) {
        ("kind", "comment") => "kind-comment",
        ("kind", "question") => "kind-question",
        ("kind", "point") => "kind-point",
        ("kind", "editorial") => "kind-editorial",
        ("status", "unreviewed") => "status-unreviewed",
        ("status", "accept") => "status-accept",
        ("status", "query") => "status-query",
        ("status", "amend") => "status-amend",
        ("status", "reserve") => "status-reserve",
        ("recommendation", "makes") => "export-recommendation-makes",
        ("recommendation", "discusses") => "export-recommendation-discusses",
        ("recommendation", "none") => "export-recommendation-none",
        _ => return None,
    })
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
    use crate::model::{Anchor, NoteKind, Recommendation};

    #[test]
    fn a_second_value_says_its_field_itself_and_whence_it_came() {
        let messages = Messages::english();
        let at: Moment = "2026-11-23T14:05:10+01:00".parse().unwrap();
        for (value, from, words) in [
            (
                FieldValue::new("kind", NoteKind::Point),
                "laptop 2026-11-23T14:05:10+01:00",
                "other kind: point (laptop, 2026-11-23 13:05)",
            ),
            (
                FieldValue::new("body", "x".to_owned()),
                "2026-11-23T14:05:10+01:00",
                "other text (2026-11-23 13:05):",
            ),
            (FieldValue::new("deleted", Some(at)), "", "other state: deleted (elsewhere)"),
            (
                FieldValue::new("recommendation", None::<Recommendation>),
                "merge of old",
                "other recommendation mark: as in the document (merge of old)",
            ),
            (FieldValue::new("anchor", None::<Anchor>), "", "other passage: the whole paragraph (elsewhere)"),
        ] {
            let one = EntryConflict { value, from: from.into() };
            assert_eq!(messages.say(&other_said(&one)), words);
        }
    }
}
