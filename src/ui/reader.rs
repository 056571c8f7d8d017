//! The reader: the paragraph with its number in the margin, its notes below it, what goes before and after.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::Pen;
use super::frame::goes_on;
use super::signs::{DOT, NOTE, PICTURE, kind_sign, status_sign};
use super::theme::Role;
use crate::app::{Mode, OpenDocument, Passage, Shell, Visible};
use crate::layout::{Areas, Line, NOTE_SIGN, RunRole, RunText, TextRows, TextRun};
use crate::messages::{captions, user_message};
use crate::model::{Basis, EmphasisStyle, ParagraphIndex, Recommendation, SpeakerContext, UnitPlace};
use crate::text;

pub fn draw(shell: &Shell, open: &OpenDocument, pen: &mut Pen<'_>, areas: &Areas) {
    title(shell, open, pen, areas.title);
    let area = areas.reader;
    let looks = open.view.at.map(|at| (at, Looks::of(shell, open, pen, at)));
    let mut others: Option<(ParagraphIndex, Looks)> = None;
    for (y, visible) in (area.y..area.bottom()).zip(open.visible(shell)) {
        let at = visible.paragraph;
        let looks = match &looks {
            Some((here, looks)) if *here == at => looks,
            _ => {
                if others.as_ref().map(|(at, _)| *at) != Some(at) {
                    others = Some((at, Looks::of(shell, open, pen, at)));
                }
                match &others {
                    Some((_, looks)) => looks,
                    None => continue,
                }
            }
        };
        line(shell, open, pen, Rect { y, height: 1, ..area }, &visible, looks);
    }
}

/// The notes beside the text, each at its paragraph.
pub fn draw_notes(shell: &Shell, open: &OpenDocument, pen: &mut Pen<'_>, area: Rect) {
    let beside = open.notes_beside(shell);
    if beside.rows.is_empty() {
        let words = shell.messages.say(&user_message("notes-beside-none"));
        let shown = text::shown_line(&words);
        let rows = text::lay_out_heading(shown.as_str(), usize::from(area.width).max(2), shell.ambiguous);
        for (y, row) in (area.y..area.bottom()).zip(rows) {
            let words = shown.as_str().get(row.range).unwrap_or_default();
            pen.text(area.x, y, area.width, words, Role::Quiet);
        }
        return;
    }
    // What hangs before a note's words in the reader has no need of room here.
    let shift = NOTE_SIGN.min(area.x);
    let plain = Looks { spans: Vec::new() };
    for (y, row) in (area.y..area.bottom()).zip(&beside.rows) {
        if let Some(visible) = row {
            let area = Rect { x: area.x - shift, y, width: area.width + shift, height: 1 };
            line(shell, open, pen, area, visible, &plain);
        }
    }
    goes_on(pen, area, beside.more);
}

