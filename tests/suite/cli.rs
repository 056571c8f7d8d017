//! The command line, run as a person runs it: each command with standard output, standard error and exit code.

#![expect(clippy::disallowed_methods, reason = "a test waits for the processes that it started")]

use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::home::{Home, ran};

/// A document in English with two paragraphs; `zh` below is another version of it.
pub const ENGLISH: &str = r#"format = 1

[masthead]
symbol = "A/AC.1/L.1"
language = "en"
title = "Draft report"

[[section]]
id = "i"
number = "I."
title = "Introduction"
level = 1

[[section]]
id = "i-a"
title = "Statements"
level = 2

[[speaker]]
id = "chair"
name = "The Chair"
role = "chair"
kind = "person"

[[paragraph]]
number = "1"
section = "i"
text = "The Working Group met. The Working Group adjourned."

[[paragraph]]
number = "1 bis"
section = "i-a"
speakers = [{ id = "chair", basis = "inferred" }]
recommendation = "makes"
text = "The Chair spoke."

  [[paragraph.subparagraph]]
  label = "(a)"
  text = "On assets."

  [[paragraph.footnote]]
  mark = "1"
  text = "A note."
"#;

/// The same in another language, under this symbol.
pub fn version(symbol: &str, language: &str) -> String {
    ENGLISH.replace("A/AC.1/L.1", symbol).replace("language = \"en\"", &format!("language = \"{language}\""))
}

const SYMBOL: &str = "CAC/COSP/WG.4/2019/L.1/Add.1";

