//! Bytes of a source to lines and columns, and back to the line's text.

use unicode_segmentation::UnicodeSegmentation;

/// The byte order mark that some editors put in front; it is no character of the first line.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Where the lines of a source begin.
#[derive(Debug)]
pub(super) struct Places<'s> {
    source: &'s str,
    starts: Vec<usize>,
}

impl<'s> Places<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        let first = if source.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let starts = std::iter::once(first).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { source, starts }
    }

    /// Line and column of a byte, both from 1. A byte past the end is the end; one inside a character is its
    /// beginning.
    pub(super) fn place(&self, byte: usize) -> (usize, usize) {
        let byte = (0..=byte.min(self.source.len())).rev().find(|&at| self.source.is_char_boundary(at));
        let byte = byte.unwrap_or(0);
        let line = self.starts.partition_point(|&start| start <= byte).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.source.get(start..byte).unwrap_or_default();
        (line, before.graphemes(true).count() + 1)
    }

    /// A line's text without its end.
    pub(super) fn line(&self, line: usize) -> &'s str {
        let start = line.checked_sub(1).and_then(|line| self.starts.get(line).copied());
        let rest = start.and_then(|start| self.source.get(start..)).unwrap_or_default();
        let text = rest.split('\n').next().unwrap_or_default();
        text.strip_suffix('\r').unwrap_or(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_characters_as_a_reader_does() {
        let source = "\u{feff}一二 = 1\r\ne\u{301}x\n";
        let places = Places::new(source);
        let at = |what: &str| places.place(source.find(what).unwrap());
        assert_eq!((at("一"), at("二"), at("=")), ((1, 1), (1, 2), (1, 4)));
        assert_eq!(at("x"), (2, 2));
        assert_eq!(places.place(0), (1, 1));
        assert_eq!(places.place(source.find('一').unwrap() + 1), (1, 1));
        assert_eq!(places.place(usize::MAX), (3, 1));
        assert_eq!((places.line(1), places.line(2), places.line(9)), ("一二 = 1", "e\u{301}x", ""));
    }
}
