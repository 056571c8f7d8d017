//! Sets of records inside one block, in the two forms that are small: a list, or a bit for each record.
//! Knows no text.

use super::bytes::{Reader, put_count};

/// A list longer than this takes more room than a bit for each of 64k records.
const LONGEST: usize = 4096;
/// Tells in bytes that words of bits follow, not a list.
const OF_BITS: usize = 1 << 31;

/// Which records have something. Grows at its end only.
#[derive(Debug, Clone)]
pub(super) enum Set {
    List(Vec<u16>),
    Bits(Vec<u64>),
}

impl Default for Set {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

impl Set {
    /// Adds a record; none added before is greater.
    pub(super) fn push(&mut self, id: u16) {
        match self {
            Self::List(list) => {
                if list.last() == Some(&id) {
                    return;
                }
                if list.len() < LONGEST {
                    list.push(id);
                } else {
                    let mut bits = Bits::default();
                    list.iter().chain([&id]).for_each(|&id| bits.insert(id));
                    *self = Self::Bits(bits.words);
                }
            }
            Self::Bits(words) => insert(words, id),
        }
    }

    /// Bytes that it takes beyond itself.
    pub(super) fn memory(&self) -> usize {
        match self {
            Self::List(list) => list.capacity() * 2,
            Self::Bits(words) => words.capacity() * 8,
        }
    }

    /// Appends it as bytes.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
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
    pub(super) fn read(from: &mut Reader<'_>, records: usize) -> Option<Self> {
        let count = from.u32()? as usize;
        if count & OF_BITS != 0 {
            return Bits::read_words(from, count & !OF_BITS, records).map(Self::Bits);
        }
        let list = from.u16s(count).filter(|list| list.len() <= LONGEST)?;
        let in_order = list.windows(2).all(|two| matches!(two, [a, b] if a < b));
        let inside = list.last().is_none_or(|&last| usize::from(last) < records);
        (in_order && inside).then_some(Self::List(list))
    }

    /// Gives back room that it does not need.
    pub(super) fn shrink(&mut self) {
        match self {
            Self::List(list) => list.shrink_to_fit(),
            Self::Bits(words) => words.shrink_to_fit(),
        }
    }
}

fn insert(words: &mut Vec<u64>, id: u16) {
    let at = usize::from(id) / 64;
    if at >= words.len() {
        words.resize(at + 1, 0);
    }
    if let Some(word) = words.get_mut(at) {
        *word |= 1 << (id % 64);
    }
}

/// A set that is worked with: a bit for each record; what lies beyond the last word is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// All of the first `count` records.
    pub(super) fn all(count: usize) -> Self {
        let mut words = vec![u64::MAX; count / 64];
        if !count.is_multiple_of(64) {
            words.push((1 << (count % 64)) - 1);
        }
        Self { words }
    }

