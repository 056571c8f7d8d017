//! The list on the left: rows of the tab, or the hits of a search.

use ratatui::layout::Rect;

use super::Pen;
use super::frame::goes_on;
use super::signs::{DOT, FOLDED, NOTE, OPEN, status_sign};
use super::theme::Role;
use crate::app::{App, Focus, HitLine, ListRow, OpenDocument, SearchBar, Shell, Tab};
use crate::messages::{captions, user_message};
use crate::model::{ReviewStatus, Speaker, SpeakerContext};
use crate::search::{FIELDS, HitField, SIGNS, Sign};
use crate::text;

pub fn draw(shell: &Shell, open: &OpenDocument, pen: &mut Pen<'_>, area: Rect) {
    let rows = open.rows(shell);
    let list = open.view.list();
    let more = rows.len().saturating_sub(list.top + usize::from(area.height));
    let whole = area;
    for (line, row) in rows.iter().enumerate().skip(list.top).take(usize::from(area.height)) {
        let y = area.y + u16::try_from(line - list.top).unwrap_or(0);
        let last = more > 0 && y + 1 == area.bottom();
        let area = Rect { width: area.width - if last { cut_sign(more).min(area.width) } else { 0 }, ..area };
        let picked = line == list.index;
        if let ListRow::Empty { why, line } = row {
            let words = open.empty_lines(shell, *why).into_iter().nth(*line).unwrap_or_default();
            pen.text(area.x, y, 1, if picked { ">" } else { " " }, Role::Quiet);
            pen.text(area.x + 3, y, area.width.saturating_sub(3), &words, Role::Quiet);
            continue;
        }
        pen.text(area.x, y, 1, if picked { ">" } else { " " }, Role::Strong);
        draw_row(
            shell,
            open,
            pen,
            Rect { x: area.x + 1, y, width: area.width.saturating_sub(1), height: 1 },
            row,
        );
        if picked {
            let role = if open.view.focus == Focus::List { Role::Pick } else { Role::PickElsewhere };
            let style = pen.style(role);
            pen.restyle(Rect { y, height: 1, ..area }, style);
        }
    }
    goes_on(pen, whole, more);
}

/// The columns that the sign takes which says that a list goes on, by so many lines.
fn cut_sign(more: usize) -> u16 {
    u16::try_from(more.to_string().len() + 4).unwrap_or(0)
}

/// Why there is nothing.
fn empty(pen: &mut Pen<'_>, area: Rect, lines: Vec<String>) {
    for (y, words) in (area.y..area.bottom()).zip(lines) {
        pen.text(area.x + 3, y, area.width.saturating_sub(3), &words, Role::Quiet);
    }
}

