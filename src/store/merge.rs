//! A reviewer's changes applied to what lies on the disk now, which may not be what the reviewer saw. Pure.
//!
//! Changes are operations, so what another window wrote stays. Where both gave one field different values, one's
//! own stands and the other's is kept beside it. No conflict is ever decided by time.

use crate::format::{Entry, canonical};
use crate::model::{
    Change, Deed, Mark, Moment, Note, NoteId, NoteKind, OperationId, ParagraphNumber, Recommendation,
    Rejected, Review,
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The change.
    pub stamped: Stamped,
    /// Why.
    pub why: Rejected,
}

/// A field to which two writers gave different values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Of which note or paragraph.
    pub entry: Entry,
    /// `body`, `kind`, `status` or `recommendation`.
    pub field: &'static str,
    /// The other writer's value, which is kept in the file as a `conflict`; one's own stands in the field.
    pub theirs: String,
    /// When the other writer last changed the entry.
    pub from: Moment,
}

/// What a reviewer had seen and what the disk does not have any more, or has in an older state: git, another
/// program or a hand took it away. Given as it was seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lost {
    /// Notes.
    pub notes: Vec<Note>,
    /// Marks.
    pub marks: Vec<(ParagraphNumber, Mark)>,
}

impl Lost {
    /// Puts back what was lost, as it was seen.
    pub(super) fn put_into(&self, review: &mut Review) {
        for note in &self.notes {
            match review.notes.iter_mut().find(|kept| kept.id == note.id) {
                Some(kept) => kept.clone_from(note),
                None => review.notes.push(note.clone()),
            }
        }
        review.marks.extend(self.marks.iter().cloned());
    }

    /// Whether nothing was lost.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty() && self.marks.is_empty()
    }

    /// What `seen` has and `disk` lacks, or has with a smaller `rev` and other content.
    pub(super) fn between(seen: &Review, disk: &Review) -> Self {
        let went_back = |note: &&Note| {
            disk.note(&note.id)
                .is_none_or(|found| found.rev < note.rev && !(found.is_live() && found.says_the_same(note)))
        };
        let mark_went_back = |(number, mark): &(&ParagraphNumber, &Mark)| {
            disk.marks.get(*number).is_none_or(|found| {
                found.rev < mark.rev
                    && (found.status, found.recommendation) != (mark.status, mark.recommendation)
            })
        };
        Self {
            notes: seen.live_notes().filter(went_back).cloned().collect(),
            marks: seen
                .marks
                .iter()
                .filter(mark_went_back)
                .map(|(n, mark)| (n.clone(), mark.clone()))
                .collect(),
        }
    }
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
            Ok(_) => disagreements(&stamped.change, seen, disk, &mut conflicts),
            // Saved already, and not known to be: a retry after an unsure ending.
            Err(_) if is_done(&stamped.change, disk) => {}
            Err(why) => refused.push(Refused { stamped: stamped.clone(), why }),
        }
    }
    Merged { after: canonical(after), refused, conflicts }
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
        Change::Many(changes) => changes.iter().all(|change| is_done(change, disk)),
    }
}

fn canonical_body(note: &Note) -> String {
    let mut review = Review::new(crate::model::Symbol(String::new()), "");
    review.notes.push(note.clone());
    canonical(review).notes.pop().map(|note| note.body).unwrap_or_default()
}

fn disagreements(change: &Change, seen: &Review, disk: &Review, into: &mut Vec<Conflict>) {
    match change {
        Change::EditNote { id, body, kind } => {
            if let (Some(seen), Some(disk)) = (seen.note(id), disk.note(id)) {
                let entry = || Entry::Note(NoteId::clone(id));
                let theirs = both(&seen.body, &disk.body, body).cloned();
                note_conflict(into, entry(), "body", theirs, disk.changed);
                let theirs = both(&seen.kind, &disk.kind, kind).map(NoteKind::to_string);
                note_conflict(into, entry(), "kind", theirs, disk.changed);
            }
        }
        Change::SetStatus { paragraph, status } => {
            if let Some(mark) = disk.marks.get(paragraph) {
                let theirs = both(&seen.status(paragraph), &mark.status, status).map(ToString::to_string);
                note_conflict(into, Entry::Paragraph(paragraph.clone()), "status", theirs, mark.changed);
            }
        }
        Change::SetRecommendation { paragraph, recommendation } => {
            if let Some(mark) = disk.marks.get(paragraph) {
                let seen = seen.marks.get(paragraph).and_then(|mark| mark.recommendation);
                let theirs = both(&seen, &mark.recommendation, recommendation);
                let theirs = theirs.map(|said| said.map_or("", Recommendation::word).to_owned());
                let entry = Entry::Paragraph(paragraph.clone());
                note_conflict(into, entry, "recommendation", theirs, mark.changed);
            }
        }
        Change::Many(changes) => changes.iter().for_each(|change| disagreements(change, seen, disk, into)),
        Change::AddNote(_) | Change::SettleNote { .. } | Change::DeleteNote(_) | Change::RestoreNote(_) => {}
    }
}

/// The value on the disk, if it was changed there and is neither what was seen nor what is wanted.
fn both<'a, T: PartialEq>(seen: &T, disk: &'a T, mine: &T) -> Option<&'a T> {
    (disk != seen && disk != mine).then_some(disk)
}

fn note_conflict(
    into: &mut Vec<Conflict>,
    entry: Entry,
    field: &'static str,
    theirs: Option<String>,
    from: Moment,
) {
    let known = into.iter().any(|conflict| conflict.entry == entry && conflict.field == field);
    if let (Some(theirs), false) = (theirs, known) {
        into.push(Conflict { entry, field, theirs, from });
    }
}
