//! The only way to alter a review, for the screen and the command line alike. A change that was applied gives
//! its inverse back: that is undo, and the list of changes is the journal.

use std::collections::HashSet;

use super::{
    Disagreement, Entry, FieldValue, Moment, Note, NoteId, NoteKind, ParagraphNumber, Recommendation,
    ReviewStatus, next_rev,
};

/// One thing that a reviewer did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Writes a new note.
    AddNote(Box<Note>),
    /// Gives a note other words or another kind.
    EditNote {
        /// Which.
        id: NoteId,
        /// Its words from now on.
        body: String,
        /// Its kind from now on.
        kind: NoteKind,
    },
    /// Marks a note as dealt with, or as open again.
    SettleNote {
        /// Which.
        id: NoteId,
        /// Dealt with.
        settled: bool,
    },
    /// Turns a note into a tombstone.
    DeleteNote(NoteId),
    /// Brings a deleted note back.
    RestoreNote(NoteId),
    /// Sets a review status; [`ReviewStatus::Unreviewed`] clears it.
    SetStatus {
        /// On which paragraph.
        paragraph: ParagraphNumber,
        /// The status from now on.
        status: ReviewStatus,
    },
    /// Says whether a paragraph makes a recommendation; `None` goes back to what the document says.
    SetRecommendation {
        /// On which paragraph.
        paragraph: ParagraphNumber,
        /// The reviewer's word, if any.
        recommendation: Option<Recommendation>,
    },
    /// Ends a disagreement: the value that stands is kept, or the other one takes its place.
    Decide {
        /// On what.
        of: Entry,
        /// Which.
        disagreement: Disagreement,
        /// Takes the other value.
        other: bool,
    },
    /// Puts a disagreement beside a field: what undoes [`Change::Decide`], and how a merge keeps a second value.
    Disagree {
        /// On what.
        of: Entry,
        /// It.
        disagreement: Disagreement,
        /// Its place among the entry's; behind the last one, if there are fewer.
        place: usize,
        /// The value that stands in the field from now on; none: as it is.
        value: Option<FieldValue>,
    },
    /// Several at once, undone at once.
    Many(Vec<Change>),
}

impl Change {
    /// How many notes and marks it alters; one that it alters twice counts once.
    #[must_use]
    pub fn entries(&self) -> usize {
        let mut entries = HashSet::new();
        self.collect(&mut entries);
        entries.len()
    }

    fn collect<'a>(&'a self, into: &mut HashSet<(Option<&'a NoteId>, Option<&'a ParagraphNumber>)>) {
        let note = |id| (Some(id), None);
        let entry = match self {
            Self::AddNote(added) => note(&added.id),
            Self::EditNote { id, .. }
            | Self::SettleNote { id, .. }
            | Self::DeleteNote(id)
            | Self::RestoreNote(id)
            | Self::Decide { of: Entry::Note(id), .. }
            | Self::Disagree { of: Entry::Note(id), .. } => note(id),
            Self::SetStatus { paragraph, .. }
            | Self::SetRecommendation { paragraph, .. }
            | Self::Decide { of: Entry::Paragraph(paragraph), .. }
            | Self::Disagree { of: Entry::Paragraph(paragraph), .. } => (None, Some(paragraph)),
            Self::Many(changes) => {
                for change in changes {
                    change.collect(into);
                }
                return;
            }
        };
        into.insert(entry);
    }
}

/// Why a change could not be applied. Nothing was altered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejected {
    /// No note has that id.
    NoSuchNote(NoteId),
    /// A note with that id is there already.
    NoteExists(NoteId),
    /// The note is deleted.
    NoteDeleted(NoteId),
    /// No such disagreement is open there, or the entry has no such field.
    NoDisagreement(Entry),
}

