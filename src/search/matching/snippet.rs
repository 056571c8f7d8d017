//! The excerpt of a text that a list shows for a hit. Knows columns; knows no query.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::search::matching::hit::Snippet;
use crate::search::query::fold::is_word;

/// Width of an excerpt, in columns.
const COLUMNS: usize = 60;
/// How many graphemes a cut may move to fall where a reader would put it.
const NUDGE: usize = 8;
/// How many characters before and after the beginning of the hit are looked at.
const AROUND: usize = 300;

/// A grapheme of the source with its place.
struct Cell<'a> {
    at: usize,
    text: &'a str,
    width: usize,
}

impl Cell<'_> {
    fn is_space(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || c.is_control())
    }

    fn in_word(&self) -> bool {
        self.text.chars().next().is_some_and(is_word)
    }

    fn ends_clause(&self) -> bool {
        self.text.chars().next().is_some_and(|c| "。，；：、！？,;:.!?،؛؟".contains(c))
    }
}

/// The excerpt around the bytes `best`, with the bytes `marks` (in order) marked.
pub(in crate::search) fn snippet(source: &str, best: &Range<usize>, marks: &[Range<usize>]) -> Snippet {
    let before = source.get(..best.start).unwrap_or_default();
    let low = before.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let after = source.get(best.start..).unwrap_or_default();
    let high = after.char_indices().nth(AROUND).map_or(source.len(), |(at, _)| best.start + at);
    let region = source.get(low..high).unwrap_or_default();
    let cells: Vec<Cell<'_>> = region
        .grapheme_indices(true)
        .map(|(at, text)| Cell { at: low + at, text, width: text.width() })
        .collect();
    let first = cells.partition_point(|cell| cell.at + cell.text.len() <= best.start);
    let last = cells.partition_point(|cell| cell.at < best.end).max(first);
    let (mut start, mut end) = fitted(&cells, first..last);
    if start > 0 || low > 0 {
        start = nudged_start(&cells, start, first);
        end = filled(&cells, start).max(end);
    }
    let cut_after = end < cells.len() || high < source.len();
    if cut_after {
        end = nudged_end(&cells, end, last.max(start + 1));
    }
    let kept = cells.get(start..end).unwrap_or_default();
    written(kept, marks, start > 0 || low > 0, cut_after)
}

