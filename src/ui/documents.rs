//! The list of documents to choose from.

use ratatui::layout::Rect;

use super::Pen;
use super::frame::goes_on;
use super::signs::{DOT, HORIZONTAL};
use super::theme::Role;
use crate::app::{ShelfLine, Shell};
use crate::messages::user_message;

pub fn draw(shell: &Shell, pen: &mut Pen<'_>, pick: usize) {
    let area = pen.buffer.area;
    pen.text(1, 0, area.width - 2, &shell.messages.say(&user_message("documents-title")), Role::Strong);
    let quiet = pen.style(Role::Quiet);
    for x in 0..area.width {
        pen.raw(x, 2, 1, HORIZONTAL, quiet);
    }
    for (y, shelf_line) in shell.shelf_rows().zip(shell.shelf_lines().iter().skip(shell.shelf_top())) {
        line(shell, pen, Rect { y, height: 1, ..area }, shelf_line, pick);
    }
    let rows = shell.shelf_rows();
    let more = shell.shelf_lines().len().saturating_sub(shell.shelf_top() + rows.len());
    goes_on(pen, Rect { y: rows.start, height: rows.end - rows.start, ..area }, more);
}

fn line(shell: &Shell, pen: &mut Pen<'_>, area: Rect, line: &ShelfLine, pick: usize) {
    let y = area.y;
    match line {
        ShelfLine::Report { symbol, parts, reviewed } => {
            let progress = format!("{}/{}", reviewed.0, reviewed.1);
            let taken = pen.right(1, y, area.width - 2, &[(&progress, Role::Quiet)]);
            let parts = shell.messages.say(&user_message("documents-parts").count("count", *parts));
            let pieces =
                [("  ", Role::Plain), (symbol, Role::Strong), (DOT, Role::Quiet), (&parts, Role::Quiet)];
            pen.pieces(0, y, area.width.saturating_sub(taken + 3), &pieces);
        }
        ShelfLine::Symbol { place, words, part } => {
            let Some(entry) = shell.entries.get(*place) else { return };
            let (reviewed, total) = entry.reviewed;
            let progress =
                if entry.trouble.is_some() { String::new() } else { format!("{reviewed}/{total}") };
            let taken = pen.right(1, y, area.width - 2, &[(&progress, Role::Quiet)]);
            let digit = if *place < 9 { (place + 1).to_string() } else { " ".to_owned() };
            let languages: Vec<String> =
                entry.versions.iter().map(|v| shell.language_name(&v.language)).collect();
            let language = shell.messages.listed(languages);
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
            let Some(entry) = shell.entries.get(*place) else { return };
            let x = if *part { 6 } else { 4 };
            let columns = area.width.saturating_sub(x + 1);
            match &entry.trouble {
                Some(why) => pen.text(x, y, columns, &shell.messages.say(why), Role::Trouble),
                None => pen.text(x, y, columns, &entry.title, Role::Quiet),
            };
        }
    }
}
