//! The storage on a thread of its own: the screen hands effects on and never waits for the disk, except to leave.

#![expect(clippy::disallowed_methods, reason = "the thread has a clock: it looks and tries again by it")]

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::clock::now;
use super::storage::Storage;
use crate::app::{DiskEffect, LastPlace, Msg, Save};
use crate::model::{Draft, NoteId};
use crate::store::{Handed, Lock};

/// How often other hands are looked for.
const LOOK: Duration = Duration::from_millis(800);

/// How long an ending waits for the disk.
const PATIENCE: Duration = Duration::from_millis(1500);

/// How long quitting waits for the disk.
const LAST_SAVE: Duration = Duration::from_secs(4);

/// The way to the storage on its thread.
#[derive(Debug, Clone)]
pub struct StorageWorker(Sender<Order>);

/// The orders that the thread will find when it starts.
#[derive(Debug)]
pub struct Orders(Receiver<Order>);

/// What the thread is told.
#[derive(Debug)]
enum Order {
    Do(DiskEffect),
    /// The user's editor came back from this file; whether at once.
    Handed(Box<(Handed, Lock)>, bool),
    /// Save all, and say whether nothing is left.
    Finish(Sender<bool>),
    /// Write what is being typed and all that waits, then say so: the program is being ended.
    Flush(Option<Box<Draft>>, Sender<()>),
}

/// A way to the thread, and what it will read. Before it starts, so that those who watch over endings have the way.
pub fn orders() -> (StorageWorker, Orders) {
    let (sender, receiver) = mpsc::channel();
    (StorageWorker(sender), Orders(receiver))
}

impl Orders {
    /// Starts the thread; its answers wake the loop through `answer`, until that says that nobody listens.
    pub fn serve(self, mut storage: Storage, answer: impl Fn(Msg) -> bool + Send + 'static) {
        let Self(orders) = self;
        thread::spawn(move || {
            let mut looked = Instant::now();
            let mut place = None;
            loop {
                #[cfg(debug_assertions)]
                super::trial::fall_if_asked("desk");
                let mut answers = Vec::new();
                match orders.recv_timeout(LOOK) {
                    Ok(order) => {
                        let mut orders: Vec<Order> =
                            std::iter::once(order).chain(orders.try_iter()).collect();
                        newest_drafts(&mut orders);
                        answers.extend(obey(&mut storage, orders, &mut place));
                    }
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => return,
                }
                // Also while someone types: what failed is tried again, and other hands are seen.
                if looked.elapsed() >= LOOK {
                    remember(&mut storage, &mut place);
                    answers.extend(storage.look(now()));
                    looked = Instant::now();
                }
                if !answers.into_iter().all(&answer) {
                    return;
                }
            }
        });
    }
}

impl StorageWorker {
    /// Hands an effect on.
    pub fn send(&self, effect: DiskEffect) {
        let _ = self.0.send(Order::Do(effect));
    }

    /// Hands on a file from which the user's editor came back.
    pub fn take_handed(&self, handed: Handed, lock: Lock, at_once: bool) {
        let _ = self.0.send(Order::Handed(Box::new((handed, lock)), at_once));
    }

    /// Writes what is being typed and all that waits, and waits for it as long as an ending may.
    pub fn flush(&self, draft: Option<Draft>) {
        let (done, wait) = mpsc::channel();
        if self.0.send(Order::Flush(draft.map(Box::new), done)).is_ok() {
            let _ = wait.recv_timeout(PATIENCE);
        }
    }

    /// Waits until all is on disk. `false` if it is not.
    pub fn finish(&self) -> bool {
        let (done, wait) = mpsc::channel();
        if self.0.send(Order::Finish(done)).is_err() {
            return false;
        }
        wait.recv_timeout(LAST_SAVE).unwrap_or(false)
    }
}

/// Performs a batch of orders: drafts first, because nothing may hold them up, and all changes in one save.
fn obey(storage: &mut Storage, mut orders: Vec<Order>, place: &mut Option<LastPlace>) -> Vec<Msg> {
    keep_later_drafts(&mut orders);
    let is_draft = |order: &Order| {
        let Order::Do(effect) = order else { return matches!(order, Order::Handed(..)) };
        matches!(effect, DiskEffect::KeepDraft(_) | DiskEffect::DropDraft(_) | DiskEffect::TakeDraft(_))
    };
    let (drafts, others): (Vec<Order>, Vec<Order>) = orders.into_iter().partition(is_draft);
    let mut answers = Vec::new();
    let mut saves = false;
    for order in drafts.into_iter().chain(others) {
        match order {
            Order::Do(DiskEffect::Save(save)) => {
                storage.add(save);
                saves = true;
            }
            // Where one is changes with every key: it is written about once a second, and at the end.
            Order::Do(DiskEffect::Remember(now)) => *place = Some(now),
            Order::Do(job) => {
                remember(storage, place);
                // What was changed before another document is opened belongs to the one that is open.
                if std::mem::take(&mut saves) {
                    answers.extend(storage.save(now()));
                }
                answers.extend(storage.perform(job));
            }
            Order::Handed(handed, at_once) => storage.take_handed(*handed, at_once),
            Order::Finish(done) => {
                saves = false;
                remember(storage, place);
                if storage.is_waiting() {
                    answers.extend(storage.save(now()));
                }
                let _ = done.send(!storage.is_waiting());
            }
            Order::Flush(draft, done) => {
                if let Some(draft) = draft {
                    storage.perform(DiskEffect::KeepDraft(draft));
                }
                if storage.is_waiting() {
                    storage.save(now());
                }
                remember(storage, place);
                let _ = done.send(());
            }
        }
    }
    if saves {
        answers.extend(storage.save(now()));
    }
    answers
}

