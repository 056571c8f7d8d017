//! What was done to a review, one entry after the other: the history from which undo works, also after a restart,
//! and from which what was lost comes back. Pure; `store::Journal` keeps it on disk.

use std::collections::HashSet;
use std::fmt;

use super::{Change, DiffSide, EntryDiff, Moment, Rejected, Review, Symbol};

/// An operation's id: never used twice.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OperationId(pub String);

impl fmt::Display for OperationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What kind of thing was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OperationKind {
    /// A person changed something, or let go what another hand took away.
    Done,
    /// A person took an operation back.
    Undone(OperationId),
    /// A person did an operation again.
    Redone(OperationId),
    /// Another program, machine or hand changed the file, and this is how it was found.
    Outside,
}

/// Something that was done to a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// By which the journal and undo know it.
    pub id: OperationId,
    /// When it was done, by the clock of whoever did it.
    pub at: Moment,
    /// By which session, that is by which window; empty for a command.
    pub session: String,
    /// What kind of operation.
    pub kind: OperationKind,
    /// What it did, entry by entry.
    pub diffs: Vec<EntryDiff>,
}

/// An operation on its way to the file: what it did to the review that was seen, and the change by which it is done to
/// what the file holds by then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingOperation {
    /// What was done. Tried again, it has the same id.
    pub operation: Operation,
    /// How it is done once more.
    pub change: Change,
}

impl PendingOperation {
    /// Makes a change to a review, as an operation. In which session is added where it is written down.
    ///
    /// # Errors
    /// [`Rejected`] if the change cannot be made. The review is then as before.
    pub fn done(
        review: &mut Review,
        change: Change,
        id: OperationId,
        at: Moment,
        kind: OperationKind,
    ) -> Result<Self, Rejected> {
        let diffs = review.apply(change.clone(), at)?;
        Ok(Self { operation: Operation { id, at, session: String::new(), kind, diffs }, change })
    }

    /// An operation that is to be done once more: it changes again what it changed then, and nothing else.
    #[must_use]
    pub fn again(operation: &Operation) -> Self {
        let mut before = Review::new(Symbol(String::new()), "");
        operation.diffs.iter().for_each(|diff| before.put(diff, DiffSide::Before));
        let change = before.change_towards(&operation.diffs, DiffSide::After);
        Self { operation: operation.clone(), change: change.unwrap_or(Change::Many(Vec::new())) }
    }

    /// Makes the change to another review, as far as it can be made there. Whoever saves tells what cannot.
    pub fn apply_to(&self, review: &mut Review) {
        let _ = review.apply(self.change.clone(), self.operation.at);
    }
}

/// One line of a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Something was done, or is about to be.
    Operation(Operation),
    /// These are in the file.
    Saved(Vec<OperationId>),
    /// These will never be in the file: what they speak of was gone.
    Refused(Vec<OperationId>),
}

/// What undo and redo can take next, the last of each first in turn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UndoStacks {
    /// What can be taken back.
    pub undo: Vec<Operation>,
    /// What can be done again.
    pub redo: Vec<Operation>,
}

impl UndoStacks {
    /// Puts one more operation where it belongs.
    pub fn push(&mut self, operation: Operation) {
        match &operation.kind {
            OperationKind::Done => {
                self.undo.push(operation);
                self.redo.clear();
            }
            OperationKind::Undone(which) => shift(&mut self.undo, &mut self.redo, which),
            OperationKind::Redone(which) => shift(&mut self.redo, &mut self.undo, which),
            OperationKind::Outside => {}
        }
    }
}

fn shift(from: &mut Vec<Operation>, to: &mut Vec<Operation>, which: &OperationId) {
    if let Some(at) = from.iter().rposition(|operation| &operation.id == which) {
        to.push(from.remove(at));
    }
}

/// All that was done to one review, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// In the order in which it was written down.
    pub events: Vec<Event>,
}

impl History {
    /// The operations, in order.
    pub fn operations(&self) -> impl DoubleEndedIterator<Item = &Operation> {
        self.events.iter().filter_map(|event| match event {
            Event::Operation(operation) => Some(operation),
            Event::Saved(_) | Event::Refused(_) => None,
        })
    }

    /// Operations of which it is not known that they are in the file, or that they never will be.
    #[must_use]
    pub fn pending(&self) -> Vec<&Operation> {
        let closed: HashSet<&OperationId> = self
            .events
            .iter()
            .flat_map(|event| match event {
                Event::Saved(ids) | Event::Refused(ids) => ids.as_slice(),
                Event::Operation(_) => &[],
            })
            .collect();
        let open = |operation: &&Operation| {
            operation.kind != OperationKind::Outside && !closed.contains(&operation.id)
        };
        self.operations().filter(open).collect()
    }

