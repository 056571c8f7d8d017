//! A note that is still being written. It is not part of a review: only an interruption leaves one behind.

use super::{Anchor, Change, Moment, NoteId, NoteKind, ParagraphNumber, Review, Symbol};

/// The text in the box, with all that is needed to go on with it later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The id that the note will have, or has.
    pub note: NoteId,
    /// On which document.
    pub symbol: Symbol,
    /// On which paragraph.
    pub paragraph: ParagraphNumber,
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
    /// The words of a change that the disk did not take, as drafts; a change without words gives none. `review` is the
    /// review as it was with the change.
    #[must_use]
    pub fn of(change: &Change, review: &Review) -> Vec<Self> {
        match change {
            Change::AddNote(note) => vec![Self {
                note: note.id.clone(),
                symbol: review.symbol.clone(),
                paragraph: note.paragraph.clone(),
                kind: note.kind,
                anchor: note.anchor.clone(),
                body: note.body.clone(),
                editing: false,
                started: note.created,
            }],
            Change::EditNote { id, body, kind } => review.note(id).map_or_else(Vec::new, |note| {
                vec![Self {
                    note: id.clone(),
                    symbol: review.symbol.clone(),
                    paragraph: note.paragraph.clone(),
                    kind: *kind,
                    anchor: note.anchor.clone(),
                    body: body.clone(),
                    editing: true,
                    started: note.changed,
                }]
            }),
            Change::Many(changes) => changes.iter().flat_map(|change| Self::of(change, review)).collect(),
            _ => Vec::new(),
        }
    }
}
