//! Which characters are commands typed on a keyboard, and which are words that an input method or a foreign keyboard
//! committed. Pure; only told of characters.

use super::positions::key_of;

/// Whether the character is no key but something that was written: by an input method, or among other keys by a
/// keyboard with other letters. `alone`: no other key came together with it. Full-width marks and digits, and digits of
/// other scripts, are keys wherever they stand by themselves; the letter of another keyboard is the key at its place only
/// when it comes alone.
#[must_use]
pub fn is_committed(c: char, alone: bool) -> bool {
    if c.is_ascii() {
        return false;
    }
    let key = key_of(c);
    let is_latin = matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    let is_letter = is_latin || key.is_ascii_alphabetic() || (key != c && c.is_alphabetic());
    if is_letter { !alone } else { key == c || c == '\u{3000}' }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_committed_and_marks_are_keys() {
        for c in "啊々〇ひラ한نעहก\u{3000}…—😀🇺🇳\u{301}〆㎡Ⅲ".chars() {
            assert!(is_committed(c, true) && is_committed(c, false), "{c:?}");
        }
        for c in "aZ5 .!：／、？（）１９٣۹。，".chars() {
            assert!(!is_committed(c, true) && !is_committed(c, false), "{c:?}");
        }
        for c in "фЫхξΑａＧéß".chars() {
            assert!(!is_committed(c, true) && is_committed(c, false), "{c:?}");
        }
    }
}
