//! A document in each of the six languages, made of real sentences, read row by row at three sizes. The corpus
//! is not part of the project: where it is absent the test says that it skips.

#![expect(clippy::disallowed_methods, reason = "a test reads the corpus")]

use crate::desk::{Place, Program, write};
use crate::home::Home;
use crate::screens::reader_rows;
use crate::source;
use rapporteur::text::{Ambiguous, width};

/// Marks that never begin a row, whatever the language. (Arabic and Latin commas among them.)
const NEVER_FIRST: &str = "，。、；：？！）》”’】〕,.;:!?)]»،؛؟";
/// Marks that never end one.
const NEVER_LAST: &str = "（《“‘【〔([«";

/// A document of 24 paragraphs, three sentences each, in a language.
fn document(language: &str) -> Option<String> {
    let path = source::root().join(format!("../shared/corpus/six-way/UNv1.0.devset.{language}"));
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: no corpus at {}", path.display());
        return None;
    };
    let mut toml = format!(
        "format = 1\n[masthead]\nsymbol = \"A/SIX/{language}\"\nlanguage = \"{language}\"\ntitle = \"Six\"\n\
         [[section]]\nid = \"a\"\nnumber = \"A.\"\ntitle = \"{}\"\nlevel = 1\n",
        escaped(text.lines().nth(3).unwrap())
    );
    let lines: Vec<&str> = text.lines().collect();
    for (at, sentences) in lines[40..].chunks(3).take(24).enumerate() {
        let words = escaped(&sentences.join(if language == "zh" { "" } else { " " }));
        let number = at + 1;
        toml.push_str(&format!(
            "[[paragraph]]\nnumber = \"{number}\"\nsection = \"a\"\ntext = \"{words}\"\n"
        ));
    }
    Some(toml)
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\t', " ")
}

/// Reads the whole document, page by page, and checks each row; gives how many rows there were.
fn read_to_the_end(program: &mut Program, what: &str) -> usize {
    program.keys("1<Enter>");
    let room = usize::from(program.app.areas().reader.width);
    let mut last = None;
    let mut count = 0;
    while last != Some(program.open().view.top) {
        last = Some(program.open().view.top);
        for row in reader_rows(program).iter().filter(|row| !row.is_empty()) {
            let words = row.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('.').trim();
            let (first, end) = (row.chars().next().unwrap(), row.chars().last().unwrap());
            assert!(!NEVER_FIRST.contains(first) && !NEVER_LAST.contains(end), "{what}: {row}");
            assert!(!words.is_empty(), "{what}: a number stands alone: {row}");
            assert!(width(row, Ambiguous::Narrow) <= room, "{what}: {row}");
            count += 1;
        }
        program.keys("<PgDn>");
    }
    assert_eq!(program.open().here().unwrap().1.label.as_str(), "24", "{what} was read to its end");
    count
}

#[test]
fn a_document_in_each_language_has_no_fault_in_any_row() {
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        let Some(text) = document(language) else { return };
        let place = Place::new();
        let file = place.folder.path().join("six.toml");
        write(&file, &text);
        for (columns, rows) in [(60, 20), (80, 24), (120, 40)] {
            let mut program = place.start(columns, rows, &[file.to_str().unwrap()]);
            let count = read_to_the_end(&mut program, &format!("{language} at {columns}x{rows}"));
            assert!(count > 60, "{language}: only {count} rows");
        }
    }
}

#[test]
fn the_headings_of_chinese_help_end_with_a_full_width_colon() {
    let home = Home::new();
    for words in [&[][..], &["note"], &["note", "add"], &["search"], &["recover"], &["export"]] {
        for color in ["never", "always"] {
            let asked = [&["--language", "zh", "--color", color], words, &["--help"]].concat();
            let help = home.run(&asked).out;
            assert!(help.contains("用法：") && help.contains("各命令通用："), "{help}");
            let mut chars = help.chars().collect::<Vec<_>>();
            chars.dedup_by(|next, before| *next == ':' && before.is_ascii());
            let half = chars.windows(2).find(|pair| pair[1] == ':' && !pair[0].is_ascii());
            assert_eq!(half, None, "{help}");
        }
    }
    home.run(&["--help"]).says(&["Usage: rapporteur ", "With every command:", "Commands:"]);
}
