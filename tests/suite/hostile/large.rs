//! Large files that are what they should be, or nearly, read where there are 300 MB of memory and no more (P15): whatever
//! asks for more ends with a signal.

#![expect(clippy::disallowed_methods, reason = "a test starts the program under a limit")]

use std::process::{Command, Stdio};

use super::samples::{REVIEWS, SYMBOL};
use crate::cli::ENGLISH;
use crate::home::{Home, Ran, binary, ran};

/// The limit on addresses, in KiB: 300 MB, and what the program takes before it has read anything.
const LIMIT: usize = 300 * 1024 + 20 * 1024;

const MIB: usize = 1024 * 1024;

fn within(home: &Home, args: &[&str]) -> Ran {
    let script = format!("ulimit -v {LIMIT} || exit 99; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script]).arg(binary()).args(args);
    command.env_clear().envs(home.environment()).current_dir(home.path("")).stdin(Stdio::null());
    ran(command.output().unwrap())
}

/// A review with so many notes of so many letters.
fn review(reviewer: &str, notes: usize, letters: usize) -> String {
    let mut file = format!("format = 1\nsymbol = \"{SYMBOL}\"\nreviewer = \"{reviewer}\"\n");
    let body = "words and more ".repeat(letters / 15);
    for at in 0..notes {
        file.push_str(&format!(
            "\n[[note]]\nid = \"019a2b3c-0000-7000-8000-{at:012}\"\nparagraph = \"1\"\nkind = \"question\"\ntags = [\"a\"]\n\
             rev = 1\ncreated = 2026-11-23T14:00:00+01:00\nchanged = 2026-11-23T14:00:00+01:00\nbody = \"\"\"\n{body}\"\"\"\n\n\
             [note.anchor]\nlanguage = \"en\"\nexact = \"adjourned\"\nprefix = \"\"\nsuffix = \".\"\nstart = 41\nend = 50\n\
             paragraph_hash = \"0011223344556677\"\nstate = \"sure\"\n"
        ));
    }
    file
}

/// A home with a document, for a reviewer with nothing yet.
fn home() -> Home {
    let home = Home::new();
    home.write(".local/share/rapporteur/documents/en.toml", ENGLISH);
    home
}

#[test]
fn a_colleagues_large_review_is_read_in_little_memory() {
    let home = home();
    let file = review("chen", 14_000, 1_800);
    assert!(file.len() > 28 * MIB && file.len() < 32 * MIB, "{}", file.len());
    home.write(&format!("{REVIEWS}/chen.toml"), file);
    let notes = within(&home, &["--document", SYMBOL, "status"]);
    assert_eq!((notes.code, notes.err.as_str()), (Some(0), ""), "{}", notes.out);
    let added = within(&home, &["--document", SYMBOL, "note", "add", "--paragraph", "1", "x"]);
    assert_eq!((added.code, added.err.as_str()), (Some(0), ""), "{}", added.out);
}

#[test]
fn ones_own_review_is_edited_in_little_memory_or_refused_with_a_sentence() {
    let home = home();
    let add = ["--document", SYMBOL, "note", "add", "--paragraph", "1", "x"];
    home.write(&format!("{REVIEWS}/amara.toml"), review("amara", 9_000, 60));
    let added = within(&home, &add);
    assert_eq!((added.code, added.err.as_str()), (Some(0), ""), "{}", added.out);
    let file = review("amara", 13_000, 60);
    let path = home.write(&format!("{REVIEWS}/amara.toml"), &file);
    let added = within(&home, &add);
    assert_eq!(added.code, Some(3), "{}", added.err);
    assert!(added.err.contains("amara.toml, line ") && added.err.contains("split it"), "{}", added.err);
    assert_eq!(std::fs::read_to_string(path).unwrap(), file);
}

#[test]
fn a_document_of_many_values_is_read_in_little_memory_or_refused_with_a_sentence() {
    let home = home();
    let (front, _) = ENGLISH.split_once("[[paragraph]]").unwrap();
    for speakers in [1, 40] {
        let list = vec!["\"chair\""; speakers].join(", ");
        let mut file = front.to_owned();
        for at in 0..20_000 {
            let paragraph = format!(
                "\n[[paragraph]]\nnumber = \"{at}\"\nsection = \"i\"\nspeakers = [{list}]\ntext = \"x\"\n"
            );
            file.push_str(&paragraph);
        }
        let path = home.write("many.toml", file);
        let checked = within(&home, &["check", &path]);
        assert!(matches!(checked.code, Some(0 | 1)), "{speakers}: {:?} {}", checked.code, checked.err);
    }
}

#[test]
fn a_large_journal_is_read_line_by_line() {
    let home = home();
    let add = ["--document", SYMBOL, "note", "add", "--paragraph", "1", "x"];
    assert_eq!(home.run(&add).code, Some(0));
    let journals = home.files(".local/state/rapporteur");
    let journal = journals.iter().find(|path| path.extension().is_some_and(|end| end == "jsonl")).unwrap();
    let mut text = std::fs::read_to_string(journal).unwrap();
    let blank = format!("{}\n", " ".repeat(1023)).repeat(200 * 1024);
    text.push_str(&blank);
    std::fs::write(journal, text).unwrap();
    let listed = within(&home, &["--document", SYMBOL, "recover"]);
    assert_eq!((listed.code, listed.err.as_str()), (Some(0), ""), "{}", listed.out);
}
