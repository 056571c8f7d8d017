//! [`Shown`]: the only form in which text that others wrote may reach a screen or a terminal; and [`bare`], the form for
//! a clipboard.
//!
//! Rules: controls become pictures, bidi controls their names, hidden characters a mark, piles of marks are cut. The
//! stored text is never altered: this is a view of it, with a map back. Classes of characters are in `invisible`; nothing
//! is measured or broken here.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use super::graphemes::{TAB, floor};
use super::invisible::{
    bidi_name, is_emoji, is_hidden, is_joiner, is_joining, is_noncharacter, is_plain, is_selector, is_unseen,
    may_vary, picture,
};

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
/// | zero-width, filler and tag characters, joiners and variation selectors that change nothing | one `∙` for the run |
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

/// The text for a clipboard: what does not show is left out, since a shell or another program would act on it, and
/// names and pictures of it are nothing that one wants to paste. Line ends of every kind become newlines, tabs stay.
#[must_use]
pub fn bare(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let kept = text.chars().filter_map(|c| match c {
        '\n' | '\t' => Some(c),
        '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{AD}' => None,
        c => (!is_unseen(c)).then_some(c),
    });
    kept.collect()
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
        Shown { text, changes: self.changes, stored_len: self.text.len(), bidi: self.bidi }
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

    /// Whether the stored text holds bidi controls: it may read otherwise elsewhere, which a person must be told.
    #[must_use]
    pub fn has_bidi_controls(&self) -> bool {
        self.bidi
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
mod tests;
