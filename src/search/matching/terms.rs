//! How one term stands in a record, and how what the terms found is joined to one match of the whole.

use std::ops::Range;

use super::hit::Tier;
use super::loose;
use super::score::LiteralScore;
use crate::search::index::record::RecordText;
use crate::search::query::QueryTerm;
use crate::search::query::dense::core;
use crate::search::query::needle::Needle;
use crate::search::query::organizations::OrganizationName;
use crate::search::query::sound::Hearing;

/// Terms farther apart than this many characters are not selected as one passage.
const PASSAGE: usize = 60;

/// How a record matched. Positions are bytes of `piece`, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct RecordMatch {
    pub(in crate::search) piece: usize,
    pub(in crate::search) tier: Tier,
    /// The scorer's figure; loose matches have theirs only when they are looked at closely.
    pub(in crate::search) score: i64,
    /// Characters that loose matches spread over.
    pub(in crate::search) span: usize,
    /// Characters from the first to the last of the nearest occurrences, one of each term.
    pub(in crate::search) spread: usize,
    /// In order and disjoint.
    pub(in crate::search) marks: Vec<Range<usize>>,
    pub(in crate::search) best: Range<usize>,
}

/// How one term matched, in the first piece of the record that has it.
pub(in crate::search) struct TermMatch {
    pub(in crate::search) piece: usize,
    pub(in crate::search) score: i64,
    pub(in crate::search) span: usize,
    pub(in crate::search) tier: Tier,
    /// Each occurrence from its first to its last character.
    pub(in crate::search) occurrences: Vec<Range<usize>>,
    pub(in crate::search) best: Range<usize>,
    pub(in crate::search) marks: Vec<Range<usize>>,
}

/// Where a term stands literally in a piece, as its signs allow.
pub(super) fn occurrences(term: &QueryTerm, piece: &str) -> Vec<Range<usize>> {
    if !term.start && !term.end {
        return term.needle.find_all(piece).collect();
    }
    let length = term.needle.text().len();
    let core = core(piece);
    // With or without the punctuation at the ends of the text: paragraphs end with a full stop.
    let starts = [0, core.start].map(|start| start..start + length);
    let ends = [piece.len(), core.end].map(|end| end.saturating_sub(length)..end);
    let stands = |range: &&Range<usize>| piece.get((*range).clone()) == Some(term.needle.text());
    let found = match (term.start, term.end) {
        (true, true) => starts.iter().filter(|range| ends.contains(range)).find(stands),
        (true, false) => starts.iter().find(stands),
        _ => ends.iter().find(stands),
    };
    found.cloned().into_iter().collect()
}

/// The highest score among the places, and the first that has it.
pub(super) fn best_of(
    places: &[Range<usize>],
    piece: &str,
    needle: &Needle,
    literal: &mut LiteralScore,
) -> Option<(i64, Range<usize>)> {
    let mut best: Option<(i64, Range<usize>)> = None;
    for place in places {
        let score = literal.at(piece, place.start, needle);
        if best.as_ref().is_none_or(|(highest, _)| score > *highest) {
            best = Some((score, place.clone()));
        }
    }
    best
}

pub(super) fn strictly(
    term: &QueryTerm,
    text: RecordText<'_>,
    literal: &mut LiteralScore,
) -> Option<TermMatch> {
    if !term.start && !term.end && term.needle.find(text.pieces, 0, usize::MAX).is_none() {
        return None;
    }
    if term.start && !term.end && text.number.starts_with(term.needle.text()) {
        let (occurrences, marks) = (Vec::new(), Vec::new());
        return Some(TermMatch {
            piece: 0,
            score: 0,
            span: 0,
            tier: Tier::Terms,
            occurrences,
            best: 0..0,
            marks,
        });
    }
    text.pieces().find_map(|(at, piece)| {
        let places = occurrences(term, piece);
        let (score, best) = best_of(&places, piece, &term.needle, literal)?;
        let (occurrences, marks) = (places.clone(), places);
        Some(TermMatch { piece: at, score, span: 0, tier: Tier::Terms, occurrences, best, marks })
    })
}

/// Another name: it is what was meant, so it counts as standing there.
pub(super) fn named(
    names: &[OrganizationName],
    text: RecordText<'_>,
    scores: &mut [LiteralScore],
) -> Option<TermMatch> {
    for (name, literal) in names.iter().zip(scores) {
        let found = text.pieces().find_map(|(at, piece)| {
            let whole = |range: &Range<usize>| !name.word || is_word_alone(piece, range);
            let places: Vec<Range<usize>> = name.needle.find_all(piece).filter(whole).collect();
            let (score, best) = best_of(&places, piece, &name.needle, literal)?;
            let (occurrences, marks) = (places.clone(), places);
            Some(TermMatch { piece: at, score, span: 0, tier: Tier::Terms, occurrences, best, marks })
        });
        if found.is_some() {
            return found;
        }
    }
    None
}

