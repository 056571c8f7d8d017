//! What the command line says when something is wrong: the sentence, and the exit code; and that nothing of a
//! hostile file reaches the terminal.

#![expect(clippy::disallowed_methods, reason = "tests prepare files that cannot be read")]

use crate::cli::{ENGLISH, version};
use crate::home::{Home, safe};

#[test]
fn wrong_usage_is_two_with_a_sentence() {
    let home = Home::new();
    let check = |args: &[&str], parts: &[&str]| home.run(args).fails(2, parts);
    check(&["show", "--paragraph", "99"], &["no paragraph “99”", "1 to 20"]);
    check(&["note", "add", "--paragraph", "99", "x"], &["no paragraph “99”"]);
    check(&["status", "set", "15-99", "accept"], &["no paragraph “99”"]);
    check(&["status", "set", "x", "accept"], &["no paragraph “x”"]);
    check(&["status", "set", "1", "agreed"], &["agreed", "accept"]);
    check(&["status", "set", "1"], &["STATUS"]);
    check(&["note", "add", "--paragraph", "18", "--quote", "nowhere", "x"], &["“nowhere”", "paragraph 18"]);
    check(&["note", "add", "--paragraph", "18", "--quote", "", "x"], &["quote is empty"]);
    check(&["note", "add", "--paragraph", "18", " \n"], &["a note cannot be empty"]);
    check(&["note", "add", "--paragraph", "18"], &["a note cannot be empty"]);
    check(&["note", "add", "x"], &["--paragraph"]);
    check(&["note", "add", "--paragraph", "18", "--kind", "rant", "x"], &["rant", "editorial"]);
    check(&["note", "delete", "0123456789"], &["no note “0123456789”"]);
    check(&["note", "delete", "012"], &["too short"]);
    check(&["note"], &["Usage:"]);
    check(&["search", "  "], &["There is nothing to search for"]);
    check(&["search"], &["QUERY"]);
    check(&["search", "x", "--limit", "0"], &["limit"]);
    check(&["export", "--force"], &["-o"]);
    check(&["status", "--json", "set", "1", "accept"], &["no --json"]);
    check(&["--language", "fr", "show"], &["“fr”", "en"]);
    check(&["--text", "ru", "show"], &["“ru”", "en, zh"]);
    check(&["--color", "red", "show"], &["red"]);
    check(&["show", "CAC/1", "--document", "CAC/1"], &["twice"]);
    check(&["a.toml", "show"], &["“a.toml” comes before the command"]);
    check(&["a.toml", "--reviewer", "x", "show"], &["“a.toml” comes before the command"]);
    check(&["show", "--nonsense"], &["--nonsense"]);
    check(&[], &["terminal", "rapporteur show"]);
    assert!(home.reviews().is_empty(), "{:?}", home.reviews());
}

#[test]
fn an_end_of_an_id_that_means_two_notes_is_refused() {
    let home = Home::new();
    let first = home.run(&["note", "add", "--paragraph", "1", "x"]).out;
    home.run(&["note", "add", "--paragraph", "1", "y"]).says(&[]);
    // Both were written in the same years.
    home.run(&["note", "delete", first.get(..4).unwrap()]).fails(2, &["fits 2 notes"]);
    home.run(&["note", "delete", first.trim()]).says(&["Deleted"]);
}

#[test]
fn what_cannot_be_read_is_three_with_its_name() {
    let home = Home::new();
    home.write("latin.toml", b"format = 1\n# \xe9");
    for (name, part) in [
        ("missing.toml", "missing.toml: it does not exist"),
        (".", ". is a folder, not a document"),
        ("/dev/zero", "/dev/zero is not a regular file"),
        ("latin.toml", "latin.toml, line 2, column 3"),
        ("NO/SUCH/1", "“NO/SUCH/1”"),
    ] {
        for command in ["show", "notes", "status", "export"] {
            home.run(&[command, name]).fails(3, &[part]);
        }
        home.run(&["search", "x", name]).fails(3, &[part]);
        home.run(&["--document", name, "note", "add", "--paragraph", "1", "x"]).fails(3, &[part]);
        home.run(&[name]).fails(3, &[part]);
        home.run(&["--document", name]).fails(3, &[part]);
    }
    for (name, part) in [("missing.toml", "does not exist"), ("/dev/zero", "/dev/zero")] {
        home.run(&["check", name]).fails(3, &[part]);
    }
    home.run(&["--workspace", "nowhere", "show"]).fails(3, &["nowhere: it does not exist"]);
    home.run(&["export", "-o", "no/such/folder.md"]).fails(3, &["no/such/folder.md"]);
}

