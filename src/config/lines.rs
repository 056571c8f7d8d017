//! The lines of the text of `config.toml`: where what is told stands. Nothing of what it means.

/// The lines of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines<'a>(pub &'a str);

impl Lines<'_> {
    /// The line in which something begins, from 1; 1 where it is not known.
    pub fn of(self, span: Option<std::ops::Range<usize>>) -> usize {
        let before = self.0.get(..span.map_or(0, |span| span.start)).unwrap_or_default();
        before.matches('\n').count() + 1
    }
}
