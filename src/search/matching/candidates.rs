//! Which records of a segment may match: never fewer than do. Reads postings only, no text.

use crate::search::index::segment::Segment;
use crate::search::index::set::{Bits, Set};
use crate::search::matching::in_word::abbreviates;
use crate::search::query::QueryTerm;
use crate::search::query::fold::{is_han, is_word};
use crate::search::query::initialism::SHORTEST;
use crate::search::query::shape::TermShape;
use crate::search::query::sound::Hearing;

/// A part of so many words narrows little, and its postings take longer to read than the texts.
pub(in crate::search) const BROAD: usize = 1_500;
/// Beginnings of so many letters are put together from the words that have them; two letters have postings.
const TELLING: usize = 3;

/// Records that may hold the text as it stands; if it is letters of one word or one Han character, and no part is
/// too `broad` (a number of words) to be looked up, all of them do.
pub(in crate::search) fn literal(segment: &Segment, text: &str, broad: usize) -> Bits {
    let mut found: Option<Bits> = None;
    let narrow = |found: &mut Option<Bits>, set: &Set| match found {
        Some(bits) => bits.and_set(set),
        None => {
            let mut bits = Bits::default();
            bits.or_set(set);
            *found = Some(bits);
        }
    };
    for c in text.chars().filter(|&c| is_han(c)) {
        match segment.han(c) {
            Some(set) => narrow(&mut found, set),
            None => return Bits::default(),
        }
    }
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(is_word)).map(|found| at + found) {
        let end =
            text.get(start..).and_then(|rest| rest.find(|c| !is_word(c))).map_or(text.len(), |n| start + n);
        at = end;
        let (begins, ends) = (start > 0, end < text.len());
        let words = segment.words().with(text.get(start..end).unwrap_or_default(), begins, ends);
        if words.is_empty() {
            return Bits::default();
        }
        if words.len() > broad {
            continue;
        }
        let bits = union(segment, words);
        match &mut found {
            Some(found) => found.and(&bits),
            None => found = Some(bits),
        }
    }
    found.unwrap_or_else(|| segment.alive().clone())
}

fn union(segment: &Segment, words: impl IntoIterator<Item = u32>) -> Bits {
    let mut bits = Bits::default();
    words.into_iter().filter_map(|word| segment.words().set(word)).for_each(|set| bits.or_set(set));
    bits
}

/// Records that may match a term in any way.
pub(in crate::search) fn of_term(segment: &Segment, term: &QueryTerm, sound: Option<&Hearing>) -> Bits {
    if term.start {
        // It may be the paragraph's number, which has no postings; looking at beginnings is quick.
        return segment.alive().clone();
    }
    let mut bits = match &term.shape {
        Some(TermShape::Han(atoms)) => {
            let mut bits = segment.alive().clone();
            for atom in atoms {
                bits.and(&literal(segment, atom.text(), BROAD));
            }
            bits
        }
        Some(shape @ (TermShape::Letters | TermShape::Name)) => {
            let mut bits = literal(segment, term.needle.text(), BROAD);
            if *shape == TermShape::Letters {
                bits.or(&in_word(segment, term.needle.text()));
            }
            bits.or(&chains(segment, term.needle.text()));
            bits
        }
        None => literal(segment, term.needle.text(), BROAD),
    };
    for name in &term.also {
        bits.or(&literal(segment, name.needle.text(), BROAD));
    }
    if let Some(sound) = sound {
        bits.or(&spelled(segment, sound));
    }
    bits
}

/// Records with a word that the term abbreviates. All of them do, but for labels, which are not matched loosely.
pub(in crate::search) fn in_word(segment: &Segment, term: &str) -> Bits {
    let Some(first) = term.chars().next() else { return Bits::default() };
    let words = segment.words();
    union(segment, words.beginning(first).filter(|&number| abbreviates(term, words.word(number))))
}

/// Records that may have an abbreviation: from the end of the term on, for each place in it, those in which what
/// follows could be beginnings of successive words.
pub(in crate::search) fn chains(segment: &Segment, term: &str) -> Bits {
    let letters: Vec<char> = term.chars().collect();
    let count = letters.len();
    if count < SHORTEST {
        return Bits::default();
    }
    // For each place but the first, records that may go on from there.
    let mut onward: Vec<Bits> = vec![Bits::default(); count + 1];
    for at in (0..count).rev() {
        let Some((&first, rest)) = letters.get(at..).and_then(<[char]>::split_first) else { continue };
        let mut longest = 0;
        // Words that have a telling beginning in common, with its length.
        let mut telling: Vec<(usize, u32)> = Vec::new();
        for number in segment.words().beginning(first) {
            let word = segment.words().word(number).chars().skip(1);
            let common = 1 + word.zip(rest).take_while(|(a, b)| a == *b).count();
            longest = longest.max(common);
            if common >= TELLING {
                telling.push((common, number));
            }
        }
        let narrow = |bits: &mut Bits, length: usize| {
            if length >= TELLING {
                let words = telling.iter().filter(|(common, _)| *common >= length).map(|&(_, number)| number);
                bits.and(&union(segment, words));
            } else if let (2, Some(&second)) = (length, rest.first()) {
                segment.words().beginning_with(first, second).into_iter().for_each(|set| bits.and_set(set));
            }
        };
        let mut here = Bits::default();
        for length in 1..=longest {
            let bits = match letters.get(at + length) {
                // The last piece; the first is not the whole term, which would stand there literally.
                None if at > 0 => {
                    let mut bits = segment.alive().clone();
                    narrow(&mut bits, length);
                    bits
                }
                None => continue,
                Some(&next) => {
                    let (Some(set), Some(onward)) = (segment.pair(first, next), onward.get(at + length))
                    else {
                        continue;
                    };
                    let mut bits = onward.clone();
                    bits.and_set(set);
                    if !bits.is_empty() {
                        narrow(&mut bits, length);
                    }
                    bits
                }
            };
            here.or(&bits);
        }
        if let Some(slot) = onward.get_mut(at) {
            *slot = here;
        }
    }
    onward.into_iter().next().unwrap_or_default()
}

/// Records that may have characters that are read so.
pub(in crate::search) fn spelled(segment: &Segment, sound: &Hearing) -> Bits {
    let mut all = Bits::default();
    if !segment.has_han() {
        return all;
    }
    let count = sound.length();
    // For each way, each place in the letters and each place where it may go on: records that have a character for what
    // is between.
    let mut read: Vec<Option<Bits>> = vec![None; 2 * count * (count + 1)];
    let slot = |by_initials: bool, at: usize, next: usize| {
        (usize::from(by_initials) * count + at) * (count + 1) + next
    };
    for (c, set) in segment.all_han() {
        for step in sound.steps(c).iter().flat_map(|steps| steps.iter()) {
            if let Some(bits) = read.get_mut(slot(step.by_initials, step.at, step.next)) {
                bits.get_or_insert_default().or_set(set);
            }
        }
    }
    for by_initials in sound.ways() {
        let mut onward: Vec<Bits> = vec![Bits::default(); count];
        onward.push(segment.alive().clone());
        for at in (0..count).rev() {
            let mut here = Bits::default();
            for next in at + 1..=count {
                let bits = read.get_mut(slot(by_initials, at, next)).and_then(Option::take);
                if let (Some(mut bits), Some(onward)) = (bits, onward.get(next)) {
                    bits.and(onward);
                    here.or(&bits);
                }
            }
            if let Some(slot) = onward.get_mut(at) {
                *slot = here;
            }
        }
        if let Some(first) = onward.first() {
            all.or(first);
        }
    }
    all
}
