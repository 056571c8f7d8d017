//! The id of a sentence reaches no screen: whatever key is pressed, wherever, in whichever language.

use std::collections::BTreeSet;

use rapporteur::keymap::{Action, Chord, Keys, Scope, TABLE, key_named};
use rapporteur::messages::{Messages, languages};

use crate::desk::Place;

/// All ids of the source catalog.
fn ids() -> BTreeSet<&'static str> {
    let source = include_str!("../../data/locales/en.ftl");
    source
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(id, _)| id.trim())
        .filter(|id| id.contains('-'))
        .collect()
}

/// The ids that stand in a text as words of their own, whole or with the end cut off that all of a row's ids have.
fn leaked(text: &str, ids: &BTreeSet<&'static str>) -> Vec<String> {
    text.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
        .filter(|word| ids.contains(word) || (word.ends_with("-short") && word.len() > 6))
        .map(str::to_owned)
        .collect()
}

/// Each key of the table and its twin in the other case, and letters and marks besides.
fn keys() -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = ('!'..='~').map(|c| c.to_string()).collect();
    for name in TABLE.iter().flat_map(|row| row.keys).filter(|name| **name != "0-9") {
        keys.insert(if name.chars().count() == 1 { (*name).to_owned() } else { format!("<{name}>") });
    }
    keys.extend(["啊", "é", "ф", "：", "　", "<F1>", "<Delete>", "<Alt-u>", "<Ctrl-z>"].map(str::to_owned));
    keys.remove("<");
    keys
}

#[test]
fn no_id_of_a_sentence_reaches_a_screen() {
    let ids = ids();
    assert!(leaked("Did you mean l (key-right-short)?", &ids).len() == 1, "the test sees one");
    let whence = [
        "",
        "<Enter>",
        "g",
        "s",
        "v",
        "f",
        "?",
        ":open<Enter>",
        "d",
        "<Enter><Enter>",
        "29",
        "gn",
        "gr",
        "8aword",
        "/国",
        ":",
    ];
    // What one language lacks another says, so each place is tried in one of them.
    let count = languages().count();
    for (at, (language, _)) in languages().enumerate() {
        for (place_of, whence) in whence.into_iter().enumerate().skip(at).step_by(count) {
            let place = Place::new();
            let mut program = place.start_in(language, 120, 30);
            program.keys("5aa note<Esc>5Gh");
            // Each key in a third of the places: what a dead key says of any place is tried below.
            for key in keys().into_iter().skip(place_of % 3).step_by(3) {
                program.app.shell.opening = false;
                program.unheard("<Esc><Esc><Esc><Esc>5Gh").unheard(whence).unheard(&key);
                // What is said stands over what else is there.
                let told = Some(program.notice()).filter(|notice| !notice.is_empty());
                let told = told.unwrap_or_else(|| program.screen());
                assert_eq!(leaked(&told, &ids), Vec::<String>::new(), "{language} {whence}{key}: {told}");
            }
        }
    }
}

#[test]
fn what_a_dead_key_was_perhaps_meant_to_be_has_words_in_every_language() {
    let ids = ids();
    let scopes = [
        Scope::List,
        Scope::Reader,
        Scope::Go,
        Scope::Status,
        Scope::Select,
        Scope::Question,
        Scope::Menu,
        Scope::Page,
        Scope::Decide,
        Scope::Documents,
        Scope::Search,
        Scope::Compose,
        Scope::Palette,
    ];
    for (language, _) in languages() {
        let messages = Messages::of(language).unwrap();
        for scope in scopes {
            for key in keys() {
                let name = key.trim_start_matches('<').trim_end_matches('>');
                let Some(chord) = key_named(if name.is_empty() { &key } else { name }) else { continue };
                let told = messages.say(&Keys::default().similar(scope, chord));
                assert_eq!(leaked(&told, &ids), Vec::<String>::new(), "{language} {scope:?} {key}");
            }
        }
        // What menus, the footer and the palette show.
        for row in TABLE.iter().filter(|row| row.footer > 0 || row.command) {
            assert!(messages.word(row.short).is_some(), "{language}: {}", row.short);
        }
    }
    assert_eq!(Keys::default().resolve(Scope::List, Chord::char('L')), None::<Action>);
}
