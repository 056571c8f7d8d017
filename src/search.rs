//! Search: from what a person types to the paragraphs, notes, headings and names that are meant.
//!
//! In this room: reading a query, folding text so that spellings compare, finding and ranking, the excerpt that
//! is shown. Pure: no file, no screen, no clock, no sentence for users. The rules are section 4 of the
//! measurements that the design rests on: the whole query literally, before every term literally, before loose
//! matches, which are never mixed in silently.

mod dense;
mod fold;
mod hit;
mod index;
mod literal;
mod loose;
mod matching;
mod query;
mod record;
mod score;
mod snippet;
#[cfg(test)]
mod trial;
#[cfg(test)]
mod trial_other;

pub use fold::{IGNORED, fold, fold_text};
pub use hit::{Field, Found, Hit, Snippet, Tier};
pub use index::{Index, NoteText};
pub use query::{MAX_QUERY, Query};
pub use record::{masthead_line, speaker_line};
