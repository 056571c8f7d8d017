//! The hits of a search, in the place of the list, and what the empty search bar is for.

use ratatui::layout::Rect;

use super::Pen;
use super::frame::goes_on;
use super::signs::DOT;
use super::theme::Role;
use crate::app::{App, HitLine, SearchBar};
use crate::messages::{UserMessage, captions, user_message};
use crate::model::Label;
use crate::search::{FIELDS, Hit, HitField, SIGNS, Sign};
use crate::text;

/// Why there is nothing.
fn empty(pen: &mut Pen<'_>, area: Rect, lines: Vec<String>) {
    for (y, words) in (area.y..area.bottom()).zip(lines) {
        pen.text(area.x + 3, y, area.width.saturating_sub(3), &words, Role::Quiet);
    }
}

/// What the empty search bar is for, with its signs and fields: each on a line where there is room, else the fields in
/// one sentence.
fn draw_syntax(app: &App, pen: &mut Pen<'_>, area: Rect) {
    let word = |id: &str| app.shell.messages.word(id).unwrap_or_default();
    let columns = area.width.saturating_sub(2);
    let height = usize::from(area.height);
    let mut lines: Vec<(String, String)> = app
        .shell
        .wrapped(app.view(), &word("search-what"))
        .into_iter()
        .map(|line| (String::new(), line))
        .collect();
    let rows = |signs: &[Sign]| {
        signs.iter().map(|sign| (sign.typed.to_owned(), word(sign.about))).collect::<Vec<_>>()
    };
    lines.extend(rows(&SIGNS));
    if lines.len() + FIELDS.len() <= height {
        lines.extend(rows(&FIELDS));
    } else {
        let names: Vec<&str> = FIELDS.iter().map(|field| field.typed).collect();
        lines.extend(
            app.shell.wrapped(app.view(), &names.join(" ")).into_iter().map(|line| (String::new(), line)),
        );
    }
    let typed =
        FIELDS.iter().map(|field| text::width(field.typed, app.shell.ambiguous)).max().unwrap_or(0) + 1;
    for (y, (sign, words)) in (area.y..area.bottom()).zip(lines) {
        let key = if sign.is_empty() { String::new() } else { text::pad(&sign, typed, app.shell.ambiguous) };
        pen.pieces(area.x + 2, y, columns, &[(&key, Role::Key), (&words, Role::Quiet)]);
    }
}

/// The hits of the open search bar: two lines each, where it is and a snippet.
pub fn draw(app: &App, pen: &mut Pen<'_>, area: Rect, bar: &SearchBar) {
    let say = |said: &UserMessage| app.shell.messages.say(said);
    let waiting = || app.shell.wrapped(app.view(), &say(&user_message("search-waiting")));
    let Some(found) = &bar.found else {
        match bar.waiting {
            true => empty(pen, area, waiting()),
            false => draw_syntax(app, pen, area),
        }
        return;
    };
    if found.hits.is_empty() {
        let none = || app.shell.no_hit_lines(app.open.as_ref(), bar, found);
        empty(pen, area, if found.done { none() } else { waiting() });
        return;
    }
    let lines = app.shell.hit_lines(app.view(), bar);
    for (y, line) in (area.y..area.bottom()).zip(&lines) {
        let place = match *line {
            HitLine::Where(place) => place,
            HitLine::Words(_) => continue,
            HitLine::Title(part) => {
                if let Some(said) = app.shell.part_said(found, part) {
                    pen.text(area.x + 1, y, area.width - 1, &say(&said), Role::Quiet);
                }
                continue;
            }
        };
        let Some(hit) = found.hits.get(place) else { continue };
        let picked = place == bar.pick;
        let open = app.is_open(hit);
        let document = app.open.as_ref().filter(|_| open).map(|open| &open.document);
        let called = |label: &Label| match document {
            Some(document) => say(&captions::unit_title(document, label)),
            None => label.to_string(),
        };
        let number = hit.unit.as_ref().or(hit.paragraph.as_ref()).map(called).unwrap_or_default();
        let away = if open { String::new() } else { app.beside_open(hit) };
        let what = match hit.field {
            HitField::Text if !open => String::new(),
            HitField::Text => {
                let open = app.open.as_ref();
                let at = open.and_then(|open| open.document.position(hit.paragraph.as_ref()?));
                open.zip(at).and_then(|(open, at)| open.who(at)).unwrap_or_default().to_owned()
            }
            field => say(&field.user_message()),
        };
        let sign = if picked { ">" } else { " " };
        pen.pieces(
            area.x,
            y,
            area.width,
            &[
                (sign, Role::Strong),
                (&away, Role::Note),
                (
                    if away.is_empty() || (number.is_empty() && what.is_empty()) { "" } else { DOT },
                    Role::Quiet,
                ),
                (&number, Role::Strong),
                (if number.is_empty() || what.is_empty() { "" } else { DOT }, Role::Quiet),
                (&what, Role::Quiet),
            ],
        );
        snippet(pen, Rect { x: area.x + 2, y: y + 1, width: area.width - 2, height: 1 }, hit);
        if picked {
            let style = pen.style(Role::Pick);
            pen.restyle(Rect { y, height: 2, ..area }, style);
        }
    }
    let shown = lines.iter().filter(|line| matches!(line, HitLine::Where(_))).count();
    goes_on(pen, area, found.hits.len().saturating_sub(bar.top + shown));
}

/// The part of the snippet around its first match that fits, with the matched characters marked.
pub(super) fn snippet(pen: &mut Pen<'_>, area: Rect, hit: &Hit) {
    let chars: Vec<char> = hit.snippet.text.chars().collect();
    let first = hit.snippet.ranges.first().map_or(0, |range| range.start);
    // A few characters before the match, more if all that follows fits anyway.
    let mut start = first.saturating_sub(4);
    let width = |from: usize| {
        let rest: String = chars.iter().skip(from).collect();
        text::width(&rest, pen.ambiguous)
    };
    while start > 0 && width(start - 1) <= usize::from(area.width) {
        start -= 1;
    }
    let mut x = area.x;
    if start > 0 {
        x = pen.text(x, area.y, 1, "…", Role::Quiet);
    }
    let mut at = start;
    while at < chars.len() && x < area.right() {
        let marked = |at: usize| hit.snippet.ranges.iter().any(|range| range.contains(&at));
        let here = marked(at);
        let end = (at..chars.len()).find(|&next| marked(next) != here).unwrap_or(chars.len());
        let run: String = chars.get(at..end).unwrap_or_default().iter().collect();
        let room = area.right() - x;
        let fits = text::width(&run, pen.ambiguous) <= usize::from(room);
        x = pen.text(x, area.y, room, &run, if here { Role::Matched } else { Role::Plain });
        if !fits {
            break;
        }
        at = end;
    }
}
