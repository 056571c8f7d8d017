//! Every facade lists its files, with what each says of itself in its first sentence. The lists are held by this test;
//! `RAPPORTEUR_UPDATE=1` writes them anew.

#![expect(clippy::disallowed_methods, reason = "a test writes the source, when told to")]

use crate::source;

/// What stands above the list.
const HEADING: &str = "//! # Files\n//!\n";
/// The most characters of a line of it that says something.
const MOST: usize = 100;

/// The files that a file declares as its own, those of tests alone left out.
fn declared(text: &str) -> Vec<&str> {
    let mut above = "";
    let mut files = Vec::new();
    for line in text.lines() {
        let named = line.strip_suffix(';').and_then(|line| line.rsplit_once("mod "));
        let named =
            named.filter(|(visible, _)| matches!(*visible, "" | "pub " | "pub(super) " | "pub(crate) "));
        files.extend(named.filter(|_| !above.contains("cfg(test)")).map(|(_, name)| name));
        above = line;
    }
    files
}

/// The first sentence that a file says of itself, without the full stop; a long one as far as it says what the file is.
fn first_sentence(text: &str) -> String {
    let says = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim);
    let says = says.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let upto = |at: usize| says.get(..at).unwrap_or_default();
    let end = says.match_indices(". ").map(|(at, _)| at).find(|at| !upto(*at).ends_with([' ', '.']));
    let whole = upto(end.unwrap_or(says.len())).trim_end_matches('.');
    if whole.chars().count() <= MOST {
        return whole.to_owned();
    }
    let count = |words: &str, sign: char| words.matches(sign).count();
    let is_whole = |words: &&str| {
        let closed = count(words, '`') % 2 == 0 && count(words, '(') == count(words, ')');
        closed && words.chars().count() <= MOST
    };
    let mut cuts = whole.match_indices([',', ';', ':']).map(|(at, _)| upto(at));
    cuts.rfind(is_whole).unwrap_or(whole).to_owned()
}

/// A file with the list of its files at the end of what it says of itself.
fn with_list(text: &str, list: &str) -> String {
    let head: String =
        text.lines().take_while(|line| line.starts_with("//!")).map(|line| format!("{line}\n")).collect();
    let rest = text.get(head.len()..).unwrap_or_default();
    let own = head.split(HEADING).next().unwrap_or_default().trim_end_matches("//!\n");
    format!("{own}//!\n{HEADING}{list}{rest}")
}

#[test]
fn every_facade_lists_its_files() {
    let files = source::files();
    for (file, text) in &files {
        let declared = declared(text);
        if declared.is_empty() || file == "lib.rs" || file.ends_with("tests.rs") {
            continue;
        }
        let folder = file.strip_suffix(".rs").unwrap();
        let line = |name: &str| {
            let path = format!("{folder}/{name}.rs");
            let (_, text) = files.iter().find(|(file, _)| *file == path).unwrap_or_else(|| panic!("{path}"));
            format!("//! - `{name}`: {}\n", first_sentence(text))
        };
        let wanted = with_list(text, &declared.into_iter().map(line).collect::<String>());
        if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
            std::fs::write(source::root().join("src").join(file), wanted).unwrap();
        } else {
            assert!(*text == wanted, "{file} lists other files: RAPPORTEUR_UPDATE=1 cargo test facades");
        }
    }
}