/// The line above the text: heading, number, speakers, status.
fn title(shell: &Shell, open: &OpenDocument, pen: &mut Pen<'_>, area: Rect) {
    let Some((at, paragraph)) = open.here() else { return };
    let document = &*open.document;
    let say = |said: &crate::messages::UserMessage| shell.messages.say(said);
    let label =
        open.target().filter(|_| !open.is_heading_selected()).unwrap_or_else(|| paragraph.label.clone());
    let status = open.current_status_of(&label);
    let words = match open.is_status_inherited(&label) {
        true => user_message("status-of-whole").and("status", captions::current_status(status)),
        false => captions::current_status(status),
    };
    let status_words = format!("{DOT}{} {}", status_sign(status.given), say(&words));
    let status_words = if open.is_heading_selected() { String::new() } else { status_words };
    let on_heading = open.is_heading_selected();
    // What has no number is called by what it is, here where nothing else says it.
    let number = if on_heading { String::new() } else { say(&captions::unit_title(document, &label)) };
    let mut who: Vec<String> = Vec::new();
    for attribution in paragraph.speakers.iter().filter(|_| !on_heading) {
        let Some(speaker) = document.speaker(&attribution.speaker) else { continue };
        let role = match (speaker.panelist, speaker.context, attribution.basis) {
            (_, _, Basis::Inferred) => say(&user_message("speaker-inferred")),
            (true, SpeakerContext::Discussion, _) => say(&user_message("speaker-in-discussion")),
            _ => say(&captions::role(speaker.role)),
        };
        // “主席 (主席)” would say it twice.
        let told = role.is_empty() || role == speaker.name;
        let name = &speaker.name;
        who.push(if told { name.clone() } else { shell.messages.bracketed(name, &role) });
    }
    let mut tail = if number.is_empty() { number } else { format!("{DOT}{number}") };
    if !who.is_empty() {
        tail = format!("{tail}{DOT}{}", shell.messages.listed(who));
    }
    if !on_heading && open.recommendation_at(at) == Recommendation::Makes {
        tail = format!("{tail}{DOT}{}", say(&captions::recommendation(Recommendation::Makes)));
    }
    // The heading gives way: number, speaker and status are what one looks for.
    let width = |words: &str| u16::try_from(text::width(words, shell.ambiguous)).unwrap_or(u16::MAX);
    let fixed = width(&tail).saturating_add(width(&status_words));
    let heading =
        document.section_of(paragraph).map(crate::model::Section::heading_alone).unwrap_or_default();
    let room = area.width.saturating_sub(fixed);
    let x = if room >= 8 { pen.text(area.x, area.y, room, &heading, Role::Strong) } else { area.x };
    let tail = if x == area.x { tail.trim_start_matches(DOT).to_owned() } else { tail };
    let left = (area.right() - x).saturating_sub(width(&status_words));
    let x = pen.text(x, area.y, left, &tail, Role::Plain);
    let status_words = if x == area.x { status_words.trim_start_matches(DOT) } else { &status_words };
    pen.text(x, area.y, area.right() - x, status_words, Role::Status(status.given));
}

/// Stretches of a paragraph's stored text that look different from the rest.
struct Looks {
    spans: Vec<(Range<usize>, Style)>,
}

impl Looks {
    fn of(shell: &Shell, open: &OpenDocument, pen: &Pen<'_>, at: ParagraphIndex) -> Self {
        let mut spans = Vec::new();
        let Some(paragraph) = open.paragraph(at) else { return Self { spans } };
        let language = open.document.language();
        let drafts = open.drafts_at(at).into_iter().filter_map(|draft| draft.anchor.as_ref());
        let views = open.notes_at(at);
        let notes = views.iter().filter_map(|view| view.note.anchor.as_ref());
        for anchor in notes.chain(drafts).filter(|anchor| anchor.language == language) {
            if let Some(range) = anchor.find(paragraph.text()) {
                spans.push((range, pen.style(Role::Annotated)));
            }
        }
        spans.extend(open.marks_in(shell, at).into_iter().map(|range| (range, pen.style(Role::Matched))));
        match (&shell.mode, &open.view.passage) {
            (Mode::Select(selection), _) if selection.paragraph == at => {
                let first = selection.fixed.min(selection.moving);
                let last = text::grapheme_after(paragraph.text(), selection.fixed.max(selection.moving));
                spans.push((first..last, pen.style(Role::Selected)));
            }
            (_, Some(Passage::Text { .. } | Passage::Unit(_))) => {
                spans.extend(open.selected_range(at).map(|range| (range, pen.style(Role::Selected))));
            }
            (_, Some(Passage::Note(selected))) => {
                // The passage of the selected note stands out among those of the other notes.
                let anchor =
                    views.iter().find(|v| v.reference() == *selected).and_then(|v| v.note.anchor.as_ref());
                if let Some(range) = anchor.and_then(|anchor| anchor.find(paragraph.text())) {
                    spans.push((range, pen.style(Role::Strong)));
                }
            }
            _ => {}
        }
        Self { spans }
    }

