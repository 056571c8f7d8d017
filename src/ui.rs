//! What the state looks like. `view` changes nothing: it reads the [`App`](crate::app::App) and draws. No file,
//! no clock, no effect; every text passes through [`pen::Pen`], the one place where cells are written.
//!
//! # Files
//!
//! - `about`: The About page
//! - `compose`: The box in which a note is written: at full width in the lower rows, the real cursor at the caret
//! - `documents`: The list of documents to choose from
//! - `elsewhere`: What the reader shows for a hit in a document that is not open: which document, and the excerpt
//! - `foot`: The last line: what was just said, else the keys that work now; and whether all is saved
//! - `frame`: A window over the page: cleared, with a frame of signs that are one column wide in every terminal
//! - `head`: The first lines: symbol, session, language, progress; the tabs; the line under them
//! - `help`: Help: the key table in words, over the whole screen
//! - `hits`: The hits of a search, in the place of the list, and what the empty search bar is for
//! - `list`: The list on the left: the rows of the tab
//! - `overlays`: Menus, the palette and questions
//! - `pen`: The one place where cells are written
//! - `reader`: The reader: the paragraph with its number in the margin, its notes below it
//! - `search_bar`: The search bar
//! - `settings`: The list of settings: name, value and where it comes from
//! - `signs`: Our own signs and borders: each is one column wide in every terminal
//! - `status_table`: The table of paragraphs by reviewer: a row a paragraph, a column a reviewer, one's own first
//! - `theme`: What each thing on the screen looks like, by its role
//! - `view`: The whole screen, put together

mod about;
mod compose;
mod documents;
mod elsewhere;
mod foot;
mod frame;
mod head;
mod help;
mod hits;
mod list;
mod overlays;
mod pen;
mod reader;
mod search_bar;
mod settings;
mod signs;
mod status_table;
mod theme;
mod view;

pub use pen::Pen;
pub use theme::{Role, Theme};
pub use view::view;
