//! Looser readings of a query that found nothing, the least loose first. Knows no document: who has one tries them.

use crate::search::query::Query;
use crate::search::query::dense::dense;
use crate::search::query::field::FieldName;
use crate::search::query::fold::{fold_sign, is_han};
use crate::search::query::tokens::{Token, tokens};

/// The most readings that are given.
const MOST: usize = 48;

/// Looser readings of a query: without its signs, without its fields, without one of its terms, each term alone, and
/// then ever shorter pieces of the terms. The first that finds something is the one to offer.
#[must_use]
pub fn looser(query: &Query) -> Vec<Query> {
    let typed = query.typed();
    let tokens = tokens(typed);
    let is_field =
        |name: Option<(bool, &str, &str)>| name.is_some_and(|n| FieldName::from_word(&dense(n.1)).is_some());
    let (fields, phrases_and_words): (Vec<_>, Vec<_>) =
        tokens.iter().partition(|token| is_field(token.field));
    let fields: Vec<String> = fields.iter().map(|token| token.text.to_owned()).collect();
    let words: Vec<String> = phrases_and_words.iter().map(|token| token.text.to_owned()).collect();
    let mut plain: Vec<String> = Vec::new();
    for token in &phrases_and_words {
        for word in plain_words(token) {
            if !plain.contains(&word) {
                plain.push(word);
            }
        }
    }
    let mut readings = Readings { typed: typed.trim().to_owned(), found: Vec::new() };
    readings.add(&[fields.as_slice(), plain.as_slice()].concat());
    if words.is_empty() {
        readings.fewer(&fields);
        return readings.found;
    }
    readings.add(&words);
    readings.add(&plain);
    readings.fewer(&plain);
    plain.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    for word in plain {
        readings.pieces(&word);
    }
    readings.found
}

struct Readings {
    typed: String,
    found: Vec<Query>,
}

impl Readings {
    fn add(&mut self, words: &[String]) {
        let reading = words.join(" ");
        let new = reading != self.typed && self.found.iter().all(|found| found.typed() != reading);
        if new && self.found.len() < MOST {
            self.found.extend(Some(Query::parse(&reading)).filter(|query| !query.is_empty()));
        }
    }

    /// Without one of them, then each alone, the longest first.
    fn fewer(&mut self, words: &[String]) {
        for out in (0..words.len()).rev().filter(|_| words.len() > 2) {
            let rest = words.iter().enumerate().filter(|(at, _)| *at != out).map(|(_, word)| word.clone());
            self.add(&rest.collect::<Vec<_>>());
        }
        let mut alone = words.to_vec();
        alone.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        for word in alone {
            self.add(&[word]);
        }
    }

    /// Its beginnings, and of Han characters its ends, the longest first.
    fn pieces(&mut self, word: &str) {
        let chars: Vec<char> = word.chars().collect();
        let han = chars.iter().any(|&c| is_han(fold_sign(c)));
        // Half a word of letters is another word, and its end is no word.
        let least = if han { 2 } else { chars.len().div_ceil(2).max(4) };
        for length in (least..chars.len()).rev() {
            let end = chars.get(chars.len() - length..).filter(|_| han);
            for piece in chars.get(..length).into_iter().chain(end) {
                self.add(&[piece.iter().collect()]);
            }
        }
    }
}

/// The terms of a token without the signs that make them narrower: of a phrase its words.
fn plain_words(token: &Token<'_>) -> Vec<String> {
    match token.phrase {
        Some((signs, _)) if signs.chars().any(|c| fold_sign(c) == '!') => Vec::new(),
        Some((_, inner)) => inner.split_whitespace().map(str::to_owned).collect(),
        None => without_signs(token.text).into_iter().collect(),
    }
}

/// A term without the signs that make it narrower; nothing of one that must not be there.
fn without_signs(word: &str) -> Option<String> {
    let mut chars: Vec<char> = word.chars().collect();
    if chars.first().is_some_and(|&c| fold_sign(c) == '!') {
        return None;
    }
    for sign in ['\'', '^'] {
        if chars.first().is_some_and(|&c| fold_sign(c) == sign) {
            chars.remove(0);
        }
    }
    if chars.last().is_some_and(|&c| fold_sign(c) == '$') {
        chars.pop();
    }
    (!chars.is_empty()).then(|| chars.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, readings: &[&str]) {
        let found = looser(&Query::parse(typed));
        assert_eq!(found.iter().map(Query::typed).collect::<Vec<_>>(), readings, "{typed}");
    }

    #[test]
    fn readings_become_looser_step_by_step() {
        check("缅甸", &[]);
        check("举报人法", &["举报人", "报人法", "举报", "人法"]);
        check("'asset$", &["asset", "asse"]);
        check("a b c", &["a b", "a c", "b c", "a", "b", "c"]);
        check("\"rule of law\"", &["rule of law", "rule of", "rule law", "of law", "rule", "law", "of"]);
        check("status:amend 缅甸", &["缅甸"]);
        check("status:amend tag:x", &["status:amend", "tag:x"]);
        check("has:note !缅甸 ^国家", &["has:note 国家", "!缅甸 ^国家", "国家"]);
        check("  ", &[]);
    }

    #[test]
    fn a_long_query_has_a_bounded_number_of_readings() {
        assert_eq!(looser(&Query::parse(&"腐".repeat(400))).len(), MOST);
        let many: Vec<String> = (0..200).map(|at| format!("word{at}")).collect();
        assert!(looser(&Query::parse(&many.join(" "))).len() <= MOST);
    }
}
