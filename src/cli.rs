//! The command line: what was asked for, and one file per command. The only room that prints, and that only in
//! `run.rs`: a command gives back what is to be said, so that it can be tested and no pipe can break it.
//!
//! May import every room. Documents are found by [`crate::runtime::Library`] and reviews saved by
//! [`crate::store::ReviewStore`], as the screen does. Exit codes: see `outcome.rs`. The objects of `--json` are
//! described in `json.rs`.

mod arguments;
mod check;
mod choose;
mod context;
mod export;
mod help;
mod json;
mod keys;
mod made;
mod manual;
mod meant;
mod note;
mod notes;
mod outcome;
mod page;
mod recover;
mod reviews;
mod run;
mod screen;
mod search;
pub mod settings;
mod show;
mod status;
pub mod syntax;
mod usage;

pub use run::main;
