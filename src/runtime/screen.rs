//! The screen: a frame is drawn into cells as ratatui does it, and what differs from the frame before is sent with as
//! few bytes as terminals agree on, in one piece. Nothing here knows a terminal's modes or its size: it is told.
//!
//! ratatui's own backend is told which cells changed, and nothing of the cells that a wide glyph covers; it moves the
//! cursor after every wide glyph. Here whole frames are compared ([`sent`]), so that no half of a glyph stays, and the
//! cursor is moved only where terminals may disagree about where it stands ([`glyph`]).
//!
//! # Files
//!
//! - `glyph`: What a cell shows, how many columns it takes, and whether all terminals agree on that
//! - `sent`: What was sent to a terminal, and the bytes that make of it the next frame
//! - `style`: Styles as a terminal is told them: from one to another with the fewest bytes
//! - `surface`: What ratatui's [`Terminal`](ratatui::Terminal) needs below it: a size

mod glyph;
mod sent;
mod style;
mod surface;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use ratatui::layout::Size;
use ratatui::{Frame, Terminal};

use sent::Sent;
use surface::Surface;

/// A terminal that frames are drawn on.
#[derive(Debug)]
pub struct Screen<W: Write> {
    frames: Terminal<Surface>,
    sent: Sent,
    out: W,
}

impl<W: Write> Screen<W> {
    /// A screen of that size, about whose content nothing is known: the first frame begins by clearing it.
    ///
    /// # Errors
    /// None at present: ratatui's type has them.
    pub fn new(out: W, size: Size) -> io::Result<Self> {
        let frames = Terminal::new(Surface::new(size))?;
        Ok(Self { frames, sent: Sent::default(), out })
    }

    /// Forgets what is on the terminal: the next frame is sent whole.
    pub fn forget(&mut self) {
        self.sent = Sent::default();
    }

    /// Draws a frame of that size and sends what differs from the one before. A frame of another size than the one
    /// before is sent whole.
    ///
    /// # Errors
    /// The terminal cannot be written to. What it shows is not known then.
    pub fn draw(&mut self, size: Size, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.frames.backend_mut().size = size;
        let mut bytes = Vec::new();
        let sent = &mut self.sent;
        self.frames.draw(|frame| {
            render(frame);
            sent.cells(frame.buffer_mut(), &mut bytes);
        })?;
        self.sent.cursor(self.frames.backend().cursor, &mut bytes);
        let bytes = self.sent.whole(bytes);
        if bytes.is_empty() {
            return Ok(());
        }
        let written = self.out.write_all(&bytes).and_then(|()| self.out.flush());
        if written.is_err() {
            self.forget();
        }
        written
    }
}
