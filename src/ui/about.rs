//! The About page.

use super::Pen;
use super::theme::Role;
use crate::app::{OpenDocument, PageStyle, Shell};
use crate::layout::Areas;
use crate::messages::user_message;

pub fn draw(shell: &Shell, open: &OpenDocument, pen: &mut Pen<'_>, areas: &Areas) {
    let title = shell.messages.say(&user_message("about-title"));
    pen.text(areas.title.x, areas.title.y, areas.title.width, &title, Role::Strong);
    let (lines, margin) = open.about_lines(shell);
    let margin = u16::try_from(margin).unwrap_or(u16::MAX);
    let area = areas.reader;
    for (y, line) in (area.y..area.bottom()).zip(lines.iter().skip(open.view.about_top)) {
        let role = match line.look {
            PageStyle::Plain => Role::Plain,
            PageStyle::Strong => Role::Strong,
            PageStyle::Trouble => Role::Trouble,
        };
        pen.text(area.x, y, margin.saturating_sub(1), &line.label, Role::Key);
        pen.text(area.x + margin, y, area.width.saturating_sub(margin), &line.words, role);
    }
}