#[test]
fn a_document_with_problems_is_told_whole_with_the_caret_under_its_place() {
    let home = Home::new();
    let source = version("A/AC.1/L.1", "zh")
        .replace("\"Draft report\"", "\"报告草稿\" 多")
        .replace("number = \"1 bis\"", "number = \"1\"");
    let file = home.write("bad.toml", &source);
    let checked = home.run(&["check", &file]);
    assert_eq!((checked.code, checked.err.as_str()), (Some(1), ""), "{checked:?}");
    let lines: Vec<&str> = checked.out.lines().collect();
    assert!(lines[0].starts_with(&format!("{file}:6:")), "{}", checked.out);
    assert_eq!(lines[1], "  title = \"报告草稿\" 多");
    assert!(lines[2].trim_start() == "^", "{}", checked.out);
    // Other commands say the same on standard error; the screen says it before it touches the terminal.
    for args in [&["show", "bad.toml"][..], &["bad.toml"], &["--document", "bad.toml", "status"]] {
        home.run(args).fails(3, &["bad.toml:6:", "^"]);
    }
}

#[test]
fn every_problem_is_told_at_once() {
    let home = Home::new();
    let source = ENGLISH.replace("section = \"i-a\"", "section = \"i-x\"").replace("\"makes\"", "\"made\"");
    let file = home.write("bad.toml", source);
    let good = home.write("good.toml", ENGLISH);
    let checked = home.run(&["check", &good, &file, "missing.toml"]);
    assert_eq!(checked.code, Some(3), "what cannot be read outranks what has problems");
    assert!(checked.err.contains("missing.toml"));
    for part in ["good.toml: no problems.", "“i-x”", "“made”", "bad.toml: 2 problems."] {
        assert!(checked.out.contains(part), "no {part} in {}", checked.out);
    }
    assert_eq!(home.run(&["check", "missing.toml", &file]).code, Some(3));
    assert_eq!(home.run(&["check", &file, &good]).code, Some(1));
    home.run(&["check", &good]).says(&["no problem"]);
}

#[test]
fn review_files_are_checked_too() {
    let home = Home::new();
    home.run(&["note", "add", "--paragraph", "18", "重要"]).says(&[]);
    let path = home.reviews()[0].display().to_string();
    home.run(&["check", &path]).says(&["no problems in this review"]);
    let source = std::fs::read_to_string(&path).unwrap();
    let broken = source.replace("kind = \"comment\"", "kind = \"评论\"").replace("rev = 1", "rev = \"一\"");
    assert_ne!(broken, source);
    std::fs::write(&path, &broken).unwrap();
    let checked = home.run(&["check", &path]);
    assert_eq!(checked.code, Some(1), "{checked:?}");
    assert!(
        checked.out.contains("\"评论\"")
            && checked.out.contains("\"一\"")
            && checked.out.contains("2 problems"),
        "{}",
        checked.out
    );
    for args in [&["notes"][..], &["status"], &["show"], &["export"], &["search", "x"]] {
        home.run(args).fails(3, &["amara.toml, line "]);
    }
    home.run(&["note", "add", "--paragraph", "18", "x"]).fails(3, &["amara.toml, line "]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), broken);
    // To another reviewer it is a remark.
    let other = home.run(&["--reviewer", "li", "notes"]);
    assert_eq!(other.code, Some(0));
    assert!(other.err.contains("amara.toml") && other.out.contains("No notes."), "{other:?}");
}

