//! Pinyin: Latin letters that spell how Han characters are read, as whole syllables (`miandian`) or as initials
//! (`md`). The query is expanded; no text is stored by its sound. Knows no records.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;
use std::rc::Rc;
use std::sync::{LazyLock, OnceLock};

use pinyin::{Pinyin, ToPinyinMulti};

use crate::search::query::fold::is_han;
use crate::search::query::shape::LONGEST;
use crate::search::quick::Quick;

/// Letters of initials beyond which nobody remembers what they stood for.
const MOST_INITIALS: usize = 8;
/// So many letters of initials stand for a name, and in none of those are these characters.
const OF_A_NAME: usize = 4;
const PARTICLES: [char; 7] = ['的', '了', '在', '是', '被', '把', '着'];
/// A beginning of a first syllable shorter than this is no pinyin yet.
const PARTIAL: usize = 3;

/// All syllables without tones, `ü` as `v` and as `u`.
const SYLLABLES: &str = include_str!("../../../data/search/syllables.txt");

/// A syllable as a character is read.
type Reading = Cow<'static, str>;

/// How a character is read, every way, without tones; `ü` as `v` and as `u`.
pub(in crate::search) fn readings(c: char) -> impl Iterator<Item = Reading> {
    let all = c.to_pinyin_multi().into_iter().flatten().map(Pinyin::plain);
    // `m`, `ng`: sighs, which no word is spelled with.
    let spoken = all.filter(|plain| plain.contains(['a', 'e', 'i', 'o', 'u', 'ü']));
    spoken.flat_map(|plain| {
        let rounded = plain.contains('ü');
        let first = if rounded { Cow::Owned(plain.replace('ü', "u")) } else { Cow::Borrowed(plain) };
        [Some(first), rounded.then(|| Cow::Owned(plain.replace('ü', "v")))].into_iter().flatten()
    })
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

/// Letters that may spell Han characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Sound {
    letters: String,
    /// How many characters it must spell.
    least: usize,
    /// Whether it may be syllables; whether it may be initials.
    syllables: bool,
    initials: bool,
}

/// Where letters spell characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Spelled {
    /// The bytes of the Han characters, folded.
    pub(in crate::search) place: Range<usize>,
    /// How well, to compare: whole syllables before initials, more characters before fewer.
    pub(in crate::search) score: i64,
    /// How many Han characters the letters spell.
    pub(in crate::search) count: usize,
}

impl Sound {
    /// Letters that may be pinyin: whether they are the only term of the query decides how few may be.
    pub(in crate::search) fn of(term: &str, alone: bool) -> Option<Self> {
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
    pub(in crate::search) fn joined(terms: &[&str]) -> Option<Self> {
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
            for next in SYLLABLES.split_whitespace().filter_map(|syllable| self.after(at, syllable)) {
                if let Some(slot) = most.get_mut(next) {
                    *slot = (*slot).max(Some(count + 1));
                }
            }
        }
        most.last().copied().flatten().is_some_and(|count| count >= self.least)
    }

    /// How many letters there are.
    pub(in crate::search) fn length(&self) -> usize {
        self.letters.len()
    }

    /// The two ways of reading the letters that are possible: `true` for initials.
    pub(in crate::search) fn ways(&self) -> impl Iterator<Item = bool> {
        [(false, self.syllables), (true, self.initials)]
            .into_iter()
            .filter(|(_, may)| *may)
            .map(|(way, _)| way)
    }

    /// Where it goes on after a character of that reading that stands for the letters from a place on.
    fn after(&self, at: usize, reading: &str) -> Option<usize> {
        let rest = self.letters.get(at..).filter(|rest| !rest.is_empty())?;
        whole(rest, reading, at == 0).map(|length| at + length)
    }

    /// The same for either way of reading.
    pub(in crate::search) fn nexts<'a>(
        &'a self,
        at: usize,
        reading: &'a str,
        by_initials: bool,
    ) -> impl Iterator<Item = usize> + 'a {
        let rest = self.letters.get(at..).unwrap_or_default();
        let short = by_initials.then(|| initials(rest, reading).map(move |length| at + length));
        let full = if by_initials { None } else { self.after(at, reading) };
        short.into_iter().flatten().chain(full)
    }
}

/// What a character may stand for: the letters from one place to another, read so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct Step {
    pub(in crate::search) by_initials: bool,
    pub(in crate::search) at: usize,
    pub(in crate::search) next: usize,
}

/// The characters that most texts are written with: what they stand for is noted by place.
const FIRST: u32 = 0x4E00;
const COMMON: usize = 0x5200;

/// How a character is read ([`readings`]). What was once looked up is noted: every query asks for the same few thousand.
fn noted_readings(c: char) -> Cow<'static, [Reading]> {
    static NOTED: LazyLock<Vec<OnceLock<Vec<Reading>>>> = LazyLock::new(|| vec![OnceLock::new(); COMMON]);
    let place = u32::from(c).checked_sub(FIRST).map(|place| place as usize);
    match place.and_then(|place| NOTED.get(place)) {
        Some(slot) => Cow::Borrowed(slot.get_or_init(|| readings(c).collect())),
        None => Cow::Owned(readings(c).collect()),
    }
}

/// Letters with what characters stand for in them, found out once for each character: a large text has the same few
/// thousand again and again.
#[derive(Debug)]
pub(in crate::search) struct Hearing {
    sound: Sound,
    known: RefCell<KnownValues>,
    /// For each common character whether the letters may begin with it. Most of a text is passed over by this alone.
    begins: Box<[Cell<Begins>]>,
}

