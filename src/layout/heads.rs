//! The lines of headings in the reader: above the paragraph with which they begin, or after the last one.

use std::ops::Range;

use super::layouts::Layouts;
use super::line::{Line, NOTE_INDENT};
use super::marks::{FootnoteMarks, footnote_mark};

use crate::model::{Document, ParagraphIndex, Section};
use crate::text::{self, Ambiguous, Composed};

/// The headings that begin with the paragraph at `at`, by their place in the document: those that stand between it and
/// the paragraph before.
pub(super) fn before(document: &Document, at: ParagraphIndex) -> Range<usize> {
    let Some(here) = place(document, at) else { return 0..0 };
    let from = match at.previous().and_then(|before| place(document, before)) {
        Some(before) if before <= here => before + 1,
        Some(_) => here,
        None => 0,
    };
    from..here + 1
}

/// The headings that stand after the paragraph at `at`, if it is the last one.
pub(super) fn after(document: &Document, at: ParagraphIndex) -> Range<usize> {
    let all = document.sections.len();
    if document.paragraph_at(at.next()).is_some() {
        return all..all;
    }
    document.indices().rev().find_map(|at| place(document, at)).map_or(0, |last| last + 1)..all
}

fn place(document: &Document, at: ParagraphIndex) -> Option<usize> {
    document.section_position_of(document.paragraph_at(at)?)
}

/// The lines of headings, each with its footnotes and a blank one below.
pub(super) fn lines(
    document: &Document,
    sections: Range<usize>,
    layouts: &Layouts,
    columns: usize,
    ambiguous: Ambiguous,
) -> Vec<Line> {
    let mut lines = Vec::new();
    for (at, section) in document.sections.iter().enumerate().skip(sections.start).take(sections.len()) {
        let heading = section.heading().replace('\n', " ");
        if heading.is_empty() {
            continue;
        }
        let rows = if section.footnotes.is_empty() {
            layouts.heading(&heading, columns, ambiguous)
        } else {
            layouts.marked(&with_marks(section, &heading), columns, ambiguous)
        };
        let line = |row: &String| Line::Heading { text: row.clone(), level: section.level, section: at };
        lines.extend(rows.iter().map(line));
        for (which, footnote) in section.footnotes.iter().enumerate() {
            let words = format!("{} {}", footnote_mark(&footnote.mark), footnote.text);
            let rows = layouts.wrapped(&words, columns.saturating_sub(NOTE_INDENT), ambiguous);
            let line = |row: &String| Line::HeadingFootnote { text: row.clone(), section: at, which };
            lines.extend(rows.iter().map(line));
        }
        lines.push(Line::Blank);
    }
    lines
}

/// A heading with the marks of its footnotes: where they stand in its title, else after it.
fn with_marks(section: &Section, heading: &str) -> Composed {
    let title = heading.len() - section.title.len();
    let footnotes = section.footnotes.iter().map(|footnote| {
        let place = footnote.place.as_ref().map(|place| place.start + title..place.end + title);
        (footnote.mark.as_str(), place.unwrap_or(heading.len()..heading.len()))
    });
    let shown = text::shown(heading);
    let marks = FootnoteMarks::of(&shown, footnotes);
    Composed::new(shown.as_str(), &marks.inserted, &marks.held)
}
