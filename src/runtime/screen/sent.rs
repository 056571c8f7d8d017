//! What was sent to a terminal, and the bytes that make of it the next frame.
//!
//! Two frames are compared column by column: a column differs if it shows another glyph, another look, or another part
//! of a glyph. So the second half of a glyph that goes is drawn over whatever stands there now.

use std::io::Write as _;

use crossterm::cursor::{Hide, MoveTo, MoveToColumn, Show};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate,
};
use crossterm::{Command, QueueableCommand};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;

use super::glyph::Glyph;
use super::style::TextStyle;

/// From so many blanks on a stretch of a row is erased and not written.
const ERASED: u16 = 12;
/// The most bytes of unchanged text that are written again where the cursor would have to move over them.
const BRIDGED: usize = 4;
/// Bytes of a sequence that erases to the end of a row.
const TO_THE_END: u16 = 3;

/// What a terminal shows.
#[derive(Debug, Default)]
pub struct Sent {
    /// The last frame; none: nothing is known.
    frame: Option<Buffer>,
    /// Where the cursor stands, as far as that is known for every terminal.
    at: At,
    /// Whether the cursor is shown; none: not known.
    shown: Option<bool>,
    look: TextStyle,
    /// How many pieces the present frame has: texts with a move or an erasure between them.
    pieces: usize,
}

/// Where the cursor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum At {
    /// Nobody knows where it is.
    #[default]
    Somewhere,
    /// In this row.
    Row(u16),
    /// On this cell.
    Cell(Position),
}

/// What a column of a row shows.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Column<'a> {
    /// The beginning of a glyph.
    Glyph(Glyph<'a>, TextStyle),
    /// The rest of the glyph before it.
    Rest,
}

impl Column<'_> {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Glyph(glyph, look), Self::Glyph(other, other_look)) => {
                glyph == other && look.is_same(*other_look, *glyph)
            }
            (Self::Rest, Self::Rest) => true,
            _ => false,
        }
    }

    /// Whether an erasure in the plain style gives it.
    fn is_erased(&self) -> bool {
        matches!(self, Self::Glyph(glyph, look) if glyph.is_blank() && look.is_same(TextStyle::default(), *glyph))
    }

    fn columns(&self) -> u16 {
        if let Self::Glyph(glyph, _) = self { glyph.width } else { 1 }
    }
}

/// The columns of a row.
fn columns(cells: &[Cell]) -> Vec<Column<'_>> {
    let mut columns = Vec::with_capacity(cells.len());
    for (at, cell) in cells.iter().enumerate() {
        if columns.len() > at {
            continue;
        }
        let glyph = Glyph::of(cell, u16::try_from(cells.len() - at).unwrap_or(u16::MAX));
        columns.push(Column::Glyph(glyph, TextStyle::of(cell)));
        columns.extend((1..glyph.width).map(|_| Column::Rest));
    }
    columns
}

impl Sent {
    /// The bytes that make the cells of a frame of what the terminal shows.
    pub fn cells(&mut self, frame: &Buffer, out: &mut Vec<u8>) {
        self.pieces = 0;
        let before = match self.frame.take() {
            Some(before) if before.area == frame.area => before,
            _ => {
                // What was told before may have been to a terminal that others have used since.
                tell(out, SetAttribute(Attribute::Reset));
                tell(out, Clear(ClearType::All));
                (self.look, self.at) = (TextStyle::default(), At::Somewhere);
                self.pieces = 1;
                Buffer::empty(frame.area)
            }
        };
        let width = usize::from(frame.area.width).max(1);
        let rows = before.content.chunks(width).zip(frame.content.chunks(width));
        for (y, (before, after)) in (0..).zip(rows) {
            if before != after {
                self.row(y, &columns(before), &columns(after), out);
            }
        }
        self.set_look(TextStyle::default(), out);
        let mut kept = before;
        kept.content.clone_from_slice(&frame.content);
        self.frame = Some(kept);
    }

    /// The bytes that put the cursor where it is to stand, shown, or hide it.
    pub fn cursor(&mut self, cursor: Option<Position>, out: &mut Vec<u8>) {
        if let Some(position) = cursor {
            self.move_to(position, out);
        }
        if self.shown != Some(cursor.is_some()) {
            if cursor.is_some() {
                tell(out, Show)
            } else {
                tell(out, Hide)
            }
            self.shown = Some(cursor.is_some());
        }
    }

    /// The bytes of a frame so that a terminal shows it all at once. A frame of one piece is shown so anyway.
    pub fn whole(&self, bytes: Vec<u8>) -> Vec<u8> {
        if self.pieces < 2 {
            return bytes;
        }
        let mut whole = Vec::with_capacity(bytes.len() + 16);
        tell(&mut whole, BeginSynchronizedUpdate);
        whole.extend(bytes);
        tell(&mut whole, EndSynchronizedUpdate);
        whole
    }

