//! A whole line with each word in its place, as a shell takes it: what was meant by words of which one is too many, or
//! one too few. Says nothing.

use std::path::Path;

use super::CommandLine;
use crate::store;

/// The most characters of a text that a line repeats.
const LONGEST: usize = 40;

impl CommandLine<'_> {
    /// The line that was meant by words of which one is too many, or one too few.
    pub fn line(&self) -> Option<String> {
        let has = |name: &str| self.typed.iter().any(|word| word.split('=').next() == Some(name));
        let rest = |from: usize| self.words.get(from..).unwrap_or_default().join(" ");
        let path = self.named(&self.path);
        match (self.path.as_slice(), self.words.as_slice()) {
            (["note"], [number, ..]) if is_label(number) => {
                Some(format!("rapporteur note add --paragraph {} {}", shell_word(number), text(&rest(1))))
            }
            (["note", "add"], [number, ..]) if is_label(number) && !has("--paragraph") && !has("-p") => {
                Some(format!("{path} --paragraph {} {}", shell_word(number), text(&rest(1))))
            }
            (["note", "add"], [_, _, ..]) if has("--paragraph") || has("-p") => {
                Some(format!("{path} --paragraph N {}", text(&rest(0))))
            }
            (["note", "add"], [_, ..]) => Some(format!("{path} --paragraph N {}", text(&rest(0)))),
            (["note", "edit"], [id, _, _, ..]) => Some(format!("{path} {id} {}", text(&rest(1)))),
            (["status"], [number, status, ..]) if is_label(number) => {
                Some(format!("rapporteur status set {} {status}", shell_word(number)))
            }
            (["status", "set"], [status, number]) if is_label(number) && !is_label(status) => {
                Some(format!("{path} {} {status}", shell_word(number)))
            }
            (["status", "set"], [first, last, status]) if is_label(first) && is_label(last) => {
                Some(format!("{path} {first}-{last} {status}"))
            }
            (["recover"], [item, ..]) if item.contains('-') || *item == "lost" => {
                Some(format!("rapporteur recover show {item}"))
            }
            _ => None,
        }
    }
}

/// Whether a word looks like the number of a paragraph, or like a range of them.
pub(super) fn is_label(word: &str) -> bool {
    let short = word.chars().count() <= 12 && !store::exists(Path::new(word));
    short && word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains('/')
}

/// A text as an argument; what stands for one, if there is none.
fn text(words: &str) -> String {
    if words.is_empty() { "TEXT".to_owned() } else { shell_word(words) }
}

/// As a shell takes it.
pub fn shell_word(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-/:".contains(c);
    if short.chars().all(plain) {
        short
    } else if short.contains(['"', '$', '`', '\\', '!']) {
        format!("'{}'", short.replace('\'', "'\\''"))
    } else {
        format!("\"{short}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::meant::tests::{tree, typed};

    #[test]
    fn words_in_the_wrong_place_are_put_into_it() {
        let tree = tree();
        for (words, line) in [
            ("note add 3 text", "rapporteur note add --paragraph 3 text"),
            ("note add 3 two words", "rapporteur note add --paragraph 3 \"two words\""),
            ("note add 3 -k question why?", "rapporteur note add --paragraph 3 \"why?\""),
            ("note add 3", "rapporteur note add --paragraph 3 TEXT"),
            ("note 3 text", "rapporteur note add --paragraph 3 text"),
            ("note add -p 3 two words", "rapporteur note add --paragraph N \"two words\""),
            ("note add it's $5", "rapporteur note add --paragraph N 'it'\\''s $5'"),
            ("status 18 accept", "rapporteur status set 18 accept"),
            ("status set accept 18", "rapporteur status set 18 accept"),
            ("status set 1 15 accept", "rapporteur status set 1-15 accept"),
            ("recover lost", "rapporteur recover show lost"),
        ] {
            let words = typed(words);
            assert_eq!(CommandLine::of(&tree, &words).line().as_deref(), Some(line), "{words:?}");
        }
    }
}
