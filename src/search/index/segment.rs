//! Up to 64k records with their text and their postings: by character for Han, by word for other scripts, and by
//! pairs of first letters of successive words for abbreviations. Knows no query and no document.
//!
//! # Files
//!
//! - `bytes`: A segment as bytes, and back: only as one that could have been made by taking records in

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use crate::search::index::set::{Bits, Set};
use crate::search::index::vocabulary::Vocabulary;
use crate::search::query::dense::words;
use crate::search::query::field::What;
use crate::search::query::fold::is_han;
use crate::search::query::initialism::{SKIPS, follows};
use crate::search::quick::Quick;

/// How many records a segment holds at most.
pub(in crate::search) const MOST_RECORDS: usize = 1 << 16;
/// A segment with so many bytes of text takes no further record.
const MOST_TEXT: usize = 1 << 28;
/// Stands between the pieces of a record. No folded text has it.
pub(in crate::search) const BETWEEN: char = '\u{1}';

/// One thing that can be found.
#[derive(Debug, Clone, Copy)]
pub(in crate::search) struct IndexRecord {
    /// Where its text begins.
    pub(in crate::search) start: u32,
    /// The number of its document in the index.
    pub(in crate::search) document: u32,
    /// Where the paragraph stands that it leads to; the greatest number if there is none.
    pub(in crate::search) position: u32,
    /// Which paragraph, section or note of the document it is.
    pub(in crate::search) at: u32,
    pub(in crate::search) what: What,
}

pub(in crate::search) type Postings = HashMap<u64, Set, BuildHasherDefault<Quick>>;

fn pair(first: char, second: char) -> u64 {
    u64::from(u32::from(first)) << 32 | u64::from(u32::from(second))
}

/// The most common Han characters have their postings by place.
const FIRST: u32 = 0x4E00;
pub(in crate::search) const COMMON: usize = 0x5200;

/// Records with their postings.
#[derive(Debug, Clone, Default)]
pub(in crate::search) struct Segment {
    pub(in crate::search) text: String,
    pub(in crate::search) records: Vec<IndexRecord>,
    /// For each common Han character the place of its set in `sets`, plus one.
    pub(in crate::search) common: Vec<u16>,
    pub(in crate::search) sets: Vec<Set>,
    pub(in crate::search) rare: Postings,
    pub(in crate::search) words: Vocabulary,
    pub(in crate::search) pairs: Postings,
    /// Records that were not taken out.
    pub(in crate::search) alive: Bits,
    /// Living records that are paragraphs.
    pub(in crate::search) paragraphs: Bits,
    pub(in crate::search) dead: usize,
    pub(in crate::search) of_notes: bool,
}

impl Segment {
    /// An empty one, of notes or of all else.
    pub(in crate::search) fn new(of_notes: bool) -> Self {
        Self { of_notes, ..Self::default() }
    }

    /// Whether its records are notes.
    pub(in crate::search) fn is_of_notes(&self) -> bool {
        self.of_notes
    }

    /// Whether another record of so many bytes has room.
    pub(in crate::search) fn has_room(&self, bytes: usize) -> bool {
        self.records.len() < MOST_RECORDS
            && (self.records.is_empty() || self.text.len().saturating_add(bytes) < MOST_TEXT)
    }

    /// Adds a record with its pieces, folded, [`BETWEEN`] between them. There must be room.
    pub(in crate::search) fn push(
        &mut self,
        what: What,
        document: u32,
        position: u32,
        at: u32,
        text: &str,
    ) -> u16 {
        let id = u16::try_from(self.records.len()).unwrap_or(u16::MAX);
        let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.records.push(IndexRecord { start, document, position, at, what });
        self.alive.insert(id);
        if what == What::Paragraph {
            self.paragraphs.insert(id);
        }
        self.text.push_str(text);
        text.split(BETWEEN).for_each(|piece| self.note_piece(piece, id));
        id
    }

    fn note_piece(&mut self, piece: &str, id: u16) {
        if !piece.is_ascii() {
            for c in piece.chars().filter(|&c| is_han(c)) {
                self.note_han(c, id);
            }
        }
        // The first letters of the words that an abbreviation could go on from: each with its skips so far.
        let mut open: Vec<(char, usize)> = Vec::with_capacity(SKIPS + 1);
        let mut before: Option<Range<usize>> = None;
        for word in words(piece) {
            let Some(letters) = piece.get(word.clone()) else { continue };
            let Some(first) = letters.chars().next() else { continue };
            let stops = self.words.push(letters, id);
            if before.as_ref().is_none_or(|before| !follows(piece, before, &word)) {
                open.clear();
            }
            for (opened, _) in &open {
                self.pairs.entry(pair(*opened, first)).or_default().push(id);
            }
            if stops {
                open.retain_mut(|(_, skips)| {
                    *skips += 1;
                    *skips <= SKIPS
                });
            } else {
                open.clear();
            }
            open.push((first, 0));
            before = Some(word);
        }
    }

