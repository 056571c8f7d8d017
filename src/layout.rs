//! Screen geometry, shared by `update` and `view`: which pane is where, which rows a paragraph has, which of
//! them are visible. Pure: it draws nothing and decides nothing about the review.
//!
//! # Files
//!
//! - `areas`: Where each part of the screen is, for any size
//! - `heads`: The lines of headings in the reader: above the paragraph with which they begin
//! - `layouts`: What was laid out lately: each text once for a width
//! - `line`: One line of the reader: which part of a paragraph's block it shows
//! - `marks`: FootnoteMarks of footnotes in a text: those that the text has
//! - `point`: A place in the reader that holds at any width: which part of a paragraph's block, and how far in it
//! - `reader`: The lines of one paragraph in the reader: headings that begin there, its text, footnotes, its notes
//! - `runs`: Rows of a paragraph as they are drawn: runs of its text, and of words that are no part of it
//! - `set`: Setting a paragraph in rows: its number and the labels of its sub-paragraphs in the margin
//! - `table`: Setting a table in rows: cells beside each other where they fit
//! - `viewport`: Keeping a picked row in view without moving more than is needed, and a place in the reader

mod areas;
mod heads;
mod layouts;
mod line;
mod marks;
mod point;
mod reader;
mod runs;
mod set;
mod table;
mod viewport;

pub use areas::{Areas, Panes, SMALLEST};
pub use layouts::Layouts;
pub use line::{Line, NOTE_SIGN};
pub use marks::footnote_mark;
pub use point::Point;
pub use reader::{Block, NoteRef, NoteView, ParagraphExtras};
pub use runs::{Emphases, RunRole, RunText, TextRow, TextRows, TextRun};
pub use set::printed_number;
pub use viewport::{ScrollPosition, keep_in_view};
