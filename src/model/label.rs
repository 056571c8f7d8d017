//! The label: the address of a unit in its document, and how labels are ordered and typed. What is printed beside a
//! unit is not here.

use std::cmp::Ordering;
use std::fmt;

/// What identifies a unit in its document, the same in every language version: `18`, `18 bis`, `140.7`, `10 (a) (ii)`,
/// `annex I/3`, `heading/iii`, `18+1`. Canonical: ASCII digits and letters by order, nothing invisible, one space where
/// there is white space. In the main series of numbers it is the number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label(String);

/// The zeros of decimal digits that official documents and their readers' keyboards have.
const ZEROS: [char; 15] = [
    '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{be6}', '\u{c66}', '\u{ce6}',
    '\u{d66}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{17e0}',
];

/// Words that follow a number that was put in later. Whether a space stands before them is a matter of print.
const INSERTED: [&str; 9] =
    ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "alt"];

/// Letters of lists in their order: those of Arabic documents (abjad) and of Russian ones.
const LETTERS: [&str; 2] = ["أبجدهوزحطيكلمنسعفصقرشتثخذض", "абвгдежзиклмнопрстуфхцчшщэюя"];

impl Label {
    /// Takes a label, or a number as printed, and makes it canonical. Applying it twice changes nothing more.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut canonical = String::with_capacity(text.len());
        for c in text.chars().filter(|c| !is_format(*c)) {
            let c = plain(c);
            if c.is_whitespace() {
                if !canonical.is_empty() && !canonical.ends_with(' ') {
                    canonical.push(' ');
                }
            } else {
                canonical.push(c);
            }
        }
        canonical.truncate(canonical.trim_end().len());
        Self(spaced(canonical))
    }

    /// The label of a number in a series that has a name: `annex I/3`.
    #[must_use]
    pub fn in_series(series: &str, number: &str) -> Self {
        Self::new(&format!("{series}/{number}"))
    }

    /// The label of a heading, by the id of its section.
    #[must_use]
    pub fn heading(section: &str) -> Self {
        Self(format!("heading/{section}"))
    }

    /// The label of the `nth` unnumbered unit after this one, from 1: `18+1`.
    #[must_use]
    pub fn after(&self, nth: usize) -> Self {
        Self(format!("{}+{nth}", self.0))
    }

    /// The label of what is printed with the same number again, `nth` from 2: `34 (2nd)`.
    #[must_use]
    pub fn repeated(&self, nth: usize) -> Self {
        let ending = match (nth % 10, nth % 100) {
            (1, of) if of != 11 => "st",
            (2, of) if of != 12 => "nd",
            (3, of) if of != 13 => "rd",
            _ => "th",
        };
        Self(format!("{} ({nth}{ending})", self.0))
    }

    /// The label of what hangs below this unit under a printed label, `level` from 1: `10 (a)`. Letters of another
    /// script are those of the same place in the alphabet, Han numerals letters at the first level and Roman numerals
    /// below it; a number that goes on with this one's (`131.1` below 131) is its own label; a number of a list that
    /// begins anew is `111/7`.
    #[must_use]
    pub fn below(&self, printed: &str, level: u8) -> Self {
        let own = Self::new(printed);
        let bare = own.0.trim_matches(|c: char| "().．。、".contains(c));
        if own.0.strip_prefix(&self.0).is_some_and(|rest| rest.starts_with('.') && rest.len() > 1) {
            return Self(own.0.trim_end_matches('.').to_owned());
        }
        if !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit()) && !own.0.starts_with('(') {
            return Self(format!("{}/{bare}", self.0));
        }
        let mark = by_order(bare, level).unwrap_or_else(|| bare.to_lowercase());
        let says = bare.chars().any(char::is_alphanumeric);
        Self(if says { format!("{} ({mark})", self.0) } else { format!("{} {}", self.0, own.0) })
    }

    /// The label as files and people have it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it can be the number of a paragraph of the main series: programs that know numbers only know it too.
    #[must_use]
    pub fn is_number(&self) -> bool {
        !self.0.contains(['/', '(', '+'])
    }

    /// Whether someone who typed `typed` meant this label: the same but for case and inner space, with the
    /// Latin word cut short, so that `18b` is `18 bis`. A number is never cut short: `140.` is not `140.7`.
    #[must_use]
    pub fn is_meant_by(&self, typed: &str) -> bool {
        let (digits, word) = split(&self.0);
        let typed = Self::new(typed);
        let (typed_digits, typed_word) = split(&typed.0);
        let (word, typed_word) = (word.to_lowercase(), typed_word.to_lowercase());
        let cut = || {
            let rest = word.strip_prefix(&typed_word)?;
            Some(typed_word.ends_with(char::is_alphanumeric) && !rest.starts_with(char::is_numeric))
        };
        digits == typed_digits && (word == typed_word || (!digits.is_empty() && cut().unwrap_or(false)))
    }

    /// Whether what was typed so far may become this label as one types on, but for case and inner space.
    #[must_use]
    pub fn begins_with(&self, typed: &str) -> bool {
        let mut own = self.0.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase);
        let typed = Self::new(typed);
        let typed = typed.0.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase);
        typed.into_iter().all(|c| own.next() == Some(c))
    }

    /// Whether it stands for several numbers (`12-15`) and one of them was typed.
    #[must_use]
    pub fn covers(&self, typed: &str) -> bool {
        let typed = Self::new(typed);
        let Some((first, last)) = self.0.split_once(['-', '–']) else { return false };
        let number = |text: &str| text.trim().parse::<u64>().ok();
        match (number(first), number(last), number(&typed.0)) {
            (Some(first), Some(last), Some(typed)) => (first..=last).contains(&typed),
            _ => false,
        }
    }
}

