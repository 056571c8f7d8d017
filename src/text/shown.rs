//! [`Shown`]: the only form in which text that others wrote may reach a screen or a terminal.
//!
//! Rules (`reliability.md` 4.1): controls become pictures, bidi controls their names, hidden characters a mark,
//! piles of marks are cut. The stored text is never altered: this is a view of it, with a map back. Classes of
//! characters are in `invisible`; nothing is measured or broken here.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use super::edges::floor;
use super::invisible::{
    bidi_name, is_emoji, is_hidden, is_joiner, is_joining, is_noncharacter, is_plain, is_selector, may_vary,
    picture,
};

/// The columns of a tab: always this many spaces, wherever it stands.
pub const TAB: usize = 4;

/// Stands for a run of characters that cannot be seen. Not `·`, which is a letter's neighbor in names.
const HIDDEN: &str = "∙";

/// Marks on one base that are drawn; the rest of a pile is left out.
const MARKS: usize = 8;

/// Text that is safe to draw: no control, no bidi control, nothing of no width by itself. Made by [`shown`] and
/// [`shown_line`] only. Borrows the text where there is nothing to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown<'a> {
    text: Cow<'a, str>,
    /// Every stretch that differs, in order; between two of them shown and stored bytes are the same.
    changes: Vec<Change>,
    stored_len: usize,
    bidi: bool,
    hidden: bool,
}

/// What became of a stretch of the stored text; `shown` is empty where it is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    stored: Range<usize>,
    shown: Range<usize>,
}

/// Makes a text safe to draw. Newlines stay; for a place of one line use [`shown_line`].
///
/// | stored | shown |
/// | --- | --- |
/// | `\n`, `\r\n` | newline |
/// | tab | [`TAB`] spaces |
/// | other C0, DEL | control picture, `␛` |
/// | other C1, noncharacters | `�` |
/// | U+0085, U+2028, U+2029 | `␤` |
/// | bidi controls | `⟨RLO⟩`, and [`Shown::has_bidi_controls`] |
/// | soft hyphen; U+FEFF at the very beginning | left out: word processors leave them |
/// | zero-width, filler and tag characters, joiners and variation selectors that change nothing | one `∙` for the run, and [`Shown::has_hidden`] |
/// | more than 8 combining marks on one base | the first 8 |
/// | combining marks without a base | `◌` as their base |
#[must_use]
pub fn shown(text: &str) -> Shown<'_> {
    show(text, false)
}

/// As [`shown`], for a place of one line: newlines become `␤`.
#[must_use]
pub fn shown_line(text: &str) -> Shown<'_> {
    show(text, true)
}

fn show(text: &str, line: bool) -> Shown<'_> {
    let mut view =
        View { text, line, out: String::new(), copied: 0, changes: Vec::new(), bidi: false, hidden: None };
    if !text.chars().all(|c| is_plain(c) && !(line && c == '\n')) {
        let mut clusters = text.grapheme_indices(true).peekable();
        while let Some((at, cluster)) = clusters.next() {
            let next = clusters.peek().and_then(|(_, cluster)| cluster.chars().next());
            view.cluster(at, cluster, next);
        }
    }
    view.finish()
}

/// The view being made: `text[..copied]` is dealt with.
struct View<'a> {
    text: &'a str,
    line: bool,
    out: String,
    copied: usize,
    changes: Vec<Change>,
    bidi: bool,
    /// Where the last run that a mark stands for ends.
    hidden: Option<usize>,
}

impl<'a> View<'a> {
    /// Puts `with` in the place of the stored bytes `stored`.
    fn replace(&mut self, stored: Range<usize>, with: &str) {
        self.out.push_str(self.text.get(self.copied..stored.start).unwrap_or_default());
        let start = self.out.len();
        self.out.push_str(with);
        self.copied = stored.end;
        self.changes.push(Change { stored, shown: start..self.out.len() });
    }

