//! The bytes that frames cost on the line: ours, those of ratatui's own backend, and those of the text and the styles
//! that changed. Used by a test and by the benchmark of the screen.

use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;

use rapporteur::app::App;
use rapporteur::runtime::Screen;
use rapporteur::ui::{Theme, view};
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::style::{Color, Style};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::desk::Place;

/// A terminal that counts what it is sent.
#[derive(Debug, Clone, Default)]
struct Counter(Rc<Cell<usize>>);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Bytes of some frames.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bytes {
    /// Of the text and the styles that changed.
    pub changed: usize,
    /// That our screen sent.
    pub ours: usize,
    /// That ratatui's own backend for crossterm sent.
    pub theirs: usize,
}

impl Bytes {
    /// What we send over what changed.
    pub fn ratio(self) -> f64 {
        self.ours as f64 / self.changed.max(1) as f64
    }
}

/// Draws each frame on both.
pub struct Frames {
    ours: (Screen<Counter>, Counter),
    theirs: (Terminal<CrosstermBackend<Counter>>, Counter),
    before: Buffer,
    sum: Bytes,
}

impl Frames {
    /// Of a program, whose present frame both show already.
    pub fn of(app: &App) -> Self {
        let area = (ratatui::layout::Position::ORIGIN, app.shell.size).into();
        let (ours, theirs) = (Counter::default(), Counter::default());
        let options = TerminalOptions { viewport: Viewport::Fixed(area) };
        let backend = CrosstermBackend::new(theirs.clone());
        let mut frames = Self {
            ours: (Screen::new(ours.clone(), app.shell.size).unwrap(), ours),
            theirs: (Terminal::with_options(backend, options).unwrap(), theirs),
            before: Buffer::empty(area),
            sum: Bytes::default(),
        };
        frames.draw(app);
        frames.take();
        frames
    }

    /// Draws the present frame.
    pub fn draw(&mut self, app: &App) {
        self.ours.0.draw(app.shell.size, |frame| view(app, Theme::Auto, frame)).unwrap();
        let drawn = self.theirs.0.draw(|frame| view(app, Theme::Auto, frame)).unwrap();
        self.sum.changed += changed(&self.before, drawn.buffer);
        self.before = drawn.buffer.clone();
    }

    /// The bytes of the frames since the last time.
    pub fn take(&mut self) -> Bytes {
        let taken = Bytes { ours: self.ours.1.0.take(), theirs: self.theirs.1.0.take(), ..self.sum };
        self.sum = Bytes::default();
        taken
    }
}

/// Bytes of the glyphs of the cells that changed, and of the styles, each time one of them is another than that of the
/// changed cell before it.
fn changed(before: &Buffer, after: &Buffer) -> usize {
    let mut bytes = 0;
    let mut last = Style::default().fg(Color::Reset).bg(Color::Reset).underline_color(Color::Reset);
    let width = usize::from(after.area.width).max(1);
    for (before, after) in before.content.chunks(width).zip(after.content.chunks(width)) {
        let mut x = 0;
        while let (Some(old), Some(new)) = (before.get(x), after.get(x)) {
            if old != new {
                bytes += new.symbol().len();
                if new.style() != last {
                    bytes += style_bytes(new.style());
                    last = new.style();
                }
            }
            x += usize::from(new.cell_width().max(1));
        }
    }
    bytes
}

/// `ESC [`, `m`, and each parameter with the `;` before the next: one digit for a modifier, two for a color of the
/// sixteen, as they are written out for others.
fn style_bytes(style: Style) -> usize {
    let color = |color: Option<Color>| match color {
        None | Some(Color::Reset) => 0,
        Some(Color::Indexed(index)) => "38;5;;".len() + index.to_string().len(),
        Some(Color::Rgb(..)) => "38;2;100;100;100;".len(),
        Some(_) => "30;".len(),
    };
    let modifiers = style.add_modifier.bits().count_ones() as usize * "1;".len();
    let parameters = modifiers + color(style.fg) + color(style.bg);
    "\u{1b}[m".len() + parameters.saturating_sub(1)
}

/// Flows, by name, in keys.
pub const FLOWS: [(&str, &str); 6] = [
    ("jump", "18"),
    ("page", "1<Enter><PgDn><PgDn><PgUp>"),
    ("paragraphs", "1<Enter>JJJKK"),
    ("search", "/缅甸<Enter>n"),
    ("box", "18a独立于各部委吗？请说明。<Esc>"),
    ("scroll", "1<Enter>jjjjkk"),
];

/// What a flow costs on the built-in document, a frame for each key.
pub fn flow(keys: &str, columns: u16, rows: u16) -> Bytes {
    // What the peer sends is not to depend on the surroundings.
    crossterm::style::force_color_output(true);
    let place = Place::new();
    let mut program = place.start(columns, rows, &[]);
    let mut frames = Frames::of(&program.app);
    program.keys_and(keys, |app| frames.draw(app));
    frames.take()
}
