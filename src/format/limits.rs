//! Whether a file is one that someone could have written, told without parsing it. A parser keeps some 60 to 1,000
//! bytes for each word, sign and value, so 20 MB of `1,` would take gigabytes and half a minute. A long text is
//! one value and weighs nothing.

use memchr::{memchr, memchr2, memchr3};

/// How much a file of a kind may hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit {
    /// Tables of a list: notes, paragraphs and what hangs on them.
    entries: usize,
    /// Words, signs and line ends, however many entries there are.
    tokens: usize,
    /// Commas, however many entries there are.
    commas: usize,
}

/// A document: its sections, speakers, paragraphs.
pub(super) const OF_DOCUMENT: Limit = Limit { entries: 50_000, tokens: 3_500_000, commas: 400_000 };
/// A review that is read, entry by entry: its notes and marks.
pub(super) const OF_REVIEW: Limit = Limit { entries: 150_000, tokens: 30_000_000, commas: 3_000_000 };
/// A review that is edited: all of it is held then, as it is written. An entry that is read is none larger.
pub(super) const OF_EDITED_REVIEW: Limit = Limit { entries: 12_000, tokens: 1_300_000, commas: 200_000 };

/// The bytes with which a word ends.
const ENDS_WORD: [bool; 256] = {
    let (mut ends, mut signs) = ([false; 256], b" \t\r\n\"'#,[]{}=.".as_slice());
    while let [sign, rest @ ..] = signs {
        ends[*sign as usize] = true;
        signs = rest;
    }
    ends
};
/// So many words, signs and line ends a file may have beside those of its entries.
const TOKENS: usize = 1_000_000;
/// So many an entry has at the most, with its anchor and two values of each field, on average over the file.
const TOKENS_OF_ENTRY: usize = 150;
/// So many commas a file may have beside those of its entries.
const COMMAS: usize = 10_000;
/// So many an entry has: tags, speakers.
const COMMAS_OF_ENTRY: usize = 20;

/// The byte from which on the file has more than any of its kind; none if it is not too much.
pub(super) fn too_much(source: &str, limit: Limit) -> Option<usize> {
    let total = Scan::of(source, |_| false).0;
    let most = Count {
        entries: limit.entries,
        tokens: limit.tokens.min(TOKENS + TOKENS_OF_ENTRY * total.entries),
        commas: limit.commas.min(COMMAS + COMMAS_OF_ENTRY * total.entries),
    };
    let over = |count: &Count| {
        count.entries > most.entries || count.tokens > most.tokens || count.commas > most.commas
    };
    if !over(&total) {
        return None;
    }
    let (_, byte) = Scan::of(source, over);
    Some(byte.min(source.len()))
}

/// The bytes at which the tables of lists (`[[…]]`) begin. In a file that is no TOML some may be none.
pub(super) fn list_entries(source: &str) -> Vec<usize> {
    let mut scan = Scan { bytes: source.as_bytes(), at: 0, count: Count::default() };
    let mut entries = Vec::new();
    loop {
        let (at, before) = (scan.at, scan.count.entries);
        if !scan.token() {
            return entries;
        }
        if scan.count.entries > before {
            entries.push(at);
        }
    }
}

/// What was counted so far.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    entries: usize,
    tokens: usize,
    commas: usize,
}

/// Goes through the bytes as TOML sees them: what stands in a text or a comment is no sign. A file that is no TOML is
/// counted as well as can be.
struct Scan<'s> {
    bytes: &'s [u8],
    at: usize,
    count: Count,
}

impl<'s> Scan<'s> {
    /// Counts until `enough`; gives the count and the byte at which it ended.
    fn of(source: &'s str, enough: impl Fn(&Count) -> bool) -> (Count, usize) {
        let mut scan = Self { bytes: source.as_bytes(), at: 0, count: Count::default() };
        while scan.token() && !enough(&scan.count) {}
        (scan.count, scan.at)
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    /// Goes to the first byte that is found in the rest; without one to the end.
    fn skip_to(&mut self, find: impl Fn(&[u8]) -> Option<usize>) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.at += find(rest).unwrap_or(rest.len());
    }

