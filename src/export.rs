//! A review as a document for others: Markdown. Pure: model and options in, text out; nothing is written here,
//! and what the text comes from is not altered. May import `model`, `messages` and `text`.

mod escape;
mod file_name;
mod markdown;
mod options;
mod page;
mod progress;
#[cfg(test)]
mod rendering;
mod runs;

pub use file_name::notes_file_name;
pub use markdown::markdown;
pub use options::Options;
