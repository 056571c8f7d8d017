//! Searching beside the screen: a thread that holds the index and answers the newest query, first with a screen of
//! hits, then with all.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread;

use super::holdings::Holdings;
use super::library::Library;
use crate::app::{Effect, Msg};
use crate::search::{Query, Search, looser};

/// The most hits that are shown; the counts go beyond.
const LIMIT: usize = 300;
/// How many hits make a first screen.
const SCREEN: usize = 100;
/// How many texts are looked at before a newer query is looked for: some milliseconds.
const SLICE: usize = 8_192;
/// After how many slices the counts are told again.
const TELL: usize = 16;

/// After how many documents that were read the newest query is answered again.
const READ: usize = 64;

/// Holds the index and answers queries.
#[derive(Debug, Default)]
pub struct Finder {
    holdings: Holdings,
    /// The newest query, as long as documents that are read might change its answer.
    asked: Option<(u64, String)>,
}

impl Finder {
    /// One that searches the documents of a library, when they were read.
    #[must_use]
    pub fn over(library: Library) -> Self {
        Self { holdings: Holdings::of(library), asked: None }
    }

    /// Reads one more document of the library; `false` if none is left.
    pub fn read_next(&mut self) -> bool {
        self.holdings.read_next()
    }

    /// Performs [`Effect::Index`] and [`Effect::Find`], a search to its end; other effects are not its work.
    pub fn perform(&mut self, effect: Effect) -> Vec<Msg> {
        match effect {
            Effect::Index { document, notes, marks } => {
                self.holdings.set_open(&document, &notes, &marks);
                Vec::new()
            }
            Effect::Find { generation, query } => {
                let mut answers = Vec::new();
                self.find(
                    generation,
                    &query,
                    || true,
                    |answer| {
                        let last = matches!(&answer, Msg::Found { found, .. } if !found.done);
                        if !last {
                            answers.push(answer);
                        }
                        true
                    },
                );
                answers
            }
            _ => Vec::new(),
        }
    }

    /// Answers a query as it goes: what is found so far, several times, the last time all of it. `go_on` is asked
    /// between slices of the work; `tell` is given each answer. Either ends the search by saying no.
    pub fn find(
        &self,
        generation: u64,
        query: &str,
        mut go_on: impl FnMut() -> bool,
        mut tell: impl FnMut(Msg) -> bool,
    ) {
        let typed = query;
        let query = Query::parse(typed);
        let mut search = Search::new(self.holdings.searched(), &query, LIMIT);
        let reach = self.holdings.reach();
        let mut progress = search.first_screen(SCREEN);
        let mut slices = 0;
        loop {
            if slices % TELL == 0 || progress.done {
                let found = search.found(|symbol, language| self.holdings.document(symbol, language));
                let nothing = found.done && found.hits.is_empty();
                if !tell(Msg::Found { generation, found, reach }) {
                    return;
                }
                if nothing {
                    if let Some(query) = self.looser(typed, &mut go_on) {
                        tell(Msg::Looser { generation, query });
                    }
                    return;
                }
            }
            if progress.done || !go_on() {
                return;
            }
            progress = search.go_on(SLICE);
            slices += 1;
        }
    }

