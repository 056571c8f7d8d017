//! `[[note.conflict]]` and `[[paragraph.conflict]]`: the second value of a field, kept until a person picks. Ones of
//! a field that this program does not know stay as they are.

use toml_edit::{ArrayOfTables, Item, Table};

use super::edit::{detached, put};
use super::fields::value;
use super::spelling::{line, spelled};
use crate::format::findings::Findings;
use crate::format::table;
use crate::model::{EntryConflict, EntryKind, EntryValue, FieldShape, FieldValue, Moment, Need};

/// The list's name in its note or paragraph.
pub(super) const LIST: &str = "conflict";

fn knows(kind: EntryKind, table: &Table) -> bool {
    let field = table.get("field").and_then(Item::as_str);
    field.is_some_and(|name| kind.disputable().any(|field| field.name == name))
}

/// The conflicts of an entry.
pub(super) fn read(
    findings: &mut Findings<'_>,
    table: &table::Table<'_>,
    kind: EntryKind,
) -> Vec<EntryConflict> {
    let blank = kind.key("").blank(Moment::UNIX_EPOCH);
    let mut conflicts = Vec::new();
    for table in findings.headed_tables(table, LIST) {
        let Some(name) = findings.required(&table, "field") else { continue };
        let Some(field) = kind.disputable().find(|field| field.name == name.value) else { continue };
        let Some(written) = table.get("value") else {
            findings.missing(&table, "value");
            continue;
        };
        // An empty text is none, where the field may have none.
        let value = if written.get_ref().as_str() == Some("") && (field.get)(&blank).is_absent() {
            Some(EntryValue::None)
        } else {
            value(findings, &table, "value", field.shape, field.need == Need::Filled)
        };
        let from = findings.any_text(&table, "from").map(|text| text.value).unwrap_or_default();
        if let Some(value) = value {
            conflicts.push(EntryConflict { value: FieldValue { field: field.name, value }, from });
        }
    }
    conflicts
}

/// Brings the conflicts of an entry from `was`, which the file holds, to `now`. Those that stay keep what a hand wrote
/// into them.
pub(super) fn write(table: &mut Table, was: &[EntryConflict], now: &[EntryConflict], kind: EntryKind) {
    if was == now {
        return;
    }
    let list = table.remove(LIST).and_then(|item| item.into_array_of_tables().ok()).unwrap_or_default();
    let (known, unknown): (Vec<Table>, Vec<Table>) = list.into_iter().partition(|table| knows(kind, table));
    let mut known: Vec<(&EntryConflict, Table)> = was.iter().zip(known).collect();
    let mut list = ArrayOfTables::new();
    for conflict in now {
        let old = known.iter().position(|(was, _)| *was == conflict).map(|at| known.remove(at).1);
        list.push(old.unwrap_or_else(|| new(conflict, kind)));
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
    let known = |table: &Table| EntryKind::ALL.iter().any(|kind| knows(*kind, table));
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

fn new(conflict: &EntryConflict, kind: EntryKind) -> Table {
    let EntryConflict { value: FieldValue { field, value }, from } = conflict;
    // On several lines only where there are several.
    let shape = kind.field(field).map_or(FieldShape::Line, |field| field.shape);
    let shape = if value.text().contains('\n') { shape } else { FieldShape::Line };
    let mut table = Table::new();
    put(&mut table, "field", line(field));
    put(&mut table, "value", spelled(shape, value));
    put(&mut table, "from", line(from));
    table
}
