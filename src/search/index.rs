//! All documents that are searched: taking them in, replacing and removing them, their notes and statuses.
//!
//! An index holds no source text, only folded text and postings; whoever shows a hit brings the document.
//!
//! # Files
//!
//! - `document_meta`: What the index knows of a document beside its text: numbers, sections, speakers, statuses, notes
//! - `record`: The texts of a document that are searched, as they stand in it
//! - `segment`: Up to 64k records with their text and their postings: by character for Han
//! - `set`: Sets of records inside one segment, in the two forms that are small: a list
//! - `units_meta`: What the index knows of units that are no records of their own: sub-paragraphs, rows of tables
//! - `vocabulary`: The words of a segment, each with the records that have it, and the ways to look one up

pub(super) mod document_meta;
pub(super) mod record;
pub(super) mod segment;
pub(super) mod set;
pub(super) mod units_meta;
pub(super) mod vocabulary;

use std::collections::HashMap;

use crate::model::{Document, Label, Review, Symbol};

use crate::search::index::document_meta::{DocumentMeta, NoteMeta};
use crate::search::index::record::{
    Marks, NoteText, RecordText, heading_pieces, masthead_line, note_pieces, paragraph_pieces,
};
use crate::search::index::segment::{IndexRecord, Segment};
use crate::search::index::set::small;
use crate::search::query::dense::append_dense;
use crate::search::query::field::What;

/// Documents, folded and ready to be searched: any number, each language version one.
///
/// Putting in, replacing and removing cost what the one document costs. A search ([`SearchRun`](super::SearchRun)) borrows
/// the index; hits speak of documents by symbol and language.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// Notes are in segments of their own: what is kept on disk of an index has none.
    pub(super) segments: Vec<Segment>,
    pub(super) documents: Vec<Option<DocumentMeta>>,
    places: HashMap<(Symbol, String), usize>,
    /// How many language versions there are of each document.
    symbols: HashMap<Symbol, u32>,
    /// How many documents ever came: the next one's order.
    pub(super) came: u32,
    pub(super) replaced: bool,
}

impl Index {
    /// Takes a document in, or in place of the version that it had; without notes and statuses.
    pub fn put(&mut self, document: &Document) {
        let order = match self.place(document.symbol(), document.language()) {
            Some(at) => {
                self.replaced = true;
                self.take_out(at).map(|meta| meta.order)
            }
            None => None,
        };
        let order = order.unwrap_or_else(|| {
            self.came += 1;
            self.came - 1
        });
        let mut meta = DocumentMeta::of(document, order);
        let free = self.documents.iter().position(Option::is_none).unwrap_or(self.documents.len());
        let number = small(free);
        let mut text = String::new();
        append_dense(&masthead_line(&document.masthead), &mut text);
        self.push(&mut meta, What::Masthead, number, 0, 0, &text);
        for (at, section) in document.sections.iter().enumerate() {
            text.clear();
            heading_pieces(section, &mut text);
            let position = meta.leads_to.get(at).copied().flatten().unwrap_or(u32::MAX);
            self.push(&mut meta, What::Heading, number, position, small(at), &text);
        }
        for (at, paragraph) in document.paragraphs.iter().enumerate() {
            text.clear();
            paragraph_pieces(document, paragraph, &mut text);
            self.push(&mut meta, What::Paragraph, number, small(at), small(at), &text);
        }
        self.note_place((meta.symbol.clone(), meta.language.clone()), free);
        match self.documents.get_mut(free) {
            Some(slot) => *slot = Some(meta),
            None => self.documents.push(Some(meta)),
        }
        self.tidy();
    }

    /// Removes a document with its notes.
    pub fn remove(&mut self, symbol: &Symbol, language: &str) {
        if let Some(at) = self.place(symbol, language) {
            self.take_out(at);
            self.places.remove(&(symbol.clone(), language.to_owned()));
            if let Some(count) = self.symbols.get_mut(symbol) {
                *count -= 1;
                if *count == 0 {
                    self.symbols.remove(symbol);
                }
            }
            self.tidy();
        }
    }