    /// Takes one token. False at the end.
    fn token(&mut self) -> bool {
        let Some(first) = self.byte(0) else { return false };
        self.count.tokens += 1;
        match first {
            b'"' | b'\'' => self.text(first),
            b'#' => self.skip_to(|rest| memchr(b'\n', rest)),
            b' ' | b'\t' => self.skip_to(|rest| rest.iter().position(|byte| !matches!(byte, b' ' | b'\t'))),
            b',' => {
                self.count.commas += 1;
                self.at += 1;
            }
            b'[' => {
                self.count.entries += usize::from(self.byte(1) == Some(b'[') && self.begins_line());
                self.at += 1;
            }
            b'\n' | b'\r' | b'=' | b'.' | b']' | b'{' | b'}' => self.at += 1,
            _ => self.skip_to(|rest| rest.iter().position(|byte| ENDS_WORD[usize::from(*byte)])),
        }
        true
    }

    /// Whether only white space stands before in the line.
    fn begins_line(&self) -> bool {
        let before = self.bytes.get(..self.at).unwrap_or_default();
        let blank = |byte: &&u8| **byte == b' ' || **byte == b'\t';
        before.iter().rev().find(|byte| !blank(byte)).is_none_or(|byte| *byte == b'\n')
    }

    /// A text in one or in three quotes. One that does not end is left at the end of its line or of the file.
    fn text(&mut self, quote: u8) {
        let long = self.byte(1) == Some(quote) && self.byte(2) == Some(quote);
        self.at += if long { 3 } else { 1 };
        loop {
            self.skip_to(|rest| match long {
                true => memchr2(quote, b'\\', rest),
                false => memchr3(quote, b'\\', b'\n', rest),
            });
            match self.byte(0) {
                Some(b'\\') if quote == b'"' => self.at += 2,
                Some(b'\\') => self.at += 1,
                Some(byte)
                    if byte == quote
                        && long
                        && (self.byte(1), self.byte(2)) != (Some(quote), Some(quote)) =>
                {
                    self.at += 1;
                }
                Some(byte) if byte == quote => {
                    self.at += if long { 3 } else { 1 };
                    return;
                }
                _ => return,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_someone_can_have_written_is_not_too_much() {
        let note = "[[note]]\nid = \"n\"\nparagraph = \"18\"\nkind = \"comment\"\ntags = [\"a\", \"b\"]\nrev = 1\n\
                    created = 2026-11-23T14:00:00Z\nchanged = 2026-11-23T14:00:00Z\nbody = \"\"\"\nx, y = [z]\"\"\"\n\
                    [note.anchor]\nlanguage = \"zh\"\nexact = \"x\"\nprefix = \"\"\nsuffix = \"\"\nstart = 0\nend = 1\n";
        assert_eq!(too_much(&note.repeat(10_000), OF_REVIEW), None);
        // A text is one value, whatever it holds.
        let signs = "[[=,]]\n".repeat(300_000);
        for text in [
            format!("x = '''\n{signs}'''\n"),
            format!("x = \"\"\"\n{signs}\\\"\"\"{signs}\"\" {signs}\"\"\"\n"),
            format!("x = \"{}\"\n", "\\\",".repeat(300_000)),
            format!("x = '{}'\n", "\\,".repeat(300_000)),
            format!("# {}\n", ",".repeat(300_000)),
        ] {
            assert_eq!(too_much(&text, OF_DOCUMENT), None);
        }
    }

    #[test]
    fn what_nobody_can_have_written_is() {
        for (text, times) in [
            ("1,", 12_000),
            ("k = 1\n", 200_000),
            ("\n", 1_100_000),
            ("[[x]]\n", 160_000),
            ("a.", 1_000_000),
            ("[", 1_100_000),
            ("{", 1_100_000),
            ("\"\" ", 600_000),
            ("=", 1_100_000),
            ("'\n", 1_100_000),
        ] {
            assert!(too_much(&text.repeat(times), OF_REVIEW).is_some_and(|byte| byte > 0), "{text}");
        }
    }

    #[test]
    fn the_place_is_where_it_becomes_too_much() {
        let source = format!("format = 1\nx = [{}]\n", "1,".repeat(20_000));
        let byte = too_much(&source, OF_REVIEW).unwrap();
        assert_eq!(source.get(..byte).unwrap().matches(',').count(), COMMAS + 1);
    }

    #[test]
    fn the_end_may_come_anywhere() {
        for text in ["\"", "\"\"\"", "\"\\", "'", "'''", "'''''", "#", "[", "[[", "\"\"\"\"\"", "", "é\\"] {
            assert_eq!(too_much(text, OF_DOCUMENT), None, "{text}");
        }
    }
}
