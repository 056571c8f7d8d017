//! One query against one record: does it match, how surely, where. Ranks nothing against anything else.

use std::ops::Range;

use super::block::BETWEEN;
use super::dense::core;
use super::field::What;
use super::hit::Tier;
use super::loose;
use super::needle::Needle;
use super::organizations::Name;
use super::query::{Query, Term};
use super::score::LiteralScore;
use super::sound::{Hearing, Sound};

/// Terms farther apart than this many characters are not selected as one passage.
const PASSAGE: usize = 60;

/// A record as it is matched.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    /// Its pieces, folded, [`BETWEEN`] between them: its own text, then what else leads to it.
    pub(super) pieces: &'a str,
    pub(super) what: What,
    /// The paragraph's number, for `^18`; empty for all else.
    pub(super) number: &'a str,
}

impl<'a> Text<'a> {
    fn pieces(&self) -> impl Iterator<Item = (usize, &'a str)> + use<'a> {
        let mut rest = Some(self.pieces);
        let pieces = std::iter::from_fn(move || {
            let text = rest?;
            let end = memchr::memchr(BETWEEN as u8, text.as_bytes());
            rest = end.and_then(|end| text.get(end + 1..));
            text.get(..end.unwrap_or(text.len()))
        });
        pieces.enumerate()
    }

    /// Whether loose matches count in the piece: not in a note's labels.
    fn is_loose(&self, piece: usize) -> bool {
        piece == 0 || self.what != What::Note
    }
}

/// How a record matched. Positions are bytes of `piece`, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) piece: usize,
    pub(super) tier: Tier,
    /// The scorer's figure; loose matches have theirs only when they are looked at closely.
    pub(super) score: i64,
    /// Characters that loose matches spread over.
    pub(super) span: usize,
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
    span: usize,
    tier: Tier,
    /// Each occurrence from its first to its last character.
    occurrences: Vec<Range<usize>>,
    best: Range<usize>,
    marks: Vec<Range<usize>>,
}

/// Scores of a needle and of the other names.
#[derive(Debug, Default)]
struct Scores {
    own: LiteralScore,
    also: Vec<LiteralScore>,
}

impl Scores {
    fn of(also: &[Name]) -> Self {
        Self { own: LiteralScore::default(), also: vec![LiteralScore::default(); also.len()] }
    }
}

/// A query being run. Keeps the scores of literal terms, which are few.
#[derive(Debug)]
pub(super) struct Matcher<'q> {
    query: &'q Query,
    whole: Scores,
    terms: Vec<(Scores, Option<Hearing>)>,
    /// All terms as one, by their sound.
    joined: Option<Hearing>,
    /// In which order the terms are looked for; those that it does not have come last.
    order: Vec<usize>,
}

impl<'q> Matcher<'q> {
    /// A query; by sound too where there is Han text.
    pub(super) fn new(query: &'q Query, han: bool) -> Self {
        let alone = query.terms().len() == 1;
        let plain = |term: &&Term| term.plain;
        let sound = |term: &Term| {
            let sounds = Some(term).filter(|term| han && plain(term));
            sounds.and_then(|term| Sound::of(term.needle.text(), alone)).map(Hearing::new)
        };
        let terms = query.terms().iter().map(|term| (Scores::of(&term.also), sound(term))).collect();
        let letters: Vec<&str> = query.terms().iter().filter(plain).map(|term| term.needle.text()).collect();
        let all = han && !alone && letters.len() == query.terms().len() && !letters.is_empty();
        let joined = if all { Sound::joined(&letters).map(Hearing::new) } else { None };
        Self { query, whole: Scores::of(query.also()), terms, joined, order: Vec::new() }
    }

    /// The query.
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
    pub(super) fn literal_score(&mut self, text: Text<'_>) -> Option<i64> {
        let needle = self.query.whole()?;
        needle.find(text.pieces, 0, usize::MAX)?;
        text.pieces().find_map(|(_, piece)| {
            needle.find_all(piece).map(|place| self.whole.own.at(piece, place.start, needle)).max()
        })
    }

