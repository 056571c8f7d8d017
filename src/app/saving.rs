//! Changes on their way to the disk, and what the status line says of them.

use super::{App, Effect, Stamp};
use crate::messages::{Said, said};
use crate::model::{Change, Draft, Moment, NoteId, NoteKind, Recommendation, Review, ReviewStatus};

/// A change that is in the review on the screen and not yet known to be on disk.
#[derive(Debug, Clone, PartialEq)]
pub struct Unsaved {
    /// Its number.
    pub sequence: u64,
    /// The change.
    pub change: Change,
    /// When it was made.
    pub at: Moment,
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
            Some((step, effects)) => {
                self.undo.push(step);
                self.redo.clear();
                effects
            }
            None => Vec::new(),
        }
    }

    /// Undo or redo: takes a step from one pile and puts its inverse on the other.
    pub(super) fn step_back(&mut self, redo: bool, stamp: &Stamp) -> Vec<Effect> {
        let pile = if redo { &mut self.redo } else { &mut self.undo };
        let Some(step) = pile.pop() else {
            self.notice = Some(if redo { said("redo-nothing") } else { said("undo-nothing") });
            return Vec::new();
        };
        let what = step.what.clone();
        if glimpse(&self.mine, &step.change) != step.left {
            // Another hand has changed it since: its work is not taken back for it.
            self.notice = Some(said("undo-changed-since").and("what", what));
            return Vec::new();
        }
        let Some((mut inverse, effects)) = self.apply(step.change.clone(), None, stamp) else {
            let pile = if redo { &mut self.redo } else { &mut self.undo };
            pile.push(step);
            return Vec::new();
        };
        self.notice = Some(if redo { said("redo-done") } else { said("undo-done") }.and("what", what));
        inverse.what = step.what;
        let other = if redo { &mut self.undo } else { &mut self.redo };
        other.push(inverse);
        let number = paragraph_of(&step.change, &self.mine);
        if let Some(at) = number.and_then(|number| self.document.as_ref()?.position(&number)) {
            self.go_to(at);
        }
        effects
    }

    fn apply(&mut self, change: Change, draft: Option<NoteId>, stamp: &Stamp) -> Option<(Step, Vec<Effect>)> {
        if let Some(why) = &self.read_only {
            self.notice = Some(said("read-only").and("why", why.clone()));
            return None;
        }
        let Ok(inverse) = self.mine.apply(change.clone(), stamp.at) else {
            self.notice = Some(said("change-rejected"));
            return None;
        };
        self.group_notes();
        self.saving.sequence += 1;
        let sequence = self.saving.sequence;
        self.saving.unsaved.push(Unsaved { sequence, change: change.clone(), at: stamp.at });
        let left = glimpse(&self.mine, &inverse);
        let what = describe(&change);
        let mut effects = vec![Effect::Save { sequence, change: Box::new(change), at: stamp.at, draft }];
        effects.extend(self.index());
        Some((Step { change: inverse, what, left }, effects))
    }

    /// The review as the disk has it becomes the review on the screen, with what is not yet saved on top.
    pub(super) fn take_from_disk(&mut self, review: Review) -> Vec<Effect> {
        self.mine = review;
        for unsaved in &self.saving.unsaved {
            // What another hand has removed meanwhile is told by the save itself.
            let _ = self.mine.apply(unsaved.change.clone(), unsaved.at);
        }
        self.group_notes();
        self.index().into_iter().collect()
    }

    /// Changes up to `sequence` are on disk, but for those that were refused: their words are drafts again.
    pub(super) fn saved(
        &mut self,
        sequence: u64,
        at: Moment,
        review: Review,
        refused: &[Change],
    ) -> Vec<Effect> {
        self.saving.unsaved.retain(|unsaved| unsaved.sequence > sequence);
        self.saving.last = Some(at);
        self.saving.trouble = None;
        let mut effects = Vec::new();
        for change in refused {
            let Change::EditNote { id, body, kind } = change else { continue };
            let Some(note) = self.mine.note(id) else { continue };
            let draft = Draft {
                note: id.clone(),
                symbol: self.mine.symbol.clone(),
                paragraph: note.paragraph.clone(),
                kind: *kind,
                anchor: note.anchor.clone(),
                body: body.clone(),
                editing: true,
                started: note.changed,
            };
            effects.push(Effect::KeepDraft(Box::new(draft.clone())));
            self.drafts.push(draft);
        }
        effects.extend(self.take_from_disk(review));
        effects
    }
}

/// What undo or redo does, and what the review must still say where it does it.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The change that takes back.
    pub change: Change,
    /// What was done at first, in a word or two.
    what: Said,
    left: Vec<Glimpse>,
}

/// What a review says where a change would change it.
#[derive(Debug, Clone, PartialEq)]
enum Glimpse {
    Note(Option<(String, NoteKind, bool, bool)>),
    Status(ReviewStatus),
    Recommendation(Option<Recommendation>),
}

/// What the review says now where this change would change it.
fn glimpse(review: &Review, change: &Change) -> Vec<Glimpse> {
    let note = |id: &NoteId| {
        let note = review.note(id);
        vec![Glimpse::Note(note.map(|n| (n.body.clone(), n.kind, n.settled, n.is_live())))]
    };
    match change {
        Change::AddNote(added) => note(&added.id),
        Change::EditNote { id, .. }
        | Change::SettleNote { id, .. }
        | Change::DeleteNote(id)
        | Change::RestoreNote(id) => note(id),
        Change::SetStatus { paragraph, .. } => vec![Glimpse::Status(review.status(paragraph))],
        Change::SetRecommendation { paragraph, .. } => {
            vec![Glimpse::Recommendation(review.marks.get(paragraph).and_then(|mark| mark.recommendation))]
        }
        Change::Many(changes) => changes.iter().flat_map(|change| glimpse(review, change)).collect(),
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
            said("change-status").with("number", paragraph).and("status", super::words::status_said(*status))
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
