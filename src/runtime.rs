//! Performs effects and owns the terminal: the only room, with `cli`, that sees both `store` and `app`.
//!
//! [`Library`] knows which documents there are, [`Desk`] performs what the core asks for on the disk, [`run`]
//! ties both to a terminal. The clock is read here and stamped on messages; threads live here and nowhere else.

mod answer;
mod clock;
mod desk;
mod editor;
mod endings;
mod finder;
mod hands;
mod holdings;
mod input;
mod jobs;
mod kept;
mod library;
mod reading;
mod run;
mod screen;
mod terminal;
#[cfg(debug_assertions)]
mod trial;

pub use clock::{now, zone};
pub use desk::{Desk, Language};
pub use editor::{
    Back, EditorError, command_words, is_at_once, judge, look, stays, with_passage, without_passage,
};
pub use endings::outlive_size_limits;
pub use finder::{Finder, Inbox};
pub use kept::Kept;
pub use library::{Library, LibraryError, Origin, Source};
pub use run::{Start, run};
pub use screen::Screen;
