//! A window over the page: cleared, with a frame of signs that are one column wide in every terminal.

use ratatui::layout::Rect;

use super::Pen;
use super::signs::{HORIZONTAL, OPEN, VERTICAL};
use super::theme::Role;

/// Clears an area and frames it; returns what is inside.
pub fn window(pen: &mut Pen<'_>, area: Rect, title: &str) -> Rect {
    pen.clear(area);
    let quiet = pen.style(Role::Quiet);
    for x in area.left()..area.right() {
        pen.raw(x, area.top(), 1, HORIZONTAL, quiet);
        pen.raw(x, area.bottom().saturating_sub(1), 1, HORIZONTAL, quiet);
    }
    for y in area.top()..area.bottom() {
        pen.raw(area.left(), y, 1, VERTICAL, quiet);
        pen.raw(area.right().saturating_sub(1), y, 1, VERTICAL, quiet);
    }
    if !title.is_empty() {
        pen.text(area.x + 2, area.y, area.width.saturating_sub(4), &format!(" {title} "), Role::Strong);
    }
    Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    }
}

/// Says at the lower right corner of an area that a list goes on below it, by so many lines.
pub fn goes_on(pen: &mut Pen<'_>, area: Rect, more: usize) {
    if more > 0 && !area.is_empty() {
        pen.right(
            area.x,
            area.bottom() - 1,
            area.width.saturating_sub(1),
            &[(&format!(" {OPEN}{more} "), Role::Quiet)],
        );
    }
}
