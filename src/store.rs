//! The only access to the program's data on disk: documents, reviews and their backups, drafts, places, exports, and a cache
//! that can be thrown away.
//!
//! May import `model`, `messages` and `format`; knows nothing of the screen. One function writes
//! ([`replace`] and its twin [`create`], in `atomic.rs`); a review is written only under its lock and only
//! after having been read again. What failed is told as a [`StoreError`], which names the path and the reason.

mod atomic;
mod backups;
mod baseline;
mod cache;
mod documents;
mod drafts;
mod error;
mod export;
mod folders;
mod ids;
mod journal;
mod lock;
mod merge;
mod names;
mod network;
mod others;
mod permission;
mod places;
mod previous;
mod private;
mod queries;
mod read;
mod rescue;
mod review;
mod settings;
mod stages;
mod survey;
mod sweep;
mod workspace;

pub use atomic::{Outcome, create, replace};
pub use backups::{Backup, Backups, Why};
pub use cache::{Cache, content_hash};
pub use documents::{
    DOCUMENT_LIMIT, PASSAGE_LIMIT, exists, read_bytes, read_document, read_passage, read_stamped, stamp_of,
};
pub use drafts::{Draft, Drafts, Found, Handed, Left};
pub use error::{StoreError, Trouble};
pub use export::write_export;
pub use folders::has_ending;
pub use ids::new_id;
pub use journal::{Damaged, Journal, Journaled, journal_damage};
pub use lock::Lock;
pub use merge::{Conflict, Refusal, Refused};
pub use names::{doc_key, draft_name, project_id, reviewer_slug};
pub use others::Others;
pub use permission::{Barred, Doing, quoted};
pub use places::{Place, Places};
pub use private::{is_own_folder, make_private_folder};
pub use queries::Queries;
pub use read::{REVIEW_LIMIT, Stamp};
pub use rescue::Rescue;
pub use review::{Earlier, Loaded, ReviewStore, SaveOutcome, Written};
pub use settings::read_settings;
pub use survey::{Looked, Remark, Survey};
pub use sweep::sweep;
pub use workspace::Workspace;
