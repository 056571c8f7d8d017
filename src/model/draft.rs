//! A note that is still being written. It is not part of a review: only an interruption leaves one behind.

use super::{Anchor, Moment, NoteId, NoteKind, ParagraphNumber, Symbol};

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
