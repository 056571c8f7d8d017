//! The words of a segment, each with the records that have it, and the ways to look one up: as it stands, by a part
//! of it, by its first letter. Knows no query.
//!
//! # Files
//!
//! - `bytes`: The words of a segment as bytes, and back

use memchr::memmem;

use crate::search::index::set::Set;
use crate::search::query::fold::is_word;
use crate::search::query::initialism::is_stop_word;

/// Stands before every word of the list, and after the last. No word has it.
pub(in crate::search) const MARK: char = '\u{1}';

/// Words with their records.
#[derive(Debug, Clone, Default)]
pub(in crate::search) struct Vocabulary {
    /// All words, one after the other, a [`MARK`] before each.
    pub(in crate::search) text: String,
    /// For each word: where it begins in `text`.
    pub(in crate::search) starts: Vec<u32>,
    pub(in crate::search) sets: Vec<Set>,
    /// A hash table with open addresses: numbers of words, plus one; 0 is free. Its length is a power of two.
    pub(in crate::search) slots: Vec<u32>,
    /// Words by their first letter, in the order in which they came.
    pub(in crate::search) by_first: Vec<(char, Vec<u32>)>,
    /// Records by the first two letters of a word; and for each word which of them.
    pub(in crate::search) by_two: Vec<((char, char), Set)>,
    pub(in crate::search) two_of: Vec<u32>,
    /// For each word whether abbreviations may pass over it.
    pub(in crate::search) stops: Vec<bool>,
}

/// FNV-1a: words are short.
fn hash(word: &str) -> usize {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in word.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    usize::try_from(hash ^ (hash >> 32)).unwrap_or(usize::MAX)
}

impl Vocabulary {
    /// Notes that a record has a word; whether abbreviations may pass over it.
    pub(in crate::search) fn push(&mut self, word: &str, id: u16) -> bool {
        if (self.starts.len() + 1) * 2 > self.slots.len() {
            self.widen();
        }
        let mask = self.slots.len() - 1;
        let mut at = hash(word) & mask;
        let number = loop {
            match self.slots.get(at).copied() {
                Some(slot) if slot > 0 => {
                    let number = slot - 1;
                    if self.word(number) == word {
                        break number;
                    }
                    at = (at + 1) & mask;
                }
                _ => break self.add(word, at),
            }
        };
        if let Some(set) = self.sets.get_mut(number as usize) {
            set.push(id);
        }
        let two = self.two_of.get(number as usize).and_then(|&two| self.by_two.get_mut(two as usize));
        if let Some((_, set)) = two {
            set.push(id);
        }
        self.stops.get(number as usize).copied().unwrap_or(false)
    }

    /// The records that have a word with these first two letters.
    pub(in crate::search) fn beginning_with(&self, first: char, second: char) -> Option<&Set> {
        self.by_two.iter().find(|(letters, _)| *letters == (first, second)).map(|(_, set)| set)
    }

