//! Loose matching of one term: Han characters with gaps, letters inside one word, abbreviations over words.
//!
//! Structure decides what may match, the score only ranks: over whole paragraphs a threshold on the score cannot
//! tell `cor` in "corruption" from three letters scattered over a page.

use std::ops::Range;

use crate::search::matching::in_word::abbreviates;
use crate::search::matching::score::score;
use crate::search::matching::windows::windows;
use crate::search::query::dense::words_beginning;
use crate::search::query::initialism::chains;
use crate::search::query::needle::Needle;
use crate::search::query::shape::TermShape;

/// How many candidates of a text are scored at most; the shortest ones, since every gap costs.
const SCORED: usize = 8;
/// How many characters of the term are scored over all candidates: a long term has fewer candidates scored.
const SCORED_CHARACTERS: usize = 32;

/// The best loose match of a term in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct LooseMatch {
    pub(in crate::search) score: i64,
    /// Matched bytes, in order; at least one range.
    pub(in crate::search) places: Vec<Range<usize>>,
}

/// How many characters the shortest loose match spreads over, if there is one. Scores nothing.
pub(in crate::search) fn span(text: &str, needle: &Needle, shape: &TermShape) -> Option<usize> {
    let length = |range: Range<usize>| text.get(range).map_or(usize::MAX, |part| part.chars().count());
    match shape {
        TermShape::Han(atoms) => {
            windows(text, atoms, needle.count()).into_iter().map(|(_, count)| count).min()
        }
        TermShape::Letters | TermShape::Name => {
            let words_alone = inside(text, needle, shape).map(&length);
            let chains = chains(text, needle.text(), *shape == TermShape::Name);
            let chains = chains.iter().filter_map(|places| passage(places)).map(&length);
            words_alone.chain(chains).min()
        }
    }
}

/// The best loose match, the first of equals.
pub(in crate::search) fn best(text: &str, needle: &Needle, shape: &TermShape) -> Option<LooseMatch> {
    let mut best: Option<LooseMatch> = None;
    let mut keep = |candidate: LooseMatch| {
        if !candidate.places.is_empty() && best.as_ref().is_none_or(|best| candidate.score > best.score) {
            best = Some(candidate);
        }
    };
    let count = needle.count();
    match shape {
        TermShape::Han(atoms) => {
            for window in shortest(windows(text, atoms, count), count) {
                if let Some((score, places)) = score(text, window, needle.text()) {
                    keep(LooseMatch { score, places });
                }
            }
        }
        TermShape::Letters | TermShape::Name => {
            let words_alone = inside(text, needle, shape)
                .map(|word| (word.clone(), text.get(word).map_or(0, |word| word.chars().count())));
            for word in shortest(words_alone.collect(), count) {
                if let Some((score, places)) = score(text, word, needle.text()) {
                    keep(LooseMatch { score, places });
                }
            }
            for places in chains(text, needle.text(), *shape == TermShape::Name) {
                let Some(window) = passage(&places) else { continue };
                if let Some((score, _)) = score(text, window, needle.text()) {
                    keep(LooseMatch { score, places });
                }
            }
        }
    }
    best
}

/// The words that the term abbreviates each by itself.
fn inside<'a>(
    text: &'a str,
    needle: &'a Needle,
    shape: &TermShape,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let first = needle.text().chars().next().filter(|_| *shape == TermShape::Letters);
    let words = first.into_iter().flat_map(|first| words_beginning(text, first));
    words.filter(|word| text.get(word.clone()).is_some_and(|word| abbreviates(needle.text(), word)))
}

/// From the first to the last of what was matched.
pub(in crate::search) fn passage(places: &[Range<usize>]) -> Option<Range<usize>> {
    Some(places.first()?.start..places.last()?.end)
}

/// The shortest few, the first of equals, shortest first.
fn shortest(mut windows: Vec<(Range<usize>, usize)>, count: usize) -> Vec<Range<usize>> {
    windows.sort_by_key(|(window, length)| (*length, window.start));
    windows.truncate((SCORED_CHARACTERS / count.max(1)).clamp(1, SCORED));
    windows.into_iter().map(|(window, _)| window).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::query::dense::dense;

    /// The matched characters in brackets, or `-`.
    fn check(term: &str, source: &str, marked: &str) {
        let text = dense(source);
        let needle = Needle::new(&dense(term)).unwrap();
        let shape = TermShape::of(needle.text(), false);
        let found = shape.as_ref().and_then(|shape| best(&text, &needle, shape));
        let span = shape.as_ref().and_then(|shape| span(&text, &needle, shape));
        assert_eq!(found.is_some(), span.is_some(), "{term} in {source}");
        let shown = found.map_or("-".to_owned(), |found| {
            assert!(found.places.is_sorted_by(|a, b| a.end <= b.start), "{found:?}");
            let mark = |(at, c): (usize, char)| {
                if found.places.iter().any(|place| place.contains(&at)) {
                    format!("[{c}]")
                } else {
                    c.to_string()
                }
            };
            text.char_indices().map(mark).collect::<String>().replace("][", "")
        });
        assert_eq!(shown, marked, "{term} in {source}");
    }

    #[test]
    fn han_matches_with_gaps_inside_one_sentence_and_its_reach() {
        check("缅防", "缅甸设立防腐单位", "[缅]甸设立[防]腐单位");
        check("公实", "公正。实施", "-");
        check("公实", "公正，公约实施", "公正,[公]约[实]施");
        check("技援", &format!("技{}援", "一".repeat(22)), &format!("[技]{}[援]", "一".repeat(22)));
        check("技援", &format!("技{}援", "一".repeat(23)), "-");
        check("公公", "公正公开", "[公]正[公]开");
        check("实公", "公约实施", "-");
    }

    #[test]
    fn letters_among_han_are_taken_as_a_whole() {
        check("第7/5决", "第 7/5 号决议", "[第7/5]号[决]议");
        check("第75决", "第 7/5 号决议", "-");
        check("UNODC协", "unodc 将协助", "[unodc] 将[协]助");
    }

    #[test]
    fn letters_match_inside_one_word_that_begins_alike() {
        check("govt", "the government", "the [gov]ernmen[t]");
        check("govt", "to go at all over to", "-");
        check("vernt", "the government", "-");
        check("председ", "Пред. с едой", "-");
    }

    #[test]
    fn abbreviations_are_beginnings_of_successive_words() {
        check(
            "unodc",
            "United Nations Office on Drugs and Crime",
            "[u]nited [n]ations [o]ffice on [d]rugs and [c]rime",
        );
        check("wbprot", "for whistle-blower protection.", "for [w]histle-[b]lower [prot]ection.");
        check("sdg", "square is deleted. the next group", "-");
        check("oncd", "Office of the Near Child Department", "[o]ffice of the [n]ear [c]hild [d]epartment");
        check("uncd", "Union of the and Near Child Department", "-");
        check("ab", "alpha beta", "-");
        check("1075", "10 of 75", "-");
        check("oonv", "Организация Объединенных Наций", "-");
        check("оон", "Организация Объединенных Наций", "[о]рганизация [о]бъединенных [н]аций");
        check("msp", "Meeting (of States) Parties", "[m]eeting (of [s]tates) [p]arties");
        check("aab", "al 反 al bet", "-");
    }

    #[test]
    fn a_hostile_repetition_ends() {
        let text = dense(&"aa ".repeat(2_000));
        let needle = Needle::new(&format!("{}b", "a".repeat(31))).unwrap();
        assert_eq!(best(&text, &needle, &TermShape::Letters), None);
    }
}
