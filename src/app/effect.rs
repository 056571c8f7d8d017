//! What is to be done: the only way out of the core. The runtime performs effects and answers with messages.

use std::sync::Arc;

use super::{LastPlace, SourceId};
use crate::model::{
    Document, Draft, MissingEntries, Moment, NoteId, NoteKind, ParagraphNumber, PendingOperation, Tag,
};
use crate::search::{Marks, Query};

/// A note as the search sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchNote {
    /// Whose.
    pub reviewer: String,
    /// Which.
    pub id: NoteId,
    /// On which paragraph.
    pub paragraph: ParagraphNumber,
    /// What it is for.
    pub kind: NoteKind,
    /// Its words.
    pub body: String,
    /// Its tags.
    pub tags: Vec<Tag>,
}

/// A search that is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchRequest {
    /// Which search it is: a later one makes an earlier one void.
    pub generation: u64,
    /// What was typed, parsed.
    pub query: Query,
    /// How many hits the list shows at once: they are answered before anything is done for the others.
    pub rows: usize,
}

impl Effect {
    /// Whether something of the review was changed, and this puts it on disk.
    #[must_use]
    pub const fn is_change(&self) -> bool {
        matches!(self, Self::Save { .. } | Self::AcceptLost { .. })
    }
}

/// Something to be done outside the core.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Put an operation on disk that was done to the review on the screen.
    Save {
        /// Its number; they are saved in order.
        sequence: u64,
        /// What was done.
        pending: Arc<PendingOperation>,
        /// The draft that it makes superfluous once it is on disk.
        draft: Option<NoteId>,
    },
    /// What was lost is let go: it is not told again.
    AcceptLost {
        /// What.
        lost: Box<MissingEntries>,
        /// When.
        at: Moment,
    },
    /// Put what is being typed on disk.
    KeepDraft(Box<Draft>),
    /// The draft was given up.
    DropDraft(NoteId),
    /// A draft that an interruption left is gone on with.
    TakeDraft(Box<Draft>),
    /// What can be found has changed.
    Index {
        /// The document.
        document: Arc<Document>,
        /// All notes that are shown.
        notes: Vec<SearchNote>,
        /// Statuses and drafts.
        marks: Marks,
    },
    /// Search.
    Find(Box<SearchRequest>),
    /// Keep a query among the former ones.
    KeepQuery(String),
    /// Write an export.
    Export {
        /// File name in the current folder.
        name: String,
        /// What to write.
        text: String,
        /// Also over a file that is there.
        force: bool,
    },
    /// Put text on the clipboard.
    Copy(String),
    /// Let the user's editor write a draft.
    Edit {
        /// The draft.
        draft: Box<Draft>,
        /// The passage or paragraph it is about, shown below a scissors line.
        passage: String,
    },
    /// Open a document, in the version that was read last.
    Open(SourceId),
    /// Open the document of a file, by its path as it was typed.
    OpenFile(String),
    /// Open a document in exactly this version.
    OpenVersion(SourceId),
    /// Show another language version of the open document.
    Turn(SourceId),
    /// See at once whether the file of the open document has changed.
    LookAgain,
    /// Remember where one is.
    Remember(LastPlace),
    /// Stop until the shell lets us go on.
    Suspend,
    /// Draw everything again.
    Redraw,
    /// Read the settings.
    ReadSettings,
    /// Write a setting into its file; without a value, take it out.
    ChangeSetting {
        /// Which.
        name: &'static str,
        /// Its value, as it was chosen or typed.
        value: Option<String>,
    },
    /// Use another set of colors, by its name.
    Theme(&'static str),
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// End the program once everything is on disk.
    Quit,
    /// End the program even though something is not on disk.
    Abandon,
}
