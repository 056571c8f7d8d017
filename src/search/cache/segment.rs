//! A segment as bytes, and back: only as one that could have been made by taking records in.

use crate::search::cache::bytes::{ByteReader, put_count, put_u32};
use crate::search::index::segment::{COMMON, IndexRecord, MOST_RECORDS, Postings, Segment};
use crate::search::index::set::{Bits, Set};
use crate::search::index::vocabulary::Vocabulary;
use crate::search::query::field::What;

/// How many bytes a record takes.
const RECORD: usize = 17;

fn put_postings(out: &mut Vec<u8>, postings: &Postings) {
    put_count(out, postings.len());
    for (key, set) in postings {
        out.extend_from_slice(&key.to_le_bytes());
        set.write(out);
    }
}

fn postings(from: &mut ByteReader<'_>, records: usize) -> Option<Postings> {
    let count = from.count(12)?;
    let mut postings = Postings::with_capacity_and_hasher(count, Default::default());
    for _ in 0..count {
        let key = from.u64s(1)?.pop()?;
        if postings.insert(key, Set::read(from, records)?).is_some() {
            return None;
        }
    }
    Some(postings)
}

impl Segment {
    /// The texts of its records, one after another.
    pub(in crate::search) fn texts(&self) -> &str {
        &self.text
    }

    /// Appends all but its texts as bytes.
    pub(in crate::search) fn write(&self, out: &mut Vec<u8>) {
        put_count(out, self.text.len());
        put_count(out, self.records.len());
        for record in &self.records {
            [record.start, record.document, record.position, record.at]
                .into_iter()
                .for_each(|n| put_u32(out, n));
            let what = What::ALL.iter().position(|what| *what == record.what);
            out.push(what.and_then(|what| u8::try_from(what).ok()).unwrap_or(u8::MAX));
        }
        put_count(out, self.sets.len());
        for (place, slot) in self.common.iter().enumerate().filter(|(_, slot)| **slot > 0) {
            put_count(out, place);
            put_u32(out, u32::from(*slot));
        }
        self.sets.iter().for_each(|set| set.write(out));
        put_postings(out, &self.rare);
        self.words.write(out);
        put_postings(out, &self.pairs);
        self.alive.write(out);
        self.paragraphs.write(out);
    }

    /// What [`write`](Self::write) wrote, with its texts.
    pub(in crate::search) fn read(text: String, from: &mut ByteReader<'_>) -> Option<Self> {
        if from.u32()? as usize != text.len() {
            return None;
        }
        let count = from.count(RECORD).filter(|&count| count <= MOST_RECORDS)?;
        let mut records: Vec<IndexRecord> = Vec::with_capacity(count);
        for _ in 0..count {
            let (start, document, position, at) = (from.u32()?, from.u32()?, from.u32()?, from.u32()?);
            let what = *What::ALL.get(usize::from(from.byte()?))?;
            let after = records.last().map_or(start == 0, |before| before.start <= start);
            if !after || !text.is_char_boundary(start as usize) {
                return None;
            }
            records.push(IndexRecord { start, document, position, at, what });
        }
        let several = from.count(8).filter(|&sets| sets <= COMMON)?;
        let mut common = if several > 0 { vec![0; COMMON] } else { Vec::new() };
        for _ in 0..several {
            let (place, slot) = (from.u32()? as usize, u16::try_from(from.u32()?).ok()?);
            let free = common.get_mut(place).filter(|free| **free == 0)?;
            if slot == 0 || usize::from(slot) > several {
                return None;
            }
            *free = slot;
        }
        let mut sets = Vec::with_capacity(several);
        for _ in 0..several {
            sets.push(Set::read(from, count)?);
        }
        let rare = postings(from, count)?;
        let words = Vocabulary::read(from, count)?;
        let pairs = postings(from, count)?;
        let (alive, paragraphs) = (Bits::read(from, count)?, Bits::read(from, count)?);
        let mut of_living = paragraphs.clone();
        of_living.and(&alive);
        let is_paragraph = |id: usize| records.get(id).is_some_and(|record| record.what == What::Paragraph);
        let mut living_paragraphs = 0;
        let mut from_id = 0;
        while let Some(id) = alive.next(from_id) {
            from_id = usize::from(id) + 1;
            if is_paragraph(usize::from(id)) {
                living_paragraphs += 1;
                if !paragraphs.contains(id) {
                    return None;
                }
            }
        }
        if paragraphs.count() != living_paragraphs || of_living.count() != living_paragraphs {
            return None;
        }
        let dead = count - alive.count();
        Some(Self {
            text,
            records,
            common,
            sets,
            rare,
            words,
            pairs,
            alive,
            paragraphs,
            dead,
            of_notes: false,
        })
    }
}
