//! The table of paragraphs by reviewer: everyone's statuses side by side. Read off the state; nothing is kept.

use ratatui::layout::Rect;

use super::{Mode, OpenDocument, Shell};
use crate::layout::keep_in_view;
use crate::model::{CurrentStatus, ParagraphIndex, Review};

/// Rows of the panel that hold no paragraph: its frame and the reviewers' names.
const AROUND: u16 = 3;

impl OpenDocument {
    /// All reviews of the document, one's own first.
    pub fn reviews(&self) -> impl Iterator<Item = &Review> {
        std::iter::once(&self.mine).chain(&self.others)
    }

    /// The status that each reviewer gave the paragraph at a position, one's own first.
    #[must_use]
    pub fn statuses_at(&self, at: ParagraphIndex) -> Vec<CurrentStatus> {
        let Some(paragraph) = self.paragraph(at) else { return Vec::new() };
        self.reviews().map(|review| review.current_status(self.document.language(), paragraph)).collect()
    }

    /// The frame of the table, and the first paragraph that is visible in it.
    #[must_use]
    pub fn status_table_area(&self, shell: &Shell) -> Option<(Rect, usize)> {
        let Mode::StatusTable(pick) = shell.mode else { return None };
        let whole = shell.areas(Some(&self.view)).whole;
        let room = whole.height.saturating_sub(1);
        let wanted = u16::try_from(self.count()).unwrap_or(u16::MAX).saturating_add(AROUND);
        let height = wanted.min(room);
        let rows = usize::from(height.saturating_sub(AROUND));
        let area = Rect::new(0, room - height, whole.width, height);
        Some((area, keep_in_view(pick.saturating_sub(rows / 2), pick, rows, self.count())))
    }

    /// The row of the table at a row of the screen.
    #[must_use]
    pub fn status_table_at(&self, shell: &Shell, row: u16) -> Option<usize> {
        let (area, top) = self.status_table_area(shell)?;
        let line = row.checked_sub(area.y + 2)?;
        let place = top + usize::from(line);
        (line < area.height.saturating_sub(AROUND) && place < self.count()).then_some(place)
    }
}
