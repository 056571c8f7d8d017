//! Search: from what a person types to the paragraphs, notes, headings and names that are meant.
//!
//! In this room: reading a query, folding text so that spellings compare, finding and ranking, the excerpt that
//! is shown. Pure: no file, no screen, no clock, no sentence for users. The rules: the whole query literally, before
//! every term literally, before loose matches, which are never mixed in silently.
//!
//! An [`Index`] holds records of any number of documents as folded text, in segments of 64k, with postings by Han
//! character, by word and by pairs of first letters. A [`SearchRun`] runs a [`Query`] over it in slices: postings give
//! candidates, the text decides, and only what is kept is scored. The plain scan that it took the place of is the
//! oracle of its tests.
//!
//! # Files
//!
//! - `cache`: The index as bytes, and back: what is kept of it from one start to the next
//! - `execution`: A search that is run in slices: first a screen of hits, then the rest, with the counts growing
//! - `index`: All documents that are searched: taking them in, replacing and removing them
//! - `matching`: One query against one record: does it match, how surely, where
//! - `query`: What was typed, understood: the whole of it literally, its terms, its fields
//! - `quick`: A hasher for small numbers that nobody from outside chooses

mod cache;
mod execution;
mod index;
mod matching;
mod query;
mod quick;
#[cfg(test)]
mod tests;

pub use cache::IndexLoader;
pub use execution::{FIRST_SCREEN, RankedHit, SearchProgress, SearchRun};
pub use index::Index;
pub use index::record::{Marks, NoteText, masthead_line, speaker_line};
pub use matching::hit::{Hit, HitField, HitPart, SearchResults, Snippet, Tier};
pub use matching::quoted::quoted;
pub use query::completion::{Completion, KnownValues, complete};
pub use query::field::{FieldName, FieldProblem, What};
pub use query::relax::looser;
pub use query::syntax::{FIELDS, SIGNS, Sign};
pub use query::{MAX_QUERY, Query};