fn draw_row(shell: &Shell, open: &OpenDocument, pen: &mut Pen<'_>, area: Rect, row: &ListRow) {
    let document = &*open.document;
    let say = |said: &crate::messages::UserMessage| shell.messages.say(said);
    let (indent, mut right): (usize, Vec<(String, Role)>) = match row {
        ListRow::Section(place) => {
            let level = document.sections.get(*place).map_or(1, |section| usize::from(section.level));
            let progress = open.mine.progress(document, document.paragraphs_below(*place));
            (level - 1, vec![(format!(" {}/{}", progress.reviewed(), progress.total), Role::Quiet)])
        }
        ListRow::Paragraph { at, depth, .. } => (*depth, marks(shell, open, *at)),
        ListRow::Part { at, part, depth, .. } => (*depth, part_marks(shell, open, *at, *part)),
        _ => (0, Vec::new()),
    };
    if let ListRow::Speaker(place) = row
        && let Some(speaker) = document.speakers.get(*place)
        && open.view.tab == Tab::Speakers
    {
        // The role is said where the name leaves room for it.
        let role = format!(" {}", say(&captions::role(speaker.role)));
        let name = text::width(&speaker.full_name(), shell.ambiguous) + 3;
        if name + text::width(&role, shell.ambiguous) <= usize::from(area.width) {
            right.push((role, Role::Quiet));
        }
    }
    let right: Vec<(&str, Role)> = right.iter().map(|(words, role)| (words.as_str(), *role)).collect();
    let taken = pen.right(area.x, area.y, area.width, &right);
    let x = area.x + u16::try_from(indent * 2).unwrap_or(0).min(area.width / 3);
    let columns = (area.right() - x).saturating_sub(taken + u16::from(taken > 0));
    let sign = if open.view.folded.contains(row) { FOLDED } else { OPEN };
    match row {
        ListRow::About => {
            pen.text(x, area.y, columns, &say(&user_message("row-about")), Role::Plain);
        }
        ListRow::Section(place) => {
            let heading =
                document.sections.get(*place).map(crate::model::Section::heading).unwrap_or_default();
            pen.pieces(
                x,
                area.y,
                columns,
                &[(sign, Role::Quiet), (" ", Role::Plain), (&heading, Role::Strong)],
            );
        }
        ListRow::Speaker(place) => {
            let name =
                document.speakers.get(*place).map(crate::model::Speaker::full_name).unwrap_or_default();
            pen.pieces(x, area.y, columns, &[(sign, Role::Quiet), (" ", Role::Plain), (&name, Role::Strong)]);
        }
        ListRow::Group(group) => {
            let words = say(&open.group_said(group));
            pen.pieces(
                x,
                area.y,
                columns,
                &[(sign, Role::Quiet), (" ", Role::Plain), (&words, Role::Strong)],
            );
        }
        ListRow::Paragraph { at, under, .. } => {
            let Some(paragraph) = document.paragraphs.get(*at) else { return };
            // Below its heading the printed number is enough; elsewhere the label says of which series it is.
            let number = match open.view.tab {
                Tab::Sections => paragraph.number.clone().unwrap_or_default(),
                _ => open.unit_number(&paragraph.label),
            };
            let number = text::pad_start(&number, open.view.number_columns, shell.ambiguous);
            let number = format!("{number} ");
            let mut words = beginning(open, *at, *under == 0 || open.view.tab == Tab::Recommendations);
            let speaker = under.checked_sub(1).and_then(|place| document.speakers.get(place));
            let later = |speaker: &Speaker| speaker.panelist && speaker.context == SpeakerContext::Discussion;
            if matches!(open.view.tab, Tab::Speakers | Tab::Panelists) && speaker.is_some_and(later) {
                words.insert(0, (format!("{} ", say(&user_message("speaker-in-discussion"))), Role::Strong));
            }
            let pieces: Vec<(&str, Role)> = std::iter::once((number.as_str(), Role::Strong))
                .chain(words.iter().map(|(words, role)| (words.as_str(), *role)))
                .collect();
            pen.pieces(x, area.y, columns, &pieces);
        }
        ListRow::Part { at, part, under, .. } => {
            let Some(paragraph) = document.paragraphs.get(*at) else { return };
            let Some(part) = paragraph.parts().get(*part) else { return };
            let printed = paragraph.text().get(part.label.clone()).unwrap_or_default();
            // Away from its paragraph its whole label is needed.
            let label = part.unit.as_ref().filter(|_| *under > 0).map_or(printed, |label| label.as_str());
            let words = [(label, Role::Strong), (" ", Role::Plain), (paragraph.words_of(part), Role::Plain)];
            pen.pieces(x, area.y, columns, &words);
        }
        ListRow::Note(note, at) => {
            let views = open.notes_at(*at);
            let Some(view) = views.iter().find(|view| view.reference() == *note) else { return };
            let number = open.unit_number(&view.note.paragraph);
            let kind = say(&captions::kind(view.note.kind));
            let settled =
                if view.note.settled { format!(" {}", say(&captions::settled(true))) } else { String::new() };
            let gone =
                open.passage_said(view.note).map(|said| format!("{} ", say(&said))).unwrap_or_default();
            let who = if view.reviewer == open.mine.reviewer {
                String::new()
            } else {
                say(&user_message("row-reviewer").with("reviewer", view.reviewer))
            };
            pen.pieces(
                x,
                area.y,
                columns,
                &[
                    (&format!("{number:>3} "), Role::Strong),
                    (&format!("{NOTE} {kind}{settled} "), Role::Note),
                    (&gone, Role::Trouble),
                    (&who, Role::Quiet),
                    (&view.note.body, Role::Plain),
                ],
            );
        }
        ListRow::Stray(note) => {
            let all = std::iter::once(&open.mine).chain(&open.others);
            let mut reviews = all.filter(|review| review.reviewer == note.reviewer);
            let Some(found) = reviews.find_map(|review| review.note(&note.id)) else { return };
            let number = format!("{} ", found.paragraph);
            let label = format!("{NOTE} {} ", say(&user_message("row-stray")));
            let pieces: [(&str, Role); 3] =
                [(&number, Role::Strong), (&label, Role::Trouble), (&found.body, Role::Plain)];
            pen.pieces(x, area.y, columns, &pieces);
        }
        ListRow::Draft(id, at) => {
            let draft = open.drafts_at(*at).into_iter().find(|draft| draft.note == *id);
            let number = draft.map(|draft| open.unit_number(&draft.paragraph)).unwrap_or_default();
            let body = draft.map(|draft| draft.body.as_str());
            let label = format!("{NOTE} {} ", say(&user_message("row-draft")));
            pen.pieces(
                x,
                area.y,
                columns,
                &[
                    (&format!("{number:>3} "), Role::Strong),
                    (&label, Role::Trouble),
                    (body.unwrap_or_default(), Role::Plain),
                ],
            );
        }
        ListRow::Empty { .. } => {}
    }
}

