//! What is known of a review, whatever the file says now: what it held when it was last seen, and all that was done
//! since. From this, what others took away is noticed, also by a program that was not running then. It is kept in
//! the journal; without one it lasts as long as the process.

use std::collections::HashSet;

use crate::model::{
    EntryDiff, Event, History, MissingEntries, Moment, OperationId, OperationKind, Review, Side, Symbol,
};

use super::error::StoreError;
use super::journal::{Journal, Journaled};
use super::merge::{Refused, Stamped};

/// What is known of one review.
#[derive(Debug, Default)]
pub(super) struct Known {
    journal: Option<Journal>,
    /// Whether the journal has been read: before, nothing is known, and nothing can be new.
    recalled: bool,
    /// As it was last seen, with what was lost since and has not been accepted.
    review: Option<Review>,
    /// Operations that are in the journal and not yet in the file.
    written: HashSet<OperationId>,
    /// What is missing in the file, as far as nobody has accepted that.
    lost: MissingEntries,
    /// What others have changed, and the journal does not say yet.
    outside: Vec<EntryDiff>,
    trouble: Option<StoreError>,
}

impl Known {
    /// Kept in a journal.
    pub fn in_journal(journal: Journal) -> Self {
        Self { journal: Some(journal), ..Self::default() }
    }

    /// The review as it was last seen.
    pub fn review(&self) -> Option<&Review> {
        self.review.as_ref()
    }

    /// Why the journal could not be written the last time.
    pub fn trouble(&self) -> Option<&StoreError> {
        self.trouble.as_ref()
    }

    /// Reads what the journal knows; puts it aside if it is full.
    pub fn recall(&mut self, symbol: &Symbol, reviewer: &str, at: Moment) -> Result<Journaled, StoreError> {
        let Some(journal) = &self.journal else { return Ok(Journaled::default()) };
        let journaled = journal.read()?;
        self.recalled = true;
        self.review = journaled.history.review(symbol, reviewer);
        // What has not arrived in the file would be forgotten with the old journal.
        if let (Some(review), true) = (&self.review, journaled.history.pending().is_empty()) {
            self.trouble = journal.begin_anew_if_full(review, at).err();
        }
        self.written.extend(journaled.history.pending().into_iter().map(|operation| operation.id.clone()));
        Ok(journaled)
    }

    /// All that the journal holds; nothing without one.
    pub fn read_all(&self) -> Result<Journaled, StoreError> {
        self.journal.as_ref().map_or_else(|| Ok(Journaled::default()), Journal::read_all)
    }

    /// Puts changes in the journal that are about to be saved, each once however often it is tried.
    pub fn write_down(&mut self, seen: &Review, changes: &[Stamped]) {
        if let Some(first) = changes.first() {
            self.record(first.at);
        }
        let Some(journal) = &self.journal else { return };
        if changes.iter().all(|stamped| self.written.contains(&stamped.id)) {
            return;
        }
        let mut events = Vec::new();
        let mut review = seen.clone();
        for Stamped { change, at, id, kind } in changes {
            // What cannot be applied is refused by the save, or another hand has done it already.
            if let Ok(diffs) = review.apply(change.clone(), *at)
                && !self.written.contains(id)
            {
                events.push(journal.operation(id.clone(), *at, kind.clone(), diffs));
            }
        }
        self.trouble = journal.add(&events).err();
        if self.trouble.is_none() {
            self.written.extend(changes.iter().map(|stamped| stamped.id.clone()));
        }
    }

    /// Takes note of what the file holds now; returns what is missing in it. The journal learns of it with
    /// [`record`](Self::record).
    pub fn learn(&mut self, disk: &Review) -> MissingEntries {
        let nothing = || Review::new(disk.symbol.clone(), &disk.reviewer);
        let known = self.review.take();
        let lost = known.as_ref().map(|known| MissingEntries::between(known, disk)).unwrap_or_default();
        self.lost = lost.clone();
        let mut now = disk.clone();
        lost.put_into(&mut now);
        if self.journal.is_some() && self.recalled {
            self.outside.extend(EntryDiff::between(&known.unwrap_or_else(nothing), &now));
        }
        self.review = Some(now);
        lost
    }

    /// What is missing in a file that is as it was when that was last learned. None if nothing has been learned.
    pub fn lost(&self) -> Option<&MissingEntries> {
        self.review.as_ref().map(|_| &self.lost)
    }

    /// What was lost is not missed any more: what the file has is what is known.
    pub fn accept(&mut self, lost: &MissingEntries, disk: &Review, at: Moment) {
        let Some(known) = &mut self.review else { return };
        let before = known.clone();
        self.lost.take_out(lost);
        for diff in lost.diffs() {
            let after = disk.get(&diff.key).cloned();
            known.put(&EntryDiff { after, ..diff }, Side::After);
        }
        self.outside.extend(EntryDiff::between(&before, known));
        self.record(at);
    }

    /// Puts in the journal what others have changed.
    pub fn record(&mut self, at: Moment) {
        let (Some(journal), false) = (&self.journal, self.outside.is_empty()) else { return };
        let id = OperationId(super::ids::new_id().to_string());
        let mut diffs = std::mem::take(&mut self.outside);
        // What another window or a command did is in the journal already, under its own name.
        if let Ok(journaled) = journal.read() {
            diffs.retain(|diff| !is_told(diff, &journaled.history));
        }
        if diffs.is_empty() {
            return;
        }
        self.trouble = journal.note(&[journal.operation(id, at, OperationKind::Outside, diffs)]).err();
    }

    /// These changes are given up.
    pub fn withdraw(&mut self, changes: &[Stamped]) {
        let ids: Vec<OperationId> = changes.iter().map(|stamped| stamped.id.clone()).collect();
        ids.iter().for_each(|id| {
            self.written.remove(id);
        });
        if let Some(journal) = &self.journal {
            self.trouble = journal.add(&[Event::Refused(ids)]).err();
        }
    }

    /// The file holds these changes now, but for those that were refused.
    pub fn has_saved(&mut self, disk: &Review, changes: &[Stamped], refused: &[Refused]) {
        if let Some(known) = &mut self.review {
            // What was there before the save is there still: only what was lost can have come back.
            self.lost.keep_missing(disk);
            known.clone_from(disk);
            self.lost.put_into(known);
        }
        let Some(journal) = &self.journal else { return };
        let is_refused = |id: &OperationId| refused.iter().any(|refused| &refused.stamped.id == id);
        let (refused, saved): (Vec<_>, Vec<_>) =
            changes.iter().map(|stamped| stamped.id.clone()).partition(is_refused);
        for id in saved.iter().chain(&refused) {
            self.written.remove(id);
        }
        let mut events = vec![Event::Saved(saved)];
        if !refused.is_empty() {
            events.push(Event::Refused(refused));
        }
        // MissingEntries in a power cut they are tried once more, and found done.
        let _ = journal.note(&events);
    }
}

/// Whether the last that a journal says of a note or a mark is that it became what it is after `entry`.
fn is_told(diff: &EntryDiff, history: &History) -> bool {
    let of = |other: &&EntryDiff| other.key == diff.key;
    let last = history.operations().rev().find_map(|operation| operation.diffs.iter().rev().find(of));
    last.is_some_and(|last| last.after == diff.after)
}
