//! What is to be done: the only way out of the core. The runtime performs effects and answers with messages.

use std::sync::Arc;

use super::{LastPlace, SourceId};
use crate::model::{
    Document, Draft, Label, MissingEntries, Moment, NoteId, NoteKind, OperationId, PendingOperation, Tag,
};
use crate::search::{Marks, Query};

/// A note as the search sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchNote {
    /// The reviewer who wrote it.
    pub reviewer: String,
    /// Its id in that reviewer's review; two reviewers can have the same.
    pub id: NoteId,
    /// The label of the paragraph that it is on, which the document may not have.
    pub paragraph: Label,
    /// What it is for.
    pub kind: NoteKind,
    /// What it says, as typed: tags that stand in it included.
    pub body: String,
    /// The tags in its words, each once.
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

/// Something to be done outside the core. Each kind has one performer, which knows all of its kind and no other.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// For the thread that has the workspace's files.
    Disk(DiskEffect),
    /// For the thread that has the index of the search.
    Search(SearchEffect),
    /// For the thread that draws.
    Terminal(TerminalEffect),
    /// End the program once everything is on disk.
    Quit,
    /// End the program even though something is not on disk.
    Abandon,
}

impl Effect {
    /// Whether something of the review was changed, and this puts it on disk.
    #[must_use]
    pub const fn is_change(&self) -> bool {
        matches!(self, Self::Disk(DiskEffect::Save(_) | DiskEffect::AcceptLost { .. }))
    }
}

/// An operation that was done to the review on the screen and is to be on disk.
#[derive(Debug, Clone, PartialEq)]
pub struct Save {
    /// Its number; they are saved in order.
    pub sequence: u64,
    /// What it altered, as the journal keeps it.
    pub pending: Arc<PendingOperation>,
    /// The draft that it makes superfluous once it is on disk; none, too, once someone types on in that draft.
    pub draft: Option<NoteId>,
}

/// Something to be done on the disk.
#[derive(Debug, Clone, PartialEq)]
pub enum DiskEffect {
    /// Put an operation on disk.
    Save(Save),
    /// What was lost is let go: it is not told again.
    AcceptLost {
        /// The entries as they were last seen.
        lost: Box<MissingEntries>,
        /// The operation under which undo brings them back.
        id: OperationId,
        /// When the reviewer decided so.
        at: Moment,
    },
    /// Put what is being typed on disk.
    KeepDraft(Box<Draft>),
    /// The draft was given up.
    DropDraft(NoteId),
    /// A draft that an interruption left is gone on with.
    TakeDraft(Box<Draft>),
    /// Keep a query among the former ones.
    KeepQuery(String),
    /// Write notes and statuses into a file for others.
    Export {
        /// File name in the current folder.
        name: String,
        /// The whole text of the file.
        text: String,
        /// Also over a file that is there.
        force: bool,
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
    /// Read `config.toml` and say what holds and why.
    ReadSettings,
    /// Write a setting into its file; without a value, take it out.
    ChangeSetting {
        /// Its name in the file.
        name: &'static str,
        /// Its value, as it was chosen or typed.
        value: Option<String>,
    },
}

/// Something to be done in the index.
#[derive(Debug, Clone, PartialEq)]
pub enum SearchEffect {
    /// What can be found has changed.
    Index {
        /// The open document, as it is shown now.
        document: Arc<Document>,
        /// All notes that are shown.
        notes: Vec<SearchNote>,
        /// Statuses and drafts of the open document, for the fields that ask for them.
        marks: Marks,
    },
    /// Answer a query, in place of the one before.
    Find(Box<SearchRequest>),
}

/// Something to be done with the terminal.
#[derive(Debug, Clone, PartialEq)]
pub enum TerminalEffect {
    /// Put text on the clipboard.
    Copy(String),
    /// Let the user's editor write a draft.
    Edit {
        /// What the editor begins with; it stays a draft until the editor is back.
        draft: Box<Draft>,
        /// The passage or paragraph it is about, shown below a scissors line.
        passage: String,
    },
    /// Stop until the shell lets us go on.
    Suspend,
    /// Draw every cell again, whatever the terminal shows.
    Redraw,
    /// Use another set of colors, by its name.
    Theme(&'static str),
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
}
