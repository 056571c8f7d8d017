//! The oracle's score of a match, by fuzzy-matcher's `SkimMatcherV2`, and nothing else.
//!
//! Only `fuzzy_indices` is used: `fuzzy_match` reads stale cells, `element_limit` changes the scores,
//! `use_cache(false)` panics. A matcher that was used before may score higher by what it left in its cells, so
//! each score comes from a fresh one. Only a window is scored, with what stands before it reduced to its class:
//! the score of a passage does not depend on how far into the paragraph it is.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// What stands before a window, as far as the scorer tells characters apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing: the window begins the text.
    Nothing,
    /// A space, slash or bracket.
    Hard,
    /// Other punctuation.
    Soft,
    /// A letter, digit or anything else.
    Letter,
}

impl Before {
    const ALL: usize = 4;

    fn of(text: &[char], start: usize) -> Self {
        match start.checked_sub(1).and_then(|at| text.get(at)) {
            None => Self::Nothing,
            Some(' ' | '\n' | '/' | '\\' | '|' | '(' | ')' | '[' | ']' | '{' | '}') => Self::Hard,
            Some(c) if c.is_ascii_punctuation() => Self::Soft,
            Some(_) => Self::Letter,
        }
    }

    /// A character of the class that is not the one to be found, lest it be matched itself.
    fn sign(self, wanted: Option<&char>) -> Option<char> {
        let signs = match self {
            Self::Nothing => return None,
            Self::Hard => [' ', '/'],
            Self::Soft => ['.', ','],
            Self::Letter => ['\u{1}', '\u{2}'],
        };
        signs.into_iter().find(|sign| Some(sign) != wanted)
    }
}

/// The score of `wanted` inside a window of a dense text, and which characters of the text were matched.
/// `None` if they do not stand there in that order.
pub(super) fn score(text: &[char], window: Range<usize>, wanted: &[char]) -> Option<(i64, Vec<usize>)> {
    let sign = Before::of(text, window.start).sign(wanted.first());
    let shift = usize::from(sign.is_some());
    let inside = text.get(window.clone())?;
    let choice: String = sign.into_iter().chain(inside.iter().copied()).collect();
    let pattern: String = wanted.iter().collect();
    let (score, indices) = SkimMatcherV2::default().fuzzy_indices(&choice, &pattern)?;
    let places = indices.into_iter().filter_map(|at| Some(window.start + at.checked_sub(shift)?)).collect();
    Some((score, places))
}

/// Scores of one run of characters where it stands literally: they differ by what stands before it only.
#[derive(Debug, Default)]
pub(super) struct PlainScore {
    known: [Option<i64>; Before::ALL],
}

impl PlainScore {
    /// The score of `wanted`, which stands at `window`.
    pub(super) fn at(&mut self, text: &[char], window: Range<usize>, wanted: &[char]) -> i64 {
        let class = Before::of(text, window.start) as usize;
        if let Some(Some(score)) = self.known.get(class) {
            return *score;
        }
        let score = score(text, window, wanted).map_or(0, |(score, _)| score);
        if let Some(slot) = self.known.get_mut(class) {
            *slot = Some(score);
        }
        score
    }
}
