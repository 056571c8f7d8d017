//! One query against one record: does it match, how surely, where. Ranks nothing against anything else.
//!
//! # Files
//!
//! - `candidates`: Which records of a segment may match: never fewer than do
//! - `filter`: Whether a record passes the fields of a query
//! - `hit`: What a search gives back
//! - `in_word`: Loose matching of letters inside one word: `govt` in "government"
//! - `loose`: Loose matching of one term: Han characters with gaps, letters inside one word
//! - `quoted`: Where a passage stands that someone quotes: as it is written, else as a reader would take it
//! - `score`: The score of a match, by fuzzy-matcher's `SkimMatcherV2`, and nothing else
//! - `snippet`: The excerpt of a text that a list shows for a hit
//! - `terms`: How one term stands in a record, and how what the terms found is joined to one match of the whole
//! - `windows`: Loose matching of a term with Han characters: its characters in order, with gaps

pub(super) mod candidates;
pub(super) mod filter;
pub(super) mod hit;
mod in_word;
mod loose;
pub(super) mod quoted;
mod score;
pub(super) mod snippet;
pub(super) mod terms;
mod windows;

use std::ops::Range;

use self::hit::Tier;
use self::score::LiteralScore;
use self::terms::{RecordMatch, TermMatch, best_of, joined, loosely, named, occurrences, sounding, strictly};
use super::index::record::RecordText;
use super::query::organizations::OrganizationName;
use super::query::sound::{Hearing, Sound};
use super::query::{Query, QueryTerm};
use crate::search::query::field::What;

/// Scores of a needle and of the other names.
#[derive(Debug, Default)]
struct Scores {
    own: LiteralScore,
    also: Vec<LiteralScore>,
}

impl Scores {
    fn of(also: &[OrganizationName]) -> Self {
        Self { own: LiteralScore::default(), also: vec![LiteralScore::default(); also.len()] }
    }
}

/// A query being run. Keeps the scores of literal terms, which are few.
#[derive(Debug)]
pub(super) struct RecordMatcher<'q> {
    query: &'q Query,
    whole: Scores,
    terms: Vec<(Scores, Option<Hearing>)>,
    /// All terms as one, by their sound.
    joined: Option<Hearing>,
    /// In which order the terms are looked for; those that it does not have come last.
    order: Vec<usize>,
}

impl<'q> RecordMatcher<'q> {
    /// A query; by sound too where there is Han text.
    pub(super) fn new(query: &'q Query, han: bool) -> Self {
        let alone = query.terms().len() == 1;
        let plain = |term: &&QueryTerm| term.plain;
        let sound = |term: &QueryTerm| {
            let sounds = Some(term).filter(|term| han && plain(term));
            sounds.and_then(|term| Sound::of(term.needle.text(), alone)).map(Hearing::new)
        };
        let terms = query.terms().iter().map(|term| (Scores::of(&term.also), sound(term))).collect();
        let letters: Vec<&str> = query.terms().iter().filter(plain).map(|term| term.needle.text()).collect();
        let all = han && !alone && letters.len() == query.terms().len() && !letters.is_empty();
        let joined = if all { Sound::joined(&letters).map(Hearing::new) } else { None };
        Self { query, whole: Scores::of(query.also()), terms, joined, order: Vec::new() }
    }

