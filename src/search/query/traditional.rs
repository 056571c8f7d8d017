//! Traditional Chinese characters to simplified ones, one to one, whatever stands beside them: the text and the
//! query are folded alike, so `反腐敗` finds `反腐败` and the other way round. Knows nothing of other folding.

use std::sync::LazyLock;

const PAIRS: &str = include_str!("../../../data/search/traditional.txt");

/// The first and the last character of the segment of common Han characters.
const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

/// For each character of the segment its simplified form; 0 where it is its own.
static TABLE: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table = vec![0; (LAST - FIRST + 1) as usize];
    for line in PAIRS.lines().filter(|line| !line.starts_with('#')) {
        let mut chars = line.chars();
        if let (Some(from), Some(to)) = (chars.next(), chars.next())
            && let Some(slot) = place(from).and_then(|at| table.get_mut(at))
            && let Ok(to) = u16::try_from(u32::from(to))
        {
            *slot = to;
        }
    }
    table
});

fn place(c: char) -> Option<usize> {
    u32::from(c).checked_sub(FIRST).and_then(|at| usize::try_from(at).ok())
}

/// The simplified form of a character between U+4E00 and U+9FFF; other characters as they are.
pub(in crate::search) fn simplified(c: char) -> char {
    match place(c).and_then(|at| TABLE.get(at)) {
        Some(&simple) if simple != 0 => char::from_u32(u32::from(simple)).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_is_two_different_characters_and_folds_once() {
        let mut pairs = 0;
        for line in PAIRS.lines().filter(|line| !line.starts_with('#')) {
            let chars: Vec<char> = line.chars().collect();
            let [from, to] = chars[..] else { panic!("{line}") };
            assert_eq!((simplified(from), simplified(to)), (to, to), "{line}");
            pairs += 1;
        }
        assert!(pairs > 2_500, "{pairs}");
    }

    #[test]
    fn a_traditional_text_reads_as_the_simplified_one() {
        let read = |text: &str| text.chars().map(simplified).collect::<String>();
        assert_eq!(
            read("緬甸設立防腐單位，舉報人，後續行動，髮展，乾燥"),
            "缅甸设立防腐单位，举报人，后续行动，发展，干燥"
        );
        assert_eq!(read("覆盖、皇后、著作、复"), "覆盖、皇后、著作、复");
        assert_eq!(read("aж\u{1F600}\u{3400}"), "aж\u{1F600}\u{3400}");
    }
}
