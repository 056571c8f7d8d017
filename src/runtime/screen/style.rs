//! Styles as a terminal is told them: from one to another with the fewest bytes.

use std::fmt::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::glyph::Glyph;

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextStyle {
    foreground: Color,
    background: Color,
    underline: Color,
    modifier: Modifier,
}

/// What one sees of a style where there is no glyph.
const ON_BLANKS: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK);

/// The modifiers with the parameters that begin and end them. Two pairs share their end.
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl TextStyle {
    /// How a cell looks.
    pub fn of(cell: &Cell) -> Self {
        Self {
            foreground: cell.fg,
            background: cell.bg,
            underline: cell.underline_color,
            modifier: cell.modifier,
        }
    }

    /// As much of the look as one sees of a blank.
    fn of_blank(self) -> Self {
        let seen = self.modifier.intersects(ON_BLANKS);
        Self {
            background: self.background,
            foreground: if seen { self.foreground } else { Color::Reset },
            underline: if seen { self.underline } else { Color::Reset },
            modifier: if seen { self.modifier } else { Modifier::empty() },
        }
    }

    /// Whether a glyph looks the same with both.
    pub fn is_same(self, other: Self, glyph: Glyph<'_>) -> bool {
        self == other || (glyph.is_blank() && self.of_blank() == other.of_blank())
    }

    /// What a terminal that writes in this look is told so that it writes in another.
    pub fn to(self, next: Self) -> String {
        if self == next {
            return String::new();
        }
        let mut parameters = self.changed_to(next);
        let mut anew = Self::default().changed_to(next);
        anew.insert(0, "0".to_owned());
        let length = |parameters: &[String]| parameters.iter().map(|p| p.len() + 1).sum::<usize>();
        if length(&anew) < length(&parameters) || next == Self::default() {
            parameters = anew;
        }
        match parameters.as_slice() {
            [zero] if zero == "0" => "\u{1b}[m".to_owned(),
            all => format!("\u{1b}[{}m", all.join(";")),
        }
    }

    /// The parameters that make this look another without beginning anew.
    fn changed_to(self, next: Self) -> Vec<String> {
        let mut parameters: Vec<String> = Vec::new();
        let mut ended = Modifier::empty();
        for (modifier, _, end) in MODIFIERS {
            if self.modifier.contains(modifier) && !next.modifier.contains(modifier) {
                let end_word = end.to_string();
                if !parameters.contains(&end_word) {
                    parameters.push(end_word);
                }
                let shared = MODIFIERS.into_iter().filter(|(_, _, other)| *other == end);
                shared.for_each(|(modifier, ..)| ended |= modifier);
            }
        }
        for (modifier, begin, _) in MODIFIERS {
            let has = self.modifier.contains(modifier) && !ended.contains(modifier);
            if next.modifier.contains(modifier) && !has {
                parameters.push(begin.to_string());
            }
        }
        for (was, is, base) in [
            (self.foreground, next.foreground, 30),
            (self.background, next.background, 40),
            (self.underline, next.underline, 50),
        ] {
            if was != is {
                parameters.push(color(is, base));
            }
        }
        parameters
    }
}

/// The parameters of a color; `base` is 30 for the foreground, 40 for the background, 50 for the line under a text,
/// which has no short forms.
fn color(color: Color, base: u8) -> String {
    let named = |index: u8| match index {
        _ if base == 50 => format!("58;5;{index}"),
        0..=7 => (base + index).to_string(),
        _ => (base + 52 + index).to_string(),
    };
    match color {
        Color::Reset => (base + 9).to_string(),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => named(8),
        Color::LightRed => named(9),
        Color::LightGreen => named(10),
        Color::LightYellow => named(11),
        Color::LightBlue => named(12),
        Color::LightMagenta => named(13),
        Color::LightCyan => named(14),
        Color::White => named(15),
        Color::Indexed(index) => format!("{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => {
            let mut words = format!("{};2", base + 8);
            for part in [red, green, blue] {
                // Writing into a string does not fail.
                let _ = write!(words, ";{part}");
            }
            words
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn look(style: Style) -> TextStyle {
        let mut cell = Cell::default();
        cell.set_style(style);
        TextStyle::of(&cell)
    }

    #[test]
    fn a_style_is_told_by_what_changes_or_anew_whichever_is_shorter() {
        let plain = Style::default();
        let bold = plain.add_modifier(Modifier::BOLD);
        for (from, to, told) in [
            (plain, plain, ""),
            (plain, bold, "\u{1b}[1m"),
            (bold, plain, "\u{1b}[m"),
            (bold.fg(Color::Cyan), bold, "\u{1b}[39m"),
            (bold.fg(Color::Cyan), plain.fg(Color::Cyan), "\u{1b}[22m"),
            (bold, plain.add_modifier(Modifier::DIM), "\u{1b}[0;2m"),
            (
                bold.add_modifier(Modifier::DIM).bg(Color::Indexed(248)),
                bold.bg(Color::Indexed(248)),
                "\u{1b}[22;1m",
            ),
            (plain, plain.fg(Color::LightRed).bg(Color::Rgb(1, 2, 3)), "\u{1b}[91;48;2;1;2;3m"),
            (bold, plain.bg(Color::White).add_modifier(Modifier::REVERSED), "\u{1b}[0;7;107m"),
        ] {
            assert_eq!(look(from).to(look(to)), told, "{from:?} {to:?}");
        }
    }
}
