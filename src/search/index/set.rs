//! Sets of records inside one segment, in the two forms that are small: a list, or a bit for each record.
//! Knows no text.
//!
//! They are our own and not the `roaring` crate's, because with that (0.12, which needs Rust 1.90) an index of a thousand
//! English paragraphs took 14 % more memory, full counts over a thousand paragraphs cost 38 to 62 % more against the same
//! peer, building the index of a hundred thousand (by `try_push`) took six times as long, and nothing was much better.

/// A list longer than this takes more room than a bit for each of 64k records.
pub(in crate::search) const LONGEST: usize = 4096;

/// A position as the index keeps it; one that has no room is the last that has.
pub(in crate::search) fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Which records have something. Grows at its end only.
#[derive(Debug, Clone)]
pub(in crate::search) enum Set {
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
    pub(in crate::search) fn push(&mut self, id: u16) {
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
    pub(in crate::search) fn memory(&self) -> usize {
        match self {
            Self::List(list) => list.capacity() * 2,
            Self::Bits(words) => words.capacity() * 8,
        }
    }

    /// Gives back room that it does not need.
    pub(in crate::search) fn shrink(&mut self) {
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
pub(in crate::search) struct Bits {
    pub(in crate::search) words: Vec<u64>,
}

impl Bits {
    /// All of the first `count` records.
    pub(in crate::search) fn all(count: usize) -> Self {
        let mut words = vec![u64::MAX; count / 64];
        if !count.is_multiple_of(64) {
            words.push((1 << (count % 64)) - 1);
        }
        Self { words }
    }

    pub(in crate::search) fn insert(&mut self, id: u16) {
        insert(&mut self.words, id);
    }

    pub(in crate::search) fn contains(&self, id: u16) -> bool {
        self.words.get(usize::from(id) / 64).is_some_and(|word| word & (1 << (id % 64)) != 0)
    }

    pub(in crate::search) fn remove(&mut self, id: u16) {
        if let Some(word) = self.words.get_mut(usize::from(id) / 64) {
            *word &= !(1 << (id % 64));
        }
    }

    pub(in crate::search) fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    pub(in crate::search) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(in crate::search) fn or_set(&mut self, set: &Set) {
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

    pub(in crate::search) fn or(&mut self, other: &Self) {
        self.or_words(&other.words);
    }

    fn or_words(&mut self, other: &[u64]) {
        if self.words.len() < other.len() {
            self.words.resize(other.len(), 0);
        }
        self.words.iter_mut().zip(other).for_each(|(word, other)| *word |= other);
    }

    pub(in crate::search) fn and(&mut self, other: &Self) {
        self.words.truncate(other.words.len());
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    pub(in crate::search) fn and_set(&mut self, set: &Set) {
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

    pub(in crate::search) fn and_not(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// The first record at or after `from`.
    pub(in crate::search) fn next(&self, from: usize) -> Option<u16> {
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
    pub(in crate::search) fn iter(&self) -> impl Iterator<Item = u16> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let id = self.next(from)?;
            from = usize::from(id) + 1;
            Some(id)
        })
    }

    pub(in crate::search) fn memory(&self) -> usize {
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
