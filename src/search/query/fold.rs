//! Folding: spellings that a reader takes for the same become the same, as case folding under compatibility
//! composition (NFKC) would have it, and beyond it: no accents, simplified characters, one form of punctuation. A
//! character may become several, or none; each result says at which byte of the source it began.

use crate::search::query::traditional::simplified;
use crate::text::{composed, stands_for};

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

/// What one character folds to by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Folded {
    One(char),
    /// Nothing that a reader types: combining accents, Arabic vowel marks and the stretching tatweel, joiners, direction
    /// marks, variation selectors, soft hyphens.
    Nothing,
    /// It is to be taken apart, or may go together with what stands before it.
    Other,
}

/// Folds a text: calls `keep` with every character of the result, and with the byte at which begins what it was made of.
/// A mark goes together with the letter before it where both are one character.
pub(in crate::search) fn fold_each(source: &str, keep: impl FnMut(char, usize)) {
    let mut folding = Folding { keep, last: None };
    for (at, c) in source.char_indices() {
        // Most letters are small ones of ASCII.
        let folded = if c.is_ascii_lowercase() { Folded::One(c) } else { fold_one(c) };
        match folded {
            Folded::One(c) => folding.push(c, at),
            Folded::Nothing => {
                folding.join(c);
            }
            Folded::Other => folding.take_apart(c, at),
        }
    }
    folding.flush();
}

/// A text folded, for tests that need no way back to the source.
#[cfg(test)]
pub(in crate::search) fn fold_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_each(text, |c, _| out.push(c));
    out
}

/// A sign of a query as it is meant: `＂` is `"`. Other characters that fold to none or to several are as they are.
pub(in crate::search) fn fold_sign(c: char) -> char {
    match fold_one(c) {
        Folded::One(sign) => sign,
        Folded::Nothing | Folded::Other => c,
    }
}

/// Folding under way. The last character may still take a mark.
struct Folding<F> {
    keep: F,
    last: Option<(char, usize)>,
}

impl<F: FnMut(char, usize)> Folding<F> {
    fn push(&mut self, c: char, at: usize) {
        if let Some((last, from)) = self.last.replace((c, at)) {
            (self.keep)(last, from);
        }
    }

    fn flush(&mut self) {
        if let Some((last, from)) = self.last.take() {
            (self.keep)(last, from);
        }
    }

    /// Puts a mark together with the last character. Says whether they are one.
    fn join(&mut self, mark: char) -> bool {
        let Some((last, from)) = self.last else { return false };
        let Some(one) = composed(last, mark) else { return false };
        match fold_one(one) {
            Folded::One(one) => self.last = Some((one, from)),
            Folded::Nothing | Folded::Other => self.last = Some((lower(one), from)),
        }
        true
    }

    fn take_apart(&mut self, c: char, at: usize) {
        // A vowel mark that stands alone is a space with the mark; in Arabic it stands inside words.
        let mut first = is_arabic_form(c);
        let apart = stands_for(c, |part| {
            if !(std::mem::take(&mut first) && part == ' ') {
                self.part(part, at);
            }
        });
        if !apart {
            self.part(c, at);
        }
    }

    /// A character that is not to be taken apart any more.
    fn part(&mut self, c: char, at: usize) {
        match fold_one(c) {
            Folded::One(c) => self.push(c, at),
            Folded::Nothing => {
                self.join(c);
            }
            Folded::Other if self.join(c) => {}
            Folded::Other => match (letters(c), lower(c)) {
                (Some(letters), _) => letters.chars().for_each(|letter| self.push(letter, at)),
                (None, same) if same == c => self.push(c, at),
                (None, lower) => self.part(lower, at),
            },
        }
    }
}

/// Whether it is a form that an Arabic letter or vowel mark has at its place in a word.
const fn is_arabic_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Letters that are written as several.
const fn letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'և' => "եւ",
        _ => return None,
    })
}

/// Folds one character by itself: lower case, half width, no accents, simplified Han, ASCII punctuation for Chinese and
/// typographic punctuation, a plain space for every white space and control character but the line end. Folding twice
/// is folding once.
fn fold_one(c: char) -> Folded {
    match c {
        ' '..='@' | '['..='~' | '\n' => Folded::One(c),
        'A'..='Z' => Folded::One(c.to_ascii_lowercase()),
        '\u{1}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Folded::One(' '),
        '\u{4E00}'..='\u{9FFF}' => Folded::One(simplified(c)),
        // The half-width form may be a capital or a sign that folds on.
        '\u{FF01}'..='\u{FF5E}' => half_width(c).map_or(Folded::Other, fold_one),
        '\u{C0}'..'\u{250}' => base(LATIN, c, 0xC0),
        '\u{1E00}'..'\u{1F00}' => base(LATIN_ADDITIONAL, c, 0x1E00),
        _ if is_ignored(c) => Folded::Nothing,
        _ if c.is_whitespace() => Folded::One(' '),
        _ => match letter(lower(punctuation(c))) {
            same if same == c && is_by_itself(c) => Folded::One(c),
            same if same == c => Folded::Other,
            other => fold_one(other),
        },
    }
}

/// Whether the character is known to stand for itself only: letters of the scripts that most texts are written in.
const fn is_by_itself(c: char) -> bool {
    matches!(c, '\u{386}'..='\u{3CE}' | '\u{400}'..='\u{52F}' | '\u{620}'..='\u{674}' | '\u{679}'..='\u{6FF}')
}

