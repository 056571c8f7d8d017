//! Editing a review file: only the lines whose value changed, everything else byte for byte.

use std::collections::HashMap;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, TableLike, Value};

use crate::model::{Anchor, Mark, Moment, Note, NoteId, ParagraphNumber, Review, ReviewStatus, Symbol};

use super::comments;
use super::conflicts::{self, Of};
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

/// Brings a file that holds `before` to hold `after`. Fields that are the same in both are not touched.
/// Notes of `after` stand in the order of `before`, new ones behind: this is how changes leave them.
pub fn write_into(doc: &mut DocumentMut, before: &Review, after: &Review) {
    write_marks(doc, before, after);
    write_notes(doc, before, after);
}

fn write_marks(doc: &mut DocumentMut, before: &Review, after: &Review) {
    let changed: Vec<_> =
        after.marks.iter().filter(|(number, mark)| before.marks.get(number) != Some(mark)).collect();
    let gone = before.marks.keys().any(|number| !after.marks.contains_key(number));
    if changed.is_empty() && !gone {
        return;
    }
    let Some(list) = list(doc, "paragraph") else { return };
    list.retain(|table| number_of(table).is_none_or(|number| after.marks.contains_key(&number)));
    let places: HashMap<_, _> =
        list.iter().enumerate().filter_map(|(at, table)| Some((number_of(table)?, at))).collect();
    for (number, mark) in changed {
        match (before.marks.get(number), places.get(number).and_then(|at| list.get_mut(*at))) {
            (Some(was), Some(table)) => update_mark(table, was, mark),
            // A table of which nothing was ever said is no mark, and is there all the same.
            (None, Some(table)) => {
                let blank = Mark { rev: 0, disagreements: Vec::new(), ..mark.clone() };
                let blank = Mark { status: ReviewStatus::Unreviewed, recommendation: None, ..blank };
                update_mark(table, &blank, mark);
                put(table, "changed", moment(mark.changed));
            }
            _ if mark.is_blank() => {}
            _ => list.push(new_mark(number, mark)),
        }
    }
}

fn write_notes(doc: &mut DocumentMut, before: &Review, after: &Review) {
    let was: HashMap<&NoteId, &Note> = before.notes.iter().map(|note| (&note.id, note)).collect();
    let changed: Vec<&Note> =
        after.notes.iter().filter(|note| was.get(&note.id).is_none_or(|was| was != note)).collect();
    let new = changed.iter().filter(|note| !was.contains_key(&note.id)).count();
    let gone = before.notes.len() + new > after.notes.len();
    if changed.is_empty() && !gone {
        return;
    }
    let Some(list) = list(doc, "note") else { return };
    if gone {
        list.retain(|table| id_of(table).is_none_or(|id| after.note(&id).is_some()));
    }
    let places: HashMap<_, _> =
        list.iter().enumerate().filter_map(|(at, table)| Some((id_of(table)?, at))).collect();
    for note in changed {
        match (was.get(&note.id), places.get(&note.id).and_then(|at| list.get_mut(*at))) {
            (Some(was), Some(table)) => update_note(table, was, note),
            _ => list.push(new_note(note)),
        }
    }
}

fn list<'a>(doc: &'a mut DocumentMut, name: &str) -> Option<&'a mut ArrayOfTables> {
    doc.entry(name).or_insert(Item::ArrayOfTables(ArrayOfTables::new())).as_array_of_tables_mut()
}

fn id_of(table: &Table) -> Option<NoteId> {
    table.get("id").and_then(Item::as_str).map(|id| NoteId(id.to_owned()))
}

