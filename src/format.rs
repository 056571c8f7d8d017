//! TOML files and the model: what a file says becomes model types, or a list of everything that is wrong with it.
//!
//! Pure: text in, model or problems out. The files themselves are read and written in `store`. Wire types stay
//! in here; a file's spelling (`[[paragraph]]`, `basis = "inferred"`) is nobody else's business. May import
//! `model`, `messages` and `text`.

mod builtin;
mod compatibility;
mod document;
mod findings;
mod hidden;
mod journal;
mod json;
mod kind;
mod limits;
mod other;
mod places;
mod problem;
mod review;
mod snippet;
mod syntax;
mod tree;

pub use builtin::{BUILTINS, Builtin, ENGLISH, REFERENCE, reference};
pub use document::{
    DOCUMENT_FORMAT, Front, Inspection, MAX_DOCUMENT_BYTES, inspect_document, passage_text, passages,
    read_document, read_front, write_document,
};
pub use journal::{journal_event, journal_line};
pub use json::{anchor_from_json, anchor_to_json};
pub use kind::{is_document, is_review};
pub use other::{OtherFormat, other_bytes, other_text};
pub use places::line_and_column;
pub use problem::{Problem, Problems, Severity};
pub use review::{
    FORMAT, Placed, ReadReview, Stages, TwoSides, has_conflict_markers, inspect_review, new_review, normal,
    outline, read_review, read_sides, read_sides_of, read_words, too_much_to_edit, write_into,
};
pub use snippet::render_problem;
