//! Answering one query over what is searched, as it goes: the hits that a screen shows first, then more of them, at last
//! all with their counts. Reads for each answer only what it shows. Knows no thread: whoever asks says when to stop.

use super::corpus::Corpus;
use crate::app::{Msg, SearchRequest};
use crate::model::Symbol;
use crate::search::{Query, SearchRun, looser};

/// The most hits that are shown; the counts go beyond.
const LIMIT: usize = 300;
/// How many hits make a first screen: the best of so many are told first.
const SCREEN: usize = 100;
/// How many texts are looked at before a newer query is looked for: some milliseconds.
const SLICE: usize = 2_048;
/// The same as long as the rows that are seen are not filled: they are not to wait for more than they show.
const SMALL_SLICE: usize = 256;
/// After how many slices the counts are told again.
const TELL: usize = 64;

/// Answers a query: what is found so far, several times, the last time all of it. `go_on` is asked before each piece of
/// the work, a text that is read or a slice of those that are looked at; `tell` is given each answer. Either ends the
/// search by saying no.
pub fn answer(
    corpus: &Corpus,
    request: &SearchRequest,
    mut go_on: impl FnMut() -> bool,
    mut tell: impl FnMut(Msg) -> bool,
) {
    let SearchRequest { generation, ref query, rows } = *request;
    let mut search = SearchRun::new(corpus.searched(), query, LIMIT);
    let mut aside = None;
    let mut progress = search.first_screen(SCREEN);
    let (mut slices, mut told, mut shown) = (0, 0, 0);
    loop {
        let ranked = search.ranked();
        let fills = shown < rows && (ranked >= rows || shown == 0 && ranked > 0);
        if slices % TELL == 0 || fills || progress.done {
            let few = match (told, progress.done) {
                (0, _) | (_, false) if shown < rows => rows.clamp(1, LIMIT),
                (1, _) | (_, false) => SCREEN.max(rows).min(LIMIT),
                (_, true) => LIMIT,
            };
            told += 1;
            let text = |symbol: &Symbol, language: &str, at| corpus.text(symbol, language, at);
            let Some(mut found) = search.found_first(few, &mut go_on, text) else { return };
            // What only another version holds is told before all of this one was looked at in all ways.
            if !found.is_in_text() && (progress.done || found.hits.is_empty()) {
                let aside = aside.get_or_insert_with(|| set_aside(corpus, query));
                if let Some(search) = aside {
                    search.first_screen(rows);
                    while progress.done && !search.go_on(SLICE).done {
                        if !go_on() {
                            return;
                        }
                    }
                    let Some(more) = search.found_first(few, &mut go_on, text) else { return };
                    found = found.with_elsewhere(more, few);
                }
            }
            found.done = progress.done && (found.hits.len() < few || few == LIMIT);
            let (whole, nothing) = (found.done, found.hits.is_empty());
            shown = found.hits.len();
            if !tell(Msg::Found { generation, found, reach: corpus.reach() }) {
                return;
            }
            if whole
                && nothing
                && let Some(query) = looser_query(corpus, query, &mut go_on)
            {
                tell(Msg::Looser { generation, query });
            }
            if whole {
                return;
            }
        }
        if !go_on() {
            return;
        }
        if !progress.done {
            progress = search.go_on(if shown < rows { SMALL_SLICE } else { SLICE });
            slices += 1;
        }
    }
}

/// A search in the language versions that are set aside, if there are any.
fn set_aside<'h>(corpus: &'h Corpus, query: &'h Query) -> Option<SearchRun<'h>> {
    let catalog = corpus.searched();
    (!query.is_empty() && catalog.has_aside()).then(|| SearchRun::aside(catalog, query, LIMIT))
}

/// The least loose reading of a query that finds something, if any does; `None` if nobody wants it any more.
fn looser_query(corpus: &Corpus, query: &Query, mut go_on: impl FnMut() -> bool) -> Option<Option<String>> {
    for reading in looser(query) {
        let mut search = SearchRun::new(corpus.searched(), &reading, 1);
        loop {
            let progress = search.go_on(SLICE);
            if !search.hits().is_empty() {
                return Some(Some(reading.typed().to_owned()));
            }
            if progress.done {
                break;
            }
            if !go_on() {
                return None;
            }
        }
    }
    Some(None)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::format;
    use crate::search::Marks;

    const ROWS: usize = 17;

    fn corpus(times: usize) -> Corpus {
        let mut document = format::reference().unwrap();
        let paragraphs = document.paragraphs.clone();
        for at in 1..times {
            document.paragraphs.extend(paragraphs.iter().cloned().map(|mut paragraph| {
                paragraph.label = format!("{at}.{}", paragraph.label).as_str().into();
                paragraph
            }));
        }
        let mut corpus = Corpus::default();
        corpus.set_open(&Arc::new(document), &[], &Marks::default());
        corpus
    }

    /// Each answer as its hits, its counts and whether it is the last.
    fn answers(corpus: &Corpus, query: &str, slices: usize) -> Vec<(usize, usize, bool)> {
        let mut told = Vec::new();
        let mut left = slices;
        let go_on = || {
            left = left.saturating_sub(1);
            left > 0
        };
        let request = SearchRequest { generation: 7, query: Query::parse(query), rows: ROWS };
        answer(corpus, &request, go_on, |answer| {
            let Msg::Found { generation: 7, found, .. } = answer else { panic!("{answer:?}") };
            told.push((found.hits.len(), found.strict, found.done));
            true
        });
        told
    }

    #[test]
    fn a_small_document_is_answered_at_once() {
        assert_eq!(answers(&corpus(1), "缅甸", 9), [(1, 1, true)]);
    }

    #[test]
    fn a_large_one_is_answered_with_a_first_screen_and_then_with_all() {
        let told = answers(&corpus(60), "国家", 999);
        let [first, .., last] = told[..] else { panic!("{told:?}") };
        assert!(!first.2 && first.1 >= SCREEN && first.1 < last.1, "{told:?}");
        assert!(last.2 && last.0 == LIMIT.min(last.0), "{told:?}");
    }

    #[test]
    fn the_rows_that_are_seen_first_are_told_first() {
        let told = answers(&corpus(60), "缅甸", 99);
        assert_eq!(told, [(ROWS, 60, false), (60, 60, true)], "{told:?}");
    }

    #[test]
    fn what_is_not_seen_is_not_read_before_what_is() {
        let read = std::cell::Cell::new(0);
        let corpus = corpus(60);
        let go_on = || {
            read.set(read.get() + 1);
            true
        };
        let mut at_first = None;
        let request = SearchRequest { generation: 1, query: Query::parse("缅甸"), rows: ROWS };
        answer(&corpus, &request, go_on, |_| {
            at_first.get_or_insert(read.get());
            true
        });
        assert_eq!(at_first, Some(ROWS));
        // Each once: 60 texts, and the question between the two answers.
        assert_eq!(read.get(), 61);
    }

    #[test]
    fn a_search_that_nobody_wants_any_more_ends_at_once() {
        assert_eq!(answers(&corpus(60), "国家", 1), []);
        assert_eq!(answers(&corpus(60), "国家", ROWS + 1).len(), 1);
    }
}
