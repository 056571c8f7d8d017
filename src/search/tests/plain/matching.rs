//! The oracle: one query against one record: does it match, how surely, where. Ranks nothing against anything else.

use std::ops::Range;

use super::loose;
use super::score::PlainScore;
use super::{PlainPiece, PlainQuery, PlainRecord, PlainTerm, What};
use crate::search::matching::hit::Tier;

/// Terms farther apart than this are not selected as one passage.
const PASSAGE: usize = 60;

/// How a record matched. Positions are those of the dense text of `piece`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlainMatch {
    pub(super) piece: usize,
    pub(super) tier: Tier,
    pub(super) score: i64,
    /// Characters from the first to the last of the nearest occurrences, one of each term.
    pub(super) spread: usize,
    /// In order and disjoint.
    pub(super) marks: Vec<Range<usize>>,
    pub(super) best: Range<usize>,
}

/// How one term matched.
struct TermMatch {
    piece: usize,
    score: i64,
    loose: bool,
    /// Each occurrence from its first to its last character, the best one first in `best`.
    occurrences: Vec<Range<usize>>,
    best: Range<usize>,
    marks: Vec<Range<usize>>,
}

/// A query being run. Keeps the scores of literal terms, which are few.
#[derive(Debug)]
pub(super) struct PlainMatcher<'q> {
    query: &'q PlainQuery,
    whole: PlainScore,
    terms: Vec<PlainScore>,
}

impl<'q> PlainMatcher<'q> {
    pub(super) fn new(query: &'q PlainQuery) -> Self {
        let terms = query.terms().iter().map(|_| PlainScore::default()).collect();
        Self { query, whole: PlainScore::default(), terms }
    }

    /// How the record matches, if it does.
    pub(super) fn run(&mut self, record: &PlainRecord) -> Option<PlainMatch> {
        self.literally(record).or_else(|| self.by_terms(record))
    }

    /// The whole query, in the first piece that has it.
    fn literally(&mut self, record: &PlainRecord) -> Option<PlainMatch> {
        let needle = self.query.whole()?;
        record.pieces.iter().enumerate().find_map(|(at, piece)| {
            let places = needle.find_all(piece.dense.chars());
            let (score, best) = best_of(&places, piece, needle.chars(), &mut self.whole)?;
            Some(PlainMatch {
                piece: at,
                tier: Tier::Literal,
                score,
                spread: needle.len(),
                marks: places,
                best,
            })
        })
    }

    fn by_terms(&mut self, record: &PlainRecord) -> Option<PlainMatch> {
        let terms = self.query.terms();
        let has = |term: &PlainTerm| record.pieces.iter().any(|piece| !occurrences(term, piece).is_empty());
        if terms.iter().filter(|term| term.not).any(has) {
            return None;
        }
        let mut matches: Vec<TermMatch> = Vec::new();
        for (term, literal) in terms.iter().zip(&mut self.terms).filter(|(term, _)| !term.not) {
            // The whole query, which is this term, was not found a moment ago.
            let known_absent = term.shape.is_some() && Some(&term.needle) == self.query.whole();
            let strict = if known_absent { None } else { strictly(term, record, literal) };
            matches.push(strict.or_else(|| loosely(term, record))?);
        }
        if matches.is_empty() {
            // Only `!not`: the paragraphs that do not have it. Nobody asks for headings that lack a word.
            let asked = !terms.is_empty() && record.what == What::Paragraph;
            return asked.then(|| PlainMatch {
                piece: 0,
                tier: Tier::Terms,
                score: 0,
                spread: 0,
                marks: Vec::new(),
                best: 0..0,
            });
        }
        Some(joined(&matches))
    }
}

/// Where a term stands literally in a piece, as its signs allow.
fn occurrences(term: &PlainTerm, piece: &PlainPiece) -> Vec<Range<usize>> {
    let chars = piece.dense.chars();
    if !term.start && !term.end {
        return term.needle.find_all(chars);
    }
    let length = term.needle.len();
    let core = piece.dense.core();
    // With or without the punctuation at the ends of the text: paragraphs end with a full stop.
    let starts = [0, core.start].map(|start| start..start + length);
    let ends = [chars.len(), core.end].map(|end| end.saturating_sub(length)..end);
    let stands = |range: &&Range<usize>| chars.get((*range).clone()) == Some(term.needle.chars());
    let found = match (term.start, term.end) {
        (true, true) => starts.iter().filter(|range| ends.contains(range)).find(stands),
        (true, false) => starts.iter().find(stands),
        _ => ends.iter().find(stands),
    };
    found.cloned().into_iter().collect()
}

