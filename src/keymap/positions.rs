//! Which key a character stands on when it is meant as a command: full-width marks and letters of a Chinese
//! input method, Arabic-Indic digits, and the letters of Cyrillic and Greek keyboards by their position.

/// Full-width marks that a Chinese input method sends in place of the keys they stand on.
const FULL_WIDTH: [(char, char); 18] = [
    ('、', '/'),
    ('。', '.'),
    ('，', ','),
    ('【', '['),
    ('】', ']'),
    ('《', '<'),
    ('》', '>'),
    ('“', '"'),
    ('”', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('；', ';'),
    ('：', ':'),
    ('？', '?'),
    ('！', '!'),
    ('（', '('),
    ('）', ')'),
    ('\u{3000}', ' '),
];

/// Keyboards by position: the letters of the layout, and the Latin letters on the same keys (QWERTY).
const LAYOUTS: [(&str, &str); 4] = [
    ("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,."),
    ("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ", "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"),
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
    ("ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"),
];

/// The key that a character stands on; the character itself if it is one.
#[must_use]
pub fn key_of(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    if let Some((_, key)) = FULL_WIDTH.iter().find(|(mark, _)| *mark == c) {
        return *key;
    }
    if let '\u{ff01}'..='\u{ff5e}' = c {
        return char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c);
    }
    if let Some(zero) =
        ['\u{660}', '\u{6f0}'].into_iter().find(|zero| (*zero..).take(10).any(|digit| digit == c))
    {
        let digit = u32::from(c) - u32::from(zero);
        return char::from_digit(digit, 10).unwrap_or(c);
    }
    LAYOUTS
        .iter()
        .find_map(|(layout, latin)| layout.chars().zip(latin.chars()).find(|(letter, _)| *letter == c))
        .map_or(c, |(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layout_has_a_latin_key_for_each_letter() {
        for (layout, latin) in LAYOUTS {
            assert_eq!(layout.chars().count(), latin.chars().count(), "{layout}");
        }
    }

    #[test]
    fn a_letter_of_another_script_is_the_key_it_stands_on() {
        for (typed, meant) in [
            ('、', '/'),
            ('／', '/'),
            ('？', '?'),
            ('：', ':'),
            ('（', '('),
            ('》', '>'),
            ('。', '.'),
            ('，', ','),
            ('ａ', 'a'),
            ('Ｇ', 'G'),
            ('１', '1'),
            ('٣', '3'),
            ('۹', '9'),
            ('段', '段'),
            ('ф', 'a'),
            ('Ы', 'S'),
            ('о', 'j'),
            ('ξ', 'j'),
            ('Α', 'A'),
        ] {
            assert_eq!(key_of(typed), meant, "{typed}");
        }
    }
}
