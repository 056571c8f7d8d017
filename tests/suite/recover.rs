//! `rapporteur recover`: whatever happened to a review file, one command lists what is left, shows what going back
//! would do, and goes back, with a copy of what there was.

#![expect(clippy::disallowed_methods, reason = "a test damages the files of its own folder")]

use std::fs;
use std::path::PathBuf;

use super::home::Home;

const REVIEWS: &str = ".local/share/rapporteur/reviews/CAC_COSP_WG.4_2019_L.1_Add.1--12f30627";

fn file(home: &Home) -> PathBuf {
    home.path(&format!("{REVIEWS}/amara.toml"))
}

/// A home with two notes and three statuses.
fn reviewed() -> Home {
    let home = Home::new();
    for arguments in [
        &["note", "add", "-p", "18", "first note"][..],
        &["note", "add", "-p", "19", "-k", "question", "second note"],
        &["status", "set", "1-3", "accept"],
    ] {
        assert_eq!(home.run(arguments).code, Some(0));
    }
    home
}

/// The names of the items that begin so, in the order of the list.
fn items(home: &Home, begin: &str) -> Vec<String> {
    let out = home.run(&["recover", "list", "--all"]).out;
    let names = out.lines().filter_map(|line| line.split_whitespace().next());
    names.filter(|name| name.starts_with(begin)).map(ToOwned::to_owned).collect()
}

fn has_all(home: &Home) {
    let notes = home.run(&["notes"]);
    notes.says(&["first note", "second note"]);
    home.run(&["status"]).says(&["3"]);
    assert!(fs::read_to_string(file(home)).unwrap().matches("\"accept\"").count() == 3);
}

