//! Pinyin: Latin letters that spell how Han characters are read, as whole syllables (`miandian`) or as initials
//! (`md`). The query is expanded; no text is stored by its sound. Knows no records.

use std::ops::Range;
use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

use super::fold::{fold, is_han};
use super::shape::LONGEST;

const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

/// Letters of initials beyond which nobody remembers what they stood for.
const MOST_INITIALS: usize = 8;
/// A beginning of a first syllable shorter than this is no pinyin yet.
const PARTIAL: usize = 3;

/// How characters are read.
struct Readings {
    /// Syllables without tones, each once, sorted; `ü` as `v` and as `u`.
    syllables: Vec<String>,
    /// For each character from `FIRST` on: where its syllables begin in `of`.
    starts: Vec<u32>,
    of: Vec<u16>,
    /// For each syllable its characters.
    chars: Vec<Vec<char>>,
}

static READINGS: LazyLock<Readings> = LazyLock::new(|| {
    let mut all: Vec<(char, String)> = Vec::new();
    for c in (FIRST..=LAST).filter_map(char::from_u32).filter(|&c| fold(c) == c) {
        for reading in c.to_pinyin_multi().into_iter().flatten() {
            let plain = reading.plain();
            // `m`, `ng`: sighs, which no word is spelled with.
            if !plain.contains(['a', 'e', 'i', 'o', 'u', 'ü']) {
                continue;
            }
            if plain.contains('ü') {
                all.push((c, plain.replace('ü', "v")));
            }
            all.push((c, plain.replace('ü', "u")));
        }
    }
    let mut syllables: Vec<String> = all.iter().map(|(_, syllable)| syllable.clone()).collect();
    syllables.sort_unstable();
    syllables.dedup();
    let mut chars: Vec<Vec<char>> = vec![Vec::new(); syllables.len()];
    let (mut starts, mut of): (Vec<u32>, Vec<u16>) = (Vec::new(), Vec::new());
    let mut readings = all.into_iter().peekable();
    for c in (FIRST..=LAST).filter_map(char::from_u32) {
        starts.push(u32::try_from(of.len()).unwrap_or(u32::MAX));
        let mut seen: Vec<u16> = Vec::new();
        while let Some((_, syllable)) = readings.next_if(|(other, _)| *other == c) {
            if let Ok(at) = syllables.binary_search(&syllable)
                && let Ok(number) = u16::try_from(at)
                && !seen.contains(&number)
            {
                seen.push(number);
                if let Some(chars) = chars.get_mut(at) {
                    chars.push(c);
                }
            }
        }
        of.extend(seen);
    }
    starts.push(u32::try_from(of.len()).unwrap_or(u32::MAX));
    Readings { syllables, starts, of, chars }
});

impl Readings {
    fn of(&self, c: char) -> impl Iterator<Item = &str> {
        let at = u32::from(c).checked_sub(FIRST).map_or(usize::MAX, |at| at as usize);
        let bound = |at: usize| self.starts.get(at).map(|&start| start as usize);
        let range = bound(at).and_then(|start| Some(start..bound(at.checked_add(1)?)?)).unwrap_or(0..0);
        let numbers = self.of.get(range).unwrap_or_default();
        numbers.iter().filter_map(|&number| self.syllables.get(usize::from(number)).map(String::as_str))
    }
}

/// How many letters of what is spelled the syllable takes: whole, or as far as they were typed.
fn whole(rest: &str, syllable: &str, first: bool) -> Option<usize> {
    if rest.starts_with(syllable) {
        return Some(syllable.len());
    }
    let begun = syllable.starts_with(rest) && (!first || rest.len() >= PARTIAL);
    begun.then_some(rest.len())
}

/// How many letters the syllable takes as an initial: `z` or `zh`.
fn initials<'a>(rest: &'a str, syllable: &'a str) -> impl Iterator<Item = usize> + 'a {
    let two = syllable.get(..2).filter(|two| matches!(*two, "zh" | "ch" | "sh") && rest.starts_with(two));
    let one = syllable.get(..1).filter(|one| rest.starts_with(one));
    one.map(str::len).into_iter().chain(two.map(str::len))
}

