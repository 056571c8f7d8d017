//! A note that is still being written. It is not part of a review: only an interruption leaves one behind.

use super::{Anchor, Change, Moment, NoteId, NoteKind, ParagraphNumber, Record, Review, Symbol};

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
            Change::Add(record) => match &**record {
                Record::Note(note) => vec![Self {
                    note: note.id.clone(),
                    symbol: review.symbol.clone(),
                    paragraph: note.paragraph.clone(),
                    kind: note.kind,
                    anchor: note.anchor.clone(),
                    body: note.body.clone(),
                    editing: false,
                    started: note.created,
                }],
                _ => Vec::new(),
            },
            Change::Set { .. } => {
                let edited = change.edited_note().and_then(|(id, body, kind)| {
                    let note = review.note(id)?;
                    Some(Self {
                        note: id.clone(),
                        symbol: review.symbol.clone(),
                        paragraph: note.paragraph.clone(),
                        kind,
                        anchor: note.anchor.clone(),
                        body,
                        editing: true,
                        started: note.changed,
                    })
                });
                edited.into_iter().collect()
            }
            Change::Many(changes) => changes.iter().flat_map(|change| Self::of(change, review)).collect(),
            _ => Vec::new(),
        }
    }
}