    /// The least loose reading of a query that finds something, if any does; `None` if nobody wants it any more.
    fn looser(&self, typed: &str, mut go_on: impl FnMut() -> bool) -> Option<Option<String>> {
        for reading in looser(typed) {
            let query = Query::parse(&reading);
            let mut search = Search::new(self.holdings.searched(), &query, 1);
            loop {
                let progress = search.go_on(SLICE);
                if !search.hits().is_empty() {
                    return Some(Some(reading));
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

    /// A thread that performs what it is sent and answers to `answers`. A newer query ends an older one, whether it
    /// waits or is being answered. While nothing is asked it reads the documents of the library.
    #[must_use]
    pub fn spawn(library: Library, answers: Sender<Msg>) -> Sender<Effect> {
        let (sender, jobs) = mpsc::channel::<Effect>();
        thread::spawn(move || Self::over(library).serve(&jobs, &answers));
        sender
    }

    /// Reads documents until a job comes, or until it is time to answer the newest query again. `None` when nobody
    /// sends any more.
    fn next(&mut self, jobs: &Receiver<Effect>) -> Option<Effect> {
        for read in 1_usize.. {
            match jobs.try_recv() {
                Ok(job) => return Some(job),
                Err(TryRecvError::Disconnected) => return None,
                Err(TryRecvError::Empty) => {}
            }
            if !self.read_next() {
                break;
            }
            let left = self.holdings.reach().unread;
            if (left == 0 || read % READ == 0)
                && let Some((generation, query)) = self.asked.clone()
            {
                return Some(Effect::Find { generation, query });
            }
        }
        jobs.recv().ok()
    }

    /// Works until nobody sends or nobody listens.
    fn serve(&mut self, jobs: &Receiver<Effect>, answers: &Sender<Msg>) {
        let mut waiting: VecDeque<Effect> = VecDeque::new();
        loop {
            if waiting.is_empty() {
                let Some(job) = self.next(jobs) else { return };
                waiting.push_back(job);
            }
            #[cfg(debug_assertions)]
            super::trial::fall_if_asked("finder");
            waiting.extend(jobs.try_iter());
            let mut newest = None;
            for job in waiting.drain(..) {
                match job {
                    Effect::Find { generation, query } => newest = Some((generation, query)),
                    other => {
                        self.perform(other);
                    }
                }
            }
            let Some((generation, query)) = newest else { continue };
            self.asked = (self.holdings.reach().unread > 0).then(|| (generation, query.clone()));
            let mut listened = true;
            let go_on = || {
                waiting.extend(jobs.try_iter());
                !waiting.iter().any(|job| matches!(job, Effect::Find { .. }))
            };
            self.find(generation, &query, go_on, |answer| {
                listened = answers.send(answer).is_ok();
                listened
            });
            if !listened {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::format;
    use crate::search::Marks;

    fn finder(times: usize) -> Finder {
        let mut document = format::reference().unwrap();
        let paragraphs = document.paragraphs.clone();
        for at in 1..times {
            document.paragraphs.extend(paragraphs.iter().cloned().map(|mut paragraph| {
                paragraph.number = format!("{at}.{}", paragraph.number).as_str().into();
                paragraph
            }));
        }
        let mut finder = Finder::default();
        let marks = Marks::default();
        finder.perform(Effect::Index { document: Arc::new(document), notes: Vec::new(), marks });
        finder
    }

    /// Each answer as its hits, its counts and whether it is the last.
    fn answers(finder: &Finder, query: &str, slices: usize) -> Vec<(usize, usize, bool)> {
        let mut told = Vec::new();
        let mut left = slices;
        let go_on = || {
            left = left.saturating_sub(1);
            left > 0
        };
        finder.find(7, query, go_on, |answer| {
            let Msg::Found { generation: 7, found, .. } = answer else { panic!("{answer:?}") };
            told.push((found.hits.len(), found.strict, found.done));
            true
        });
        told
    }

    #[test]
    fn a_small_document_is_answered_at_once() {
        assert_eq!(answers(&finder(1), "缅甸", 9), [(1, 1, true)]);
    }

    #[test]
    fn a_large_one_is_answered_with_a_first_screen_and_then_with_all() {
        let finder = finder(60);
        let told = answers(&finder, "国家", 99);
        let [first, .., last] = told[..] else { panic!("{told:?}") };
        assert!(!first.2 && first.1 >= SCREEN && first.1 < last.1, "{told:?}");
        assert!(last.2 && last.0 == LIMIT.min(last.0), "{told:?}");
    }

    #[test]
    fn a_search_that_nobody_wants_any_more_ends() {
        let told = answers(&finder(60), "国家", 1);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(!told[0].2);
    }

    #[test]
    fn the_thread_answers_the_newest_query_to_its_end() {
        let (answers, heard) = mpsc::channel();
        let (sender, jobs) = mpsc::channel();
        for (generation, query) in [(1, "公约"), (2, "缅甸")] {
            sender.send(Effect::Find { generation, query: query.into() }).unwrap();
        }
        drop(sender);
        finder(1).serve(&jobs, &answers);
        drop(answers);
        let heard: Vec<Msg> = heard.iter().collect();
        assert!(matches!(&heard[..], [Msg::Found { generation: 2, found, .. }] if found.done), "{heard:?}");
    }
}
