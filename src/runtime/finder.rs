//! Searching beside the screen: a thread that holds the index and answers the newest query.

use std::sync::mpsc::{self, Sender};
use std::thread;

use crate::app::{Effect, Msg};
use crate::search::{Index, NoteText, Query};

/// The most hits that are shown; the counts go beyond.
const LIMIT: usize = 300;

/// Holds the index and answers queries.
#[derive(Debug, Default)]
pub struct Finder {
    index: Option<Index>,
}

impl Finder {
    /// Performs [`Effect::Index`] and [`Effect::Find`]; other effects are not its work.
    pub fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Index { document, notes } => {
                let notes: Vec<NoteText<'_>> = notes
                    .iter()
                    .map(|note| NoteText {
                        id: &note.id,
                        reviewer: &note.reviewer,
                        paragraph: &note.paragraph,
                        kind: note.kind,
                        body: &note.body,
                        tags: note.tags.clone(),
                    })
                    .collect();
                match &mut self.index {
                    Some(index) if index.is_of(&document) => index.set_notes(&notes),
                    index => *index = Some(Index::build(&document, &notes)),
                }
                None
            }
            Effect::Find { generation, query } => {
                let found = self.index.as_ref()?.find(&Query::parse(&query), LIMIT);
                Some(Msg::Found { generation, found })
            }
            _ => None,
        }
    }

    /// A thread that performs what it is sent and answers to `answers`. Of several queries that wait it answers
    /// the newest only.
    #[must_use]
    pub fn spawn(answers: Sender<Msg>) -> Sender<Effect> {
        let (sender, jobs) = mpsc::channel::<Effect>();
        thread::spawn(move || {
            let mut finder = Self::default();
            while let Ok(job) = jobs.recv() {
                #[cfg(debug_assertions)]
                super::trial::fall_if_asked("finder");
                let mut find = None;
                for job in std::iter::once(job).chain(jobs.try_iter()) {
                    match job {
                        Effect::Find { .. } => find = Some(job),
                        other => {
                            finder.perform(other);
                        }
                    }
                }
                let answer = find.and_then(|find| finder.perform(find));
                if answer.is_some_and(|answer| answers.send(answer).is_err()) {
                    return;
                }
            }
        });
        sender
    }
}
