//! Differences of entries in words: what an operation did, and the second value of a field. The same on the screen, on
//! the command line and in an export. What a value is called stands in `captions`.

use super::{UserMessage, captions, user_message};
use crate::model::{
    EntryConflict, EntryDiff, EntryKey, EntryKind, EntryValue, FieldValue, MissingEntries, Moment, NoteKind,
    Recommendation, Record, Review, ReviewStatus,
};

/// What an operation did, in a word or two.
#[must_use]
pub fn done(diffs: &[EntryDiff]) -> UserMessage {
    let [one] = diffs else { return user_message("change-many").count("count", diffs.len()) };
    let live = |side: &Option<Record>| side.as_ref().is_some_and(Record::is_live);
    let kept = |side: &Option<Record>| side.as_ref().map_or(0, |record| record.conflicts().len());
    let (before, after) = (&one.before, &one.after);
    match (&one.key, before, after) {
        (EntryKey::Note(_), ..) if !live(before) => user_message("change-note-back"),
        (EntryKey::Note(_), ..) if !live(after) => user_message("change-note-gone"),
        (EntryKey::Note(_), Some(Record::Note(before)), Some(Record::Note(after)))
            if before.settled != after.settled =>
        {
            user_message("change-note-settled")
        }
        _ if kept(before) != kept(after) => user_message("change-decided"),
        (EntryKey::Note(_), ..) => user_message("change-note-words"),
        (EntryKey::Mark(number), ..) => {
            let status = |side: &Option<Record>| match side {
                Some(Record::Mark(mark)) => mark.status,
                _ => ReviewStatus::Unreviewed,
            };
            if status(before) == status(after) {
                user_message("change-recommendation").with("number", number)
            } else {
                user_message("change-status")
                    .with("number", number)
                    .and("status", captions::status(status(after)))
            }
        }
    }
}

/// That entries vanished from a review without a word, or went back in it to an earlier state.
#[must_use]
pub fn lost(missing: &MissingEntries, review: &Review) -> UserMessage {
    let (gone, reverted) = missing.gone_and_reverted(review);
    match (gone.is_empty(), reverted.is_empty()) {
        (_, true) => user_message("save-lost").and("gone", how_many(&gone)),
        (true, false) => user_message("save-reverted").and("reverted", how_many(&reverted)),
        (false, false) => user_message("save-lost-and-reverted")
            .and("gone", how_many(&gone))
            .and("reverted", how_many(&reverted)),
    }
}

/// How many entries of each kind, as far as there are any.
#[must_use]
pub fn how_many(missing: &MissingEntries) -> UserMessage {
    let notes = user_message("lost-notes").count("count", missing.count(EntryKind::Note));
    let marks = user_message("lost-statuses").count("count", missing.count(EntryKind::Mark));
    match (missing.count(EntryKind::Note), missing.count(EntryKind::Mark)) {
        (_, 0) => notes,
        (0, _) => marks,
        _ => user_message("lost-notes-and-statuses").and("notes", notes).and("statuses", marks),
    }
}

/// Which field the other side gives another value, whence that came, and the value where it is a word. Texts follow it:
/// [`other_text`].
#[must_use]
pub fn other(one: &EntryConflict) -> UserMessage {
    let (field, from) = (field(&one.value), whence(&one.from));
    match other_text(&one.value) {
        Some(_) => user_message("other-text").and("field", field).and("from", from),
        None => {
            user_message("other-value").and("field", field).and("value", value(&one.value)).and("from", from)
        }
    }
}

/// The other side's words, if the field holds any.
#[must_use]
pub fn other_text(value: &FieldValue) -> Option<&str> {
    match (&value.value, value.field) {
        (EntryValue::Text(text), "body") => Some(text),
        (EntryValue::Anchor(anchor), _) => Some(&anchor.exact),
        _ => None,
    }
}

/// The field in a word.
#[must_use]
pub fn field(value: &FieldValue) -> UserMessage {
    let fields = EntryKind::ALL.iter().find_map(|kind| kind.field(value.field));
    user_message(fields.map_or("field-body", |field| field.caption))
}

/// A value in words.
#[must_use]
pub fn value(value: &FieldValue) -> UserMessage {
    match (value.field, &value.value) {
        ("anchor", EntryValue::None) => user_message("value-whole-paragraph"),
        ("deleted", at) => user_message(if at.is_absent() { "value-kept" } else { "value-deleted" }),
        ("recommendation", EntryValue::None) => user_message("value-as-document"),
        (field, EntryValue::Text(word)) => match choice(field, word) {
            Some(words) => words,
            None if word.trim().is_empty() => user_message("value-empty"),
            None => user_message("value-text").with("text", word),
        },
        (_, EntryValue::Truth(settled)) => captions::settled(*settled),
        (_, other) => user_message("value-text").with("text", other.text()),
    }
}

/// The words of a choice, by its field and its word in files.
fn choice(field: &str, word: &str) -> Option<UserMessage> {
    match field {
        "kind" => NoteKind::from_word(word).map(captions::kind),
        "status" => ReviewStatus::from_word(word).map(captions::status),
        "recommendation" => Recommendation::from_word(word).map(captions::recommendation),
        _ => None,
    }
}

/// Whence a value came: the name that git gave the side, and when it was written there.
#[must_use]
pub fn whence(from: &str) -> UserMessage {
    let (name, at) = match from.rsplit_once(' ') {
        Some((name, last)) => (name, last.parse::<Moment>().ok()),
        None => ("", from.parse::<Moment>().ok()),
    };
    match (name, at) {
        (_, None) if from.trim().is_empty() => user_message("whence-unknown"),
        (_, None) => user_message("value-text").with("text", from),
        ("", Some(at)) => user_message("whence-time").day("day", at).clock("time", at),
        (name, Some(at)) => user_message("whence-side").with("name", name).day("day", at).clock("time", at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Messages;
    use crate::model::Anchor;

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
            assert_eq!(messages.say(&other(&one)), words);
        }
    }
}
