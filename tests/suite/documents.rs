//! Bad documents: for each, every problem with its line, its column and its sentence.

use rapporteur::format::{Severity, inspect_document, read_document, render_problem};
use rapporteur::messages::Messages;

/// A document without a fault; each case spoils it in one place.
const GOOD: &str = r#"format = 1

[masthead]
symbol = "CAC/COSP/WG.4/2019/L.1/Add.1"
language = "zh"
title = "报告草稿"

[[section]]
id = "a"
title = "一"
level = 1

[[section]]
id = "b"
title = "二"
level = 2

[[speaker]]
id = "myanmar"
name = "缅甸"
role = "panelist"
kind = "state"

[[paragraph]]
number = "1"
section = "a"
speakers = ["myanmar"]
text = "第一段。"

[[paragraph]]
number = "2"
section = "b"
speakers = [{ id = "myanmar", basis = "inferred" }]
recommendation = "makes"
text = "第二段。"

  [[paragraph.subparagraph]]
  label = "(a)"
  text = "一项。"

  [[paragraph.footnote]]
  mark = "1"
  text = "脚注。"
"#;

/// Every problem of a source as `line:column sentence`, a warning marked.
fn problems(source: &str) -> Vec<String> {
    let messages = Messages::english();
    let inspection = inspect_document(source);
    assert_eq!(inspection.document.is_none(), inspection.problems.has_errors(), "{source}");
    assert_eq!(read_document(source).is_err(), inspection.problems.has_errors(), "{source}");
    let line = |p: &rapporteur::format::FileProblem| {
        for said in [&p.said, &p.hint] {
            let sentence = messages.say(said);
            assert!(sentence.contains(' ') && !sentence.contains("{$"), "{}: {sentence}", said.id);
        }
        let mark = if p.severity == Severity::Warning { "(warning) " } else { "" };
        format!("{}:{} {mark}{}", p.line, p.column, messages.say(&p.said))
    };
    inspection.problems.iter().map(line).collect()
}

/// The good document with `old` replaced by `new` has exactly these problems.
#[track_caller]
fn check(old: &str, new: &str, expected: &[&str]) {
    assert!(GOOD.contains(old), "{old}");
    assert_eq!(problems(&GOOD.replacen(old, new, 1)), expected, "{old} -> {new}");
}

/// A whole source has exactly these problems.
#[track_caller]
fn check_source(source: &str, expected: &[&str]) {
    assert_eq!(problems(source), expected, "{source}");
}

#[test]
fn a_good_document_has_no_problem_whatever_its_line_ends() {
    check_source(GOOD, &[]);
    check_source(&format!("\u{feff}{GOOD}"), &[]);
    let windows = GOOD.replace('\n', "\r\n");
    check_source(&windows, &[]);
    assert_eq!(read_document(&windows), read_document(GOOD));
    assert_eq!(read_document(&format!("\u{feff}{windows}")), read_document(GOOD));
}

#[test]
fn the_version_comes_first_and_a_newer_one_is_not_guessed_at() {
    check("format = 1\n", "", &["1:1 The file does not state its format."]);
    check("format = 1", "format = \"1\"", &["1:10 “format” must be a whole number, but here it is text."]);
    check("format = 1", "format = 2", &["1:10 The file is in format 2; this program reads formats up to 1."]);
    check("format = 1", "format = 0", &["1:10 There is no format 0."]);
}

