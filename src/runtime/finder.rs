//! Searching beside the screen: a thread that holds what is searched, takes in documents while nothing is asked, and has
//! the newest query answered.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender};
use std::thread;
use std::time::Duration;

use super::answer::answer;
use super::catalog::Catalog;
use super::corpus::Corpus;
use super::index_cache::IndexCache;
use super::loading::{LoadAnswer, LoadRequest, read};
use crate::app::{Msg, SearchEffect, SearchRequest};

/// After how many documents that were read the newest query is answered again.
const READ: usize = 64;
/// How many documents that were read may wait until they are searched.
const AHEAD: usize = 8;
/// So long nothing has been asked when the index is kept.
const QUIET: Duration = Duration::from_secs(1);

/// What comes to the thread that searches.
#[derive(Debug)]
enum Job {
    Do(SearchEffect),
    Read(LoadAnswer),
}

/// The way to the thread that searches.
#[derive(Debug)]
pub struct FinderInbox(Sender<Job>);

impl FinderInbox {
    /// Sends an effect to be performed. If nobody is there any more, nothing happens.
    pub fn send(&self, effect: SearchEffect) {
        let _ = self.0.send(Job::Do(effect));
    }
}

/// Holds the index and answers queries.
#[derive(Debug, Default)]
pub struct Finder {
    corpus: Corpus,
    /// The newest query: documents that are read may change its answer.
    asked: Option<SearchRequest>,
}

impl Finder {
    /// One that searches the documents of a catalog, when they were read; with what was kept of them.
    #[must_use]
    pub fn over(catalog: Catalog, kept: Option<IndexCache>) -> Self {
        let corpus = match kept {
            Some(kept) => Corpus::keeping(catalog, kept),
            None => Corpus::of(catalog),
        };
        Self { corpus, asked: None }
    }

    /// Reads one more document of the catalog, and gives what the screen is to know of it; none if all were read.
    pub fn read_next(&mut self) -> Option<Option<Msg>> {
        self.corpus.read_next()
    }

    /// Keeps the index for the next start, if it is to be kept.
    pub fn keep(&mut self) {
        self.corpus.keep(|| true);
    }

    /// Performs an effect, a search to its end.
    pub fn perform(&mut self, effect: SearchEffect) -> Vec<Msg> {
        match effect {
            SearchEffect::Index { document, notes, marks } => {
                self.corpus.set_open(&document, &notes, &marks);
                Vec::new()
            }
            SearchEffect::Find(request) => {
                let mut answers = Vec::new();
                answer(
                    &self.corpus,
                    &request,
                    || true,
                    |answer| {
                        let last = matches!(&answer, Msg::Found { found, .. } if !found.done);
                        if !last {
                            answers.push(answer);
                        }
                        true
                    },
                );
                self.corpus.read_stale_again();
                answers
            }
        }
    }

    /// A thread that performs what it is sent and answers by `answer`, until that says that nobody listens. A newer query ends an older one, whether it
    /// waits or is being answered. While nothing is asked it takes in the documents of the catalog, which another thread
    /// reads ahead of it.
    #[must_use]
    pub fn spawn(
        catalog: Catalog,
        kept: Option<IndexCache>,
        answer: impl Fn(Msg) -> bool + Send + 'static,
    ) -> FinderInbox {
        let (sender, jobs) = mpsc::channel();
        let inbox = FinderInbox(sender.clone());
        thread::spawn(move || {
            let mut finder = Self::over(catalog.clone(), kept);
            let (ahead, taken) = mpsc::sync_channel(AHEAD);
            let requests = finder.corpus.requests();
            if !requests.is_empty() {
                thread::spawn(move || read_ahead(&catalog, requests, &sender, &ahead));
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
                        SearchEffect::Find(request) => ask = Some(*request),
                        other => {
                            self.perform(other);
                        }
                    }
                }
                self.asked = ask.clone().or(self.asked.take());
            } else if let Some(reading) = waiting.readings.pop_front() {
                let _ = taken.try_recv();
                came += 1;
                let before = self.corpus.reach().unread;
                if self.corpus.take(reading).is_some_and(|told| !answer(told)) {
                    return;
                }
                let left = self.corpus.reach().unread;
                if before != left && (left == 0 || came % READ == 0) {
                    ask = self.asked.clone();
                }
            } else if let Some(told) = self.corpus.read_next() {
                if told.is_some_and(|told| !answer(told)) {
                    return;
                }
                ask = self.asked.clone();
            } else if self.corpus.is_to_be_kept() {
                match jobs.recv_timeout(QUIET) {
                    Ok(job) => waiting.extend([job]),
                    Err(RecvTimeoutError::Disconnected) => return,
                    Err(RecvTimeoutError::Timeout) => {
                        self.corpus.keep(|| {
                            waiting.extend(jobs.try_iter());
                            waiting.is_empty()
                        });
                        if waiting.is_empty() && self.corpus.is_to_be_kept() {
                            self.corpus.give_up_keeping();
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
            let Some(request) = ask else { continue };
            let mut listened = true;
            let go_on = || {
                waiting.extend(jobs.try_iter());
                !waiting.effects.iter().any(|effect| matches!(effect, SearchEffect::Find(_)))
            };
            super::answer::answer(&self.corpus, &request, go_on, |found| {
                listened = answer(found);
                listened
            });
            if !listened {
                return;
            }
            self.corpus.read_stale_again();
        }
    }
}

/// Jobs that came and were not done, by kind: what is asked goes before what was read.
#[derive(Debug, Default)]
struct Waiting {
    effects: VecDeque<SearchEffect>,
    readings: VecDeque<LoadAnswer>,
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

/// Runs requests until all are run or nobody listens; no further ahead than `ahead` has room.
fn read_ahead(
    catalog: &Catalog,
    requests: VecDeque<LoadRequest>,
    readings: &Sender<Job>,
    ahead: &SyncSender<()>,
) {
    for request in requests {
        if ahead.send(()).is_err() || readings.send(Job::Read(read(catalog, request))).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::format;
    use crate::search::{Marks, Query};

    #[test]
    fn the_thread_answers_the_newest_query_to_its_end() {
        let (answers, heard) = mpsc::channel();
        let (sender, jobs) = mpsc::channel();
        for (generation, query) in [(1, "公约"), (2, "缅甸")] {
            let request = SearchRequest { generation, query: Query::parse(query), rows: 20 };
            sender.send(Job::Do(SearchEffect::Find(Box::new(request)))).unwrap();
        }
        drop(sender);
        let mut finder = Finder::default();
        let document = Arc::new(format::reference().unwrap());
        finder.perform(SearchEffect::Index { document, notes: Vec::new(), marks: Marks::default() });
        finder.serve(&jobs, &mpsc::channel().1, &|answer| answers.send(answer).is_ok());
        drop(answers);
        let heard: Vec<Msg> = heard.iter().collect();
        assert!(matches!(&heard[..], [Msg::Found { generation: 2, found, .. }] if found.done), "{heard:?}");
    }
}
