//! One table of queries, asked on the screen and in the shell: the same answers, in the same order.

#![expect(clippy::disallowed_methods, reason = "a test prepares its own folder and runs the program")]

use std::process::Command;

use crate::desk::{Place, Program, write};
use crate::home::{binary, ran};
use crate::shelves::document;

/// Of each hit: document, language, paragraph, what was hit, how surely.
type Answers = (usize, Vec<String>);

/// What the shell answers, of the same workspace and state folder as the screen's.
fn in_the_shell(place: &Place, query: &str, more: &[&str]) -> Answers {
    let home = place.folder.path().join("home");
    let state = home.join(".local/state");
    std::fs::create_dir_all(&state).unwrap();
    let _ = std::os::unix::fs::symlink(place.folder.path().join("state"), state.join("rapporteur"));
    let mut command = Command::new(binary());
    command.env_clear().env("HOME", &home).env("USER", "amara").env("LANG", "C.UTF-8");
    command
        .arg("--workspace")
        .arg(place.data())
        .args(["search", query, "--limit", "300", "--json"])
        .args(more);
    let ran = ran(command.output().unwrap());
    assert_eq!(ran.err, "", "{query}");
    let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let word = |hit: &serde_json::Value, name: &str| hit[name].as_str().unwrap_or("-").to_owned();
    let one = |hit: &serde_json::Value| {
        ["symbol", "language", "paragraph", "field", "tier"].map(|name| word(hit, name)).join(" ")
    };
    let count = usize::try_from(found["count"].as_u64().unwrap()).unwrap();
    assert_eq!(ran.code, Some(i32::from(count == 0)), "{query}");
    (count, found["hits"].as_array().unwrap().iter().map(one).collect())
}

/// What the screen answers.
fn on_the_screen(program: &mut Program, query: &str) -> Answers {
    program.keys("/<Ctrl-u>");
    program.paste(query);
    let found = program.app.found().unwrap().clone();
    program.keys("<Esc>");
    let one = |hit: &rapporteur::search::Hit| {
        let paragraph = hit.paragraph.as_ref().map_or("-".to_owned(), ToString::to_string);
        let (field, tier) = (hit.field.word(), hit.tier.word());
        format!("{} {} {paragraph} {field} {tier}", hit.symbol, hit.language)
    };
    (found.all(), found.hits.iter().map(one).collect())
}

/// Each with how many hits there are in the Chinese version and in the English one.
const TABLE: [(&str, usize, usize); 36] = [
    ("status:accept", 14, 14),
    ("status:accept kind:paragraph", 13, 13),
    ("status:unreviewed kind:paragraph", 6, 6),
    ("status:query", 1, 1),
    ("!status:accept kind:paragraph", 7, 7),
    ("kind:question", 2, 2),
    ("kind:heading", 3, 3),
    ("kind:note", 3, 3),
    ("tag:ask", 4, 4),
    ("#followup", 1, 1),
    ("zebra", 1, 1),
    ("by:amara", 4, 4),
    ("by:tuan", 2, 2),
    ("has:note", 6, 6),
    ("has:draft", 1, 1),
    ("speaker:Myanmar", 2, 2),
    ("Myanmar", 1, 1),
    ("IOC", 1, 1),
    ("section:B kind:paragraph", 5, 5),
    ("para:3-7", 6, 6),
    ("^18", 1, 1),
    ("lang:en corruption", 20, 20),
    ("lang:zh 廉洁", 1, 1),
    ("lang:zh zebra", 1, 1),
    ("!lang:fr zebra", 1, 1),
    ("lang:en lang:zh zebra", 0, 0),
    ("廉洁", 1, 1),
    ("sport", 3, 3),
    ("\"rule of law\"", 1, 1),
    ("「腐败」", 20, 20),
    ("腐败", 20, 20),
    ("miandian", 1, 0),
    ("zzzq", 0, 0),
    ("IOC sport", 1, 1),
    ("缅防腐", 1, 0),
    ("qqxxzz", 0, 0),
];

#[test]
fn the_screen_and_the_shell_find_the_same() {
    let place = Place::new();
    let mut other = place.start_as("tuan", 80, 24, &[]);
    other.keys("19aAs in the law of sport<Esc>");
    drop(other);
    let mut program = place.start(80, 24, &[]);
    program.keys("1-13sa17sq18aA zebra? #ask-capital #followup<Tab><Esc>3aMore #ask-room<Esc>");
    program.keys("14ahalf a sen");
    drop(program);
    let mut program = place.start(80, 24, &[]);
    let mut answers: Vec<(String, usize, usize)> = Vec::new();
    for (query, ..) in TABLE {
        let chinese = on_the_screen(&mut program, query);
        assert_eq!(chinese, in_the_shell(&place, query, &[]), "{query}");
        assert_eq!(chinese, in_the_shell(&place, query, &["--text", "zh"]), "{query}");
        program.keys("t");
        let english = on_the_screen(&mut program, query);
        assert_eq!(english, in_the_shell(&place, query, &["--text", "en"]), "{query} in English");
        program.keys("t");
        answers.push((query.to_owned(), chinese.0, english.0));
    }
    let wanted: Vec<(String, usize, usize)> =
        TABLE.iter().map(|(query, zh, en)| ((*query).to_owned(), *zh, *en)).collect();
    assert_eq!(answers, wanted);
}

#[test]
fn of_many_documents_the_screen_and_the_shell_find_the_same() {
    let place = Place::new();
    for (name, symbol, language, word) in [
        ("a", "A/WG/L.1/Add.10", "en", "walnuts"),
        ("c", "A/WG/L.1/Add.2", "en", "cashews"),
        ("d", "A/WG/L.1/Add.2", "fr", "noix"),
        ("e", "A/WG/L.2", "en", "raisins"),
    ] {
        let path = place.data().join("documents").join(format!("{name}.toml"));
        write(&path, &document(symbol, language, word));
    }
    for query in
        ["walnuts", "noix", "lang:fr noix", "Delegates", "time", "kind:heading", "lang:fr time", "opnd"]
    {
        let mut program = place.start(80, 24, &[]);
        program.keys("1");
        let shell = in_the_shell(&place, query, &[]);
        assert_eq!(on_the_screen(&mut program, query), shell, "{query}");
    }
}
