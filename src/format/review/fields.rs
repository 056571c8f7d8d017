//! The fields of a record from its table, over the list of fields that its kind has.

use crate::format::findings::Findings;
use crate::format::table::Table;
use crate::messages::user_message;
use crate::model::{Anchor, EntryField, EntryValue, FieldShape, Need};

/// Reads the fields of a table into a record. False if one that it cannot be without is missing or wrong; whatever is
/// wrong is told.
pub(super) fn read_fields<R>(
    findings: &mut Findings<'_>,
    table: &Table<'_>,
    fields: &[EntryField<R>],
    record: &mut R,
) -> bool {
    let mut whole = true;
    for field in fields {
        let is_there = table.get(field.name).is_some();
        if !is_there && matches!(field.need, Need::Filled | Need::Present) {
            findings.missing(table, field.name);
        }
        let value = if is_there {
            value(findings, table, field.name, field.shape, field.need == Need::Filled)
        } else if let Need::As(other) = field.need {
            fields.iter().find(|field| field.name == other).map(|other| (other.get)(record))
        } else {
            None
        };
        match value {
            Some(value) => {
                (field.set)(record, value);
            }
            None => whole &= !matches!(field.need, Need::Filled | Need::Present),
        }
    }
    whole
}

/// A value of that shape; none if it is wrong, which is told, or missing.
pub(super) fn value(
    findings: &mut Findings<'_>,
    table: &Table<'_>,
    key: &'static str,
    shape: FieldShape,
    filled: bool,
) -> Option<EntryValue> {
    match shape {
        FieldShape::Text | FieldShape::Line if filled => {
            findings.text(table, key).map(|text| EntryValue::Text(text.value))
        }
        FieldShape::Text | FieldShape::Line => {
            findings.any_text(table, key).map(|text| EntryValue::Text(text.value))
        }
        FieldShape::Label => label(findings, table, key).map(EntryValue::Text),
        FieldShape::Choice(words) => {
            let place = findings.one_of(table, key, words.iter().copied())?;
            words.get(place).map(|word| EntryValue::Text((*word).to_owned()))
        }
        FieldShape::Truth => findings.flag(table, key).map(EntryValue::Truth),
        FieldShape::Count => findings.count(table, key).map(EntryValue::Count),
        FieldShape::Moment => findings.moment(table, key).map(EntryValue::Moment),
        FieldShape::Texts => findings.texts(table, key).map(EntryValue::Texts),
        FieldShape::Anchor => {
            let table = findings.table(table, key)?;
            anchor(findings, &table).map(|anchor| EntryValue::Anchor(Box::new(anchor)))
        }
    }
}

/// A paragraph's number that must be there. Whoever edits by hand may write `18` without quotes.
pub(super) fn label(findings: &mut Findings<'_>, table: &Table<'_>, key: &str) -> Option<String> {
    let label = table.label(key).filter(|label| !label.trim().is_empty());
    label.or_else(|| findings.required(table, key).map(|text| text.value))
}

fn anchor(findings: &mut Findings<'_>, table: &Table<'_>) -> Option<Anchor> {
    let mut anchor = Anchor::default();
    let whole = read_fields(findings, table, Anchor::FIELDS, &mut anchor);
    if whole && anchor.end < anchor.start {
        findings.error(
            table.at("end"),
            user_message("review-anchor-backwards"),
            user_message("review-anchor-backwards-hint"),
        );
    }
    whole.then_some(anchor)
}
