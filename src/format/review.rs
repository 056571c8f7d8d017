//! The review file: reading it with every problem named by line and column, and editing it so that what this program
//! does not know (comments, order, fields, tables) stays byte for byte.
//!
//! `read.rs` reads it as a whole, `pieces.rs` entry by entry, `fields.rs` the fields of one entry; `conflicts.rs` reads and
//! writes second values. `write.rs` edits, `spelling.rs` spells values in TOML, `edit.rs` keeps comments where they belong.
//! `markers.rs` takes a text with conflict markers apart, `side.rs` reads one side of it, `git_realign.rs` mends what git
//! tore, `sides.rs` makes one review of the sides, `carry_unknown.rs` takes along what is not known of them. `outline.rs`
//! and `inspect.rs` tell where things stand.

mod carry_unknown;
mod conflicts;
mod edit;
mod fields;
mod git_realign;
mod inspect;
mod markers;
mod outline;
mod pieces;
mod read;
mod side;
mod sides;
mod spelling;
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
pub use read::{FORMAT, normal, read_review, too_much as too_much_to_edit};
pub use sides::{ReadReview, Stages, TwoSides, has_conflict_markers, read_sides, read_sides_of};
pub use write::{new_review, write_into};