/// One place in what is spelled: which characters may stand there, and where it goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// Number of the syllable.
    pub(super) syllable: usize,
    /// Where in the letters the next character begins; their count if none follows.
    pub(super) next: usize,
}

/// Letters that may spell Han characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sound {
    letters: String,
    /// How many characters it must spell.
    least: usize,
    /// Whether it may be syllables; whether it may be initials.
    syllables: bool,
    initials: bool,
}

/// Where letters spell characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelled {
    /// Bytes of the characters.
    pub(super) place: Range<usize>,
    /// How well, to compare: whole syllables before initials, more characters before fewer.
    pub(super) score: i64,
    /// How many characters.
    pub(super) count: usize,
}

impl Sound {
    /// Letters that may be pinyin: whether they are the only term of the query decides how few may be.
    pub(super) fn of(term: &str, alone: bool) -> Option<Self> {
        let letters: String = term.chars().filter(|&c| c != '\'').collect();
        let fits = (2..=LONGEST).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_lowercase());
        if !fits {
            return None;
        }
        let mut sound = Self { letters, least: if alone { 1 } else { 2 }, syllables: true, initials: true };
        let count = sound.letters.len();
        sound.syllables = sound.can_be_cut();
        sound.initials = (if alone { 2 } else { 3 }..=MOST_INITIALS).contains(&count)
            && sound.letters.bytes().all(|b| !matches!(b, b'i' | b'u' | b'v'));
        (sound.syllables || sound.initials).then_some(sound)
    }

    /// Several terms as one: `mian dian`. Each must be syllables by itself.
    pub(super) fn joined(terms: &[&str]) -> Option<Self> {
        let all = terms.iter().all(|term| Self::of(term, true).is_some_and(|sound| sound.syllables));
        let mut sound = Self::of(&terms.concat(), false).filter(|sound| all && sound.syllables)?;
        sound.initials = false;
        Some(sound)
    }

    /// Whether the letters can be cut into enough syllables, the last perhaps begun only.
    fn can_be_cut(&self) -> bool {
        let length = self.letters.len();
        // The most syllables that the letters up to here can be cut into.
        let mut most: Vec<Option<usize>> = vec![None; length + 1];
        if let Some(first) = most.first_mut() {
            *first = Some(0);
        }
        for at in 0..length {
            let Some(count) = most.get(at).copied().flatten() else { continue };
            for step in self.steps(at, false) {
                if let Some(slot) = most.get_mut(step.next) {
                    *slot = (*slot).max(Some(count + 1));
                }
            }
        }
        most.last().copied().flatten().is_some_and(|count| count >= self.least)
    }

    /// How many letters there are.
    pub(super) fn length(&self) -> usize {
        self.letters.len()
    }

    /// The two ways of reading the letters that are possible: `true` for initials.
    pub(super) fn ways(&self) -> impl Iterator<Item = bool> {
        [(false, self.syllables), (true, self.initials)]
            .into_iter()
            .filter(|(_, may)| *may)
            .map(|(way, _)| way)
    }

    /// What may stand for the letters from a place on.
    pub(super) fn steps(&self, at: usize, by_initials: bool) -> Vec<Step> {
        let Some(rest) = self.letters.get(at..).filter(|rest| !rest.is_empty()) else { return Vec::new() };
        let mut steps = Vec::new();
        for (syllable, text) in READINGS.syllables.iter().enumerate() {
            if by_initials {
                steps.extend(initials(rest, text).map(|length| Step { syllable, next: at + length }));
            } else if let Some(length) = whole(rest, text, at == 0) {
                steps.push(Step { syllable, next: at + length });
            }
        }
        steps
    }

    /// Every place where the letters spell what stands there, none overlapping another.
    pub(super) fn find_all(&self, text: &str) -> Vec<Spelled> {
        let mut found: Vec<Spelled> = Vec::new();
        let mut from = 0;
        for (at, c) in text.char_indices() {
            if at < from || !is_han(c) {
                continue;
            }
            if let Some(spelled) = self.ways().find_map(|way| self.spelled(text, at, way)) {
                from = spelled.place.end;
                found.push(spelled);
            }
        }
        found
    }

    fn spelled(&self, text: &str, start: usize, by_initials: bool) -> Option<Spelled> {
        let (end, count) = self.spells(text.get(start..)?, 0, 0, by_initials)?;
        let each = if by_initials { 16 } else { 20 };
        let score = each * i64::try_from(count).unwrap_or(0);
        Some(Spelled { place: start..start + end, score, count })
    }

    /// Where what the letters from `at` on spell ends, and how many characters it is with those before.
    fn spells(&self, text: &str, at: usize, count: usize, by_initials: bool) -> Option<(usize, usize)> {
        let rest = self.letters.get(at..)?;
        if rest.is_empty() {
            return (count >= self.least).then_some((0, count));
        }
        let c = text.chars().next().filter(|&c| is_han(c))?;
        let after = text.get(c.len_utf8()..)?;
        let go_on = |length: usize| {
            let (end, count) = self.spells(after, at + length, count + 1, by_initials)?;
            Some((end + c.len_utf8(), count))
        };
        READINGS.of(c).find_map(|syllable| {
            if by_initials {
                initials(rest, syllable).find_map(go_on)
            } else {
                whole(rest, syllable, at == 0).and_then(go_on)
            }
        })
    }
}