#[test]
fn each_fault_of_the_masthead_has_its_sentence() {
    check(
        "[masthead]",
        "[mastheads]",
        &["1:1 The file has no [masthead].", "3:2 A document file takes no “mastheads” outside its tables."],
    );
    check("[masthead]", "[[masthead]]", &["3:1 “masthead” must be written once, as [masthead]."]);
    check(
        "symbol = \"CAC/COSP/WG.4/2019/L.1/Add.1\"\n",
        "",
        &[
            "3:1 (warning) The document has neither a symbol nor an id. Notes on it are kept under “报告草稿”, which is made from its title.",
        ],
    );
    check("\"CAC/COSP/WG.4/2019/L.1/Add.1\"", "\"\"", &["4:10 “symbol” is empty."]);
    check(
        "\"CAC/COSP/WG.4/2019/L.1/Add.1\"",
        "2019-09-04",
        &["4:10 “symbol” must be text, but here it is a date."],
    );
    check(
        "\"CAC/",
        "\"СAC/",
        &[
            "4:11 “С” in the symbol “СAC/COSP/WG.4/2019/L.1/Add.1” is not a Latin letter, though it looks like one (U+0421).",
        ],
    );
    check(
        "\"CAC/",
        "\" CAC/",
        &["4:10 The symbol “ CAC/COSP/WG.4/2019/L.1/Add.1” begins or ends with a space."],
    );
    check(
        "\"CAC/",
        "\"CAC\u{200b}/",
        &["4:10 The symbol “CAC\u{200b}/COSP/WG.4/2019/L.1/Add.1” contains an invisible character, U+200B."],
    );
    check("\"zh\"", "\"Chinese\"", &["5:12 “Chinese” is not a language code."]);
    check("title = \"报告草稿\"", "titel = \"报告草稿\"", &["6:1 [masthead] has no key “titel”."]);
    check(
        "title = \"报告草稿\"",
        "title = [\"报告草稿\"]",
        &["6:9 “title” must be text, but here it is a list."],
    );
    check(
        "title = \"报告草稿\"",
        "title = \"报告\u{202e}草稿\"",
        &["6:12 (warning) “title” contains an invisible character, U+202E."],
    );
    check(
        "title = \"报告草稿\"",
        "title = \"报告\\u202e草稿\"",
        &["6:9 (warning) “title” contains an invisible character, U+202E."],
    );
    check("language = ", "unofficial = \"\"\nlanguage = ", &["5:14 “unofficial” is empty."]);
    check(
        "language = ",
        "unofficial = true\nlanguage = ",
        &["5:14 “unofficial” must be text, but here it is true or false."],
    );
    check(
        "language = ",
        "unoficial = \"A translation.\"\nlanguage = ",
        &["5:1 [masthead] has no key “unoficial”."],
    );
}

#[test]
fn a_text_that_is_not_as_issued_says_what_it_is() {
    let marked = GOOD.replacen("language = ", "unofficial = \"A translation.\"\nlanguage = ", 1);
    let unofficial = |source: &str| read_document(source).unwrap().masthead.unofficial;
    assert_eq!(unofficial(&marked).as_deref(), Some("A translation."));
    assert_eq!(unofficial(GOOD), None);
}

#[test]
fn each_fault_of_a_section_has_its_sentence() {
    check(
        "id = \"b\"",
        "id = \"a\"",
        &[
            "14:6 Two [[section]] tables have the id “a”; the first is on line 9.",
            "32:11 There is no section “b”.",
        ],
    );
    check(
        "level = 2",
        "level = 3",
        &[
            "16:9 (warning) Level 3 comes directly below level 1, with no level between them. The document can be used.",
        ],
    );
    check("level = 2", "level = 0", &["16:9 A level must be from 1 to 9, not 0."]);
    check(
        "level = 1",
        "level = true",
        &["11:9 “level” must be a whole number, but here it is true or false."],
    );
}

#[test]
fn each_fault_of_a_speaker_has_its_sentence() {
    check(
        "role = \"panelist\"",
        "role = \"panellist\"",
        &[
            "21:8 “panellist” is not a value of “role”, which can be “chair”, “secretariat”, “panelist”, “speaker”.",
        ],
    );
    check(
        "role = \"panelist\"",
        "role = \"delegate\"",
        &[
            "21:8 “delegate” is not a value of “role”, which can be “chair”, “secretariat”, “panelist”, “speaker”.",
        ],
    );
    check(
        "kind = \"state\"",
        "kind = \"state\"\npanelist = \"yes\"",
        &["23:12 “panelist” must be true or false, but here it is text."],
    );
    check(
        "kind = \"state\"",
        "kind = \"state\"\ncountry = \"MM\"",
        &["23:1 [[speaker]] has no key “country”."],
    );
}

