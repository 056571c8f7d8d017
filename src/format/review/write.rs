//! Editing a review file: only the lines whose value changed, everything else byte for byte.

use std::collections::HashMap;

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use crate::model::{
    Anchor, EntryKey, EntryKind, Field, Moment, Record, Review, Shape, Symbol, Value as FieldData,
};

use super::comments;
use super::conflicts;
use super::read::FORMAT;
use super::strings::{block, line};

const HEADER: &str =
    "# Rapporteur review. You may edit by hand; fields and comments Rapporteur does not know are kept.\n";

/// A review file in which nothing has been said yet, and the review that it holds.
#[must_use]
pub fn new_review(symbol: &Symbol, reviewer: &str) -> (DocumentMut, Review) {
    let mut doc = DocumentMut::new();
    doc.insert("format", Item::Value(Value::from(FORMAT)));
    doc.insert("symbol", Item::Value(line(&symbol.0)));
    doc.insert("reviewer", Item::Value(line(reviewer)));
    if let Some(mut key) = doc.key_mut("format") {
        key.leaf_decor_mut().set_prefix(HEADER);
    }
    (doc, Review::new(symbol.clone(), reviewer))
}

/// Brings a file that holds `before` to hold `after`. Fields that are the same in both are not touched; new entries
/// stand behind the others of their kind.
pub fn write_into(doc: &mut DocumentMut, before: &Review, after: &Review) {
    EntryKind::ALL.iter().for_each(|kind| write_kind(doc, *kind, before, after));
}

fn write_kind(doc: &mut DocumentMut, kind: EntryKind, before: &Review, after: &Review) {
    let of_kind = |record: &&Record| record.kind() == kind;
    let changed: Vec<&Record> =
        after.records().filter(of_kind).filter(|record| before.get(&record.key()) != Some(record)).collect();
    let gone = before.records().filter(of_kind).any(|record| after.get(&record.key()).is_none());
    if changed.is_empty() && !gone {
        return;
    }
    let Some(list) = list(doc, kind.table().list) else { return };
    list.retain(|table| {
        let key = key_of(table, kind);
        // A table of which nothing was ever said is no entry, and is there all the same.
        key.is_none_or(|key| after.get(&key).is_some() || before.get(&key).is_none())
    });
    let places: HashMap<EntryKey, usize> =
        list.iter().enumerate().filter_map(|(at, table)| Some((key_of(table, kind)?, at))).collect();
    for record in changed {
        let key = record.key();
        match (before.get(&key), places.get(&key).and_then(|at| list.get_mut(*at))) {
            (Some(was), Some(table)) => update(table, was, record),
            (None, Some(table)) if kind.table().implied => {
                update(table, &key.blank(record.changed()), record);
                put(table, "changed", moment(record.changed()));
            }
            _ if record.is_blank() => {}
            _ => list.push(new(record)),
        }
    }
}

fn list<'a>(doc: &'a mut DocumentMut, name: &str) -> Option<&'a mut ArrayOfTables> {
    doc.entry(name).or_insert(Item::ArrayOfTables(ArrayOfTables::new())).as_array_of_tables_mut()
}

/// Which entry a table is. A label may be written as a number or as a text.
pub(super) fn key_of(table: &Table, kind: EntryKind) -> Option<EntryKey> {
    let item = table.get(kind.table().name)?;
    let name = item.as_str().map(str::to_owned);
    let name =
        name.or_else(|| item.as_integer().filter(|_| kind.table().implied).map(|number| number.to_string()));
    name.map(|name| kind.key(&name))
}

/// Gives a field a value; what stands around the old one (spaces, a comment behind it) stays.
pub(super) fn put(table: &mut dyn TableLike, field: &str, mut value: Value) {
    if let Some(old) = table.get_mut(field).and_then(Item::as_value_mut) {
        *value.decor_mut() = old.decor().clone();
        *old = value;
    } else {
        table.insert(field, Item::Value(value));
    }
}

pub(super) fn moment(moment: Moment) -> Value {
    let text = moment.to_string();
    text.parse::<toml_edit::Datetime>().map_or_else(|_| line(&text), Value::from)
}

fn count(number: u64) -> Value {
    Value::from(i64::try_from(number).unwrap_or(i64::MAX))
}

fn size(number: usize) -> Value {
    Value::from(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A value as its field is spelled.
pub(super) fn spelled(shape: Shape, value: &FieldData) -> Value {
    match value {
        FieldData::Text(text) if shape == Shape::Text => block(text),
        FieldData::Truth(truth) => Value::from(*truth),
        FieldData::Count(number) => count(*number),
        FieldData::Moment(at) => moment(*at),
        FieldData::Texts(texts) => Value::Array(texts.iter().map(|text| line(text)).collect::<Array>()),
        FieldData::Anchor(anchor) => {
            let mut table = InlineTable::new();
            write_anchor(&mut table, None, anchor);
            Value::InlineTable(table)
        }
        other => line(&other.text()),
    }
}

fn new(record: &Record) -> Table {
    let mut table = Table::new();
    let key = record.key();
    put(&mut table, key.kind().table().name, line(key.name()));
    for field in record.fields() {
        write_field(&mut table, field, None, &field.written(record));
    }
    conflicts::write(&mut table, &[], record.conflicts(), key.kind());
    table
}

fn update(table: &mut Table, was: &Record, record: &Record) {
    for field in record.fields() {
        let (before, after) = (field.written(was), field.written(record));
        if before != after || (field.get)(was) != (field.get)(record) {
            write_field(table, field, Some(&before), &after);
        }
    }
    conflicts::write(table, was.conflicts(), record.conflicts(), record.kind());
}

fn write_field(table: &mut Table, field: &Field, was: Option<&FieldData>, value: &FieldData) {
    match value {
        FieldData::Anchor(anchor) => {
            let was = if let Some(FieldData::Anchor(was)) = was { Some(&**was) } else { None };
            match (was, table.get_mut(field.name).and_then(Item::as_table_like_mut)) {
                (Some(was), Some(table)) => write_anchor(table, Some(was), anchor),
                _ => {
                    let mut new = Table::new();
                    write_anchor(&mut new, None, anchor);
                    table.insert(field.name, Item::Table(new));
                }
            }
        }
        value if !value.is_absent() => put(table, field.name, spelled(field.shape, value)),
        _ if field.shape == Shape::Anchor => {
            table.remove(field.name);
        }
        _ => comments::remove(table, field.name),
    }
}

fn write_anchor(table: &mut dyn TableLike, was: Option<&Anchor>, anchor: &Anchor) {
    let mut texts = |field: &str, get: fn(&Anchor) -> &str| {
        if was.is_none_or(|was| get(was) != get(anchor)) {
            put(table, field, line(get(anchor)));
        }
    };
    texts("language", |anchor| &anchor.language);
    texts("exact", |anchor| &anchor.exact);
    texts("prefix", |anchor| &anchor.prefix);
    texts("suffix", |anchor| &anchor.suffix);
    texts("paragraph_hash", |anchor| &anchor.paragraph_hash);
    texts("state", |anchor| anchor.state.word());
    if was.is_none_or(|was| was.start != anchor.start) {
        put(table, "start", size(anchor.start));
    }
    if was.is_none_or(|was| was.end != anchor.end) {
        put(table, "end", size(anchor.end));
    }
}