fn is_word_alone(piece: &str, range: &Range<usize>) -> bool {
    use crate::search::query::dense::{char_at, char_before};
    use crate::search::query::fold::is_word;
    !char_before(piece, range.start).is_some_and(is_word) && !char_at(piece, range.end).is_some_and(is_word)
}

/// By sound: the best of what is spelled, the first of equals.
pub(super) fn sounding(sound: &Hearing, text: RecordText<'_>) -> Option<TermMatch> {
    let pieces = text.pieces().filter(|(at, piece)| text.is_loose(*at) && !piece.is_ascii());
    pieces.into_iter().find_map(|(at, piece)| {
        let spelled = sound.find_all(piece);
        let best = spelled.iter().rev().max_by_key(|spelled| spelled.score)?;
        let (score, place) = (best.score, best.place.clone());
        let places: Vec<Range<usize>> = spelled.iter().map(|spelled| spelled.place.clone()).collect();
        let (occurrences, marks) = (places.clone(), places);
        Some(TermMatch { piece: at, score, span: 0, tier: Tier::Pinyin, occurrences, best: place, marks })
    })
}

pub(super) fn loosely(term: &QueryTerm, text: RecordText<'_>, closely: bool) -> Option<TermMatch> {
    let shape = term.shape.as_ref()?;
    text.pieces().filter(|(at, _)| text.is_loose(*at)).find_map(|(at, piece)| {
        let tier = Tier::Loose;
        if !closely {
            let span = loose::span(piece, &term.needle, shape)?;
            let (occurrences, marks) = (Vec::new(), Vec::new());
            return Some(TermMatch { piece: at, score: 0, span, tier, occurrences, best: 0..0, marks });
        }
        let found = loose::best(piece, &term.needle, shape)?;
        let passage = loose::passage(&found.places)?;
        let span = piece.get(passage.clone()).map_or(0, |part| part.chars().count());
        let (occurrences, best) = (vec![passage.clone()], passage);
        Some(TermMatch { piece: at, score: found.score, span, tier, occurrences, best, marks: found.places })
    })
}

/// All terms matched: one match, shown in the first piece that any of them is in.
pub(super) fn joined(text: RecordText<'_>, matches: &[TermMatch]) -> RecordMatch {
    let piece = matches.iter().map(|m| m.piece).min().unwrap_or(0);
    let here: Vec<&TermMatch> = matches.iter().filter(|m| m.piece == piece).collect();
    let tier = matches.iter().map(|m| m.tier).max().unwrap_or(Tier::Terms);
    let shown = text.pieces().nth(piece).map_or("", |(_, piece)| piece);
    let nearest = nearest(shown, &here);
    let spread = nearest.as_ref().map_or(0, |(_, count)| *count);
    let first = here.iter().map(|m| &m.best).find(|best| best.start < best.end);
    let best = match (nearest, first) {
        (Some((passage, _)), Some(_)) if here.len() > 1 && spread <= PASSAGE => passage,
        (_, Some(first)) => first.clone(),
        (_, None) => 0..0,
    };
    RecordMatch {
        piece,
        tier,
        score: matches.iter().map(|m| m.score).sum(),
        span: matches.iter().map(|m| m.span).sum(),
        spread,
        marks: merged(here.iter().flat_map(|m| m.marks.iter().cloned()).collect()),
        best,
    }
}

/// The passage of the fewest characters with an occurrence of every term that has one, the first of equals; and how many
/// characters those are.
fn nearest(piece: &str, matches: &[&TermMatch]) -> Option<(Range<usize>, usize)> {
    let places = || matches.iter().map(|m| &m.occurrences).filter(|places| !places.is_empty());
    let mut starts: Vec<usize> = places().flatten().map(|place| place.start).collect();
    starts.sort_unstable();
    let mut nearest: Option<(Range<usize>, usize)> = None;
    for start in starts {
        let ends = places().map(|places| {
            let next = places.partition_point(|place| place.start < start);
            places.get(next).map(|place| place.end)
        });
        let Some(end) = ends.collect::<Option<Vec<usize>>>().and_then(|ends| ends.into_iter().max()) else {
            break;
        };
        // A character has four bytes at most.
        if nearest.as_ref().is_some_and(|(_, count)| (end - start) / 4 >= *count) {
            continue;
        }
        let count = characters(piece, start..end);
        if nearest.as_ref().is_none_or(|(_, least)| count < *least) {
            nearest = Some((start..end, count));
        }
    }
    nearest
}

fn characters(piece: &str, range: Range<usize>) -> usize {
    piece.get(range).map_or(0, |part| part.chars().count())
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
