//! TOML files and the model: what a file says becomes model types, or a list of everything that is wrong with it.
//!
//! Pure: text in, model or problems out. The files themselves are read and written in `store`. Wire types stay
//! in here; a file's spelling (`[[paragraph]]`, `basis = "inferred"`) is nobody else's business. May import
//! `model`, `messages` and `text`.
//!
//! # Files
//!
//! - `builtin`: The documents that are compiled in, so that the program does its main job with nothing else
//! - `compatibility`: Characters of a text that look like others and are not: radicals for ideographs
//! - `document`: Document files, `format = 1`: read with everything that is wrong told at once, and written
//! - `findings`: Collects what is wrong while a file is read, so that all of it is told at once
//! - `hidden`: Characters of a text that do not show, or turn the direction of what does
//! - `journal`: The journal's lines: JSON, one event to a line, so that a line that a power cut tore harms no other
//! - `json`: Records and what stands in them as JSON, over the list of fields that their kind has
//! - `kind`: Which kind of file a text is meant to be
//! - `limits`: Whether a file is one that someone could have written, told without parsing it
//! - `other`: Files that are no document file at all: what they are instead
//! - `places`: Bytes of a source to lines and columns
//! - `problem`: What is wrong with a file, where, and what to do about it
//! - `review`: The review file: reading it with every problem named by line and column
//! - `snippet`: A problem as a person reads it in a terminal: the sentence with its place, the line
//! - `syntax`: What keeps a file from being TOML at all, or from being read by a program: something that is no text
//! - `table`: A parsed table as readers see it: how the file writes it, where it stands, and what is in it
//! - `typed`: Typed looks into a table: each says by itself what is missing, of the wrong type or unknown

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
mod table;
mod typed;

pub use builtin::{BUILTINS, Builtin, ENGLISH, REFERENCE, reference};
pub use document::{
    DOCUMENT_FORMAT, DOCUMENT_TABLES, DocumentKey, DocumentTable, Front, Inspection, KeyValue,
    MAX_DOCUMENT_BYTES, blank_document, inspect_document, passage_text, passages, read_document, read_front,
    write_document,
};
pub use journal::{journal_event, journal_line};
pub use json::{anchor_from_json, anchor_to_json};
pub use kind::{is_document, is_review};
pub use other::{OtherFormat, other_bytes, other_text};
pub use places::line_and_column;
pub use problem::{FileProblem, FileProblems, Severity};
pub use review::{
    FORMAT, Placed, ReadReview, ReviewText, Stages, TwoSides, has_conflict_markers, inspect_review,
    new_review, normal, outline, read_review, read_sides, read_words, too_much_to_edit, write_into,
};
pub use snippet::render_problem;
