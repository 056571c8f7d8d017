//! The colors of a terminal in a picture: what its owner chose, and what the palettes fix. No drawing.

use ratatui::style::Color;

/// What a terminal's owner chose: the background, and with it the sixteen colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    Light,
    Dark,
}

impl Ground {
    /// The background.
    pub const fn paper(self) -> u32 {
        match self {
            Self::Light => 0xff_ff_ff,
            Self::Dark => 0x16_1b_22,
        }
    }

    /// The color of text.
    pub const fn ink(self) -> u32 {
        match self {
            Self::Light => 0x1f_23_28,
            Self::Dark => 0xe6_ed_f3,
        }
    }

    /// The line around the window.
    pub const fn edge(self) -> u32 {
        match self {
            Self::Light => 0xc8_ce_d5,
            Self::Dark => 0x3d_44_4d,
        }
    }

    /// The sixteen colors that belong to the terminal: black to white, then the bright ones.
    const fn sixteen(self) -> [u32; 16] {
        match self {
            Self::Light => [
                0x24292f, 0xa40e26, 0x116329, 0x7d4e00, 0x0550ae, 0x8250df, 0x1b7c83, 0x57606a, 0x424a53,
                0xcf222e, 0x1a7f37, 0x9a6700, 0x0969da, 0xa475f9, 0x3192aa, 0x6e7781,
            ],
            Self::Dark => [
                0x484f58, 0xff7b72, 0x3fb950, 0xd29922, 0x58a6ff, 0xbc8cff, 0x39c5cf, 0xb1bac4, 0x8b949e,
                0xffa198, 0x56d364, 0xe3b341, 0x79c0ff, 0xd2a8ff, 0x56d4dd, 0xffffff,
            ],
        }
    }

    /// A color as red, green and blue; `None` for the terminal's own ink or paper.
    pub fn rgb(self, color: Color) -> Option<u32> {
        let sixteen = |at: usize| Some(self.sixteen()[at]);
        match color {
            Color::Reset => None,
            Color::Black => sixteen(0),
            Color::Red => sixteen(1),
            Color::Green => sixteen(2),
            Color::Yellow => sixteen(3),
            Color::Blue => sixteen(4),
            Color::Magenta => sixteen(5),
            Color::Cyan => sixteen(6),
            Color::Gray => sixteen(7),
            Color::DarkGray => sixteen(8),
            Color::LightRed => sixteen(9),
            Color::LightGreen => sixteen(10),
            Color::LightYellow => sixteen(11),
            Color::LightBlue => sixteen(12),
            Color::LightMagenta => sixteen(13),
            Color::LightCyan => sixteen(14),
            Color::White => sixteen(15),
            Color::Rgb(r, g, b) => Some(u32::from_be_bytes([0, r, g, b])),
            Color::Indexed(at @ 0..=15) => sixteen(usize::from(at)),
            Color::Indexed(at @ 16..=231) => {
                let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
                let n = at - 16;
                Some(u32::from_be_bytes([0, step(n / 36), step(n / 6 % 6), step(n % 6)]))
            }
            Color::Indexed(at @ 232..) => {
                let gray = 8 + 10 * (at - 232);
                Some(u32::from_be_bytes([0, gray, gray, gray]))
            }
        }
    }
}