fn half_width(c: char) -> Option<char> {
    char::from_u32(u32::from(c).checked_sub(0xFEE0)?)
}

/// The base letter by table, else what the lower case folds to.
fn base<const N: usize>(table: &[u8; N], c: char, first: u32) -> Folded {
    let at = u32::from(c).checked_sub(first).and_then(|at| usize::try_from(at).ok());
    match at.and_then(|at| table.get(at)) {
        Some(b'.') | None => match lower(c) {
            same if same == c => Folded::Other,
            other => fold_one(other),
        },
        Some(&letter) => Folded::One(char::from(letter)),
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
        'ɨ' => 'i',
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
        '。' | '．' | '۔' => '.',
        '、' | '،' => ',',
        '؛' => ';',
        '؟' => '?',
        '《' | '〈' => '<',
        '》' | '〉' => '>',
        '“' | '”' | '„' | '‟' | '〝' | '〞' | '〟' | '«' | '»' | '「' | '」' | '『' | '』' => {
            '"'
        }
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' => '\'',
        '【' | '〔' | '〖' => '[',
        '】' | '〕' | '〗' => ']',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '﹣' => '-',
        '\u{2044}' | '\u{2215}' => '/',
        '〜' => '~',
        '・' | '‧' | '•' | '･' | '\u{387}' => '·',
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
            | '\u{115F}' | '\u{1160}'
            | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{20D0}'..='\u{20FF}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FE20}'..='\u{FE2F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFF8}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Whether words of the script are written without spaces between them: Han and kana.
pub(in crate::search) const fn is_han(c: char) -> bool {
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
pub(in crate::search) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && !is_han(c) && c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, folded: &str) {
        assert_eq!(fold_text(text), folded, "{text}");
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
        check("İstanbul ı ß æ Œuvre STRASSE", "istanbul i ss ae oeuvre strasse");
        check("a\u{200F}b\u{FE0F}c\u{200D}d", "abcd");
    }

    #[test]
    fn compatibility_characters_fold_to_what_they_stand_for() {
        check("⼈⺠法院 ⻳ \u{F963}", "人民法院 龟 北");
        check("⻄⻢ ⻓⻋ ⾒", "西马 长车 见");
        check("ﬃ ﬁ ﬀ ﬆ", "ffi fi ff st");
        check("第Ⅲ章 ⅸ", "第iii章 ix");
        check("㎡ m² ㎞ ㏄ H₂O", "m2 m2 km cc h2o");
        check("① ⑽ ⒈ ㈠ ㊀ Ⓐ", "1 (10) 1. (一) 一 a");
        check("№ ½ ℃ … ‥ ™ 𝐀", "no 1/2 °c ... .. tm a");
        check("ﻻ ﻣﻜﺎﻓﺤﺔ ﷲ ﹶ", "لا مكافحه الله ");
        check("ｶﾞ が か\u{3099} ㌔", "ガ が が キロ");
        check("\u{AC01} \u{1100}\u{1161}\u{11A8}", "\u{AC01} \u{AC01}");
        check("й и\u{306} ё е\u{308} ї", "й й е е ї");
        check("︵一︶ ﹁x﹂", "(一) \"x\"");
        check("α\u{387} Ɨ", "α· i");
        check("\u{E33} \u{E4D}\u{E32}", "\u{E4D}\u{E32} \u{E4D}\u{E32}");
    }

    #[test]
    fn every_character_folds_once_and_to_no_ascii_capital() {
        for c in '\u{0}'..=char::MAX {
            let folded = fold_text(&c.to_string());
            assert_eq!(fold_text(&folded), folded, "U+{:04X}", u32::from(c));
            assert!(!folded.chars().any(|c| c.is_ascii_uppercase()));
            assert_eq!(fold_text(&c.to_lowercase().to_string()), folded, "U+{:04X}", u32::from(c));
        }
    }

    proptest! {
        #[test]
        fn folding_is_at_least_case_folding_under_compatibility_composition(text in any::<String>(), other in any::<String>()) {
            use unicode_normalization::UnicodeNormalization;
            use unicode_normalization::char::canonical_combining_class as class;
            let text: String = text.chars().filter(|c| !matches!(c, '\u{FC5E}'..='\u{FC63}' | '\u{FE70}'..='\u{FE7F}')).collect();
            // Normalizing also sorts the marks on a letter by their class; folding takes them as they stand.
            let mut last = 0;
            let sorted = |c: &char| {
                let classes: Vec<u8> = std::iter::once(*c).nfkd().map(class).collect();
                let (first, end) = (classes.first().copied().unwrap_or(0), classes.last().copied().unwrap_or(0));
                let fits = first == 0 || first >= last;
                last = if fits { end } else { last };
                fits
            };
            let text: String = text.chars().filter(sorted).collect();
            let composed: String = text.nfkc().collect();
            // Marks that do not touch each other may stand in either order.
            let ordered = |folded: String| folded.nfd().collect::<String>();
            prop_assert_eq!(ordered(fold_text(&composed)), ordered(fold_text(&text)));
            prop_assert_eq!(fold_text(&text.to_lowercase()), fold_text(&text));
            let twice = fold_text(&format!("{text} {other}"));
            prop_assert_eq!(fold_text(&twice), twice);
        }

        #[test]
        fn what_was_folded_begins_where_it_says(text in any::<String>()) {
            let mut before = 0;
            fold_each(&text, |_, at| {
                assert!(text.is_char_boundary(at) && at >= before);
                before = at;
            });
        }
    }
}
