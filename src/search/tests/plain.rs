//! The oracle of the index: what a query finds, worked out the slow, obvious way, a record at a time and a character at
//! a time. It shares no code with the program: it reads, folds and matches by itself, as far as the texts and queries
//! of the tests go, and says how sure it is by numbers. Test code only.
//!
//! # Files
//!
//! - `folding`: The oracle: a text as it is matched, each character with the grapheme that it comes from
//! - `loose`: The oracle: the best loose match of a term, found by trying everything: Han characters with gaps
//! - `matching`: The oracle: one query against one record: how surely it matches, with which score, where
//! - `query`: The oracle: what was typed, cut into terms: signs and text between white space
//! - `score`: The oracle: what fuzzy-matcher's `SkimMatcherV2` says of a passage and the character before it

mod folding;
mod loose;
mod matching;
mod query;
mod score;

pub(super) use self::matching::{PlainHit, PlainRecord};
pub(super) use self::query::PlainQuery;
