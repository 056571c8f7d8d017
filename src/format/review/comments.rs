//! Removing a line of a table without losing a comment that a person put above it or behind it.

use toml_edit::{RawString, TableLike};

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
