//! Where the reader stands: what of the document is at its top, kept whatever becomes of the screen's size. No keys.

use ratatui::layout::Size;

use super::{Mode, OpenDocument, Passage, Shell, SourceId, View, Visible};
use crate::layout::{Areas, Block, Point, ScrollPosition};
use crate::model::ParagraphIndex;

/// Rows at the reader's end that a long sentence at the foot of the screen may cover.
const COVERED: usize = 2;

/// Where the reader stood when it was last settled, and in what size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settled {
    source: Option<SourceId>,
    /// The reader's size; none before it had one.
    size: Size,
    /// Its first line then.
    top: ScrollPosition,
    /// What that line was chosen for: it is found again however often the size changes.
    point: Option<Point>,
}

impl OpenDocument {
    /// The reader's size; while the list alone is seen the size that it has in front. Zero if the screen is too small.
    #[must_use]
    pub fn reader_size(&self, shell: &Shell) -> Size {
        let areas = shell.areas(Some(&self.view));
        if areas.reader.is_empty() {
            shell.areas_with(Some(&self.view), true).reader.as_size()
        } else {
            areas.reader.as_size()
        }
    }

    /// What stands at the reader's top.
    pub(super) fn standing(&self, shell: &Shell) -> Option<Point> {
        let held = self.view.settled.point.filter(|_| self.view.settled.top == self.view.top);
        held.or_else(|| self.point_at(shell, self.view.top, self.reader_size(shell)))
    }

    fn point_at(&self, shell: &Shell, spot: ScrollPosition, size: Size) -> Option<Point> {
        Some(self.block_in(shell, spot.paragraph, size)?.point(spot.paragraph, spot.line))
    }

    /// Puts what stands at a point at the reader's top.
    pub(super) fn stand(&mut self, shell: &Shell, point: Point) {
        let Some(block) = self.block(shell, point.paragraph) else { return };
        self.view.top = ScrollPosition { paragraph: point.paragraph, line: block.line_at(&point) };
        self.view.settled.top = self.view.top;
        self.view.settled.point = Some(point);
    }

    /// Where the reader begins with a paragraph: with the headings above it, as far as they leave half of the screen
    /// for its text.
    pub(super) fn beginning(&self, shell: &Shell, at: ParagraphIndex) -> ScrollPosition {
        let height = usize::from(self.reader_size(shell).height);
        let line = self.block(shell, at).map_or(0, |block| {
            let first = block.first_text();
            let text = block.text.rows.len().min(height.div_ceil(2)).max(1);
            (first + text + COVERED).saturating_sub(height).min(first)
        });
        ScrollPosition { paragraph: at, line }
    }

    /// After every message: in another size the reader stands where it stood, and what one was at is seen again if
    /// it was seen; of the paragraph that commands act on something is always on the screen.
    pub(super) fn keep_standing(&mut self, shell: &Shell) {
        let size = self.reader_size(shell);
        if size.height == 0 {
            return;
        }
        let before = self.view.settled;
        let unmoved =
            before.source == Some(self.source) && before.top == self.view.top && before.size.height > 0;
        let point = before.point.filter(|_| unmoved);
        if unmoved && before.size != size {
            let point = point.or_else(|| self.point_at(shell, self.view.top, before.size));
            let (passage, first) = self.seen_in(shell, before.size);
            if let Some(point) = point {
                self.stand(shell, point);
            }
            let (passage_now, first_now) = self.seen_in(shell, size);
            if passage && !passage_now {
                self.reveal_passage(shell);
            } else if first
                && !first_now
                && let Some(at) = self.view.at
            {
                self.view.top = self.beginning(shell, at);
            }
            self.view.settled.point = point;
        } else {
            self.view.settled.point = point;
        }
        if let Some(at) = self.view.at
            && !self.visible_in(shell, size).iter().any(|line| line.paragraph == at)
        {
            self.view.top = self.beginning(shell, at);
            self.view.settled.point = None;
        }
        self.view.settled =
            Settled { source: Some(self.source), size, top: self.view.top, ..self.view.settled };
    }

    /// Whether what is selected is on the screen whole, and whether the first row of the paragraph is.
    fn seen_in(&self, shell: &Shell, size: Size) -> (bool, bool) {
        let Some((at, block)) = self.view.at.and_then(|at| Some((at, self.block_in(shell, at, size)?)))
        else {
            return (false, false);
        };
        let visible = self.visible_in(shell, size);
        let seen = |line: usize| visible.iter().any(|v: &Visible| v.paragraph == at && v.line == line);
        let passage = self.passage_lines(shell, at, &block).is_some_and(|lines| lines.into_iter().all(seen));
        (passage, seen(block.first_text()))
    }

    /// The lines of what is selected in the paragraph at a position; none if nothing of it is.
    pub(super) fn passage_lines(
        &self,
        shell: &Shell,
        at: ParagraphIndex,
        block: &Block,
    ) -> Option<std::ops::Range<usize>> {
        match (&shell.mode, &self.view.passage) {
            (Mode::Select(selection), _) => {
                let line = block.line_of_byte(selection.moving);
                Some(line..line + 1)
            }
            (_, Some(Passage::Note(note))) => {
                let place = self.notes_at(at).iter().position(|view| view.reference() == *note);
                // Beside the text it is seen where its paragraph is.
                let beside = || block.first_text()..block.first_text() + 1;
                place.map(
                    |place| if self.has_notes_beside(shell) { beside() } else { block.lines_of_note(place) },
                )
            }
            (_, Some(Passage::Footnote(_))) => self.footnote_lines(at, block),
            _ if self.is_heading_selected() => self.heading_lines(block),
            _ => self.selected_range(at).map(|range| {
                block.line_of_byte(range.start)..block.line_of_byte(range.end.saturating_sub(1)) + 1
            }),
        }
    }
}

impl Shell {
    /// The areas, with the reader in front where there is room for one pane.
    fn areas_with(&self, view: Option<&View>, reader_in_front: bool) -> Areas {
        Areas::of(self.size, crate::layout::Panes { reader_in_front, ..self.panes(view) })
    }
}
