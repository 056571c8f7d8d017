//! Hits made readable: what was matched, where in the source text, with an excerpt.

use std::borrow::Cow;

use super::super::block::{BETWEEN, Record};
use super::super::dense::Traced;
use super::super::field::{Problem, What};
use super::super::hit::{Field, Found, Hit, Snippet};
use super::super::matching::Match;
use super::super::snippet::snippet;
use super::{Place, Progress, Search};
use crate::model::{Document, Symbol};

impl<'a> Search<'a> {
    pub(super) fn closely(&mut self, place: &Place) -> Option<(&'a Record, Match)> {
        let (record, pieces) = self.library.blocks().get(place.block)?.record(place.id)?;
        let mut number = String::new();
        let text = self.library.text(record, pieces, self.numbered, &mut number);
        Some((record, self.matcher.run(text, true)?))
    }

    /// The symbol and the language of the document that a hit is in.
    #[must_use]
    pub fn document_of(&self, place: &Place) -> Option<(&'a Symbol, &'a str)> {
        let (record, _) = self.library.blocks().get(place.block)?.record(place.id)?;
        let held = self.library.held(record.document)?;
        Some((&held.symbol, &held.language))
    }

    /// The fields that ask for a value that no document here has.
    fn unknown(&self) -> Vec<Problem> {
        let fields = self.matcher.query().fields().iter();
        let filters = || self.filters.iter().flatten();
        let unknown = fields.enumerate().filter(|(at, _)| !filters().any(|filter| filter.has_value(*at)));
        unknown.filter_map(|(_, field)| field.unknown()).collect()
    }

    /// A hit made readable: with what was matched, in the source text of its document, which the caller has.
    pub fn hit(&mut self, place: &Place, document: &Document) -> Option<Hit> {
        self.hit_in(place, |_, _, at| document.paragraphs.get(at).map(|paragraph| paragraph.text().into()))
    }

    /// A hit made readable. `text` gives the text of a paragraph, by symbol, language and position; all else that is
    /// found the library has. None if that is not the text that was searched.
    pub fn hit_in<'t>(
        &mut self,
        place: &Place,
        text: impl FnOnce(&Symbol, &str, usize) -> Option<Cow<'t, str>>,
    ) -> Option<Hit> {
        let (record, found) = self.closely(place)?;
        let held = self.library.held(record.document)?;
        let at = record.at as usize;
        let (mut field, mut note, mut shown) = (Field::Masthead, None, true);
        let source: Cow<'_, str> = match record.what {
            What::Paragraph if found.piece == 0 => {
                field = Field::Text;
                text(&held.symbol, &held.language, at)?
            }
            What::Paragraph => {
                field = Field::Speaker;
                let speaker = *held.speakers_of.get(at)?.get(found.piece - 1)?;
                held.speakers.get(speaker as usize)?.2.as_str().into()
            }
            What::Heading => {
                field = Field::Heading;
                held.sections.get(at)?.printed.as_str().into()
            }
            What::Note => {
                field = Field::Note;
                // A note's labels are not shown, its body is.
                shown = found.piece == 0;
                let held = held.notes.get(at)?;
                note = Some(held.id.clone());
                held.body.as_str().into()
            }
            What::Masthead => held.masthead.as_str().into(),
        };
        let traced = Traced::of(&source);
        let searched = self.library.blocks().get(place.block)?.record(place.id)?.1;
        if field == Field::Text && searched.split(BETWEEN).next() != Some(traced.text()) {
            return None;
        }
        let marks = if shown { traced.to_source(&found.marks) } else { Vec::new() };
        let best = match shown {
            true => traced.to_source(std::slice::from_ref(&found.best)).pop().unwrap_or(0..0),
            false => 0..0,
        };
        let paragraph = match record.what {
            What::Note => held.notes.get(at).map(|note| note.paragraph.clone()),
            What::Masthead => None,
            _ => held.numbers.get(record.position as usize).cloned(),
        };
        let snippet: Snippet = snippet(&source, &best, &marks);
        Some(Hit {
            symbol: held.symbol.clone(),
            language: held.language.clone(),
            position: paragraph.as_ref().and_then(|number| held.position(number)),
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

    /// The hits so far made readable, with the counts so far. `text` gives the text of a paragraph, by symbol, language
    /// and position.
    pub fn found<'t>(&mut self, text: impl FnMut(&Symbol, &str, usize) -> Option<Cow<'t, str>>) -> Found {
        self.found_first(usize::MAX, || true, text).unwrap_or_default()
    }

    /// The same with the best few hits only; those that were made readable before are not read again. `go_on` is asked
    /// before each that is; `None` if it said no.
    pub fn found_first<'t>(
        &mut self,
        few: usize,
        mut go_on: impl FnMut() -> bool,
        mut text: impl FnMut(&Symbol, &str, usize) -> Option<Cow<'t, str>>,
    ) -> Option<Found> {
        let places = self.hits();
        let mut hits = Vec::with_capacity(places.len().min(few));
        for place in places.iter().take(few) {
            let record = (place.block, place.id);
            if !self.readable.contains_key(&record) {
                if !go_on() {
                    return None;
                }
                let hit = self.hit_in(place, &mut text);
                self.readable.insert(record, hit);
            }
            hits.extend(self.readable.get(&record).cloned().flatten());
        }
        let Progress { strict, notes, headings, sound, loose, total, done } = self.progress;
        let unknown = if done && hits.is_empty() { self.unknown() } else { Vec::new() };
        Some(Found { hits, strict, notes, headings, sound, loose, elsewhere: 0, total, done, unknown })
    }
}
