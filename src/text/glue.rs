//! What stays together though UAX #14 would let it part: numbers with their units, symbols, references.
//!
//! A reader of a report must never meet `第 | 7/5 号`, `2026 | 年`, `para. | 5` or `A/HRC/ | 54/22`. One pass over
//! the text gives byte ranges; a break strictly inside one is weak, used only where the run is wider than the
//! row. No punctuation rules here: those are `kinsoku`'s.

use std::ops::Range;

use super::abbreviations::{LONGEST, Waits, waits};
use super::kinsoku::{is_blank, is_east_asian, may_not_end, may_not_start};
use super::units::{HAN_NUMERALS, HAN_UNITS, MAGNITUDES, PREFIXES, WORD_UNITS};

/// The ranges that hold together, by rising start; they may overlap.
pub(super) fn glued(text: &str) -> Vec<Range<usize>> {
    let mut scan = Scan { text, spans: Vec::new(), line_starts: true };
    let mut at = 0;
    while let Some(c) = scan.char_at(at) {
        let next = if c == '第' {
            scan.ordinal(at)
        } else if is_digit(c) {
            scan.number(at)
        } else if is_word_start(c) {
            scan.word(at)
        } else {
            at + c.len_utf8()
        };
        scan.line_starts = match c {
            '\n' => true,
            '(' | '（' => scan.line_starts,
            _ => scan.line_starts && is_blank(c),
        };
        at = next.max(at + c.len_utf8());
    }
    scan.spans
}

/// ASCII, full-width, Arabic-Indic and Persian digits.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}')
}

/// Letters of Latin, Greek, Cyrillic and Arabic (by block: every letter passes here), and the signs that stand
/// before an amount.
fn is_word_start(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '$' | '€' | '£' | '¥' | '￥' | '₽' | '№' | '§' => true,
        '×' | '÷' => false,
        _ => {
            matches!(c, '\u{C0}'..='\u{24F}' | '\u{370}'..='\u{52F}' | '\u{620}'..='\u{65F}' | '\u{66E}'..='\u{6D3}')
        }
    }
}

/// What a word, a symbol or an address is made of.
fn is_word_part(c: char) -> bool {
    is_word_start(c) || is_digit(c) || matches!(c, '.' | '/' | '-' | '_' | '°' | 'º' | '‑')
}

/// What may stand between two digits of one number or range.
fn joins_digits(c: char) -> bool {
    matches!(c, '.' | ',' | '/' | ':' | '-' | '‑' | '–' | '−' | '~' | '～' | '٫' | '٬' | '’' | '\'' | '．')
}

struct Scan<'a> {
    text: &'a str,
    spans: Vec<Range<usize>>,
    /// Only white space and opening brackets so far on this line.
    line_starts: bool,
}