/// Characters that no one sees and that say nothing in a label (general category Cf).
const fn is_format(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Digits of any script as ASCII, full-width forms as what they are forms of.
fn plain(c: char) -> char {
    if let '\u{ff01}'..='\u{ff5e}' = c {
        return char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c);
    }
    let digit = |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).filter(|value| *value < 10);
    ZEROS.iter().find_map(digit).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

/// `1bis` with the space that `1 bis` has.
fn spaced(label: String) -> String {
    let Some(at) = label.rfind(|c: char| c.is_ascii_digit()).map(|at| at + 1) else { return label };
    let (number, word) = label.split_at(at);
    let word = word.trim_start();
    let known = INSERTED.iter().any(|known| word.eq_ignore_ascii_case(known));
    if known { format!("{number} {}", word.to_lowercase()) } else { label }
}

/// The Latin letter, or the Roman numeral, that stands in the place of a letter or numeral of another script.
fn by_order(mark: &str, level: u8) -> Option<String> {
    let mut letters = mark.chars();
    let first = letters.next()?;
    let last = letters.next();
    if let Some(value) = han(mark) {
        return if level > 1 { roman(value) } else { letter(value.checked_sub(1)?) };
    }
    if last.is_some_and(|c| c != 'ـ') {
        return None;
    }
    let first = first.to_lowercase().next().unwrap_or(first);
    LETTERS.iter().find_map(|alphabet| alphabet.chars().position(|c| c == first)).and_then(letter)
}

fn letter(place: usize) -> Option<String> {
    let letter = char::from(b'a' + u8::try_from(place % 26).ok()?);
    Some(std::iter::repeat_n(letter, place / 26 + 1).collect())
}

/// Han numerals up to 99, also in their circled and bracketed forms.
fn han(mark: &str) -> Option<usize> {
    const DIGITS: &str = "一二三四五六七八九";
    let mut characters = mark.chars();
    let (first, more) = (characters.next()?, characters.next().is_some());
    for start in ['㈠', '㊀'] {
        let place = u32::from(first).checked_sub(u32::from(start)).filter(|place| *place < 10);
        if let (Some(place), false) = (place, more) {
            return usize::try_from(place + 1).ok();
        }
    }
    let digit = |text: &str| match text {
        "" => Some(0),
        _ => DIGITS.chars().position(|c| text.chars().eq([c])).map(|place| place + 1),
    };
    match mark.split_once('十') {
        Some((tens, ones)) => Some(digit(tens).map(|tens| tens.max(1))? * 10 + digit(ones)?),
        None => digit(mark).filter(|value| *value > 0),
    }
}

fn roman(mut value: usize) -> Option<String> {
    let mut out = String::new();
    for (worth, letters) in
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    {
        while value >= worth {
            out.push_str(letters);
            value -= worth;
        }
    }
    Some(out)
}

/// Leading digits, and what follows them without white space.
fn split(text: &str) -> (&str, String) {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (digits, rest.split_whitespace().collect())
}

