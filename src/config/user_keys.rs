//! The user's own keys in `config.toml`: a table for each place, `[keys.browse]`, with rows `"ctrl-j" = "next-paragraph"`.

use toml_edit::{Item, TableLike};

use super::lines::Lines;
use crate::keymap::{KeyChange, Keys, Scope};
use crate::messages::{UserMessage, nearest, user_message};

/// The keys in force, and what is wrong, each with its line. `line` is that of the word `keys` itself.
pub(super) fn read(item: &Item, lines: Lines<'_>, line: usize) -> (Keys, Vec<(usize, UserMessage)>) {
    let Some(places) = item.as_table_like() else {
        return (Keys::default(), vec![(line, user_message("keys-no-table"))]);
    };
    let line_of = |table: &dyn TableLike, key: &str| lines.of(table.key(key).and_then(|key| key.span()));
    let mut problems = Vec::new();
    let mut rows: Vec<(usize, KeyChange<'_>)> = Vec::new();
    for (name, item) in places.iter() {
        let line = line_of(places, name);
        match (Scope::named(name), item.as_table_like()) {
            (Some(scope), Some(table)) => rows.extend(table.iter().map(|(key, action)| {
                (line_of(table, key), KeyChange { scope, key, action: action.as_str() })
            })),
            (Some(_), None) => problems.push((line, user_message("keys-no-table"))),
            (None, _) => problems.push((line, no_place(name))),
        }
    }
    let changes: Vec<KeyChange<'_>> = rows.iter().map(|(_, change)| *change).collect();
    let (keys, refused) = Keys::with(&changes);
    let at = |row: usize| rows.get(row).map_or(line, |(line, _)| *line);
    problems.extend(
        refused.into_iter().map(|(row, why)| (at(row), user_message("keys-refused").and("why", why))),
    );
    (keys, problems)
}

fn no_place(name: &str) -> UserMessage {
    let names = || Scope::ALL.into_iter().map(Scope::name);
    match nearest(name, names()) {
        Some(near) => user_message("keys-no-place-near").with("place", name).with("near", near),
        None => user_message("keys-no-place").with("place", name).list("places", names()),
    }
}