/// Which cells fit into the columns, the hit in their midst; from the hit's beginning if it is too wide.
fn fitted(cells: &[Cell<'_>], hit: Range<usize>) -> (usize, usize) {
    // A column for each `…`.
    let mut spare = COLUMNS - 2;
    let (mut start, mut end) = (hit.start, hit.start);
    let grow = |end: &mut usize, until: usize, spare: &mut usize| {
        while *end < until
            && let Some(left) = cells.get(*end).and_then(|cell| spare.checked_sub(cell.width))
        {
            (*spare, *end) = (left, *end + 1);
        }
    };
    grow(&mut end, hit.end, &mut spare);
    if end < hit.end {
        return (start, end);
    }
    let mut right = spare - spare / 2;
    grow(&mut end, cells.len(), &mut right);
    spare = spare / 2 + right;
    while let Some(cell) = start.checked_sub(1).and_then(|at| cells.get(at))
        && let Some(left) = spare.checked_sub(cell.width)
    {
        (spare, start) = (left, start - 1);
    }
    grow(&mut end, cells.len(), &mut spare);
    (start, end)
}

/// The end of what fits into the columns from `start` on.
fn filled(cells: &[Cell<'_>], start: usize) -> usize {
    let mut used = 0;
    let fits = |cell: &&Cell<'_>| {
        used += cell.width;
        used <= COLUMNS - 2
    };
    start + cells.iter().skip(start).take_while(fits).count()
}

/// A beginning after a clause, else at a word's beginning, not far from `start` and not after `first`.
fn nudged_start(cells: &[Cell<'_>], start: usize, first: usize) -> usize {
    let near = (start + NUDGE).min(first);
    let before = |at: usize| at.checked_sub(1).and_then(|before| cells.get(before));
    let here = |at: usize| cells.get(at).is_some_and(|cell| cell.in_word());
    let mut begin = (start..=near)
        .find(|&at| before(at).is_some_and(|cell| cell.ends_clause()) && !here(at))
        .or_else(|| (start..=near).find(|&at| !(before(at).is_some_and(|cell| cell.in_word()) && here(at))))
        .unwrap_or(start);
    while begin < first && cells.get(begin).is_some_and(Cell::is_space) {
        begin += 1;
    }
    begin
}

/// An end that cuts no word, not far from `end` and not before `last`.
fn nudged_end(cells: &[Cell<'_>], end: usize, last: usize) -> usize {
    let near = end.saturating_sub(NUDGE).max(last);
    let inside = |at: usize| {
        at.checked_sub(1).and_then(|before| cells.get(before)).is_some_and(Cell::in_word)
            && cells.get(at).is_some_and(Cell::in_word)
    };
    let mut stop = (near..=end).rev().find(|&at| !inside(at)).unwrap_or(end);
    while stop > last && stop.checked_sub(1).and_then(|at| cells.get(at)).is_some_and(Cell::is_space) {
        stop -= 1;
    }
    stop
}

fn written(cells: &[Cell<'_>], marks: &[Range<usize>], cut_before: bool, cut_after: bool) -> Snippet {
    let mut snippet = Snippet::default();
    let mut count = 0;
    if cut_before {
        snippet.text.push('…');
        count += 1;
    }
    let mut marks = marks.iter().peekable();
    for cell in cells {
        for (offset, c) in cell.text.char_indices() {
            let at = cell.at + offset;
            while marks.next_if(|mark| mark.end <= at).is_some() {}
            if marks.peek().is_some_and(|mark| mark.contains(&at)) {
                match snippet.ranges.last_mut() {
                    Some(range) if range.end == count => range.end += 1,
                    _ => snippet.ranges.push(count..count + 1),
                }
            }
            snippet.text.push(if c.is_control() { ' ' } else { c });
            count += 1;
        }
    }
    if cut_after {
        snippet.text.push('…');
    }
    snippet
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The excerpt with what is marked in brackets.
    fn check(source: &str, hit: &str, shown: &str) {
        let start = source.find(hit).unwrap();
        let best = start..start + hit.len();
        let snippet = snippet(source, &best, std::slice::from_ref(&best));
        assert!(snippet.text.width() <= COLUMNS, "{}", snippet.text);
        let mut out = String::new();
        for (at, c) in snippet.text.chars().enumerate() {
            if snippet.ranges.iter().any(|range| range.start == at) {
                out.push('[');
            }
            out.push(c);
            if snippet.ranges.iter().any(|range| range.end == at + 1) {
                out.push(']');
            }
        }
        assert_eq!(out, shown);
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        check("设立防腐单位。", "防腐", "设立[防腐]单位。");
        check("a\nb\tc", "b", "a [b] c");
        check("防腐", "防腐", "[防腐]");
    }

    #[test]
    fn a_long_text_is_cut_at_clauses_and_between_words() {
        check(
            "她特别指出，毒品和犯罪问题办公室协助缅甸努力加强廉正教育，组织青年廉洁营地，并在 20 个联邦部委设立防腐单位。",
            "廉洁营地",
            "…努力加强廉正教育，组织青年[廉洁营地]，并在 20 个联邦部委设立…",
        );
        check(
            "The representative of the United Nations Office on Drugs and Crime underlined that asset recovery remained a challenge.",
            "asset recovery",
            "…Crime underlined that [asset recovery] remained a challenge.",
        );
        check(
            "The Chair introduced the item and invited the participants to comment on it.",
            "Chair",
            "The [Chair] introduced the item and invited the participants…",
        );
    }

    #[test]
    fn a_hit_that_is_wider_than_the_excerpt_is_shown_from_its_beginning() {
        let long = "反".repeat(40);
        check(&format!("前{long}后"), &long, &format!("…[{}]…", "反".repeat(29)));
    }
}