#[test]
fn what_cannot_be_written_is_three() {
    let home = Home::new();
    home.run(&["note", "add", "--paragraph", "18", "x"]).says(&[]);
    let path = home.reviews()[0].clone();
    let mut mode = std::fs::metadata(&path).unwrap().permissions();
    mode.set_readonly(true);
    std::fs::set_permissions(&path, mode).unwrap();
    home.run(&["note", "add", "--paragraph", "18", "y"]).fails(3, &["write-protected"]);
    home.run(&["status", "set", "1", "accept"]).fails(3, &["write-protected"]);
    // Reading goes on.
    home.run(&["notes"]).says(&["x"]);
    // Here the review could be written, and the lock cannot be taken.
    let file = home.write("w/a.toml", ENGLISH);
    home.write("w/.rapporteur", "in the way");
    home.run(&["--document", &file, "note", "add", "--paragraph", "1", "y"]).fails(3, &[".rapporteur"]);
    home.run(&["--document", &file, "status", "set", "1", "accept"]).fails(3, &[".rapporteur"]);
    let large = vec![b'x'; 2 * 1024 * 1024];
    let elsewhere = ["--reviewer", "li", "note", "add", "--paragraph", "18"];
    home.run_with(&elsewhere, large).fails(3, &["1 MiB"]);
    home.run_with(&elsewhere, b"\xe9\xe9").fails(3, &["not UTF-8"]);
}

#[test]
fn nothing_of_a_hostile_document_reaches_the_terminal() {
    let home = Home::new();
    let evil = "\\u001B]0;owned\\u0007\\u001B[2J\\u009B31m\\u202Egnp.exe\\u007F";
    let source = ENGLISH
        .replace("The Chair\"", &format!("The Chair {evil}\""))
        .replace("Draft report", &format!("Draft {evil}"))
        .replace("Introduction", &format!("Intro {evil}"))
        .replace("On assets.", &format!("On {evil} assets."));
    let file = home.write("evil.toml", source);
    let note = "\u{1b}[31mred\u{7}\u{202e}";
    let added = home.run(&["--document", &file, "note", "add", "--paragraph", "1", note]);
    added.says(&[]);
    for args in [
        &["show", "evil.toml"][..],
        &["show", "evil.toml", "--json"],
        &["notes", "evil.toml"],
        &["notes", "evil.toml", "--json"],
        &["status", "evil.toml"],
        &["status", "evil.toml", "--json"],
        &["search", "assets", "evil.toml"],
        &["search", "assets", "evil.toml", "--json"],
        &["search", "Chair", "evil.toml"],
        &["export", "evil.toml"],
    ] {
        let ran = home.run(args);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{args:?}");
        assert!(safe(&ran.out), "{args:?} {:?}", ran.out);
    }
    let checked = home.run(&["check", "evil.toml"]);
    assert!(safe(&checked.out) && safe(&checked.err), "{checked:?}");
    assert_eq!(checked.code, Some(1), "a warning is a problem that was found");
    let json = home.run(&["show", "evil.toml", "--json"]).json();
    assert_eq!(json["paragraphs"][0]["notes"][0]["body"], note);
    for args in [
        &["show", "\u{1b}[31m.toml"][..],
        &["note", "delete", "\u{1b}[31m\u{202e}"],
        &["show", "--paragraph", "\u{1b}[2J"],
        &["--text", "\u{1b}", "show"],
        &["show", "--\u{1b}[31m"],
        &["check", "\u{1b}[31m"],
    ] {
        let ran = home.run(args);
        assert!(safe(&ran.out) && safe(&ran.err) && ran.code >= Some(2), "{args:?} {ran:?}");
    }
}

#[test]
fn wrong_usage_is_told_in_the_language_of_the_program() {
    let home = Home::new();
    for (arguments, english, chinese) in [
        (&["--nonsense"][..], "“--nonsense” is not recognized here.", "无法识别的参数“--nonsense”。"),
        (&["status", "set", "1", "maybe"], "accept, query, amend, reserve", "不能是“maybe”"),
        (&["status", "set", "1"], "is missing.", "缺少 <STATUS>"),
        (&["--reviewer"], "needs a value.", "需要一个值"),
        (&["search", "x", "--limit", "many"], "“many” is not a value", "不能是“many”"),
    ] {
        home.run(arguments).fails(2, &[english]);
        let in_chinese: Vec<&str> = ["--language", "zh"].iter().chain(arguments).copied().collect();
        home.run(&in_chinese).fails(2, &[chinese]);
    }
}
