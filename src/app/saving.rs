//! Changes on their way to the disk, and what the status line says of them.

use super::{App, Effect, Stamp};
use crate::messages::{Said, said};
use crate::model::{Change, Moment, NoteId, Review};

/// A change that is in the review on the screen and not yet known to be on disk.
#[derive(Debug, Clone, PartialEq)]
pub struct Unsaved {
    /// Its number.
    pub sequence: u64,
    /// The change.
    pub change: Change,
    /// When it was made.
    pub at: Moment,
    /// The draft that it makes superfluous once it is on disk.
    pub draft: Option<NoteId>,
}

/// How saving stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Saving {
    /// Not yet known to be on disk, in order.
    pub unsaved: Vec<Unsaved>,
    /// The number of the last change.
    pub sequence: u64,
    /// When something was last saved.
    pub last: Option<Moment>,
    /// Why the last attempt failed.
    pub trouble: Option<Said>,
}

impl App {
    /// Applies a change and sends it to the disk; its inverse is what undo will do.
    pub(super) fn commit(&mut self, change: Change, draft: Option<NoteId>, stamp: &Stamp) -> Vec<Effect> {
        match self.apply(change, draft, stamp) {
            Some((inverse, effects)) => {
                self.undo.push(inverse);
                self.redo.clear();
                effects
            }
            None => Vec::new(),
        }
    }

    /// Undo or redo: takes a change from one pile and puts its inverse on the other.
    pub(super) fn step_back(&mut self, redo: bool, stamp: &Stamp) -> Vec<Effect> {
        let pile = if redo { &mut self.redo } else { &mut self.undo };
        let Some(change) = pile.pop() else {
            self.notice = Some(if redo { said("redo-nothing") } else { said("undo-nothing") });
            return Vec::new();
        };
        let Some((inverse, effects)) = self.apply(change.clone(), None, stamp) else { return Vec::new() };
        self.notice =
            Some(if redo { said("redo-done") } else { said("undo-done") }.and("what", describe(&change)));
        let other = if redo { &mut self.undo } else { &mut self.redo };
        other.push(inverse);
        if let Some(at) = paragraph_of(&change, &self.mine).and_then(|n| self.document.as_ref()?.position(&n))
        {
            self.go_to(at);
        }
        effects
    }

    fn apply(
        &mut self,
        change: Change,
        draft: Option<NoteId>,
        stamp: &Stamp,
    ) -> Option<(Change, Vec<Effect>)> {
        if let Some(why) = &self.read_only {
            self.notice = Some(said("read-only").and("why", why.clone()));
            return None;
        }
        let Ok(inverse) = self.mine.apply(change.clone(), stamp.at) else {
            self.notice = Some(said("change-rejected"));
            return None;
        };
        self.saving.sequence += 1;
        let sequence = self.saving.sequence;
        self.saving.unsaved.push(Unsaved { sequence, change: change.clone(), at: stamp.at, draft });
        let mut effects = vec![Effect::Save { sequence, change: Box::new(change), at: stamp.at }];
        effects.extend(self.index());
        Some((inverse, effects))
    }

    /// The review as the disk has it becomes the review on the screen, with what is not yet saved on top.
    pub(super) fn take_from_disk(&mut self, review: Review) -> Vec<Effect> {
        self.mine = review;
        for unsaved in &self.saving.unsaved {
            // What another hand has removed meanwhile is told by the save itself.
            let _ = self.mine.apply(unsaved.change.clone(), unsaved.at);
        }
        self.index().into_iter().collect()
    }

    /// Changes up to `sequence` are on disk.
    pub(super) fn saved(&mut self, sequence: u64, at: Moment, review: Review) -> Vec<Effect> {
        let (done, open) =
            std::mem::take(&mut self.saving.unsaved).into_iter().partition(|u| u.sequence <= sequence);
        self.saving.unsaved = open;
        self.saving.last = Some(at);
        self.saving.trouble = None;
        let done: Vec<Unsaved> = done;
        let mut effects: Vec<Effect> =
            done.into_iter().filter_map(|u| u.draft).map(Effect::DropDraft).collect();
        effects.extend(self.take_from_disk(review));
        effects
    }
}

/// A change in a word or two, for undo and redo.
fn describe(change: &Change) -> Said {
    match change {
        Change::AddNote(_) | Change::RestoreNote(_) => said("change-note-back"),
        Change::EditNote { .. } => said("change-note-words"),
        Change::SettleNote { .. } => said("change-note-settled"),
        Change::DeleteNote(_) => said("change-note-gone"),
        Change::SetStatus { paragraph, status } => {
            said("change-status").with("number", paragraph).and("status", super::state::status_said(*status))
        }
        Change::SetRecommendation { paragraph, .. } => {
            said("change-recommendation").with("number", paragraph)
        }
        Change::Many(changes) => said("change-many").count("count", changes.len()),
    }
}

fn paragraph_of(change: &Change, review: &Review) -> Option<crate::model::ParagraphNumber> {
    match change {
        Change::AddNote(note) => Some(note.paragraph.clone()),
        Change::EditNote { id, .. }
        | Change::SettleNote { id, .. }
        | Change::DeleteNote(id)
        | Change::RestoreNote(id) => review.note(id).map(|note| note.paragraph.clone()),
        Change::SetStatus { paragraph, .. } | Change::SetRecommendation { paragraph, .. } => {
            Some(paragraph.clone())
        }
        Change::Many(changes) => changes.first().and_then(|change| paragraph_of(change, review)),
    }
}
