//! Every sentence that a user sees, by id and language. Pure: the catalogs are compiled in.
//!
//! Rooms below the screen do not write sentences: they return [`UserMessage`], an id with its values, and whoever
//! shows it (`ui`, `cli`) asks [`Messages::say`]. So a language can be switched while the program runs, and a
//! test can compare what was said without its wording. English (`data/locales/en.ftl`) is the source;
//! a further language is one more file there and one more line in the table of [`languages`].
//!
//! What values of the model are called ([`captions`]), and how two entries differ ([`differences`]), is said here for
//! all rooms: that is why it may import `model`, and nothing else.
//!
//! # Files
//!
//! - `captions`: What values of the model are called: a status, a kind of note, a role
//! - `catalog`: Fluent catalogs, and how a sentence is made from one
//! - `choose`: Which language the interface speaks
//! - `differences`: Differences of entries in words: what an operation did, and the second value of a field
//! - `sentences`: The sentences of one language, each read when it is first said: a start says few of them
//! - `suggest`: "Did you mean": the known word that is nearest to a misspelt one
//! - `user_message`: A sentence as data: which one, and the values that go into it

pub mod captions;
mod catalog;
mod choose;
pub mod differences;
mod sentences;
mod suggest;
mod user_message;

pub use catalog::{Messages, languages};
pub use choose::{choose, known, normalized};
pub use suggest::nearest;
pub use user_message::{MessageValue, UserMessage, user_message};
