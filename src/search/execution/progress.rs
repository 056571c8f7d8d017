//! How much of a search is done and what it counted.

use crate::search::matching::hit::Tier;
use crate::search::query::field::What;

/// How far a search is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SearchProgress {
    /// How many paragraphs hold what was typed ([`Tier::is_strict`]), so far.
    pub strict: usize,
    /// How many notes do, so far.
    pub notes: usize,
    /// How many headings and mastheads do, so far.
    pub headings: usize,
    /// How many more of all these match by their sound, so far.
    pub sound: usize,
    /// How many more match loosely, so far.
    pub loose: usize,
    /// All paragraphs of the index.
    pub total: usize,
    /// Whether the counts are whole and the hits the best there are.
    pub done: bool,
}

impl SearchProgress {
    /// Counts one more that was found.
    pub(super) fn count(&mut self, what: What, tier: Tier) {
        let count = match (tier, what) {
            (Tier::Pinyin, _) => &mut self.sound,
            (Tier::Loose, _) => &mut self.loose,
            (_, What::Paragraph) => &mut self.strict,
            (_, What::Note) => &mut self.notes,
            (_, What::Heading | What::Masthead) => &mut self.headings,
        };
        *count += 1;
    }
}