    /// Appends it as bytes.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        put_count(out, self.words.len());
        self.words.iter().for_each(|word| out.extend_from_slice(&word.to_le_bytes()));
    }

    /// What [`write`](Self::write) wrote; none of its records is beyond the first `records`.
    pub(super) fn read(from: &mut Reader<'_>, records: usize) -> Option<Self> {
        let count = from.count(8)?;
        Some(Self { words: Self::read_words(from, count, records)? })
    }

    fn read_words(from: &mut Reader<'_>, count: usize, records: usize) -> Option<Vec<u64>> {
        let words = from.u64s(count)?;
        let bits = Self { words };
        let beyond = bits.next(records).is_some() || bits.words.len() > records.div_ceil(64);
        (!beyond).then_some(bits.words)
    }

    pub(super) fn insert(&mut self, id: u16) {
        insert(&mut self.words, id);
    }

    pub(super) fn contains(&self, id: u16) -> bool {
        self.words.get(usize::from(id) / 64).is_some_and(|word| word & (1 << (id % 64)) != 0)
    }

    pub(super) fn remove(&mut self, id: u16) {
        if let Some(word) = self.words.get_mut(usize::from(id) / 64) {
            *word &= !(1 << (id % 64));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(super) fn or_set(&mut self, set: &Set) {
        match set {
            Set::List(list) => {
                if let Some(&last) = list.last()
                    && usize::from(last) / 64 >= self.words.len()
                {
                    self.words.resize(usize::from(last) / 64 + 1, 0);
                }
                for &id in list {
                    if let Some(word) = self.words.get_mut(usize::from(id) / 64) {
                        *word |= 1 << (id % 64);
                    }
                }
            }
            Set::Bits(words) => self.or_words(words),
        }
    }

    pub(super) fn or(&mut self, other: &Self) {
        self.or_words(&other.words);
    }

    fn or_words(&mut self, other: &[u64]) {
        if self.words.len() < other.len() {
            self.words.resize(other.len(), 0);
        }
        self.words.iter_mut().zip(other).for_each(|(word, other)| *word |= other);
    }

    pub(super) fn and(&mut self, other: &Self) {
        self.words.truncate(other.words.len());
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    pub(super) fn and_set(&mut self, set: &Set) {
        match set {
            Set::List(_) => {
                let mut other = Self::default();
                other.or_set(set);
                self.and(&other);
            }
            Set::Bits(words) => {
                self.words.truncate(words.len());
                self.words.iter_mut().zip(words).for_each(|(word, other)| *word &= other);
            }
        }
    }

    pub(super) fn and_not(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// The first record at or after `from`.
    pub(super) fn next(&self, from: usize) -> Option<u16> {
        let mut at = from / 64;
        let mut word = self.words.get(at)? & (u64::MAX << (from % 64));
        while word == 0 {
            at += 1;
            word = *self.words.get(at)?;
        }
        u16::try_from(at * 64 + word.trailing_zeros() as usize).ok()
    }

    /// The records in order.
    #[cfg(test)]
    pub(super) fn iter(&self) -> impl Iterator<Item = u16> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let id = self.next(from)?;
            from = usize::from(id) + 1;
            Some(id)
        })
    }

    pub(super) fn memory(&self) -> usize {
        self.words.capacity() * 8
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn set(ids: &BTreeSet<u16>) -> Set {
        let mut set = Set::default();
        ids.iter().for_each(|&id| set.push(id));
        set
    }

    #[test]
    fn a_long_list_becomes_bits_and_says_the_same() {
        let ids: BTreeSet<u16> = (0..=u16::MAX).step_by(7).collect();
        let set = set(&ids);
        assert!(matches!(set, Set::Bits(_)));
        let mut bits = Bits::default();
        bits.or_set(&set);
        assert!(bits.iter().eq(ids.iter().copied()) && bits.count() == ids.len());
        assert_eq!(Bits::all(65_536).count(), 65_536);
    }

    proptest! {
        #[test]
        fn the_algebra_is_that_of_sets(
            a in proptest::collection::btree_set(0_u16..300, 0..60),
            b in proptest::collection::btree_set(0_u16..300, 0..60),
        ) {
            let bits = |ids: &BTreeSet<u16>| { let mut bits = Bits::default(); bits.or_set(&set(ids)); bits };
            let list = |bits: &Bits| bits.iter().collect::<Vec<_>>();
            let (mut or, mut and, mut not, mut by_set) = (bits(&a), bits(&a), bits(&a), bits(&a));
            or.or(&bits(&b));
            and.and(&bits(&b));
            by_set.and_set(&set(&b));
            not.and_not(&bits(&b));
            prop_assert_eq!(list(&or), a.union(&b).copied().collect::<Vec<_>>());
            prop_assert_eq!(list(&and), a.intersection(&b).copied().collect::<Vec<_>>());
            prop_assert_eq!(list(&by_set), list(&and));
            prop_assert_eq!(list(&not), a.difference(&b).copied().collect::<Vec<_>>());
            prop_assert_eq!(bits(&a).is_empty(), a.is_empty());
        }
    }
}
