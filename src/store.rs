//! The only access to the program's data on disk: documents, reviews and their backups, drafts, places, exports, and a cache
//! that can be thrown away.
//!
//! May import `model`, `messages` and `format`; knows nothing of the screen. One function writes
//! ([`replace`] and its twin [`create`], in `atomic.rs`); a review is written only under its lock and only
//! after having been read again. What failed is told as a [`StoreError`], which names the path and the reason.
//!
//! # Files
//!
//! - `atomic`: The one place that writes
//! - `backups`: Copies of a review file as it was before something larger happened to it, outside the workspace
//! - `baseline`: What is known of a review, whatever the file says now
//! - `cache`: What can be made again at any time and is kept because that takes long
//! - `documents`: Reading a document file
//! - `drafts`: Text that is being typed, on the disk at most a second behind the typing
//! - `error`: What can go wrong with files, as data and as a sentence
//! - `export`: Writing an export where a person asked for it
//! - `folders`: Folders that only their owner may look into, made so that a power cut does not take them away again
//! - `ids`: Ids that are new: of notes, operations and windows
//! - `journal`: The journal: every change to a review, in the order in which it was made, in the user's state folder
//! - `lock`: The lock that a writer of a review holds
//! - `merge`: A reviewer's changes applied to what lies on the disk now, which may not be what the reviewer saw
//! - `names`: Names of files and folders made from symbols, reviewers and ids
//! - `network`: Whether a folder lies on another computer
//! - `others`: Other reviewers' files for one symbol: reading them, and noticing that they changed
//! - `permission`: What is in the way where the system says "permission denied", and the command that mends it
//! - `places`: Where one left off in each document
//! - `previous`: The generation before: the file that a save replaces, kept under another name until the next save
//! - `private`: Folders that hold what is nobody else's business, and whether they are so
//! - `queries`: What was searched for in a workspace, the newest last
//! - `read`: Reading a file that might be anything: pipes and devices are refused before they are opened
//! - `rescue`: A whole review file beside one that cannot be written
//! - `review`: One reviewer's file for one symbol: loading it, saving operations to it
//! - `settings`: Reading and writing the file of settings
//! - `stages`: What git merged, from git itself: while a conflict is open
//! - `survey`: A whole workspace, looked at: what is wrong with its files, between them, and around them
//! - `sweep`: Temporary files and lock files that a killed process left behind
//! - `workspace`: A workspace: the folder in which documents and reviews lie, and what is where in it

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
pub use read::{FileStamp, REVIEW_LIMIT};
pub use rescue::Rescue;
pub use review::{Earlier, LoadedReview, ReviewStore, SaveOutcome, Written};
pub use settings::{read_settings, write_settings};
pub use survey::{Looked, Remark, Survey};
pub use sweep::sweep;
pub use workspace::Workspace;
