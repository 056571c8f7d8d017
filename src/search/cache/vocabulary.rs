//! The words of a segment as bytes, and back. What can be made from the rest at little cost is not in them.

use crate::search::cache::bytes::{ByteReader, put_count, put_text, put_u32, put_u32s};
use crate::search::index::set::Set;
use crate::search::index::vocabulary::{MARK, Vocabulary};
use crate::search::query::initialism::is_stop_word;

impl Vocabulary {
    /// Appends it as bytes.
    pub(in crate::search) fn write(&self, out: &mut Vec<u8>) {
        put_text(out, &self.text);
        put_u32s(out, &self.starts);
        self.sets.iter().for_each(|set| set.write(out));
        put_count(out, self.by_two.len());
        for ((first, second), set) in &self.by_two {
            put_u32(out, u32::from(*first));
            put_u32(out, u32::from(*second));
            set.write(out);
        }
        put_u32s(out, &self.two_of);
    }

    /// What [`write`](Self::write) wrote, of a segment with so many records.
    pub(in crate::search) fn read(from: &mut ByteReader<'_>, records: usize) -> Option<Self> {
        let text = from.text()?;
        let starts = from.u32s()?;
        let mut sets = Vec::with_capacity(starts.len().min(text.len()));
        for _ in &starts {
            sets.push(Set::read(from, records)?);
        }
        let pairs = from.count(12)?;
        let mut by_two = Vec::with_capacity(pairs);
        for _ in 0..pairs {
            let letters = (char::from_u32(from.u32()?)?, char::from_u32(from.u32()?)?);
            by_two.push((letters, Set::read(from, records)?));
        }
        let two_of = from.u32s()?;
        let fits = two_of.len() == starts.len() && two_of.iter().all(|&two| (two as usize) < by_two.len());
        if !fits {
            return None;
        }
        let mut words = Self { text: text.to_owned(), starts, sets, by_two, two_of, ..Self::default() };
        let mut before = 0;
        for number in 0..words.starts.len() {
            let start = words.starts.get(number).map_or(0, |&start| start as usize);
            // A mark stands before each word, and nowhere else.
            let marked = start.checked_sub(MARK.len_utf8()).and_then(|at| text.get(at..start));
            if !marked.is_some_and(|mark| mark.starts_with(MARK)) || start <= before && number > 0 {
                return None;
            }
            before = start;
        }
        if text.matches(MARK).count() != words.starts.len() || (words.starts.is_empty() && !text.is_empty()) {
            return None;
        }
        for number in 0..u32::try_from(words.starts.len()).ok()? {
            let word = words.word(number);
            let first = word.chars().next()?;
            let stops = is_stop_word(word);
            words.stops.push(stops);
            words.note_first(first, number);
        }
        if !words.starts.is_empty() {
            words.fill_slots(((words.starts.len() + 1) * 2).next_power_of_two().max(64));
        }
        Some(words)
    }
}
