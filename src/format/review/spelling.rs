//! Values as TOML spells them. What a person could not see in an editor or in `git diff` (controls, direction
//! overrides, line separators) is escaped; everything else is written as it is.

use std::fmt::Write as _;

use toml_edit::{Array, InlineTable, Value};

use super::markers::looks_like_marker;
use crate::model::{Anchor, EntryValue, FieldShape, Moment};

/// A value as its field is spelled.
pub(super) fn spelled(shape: FieldShape, value: &EntryValue) -> Value {
    match value {
        EntryValue::Text(text) if shape == FieldShape::Text => block(text),
        EntryValue::Truth(truth) => Value::from(*truth),
        EntryValue::Count(count) => Value::from(i64::try_from(*count).unwrap_or(i64::MAX)),
        EntryValue::Moment(at) => moment(*at),
        EntryValue::Texts(texts) => Value::Array(texts.iter().map(|text| line(text)).collect::<Array>()),
        EntryValue::Anchor(anchor) => {
            let field = |field: &crate::model::EntryField<Anchor>| {
                (field.name, spelled(field.shape, &(field.get)(anchor)))
            };
            Value::InlineTable(Anchor::FIELDS.iter().map(field).collect::<InlineTable>())
        }
        other => line(&other.text()),
    }
}

/// A point in time with its offset.
pub(super) fn moment(moment: Moment) -> Value {
    let text = moment.to_string();
    text.parse::<toml_edit::Datetime>().map_or_else(|_| line(&text), Value::from)
}

/// A multi-line basic string: the words on lines of their own, so that a diff shows the line that changed. A line that
/// git would write between two sides is escaped: one that stands raw in a file is git's.
/// The closing quotes follow the last character, so a last line feed is one of the text.
pub(super) fn block(text: &str) -> Value {
    let mut toml = String::from("\"\"\"\n");
    let mut quotes = 0;
    for (at, c) in text.char_indices() {
        let line_begins = at == 0 || text.get(..at).is_some_and(|before| before.ends_with('\n'));
        let line = || text.get(at..).and_then(|rest| rest.split('\n').next()).unwrap_or_default();
        if line_begins && looks_like_marker(line()) {
            escape(&mut toml, c);
            quotes = 0;
        } else if c == '"' {
            quotes += 1;
            // Two quotes in a row may stand; a third, or one that meets the closing quotes, would end the text.
            if quotes == 3 || at + 1 == text.len() {
                toml.push('\\');
                quotes = 0;
            }
            toml.push('"');
        } else {
            quotes = 0;
            match c {
                '\n' | '\t' => toml.push(c),
                _ => push(&mut toml, c),
            }
        }
    }
    toml.push_str("\"\"\"");
    parsed(&toml, text)
}

/// A basic string on one line.
pub(super) fn line(text: &str) -> Value {
    let mut toml = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => toml.push_str("\\\""),
            '\n' => toml.push_str("\\n"),
            '\t' => toml.push_str("\\t"),
            _ => push(&mut toml, c),
        }
    }
    toml.push('"');
    parsed(&toml, text)
}

fn push(toml: &mut String, c: char) {
    match c {
        '\\' => toml.push_str("\\\\"),
        '\r' => toml.push_str("\\r"),
        _ if hidden(c) => escape(toml, c),
        _ => toml.push(c),
    }
}

fn escape(toml: &mut String, c: char) {
    // Writing into a String cannot fail.
    let _ = write!(toml, "\\u{:04X}", u32::from(c));
}

/// Characters that must not stand raw: TOML forbids some, the others make a text show as what it is not
/// (bidirectional overrides and isolates, line separators, a byte order mark).
fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// The value with the spelling made here. If that spelling were ever wrong, the library's own is taken.
fn parsed(toml: &str, text: &str) -> Value {
    match toml.parse::<Value>() {
        Ok(value) if value.as_str() == Some(text) => value,
        _ => Value::from(text),
    }
}
