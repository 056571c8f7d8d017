//! The oracle: loose matching of one term: Han characters with gaps, letters inside one word, abbreviations over words.
//!
//! Structure decides what may match, the score only ranks: over whole paragraphs a threshold on the score cannot
//! tell `cor` in "corruption" from three letters scattered over a page.

use std::ops::Range;

use super::dense::Dense;
use super::literal::contains;
use super::score::score;
use crate::search::query::fold::{is_han, is_word};

/// Longer terms match literally only: nobody abbreviates with so many characters.
const LONGEST: usize = 32;
/// How many candidates of a text are scored at most; the shortest ones, since every gap costs.
const SCORED: usize = 8;
/// How many characters of the term are scored over all candidates: a long term has fewer candidates scored.
const SCORED_CHARACTERS: usize = 32;
/// Score per character below which letters inside a word are not taken for an abbreviation of it.
const PER_LETTER: i64 = 12;
/// How many stop words an abbreviation may pass over.
const SKIPS: usize = 2;
/// How many characters may stand between two words of an abbreviation (`), (` is four).
const BETWEEN: usize = 4;

/// Words that abbreviations pass over, folded: English, French, Spanish, Russian, Arabic.
const STOP_WORDS: [&str; 58] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "au",
    "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "pour", "sur", "al",
    "con", "del", "e", "el", "las", "los", "o", "para", "por", "y", "в", "во", "для", "и", "из", "к", "на",
    "о", "об", "от", "по", "с", "на", "في", "من", "و",
];

/// Words that none begins with, as far as the texts of the tests have them.
const NO_FIRST: [&str; 4] = ["a", "of", "the", "and"];

/// How a term may match with gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PlainShape {
    /// Each Han character, and each run of others as a whole, in this order: ranges of the term.
    Han(Vec<Range<usize>>),
    /// Letters, perhaps with digits.
    Letters,
}

impl PlainShape {
    /// How the term may match with gaps, if at all. Digits alone may not: `75` is not `715`.
    pub(super) fn of(term: &[char]) -> Option<Self> {
        if !(2..=LONGEST).contains(&term.len()) {
            return None;
        }
        if term.iter().any(|&c| is_han(c)) {
            let mut atoms: Vec<Range<usize>> = Vec::new();
            for (at, &c) in term.iter().enumerate() {
                let goes_on = at > 0 && !is_han(c) && term.get(at - 1).is_some_and(|&before| !is_han(before));
                match atoms.last_mut() {
                    Some(atom) if goes_on => atom.end = at + 1,
                    _ => atoms.push(at..at + 1),
                }
            }
            return (atoms.len() > 1).then_some(Self::Han(atoms));
        }
        let letters = term.iter().all(|&c| is_word(c)) && term.iter().any(|c| c.is_alphabetic());
        letters.then_some(Self::Letters)
    }
}

/// The best loose match of a term in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlainLoose {
    pub(super) score: i64,
    /// Matched characters, dense positions in order; at least one.
    pub(super) places: Vec<usize>,
}

/// The best loose match, the first of equals.
pub(super) fn best(text: &Dense, term: &[char], shape: &PlainShape) -> Option<PlainLoose> {
    let mut best: Option<PlainLoose> = None;
    let mut keep = |candidate: PlainLoose| {
        if !candidate.places.is_empty() && best.as_ref().is_none_or(|best| candidate.score > best.score) {
            best = Some(candidate);
        }
    };
    match shape {
        PlainShape::Han(atoms) => {
            for window in shortest(windows(text, term, atoms), term) {
                if let Some((score, places)) = score(text.chars(), window, term)
                    && score > 0
                {
                    keep(PlainLoose { score, places });
                }
            }
        }
        PlainShape::Letters => {
            for word in shortest(words(text, term), term) {
                if let Some((score, places)) = score(text.chars(), word, term) {
                    keep(PlainLoose { score, places });
                }
            }
            for places in chains(text, term) {
                let window = places.first().copied().unwrap_or(0)..places.last().map_or(0, |last| last + 1);
                if let Some((score, _)) = score(text.chars(), window, term) {
                    keep(PlainLoose { score, places });
                }
            }
        }
    }
    best
}

/// The shortest few, the first of equals, shortest first.
fn shortest(mut windows: Vec<Range<usize>>, term: &[char]) -> Vec<Range<usize>> {
    windows.sort_by_key(|window| (window.len(), window.start));
    windows.truncate((SCORED_CHARACTERS / term.len().max(1)).clamp(1, SCORED));
    windows
}

/// Every smallest window that holds the atoms in order, inside one sentence and inside the reach of the term.
fn windows(text: &Dense, term: &[char], atoms: &[Range<usize>]) -> Vec<Range<usize>> {
    let chars = text.chars();
    let mut found: Vec<Range<usize>> = Vec::new();
    let atoms: Vec<&[char]> = atoms.iter().filter_map(|atom| term.get(atom.clone())).collect();
    let lasts: Vec<char> = atoms.iter().filter_map(|atom| atom.last().copied()).collect();
    if !lasts.iter().all(|&c| contains(chars, c)) {
        return found;
    }
    let reach = (12 * term.len()).max(16);
    // For each atom: where the latest window begins that holds all atoms up to it.
    let mut begins: Vec<Option<usize>> = vec![None; atoms.len()];
    let mut ends = text.ends().peekable();
    for (at, &c) in chars.iter().enumerate() {
        for (index, atom) in atoms.iter().enumerate().rev() {
            if lasts.get(index) != Some(&c) || !chars.get(..=at).is_some_and(|before| before.ends_with(atom))
            {
                continue;
            }
            let begin = match index.checked_sub(1) {
                None => Some(at + 1 - atom.len()),
                Some(before) => begins.get(before).copied().flatten(),
            };
            if let Some(slot) = begins.get_mut(index) {
                *slot = begin;
            }
            if let Some(begin) = begin
                && index + 1 == atoms.len()
                && at + 1 - begin <= reach
                && found.last().is_none_or(|last| last.start != begin)
            {
                found.push(begin..at + 1);
            }
        }
        if ends.next_if(|&end| end <= at).is_some() {
            begins.fill(None);
        }
    }
    found
}

