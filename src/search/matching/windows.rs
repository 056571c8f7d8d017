//! Loose matching of a term with Han characters: its characters in order, with gaps, in a short window of one
//! sentence.

use std::ops::Range;

use crate::search::query::dense::same_sentence;
use crate::search::query::needle::Needle;

/// How many characters a term of so many may spread over.
pub(in crate::search) fn reach(count: usize) -> usize {
    (12 * count).max(16)
}

/// Every smallest window that holds the atoms in order, inside one sentence and inside the reach of a term of
/// `count` characters: its bytes, and how many characters it has.
pub(in crate::search) fn windows(text: &str, atoms: &[Needle], count: usize) -> Vec<(Range<usize>, usize)> {
    let mut found: Vec<(Range<usize>, usize)> = Vec::new();
    let Some((first, rest)) = atoms.split_first() else { return found };
    let reach = reach(count);
    let mut from = 0;
    while let Some(start) = first.find(text, from, text.len()) {
        from = start + text.get(start..).and_then(|text| text.chars().next()).map_or(1, char::len_utf8);
        // Four bytes a character at most.
        let limit = start + reach * 4;
        let mut end = start + first.text().len();
        let mut whole = true;
        for atom in rest {
            match atom.find(text, end, limit) {
                Some(at) => end = at + atom.text().len(),
                None => {
                    whole = false;
                    // What does not stand in the rest of the text does not for a later beginning either.
                    if atom.find(text, end, text.len()).is_none() {
                        return found;
                    }
                    break;
                }
            }
        }
        if !whole {
            continue;
        }
        let Some(length) = text.get(start..end).map(|window| window.chars().count()) else { continue };
        let last =
            text.get(start..end).and_then(|window| window.chars().next_back()).map_or(1, char::len_utf8);
        if length > reach || !same_sentence(text, start, end - last) {
            continue;
        }
        match found.last_mut() {
            // Another beginning with the same end is nearer to it.
            Some((window, count)) if window.end == end => (window.start, *count) = (start, length),
            _ => found.push((start..end, length)),
        }
    }
    found
}
