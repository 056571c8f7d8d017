//! What a cell shows, how many columns it takes, and whether all terminals agree on that.
//!
//! They agree on ASCII, on letters, and on the wide characters of Chinese, Japanese and Korean. They differ on signs of
//! ambiguous width (`“ … — ①`), on emoji, and on everything that is put together of several characters.

use ratatui::buffer::{Cell, CellWidth};
use unicode_width::UnicodeWidthChar;

/// What a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// The characters that stand in the cell.
    pub symbol: &'a str,
    /// The columns that it takes in our reckoning.
    pub width: u16,
    /// The most columns that a terminal may take for it.
    pub most: u16,
}

/// A cell that is empty.
const BLANK: Glyph<'static> = Glyph { symbol: " ", width: 1, most: 1 };

impl<'a> Glyph<'a> {
    /// What a cell shows that has so many columns left to the right edge. What takes no column, what does not fit, and
    /// what a terminal would obey instead of showing it is a blank.
    pub fn of(cell: &'a Cell, room: u16) -> Self {
        let symbol = cell.symbol();
        if symbol.chars().any(char::is_control) {
            return BLANK;
        }
        let width = cell.cell_width();
        if width == 0 || width > room {
            return BLANK;
        }
        Self { symbol, width, most: most(symbol, width) }
    }

    /// Whether it is an empty cell.
    pub fn is_blank(self) -> bool {
        self.symbol == " " && self.width == 1
    }

    /// Whether the cursor stands behind it in every terminal.
    pub fn is_agreed(self) -> bool {
        self.most == self.width
    }
}

/// The most columns that a terminal may take for a glyph for which we take `width`; more than `width` also where it
/// may take less.
fn most(symbol: &str, width: u16) -> u16 {
    let mut characters = symbol.chars();
    let (Some(first), rest) = (characters.next(), characters.next()) else { return width };
    let of = |c: char| c.width_cjk().unwrap_or(0);
    if rest.is_some() {
        let all: usize = symbol.chars().map(|c| of(c).max(1)).sum();
        return u16::try_from(all).unwrap_or(u16::MAX).max(width.saturating_add(1));
    }
    let agreed = match width {
        1 => first.is_ascii() || first.is_alphabetic() || (of(first) == 1 && !is_pictograph(first)),
        2 => is_east_asian(first),
        _ => false,
    };
    if agreed { width } else { width.saturating_add(1).max(2) }
}

/// Signs of the blocks from which emoji are taken; some terminals draw all of them wide.
fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2300}'..='\u{23FF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Han, kana, bopomofo, Hangul syllables, their punctuation, and the full-width forms: two columns everywhere.
fn is_east_asian(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{3029}' | '\u{3030}'..='\u{303E}' | '\u{3041}'..='\u{3096}' | '\u{309B}'..='\u{31BF}'
        | '\u{31F0}'..='\u{3247}' | '\u{3250}'..='\u{4DBF}' | '\u{4E00}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}'
        | '\u{20000}'..='\u{3FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreed(symbol: &'static str) -> bool {
        let mut cell = Cell::default();
        cell.set_symbol(symbol);
        Glyph::of(&cell, 80).is_agreed()
    }

    #[test]
    fn terminals_agree_on_letters_and_on_what_is_wide_in_chinese_japanese_and_korean() {
        for symbol in [
            "a", " ", "~", "é", "Ж", "Ω", "ب", "中", "の", "ッ", "글", "，", "。", "（", "Ａ", "𠀀", "ｶ",
            "⼈",
        ] {
            assert!(agreed(symbol), "{symbol}");
        }
        for symbol in
            ["“", "…", "—", "①", "☎", "✎", "👍", "⌚", "e\u{301}", "葛\u{e0100}", "👩\u{200d}👧", "🇨🇭", "ᄒ"]
        {
            assert!(!agreed(symbol), "{symbol}");
        }
    }

    #[test]
    fn what_a_terminal_would_obey_and_what_does_not_fit_is_a_blank() {
        for (symbol, room) in
            [("\u{1b}[2J", 9), ("\u{9b}", 9), ("\u{200b}", 9), ("中", 1), ("", 1), ("\n", 5)]
        {
            let mut cell = Cell::default();
            cell.set_symbol(symbol);
            assert_eq!(Glyph::of(&cell, room), BLANK, "{symbol:?}");
        }
    }
}
