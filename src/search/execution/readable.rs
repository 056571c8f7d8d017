//! Hits made readable: what was matched, where in the source text, with an excerpt.

use std::borrow::Cow;
use std::ops::Range;

use super::{RankedHit, SearchProgress, SearchRun};
use crate::model::{Document, ParagraphIndex, Symbol};
use crate::search::index::segment::{BETWEEN, IndexRecord};
use crate::search::index::units_meta::UnitMeta;
use crate::search::matching::hit::{Hit, HitField, SearchResults, Snippet, Tier};
use crate::search::matching::snippet::snippet;
use crate::search::matching::terms::RecordMatch;
use crate::search::query::dense::Traced;
use crate::search::query::field::{FieldProblem, What};

impl<'a> SearchRun<'a> {
    pub(in crate::search) fn closely(&mut self, place: &RankedHit) -> Option<(&'a IndexRecord, RecordMatch)> {
        let (record, pieces) = self.index.segments().get(place.segment)?.record(place.id)?;
        let mut number = String::new();
        let text = self.index.text(record, pieces, self.numbered, &mut number);
        Some((record, self.matcher.run(text, true)?))
    }

    /// The symbol and the language of the document that a hit is in.
    #[must_use]
    pub fn document_of(&self, place: &RankedHit) -> Option<(&'a Symbol, &'a str)> {
        let (record, _) = self.index.segments().get(place.segment)?.record(place.id)?;
        let meta = self.index.meta(record.document)?;
        Some((&meta.symbol, &meta.language))
    }

    /// The fields that ask for a value that no document here has.
    fn unknown(&self) -> Vec<FieldProblem> {
        let fields = self.matcher.query().fields().iter();
        let filters = || self.filters.iter().flatten();
        let unknown = fields.enumerate().filter(|(at, _)| !filters().any(|filter| filter.has_value(*at)));
        unknown.filter_map(|(_, field)| field.unknown()).collect()
    }

    /// A hit made readable: with what was matched, in the source text of its document, which the caller has.
    pub fn hit(&mut self, place: &RankedHit, document: &Document) -> Option<Hit> {
        self.hit_in(place, |_, _, at| document.paragraph_at(at).map(|paragraph| paragraph.text().into()))
    }