    /// Marks hidden characters; a run of them gets one mark.
    fn hide(&mut self, stored: Range<usize>) {
        if self.hidden == Some(stored.start)
            && let Some(last) = self.changes.last_mut()
        {
            last.stored.end = stored.end;
            self.copied = stored.end;
        } else {
            self.replace(stored.clone(), HIDDEN);
        }
        self.hidden = Some(stored.end);
    }

    /// One extended grapheme, and the character after it.
    fn cluster(&mut self, at: usize, cluster: &str, next: Option<char>) {
        let whole = at..at + cluster.len();
        let mut chars = cluster.chars();
        match (chars.next(), chars.next()) {
            (Some('\r'), Some('\n')) => self.replace(whole, if self.line { "␤" } else { "\n" }),
            (Some(c), None) if is_plain(c) && c != '\n' => {}
            (Some(c), None) if !is_joiner(c) && !is_selector(c) => self.single(whole, c),
            _ => self.composed(whole, cluster, next),
        }
    }

    /// A grapheme of one character.
    fn single(&mut self, at: Range<usize>, c: char) {
        if c == '\n' && !self.line {
        } else if c == '\n' {
            self.replace(at, "␤");
        } else if c == '\t' {
            self.replace(at, &" ".repeat(TAB));
        } else if let Some(sign) = picture(c) {
            self.replace(at, sign.encode_utf8(&mut [0; 4]));
        } else if let Some(name) = bidi_name(c) {
            self.bidi = true;
            self.replace(at, name);
        } else if c == '\u{AD}' || (c == '\u{FEFF}' && at.start == 0) {
            self.replace(at, "");
        } else if is_noncharacter(c) {
            self.replace(at, "\u{FFFD}");
        } else if is_hidden(c) {
            self.hide(at);
        } else if is_widthless(c) {
            self.rebase(at);
        }
    }

    /// A grapheme of several characters: a base with marks, joiners and selectors, or a syllable.
    fn composed(&mut self, whole: Range<usize>, cluster: &str, next: Option<char>) {
        let mut last: Option<char> = None;
        let mut marks = 0;
        // Whether the base is not drawn: what only completes a syllable cannot be either.
        let mut lost = false;
        let piled = cluster.len() > MARKS;
        let mut chars = cluster.char_indices().peekable();
        while let Some((offset, c)) = chars.next() {
            let at = whole.start + offset..whole.start + offset + c.len_utf8();
            let after = chars.peek().map(|(_, c)| *c).or(next);
            let hidden = if is_joiner(c) {
                marks += 1;
                lost || !joins(last, c, after)
            } else if is_selector(c) {
                lost || !last.is_some_and(|base| may_vary(base, c))
            } else {
                is_hidden(c) || (lost && is_widthless(c) && !is_mark(c))
            };
            if hidden {
                lost = true;
                self.hide(at);
            } else if is_noncharacter(c) {
                self.replace(at, "\u{FFFD}");
            } else if last.is_some() && piled && is_mark(c) {
                marks += 1;
                if marks > MARKS {
                    self.replace(at, "");
                }
            } else if last.is_none() && is_widthless(c) {
                lost = !self.rebase(at);
            } else if !is_joiner(c) && !is_selector(c) {
                lost = false;
                marks = 0;
            }
            last = Some(c);
        }
    }

    /// A mark that has no base would be drawn on whatever stands before it on the screen: it gets one. What is not
    /// a mark (a lone Hangul vowel) is hidden; then `false`.
    fn rebase(&mut self, at: Range<usize>) -> bool {
        let with_base = format!("◌{}", self.text.get(at.clone()).unwrap_or_default());
        let is_mark = with_base.graphemes(true).count() == 1;
        if is_mark {
            self.replace(at, &with_base);
        } else {
            self.hide(at);
        }
        is_mark
    }

