//! A text made ready for matching: folded, without what matching passes over, with the way back to the source.
//! Knows nothing of queries.

use std::ops::Range;

use super::fold::{IGNORED, fold, is_han, is_word};

/// A folded text without ignored characters, without doubled spaces, and without the spaces that typography
/// puts between Han and digits, so that `第 7/5 号` and `第7/5号` are the same.
#[derive(Debug, Clone)]
pub(super) struct Dense {
    /// The characters that are matched.
    chars: Vec<char>,
    /// For each of them, which character of the source it is. `None`: the same.
    origin: Option<Vec<u32>>,
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
        let (chars, origin) = squeeze(&source.chars().map(fold).collect::<Vec<char>>());
        let ends = sentence_ends(source, &origin);
        let words = words(&chars);
        let identity = origin.len() == source.chars().count();
        Self { chars, origin: (!identity).then_some(origin), words, ends }
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

    /// Turns ranges of dense positions, in order and disjoint, into byte ranges of the source; ranges that touch
    /// become one. A range takes in the ignored characters that follow its last one (an accent belongs to its letter).
    pub(super) fn to_bytes(&self, source: &str, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
        let place = |at: usize| match &self.origin {
            None => at,
            Some(origin) => origin.get(at).map_or(usize::MAX, |&place| place as usize),
        };
        let mut out: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
        let mut chars = source.char_indices().enumerate().peekable();
        for range in ranges.iter().filter(|range| range.start < range.end) {
            let (first, last) = (place(range.start), place(range.end - 1));
            while chars.next_if(|(at, _)| *at < first).is_some() {}
            let Some(&(_, (start, _))) = chars.peek() else { break };
            while chars.next_if(|(at, (_, c))| *at <= last || fold(*c) == IGNORED).is_some() {}
            let end = chars.peek().map_or(source.len(), |&(_, (end, _))| end);
            match out.last_mut() {
                Some(before) if before.end >= start => before.end = before.end.max(end),
                _ => out.push(start..end),
            }
        }
        out
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
            while folded.get(next).is_some_and(|&c| c == ' ' || c == IGNORED) {
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
        } else if c != IGNORED {
            chars.push(c);
            origin.push(small(at));
        }
        at = next;
    }
    (chars, origin)
}

/// Dense positions of the signs that end sentences. A full stop ends one only before white space or a closing
/// mark: `L.1/Add.1` and `7.5` go on.
fn sentence_ends(source: &str, origin: &[u32]) -> Vec<u32> {
    let mut ends = Vec::new();
    let mut chars = source.chars().enumerate().peekable();
    let mut dense = 0;
    while let Some((at, c)) = chars.next() {
        while origin.get(dense).is_some_and(|&place| (place as usize) < at) {
            dense += 1;
        }
        let ended = match c {
            '。' | '！' | '？' | '；' | '؟' | '۔' | '\n' => true,
            '.' | '!' | '?' => chars
                .peek()
                .is_none_or(|&(_, next)| next.is_whitespace() || matches!(next, '"' | '”' | '’' | '»' | ')')),
            _ => false,
        };
        if ended {
            ends.push(small(dense));
        }
    }
    ends
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

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str) -> String {
        Dense::new(source).chars.iter().collect()
    }

    #[test]
    fn spaces_between_han_and_digits_and_doubled_spaces_do_not_count() {
        assert_eq!(shown("第 7/5 号决议"), "第7/5号决议");
        assert_eq!(shown("第\u{3000}\u{200B} 7/5\u{A0}号"), "第7/5号");
        assert_eq!(shown("2019 年 UNODC 办公室"), "2019年 unodc 办公室");
        assert_eq!(shown("two  words\tof text"), "two words of text");
    }

    #[test]
    fn a_range_leads_back_to_the_source_with_the_accents_of_its_last_letter() {
        let source = "见 cafe\u{301} 第 7 号。";
        let dense = Dense::new(source);
        let all: String = dense.chars().iter().collect();
        assert_eq!(all, "见 cafe 第7号.");
        let read = |range: Range<usize>| {
            let bytes = dense.to_bytes(source, &[range]);
            bytes.into_iter().map(|range| source.get(range).unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(read(2..6), ["cafe\u{301}"]);
        assert_eq!(read(7..10), ["第 7 号"]);
        assert_eq!(read(10..11), ["。"]);
        assert!(read(3..3).is_empty());
    }

    #[test]
    fn a_full_stop_inside_a_symbol_or_a_number_ends_no_sentence() {
        let dense = Dense::new("See L.1/Add.1 and 7.5. Then end");
        assert_eq!(dense.ends().collect::<Vec<_>>(), [21]);
        assert!(dense.same_sentence(0, 20) && !dense.same_sentence(0, 25) && dense.same_sentence(22, 30));
    }
}