    fn row(&mut self, y: u16, before: &[Column<'_>], after: &[Column<'_>], out: &mut Vec<u8>) {
        let width = after.len();
        // From here on the row is empty.
        let empty = after.iter().rposition(|column| !column.is_erased()).map_or(0, |last| last + 1);
        let last = (0..width).rev().find(|&x| differs(before, after, x));
        let Some(end) = last.map(|last| last + 1) else { return };
        let mut x = 0;
        // Columns before this one may have been drawn over by a terminal that takes more for a glyph than we do.
        let mut doubtful = 0;
        while let (Some(column), true) = (after.get(x), x < end.max(doubtful.min(width))) {
            let next = x + usize::from(column.columns());
            let changed = x < doubtful || (x..next).any(|x| differs(before, after, x));
            let Column::Glyph(glyph, look) = column else {
                x = next;
                continue;
            };
            if !changed {
                x = next;
                continue;
            }
            let here = Position::new(u16::try_from(x).unwrap_or(u16::MAX), y);
            let until = end.max(doubtful.min(width));
            if x >= empty && until - x > usize::from(TO_THE_END) {
                self.reach(here, after, out);
                self.set_look(TextStyle::default(), out);
                tell(out, Clear(ClearType::UntilNewLine));
                self.pieces += 1;
                return;
            }
            let blanks = after.get(x..until).unwrap_or_default().iter().take_while(|c| c.is_erased()).count();
            let blanks = u16::try_from(blanks).unwrap_or(u16::MAX);
            if blanks >= ERASED {
                self.reach(here, after, out);
                self.set_look(TextStyle::default(), out);
                // crossterm has no command for this one: ECH.
                let _ = write!(out, "\u{1b}[{blanks}X");
                self.pieces += 1;
                x += usize::from(blanks);
                continue;
            }
            self.reach(here, after, out);
            self.put(*glyph, *look, here, width, out);
            if !glyph.is_agreed() {
                doubtful = doubtful.max(x + usize::from(glyph.most));
            }
            x = next;
        }
    }

    /// Writes a glyph where the cursor is.
    fn put(&mut self, glyph: Glyph<'_>, look: TextStyle, here: Position, width: usize, out: &mut Vec<u8>) {
        if !self.look.is_same(look, glyph) {
            self.set_look(look, out);
        }
        let within = usize::from(here.x.saturating_add(glyph.most)) <= width;
        if !within {
            // What a terminal takes for wider than the row has room for must not go on in the next row.
            tell(out, DisableLineWrap);
        }
        if glyph.width > 1 && !glyph.is_agreed() {
            // Where a terminal takes fewer columns for it, the rest of them must not show what was there.
            out.extend(std::iter::repeat_n(b' ', usize::from(glyph.width)));
            tell(out, MoveToColumn(here.x));
        }
        out.extend(glyph.symbol.as_bytes());
        if !within {
            tell(out, EnableLineWrap);
        }
        let x = here.x + glyph.width;
        self.at = match (within && usize::from(x) < width, glyph.is_agreed()) {
            (true, true) => At::Cell(Position::new(x, here.y)),
            (true, false) => At::Row(here.y),
            // At the end of a row terminals wait with the cursor in the row or beyond it.
            (false, _) => At::Somewhere,
        };
    }

    /// Brings the cursor to a changed cell: over a few unchanged ones of the same row by writing them again.
    fn reach(&mut self, to: Position, row: &[Column<'_>], out: &mut Vec<u8>) {
        if let At::Cell(at) = self.at
            && at.y == to.y
            && at.x < to.x
        {
            let between = row.get(usize::from(at.x)..usize::from(to.x)).unwrap_or_default();
            let mut bridge: Vec<u8> = Vec::new();
            let fits = between.iter().all(|column| match column {
                Column::Glyph(glyph, look) => {
                    bridge.extend(glyph.symbol.as_bytes());
                    glyph.is_agreed() && self.look.is_same(*look, *glyph) && bridge.len() <= BRIDGED
                }
                Column::Rest => true,
            });
            if fits && !matches!(between.first(), Some(Column::Rest)) {
                out.extend(bridge);
                self.at = At::Cell(to);
                return;
            }
        }
        self.move_to(to, out);
    }

    fn move_to(&mut self, to: Position, out: &mut Vec<u8>) {
        match self.at {
            At::Cell(at) if at == to => return,
            At::Cell(Position { y, .. }) | At::Row(y) if y == to.y => tell(out, MoveToColumn(to.x)),
            _ => tell(out, MoveTo(to.x, to.y)),
        }
        self.at = At::Cell(to);
        self.pieces += 1;
    }

    fn set_look(&mut self, look: TextStyle, out: &mut Vec<u8>) {
        out.extend(self.look.to(look).as_bytes());
        self.look = look;
    }
}

fn differs(before: &[Column<'_>], after: &[Column<'_>], x: usize) -> bool {
    match (before.get(x), after.get(x)) {
        (Some(before), Some(after)) => !before.is_same(after),
        (before, after) => before.is_some() != after.is_some(),
    }
}

/// Puts a command with the bytes.
fn tell(out: &mut Vec<u8>, command: impl Command) {
    // Writing into memory does not fail.
    let _ = out.queue(command);
}
