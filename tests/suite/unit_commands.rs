//! Units on the command line: what is no numbered paragraph of the main series is named by its label, noted, shown and
//! told of.

use serde_json::{Value, json};

use crate::home::Home;

/// A document with two series, sub-paragraphs, unnumbered text, a table, a picture, marks and recommendations.
pub const UNITS: &str = r#"format = 1

[masthead]
symbol = ["A/AC.2/L.1", "S/2026/1"]
language = "en"
original_language = ["fr", "en"]
title = "Draft resolution"
agenda_item = "Agenda item 3"
procedure = "upr"
rapporteur = "Ms. A. Diallo"

[[section]]
id = "i"
number = "I."
title = "Decisions"
level = 1

  [[section.footnote]]
  mark = "*"
  text = "As orally revised."
  at = 9

[[section]]
id = "annex"
title = "Annex I"
level = 1
series = "annex I"

[[section]]
id = "empty"
title = "Left out"
level = 1

[[paragraph]]
text = "The Committee, recalling its mandate,"

[[paragraph]]
number = "PP2"
section = "i"
text = "Noting with concern the report,"

[[paragraph]]
number = "10"
section = "i"
recommendation = "makes"
text = "The Committee recommends that States:"
emphasis = [{ style = "bold", start = 0, end = 24 }]

  [[paragraph.subparagraph]]
  label = "(a)"
  text = "Ratify the Convention;"
  emphasis = [{ style = "italic", start = 11, end = 21 }]

  [[paragraph.subparagraph]]
  label = "(i)"
  level = 2
  text = "Without delay;"

  [[paragraph.subparagraph]]
  label = "(b)"
  text = "Report on the Convention."

    [[paragraph.subparagraph.footnote]]
    mark = "1"
    text = "See A/80/1."
    at = 6

[[paragraph]]
section = "i"
caption = "Table 1. Dues"
rows = [["State", "Due"], ["Myanmar", "12"], ["Fiji", "7"]]

[[paragraph]]
section = "i"
text = "The meeting rose."

[[paragraph]]
number = "12-15"
section = "i"
text = "[Reserved]"

[[paragraph]]
number = "34"
section = "i"
text = "First."

[[paragraph]]
number = "34"
section = "i"
text = "Second."

[[paragraph]]
section = "i"
image = "Figure 1. Flow"

[[paragraph]]
number = "1"
section = "annex"
text = "Terms of reference."

[[paragraph]]
number = "2"
section = "annex"
text = "Dates."

[[paragraph]]
number = "3"
section = "annex"
text = "Places."

[[recommendation]]
label = "10 (a)"
from = ["Chile"]
to = ["States"]
verb = "ratify"
theme = "Treaties"
position = "supported"
source = "A/HRC/60/1/Add.1"
"#;

pub fn home() -> (Home, String) {
    let home = Home::new();
    let file = home.write("w/documents/units.toml", UNITS);
    (home, file)
}

#[track_caller]
fn add(home: &Home, file: &str, label: &str, more: &[&str], body: &str) -> String {
    let args = [&["--document", file, "note", "add", "--paragraph", label][..], more, &[body]].concat();
    let ran = home.run(&args);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    ran.out.trim().to_owned()
}

fn notes(home: &Home, file: &str) -> Vec<Value> {
    home.run(&["notes", "--json", file]).json()["notes"].as_array().unwrap().clone()
}

