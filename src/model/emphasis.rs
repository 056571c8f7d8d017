//! What stands out in a text: how, and where.

use std::ops::Range;

/// How letters are set where they stand out. UN documents print recommendations in bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EmphasisStyle {
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Underlined.
    Underline,
    /// Struck through.
    Struck,
}

impl EmphasisStyle {
    /// All of them, in the order in which files have them.
    pub const ALL: [Self; 4] = [Self::Bold, Self::Italic, Self::Underline, Self::Struck];

    /// The word in files and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Bold => "bold",
            Self::Italic => "italic",
            Self::Underline => "underline",
            Self::Struck => "struck",
        }
    }
}

/// A stretch of [`Paragraph::text`](super::Paragraph::text) that stands out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emphasis {
    /// How it is set.
    pub style: EmphasisStyle,
    /// Bytes of the stored text.
    pub range: Range<usize>,
}
