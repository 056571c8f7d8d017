//! Operations on their way to the disk, and what the status line says of them.

use std::sync::Arc;

use super::{About, DiskEffect, Effect, OpenDocument, Save, Shell, Stamp};
use crate::messages::{UserMessage, differences, user_message};
use crate::model::{
    Change, DiffSide, Draft, EntryDiff, EntryKey, MissingEntries, Moment, NoteId, Operation, OperationId,
    OperationKind, PendingOperation, Review,
};

/// An operation that is in the review on the screen and not yet known to be on disk.
#[derive(Debug, Clone, PartialEq)]
pub struct Unsaved {
    /// Its number in the order of saving, over all documents of this run.
    pub sequence: u64,
    /// What it altered, as the journal keeps it.
    pub pending: Arc<PendingOperation>,
}

/// Which changes are not on disk, and what stands in the way.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Saving {
    /// Not yet known to be on disk, in order.
    pub unsaved: Vec<Unsaved>,
    /// The number of the last change.
    pub sequence: u64,
    /// When something was last saved.
    pub last: Option<Moment>,
    /// Why the last attempt failed.
    pub trouble: Option<UserMessage>,
    /// The number of the change that wrote the reviewer's first note here: where it is kept is told once it is kept.
    pub first: Option<u64>,
}

impl Saving {
    /// Begins with a document: with what an earlier window could not save, why this one may not be able to, and the
    /// number of the last change.
    pub(super) fn begin(
        unsaved: Vec<Arc<PendingOperation>>,
        trouble: Option<UserMessage>,
        sequence: u64,
    ) -> Self {
        let unsaved = unsaved.into_iter().map(|pending| Unsaved { sequence: 0, pending }).collect();
        Self { unsaved, sequence, last: None, trouble, first: None }
    }
}

impl OpenDocument {
    /// Applies a change and sends it to the disk; what it altered is what undo will take back.
    pub(super) fn commit(
        &mut self,
        shell: &mut Shell,
        change: Change,
        draft: Option<NoteId>,
        stamp: &Stamp,
    ) -> Vec<Effect> {
        self.apply(shell, change, draft, stamp, OperationKind::Done).unwrap_or_default()
    }

    /// What vanished or went back is not missed any more. The review is as it is already; undo puts back what was seen.
    pub(super) fn let_go(&mut self, lost: MissingEntries, stamp: &Stamp) -> Effect {
        self.lost.take_out(&lost);
        let (id, at) = (self.next_id(stamp), stamp.at);
        let diffs = lost.clone().diffs_to(&self.mine).collect();
        let (session, kind) = (String::new(), OperationKind::Done);
        self.undo_stacks.push(Operation { id: id.clone(), at, session, kind, diffs });
        Effect::Disk(DiskEffect::AcceptLost { lost: Box::new(lost), id, at })
    }

    /// The id of one more operation: a key can lead to more than one.
    fn next_id(&mut self, stamp: &Stamp) -> OperationId {
        self.saving.sequence += 1;
        OperationId(format!("{}.{}", stamp.id, self.saving.sequence))
    }

    /// Undo or redo: makes what the last operation altered say what it said before it, or after it.
    pub(super) fn step_back(&mut self, shell: &mut Shell, redo: bool, stamp: &Stamp) -> Vec<Effect> {
        let pile = if redo { &mut self.undo_stacks.redo } else { &mut self.undo_stacks.undo };
        let Some(operation) = pile.last().cloned() else {
            shell.tell(if redo { user_message("redo-nothing") } else { user_message("undo-nothing") });
            return Vec::new();
        };
        let what = differences::done(&operation.diffs);
        let (from, to) =
            if redo { (DiffSide::Before, DiffSide::After) } else { (DiffSide::After, DiffSide::Before) };
        if !operation.diffs.iter().all(|entry| entry.stands(&self.mine, from)) {
            // Another hand has changed it since: its work is not taken back for it.
            pile.pop();
            shell.tell(user_message("undo-changed-since").and("what", what));
            return Vec::new();
        }
        let Some(change) = self.mine.change_towards(&operation.diffs, to) else {
            pile.pop();
            return Vec::new();
        };
        let id = operation.id.clone();
        let kind = if redo { OperationKind::Redone(id) } else { OperationKind::Undone(id) };
        let Some(effects) = self.apply(shell, change, None, stamp, kind) else { return Vec::new() };
        shell
            .tell(if redo { user_message("redo-done") } else { user_message("undo-done") }.and("what", what));
        let number = operation.diffs.first().and_then(EntryDiff::paragraph);
        if let Some(at) = number.and_then(|number| self.document.position(number)) {
            self.go_to(shell, at);
        }
        if let Some(EntryKey::Note(id)) = operation.diffs.first().map(|diff| &diff.key) {
            self.select_note(shell, id);
        }
        effects
    }

    fn apply(
        &mut self,
        shell: &mut Shell,
        change: Change,
        draft: Option<NoteId>,
        stamp: &Stamp,
        kind: OperationKind,
    ) -> Option<Vec<Effect>> {
        if let Some(why) = &self.read_only {
            shell.tell(user_message("read-only").and("why", why.clone()));
            return None;
        }
        let id = self.next_id(stamp);
        let sequence = self.saving.sequence;
        let Ok(pending) = PendingOperation::done(&mut self.mine, change, id, stamp.at, kind) else {
            shell.tell(user_message("change-rejected"));
            return None;
        };
        self.group_notes();
        self.undo_stacks.push(pending.operation.clone());
        let pending = Arc::new(pending);
        self.saving.unsaved.push(Unsaved { sequence, pending: pending.clone() });
        let mut effects = vec![Effect::Disk(DiskEffect::Save(Save { sequence, pending, draft }))];
        effects.push(self.index());
        Some(effects)
    }

    /// The review as the disk has it becomes the review on the screen, with what is not yet saved on top.
    pub(super) fn take_from_disk(&mut self, review: Review) -> Effect {
        self.mine = review;
        for unsaved in &self.saving.unsaved {
            // What another hand has removed meanwhile is told by the save itself.
            unsaved.pending.apply_to(&mut self.mine);
        }
        self.group_notes();
        self.index()
    }

    /// Changes are not on disk. What is on the screen must not say that they are.
    pub(super) fn not_saved(&mut self, shell: &mut Shell, why: UserMessage) {
        if shell.notices.is_about(About::AllSaved) {
            shell.notices.clear();
        }
        self.saving.trouble = Some(why);
    }

    /// Operations up to `sequence` are on disk, but for those that were refused: their words are drafts again. `mine` is
    /// the review as it is there, if that is not what is shown.
    pub(super) fn saved(
        &mut self,
        shell: &mut Shell,
        sequence: u64,
        at: Moment,
        mine: Option<Review>,
        refused: Vec<Draft>,
    ) -> Vec<Effect> {
        self.saving.unsaved.retain(|unsaved| unsaved.sequence > sequence);
        self.saving.last = Some(at);
        self.saving.trouble = None;
        self.drafts.extend(refused);
        let effects = mine.map(|mine| self.take_from_disk(mine)).into_iter().collect();
        if self.saving.first.is_some_and(|first| first <= sequence) {
            self.saving.first = None;
            let told =
                user_message("note-first").with("reviewer", &self.mine.reviewer).with("where", &self.kept_in);
            let notes = self.mine.live_notes().next().is_some();
            if notes && shell.notices.is_about(About::Written) {
                shell.notices.tell(About::AllSaved, told);
            } else if notes {
                shell.notices.remark(About::AllSaved, told);
            }
        }
        effects
    }
}
