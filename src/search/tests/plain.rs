//! The plain scan that the index took the place of, kept as the oracle of its tests: every record is read, character
//! by character, with no postings, no shortcuts and no knowledge of the index. Test code only.
//!
//! # Files
//!
//! - `dense`: The oracle: a text made ready for matching: folded, without what matching passes over
//! - `literal`: The oracle: finding a run of characters in another, in time linear in both (Knuth, Morris, Pratt)
//! - `loose`: The oracle: loose matching of one term: Han characters with gaps, letters inside one word
//! - `matching`: The oracle: one query against one record: does it match, how surely, where
//! - `score`: The oracle's score of a match, by fuzzy-matcher's `SkimMatcherV2`, and nothing else

mod dense;
mod literal;
mod loose;
mod matching;
mod score;

use self::dense::Dense;
use self::literal::PlainNeedle;
use self::loose::PlainShape;
use self::matching::PlainMatcher;
use crate::search::matching::hit::Tier;
use crate::search::query::field::What;

pub(in crate::search) struct PlainPiece {
    dense: Dense,
    loose: bool,
}

pub(in crate::search) struct PlainRecord {
    what: What,
    number: Vec<char>,
    pieces: Vec<PlainPiece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct PlainTerm {
    needle: PlainNeedle,
    start: bool,
    end: bool,
    not: bool,
    shape: Option<PlainShape>,
}

#[derive(Debug)]
pub(in crate::search) struct PlainQuery {
    whole: Option<PlainNeedle>,
    terms: Vec<PlainTerm>,
}

fn needle(text: &str) -> Option<PlainNeedle> {
    PlainNeedle::new(text.chars().collect())
}

impl PlainQuery {
    pub(in crate::search) fn of(query: &crate::search::Query) -> Self {
        let term = |term: &crate::search::query::QueryTerm| {
            let chars: Vec<char> = term.needle.text().chars().collect();
            let shape = term.shape.as_ref().and_then(|_| PlainShape::of(&chars));
            Some(PlainTerm {
                needle: PlainNeedle::new(chars)?,
                start: term.start,
                end: term.end,
                not: term.not,
                shape,
            })
        };
        Self {
            whole: query.whole().and_then(|whole| needle(whole.text())),
            terms: query.terms().iter().filter_map(term).collect(),
        }
    }

    fn whole(&self) -> Option<&PlainNeedle> {
        self.whole.as_ref()
    }

    fn terms(&self) -> &[PlainTerm] {
        &self.terms
    }
}

/// A paragraph or a note, by its pieces as they stand.
pub(in crate::search) fn record(what: What, number: &str, pieces: &[&str]) -> PlainRecord {
    let piece = |(at, text): (usize, &&str)| PlainPiece {
        dense: Dense::new(text),
        loose: at == 0 || what != What::Note,
    };
    PlainRecord {
        what,
        number: Dense::new(number).chars().to_vec(),
        pieces: pieces.iter().enumerate().map(piece).collect(),
    }
}

/// How the record matches: how surely, with which score, and the characters that are marked, folded.
pub(in crate::search) fn scan(query: &PlainQuery, record: &PlainRecord) -> Option<(Tier, i64, Vec<String>)> {
    let found = PlainMatcher::new(query).run(record)?;
    let chars = record.pieces.get(found.piece)?.dense.chars();
    let marked = found.marks.iter().map(|mark| chars.get(mark.clone()).unwrap().iter().collect()).collect();
    Some((found.tier, found.score, marked))
}