    fn note_han(&mut self, c: char, id: u16) {
        let Some(place) = place(c) else {
            self.rare.entry(u64::from(u32::from(c))).or_default().push(id);
            return;
        };
        if self.common.is_empty() {
            self.common = vec![0; COMMON];
        }
        let Some(slot) = self.common.get_mut(place) else { return };
        if *slot == 0 {
            self.sets.push(Set::default());
            *slot = u16::try_from(self.sets.len()).unwrap_or(u16::MAX);
        }
        if let Some(set) = self.sets.get_mut(usize::from(*slot) - 1) {
            set.push(id);
        }
    }

    /// Takes a record out. It is not found any more; its room is given back when the segment is built anew.
    pub(in crate::search) fn kill(&mut self, id: u16) {
        if self.alive.contains(id) {
            self.dead += 1;
        }
        self.alive.remove(id);
        self.paragraphs.remove(id);
    }

    /// Whether so many records were taken out that it should be built anew.
    pub(in crate::search) fn is_wasteful(&self) -> bool {
        self.dead > 64 && self.dead * 2 > self.records.len()
    }

    /// The same without what was taken out; for each record its new number.
    pub(in crate::search) fn without_dead(&self) -> (Self, Vec<Option<u16>>) {
        let mut segment = Self::new(self.of_notes);
        let mut numbers = Vec::with_capacity(self.records.len());
        for at in 0..self.records.len() {
            let id = u16::try_from(at).unwrap_or(u16::MAX);
            let new = self.record(id).filter(|_| self.alive.contains(id)).map(|(record, text)| {
                segment.push(record.what, record.document, record.position, record.at, text)
            });
            numbers.push(new);
        }
        segment.shrink();
        (segment, numbers)
    }

    /// A record and its text.
    pub(in crate::search) fn record(&self, id: u16) -> Option<(&IndexRecord, &str)> {
        let at = usize::from(id);
        let record = self.records.get(at)?;
        let end = self.records.get(at + 1).map_or(self.text.len(), |next| next.start as usize);
        Some((record, self.text.get(record.start as usize..end)?))
    }

    /// Tells a note's record which note of its document it is now.
    pub(in crate::search) fn renumber(&mut self, id: u16, at: u32) {
        if let Some(record) = self.records.get_mut(usize::from(id)) {
            record.at = at;
        }
    }

    pub(in crate::search) fn alive(&self) -> &Bits {
        &self.alive
    }

    pub(in crate::search) fn paragraphs(&self) -> &Bits {
        &self.paragraphs
    }

    /// Whether any record has Han characters.
    pub(in crate::search) fn has_han(&self) -> bool {
        !self.sets.is_empty() || !self.rare.is_empty()
    }

    /// The records that have a Han character.
    pub(in crate::search) fn han(&self, c: char) -> Option<&Set> {
        let Some(place) = place(c) else { return self.rare.get(&u64::from(u32::from(c))) };
        let slot = usize::from(*self.common.get(place)?);
        self.sets.get(slot.checked_sub(1)?)
    }

    /// All common Han characters that records have, each with its records.
    pub(in crate::search) fn all_han(&self) -> impl Iterator<Item = (char, &Set)> {
        let char_of = |place: usize| char::from_u32(FIRST + u32::try_from(place).ok()?);
        self.common
            .iter()
            .enumerate()
            .filter(|(_, slot)| **slot > 0)
            .filter_map(move |(place, slot)| Some((char_of(place)?, self.sets.get(usize::from(*slot) - 1)?)))
    }

    /// The words of all records.
    pub(in crate::search) fn words(&self) -> &Vocabulary {
        &self.words
    }

    /// The records in which an abbreviation may go on from a word with one first letter to one with another.
    pub(in crate::search) fn pair(&self, first: char, second: char) -> Option<&Set> {
        self.pairs.get(&pair(first, second))
    }

    /// Gives back room that it does not need.
    pub(in crate::search) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.records.shrink_to_fit();
        self.words.shrink();
        let sets = self.sets.iter_mut().chain(self.rare.values_mut()).chain(self.pairs.values_mut());
        sets.for_each(Set::shrink);
    }

    /// Bytes that it takes in memory, a little less than the truth.
    pub(in crate::search) fn memory(&self) -> usize {
        let sets = self.sets.iter().chain(self.rare.values()).chain(self.pairs.values());
        self.text.capacity()
            + self.records.capacity() * size_of::<IndexRecord>()
            + self.common.capacity() * 2
            + sets.map(|set| set.memory() + size_of::<Set>() + 8).sum::<usize>()
            + self.words.memory()
            + self.alive.memory()
            + self.paragraphs.memory()
    }
}

fn place(c: char) -> Option<usize> {
    u32::from(c).checked_sub(FIRST).map(|at| at as usize).filter(|&at| at < COMMON)
}
