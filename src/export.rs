//! A review as a document for others: Markdown. Pure: model and options in, text out; nothing is written here,
//! and what the text comes from is not altered. May import `model`, `messages` and `text`.
//!
//! # Files
//!
//! - `emphasis`: Words that stand out, as Markdown
//! - `escape`: Text as Markdown that renders as it was typed, in GitHub's Markdown and in CommonMark
//! - `file_name`: The name that an export has when its reader gives none
//! - `markdown`: Notes and statuses as a Markdown page: what is on it and in which order
//! - `options`: How an export says what it says: in which language, when, and for one reviewer or several
//! - `page`: A Markdown page, block by block
//! - `passage`: The passage that a note hangs on, as the document prints it: with what stands out
//! - `progress`: How far a review is, as a table by section
//! - `runs`: Paragraphs of which nothing is to be said but their status: in runs

mod emphasis;
mod escape;
mod file_name;
mod markdown;
mod options;
mod page;
mod passage;
mod progress;
#[cfg(test)]
mod rendering;
mod runs;

pub use file_name::notes_file_name;
pub use markdown::markdown;
pub use options::Options;
