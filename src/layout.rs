//! Screen geometry, shared by `update` and `view`: which pane is where, which rows a paragraph has, which of
//! them are visible. Pure: it draws nothing and decides nothing about the review.
//!
//! # Files
//!
//! - `areas`: Where each part of the screen is, for any size
//! - `layouts`: A paragraph's text set in rows, once per paragraph and width
//! - `point`: A place in the reader that holds at any width: which part of a paragraph's block, and how far in it
//! - `reader`: The lines of one paragraph in the reader: headings that begin there, its text, footnotes, its notes
//! - `viewport`: Keeping a picked row in view without moving more than is needed, and a place in the reader

mod areas;
mod layouts;
mod point;
mod reader;
mod viewport;

pub use areas::{Areas, Panes, SMALLEST};
pub use layouts::{Layouts, TextRow, TextRows};
pub use point::Point;
pub use reader::{Block, Line, NoteRef, NoteView, ParagraphExtras};
pub use viewport::{ScrollPosition, keep_in_view};
