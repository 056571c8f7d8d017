//! Characters that stand for others and look like them: radicals for the characters that they are part of, ligatures
//! for their letters, `Ⅲ` for `III`, `㎡` for `m2`. Text taken out of PDF files is full of them. Knows no language.

use unicode_normalization::char::{compose, decompose_canonical, decompose_compatible};

/// The unified ideographs of U+2E80..U+2EF4, which no decomposition leads to (Unicode, EquivalentUnifiedIdeograph.txt);
/// `.` where there is none.
const RADICALS: &str = "\
.厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵.旡日\
月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂\
肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝\
雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";
const FIRST_RADICAL: u32 = 0x2E80;

/// The longest that a character stands for is eighteen characters.
const MOST: usize = 18;

fn radical(c: char) -> Option<char> {
    let at = u32::from(c).checked_sub(FIRST_RADICAL).and_then(|at| usize::try_from(at).ok())?;
    if at > 0x73 {
        return None;
    }
    RADICALS.chars().nth(at).filter(|&unified| unified != '.')
}

/// Calls `each` with the characters that `c` stands for, wholly decomposed, and says so; does nothing if it stands for
/// itself only. A letter with its accent in one character stands for itself.
pub fn stands_for(c: char, mut each: impl FnMut(char)) -> bool {
    if c.is_ascii() || ('\u{AC00}'..='\u{D7A3}').contains(&c) {
        return false;
    }
    if let Some(unified) = radical(c) {
        each(unified);
        return true;
    }
    let mut parts = ['\0'; MOST];
    let mut count = 0;
    decompose_compatible(c, |part| {
        if let Some(slot) = parts.get_mut(count) {
            *slot = part;
            count += 1;
        }
    });
    let parts = parts.get(..count).unwrap_or_default();
    if parts == [c] || is_composed(c, parts) {
        return false;
    }
    parts.iter().copied().for_each(each);
    true
}

/// Whether the character is its parts put together, and nothing else.
fn is_composed(c: char, parts: &[char]) -> bool {
    let mut canonical = parts.iter();
    let mut same = true;
    decompose_canonical(c, |part| same &= canonical.next() == Some(&part));
    let Some((&first, marks)) = parts.split_first() else { return false };
    same && marks.iter().try_fold(first, |base, &mark| compose(base, mark)) == Some(c)
}

/// The one character that a base and a mark after it are together, if they are one.
#[must_use]
pub fn composed(base: char, mark: char) -> Option<char> {
    if base.is_ascii() && mark.is_ascii() { None } else { compose(base, mark) }
}

/// What a character of a text stands for, where a plain one was probably meant: `人` for the radical `⼈`. `None` for
/// what is printed for its own sake: punctuation of full width, `²`, `№`, `½`, `①`, `…`.
#[must_use]
pub fn meant_by(c: char) -> Option<String> {
    let radical_or_unit = matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{3300}'..='\u{33FF}');
    let raised = matches!(c, '\u{AA}' | '\u{B2}' | '\u{B3}' | '\u{B9}' | '\u{BA}' | '\u{2070}'..='\u{209F}');
    // What other scripts write in one character, though Unicode takes it apart, is spelled right.
    let spelled = matches!(c, '\u{250}'..='\u{1FFF}');
    let printed = matches!(c, '\u{BC}'..='\u{BE}' | '\u{2100}'..='\u{215F}' | '\u{2189}' | '\u{2460}'..='\u{24FF}' | '\u{3200}'..='\u{32FF}');
    if c.is_ascii() || raised || printed || spelled || !(c.is_alphanumeric() || radical_or_unit) {
        return None;
    }
    let mut meant = String::new();
    stands_for(c, |part| meant.push(part)).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(c: char, parts: &str) {
        let mut stands = String::new();
        assert_eq!(stands_for(c, |part| stands.push(part)), !parts.is_empty(), "{c}");
        assert_eq!(stands, parts, "{c}");
    }

    #[test]
    fn a_character_that_looks_like_others_stands_for_them() {
        for (c, parts) in [
            ('⼈', "人"),
            ('⺠', "民"),
            ('⻳', "龟"),
            ('\u{F963}', "北"),
            ('ﬃ', "ffi"),
            ('Ⅲ', "III"),
            ('㎡', "m2"),
            ('①', "1"),
            ('ﷲ', "الله"),
            ('ｶ', "カ"),
            ('…', "..."),
        ] {
            check(c, parts);
        }
        for c in ['a', '人', '\u{E9}', '\u{439}', '\u{304C}', '\u{AC01}', 'ß', '≠', '\u{1EEF}', '⺀'] {
            check(c, "");
        }
    }

    #[test]
    fn what_is_printed_for_its_own_sake_is_not_told() {
        for (c, meant) in [('⼈', "人"), ('⺠', "民"), ('ﬁ', "fi"), ('Ⅲ', "III"), ('㎡', "m2"), ('Ａ', "A")]
        {
            assert_eq!(meant_by(c).as_deref(), Some(meant));
        }
        for c in
            ['，', '（', '²', '№', '½', '①', '…', '℃', 'é', '\u{958}', '\u{E33}', 'a', '人', '\u{A0}', '™']
        {
            assert_eq!(meant_by(c), None, "{c}");
        }
    }
}