/// Notes, drafts and status of a paragraph, for the right edge of its row.
fn marks(shell: &Shell, open: &OpenDocument, at: usize) -> Vec<(String, Role)> {
    let mut right = Vec::new();
    let notes = open.notes_at(at).len();
    if notes > 0 {
        right.push((format!(" {NOTE}{notes}"), Role::Note));
    }
    if !open.drafts_at(at).is_empty() {
        right.push((format!(" {NOTE}{}", shell.messages.say(&user_message("row-draft"))), Role::Trouble));
    }
    let status = open.status_at(at);
    if status != ReviewStatus::Unreviewed {
        let words = shell.messages.say(&open.status_words_short(at));
        right.push((format!(" {} {words}", status_sign(status)), Role::Status(status)));
    }
    right
}

/// Notes and status of a sub-paragraph of its own.
fn part_marks(shell: &Shell, open: &OpenDocument, at: usize, part: usize) -> Vec<(String, Role)> {
    let Some(label) = open.paragraph(at).and_then(|p| p.parts().get(part)).and_then(|part| part.unit.clone())
    else {
        return Vec::new();
    };
    let mut right = Vec::new();
    let notes = open.notes_at(at).iter().filter(|view| view.note.paragraph == label).count();
    if notes > 0 {
        right.push((format!(" {NOTE}{notes}"), Role::Note));
    }
    if open.mine.status(&label) != ReviewStatus::Unreviewed {
        let status = open.current_status_of(&label);
        let words = shell.messages.say(&captions::current_status_short(status));
        right.push((format!(" {} {words}", status_sign(status.given)), Role::Status(status.given)));
    }
    right
}

/// Who speaks, and how the paragraph begins.
fn beginning(open: &OpenDocument, at: usize, with_speaker: bool) -> Vec<(String, Role)> {
    let Some(paragraph) = open.paragraph(at) else { return Vec::new() };
    // On one line: where the text goes on in another block, a space says enough.
    let begin = paragraph.text().chars().take(120).map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c });
    let begin: String = begin.collect();
    // A paragraph that begins with its speaker says who speaks by how it begins.
    match open.who(at).filter(|who| with_speaker && !begin.starts_with(who)) {
        Some(who) => vec![(format!("{who} "), Role::Plain), (begin, Role::Quiet)],
        None => vec![(begin, Role::Plain)],
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
pub fn draw_hits(app: &App, pen: &mut Pen<'_>, area: Rect, bar: &SearchBar) {
    let say = |said: &crate::messages::UserMessage| app.shell.messages.say(said);
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
        let number = hit.paragraph.as_ref().map(ToString::to_string).unwrap_or_default();
        let open = app.is_open(hit);
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
pub(super) fn snippet(pen: &mut Pen<'_>, area: Rect, hit: &crate::search::Hit) {
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
