//! Loose matching of letters inside one word: `govt` in "government".

use crate::search::matching::score::score_of_word;

/// Score per character below which letters inside a word are not taken for an abbreviation of it.
const PER_LETTER: i64 = 12;

/// Fewer letters abbreviate no word: two begin and end some word everywhere.
const SHORTEST: usize = 3;

/// Whether the term abbreviates the word: begins alike, its letters stand there in order, not too thinly, and it is short
/// for it in a way that people write.
pub(in crate::search) fn abbreviates(term: &str, word: &str) -> bool {
    if term.as_bytes().first() != word.as_bytes().first() || term.len() >= word.len() {
        return false;
    }
    is_near(term, word) && is_short_for(term, word)
}

/// Whether the word was cut down as people do it, all letters of the term standing in it in order: to a contraction of much
/// fewer letters with its last one (`govt`, `mtg`), by leaving out vowels (`corrptn`), or by a slip, one letter in so many
/// (`comission`). `sport` is none of these for "support".
fn is_short_for(term: &str, word: &str) -> bool {
    let (count, length) = (term.chars().count(), word.chars().count());
    let mut wanted = term.chars().peekable();
    let (mut left_out, mut consonants) = (0, 0);
    for letter in word.chars() {
        let passed = wanted.next_if_eq(&letter).is_none();
        left_out += usize::from(passed && wanted.peek().is_some());
        consonants += usize::from(passed && !is_vowel(letter));
    }
    let last = term.chars().next_back();
    let plural = word.strip_suffix('s').and_then(|word| word.chars().next_back());
    let contracted = count * 3 <= length * 2 && (last == word.chars().next_back() || last == plural);
    count >= SHORTEST && (contracted || consonants == 0 || left_out * 4 <= count)
}

/// Vowels of the scripts whose words are shortened so.
const fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'a' | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'y'
            | 'а'
            | 'е'
            | 'и'
            | 'о'
            | 'у'
            | 'ы'
            | 'э'
            | 'ю'
            | 'я'
            | 'α'
            | 'ε'
            | 'η'
            | 'ι'
            | 'ο'
            | 'υ'
            | 'ω'
    )
}

/// Whether the letters of the term stand in the word in order and near each other.
fn is_near(term: &str, word: &str) -> bool {
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

    #[test]
    fn letters_are_an_abbreviation_only_if_people_shorten_so() {
        for (term, word) in [
            ("govt", "government"),
            ("gouvt", "gouvernements"),
            ("gobno", "gobierno"),
            ("intl", "international"),
            ("dept", "department"),
            ("mtg", "meeting"),
            ("cttee", "committee"),
            ("corrptn", "corruption"),
            ("comission", "commission"),
            ("organz", "organization"),
        ] {
            assert!(abbreviates(term, word), "{term} {word}");
        }
        for (term, word) in [
            ("sport", "support"),
            ("sport", "supported"),
            ("ioc", "introduction"),
            ("md", "medal"),
            ("md", "mid"),
            ("fee", "fleet"),
            ("rule", "regularly"),
        ] {
            assert!(!abbreviates(term, word), "{term} {word}");
        }
    }

    proptest! {
        #[test]
        fn the_short_way_says_what_the_scorer_says(term in "a[ab]{1,4}", word in "a[abc]{1,40}") {
            let count = i64::try_from(term.len()).unwrap();
            let by_score = word.len() > term.len()
                && score_of_word(&word, &term).is_some_and(|score| score >= PER_LETTER * count);
            prop_assert_eq!(word.len() > term.len() && is_near(&term, &word), by_score);
        }
    }
}
