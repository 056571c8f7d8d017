//! A paragraph number as it is typed: one is there at each digit, and the next command acts on it.

use super::state::{App, Focus};
use crate::page::Point;

/// Digits typed so far, and where one was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goto {
    /// As typed: `18`, `18b`, `1-15`.
    pub typed: String,
    /// The paragraph one was at.
    pub back: Option<usize>,
    /// Where the reader stood.
    pub back_top: Option<Point>,
    /// And which pane had the focus.
    pub back_focus: Focus,
}

impl Goto {
    /// The first and last paragraph that are meant, in document order.
    #[must_use]
    pub fn range(&self, app: &App) -> Option<(usize, usize)> {
        let document = app.document.as_deref()?;
        match self.typed.split_once('-') {
            None => document.position_typed(&self.typed).map(|at| (at, at)),
            Some((first, last)) => {
                let first = document.position_typed(first)?;
                let last = document.position_typed(last)?;
                Some((first.min(last), first.max(last)))
            }
        }
    }
}