#[test]
fn each_fault_of_a_paragraph_has_its_sentence() {
    check(
        "number = \"2\"",
        "number = \"1\"",
        &["31:10 (warning) Paragraph 1 occurs twice; the first is on line 24."],
    );
    check("number = \"2\"", "number = 2", &["31:10 “number” must be text, but here it is a whole number."]);
    check("number = \"2\"", "number = \"2.\"", &["31:10 The paragraph number “2.” ends with a full stop."]);
    check("section = \"b\"\n", "", &[]);
    check("section = \"b\"", "section = \"c\"", &["32:11 There is no section “c”."]);
    check("section = \"b\"", "section = \"\"", &["32:11 “section” is empty."]);
    check("section = \"a\"", "section = \"b\"", &[]);
    check("[\"myanmar\"]", "[\"mynamar\"]", &["27:13 There is no speaker “mynamar”."]);
    check("[\"myanmar\"]", "\"myanmar\"", &["27:12 “speakers” must be a list, but here it is text."]);
    check(
        "[\"myanmar\"]",
        "[\"myanmar\", \"myanmar\"]",
        &["27:24 “myanmar” is named twice in this paragraph."],
    );
    check("[\"myanmar\"]", "[1]", &["27:13 “speakers” must be text, but here it is a whole number."]);
    check(
        "\"inferred\"",
        "\"guessed\"",
        &["33:39 “guessed” is not a value of “basis”, which can be “named”, “inferred”."],
    );
    check(
        "\"makes\"",
        "\"make\"",
        &["34:18 “make” is not a value of “recommendation”, which can be “makes”, “discusses”, “none”."],
    );
    check("\"第一段。\"", "\"\"", &["28:8 “text” is empty."]);
    check("\"第一段。\"", "\"\"\"第一\n段。\"\"\"", &["28:8 (warning) “text” runs over several lines."]);
    check(
        "\"第一段。\"",
        "\"第一\t段。\"",
        &["28:11 (warning) “text” contains an invisible character, U+0009."],
    );
    check(
        "label = \"(a)\"",
        "level = 2\n  label = \"(a)\"",
        &["38:11 (warning) The first level is 2, not 1. The document can be used."],
    );
    check("mark = \"1\"", "mark = 1", &["42:10 “mark” must be text, but here it is a whole number."]);
}

#[test]
fn what_is_no_toml_or_an_unfinished_merge_says_so() {
    check("title = \"报告草稿\"", "title = \"报告草稿", &["6:14 This text is not closed."]);
    check("title = \"报告草稿\"", "title = 报告草稿", &["6:9 报告草稿 is not in quotes."]);
    check("[[section]]", "[section]", &["13:3 “section” is given twice."]);
    check("[[paragraph]]", "<<<<<<< HEAD\n[[paragraph]]", &["24:1 A merge left a conflict here."]);
    check(
        "\"第一段。\"",
        "\"\"\"\n<<<<<<< HEAD\n第一\n=======\n段。\n>>>>>>> x\n\"\"\"",
        &["29:1 A merge left a conflict here."],
    );
    check("language = \"zh\"", "language = \"zh\"\nlanguage = \"en\"", &["6:1 “language” is given twice."]);
}

#[test]
fn a_file_without_a_document_says_what_it_is() {
    check_source("", &["1:1 The file is empty."]);
    check_source("\u{feff}\r\n \n", &["1:1 The file is empty."]);
    check_source("PK\u{3}\u{4}\0\0", &["1:5 This is not a text file."]);
    let nothing = [
        "1:1 The file does not state its format.",
        "1:1 The file has no [masthead].",
        "1:1 The document has no paragraphs.",
    ];
    check_source("# a comment\n", &nothing);
    check_source("{ \"format\": 1 }", &["1:1 This is a JSON file, not a document file."]);
}

