//! What a review **is**: documents, paragraphs, speakers, notes, statuses, and the changes that alter them.
//!
//! This room knows nothing of the rest of the house: no file, no screen, no key, no clock. Times and ids are
//! handed in. Words are the field's own (`product.md`), the same as on the screen and in the files.

mod altered;
mod anchor;
mod change;
mod disagreement;
mod document;
mod draft;
mod join;
mod lost;
mod moment;
mod note;
mod number;
mod operation;
mod paragraph;
mod review;
mod section;
mod speaker;
mod status;
mod symbol;
mod tag;

pub use altered::{Altered, Side};
pub use anchor::{Anchor, AnchorState, CONTEXT, code_points, paragraph_hash};
pub use change::{Change, Rejected};
pub use disagreement::{Disagreement, Entry, EntryRef, FieldValue, Undecided};
pub use document::{Document, Masthead};
pub use draft::Draft;
pub use join::Sides;
pub use lost::Lost;
pub use moment::Moment;
pub use note::{Note, NoteId, NoteKind, next_rev};
pub use number::ParagraphNumber;
pub use operation::{Deed, Event, History, Operation, OperationId, Piles};
pub use paragraph::{Attribution, Basis, Footnote, Paragraph, Part, Recommendation, SubParagraph};
pub use review::{Mark, Review};
pub use section::{Section, SectionId};
pub use speaker::{Context, Role, Speaker, SpeakerId, SpeakerKind};
pub use status::{Progress, ReviewStatus};
pub use symbol::Symbol;
pub use tag::{Tag, tag_being_typed, tags_in};
