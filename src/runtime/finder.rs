//! Searching beside the screen: a thread that holds the index and answers the newest query, first with a screen of
//! hits, then with all.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender};
use std::thread;
use std::time::Duration;

use super::holdings::Holdings;
use super::kept::Kept;
use super::library::Library;
use super::reading::{Errand, Reading, read};
use crate::app::{Effect, Msg};
use crate::model::Symbol;
use crate::search::{Found, Query, Search, looser};

/// The most hits that are shown; the counts go beyond.
const LIMIT: usize = 300;
/// How many hits make a first screen.
const SCREEN: usize = 100;
/// How many of them are told first: as many as a list shows. What a hit shows may have to be read.
const ROWS: usize = 32;
/// How many texts are looked at before a newer query is looked for: some milliseconds.
const SLICE: usize = 2_048;
/// After how many slices the counts are told again.
const TELL: usize = 64;

/// After how many documents that were read the newest query is answered again.
const READ: usize = 64;
/// How many documents that were read may wait until they are searched.
const AHEAD: usize = 8;
/// So long nothing has been asked when the index is kept.
const QUIET: Duration = Duration::from_secs(1);

/// What comes to the thread that searches.
#[derive(Debug)]
enum Job {
    Do(Effect),
    Read(Reading),
}

/// The way to the thread that searches.
#[derive(Debug)]
pub struct Inbox(Sender<Job>);

impl Inbox {
    /// Sends an effect to be performed. If nobody is there any more, nothing happens.
    pub fn send(&self, effect: Effect) {
        let _ = self.0.send(Job::Do(effect));
    }
}

/// Holds the index and answers queries.
#[derive(Debug, Default)]
pub struct Finder {
    holdings: Holdings,
    /// The newest query: documents that are read may change its answer.
    asked: Option<(u64, String)>,
}

impl Finder {
    /// One that searches the documents of a library, when they were read; with what was kept of them.
    #[must_use]
    pub fn over(library: Library, kept: Option<Kept>) -> Self {
        let holdings = match kept {
            Some(kept) => Holdings::keeping(library, kept),
            None => Holdings::of(library),
        };
        Self { holdings, asked: None }
    }

    /// Reads one more document of the library, and gives what the screen is to know of it; none if all were read.
    pub fn read_next(&mut self) -> Option<Option<Msg>> {
        self.holdings.read_next()
    }

    /// Keeps the index for the next start, if it is to be kept.
    pub fn keep(&mut self) {
        self.holdings.keep(|| true);
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
                self.holdings.read_stale_again();
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
        let (mut slices, mut told) = (0, 0);
        loop {
            if slices % TELL == 0 || progress.done {
                let few = match (told, progress.done) {
                    (0, _) => ROWS,
                    (1, _) | (_, false) => SCREEN,
                    (_, true) => LIMIT,
                };
                told += 1;
                let text = |symbol: &Symbol, language: &str, at| self.holdings.text(symbol, language, at);
                let mut found = search.found_first(few, text);
                found.done = progress.done && (found.hits.len() < few || few == LIMIT);
                if found.done && !found.is_in_text() {
                    match self.aside(&query, &mut go_on) {
                        Some(aside) => found = found.with_elsewhere(aside, LIMIT),
                        None => return,
                    }
                }
                let (whole, nothing) = (found.done, found.hits.is_empty());
                if !tell(Msg::Found { generation, found, reach }) {
                    return;
                }
                if whole
                    && nothing
                    && let Some(query) = self.looser(typed, &mut go_on)
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
                progress = search.go_on(SLICE);
                slices += 1;
            }
        }
    }

