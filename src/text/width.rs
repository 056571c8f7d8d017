//! How many terminal columns a text takes, and cutting or filling it to a number of columns.
//!
//! Measured grapheme by grapheme, as ratatui draws: `str::width` counts Arabic lam-alef as one cell where two
//! are drawn, and a right-aligned line then loses its last letters. No breaking into rows here.

use std::borrow::Cow;

use super::graphemes::{Ambiguous, grapheme_width, graphemes_with_width};

/// The columns of a text drawn in one row: the sum over its graphemes.
#[must_use]
pub fn width(text: &str, ambiguous: Ambiguous) -> usize {
    graphemes_with_width(text, ambiguous).map(|(_, _, width)| width).sum()
}

/// The sign of a cut.
const ELLIPSIS: &str = "…";

/// The text, cut at a grapheme and closed with `…` where it is wider than `columns`. Never wider than asked;
/// empty where not even the `…` fits.
#[must_use]
pub fn truncate(text: &str, columns: usize, ambiguous: Ambiguous) -> Cow<'_, str> {
    let Some(room) = columns.checked_sub(grapheme_width(ELLIPSIS, ambiguous)) else {
        let fits = width(text, ambiguous) <= columns;
        return Cow::Borrowed(if fits { text } else { "" });
    };
    let mut used = 0;
    let mut kept = 0;
    for (at, grapheme, width) in graphemes_with_width(text, ambiguous) {
        used += width;
        if used <= room {
            kept = at + grapheme.len();
        }
        if used > columns {
            let head = text.get(..kept).unwrap_or_default().trim_end();
            return Cow::Owned(format!("{head}{ELLIPSIS}"));
        }
    }
    Cow::Borrowed(text)
}

/// The text in exactly `columns` columns: cut by [`truncate`], or filled with spaces at its end.
#[must_use]
pub fn pad(text: &str, columns: usize, ambiguous: Ambiguous) -> String {
    let cut = truncate(text, columns, ambiguous);
    let space = columns.saturating_sub(width(&cut, ambiguous));
    format!("{cut}{:space$}", "")
}

/// As [`pad`], with the spaces before the text: numbers, and rows that begin at the right.
#[must_use]
pub fn pad_start(text: &str, columns: usize, ambiguous: Ambiguous) -> String {
    let cut = truncate(text, columns, ambiguous);
    let space = columns.saturating_sub(width(&cut, ambiguous));
    format!("{:space$}{cut}", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use Ambiguous::{Narrow, Wide};

    fn drawn(text: &str) -> usize {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 400, 1));
        usize::from(buffer.set_string_end(text))
    }

    trait SetStringEnd {
        fn set_string_end(&mut self, text: &str) -> u16;
    }
    impl SetStringEnd for Buffer {
        fn set_string_end(&mut self, text: &str) -> u16 {
            self.set_stringn(0, 0, text, 400, Style::new()).0
        }
    }

    #[test]
    fn width_is_the_column_where_ratatui_stops_drawing() {
        for text in [
            "",
            "plain ASCII",
            "联合国反腐败公约，第 7/5 号",
            "السلام عليكم الآن لا",
            "المؤقَّتة ألأإلآ",
            "e\u{301}te\u{301} été",
            "👩\u{200d}👩\u{200d}👧\u{200d}👦 family",
            "🇨🇭🇲🇲🇺🇳",
            "❤\u{fe0f} 1\u{fe0f}\u{20e3} ☎",
            "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}",
            "한글 각",
            "ｶﾞﾊﾟ あﾞ",
            "“引号”……——·①Ⅳ°№§",
            "mot\u{a0}; «\u{202f}droit\u{202f}»",
            "葛\u{e0100}城 𠀀𪜶",
            "क्षत्रिय हिन्दी",
            "Ω≈ç√∫˜µ≤≥÷",
            "\u{3000}全角　空格",
            "Ёлка й и\u{306}",
        ] {
            assert_eq!(width(text, Narrow), drawn(text), "{text:?}");
        }
    }

    #[test]
    fn ambiguous_characters_are_two_columns_only_where_asked() {
        assert_eq!(width("“…”—·", Narrow), 5);
        assert_eq!(width("“…”—·", Wide), 10);
        assert_eq!(width("abc汉", Wide), 5);
    }

    #[test]
    fn controls_count_as_they_will_be_shown() {
        for text in ["a\tb", "\u{1b}[2J", "a\nb", "a\r\nb", "\u{85}\u{9b}"] {
            let shown = crate::text::shown(text);
            assert_eq!(width(text, Narrow), width(shown.as_str(), Narrow), "{text:?}");
        }
    }

    #[test]
    fn a_cut_text_ends_with_an_ellipsis_and_is_never_too_wide() {
        for (text, columns, cut) in [
            ("秘书处介绍", 10, "秘书处介绍"),
            ("秘书处介绍", 9, "秘书处介…"),
            ("秘书处介绍", 8, "秘书处…"),
            ("秘书处", 2, "…"),
            ("秘书处", 1, "…"),
            ("秘书处", 0, ""),
            ("", 0, ""),
            ("report of the group", 11, "report of…"),
            ("👩\u{200d}👩\u{200d}👧ab", 3, "👩\u{200d}👩\u{200d}👧…"),
        ] {
            assert_eq!(truncate(text, columns, Narrow), cut, "{text} in {columns}");
        }
        assert_eq!(truncate("秘书处", 1, Wide), "");
        assert_eq!(truncate("秘书处", 5, Wide), "秘…");
    }

    #[test]
    fn a_filled_text_has_exactly_the_columns_asked_for() {
        assert_eq!(pad("缅甸", 6, Narrow), "缅甸  ");
        assert_eq!(pad("缅甸代表", 4, Narrow), "缅… ");
        assert_eq!(pad_start("18", 4, Narrow), "  18");
    }

    proptest! {
        #[test]
        fn cutting_and_filling_keep_to_the_columns(text in "\\PC{0,40}", columns in 0usize..60, wide: bool) {
            let ambiguous = if wide { Wide } else { Narrow };
            prop_assert!(width(&truncate(&text, columns, ambiguous), ambiguous) <= columns);
            prop_assert_eq!(width(&pad(&text, columns, ambiguous), ambiguous), columns);
        }
    }
}
