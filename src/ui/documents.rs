//! The list of documents to choose from.

use ratatui::layout::Rect;

use super::Pen;
use super::frame::goes_on;
use super::signs::{DOT, HORIZONTAL};
use super::theme::Role;
use crate::app::{App, ShelfLine};
use crate::messages::said;

pub fn draw(app: &App, pen: &mut Pen<'_>, pick: usize) {
    let area = pen.buffer.area;
    pen.text(1, 0, area.width - 2, &app.messages.say(&said("documents-title")), Role::Strong);
    let quiet = pen.style(Role::Quiet);
    for x in 0..area.width {
        pen.raw(x, 2, 1, HORIZONTAL, quiet);
    }
    for (y, shelf_line) in app.shelf_rows().zip(app.shelf_lines().iter().skip(app.shelf_top())) {
        line(app, pen, Rect { y, height: 1, ..area }, shelf_line, pick);
    }
    let rows = app.shelf_rows();
    let more = app.shelf_lines().len().saturating_sub(app.shelf_top() + rows.len());
    goes_on(pen, Rect { y: rows.start, height: rows.end - rows.start, ..area }, more);
}

fn line(app: &App, pen: &mut Pen<'_>, area: Rect, line: &ShelfLine, pick: usize) {
    let y = area.y;
    match line {
        ShelfLine::Report { symbol, parts, reviewed } => {
            let progress = format!("{}/{}", reviewed.0, reviewed.1);
            let taken = pen.right(1, y, area.width - 2, &[(&progress, Role::Quiet)]);
            let parts = app.messages.say(&said("documents-parts").count("count", *parts));
            let pieces =
                [("  ", Role::Plain), (symbol, Role::Strong), (DOT, Role::Quiet), (&parts, Role::Quiet)];
            pen.pieces(0, y, area.width.saturating_sub(taken + 3), &pieces);
        }
        ShelfLine::Symbol { place, words, part } => {
            let Some(entry) = app.entries.get(*place) else { return };
            let (reviewed, total) = entry.reviewed;
            let progress =
                if entry.trouble.is_some() { String::new() } else { format!("{reviewed}/{total}") };
            let taken = pen.right(1, y, area.width - 2, &[(&progress, Role::Quiet)]);
            let digit = if *place < 9 { (place + 1).to_string() } else { " ".to_owned() };
            let languages: Vec<String> =
                entry.versions.iter().map(|v| app.language_name(&v.language)).collect();
            let language = app.messages.listed(languages);
            let picked = *place == pick;
            let pieces = [
                (if picked { "> " } else { "  " }, Role::Strong),
                (if *part { "  " } else { "" }, Role::Plain),
                (&digit, Role::Quiet),
                (" ", Role::Plain),
                (words, Role::Strong),
                (if language.is_empty() { "" } else { DOT }, Role::Quiet),
                (&language, Role::Plain),
            ];
            pen.pieces(0, y, area.width.saturating_sub(taken + 3), &pieces);
            if picked {
                let style = pen.style(Role::Pick);
                pen.restyle(area, style);
            }
        }
        ShelfLine::Title { place, part } => {
            let Some(entry) = app.entries.get(*place) else { return };
            let x = if *part { 6 } else { 4 };
            let columns = area.width.saturating_sub(x + 1);
            match &entry.trouble {
                Some(why) => pen.text(x, y, columns, &app.messages.say(why), Role::Trouble),
                None => pen.text(x, y, columns, &entry.title, Role::Quiet),
            };
        }
    }
}