fn number_of(table: &Table) -> Option<ParagraphNumber> {
    let item = table.get("number")?;
    let integer = item.as_integer().map(|number| ParagraphNumber::new(&number.to_string()));
    integer.or_else(|| item.as_str().map(ParagraphNumber::new))
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

fn new_mark(number: &ParagraphNumber, mark: &Mark) -> Table {
    let mut table = Table::new();
    put(&mut table, "number", line(number.as_str()));
    put(&mut table, "status", line(mark.status.word()));
    if let Some(recommendation) = mark.recommendation {
        put(&mut table, "recommendation", line(recommendation.word()));
    }
    put(&mut table, "rev", count(mark.rev));
    put(&mut table, "changed", moment(mark.changed));
    conflicts::write(&mut table, &[], &mark.disagreements, Of::Mark);
    table
}

fn update_mark(table: &mut Table, was: &Mark, mark: &Mark) {
    if was.status != mark.status {
        put(table, "status", line(mark.status.word()));
    }
    if was.recommendation != mark.recommendation {
        match mark.recommendation {
            Some(recommendation) => put(table, "recommendation", line(recommendation.word())),
            None => comments::remove(table, "recommendation"),
        }
    }
    if was.rev != mark.rev {
        put(table, "rev", count(mark.rev));
    }
    if was.changed != mark.changed {
        put(table, "changed", moment(mark.changed));
    }
    conflicts::write(table, &was.disagreements, &mark.disagreements, Of::Mark);
}

fn tags(note: &Note) -> Value {
    Value::Array(note.tags().iter().map(|tag| line(&tag.0)).collect::<Array>())
}

fn new_note(note: &Note) -> Table {
    let mut table = Table::new();
    put(&mut table, "id", line(&note.id.0));
    put(&mut table, "paragraph", line(note.paragraph.as_str()));
    put(&mut table, "kind", line(note.kind.word()));
    put(&mut table, "settled", Value::from(note.settled));
    if !note.tags().is_empty() {
        put(&mut table, "tags", tags(note));
    }
    put(&mut table, "rev", count(note.rev));
    put(&mut table, "created", moment(note.created));
    put(&mut table, "changed", moment(note.changed));
    if let Some(deleted) = note.deleted {
        put(&mut table, "deleted", moment(deleted));
    }
    put(&mut table, "body", block(&note.body));
    if let Some(anchor) = &note.anchor {
        table.insert("anchor", Item::Table(new_anchor(anchor)));
    }
    conflicts::write(&mut table, &[], &note.disagreements, Of::Note);
    table
}

fn update_note(table: &mut Table, was: &Note, note: &Note) {
    if was.paragraph != note.paragraph {
        put(table, "paragraph", line(note.paragraph.as_str()));
    }
    if was.kind != note.kind {
        put(table, "kind", line(note.kind.word()));
    }
    if was.settled != note.settled {
        put(table, "settled", Value::from(note.settled));
    }
    if was.tags() != note.tags() || was.extra_tags != note.extra_tags {
        if note.tags().is_empty() {
            comments::remove(table, "tags");
        } else {
            put(table, "tags", tags(note));
        }
    }
    if was.rev != note.rev {
        put(table, "rev", count(note.rev));
    }
    if was.created != note.created {
        put(table, "created", moment(note.created));
    }
    if was.changed != note.changed {
        put(table, "changed", moment(note.changed));
    }
    match note.deleted {
        Some(deleted) if was.deleted != note.deleted => put(table, "deleted", moment(deleted)),
        None if was.deleted.is_some() => comments::remove(table, "deleted"),
        _ => {}
    }
    if was.body != note.body {
        put(table, "body", block(&note.body));
    }
    if was.anchor != note.anchor {
        update_anchor(table, was.anchor.as_ref(), note.anchor.as_ref());
    }
    conflicts::write(table, &was.disagreements, &note.disagreements, Of::Note);
}

fn update_anchor(table: &mut Table, was: Option<&Anchor>, anchor: Option<&Anchor>) {
    let Some(anchor) = anchor else {
        table.remove("anchor");
        return;
    };
    match (was, table.get_mut("anchor").and_then(Item::as_table_like_mut)) {
        (Some(was), Some(table)) => write_anchor(table, Some(was), anchor),
        _ => {
            table.insert("anchor", Item::Table(new_anchor(anchor)));
        }
    }
}

fn new_anchor(anchor: &Anchor) -> Table {
    let mut table = Table::new();
    write_anchor(&mut table, None, anchor);
    table
}

pub(super) fn write_anchor(table: &mut dyn TableLike, was: Option<&Anchor>, anchor: &Anchor) {
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
