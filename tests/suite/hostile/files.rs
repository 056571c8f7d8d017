//! Documents, review files and settings that are hostile in what they hold or in what they are.

#![expect(clippy::disallowed_methods, reason = "tests prepare hostile files")]

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;

use super::samples::{REVIEW, REVIEWS, SYMBOL, documents, reviews};
use crate::cli::ENGLISH;
use crate::home::{Home, Ran, safe};
use crate::tree::tree;

/// Holds that the run says why it refuses, in a bearable number of words.
#[track_caller]
fn refuses(name: &str, ran: &Ran, code: i32, part: &str) {
    assert_eq!(ran.code, Some(code), "{name}: {}", told(ran));
    let said = format!("{}{}", ran.out, ran.err);
    assert!(safe(&said) && !said.trim().is_empty(), "{name}: {}", told(ran));
    assert!(said.contains(part), "{name}: no “{part}” in {}", told(ran));
    assert!(said.len() < 1024 * 1024, "{name} is told at length");
}

/// What a run said, as far as a person would read.
fn told(ran: &Ran) -> String {
    format!(
        "{:?} {} {}",
        ran.code,
        ran.out.chars().take(300).collect::<String>(),
        ran.err.chars().take(300).collect::<String>()
    )
}

#[test]
fn hostile_documents_are_refused_with_a_sentence_and_nothing_is_written() {
    for sample in documents() {
        let home = Home::new();
        let file = home.write("a.toml", &sample.bytes);
        let before = tree(&home.path(""));
        let shown = home.run(&["show", &file]);
        let checked = home.run(&["check", &file]);
        match sample.refused {
            Some(part) => {
                refuses(sample.name, &shown, 3, part);
                refuses(sample.name, &checked, if sample.name == "Latin-1" { 3 } else { 1 }, part);
                refuses(
                    sample.name,
                    &home.run(&["--document", &file, "note", "add", "--paragraph", "1", "x"]),
                    3,
                    part,
                );
                assert_eq!(tree(&home.path("")), before, "{}", sample.name);
            }
            None => assert_eq!(shown.code, Some(0), "{}: {}", sample.name, told(&shown)),
        }
    }
}

#[test]
fn hostile_reviews_are_refused_with_a_sentence_and_never_written_over() {
    for sample in reviews() {
        let home = Home::new();
        home.write(".local/share/rapporteur/documents/en.toml", ENGLISH);
        home.write(&format!("{REVIEWS}/amara.toml"), &sample.bytes);
        let before = tree(&home.path(""));
        let listed = home.run(&["--document", SYMBOL, "notes"]);
        let checked = home.run(&["check"]);
        assert_eq!(tree(&home.path("")), before, "{}", sample.name);
        let other = home.run(&["--document", SYMBOL, "--reviewer", "chen", "notes"]);
        assert_eq!(other.code, Some(0), "{}: {}", sample.name, told(&other));
        let added = home.run(&["--document", SYMBOL, "note", "add", "--paragraph", "1", "neu"]);
        let file = home.path(&format!("{REVIEWS}/amara.toml"));
        match sample.refused {
            Some(part) => {
                refuses(sample.name, &listed, 3, part);
                refuses(sample.name, &added, 3, part);
                // The review has Chinese words, the document has none: of UTF-16 it is no UTF-8 then.
                let unreadable = ["Latin-1", "UTF-16"].contains(&sample.name);
                refuses(sample.name, &checked, if unreadable { 3 } else { 1 }, part);
                assert_eq!(fs::read(&file).unwrap(), sample.bytes, "{}", sample.name);
            }
            None => {
                assert_eq!(listed.code, Some(0), "{}: {}", sample.name, told(&listed));
                assert_eq!(added.code, Some(0), "{}: {}", sample.name, told(&added));
                assert!(fs::read_to_string(&file).unwrap().contains("neu"), "{}", sample.name);
            }
        }
    }
}

/// What a path can lead to that is no file.
fn plant(name: &str, path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    match name {
        "a pipe" => {
            let mode = rustix::fs::Mode::RUSR;
            rustix::fs::mknodat(rustix::fs::CWD, path, rustix::fs::FileType::Fifo, mode, 0).unwrap();
        }
        "a device" => symlink("/dev/zero", path).unwrap(),
        "a folder" => fs::create_dir(path).unwrap(),
        "a socket" => drop(UnixListener::bind(path).unwrap()),
        "a link to itself" => symlink(path, path).unwrap(),
        "a link to nothing" => symlink("nowhere", path).unwrap(),
        "a gigabyte" => fs::File::create(path).unwrap().set_len(1 << 30).unwrap(),
        other => panic!("{other}"),
    }
}

const KINDS: [&str; 7] =
    ["a pipe", "a device", "a folder", "a socket", "a link to itself", "a link to nothing", "a gigabyte"];

