//! The list on the left: the rows of the tab. The hits that stand there while one searches are in `hits`.

use ratatui::layout::Rect;

use super::Pen;
use super::frame::goes_on;
use super::signs::{FOLDED, NOTE, OPEN, status_sign};
use super::theme::Role;
use crate::app::{Focus, ListRow, OpenDocument, Shell, Tab};
use crate::layout::NoteRef;
use crate::messages::{UserMessage, captions, user_message};
use crate::model::{
    Label, NoteId, ParagraphIndex, ReviewStatus, Speaker, SpeakerContext, UnitKind, without_marks,
};
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

/// Words of a row, in pieces of one look each.
type Pieces = Vec<(String, Role)>;

fn draw_row(shell: &Shell, open: &OpenDocument, pen: &mut Pen<'_>, area: Rect, row: &ListRow) {
    let taken = pen.right(area.x, area.y, area.width, &at_right(shell, open, area.width, row));
    let x = area.x + u16::try_from(indent(open, row) * 2).unwrap_or(0).min(area.width / 3);
    let columns = (area.right() - x).saturating_sub(taken + u16::from(taken > 0));
    pen.pieces(x, area.y, columns, &words(shell, open, row));
}

/// How deep a row stands, in steps of two columns.
fn indent(open: &OpenDocument, row: &ListRow) -> usize {
    match row {
        ListRow::Section(place) => {
            open.document.sections.get(*place).map_or(0, |section| usize::from(section.level) - 1)
        }
        ListRow::Paragraph { depth, .. } | ListRow::Part { depth, .. } => *depth,
        _ => 0,
    }
}

/// What stands at the right edge of a row: how much of a section is reviewed, a speaker's role, a paragraph's marks.
fn at_right(shell: &Shell, open: &OpenDocument, width: u16, row: &ListRow) -> Pieces {
    match row {
        ListRow::Section(place) => {
            let document = &*open.document;
            let progress = open.mine.progress(document, document.paragraphs_below(*place));
            let notes = open.notes_on_heading(*place);
            let noted = (notes > 0).then(|| (format!(" {NOTE}{notes}"), Role::Note));
            let counted = (progress.total > 0)
                .then(|| (format!(" {}/{}", progress.reviewed(), progress.total), Role::Quiet));
            noted.into_iter().chain(counted).collect()
        }
        ListRow::Speaker(place) if open.view.tab == Tab::Speakers => {
            let Some(speaker) = open.document.speakers.get(*place) else { return Vec::new() };
            // The role is said where the name leaves room for it.
            let role = format!(" {}", shell.messages.say(&captions::role(speaker.role)));
            let name = text::width(&speaker.full_name(), shell.ambiguous) + 3;
            let fits = name + text::width(&role, shell.ambiguous) <= usize::from(width);
            if fits { vec![(role, Role::Quiet)] } else { Vec::new() }
        }
        ListRow::Paragraph { at, .. } => marks(shell, open, *at),
        ListRow::Part { at, part, .. } => part_marks(shell, open, *at, *part),
        _ => Vec::new(),
    }
}

/// What a row says from its beginning on; nothing if what it stands for is gone.
fn words(shell: &Shell, open: &OpenDocument, row: &ListRow) -> Pieces {
    let document = &*open.document;
    let found = match row {
        ListRow::About => Some(vec![(shell.messages.say(&user_message("row-about")), Role::Plain)]),
        ListRow::Section(place) => {
            document.sections.get(*place).map(|section| heading(open, row, section.heading_alone()))
        }
        ListRow::Speaker(place) => {
            document.speakers.get(*place).map(|speaker| heading(open, row, speaker.full_name()))
        }
        ListRow::Group(group) => Some(heading(open, row, shell.messages.say(&open.group_said(group)))),
        ListRow::Paragraph { at, under, .. } => paragraph(shell, open, *at, *under),
        ListRow::Part { at, part, under, .. } => part_words(open, *at, *part, *under),
        ListRow::Note(note, at) => note_words(shell, open, note, *at),
        ListRow::Stray(note) => stray(shell, open, note),
        ListRow::Draft(id, at) => draft(shell, open, id, *at),
        ListRow::Empty { .. } => None,
    };
    found.unwrap_or_default()
}

/// What others stand under, with the sign that says whether they are seen.
fn heading(open: &OpenDocument, row: &ListRow, words: String) -> Pieces {
    let sign = if open.view.folds.folded.contains(row) { FOLDED } else { OPEN };
    vec![(sign.to_owned(), Role::Quiet), (" ".to_owned(), Role::Plain), (words, Role::Strong)]
}

/// A paragraph under a speaker or group, `under` counted from 1, or in its section: 0.
fn paragraph(shell: &Shell, open: &OpenDocument, at: ParagraphIndex, under: usize) -> Option<Pieces> {
    let paragraph = open.paragraph(at)?;
    // Below its heading the printed number is enough; elsewhere the label says of which series it is.
    let number = match open.view.tab {
        Tab::Sections => paragraph.number.clone().unwrap_or_default(),
        _ => open.unit_number(&paragraph.label),
    };
    let number = text::pad_start(&number, open.view.number_columns, shell.ambiguous);
    let mut pieces = vec![(format!("{number} "), Role::Strong)];
    let speaker = under.checked_sub(1).and_then(|place| open.document.speakers.get(place));
    let later = |speaker: &Speaker| speaker.panelist && speaker.context == SpeakerContext::Discussion;
    if matches!(open.view.tab, Tab::Speakers | Tab::Panelists) && speaker.is_some_and(later) {
        let said = shell.messages.say(&user_message("speaker-in-discussion"));
        pieces.push((format!("{said} "), Role::Strong));
    }
    pieces.extend(beginning(open, at, under == 0 || open.view.tab == Tab::Recommendations));
    Some(pieces)
}