    fn style(&self, byte: usize) -> Style {
        let over = self.spans.iter().filter(|(range, _)| range.contains(&byte));
        over.fold(Style::default(), |style, (_, patch)| style.patch(*patch))
    }
}

fn line(shell: &Shell, open: &OpenDocument, pen: &mut Pen<'_>, area: Rect, visible: &Visible, looks: &Looks) {
    let here = open.view.at == Some(visible.paragraph);
    let indent = 6.min(area.width / 3);
    let inner = Rect { x: area.x + indent, width: area.width - indent, ..area };
    match visible.block.lines.get(visible.line) {
        Some(Line::Heading { text, section, .. }) => {
            let selected = open.selected_unit() == Some(UnitPlace::Heading(*section));
            if selected && area.x > 0 {
                pen.text(area.x - 1, area.y, 1, ">", Role::Strong);
            }
            let role = if selected { Role::Selected } else { Role::Strong };
            pen.text(area.x, area.y, area.width, text, role);
        }
        Some(Line::Text(at)) => {
            let Some(row) = visible.block.text.rows.get(*at) else { return };
            if here && *at == 0 && area.x > 0 && !open.is_heading_selected() {
                pen.text(area.x - 1, area.y, 1, ">", Role::Strong);
            }
            for run in &row.runs {
                text_run(pen, area, &visible.block.text, run, here, looks);
            }
        }
        Some(Line::Picture(words)) => {
            pen.text(area.x, area.y, area.width, &format!("    {PICTURE} {words}"), Role::Quiet);
        }
        Some(line @ (Line::Footnote(_, words) | Line::HeadingFootnote { text: words, .. })) => {
            let followed = open.is_followed(visible.paragraph, line);
            if followed {
                pen.text(inner.x.saturating_sub(2), inner.y, 1, ">", Role::Strong);
            }
            let role = if followed { Role::Selected } else { Role::Quiet };
            pen.text(inner.x, inner.y, inner.width, words, role);
        }
        Some(Line::NoteHead(which)) => note_head(shell, open, pen, inner, visible.paragraph, *which),
        Some(Line::NoteQuote(which, words)) => {
            bar(open, pen, inner, visible.paragraph, *which);
            pen.text(inner.x, inner.y, inner.width, words, Role::Quiet);
        }
        Some(Line::NoteBody(which, words)) => {
            bar(open, pen, inner, visible.paragraph, *which);
            pen.text(inner.x, inner.y, inner.width, words, Role::Plain);
        }
        Some(Line::Facts(words)) => {
            pen.text(inner.x, inner.y, inner.width, words, Role::Quiet);
        }
        Some(Line::MarkOther(words)) => {
            pen.text(inner.x, inner.y, inner.width, words, Role::Trouble);
        }
        Some(Line::NoteOther(which, words)) => {
            bar(open, pen, inner, visible.paragraph, *which);
            pen.text(inner.x, inner.y, inner.width, words, Role::Trouble);
        }
        Some(Line::NoteOtherText(which, words)) => {
            bar(open, pen, inner, visible.paragraph, *which);
            pen.text(inner.x + 3, inner.y, inner.width.saturating_sub(3), words, Role::Plain);
        }
        Some(Line::DraftHead(_)) => {
            let words = format!("{NOTE} {}", shell.messages.say(&user_message("draft-here")));
            pen.text(inner.x.saturating_sub(2), inner.y, inner.width + 2, &words, Role::Trouble);
        }
        Some(Line::DraftBody(_, words)) => {
            pen.text(inner.x, inner.y, inner.width, words, Role::Quiet);
        }
        Some(Line::Blank) | None => {}
    }
}

/// How a terminal shows what is emphasized. One that has no italics shows none.
const fn modifier(style: EmphasisStyle) -> Modifier {
    match style {
        EmphasisStyle::Bold => Modifier::BOLD,
        EmphasisStyle::Italic => Modifier::ITALIC,
        EmphasisStyle::Underline => Modifier::UNDERLINED,
        EmphasisStyle::Struck => Modifier::CROSSED_OUT,
    }
}

