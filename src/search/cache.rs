//! The index as bytes, and back: what is kept of it from one start to the next. All that searching itself needs
//! stands elsewhere. Notes, statuses and drafts are not in them. Bytes that no index could have given
//! are refused: whoever reads them makes the index anew.
//!
//! # Files
//!
//! - `bytes`: Numbers, texts and lists as bytes, and back
//! - `document_meta`: What is known of a document as bytes, and back; without notes, statuses and drafts
//! - `segment`: A segment as bytes, and back: only as one that could have been made by taking records in
//! - `set`: Sets of records as bytes, and back
//! - `vocabulary`: The words of a segment as bytes, and back

pub(super) mod bytes;
mod document_meta;
mod segment;
mod set;
mod vocabulary;

use std::borrow::Cow;

use super::index::Index;
use super::index::set::small;
use crate::search::cache::bytes::{ByteReader, put_count, put_u32};
use crate::search::index::document_meta::DocumentMeta;
use crate::search::index::segment::Segment;
use crate::search::query::field::What;

impl Index {
    /// The number of the form of its parts ([`part`](Self::part)), and of the rules of folding and of words that what is
    /// in them follows: it grows with every change of either.
    pub const FORMAT: u32 = 5;

    /// A part of it as bytes, without notes, statuses and drafts: first its head, then of each segment its texts and all
    /// else, then its documents. None if there is no part of that number.
    #[must_use]
    pub fn part(&self, part: usize) -> Option<Cow<'_, [u8]>> {
        let mut kept = self.segments.iter().filter(|segment| !segment.is_of_notes());
        let count = kept.clone().count();
        let mut out = Vec::new();
        match part.checked_sub(1) {
            None => {
                put_u32(&mut out, self.came);
                out.push(u8::from(self.replaced));
                put_count(&mut out, count);
            }
            Some(half) if half < 2 * count => {
                let segment = kept.nth(half / 2)?;
                if half % 2 == 0 {
                    return Some(Cow::Borrowed(segment.texts().as_bytes()));
                }
                segment.write(&mut out);
            }
            Some(last) if last == 2 * count => self.append_documents(&mut out),
            Some(_) => return None,
        }
        Some(Cow::Owned(out))
    }

    fn append_documents(&self, out: &mut Vec<u8>) {
        let kept = self.segments.iter().enumerate().filter(|(_, segment)| !segment.is_of_notes());
        let numbers: Vec<usize> = kept.map(|(at, _)| at).collect();
        let number = |at: usize| numbers.iter().position(|&kept| kept == at).unwrap_or(usize::MAX);
        put_count(out, self.documents.len());
        for meta in &self.documents {
            out.push(u8::from(meta.is_some()));
            if let Some(meta) = meta {
                meta.write(out, number);
            }
        }
    }

    /// Whether the document's records are its own, living, and lead to what it has: first its masthead, then each of
    /// its headings, then each of its paragraphs.
    fn fits(&self, meta: &DocumentMeta, number: u32) -> bool {
        let (sections, paragraphs) = (meta.sections.len(), meta.numbers.len());
        let mut at = 0;
        for &(segment, first, last) in &meta.spans {
            let Some(segment) = self.segments.get(segment) else { return false };
            for id in first..=last {
                let Some((record, _)) = segment.record(id) else { return false };
                let wanted = match at {
                    0 => (What::Masthead, 0, 0),
                    heading if heading <= sections => {
                        let to = meta.leads_to.get(heading - 1).copied().flatten().unwrap_or(u32::MAX);
                        (What::Heading, to, small(heading - 1))
                    }
                    other => (What::Paragraph, small(other - 1 - sections), small(other - 1 - sections)),
                };
                let is = (record.what, record.position, record.at);
                if record.document != number || is != wanted || !segment.alive().contains(id) {
                    return false;
                }
                at += 1;
            }
        }
        at == 1 + sections + paragraphs
    }
}

/// An index that comes back from its parts.
#[derive(Debug, Default)]
pub struct IndexLoader {
    index: Index,
    /// How many parts came so far: the number of the next one.
    came: usize,
    segments: usize,
    /// The texts of a segment of which the rest is to come.
    texts: Option<String>,
    whole: bool,
}

impl IndexLoader {
    /// Takes the next part. `false` if no index could have given it there.
    pub fn take(&mut self, part: Vec<u8>) -> bool {
        let number = self.came;
        self.came += 1;
        if number > 0 && number <= 2 * self.segments && self.texts.is_none() {
            self.texts = String::from_utf8(part).ok();
            return self.texts.is_some();
        }
        let from = &mut ByteReader::new(&part);
        let taken = match (number, self.texts.take()) {
            (0, _) => self.head(from),
            (_, Some(texts)) => Segment::read(texts, from).map(|segment| self.index.segments.push(segment)),
            _ if self.whole => None,
            _ => self.documents(from),
        };
        taken.is_some() && from.is_at_end()
    }

    fn head(&mut self, from: &mut ByteReader<'_>) -> Option<()> {
        self.index.came = from.u32()?;
        self.index.replaced = from.flag()?;
        self.segments = from.u32()? as usize;
        Some(())
    }

    fn documents(&mut self, from: &mut ByteReader<'_>) -> Option<()> {
        let index = &mut self.index;
        for at in 0..from.count(1)? {
            let meta = match from.flag()? {
                true => Some(DocumentMeta::read(from)?),
                false => None,
            };
            if let Some(meta) = &meta {
                let version = (meta.symbol.clone(), meta.language.clone());
                let twice = index.note_place(version, at);
                if twice || meta.order >= index.came || !index.fits(meta, small(at)) {
                    return None;
                }
            }
            index.documents.push(meta);
        }
        let lives: usize = index.segments.iter().map(|segment| segment.alive().count()).sum();
        let meta: usize = index.documents.iter().flatten().map(|meta| index.records_of(meta).count()).sum();
        self.whole = lives == meta;
        self.whole.then_some(())
    }

    /// The index, if all its parts came.
    #[must_use]
    pub fn index(self) -> Option<Index> {
        self.whole.then_some(self.index)
    }
}