/// The names of an object's fields.
fn fields(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[track_caller]
fn has(value: &Value, names: &[&str]) {
    let found = fields(value);
    for name in names {
        assert!(found.contains(name), "no {name} in {found:?}");
    }
}

fn add(home: &Home, args: &[&str]) -> String {
    let ran = home.run(&[&["note", "add"], args].concat());
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    ran.out.trim().to_owned()
}

/// The last letters of an id.
fn end(id: &str, letters: usize) -> &str {
    id.get(id.len() - letters..).unwrap()
}

#[test]
fn help_and_version_are_printed_without_a_terminal() {
    let home = Home::new();
    home.run(&["-V"]).says(&["rapporteur 0.1.0\n"]);
    home.run(&["status", "set", "--version"]).says(&["rapporteur 0.1.0\n"]);
    for command in ["show", "search", "note", "notes", "status", "export", "check", "keys"] {
        home.run(&["--help"]).says(&[&format!("\n  {command} ")]);
        home.run(&[command, "-h"]).says(&["Usage: rapporteur ", "--workspace <DIR>", "--color <WHEN>"]);
    }
    home.run(&["note", "add", "-h"]).says(&["--quote <TEXT>", "--kind <KIND>"]);
    assert!(home.files("").is_empty(), "help leaves nothing behind: {:?}", home.files(""));
}

#[test]
fn keys_are_printed_from_the_table() {
    let home = Home::new();
    let keys = home.run(&["keys"]);
    keys.says(&["Moving around\n", "  g s  ", "  s Backspace ", "  Esc q ? F1 Enter Ctrl-c "]);
    assert!(!keys.out.contains('…'));
    home.run(&["keys", "--markdown"]).says(&["| `g` `s` |", "### Review status\n\n| Key |"]);
}

#[test]
fn show_prints_the_built_in_document_for_people() {
    let home = Home::new();
    let shown = home.run(&["show"]);
    shown.says(&[SYMBOL, "B. 其他建议", "\n18. 在专题小组讨论期间", "国际奥林匹克委员会 (IOC) (panelist)"]);
    assert!(shown.out.contains("国际反腐败学院 (IACA) (speaker, in discussion)"), "{}", shown.out);
    let one = home.run(&["show", "--paragraph", "18"]);
    one.says(&["其他建议", "\n18. ", "缅甸 (panelist)", "discusses recommendations", "unreviewed"]);
    assert!(!one.out.contains("\n19. ") && !one.out.contains('\u{1b}'));
    assert_eq!(home.run(&["show", SYMBOL]), shown);
    assert_eq!(home.run(&["--document", SYMBOL, "show"]), shown);
}

#[test]
fn show_prints_one_object_with_the_words_of_the_product() {
    let home = Home::new();
    let object = home.run(&["show", "--json"]).json();
    let names = ["symbol", "language", "title", "masthead", "sections", "speakers", "paragraphs"];
    has(&object, &names);
    assert_eq!((&object["symbol"], &object["language"]), (&json!(SYMBOL), &json!("zh")));
    assert_eq!(object["masthead"]["session"], "第十次会议");
    let sections = object["sections"].as_array().unwrap();
    assert_eq!(sections.len(), 3);
    has(&sections[0], &["id", "number", "title", "level", "paragraphs"]);
    assert_eq!((&sections[1]["number"], &sections[2]["number"]), (&Value::Null, &json!("B.")));
    assert_eq!(sections[0]["paragraphs"].as_array().unwrap().len(), 20);
    assert_eq!(sections[2]["paragraphs"], json!(["16", "17", "18", "19", "20"]));
    let speakers = object["speakers"].as_array().unwrap();
    has(&speakers[0], &["id", "name", "role", "panelist", "paragraphs"]);
    let panelists: Vec<&Value> =
        speakers.iter().filter(|s| s["panelist"] == true).map(|s| &s["id"]).collect();
    assert_eq!(panelists, ["myanmar", "ioc", "iaca"]);
    let paragraphs = object["paragraphs"].as_array().unwrap();
    assert_eq!(paragraphs.len(), 20);
    has(&paragraphs[3], &["number", "section", "text", "speakers", "recommendation", "status", "notes"]);
    assert_eq!(
        (&paragraphs[3]["speakers"], &paragraphs[3]["inferred"], &paragraphs[3]["status"]),
        (&json!(["secretariat"]), &json!(["secretariat"]), &json!("unreviewed"))
    );
    assert_eq!(paragraphs[17]["recommendation"], "discusses");
    let one = home.run(&["show", "--json", "--paragraph", "18"]).json();
    assert_eq!(one["paragraphs"].as_array().unwrap().len(), 1);
    assert_eq!(one["paragraphs"][0], paragraphs[17]);
}

#[test]
fn search_finds_in_text_notes_and_names_and_says_when_there_is_nothing() {
    let home = Home::new();
    let found = home.run(&["search", "防腐单位", "--json"]).json();
    assert_eq!((&found["query"], &found["count"]), (&json!("防腐单位"), &json!(1)));
    let hit = &found["hits"][0];
    has(hit, &["symbol", "language", "paragraph", "field", "tier", "score", "snippet", "ranges"]);
    assert_eq!(
        (&hit["paragraph"], &hit["field"], &hit["tier"]),
        (&json!("18"), &json!("text"), &json!("literal"))
    );
    let range = &hit["ranges"][0];
    let (start, end) = (range[0].as_u64().unwrap(), range[1].as_u64().unwrap());
    let marked: String = hit["snippet"].as_str().unwrap().chars().collect::<Vec<_>>()
        [usize::try_from(start).unwrap()..usize::try_from(end).unwrap()]
        .iter()
        .collect();
    assert_eq!(marked, "防腐单位");
    home.run(&["search", "缅甸"]).says(&["18 ∙ text\n", "缅甸"]);
    home.run(&["search", "IACA"]).says(&["20 ∙ speaker\n"]);
    let many = home.run(&["search", "腐败", "--limit", "2", "--json"]).json();
    assert_eq!(many["hits"].as_array().unwrap().len(), 2);
    assert!(many["count"].as_u64().unwrap() > 10);
    home.run(&["search", "腐败", "--limit", "2"]).says(&["2 of "]);
    add(&home, &["--paragraph", "3", "Ask about the zebra #ask-capital"]);
    let note = home.run(&["search", "zebra", "--json"]).json();
    assert_eq!((&note["hits"][0]["field"], &note["hits"][0]["paragraph"]), (&json!("note"), &json!("3")));
    let none = home.run(&["search", "qqxxzz"]);
    assert_eq!((none.code, none.err.as_str()), (Some(1), ""));
    assert!(none.out.contains("No hits for “qqxxzz”"));
    let none = home.run(&["search", "qqxxzz", "--json"]);
    assert_eq!(none.code, Some(1));
    assert_eq!(
        serde_json::from_str::<Value>(&none.out).unwrap(),
        json!({"query": "qqxxzz", "count": 0, "hits": []})
    );
}

#[test]
fn a_note_is_written_changed_settled_and_deleted() {
    let home = Home::new();
    let quote = "20 个联邦部委设立防腐单位";
    let id = add(&home, &["--paragraph", "18", "--quote", quote, "--kind", "question", "Why? #ask-capital"]);
    let listed = home.run(&["notes", "--json"]).json();
    let note = &listed["notes"][0];
    has(note, &["id", "paragraph", "kind", "quote", "body", "tags", "settled", "reviewer", "created"]);
    assert_eq!(
        (&note["id"], &note["quote"], &note["tags"]),
        (&json!(id), &json!(quote), &json!(["ask-capital"]))
    );
    assert_eq!(
        (&note["reviewer"], &note["kind"], &note["settled"]),
        (&json!("amara"), &json!("question"), &json!(false))
    );
    home.run(&["notes"]).says(&["18 ∙ question ∙ amara", quote, "Why?", end(&id, 8)]);
    home.run(&["show", "--paragraph", "18"]).says(&["question ∙ amara", "Why?"]);
    home.run(&["note", "edit", end(&id, 6), "Because"]).says(&[&id]);
    home.run(&["note", "edit", &id, "--kind", "point"]).says(&[&id]);
    home.run(&["note", "settle", &id.to_uppercase()]).says(&["Settled: ", &id]);
    let note = home.run(&["notes", "--json"]).json()["notes"][0].clone();
    assert_eq!(
        (&note["body"], &note["kind"], &note["settled"]),
        (&json!("Because"), &json!("point"), &json!(true))
    );
    home.run(&["note", "settle", &id, "--reopen"]).says(&["Reopened: "]);
    assert_eq!(home.run(&["notes", "--json"]).json()["notes"][0]["settled"], false);
    home.run(&["note", "delete", &id]).says(&["Deleted: "]);
    assert_eq!(home.run(&["notes", "--json"]).json()["notes"], json!([]));
    home.run(&["notes"]).says(&["No notes."]);
    home.run(&["note", "delete", &id]).fails(2, &["has been deleted"]);
}

#[test]
fn the_words_of_a_note_may_come_from_standard_input() {
    let home = Home::new();
    for args in [&["note", "add", "--paragraph", "1"][..], &["note", "add", "--paragraph", "1", "-"]] {
        let ran = home.run_with(args, "line one\r\nline two\n\n");
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    }
    let notes = home.run(&["notes", "--json"]).json();
    assert_eq!(notes["notes"][0]["body"], "line one\nline two");
    assert_eq!(notes["notes"][1]["body"], "line one\nline two");
    let id = notes["notes"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(home.run_with(&["note", "edit", &id, "-"], "new").code, Some(0));
    assert_eq!(home.run(&["notes", "--json"]).json()["notes"][0]["body"], "new");
}

#[test]
fn a_quote_that_stands_several_times_means_the_first_and_is_remarked() {
    let home = Home::new();
    let file = home.write("w/a.toml", ENGLISH);
    let ran =
        home.run(&["--document", &file, "note", "add", "--paragraph", "1", "--quote", "Working Group", "x"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.err.contains("occurs 2 times in paragraph 1"), "{}", ran.err);
    let notes = home.run(&["notes", &file, "--json"]).json();
    assert_eq!(notes["notes"][0]["passage"]["range"], json!([4, 17]));
    // The review lies beside the document.
    assert_eq!(home.files("w/reviews").len(), 1);
}

#[test]
fn a_quote_is_found_as_it_reads_and_kept_as_it_stands() {
    let home = Home::new();
    let file =
        home.write("w/a.toml", ENGLISH.replace("The Working Group", "The eﬃcient ⼈⺠法院 of ผู้แทน, 5 ㎡,"));
    for (quote, stands) in
        [("efficient", "eﬃcient"), ("人民法院", "⼈⺠法院"), ("ผ", "ผู้"), ("5 m2", "5 ㎡"), ("EFFI", "eﬃ")]
    {
        let add = ["--document", &file, "note", "add", "--paragraph", "1", "--quote", quote, "x"];
        assert_eq!(home.run(&add).code, Some(0), "{quote}");
        let notes = home.run(&["notes", &file, "--json"]).json();
        let notes = notes["notes"].as_array().unwrap();
        assert!(notes.iter().any(|note| note["quote"] == stands), "{quote}: {notes:?}");
    }
    let add = ["--document", &file, "note", "add", "--paragraph", "1", "--quote", "nowhere", "x"];
    home.run(&add).fails(2, &["nowhere"]);
}

#[test]
fn a_query_is_cut_where_the_field_of_the_screen_cuts_it_and_that_is_said() {
    let home = Home::new();
    let query = |characters: usize| format!("防腐单位{}", " ".repeat(characters - 4));
    home.run(&["search", &query(1000)]).says(&["18"]);
    let cut = home.run(&["search", &format!("{}qqxxzz", query(1000))]);
    assert_eq!(cut.code, Some(0), "{cut:?}");
    assert!(cut.err.contains("No more than 1000 characters") && cut.out.contains("18"), "{cut:?}");
}

#[test]
fn statuses_are_set_by_paragraph_and_by_range_and_told_by_section() {
    let home = Home::new();
    home.run(&["status", "set", "1-15", "accept"]).says(&["Paragraphs 1 to 15: accept (15 changed)"]);
    home.run(&["status", "set", "1–15", "accept"]).says(&["(0 changed)"]);
    home.run(&["status", "set", "18", "amend"]).says(&["Paragraph 18: amend"]);
    home.run(&["status", SYMBOL, "set", "2.", "unreviewed"]).says(&["Paragraph 2: unreviewed"]);
    let status = home.run(&["status", "--json"]).json();
    has(&status, &["symbol", "total", "by_status", "sections"]);
    let by = json!({"unreviewed": 5, "accept": 14, "query": 0, "amend": 1, "reserve": 0});
    assert_eq!((&status["total"], &status["by_status"]), (&json!(20), &by));
    let last = &status["sections"][2];
    assert_eq!(
        (&last["id"], &last["total"], &last["by_status"]["amend"]),
        (&json!("iii-b"), &json!(5), &json!(1))
    );
    home.run(&["status"]).says(&["reviewed 15/20", "  14/15 ", "    1/5 "]);
    home.run(&["show", "--paragraph", "18"]).says(&["amend"]);
    home.run(&["--reviewer", "li", "status"]).says(&["reviewed 0/20"]);
}

#[test]
fn an_export_goes_to_standard_output_or_to_a_new_file() {
    let home = Home::new();
    add(&home, &["--paragraph", "18", "Mine"]);
    add(&home, &["--paragraph", "18", "--reviewer", "li", "Theirs"]);
    home.run(&["status", "set", "18", "amend"]).says(&[]);
    let mine = home.run(&["export"]);
    mine.says(&["# CAC/COSP", "Mine", "Status: amend"]);
    assert!(!mine.out.contains("Theirs"));
    home.run(&["export", "--all"]).says(&["Mine", "Theirs"]);
    home.run(&["export", "-o", "out.md"]).says(&["Exported to out.md"]);
    assert!(home.read("out.md").contains("Mine"));
    home.run(&["export", "-o", "out.md"]).fails(3, &["out.md already exists", "--force"]);
    home.write("out.md", "old");
    home.run(&["export", "-o", "out.md", "--force"]).says(&["Exported"]);
    assert!(home.read("out.md").contains("Mine"));
}

#[test]
fn a_new_document_file_is_written_once_and_is_right_as_it_stands() {
    let home = Home::new();
    let made = home.run(&["new", "A/80/L.1"]);
    made.says(&["Written: A_80_L.1--"]);
    let path = home.files("").remove(0);
    let name = path.file_name().unwrap().to_str().unwrap();
    assert!(name.starts_with("A_80_L.1--") && name.ends_with(".en.toml"), "{name}");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("\nsymbol = \"A/80/L.1\"\n") && text.contains("\nlanguage = \"en\"\n"), "{text}");
    home.run(&["check", name]).says(&["no problems"]);
    home.run(&["show", name]).says(&["The Working Group decided:"]);
    home.run(&["new", "A/80/L.1"]).fails(3, &[name]);
    home.run(&["new", "A/80/L.1", "--force", "--text", "en"]).says(&["Written"]);
    home.run(&["new", "A/80/L.2", "--text", "zh", "--language", "zh", "-o", "zh.toml"])
        .says(&["已写入：zh.toml"]);
    home.run(&["check", "zh.toml"]).says(&["no problems"]);
    let printed = home.run(&["new", "A/80/L.1", "-o", "-"]);
    assert_eq!((printed.code, printed.out), (Some(0), text));
    std::fs::create_dir_all(home.path("w/documents")).unwrap();
    home.run(&["new", "A/80/L.3", "--workspace", "w"]).says(&["Written: w/documents/A_80_L.3--"]);
    home.run(&["--workspace", "w", "search", "observers"]).says(&["A/80/L.3"]);
}

#[test]
fn a_new_document_file_needs_a_symbol_a_language_and_the_name_of_a_document() {
    let home = Home::new();
    home.run(&["new"]).fails(2, &["SYMBOL"]);
    home.run(&["new", " "]).fails(2, &["The symbol is empty"]);
    home.run(&["new", " A/1"]).fails(2, &["begins or ends with a space"]);
    home.run(&["new", "A/1", "--text", "English"]).fails(2, &["“English” is not a language code"]);
    home.run(&["new", "A/1", "-o", "a.md"]).fails(2, &["a.toml"]);
    home.run(&["new", "A/1", "-o", "missing/a.toml"]).fails(3, &["missing"]);
    assert!(home.files("").is_empty(), "{:?}", home.files(""));
}

#[test]
fn others_notes_show_under_their_names_and_are_theirs() {
    let home = Home::new();
    let id = add(&home, &["--reviewer", "李娜", "--paragraph", "18", "您好"]);
    home.run(&["notes"]).says(&["18 ∙ comment ∙ 李娜", "您好"]);
    home.run(&["note", "edit", &id, "x"]).fails(2, &["李娜"]);
    home.run(&["--reviewer", "李娜", "note", "edit", &id, "x"]).says(&[&id]);
}

#[test]
fn the_reviewer_is_the_flag_else_the_setting_else_the_user() {
    let home = Home::new();
    let reviewer = |args: &[&str]| {
        home.run(&[args, &["status", "--json"]].concat()).json()["reviewer"].as_str().unwrap().to_owned()
    };
    assert_eq!(reviewer(&[]), "amara");
    home.write(".config/rapporteur/config.toml", "reviewer = '张伟'");
    assert_eq!(reviewer(&[]), "张伟");
    assert_eq!(reviewer(&["--reviewer", "li"]), "li");
    home.write(".config/rapporteur/config.toml", "reviewr = '张伟'");
    let ran = home.run(&["status"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("config.toml, line 1") && ran.out.contains("amara"), "{ran:?}");
}

#[test]
fn a_workspace_has_one_document_or_one_must_be_chosen() {
    let home = Home::new();
    home.write("w/documents/en.toml", ENGLISH);
    home.write("w/documents/fr.toml", version("A/AC.1/L.1", "fr"));
    let symbol = |args: &[&str]| {
        let shown = home.run(&[&["--workspace", "w", "show", "--json"], args].concat()).json();
        format!("{} {}", shown["symbol"].as_str().unwrap(), shown["language"].as_str().unwrap())
    };
    assert_eq!(symbol(&[]), "A/AC.1/L.1 en");
    assert_eq!(symbol(&["--text", "fr"]), "A/AC.1/L.1 fr");
    assert_eq!(symbol(&["--text", "fr", "A/AC.1/L.1"]), "A/AC.1/L.1 fr");
    assert_eq!(symbol(&["--text", "FR", "w/documents/en.toml"]), "A/AC.1/L.1 fr");
    assert_eq!(symbol(&[SYMBOL]), format!("{SYMBOL} zh"));
    home.run(&["--workspace", "w", "show", "--text", "ru"]).fails(2, &["“ru”", "en, fr"]);
    home.write("w/documents/other.toml", version("A/AC.1/L.2", "en"));
    home.run(&["--workspace", "w", "show"]).fails(2, &["A/AC.1/L.1, A/AC.1/L.2", "--document"]);
    let found = home.run(&["--workspace", "w", "search", "adjourned", "--json"]).json();
    // Of a document's language versions one is searched, as on the screen.
    assert_eq!(found["count"], 2);
    let found = home.run(&["search", "adjourned", "w/documents/en.toml", "--json"]).json();
    assert_eq!(found["count"], 1);
    // A note belongs to all language versions.
    add(&home, &["--document", "w/documents/en.toml", "--paragraph", "1b", "Both"]);
    home.run(&["notes", "w/documents/fr.toml"]).says(&["1 bis ∙ comment", "Both"]);
}

#[test]
fn two_processes_that_add_notes_at_once_lose_none() {
    let home = Home::new();
    let shell = |name: &str| {
        let program = crate::home::binary().display().to_string();
        let each = format!("\"{program}\" note add --paragraph 18 \"{name} $i\" || exit 1");
        let mut shell = Command::new("/bin/sh");
        shell.arg("-c").arg(format!("for i in $(seq 20); do {each}; done"));
        shell.env_clear().envs(home.environment()).stdin(Stdio::null());
        shell.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let (one, two) = (shell("one"), shell("two"));
    for child in [one, two] {
        let ran = ran(child.wait_with_output().unwrap());
        assert_eq!((ran.code, ran.err.as_str(), ran.out.lines().count()), (Some(0), "", 20), "{ran:?}");
    }
    let notes = home.run(&["notes", "--json"]).json();
    let mut bodies: Vec<&str> =
        notes["notes"].as_array().unwrap().iter().map(|note| note["body"].as_str().unwrap()).collect();
    bodies.sort_unstable();
    bodies.dedup();
    assert_eq!(bodies.len(), 40);
}

#[test]
fn a_closed_pipe_is_no_error_and_a_full_disk_is_one() {
    let home = Home::new();
    for args in [&["show"][..], &["keys"], &["--help"], &["show", "--json"]] {
        let mut child = home.command(args).spawn().unwrap();
        drop(child.stdout.take());
        let ran = ran(child.wait_with_output().unwrap());
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{args:?}");
    }
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let ran = ran(home.command(&["show"]).stdout(full).output().unwrap());
    assert_eq!(ran.code, Some(3));
    assert!(ran.err.contains("could not be written"), "{}", ran.err);
}

#[test]
fn color_is_for_terminals_and_for_those_who_ask() {
    let home = Home::new();
    for args in [&["show"][..], &["keys"], &["status"], &["--color", "never", "show"], &["--help"]] {
        assert!(!home.run(args).out.contains('\u{1b}'), "{args:?}");
    }
    assert!(home.run(&["show", "--color", "always"]).out.contains("\u{1b}[1m"));
    let asked = home.command(&["show", "--color", "always"]).env("NO_COLOR", "1").output().unwrap();
    assert!(ran(asked).out.contains("\u{1b}[1m"));
}

#[test]
fn help_and_sentences_come_in_the_language_of_the_option_else_the_settings_else_the_environment() {
    let home = Home::new();
    let run = |args: &[&str], variable: Option<(&str, &str)>| {
        let output = home.command(args).envs(variable).output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    let chinese = |text: &str| text.contains("已审") || text.contains("审阅");
    assert!(!chinese(&run(&["status"], None)));
    assert!(chinese(&run(&["status"], Some(("LANG", "zh_CN.UTF-8")))));
    assert!(chinese(&run(&["--help"], Some(("LC_MESSAGES", "zh_CN")))));
    assert!(chinese(&run(&["note", "add", "--help", "--language=zh-Hans"], None)));
    assert!(!chinese(&run(&["--help", "--language", "en"], Some(("LC_ALL", "zh_CN.UTF-8")))));
    assert!(!chinese(&run(&["status"], Some(("LANG", "fr_CH.UTF-8")))));
    let refused = run(&["--language", "tlh", "status"], Some(("LANG", "zh_CN")));
    assert!(refused.contains("“tlh”") && refused.contains("en（English）、zh（中文）"), "{refused}");
    let settings = ".config/rapporteur/config.toml";
    home.write(settings, "language = \"zh\"\n");
    assert!(chinese(&run(&["status"], Some(("LANG", "en_GB.UTF-8")))));
    assert!(chinese(&run(&["--help"], None)));
    home.write(settings, "language = \"tlh\"\n");
    let told = run(&["status"], None);
    assert!(told.contains("config.toml, line 1:") && told.contains("en (English), zh (中文)"), "{told}");
    let export = run(&["export", "--language", "zh"], None);
    assert!(export.contains("## 审阅进度") && export.contains("- 语文：中文"), "{export}");
}

#[test]
fn a_theme_that_is_not_known_is_told_and_the_default_is_used() {
    let home = Home::new();
    home.write(".config/rapporteur/config.toml", "theme = 'blue'\n");
    let ran = home.run(&["status"]);
    assert!(
        ran.err.contains("'blue'") && ran.err.contains("auto, light, dark, contrast, none"),
        "{}",
        ran.err
    );
    assert_eq!(ran.code, Some(0));
}
