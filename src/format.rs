//! Files as text, and the model: TOML <-> `model`, with wire names kept apart from the model's types.
//!
//! May import `model` and `messages`. It opens no file: it takes and gives text, and says by line and column
//! what is wrong with it.

mod review;

pub use review::{
    Entry, FORMAT, ProblemKind, ReviewProblem, canonical, new_review, read_review, record_conflict,
    review_problems, write_into,
};
