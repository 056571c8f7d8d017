//! The README's generated parts: made by the program, held by this test. `RAPPORTEUR_UPDATE=1` writes them anew.

#![expect(clippy::disallowed_methods, reason = "a test reads and, when told to, writes the README")]

use crate::desk::Place;
use crate::source;

/// What stands between the markers of a part.
fn part(name: &str) -> String {
    match name {
        "screen" => {
            let place = Place::new();
            let mut program = place.start(80, 24, &[]);
            program.keys("1-15sa16sa17sq18/20 个联邦部委设立防腐单位<Enter>aIndependent of the ministries? ");
            program.keys("#ask-capital<Tab><Esc>sm<Esc><Esc>18");
            format!("```\n{}\n```", program.screen())
        }
        "search" => rapporteur::cli::syntax::markdown(&rapporteur::messages::Messages::english()),
        "settings" => rapporteur::cli::settings::markdown(&rapporteur::messages::Messages::english()),
        "document" => rapporteur::cli::reference::markdown(&rapporteur::messages::Messages::english()),
        "keys" => run(&["keys", "--markdown"]),
        "commands" => format!("```\n{}\n```", run(&["--help"])),
        other => panic!("no part is called {other}"),
    }
}

/// What a command prints.
fn run(arguments: &[&str]) -> String {
    let home = tempfile::tempdir().unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_rapporteur"))
        .args(arguments)
        .env_clear()
        .env("HOME", home.path())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
}

#[test]
fn the_generated_parts_of_the_readme_are_what_the_program_makes() {
    let path = source::root().join("README.md");
    let before = std::fs::read_to_string(&path).unwrap();
    let mut after = String::new();
    let mut rest = before.as_str();
    while let Some(start) = rest.find("<!-- generated: ") {
        let (head, tail) = rest.split_at(start);
        let (marker, tail) = tail.split_once(" -->").unwrap();
        let (_, tail) = tail.split_once("<!-- end -->").unwrap();
        let name = marker.trim_start_matches("<!-- generated: ");
        after.push_str(&format!("{head}{marker} -->\n{}\n<!-- end -->", part(name)));
        rest = tail;
    }
    after.push_str(rest);
    if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
        std::fs::write(&path, after).unwrap();
    } else {
        assert!(
            before == after,
            "the README is not what the program makes: RAPPORTEUR_UPDATE=1 cargo test readme"
        );
    }
}

#[test]
fn every_picture_the_readme_names_is_there() {
    let readme = std::fs::read_to_string(source::root().join("README.md")).unwrap();
    let named = readme.split("data/pictures/").skip(1);
    let named: Vec<&str> = named.map(|rest| rest.split(['"', ')', ' ', '\n']).next().unwrap()).collect();
    assert!(!named.is_empty(), "the README shows the program");
    for name in named {
        let picture = std::fs::read(source::root().join("data/pictures").join(name));
        let picture = picture.unwrap_or_else(|error| panic!("data/pictures/{name}: {error}"));
        assert!(picture.starts_with(b"\x89PNG\r\n"), "{name} is no PNG");
        assert!(picture.len() < 150_000, "{name} is heavy: {} bytes", picture.len());
    }
}

#[test]
fn every_file_that_the_readme_and_the_contributing_guide_name_is_there() {
    let mut named = 0;
    for page in ["README.md", ".github/CONTRIBUTING.md"] {
        let text = std::fs::read_to_string(source::root().join(page)).unwrap();
        for word in text.split(|c: char| c.is_whitespace() || "`()[]\"".contains(c)) {
            let path = word.trim_end_matches(['.', ',', ':', ';']).trim_start_matches("../");
            let is_path = ["src/", "tests/", "data/", "benches/", ".ci/", ".github/"]
                .iter()
                .any(|f| path.starts_with(f));
            // What is to be chosen is in capitals: `src/cli/NAME.rs`.
            let is_chosen =
                path.split(['/', '.']).any(|part| part.len() > 1 && part.chars().all(char::is_uppercase));
            if is_path && !is_chosen {
                assert!(source::root().join(path).exists(), "{page} names {path}, which is not there");
                named += 1;
            }
        }
    }
    assert!(named > 30, "{named}");
}