#[test]
fn a_note_hangs_on_every_unit_that_can_be_named() {
    let (home, file) = home();
    for (typed, label) in [
        ("10 (b)", "10 (b)"),
        ("10(a)", "10 (a)"),
        ("10 (A) (i)", "10 (a) (i)"),
        ("annex I/3", "annex I/3"),
        ("pp2", "PP2"),
        ("heading/annex", "heading/annex"),
        ("34 (2nd)", "34 (2nd)"),
        ("٣٤", "34"),
        ("13", "12-15"),
        ("0+1", "0+1"),
        ("10+1", "10+1"),
        ("10.", "10"),
    ] {
        add(&home, &file, typed, &[], typed);
        let found = notes(&home, &file);
        let note = found.iter().find(|note| note["body"] == typed).unwrap();
        assert_eq!((&note["paragraph"], &note["quote"]), (&json!(label), &Value::Null), "{typed}");
    }
    let order: Vec<String> =
        notes(&home, &file).iter().map(|note| note["paragraph"].as_str().unwrap().to_owned()).collect();
    let wanted = [
        "0+1",
        "PP2",
        "10",
        "10 (a)",
        "10 (a) (i)",
        "10 (b)",
        "10+1",
        "12-15",
        "34",
        "34 (2nd)",
        "heading/annex",
        "annex I/3",
    ];
    assert_eq!(order, wanted);
    let listed = home.run(&["notes", &file]);
    listed.says(&[
        "Unnumbered, at the beginning ∙ comment",
        "10 (a) ∙ comment",
        "Table 1. Dues ∙ comment",
        "Annex I ∙",
    ]);
    assert!(!listed.out.contains("+1 ∙"), "{}", listed.out);
    home.run(&["--language", "zh", "notes", &file]).says(&["文首的无编号段 ∙ 评论"]);
}

#[test]
fn a_quote_is_looked_for_in_the_sub_paragraph_and_counts_in_its_paragraph() {
    let (home, file) = home();
    add(&home, &file, "10 (b)", &["--quote", "the Convention"], "here");
    let note = notes(&home, &file).remove(0);
    assert_eq!((&note["paragraph"], &note["quote"]), (&json!("10"), &json!("the Convention")));
    assert_eq!(note["passage"]["range"], json!([98, 112]));
    add(&home, &file, "10 (a)", &["--quote", "delay"], "below (a)");
    let quote = |label: &str, quote: &str| {
        home.run(&["--document", &file, "note", "add", "-p", label, "--quote", quote, "x"])
    };
    quote("10 (a)", "Report")
        .fails(2, &["paragraph 10 (a)", "rapporteur show --paragraph \"10 (a)\" prints"]);
    quote("heading/i", "Decisions").fails(2, &["leave --quote out"]);
    home.run(&["show", &file, "-p", "10 (b)"]).says(&[
        "    (b) Report[1] on the Convention.\n",
        "    [1] See A/80/1.",
        "here",
    ]);
}

#[test]
fn a_label_that_is_not_there_names_near_ones() {
    let (home, file) = home();
    let asked = |label: &str| home.run(&["show", &file, "--paragraph", label]);
    asked("10 (z)").fails(2, &["has no “10 (z)”. The nearest are: 10, 10 (a), 10 (b)."]);
    asked("annex I").fails(2, &["The nearest are: annex I/1, annex I/2, annex I/3."]);
    asked("heading").fails(2, &["heading/i, heading/annex, heading/empty"]);
    asked("PQ2").fails(2, &["The nearest are: PP2."]);
    asked("99").fails(2, &["It has PP2 to 34 (2nd), annex I/1 to annex I/3."]);
}

#[test]
fn a_status_is_given_to_a_unit_and_a_range_stays_in_its_series() {
    let (home, file) = home();
    let set = |range: &str, status: &str| home.run(&["--document", &file, "status", "set", range, status]);
    set("10 (a)", "accept").says(&["Sub-paragraph 10 (a): accept"]);
    let unit = |label: &str| home.run(&["show", &file, "--json", "-p", label]).json()["units"][0].clone();
    assert_eq!(
        (&unit("10 (a)")["status"], &unit("10 (a)")["text_changed"]),
        (&json!("accept"), &json!(false))
    );
    assert_eq!(
        (&unit("10 (b)")["status"], &unit("10")["status"]),
        (&json!("unreviewed"), &json!("unreviewed"))
    );
    set("10 (a) (i)", "query").says(&["10 (a) (i): query"]);
    set("10 (b)", "accept").says(&["10 (b): accept"]);
    let status = home.run(&["status", &file]);
    status.says(&["reviewed 2/9\n", "      1  reviewed by their sub-paragraphs\n", "\n         Left out\n"]);
    assert!(!status.out.contains("0/0"), "{}", status.out);
    assert_eq!(home.run(&["status", "--json", &file]).json()["by_parts"], 1);
    // Unnumbered text and the table between them are no part of it.
    set("10-34", "accept").says(&["Paragraphs 10 to 34: accept (3 changed)"]);
    set("annex I/1-3", "query").says(&["Paragraphs annex I/1 to annex I/3: query (3 changed)"]);
    set("12-15", "amend").says(&["Paragraph 12-15: amend"]);
    set("10-annex I/1", "accept").fails(2, &["From “10” to “annex I/1” there is no range"]);
    set("heading/i", "accept").fails(2, &["A heading has no status."]);
    set("10-99", "accept").fails(2, &["has no paragraph “99”"]);
    assert_eq!(unit("10 (a) (i)")["status"], "query");
}