    /// A hit made readable. `text` gives the text of a paragraph, by symbol, language and position; all else that is
    /// found the index has. None if that is not the text that was searched.
    pub fn hit_in<'t>(
        &mut self,
        place: &RankedHit,
        text: impl FnOnce(&Symbol, &str, ParagraphIndex) -> Option<Cow<'t, str>>,
    ) -> Option<Hit> {
        let (record, found) = self.closely(place)?;
        let meta = self.index.meta(record.document)?;
        let at = record.at as usize;
        let (mut field, mut note, mut shown) = (HitField::Masthead, None, true);
        // Words of a footnote are shown and stand beside the text.
        let mut beside = false;
        let source: Cow<'_, str> = match record.what {
            What::Paragraph if found.piece == 0 => {
                field = HitField::Text;
                text(&meta.symbol, &meta.language, ParagraphIndex(at))?
            }
            What::Paragraph => {
                let speakers = meta.speakers_of.get(at)?;
                match speakers.get(found.piece - 1) {
                    Some(speaker) => {
                        field = HitField::Speaker;
                        meta.speakers.get(*speaker as usize)?.1.as_str().into()
                    }
                    None => {
                        (field, beside) = (HitField::Text, true);
                        let footnotes = meta.footnotes_of.get(&record.at)?;
                        footnotes.get(found.piece - 1 - speakers.len())?.as_str().into()
                    }
                }
            }
            What::Heading if found.piece > 0 => {
                (field, beside) = (HitField::Heading, true);
                meta.sections.get(at)?.footnotes.get(found.piece - 1)?.as_str().into()
            }
            What::Heading => {
                field = HitField::Heading;
                meta.sections.get(at)?.printed.as_str().into()
            }
            What::Note => {
                field = HitField::Note;
                // A note's labels are not shown, its body is.
                shown = found.piece == 0;
                let meta = meta.notes.get(at)?;
                note = Some(meta.id.clone());
                meta.body.as_str().into()
            }
            What::Masthead => meta.masthead.as_str().into(),
        };
        let traced = Traced::of(&source);
        let searched = self.index.segments().get(place.segment)?.record(place.id)?.1;
        if field == HitField::Text && !beside && searched.split(BETWEEN).next() != Some(traced.text()) {
            return None;
        }
        let marks = if shown { traced.to_source(&found.marks) } else { Vec::new() };
        let best = match shown {
            true => traced.to_source(std::slice::from_ref(&found.best)).pop().unwrap_or(0..0),
            false => 0..0,
        };
        let shown_at = meta.numbers.get(record.position as usize).cloned();
        let (paragraph, mut unit) = match record.what {
            What::Note => {
                let on = meta.notes.get(at).map(|note| note.paragraph.clone());
                (
                    shown_at.clone().or_else(|| on.clone()),
                    on.filter(|on| shown_at.as_ref().is_some_and(|at| at != on)),
                )
            }
            What::Masthead => (None, None),
            _ => (shown_at, None),
        };
        let mut block = 0..source.len();
        if field == HitField::Text && !beside {
            let (range, label) = meta.units.block_at(record.at, &best, source.len());
            unit = label.filter(|_| !marks.is_empty()).cloned();
            block = range;
        }
        let snippet = excerpt(&source, &block, &best, &marks);
        let (marks, best) = if beside { (Vec::new(), 0..0) } else { (marks, best) };
        Some(Hit {
            unit,
            symbol: meta.symbol.clone(),
            language: meta.language.clone(),
            position: paragraph.as_ref().and_then(|number| meta.position(number)).map(ParagraphIndex),
            paragraph,
            field,
            note,
            tier: found.tier,
            score: found.score,
            marks,
            best,
            snippet,
        })
    }

    /// The unit that the whole query is the label of, where there is one: it is found before all else.
    fn named_hit<'t>(
        &self,
        (document, unit): (u32, &UnitMeta),
        text: impl FnOnce(&Symbol, &str, ParagraphIndex) -> Option<Cow<'t, str>>,
    ) -> Option<Hit> {
        let meta = self.index.meta(document)?;
        let position = ParagraphIndex(unit.position as usize);
        let paragraph = meta.numbers.get(position.0)?.clone();
        let source = text(&meta.symbol, &meta.language, position)?;
        let start = unit.start.unwrap_or(0) as usize;
        let (block, _) = meta.units.block_at(unit.position, &(start..start), source.len());
        Some(Hit {
            symbol: meta.symbol.clone(),
            language: meta.language.clone(),
            unit: Some(unit.label.clone()).filter(|label| *label != paragraph),
            paragraph: Some(paragraph),
            position: Some(position),
            field: HitField::Text,
            note: None,
            tier: Tier::Literal,
            score: 0,
            marks: Vec::new(),
            best: 0..0,
            snippet: excerpt(&source, &block, &(block.start..block.start), &[]),
        })
    }

    /// The hits so far made readable, with the counts so far. `text` gives the text of a paragraph, by symbol, language
    /// and position.
    pub fn found<'t>(
        &mut self,
        text: impl FnMut(&Symbol, &str, ParagraphIndex) -> Option<Cow<'t, str>>,
    ) -> SearchResults {
        self.found_first(usize::MAX, || true, text).unwrap_or_default()
    }

    /// The same with the best few hits only; those that were made readable before are not read again. `go_on` is asked
    /// before each that is; `None` if it said no.
    pub fn found_first<'t>(
        &mut self,
        few: usize,
        mut go_on: impl FnMut() -> bool,
        mut text: impl FnMut(&Symbol, &str, ParagraphIndex) -> Option<Cow<'t, str>>,
    ) -> Option<SearchResults> {
        let places = self.hits();
        let mut hits = Vec::with_capacity(places.len().min(few));
        hits.extend(self.named.iter().filter_map(|named| self.named_hit(*named, &mut text)));
        let named = hits.len();
        // A unit that its label led to is not told again for its words.
        let mut again = 0;
        for place in places.iter().take(few.saturating_sub(named)) {
            let record = (place.segment, place.id);
            if !self.readable.contains_key(&record) {
                if !go_on() {
                    return None;
                }
                let hit = self.hit_in(place, &mut text);
                self.readable.insert(record, hit);
            }
            let Some(hit) = self.readable.get(&record).cloned().flatten() else { continue };
            let is_same = |one: &Hit| {
                let place = |hit: &Hit| (hit.field, hit.position, hit.unit.clone());
                place(one) == place(&hit) && (&one.symbol, &one.language) == (&hit.symbol, &hit.language)
            };
            if hit.tier.is_strict() && hits.iter().take(named).any(is_same) {
                again += 1;
            } else {
                hits.push(hit);
            }
        }
        let SearchProgress { strict, notes, headings, sound, loose, total, done } = self.progress;
        let unknown = if done && hits.is_empty() { self.unknown() } else { Vec::new() };
        Some(SearchResults {
            hits,
            strict: (strict + named).saturating_sub(again),
            notes,
            headings,
            sound,
            loose,
            elsewhere: 0,
            total,
            done,
            unknown,
        })
    }
}

/// The excerpt around a hit, of the bytes `block` of the source only.
fn excerpt(source: &str, block: &Range<usize>, best: &Range<usize>, marks: &[Range<usize>]) -> Snippet {
    let inside = |range: &Range<usize>| {
        let at = |byte: usize| byte.clamp(block.start, block.end) - block.start;
        at(range.start)..at(range.end)
    };
    let marks: Vec<Range<usize>> = marks.iter().map(inside).filter(|mark| !mark.is_empty()).collect();
    snippet(source.get(block.clone()).unwrap_or_default(), &inside(best), &marks)
}