    /// The review as the file had it when it was last seen. `None` if nothing is known.
    #[must_use]
    pub fn review(&self, symbol: &Symbol, reviewer: &str) -> Option<Review> {
        self.review_until(symbol, reviewer, None)
    }

    /// The review as it was after that operation; after all of them if none is named.
    #[must_use]
    pub fn review_until(
        &self,
        symbol: &Symbol,
        reviewer: &str,
        last: Option<&OperationId>,
    ) -> Option<Review> {
        let pending: HashSet<&OperationId> = self.pending().iter().map(|operation| &operation.id).collect();
        let refused: HashSet<&OperationId> = self
            .events
            .iter()
            .flat_map(|event| if let Event::Refused(ids) = event { ids.as_slice() } else { &[] })
            .collect();
        let mut review = None;
        for operation in self.operations() {
            // The one that is asked for is meant, also if the file never took it.
            let asked = Some(&operation.id) == last;
            if asked || (!pending.contains(&operation.id) && !refused.contains(&operation.id)) {
                let review = review.get_or_insert_with(|| Review::new(symbol.clone(), reviewer));
                operation.diffs.iter().for_each(|entry| review.put(entry, DiffSide::After));
            }
            if asked {
                break;
            }
        }
        review
    }

    /// What undo and redo can take.
    #[must_use]
    pub fn undo_stacks(&self) -> UndoStacks {
        let mut stacks = UndoStacks::default();
        for operation in self.operations() {
            stacks.push(operation.clone());
        }
        stacks
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Change, Note, NoteId, NoteKind, ReviewStatus};
    use super::*;

    fn at() -> Moment {
        "2026-11-23T14:02:00+01:00".parse().unwrap()
    }

    fn empty() -> Review {
        Review::new(Symbol("A/1".into()), "amara")
    }

    fn operation(id: &str, kind: OperationKind, diffs: Vec<EntryDiff>) -> Event {
        let id = OperationId(id.into());
        Event::Operation(Operation { id, at: at(), session: String::new(), kind, diffs })
    }

    fn saved(ids: &[&str]) -> Event {
        Event::Saved(ids.iter().map(|id| OperationId((*id).into())).collect())
    }

    fn did(review: &mut Review, change: Change) -> Vec<EntryDiff> {
        review.apply(change, at()).unwrap()
    }

    #[test]
    fn a_history_knows_what_the_file_had_what_never_arrived_and_what_undo_may_take() {
        let mut review = empty();
        let note = Note::new(NoteId("n1".into()), "18".into(), NoteKind::Comment, "one".into(), at());
        let one = did(&mut review, Change::add_note(note));
        let status = |status| Change::set_status("18".into(), status, None);
        let two = did(&mut review, status(ReviewStatus::Amend));
        let on_disk = review.clone();
        let three = did(&mut review, status(ReviewStatus::Query));
        let mut history = History {
            events: vec![
                operation("1", OperationKind::Done, one),
                operation("2", OperationKind::Done, two.clone()),
                saved(&["1", "2"]),
                operation("3", OperationKind::Done, three),
            ],
        };
        let symbol = Symbol("A/1".into());
        assert_eq!(history.review(&symbol, "amara").unwrap(), on_disk);
        assert_eq!(history.pending().iter().map(|o| o.id.0.as_str()).collect::<Vec<_>>(), ["3"]);
        assert_eq!(
            history
                .review_until(&symbol, "amara", Some(&OperationId("1".into())))
                .unwrap()
                .live_notes()
                .count(),
            1
        );
        let ids = |stack: &[Operation]| stack.iter().map(|o| o.id.0.clone()).collect::<Vec<_>>().join(" ");
        let stacks = history.undo_stacks();
        assert_eq!((ids(&stacks.undo), ids(&stacks.redo)), ("1 2 3".into(), String::new()));
        history.events.push(operation("4", OperationKind::Undone(OperationId("3".into())), vec![]));
        history.events.push(operation("5", OperationKind::Undone(OperationId("2".into())), vec![]));
        let stacks = history.undo_stacks();
        assert_eq!((ids(&stacks.undo), ids(&stacks.redo)), ("1".into(), "3 2".into()));
        history.events.push(operation("6", OperationKind::Redone(OperationId("2".into())), vec![]));
        let stacks = history.undo_stacks();
        assert_eq!((ids(&stacks.undo), ids(&stacks.redo)), ("1 2".into(), "3".into()));
        history.events.push(operation("7", OperationKind::Done, two));
        assert_eq!(history.undo_stacks().redo, []);
        history.events.push(Event::Refused(vec![OperationId("7".into())]));
        assert!(!history.pending().iter().any(|operation| operation.id.0 == "7"));
        assert_eq!(History::default().review(&symbol, "amara"), None);
    }
}
