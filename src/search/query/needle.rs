//! A run of characters to be found as it stands. Knows no terms.

use std::ops::Range;

use memchr::memmem::Finder;

/// Characters to be found as they stand, folded and dense.
#[derive(Debug, Clone)]
pub(in crate::search) struct Needle {
    text: Box<str>,
    count: usize,
    finder: Finder<'static>,
}

impl PartialEq for Needle {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Needle {}

impl Needle {
    /// A needle; `None` without characters.
    pub(in crate::search) fn new(text: &str) -> Option<Self> {
        let finder = Finder::new(text.as_bytes()).into_owned();
        (!text.is_empty()).then(|| Self { text: text.into(), count: text.chars().count(), finder })
    }

    /// Its characters; at least one.
    pub(in crate::search) fn text(&self) -> &str {
        &self.text
    }

    /// How many characters it has, not bytes.
    pub(in crate::search) fn count(&self) -> usize {
        self.count
    }

    /// Every place where it stands, from left to right, none overlapping another.
    pub(in crate::search) fn find_all<'a>(&'a self, hay: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        self.finder.find_iter(hay.as_bytes()).map(|start| start..start + self.text.len())
    }

    /// Where it stands first at or after a byte and wholly before another.
    pub(in crate::search) fn find(&self, hay: &str, from: usize, to: usize) -> Option<usize> {
        let inside = hay.as_bytes().get(from..to.min(hay.len()))?;
        self.finder.find(inside).map(|at| from + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_do_not_overlap() {
        let needle = Needle::new("aa").unwrap();
        assert_eq!(needle.find_all("aaaaa baa").collect::<Vec<_>>(), [0..2, 2..4, 7..9]);
        assert_eq!(
            (needle.find("baa", 0, 9), needle.find("baa", 0, 2), needle.find("baa", 2, 9)),
            (Some(1), None, None)
        );
        assert!(Needle::new("").is_none());
    }
}
