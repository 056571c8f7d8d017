//! The one place where cells are written. It measures by grapheme as our layout does, never leaves half a wide
//! glyph, cuts with `…` by columns, and makes every text safe to show.

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::{self, Ambiguous};

use super::theme::{Role, Theme};

/// Writes into a buffer.
#[derive(Debug)]
pub struct Pen<'a> {
    /// The cells of the whole screen.
    pub buffer: &'a mut Buffer,
    /// What each role looks like.
    pub theme: Theme,
    /// How wide the terminal draws ambiguous characters.
    pub ambiguous: Ambiguous,
}

impl Pen<'_> {
    /// The style of a role.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Writes one line of safe text from a cell on, at most `columns` wide; what is too long is cut hard.
    /// Returns the column after it.
    pub fn raw(&mut self, x: u16, y: u16, columns: u16, safe: &str, style: Style) -> u16 {
        let end = x.saturating_add(columns).min(self.buffer.area.right());
        let mut column = x;
        for (_, grapheme, width) in text::graphemes_with_width(safe, self.ambiguous) {
            let width = u16::try_from(width).unwrap_or(u16::MAX);
            if width == 0 {
                continue;
            }
            if column.saturating_add(width) > end {
                break;
            }
            self.glyph(column, y, grapheme, width, style);
            column += width;
        }
        column
    }

    fn glyph(&mut self, x: u16, y: u16, grapheme: &str, width: u16, style: Style) {
        self.mend_left(x, y);
        let narrow = text::width(grapheme, Ambiguous::Narrow) as u16;
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.reset();
            cell.set_symbol(grapheme).set_style(style);
            if narrow != width
                && let Some(forced) = std::num::NonZeroU16::new(width)
            {
                cell.set_diff_option(CellDiffOption::ForcedWidth(forced));
            }
        }
        for next in x + 1..x + width {
            if let Some(cell) = self.buffer.cell_mut((next, y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }

    /// If the cell is the second half of a wide glyph, the first half becomes a space: no half glyph stays.
    fn mend_left(&mut self, x: u16, y: u16) {
        let Some(before) = x.checked_sub(1) else { return };
        if let Some(cell) = self.buffer.cell_mut((before, y))
            && text::width(cell.symbol(), self.ambiguous) > 1
        {
            cell.set_symbol(" ");
            cell.set_diff_option(CellDiffOption::None);
        }
    }

    /// Writes any text on one line, made safe, cut with `…` if it is too long. Returns the column after it.
    pub fn text(&mut self, x: u16, y: u16, columns: u16, words: &str, role: Role) -> u16 {
        let shown = text::shown_line(words);
        let cut = text::truncate(shown.as_str(), usize::from(columns), self.ambiguous);
        self.raw(x, y, columns, &cut, self.style(role))
    }

    /// Writes pieces one after another, the last one cut. Returns the column after them.
    pub fn pieces(&mut self, x: u16, y: u16, columns: u16, pieces: &[(impl AsRef<str>, Role)]) -> u16 {
        let end = x.saturating_add(columns);
        let mut column = x;
        for (words, role) in pieces {
            let words = words.as_ref();
            let room = end.saturating_sub(column);
            let cut = text::width(text::shown_line(words).as_str(), self.ambiguous) > usize::from(room);
            column = self.text(column, y, room, words, *role);
            if cut {
                break;
            }
        }
        column
    }

    /// Writes a line that ends at the right edge of `columns`, and returns how wide it was.
    pub fn right(&mut self, x: u16, y: u16, columns: u16, pieces: &[(impl AsRef<str>, Role)]) -> u16 {
        let wide: usize = pieces
            .iter()
            .map(|(words, _)| text::width(text::shown_line(words.as_ref()).as_str(), self.ambiguous))
            .sum();
        let wide = u16::try_from(wide).unwrap_or(u16::MAX).min(columns);
        self.pieces(x + columns - wide, y, wide, pieces);
        wide
    }

    /// Changes the look of a stretch of a line and leaves its glyphs.
    pub fn restyle(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }

    /// Fills an area with spaces; wide glyphs that stand across its edges go whole.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                self.glyph(x, y, " ", 1, Style::default());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_over_chinese_text_leaves_no_half_glyph() {
        for left in 0..6 {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
            let mut pen = Pen { buffer: &mut buffer, theme: Theme::Auto, ambiguous: Ambiguous::Narrow };
            pen.raw(0, 0, 12, "委员会的决定", Style::default());
            pen.clear(Rect::new(left, 0, 5, 1));
            let symbols: Vec<&str> = (0..12).map(|x| buffer[(x, 0)].symbol()).collect();
            for x in 0..11 {
                let wide = text::width(symbols[x], Ambiguous::Narrow) == 2;
                let inside = |x: usize| (usize::from(left)..usize::from(left) + 5).contains(&x);
                assert!(!(wide && (inside(x) || inside(x + 1))), "{left}: {symbols:?}");
            }
        }
    }
}
