//! Edits to a table of a file that leave alone what stands around them: spaces, and the comments that a person put above
//! a line or behind it. Knows no field and no entry.

use toml_edit::{Item, RawString, Table, TableLike, Value};

/// Gives a field a value; what stands around the old one (spaces, a comment behind it) stays.
pub(super) fn put(table: &mut dyn TableLike, field: &str, mut value: Value) {
    if let Some(old) = table.get_mut(field).and_then(Item::as_value_mut) {
        *value.decor_mut() = old.decor().clone();
        *old = value;
    } else {
        table.insert(field, Item::Value(value));
    }
}

/// Removes a field. Comments above it move to the line below; if there is none, they follow the line above.
pub(super) fn remove(table: &mut dyn TableLike, field: &str) {
    let Some(item) = table.get(field) else { return };
    let behind = item.as_value().and_then(|value| value.decor().suffix()).and_then(RawString::as_str);
    let behind = behind.unwrap_or_default().trim().to_owned();
    let above = table.key(field).and_then(|key| key.leaf_decor().prefix()).and_then(RawString::as_str);
    let mut comments = above.unwrap_or_default().trim_end_matches([' ', '\t']).to_owned();
    if !behind.is_empty() {
        comments.push_str(&behind);
        comments.push('\n');
    }
    let fields: Vec<String> =
        table.iter().filter(|(_, item)| item.is_value()).map(|(name, _)| name.to_owned()).collect();
    let at = fields.iter().position(|name| name == field);
    table.remove(field);
    if !comments.contains('#') {
        return;
    }
    let Some(at) = at else { return };
    if let Some(mut next) = fields.get(at + 1).and_then(|name| table.key_mut(name)) {
        let own = next.leaf_decor().prefix().and_then(RawString::as_str).unwrap_or_default().to_owned();
        next.leaf_decor_mut().set_prefix(format!("{comments}{own}"));
    } else if let Some(value) = at
        .checked_sub(1)
        .and_then(|before| fields.get(before))
        .and_then(|name| table.get_mut(name))
        .and_then(|item| item.as_value_mut())
    {
        let own = value.decor().suffix().and_then(RawString::as_str).unwrap_or_default().to_owned();
        value.decor_mut().set_suffix(format!("{own}\n{}", comments.trim_end_matches('\n')));
    }
}

/// A table that forgets where it stood in the file that it comes from.
pub(super) fn detached(mut table: Table) -> Table {
    table.set_position(None);
    for (_, item) in table.iter_mut() {
        let whole = std::mem::take(item);
        *item = detached_item(whole);
    }
    table
}

/// The same of an item.
pub(super) fn detached_item(item: Item) -> Item {
    match item {
        Item::Table(table) => Item::Table(detached(table)),
        Item::ArrayOfTables(list) => Item::ArrayOfTables(list.into_iter().map(detached).collect()),
        other => other,
    }
}
