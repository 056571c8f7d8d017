//! The review file: reading it with every problem named by line and column, and editing it so that what this program
//! does not know (comments, order, fields, tables) stays byte for byte.
//!
//! # Files
//!
//! - `carry_unknown`: What this program does not know of the other side's tables goes with them: fields, tables, comments
//! - `conflicts`: `[[note.conflict]]` and `[[paragraph.conflict]]`: the second value of a field
//! - `edit`: Edits to a table of a file that leave alone what stands around them: spaces
//! - `fields`: The fields of a record from its table, over the list of fields that its kind has
//! - `git_realign`: git merges lines, and the lines of entries are much alike
//! - `inspect`: Everything that is wrong with a review file, as a person is shown it
//! - `markers`: A text that git could not merge, taken apart again into the sides it was made of
//! - `outline`: Where the notes and marks of a review file stand in it, for those who check it against other files
//! - `pieces`: Reading a review file entry by entry, without a tree of the whole
//! - `read`: From the text of a review file to the review, and what it looks like after having been in a file
//! - `review_text`: The text of a review file that is read and edited again and again, as one's own is
//! - `side`: One side of a merge, or a file without any: the review, and its text for editing
//! - `sides`: A review file that holds two sides of a merge: with git's conflict markers
//! - `spelling`: Values as TOML spells them
//! - `write`: Editing a review file: only the lines whose value changed, everything else byte for byte

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
mod review_text;
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
pub use review_text::ReviewText;
pub use sides::{ReadReview, Stages, TwoSides, has_conflict_markers, read_sides};
pub use write::{new_review, write_into};