    /// A new word, its number put into the slot.
    fn add(&mut self, word: &str, slot: usize) -> u32 {
        let number = u32::try_from(self.starts.len()).unwrap_or(u32::MAX);
        self.text.push(MARK);
        self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.text.push_str(word);
        self.sets.push(Set::default());
        self.stops.push(is_stop_word(word));
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = number + 1;
        }
        let mut letters = word.chars();
        let first = letters.next().unwrap_or(MARK);
        let two = (first, letters.next().unwrap_or(MARK));
        let at = self.by_two.iter().position(|(letters, _)| *letters == two).unwrap_or(self.by_two.len());
        if at == self.by_two.len() {
            self.by_two.push((two, Set::default()));
        }
        self.two_of.push(u32::try_from(at).unwrap_or(u32::MAX));
        self.note_first(first, number);
        number
    }

    pub(in crate::search) fn note_first(&mut self, first: char, number: u32) {
        match self.by_first.iter_mut().find(|(letter, _)| *letter == first) {
            Some((_, words)) => words.push(number),
            None => self.by_first.push((first, vec![number])),
        }
    }

    fn widen(&mut self) {
        self.fill_slots((self.slots.len() * 2).max(64));
    }

    /// Makes the table anew, with so many slots.
    pub(in crate::search) fn fill_slots(&mut self, length: usize) {
        let mut slots = vec![0; length];
        for number in 0..u32::try_from(self.starts.len()).unwrap_or(0) {
            let mut at = hash(self.word(number)) & (length - 1);
            while slots.get(at).is_some_and(|&slot| slot > 0) {
                at = (at + 1) & (length - 1);
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = number + 1;
            }
        }
        self.slots = slots;
    }

    /// A word by its number.
    pub(in crate::search) fn word(&self, number: u32) -> &str {
        let at = number as usize;
        let start = self.starts.get(at).map_or(0, |&start| start as usize);
        let end = self.starts.get(at + 1).map_or(self.text.len(), |&next| next as usize - MARK.len_utf8());
        self.text.get(start..end).unwrap_or_default()
    }

    /// The records that have a word.
    pub(in crate::search) fn set(&self, number: u32) -> Option<&Set> {
        self.sets.get(number as usize)
    }

    /// The number of a word.
    fn number(&self, word: &str) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash(word) & mask;
        while let Some(number) = self.slots.get(at).and_then(|slot| slot.checked_sub(1)) {
            if self.word(number) == word {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
        None
    }

    /// Words that have the part: at their beginning if `begins`, at their end if `ends`.
    pub(in crate::search) fn with(&self, part: &str, begins: bool, ends: bool) -> Vec<u32> {
        if begins && ends {
            return self.number(part).into_iter().collect();
        }
        if begins {
            let first = part.chars().next().unwrap_or(MARK);
            return self.beginning(first).filter(|&number| self.word(number).starts_with(part)).collect();
        }
        let mut found = Vec::new();
        let finder = memmem::Finder::new(part.as_bytes());
        let mut from = 0;
        while let Some(at) =
            self.text.as_bytes().get(from..).and_then(|rest| finder.find(rest)).map(|at| from + at)
        {
            let number = self.starts.partition_point(|&start| start as usize <= at).saturating_sub(1);
            let next = self.starts.get(number + 1).map_or(self.text.len(), |&next| next as usize);
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            if ends && !self.word(number).ends_with(part) {
                from = at + 1;
                continue;
            }
            found.push(number);
            from = next;
        }
        found
    }

    /// Words that begin with a letter.
    pub(in crate::search) fn beginning(&self, first: char) -> impl Iterator<Item = u32> {
        let words = self.by_first.iter().find(|(letter, _)| *letter == first);
        words.map(|(_, words)| words.as_slice()).unwrap_or_default().iter().copied()
    }

    /// Bytes that it takes in memory, a little less than the truth.
    pub(in crate::search) fn memory(&self) -> usize {
        self.text.capacity()
            + self.starts.capacity() * 5
            + self.slots.capacity() * 4
            + self.by_first.iter().map(|(_, words)| words.capacity() * 4).sum::<usize>()
            + self.two_of.capacity() * 4
            + self.by_two.iter().map(|(_, set)| set.memory() + size_of::<Set>() + 8).sum::<usize>()
            + self.sets.iter().map(|set| set.memory() + size_of::<Set>()).sum::<usize>()
    }

    /// Gives back room that it does not need.
    pub(in crate::search) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.sets.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.sets.iter_mut().chain(self.by_two.iter_mut().map(|(_, set)| set)).for_each(Set::shrink);
    }
}

/// Whether a text is a part of one word: letters and digits only.
pub(in crate::search) fn is_in_word(text: &str) -> bool {
    text.chars().all(is_word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(words: &[String]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for (id, word) in words.iter().enumerate() {
            vocabulary.push(word, u16::try_from(id).unwrap());
        }
        vocabulary
    }

    proptest! {
        #[test]
        fn words_are_found_by_what_they_have(
            words in proptest::collection::vec("[abж]{1,5}", 1..90), part in "[abж]{1,3}",
        ) {
            let vocabulary = of(&words);
            for (begins, ends) in [(false, false), (true, false), (false, true), (true, true)] {
                let fits = |word: &&str| match (begins, ends) {
                    (false, false) => word.contains(&part),
                    (true, false) => word.starts_with(&part),
                    (false, true) => word.ends_with(&part),
                    (true, true) => *word == part,
                };
                let mut found: Vec<&str> =
                    vocabulary.with(&part, begins, ends).into_iter().map(|number| vocabulary.word(number)).collect();
                let mut wanted: Vec<&str> = words.iter().map(String::as_str).filter(fits).collect();
                found.sort_unstable();
                wanted.sort_unstable();
                wanted.dedup();
                prop_assert_eq!(found, wanted);
            }
        }
    }
}