    /// How the record matches, if it does. `closely`: with the score and the places of loose matches.
    pub(super) fn run(&mut self, text: Text<'_>, closely: bool) -> Option<Match> {
        self.literally(text).or_else(|| self.otherwise(text, closely))
    }

    /// The same, for a record that is known not to have the whole query literally.
    pub(super) fn otherwise(&mut self, text: Text<'_>, closely: bool) -> Option<Match> {
        self.by_name(text).or_else(|| self.by_terms(text, closely)).or_else(|| self.by_sound(text))
    }

    /// The whole query, in the first piece that has it.
    fn literally(&mut self, text: Text<'_>) -> Option<Match> {
        let needle = self.query.whole()?;
        text.pieces().find_map(|(at, piece)| {
            let places: Vec<Range<usize>> = needle.find_all(piece).collect();
            let (score, best) = best_of(&places, piece, needle, &mut self.whole.own)?;
            let (tier, spread) = (Tier::Literal, needle.count());
            Some(Match { piece: at, tier, score, span: 0, spread, marks: places, best })
        })
    }

    /// Another name of what the whole query names.
    fn by_name(&mut self, text: Text<'_>) -> Option<Match> {
        named(self.query.also(), text, &mut self.whole.also).map(|found| joined(text, &[found]))
    }

    /// All terms as one, by their sound.
    fn by_sound(&self, text: Text<'_>) -> Option<Match> {
        sounding(self.joined.as_ref()?, text).map(|found| joined(text, &[found]))
    }

    fn by_terms(&mut self, text: Text<'_>, closely: bool) -> Option<Match> {
        let terms = self.query.terms();
        let has = |term: &Term| text.pieces().any(|(_, piece)| !occurrences(term, piece).is_empty());
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
            let none = Match {
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

/// Where a term stands literally in a piece, as its signs allow.
fn occurrences(term: &Term, piece: &str) -> Vec<Range<usize>> {
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
fn best_of(
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

fn strictly(term: &Term, text: Text<'_>, literal: &mut LiteralScore) -> Option<TermMatch> {
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
fn named(names: &[Name], text: Text<'_>, scores: &mut [LiteralScore]) -> Option<TermMatch> {
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
    use super::dense::{char_at, char_before};
    use super::fold::is_word;
    !char_before(piece, range.start).is_some_and(is_word) && !char_at(piece, range.end).is_some_and(is_word)
}

/// By sound: the best of what is spelled, the first of equals.
fn sounding(sound: &Hearing, text: Text<'_>) -> Option<TermMatch> {
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

fn loosely(term: &Term, text: Text<'_>, closely: bool) -> Option<TermMatch> {
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
fn joined(text: Text<'_>, matches: &[TermMatch]) -> Match {
    let piece = matches.iter().map(|m| m.piece).min().unwrap_or(0);
    let here: Vec<&TermMatch> = matches.iter().filter(|m| m.piece == piece).collect();
    let tier = matches.iter().map(|m| m.tier).max().unwrap_or(Tier::Terms);
    let nearest = nearest(&here);
    let characters = |range: &Range<usize>| {
        let part = text.pieces().nth(piece).and_then(|(_, piece)| piece.get(range.clone()));
        part.map_or(0, |part| part.chars().count())
    };
    let spread = nearest.as_ref().map_or(0, characters);
    let first = here.iter().map(|m| &m.best).find(|best| best.start < best.end);
    let best = match (nearest, first) {
        (Some(passage), Some(_)) if here.len() > 1 && spread <= PASSAGE => passage,
        (_, Some(first)) => first.clone(),
        (_, None) => 0..0,
    };
    Match {
        piece,
        tier,
        score: matches.iter().map(|m| m.score).sum(),
        span: matches.iter().map(|m| m.span).sum(),
        spread,
        marks: merged(here.iter().flat_map(|m| m.marks.iter().cloned()).collect()),
        best,
    }
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