    fn finish(mut self) -> Shown<'a> {
        let text = if self.changes.is_empty() {
            Cow::Borrowed(self.text)
        } else {
            self.out.push_str(self.text.get(self.copied..).unwrap_or_default());
            Cow::Owned(self.out)
        };
        Shown {
            text,
            changes: self.changes,
            stored_len: self.text.len(),
            bidi: self.bidi,
            hidden: self.hidden.is_some(),
        }
    }
}

fn is_widthless(c: char) -> bool {
    c.width() == Some(0)
}

/// Whether `c` is drawn on the character before it.
fn is_mark(c: char) -> bool {
    let mut pair = String::from("x");
    pair.push(c);
    pair.graphemes(true).count() == 1
}

/// Whether a joiner between these characters changes how a word or a pictograph is drawn.
fn joins(last: Option<char>, joiner: char, after: Option<char>) -> bool {
    let Some(last) = last else { return false };
    if joiner == '\u{200C}' {
        return is_joining(last) && after.is_some_and(is_joining);
    }
    let pictograph = (is_emoji(last) || last == '\u{FE0F}') && after.is_some_and(is_emoji);
    // At the end of an Arabic word it keeps the joined form: the abbreviation of the Hijri year.
    pictograph || is_joining(last)
}

impl<'a> Shown<'a> {
    /// The text to draw.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether anything differs from the stored text.
    #[must_use]
    pub fn is_altered(&self) -> bool {
        !self.changes.is_empty()
    }

    /// Whether the stored text holds bidi controls: it may read otherwise elsewhere, which a person must be told.
    #[must_use]
    pub fn has_bidi_controls(&self) -> bool {
        self.bidi
    }

    /// Whether the stored text holds characters that cannot be seen, shown as `∙`.
    #[must_use]
    pub fn has_hidden(&self) -> bool {
        self.hidden
    }

    /// Keeps the view longer than the text it was made of.
    #[must_use]
    pub fn into_owned(self) -> Shown<'static> {
        Shown { text: Cow::Owned(self.text.into_owned()), ..self }
    }

    /// The stored bytes behind a range of shown bytes. A stretch that was replaced belongs to the range as soon as
    /// one of its bytes does; what was left out at the range's ends does not.
    #[must_use]
    pub fn source_range(&self, shown: Range<usize>) -> Range<usize> {
        let start = floor(&self.text, shown.start);
        let end = floor(&self.text, shown.end.max(shown.start));
        self.map_range(start..end, |change| (change.shown.clone(), change.stored.clone()), self.stored_len)
    }

    /// The shown bytes of a range of stored bytes: whole signs, where it touches one.
    #[must_use]
    pub fn shown_range(&self, stored: Range<usize>) -> Range<usize> {
        let len = self.text.len();
        let range = self.map_range(stored, |change| (change.stored.clone(), change.shown.clone()), len);
        floor(&self.text, range.start)..floor(&self.text, range.end)
    }

    /// Maps a range from one side of the changes to the other, whose length is `len`. An empty range stays empty.
    fn map_range(&self, range: Range<usize>, sides: impl Fn(&Change) -> Sides, len: usize) -> Range<usize> {
        let end = self.map(range.end, false, &sides, len);
        if range.start >= range.end {
            let start = self.map(range.start, true, &sides, len).min(end);
            return start..start;
        }
        let start = self.map(range.start, true, &sides, len);
        start..end.max(start)
    }

    /// Maps one position: the beginning of a range (`opens`) or its end. Inside a change it goes to the change's
    /// beginning or end; what was left out at the position stays outside the range.
    fn map(&self, position: usize, opens: bool, sides: impl Fn(&Change) -> Sides, len: usize) -> usize {
        let behind = self.changes.partition_point(|change| {
            let (from, _) = sides(change);
            from.end <= position && (opens || from.start < position)
        });
        if let Some((from, to)) = self.changes.get(behind).map(&sides)
            && from.start < position
        {
            return if opens { to.start } else { to.end };
        }
        let moved = match behind.checked_sub(1).and_then(|index| self.changes.get(index)).map(&sides) {
            Some((from, to)) => to.end + position.saturating_sub(from.end),
            None => position,
        };
        moved.min(len)
    }
}

