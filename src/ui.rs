//! What the state looks like. `view` changes nothing: it reads the [`App`](crate::app::App) and draws. No file,
//! no clock, no effect; every text passes through [`pen::Pen`], the one place where cells are written.

mod about;
mod compose;
mod documents;
mod elsewhere;
mod foot;
mod frame;
mod head;
mod help;
mod list;
mod overlays;
mod pen;
mod reader;
mod search_bar;
mod signs;
mod status_table;
mod theme;
mod view;

pub use pen::Pen;
pub use theme::{Role, Theme};
pub use view::view;
