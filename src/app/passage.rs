//! What is selected in the reader: a stretch of text, a unit, a footnote, or a note.

use std::ops::Range;

use super::FollowedFootnote;
use crate::layout::NoteRef;
use crate::model::{Label, ParagraphIndex};

/// A stretch of text, a unit or a note that is selected: what notes, copies and menus are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passage {
    /// Bytes of a paragraph's stored text.
    Text {
        /// Position of the paragraph.
        paragraph: ParagraphIndex,
        /// Its bytes in the paragraph's stored text, from the first character to behind the last.
        range: Range<usize>,
    },
    /// A unit that is not a paragraph: a sub-paragraph, or a heading.
    Unit(Label),
    /// A footnote that was gone to from its mark.
    Footnote(FollowedFootnote),
    /// A note below its paragraph, one's own or another's.
    Note(NoteRef),
}

/// A selection that grows: one end stays, the other moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// Position of the paragraph.
    pub paragraph: ParagraphIndex,
    /// The end that stays, as the byte where its character begins.
    pub fixed: usize,
    /// The end that moves, as the byte where its character begins.
    pub moving: usize,
}
