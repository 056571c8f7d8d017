//! A note that is still being written. It is not part of a review: only an interruption leaves one behind.

use super::{Anchor, EntryDiff, Label, Moment, NoteId, NoteKind, Operation, Record, Symbol};

/// The text in the box, with all that is needed to go on with it later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The id that the note will have, or has.
    pub note: NoteId,
    /// On which document.
    pub symbol: Symbol,
    /// On which paragraph.
    pub paragraph: Label,
    /// The kind chosen so far.
    pub kind: NoteKind,
    /// The passage it hangs on; none for the whole paragraph.
    pub anchor: Option<Anchor>,
    /// What was typed.
    pub body: String,
    /// Whether it changes a note that is already there.
    pub editing: bool,
    /// When it was begun.
    pub started: Moment,
}

impl Draft {
    /// The words of an operation that the disk did not take, as drafts; one without new words gives none.
    #[must_use]
    pub fn of(operation: &Operation, symbol: &Symbol) -> Vec<Self> {
        let draft = |diff: &EntryDiff| {
            let Some(Record::Note(note)) = diff.after.as_ref().filter(|record| record.is_live()) else {
                return None;
            };
            let before = match &diff.before {
                Some(Record::Note(before)) => Some(before),
                _ => None,
            };
            let new = before.is_none_or(|before| before.body != note.body || before.kind != note.kind);
            new.then(|| Self {
                note: note.id.clone(),
                symbol: symbol.clone(),
                paragraph: note.paragraph.clone(),
                kind: note.kind,
                anchor: note.anchor.clone(),
                body: note.body.clone(),
                editing: before.is_some(),
                started: before.map_or(note.created, |before| before.changed),
            })
        };
        operation.diffs.iter().filter_map(draft).collect()
    }
}
