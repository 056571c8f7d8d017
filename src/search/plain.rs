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
use self::literal::Needle;
use self::loose::Shape;
use self::matching::Matcher;
use super::field::What;
use super::hit::Tier;

pub(super) struct Piece {
    dense: Dense,
    loose: bool,
}

pub(super) struct Record {
    what: What,
    number: Vec<char>,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    needle: Needle,
    start: bool,
    end: bool,
    not: bool,
    shape: Option<Shape>,
}

#[derive(Debug)]
pub(super) struct Query {
    whole: Option<Needle>,
    terms: Vec<Term>,
}

fn needle(text: &str) -> Option<Needle> {
    Needle::new(text.chars().collect())
}

impl Query {
    pub(super) fn of(query: &super::Query) -> Self {
        let term = |term: &super::query::Term| {
            let chars: Vec<char> = term.needle.text().chars().collect();
            let shape = term.shape.as_ref().and_then(|_| Shape::of(&chars));
            Some(Term { needle: Needle::new(chars)?, start: term.start, end: term.end, not: term.not, shape })
        };
        Self {
            whole: query.whole().and_then(|whole| needle(whole.text())),
            terms: query.terms().iter().filter_map(term).collect(),
        }
    }

    fn whole(&self) -> Option<&Needle> {
        self.whole.as_ref()
    }

    fn terms(&self) -> &[Term] {
        &self.terms
    }
}

/// A paragraph or a note, by its pieces as they stand.
pub(super) fn record(what: What, number: &str, pieces: &[&str]) -> Record {
    let piece =
        |(at, text): (usize, &&str)| Piece { dense: Dense::new(text), loose: at == 0 || what != What::Note };
    Record {
        what,
        number: Dense::new(number).chars().to_vec(),
        pieces: pieces.iter().enumerate().map(piece).collect(),
    }
}

/// How the record matches: how surely, with which score, and the characters that are marked, folded.
pub(super) fn scan(query: &Query, record: &Record) -> Option<(Tier, i64, Vec<String>)> {
    let found = Matcher::new(query).run(record)?;
    let chars = record.pieces.get(found.piece)?.dense.chars();
    let marked = found.marks.iter().map(|mark| chars.get(mark.clone()).unwrap().iter().collect()).collect();
    Some((found.tier, found.score, marked))
}
