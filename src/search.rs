//! Search: from what a person types to the paragraphs, notes, headings and names that are meant.
//!
//! In this room: reading a query, folding text so that spellings compare, finding and ranking, the excerpt that
//! is shown. Pure: no file, no screen, no clock, no sentence for users. The rules are section 4 of the
//! measurements that the design rests on: the whole query literally, before every term literally, before loose
//! matches, which are never mixed in silently.
//!
//! A [`Library`] holds records of any number of documents as folded text, in blocks of 64k, with postings by Han
//! character, by word and by pairs of first letters. A [`Search`] runs a [`Query`] over it in slices: postings give
//! candidates, the text decides, and only what is kept is scored. The plain scan that it took the place of is the
//! oracle of its tests.

mod block;
mod bytes;
mod candidates;
mod chain;
mod complete;
mod dense;
mod field;
mod filter;
mod fold;
mod held;
mod hit;
mod in_word;
mod index;
mod library;
mod loose;
mod looser;
mod matching;
mod needle;
mod organizations;
mod phrase;
#[cfg(test)]
mod plain;
mod query;
mod quick;
mod quoted;
mod record;
mod running;
mod score;
mod set;
mod shape;
mod snippet;
mod sound;
mod syntax;
mod traditional;
#[cfg(test)]
mod trial;
#[cfg(test)]
mod trial_bytes;
#[cfg(test)]
mod trial_fold;
#[cfg(test)]
mod trial_other;
#[cfg(test)]
mod trial_six;
#[cfg(test)]
mod trial_twin;
mod vocabulary;
mod windows;

pub use complete::{Completion, Known, complete};
pub use field::{FieldName, Problem, What};
pub use hit::{Field, Found, Hit, Part, Snippet, Tier};
pub use index::Index;
pub use library::{Library, Returning};
pub use looser::looser;
pub use query::{MAX_QUERY, Query};
pub use quoted::quoted;
pub use record::{Marks, NoteText, masthead_line, speaker_line};
pub use running::{FIRST_SCREEN, Place, Progress, Search};
pub use syntax::{FIELDS, SIGNS, Sign};
