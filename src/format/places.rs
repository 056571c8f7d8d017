//! Bytes of a source to lines and columns.

use unicode_segmentation::UnicodeSegmentation;

/// The byte order mark that some editors put in front; it is no character of the first line.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Where the lines of a source begin.
#[derive(Debug)]
pub(super) struct LineStarts<'s> {
    source: &'s str,
    starts: Vec<usize>,
}

impl<'s> LineStarts<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        let first = if source.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let starts = std::iter::once(first).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { source, starts }
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start <= byte).max(1)
    }

    /// Line and column of each of these bytes, all from 1. They must be in order: each column is counted from
    /// the place before it, so that many places in one long line are not counted from its beginning again and
    /// again. A byte past the end is the end; one inside a character is its beginning.
    pub(super) fn places(&self, bytes: impl IntoIterator<Item = usize>) -> Vec<(usize, usize)> {
        let (mut last_line, mut last_byte, mut last_column) = (0, 0, 1);
        let mut places = Vec::new();
        for byte in bytes {
            let byte = floor(self.source, byte);
            let line = self.line(byte);
            let start = self.starts.get(line - 1).copied().unwrap_or(0);
            if line != last_line {
                (last_line, last_byte, last_column) = (line, start, 1);
            }
            let between = self.source.get(last_byte..byte).unwrap_or_default();
            last_column += between.graphemes(true).count();
            last_byte = byte.max(last_byte);
            places.push((line, last_column));
        }
        places
    }
}

/// Line and column of bytes that are in order, as a reader counts them, from 1.
#[must_use]
pub fn line_and_column(source: &str, bytes: impl IntoIterator<Item = usize>) -> Vec<(usize, usize)> {
    LineStarts::new(source).places(bytes)
}

/// The beginning of the character that a byte belongs to.
pub(super) fn floor(source: &str, byte: usize) -> usize {
    let byte = byte.min(source.len());
    (0..=byte).rev().find(|&at| source.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_characters_as_a_reader_does() {
        let source = "\u{feff}一二 = 1\r\ne\u{301}x\n";
        let places = LineStarts::new(source);
        let at = |byte: usize| places.places([byte]).pop().unwrap();
        let of = |what: &str| at(source.find(what).unwrap());
        assert_eq!((of("一"), of("二"), of("=")), ((1, 1), (1, 2), (1, 4)));
        assert_eq!(of("x"), (2, 2));
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(source.find('一').unwrap() + 1), (1, 1));
        assert_eq!(at(usize::MAX), (3, 1));
        // A place inside a grapheme would be counted by itself; no problem begins there.
        let all = source.char_indices().filter(|(_, c)| *c != '\u{301}').map(|(at, _)| at);
        let all: Vec<usize> = all.collect();
        let one_by_one: Vec<(usize, usize)> = all.iter().map(|&byte| at(byte)).collect();
        assert_eq!(places.places(all), one_by_one);
    }
}