    /// What the language versions have that are set aside; `None` if nobody wants it any more.
    fn aside(&self, query: &Query, mut go_on: impl FnMut() -> bool) -> Option<Found> {
        let library = self.holdings.searched();
        if query.is_empty() || !library.has_aside() {
            return Some(Found::default());
        }
        let mut search = Search::aside(library, query, LIMIT);
        while !search.go_on(SLICE).done {
            if !go_on() {
                return None;
            }
        }
        Some(search.found(|symbol, language, at| self.holdings.text(symbol, language, at)))
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

    /// A thread that performs what it is sent and answers by `answer`, until that says that nobody listens. A newer query ends an older one, whether it
    /// waits or is being answered. While nothing is asked it takes in the documents of the library, which another thread
    /// reads ahead of it.
    #[must_use]
    pub fn spawn(
        library: Library,
        kept: Option<Kept>,
        answer: impl Fn(Msg) -> bool + Send + 'static,
    ) -> Inbox {
        let (sender, jobs) = mpsc::channel();
        let inbox = Inbox(sender.clone());
        thread::spawn(move || {
            let mut finder = Self::over(library.clone(), kept);
            let (ahead, taken) = mpsc::sync_channel(AHEAD);
            let errands = finder.holdings.errands();
            if !errands.is_empty() {
                thread::spawn(move || read_ahead(&library, errands, &sender, &ahead));
            }
            finder.serve(&jobs, &taken, &answer);
        });
        inbox
    }

    /// Works until nobody sends or nobody listens. For each document that was read, `taken` says that it is no longer
    /// waiting.
    fn serve(&mut self, jobs: &Receiver<Job>, taken: &Receiver<()>, answer: &impl Fn(Msg) -> bool) {
        let mut waiting = Waiting::default();
        let mut came = 0;
        loop {
            waiting.extend(jobs.try_iter());
            #[cfg(debug_assertions)]
            super::trial::fall_if_asked("finder");
            let mut ask = None;
            if !waiting.effects.is_empty() {
                for effect in waiting.effects.drain(..) {
                    match effect {
                        Effect::Find { generation, query } => ask = Some((generation, query)),
                        other => {
                            self.perform(other);
                        }
                    }
                }
                self.asked = ask.clone().or(self.asked.take());
            } else if let Some(reading) = waiting.readings.pop_front() {
                let _ = taken.try_recv();
                came += 1;
                let before = self.holdings.reach().unread;
                if self.holdings.take(reading).is_some_and(|told| !answer(told)) {
                    return;
                }
                let left = self.holdings.reach().unread;
                if before != left && (left == 0 || came % READ == 0) {
                    ask = self.asked.clone();
                }
            } else if let Some(told) = self.holdings.read_next() {
                if told.is_some_and(|told| !answer(told)) {
                    return;
                }
                ask = self.asked.clone();
            } else if self.holdings.is_to_be_kept() {
                match jobs.recv_timeout(QUIET) {
                    Ok(job) => waiting.extend([job]),
                    Err(RecvTimeoutError::Disconnected) => return,
                    Err(RecvTimeoutError::Timeout) => {
                        self.holdings.keep(|| {
                            waiting.extend(jobs.try_iter());
                            waiting.is_empty()
                        });
                        if waiting.is_empty() && self.holdings.is_to_be_kept() {
                            self.holdings.give_up_keeping();
                        }
                    }
                }
                continue;
            } else {
                match jobs.recv() {
                    Ok(job) => waiting.extend([job]),
                    Err(_) => return,
                }
                continue;
            }
            let Some((generation, query)) = ask else { continue };
            let mut listened = true;
            let go_on = || {
                waiting.extend(jobs.try_iter());
                !waiting.effects.iter().any(|effect| matches!(effect, Effect::Find { .. }))
            };
            self.find(generation, &query, go_on, |found| {
                listened = answer(found);
                listened
            });
            if !listened {
                return;
            }
            self.holdings.read_stale_again();
        }
    }
}

/// Jobs that came and were not done, by kind: what is asked goes before what was read.
#[derive(Debug, Default)]
struct Waiting {
    effects: VecDeque<Effect>,
    readings: VecDeque<Reading>,
}

impl Waiting {
    fn extend(&mut self, jobs: impl IntoIterator<Item = Job>) {
        for job in jobs {
            match job {
                Job::Do(effect) => self.effects.push_back(effect),
                Job::Read(reading) => self.readings.push_back(reading),
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.effects.is_empty() && self.readings.is_empty()
    }
}

/// Runs errands until all are run or nobody listens; no further ahead than `ahead` has room.
fn read_ahead(shelf: &Library, errands: VecDeque<Errand>, readings: &Sender<Job>, ahead: &SyncSender<()>) {
    for errand in errands {
        if ahead.send(()).is_err() || readings.send(Job::Read(read(shelf, errand))).is_err() {
            return;
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
    fn the_rows_that_are_seen_first_are_told_first() {
        let told = answers(&finder(60), "缅甸", 99);
        assert_eq!(told, [(ROWS, 60, false), (60, 60, true)], "{told:?}");
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
            sender.send(Job::Do(Effect::Find { generation, query: query.into() })).unwrap();
        }
        drop(sender);
        finder(1).serve(&jobs, &mpsc::channel().1, &|answer| answers.send(answer).is_ok());
        drop(answers);
        let heard: Vec<Msg> = heard.iter().collect();
        assert!(matches!(&heard[..], [Msg::Found { generation: 2, found, .. }] if found.done), "{heard:?}");
    }
}
