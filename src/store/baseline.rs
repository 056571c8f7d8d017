//! What is known of a review, whatever the file says now: what the file held when it was last read or written, what of
//! it has vanished since, and what is on its way into it. The only copy of the review below the screen. From this, what
//! others took away is noticed, also by a program that was not running then. It is kept in the journal; without one it
//! lasts as long as the process.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::model::{
    EntryDiff, EntryKey, Event, MissingEntries, Moment, OperationId, OperationKind, PendingOperation, Review,
};

use super::error::StoreError;
use super::journal::{Journal, Journaled};
use super::merge::Refused;

/// What is known of one review.
#[derive(Debug)]
pub(super) struct Baseline {
    journal: Option<Journal>,
    /// Whether the journal has been read: before, nothing can be new.
    recalled: bool,
    review: Review,
    missing: MissingEntries,
    /// Operations that are in the journal and not yet in the file.
    written: HashSet<OperationId>,
    /// What others have changed, and the journal does not say yet.
    outside: Vec<EntryDiff>,
    trouble: Option<StoreError>,
}

/// What a file that another hand has changed tells.
#[derive(Debug)]
pub(super) struct Learned {
    missing: MissingEntries,
    outside: Vec<EntryDiff>,
}

impl Learned {
    /// Whether something that was there is gone, or went back.
    pub fn has_shrunk(&self) -> bool {
        !self.missing.is_empty()
    }
}

impl Baseline {
    /// Of a review of which nothing is known yet.
    pub fn of(nothing: Review) -> Self {
        Self {
            journal: None,
            recalled: false,
            review: nothing,
            missing: MissingEntries::default(),
            written: HashSet::new(),
            outside: Vec::new(),
            trouble: None,
        }
    }

    /// The same, kept in a journal.
    pub fn in_journal(self, journal: Journal) -> Self {
        Self { journal: Some(journal), ..self }
    }

    /// The review as the file had it when it was last read or written.
    pub fn review(&self) -> &Review {
        &self.review
    }

    /// What is missing in the file, as far as nobody has accepted that.
    pub fn missing(&self) -> &MissingEntries {
        &self.missing
    }

    /// Why the journal could not be written the last time.
    pub fn trouble(&self) -> Option<&StoreError> {
        self.trouble.as_ref()
    }

    /// Reads what the journal knows; puts it aside if it is full.
    pub fn recall(&mut self, at: Moment) -> Result<Journaled, StoreError> {
        let Some(journal) = &self.journal else { return Ok(Journaled::default()) };
        let journaled = journal.read()?;
        self.recalled = true;
        if let Some(review) = journaled.history.review(&self.review.symbol, &self.review.reviewer) {
            self.review = review;
            // What has not arrived in the file would be forgotten with the old journal.
            if journaled.history.pending().is_empty() {
                self.trouble = journal.begin_anew_if_full(&self.review, at).err();
            }
        }
        self.written.extend(journaled.history.pending().into_iter().map(|operation| operation.id.clone()));
        Ok(journaled)
    }

    /// All that the journal holds; nothing without one.
    pub fn read_all(&self) -> Result<Journaled, StoreError> {
        self.journal.as_ref().map_or_else(|| Ok(Journaled::default()), Journal::read_all)
    }

    /// Puts operations in the journal that are about to be saved, as they were done, each once however often it is
    /// tried.
    pub fn write_down(&mut self, pending: &[Arc<PendingOperation>]) {
        if let Some(first) = pending.first() {
            self.record(first.operation.at);
        }
        let Some(journal) = &self.journal else { return };
        let new = pending
            .iter()
            .map(|one| &one.operation)
            .filter(|operation| !operation.diffs.is_empty() && !self.written.contains(&operation.id));
        let events: Vec<Event> = new.map(|operation| journal.signed(operation.clone())).collect();
        if events.is_empty() {
            return;
        }
        self.trouble = journal.add(&events).err();
        if self.trouble.is_none() {
            self.written.extend(pending.iter().map(|one| one.operation.id.clone()));
        }
    }

