//! A text made ready for matching: folded, without what matching passes over, with the way back to the source.
//! Also where its words lie and where its sentences end. Knows nothing of queries.

use std::ops::Range;

use memchr::memmem::Finder;

use crate::search::query::fold::{fold_each, is_han, is_word};
use crate::text::{grapheme_after, grapheme_at};

/// Appends a text as it is matched: folded, without ignored characters, without doubled spaces, and without the
/// spaces that typography puts between Han and digits, so that `第 7/5 号` and `第7/5号` are the same.
pub(in crate::search) fn append_dense(source: &str, out: &mut String) {
    walk(source, |c, _| out.push(c));
}

/// A text as it is matched.
pub(in crate::search) fn dense(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    append_dense(source, &mut out);
    out
}

/// Calls `keep` with every character that is kept and the byte of the source at which it begins.
fn walk(source: &str, mut keep: impl FnMut(char, usize)) {
    let mut before: Option<char> = None;
    let mut space: Option<usize> = None;
    fold_each(source, |c, at| {
        if c == ' ' {
            space = space.or(Some(at));
            return;
        }
        if let Some(at) = space.take() {
            let typographic = before.is_some_and(|before| {
                (is_han(before) && c.is_ascii_digit()) || (before.is_ascii_digit() && is_han(c))
            });
            if !typographic {
                keep(' ', at);
            }
        }
        keep(c, at);
        before = Some(c);
    });
    if let Some(at) = space {
        keep(' ', at);
    }
}

/// A text as it is matched, with the way back to the source.
#[derive(Debug)]
pub(in crate::search) struct Traced<'s> {
    source: &'s str,
    text: String,
    /// For each character of `text` the byte at which it begins, and that at which its source does.
    kept: Vec<(u32, u32)>,
}

impl<'s> Traced<'s> {
    pub(in crate::search) fn of(source: &'s str) -> Self {
        let mut text = String::with_capacity(source.len());
        let mut kept = Vec::with_capacity(source.len());
        let small = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        walk(source, |c, at| {
            kept.push((small(text.len()), small(at)));
            text.push(c);
        });
        Self { source, text, kept }
    }

    /// The text as it is matched.
    pub(in crate::search) fn text(&self) -> &str {
        &self.text
    }

    /// Where the source begins of what stands at a byte of the text.
    fn source_of(&self, at: usize) -> Option<usize> {
        let index = self.kept.partition_point(|&(start, _)| start as usize <= at).checked_sub(1)?;
        self.kept.get(index).map(|&(_, start)| start as usize)
    }

    /// Turns byte ranges of the text, in order and disjoint, into byte ranges of the source, widened to whole graphemes:
    /// an accent belongs to its letter, and no letter is taken without its vowel sign. Ranges that touch become one.
    pub(in crate::search) fn to_source(&self, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
        for range in ranges.iter().filter(|range| range.start < range.end) {
            let (Some(start), Some(last)) = (self.source_of(range.start), self.source_of(range.end - 1))
            else {
                break;
            };
            let start = grapheme_at(self.source, start);
            let end = grapheme_after(self.source, last);
            match out.last_mut() {
                Some(before) if before.end >= start => before.end = before.end.max(end),
                _ => out.push(start..end),
            }
        }
        out
    }
}

/// The words of a dense text, in order: runs of letters and digits of scripts that put spaces between words.
pub(in crate::search) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = run(text, bytes, at, false);
        at = run(text, bytes, start, true);
        (start < at).then_some(start..at)
    })
}

/// The words that begin with a character, in order.
pub(in crate::search) fn words_beginning(text: &str, first: char) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut letters = [0; 4];
    let found: Finder<'static> = Finder::new(first.encode_utf8(&mut letters).as_bytes()).into_owned();
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + found.find(bytes.get(from..)?)?;
            from = at + first.len_utf8();
            let inside = match at.checked_sub(1).and_then(|before| bytes.get(before)) {
                None => false,
                Some(before) if before.is_ascii() => before.is_ascii_alphanumeric(),
                Some(_) => char_before(text, at).is_some_and(is_word),
            };
            if !inside && is_word(first) {
                from = run(text, bytes, at, true);
                return Some(at..from);
            }
        }
    })
}

/// The word after a place where one ends.
pub(in crate::search) fn word_after(text: &str, end: usize) -> Option<Range<usize>> {
    let start = run(text, text.as_bytes(), end, false);
    let end = run(text, text.as_bytes(), start, true);
    (start < end).then_some(start..end)
}

