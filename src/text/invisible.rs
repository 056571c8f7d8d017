//! Which characters must not reach the screen as they are, and what they are called. Data only; `shown` applies it.
//!
//! Source: Unicode 16 Default_Ignorable_Code_Point and Bidi_Control; UTS #55 (source code handling) for what
//! hides a change of text.

/// Every character that can be drawn without a second look. The rest is looked at one by one.
pub(super) fn is_plain(c: char) -> bool {
    matches!(
        c,
        '\n' | ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}'
            | '\u{370}'..='\u{482}' | '\u{48A}'..='\u{58F}'
            | '\u{620}'..='\u{64A}' | '\u{660}'..='\u{66F}' | '\u{671}'..='\u{6D5}'
            | '\u{2010}'..='\u{2027}' | '\u{202F}'..='\u{205F}' | '\u{2070}'..='\u{20CF}' | '\u{2100}'..='\u{2BFF}'
            | '\u{2E80}'..='\u{3029}' | '\u{3030}'..='\u{3098}' | '\u{309B}'..='\u{3163}'
            | '\u{3190}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}'
            | '\u{FF01}'..='\u{FF9D}' | '\u{FFE0}'..='\u{FFE6}' | '\u{FFFC}' | '\u{FFFD}'
            | '\u{20000}'..='\u{2FA1F}'
    )
}

/// Whether a character must not reach a terminal, a clipboard or a reader as it is: it drives a terminal, turns the
/// direction of what stands around it, or does not show. Newline and tab are among them; what a script needs in its
/// place (joiners, variation selectors) is not. This is the one table: whoever writes text out asks here.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    !is_plain(c) && (picture(c).is_some() || bidi_name(c).is_some() || is_hidden(c) || is_noncharacter(c))
        || c == '\n'
}

/// Whether a character that does not show stands in genuine text: the marks with which Arabic, Persian and Hebrew
/// say the direction of a full stop or a bracket. A text that has them is no worse for it; a terminal gets them not.
#[must_use]
pub fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}')
}

/// What a bidi control is called; `None` for every other character. Genuine Arabic text needs none of them.
pub(super) fn bidi_name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{61C}' => "⟨ALM⟩",
        '\u{200E}' => "⟨LRM⟩",
        '\u{200F}' => "⟨RLM⟩",
        '\u{202A}' => "⟨LRE⟩",
        '\u{202B}' => "⟨RLE⟩",
        '\u{202C}' => "⟨PDF⟩",
        '\u{202D}' => "⟨LRO⟩",
        '\u{202E}' => "⟨RLO⟩",
        '\u{2066}' => "⟨LRI⟩",
        '\u{2067}' => "⟨RLI⟩",
        '\u{2068}' => "⟨FSI⟩",
        '\u{2069}' => "⟨PDI⟩",
        _ => return None,
    })
}

/// The picture of a control, `�` for one that has none, `␤` for the newlines that are not `\n`.
pub(super) fn picture(c: char) -> Option<char> {
    Some(match c {
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c))?,
        '\u{7F}' => '␡',
        '\u{85}' | '\u{2028}' | '\u{2029}' => '␤',
        '\u{80}'..='\u{9F}' => char::REPLACEMENT_CHARACTER,
        _ => return None,
    })
}

/// Code points that are not and never will be characters.
pub(super) fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Characters without ink or width, apart from those that a script needs (`is_joiner`, `is_selector`).
pub(super) fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'
            | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}'
    )
}

/// Zero width joiner and non-joiner.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Whether a character is a variation selector: it has no width and may change how the one before it looks.
pub(super) fn is_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Pictographs: joined by U+200D, varied by U+FE0E and U+FE0F.
pub(super) fn is_emoji(c: char) -> bool {
    matches!(
        c,
        '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}'
            | '\u{2460}'..='\u{24FF}' | '\u{25A0}'..='\u{27BF}' | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}'
            | '〰' | '〽' | '㊗' | '㊙' | '\u{1F000}'..='\u{1FAFF}'
    )
}

/// Letters and vowel signs of the scripts in which a joiner or non-joiner changes the shape of a word: Arabic,
/// Syriac, N'Ko, Mandaic, the Indic and South-East Asian scripts, Mongolian.
pub(super) fn is_joining(c: char) -> bool {
    matches!(
        c,
        '\u{620}'..='\u{65F}' | '\u{66E}'..='\u{6D3}' | '\u{6D5}'..='\u{6DC}' | '\u{6EE}'..='\u{6FF}'
            | '\u{710}'..='\u{7FF}' | '\u{840}'..='\u{85F}' | '\u{860}'..='\u{8FF}' | '\u{900}'..='\u{DFF}'
            | '\u{F00}'..='\u{109F}' | '\u{1700}'..='\u{18AF}' | '\u{1B00}'..='\u{1C4F}' | '\u{A800}'..='\u{ABFF}'
            | '\u{FB50}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{11000}'..='\u{11FFF}'
    )
}

/// Whether a variation selector means anything after `base`.
pub(super) fn may_vary(base: char, selector: char) -> bool {
    let han = matches!(base, '\u{3001}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}');
    match selector {
        '\u{FE0E}' | '\u{FE0F}' => is_emoji(base) || matches!(base, '0'..='9' | '#' | '*'),
        '\u{E0100}'..='\u{E01EF}' => han,
        _ => {
            han || matches!(base, '\u{1000}'..='\u{109F}' | '\u{2200}'..='\u{22FF}' | '\u{A840}'..='\u{A87F}')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthChar;

    #[test]
    fn a_plain_character_has_ink_or_width_and_no_second_meaning() {
        for c in ('\0'..=char::MAX).filter(|c| is_plain(*c) && *c != '\n') {
            assert!(c.width().is_some_and(|width| width > 0), "U+{:04X}", u32::from(c));
            assert!(picture(c).is_none() && bidi_name(c).is_none() && !is_hidden(c) && !is_noncharacter(c));
            assert!(!is_joiner(c) && !is_selector(c), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn every_character_of_no_width_is_a_mark_or_dealt_with() {
        let dealt = |c| {
            picture(c).is_some()
                || bidi_name(c).is_some()
                || is_hidden(c)
                || is_joiner(c)
                || is_selector(c)
                || c == '\u{AD}'
        };
        for c in [
            '\u{180e}',
            '\u{200b}',
            '\u{2064}',
            '\u{206f}',
            '\u{feff}',
            '\u{fff9}',
            '\u{1d173}',
            '\u{e0001}',
            '\u{ffa0}',
        ] {
            assert!(dealt(c), "U+{:04X}", u32::from(c));
        }
    }
}