/// The highest score among the places, and the first that has it.
fn best_of(
    places: &[Range<usize>],
    piece: &PlainPiece,
    wanted: &[char],
    literal: &mut PlainScore,
) -> Option<(i64, Range<usize>)> {
    let mut best: Option<(i64, Range<usize>)> = None;
    for place in places {
        let score = literal.at(piece.dense.chars(), place.clone(), wanted);
        if best.as_ref().is_none_or(|(highest, _)| score > *highest) {
            best = Some((score, place.clone()));
        }
    }
    best
}

fn strictly(term: &PlainTerm, record: &PlainRecord, literal: &mut PlainScore) -> Option<TermMatch> {
    if term.start && !term.end && record.number.starts_with(term.needle.chars()) {
        let (occurrences, marks) = (Vec::new(), Vec::new());
        return Some(TermMatch { piece: 0, score: 0, loose: false, occurrences, best: 0..0, marks });
    }
    record.pieces.iter().enumerate().find_map(|(at, piece)| {
        let places = occurrences(term, piece);
        let (score, best) = best_of(&places, piece, term.needle.chars(), literal)?;
        Some(TermMatch { piece: at, score, loose: false, occurrences: places.clone(), best, marks: places })
    })
}

fn loosely(term: &PlainTerm, record: &PlainRecord) -> Option<TermMatch> {
    let shape = term.shape.as_ref()?;
    record.pieces.iter().enumerate().filter(|(_, piece)| piece.loose).find_map(|(at, piece)| {
        let found = loose::best(&piece.dense, term.needle.chars(), shape)?;
        let passage = found.places.first().copied()?..found.places.last()? + 1;
        let marks = found.places.iter().map(|&place| place..place + 1).collect();
        let (occurrences, best) = (vec![passage.clone()], passage);
        Some(TermMatch { piece: at, score: found.score, loose: true, occurrences, best, marks })
    })
}

/// All terms matched: one match, shown in the first piece that any of them is in.
fn joined(matches: &[TermMatch]) -> PlainMatch {
    let piece = matches.iter().map(|m| m.piece).min().unwrap_or(0);
    let here: Vec<&TermMatch> = matches.iter().filter(|m| m.piece == piece).collect();
    let tier = if matches.iter().any(|m| m.loose) { Tier::Loose } else { Tier::Terms };
    let score = matches.iter().map(|m| m.score).sum();
    let nearest = nearest(&here);
    let first = here.iter().map(|m| &m.best).find(|best| best.start < best.end);
    let best = match (&nearest, first) {
        (Some(passage), Some(_)) if here.len() > 1 && passage.len() <= PASSAGE => passage.clone(),
        (_, Some(first)) => first.clone(),
        (_, None) => 0..0,
    };
    let marks = merged(here.iter().flat_map(|m| m.marks.iter().cloned()).collect());
    PlainMatch { piece, tier, score, spread: nearest.map_or(0, |passage| passage.len()), marks, best }
}

/// The shortest passage with an occurrence of every term that has one.
fn nearest(matches: &[&TermMatch]) -> Option<Range<usize>> {
    let with: Vec<&&TermMatch> = matches.iter().filter(|m| !m.occurrences.is_empty()).collect();
    let mut all: Vec<(usize, Range<usize>)> = Vec::new();
    for (term, m) in with.iter().enumerate() {
        all.extend(m.occurrences.iter().map(|range| (term, range.clone())));
    }
    all.sort_by_key(|(_, range)| (range.start, range.end));
    let mut latest: Vec<Option<Range<usize>>> = vec![None; with.len()];
    let mut nearest: Option<Range<usize>> = None;
    for (term, range) in all {
        if let Some(slot) = latest.get_mut(term) {
            *slot = Some(range.clone());
        }
        let passage = latest.iter().try_fold(range.clone(), |passage, range| {
            let range = range.as_ref()?;
            Some(passage.start.min(range.start)..passage.end.max(range.end))
        });
        if let Some(passage) = passage
            && nearest.as_ref().is_none_or(|nearest| passage.len() < nearest.len())
        {
            nearest = Some(passage);
        }
    }
    nearest
}

/// In order, with what overlaps joined.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut out: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match out.last_mut() {
            Some(before) if range.start < before.end => before.end = before.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}
