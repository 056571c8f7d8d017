//! The score of a match, by fuzzy-matcher's `SkimMatcherV2`, and nothing else.
//!
//! Only `fuzzy_indices` is used: `fuzzy_match` reads stale cells, `element_limit` changes the scores,
//! `use_cache(false)` panics. A matcher that was used before may score higher by what it left in its cells, so
//! each score comes from a fresh one. Only a window is scored, with what stands before it reduced to its class:
//! the score of a passage does not depend on how far into the paragraph it is.

use std::ops::Range;
use std::sync::OnceLock;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::search::query::dense::char_before;
use crate::search::query::fold::is_han;
use crate::search::query::needle::Needle;

/// What stands before a window, as far as the scorer tells characters apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Before {
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
    const ALL: [Self; 4] = [Self::Nothing, Self::Hard, Self::Soft, Self::Letter];

    fn of(text: &str, start: usize) -> Self {
        match start.checked_sub(1).and_then(|at| text.as_bytes().get(at)) {
            None => Self::Nothing,
            Some(b' ' | b'\n' | b'/' | b'\\' | b'|' | b'(' | b')' | b'[' | b']' | b'{' | b'}') => Self::Hard,
            Some(c) if c.is_ascii_punctuation() => Self::Soft,
            Some(_) => Self::Letter,
        }
    }

    /// A character of the class that is not the one to be found, lest it be matched itself.
    fn sign(self, wanted: Option<char>) -> Option<char> {
        let signs = match self {
            Self::Nothing => return None,
            Self::Hard => [' ', '/'],
            Self::Soft => ['.', ','],
            Self::Letter => ['\u{1}', '\u{2}'],
        };
        signs.into_iter().find(|&sign| Some(sign) != wanted)
    }
}

/// The score of `wanted` inside a window of a dense text, and the bytes that were matched, a range for each
/// character. `None` if they do not stand there in that order.
pub(in crate::search) fn score(
    text: &str,
    window: Range<usize>,
    wanted: &str,
) -> Option<(i64, Vec<Range<usize>>)> {
    debug_assert!(window.start == 0 || char_before(text, window.start).is_some());
    let start = window.start;
    let inside = text.get(window.clone())?;
    let (score, indices) = scored(inside, Before::of(text, start), wanted)?;
    let mut indices = indices.into_iter().peekable();
    let mut places = Vec::with_capacity(indices.len());
    for (count, (at, c)) in inside.char_indices().enumerate() {
        if indices.next_if_eq(&count).is_some() {
            places.push(start + at..start + at + c.len_utf8());
        }
    }
    Some((score, places))
}

fn scored(inside: &str, before: Before, wanted: &str) -> Option<(i64, Vec<usize>)> {
    let sign = before.sign(wanted.chars().next());
    let shift = usize::from(sign.is_some());
    let mut choice = String::with_capacity(inside.len() + 1);
    choice.extend(sign);
    choice.push_str(inside);
    let (score, indices) = SkimMatcherV2::default().fuzzy_indices(&choice, wanted)?;
    Some((score, indices.into_iter().filter_map(|at| at.checked_sub(shift)).collect()))
}

/// The score that a word by itself would have.
pub(in crate::search) fn score_of_word(word: &str, wanted: &str) -> Option<i64> {
    scored(word, Before::Hard, wanted).map(|(score, _)| score)
}

/// The longest run whose score is remembered by its length.
const REMEMBERED: usize = 32;

/// Scores of runs that the scorer cannot tell apart but by their length and by what stands before them: first those
/// of Han characters, then those of small Latin letters.
static ALIKE: [[[OnceLock<i64>; Before::ALL.len()]; REMEMBERED + 1]; 2] =
    [const { [const { [const { OnceLock::new() }; Before::ALL.len()] }; REMEMBERED + 1] }; 2];

/// Where the score of such a run is remembered.
fn alike(needle: &Needle, before: Before) -> Option<&'static OnceLock<i64>> {
    let kind = if needle.text().bytes().all(|b| b.is_ascii_lowercase()) {
        1
    } else if needle.text().chars().all(is_han) {
        0
    } else {
        return None;
    };
    ALIKE.get(kind)?.get(needle.count())?.get(before as usize)
}

/// Scores of one run of characters where it stands literally: they differ by what stands before it only.
#[derive(Debug, Default, Clone)]
pub(in crate::search) struct LiteralScore {
    known: [Option<i64>; Before::ALL.len()],
}

impl LiteralScore {
    /// The score of the needle, which stands at `start`.
    pub(in crate::search) fn at(&mut self, text: &str, start: usize, needle: &Needle) -> i64 {
        self.of(Before::of(text, start), needle)
    }

    /// The highest score that it can have anywhere.
    pub(in crate::search) fn highest(&mut self, needle: &Needle) -> i64 {
        Before::ALL.into_iter().map(|before| self.of(before, needle)).max().unwrap_or(0)
    }

    fn of(&mut self, before: Before, needle: &Needle) -> i64 {
        if let Some(Some(score)) = self.known.get(before as usize) {
            return *score;
        }
        let fresh = || scored(needle.text(), before, needle.text()).map_or(0, |(score, _)| score);
        let score = alike(needle, before).map_or_else(fresh, |known| *known.get_or_init(fresh));
        if let Some(slot) = self.known.get_mut(before as usize) {
            *slot = Some(score);
        }
        score
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_match_at_the_beginning_of_a_word_scores_higher() {
        let inside = score("xcor", 1..4, "cor").unwrap().0;
        let after_space = score("x cor", 2..5, "cor").unwrap().0;
        assert!(after_space > inside, "{after_space} > {inside}");
    }

    #[test]
    fn what_stands_before_the_window_is_never_matched() {
        for (text, wanted) in [("((a", "(a"), ("..a", ".a"), ("\u{1}\u{1}a", "\u{1}a")] {
            assert_eq!(score(text, 1..3, wanted).unwrap().1, [1..2, 2..3], "{text:?}");
        }
        assert_eq!(score("公公实", 3..9, "公实").unwrap().1, [3..6, 6..9]);
        assert_eq!(score("abc", 0..3, "ca"), None);
        assert_eq!(score("abc", 2..9, "c"), None);
    }

    proptest! {
        #[test]
        fn runs_that_are_alike_score_alike(needle in "[abc]{1,9}|[公约反]{1,9}") {
            let needle = Needle::new(&needle).unwrap();
            for before in Before::ALL {
                let known = LiteralScore::default().of(before, &needle);
                prop_assert_eq!(known, scored(needle.text(), before, needle.text()).unwrap().0);
            }
        }
    }

    #[test]
    fn a_remembered_literal_score_is_the_score() {
        let text = "腐败,腐败 腐败";
        let needle = Needle::new("腐败").unwrap();
        let mut literal = LiteralScore::default();
        for start in [0, 7, 14, 0, 7, 14] {
            let fresh = score(text, start..start + 6, "腐败").unwrap().0;
            assert_eq!(literal.at(text, start, &needle), fresh);
            assert!(literal.highest(&needle) >= fresh);
        }
    }
}
