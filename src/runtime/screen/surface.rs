//! What ratatui's [`Terminal`](ratatui::Terminal) needs below it: a size, and a place to say where the cursor is to
//! be. Nothing is sent from here.

use std::io;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

/// A surface of a size that is set from outside.
#[derive(Debug)]
pub struct Surface {
    /// Its size in cells.
    pub size: Size,
    /// Where the cursor is to stand; none: it is hidden.
    pub cursor: Option<Position>,
}

impl Surface {
    /// A surface of that size, without a cursor.
    pub fn new(size: Size) -> Self {
        Self { size, cursor: None }
    }
}

impl Backend for Surface {
    type Error = io::Error;

    /// Whole frames are compared elsewhere: this list lacks the cells that wide glyphs cover.
    fn draw<'a, I>(&mut self, _content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor.get_or_insert_default();
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = Some(position.into());
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn clear_region(&mut self, _region: ClearType) -> io::Result<()> {
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
