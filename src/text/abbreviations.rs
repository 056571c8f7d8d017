//! Abbreviations whose full stop does not end a sentence, by language. Data only; `sentences` and `glue` apply it.
//!
//! Written without the last stop, lower case. An abbreviation that may also end a sentence (`etc.`, `и т.д.`,
//! `p.m.`) is not listed: there a capital after it begins a new sentence, a small letter does not. Source: the
//! UN Editorial Manual and the UN Parallel Corpus development set.

/// What an abbreviation waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Waits {
    /// A number or a numeral: `para. 5`, `No. 7/5`, `art. II`. Before anything else the stop may end a sentence.
    ForNumber,
    /// A name or any word: `Mr. X`, `cf. Annex`, `p. ej. Suiza`.
    ForWord,
}

use Waits::{ForNumber, ForWord};

/// The table: language, what it waits for, abbreviations.
const TABLE: &[(&str, Waits, &[&str])] = &[
    (
        "en",
        ForNumber,
        &[
            "para", "paras", "no", "nos", "art", "arts", "p", "pp", "vol", "vols", "chap", "chaps", "sect",
            "sects", "fig", "figs", "pt", "pts", "op", "add", "rev", "corr", "res", "ser", "suppl", "app",
            "col",
        ],
    ),
    (
        "en",
        ForWord,
        &[
            "mr", "mrs", "ms", "messrs", "dr", "prof", "gen", "lt", "capt", "amb", "hon", "rev", "st", "e.g",
            "i.e", "cf", "viz", "vs", "v", "distr", "ed", "eds", "ibid",
        ],
    ),
    ("fr", ForNumber, &["par", "n", "art", "al", "chap", "p", "pp", "vol", "fig", "rés", "doc", "sect"]),
    ("fr", ForWord, &["m", "mm", "mgr", "pr", "me", "s.e", "s.exc", "p. ex", "p.ex", "c.-à-d", "cf", "v"]),
    (
        "es",
        ForNumber,
        &[
            "párr", "párrs", "núm", "núms", "pág", "págs", "art", "arts", "cap", "caps", "secc", "apdo",
            "tomo",
        ],
    ),
    (
        "es",
        ForWord,
        &[
            "c", "sr", "sra", "sres", "sras", "srta", "dr", "dra", "excmo", "excma", "ilmo", "ilma", "lic",
            "ing", "p. ej", "p.ej", "ej", "d", "dª", "ud", "uds", "gral", "embj",
        ],
    ),
    (
        "ru",
        ForNumber,
        &[
            "п", "пп", "ст", "гл", "стр", "с", "ч", "т", "рис", "табл", "разд", "абз", "прил", "док", "рез",
            "подп",
        ],
    ),
    (
        "ru",
        ForWord,
        &[
            "см", "ср", "т.е", "т. е", "напр", "им", "проф", "акад", "ген", "гр", "долл", "г-н", "г-жа",
            "ул", "обл", "тов",
        ],
    ),
    ("ar", ForNumber, &["ص", "ص ص", "ف", "م", "ج", "رقم"]),
    ("ar", ForWord, &["د", "أ", "أ.د", "السيد"]),
    ("zh", ForNumber, &["no", "vol"]),
];

/// The longest listed abbreviation, of at most this many characters.
pub(super) const LONGEST: usize = 8;

/// What `word` (without its last stop, any case) waits for, where it is an abbreviation of one of the languages.
/// Waiting for a word wins: it is the wider claim.
pub(super) fn waits(word: &str) -> Option<Waits> {
    if word.chars().count() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let found = |wanted| TABLE.iter().any(|(_, kind, list)| *kind == wanted && list.contains(&word.as_str()));
    if found(ForWord) {
        Some(ForWord)
    } else if found(ForNumber) {
        Some(ForNumber)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_written_as_it_is_looked_up() {
        for (language, _, list) in TABLE {
            for entry in *list {
                assert_eq!(*entry, entry.to_lowercase(), "{language}");
                assert!(!entry.ends_with('.') && entry.chars().count() <= LONGEST, "{language} {entry}");
                assert!(waits(entry).is_some());
            }
        }
    }

    #[test]
    fn every_language_of_the_organization_has_its_own_list() {
        for language in ["ar", "en", "es", "fr", "ru", "zh"] {
            assert!(TABLE.iter().any(|(l, _, _)| *l == language), "{language}");
        }
    }
}
