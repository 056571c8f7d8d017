//! The match set of plain fuzzy-matcher by way of postings: what the index would cost if it meant the same.

use std::collections::HashMap;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Paragraphs with postings of all characters.
#[derive(Default)]
pub struct Parity {
    texts: Vec<String>,
    postings: HashMap<char, Vec<u32>>,
}

fn folded(c: char) -> char {
    c.to_ascii_lowercase()
}

impl Parity {
    pub fn new(texts: &[String]) -> Self {
        let mut parity = Self { texts: texts.to_vec(), ..Self::default() };
        for (at, text) in texts.iter().enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            for c in text.chars().map(folded) {
                let list = parity.postings.entry(c).or_default();
                if list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
        parity
    }

    /// How many paragraphs hold the characters in order, each scored as a whole.
    pub fn count(&self, typed: &str) -> usize {
        let wanted: Vec<char> = typed.chars().map(folded).collect();
        let mut lists: Vec<&Vec<u32>> = Vec::new();
        for c in &wanted {
            let Some(list) = self.postings.get(c) else { return 0 };
            lists.push(list);
        }
        lists.sort_by_key(|list| list.len());
        let Some((first, rest)) = lists.split_first() else { return 0 };
        let matcher = SkimMatcherV2::default().ignore_case();
        let mut count = 0;
        for at in first.iter().filter(|at| rest.iter().all(|list| list.binary_search(at).is_ok())) {
            let Some(text) = self.texts.get(*at as usize) else { continue };
            let mut left = wanted.iter().copied().peekable();
            for c in text.chars().map(folded) {
                left.next_if_eq(&c);
            }
            if left.peek().is_none() && matcher.fuzzy_indices(text, typed).is_some() {
                count += 1;
            }
        }
        count
    }
}
