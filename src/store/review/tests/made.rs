//! Changes that tests make and save, as whoever has seen what the store last saw makes them.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::PATIENCE;
use crate::model::{
    Change, MissingEntries, Moment, Note, NoteId, NoteKind, Operation, OperationId, OperationKind,
    PendingOperation, Review, ReviewStatus, Symbol,
};
use crate::store::{ReviewStore, SaveOutcome, StoreError, Workspace, Written};

pub fn at() -> Moment {
    "2026-11-23T14:02:00+01:00".parse().unwrap()
}

/// A change that someone is about to make, under an id of its own.
#[derive(Debug, Clone)]
pub struct Wish {
    pub id: OperationId,
    pub change: Change,
}

pub fn wish(change: Change) -> Wish {
    Wish { id: OperationId(crate::store::new_id().to_string()), change }
}

/// Made one after the other to the review that the store last saw. One that cannot be made there did nothing there.
pub fn done(store: &ReviewStore, wishes: &[Wish]) -> Vec<Arc<PendingOperation>> {
    let mut review = store.review().clone();
    let done = |Wish { id, change }: &Wish| {
        let kind = OperationKind::Done;
        let made = PendingOperation::done(&mut review, change.clone(), id.clone(), at(), kind.clone());
        Arc::new(made.unwrap_or_else(|_| {
            let (session, diffs) = (String::new(), Vec::new());
            let operation = Operation { id: id.clone(), at: at(), session, kind, diffs };
            PendingOperation { operation, change: change.clone() }
        }))
    };
    wishes.iter().map(done).collect()
}

pub fn add(id: &str, body: &str) -> Wish {
    let note = Note::new(NoteId(id.into()), "18".into(), NoteKind::Comment, body.into(), at());
    wish(Change::add_note(note))
}

pub fn edit(id: &str, body: &str) -> Wish {
    wish(Change::edit_note(NoteId(id.into()), body.into(), NoteKind::Comment))
}

pub fn status(status: ReviewStatus) -> Wish {
    wish(Change::set_status("18".into(), status, None))
}

pub fn store(folder: &Path, reviewer: &str) -> ReviewStore {
    ReviewStore::new(&Workspace::open(folder).unwrap(), &Symbol("CAC/COSP/WG.4/2019/L.1".into()), reviewer)
}

/// What a save did, and what is known then.
#[derive(Debug)]
pub struct Saved {
    written: Written,
    pub review: Review,
    pub lost: MissingEntries,
}

impl std::ops::Deref for Saved {
    type Target = Written;

    fn deref(&self) -> &Written {
        &self.written
    }
}

#[track_caller]
pub fn saved(store: &mut ReviewStore, wishes: &[Wish]) -> Saved {
    let pending = done(store, wishes);
    saved_again(store, &pending)
}

#[track_caller]
pub fn saved_again(store: &mut ReviewStore, pending: &[Arc<PendingOperation>]) -> Saved {
    match store.save(pending, PATIENCE) {
        SaveOutcome::Saved(written) => {
            Saved { written, review: store.review().clone(), lost: store.missing().clone() }
        }
        other => panic!("{other:?}"),
    }
}

/// Tries to save, and may not.
#[track_caller]
pub fn not_saved(store: &mut ReviewStore, wishes: &[Wish]) -> StoreError {
    let pending = done(store, wishes);
    match store.save(&pending, Duration::ZERO) {
        SaveOutcome::NotSaved(error) => error,
        other => panic!("{other:?}"),
    }
}

pub fn bodies(review: &Review) -> Vec<&str> {
    review.live_notes().map(|note| note.body.as_str()).collect()
}
