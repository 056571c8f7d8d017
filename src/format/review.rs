//! The review file (`reliability.md` 2.2): reading it with every problem named by line and column, and editing
//! it so that what this program does not know (comments, order, fields, tables) stays byte for byte.
//!
//! `read.rs` reads, `write.rs` edits, `fields.rs` reads single values, `strings.rs` spells text in TOML,
//! `comments.rs` keeps a removed line's comment, `conflicts.rs` reads and writes second values.
//! `markers.rs` takes a text with conflict markers apart, `sides.rs` makes one review of the sides, `adopt.rs` takes along
//! what is not known of them. `outline.rs` and `inspect.rs` tell where things stand.

mod adopt;
mod comments;
mod conflicts;
mod fields;
mod inspect;
mod markers;
mod outline;
mod pieces;
mod problem;
mod read;
mod realign;
mod sides;
mod strings;
mod write;

#[cfg(test)]
mod conflict_tests;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod sides_tests;
#[cfg(test)]
mod tests;

pub use inspect::inspect_review;
pub use outline::{Placed, outline};
pub use pieces::read_words;
pub use problem::{ProblemKind, ReviewProblem};
pub use read::{FORMAT, normal, read_review, too_much as too_much_to_edit};
pub use sides::{
    ReadReview, Stages, TwoSides, has_conflict_markers, read_sides, read_sides_of, review_problems,
};
pub use write::{new_review, write_into};
