//! A reviewer's changes applied to what lies on the disk now, which may not be what the reviewer saw. Pure.
//!
//! Changes are operations, so what another window wrote stays. Where both gave one field different values, one's
//! own stands and the other's is kept beside it. No conflict is ever decided by time.

use super::error::StoreError;
use crate::format::canonical;
use crate::model::{
    Change, Deed, Disagreement, Entry, FieldValue, Moment, Note, OperationId, Rejected, Review, ReviewStatus,
};

/// A change and when it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped {
    /// What.
    pub change: Change,
    /// When.
    pub at: Moment,
    /// Under which id the journal keeps it. The same change, tried again, has the same.
    pub id: OperationId,
    /// Whether it is new, or takes something back, or does something again.
    pub deed: Deed,
}

impl Stamped {
    /// A change that is new.
    #[must_use]
    pub fn new(id: OperationId, change: Change, at: Moment) -> Self {
        Self { change, at, id, deed: Deed::Done }
    }
}

/// A change that could not be applied to what lies on the disk. It is given back whole: nothing is lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The change.
    pub stamped: Stamped,
    /// Why.
    pub why: Refusal,
}

/// Why a change is not in the file though the file was saved.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// It speaks of what is not there, or not as it should be.
    Rejected(Rejected),
    /// With it the file cannot be written, without it it can.
    Unsavable(StoreError),
}

/// A field to which two writers gave different values: one's own stands, the other's is beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Of which note or paragraph.
    pub entry: Entry,
    /// The value that does not stand, and when its entry was last changed.
    pub disagreement: Disagreement,
}

/// The review after the changes, what was refused, and where two writers disagree.
pub(super) struct Merged {
    pub after: Review,
    pub refused: Vec<Refused>,
    pub conflicts: Vec<Conflict>,
}

/// Applies changes that were made on `seen` to `disk`.
pub(super) fn merge(seen: &Review, disk: &Review, changes: &[Stamped]) -> Merged {
    let mut after = disk.clone();
    let mut refused = Vec::new();
    let mut conflicts: Vec<Conflict> = Vec::new();
    for stamped in changes {
        match after.apply(stamped.change.clone(), stamped.at) {
            Ok(_) => disagreements(stamped, &stamped.change, seen, disk, &mut conflicts),
            // Saved already, and not known to be: a retry after an unsure ending.
            Err(_) if is_done(&stamped.change, disk) => {}
            Err(why) => {
                refused.push(Refused { stamped: stamped.clone(), why: Refusal::Rejected(why) });
            }
        }
    }
    conflicts.retain(|conflict| keep(&mut after, conflict));
    Merged { after: canonical(after), refused, conflicts }
}

/// Puts the value beside the one that stands; false if it stands there already or is kept already.
fn keep(after: &mut Review, Conflict { entry, disagreement }: &Conflict) -> bool {
    let known = match entry {
        Entry::Note(id) => {
            let Some(note) = after.notes.iter_mut().find(|note| note.id == *id) else { return false };
            if let FieldValue::Deleted(Some(_)) = disagreement.value {
                // Deleted here, changed there: it stays until a person says otherwise.
                note.deleted = None;
            }
            &mut note.disagreements
        }
        Entry::Paragraph(number) => {
            let Some(mark) = after.marks.get_mut(number) else { return false };
            &mut mark.disagreements
        }
    };
    let new = known.iter().all(|one| one.value != disagreement.value);
    if new {
        known.push(disagreement.clone());
    }
    new
}

/// Whether the disk is as the change wants it.
fn is_done(change: &Change, disk: &Review) -> bool {
    match change {
        Change::AddNote(note) => disk
            .note(&note.id)
            .is_some_and(|found| found.body == canonical_body(note) && found.paragraph == note.paragraph),
        Change::EditNote { id, body, kind } => {
            disk.note(id).is_some_and(|found| &found.body == body && &found.kind == kind)
        }
        Change::SettleNote { id, settled } => disk.note(id).is_some_and(|found| found.settled == *settled),
        Change::DeleteNote(id) => disk.note(id).is_some_and(|found| !found.is_live()),
        Change::RestoreNote(id) => disk.note(id).is_some_and(Note::is_live),
        Change::SetStatus { paragraph, status } => disk.status(paragraph) == *status,
        Change::SetRecommendation { paragraph, recommendation } => {
            disk.marks.get(paragraph).and_then(|mark| mark.recommendation) == *recommendation
        }
        Change::Decide { of, disagreement, other } => {
            !kept(disk, of).contains(disagreement)
                && (!other || standing(disk, of, &disagreement.value).as_ref() == Some(&disagreement.value))
        }
        Change::Disagree { of, disagreement, .. } => kept(disk, of).contains(disagreement),
        Change::Many(changes) => changes.iter().all(|change| is_done(change, disk)),
    }
}

