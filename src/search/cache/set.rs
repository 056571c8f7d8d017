//! Sets of records as bytes, and back.

use super::bytes::{ByteReader, put_count};
use crate::search::index::set::{Bits, LONGEST, Set};

/// Tells that words of bits follow, not a list.
const OF_BITS: usize = 1 << 31;

impl Set {
    /// Appends it as bytes.
    pub(in crate::search) fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::List(list) => {
                put_count(out, list.len());
                list.iter().for_each(|id| out.extend_from_slice(&id.to_le_bytes()));
            }
            Self::Bits(words) => {
                put_count(out, OF_BITS | words.len());
                words.iter().for_each(|word| out.extend_from_slice(&word.to_le_bytes()));
            }
        }
    }

    /// What [`write`](Self::write) wrote; none of its records is beyond the first `records`.
    pub(in crate::search) fn read(from: &mut ByteReader<'_>, records: usize) -> Option<Self> {
        let count = from.u32()? as usize;
        if count & OF_BITS != 0 {
            return Bits::read_words(from, count & !OF_BITS, records).map(Self::Bits);
        }
        let list = from.u16s(count).filter(|list| list.len() <= LONGEST)?;
        let in_order = list.windows(2).all(|two| matches!(two, [a, b] if a < b));
        let inside = list.last().is_none_or(|&last| usize::from(last) < records);
        (in_order && inside).then_some(Self::List(list))
    }
}

impl Bits {
    /// Appends it as bytes.
    pub(in crate::search) fn write(&self, out: &mut Vec<u8>) {
        put_count(out, self.words.len());
        self.words.iter().for_each(|word| out.extend_from_slice(&word.to_le_bytes()));
    }

    /// What [`write`](Self::write) wrote; none of its records is beyond the first `records`.
    pub(in crate::search) fn read(from: &mut ByteReader<'_>, records: usize) -> Option<Self> {
        let count = from.count(8)?;
        Some(Self { words: Self::read_words(from, count, records)? })
    }

    fn read_words(from: &mut ByteReader<'_>, count: usize, records: usize) -> Option<Vec<u64>> {
        let words = from.u64s(count)?;
        let bits = Self { words };
        let beyond = bits.next(records).is_some() || bits.words.len() > records.div_ceil(64);
        (!beyond).then_some(bits.words)
    }
}
