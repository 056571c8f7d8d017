//! What the reader shows for a hit in a document that is not open: which document, and the excerpt.

use ratatui::layout::Rect;

use super::Pen;
use super::hits;
use super::signs::DOT;
use super::theme::Role;
use crate::app::App;
use crate::layout::Areas;
use crate::messages::user_message;
use crate::text;

pub fn draw(app: &App, pen: &mut Pen<'_>, areas: &Areas) {
    let Some(hit) = app.hit_elsewhere() else { return };
    let say = |said: &crate::messages::UserMessage| app.shell.messages.say(said);
    let number = hit.paragraph.as_ref().map(ToString::to_string).unwrap_or_default();
    let title = areas.title;
    let dot = if number.is_empty() { "" } else { DOT };
    let pieces = [(hit.symbol.0.as_str(), Role::Strong), (dot, Role::Quiet), (&number, Role::Strong)];
    pen.pieces(title.x, title.y, title.width, &pieces);
    let area = areas.reader;
    let entry = app.shell.entries.iter().find(|entry| entry.symbol == hit.symbol.0);
    let name = entry.map(|entry| entry.title.clone()).unwrap_or_default();
    let about = format!("{name}{DOT}{}", app.shell.language_name(&hit.language));
    let mut y = area.y;
    let mut write = |pen: &mut Pen<'_>, words: &str, role: Role, after: u16| {
        let shown = text::shown_line(words);
        for row in text::lay_out_heading(shown.as_str(), usize::from(area.width).max(2), app.shell.ambiguous)
        {
            if y < area.bottom() {
                pen.text(area.x, y, area.width, shown.as_str().get(row.range).unwrap_or_default(), role);
            }
            y += 1;
        }
        y += after;
        y
    };
    let y = write(pen, &about, Role::Plain, 1);
    if y < area.bottom() {
        hits::snippet(pen, Rect { y, height: 1, ..area }, hit);
    }
    write(pen, "", Role::Plain, 1);
    write(pen, &say(&user_message("search-elsewhere")), Role::Quiet, 0);
}
