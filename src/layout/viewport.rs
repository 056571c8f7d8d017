//! Keeping a picked row in view without moving more than is needed, and a place in the reader.

use crate::model::ParagraphIndex;

/// A line of the reader: which paragraph, which line of its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct ScrollPosition {
    /// Position of the paragraph in the document.
    pub paragraph: ParagraphIndex,
    /// Line of its block.
    pub line: usize,
}

/// The first visible row of a list so that `picked` is visible, moved from `top` no further than is needed.
#[must_use]
pub fn keep_in_view(top: usize, picked: usize, rows: usize, total: usize) -> usize {
    let last_top = total.saturating_sub(rows);
    let top = top.min(last_top);
    if picked < top {
        picked
    } else if rows > 0 && picked >= top + rows {
        picked + 1 - rows
    } else {
        top
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_moves_only_when_the_pick_leaves_it() {
        for (top, picked, rows, total, expected) in
            [(0, 3, 10, 20, 0), (0, 10, 10, 20, 1), (5, 4, 10, 20, 4), (15, 19, 10, 20, 10), (3, 0, 0, 0, 0)]
        {
            assert_eq!(keep_in_view(top, picked, rows, total), expected);
        }
    }
}
