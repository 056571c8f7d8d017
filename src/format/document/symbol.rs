//! Whether a symbol is one: it names the document in file names, searches and reviews, so two that look the
//! same must be the same.

use crate::format::findings::Findings;
use crate::format::hidden::code;
use crate::format::table::TextValue;
use crate::messages::user_message;
use crate::text::is_unseen;

/// Cyrillic and Greek letters that look like Latin ones.
const LOOKALIKES: &str = "АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";

pub(super) fn check(symbol: &TextValue, findings: &mut Findings<'_>) {
    let text = symbol.value.as_str();
    if text.trim() != text {
        let what = user_message("format-symbol-spaced").with("symbol", text);
        findings.error(symbol.at.clone(), what, user_message("format-symbol-spaced-hint"));
    }
    let unseen = |c: char| is_unseen(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{ad}');
    if let Some(c) = text.chars().find(|&c| unseen(c)) {
        let what = user_message("format-symbol-hidden").with("symbol", text).with("code", code(c));
        findings.error(symbol.at.clone(), what, user_message("format-symbol-hidden-hint"));
    }
    if let Some(c) = text.split_whitespace().find_map(foreign) {
        let start = symbol.at.start + findings.raw(&symbol.at).find(c).unwrap_or(0);
        let what = user_message("format-symbol-scripts")
            .with("symbol", text)
            .with("letter", c)
            .with("code", code(c));
        findings.error(start..start + c.len_utf8(), what, user_message("format-symbol-scripts-hint"));
    }
}

/// The first letter of a word that is Cyrillic or Greek although the word is, or looks, Latin.
fn foreign(word: &str) -> Option<char> {
    let other = |c: &char| matches!(c, '\u{370}'..='\u{52f}');
    let first = word.chars().find(other)?;
    let mixed = word.chars().any(|c| c.is_ascii_alphabetic());
    let disguised = word.contains('/') && word.chars().filter(other).all(|c| LOOKALIKES.contains(c));
    (mixed || disguised).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_of_another_script_is_found_where_it_could_pass_for_latin() {
        for (word, letter) in [
            ("CAC/COSP/WG.4/2019/L.1/Add.1", None),
            ("\u{410}/AC.105/L.339", Some('\u{410}')),
            ("A/AC.105/С.2", Some('С')),
            ("\u{410}/1", Some('\u{410}')),
            ("Документ", None),
            ("CEDAW/C/RUS/\u{39f}", Some('\u{39f}')),
            ("联合国/1", None),
        ] {
            assert_eq!(foreign(word), letter, "{word}");
        }
    }
}
