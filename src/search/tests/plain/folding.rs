//! The oracle: a text as it is matched, each character with the grapheme that it comes from. It knows Latin, Greek and
//! Cyrillic letters, and of Han characters and of signs those that the tests have.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// A folded text.
#[derive(Debug)]
pub(super) struct PlainText {
    pub(super) chars: Vec<char>,
    /// For each character the bytes of its grapheme in the source.
    pub(super) from: Vec<Range<usize>>,
}

pub(super) fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// Whether the character belongs to a word between spaces.
pub(super) fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c)
}

/// Chinese signs by the ASCII ones that mean the same; traditional characters by simplified ones.
const ALIKE: [(char, char); 9] = [
    ('。', '.'),
    ('、', ','),
    ('《', '<'),
    ('》', '>'),
    ('“', '"'),
    ('”', '"'),
    ('\t', ' '),
    ('敗', '败'),
    ('約', '约'),
];

/// What a character is matched as: taken apart, without marks, small.
fn folded(c: char) -> String {
    let alike = |c| ALIKE.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to);
    let letters: String = c.nfkd().filter(|part| !is_combining_mark(*part)).collect();
    letters.to_uppercase().to_lowercase().chars().map(alike).collect()
}

impl PlainText {
    pub(super) fn of(source: &str) -> Self {
        let mut all: Vec<(char, Range<usize>)> = Vec::new();
        for (at, grapheme) in source.grapheme_indices(true) {
            let letters = grapheme.chars().flat_map(|c| folded(c).chars().collect::<Vec<char>>());
            all.extend(letters.map(|c| (c, at..at + grapheme.len())));
        }
        // Of several spaces the first stays.
        all.dedup_by(|after, before| before.0 == ' ' && after.0 == ' ');
        // None stays between a Han character and a digit.
        for at in (1..all.len().saturating_sub(1)).rev() {
            let (before, after) = (all[at - 1].0, all[at + 1].0);
            let set_apart =
                is_han(before) && after.is_ascii_digit() || before.is_ascii_digit() && is_han(after);
            if all[at].0 == ' ' && set_apart {
                all.remove(at);
            }
        }
        let (chars, from) = all.into_iter().unzip();
        Self { chars, from }
    }

    /// The bytes of the source that a range of the characters comes from.
    pub(super) fn source_of(&self, range: Range<usize>) -> Range<usize> {
        if range.is_empty() { 0..0 } else { self.from[range.start].start..self.from[range.end - 1].end }
    }

    /// The words between spaces and signs.
    pub(super) fn words(&self) -> Vec<Range<usize>> {
        let inside = |at: usize| self.chars.get(at).is_some_and(|c| is_in_word(*c));
        let starts = (0..self.chars.len()).filter(|&at| inside(at) && (at == 0 || !inside(at - 1)));
        starts.map(|start| start..(start..).find(|&at| !inside(at)).unwrap()).collect()
    }

    /// Whether a sentence ends with the sign that stands at one of these places.
    pub(super) fn ends_in(&self, mut places: Range<usize>) -> bool {
        places.any(|at| {
            let after = self.chars.get(at + 1).copied();
            let beside_han = at > 0 && is_han(self.chars[at - 1]) || after.is_some_and(is_han);
            match self.chars[at] {
                '\n' => true,
                ';' => beside_han,
                '.' | '!' | '?' => beside_han || after.is_none_or(|after| " \n\"')".contains(after)),
                _ => false,
            }
        })
    }
}

/// Every place where characters stand, none overlapping the one before it.
pub(super) fn places(text: &[char], wanted: &[char]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for start in 0..text.len() {
        let free = found.last().is_none_or(|last| last.end <= start);
        if free && !wanted.is_empty() && text[start..].starts_with(wanted) {
            found.push(start..start + wanted.len());
        }
    }
    found
}
