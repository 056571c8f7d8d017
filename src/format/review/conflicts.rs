//! `[[note.conflict]]` and `[[paragraph.conflict]]`: the second value of a field, kept until a person picks. Ones of
//! a field that this program does not know stay as they are.

use toml_edit::{ArrayOfTables, InlineTable, Item, Table, Value};

use super::adopt::detached;
use super::fields::{At, Reader};
use super::read::{anchor, kind, recommendation, status};
use super::strings::{block, lf, line};
use super::write::{moment, put, write_anchor};
use crate::messages::said;
use crate::model::{Disagreement, FieldValue, ParagraphNumber};

/// The list's name in its note or paragraph.
pub(super) const LIST: &str = "conflict";

const OF_NOTE: [&str; 6] = ["body", "kind", "settled", "deleted", "paragraph", "anchor"];
const OF_MARK: [&str; 2] = ["status", "recommendation"];

/// Whose conflicts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Note,
    Mark,
}

impl Of {
    fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Note => &OF_NOTE,
            Self::Mark => &OF_MARK,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Note => "note.conflict",
            Self::Mark => "paragraph.conflict",
        }
    }

    fn knows(self, table: &Table) -> bool {
        table.get("field").and_then(Item::as_str).is_some_and(|field| self.fields().contains(&field))
    }
}

/// The disagreements of a note or paragraph.
pub(super) fn read<'a>(reader: &mut Reader<'a>, at: At<'a>, of: Of) -> Vec<Disagreement> {
    let Some(item) = at.table.get(LIST) else { return Vec::new() };
    let Some(list) = item.as_array_of_tables() else {
        let byte = reader.byte_of(at, LIST);
        reader.problem(byte, said("review-not-a-list").with("name", of.name()));
        return Vec::new();
    };
    let tables = list.iter().map(|table| At { table, byte: table.span().map_or(at.byte, |span| span.start) });
    let mut disagreements = Vec::new();
    for at in tables {
        let Some(field) = reader.needed(at, "field").filter(|field| of.fields().contains(field)) else {
            continue;
        };
        let value = value(reader, at, field);
        let from = reader.text(at, "from").unwrap_or_default();
        if let Some(value) = value {
            disagreements.push(Disagreement { value, from: from.to_owned() });
        }
    }
    disagreements
}

fn value<'a>(reader: &mut Reader<'a>, at: At<'a>, field: &str) -> Option<FieldValue> {
    let none = at.table.get("value").and_then(Item::as_str) == Some("");
    if at.table.get("value").is_none() {
        reader.present(at, "value");
        return None;
    }
    Some(match field {
        "body" => FieldValue::Body(lf(reader.text(at, "value")?).into_owned()),
        "kind" => FieldValue::Kind(kind(reader, at, "value")?),
        "settled" => FieldValue::Settled(reader.truth(at, "value")?),
        "deleted" if none => FieldValue::Deleted(None),
        "deleted" => FieldValue::Deleted(Some(reader.moment(at, "value")?)),
        "paragraph" => FieldValue::Paragraph(ParagraphNumber::new(&reader.number_as_text(at, "value")?)),
        "anchor" if none => FieldValue::Anchor(None),
        "anchor" => {
            let at = reader.table(at, "value")?;
            FieldValue::Anchor(Some(Box::new(anchor(reader, at)?)))
        }
        "status" => FieldValue::Status(status(reader, at, "value")?),
        "recommendation" if none => FieldValue::Recommendation(None),
        "recommendation" => FieldValue::Recommendation(Some(recommendation(reader, at, "value")?)),
        _ => return None,
    })
}

/// Brings the conflicts of a note or paragraph from `was`, which the file holds, to `now`. Those that stay keep what a
/// hand wrote into them.
pub(super) fn write(table: &mut Table, was: &[Disagreement], now: &[Disagreement], of: Of) {
    if was == now {
        return;
    }
    let list = table.remove(LIST).and_then(|item| item.into_array_of_tables().ok()).unwrap_or_default();
    let (known, unknown): (Vec<Table>, Vec<Table>) = list.into_iter().partition(|table| of.knows(table));
    let mut known: Vec<(&Disagreement, Table)> = was.iter().zip(known).collect();
    let mut list = ArrayOfTables::new();
    for disagreement in now {
        let old = known.iter().position(|(was, _)| *was == disagreement).map(|at| known.remove(at).1);
        list.push(old.unwrap_or_else(|| new(disagreement)));
    }
    unknown.into_iter().for_each(|table| list.push(table));
    if list.is_empty() {
        return;
    }
    // Where a table stood in the file decides where it is written: these stand in the order of the list now.
    list.iter_mut().for_each(|table| table.set_position(None));
    table.insert(LIST, Item::ArrayOfTables(list));
}

/// Keeps a value of a field that this program does not know, as TOML spells it.
pub(super) fn keep_unknown(table: &mut Table, field: &str, value: &str, from: &str) {
    let mut conflict = Table::new();
    put(&mut conflict, "field", line(field));
    put(&mut conflict, "value", line(value));
    put(&mut conflict, "from", line(from));
    push_new(table, conflict);
}

/// Takes conflicts of fields that are not known from another table of the same entry.
pub(super) fn take_unknown(table: &mut Table, other: &Table) {
    let Some(others) = other.get(LIST).and_then(Item::as_array_of_tables) else { return };
    let known = |table: &Table| Of::Note.knows(table) || Of::Mark.knows(table);
    for other in others.iter().filter(|other| !known(other)) {
        push_new(table, detached(other.clone()));
    }
}

/// Whether a table has a list of conflicts.
pub(super) fn has_list(table: &Table) -> bool {
    table.get(LIST).is_some_and(Item::is_array_of_tables)
}

fn push_new(table: &mut Table, conflict: Table) {
    let list = table.entry(LIST).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(list) = list.as_array_of_tables_mut() else { return };
    if !list.iter().any(|known| known.to_string() == conflict.to_string()) {
        list.push(conflict);
    }
}

fn new(disagreement: &Disagreement) -> Table {
    let mut table = Table::new();
    put(&mut table, "field", line(disagreement.value.field()));
    put(&mut table, "value", toml(&disagreement.value));
    put(&mut table, "from", line(&disagreement.from));
    table
}

/// A value as its field would be written; nothing is an empty text.
fn toml(value: &FieldValue) -> Value {
    match value {
        FieldValue::Body(body) if body.contains('\n') => block(body),
        FieldValue::Settled(settled) => Value::from(*settled),
        FieldValue::Deleted(Some(at)) => moment(*at),
        FieldValue::Anchor(Some(anchor)) => {
            let mut table = InlineTable::new();
            write_anchor(&mut table, None, anchor);
            Value::InlineTable(table)
        }
        other => line(&other.text()),
    }
}
