//! The functional core: what the program shows and does, as data.
//!
//! [`update`] takes the state and what happened and returns what is to be done; it reads no file, no clock and
//! no terminal. Modes own their data, questions are values, times and ids come stamped on the message.

mod burst;
mod compose;
mod deciding;
mod effect;
mod elsewhere;
mod field;
mod filter;
mod geometry;
mod goto;
mod known;
mod location;
mod menu;
mod mode;
mod moves;
mod msg;
mod notices;
mod open_document;
mod pages;
mod passage;
mod rows;
mod saving;
mod searching;
mod shelf;
mod shell;
mod standing;
mod state;
mod status_table;
mod tab;
mod update;
mod view;

pub use burst::{Burst, Lock};
pub use compose::Compose;
pub use deciding::{Decision, DecisionLine};
pub use effect::{Effect, SearchNote, SearchRequest};
pub use elsewhere::{Coming, Origin};
pub use field::{Caret, Field, LINE_LIMIT};
pub use filter::{Filter, FilterBy};
pub use geometry::HitLine;
pub use goto::{Goto, Meant};
pub use location::Location;
pub use menu::{Menu, MenuAction, MenuItem, Palette, PaletteItem, THEMES};
pub use mode::{Ask, Help, Mode};
pub use moves::Visible;
pub use msg::{Entry, Msg, Opened, Place, Reach, SourceId, Stamp, Version};
pub use notices::{About, Notices};
pub use open_document::OpenDocument;
pub use pages::{Look, PageLine};
pub use passage::{Passage, Selection};
pub use rows::{ListState, Row};
pub use saving::{Saving, Unsaved};
pub use searching::{Completing, Hits, Loosest, SearchBar};
pub use shelf::ShelfLine;
pub use shell::{Mouse, Shell};
pub use state::{App, Setup};
pub use tab::Tab;
pub use update::update;
pub use view::{Focus, View};