fn canonical_body(note: &Note) -> String {
    let mut review = Review::new(crate::model::Symbol(String::new()), "");
    review.notes.push(note.clone());
    canonical(review).notes.pop().map(|note| note.body).unwrap_or_default()
}

fn kept<'a>(review: &'a Review, of: &Entry) -> &'a [Disagreement] {
    match of {
        Entry::Note(id) => review.note(id).map_or(&[], |note| &note.disagreements),
        Entry::Paragraph(number) => review.marks.get(number).map_or(&[], |mark| &mark.disagreements),
    }
}

/// What stands in the field of a value.
fn standing(review: &Review, of: &Entry, value: &FieldValue) -> Option<FieldValue> {
    match of {
        Entry::Note(id) => review.note(id)?.standing(value),
        Entry::Paragraph(number) => review.marks.get(number)?.standing(value),
    }
}

fn disagreements(stamped: &Stamped, change: &Change, seen: &Review, disk: &Review, into: &mut Vec<Conflict>) {
    let mut wanted = |entry: Entry, mine: FieldValue| {
        let known = |one: &Conflict| one.entry == entry && one.disagreement.value.field() == mine.field();
        let Some(theirs) = standing(disk, &entry, &mine).filter(|_| !into.iter().any(known)) else { return };
        let before = standing(seen, &entry, &mine).or_else(|| never_said(&mine));
        // Changed there, and neither what was seen nor what is wanted.
        if before.is_some_and(|before| before != theirs) && theirs != mine {
            let from = match &entry {
                Entry::Note(id) => disk.note(id).map(|note| note.changed),
                Entry::Paragraph(number) => disk.marks.get(number).map(|mark| mark.changed),
            };
            let from = from.unwrap_or(stamped.at).to_string();
            into.push(Conflict { entry, disagreement: Disagreement { value: theirs, from } });
        }
    };
    match change {
        Change::EditNote { id, body, kind } => {
            wanted(Entry::Note(id.clone()), FieldValue::Body(body.clone()));
            wanted(Entry::Note(id.clone()), FieldValue::Kind(*kind));
        }
        Change::SetStatus { paragraph, status } => {
            wanted(Entry::Paragraph(paragraph.clone()), FieldValue::Status(*status));
        }
        Change::SetRecommendation { paragraph, recommendation } => {
            wanted(Entry::Paragraph(paragraph.clone()), FieldValue::Recommendation(*recommendation));
        }
        Change::Decide { of, disagreement, other: true } => wanted(of.clone(), disagreement.value.clone()),
        Change::DeleteNote(id) => {
            let words = |review: &Review| review.note(id).map(|note| (note.body.clone(), note.kind));
            if seen.note(id).is_some()
                && disk.note(id).is_some_and(Note::is_live)
                && words(seen) != words(disk)
            {
                let value = FieldValue::Deleted(Some(stamped.at));
                let disagreement = Disagreement { value, from: stamped.at.to_string() };
                into.push(Conflict { entry: Entry::Note(id.clone()), disagreement });
            }
        }
        Change::Many(changes) => {
            changes.iter().for_each(|change| disagreements(stamped, change, seen, disk, into));
        }
        Change::AddNote(_)
        | Change::SettleNote { .. }
        | Change::RestoreNote(_)
        | Change::Decide { other: false, .. }
        | Change::Disagree { .. } => {}
    }
}

/// What a paragraph says of which nothing was ever said.
fn never_said(like: &FieldValue) -> Option<FieldValue> {
    match like {
        FieldValue::Status(_) => Some(FieldValue::Status(ReviewStatus::Unreviewed)),
        FieldValue::Recommendation(_) => Some(FieldValue::Recommendation(None)),
        _ => None,
    }
}
