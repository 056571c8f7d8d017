//! Which way arrows run. The rooms of `src/` and what each may name stand in one table; an arrow that runs up
//! fails here, with the file that has it.

use crate::source;

/// Each room with the rooms it may name. What is not here does not exist.
const ROOMS: [(&str, &[&str]); 15] = [
    ("model", &[]),
    ("text", &[]),
    ("messages", &["model"]),
    ("keymap", &["messages", "model"]),
    ("format", &["messages", "model", "text"]),
    ("search", &["messages", "model", "text"]),
    ("layout", &["messages", "model", "text"]),
    ("export", &["messages", "model", "text"]),
    ("config", &["keymap", "messages", "model"]),
    ("store", &["format", "messages", "model", "text"]),
    ("app", &["export", "keymap", "messages", "model", "layout", "search", "text"]),
    ("ui", &["app", "keymap", "messages", "model", "layout", "search", "text"]),
    (
        "runtime",
        &[
            "app", "config", "export", "format", "keymap", "messages", "model", "search", "store", "text",
            "ui",
        ],
    ),
    (
        "cli",
        &[
            "app", "config", "export", "format", "keymap", "messages", "model", "runtime", "search", "store",
            "text", "ui",
        ],
    ),
    ("lib", &[]),
];

/// The rooms that a file names by `crate::…`, one name or a group of them.
fn named(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for after in code.split("crate::").skip(1) {
        let group = after.strip_prefix('{');
        let names = match group {
            Some(group) => group.split('}').next().unwrap_or_default(),
            None => after,
        };
        for name in names.split(if group.is_some() { ',' } else { '\u{0}' }) {
            let word: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            rooms.push(word);
        }
    }
    rooms.retain(|room| !room.is_empty());
    rooms
}

/// Arrows that run up, as `file -> room`.
fn wrong_arrows(files: &[(String, String)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (file, text) in files {
        let room = file.split(['/', '.']).next().unwrap_or_default();
        if room == "main" {
            continue;
        }
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("{file} is in a room that the table does not know"));
            continue;
        };
        for target in named(&source::code(text)) {
            if target != room && !allowed.contains(&target.as_str()) {
                wrong.push(format!("{file} -> {target}"));
            }
        }
    }
    wrong
}

#[test]
fn no_arrow_runs_up() {
    let files = source::files();
    assert!(files.len() > 100, "the source was found");
    assert_eq!(wrong_arrows(&files), Vec::<String>::new());
}

#[test]
fn an_arrow_that_runs_up_is_seen_however_it_is_written() {
    for (file, code, arrow) in [
        ("model/note.rs", "use crate::store::Workspace;", "model/note.rs -> store"),
        ("app/state.rs", "let x = crate::ui::view;", "app/state.rs -> ui"),
        ("ui/head.rs", "use crate::{app::App, store::Lock};", "ui/head.rs -> store"),
        ("store/lock.rs", "use crate::app::App;", "store/lock.rs -> app"),
    ] {
        assert_eq!(wrong_arrows(&[(file.to_owned(), code.to_owned())]), [arrow], "{code}");
    }
    let comment = ("model/note.rs".to_owned(), "// see crate::store\n/// crate::ui".to_owned());
    assert!(wrong_arrows(&[comment]).is_empty());
}

#[test]
fn every_file_says_what_it_is_and_none_is_two_things() {
    for (file, text) in source::files() {
        assert!(text.starts_with("//!"), "{file} does not say what it is");
        let lines = source::code(&text).lines().filter(|line| !line.trim().is_empty()).count();
        assert!(lines <= 400, "{file} has {lines} lines: which two things is it?");
    }
}

#[test]
fn every_room_has_a_facade_that_holds_no_logic() {
    for (room, _) in ROOMS.iter().filter(|(room, _)| *room != "lib") {
        let facade = source::files().into_iter().find(|(file, _)| *file == format!("{room}.rs"));
        let (_, text) = facade.unwrap_or_else(|| panic!("{room} has no facade"));
        if *room != "cli" {
            assert!(!source::code(&text).contains("fn "), "{room}.rs holds logic");
        }
    }
}
