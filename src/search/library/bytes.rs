//! A library as bytes, and back. Notes, statuses and drafts are not in them. Bytes that no library could have given
//! are refused: whoever reads them makes the library anew.

use std::borrow::Cow;

use super::super::block::Block;
use super::super::bytes::{Reader, put_count, put_u32};
use super::super::field::What;
use super::super::held::Held;
use super::{Library, small};

impl Library {
    /// The number of the form of its parts ([`part`](Self::part)), and of the rules of folding and of words that what is
    /// in them follows: it grows with every change of either.
    pub const FORMAT: u32 = 3;

    /// A part of it as bytes, without notes, statuses and drafts: first its head, then of each block its texts and all
    /// else, then its documents. None if there is no part of that number.
    #[must_use]
    pub fn part(&self, part: usize) -> Option<Cow<'_, [u8]>> {
        let mut kept = self.blocks.iter().filter(|block| !block.is_of_notes());
        let count = kept.clone().count();
        let mut out = Vec::new();
        match part.checked_sub(1) {
            None => {
                put_u32(&mut out, self.came);
                out.push(u8::from(self.replaced));
                put_count(&mut out, count);
            }
            Some(half) if half < 2 * count => {
                let block = kept.nth(half / 2)?;
                if half % 2 == 0 {
                    return Some(Cow::Borrowed(block.texts().as_bytes()));
                }
                block.write(&mut out);
            }
            Some(last) if last == 2 * count => self.append_documents(&mut out),
            Some(_) => return None,
        }
        Some(Cow::Owned(out))
    }

    fn append_documents(&self, out: &mut Vec<u8>) {
        let kept = self.blocks.iter().enumerate().filter(|(_, block)| !block.is_of_notes());
        let numbers: Vec<usize> = kept.map(|(at, _)| at).collect();
        let number = |at: usize| numbers.iter().position(|&kept| kept == at).unwrap_or(usize::MAX);
        put_count(out, self.documents.len());
        for held in &self.documents {
            out.push(u8::from(held.is_some()));
            if let Some(held) = held {
                held.write(out, number);
            }
        }
    }

    /// Whether the document's records are its own, living, and lead to what it has: first its masthead, then each of
    /// its headings, then each of its paragraphs.
    fn fits(&self, held: &Held, number: u32) -> bool {
        let (sections, paragraphs) = (held.sections.len(), held.numbers.len());
        let mut at = 0;
        for &(block, first, last) in &held.spans {
            let Some(block) = self.blocks.get(block) else { return false };
            for id in first..=last {
                let Some((record, _)) = block.record(id) else { return false };
                let wanted = match at {
                    0 => (What::Masthead, 0, 0),
                    heading if heading <= sections => {
                        let to = held.leads_to.get(heading - 1).copied().flatten().unwrap_or(u32::MAX);
                        (What::Heading, to, small(heading - 1))
                    }
                    other => (What::Paragraph, small(other - 1 - sections), small(other - 1 - sections)),
                };
                let is = (record.what, record.position, record.at);
                if record.document != number || is != wanted || !block.alive().contains(id) {
                    return false;
                }
                at += 1;
            }
        }
        at == 1 + sections + paragraphs
    }
}

/// A library that comes back from its parts.
#[derive(Debug, Default)]
pub struct Returning {
    library: Library,
    /// How many parts came.
    came: usize,
    blocks: usize,
    /// The texts of a block of which the rest is to come.
    texts: Option<String>,
    whole: bool,
}

impl Returning {
    /// Takes the next part. `false` if no library could have given it there.
    pub fn take(&mut self, part: Vec<u8>) -> bool {
        let number = self.came;
        self.came += 1;
        if number > 0 && number <= 2 * self.blocks && self.texts.is_none() {
            self.texts = String::from_utf8(part).ok();
            return self.texts.is_some();
        }
        let from = &mut Reader::new(&part);
        let taken = match (number, self.texts.take()) {
            (0, _) => self.head(from),
            (_, Some(texts)) => Block::read(texts, from).map(|block| self.library.blocks.push(block)),
            _ if self.whole => None,
            _ => self.documents(from),
        };
        taken.is_some() && from.is_at_end()
    }

    fn head(&mut self, from: &mut Reader<'_>) -> Option<()> {
        self.library.came = from.u32()?;
        self.library.replaced = from.flag()?;
        self.blocks = from.u32()? as usize;
        Some(())
    }

    fn documents(&mut self, from: &mut Reader<'_>) -> Option<()> {
        let library = &mut self.library;
        for at in 0..from.count(1)? {
            let held = match from.flag()? {
                true => Some(Held::read(from)?),
                false => None,
            };
            if let Some(held) = &held {
                let version = (held.symbol.clone(), held.language.clone());
                let twice = library.note_place(version, at);
                if twice || held.order >= library.came || !library.fits(held, small(at)) {
                    return None;
                }
            }
            library.documents.push(held);
        }
        let lives: usize = library.blocks.iter().map(|block| block.alive().count()).sum();
        let held: usize =
            library.documents.iter().flatten().map(|held| library.records_of(held).count()).sum();
        self.whole = lives == held;
        self.whole.then_some(())
    }

    /// The library, if all its parts came.
    #[must_use]
    pub fn library(self) -> Option<Library> {
        self.whole.then_some(self.library)
    }
}
