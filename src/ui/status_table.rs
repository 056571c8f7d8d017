//! The table of paragraphs by reviewer: a row a paragraph, a column a reviewer, one's own first.

use ratatui::layout::Rect;

use super::Pen;
use super::frame::window;
use super::signs::status_sign;
use super::theme::Role;
use crate::app::{OpenDocument, Shell};
use crate::messages::{captions, user_message};
use crate::model::{CurrentStatus, ReviewStatus};

/// Columns for the number of a paragraph.
const NUMBER: u16 = 16;
/// The least columns of a reviewer.
const LEAST: u16 = 14;

pub fn draw(shell: &Shell, open: &OpenDocument, pen: &mut Pen<'_>, pick: usize) {
    let Some((area, top)) = open.status_table_area(shell) else { return };
    let names: Vec<&str> = open.reviews().map(|review| review.reviewer.as_str()).collect();
    let inner = window(
        pen,
        area,
        &shell.messages.say(&user_message("status-table-title").count("count", names.len())),
    );
    let room = inner.width.saturating_sub(NUMBER);
    let fit = (usize::from(room / LEAST)).clamp(1, names.len().max(1));
    let width = room / u16::try_from(fit).unwrap_or(1).max(1);
    let column = |place: usize| inner.x + NUMBER + width * u16::try_from(place).unwrap_or(0);
    for (place, name) in names.iter().take(fit).enumerate() {
        pen.text(column(place), inner.y, width.saturating_sub(2), name, Role::Strong);
    }
    // Who has no room in the table is counted in its last column's head.
    if fit < names.len() {
        let more = shell.messages.say(&user_message("status-table-more").count("count", names.len() - fit));
        pen.right(inner.x, inner.y, inner.width, &[(&more, Role::Quiet)]);
    }
    let rows = open.document.paragraphs_placed().skip(top);
    for ((at, paragraph), y) in rows.zip(inner.y + 1..inner.bottom()) {
        let picked = at.0 == pick;
        pen.text(inner.x, y, 2, if picked { "> " } else { "  " }, Role::Strong);
        pen.text(inner.x + 2, y, NUMBER - 3, &open.unit_number(&paragraph.label), Role::Plain);
        for (place, status) in open.statuses_at(at).into_iter().take(fit).enumerate() {
            let (words, role) = cell(shell, status);
            pen.text(column(place), y, width.saturating_sub(2), &words, role);
        }
        if picked {
            let style = pen.style(Role::Pick);
            pen.restyle(Rect { y, height: 1, ..inner }, style);
        }
    }
}

fn cell(shell: &Shell, status: CurrentStatus) -> (String, Role) {
    if status.given == ReviewStatus::Unreviewed {
        return (status_sign(status.given).to_owned(), Role::Quiet);
    }
    let words = captions::current_status_short(status);
    (format!("{} {}", status_sign(status.given), shell.messages.say(&words)), Role::Status(status.given))
}
