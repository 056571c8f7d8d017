//! A library as bytes, and back. Notes, statuses and drafts are not in them. Bytes that no library could have given
//! are refused: whoever reads them makes the library anew.

use super::super::block::Block;
use super::super::bytes::{Reader, put_count, put_u32};
use super::super::field::What;
use super::super::held::Held;
use super::{Library, small};

impl Library {
    /// The number of the form in which [`append_part`](Self::append_part) writes, and of the rules of folding and of
    /// words that what is written follows: it grows with every change of either.
    pub const FORMAT: u32 = 1;

    /// Appends a part of it as bytes, without notes, statuses and drafts: first its head, then its blocks, one by one,
    /// then its documents. `false` if there is no part of that number.
    pub fn append_part(&self, part: usize, out: &mut Vec<u8>) -> bool {
        let mut kept = self.blocks.iter().filter(|block| !block.is_of_notes());
        let count = kept.clone().count();
        match part {
            0 => {
                put_u32(out, self.came);
                out.push(u8::from(self.replaced));
                put_count(out, count);
            }
            block if block <= count => {
                if let Some(block) = kept.nth(block - 1) {
                    block.write(out);
                }
            }
            documents => {
                if documents > count + 1 {
                    return false;
                }
                self.append_documents(out);
            }
        }
        true
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
    whole: bool,
}

impl Returning {
    /// Takes the next part. `false` if no library could have given it there.
    pub fn take(&mut self, part: &[u8]) -> bool {
        let from = &mut Reader::new(part);
        let taken = match self.came {
            0 => self.head(from),
            block if block <= self.blocks => Block::read(from).map(|block| self.library.blocks.push(block)),
            _ if self.whole => None,
            _ => self.documents(from),
        };
        self.came += 1;
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
                let twice = library.places.insert(version, at).is_some();
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
