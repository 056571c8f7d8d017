//! The list of documents to choose from.

use ratatui::layout::Rect;

use super::Pen;
use super::signs::{DOT, HORIZONTAL};
use super::theme::Role;
use crate::app::App;
use crate::messages::said;

pub fn draw(app: &App, pen: &mut Pen<'_>, pick: usize) {
    let area = pen.buffer.area;
    let (first, each) = app.document_rows();
    pen.text(1, 0, area.width - 2, &app.messages.say(&said("documents-title")), Role::Strong);
    let quiet = pen.style(Role::Quiet);
    for x in 0..area.width {
        pen.raw(x, 2, 1, HORIZONTAL, quiet);
    }
    let top = app.document_top();
    for (place, entry) in app.entries.iter().enumerate().skip(top) {
        let y = first + u16::try_from(place - top).unwrap_or(0) * each;
        if y + each > area.height - 1 {
            break;
        }
        let (reviewed, total) = entry.reviewed;
        let progress = if entry.trouble.is_some() { String::new() } else { format!("{reviewed}/{total}") };
        let digit = if place < 9 { (place + 1).to_string() } else { " ".to_owned() };
        let picked = place == pick;
        let taken = pen.right(1, y, area.width - 2, &[(&progress, Role::Quiet)]);
        let languages: Vec<String> = entry.versions.iter().map(|v| app.language_name(&v.language)).collect();
        let language = languages.join(", ");
        pen.pieces(
            0,
            y,
            area.width.saturating_sub(taken + 3),
            &[
                (if picked { "> " } else { "  " }, Role::Strong),
                (&digit, Role::Quiet),
                (" ", Role::Plain),
                (&entry.symbol, Role::Strong),
                (if language.is_empty() { "" } else { DOT }, Role::Quiet),
                (&language, Role::Plain),
            ],
        );
        match &entry.trouble {
            Some(why) => {
                pen.text(4, y + 1, area.width.saturating_sub(5), &app.messages.say(why), Role::Trouble)
            }
            None => pen.text(4, y + 1, area.width.saturating_sub(5), &entry.title, Role::Quiet),
        };
        if picked {
            let style = pen.style(Role::Pick);
            pen.restyle(Rect { x: 0, y, width: area.width, height: 1 }, style);
        }
    }
}
