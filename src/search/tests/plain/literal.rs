//! The oracle: finding a run of characters in another, in time linear in both (Knuth, Morris, Pratt), whatever is typed.

use std::ops::Range;

/// Characters to be found as they stand, folded and dense; with the failure table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlainNeedle {
    chars: Vec<char>,
    /// For each prefix one longer: how long the longest proper prefix is that also ends it.
    back: Vec<usize>,
}

impl PlainNeedle {
    /// A needle; `None` without characters.
    pub(super) fn new(chars: Vec<char>) -> Option<Self> {
        if chars.is_empty() {
            return None;
        }
        let mut back = vec![0; chars.len()];
        let mut length = 0;
        for at in 1..chars.len() {
            while length > 0 && chars.get(at) != chars.get(length) {
                length = back.get(length - 1).copied().unwrap_or(0);
            }
            if chars.get(at) == chars.get(length) {
                length += 1;
            }
            if let Some(slot) = back.get_mut(at) {
                *slot = length;
            }
        }
        Some(Self { chars, back })
    }

    /// Its characters; at least one.
    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// How many characters.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// Every place where it stands, from left to right, none overlapping another.
    pub(super) fn find_all(&self, hay: &[char]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(start) = self.find(hay, from) {
            from = start + self.len();
            found.push(start..from);
        }
        found
    }

    /// The first place at or after `from` where it stands.
    pub(super) fn find(&self, hay: &[char], from: usize) -> Option<usize> {
        let first = self.chars.first()?;
        let mut at = from;
        let mut length = 0;
        while let Some(c) = hay.get(at) {
            if length == 0 && c != first {
                at += 1 + hay.get(at + 1..)?.iter().position(|c| c == first)?;
                continue;
            }
            while length > 0 && self.chars.get(length) != Some(c) {
                length = self.back.get(length - 1).copied().unwrap_or(0);
            }
            if self.chars.get(length) == Some(c) {
                length += 1;
            }
            at += 1;
            if length == self.len() {
                return Some(at - length);
            }
        }
        None
    }
}

/// Whether the character occurs, read in strides that the compiler can widen.
pub(super) fn contains(hay: &[char], wanted: char) -> bool {
    let mut strides = hay.chunks_exact(32);
    strides.any(|stride| stride.iter().fold(false, |seen, &c| seen | (c == wanted)))
        || strides.remainder().contains(&wanted)
}
