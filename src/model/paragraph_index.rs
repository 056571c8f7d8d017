//! Where a paragraph stands in its document. No label, and nothing that is kept.

use super::{Document, Paragraph};

/// The position of a paragraph among the [paragraphs](Document::paragraphs) of a document, counted from 0. It holds in
/// one language version and as long as its text is not read anew; what outlasts that names a paragraph by its label. It
/// is never written in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ParagraphIndex(pub usize);

impl ParagraphIndex {
    /// The position after it, whether the document has one there or not.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The position before it; none before the first.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }

    /// The positions from it to another one, both among them.
    pub fn up_to(self, last: Self) -> impl Iterator<Item = Self> + Clone {
        (self.0..=last.0).map(Self)
    }
}

impl Document {
    /// The paragraph at a position.
    #[must_use]
    pub fn paragraph_at(&self, at: ParagraphIndex) -> Option<&Paragraph> {
        self.paragraphs.get(at.0)
    }

    /// The positions of all paragraphs.
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = ParagraphIndex> + Clone + use<> {
        (0..self.paragraphs.len()).map(ParagraphIndex)
    }

    /// All paragraphs with their positions.
    pub fn paragraphs_placed(&self) -> impl Iterator<Item = (ParagraphIndex, &Paragraph)> {
        self.indices().zip(&self.paragraphs)
    }

    /// The position of the first paragraph that fits.
    #[must_use]
    pub fn position_where(&self, fits: impl FnMut(&Paragraph) -> bool) -> Option<ParagraphIndex> {
        self.paragraphs.iter().position(fits).map(ParagraphIndex)
    }
}