/// Writes where one is, if that has changed.
fn remember(storage: &mut Storage, place: &mut Option<LastPlace>) {
    if let Some(place) = place.take() {
        storage.remember(place);
    }
}

/// A save drops its draft, but not one that was typed into after it.
fn keep_later_drafts(orders: &mut [Order]) {
    let mut typed_later: Vec<NoteId> = Vec::new();
    for order in orders.iter_mut().rev() {
        match order {
            Order::Do(DiskEffect::KeepDraft(draft)) => typed_later.push(draft.note.clone()),
            Order::Do(DiskEffect::Save(Save { draft, .. }))
                if draft.as_ref().is_some_and(|note| typed_later.contains(note)) =>
            {
                *draft = None;
            }
            _ => {}
        }
    }
}

/// Of several versions of one draft that wait only the newest is written.
fn newest_drafts(orders: &mut Vec<Order>) {
    let mut later: Vec<NoteId> = Vec::new();
    let mut kept: Vec<Order> = Vec::with_capacity(orders.len());
    for order in orders.drain(..).rev() {
        if let Order::Do(DiskEffect::KeepDraft(draft)) = &order {
            if later.contains(&draft.note) {
                continue;
            }
            later.push(draft.note.clone());
        }
        if let Order::Do(DiskEffect::DropDraft(note)) = &order {
            later.push(note.clone());
        }
        kept.push(order);
    }
    kept.reverse();
    *orders = kept;
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{Catalog, Language};
    use super::*;
    use crate::app::SourceId;
    use crate::model::{Change, OperationId, OperationKind, PendingOperation, Review};

    fn save(review: &mut Review, change: Change, draft: Option<NoteId>) -> Save {
        let (id, kind) = (OperationId("o1".into()), OperationKind::Done);
        let pending = Arc::new(PendingOperation::done(review, change, id, now(), kind).unwrap());
        Save { sequence: 1, pending, draft }
    }

    #[test]
    fn an_ending_writes_what_is_being_typed_and_all_that_waits() {
        let folder = tempfile::tempdir().unwrap();
        let open = || {
            let library = Catalog::open(&[], None, &folder.path().join("data"), "amara").unwrap();
            let mut storage = Storage::new(library, folder.path().join("state"));
            let opened = storage.open(SourceId(0), Language::AsNamed).unwrap();
            (storage, opened)
        };
        let (mut storage, mut opened) = open();
        let at = now();
        let draft = Draft {
            note: NoteId("n".into()),
            symbol: opened.mine.symbol.clone(),
            paragraph: "5".into(),
            kind: crate::model::NoteKind::Comment,
            anchor: None,
            body: "半句".into(),
            editing: false,
            started: at,
        };
        let status = crate::model::ReviewStatus::Query;
        let change = Change::set_status("5".into(), status, None);
        storage.add(save(&mut opened.mine, change, None));
        let (done, wait) = mpsc::channel();
        obey(&mut storage, vec![Order::Flush(Some(Box::new(draft.clone())), done)], &mut None);
        wait.try_recv().unwrap();
        drop(storage);
        let (_storage, again) = open();
        assert_eq!(again.drafts, [draft]);
        assert_eq!(again.mine.status(&"5".into()), status);
    }

    #[test]
    fn a_draft_that_is_typed_into_after_a_save_of_its_note_outlives_that_save() {
        let at = now();
        let id = NoteId("n".into());
        let draft = Draft {
            note: id.clone(),
            symbol: crate::model::Symbol("A/1".into()),
            paragraph: "5".into(),
            kind: crate::model::NoteKind::Comment,
            anchor: None,
            body: "later".into(),
            editing: true,
            started: at,
        };
        let mut review = Review::new(draft.symbol.clone(), "amara");
        let save = save(&mut review, Change::Many(Vec::new()), Some(id));
        let order = Order::Do;
        let mut orders =
            vec![order(DiskEffect::Save(save.clone())), order(DiskEffect::KeepDraft(Box::new(draft)))];
        keep_later_drafts(&mut orders);
        assert!(matches!(&orders[0], Order::Do(DiskEffect::Save(Save { draft: None, .. }))));
        let mut orders = vec![order(DiskEffect::Save(save))];
        keep_later_drafts(&mut orders);
        assert!(matches!(&orders[0], Order::Do(DiskEffect::Save(Save { draft: Some(_), .. }))));
    }
}