#[test]
fn every_unit_is_told_to_programs() {
    let (home, file) = home();
    let object = home.run(&["show", "--json", &file]).json();
    let units = object["units"].as_array().unwrap();
    let labels: Vec<&str> = units.iter().map(|unit| unit["label"].as_str().unwrap()).collect();
    let wanted = [
        "0+1",
        "heading/i",
        "PP2",
        "10",
        "10 (a)",
        "10 (a) (i)",
        "10 (b)",
        "10+1",
        "10+2",
        "12-15",
        "34",
        "34 (2nd)",
        "34 (2nd)+1",
        "heading/annex",
        "annex I/1",
        "annex I/2",
        "annex I/3",
        "heading/empty",
    ];
    assert_eq!(labels, wanted);
    let kinds: Vec<&str> = units.iter().map(|unit| unit["kind"].as_str().unwrap()).collect();
    assert_eq!(
        kinds[..8],
        [
            "unnumbered",
            "heading",
            "paragraph",
            "paragraph",
            "subparagraph",
            "subparagraph",
            "subparagraph",
            "table"
        ]
    );
    assert_eq!(kinds[12], "image");
    let names = [
        "label",
        "kind",
        "number",
        "series",
        "level",
        "parent",
        "text",
        "emphasis",
        "footnotes",
        "recommendation",
        "status",
        "text_changed",
    ];
    assert_eq!(units[0].as_object().unwrap().keys().collect::<Vec<_>>().len(), names.len());
    names.iter().for_each(|name| assert!(units[0].get(name).is_some(), "{name}"));
    let a = &units[4];
    assert_eq!((&a["number"], &a["level"], &a["parent"]), (&json!("(a)"), &json!(1), &json!("10")));
    assert_eq!(
        (&a["text"], &a["emphasis"][0]["range"]),
        (&json!("Ratify the Convention;"), &json!([11, 21]))
    );
    let facts = json!({
        "word": "makes", "from": ["Chile"], "to": ["States"], "verb": "ratify", "theme": "Treaties",
        "position": "supported", "source": "A/HRC/60/1/Add.1"
    });
    assert_eq!((&a["recommendation"], &units[3]["recommendation"]), (&facts, &json!({ "word": "makes" })));
    assert_eq!(units[3]["emphasis"][0], json!({ "style": "bold", "range": [0, 24] }));
    assert_eq!(units[6]["footnotes"][0], json!({ "mark": "1", "text": "See A/80/1.", "range": [6, 6] }));
    assert_eq!(units[1]["footnotes"][0]["range"], json!([12, 12]));
    assert_eq!((&units[1]["status"], &units[14]["series"]), (&Value::Null, &json!("annex I")));
    assert_eq!(units[7]["text"], "Table 1. Dues\nState\tDue\nMyanmar\t12\nFiji\t7");
    let paragraphs = object["paragraphs"].as_array().unwrap();
    assert_eq!((&paragraphs[0]["label"], &paragraphs[0]["number"]), (&json!("0+1"), &Value::Null));
    assert_eq!((&paragraphs[0]["section"], &paragraphs[7]["number"]), (&Value::Null, &json!("34")));
    let head = &object["masthead"];
    assert_eq!((&head["symbols"], &head["id"]), (&json!(["A/AC.2/L.1", "S/2026/1"]), &Value::Null));
    assert_eq!(
        (&head["original_language"], &head["original_languages"]),
        (&json!("fr"), &json!(["fr", "en"]))
    );
    assert_eq!((&head["procedure"], &head["agenda_item"]), (&json!("upr"), &json!("Agenda item 3")));
}

