//! The passage that a note hangs on, as the document prints it: with what stands out, with marks of footnotes and their
//! words, and rows of a table as a table. Says nothing of the note.

use std::collections::BTreeSet;
use std::ops::Range;

use super::emphasis::Run;
use super::page::MarkdownPage;
use crate::model::{Document, Footnote, Note, Paragraph, ParagraphForm, TableCells};

/// Adds the passage of a note, as it stands in the document; where it does not, as its writer marked it.
pub(super) fn quote(page: &mut MarkdownPage, document: &Document, note: &Note) {
    let Some(anchor) = &note.anchor else { return };
    let Some((paragraph, bytes)) = stands(document, note, &anchor.exact) else {
        page.quote(&anchor.exact);
        return;
    };
    if let ParagraphForm::Table(table) = paragraph.form()
        && let Some(rows) = whole_rows(paragraph, &bytes)
    {
        let head = table.rows.iter().take(table.header_rows);
        page.cells(&joined(head, table), table.rows.get(rows).unwrap_or_default());
        return;
    }
    let marks: Vec<&Footnote> = paragraph.footnotes.iter().filter(|one| is_marked_in(one, &bytes)).collect();
    let runs = runs(paragraph, &marks, &bytes);
    if runs.iter().all(|run| run.styles.is_empty()) && marks.is_empty() {
        page.quote(&anchor.exact);
        return;
    }
    let words = marks.iter().map(|one| format!("[{}] {}", one.mark, one.text)).collect::<Vec<_>>();
    page.quote_rich(&runs, &words);
}

/// The paragraph and the bytes of its text in which the passage stands as it was marked.
fn stands<'d>(document: &'d Document, note: &Note, exact: &str) -> Option<(&'d Paragraph, Range<usize>)> {
    if note.anchor.as_ref().is_none_or(|anchor| anchor.language != document.language()) {
        return None;
    }
    let (_, points) = document.standing(note)?;
    let points = points?;
    let paragraph = document.paragraph_at(document.shown_at(&note.paragraph)?)?;
    let text = paragraph.text();
    let byte = |point: usize| text.char_indices().nth(point).map_or(text.len(), |(at, _)| at);
    let bytes = byte(points.start)..byte(points.end);
    (text.get(bytes.clone()) == Some(exact)).then_some((paragraph, bytes))
}

fn is_marked_in(footnote: &Footnote, bytes: &Range<usize>) -> bool {
    footnote.place.as_ref().is_some_and(|place| bytes.start <= place.start && place.end <= bytes.end)
}

/// The words between places where something begins or ends, each with what it is.
fn runs(paragraph: &Paragraph, marks: &[&Footnote], bytes: &Range<usize>) -> Vec<Run> {
    let places = marks.iter().filter_map(|mark| mark.place.as_ref());
    let edges = paragraph.emphasis.iter().map(|emphasis| &emphasis.range).chain(places);
    let mut cuts: BTreeSet<usize> = edges.flat_map(|range| [range.start, range.end]).collect();
    cuts.retain(|at| bytes.contains(at));
    cuts.extend([bytes.start, bytes.end]);
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let mut runs = Vec::new();
    let mark_at = |at: usize, runs: &mut Vec<Run>| {
        let here = marks.iter().filter(|mark| mark.place.as_ref().is_some_and(|place| *place == (at..at)));
        runs.extend(here.map(|mark| Run { text: format!("[{}]", mark.mark), styles: BTreeSet::new() }));
    };
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        mark_at(start, &mut runs);
        let text = paragraph.text().get(start..end).unwrap_or_default();
        if marks.iter().any(|mark| mark.place.as_ref() == Some(&(start..end))) {
            runs.push(Run { text: format!("[{text}]"), styles: BTreeSet::new() });
            continue;
        }
        let over = paragraph.emphasis.iter().filter(|one| one.range.start <= start && end <= one.range.end);
        runs.push(Run { text: text.to_owned(), styles: over.map(|one| one.style).collect() });
    }
    mark_at(bytes.end, &mut runs);
    runs
}

/// The rows of a table that the bytes cover from the first letter to the last.
fn whole_rows(paragraph: &Paragraph, bytes: &Range<usize>) -> Option<Range<usize>> {
    let rows = paragraph.parts().get(1..)?;
    let first = rows.iter().position(|row| row.body.start == bytes.start)?;
    let last = rows.iter().position(|row| row.body.end == bytes.end)?;
    (first <= last).then_some(first..last + 1)
}

/// The heads of columns: what header rows say one below the other.
fn joined<'t>(head: impl Iterator<Item = &'t Vec<String>>, table: &TableCells) -> Vec<String> {
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut joined = vec![String::new(); columns];
    for row in head {
        for (cell, words) in joined.iter_mut().zip(row).filter(|(_, words)| !words.is_empty()) {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(words);
        }
    }
    joined
}
