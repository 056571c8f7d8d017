//! Where the reader stands: what of the document is at its top, kept whatever becomes of the screen's size. No keys.

use ratatui::layout::Size;

use super::state::App;
use super::{Mode, Passage, Visible};
use crate::page::{Areas, Block, Point, Spot};

/// Where the reader stood when it was last settled, and in what size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settled {
    /// The open document.
    source: Option<usize>,
    /// The reader's size; none before it had one.
    size: Size,
    /// Its first line then.
    top: Spot,
    /// What that line was chosen for: it is found again however often the size changes.
    point: Option<Point>,
}

impl App {
    /// The reader's size; while the list alone is seen the size that it has in front. Zero if the screen is too small.
    #[must_use]
    pub fn reader_size(&self) -> Size {
        let areas = self.areas();
        if areas.reader.is_empty() { self.areas_with(true).reader.as_size() } else { areas.reader.as_size() }
    }

    /// What stands at the reader's top.
    pub(super) fn standing(&self) -> Option<Point> {
        let held = self.settled.point.filter(|_| self.settled.top == self.top);
        held.or_else(|| self.point_at(self.top, self.reader_size()))
    }

    fn point_at(&self, spot: Spot, size: Size) -> Option<Point> {
        Some(self.block_in(spot.paragraph, size)?.point(spot.paragraph, spot.line))
    }

    /// Puts what stands at a point at the reader's top.
    pub(super) fn stand(&mut self, point: Point) {
        let Some(block) = self.block(point.paragraph) else { return };
        self.top = Spot { paragraph: point.paragraph, line: block.line_at(&point) };
        self.settled.top = self.top;
        self.settled.point = Some(point);
    }

    /// Where the reader begins with a paragraph: with the headings above it, as far as they leave half of the screen
    /// for its text.
    pub(super) fn beginning(&self, at: usize) -> Spot {
        let height = usize::from(self.reader_size().height);
        let line = self.block(at).map_or(0, |block| {
            let first = block.first_text();
            let text = block.text.rows.len().min(height.div_ceil(2)).max(1);
            (first + text).saturating_sub(height).min(first)
        });
        Spot { paragraph: at, line }
    }

    /// After every message: in another size the reader stands where it stood, and what one was at is seen again if
    /// it was seen; of the paragraph that commands act on something is always on the screen.
    pub(super) fn keep_standing(&mut self) {
        let size = self.reader_size();
        if size.height == 0 {
            return;
        }
        let before = self.settled;
        let unmoved = before.source == self.source && before.top == self.top && before.size.height > 0;
        let point = before.point.filter(|_| unmoved);
        if unmoved && before.size != size {
            let point = point.or_else(|| self.point_at(self.top, before.size));
            let (passage, first) = self.seen_in(before.size);
            if let Some(point) = point {
                self.stand(point);
            }
            let (passage_now, first_now) = self.seen_in(size);
            if passage && !passage_now {
                self.reveal_passage();
            } else if first
                && !first_now
                && let Some(at) = self.at
            {
                self.top = self.beginning(at);
            }
            self.settled.point = point;
        } else {
            self.settled.point = point;
        }
        if let Some(at) = self.at
            && !self.visible_in(size).iter().any(|line| line.paragraph == at)
        {
            self.top = self.beginning(at);
            self.settled.point = None;
        }
        self.settled = Settled { source: self.source, size, top: self.top, ..self.settled };
    }

    /// Whether what is selected is on the screen whole, and whether the first row of the paragraph is.
    fn seen_in(&self, size: Size) -> (bool, bool) {
        let Some((at, block)) = self.at.and_then(|at| Some((at, self.block_in(at, size)?))) else {
            return (false, false);
        };
        let visible = self.visible_in(size);
        let seen = |line: usize| visible.iter().any(|v: &Visible| v.paragraph == at && v.line == line);
        let passage = self.passage_lines(at, &block).is_some_and(|lines| lines.into_iter().all(seen));
        (passage, seen(block.first_text()))
    }

    /// The lines of what is selected in the paragraph at a position; none if nothing of it is.
    pub(super) fn passage_lines(&self, at: usize, block: &Block) -> Option<std::ops::Range<usize>> {
        match (&self.mode, &self.passage) {
            (Mode::Select(selection), _) => {
                let line = block.line_of_byte(selection.moving);
                Some(line..line + 1)
            }
            (_, Some(Passage::Text { paragraph, range })) if *paragraph == at => {
                Some(block.line_of_byte(range.start)..block.line_of_byte(range.end.saturating_sub(1)) + 1)
            }
            (_, Some(Passage::Note(note))) => {
                let place = self.notes_at(at).iter().position(|view| view.reference() == *note);
                place.map(|place| block.lines_of_note(place))
            }
            _ => None,
        }
    }

    /// The areas, with the reader in front where there is room for one pane.
    fn areas_with(&self, reader_in_front: bool) -> Areas {
        Areas::of(self.size, crate::page::Panes { reader_in_front, ..self.panes() })
    }
}