/// The characters that are read so.
pub(super) fn characters(syllable: usize) -> &'static [char] {
    READINGS.chars.get(syllable).map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is spelled in brackets, or `-`.
    fn check(letters: &str, text: &str, marked: &str) {
        let places = Sound::of(letters, true).map(|sound| sound.find_all(text)).unwrap_or_default();
        let mut shown = String::new();
        for (at, c) in text.char_indices() {
            if places.iter().any(|spelled| spelled.place.start == at) {
                shown.push('[');
            }
            shown.push(c);
            if places.iter().any(|spelled| spelled.place.end == at + c.len_utf8()) {
                shown.push(']');
            }
        }
        let shown = if places.is_empty() { "-".to_owned() } else { shown };
        assert_eq!(shown, marked, "{letters}");
    }

    #[test]
    fn whole_syllables_initials_and_what_is_being_typed() {
        check("miandian", "在缅甸设立", "在[缅甸]设立");
        check("miand", "在缅甸设立", "在[缅甸]设立");
        check("md", "在缅甸设立", "在[缅甸]设立");
        check("jbr", "保护举报人", "保护[举报人]");
        check("jubaoren", "保护举报人", "保护[举报人]");
        check("zhongguo", "中国、中东", "[中国]、中东");
        check("zg", "中国", "[中国]");
        check("zhg", "中国", "[中国]");
        check("chongqing", "重庆", "[重庆]");
        check("yinhang", "银行", "[银行]");
        check("lvyou", "旅游", "[旅游]");
        check("luyou", "旅游", "[旅游]");
        check("xi'an", "西安", "[西安]");
    }

    #[test]
    fn other_letters_are_no_pinyin() {
        for letters in ["m", "institution", "unodc2", "iu", "председ", "m d"] {
            assert_eq!(Sound::of(letters, true), None, "{letters}");
        }
        assert_eq!(Sound::of("wo", false), None);
        check("dianmian", "缅甸", "-");
        check("md", "缅、甸", "-");
    }

    #[test]
    fn several_terms_are_one_if_each_is_syllables() {
        let found = Sound::joined(&["mian", "dian"]).unwrap().find_all("在缅甸");
        assert_eq!(found, [Spelled { place: 3..9, score: 40, count: 2 }]);
        assert_eq!(Sound::joined(&["mian", "xqz"]), None);
    }
}