/// Whether letters may begin with a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begins {
    Unknown,
    No,
    Yes,
}

/// For each character the place of its steps in `steps`, plus one; nothing for one that was not met.
#[derive(Debug)]
struct KnownValues {
    common: Vec<u16>,
    rare: HashMap<u64, u16, BuildHasherDefault<Quick>>,
    steps: Vec<Rc<[Step]>>,
}

impl Hearing {
    pub(in crate::search) fn new(sound: Sound) -> Self {
        let known =
            KnownValues { common: vec![0; COMMON], rare: HashMap::default(), steps: vec![Rc::from([])] };
        Self { sound, known: RefCell::new(known), begins: vec![Cell::new(Begins::Unknown); COMMON].into() }
    }

    /// Whether the letters may begin with a character.
    fn may_begin(&self, c: char) -> bool {
        let slot = self.begins.get(u32::from(c).wrapping_sub(FIRST) as usize);
        match slot.map_or(Begins::Unknown, Cell::get) {
            Begins::No => return false,
            Begins::Yes => return true,
            Begins::Unknown => {}
        }
        let begins = is_han(c) && self.steps(c).is_some_and(|steps| steps.iter().any(|step| step.at == 0));
        if let Some(slot) = slot {
            slot.set(if begins { Begins::Yes } else { Begins::No });
        }
        begins
    }

    /// How many letters there are.
    pub(in crate::search) fn length(&self) -> usize {
        self.sound.length()
    }

    /// The two ways of reading the letters that are possible: `true` for initials.
    pub(in crate::search) fn ways(&self) -> impl Iterator<Item = bool> {
        self.sound.ways()
    }

    /// What a character may stand for, in the order of its readings; none for most.
    pub(in crate::search) fn steps(&self, c: char) -> Option<Rc<[Step]>> {
        let mut known = self.known.borrow_mut();
        let place =
            u32::from(c).checked_sub(FIRST).map(|place| place as usize).filter(|&place| place < COMMON);
        let noted = match place {
            Some(place) => known.common.get(place).copied(),
            None => known.rare.get(&u64::from(u32::from(c))).copied(),
        };
        let at = match noted.filter(|&noted| noted > 0) {
            Some(noted) => noted,
            None => {
                let steps = self.steps_of(c);
                let mut at = 1;
                if !steps.is_empty() {
                    known.steps.push(steps.into());
                    at = u16::try_from(known.steps.len()).unwrap_or(1);
                }
                match place.and_then(|place| known.common.get_mut(place)) {
                    Some(slot) => *slot = at,
                    None => {
                        known.rare.insert(u64::from(u32::from(c)), at);
                    }
                }
                at
            }
        };
        if at == 1 { None } else { known.steps.get(usize::from(at) - 1).cloned() }
    }

    fn steps_of(&self, c: char) -> Vec<Step> {
        let mut steps = Vec::new();
        let begins =
            |reading: &str| reading.chars().next().is_some_and(|first| self.sound.letters.contains(first));
        let names = self.sound.length() >= OF_A_NAME && PARTICLES.contains(&c);
        for reading in noted_readings(c).iter().filter(|reading| begins(reading)) {
            for by_initials in self.sound.ways().filter(|by_initials| !(*by_initials && names)) {
                for at in 0..self.sound.length() {
                    for next in self.sound.nexts(at, reading, by_initials) {
                        let step = Step { by_initials, at, next };
                        if !steps.contains(&step) {
                            steps.push(step);
                        }
                    }
                }
            }
        }
        steps
    }

    /// Every place where the letters spell what stands there, none overlapping another.
    pub(in crate::search) fn find_all(&self, text: &str) -> Vec<Spelled> {
        let mut found: Vec<Spelled> = Vec::new();
        let mut from = 0;
        for (at, c) in text.char_indices() {
            if at < from || !self.may_begin(c) {
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
        if at == self.length() {
            return (count >= self.sound.least).then_some((0, count));
        }
        let c = text.chars().next().filter(|&c| is_han(c))?;
        let steps = self.steps(c)?;
        let after = text.get(c.len_utf8()..)?;
        steps.iter().filter(|step| step.at == at && step.by_initials == by_initials).find_map(|step| {
            let (end, count) = self.spells(after, step.next, count + 1, by_initials)?;
            Some((end + c.len_utf8(), count))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is spelled in brackets, or `-`.
    fn check(letters: &str, text: &str, marked: &str) {
        let places =
            Sound::of(letters, true).map(|sound| Hearing::new(sound).find_all(text)).unwrap_or_default();
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
    fn the_syllables_are_those_that_characters_are_read_with() {
        let chars = ('\u{4E00}'..='\u{9FFF}')
            .filter(|&c| crate::search::query::fold::fold_text(&c.to_string()) == c.to_string());
        let read: std::collections::BTreeSet<String> =
            chars.flat_map(readings).map(Cow::into_owned).collect();
        assert_eq!(
            SYLLABLES.split_whitespace().map(str::to_owned).collect::<std::collections::BTreeSet<_>>(),
            read
        );
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
        check("zzzq", "知识在全球", "-");
        check("mddg", "目的地国", "-");
        check("md", "目的", "[目的]");
        check("md", "缅、甸", "-");
    }

    #[test]
    fn several_terms_are_one_if_each_is_syllables() {
        let found = Hearing::new(Sound::joined(&["mian", "dian"]).unwrap()).find_all("在缅甸");
        assert_eq!(found, [Spelled { place: 3..9, score: 40, count: 2 }]);
        assert_eq!(Sound::joined(&["mian", "xqz"]), None);
    }
}
