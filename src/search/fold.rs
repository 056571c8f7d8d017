//! Folding: one character to one character, so that spellings that a reader takes for the same compare equal
//! and an index into the folded text is an index into the text. Nothing here drops or adds a character.

use super::traditional::simplified;

/// What a character folds to that no reader types: combining accents, Arabic vowel marks and the stretching
/// tatweel, joiners, direction marks, variation selectors, soft hyphens. Matching skips it.
pub const IGNORED: char = '\u{0}';

/// Base letters of U+00C0..U+0250 (Latin-1 Supplement, Latin Extended-A and -B); `.` keeps the character.
const LATIN: &[u8; 400] = b"\
aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll.\
.llnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz.\
b......................i........oo.............uu...............\
.............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
...b............";

/// Base letters of U+1E00..U+1F00 (Latin Extended Additional: Vietnamese and others); `.` keeps the character.
const LATIN_ADDITIONAL: &[u8; 256] = b"\
aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// Folds a text. The result has as many characters as the text.
#[must_use]
pub fn fold_text(text: &str) -> Vec<char> {
    text.chars().map(fold).collect()
}

/// Folds one character: lower case (where that is one character), half width, no accents, simplified Han, ASCII
/// punctuation for Chinese and typographic punctuation, a plain space for every white space and control character
/// but the line end. Folding twice is folding once.
#[must_use]
pub fn fold(c: char) -> char {
    match c {
        ' '..='@' | '['..='~' | '\n' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{1}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => ' ',
        '\u{4E00}'..='\u{9FFF}' => simplified(c),
        // The half-width form may be a capital or a sign that folds on.
        '\u{FF01}'..='\u{FF5E}' => half_width(c).map_or(c, fold),
        '\u{C0}'..'\u{250}' => base(LATIN, c, 0xC0),
        '\u{1E00}'..'\u{1F00}' => base(LATIN_ADDITIONAL, c, 0x1E00),
        _ if is_ignored(c) => IGNORED,
        _ if c.is_whitespace() => ' ',
        _ => match letter(lower(punctuation(c))) {
            same if same == c => c,
            // `Å` the unit is `å` the letter, which is `a`.
            other => fold(other),
        },
    }
}

fn half_width(c: char) -> Option<char> {
    char::from_u32(u32::from(c).checked_sub(0xFEE0)?)
}

/// The base letter by table, else the lower case.
fn base<const N: usize>(table: &[u8; N], c: char, first: u32) -> char {
    let at = u32::from(c).checked_sub(first).and_then(|at| usize::try_from(at).ok());
    match at.and_then(|at| table.get(at)) {
        Some(b'.') | None => match lower(c) {
            same if same == c => c,
            other => fold(other),
        },
        Some(&letter) => char::from(letter),
    }
}

/// Lower case where it is a single character; the character itself otherwise.
fn lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// Greek and Cyrillic accents, Arabic letter forms, Arabic digits.
fn letter(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' | 'ѐ' => 'е',
        'ѝ' => 'и',
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ى' | 'ئ' | 'ی' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        'ک' => 'ك',
        '٠'..='٩' => digit(c, 0x660),
        '۰'..='۹' => digit(c, 0x6F0),
        _ => c,
    }
}

fn digit(c: char, zero: u32) -> char {
    u32::from(c).checked_sub(zero).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

/// Chinese, Arabic and typographic punctuation to the ASCII sign that means the same. The scorer knows ASCII
/// separators only, so this also gives Chinese words after a bracket their word-start bonus.
const fn punctuation(c: char) -> char {
    match c {
        '。' | '．' | '…' | '۔' => '.',
        '、' | '،' => ',',
        '؛' => ';',
        '؟' => '?',
        '《' | '〈' => '<',
        '》' | '〉' => '>',
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' => '\'',
        '【' | '〔' | '〖' => '[',
        '】' | '〕' | '〗' => ']',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '﹣' => '-',
        '〜' => '~',
        '・' | '‧' | '•' | '･' => '·',
        '￥' => '¥',
        _ => c,
    }
}

/// Whether matching passes over the character as if it were not there.
const fn is_ignored(c: char) -> bool {
    matches!(
        c,
        '\u{0}' | '\u{AD}'
            | '\u{300}'..='\u{36F}'
            | '\u{483}'..='\u{487}'
            | '\u{610}'..='\u{61C}'
            | '\u{640}'
            | '\u{64B}'..='\u{65F}'
            | '\u{670}'
            | '\u{6D6}'..='\u{6DC}'
            | '\u{6DF}'..='\u{6E4}'
            | '\u{6E7}' | '\u{6E8}'
            | '\u{6EA}'..='\u{6ED}'
            | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{20D0}'..='\u{20FF}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FE20}'..='\u{FE2F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E007F}'
            | '\u{E0100}'..='\u{E01EF}'
    )
}

/// Whether words of the script are written without spaces between them: Han and kana.
pub(super) const fn is_han(c: char) -> bool {
    matches!(
        c,
        '\u{4E00}'..='\u{9FFF}'
            | '\u{2E80}'..='\u{2FDF}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3021}'..='\u{3029}'
            | '\u{3040}'..='\u{30FA}'
            | '\u{30FC}'..='\u{30FF}'
            | '\u{3400}'..='\u{4DBF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}'
    )
}

/// Whether the character belongs to a word of a script that puts spaces between words.
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && !is_han(c) && c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, folded: &str) {
        let shown: String = fold_text(text).into_iter().filter(|&c| c != IGNORED).collect();
        assert_eq!(shown, folded, "{text}");
    }

    #[test]
    fn spellings_that_a_reader_takes_for_the_same_fold_to_the_same() {
        check("González, ÉTÉ, Łódź, Ñandú, Phạm Văn Đồng", "gonzalez, ete, lodz, nandu, pham van dong");
        check("Cafe\u{301}", "cafe");
        check("Председатель, Её", "председатель, ее");
        check("ΔΙΑΦΘΟΡΆ, Λόγος", "διαφθορα, λογοσ");
        check("ＵＮＯＤＣ　７／５", "unodc 7/5");
        check("《公约》、“资产”（一）：；，。！？", "<公约>,\"资产\"(一):;,.!?");
        check("مُكَافَحَة الفســاد، أُمَم ٢٠١٩؟", "مكافحه الفساد, امم 2019?");
        check("مسؤولية هيئة", "مسووليه هييه");
        check("反腐敗學術舉措", "反腐败学术举措");
        check("whistle\u{2011}blower co\u{AD}operate l’État", "whistle-blower cooperate l'etat");
        check("İstanbul ı ß æ", "istanbul i ß æ");
        check("a\u{200F}b\u{FE0F}c\u{200D}d", "abcd");
    }

    #[test]
    fn every_character_folds_once_and_to_no_ascii_capital() {
        for c in '\u{0}'..=char::MAX {
            let folded = fold(c);
            assert_eq!(fold(folded), folded, "U+{:04X} → U+{:04X}", u32::from(c), u32::from(folded));
            assert!(!folded.is_ascii_uppercase());
        }
    }

    proptest! {
        #[test]
        fn folding_keeps_the_character_count(text in any::<String>()) {
            prop_assert_eq!(fold_text(&text).len(), text.chars().count());
        }
    }
}