    /// What a file tells that another hand has changed. It is known from [`take`](Self::take) on.
    pub fn compare(&self, disk: &Review) -> Learned {
        let mut known = self.review.clone();
        self.missing.put_into(&mut known);
        let missing = MissingEntries::between(&known, disk);
        let mut outside = Vec::new();
        if self.journal.is_some() && self.recalled {
            outside = EntryDiff::between(&known, disk);
            outside.retain(|diff| !missing.has(&diff.key));
        }
        Learned { missing, outside }
    }

    /// What the file tells is known from now on. The journal learns of it with [`record`](Self::record).
    pub fn take(&mut self, learned: Learned) {
        self.missing = learned.missing;
        self.outside.extend(learned.outside);
    }

    /// The file holds this now: what of it was missing has come back.
    pub fn set(&mut self, review: Review) {
        self.missing.keep_missing(&review);
        self.review = review;
    }

    /// What was lost is not missed any more: what the file has is what is known.
    /// A person has decided that, and can undo it: it is an operation which the file holds already.
    pub fn accept(&mut self, lost: &MissingEntries, id: OperationId, at: Moment) {
        self.record(at);
        let diffs: Vec<EntryDiff> = self.missing.take_out(lost).diffs_to(&self.review).collect();
        let (Some(journal), false) = (&self.journal, diffs.is_empty()) else { return };
        let accepted = journal.operation(id.clone(), at, OperationKind::Done, diffs);
        self.trouble = journal.add(&[accepted, Event::Saved(vec![id])]).err();
    }

    /// Puts in the journal what others have changed.
    pub fn record(&mut self, at: Moment) {
        let (Some(journal), false) = (&self.journal, self.outside.is_empty()) else { return };
        let id = OperationId(super::ids::new_id().to_string());
        let mut diffs = std::mem::take(&mut self.outside);
        // What another window or a command did is in the journal already, under its own name.
        let mut open: HashMap<&EntryKey, &EntryDiff> = diffs.iter().map(|diff| (&diff.key, diff)).collect();
        let mut told = HashSet::new();
        let read = journal.latest(|operation| {
            for last in operation.diffs.into_iter().rev() {
                if open.remove(&last.key).is_some_and(|diff| diff.after == last.after) {
                    told.insert(last.key);
                }
            }
            !open.is_empty()
        });
        if read.is_ok() {
            diffs.retain(|diff| !told.contains(&diff.key));
        }
        if diffs.is_empty() {
            return;
        }
        self.trouble = journal.note(&[journal.operation(id, at, OperationKind::Outside, diffs)]).err();
    }

    /// These operations are given up.
    pub fn withdraw(&mut self, pending: &[Arc<PendingOperation>]) {
        let ids: Vec<OperationId> = pending.iter().map(|one| one.operation.id.clone()).collect();
        ids.iter().for_each(|id| {
            self.written.remove(id);
        });
        if let Some(journal) = &self.journal {
            self.trouble = journal.add(&[Event::Refused(ids)]).err();
        }
    }

    /// The file holds these operations now, but for those that were refused.
    pub fn has_saved(&mut self, pending: &[Arc<PendingOperation>], refused: &[Refused]) {
        let Some(journal) = &self.journal else { return };
        let is_refused = |id: &OperationId| refused.iter().any(|refused| &refused.pending.operation.id == id);
        let (refused, saved): (Vec<_>, Vec<_>) =
            pending.iter().map(|one| one.operation.id.clone()).partition(is_refused);
        for id in saved.iter().chain(&refused) {
            self.written.remove(id);
        }
        let mut events = vec![Event::Saved(saved)];
        if !refused.is_empty() {
            events.push(Event::Refused(refused));
        }
        // Lost in a power cut they are tried once more, and found done.
        let _ = journal.note(&events);
    }
}
