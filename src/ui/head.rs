//! The first lines: symbol, session, language, progress; the tabs; the line under them.

use super::Pen;
use super::signs::{DONE, DOT, HORIZONTAL, TO_DO, VERTICAL};
use super::theme::Role;
use crate::app::{OpenDocument, Shell};
use crate::layout::Areas;
use crate::messages::user_message;
use crate::text;

/// Cells of the progress bar.
const BAR: usize = 10;

pub fn draw(shell: &Shell, open: &OpenDocument, pen: &mut Pen<'_>, areas: &Areas) {
    let document = &*open.document;
    let progress = open.mine.progress(document, document.indices());
    let words = shell.messages.say(
        &user_message("head-progress").count("reviewed", progress.reviewed()).count("total", progress.total),
    );
    let done = (progress.reviewed() * BAR).checked_div(progress.total).unwrap_or(0);
    let bar = format!(" {}{} ", DONE.repeat(done), TO_DO.repeat(BAR - done));
    let width = areas.head.width;
    let taken = if width >= 60 {
        pen.right(0, 0, width, &[(&words, Role::Plain), (&bar, Role::Good)])
    } else {
        let short = format!("{}/{} ", progress.reviewed(), progress.total);
        pen.right(0, 0, width, &[(&short, Role::Plain)])
    };
    let masthead = &document.masthead;
    let language = shell.language_name(&masthead.language);
    let language = match &masthead.unofficial {
        Some(_) => shell.messages.say(&user_message("head-unofficial").with("language", language)),
        None => language,
    };
    let room = width.saturating_sub(taken + 2);
    let mut pieces =
        vec![(masthead.symbol.0.as_str(), Role::Strong), (DOT, Role::Quiet), (&language, Role::Plain)];
    if let Some(session) = &masthead.session {
        // The session gives way where the rest would be cut.
        let all: String = pieces.iter().map(|(words, _)| *words).chain([DOT, session]).collect();
        if text::width(text::shown_line(&all).as_str(), shell.ambiguous) <= usize::from(room) {
            pieces.splice(1..1, [(DOT, Role::Quiet), (session.as_str(), Role::Plain)]);
        }
    }
    pen.pieces(1, 0, room, &pieces);

    for (tab, cells) in open.tab_cells(shell) {
        let is_open = tab == open.view.tab;
        let words = open.tab_words(shell, tab);
        let words = if is_open { format!("[{words}]") } else { format!(" {words} ") };
        let role = if is_open { Role::Strong } else { Role::Plain };
        pen.text(cells.start, areas.tabs.y, cells.end - cells.start, &words, role);
    }
    let quiet = pen.style(Role::Quiet);
    for x in 0..areas.rule.width {
        pen.raw(x, areas.rule.y, 1, HORIZONTAL, quiet);
    }
    if let Some(filter) = &open.view.filter {
        let words = shell.messages.say(&user_message("head-filter").and("what", filter.user_message()));
        pen.text(2, areas.rule.y, areas.rule.width.saturating_sub(4), &format!(" {words} "), Role::Key);
    }
    for y in areas.divider.top()..areas.divider.bottom() {
        pen.raw(areas.divider.x, y, 1, VERTICAL, quiet);
    }
}