#[test]
fn slips_of_syntax_are_told_together_one_for_each_line() {
    check_source(
        "format = 1\n[masthead]\nsymbol = CAC/1\ntitle = \"报告\nb = \"x\\q\"\nlanguage = 'zh'\nlanguage = 'en'\nc = [1,\n",
        &[
            "3:10 CAC/1 is not in quotes.",
            "4:12 This text is not closed.",
            "5:8 A \\ cannot be followed by this character.",
            "7:1 “language” is given twice.",
            "8:8 A bracket is not closed.",
        ],
    );
    check_source(
        "[masthead\nkey\n",
        &["1:10 A bracket is not closed.", "2:4 This line is neither key = value nor a table."],
    );
    check_source("a = \"\"\"x\n", &["2:1 A text of several lines is not closed."]);
}

#[test]
fn every_fault_of_a_file_is_told_at_once() {
    let mut source = GOOD.to_owned();
    for (old, new) in [
        ("\"zh\"", "2019-09-04"),
        ("level = 2", "level = 4"),
        ("\"panelist\"", "\"guest\""),
        ("number = \"2\"", "number = \"1\""),
        ("text = \"第二段。\"", "txt = \"第二段。\""),
        ("[\"myanmar\"]", "[\"nobody\"]"),
    ] {
        source = source.replacen(old, new, 1);
    }
    let places: Vec<String> =
        problems(&source).iter().map(|p| p.split_whitespace().next().unwrap().to_owned()).collect();
    assert_eq!(places, ["5:12", "16:9", "21:8", "27:13", "30:1", "31:10", "35:1"]);
}

#[test]
fn a_paragraph_before_its_section_and_a_number_without_words_are_seen() {
    let swapped = GOOD.replacen("section = \"a\"", "section = \"?\"", 1);
    let swapped = swapped.replacen("section = \"b\"", "section = \"a\"", 1).replacen("\"?\"", "\"b\"", 1);
    check_source(
        &swapped,
        &["32:11 This paragraph is in section “a”, but an earlier one is in “b”, which comes later."],
    );
    // 2. (a) …: the number stands directly before its first sub-paragraph.
    check("\"第二段。\"", "\"\"", &[]);
}

#[test]
fn a_problem_is_shown_with_its_line_a_caret_and_what_to_do() {
    let messages = Messages::english();
    let source = GOOD.replacen("[\"myanmar\"]", "[\"缅甸\", \"mynamar\"]", 1);
    let shown: Vec<String> = inspect_document(&source)
        .problems
        .iter()
        .map(|problem| render_problem(problem, "a\u{1b}.toml", &source, |said| messages.say(said)))
        .collect();
    assert_eq!(
        shown,
        [
            concat!(
                "a<U+001B>.toml:27:13: There is no speaker “缅甸”.\n",
                "  speakers = [\"缅甸\", \"mynamar\"]\n",
                "              ^\n",
                "  Allowed here: “myanmar”."
            ),
            concat!(
                "a<U+001B>.toml:27:19: There is no speaker “mynamar”.\n",
                "  speakers = [\"缅甸\", \"mynamar\"]\n",
                "                      ^\n",
                "  Did you mean “myanmar”?"
            ),
        ]
    );
}

#[test]
fn a_hostile_file_costs_little_and_its_problems_are_counted() {
    let many = format!("{GOOD}{}", "\n[[paragraph]]".repeat(2_000));
    let told = problems(&many);
    assert_eq!(told.len(), 1_001);
    assert_eq!(told.last().map(String::as_str), Some("1045:1 (warning) 1000 more problems are not shown."));
    // Everything on one line, and slips on every line of a large file.
    let line = |times| format!("paragraph = [{}]\n", "{},".repeat(times));
    assert_eq!(problems(&line(9_000)).len(), 1_001);
    assert_eq!(problems(&line(50_000)).len(), 1);
    assert_eq!(problems(&"x\n".repeat(1_000_000)).len(), 1);
}