    /// The query that is run.
    pub(super) fn query(&self) -> &'q Query {
        self.query
    }

    /// Says in which order the terms are looked for. What is found does not depend on it.
    pub(super) fn set_order(&mut self, mut order: Vec<usize>) {
        order.extend((0..self.terms.len()).filter(|at| !order.contains(at)).collect::<Vec<_>>());
        self.order = order;
    }

    /// How a term sounds, if it may be pinyin.
    pub(super) fn sound(&self, term: usize) -> Option<&Hearing> {
        self.terms.get(term).and_then(|(_, sound)| sound.as_ref())
    }

    /// How all terms sound as one.
    pub(super) fn joined(&self) -> Option<&Hearing> {
        self.joined.as_ref()
    }

    /// The highest score that the whole query can have where it stands literally.
    pub(super) fn highest(&mut self) -> Option<i64> {
        Some(self.whole.own.highest(self.query.whole()?))
    }

    /// The score of the whole query where it stands literally, and nothing else.
    pub(super) fn literal_score(&mut self, text: RecordText<'_>) -> Option<i64> {
        let needle = self.query.whole()?;
        needle.find(text.pieces, 0, usize::MAX)?;
        text.pieces().find_map(|(_, piece)| {
            needle.find_all(piece).map(|place| self.whole.own.at(piece, place.start, needle)).max()
        })
    }

    /// How the record matches, if it does. `closely`: with the score and the places of loose matches.
    pub(super) fn run(&mut self, text: RecordText<'_>, closely: bool) -> Option<RecordMatch> {
        self.literally(text).or_else(|| self.otherwise(text, closely))
    }

    /// The same, for a record that is known not to have the whole query literally.
    pub(super) fn otherwise(&mut self, text: RecordText<'_>, closely: bool) -> Option<RecordMatch> {
        self.by_name(text).or_else(|| self.by_terms(text, closely)).or_else(|| self.by_sound(text))
    }

    /// The whole query, in the first piece that has it.
    fn literally(&mut self, text: RecordText<'_>) -> Option<RecordMatch> {
        let needle = self.query.whole()?;
        text.pieces().find_map(|(at, piece)| {
            let places: Vec<Range<usize>> = needle.find_all(piece).collect();
            let (score, best) = best_of(&places, piece, needle, &mut self.whole.own)?;
            let (tier, spread) = (Tier::Literal, needle.count());
            Some(RecordMatch { piece: at, tier, score, span: 0, spread, marks: places, best })
        })
    }

    /// Another name of what the whole query names.
    fn by_name(&mut self, text: RecordText<'_>) -> Option<RecordMatch> {
        named(self.query.also(), text, &mut self.whole.also).map(|found| joined(text, &[found]))
    }

    /// All terms as one, by their sound.
    fn by_sound(&self, text: RecordText<'_>) -> Option<RecordMatch> {
        sounding(self.joined.as_ref()?, text).map(|found| joined(text, &[found]))
    }

    fn by_terms(&mut self, text: RecordText<'_>, closely: bool) -> Option<RecordMatch> {
        let terms = self.query.terms();
        let has = |term: &QueryTerm| text.pieces().any(|(_, piece)| !occurrences(term, piece).is_empty());
        if terms.iter().filter(|term| term.not).any(has) {
            return None;
        }
        if self.order.is_empty() {
            self.set_order(Vec::new());
        }
        let mut matches: Vec<(usize, TermMatch)> = Vec::new();
        for &at in &self.order {
            let (Some(term), Some((scores, sound))) = (terms.get(at), self.terms.get_mut(at)) else {
                continue;
            };
            if term.not {
                continue;
            }
            // The whole query, which is this term, was not found a moment ago.
            let known_absent = term.plain && Some(&term.needle) == self.query.whole();
            let strict = if known_absent { None } else { strictly(term, text, &mut scores.own) };
            let found = strict
                .or_else(|| named(&term.also, text, &mut scores.also))
                .or_else(|| sounding(sound.as_ref()?, text))
                .or_else(|| loosely(term, text, closely))?;
            matches.push((at, found));
        }
        matches.sort_by_key(|(at, _)| *at);
        let matches: Vec<TermMatch> = matches.into_iter().map(|(_, found)| found).collect();
        if matches.is_empty() {
            // Only `!not` or fields: the paragraphs that pass. Nobody asks for headings that lack a word.
            let asked = !terms.is_empty() && text.what == What::Paragraph
                || terms.is_empty() && self.query.whole().is_none();
            let none = RecordMatch {
                piece: 0,
                tier: Tier::Terms,
                score: 0,
                span: 0,
                spread: 0,
                marks: Vec::new(),
                best: 0..0,
            };
            return asked.then_some(none);
        }
        Some(joined(text, &matches))
    }
}