/// A sub-paragraph of its own, `under` as of a paragraph: how it is marked as printed, and its words.
fn part_words(open: &OpenDocument, at: ParagraphIndex, part: usize, under: usize) -> Option<Pieces> {
    let paragraph = open.paragraph(at)?;
    let part = paragraph.parts().get(part)?;
    let printed = paragraph.text().get(part.label.clone()).unwrap_or_default();
    // Away from its paragraph its whole label is needed.
    let label = part.unit.as_ref().filter(|_| under > 0).map_or(printed, |label| label.as_str());
    let words = paragraph.words_of(part).to_owned();
    Some(vec![(label.to_owned(), Role::Strong), (" ".to_owned(), Role::Plain), (words, Role::Plain)])
}

/// A note: its paragraph, kind and state, what became of its passage, whose it is unless one's own, and its words.
fn note_words(shell: &Shell, open: &OpenDocument, note: &NoteRef, at: ParagraphIndex) -> Option<Pieces> {
    let views = open.notes_at(at);
    let view = views.iter().find(|view| view.reference() == *note)?;
    let say = |said: &UserMessage| shell.messages.say(said);
    let kind = say(&captions::kind(view.note.kind));
    let settled =
        if view.note.settled { format!(" {}", say(&captions::settled(true))) } else { String::new() };
    let gone = open.passage_said(view.note).map(|said| format!("{} ", say(&said)));
    let who = (view.reviewer != open.mine.reviewer)
        .then(|| say(&user_message("row-reviewer").with("reviewer", view.reviewer)));
    Some(vec![
        number(shell, open, &view.note.paragraph),
        (format!("{NOTE} {kind}{settled} "), Role::Note),
        (gone.unwrap_or_default(), Role::Trouble),
        (who.unwrap_or_default(), Role::Quiet),
        (view.note.body.clone(), Role::Plain),
    ])
}

/// A note whose paragraph the document does not have.
fn stray(shell: &Shell, open: &OpenDocument, note: &NoteRef) -> Option<Pieces> {
    let mut reviews = open.reviews().filter(|review| review.reviewer == note.reviewer);
    let found = reviews.find_map(|review| review.note(&note.id))?;
    let label = format!("{NOTE} {} ", shell.messages.say(&user_message("row-stray")));
    Some(vec![
        (format!("{} ", found.paragraph), Role::Strong),
        (label, Role::Trouble),
        (found.body.clone(), Role::Plain),
    ])
}

/// A note that is not saved yet.
fn draft(shell: &Shell, open: &OpenDocument, id: &NoteId, at: ParagraphIndex) -> Option<Pieces> {
    let draft = open.drafts_at(at).into_iter().find(|draft| draft.note == *id)?;
    let label = format!("{NOTE} {} ", shell.messages.say(&user_message("row-draft")));
    Some(vec![
        number(shell, open, &draft.paragraph),
        (label, Role::Trouble),
        (draft.body.clone(), Role::Plain),
    ])
}

/// What the unit is called that a note or draft is on, before its words.
fn number(shell: &Shell, open: &OpenDocument, unit: &Label) -> (String, Role) {
    /// A heading or a caption may be long; the words of the note are what one looks for.
    const MOST: usize = 12;
    let title = shell.messages.say(&captions::unit_title(&open.document, unit));
    (format!("{:>3} ", text::truncate(&title, MOST, shell.ambiguous)), Role::Strong)
}

/// Notes, drafts and status of a paragraph, for the right edge of its row.
fn marks(shell: &Shell, open: &OpenDocument, at: ParagraphIndex) -> Pieces {
    let mut right = Vec::new();
    let notes = open.notes_on_paragraph(at);
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
fn part_marks(shell: &Shell, open: &OpenDocument, at: ParagraphIndex, part: usize) -> Pieces {
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
fn beginning(open: &OpenDocument, at: ParagraphIndex, with_speaker: bool) -> Pieces {
    let Some(paragraph) = open.paragraph(at) else { return Vec::new() };
    // On one line: where the text goes on in another block, a space says enough.
    let words = match paragraph.kind() {
        // The caption says what it is; the cells run together would not.
        UnitKind::Table if !paragraph.lead().is_empty() => paragraph.lead().to_owned(),
        _ => without_marks(paragraph.text(), &paragraph.footnotes),
    };
    let begin = words.chars().take(120).map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c });
    let begin: String = begin.collect();
    // A paragraph that begins with its speaker says who speaks by how it begins.
    match open.who(at).filter(|who| with_speaker && !begin.starts_with(who)) {
        Some(who) => vec![(format!("{who} "), Role::Plain), (begin, Role::Quiet)],
        None => vec![(begin, Role::Plain)],
    }
}
