//! The search bar.

use ratatui::layout::Rect;

use super::Pen;
use super::signs::DOT;
use super::theme::Role;
use crate::app::{App, Field, Mode, Shell};
use crate::messages::{UserMessage, user_message};
use crate::search::SearchResults;
use crate::text;

/// Draws the bar; returns the cell of the caret while it is open.
pub fn draw(app: &App, pen: &mut Pen<'_>, area: Rect) -> Option<(u16, u16)> {
    let say = |said: &UserMessage| app.shell.messages.say(said);
    pen.text(area.x + 1, area.y, 2, "/ ", Role::Key);
    let x = area.x + 3;
    match &app.shell.mode {
        Mode::Search(bar) => {
            let counter = match &bar.found {
                _ if bar.field.text().trim().is_empty() => String::new(),
                Some(found) if bar.reach.unread > 0 => format!("{} …", counter(&app.shell, found)),
                Some(found) => counter(&app.shell, found),
                None => String::new(),
            };
            let taken = pen.right(x, area.y, area.right() - x - 1, &[(&counter, Role::Strong)]);
            let room = (area.right() - x).saturating_sub(taken + 3).max(2);
            let column = line(pen, x, area.y, room, &bar.field);
            Some((x + column, area.y))
        }
        _ => {
            match app.view().and_then(|view| view.hits.as_ref()) {
                Some(hits) => {
                    let counter = counter(&app.shell, &hits.found);
                    let taken = pen.right(x, area.y, area.right() - x - 1, &[(&counter, Role::Quiet)]);
                    pen.text(
                        x,
                        area.y,
                        (area.right() - x).saturating_sub(taken + 3),
                        &hits.query,
                        Role::Plain,
                    );
                }
                None => {
                    pen.text(
                        x,
                        area.y,
                        area.right() - x,
                        &say(&user_message("search-placeholder")),
                        Role::Quiet,
                    );
                }
            }
            None
        }
    }
}

/// A field of one line, which scrolls so that the caret stays in it; returns the caret's column.
pub fn line(pen: &mut Pen<'_>, x: u16, y: u16, room: u16, field: &Field) -> u16 {
    let (start, column) = field.window(usize::from(room), pen.ambiguous);
    let shown = text::shown_line(field.text().get(start..).unwrap_or_default());
    pen.raw(x, y, room, shown.as_str(), ratatui::style::Style::default());
    u16::try_from(column).unwrap_or(0)
}

/// "3 of 20 ∙ 12 similar".
fn counter(shell: &Shell, found: &SearchResults) -> String {
    let parts: Vec<String> = shell.found_said(found).iter().map(|said| shell.messages.say(said)).collect();
    parts.join(DOT)
}
