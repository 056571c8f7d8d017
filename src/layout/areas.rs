//! Where each part of the screen is, for any size.

use ratatui::layout::{Position, Rect, Size};

/// Below this many columns or rows there is only a sentence.
pub const SMALLEST: Size = Size { width: 40, height: 10 };

/// From this width on, list and reader stand side by side.
const TWO_PANES: u16 = 72;
/// From this width on, notes stand beside a text that has a measure.
const NOTES_BESIDE: u16 = 150;
/// The columns that the notes beside the text have at least, and at most.
const NOTES: (u16, u16) = (32, 56);

/// What decides the division of the screen, apart from its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Panes {
    /// Which pane one sees if there is room for one only.
    pub reader_in_front: bool,
    /// The reader takes the whole width.
    pub wide: bool,
    /// Rows of the box in which a note is written; 0: no box.
    pub compose: u16,
    /// Whether the search bar is open.
    pub search: bool,
    /// The most columns of the reader's text; 0: as many as there are.
    pub measure: u16,
    /// The columns that the list has a use for; it gets them where the reader does not need them.
    pub list: u16,
}

/// The parts of the screen. A part that is not shown is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Areas {
    /// The whole screen.
    pub whole: Rect,
    /// Symbol, session, language, progress.
    pub head: Rect,
    /// The tabs.
    pub tabs: Rect,
    /// The line under the tabs.
    pub rule: Rect,
    /// The tab's list.
    pub list: Rect,
    /// The column between list and reader.
    pub divider: Rect,
    /// The reader's first line: heading, number, speaker, status.
    pub title: Rect,
    /// The reader.
    pub reader: Rect,
    /// The notes beside the reader; empty: they stand below their paragraphs.
    pub notes: Rect,
    /// The box in which a note is written.
    pub compose: Rect,
    /// The search bar.
    pub search: Rect,
    /// The last line: keys, and whether all is saved.
    pub foot: Rect,
}

impl Areas {
    /// Divides a screen.
    #[must_use]
    pub fn of(size: Size, panes: Panes) -> Self {
        let whole = Rect::new(0, 0, size.width, size.height);
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            return Self { whole, ..Self::default() };
        }
        let line = |y: u16| Rect::new(0, y, size.width, 1);
        let foot = line(size.height - 1);
        let search = if panes.search { line(size.height - 2) } else { Rect::default() };
        let body_end = size.height - 1 - u16::from(panes.search);
        let body_top = 3;
        // The passage above the box keeps at least a title and two rows.
        let compose_rows = panes.compose.min(body_end.saturating_sub(body_top + 3));
        let compose = if compose_rows == 0 {
            Rect::default()
        } else {
            Rect::new(0, body_end - compose_rows, size.width, compose_rows)
        };
        let body = Rect::new(0, body_top, size.width, body_end - body_top - compose_rows);
        let mut areas = Self {
            whole,
            head: line(0),
            tabs: line(1),
            rule: line(2),
            foot,
            search,
            compose,
            ..Self::default()
        };
        if panes.wide || (size.width < TWO_PANES && panes.reader_in_front) {
            areas.split_reader(body, panes.measure);
            // Where it is alone it stands in the middle.
            let left = (areas.title.width - areas.reader.width) / 2;
            areas.title.x += left;
            areas.title.width -= left;
            areas.reader.x += left;
        } else if size.width < TWO_PANES {
            areas.list = body;
        } else {
            // The divider, and a column on each side of the text.
            let spare = match panes.measure {
                0 => 0,
                measure => size.width.saturating_sub(measure.saturating_add(3)),
            };
            // Notes have what they need, then the list, then notes what they have a use for.
            let notes = match panes.measure {
                measure if measure > 0 && size.width >= NOTES_BESIDE => {
                    spare.saturating_sub(panes.list).clamp(NOTES.0, NOTES.1)
                }
                _ => 0,
            };
            let list = (size.width / 3).clamp(27, 44).max(spare.saturating_sub(notes).min(panes.list));
            areas.list = Rect { width: list, ..body };
            areas.divider = Rect { x: list, width: 1, ..body };
            let width = size.width - list - 1 - notes;
            areas.split_reader(Rect { x: list + 1, width, ..body }, panes.measure);
            if notes > 0 {
                // Beside the text itself, not beside its title.
                let x = areas.reader.right() + 1;
                areas.notes = Rect { x, width: notes.min(size.width - x), ..areas.reader };
            }
        }
        areas
    }

    fn split_reader(&mut self, body: Rect, measure: u16) {
        let inner = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
        self.title = Rect { height: 1.min(inner.height), ..inner };
        let width = if measure == 0 { inner.width } else { inner.width.min(measure) };
        self.reader = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), width, ..inner };
    }

    /// Whether the screen is too small for anything but a sentence.
    #[must_use]
    pub fn too_small(&self) -> bool {
        self.foot.width == 0
    }

    /// The part of the screen at a cell: used for the mouse.
    #[must_use]
    pub fn holds(area: Rect, column: u16, row: u16) -> bool {
        area.contains(Position::new(column, row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_never_overlap_and_never_leave_the_screen() {
        for width in (1..=140).chain([160, 200, 300, u16::MAX]) {
            for height in 1..=45 {
                for bits in 0..16 {
                    let panes = Panes {
                        reader_in_front: bits & 1 == 1,
                        wide: bits & 2 == 2,
                        compose: if bits & 4 == 4 { 9 } else { 0 },
                        search: bits & 1 == 0,
                        measure: if bits & 8 == 8 { 60 } else { 0 },
                        list: if bits & 2 == 2 { 30 } else { u16::MAX },
                    };
                    let a = Areas::of(Size::new(width, height), panes);
                    let parts = [
                        a.head, a.tabs, a.rule, a.list, a.divider, a.title, a.reader, a.notes, a.compose,
                        a.search, a.foot,
                    ];
                    for (i, one) in parts.iter().enumerate() {
                        assert!(one.is_empty() || a.whole.union(*one) == a.whole);
                        for other in parts.iter().skip(i + 1) {
                            assert!(!one.intersects(*other), "{width}x{height} {panes:?}: {one} {other}");
                        }
                    }
                    assert_eq!(a.too_small(), width < 40 || height < 10);
                    assert!(a.too_small() || a.list.area() > 0 || a.reader.area() > 0);
                }
            }
        }
    }
}