#[test]
fn a_file_that_was_deleted_cut_or_set_back_comes_back_with_one_command() {
    let home = reviewed();
    let whole = fs::read_to_string(file(&home)).unwrap();
    let cut = whole.split("[[").next().unwrap().to_owned();
    let first = fs::read_to_string(home.path(&format!("{REVIEWS}/amara.toml"))).unwrap();
    let back = first.split("[[note]]").take(2).collect::<Vec<_>>().join("[[note]]");
    for damage in [None, Some(cut), Some(back)] {
        match &damage {
            None => fs::remove_file(file(&home)).unwrap(),
            Some(text) => fs::write(file(&home), text).unwrap(),
        }
        home.run(&["recover"]).says(&["lost", "missing from the file"]);
        home.run(&["recover", "show", "lost"]).says(&["Restoring it would change", "+ 19", "second note"]);
        home.run(&["recover", "restore", "lost"]).says(&["restored from lost"]);
        has_all(&home);
        assert!(items(&home, "lost").is_empty());
        home.run(&["recover", "restore", "lost"]).fails(2, &["Nothing is missing in", "amara.toml"]);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_written_anew_only_when_asked_and_copied_first() {
    let home = reviewed();
    let broken = format!("{}\n[[broken", fs::read_to_string(file(&home)).unwrap());
    for (damage, told) in
        [(broken.as_bytes(), "A bracket is not closed"), (b"", "format"), (&[0xff, 0xfe][..], "UTF-8")]
    {
        fs::write(file(&home), damage).unwrap();
        let listed = home.run(&["recover"]);
        listed.says(&[told, "known", "2 notes, 3 statuses"]);
        assert_eq!(fs::read(file(&home)).unwrap(), damage, "looking changes nothing");
        home.run(&["recover", "restore", "known"]).says(&["copied to the backups and rewritten"]);
        has_all(&home);
        let copies = home.files(".local/state/rapporteur");
        let copied = copies.iter().any(|path| {
            path.to_string_lossy().contains("before-restore") && fs::read(path).unwrap() == damage
        });
        assert!(copied, "{copies:?}");
    }
}

#[test]
fn a_file_of_a_newer_program_is_not_written_even_when_asked() {
    let home = reviewed();
    let newer = fs::read_to_string(file(&home)).unwrap().replace("format = 1", "format = 3");
    fs::write(file(&home), &newer).unwrap();
    for name in items(&home, "previous").iter().chain(&items(&home, "backup")) {
        assert_eq!(home.run(&["recover", "restore", name]).code, Some(3));
    }
    assert_eq!(fs::read_to_string(file(&home)).unwrap(), newer);
}

#[test]
fn an_earlier_state_comes_back_whole_or_only_what_is_missing_and_is_taken_back_again() {
    let home = reviewed();
    let operations = items(&home, "journal");
    assert_eq!(operations.len(), 3);
    home.run(&["recover", "show", &operations[0]]).says(&[
        "What it did:",
        "first note",
        "- 19",
        "second note",
    ]);
    home.run(&["recover", "restore", &operations[0], "--keep"]).says(&["nothing to restore"]);
    home.run(&["recover", "restore", &operations[0]]).says(&["restored from"]);
    let notes = home.run(&["notes"]).out;
    assert!(notes.contains("first note") && !notes.contains("second note"), "{notes}");
    // In one second more than one copy may be made: the one of going back is meant.
    let list = home.run(&["recover"]).out;
    let backup = list.lines().find(|line| line.contains("before a restore")).unwrap();
    let backup = backup.split_whitespace().next().unwrap().to_owned();
    home.run(&["recover", "restore", &backup, "--keep"]).says(&["restored from"]);
    home.run(&["recover", "restore", &backup]);
    has_all(&home);
    assert_eq!(items(&home, "journal").len(), 5, "going back is written down like any other change");
}

#[test]
fn a_review_of_which_nothing_is_kept_says_so_and_the_list_writes_nothing() {
    let home = Home::new();
    home.run(&["recover"]).says(&["0 notes, 0 statuses", "Nothing else has been kept"]);
    assert!(home.files(".local/share").is_empty());
    let home = reviewed();
    let before = home.files(".local");
    home.run(&["recover"]);
    home.run(&["recover", "show", "previous"]);
    assert_eq!(home.files(".local"), before);
}

/// The only journal of a home.
fn journal(home: &Home) -> PathBuf {
    let files = home.files(".local/state/rapporteur");
    let mut journals = files.into_iter().filter(|path| path.extension().is_some_and(|end| end == "jsonl"));
    journals.next().unwrap()
}

#[test]
fn a_damaged_journal_is_told_with_its_line_and_what_to_do_and_the_rest_is_used() {
    let home = reviewed();
    let whole = fs::read_to_string(journal(&home)).unwrap();
    let lines = whole.lines().count();
    for (damage, line) in [
        (format!("{whole}{}", whole.chars().take(100).collect::<String>()), lines + 1),
        (whole.replacen("operation", "op", 1), 1),
    ] {
        fs::write(journal(&home), &damage).unwrap();
        let told = home.run(&["recover"]);
        assert_eq!(told.code, Some(0), "{}", told.err);
        let place = format!("in line {line}, ");
        assert!(
            told.err.contains(&place) && told.err.contains(".jsonl") && told.err.contains("less"),
            "{}",
            told.err
        );
        assert!(!items(&home, "journal-").is_empty(), "the rest is listed");
        let checked = home.run(&["check"]);
        assert_eq!(checked.code, Some(1), "{}", checked.err);
        assert!(checked.out.contains(&place) && checked.out.contains("one warning"), "{}", checked.out);
        assert_eq!(fs::read_to_string(journal(&home)).unwrap(), damage, "looking changes nothing");
    }
    fs::write(journal(&home), &whole).unwrap();
    assert_eq!(home.run(&["check"]).code, Some(0));
    // One that cannot be read at all: backups are still listed.
    let path = journal(&home);
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let told = home.run(&["recover"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(
        told.err.contains("is not a regular file") && told.out.contains("backup-"),
        "{}\n{}",
        told.out,
        told.err
    );
    let checked = home.run(&["check"]);
    assert!(checked.code == Some(3) && checked.err.contains("is not a regular file"), "{}", checked.err);
}

#[test]
fn what_is_lost_in_a_file_that_cannot_be_read_cannot_be_told_and_that_is_said() {
    let home = reviewed();
    let whole = fs::read_to_string(file(&home)).unwrap();
    for damage in [whole.replacen("[[note]]", "[[note", 1), whole.replacen("format = 1", "format = 9", 1)] {
        fs::write(file(&home), &damage).unwrap();
        for deed in ["restore", "show"] {
            home.run(&["recover", deed, "lost"]).fails(3, &["cannot be told", "amara.toml, line"]);
        }
        assert_eq!(fs::read_to_string(file(&home)).unwrap(), damage);
    }
    fs::write(file(&home), &whole).unwrap();
    home.run(&["recover", "restore", "known"]).fails(2, &["can be read as it is"]);
}
