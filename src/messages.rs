//! Every sentence that a user sees, by id and language. Pure: the catalogues are compiled in.
//!
//! Rooms below the screen do not write sentences: they return [`Said`], an id with its values, and whoever
//! shows it (`ui`, `cli`) asks [`Messages::say`]. So a language can be switched while the program runs, and a
//! test can compare what was said without its wording. English (`data/locales/en.ftl`) is the source;
//! a further language is one more file there and one more line in the table of [`languages`].

mod catalogue;
mod choose;
mod said;
mod sentences;

pub use catalogue::{Messages, languages};
pub use choose::{choose, known, normalised};
pub use said::{Said, Value, said};
