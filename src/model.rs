//! What a review **is**: documents, paragraphs, speakers, notes, statuses, and the changes that alter them.
//!
//! This room knows nothing of the rest of the house: no file, no screen, no key, no clock. Times and ids are
//! handed in. Words are the field's own, the same as on the screen and in the files.
//!
//! `record.rs` lists the kinds of entries that a review holds; `note.rs` and `mark.rs` are their types with one table of
//! fields each (`field.rs`). Over these tables everything else is written once: `change.rs` says what can be done to a
//! review, `apply.rs` does it, `diff.rs` says what that did, `merge.rs` makes one review of two, `conflict.rs` keeps a
//! second value, `missing.rs` notices what others took away, `operation.rs` is the history.

mod anchor;
mod apply;
mod change;
mod conflict;
mod diff;
mod document;
mod draft;
mod field;
mod mark;
mod merge;
mod missing;
mod moment;
mod note;
mod number;
mod operation;
mod paragraph;
mod record;
mod review;
mod section;
mod speaker;
mod status;
mod symbol;
mod tag;

pub use anchor::{Anchor, AnchorState, CONTEXT, code_points, paragraph_hash};
pub use apply::Rejected;
pub use change::{Change, GivenOn};
pub use conflict::{EntryConflict, Undecided};
pub use diff::{EntryDiff, Side};
pub use document::{Document, Masthead};
pub use draft::Draft;
pub use field::{Field, FieldRole, FieldType, FieldValue, Line, Need, Shape, Value};
pub use mark::Mark;
pub use merge::ThreeWayMerge;
pub use missing::MissingEntries;
pub use moment::Moment;
pub use note::{Note, NoteId, NoteKind, next_rev};
pub use number::ParagraphNumber;
pub use operation::{Event, History, Operation, OperationId, OperationKind, PendingOperation, UndoStacks};
pub use paragraph::{Attribution, Basis, Footnote, Paragraph, Part, Recommendation, SubParagraph};
pub use record::{EntryKey, EntryKind, EntryName, KindTable, Record};
pub use review::Review;
pub use section::{Section, SectionId};
pub use speaker::{Context, Role, Speaker, SpeakerId, SpeakerKind};
pub use status::{CurrentStatus, Progress, ReviewStatus};
pub use symbol::Symbol;
pub use tag::{Tag, tag_being_typed, tags_in};
