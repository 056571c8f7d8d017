//! The oracle: a text made ready for matching: folded, without what matching passes over, with the way back to the source.
//! Knows nothing of queries.

use std::ops::Range;

use crate::search::query::fold::{fold_text, is_han, is_word};

/// A folded text without ignored characters, without doubled spaces, and without the spaces that typography
/// puts between Han and digits, so that `第 7/5 号` and `第7/5号` are the same.
#[derive(Debug, Clone)]
pub(super) struct Dense {
    /// The characters that are matched.
    chars: Vec<char>,
    /// Words of scripts with spaces, in order: ranges of `chars`.
    words: Vec<(u32, u32)>,
    /// Where sentences end: positions in `chars` of the ending sign.
    ends: Vec<u32>,
}

/// Positions are kept in 32 bits: a text of four thousand million characters is cut there.
fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Dense {
    /// Makes a text ready.
    pub(super) fn new(source: &str) -> Self {
        let (chars, _) = squeeze(&fold_text(source).chars().collect::<Vec<char>>());
        let ends = sentence_ends(&chars);
        let words = words(&chars);
        Self { chars, words, ends }
    }

    /// The characters that are matched.
    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// How many words there are.
    pub(super) fn word_count(&self) -> usize {
        self.words.len()
    }

    /// A word's place.
    pub(super) fn word(&self, at: usize) -> Option<Range<usize>> {
        self.words.get(at).map(|&(start, end)| start as usize..end as usize)
    }

    /// Positions of the signs that end sentences, in order.
    pub(super) fn ends(&self) -> impl Iterator<Item = usize> {
        self.ends.iter().map(|&end| end as usize)
    }

    /// Whether no sentence ends between the two positions.
    pub(super) fn same_sentence(&self, from: usize, to: usize) -> bool {
        let next = self.ends.partition_point(|&end| (end as usize) < from);
        self.ends.get(next).is_none_or(|&end| end as usize >= to)
    }

    /// The range without the punctuation and spaces at both ends of the text.
    pub(super) fn core(&self) -> Range<usize> {
        let solid = |c: &char| is_word(*c) || is_han(*c);
        let start = self.chars.iter().position(solid).unwrap_or(0);
        let end = self.chars.iter().rposition(solid).map_or(start, |at| at + 1);
        start..end
    }
}

/// Folded characters without those that matching passes over; and which ones were kept.
pub(super) fn squeeze(folded: &[char]) -> (Vec<char>, Vec<u32>) {
    let mut chars: Vec<char> = Vec::with_capacity(folded.len());
    let mut origin: Vec<u32> = Vec::with_capacity(folded.len());
    let mut at = 0;
    while let Some(&c) = folded.get(at) {
        let mut next = at + 1;
        if c == ' ' {
            while folded.get(next) == Some(&' ') {
                next += 1;
            }
            let neighbours = (chars.last().copied(), folded.get(next).copied());
            let typographic = match neighbours {
                (Some(left), Some(right)) => {
                    (is_han(left) && right.is_ascii_digit()) || (left.is_ascii_digit() && is_han(right))
                }
                _ => false,
            };
            if !typographic {
                chars.push(c);
                origin.push(small(at));
            }
        } else {
            chars.push(c);
            origin.push(small(at));
        }
        at = next;
    }
    (chars, origin)
}

/// Dense positions of the signs that end sentences.
fn sentence_ends(chars: &[char]) -> Vec<u32> {
    let han = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|&c| is_han(c));
    let ends = |&at: &usize| {
        let beside = han(at.checked_sub(1)) || han(Some(at + 1));
        match chars.get(at) {
            Some('\n') => true,
            Some('.' | '!' | '?') => {
                beside || matches!(chars.get(at + 1), None | Some(' ' | '\n' | '"' | '\'' | ')'))
            }
            Some(';') => beside,
            _ => false,
        }
    };
    (0..chars.len()).filter(ends).map(small).collect()
}

/// The words of scripts that put spaces between words.
fn words(chars: &[char]) -> Vec<(u32, u32)> {
    let mut words = Vec::new();
    let mut open: Option<usize> = None;
    for (at, &c) in chars.iter().chain(&[' ']).enumerate() {
        match (is_word(c), open) {
            (true, None) => open = Some(at),
            (false, Some(start)) => {
                words.push((small(start), small(at)));
                open = None;
            }
            _ => {}
        }
    }
    words
}
