//! Performs effects and owns the terminal: the only room, with `cli`, that sees both `store` and `app`.
//!
//! [`Catalog`] knows which documents there are, [`Storage`] performs what the core asks for on the disk, [`run`]
//! ties both to a terminal. The clock is read here and stamped on messages; threads live here and nowhere else.
//!
//! # Files
//!
//! - `answer`: Answering one query over what is searched, as it goes: the hits that a screen shows first
//! - `catalog`: Which documents there are: files that were named, those of the workspace
//! - `catalog_error`: Why a document or a workspace cannot be had, and the sentence that says so
//! - `clock`: The clock, in the zone of the place
//! - `corpus`: What is searched: the documents that can be opened, with the notes on them
//! - `editor`: A note in the user's own editor
//! - `endings`: Every way in which the program may be ended from outside: signals, and a terminal that is closed
//! - `finder`: Searching beside the screen: a thread that holds what is searched
//! - `index_cache`: What is kept of the index of a large workspace from one start to the next, in the cache folder
//! - `input`: Reading the terminal on a thread of its own
//! - `jobs`: Job control: the program is stopped, by a key or from outside, and goes on when the shell lets it
//! - `loading`: Reading a document of the catalog with all that a search wants to know of it: its text
//! - `run`: The loop: events in, messages to the core, effects out, one drawing for all that waits
//! - `screen`: The screen: a frame is drawn into cells as ratatui does it
//! - `settings`: The settings as the screen lists and changes them
//! - `storage`: What the core asks for on the disk: saving, drafts, exports, opening documents
//! - `storage_worker`: The storage on a thread of its own: the screen hands effects on and never waits for the disk
//! - `terminal`: Taking the terminal and giving it back whole: raw mode, alternate screen, paste, mouse, cursor
//! - `trial`: Debug builds only: a thread falls when a test asks for it

mod answer;
mod catalog;
mod catalog_error;
mod clock;
mod corpus;
mod editor;
mod endings;
mod finder;
mod index_cache;
mod input;
mod jobs;
mod loading;
mod run;
mod screen;
mod settings;
mod storage;
mod storage_worker;
mod terminal;
#[cfg(debug_assertions)]
mod trial;

pub use catalog::{Catalog, DocumentSource, Source};
pub use catalog_error::CatalogError;
pub use clock::{now, zone};
pub use editor::{
    Back, EditorError, command_words, is_at_once, judge, look, stays, with_passage, without_passage,
};
pub use endings::outlive_size_limits;
pub use finder::{Finder, FinderInbox};
pub use index_cache::IndexCache;
pub use run::{Start, run};
pub use screen::Screen;
pub use settings::Settings;
pub use storage::{Language, Storage};
