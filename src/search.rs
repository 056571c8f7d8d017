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
//!
//! # Files
//!
//! - `block`: Up to 64k records with their text and their postings: by character for Han
//! - `bytes`: Numbers, texts and lists as bytes, and back
//! - `candidates`: Which records of a block may match: never fewer than do
//! - `chain`: Loose matching of letters as an abbreviation: the term cut into beginnings of successive words
//! - `complete`: Completion of a field's name and of its values, as data: for the key that completes and for a menu
//! - `dense`: A text made ready for matching: folded, without what matching passes over
//! - `field`: Fields of a query: `status:accept`, `para:3-7`
//! - `filter`: Whether a record passes the fields of a query
//! - `fold`: Folding: spellings that a reader takes for the same become the same
//! - `held`: What the library knows of a document beside its text: numbers, sections, speakers, statuses, notes
//! - `hit`: What a search gives back
//! - `in_word`: Loose matching of letters inside one word: `govt` in "government"
//! - `index`: A library of one document, for whoever has one only
//! - `library`: All documents that are searched: taking them in, replacing and removing them
//! - `loose`: Loose matching of one term: Han characters with gaps, letters inside one word
//! - `looser`: Looser readings of a query that found nothing, the least loose first
//! - `matching`: One query against one record: does it match, how surely, where
//! - `needle`: A run of characters to be found as it stands
//! - `organizations`: Knowledge of organizations: whoever types a short form also means the name in full
//! - `phrase`: Phrases: what stands in quotation marks of any language
//! - `query`: What was typed, understood: the whole of it literally, its terms, its fields
//! - `quick`: A hasher for small numbers that nobody from outside chooses
//! - `quoted`: Where a passage stands that someone quotes: as it is written, else as a reader would take it
//! - `record`: The texts of a document that are searched, as they stand in it
//! - `running`: A search that is run in slices: first a screen of hits, then the rest, with the counts growing
//! - `score`: The score of a match, by fuzzy-matcher's `SkimMatcherV2`, and nothing else
//! - `set`: Sets of records inside one block, in the two forms that are small: a list, or a bit for each record
//! - `shape`: How a term may match other than literally
//! - `snippet`: The excerpt of a text that a list shows for a hit
//! - `sound`: Pinyin: Latin letters that spell how Han characters are read
//! - `syntax`: The signs and fields of a query, as they are shown to people: in the empty search bar, in help
//! - `traditional`: Traditional Chinese characters to simplified ones, one to one, whatever stands beside them
//! - `vocabulary`: The words of a block, each with the records that have it, and the ways to look one up: as it stands
//! - `windows`: Loose matching of a term with Han characters: its characters in order, with gaps

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
