//! What a review **is**: documents, paragraphs, speakers, notes, statuses, and the changes that alter them.
//!
//! This room knows nothing of the rest of the house: no file, no screen, no key, no clock. Times and ids are
//! handed in. Words are the field's own, the same as on the screen and in the files.
//!
//! `record.rs` lists the kinds of entries that a review holds; `note.rs` and `mark.rs` are their types with one table of
//! fields each (`field.rs`). Over these tables everything else is written once: `change.rs` says what can be done to a
//! review, `apply.rs` does it, `diff.rs` says what that did, `merge.rs` makes one review of two, `conflict.rs` keeps a
//! second value, `missing.rs` notices what others took away, `operation.rs` is the history.
//!
//! # Files
//!
//! - `anchor`: The passage that a note hangs on, stored so that it can be found again
//! - `apply`: Applying a change to a review, wholly or not at all
//! - `change`: What a reviewer can do to a review: the only way to alter one
//! - `conflict`: Two values that two sides gave one field of an entry
//! - `diff`: Entries before and after: what a change did, or in what two reviews differ
//! - `document`: One language version of a UN document, as its file gives it
//! - `draft`: A note that is still being written
//! - `emphasis`: What stands out in a text: how, and where
//! - `field`: The fields of a record as data: one row per field, from which files, journal, merges
//! - `footnote`: Notes at the foot of the page, with the place of their mark
//! - `label`: The label: the address of a unit in its document, and how labels are ordered and typed
//! - `mark`: What a reviewer says of a paragraph as a whole: the status, and whether it makes a recommendation
//! - `merge`: Two sides of one review made into one, by entry and field
//! - `missing`: What a reviewer had seen and what the disk does not have any more
//! - `moment`: A point in time with the offset of the place where it was stamped
//! - `note`: What a reviewer writes on a paragraph or on a passage of it
//! - `operation`: What was done to a review, one entry after the other: the history from which undo works
//! - `paragraph`: A paragraph of a document: its text, who speaks in it, what hangs below it
//! - `paragraph_index`: Where a paragraph stands in its document
//! - `recommendation`: What a document says of a recommendation as an object: who makes it, to whom
//! - `record`: What a review holds: records of several kinds, each under its key
//! - `review`: One reviewer's work on one symbol: a map of records, whatever their kind
//! - `section`: Headings
//! - `speaker`: Whoever the report says spoke
//! - `status`: The reviewer's own position on a paragraph, and how far a review is
//! - `symbol`: Symbols of documents: their order, and which are parts of one report
//! - `table`: Tables, and what else than text a paragraph can be
//! - `tag`: Tags written in a note's body: `#ask-capital`, `#问首都`
//! - `unit`: Units: everything in a document that a note can hang on, each under its label

mod anchor;
mod apply;
mod change;
mod conflict;
mod diff;
mod document;
mod draft;
mod emphasis;
mod field;
mod footnote;
mod label;
mod mark;
mod merge;
mod missing;
mod moment;
mod note;

mod operation;
mod paragraph;
mod paragraph_index;
mod recommendation;
mod record;
mod review;
mod section;
mod speaker;
mod status;
mod symbol;
mod table;
mod tag;
mod unit;

pub use anchor::{Anchor, AnchorState, CONTEXT, code_points, paragraph_hash};
pub use apply::Rejected;
pub use change::{Change, GivenOn};
pub use conflict::{EntryConflict, Undecided};
pub use diff::{DiffSide, EntryDiff};
pub use document::{Document, Masthead, Procedure};
pub use draft::Draft;
pub use emphasis::{Emphasis, EmphasisStyle};
pub use field::{EntryField, EntryValue, FieldRole, FieldShape, FieldType, FieldValue, Need, SingleLine};
pub use footnote::{Footnote, without_marks};
pub use label::Label;
pub use mark::Mark;
pub use merge::ThreeWayMerge;
pub use missing::MissingEntries;
pub use moment::Moment;
pub use note::{Note, NoteId, NoteKind, next_rev};
pub use operation::{Event, History, Operation, OperationId, OperationKind, PendingOperation, UndoStacks};
pub use paragraph::{Attribution, Basis, Paragraph, ParagraphPart, Recommendation, SubParagraph};
pub use paragraph_index::ParagraphIndex;
pub use recommendation::{RecommendationFacts, StatePosition};
pub use record::{EntryKey, EntryKind, EntryName, KindTable, Record};
pub use review::Review;
pub use section::{Section, SectionId};
pub use speaker::{Speaker, SpeakerContext, SpeakerId, SpeakerKind, SpeakerRole};
pub use status::{CurrentStatus, ReviewProgress, ReviewStatus};
pub use symbol::Symbol;
pub use table::{ParagraphForm, TableCells};
pub use tag::{Tag, tag_being_typed, tags_in};
pub use unit::{Unit, UnitKind, UnitPlace};

#[cfg(test)]
mod tests;