    /// Takes these notes on a document for those that it had. Notes that are as they were are not read again.
    pub fn set_notes(&mut self, symbol: &Symbol, language: &str, notes: &[NoteText<'_>]) {
        let Some(place) = self.place(symbol, language) else { return };
        let Some(mut meta) = self.documents.get_mut(place).and_then(Option::take) else { return };
        let mut before = std::mem::take(&mut meta.notes);
        for (at, note) in notes.iter().enumerate() {
            let same = before.iter().position(|old| old.is(note));
            let kept = same.map(|same| before.swap_remove(same));
            let number = small(place);
            let note_meta = match kept {
                Some(mut kept) => {
                    if let Some(segment) = self.segments.get_mut(kept.record.0) {
                        segment.renumber(kept.record.1, small(at));
                    }
                    kept.kind = note.kind;
                    kept
                }
                None => {
                    let position = meta.position(note.paragraph);
                    let mut text = String::new();
                    note_pieces(note.body, &note.tags, note.reviewer, &mut text);
                    let where_to = position.map_or(u32::MAX, small);
                    NoteMeta {
                        id: note.id.clone(),
                        reviewer: note.reviewer.to_owned(),
                        paragraph: note.paragraph.clone(),
                        kind: note.kind,
                        body: note.body.to_owned(),
                        tags: note.tags.clone(),
                        position,
                        record: self.push_record(What::Note, number, where_to, small(at), &text),
                    }
                }
            };
            meta.notes.push(note_meta);
        }
        for gone in before {
            self.kill(gone.record);
        }
        meta.group_notes();
        if let Some(slot) = self.documents.get_mut(place) {
            *slot = Some(meta);
        }
        self.tidy();
    }

    /// Takes these statuses and drafts for those that the document had. No text is read.
    pub fn set_marks(&mut self, symbol: &Symbol, language: &str, marks: &Marks) {
        let place = self.place(symbol, language);
        if let Some(meta) = place.and_then(|at| self.documents.get_mut(at)).and_then(Option::as_mut) {
            meta.set_marks(marks);
        }
    }

    /// The same of reviews: their notes, one's own statuses, and the paragraphs on which drafts are.
    pub fn set_reviews<'r>(
        &mut self,
        symbol: &Symbol,
        language: &str,
        mine: &'r Review,
        others: impl IntoIterator<Item = &'r Review>,
        drafts: Vec<Label>,
    ) {
        let reviews = std::iter::once(mine).chain(others);
        let notes: Vec<NoteText<'_>> = reviews
            .flat_map(|review| review.live_notes().map(|note| NoteText::of(&review.reviewer, note)))
            .collect();
        self.set_notes(symbol, language, &notes);
        let statuses = mine.marks().map(|mark| (mark.paragraph.clone(), mark.status)).collect();
        self.set_marks(symbol, language, &Marks { statuses, drafts });
    }

    /// Of the language versions of a document one is searched, unless a query asks for a language: the wanted one, else
    /// the first.
    pub fn choose(&mut self, symbol: &Symbol, versions: &[String], wanted: Option<&str>) {
        let chosen = versions.iter().find(|version| Some(version.as_str()) == wanted);
        let chosen = chosen.or_else(|| versions.first());
        for version in versions {
            self.set_aside(symbol, version, Some(version) != chosen);
        }
    }

    /// Notes where a version is. Says whether there was one before.
    pub(super) fn note_place(&mut self, version: (Symbol, String), at: usize) -> bool {
        let symbol = version.0.clone();
        let known = self.places.insert(version, at).is_some();
        if !known {
            *self.symbols.entry(symbol).or_default() += 1;
        }
        known
    }

    /// Whether there are several language versions of any document.
    pub(super) fn has_versions(&self) -> bool {
        self.places.len() > self.symbols.len()
    }

    /// Whether any document is set aside.
    #[must_use]
    pub fn has_aside(&self) -> bool {
        self.documents.iter().flatten().any(|meta| meta.aside)
    }

    /// Whether the document is searched only by queries that ask for a language (`lang:`): of several language versions
    /// of one text all but one, so that nothing is found and counted twice.
    pub fn set_aside(&mut self, symbol: &Symbol, language: &str, aside: bool) {
        let place = self.place(symbol, language);
        if let Some(meta) = place.and_then(|at| self.documents.get_mut(at)).and_then(Option::as_mut) {
            meta.aside = aside;
        }
    }

    /// Whether it has the document just as it is: its numbers, sections, speakers and every text.
    #[must_use]
    pub fn has(&self, document: &Document) -> bool {
        let place = self.place(document.symbol(), document.language());
        let Some(meta) = place.and_then(|at| self.meta(small(at))) else { return false };
        if !meta.is_of(document) {
            return false;
        }
        let mut paragraphs = document.paragraphs.iter();
        let mut text = String::new();
        for (record, pieces) in self.records_of(meta).filter(|(record, _)| record.what == What::Paragraph) {
            let Some(paragraph) = paragraphs.next() else { return false };
            text.clear();
            paragraph_pieces(document, paragraph, &mut text);
            if text != pieces || record.what != What::Paragraph {
                return false;
            }
        }
        paragraphs.next().is_none()
    }

    /// Which documents it has: their symbols and languages, in no order.
    pub fn versions(&self) -> impl Iterator<Item = (&Symbol, &str)> {
        self.documents.iter().flatten().map(|meta| (&meta.symbol, meta.language.as_str()))
    }

