//! The oracle: one query against one record: how surely it matches, with which score, where.

use std::collections::BTreeSet;
use std::ops::Range;

use super::folding::{PlainText, is_han, is_in_word, places};
use super::loose;
use super::query::{PlainQuery, PlainTerm};
use super::score::score;

/// How sure a hit is: the whole stands there, each term does, each does at least loosely. 2 is by sound, which is not
/// known here.
const WHOLE: u8 = 0;
const TERMS: u8 = 1;
const LOOSE: u8 = 3;

/// Terms that spread over more characters are not selected together.
const TOGETHER: usize = 60;

/// A paragraph with its number, or a note without one: its body and its label.
#[derive(Debug)]
pub(in crate::search) struct PlainRecord {
    number: Option<PlainText>,
    pieces: Vec<PlainText>,
}

/// How a record matched.
#[derive(Debug)]
pub(in crate::search) struct PlainHit {
    /// From 0, the surest, to 3.
    pub(in crate::search) tier: u8,
    pub(in crate::search) score: i64,
    /// How many characters the terms spread over where they are nearest.
    pub(in crate::search) spread: usize,
    /// The bytes of the text or of the body that are marked.
    pub(in crate::search) marked: Vec<usize>,
    /// The bytes that are selected.
    pub(in crate::search) best: Range<usize>,
}

/// How a term, or the whole query, matched in a piece of a record.
struct Found {
    piece: usize,
    loose: bool,
    score: i64,
    best: Range<usize>,
    occurrences: Vec<Range<usize>>,
    marks: Vec<Range<usize>>,
}

impl PlainRecord {
    pub(in crate::search) fn paragraph(number: &str, text: &str) -> Self {
        Self { number: Some(PlainText::of(number)), pieces: vec![PlainText::of(text)] }
    }

    pub(in crate::search) fn note(body: &str, label: &str) -> Self {
        Self { number: None, pieces: vec![PlainText::of(body), PlainText::of(label)] }
    }

    /// How it matches a query, if it does.
    pub(in crate::search) fn hit(&self, query: &PlainQuery) -> Option<PlainHit> {
        let standing = |at: usize| {
            let text = &self.pieces[at].chars;
            found_at(text, at, places(text, &query.whole), &query.whole)
        };
        if let Some(found) = (0..self.pieces.len()).find_map(standing) {
            return Some(self.joined(WHOLE, &[found]));
        }
        let (absent, wanted): (Vec<&PlainTerm>, Vec<&PlainTerm>) =
            query.terms.iter().partition(|term| term.absent);
        if absent.iter().any(|term| self.pieces.iter().any(|piece| !allowed(term, piece).is_empty())) {
            return None;
        }
        let mut found = Vec::new();
        for term in wanted {
            found.push(self.strictly(term).or_else(|| self.loosely(term))?);
        }
        // Where a word only must not stand, paragraphs are meant.
        let meant = !found.is_empty() || !absent.is_empty() && self.number.is_some();
        let tier = if found.iter().any(|found| found.loose) { LOOSE } else { TERMS };
        meant.then(|| self.joined(tier, &found))
    }

    fn strictly(&self, term: &PlainTerm) -> Option<Found> {
        let numbered = self.number.as_ref().is_some_and(|number| number.chars.starts_with(&term.chars));
        if term.first && !term.last && numbered {
            let (occurrences, marks) = (Vec::new(), Vec::new());
            return Some(Found { piece: 0, loose: false, score: 0, best: 0..0, occurrences, marks });
        }
        let mut pieces = self.pieces.iter().enumerate();
        pieces.find_map(|(at, piece)| found_at(&piece.chars, at, allowed(term, piece), &term.chars))
    }

    /// Labels of notes are not matched so.
    fn loosely(&self, term: &PlainTerm) -> Option<Found> {
        let (score, places) = loose::best(&self.pieces[0], &term.chars).filter(|_| term.bare)?;
        let best = places[0]..places[places.len() - 1] + 1;
        let marks = places.into_iter().map(|at| at..at + 1).collect();
        Some(Found { piece: 0, loose: true, score, occurrences: vec![best.clone()], best, marks })
    }

    /// What was found, shown in the first piece that has any of it.
    fn joined(&self, tier: u8, found: &[Found]) -> PlainHit {
        let piece = found.iter().map(|found| found.piece).min().unwrap_or(0);
        let text = &self.pieces[piece];
        let here: Vec<&Found> = found.iter().filter(|found| found.piece == piece).collect();
        let nearest = nearest(text.chars.len(), &here);
        let spread = nearest.as_ref().map_or(0, |passage| passage.len());
        let first = here.iter().map(|found| found.best.clone()).find(|best| !best.is_empty());
        let best = match (nearest, first) {
            (Some(passage), Some(_)) if here.len() > 1 && spread <= TOGETHER => passage,
            (_, first) => first.unwrap_or(0..0),
        };
        let marks = here.iter().flat_map(|found| &found.marks);
        let mut marked: Vec<usize> = marks.flat_map(|mark| text.source_of(mark.clone())).collect();
        marked.sort_unstable();
        marked.dedup();
        // A label is not shown.
        let (marked, best) = if piece == 0 { (marked, text.source_of(best)) } else { (Vec::new(), 0..0) };
        PlainHit { tier, score: found.iter().map(|found| found.score).sum(), spread, marked, best }
    }
}

/// The best of these places, the first of equals.
fn found_at(text: &[char], piece: usize, places: Vec<Range<usize>>, wanted: &[char]) -> Option<Found> {
    let points = |place: &Range<usize>| score(text, place.clone(), wanted).unwrap().0;
    let score = places.iter().map(points).max()?;
    let best = places.iter().find(|place| points(place) == score)?.clone();
    Some(Found { piece, loose: false, score, best, occurrences: places.clone(), marks: places })
}

/// Where a term stands, as its signs allow: everywhere; or at one place, at the beginning or at the end, with or without
/// the signs and spaces there.
fn allowed(term: &PlainTerm, piece: &PlainText) -> Vec<Range<usize>> {
    let text = &piece.chars;
    if !term.first && !term.last {
        return places(text, &term.chars);
    }
    let solid = |at: &usize| is_in_word(text[*at]) || is_han(text[*at]);
    let begins = (0..text.len()).find(solid).unwrap_or(0);
    let ends = (0..text.len()).rfind(solid).map_or(begins, |last| last + 1);
    let mut stands = (0..text.len()).filter(|&at| text[at..].starts_with(&term.chars)).filter(|&at| {
        let end = at + term.chars.len();
        (!term.first || at == 0 || at == begins) && (!term.last || end == text.len() || end == ends)
    });
    let at = if term.first { stands.next() } else { stands.next_back() };
    at.map(|at| at..at + term.chars.len()).into_iter().collect()
}

/// The shortest passage that has in it an occurrence of each that has any; the first of equals.
fn nearest(length: usize, found: &[&Found]) -> Option<Range<usize>> {
    let all: Vec<&Vec<Range<usize>>> =
        found.iter().map(|found| &found.occurrences).filter(|places| !places.is_empty()).collect();
    let starts: BTreeSet<usize> =
        all.iter().flat_map(|places| places.iter().map(|place| place.start)).collect();
    let inside = |passage: &Range<usize>, place: &Range<usize>| {
        place.start >= passage.start && place.end <= passage.end
    };
    let mut passages = (1..=length).flat_map(|long| starts.iter().map(move |&start| start..start + long));
    let has_all =
        |passage: &Range<usize>| all.iter().all(|places| places.iter().any(|place| inside(passage, place)));
    passages.find(has_all).filter(|_| !all.is_empty())
}
