//! How far a review is, as a table by section.

use std::ops::Range;

use super::options::Options;
use super::page::{Cell, MarkdownPage};
use crate::messages::{captions, user_message};
use crate::model::{Document, Note, ParagraphIndex, Review, ReviewStatus, UnitPlace};

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
        let name =
            Cell { level: usize::from(section.level.saturating_sub(1)), text: section.heading_alone() };
        rows.push(row(name, document, review, &document.paragraphs_below(at), &document.subtree(at)));
    }
    let all: Vec<ParagraphIndex> = document.indices().collect();
    let name = Cell::new(say(&user_message("export-all")));
    rows.push(row(name, document, review, &all, &(0..document.sections.len())));
    page.table(&head, &rows);
}

/// The cells of a row: of paragraphs at some positions, in order, and of the headings of some sections.
fn row(
    name: Cell,
    document: &Document,
    review: &Review,
    positions: &[ParagraphIndex],
    sections: &Range<usize>,
) -> Vec<Cell> {
    let progress = review.progress(document, positions.iter().copied());
    let stands_here = |note: &&Note| match document.place(&note.paragraph) {
        Some(UnitPlace::Heading(at)) => sections.contains(&at),
        Some(UnitPlace::Paragraph(at) | UnitPlace::Part { paragraph: at, .. }) => {
            positions.binary_search(&at).is_ok()
        }
        None => false,
    };
    let notes = review.live_notes().filter(stands_here).count();
    let reviewed = match progress.total {
        0 => String::new(),
        total => format!("{}/{total}", progress.reviewed()),
    };
    let mut cells = vec![name, Cell::new(reviewed)];
    cells.extend(POSITIONS.iter().map(|status| Cell::new(progress.count(*status))));
    cells.push(Cell::new(notes));
    cells
}
