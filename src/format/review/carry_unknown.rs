//! What this program does not know of the other side's tables goes with them: fields, tables, comments.

use toml_edit::{Decor, Item, RawString, Table};

use super::conflicts::{self, keep_unknown};
use super::edit::detached_item;

/// Takes into a table what another one has that is not known and that the first one lacks. Where both have it and
/// differ, the other's is kept as a conflict, if it can be.
pub(super) fn carry_unknown(table: &mut Table, other: &Table, known: &[&str], from: &str) {
    comments(table.decor_mut(), other.decor());
    conflicts::take_unknown(table, other);
    for (name, item) in other {
        if known.contains(&name) {
            field_comments(table, other, name);
            continue;
        }
        if name == conflicts::LIST && conflicts::has_list(other) {
            continue;
        }
        match table.get(name) {
            None => {
                if let Some((key, item)) = other.get_key_value(name) {
                    table.insert_formatted(key, detached_item(item.clone()));
                }
            }
            Some(own) if text_of(own) == text_of(item) => {}
            // A file is no entry: it has no conflicts. Its own lines stand.
            Some(_) if known.contains(&"format") => {}
            Some(_) => keep_unknown(table, name, &text_of(item), from),
        }
    }
}

fn text_of(item: &Item) -> String {
    item.to_string().trim().to_owned()
}

fn field_comments(table: &mut Table, other: &Table, name: &str) {
    let (Some(theirs), Some(mut own)) = (other.key(name), table.key_mut(name)) else { return };
    comments(own.leaf_decor_mut(), theirs.leaf_decor());
    let behind = other.get(name).and_then(Item::as_value).and_then(|value| value.decor().suffix());
    let Some(behind) = behind.and_then(RawString::as_str).filter(|text| text.contains('#')) else { return };
    let behind = behind.to_owned();
    if let Some(value) = table.get_mut(name).and_then(Item::as_value_mut) {
        let own = value.decor().suffix().and_then(RawString::as_str).unwrap_or_default();
        if !own.contains('#') {
            value.decor_mut().set_suffix(behind);
        }
    }
}

/// Comments above something that are not above it here join those that are.
fn comments(own: &mut Decor, theirs: &Decor) {
    let words = |decor: &Decor| decor.prefix().and_then(RawString::as_str).unwrap_or_default().to_owned();
    let mut above = words(own);
    let mut new = false;
    for line in words(theirs).lines().map(str::trim).filter(|line| line.starts_with('#')) {
        if !above.lines().any(|known| known.trim() == line) {
            let end = above.trim_end_matches([' ', '\t']).len();
            above.insert_str(end, &format!("{line}\n"));
            new = true;
        }
    }
    if new {
        own.set_prefix(above);
    }
}
