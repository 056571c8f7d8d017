//! Editing a review file: only the lines whose value changed, everything else byte for byte.

use std::collections::HashMap;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike, Value};

use super::conflicts;
use super::edit::{put, remove};
use super::read::{FORMAT, FORMAT_OF_NUMBERS};
use super::spelling::{line, moment, spelled};
use crate::model::{Anchor, EntryField, EntryKey, EntryKind, EntryValue, FieldShape, Record, Review, Symbol};

const HEADER: &str =
    "# Rapporteur review. You may edit by hand; fields and comments Rapporteur does not know are kept.\n";

/// A review file in which nothing has been said yet, and the review that it holds.
#[must_use]
pub fn new_review(symbol: &Symbol, reviewer: &str) -> (DocumentMut, Review) {
    let mut doc = DocumentMut::new();
    doc.insert("format", Item::Value(Value::from(FORMAT_OF_NUMBERS)));
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
    write_entries(doc, before, after);
    raise_format(doc, after);
}

/// The same of the entries, in the whole file or in a piece of it.
pub(super) fn write_entries(doc: &mut DocumentMut, before: &Review, after: &Review) {
    EntryKind::ALL.iter().for_each(|kind| write_kind(doc, *kind, before, after));
}

/// The same of the format, in the whole file or in its head: an older version of the program does not know what a label
/// names that is no number, and shall read only.
pub(super) fn raise_format(doc: &mut DocumentMut, after: &Review) {
    let is_newer = after.records().any(|record| !record.paragraph().is_number());
    let format = doc.get("format").and_then(Item::as_integer);
    if is_newer && format.is_none_or(|format| format < FORMAT) {
        put(doc.as_table_mut(), "format", Value::from(FORMAT));
    }
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

fn new(record: &Record) -> Table {
    let mut table = Table::new();
    let key = record.key();
    put(&mut table, key.kind().table().name, line(key.name()));
    write_fields(&mut table, record.fields(), None, record);
    conflicts::write(&mut table, &[], record.conflicts(), key.kind());
    table
}

fn update(table: &mut Table, was: &Record, record: &Record) {
    write_fields(table, record.fields(), Some(was), record);
    conflicts::write(table, was.conflicts(), record.conflicts(), record.kind());
}

/// Writes the fields in which a record is not as it was.
fn write_fields<R>(table: &mut dyn TableLike, fields: &[EntryField<R>], was: Option<&R>, now: &R) {
    for field in fields {
        let (before, after) = (was.map(|was| field.written(was)), field.written(now));
        if before.as_ref() == Some(&after) && was.is_some_and(|was| (field.get)(was) == (field.get)(now)) {
            continue;
        }
        match (&after, before) {
            (EntryValue::Anchor(anchor), before) => {
                let inner = table.get_mut(field.name).and_then(Item::as_table_like_mut);
                if let (Some(EntryValue::Anchor(was)), Some(inner)) = (before, inner) {
                    write_fields(inner, Anchor::FIELDS, Some(&was), anchor);
                } else {
                    let mut inner = Table::new();
                    write_fields(&mut inner, Anchor::FIELDS, None, anchor);
                    table.insert(field.name, Item::Table(inner));
                }
            }
            (value, _) if !value.is_absent() => put(table, field.name, spelled(field.shape, value)),
            _ if field.shape == FieldShape::Anchor => {
                table.remove(field.name);
            }
            _ => remove(table, field.name),
        }
    }
}
