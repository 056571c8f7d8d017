//! The oracle: the best loose match of a term, found by trying everything: Han characters with gaps, letters inside one
//! word, beginnings of successive words. It knows the vowels and the small words that the tests have.

use std::ops::Range;

use super::folding::{PlainText, is_han, is_in_word};
use super::score::score;

/// The score and the places of the best loose match, the first of equals.
pub(super) fn best(text: &PlainText, term: &[char]) -> Option<(i64, Vec<usize>)> {
    if term.len() < 2 || term.len() > 32 {
        return None;
    }
    let mut found: Vec<(i64, Vec<usize>)> = Vec::new();
    if term.iter().any(|c| is_han(*c)) {
        found.extend(
            shortest(windows(text, term), term).into_iter().filter_map(|at| score(&text.chars, at, term)),
        );
    } else if term.iter().all(|c| is_in_word(*c)) && term.iter().any(|c| c.is_alphabetic()) {
        let words = text.words().into_iter().filter(|word| is_short_for(term, &text.chars[word.clone()]));
        let words = shortest(words.collect(), term).into_iter();
        found.extend(words.filter_map(|word| score(&text.chars, word, term)));
        for places in initials(text, term) {
            let passage = places[0]..places[places.len() - 1] + 1;
            found.extend(score(&text.chars, passage, term).map(|(score, _)| (score, places)));
        }
    }
    let highest = found.iter().map(|(score, _)| *score).max()?;
    found.into_iter().find(|(score, _)| *score == highest)
}

/// Those that are scored: the shortest eight, fewer of a long term.
fn shortest(mut passages: Vec<Range<usize>>, term: &[char]) -> Vec<Range<usize>> {
    passages.sort_by_key(|passage| (passage.len(), passage.start));
    passages.truncate((32 / term.len()).clamp(1, 8));
    passages
}

/// All passages of one sentence, not too long, that hold the parts of the term in order and have no smaller such
/// passage in them. A part is a Han character, or all that stands between two.
fn windows(text: &PlainText, term: &[char]) -> Vec<Range<usize>> {
    let parts: Vec<&[char]> = term.chunk_by(|a, b| !is_han(*a) && !is_han(*b)).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    if parts.len() < 2 {
        return found;
    }
    for length in 1..=16.max(12 * term.len()).min(text.chars.len()) {
        for start in 0..=text.chars.len() - length {
            let passage = start..start + length;
            if text.chars[start] != term[0] {
                continue;
            }
            let smaller = found.iter().any(|found| found.start >= start && found.end <= passage.end);
            let mut rest = &text.chars[passage.clone()];
            let holds = parts.iter().all(|part| {
                let place = rest.windows(part.len()).position(|here| here == *part);
                rest = &rest[place.map_or(0, |place| place + part.len())..];
                place.is_some()
            });
            if !smaller && holds && !text.ends_in(start..passage.end - 1) {
                found.push(passage);
            }
        }
    }
    found
}

/// Whether people write the word so for short.
fn is_short_for(term: &[char], word: &[char]) -> bool {
    if term.len() < 3 || term.len() >= word.len() || term[0] != word[0] {
        return false;
    }
    // Each letter of the term where it stands next in the word.
    let mut kept: Vec<usize> = Vec::new();
    for letter in term {
        let from = kept.last().map_or(0, |last| last + 1);
        let Some(at) = (from..word.len()).find(|at| word[*at] == *letter) else { return false };
        kept.push(at);
    }
    let alone: Vec<char> = [' '].iter().chain(word).copied().collect();
    let (points, _) = score(&alone, 1..alone.len(), term).unwrap();
    let end = word.strip_suffix(&['s']).unwrap_or(word).last();
    let last = term.last();
    let only_vowels_gone =
        (0..word.len()).all(|at| kept.contains(&at) || "aeiouyаеиоуыэюяαεηιουω".contains(word[at]));
    let contracted = (last == word.last() || last == end) && 3 * term.len() <= 2 * word.len();
    let left_out = kept[kept.len() - 1] + 1 - kept.len();
    points >= 12 * term.len() as i64 && (only_vowels_gone || contracted || 4 * left_out <= term.len())
}

/// Words that names do not begin with, and that may be passed over inside them.
const SMALL: [&str; 5] = ["a", "and", "e", "of", "the"];

/// The places of the first eight cuts of the term into beginnings of successive words, one cut for each first word.
fn initials(text: &PlainText, term: &[char]) -> Vec<Vec<usize>> {
    let words = text.words();
    if term.len() < 3 {
        return Vec::new();
    }
    let first = |at: &usize| !is_small(&text.chars[words[*at].clone()]);
    let cuts = (0..words.len()).filter(first).filter_map(|at| cut(text, &words[at..], term, true, 2));
    cuts.take(8).collect()
}

fn is_small(word: &[char]) -> bool {
    SMALL.contains(&word.iter().collect::<String>().as_str())
}

/// The places of a term that is cut over words, the first of which it begins with; so many small words after it may
/// have nothing of it. As much of each word as can be is taken.
fn cut(
    text: &PlainText,
    words: &[Range<usize>],
    term: &[char],
    begins: bool,
    passed: usize,
) -> Option<Vec<usize>> {
    let (word, rest) = words.split_first()?;
    let letters = &text.chars[word.clone()];
    let goes_on = rest.first().is_some_and(|next| {
        let between = &text.chars[word.end..next.start];
        between.len() <= 4 && !between.iter().any(|c| is_han(*c)) && !text.ends_in(word.end..next.start)
    });
    for taken in (1..=term.len().min(letters.len())).rev() {
        if letters[..taken] != term[..taken] {
            continue;
        }
        let here = word.start..word.start + taken;
        if taken == term.len() {
            return Some(here.collect());
        }
        if goes_on && let Some(others) = cut(text, rest, &term[taken..], false, passed) {
            return Some(here.chain(others).collect());
        }
    }
    let passes = !begins && goes_on && passed > 0 && is_small(letters);
    if passes { cut(text, rest, term, false, passed - 1) } else { None }
}