/// Where a run of characters that belong to words, or of such that do not, ends.
fn run(text: &str, bytes: &[u8], from: usize, of_words: bool) -> usize {
    let mut at = from;
    while let Some(rest) = bytes.get(at..) {
        let plain = rest.iter().position(|b| !b.is_ascii() || b.is_ascii_alphanumeric() != of_words);
        let Some(plain) = plain else { return bytes.len() };
        at += plain;
        match char_at(text, at) {
            Some(c) if !c.is_ascii() && is_word(c) == of_words => at += c.len_utf8(),
            _ => return at,
        }
    }
    at
}

/// The character that begins at a byte.
pub(in crate::search) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The character that ends before a byte.
pub(in crate::search) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Whether the sign at a byte ends a sentence. A full stop of a script with spaces does so only before white space
/// or a closing mark (`L.1/Add.1` and `7.5` go on); beside Han characters it is a `。` folded, and ends one.
fn ends_sentence(text: &str, at: usize) -> bool {
    let beside_han =
        || char_before(text, at).is_some_and(is_han) || char_at(text, at + 1).is_some_and(is_han);
    match text.as_bytes().get(at) {
        Some(b'\n') => true,
        Some(b'.' | b'!' | b'?') => {
            matches!(text.as_bytes().get(at + 1), None | Some(b' ' | b'\n' | b'"' | b'\'' | b')'))
                || beside_han()
        }
        Some(b';') => beside_han(),
        _ => false,
    }
}

/// Whether no sentence ends between the two byte positions.
pub(in crate::search) fn same_sentence(text: &str, from: usize, to: usize) -> bool {
    let bytes = text.as_bytes().get(from..to).unwrap_or_default();
    let sign = |byte: &u8| matches!(byte, b'\n' | b'.' | b'!' | b'?' | b';');
    !bytes.iter().enumerate().any(|(at, byte)| sign(byte) && ends_sentence(text, from + at))
}

/// The text without the punctuation and spaces at both ends.
pub(in crate::search) fn core(text: &str) -> Range<usize> {
    let solid = |c: char| is_word(c) || is_han(c);
    let start = text.find(solid).unwrap_or(0);
    let end = text.char_indices().rev().find(|&(_, c)| solid(c)).map_or(start, |(at, c)| at + c.len_utf8());
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_between_han_and_digits_and_doubled_spaces_do_not_count() {
        assert_eq!(dense("第 7/5 号决议"), "第7/5号决议");
        assert_eq!(dense("第\u{3000}\u{200B} 7/5\u{A0}号"), "第7/5号");
        assert_eq!(dense("2019 年 UNODC 办公室"), "2019年 unodc 办公室");
        assert_eq!(dense("two  words\tof text"), "two words of text");
        assert_eq!(dense(" a \u{301} "), " a ");
    }

    #[test]
    fn a_range_leads_back_to_the_source_with_the_accents_of_its_last_letter() {
        let source = "见 cafe\u{301} 第 7 号。";
        let text = dense(source);
        assert_eq!(text, "见 cafe 第7号.");
        let read = |part: &str| {
            let start = text.find(part).unwrap();
            let bytes = Traced::of(source).to_source(std::slice::from_ref(&(start..start + part.len())));
            bytes.into_iter().map(|range| source.get(range).unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(read("cafe"), ["cafe\u{301}"]);
        assert_eq!(read("第7号"), ["第 7 号"]);
        assert_eq!(read("."), ["。"]);
        assert!(Traced::of(source).to_source(&[3..3; 1]).is_empty());
    }

    #[test]
    fn words_are_those_of_scripts_with_spaces() {
        let shown = |source: &str| {
            let text = dense(source);
            words(&text).map(|word| text.get(word).unwrap().to_owned()).collect::<Vec<_>>().join("|")
        };
        assert_eq!(shown("L.1/Add.1 и ООН-Женщины缅甸UNODC协"), "l|1|add|1|и|оон|женщины|unodc");
        let a = "abba a,b bab 反a ña";
        assert_eq!(words_beginning(a, 'a').collect::<Vec<_>>(), [0..4, 5..6, 16..17]);
        assert_eq!(words_beginning(a, 'ñ').collect::<Vec<_>>(), std::slice::from_ref(&(18..21)));
        assert_eq!((word_after(a, 4), word_after(a, 21)), (Some(5..6), None));
        assert_eq!(shown("缅甸"), "");
        assert_eq!(shown("مكافحة الفساد"), "مكافحه|الفساد");
    }

    #[test]
    fn a_full_stop_inside_a_symbol_or_a_number_ends_no_sentence() {
        let check = |source: &str, ends: &[usize]| {
            let text = dense(source);
            let found: Vec<usize> =
                text.char_indices().filter(|&(at, _)| ends_sentence(&text, at)).map(|(at, _)| at).collect();
            assert_eq!(found, ends, "{source}");
        };
        check("See L.1/Add.1 and 7.5. Then end", &[21]);
        check("一。二；三", &[3, 7]);
        check("one; two", &[]);
        check("他说：“好。”后", &[11]);
    }
}