#[test]
fn what_is_no_file_is_refused_before_it_is_read() {
    for kind in KINDS {
        let home = Home::new();
        let document = home.path("a.toml");
        plant(kind, &document);
        let before = tree(&home.path(""));
        for args in
            [&["show", "a.toml"][..], &["--document", "a.toml", "status", "set", "1", "accept"], &["a.toml"]]
        {
            refuses(kind, &home.run(args), 3, "a.toml");
        }
        if kind != "a folder" {
            refuses(kind, &home.run(&["check", "a.toml"]), 3, "a.toml");
        }
        assert_eq!(tree(&home.path("")), before, "{kind}");
    }
    for kind in KINDS {
        let home = Home::new();
        home.write(".local/share/rapporteur/documents/en.toml", ENGLISH);
        plant(kind, &home.path(&format!("{REVIEWS}/amara.toml")));
        let before = tree(&home.path(""));
        refuses(kind, &home.run(&["--document", SYMBOL, "notes"]), 3, "amara.toml");
        refuses(kind, &home.run(&["check"]), 3, "amara.toml");
        assert_eq!(tree(&home.path("")), before, "{kind}");
        refuses(
            kind,
            &home.run(&["--document", SYMBOL, "note", "add", "--paragraph", "1", "x"]),
            3,
            "amara.toml",
        );
    }
    // A document of the workspace that is none does not keep the others from being read.
    for kind in KINDS {
        let home = Home::new();
        home.write(".local/share/rapporteur/documents/en.toml", ENGLISH);
        plant(kind, &home.path(".local/share/rapporteur/documents/odd.toml"));
        let searched = home.run(&["search", "adjourned"]);
        assert_eq!(searched.code, Some(0), "{kind}: {}", told(&searched));
        assert!(searched.out.contains("adjourned") && searched.err.contains("odd.toml"), "{kind}");
    }
}

#[test]
fn hostile_settings_are_told_and_defaults_are_used() {
    let big = "a = 1\n".repeat(20_000);
    let keys: String = (0..10_000).map(|key| format!("k{key}=1\n")).collect();
    let nested = format!("reviewer = {}1{}", "[".repeat(30_000), "]".repeat(30_000));
    let values = format!("reviewer = [{}]", "1,".repeat(30_000));
    for (name, bytes) in [
        ("empty", &b""[..]),
        ("Latin-1", b"theme = \"\xe9\""),
        ("zeros", &[0; 4096]),
        ("large", big.as_bytes()),
        ("keys", keys.as_bytes()),
        ("nested", nested.as_bytes()),
        ("values", values.as_bytes()),
        ("twice", b"mouse = true\nmouse = true"),
        ("controls", b"reviewer = \"\\u001b]0;x\\u0007\\u202e\"\ntheme = \"\\u001b[2J\""),
        ("a mark", "\u{feff}mouse = true".as_bytes()),
        ("a workspace elsewhere", b"workspace = \"../../etc\""),
        ("a workspace that is none", b"workspace = \"/dev/null\""),
    ] {
        let home = Home::new();
        home.write(".config/rapporteur/config.toml", bytes);
        let before = tree(&home.path(""));
        let ran = home.run(&["status"]);
        let expected = if name == "a workspace that is none" { 3 } else { 0 };
        assert_eq!(ran.code, Some(expected), "{name}: {}", told(&ran));
        assert!(safe(&ran.out) && safe(&ran.err), "{name}");
        assert!(ran.err.lines().count() <= 20 && ran.err.len() < 16 * 1024, "{name}: {}", ran.err.len());
        assert_eq!(ran.err.is_empty(), ["empty", "a mark"].contains(&name), "{name}: {}", told(&ran));
        assert_eq!(tree(&home.path("")), before, "{name}");
    }
    for kind in KINDS {
        let home = Home::new();
        plant(kind, &home.path(".config/rapporteur/config.toml"));
        let ran = home.run(&["status"]);
        // A link to nothing is no file of settings, like none at all.
        assert_eq!(
            (ran.code, ran.err.is_empty()),
            (Some(0), kind == "a link to nothing"),
            "{kind}: {}",
            told(&ran)
        );
    }
}

#[test]
fn a_review_of_another_is_not_taken_for_ones_own() {
    let home = Home::new();
    home.write(".local/share/rapporteur/documents/en.toml", ENGLISH);
    for (name, source) in [
        ("another's", REVIEW.replace("amara", "chen")),
        ("of another document", REVIEW.replace("L.1", "L.2")),
        ("of a name with a control", REVIEW.replace("amara", "amara\\u001b[31m")),
        ("of an empty symbol", REVIEW.replace("A/AC.1/L.1", "")),
    ] {
        home.write(&format!("{REVIEWS}/amara.toml"), &source);
        refuses(name, &home.run(&["--document", SYMBOL, "notes"]), 3, "amara.toml");
        refuses(name, &home.run(&["--document", SYMBOL, "status", "set", "1", "accept"]), 3, "amara.toml");
        assert_eq!(home.read(&format!("{REVIEWS}/amara.toml")), source);
    }
}
