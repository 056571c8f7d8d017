//! Loose matching of letters as an abbreviation: the term cut into beginnings of successive words.

use std::ops::Range;

use super::dense::same_sentence;
use super::fold::is_han;

/// How many abbreviations of a text are looked at.
pub(super) const LOOKED_AT: usize = 8;
/// Shorter terms are no abbreviations: two letters begin some two words everywhere.
pub(super) const SHORTEST: usize = 3;
/// How many stop words an abbreviation may pass over.
pub(super) const SKIPS: usize = 2;
/// How many characters may stand between two words of an abbreviation (`), (` is four).
const BETWEEN: usize = 4;

/// Words that abbreviations pass over, folded: English, French, Spanish, Russian, Arabic.
const STOP_WORDS: [&str; 58] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "au",
    "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "pour", "sur", "al",
    "con", "del", "e", "el", "las", "los", "o", "para", "por", "y", "в", "во", "для", "и", "из", "к", "на",
    "о", "об", "от", "по", "с", "на", "في", "من", "و",
];

/// Whether abbreviations may pass over the word.
pub(super) fn is_stop_word(word: &str) -> bool {
    word.len() <= 8 && STOP_WORDS.contains(&word)
}

/// Whether an abbreviation that has the first word goes on to the second, if nothing but stop words is between
/// them: same sentence, no other script between them.
pub(super) fn follows(text: &str, before: &Range<usize>, word: &Range<usize>) -> bool {
    let Some(between) = text.get(before.end..word.start) else { return false };
    between == " "
        || (between.chars().count() <= BETWEEN
            && !between.chars().any(is_han)
            && same_sentence(text, before.end, word.start))
}

/// Abbreviations in a text with these words: of the first few, the bytes of each matched piece.
pub(super) fn chains(text: &str, words: &[Range<usize>], term: &str) -> Vec<Vec<Range<usize>>> {
    let mut found = Vec::new();
    let letters: Vec<char> = term.chars().collect();
    if letters.len() < SHORTEST {
        return found;
    }
    let mut chain = Chain { text, words, term: &letters, failed: Vec::new(), places: Vec::new() };
    let first = letters.first().copied();
    for at in 0..words.len() {
        let begins = chain.word(at).and_then(|word| word.chars().next()) == first;
        if begins && chain.goes_on(at, 0, 0) {
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
    words: &'a [Range<usize>],
    term: &'a [char],
    /// For each word and number of skips: a bit for each place in the term from which it led nowhere. It says the
    /// same from whichever word the abbreviation began, so a hostile text costs its words once.
    failed: Vec<u64>,
    places: Vec<Range<usize>>,
}

impl<'a> Chain<'a> {
    fn word(&self, at: usize) -> Option<&'a str> {
        self.text.get(self.words.get(at)?.clone())
    }

    /// Whether the term from `at` on can be cut over the words from `word` on.
    fn goes_on(&mut self, word: usize, at: usize, skips: usize) -> bool {
        if at == self.term.len() {
            return true;
        }
        let state = word * (SKIPS + 1) + skips;
        if self.failed.get(state).is_some_and(|bits| bits & (1 << at) != 0) {
            return false;
        }
        if let (Some(letters), Some(range)) = (self.word(word), self.words.get(word))
            && (at == 0 || self.goes_on_from_before(word, range))
        {
            let rest = self.term.get(at..).unwrap_or_default();
            // The longest beginning that is common first, then shorter ones.
            let common = letters.chars().zip(rest).take_while(|(a, b)| a == *b).count();
            for taken in (1..=common).rev() {
                let length: usize = rest.iter().take(taken).map(|c| c.len_utf8()).sum();
                self.places.push(range.start..range.start + length);
                if self.goes_on(word + 1, at + taken, skips) {
                    return true;
                }
                self.places.pop();
            }
            if at > 0 && skips < SKIPS && is_stop_word(letters) && self.goes_on(word + 1, at, skips + 1) {
                return true;
            }
        }
        // Most beginnings lead nowhere at once: the table is made when one leads on.
        if at > 0 {
            if self.failed.is_empty() {
                self.failed.resize(self.words.len() * (SKIPS + 1), 0);
            }
            if let Some(bits) = self.failed.get_mut(state) {
                *bits |= 1 << at;
            }
        }
        false
    }

    fn goes_on_from_before(&self, word: usize, range: &Range<usize>) -> bool {
        let before = word.checked_sub(1).and_then(|before| self.words.get(before));
        before.is_some_and(|before| follows(self.text, before, range))
    }
}
