//! Screen geometry, shared by `update` and `view`: which pane is where, which rows a paragraph has, which of
//! them are visible. Pure: it draws nothing and decides nothing about the review.

mod areas;
mod layouts;
mod point;
mod reader;
mod viewport;

pub use areas::{Areas, Panes, SMALLEST};
pub use layouts::{Layouts, TextRow, TextRows};
pub use point::Point;
pub use reader::{Block, Furniture, Line, NoteRef, NoteView};
pub use viewport::{Spot, keep_in_view};
