//! The command line: what was asked for, and one file per command. The only room that prints, and that only in
//! `run.rs`: a command gives back what is to be said, so that it can be tested and no pipe can break it.
//!
//! May import every room. Documents are found by [`crate::runtime::Catalog`] and reviews saved by
//! [`crate::store::ReviewStore`], as the screen does. Exit codes: see `outcome.rs`. The objects of `--json` are
//! described in `json.rs`.
//!
//! # Files
//!
//! - `arguments`: What can be asked for, as types that clap fills
//! - `check`: `rapporteur check`: every problem of document and review files, and of whole workspaces, with line
//! - `choose`: Which document a command means
//! - `context`: What every command knows: settings, sentences, who the reviewer is, how to print, what time it is
//! - `export`: `rapporteur export`: the Markdown that the screen writes, to standard output or to a file
//! - `help`: The help texts: the catalog's sentences put into clap's command, by name
//! - `json`: What `--json` prints: one object per command, indented, in UTF-8
//! - `keys`: `rapporteur keys`: the keys in force, for reading, for the README and for the configuration
//! - `made`: `rapporteur completions`: made from the same definitions as the parser, so they cannot drift from it
//! - `manual`: `rapporteur man`: the manual page of the program, or of one of its commands
//! - `meant`: What was probably meant by something that is not known: a command, an option, a value
//! - `new`: `rapporteur new`: a document file to fill in, in which every key is told
//! - `note`: `rapporteur note add|edit|delete|settle`: the changes that the screen makes, saved as it saves them
//! - `notes`: `rapporteur notes`: every note on a document, others' too, in the order of the document
//! - `outcome`: How a command ends: what it says, and the exit code
//! - `page`: What a person reads: lines with a margin, laid out to the terminal's width where there is one
//! - `recover`: `rapporteur recover`
//! - `reference`: The keys of a document file, for the README and the manual page
//! - `reviews`: The reviews of the chosen document: read for those who show them
//! - `run`: From the arguments of the process to its exit code
//! - `screen`: `rapporteur [DOCUMENT]...`: opening the screen
//! - `search`: `rapporteur search`: what the screen's search finds, in one document or in all
//! - `settings`: Every setting of `config.toml`, for the README and the manual page
//! - `show`: `rapporteur show`: the document with what the reviews say of it
//! - `status`: `rapporteur status`: how far the review is, and setting statuses
//! - `syntax`: How one searches, for the help of `rapporteur search`, the manual page and the README
//! - `unit`: Which unit of a document is meant by what is typed, and what is said where there is none such
//! - `usage`: Wrong usage in the program's own sentences: clap says what is wrong as data

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
mod new;
mod note;
mod notes;
mod outcome;
mod page;
mod recover;
pub mod reference;
mod reviews;
mod run;
mod screen;
mod search;
pub mod settings;
mod show;
mod status;
pub mod syntax;
mod unit;
mod usage;

pub use run::main;
