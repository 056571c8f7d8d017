//! Notes at the foot of the page, with the place of their mark.

use std::ops::Range;

/// A text without the marks of footnotes that are digits of it: for a line that tells how it begins.
#[must_use]
pub fn without_marks(text: &str, footnotes: &[Footnote]) -> String {
    let held = |at: usize| {
        footnotes.iter().filter_map(|footnote| footnote.place.as_ref()).any(|place| place.contains(&at))
    };
    text.char_indices().filter(|(at, _)| !held(*at)).map(|(_, c)| c).collect()
}

/// A note at the foot of the page. Not part of the text that anchors count in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// The mark that refers to it: `1`, `*`.
    pub mark: String,
    /// Its words, without the mark.
    pub text: String,
    /// Where the mark stands, in bytes of the stored text. Empty: the mark is not part of that text and is shown there;
    /// not empty: the text itself has the mark there. None if the place is not known.
    pub place: Option<Range<usize>>,
}
