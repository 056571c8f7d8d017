//! What happened: the only way into the core.

use std::sync::Arc;

use crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::Size;

use super::{Burst, Tab};
use crate::messages::UserMessage;
use crate::model::{
    Document, Draft, Label, MissingEntries, Moment, NoteId, PendingOperation, Review, UndoStacks,
};
use crate::search::SearchResults;

/// What the runtime puts on a key so that the core need not ask: the time, and an id that nobody has used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// When the key came, by the clock of the place.
    pub at: Moment,
    /// A fresh id, should a note be begun.
    pub id: NoteId,
    /// Milliseconds since some moment: tells a double click from two clicks.
    pub millis: u64,
    /// Which keys were readable together with it.
    pub burst: Burst,
}

/// By which number the runtime knows a file of a document: a language version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub usize);

/// A language version of a document that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its language, ISO 639-1.
    pub language: String,
    /// The file that it is read from.
    pub source: SourceId,
}

/// A document that can be opened: all its language versions together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its symbol, or the name of a file that could not be read.
    pub symbol: String,
    /// Its title, or nothing.
    pub title: String,
    /// Its language versions, at least one.
    pub versions: Vec<Version>,
    /// Paragraphs reviewed, and all.
    pub reviewed: (usize, usize),
    /// Why it cannot be opened.
    pub trouble: Option<UserMessage>,
}

/// Where one left off in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastPlace {
    /// The paragraph one read last; none for the About page.
    pub paragraph: Option<Label>,
    /// The tab of the list that was open.
    pub tab: Tab,
    /// The language version; none: not known.
    pub language: Option<String>,
    /// When one left it.
    pub at: Moment,
}

/// How much is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reach {
    /// How many documents; language versions of one count once.
    pub documents: usize,
    /// How many files are still to be read.
    pub unread: usize,
}

/// A document with all that belongs to it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The file that it is read from.
    pub source: SourceId,
    /// Its text, in the language version of that source.
    pub document: Arc<Document>,
    /// The reviewer's own review.
    pub mine: Review,
    /// The reviews of others.
    pub others: Vec<Review>,
    /// Drafts that an interruption left.
    pub drafts: Vec<Draft>,
    /// Where one left off.
    pub place: Option<LastPlace>,
    /// Why nothing can be written, if so.
    pub read_only: Option<UserMessage>,
    /// Why the review's file cannot be used, and where new work goes meanwhile.
    pub trouble: Option<UserMessage>,
    /// Operations that are in `mine` and had not reached the file when an earlier window ended.
    pub unsaved: Vec<Arc<PendingOperation>>,
    /// What undo and redo can take, from the journal.
    pub undo_stacks: UndoStacks,
    /// What is known and is gone, or went back.
    pub lost: MissingEntries,
    /// Former queries, the newest last.
    pub former: Vec<String>,
    /// Where the notes are kept, for the About page.
    pub kept_in: String,
    /// Anything else that should be said at once.
    pub remarks: Vec<UserMessage>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent, Stamp),
    /// Text was pasted, as the terminal sent it.
    Paste(String),
    /// The mouse did something.
    Mouse(MouseEvent, Stamp),
    /// The screen was drawn: what is on it has been seen.
    Drawn,
    /// The screen has another size.
    Resize(Size),
    /// A search gave hits.
    Found {
        /// The number of the search that it answers: an answer to an older one is void.
        generation: u64,
        /// All hits so far, in the order in which they are listed.
        found: SearchResults,
        /// In how many documents they were looked for.
        reach: Reach,
    },
    /// A search that found nothing was read more loosely.
    Looser {
        /// The number of the search that it answers: an answer to an older one is void.
        generation: u64,
        /// The least loose reading that finds something, if any does.
        query: Option<String>,
    },
    /// All changes up to a sequence number are on disk.
    Saved {
        /// The last of them.
        sequence: u64,
        /// When the last of them was on disk.
        at: Moment,
        /// The review as it is on disk now, others' hands included; none: it is as the changes left it on the screen.
        mine: Option<Box<Review>>,
        /// The words of changes that the disk did not take, kept as drafts.
        drafts: Vec<Draft>,
        /// What else is to be said.
        remarks: Vec<UserMessage>,
    },
    /// Changes are not on disk. It will be tried again.
    NotSaved {
        /// What stood in the way, as a sentence.
        why: UserMessage,
    },
    /// Someone else wrote reviews of this document.
    Reviews {
        /// The own review as it is on disk, if it could be read.
        mine: Option<Box<Review>>,
        /// All reviews of others, those that did not change too.
        others: Vec<Review>,
        /// Why nothing can be written any more, if so.
        read_only: Option<UserMessage>,
    },
    /// What is known and is gone, or went back, without the program's doing: all of it.
    Missing(Box<MissingEntries>),
    /// A draft that the storage made of words which would have gone.
    Kept(Box<Draft>),
    /// A draft could not be written.
    DraftNotKept(UserMessage),
    /// An export was written.
    Exported(String),
    /// The file of that name is there already.
    ExportExists {
        /// File name in the current folder.
        name: String,
        /// What would be written.
        text: String,
    },
    /// An export could not be written.
    NotExported(UserMessage),
    /// The user's editor came back with a text.
    Edited {
        /// The draft as it is now.
        draft: Box<Draft>,
        /// For saving the note: when it came back, and an id for a new one.
        stamp: Stamp,
    },
    /// The user's editor gave no text that becomes the note; the text is as before.
    NotEdited {
        /// The draft, unchanged.
        draft: Box<Draft>,
        /// What the editor had written all the same, as a draft of its own.
        beside: Option<Box<Draft>>,
        /// What the editor did instead, as a sentence.
        why: UserMessage,
    },
    /// A document was opened.
    Opened(Box<Opened>),
    /// Another language version of the open document.
    Turned {
        /// The file that it is read from.
        source: SourceId,
        /// Its text in that language.
        document: Arc<Document>,
    },
    /// The file of the open document has changed and was read again.
    Reread {
        /// The file that it is read from.
        source: SourceId,
        /// As it is now.
        document: Arc<Document>,
    },
    /// The file of the open document has changed and cannot be read: what was read is shown.
    TextStale {
        /// The file that it is read from.
        source: SourceId,
        /// What stood in the way, as a sentence.
        why: UserMessage,
    },
    /// A document of the list was read whole.
    Listed {
        /// The file that it is read from.
        source: SourceId,
        /// Paragraphs reviewed, and all; or why it is no document.
        read: Result<(usize, usize), UserMessage>,
    },
    /// A document could not be opened.
    NotOpened {
        /// Its source; none if it was asked for by a path.
        source: Option<SourceId>,
        /// What stood in the way, as a sentence.
        why: UserMessage,
    },
    /// The settings as they are.
    Settings {
        /// Every setting there is, also those that nobody has set.
        lines: Vec<super::SettingLine>,
        /// The path of the file.
        file: String,
    },
    /// A setting was written into the file.
    SettingChanged {
        /// What holds at once.
        live: Option<super::LiveSetting>,
        /// What is to be said.
        said: UserMessage,
    },
    /// Something to be said that needs no other answer.
    Remark(UserMessage),
}