/// A run of a row: what the text has with what is said of it, what is put in as it is.
fn text_run(pen: &mut Pen<'_>, area: Rect, rows: &TextRows, run: &TextRun, here: bool, looks: &Looks) {
    let role = match run.role {
        RunRole::Words => Role::Plain,
        RunRole::Label if here => Role::Strong,
        RunRole::Head => Role::Strong,
        RunRole::Label | RunRole::Mark | RunRole::Rule => Role::Quiet,
    };
    let emphasis = EmphasisStyle::ALL.into_iter().filter(|style| run.emphasis.has(*style));
    let style = emphasis.fold(pen.style(role), |style, emphasis| style.add_modifier(modifier(emphasis)));
    let words = rows.words(run);
    let mut x = area.x.saturating_add(u16::try_from(run.column).unwrap_or(u16::MAX));
    match &run.text {
        RunText::Stored(range) if !looks.spans.is_empty() => {
            for (byte, grapheme, _) in text::graphemes_with_width(words, pen.ambiguous) {
                let at = range.start + byte;
                let look = looks.style(rows.text.source_range(at..at + grapheme.len()).start);
                let room = area.right().saturating_sub(x);
                x = pen.raw(x, area.y, room, grapheme, style.patch(look));
            }
        }
        RunText::Stored(_) | RunText::Added(_) => {
            pen.raw(x, area.y, area.right().saturating_sub(x), words, style);
        }
    }
}

/// Whether the note is the selected one.
fn is_selected(open: &OpenDocument, at: ParagraphIndex, which: usize) -> bool {
    let reference = open.notes_at(at).get(which).map(crate::layout::NoteView::reference);
    matches!((&open.view.passage, reference), (Some(Passage::Note(selected)), Some(note)) if *selected == note)
}

fn bar(open: &OpenDocument, pen: &mut Pen<'_>, inner: Rect, at: ParagraphIndex, which: usize) {
    if is_selected(open, at, which) {
        pen.text(inner.x.saturating_sub(2), inner.y, 1, ">", Role::Strong);
    }
}

fn note_head(
    shell: &Shell,
    open: &OpenDocument,
    pen: &mut Pen<'_>,
    inner: Rect,
    at: ParagraphIndex,
    which: usize,
) {
    let views = open.notes_at(at);
    let Some(view) = views.get(which) else { return };
    let say = |said: &crate::messages::UserMessage| shell.messages.say(said);
    let note = view.note;
    let x = inner.x.saturating_sub(2);
    let kind = format!("{NOTE} {} {}", kind_sign(note.kind), say(&captions::kind(note.kind)));
    let when = format!("{DOT}{} {}", shell.messages.day(note.created), shell.messages.clock(note.created));
    let settled =
        if note.settled { format!("{DOT}{}", say(&captions::settled(true))) } else { String::new() };
    let who = format!("{DOT}{}", view.reviewer);
    let gone = open.passage_said(note).map(|said| format!("{DOT}{}", say(&said))).unwrap_or_default();
    // A note on a part of the paragraph, or on the heading above it, says so; beside the text every note does.
    let of_whole = open.paragraph(at).is_none_or(|paragraph| paragraph.label == note.paragraph)
        && !open.has_notes_beside(shell);
    let unit =
        if of_whole { String::new() } else { format!("{DOT}{}", say(&open.unit_said(&note.paragraph))) };
    let end = pen.pieces(
        x,
        inner.y,
        inner.width + 2,
        &[
            (&kind, Role::Note),
            (&unit, Role::Strong),
            (&settled, Role::Good),
            (&gone, Role::Trouble),
            (&who, Role::Quiet),
            (&when, Role::Quiet),
        ],
    );
    if is_selected(open, at, which) {
        let style = pen.style(Role::Selected);
        pen.restyle(Rect { x, width: end - x, ..inner }, style);
    }
}