/// A piece of a label: its order is that of a reader who counts, numbers before words.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Number(u64),
    Word(String),
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        pieces.push(match piece.parse() {
            Ok(number) if digits => Piece::Number(number),
            _ if digits => Piece::Number(u64::MAX),
            _ => Piece::Word(piece.trim().to_lowercase()),
        });
    }
    pieces
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Label {
    fn from(printed: &str) -> Self {
        Self::new(printed)
    }
}

impl Ord for Label {
    /// The main series before the others, `9` before `10` before `10 (a)` before `10 bis` before `11`; what has no digits
    /// comes last.
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |label: &Self| {
            let (series, number) = label.0.rsplit_once('/').unwrap_or(("", &label.0));
            (pieces(series), pieces(number))
        };
        key(self).cmp(&key(other)).then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Label {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn labels_are_ordered_as_a_reader_counts() {
        let sorted = [
            "0+1",
            "2",
            "10",
            "10 (a)",
            "10 (b)",
            "10 bis",
            "18",
            "18+1",
            "18 bis",
            "18 ter",
            "19",
            "140.7",
            "140.12",
            "A",
            "annex I/3",
            "annex I/10",
            "annex II/1",
        ];
        let mut labels: Vec<Label> = sorted.map(Label::from).into();
        labels.reverse();
        labels.sort();
        let printed: Vec<&str> = labels.iter().map(Label::as_str).collect();
        assert_eq!(printed, sorted);
    }

    #[test]
    fn eighteen_b_means_eighteen_bis() {
        let bis = Label::from("18 bis");
        assert!(bis.is_meant_by("18b") && bis.is_meant_by("18 BIS") && bis.is_meant_by("18bis"));
        assert!(!bis.is_meant_by("18") && !bis.is_meant_by("18t") && !bis.is_meant_by("1"));
        assert!(Label::from("18").is_meant_by("18"));
        assert!(Label::from("PP2").is_meant_by("pp2") && !Label::from("PP2").is_meant_by("p"));
    }

    #[test]
    fn a_label_is_the_same_whatever_the_print() {
        for (printed, label) in [
            ("1bis", "1 bis"),
            ("1 BIS", "1 bis"),
            (" 18\u{a0}bis ", "18 bis"),
            ("٢", "2"),
            ("１８", "18"),
            ("1\u{200f}", "1"),
            ("OP4alt", "OP4 alt"),
            ("140.7", "140.7"),
        ] {
            assert_eq!(Label::new(printed).as_str(), label, "{printed}");
        }
    }

    #[test]
    fn what_hangs_below_a_unit_has_its_label_in_front() {
        let ten = Label::from("10");
        for (printed, level, label) in [
            ("(a)", 1, "10 (a)"),
            ("a)", 1, "10 (a)"),
            ("(A)", 1, "10 (a)"),
            ("(أ)", 1, "10 (a)"),
            ("(ج)", 1, "10 (c)"),
            ("в)", 1, "10 (c)"),
            ("(一)", 1, "10 (a)"),
            ("(二)", 2, "10 (ii)"),
            ("㈢", 2, "10 (iii)"),
            ("（十二）", 1, "10 (l)"),
            ("(iv)", 2, "10 (iv)"),
            ("10.1", 1, "10.1"),
            ("7.", 1, "10/7"),
            ("(7)", 1, "10 (7)"),
            ("–", 1, "10 –"),
        ] {
            assert_eq!(ten.below(printed, level).as_str(), label, "{printed}");
        }
        assert_eq!(ten.below("(a)", 1).below("(ii)", 2).as_str(), "10 (a) (ii)");
        assert_eq!(ten.after(2).as_str(), "10+2");
        let again: Vec<String> = [2, 3, 4, 11, 21].map(|nth| ten.repeated(nth).to_string()).into();
        assert_eq!(again, ["10 (2nd)", "10 (3rd)", "10 (4th)", "10 (11th)", "10 (21st)"]);
    }

    #[test]
    fn a_reserved_range_is_reached_by_each_of_its_numbers() {
        let range = Label::from("12-15");
        assert!(["12", "13", "15", "١٣"].iter().all(|typed| range.covers(typed)));
        assert!(!range.covers("16") && !range.covers("1") && !Label::from("13").covers("13"));
    }

    proptest! {
        #[test]
        fn a_canonical_label_stays_as_it_is(text in "\\PC{0,12}|[0-9]{1,3} ?(bis|TER|alt)?|[٠-٩]{1,3}") {
            let label = Label::new(&text);
            prop_assert_eq!(Label::new(label.as_str()), label);
        }
    }
}