#[test]
fn what_is_said_of_units_is_exported_where_they_stand() {
    let (home, file) = home();
    let set = |range: &str, status: &str| {
        home.run(&["--document", &file, "status", "set", range, status]).says(&[status])
    };
    set("PP2", "accept");
    set("12-15", "accept");
    set("34", "accept");
    set("34 (2nd)", "accept");
    set("annex I/1-2", "accept");
    set("10+2", "accept");
    set("10 (a)", "amend");
    add(&home, &file, "heading/annex", &[], "on the heading");
    add(&home, &file, "10 (a)", &[], "on (a)");
    add(&home, &file, "10", &["--quote", "recommends that"], "in bold");
    add(&home, &file, "10 (b)", &["--quote", "Report on the Convention"], "with a mark");
    add(&home, &file, "10+1", &["--quote", "Myanmar\t12"], "a row");
    add(&home, &file, "0+1", &[], "on the preamble");
    add(&home, &file, "34 (2nd)+1", &[], "on the picture");
    let page = home.run(&["export", &file]).out;
    let clock = |line: &str| line.split(" · 20").next().unwrap_or_default().to_owned();
    let lines: Vec<String> = page.lines().map(clock).filter(|line| !line.starts_with("- Exported")).collect();
    let expected = r"# A/AC.2/L.1 – S/2026/1 · Draft resolution

- Agenda item: Agenda item 3
- Rapporteur: Ms. A. Diallo
- Language: English
- Reviewer: amara

## Progress

| Section | Reviewed | accept | query | amend | reserve | Notes |
| :-- | --: | --: | --: | --: | --: | --: |
| I. Decisions | 5/6 | 4 | 0 | 1 | 0 | 5 |
| Annex I | 2/3 | 2 | 0 | 0 | 0 | 1 |
| Left out |  | 0 | 0 | 0 | 0 | 0 |
| Whole document | 7/9 | 6 | 0 | 1 | 0 | 7 |

## Notes and statuses

- PP2, 12-15, 34, 34 (2nd), annex I/1-2, Unnumbered, after 10 (2): accept

### Unnumbered, at the beginning

#### comment · amara

on the preamble

### Paragraph 10 · I. Decisions

- 10 (a) · Status: amend

#### comment · amara

> **recommends** that

in bold

#### comment · amara

> Report\[1\] on the Convention
>
> \[1\] See A/80/1.

with a mark

#### 10 (a) · comment · amara

on (a)

### Table 1. Dues · I. Decisions

#### comment · amara

| State | Due |
| :-- | :-- |
| Myanmar | 12 |

a row

### Figure 1. Flow · I. Decisions

#### comment · amara

on the picture

### Annex I

#### comment · amara

on the heading";
    assert_eq!(lines.join("\n").replace("\n\n\n", "\n\n"), expected);
    let chinese = home.run(&["--language", "zh", "export", &file]).out;
    assert!(
        chinese.contains("### 文首的无编号段\n") && chinese.contains("第 10 段之后的无编号段（2）：可接受"),
        "{chinese}"
    );
}

#[test]
fn a_search_leads_to_units_and_calls_them_by_what_they_are_called() {
    let (home, file) = home();
    add(&home, &file, "10 (a)", &[], "about zebras");
    let search = |query: &str| home.run(&["search", query, &file]);
    search("zebras").says(&["10 (a) ∙ note"]);
    search("10 (b)").says(&["10 (b) ∙ text\n    (b) Report on the Convention.\n"]);
    search("Myanmar").says(&["Table 1. Dues ∙ text\n    Myanmar 12\n"]);
    search("mandate").says(&["Unnumbered, at the beginning ∙ text"]);
    search("orally").says(&["heading\n    As orally revised."]);
    let hits = home.run(&["search", "ratify", &file, "--json"]).json();
    assert_eq!((&hits["hits"][0]["paragraph"], &hits["hits"][0]["unit"]), (&json!("10"), &json!("10 (a)")));
}
