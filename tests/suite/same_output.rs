//! What the commands print of the reference document and a review of it, byte for byte as former versions printed it: who
//! reads it by program, or compares two exports, sees no difference.

use serde_json::Value;

use crate::home::Home;

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/reference/", $name))
    };
}

/// A home with the reviews of two reviewers.
fn home() -> Home {
    let home = Home::new();
    let folder = ".local/share/rapporteur/reviews/CAC_COSP_WG.4_2019_L.1_Add.1--12f30627";
    home.write(&format!("{folder}/amara.toml"), fixture!("amara.toml"));
    home.write(&format!("{folder}/__--6e9c21fa.toml"), fixture!("lina.toml"));
    home
}

#[track_caller]
fn check(args: &[&str], expected: &str) {
    let ran = home().run(args);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    // The time of the export is that of the test.
    let line = |line: &str| match line.split_once("Exported: ").or_else(|| line.split_once("导出时间："))
    {
        Some((before, _)) => format!("{before}NOW"),
        None => line.to_owned(),
    };
    let lines = |text: &str| text.lines().map(line).collect::<Vec<_>>();
    assert_eq!(lines(&ran.out), lines(expected), "{args:?}");
}

#[test]
fn show_is_printed_as_it_was() {
    check(&["show"], fixture!("show.txt"));
    check(&["--language", "zh", "show"], fixture!("show-zh.txt"));
}

#[test]
fn exports_are_as_they_were() {
    check(&["export"], fixture!("export.md"));
    check(&["--language", "zh", "export", "--all"], fixture!("export-all-zh.md"));
}

#[test]
fn notes_and_statuses_are_listed_as_they_were() {
    check(&["notes"], fixture!("notes.txt"));
    check(&["notes", "--json"], fixture!("notes.json"));
    check(&["status"], fixture!("status.txt"));
    check(&["--language", "zh", "status"], fixture!("status-zh.txt"));
}

/// Takes out what a former version did not have.
fn without(value: &mut Value, names: &[&str]) {
    if let Some(object) = value.as_object_mut() {
        names.iter().for_each(|name| drop(object.remove(*name)));
    }
}

#[test]
fn objects_have_all_that_they_had() {
    let former = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
    let mut shown = home().run(&["show", "--json"]).json();
    without(&mut shown, &["units"]);
    let new = [
        "id",
        "symbols",
        "original_languages",
        "agenda_item",
        "procedure",
        "rapporteur",
        "unofficial",
        "footnotes",
    ];
    without(&mut shown["masthead"], &new);
    for paragraph in shown["paragraphs"].as_array_mut().unwrap() {
        assert_eq!(paragraph["label"], paragraph["number"]);
        without(paragraph, &["label"]);
    }
    assert_eq!(shown, former(fixture!("show.json")));
    let mut status = home().run(&["status", "--json"]).json();
    for section in status["sections"].as_array_mut().unwrap() {
        without(section, &["by_parts"]);
    }
    without(&mut status, &["by_parts"]);
    assert_eq!(status, former(fixture!("status.json")));
}