    /// The records of a document without its notes, in order.
    pub(super) fn records_of<'l>(
        &'l self,
        meta: &'l DocumentMeta,
    ) -> impl Iterator<Item = (&'l IndexRecord, &'l str)> {
        let all =
            meta.spans.iter().flat_map(|&(segment, first, last)| (first..=last).map(move |id| (segment, id)));
        all.filter_map(|(segment, id)| self.segments.get(segment)?.record(id))
    }

    /// How many paragraphs it has.
    #[must_use]
    pub fn paragraphs(&self) -> usize {
        self.segments.iter().map(|segment| segment.paragraphs().count()).sum()
    }

    /// Gives back room that it does not need: after many documents came.
    pub fn shrink(&mut self) {
        self.segments.iter_mut().for_each(Segment::shrink);
    }

    /// Bytes that it takes in memory, a little less than the truth.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.segments.iter().map(Segment::memory).sum::<usize>()
            + self.documents.iter().flatten().map(DocumentMeta::memory).sum::<usize>()
    }

    pub(super) fn segments(&self) -> &[Segment] {
        &self.segments
    }

    pub(super) fn meta(&self, document: u32) -> Option<&DocumentMeta> {
        self.documents.get(document as usize).and_then(Option::as_ref)
    }

    /// All places for documents, in the order of their numbers.
    pub(super) fn documents(&self) -> impl Iterator<Item = Option<&DocumentMeta>> {
        self.documents.iter().map(Option::as_ref)
    }

    /// Whether records stand in the order of their documents: none was replaced.
    pub(super) fn is_in_order(&self) -> bool {
        !self.replaced
    }

    pub(super) fn place(&self, symbol: &Symbol, language: &str) -> Option<usize> {
        self.places.get(&(symbol.clone(), language.to_owned())).copied()
    }

    /// A record as it is matched. `number` takes the paragraph's number, folded,
    /// where a query asks for it: `numbered`.
    pub(super) fn text<'a>(
        &self,
        record: &IndexRecord,
        pieces: &'a str,
        numbered: bool,
        number: &'a mut String,
    ) -> RecordText<'a> {
        if numbered
            && record.what == What::Paragraph
            && let Some(printed) =
                self.meta(record.document).and_then(|meta| meta.numbers.get(record.at as usize))
        {
            append_dense(printed.as_str(), number);
        }
        RecordText { pieces, what: record.what, number }
    }

    fn push(
        &mut self,
        meta: &mut DocumentMeta,
        what: What,
        document: u32,
        position: u32,
        at: u32,
        text: &str,
    ) {
        let (segment, id) = self.push_record(what, document, position, at, text);
        match meta.spans.last_mut() {
            Some((last, _, to)) if *last == segment => *to = id,
            _ => meta.spans.push((segment, id, id)),
        }
    }

    fn push_record(&mut self, what: What, document: u32, position: u32, at: u32, text: &str) -> (usize, u16) {
        let of_notes = what == What::Note;
        let last = self.segments.iter().rposition(|segment| segment.is_of_notes() == of_notes);
        let segment = match last.filter(|&at| self.segments.get(at).is_some_and(|b| b.has_room(text.len()))) {
            Some(at) => at,
            None => {
                if let Some(full) = last.and_then(|at| self.segments.get_mut(at)) {
                    full.shrink();
                }
                self.segments.push(Segment::new(of_notes));
                self.segments.len() - 1
            }
        };
        let here = self.segments.get_mut(segment);
        (segment, here.map_or(0, |segment| segment.push(what, document, position, at, text)))
    }

    fn kill(&mut self, (segment, id): (usize, u16)) {
        if let Some(segment) = self.segments.get_mut(segment) {
            segment.kill(id);
        }
    }

    fn take_out(&mut self, at: usize) -> Option<DocumentMeta> {
        let meta = self.documents.get_mut(at).and_then(Option::take)?;
        for &(segment, first, last) in &meta.spans {
            (first..=last).for_each(|id| self.kill((segment, id)));
        }
        meta.notes.iter().for_each(|note| self.kill(note.record));
        Some(meta)
    }

    /// Builds segments anew in which more was taken out than stayed.
    fn tidy(&mut self) {
        for at in 0..self.segments.len() {
            let Some(segment) = self.segments.get_mut(at).filter(|segment| segment.is_wasteful()) else {
                continue;
            };
            let (new, numbers) = segment.without_dead();
            *segment = new;
            let renumbered = |id: &mut u16| {
                if let Some(Some(new)) = numbers.get(usize::from(*id)) {
                    *id = *new;
                }
            };
            for meta in self.documents.iter_mut().flatten() {
                for (_, first, last) in meta.spans.iter_mut().filter(|(segment, ..)| *segment == at) {
                    renumbered(first);
                    renumbered(last);
                }
                for note in meta.notes.iter_mut().filter(|note| note.record.0 == at) {
                    renumbered(&mut note.record.1);
                }
            }
        }
    }
}