/// A change as (the side mapped from, the side mapped to).
type Sides = (Range<usize>, Range<usize>);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::super::grapheme_width;
    use super::super::width::Ambiguous::Narrow;
    use super::*;
    use proptest::prelude::*;

    fn check(stored: &str, expected: &str) {
        let shown = shown(stored);
        assert_eq!(shown.as_str(), expected, "{stored:?}");
        assert_eq!(shown.is_altered(), stored != expected, "{stored:?}");
        assert_eq!(shown.to_string(), expected);
    }

    #[test]
    fn controls_become_pictures() {
        check("\u{1b}[2Jx\u{7}\0\u{7f}", "␛[2Jx␇␀␡");
        check("\u{9b}31m\u{80}", "�31m�");
        check("a\tb", "a    b");
        check("a\r\nb\rc\nd", "a\nb␍c\nd");
        check("a\u{85}b\u{2028}c\u{2029}", "a␤b␤c␤");
        check("\u{1b}\u{301}", "␛◌\u{301}");
    }

    #[test]
    fn one_line_places_show_their_newlines() {
        assert_eq!(shown_line("a\nb\r\nc").as_str(), "a␤b␤c");
        assert_eq!(shown_line("汉字").as_str(), "汉字");
    }

    #[test]
    fn bidi_controls_are_named_and_reported() {
        check("12\u{202e}31\u{2066}\u{61c}", "12⟨RLO⟩31⟨LRI⟩⟨ALM⟩");
        assert!(shown("\u{200f}").has_bidi_controls());
        assert!(!shown("السلام عليكم (A/79/1)").has_bidi_controls());
    }

    #[test]
    fn what_cannot_be_seen_is_marked_once_for_a_run() {
        check("a\u{200b}b", "a∙b");
        check("a\u{200b}\u{2060}\u{3164}b", "a∙b");
        check("A\u{e0041}\u{e0042}\u{e007f}B", "A∙B");
        check("a\u{feff}b", "a∙b");
        check("\u{feff}text", "text");
        check("co\u{ad}operate", "cooperate");
        check("中\u{1161}文", "中∙文");
        check("a\u{fffe}\u{fdd0}", "a��");
        assert!(shown("a\u{200b}").has_hidden() && !shown("co\u{ad}op").has_hidden());
    }

    #[test]
    fn joiners_and_selectors_stay_where_a_script_needs_them() {
        for text in [
            "می\u{200c}خواهم",
            "1446 ه\u{200d}",
            "क\u{94d}\u{200d}ष",
            "👩\u{200d}👩\u{200d}👧",
            "❤\u{fe0f}",
            "1\u{fe0f}\u{20e3}",
            "🏳\u{fe0f}\u{200d}🌈",
            "👍🏽",
            "葛\u{e0100}",
            "각 \u{1112}\u{1161}\u{11ab}",
        ] {
            check(text, text);
        }
        check("pass\u{200d}word", "pass∙word");
        check("pass\u{200c}word", "pass∙word");
        check("a\u{fe01}\u{fe0f}\u{e0100}", "a∙");
        check("汉\u{200d}字", "汉∙字");
        check("\u{200d}", "∙");
    }

    #[test]
    fn a_pile_of_marks_is_cut_and_a_lone_mark_gets_a_base() {
        let pile = format!("z{}", "\u{301}".repeat(200));
        check(&pile, &format!("z{}", "\u{301}".repeat(8)));
        check("\u{301}a", "◌\u{301}a");
        check("المؤقَّتة é e\u{301}", "المؤقَّتة é e\u{301}");
    }

    #[test]
    fn text_that_needs_nothing_is_borrowed() {
        for text in ["", "第 7/5 号决议……", "Les États «\u{a0}oui\u{a0}»", "e\u{301} 👍🏽 ی\u{200c}خ"]
        {
            assert!(
                matches!(shown(text), Shown { text: Cow::Borrowed(_), ref changes, .. } if changes.is_empty())
            );
        }
    }

    #[test]
    fn ranges_map_to_whole_signs_both_ways() {
        let stored = "a\tb\u{ad}c\u{202e}d\u{200b}\u{200b}e";
        let view = shown(stored);
        assert_eq!(view.as_str(), "a    bc⟨RLO⟩d∙e");
        let source = |part: &str| {
            let at = view.as_str().find(part).unwrap();
            stored.get(view.source_range(at..at + part.len())).unwrap()
        };
        assert_eq!(source("a"), "a");
        assert_eq!(source("  b"), "\tb");
        assert_eq!(source("b"), "b");
        assert_eq!(source("bc"), "b\u{ad}c");
        assert_eq!(source("c"), "c");
        assert_eq!(source("RL"), "\u{202e}");
        assert_eq!(source("∙"), "\u{200b}\u{200b}");
        assert_eq!(source("e"), "e");
        let drawn = |range: Range<usize>| view.as_str().get(view.shown_range(range)).unwrap();
        assert_eq!(drawn(1..2), "    ");
        assert_eq!(drawn(2..6), "bc");
        assert_eq!(drawn(3..5), "");
        assert_eq!(drawn(0..stored.len()), view.as_str());
        assert_eq!(view.shown_range(99..120), view.as_str().len()..view.as_str().len());
        assert_eq!(view.source_range(3..3), 1..1);
    }

    /// Characters that hurt, and ordinary ones between them.
    fn hostile() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            any::<char>().prop_map(String::from),
            "[a-z汉字，السلام]{1,4}",
            proptest::sample::select(vec![
                "\u{1b}]52;c;eA==\u{7}",
                "\r\n",
                "\r",
                "\n",
                "\t",
                "\u{9b}",
                "\u{202e}",
                "\u{2066}",
                "\u{61c}",
                "\u{200b}",
                "\u{feff}",
                "\u{3164}",
                "\u{e0041}",
                "\u{2028}",
                "\u{200d}",
                "\u{200c}",
                "\u{fe0f}",
                "\u{e0100}",
                "\u{ad}",
                "\u{301}",
                "\u{20e3}",
                "\u{1161}",
                "\u{11a8}",
                "\u{1100}",
                "👩",
                "🇨",
                "क\u{94d}",
                "\u{600}",
                "\u{34f}",
                "\u{ffff}",
            ])
            .prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn nothing_that_drives_a_terminal_or_hides_is_left(text in hostile()) {
            let view = shown(&text);
            for (at, cluster) in view.as_str().grapheme_indices(true).filter(|(_, cluster)| *cluster != "\n") {
                prop_assert!(grapheme_width(cluster, Narrow) > 0, "{:?} at {} of {:?}", cluster, at, view.as_str());
                prop_assert!(!cluster.chars().any(|c| c.is_control() || bidi_name(c).is_some() || is_hidden(c)));
            }
            prop_assert!(!shown_line(&text).as_str().contains('\n'));
        }

        #[test]
        fn what_is_shown_is_shown_as_it_is(text in hostile()) {
            let once = shown(&text);
            let twice = shown(once.as_str());
            prop_assert_eq!(twice.as_str(), once.as_str());
            prop_assert!(!twice.is_altered());
        }

        #[test]
        fn ranges_map_in_order_and_to_character_borders(text in hostile(), a in 0usize..200, b in 0usize..200) {
            let view = shown(&text);
            let range = view.source_range(a.min(b)..a.max(b));
            prop_assert!(text.get(range.clone()).is_some(), "{range:?}");
            prop_assert!(view.as_str().get(view.shown_range(a.min(b)..a.max(b))).is_some());
            let back = view.shown_range(range.clone());
            prop_assert_eq!(view.source_range(back), range);
            prop_assert!(view.source_range(a..a).start <= view.source_range(a + b..a + b).start);
        }
    }
}
