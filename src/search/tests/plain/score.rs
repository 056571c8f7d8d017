//! The oracle: what fuzzy-matcher's `SkimMatcherV2` says of a passage and the character before it. Always by a matcher
//! that was not used before, and by `fuzzy_indices`: nothing else of it is dependable.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// The score of characters in a passage of a text, and where in the text they were matched.
pub(super) fn score(text: &[char], passage: Range<usize>, wanted: &[char]) -> Option<(i64, Vec<usize>)> {
    let before = passage.start.checked_sub(1).map(|at| match text[at] {
        // A line's end is a gap like a space.
        '\n' => ' ',
        c => c,
    });
    // What stands before counts for the first character and is not matched itself: another of its kind then.
    let before = before.map(|c| match c {
        c if Some(&c) != wanted.first() => c,
        ' ' => '/',
        '/' | '\\' | '|' | '(' | ')' | '[' | ']' | '{' | '}' => ' ',
        '.' => ',',
        c if c.is_ascii_punctuation() => '.',
        _ => '\u{1}',
    });
    let shown: String = before.iter().chain(&text[passage.clone()]).collect();
    let wanted: String = wanted.iter().collect();
    let (score, places) = SkimMatcherV2::default().fuzzy_indices(&shown, &wanted)?;
    let shift = before.iter().count();
    Some((score, places.into_iter().map(|at| passage.start + at - shift).collect()))
}
