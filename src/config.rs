//! What a user can set, and what the environment says. Read once, by `runtime` and `cli`, before anything else; and again
//! where a setting is changed.
//!
//! May import `keymap`, `model` and `messages`. A wrong setting is never fatal: it is told, and the default is taken.
//!
//! - `table`: every setting, with what it may be
//! - `settings`, `user_keys`: the text of `config.toml`, its problems with their lines
//! - `edit`: a setting changed in that text
//! - `in_force`: which value of a setting holds, and where it comes from
//! - `environment`, `paths`, `reviewer`: what the environment says, and what follows from it
//!
//! # Files
//!
//! - `edit`: A setting changed in the text of `config.toml`: everything else in it stays as it was written
//! - `environment`: The environment variables that the program knows, read once
//! - `in_force`: Which value of a setting holds, and where it comes from
//! - `lines`: The lines of the text of `config.toml`: where what is told stands
//! - `paths`: Where the program's folders are: the XDG base directories, with the program's name below them
//! - `reviewer`: Under whose name notes are kept
//! - `settings`: The text of `config.toml`, which `store` reads
//! - `table`: Every setting there is: its name, what it may be, what stands in for it
//! - `user_keys`: The user's own keys in `config.toml`: a table for each place, `[keys.browse]`

mod edit;
mod environment;
mod in_force;
mod lines;
mod paths;
mod reviewer;
mod settings;
mod table;
mod user_keys;

pub use edit::changed;
pub use environment::Environment;
pub use in_force::{Given, Whence, in_force};
pub use paths::Paths;
pub use reviewer::{FALLBACK_REVIEWER, reviewer};
pub use settings::{AmbiguousWidth, Config, in_one, one_by_one};
pub use table::{SETTINGS, Setting, SettingKind};
