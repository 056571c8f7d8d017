//! Where a row may end: UAX #14 (Unicode 15, `unicode-linebreak`) with this program's tailoring.
//!
//! Three changes to the standard: punctuation that may not begin or end a row (`kinsoku`), breaks beside curly
//! quotation marks between East Asian characters, which Unicode 16 allows (LB19a) and Unicode 15 does not, and
//! ranges that hold together (`glue`). Widths and rows are `wrap`'s; to replace the base, replace this file.

use std::iter::Peekable;
use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::glue::glued;
use super::kinsoku::{is_east_asian, may_not_end, may_not_start};

/// How willingly a row ends at a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// A row may end here.
    Free,
    /// Only where a run is wider than the row: inside a symbol, between a number and its unit.
    Weak,
}

/// The byte offsets before which a row may begin, in order. Newlines are the caller's own.
pub(super) fn breaks(text: &str) -> Vec<(usize, Strength)> {
    let mut found = Vec::with_capacity(text.len() / 3);
    let mut base = linebreaks(text).peekable();
    let mut glue = Glue { spans: glued(text).into_iter().peekable(), reach: 0 };
    let mut before = Before::default();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let allowed = allowed(&mut base, at);
        let quote = !allowed && before.quote_gap(c, || chars.peek().map(|(_, c)| *c));
        if (allowed || quote) && before.permits(c) {
            let weak = glue.holds(at) || (!quote && before.inside_word(c));
            found.push((at, if weak { Strength::Weak } else { Strength::Free }));
        }
        before.step(c);
    }
    found
}

/// Whether the standard has an opportunity at `at`.
fn allowed(base: &mut Peekable<impl Iterator<Item = (usize, BreakOpportunity)>>, at: usize) -> bool {
    while base.next_if(|(position, _)| *position < at).is_some() {}
    base.next_if(|(position, _)| *position == at).is_some() && at > 0
}

/// Whether a position lies inside a range that holds together; asked for rising positions only.
struct Glue<I: Iterator<Item = Range<usize>>> {
    spans: Peekable<I>,
    reach: usize,
}

impl<I: Iterator<Item = Range<usize>>> Glue<I> {
    fn holds(&mut self, at: usize) -> bool {
        while let Some(span) = self.spans.next_if(|span| span.start < at) {
            self.reach = self.reach.max(span.end);
        }
        at < self.reach
    }
}

/// The characters before a position.
#[derive(Default)]
struct Before {
    /// The character directly before it.
    last: Option<char>,
    /// The character one further back.
    second: Option<char>,
    /// The nearest that is not white space.
    ink: Option<char>,
}

impl Before {
    fn step(&mut self, c: char) {
        self.second = self.last.replace(c);
        if !c.is_whitespace() {
            self.ink = Some(c);
        }
    }

    /// LB19a of Unicode 16, a little wider: a row may end before an opening quotation mark that follows an East
    /// Asian character, after a closing one that precedes one, and between the two (`”“`) beside one.
    fn quote_gap(&self, next: char, after_next: impl FnOnce() -> Option<char>) -> bool {
        let Some(last) = self.last else { return false };
        let opens = matches!(next, '“' | '‘');
        let closed = matches!(last, '”' | '’');
        if opens && closed {
            self.second.is_some_and(is_east_asian) || after_next().is_some_and(is_east_asian)
        } else {
            (opens && is_east_asian(last)) || (closed && is_east_asian(next))
        }
    }

    /// Whether no punctuation rule forbids a row to end here and the next to begin with `next`.
    fn permits(&self, next: char) -> bool {
        if may_not_start(next) || self.ink.is_some_and(may_not_end) {
            return false;
        }
        // The Spanish raya that opens an aside, `palabra —aside—`, stays with what it opens.
        let opens_aside =
            self.last == Some('—') && self.second.is_none_or(char::is_whitespace) && !is_east_asian(next);
        !opens_aside
    }

    /// Words of scripts with spaces part at spaces and hyphens only: not in `and/or`, `what?ever`.
    fn inside_word(&self, next: char) -> bool {
        let punctuation = self.last.is_some_and(|c| c.is_ascii_punctuation() && c != '-');
        punctuation && next.is_alphanumeric() && !is_east_asian(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` marks every free break, `~` every weak one; the rest of the text has none.
    fn check(marked: &str) {
        let text: String = marked.chars().filter(|c| !matches!(c, '|' | '~')).collect();
        let found = breaks(&text);
        let mut shown = String::new();
        for (at, c) in text.char_indices() {
            match found.iter().find(|(position, _)| *position == at) {
                Some((_, Strength::Free)) => shown.push('|'),
                Some((_, Strength::Weak)) => shown.push('~'),
                None => {}
            }
            shown.push(c);
        }
        assert_eq!(shown, marked);
    }

    #[test]
    fn punctuation_stays_on_the_side_where_it_belongs() {
        for case in [
            "甲，|乙。|丙",
            "见|《甲》|（乙）",
            "他|说：|“是。”",
            "于|是……|我|们——|你|们",
            "阿|希|姆·|卡|索",
            "【甲】|〔乙〕|「丙」|『丁』",
            "50％|的|人",
            "a |(b) |c",
            "mot\u{a0}; |«\u{202f}droit\u{202f}»\u{a0}: |oui",
        ] {
            check(case);
        }
    }

    #[test]
    fn curly_quotes_between_chinese_characters_open_and_close_a_row() {
        check("关|于|“人|工|智|能|与|隐|私”|的|报|告");
        check("“甲”|“乙”|和|‘丙’|（丁）");
        check("所|谓|“API”|接|口");
        check("the |“quoted” |word |isn’t |Xi’an");
        check("题|为|“《马|拉》”");
    }

    #[test]
    fn symbols_and_words_part_only_weakly() {
        check("A/~HRC/54/22");
        check("https://~www.un.org/~en/~ga");
        check("and/~or |state-|of-|the-|art");
        check("le |peuple |d’Haïti |c’est-|à-|dire");
        check("т.д. |и |т.п.");
    }

    #[test]
    fn an_aside_keeps_its_dashes() {
        check("los |Estados —que |decidieron— |van");
        check("Совет — |орган");
        check("甲——|乙");
    }
}