impl super::Review {
    /// Applies a change at a moment and returns its inverse.
    ///
    /// # Errors
    /// [`Rejected`] if the change speaks of a note that is not there as it should be. The review is then as before.
    pub fn apply(&mut self, change: Change, at: Moment) -> Result<Change, Rejected> {
        match change {
            Change::AddNote(note) => {
                if self.note(&note.id).is_some() {
                    return Err(Rejected::NoteExists(note.id));
                }
                let id = note.id.clone();
                self.notes.push(*note);
                Ok(Change::DeleteNote(id))
            }
            Change::EditNote { id, body, kind } => {
                let note = self.live(&id, at)?;
                let body = std::mem::replace(&mut note.body, body);
                let kind = std::mem::replace(&mut note.kind, kind);
                Ok(Change::EditNote { id, body, kind })
            }
            Change::SettleNote { id, settled } => {
                let note = self.live(&id, at)?;
                let settled = std::mem::replace(&mut note.settled, settled);
                Ok(Change::SettleNote { id, settled })
            }
            Change::DeleteNote(id) => {
                self.live(&id, at)?.deleted = Some(at);
                Ok(Change::RestoreNote(id))
            }
            Change::RestoreNote(id) => {
                let note = self.touch(&id, at)?;
                note.deleted = None;
                Ok(Change::DeleteNote(id))
            }
            Change::SetStatus { paragraph, status } => {
                let mark = self.mark_mut(&paragraph, at);
                let status = std::mem::replace(&mut mark.status, status);
                Ok(Change::SetStatus { paragraph, status })
            }
            Change::SetRecommendation { paragraph, recommendation } => {
                let mark = self.mark_mut(&paragraph, at);
                let recommendation = std::mem::replace(&mut mark.recommendation, recommendation);
                Ok(Change::SetRecommendation { paragraph, recommendation })
            }
            Change::Decide { of, disagreement, other } => self.decide(of, disagreement, other, at),
            Change::Disagree { of, disagreement, place, value } => {
                self.disagree(of, disagreement, place, value, at)
            }
            Change::Many(changes) => {
                let mut trial = self.clone();
                let mut inverses = Vec::with_capacity(changes.len());
                for change in changes {
                    inverses.push(trial.apply(change, at)?);
                }
                inverses.reverse();
                *self = trial;
                Ok(Change::Many(inverses))
            }
        }
    }

    fn decide(
        &mut self,
        of: Entry,
        disagreement: Disagreement,
        other: bool,
        at: Moment,
    ) -> Result<Change, Rejected> {
        let known = match &of {
            Entry::Note(id) => self.note(id).map(|note| &note.disagreements),
            Entry::Paragraph(number) => self.marks.get(number).map(|mark| &mark.disagreements),
        };
        let Some(place) = known.and_then(|known| known.iter().position(|one| *one == disagreement)) else {
            return Err(Rejected::NoDisagreement(of));
        };
        let value = match &of {
            Entry::Note(id) => {
                let note = self.live(id, at)?;
                note.disagreements.remove(place);
                let value = note.standing(&disagreement.value).filter(|_| other);
                if other {
                    note.put(disagreement.value.clone());
                }
                value
            }
            Entry::Paragraph(number) => {
                let mark = self.mark_mut(number, at);
                mark.disagreements.remove(place);
                let value = mark.standing(&disagreement.value).filter(|_| other);
                if other {
                    mark.put(disagreement.value.clone());
                }
                value
            }
        };
        Ok(Change::Disagree { of, disagreement, place, value })
    }

    fn disagree(
        &mut self,
        of: Entry,
        disagreement: Disagreement,
        place: usize,
        value: Option<FieldValue>,
        at: Moment,
    ) -> Result<Change, Rejected> {
        let of_mark = matches!(disagreement.value, FieldValue::Status(_) | FieldValue::Recommendation(_));
        let other = value.is_some();
        let mixed = value.as_ref().is_some_and(|value| value.field() != disagreement.value.field());
        match &of {
            Entry::Note(id) if !of_mark && !mixed => {
                let note = self.touch(id, at)?;
                note.disagreements.insert(place.min(note.disagreements.len()), disagreement.clone());
                value.into_iter().for_each(|value| note.put(value));
            }
            Entry::Paragraph(number) if of_mark && !mixed => {
                let mark = self.mark_mut(number, at);
                mark.disagreements.insert(place.min(mark.disagreements.len()), disagreement.clone());
                value.into_iter().for_each(|value| mark.put(value));
            }
            _ => return Err(Rejected::NoDisagreement(of)),
        }
        Ok(Change::Decide { of, disagreement, other })
    }

    fn touch(&mut self, id: &NoteId, at: Moment) -> Result<&mut Note, Rejected> {
        let note = self
            .notes
            .iter_mut()
            .find(|note| &note.id == id)
            .ok_or_else(|| Rejected::NoSuchNote(id.clone()))?;
        note.rev = next_rev(note.rev);
        note.changed = at;
        Ok(note)
    }

    fn live(&mut self, id: &NoteId, at: Moment) -> Result<&mut Note, Rejected> {
        if self.note(id).is_some_and(|note| !note.is_live()) {
            return Err(Rejected::NoteDeleted(id.clone()));
        }
        self.touch(id, at)
    }
}