impl<'a> Scan<'a> {
    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.rest(at).chars().next()
    }

    /// The end of the characters from `at` that satisfy `belongs`.
    fn run(&self, at: usize, belongs: impl Fn(char) -> bool) -> usize {
        let rest = self.rest(at);
        at + rest.find(|c| !belongs(c)).unwrap_or(rest.len())
    }

    /// The position after at most one space of any kind that does not end the line.
    fn past_space(&self, at: usize) -> usize {
        match self.char_at(at) {
            Some(c @ (' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')) => at + c.len_utf8(),
            _ => at,
        }
    }

    fn past_char(&self, at: usize) -> usize {
        at + self.char_at(at).filter(|c| *c != '\n').map_or(0, char::len_utf8)
    }

    /// `第` with its numeral and classifier; with whatever follows, where that is no numeral.
    fn ordinal(&mut self, at: usize) -> usize {
        let after = at + '第'.len_utf8();
        let start = self.past_space(after);
        let numeral = self.run(start, |c| HAN_NUMERALS.contains(&c));
        if numeral == start {
            self.spans.push(at..self.past_char(start));
            return after;
        }
        self.spans.push(at..self.unit(numeral).unwrap_or(numeral));
        numeral
    }

    /// Digits with their separators: `1,800`, `7/5`, `3.5`, `16-20`, `12 500 000`.
    fn digits(&self, at: usize) -> usize {
        let mut end = self.run(at, is_digit);
        let mut group = end - at;
        while let Some(c) = self.char_at(end) {
            let next = end + c.len_utf8();
            let stop = self.run(next, is_digit);
            let thousands =
                matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}') && group <= 3 && stop - next == 3;
            if stop == next || !(joins_digits(c) || thousands) {
                break;
            }
            group = stop - next;
            end = stop;
        }
        self.year(end)
    }

    /// The end of the year in brackets that belongs to a resolution's number: `1990(2011)`, `2231 (2015)`.
    fn year(&self, number: usize) -> usize {
        let open = self.past_space(number);
        let year = self.past_char(open);
        let close = self.run(year, is_digit);
        let is_year = matches!(self.char_at(open), Some('(' | '（')) && (year..close).len() == 4;
        if is_year && matches!(self.char_at(close), Some(')' | '）')) {
            self.past_char(close)
        } else {
            number
        }
    }

    /// A number, what belongs to it before and behind, and a list's marker with the first of its item.
    fn number(&mut self, at: usize) -> usize {
        let mut end = self.digits(at);
        if self.last_of_line(end)
            && let Some((before, _)) = self.text.get(..at).and_then(|head| {
                head.char_indices()
                    .rev()
                    .find(|(_, c)| !is_blank(*c) && !may_not_end(*c))
                    .filter(|_| !self.line_starts)
            })
        {
            self.spans.push(before..self.past_char(at));
        }
        // `54/L.2`, `70A`, `5G`: a symbol goes on after its number.
        if self.char_at(end).is_some_and(|c| is_word_start(c) || (c == '/' && self.word_follows(end + 1))) {
            end = self.run(end, is_word_part);
        }
        let whole = self.unit(end).or_else(|| self.marker(end)).unwrap_or(end);
        self.spans.push(at..whole);
        end
    }

    fn word_follows(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(is_word_start)
    }

    /// Whether nothing but stops and spaces follows on the line: such a number would stand on a row alone.
    fn last_of_line(&self, at: usize) -> bool {
        let end = self.run(at, |c| c != '\n' && (may_not_start(c) || is_blank(c)));
        matches!(self.char_at(end), None | Some('\n'))
    }

    /// The end of the item's first character, where a list's marker (`1.`, `(a)`, `18、`) ends at `at`.
    fn marker(&self, at: usize) -> Option<usize> {
        if !self.line_starts || !matches!(self.char_at(at), Some('.' | ')' | '．' | '、' | '）')) {
            return None;
        }
        let item = self.run(self.past_char(at), |c| c != '\n' && (is_blank(c) || may_not_end(c)));
        Some(self.past_char(item))
    }

    /// The end of a unit or classifier that follows a number, with a magnitude before it.
    fn unit(&self, number: usize) -> Option<usize> {
        let start = self.past_space(number);
        if !self.char_at(start).is_some_and(is_east_asian) {
            return self.word_unit(start);
        }
        let magnitude = self.run(start, |c| MAGNITUDES.contains(&c));
        let rest = self.rest(magnitude);
        let first = rest.chars().next();
        let units = HAN_UNITS.iter().filter(|unit| unit.chars().next() == first && rest.starts_with(**unit));
        let longest = units.map(|unit| unit.len()).max();
        longest.map(|unit| magnitude + unit).or_else(|| (magnitude > start).then_some(magnitude))
    }

    /// The end of the longest unit of the languages with spaces at `at`.
    fn word_unit(&self, at: usize) -> Option<usize> {
        let first = self.char_at(at).filter(|c| !is_blank(*c))?.to_lowercase().next();
        let units = WORD_UNITS.iter().filter(|unit| unit.chars().next() == first);
        units.filter_map(|unit| self.this_unit(at, unit)).max()
    }

    /// The end of `unit` at `at`, in any case and with any space inside it, where no letter follows.
    fn this_unit(&self, at: usize, unit: &str) -> Option<usize> {
        let mut end = at;
        for wanted in unit.chars() {
            let c = self.char_at(end)?;
            let same =
                if wanted == ' ' { is_blank(c) || c == '\u{A0}' } else { c.to_lowercase().eq([wanted]) };
            if !same {
                return None;
            }
            end += c.len_utf8();
        }
        self.char_at(end).is_none_or(|c| !c.is_alphanumeric() || is_east_asian(c)).then_some(end)
    }

    /// A word: whole where it is a symbol or an address, with its number where it waits for one.
    fn word(&mut self, at: usize) -> usize {
        let end = self.run(at, is_word_part);
        let word = self.text.get(at..end).unwrap_or_default();
        let number = self.past_space(end);
        let prefix = || {
            PREFIXES.contains(&word)
                || (word.len() <= 4 * LONGEST
                    && word.strip_suffix('.').and_then(waits) == Some(Waits::ForNumber))
        };
        if word.contains('/') && word.chars().any(|c| c.is_uppercase() || is_digit(c)) {
            let numbered = word.chars().next_back().is_some_and(is_digit);
            self.spans.push(at..self.unit(end).filter(|_| numbered).unwrap_or(end));
        } else if self.char_at(number).is_some_and(is_digit) && prefix() {
            self.spans.push(at..self.past_char(number));
        } else if self.line_starts && word.len() <= 6 {
            let marked = word.find('.').map_or(end, |dot| at + dot);
            if let Some(item) = self.marker(marked) {
                self.spans.push(at..item);
            }
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces that hold together where `|` stands: none of the marked positions may be a free break.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let spans = glued(&text);
        let mut at = 0;
        for piece in marked.split('|') {
            at += piece.len();
            let last = at == text.len();
            assert!(
                last || spans.iter().any(|span| span.start < at && at < span.end),
                "{marked} at {at}: {spans:?}"
            );
        }
    }

    fn check_free(text: &str, at: usize) {
        assert!(!glued(text).iter().any(|span| span.start < at && at < span.end), "{text} at {at}");
    }

    #[test]
    fn a_number_keeps_its_unit_or_classifier() {
        for case in [
            "在2026|年底",
            "2026 |年底",
            "于 10 |个国家",
            "第|54|/22|号",
            "第 |7/5 |号决议",
            "第 |17 |段",
            "第|六十|届会议",
            "400 |多|所大学",
            "5 |万|人",
            "3.5 |亿|美元",
            "20|个月",
            "增长 3.5 |%，",
            "约 16–20 |段",
            "9 |月 4 |日",
            "1,800 |多|篇",
            "about 10 |per |cent of",
            "5 |млн. человек",
            "2015 |года",
            "20 |January",
            "le 20 |janvier",
            "20 |de |enero",
            "15 |%",
            "10 |في |المائة",
            "第 |A/RES/70/1 |号决议",
        ] {
            check(case);
        }
    }

    #[test]
    fn a_symbol_and_a_number_are_never_parted() {
        for case in [
            "见A/|HRC/|54/|22。",
            "CAC/|COSP/|WG.|4/|2019/|L.|1/|Add.|1",
            "A/79/123-|S/2024/456",
            "1,|800 ",
            "12 |500 |000 francs",
            "2018–|2019",
            "第 54/|L.2 号",
            "第1990|(2011)|号决议",
            "resolution 2231 |(2015) of",
        ] {
            check(case);
        }
    }

    #[test]
    fn an_abbreviation_or_a_currency_keeps_its_number() {
        for case in [
            "see para. |5",
            "(No. |7/5)",
            "Nos. |7",
            "voir par. |12",
            "núm. |3",
            "п. |5",
            "стр. |7",
            "US$ |5",
            "№ |7",
            "€\u{a0}|5",
            "ص. |5",
        ] {
            check(case);
        }
        check_free("The end. 5 States", 9);
        check_free("Committee 5 States", 10);
    }

    #[test]
    fn a_number_does_not_stand_alone_at_either_end_of_a_line() {
        check("1. |工作组");
        check("(a) |The group");
        check("  iv) |text");
        check("was adopted in |2015.");
        check("共有|20。");
        check("United Republic |(2015)");
        check("one\n12. |Two in |5\n");
    }

    #[test]
    fn what_only_looks_alike_may_part() {
        check_free("2018 和2019", 5);
        check_free("工作组第二天", 3);
        check_free("in 2015 the", 8);
        check_free("and/or not", 7);
    }
}
