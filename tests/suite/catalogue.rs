//! The catalogue of sentences: every sentence that the source names is there, with the values that are given to
//! it, and none is there that nothing names.

#![expect(clippy::disallowed_methods, reason = "a test reads the catalogue")]

use std::collections::{BTreeMap, BTreeSet};

use crate::source;
use rapporteur::keymap::TABLE;

/// Ids and the names of their values, as a catalogue has them.
fn catalogue() -> BTreeMap<String, BTreeSet<String>> {
    let text = std::fs::read_to_string(source::root().join("data/locales/en.ftl")).unwrap();
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in text.lines() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
            id = name.to_owned();
            assert!(messages.insert(id.clone(), BTreeSet::new()).is_none(), "{id} stands twice");
        }
        for part in line.split('$').skip(1) {
            // `$VISUAL` is a word of a sentence; a value is written in small letters inside braces.
            let name: String = part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
            if !name.is_empty() {
                messages.get_mut(&id).unwrap().insert(name);
            }
        }
    }
    messages
}

/// Every `said("id")` of the source with the names of the values that are chained to it.
fn spoken() -> Vec<(String, String, BTreeSet<String>)> {
    let mut spoken = Vec::new();
    for (file, text) in source::files() {
        let code = source::code(&text);
        let mut rest = code.as_str();
        while let Some(at) = rest.find("said(\"") {
            let after = rest.get(at + 6..).unwrap_or_default();
            let id = after.split('"').next().unwrap_or_default().to_owned();
            let mut tail = after.get(id.len() + 2..).unwrap_or_default();
            let mut values = BTreeSet::new();
            loop {
                let trimmed = tail.trim_start();
                let Some((method, name)) = [".with(\"", ".count(\"", ".and(\""]
                    .iter()
                    .find_map(|m| trimmed.strip_prefix(m).map(|name| (m, name)))
                else {
                    break;
                };
                let _ = method;
                values.insert(name.split('"').next().unwrap_or_default().to_owned());
                let mut depth = 1;
                let end = name.char_indices().find(|(_, c)| {
                    depth += match c {
                        '(' => 1,
                        ')' => -1,
                        _ => 0,
                    };
                    depth == 0
                });
                tail = end.and_then(|(at, _)| name.get(at + 1..)).unwrap_or_default();
            }
            spoken.push((file.clone(), id, values));
            rest = after;
        }
    }
    spoken
}

#[test]
fn every_sentence_that_the_source_names_is_in_the_catalogue() {
    let catalogue = catalogue();
    for (file, id, values) in spoken() {
        let Some(wanted) = catalogue.get(&id) else { panic!("{file}: the catalogue has no {id}") };
        let unknown: Vec<&String> = values.difference(wanted).collect();
        assert!(unknown.is_empty(), "{file}: {id} takes no {unknown:?}");
    }
}

#[test]
fn every_row_of_the_key_table_has_its_sentence_and_those_that_are_shown_short_their_word() {
    let catalogue = catalogue();
    for row in TABLE {
        assert!(catalogue.contains_key(row.about), "{}", row.about);
        if row.footer > 0 || row.command {
            assert!(catalogue.contains_key(row.short), "{}", row.short);
        }
    }
}

#[test]
fn nothing_is_in_the_catalogue_that_nothing_says() {
    let source: String = source::files().into_iter().map(|(_, text)| source::code(&text)).collect();
    let keys: BTreeSet<&str> = TABLE.iter().flat_map(|row| [row.about, row.short]).collect();
    // Ids that are built at run time, by what they begin with.
    let built = ["language-", "cli-"];
    let unused: Vec<String> = catalogue()
        .into_keys()
        .filter(|id| {
            let quoted = format!("\"{id}\"");
            !keys.contains(id.as_str())
                && !built.iter().any(|b| id.starts_with(b))
                && !source.contains(&quoted)
        })
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}
