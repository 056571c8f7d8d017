//! How far a review is, as a table by section.

use super::options::Options;
use super::page::{Cell, MarkdownPage};
use crate::messages::{captions, user_message};
use crate::model::{Document, Review, ReviewStatus};

/// Every status that is a position: one column each.
const POSITIONS: [ReviewStatus; 4] =
    [ReviewStatus::Accept, ReviewStatus::Query, ReviewStatus::Amend, ReviewStatus::Reserve];

/// One row for each section with all that stands below it, and one for the document.
pub(super) fn table(page: &mut MarkdownPage, document: &Document, review: &Review, options: &Options<'_>) {
    let say = options.say;
    let mut head = vec![say(&user_message("export-section")), say(&user_message("export-reviewed"))];
    head.extend(POSITIONS.iter().map(|status| say(&captions::status(*status))));
    head.push(say(&user_message("export-notes-column")));
    let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(document.sections.len() + 1);
    for (at, section) in document.sections.iter().enumerate() {
        let name = Cell { level: usize::from(section.level.saturating_sub(1)), text: section.heading() };
        rows.push(row(name, document, review, &document.paragraphs_below(at)));
    }
    let all: Vec<usize> = (0..document.paragraphs.len()).collect();
    rows.push(row(Cell::new(say(&user_message("export-all"))), document, review, &all));
    page.table(&head, &rows);
}

fn row(name: Cell, document: &Document, review: &Review, positions: &[usize]) -> Vec<Cell> {
    let progress = review.progress(document, positions.iter().copied());
    let notes: usize = positions
        .iter()
        .filter_map(|&at| document.paragraphs.get(at))
        .map(|paragraph| review.notes_on(&paragraph.label).count())
        .sum();
    let mut cells = vec![name, Cell::new(format!("{}/{}", progress.reviewed(), progress.total))];
    cells.extend(POSITIONS.iter().map(|status| Cell::new(progress.count(*status))));
    cells.push(Cell::new(notes));
    cells
}
