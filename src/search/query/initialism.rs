//! Loose matching of letters as an abbreviation: the term cut into beginnings of successive words.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use crate::search::query::dense::{same_sentence, word_after, words_beginning};
use crate::search::query::fold::is_han;
use crate::search::quick::Quick;

/// How many abbreviations of a text are looked at.
pub(in crate::search) const LOOKED_AT: usize = 8;
/// Shorter terms are no abbreviations: two letters begin some two words everywhere.
pub(in crate::search) const SHORTEST: usize = 3;
/// How many stop words an abbreviation may pass over.
pub(in crate::search) const SKIPS: usize = 2;
/// How many characters may stand between two words of an abbreviation (`), (` is four).
const BETWEEN: usize = 4;

/// How many steps are taken before it is noted which led nowhere.
const FEW: usize = 100;

/// Words that abbreviations pass over, folded: English, French, Spanish, Russian, Arabic.
const STOP_WORDS: [&str; 59] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "au",
    "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "pour", "sur", "al",
    "con", "del", "e", "el", "las", "los", "o", "para", "por", "sobre", "y", "в", "во", "для", "и", "из",
    "к", "на", "о", "об", "от", "по", "с", "на", "في", "من", "و",
];

/// Whether abbreviations may pass over the word.
pub(in crate::search) fn is_stop_word(word: &str) -> bool {
    word.len() <= 8 && STOP_WORDS.contains(&word)
}

/// Words that begin no name, beside those: pronouns and forms of "to be".
const NO_BEGINNINGS: [&str; 36] = [
    "it", "its", "is", "be", "are", "was", "were", "has", "had", "have", "this", "that", "these", "those",
    "their", "they", "his", "her", "he", "she", "we", "our", "which", "il", "elle", "son", "sa", "ses",
    "leur", "ce", "cette", "ces", "su", "sus", "se", "que",
];

/// Whether abbreviations begin with other words only.
fn begins_no_name(word: &str) -> bool {
    is_stop_word(word) || NO_BEGINNINGS.contains(&word)
}

/// Whether an abbreviation that has the first word goes on to the second, if nothing but stop words is between
/// them: same sentence, no other script between them.
pub(in crate::search) fn follows(text: &str, before: &Range<usize>, word: &Range<usize>) -> bool {
    let Some(between) = text.get(before.end..word.start) else { return false };
    between == " "
        || (between.chars().count() <= BETWEEN
            && !between.chars().any(is_han)
            && same_sentence(text, before.end, word.start))
}

/// Abbreviations in a text: of the first few, the bytes of each matched piece. A term that is `named`, the short form of a
/// name that is known, takes nothing of the words that it may pass over.
pub(in crate::search) fn chains(text: &str, term: &str, named: bool) -> Vec<Vec<Range<usize>>> {
    let mut found = Vec::new();
    let letters: Vec<char> = term.chars().collect();
    let Some(&first) = letters.first().filter(|_| letters.len() >= SHORTEST) else { return found };
    let mut chain =
        Chain { text, term: &letters, named, failed: HashMap::default(), steps: 0, places: Vec::new() };
    for word in words_beginning(text, first) {
        if text.get(word.clone()).is_some_and(begins_no_name) {
            continue;
        }
        if chain.goes_on(&word, 0, 0) {
            found.push(std::mem::take(&mut chain.places));
            if found.len() == LOOKED_AT {
                break;
            }
        }
    }
    found
}

/// The search for an abbreviation.
struct Chain<'a> {
    text: &'a str,
    term: &'a [char],
    named: bool,
    /// For each word and number of skips: a bit for each place in the term from which it led nowhere. It says the
    /// same from whichever word the abbreviation began, so a hostile text costs its words once.
    failed: HashMap<u64, u64, BuildHasherDefault<Quick>>,
    steps: usize,
    places: Vec<Range<usize>>,
}

impl Chain<'_> {
    /// Whether the term from `at` on can be cut over the words from `word` on.
    fn goes_on(&mut self, word: &Range<usize>, at: usize, skips: usize) -> bool {
        let state = (word.start * (SKIPS + 1) + skips) as u64;
        if self.failed.get(&state).is_some_and(|bits| bits & (1 << at) != 0) {
            return false;
        }
        let Some(letters) = self.text.get(word.clone()) else { return false };
        let rest = self.term.get(at..).unwrap_or_default();
        // The longest beginning that is common first, then shorter ones.
        let stops = is_stop_word(letters);
        let common = match stops && self.named {
            true => 0,
            false => letters.chars().zip(rest).take_while(|(a, b)| a == *b).count(),
        };
        let skipped = at > 0 && skips < SKIPS && stops;
        if common == 0 && !skipped {
            return false;
        }
        if common == rest.len() {
            self.places.push(word.start..word.start + length(rest));
            return true;
        }
        if let Some(next) = word_after(self.text, word.end).filter(|next| follows(self.text, word, next)) {
            for taken in (1..=common).rev() {
                let piece = rest.get(..taken).unwrap_or_default();
                self.places.push(word.start..word.start + length(piece));
                if self.goes_on(&next, at + taken, skips) {
                    return true;
                }
                self.places.pop();
            }
            if skipped && self.goes_on(&next, at, skips + 1) {
                return true;
            }
        }
        // Most texts are done in a few steps: the table is made when there are more.
        self.steps += 1;
        if self.steps > FEW {
            *self.failed.entry(state).or_default() |= 1 << at;
        }
        false
    }
}

fn length(letters: &[char]) -> usize {
    letters.iter().map(|c| c.len_utf8()).sum()
}
