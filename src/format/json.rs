//! Records and what stands in them as JSON, over the list of fields that their kind has: for the journal, and for drafts.

use serde_json::{Map, Value as Json};

use crate::model::{
    Anchor, EntryConflict, EntryField, EntryKind, EntryValue, FieldShape, FieldValue, Moment, Need, Record,
};

/// The list of second values in a record.
const CONFLICTS: &str = "disagreements";

/// A record's fields and second values.
pub(super) fn record_out(record: &Record) -> Map<String, Json> {
    let mut fields = fields_out(record.fields(), record);
    if !record.conflicts().is_empty() {
        let conflicts = record.conflicts().iter().map(conflict_out);
        fields.insert(CONFLICTS.to_owned(), Json::Array(conflicts.collect()));
    }
    fields
}

/// The record of that kind and name; none if a field is missing that it cannot be without, or does not fit.
pub(super) fn record_in(kind: EntryKind, name: &str, json: &Map<String, Json>) -> Option<Record> {
    let mut record = kind.key(name).blank(Moment::UNIX_EPOCH);
    fields_in(kind.table().fields, json, &mut record)?;
    if let Some(Json::Array(conflicts)) = json.get(CONFLICTS) {
        for conflict in conflicts {
            record.conflicts_mut().push(conflict_in(kind, conflict)?);
        }
    }
    Some(record)
}

/// A passage as an object.
#[must_use]
pub fn anchor_to_json(anchor: &Anchor) -> Map<String, Json> {
    fields_out(Anchor::FIELDS, anchor)
}

/// The passage that an object holds; none if it is not whole.
#[must_use]
pub fn anchor_from_json(json: &Map<String, Json>) -> Option<Anchor> {
    let mut anchor = Anchor::default();
    fields_in(Anchor::FIELDS, json, &mut anchor)?;
    Some(anchor)
}

fn fields_out<R>(fields: &[EntryField<R>], record: &R) -> Map<String, Json> {
    let values = fields.iter().map(|field| (field.name, (field.get)(record)));
    let written = values.filter(|(_, value)| !value.is_absent());
    written.map(|(name, value)| (name.to_owned(), value_out(&value))).collect()
}

/// Puts the fields of an object into a record. None if one does not fit, or is missing and cannot be.
fn fields_in<R>(fields: &[EntryField<R>], json: &Map<String, Json>, record: &mut R) -> Option<()> {
    for field in fields {
        match json.get(field.name) {
            Some(json) => (field.set)(record, value_in(field.shape, json)?).then_some(())?,
            None if matches!(field.need, Need::Optional) => {}
            None => return None,
        }
    }
    Some(())
}

fn value_out(value: &EntryValue) -> Json {
    match value {
        EntryValue::None => Json::Null,
        EntryValue::Text(text) => Json::from(text.as_str()),
        EntryValue::Truth(truth) => Json::from(*truth),
        EntryValue::Count(count) => Json::from(*count),
        EntryValue::Moment(at) => Json::from(at.to_string()),
        EntryValue::Texts(texts) => Json::from(texts.clone()),
        EntryValue::Anchor(anchor) => Json::Object(anchor_to_json(anchor)),
    }
}

fn value_in(shape: FieldShape, json: &Json) -> Option<EntryValue> {
    Some(match shape {
        FieldShape::Text | FieldShape::Line | FieldShape::Label | FieldShape::Choice(_) => {
            EntryValue::Text(json.as_str()?.to_owned())
        }
        FieldShape::Truth => EntryValue::Truth(json.as_bool()?),
        FieldShape::Count => EntryValue::Count(json.as_u64()?),
        FieldShape::Moment => EntryValue::Moment(json.as_str()?.parse().ok()?),
        FieldShape::Texts => {
            let texts = json.as_array()?.iter().map(|text| text.as_str().map(str::to_owned));
            EntryValue::Texts(texts.collect::<Option<_>>()?)
        }
        FieldShape::Anchor => EntryValue::Anchor(Box::new(anchor_from_json(json.as_object()?)?)),
    })
}

/// A second value as text, as lines have always had it; an anchor beside it.
fn conflict_out(conflict: &EntryConflict) -> Json {
    let mut wire = Map::new();
    wire.insert("field".to_owned(), Json::from(conflict.value.field));
    wire.insert("value".to_owned(), Json::from(conflict.value.text()));
    if !conflict.from.is_empty() {
        wire.insert("from".to_owned(), Json::from(conflict.from.as_str()));
    }
    if let EntryValue::Anchor(anchor) = &conflict.value.value {
        wire.insert("anchor".to_owned(), Json::Object(anchor_to_json(anchor)));
    }
    Json::Object(wire)
}

fn conflict_in(kind: EntryKind, wire: &Json) -> Option<EntryConflict> {
    let name = wire.get("field")?.as_str()?;
    let field: &EntryField = kind.disputable().find(|field| field.name == name)?;
    let text = wire.get("value")?.as_str()?;
    let may_be_none = (field.get)(&kind.key("").blank(Moment::UNIX_EPOCH)).is_absent();
    let value = match (field.shape, wire.get("anchor")) {
        (FieldShape::Anchor, Some(anchor)) => value_in(FieldShape::Anchor, anchor)?,
        (FieldShape::Anchor, None) => EntryValue::None,
        _ if may_be_none && text.is_empty() => EntryValue::None,
        (FieldShape::Truth, _) => EntryValue::Truth(text.parse().ok()?),
        (FieldShape::Count, _) => EntryValue::Count(text.parse().ok()?),
        (FieldShape::Moment, _) => EntryValue::Moment(text.parse().ok()?),
        (FieldShape::Choice(words), _) => words.contains(&text).then(|| EntryValue::Text(text.to_owned()))?,
        (FieldShape::Text | FieldShape::Line | FieldShape::Label, _) => EntryValue::Text(text.to_owned()),
        (FieldShape::Texts, _) => return None,
    };
    let from = wire.get("from").and_then(Json::as_str).unwrap_or_default().to_owned();
    Some(EntryConflict { value: FieldValue { field: field.name, value }, from })
}
