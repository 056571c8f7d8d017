//! Loose matching of letters inside one word: `govt` in "government".

use super::score::score_of_word;

/// Score per character below which letters inside a word are not taken for an abbreviation of it.
const PER_LETTER: i64 = 12;

/// Whether the term abbreviates the word: begins alike, its letters stand there in order, and not too thinly.
pub(super) fn abbreviates(term: &str, word: &str) -> bool {
    if term.as_bytes().first() != word.as_bytes().first() || term.len() >= word.len() {
        return false;
    }
    let mut wanted = term.chars().peekable();
    // What the gaps of the nearest letters cost at most.
    let (mut cost, mut gap): (i64, i64) = (0, 0);
    for letter in word.chars() {
        if wanted.peek().is_none() {
            break;
        }
        if wanted.next_if_eq(&letter).is_some() {
            cost += if gap > 0 { gap + 3 } else { 0 };
            gap = 0;
        } else {
            gap += 1;
        }
    }
    if wanted.peek().is_some() {
        return false;
    }
    let count = i64::try_from(term.chars().count()).unwrap_or(i64::MAX);
    // The scorer gives 16 for each letter and takes what the gaps cost; a word's beginning gives more.
    16 * count - cost >= PER_LETTER * count
        || score_of_word(word, term).is_some_and(|score| score >= PER_LETTER * count)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_are_an_abbreviation_if_they_stand_near_enough() {
        assert!(abbreviates("govt", "government"));
        assert!(!abbreviates("vernt", "government"));
        assert!(!abbreviates("government", "government"));
        assert!(!abbreviates("tvg", "government"));
    }

    proptest! {
        #[test]
        fn the_short_way_says_what_the_scorer_says(term in "a[ab]{1,4}", word in "a[abc]{1,40}") {
            let count = i64::try_from(term.len()).unwrap();
            let by_score = word.len() > term.len()
                && score_of_word(&word, &term).is_some_and(|score| score >= PER_LETTER * count);
            prop_assert_eq!(abbreviates(&term, &word), by_score);
        }
    }
}