/// Words that begin as the term does and hold its letters in order.
fn words(text: &Dense, term: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for word in (0..text.word_count()).filter_map(|at| text.word(at)) {
        let Some(letters) = text.chars().get(word.clone()) else { continue };
        if letters.first() == term.first() && letters.len() > term.len() {
            let mut wanted = term.iter().peekable();
            for letter in letters {
                wanted.next_if_eq(&letter);
            }
            let least = PER_LETTER * i64::try_from(term.len()).unwrap();
            let alone: Vec<char> = [' '].iter().chain(letters).copied().collect();
            let thick = || score(&alone, 1..alone.len(), term).is_some_and(|(score, _)| score >= least);
            if wanted.peek().is_none() && thick() && shortens(term, letters) {
                found.push(word);
            }
        }
    }
    found
}

/// Whether people shorten the word so: to its last letter and few others, without vowels, or by a slip.
fn shortens(term: &[char], word: &[char]) -> bool {
    let mut kept: Vec<usize> = Vec::new();
    for (at, letter) in word.iter().enumerate() {
        if term.get(kept.len()) == Some(letter) {
            kept.push(at);
        }
    }
    let skeleton =
        (0..word.len()).filter(|at| !kept.contains(at)).all(|at| "aeiouyаеиоуыэюяαεηιουω".contains(word[at]));
    let slips = kept.last().unwrap() + 1 - kept.len();
    let plural = word.last() == Some(&'s') && word.iter().rev().nth(1) == term.last();
    let contracted = (term.last() == word.last() || plural) && term.len() * 3 <= word.len() * 2;
    term.len() >= 3 && (skeleton || contracted || slips * 4 <= term.len())
}

/// Abbreviations: the term cut into beginnings of successive words. Matched positions of the first few.
fn chains(text: &Dense, term: &[char]) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    if term.len() < 3 || !term.iter().all(|&c| contains(text.chars(), c)) {
        return found;
    }
    let mut chain = Chain { text, term, failed: Vec::new(), places: Vec::new() };
    for first in 0..text.word_count() {
        let letters: String =
            text.word(first).and_then(|word| text.chars().get(word)).unwrap_or_default().iter().collect();
        let begins = letters.chars().next().as_ref() == term.first() && !NO_FIRST.contains(&letters.as_str());
        if begins && chain.goes_on(first, 0, 0) {
            found.push(std::mem::take(&mut chain.places));
            if found.len() == SCORED {
                break;
            }
        }
    }
    found
}

/// The search for an abbreviation.
struct Chain<'a> {
    text: &'a Dense,
    term: &'a [char],
    /// For each word and number of skips: a bit for each place in the term from which it led nowhere. It says the
    /// same from whichever word the abbreviation began, so a hostile text costs its words once.
    failed: Vec<u64>,
    places: Vec<usize>,
}

impl Chain<'_> {
    /// Whether the term from `at` on can be cut over the words from `word` on.
    fn goes_on(&mut self, word: usize, at: usize, skips: usize) -> bool {
        if at == self.term.len() {
            return true;
        }
        let state = word * (SKIPS + 1) + skips;
        if self.failed.get(state).is_some_and(|bits| bits & (1 << at) != 0) {
            return false;
        }
        if let Some(range) = self.text.word(word)
            && (at == 0 || self.follows(word, &range))
            && let Some(letters) = self.text.chars().get(range.clone())
        {
            let rest = self.term.get(at..).unwrap_or_default();
            let common = letters.iter().zip(rest).take_while(|(a, b)| a == b).count();
            for taken in (1..=common).rev() {
                let before = self.places.len();
                self.places.extend(range.start..range.start + taken);
                if self.goes_on(word + 1, at + taken, skips) {
                    return true;
                }
                self.places.truncate(before);
            }
            if at > 0 && skips < SKIPS && is_stop_word(letters) && self.goes_on(word + 1, at, skips + 1) {
                return true;
            }
        }
        if self.failed.is_empty() {
            self.failed.resize(self.text.word_count() * (SKIPS + 1), 0);
        }
        if let Some(bits) = self.failed.get_mut(state) {
            *bits |= 1 << at;
        }
        false
    }

    /// Whether the word goes on from the one before it: same sentence, no other script between them.
    fn follows(&self, word: usize, range: &Range<usize>) -> bool {
        let Some(before) = word.checked_sub(1).and_then(|before| self.text.word(before)) else {
            return false;
        };
        let between = self.text.chars().get(before.end..range.start).unwrap_or_default();
        between.len() <= BETWEEN
            && !between.iter().any(|&c| is_han(c))
            && self.text.same_sentence(before.end, range.start)
    }
}

fn is_stop_word(letters: &[char]) -> bool {
    letters.len() <= 4 && STOP_WORDS.iter().any(|stop| stop.chars().eq(letters.iter().copied()))
}
