//! Notes that stand beside the text on a wide screen, each at its paragraph: what is shown in that room, row by row. On
//! other screens they stand below their paragraphs, in the reader's own lines.

use std::rc::Rc;

use super::{OpenDocument, Passage, Shell, Visible};
use crate::layout::{Block, Line, NOTE_SIGN};
use crate::model::ParagraphIndex;

/// What the room beside the text shows.
#[derive(Debug, Default)]
pub struct NotesBeside {
    /// Its rows from the top; none where a row is empty.
    pub rows: Vec<Option<Visible>>,
    /// How many rows of notes come after the last one that has room.
    pub more: usize,
}

impl OpenDocument {
    /// Whether notes stand beside the text.
    #[must_use]
    pub fn has_notes_beside(&self, shell: &Shell) -> bool {
        self.view.at.is_some() && !shell.areas(Some(&self.view)).notes.is_empty()
    }

    /// The notes of the paragraphs that are on the screen. Each begins beside its paragraph, or below the notes before it;
    /// where that is more than there is room for, the selected note is among those that are seen.
    #[must_use]
    pub fn notes_beside(&self, shell: &Shell) -> NotesBeside {
        let area = shell.areas(Some(&self.view)).notes;
        let height = usize::from(area.height);
        if height == 0 {
            return NotesBeside::default();
        }
        let mut rows: Vec<Option<Visible>> = Vec::new();
        let mut selected: Option<usize> = None;
        let mut before = None;
        let visible = self.visible(shell);
        // Beside its text, not beside the headings above it, unless the note is on one of those.
        let text_of = |at| {
            let is_text =
                |v: &Visible| v.paragraph == at && matches!(v.block.lines.get(v.line), Some(Line::Text(_)));
            let on_heading = self.notes_on_paragraph(at) < self.notes_at(at).len();
            visible.iter().position(is_text).filter(|_| !on_heading)
        };
        for (first, visible) in visible.iter().enumerate() {
            let at = visible.paragraph;
            let y = text_of(at).unwrap_or(first);
            if before == Some(at) {
                continue;
            }
            before = Some(at);
            let lines = self.note_lines(shell, at, usize::from(area.width + NOTE_SIGN));
            if lines.is_empty() {
                continue;
            }
            // An empty row keeps the notes of one paragraph from those of the next.
            let from = rows.len() + usize::from(!rows.is_empty());
            rows.resize(from.max(y), None);
            let start = rows.len();
            if let Some(line) = self.selected_line(at, &lines) {
                selected = Some(start + line);
            }
            let block = Rc::new(Block { text: Rc::clone(&visible.block.text), lines });
            let count = block.lines.len();
            rows.extend(
                (0..count).map(|line| Some(Visible { paragraph: at, line, block: Rc::clone(&block) })),
            );
        }
        // The selected note's first rows are seen, whatever stands above it.
        let over = selected.map_or(0, |line| (line + height.min(6)).min(rows.len()).saturating_sub(height));
        rows.drain(..over.min(rows.len()));
        let more = rows.len().saturating_sub(height);
        rows.truncate(height);
        NotesBeside { rows, more }
    }

    /// The first line of the selected note among the lines of a paragraph's notes.
    fn selected_line(&self, at: ParagraphIndex, lines: &[Line]) -> Option<usize> {
        let Some(Passage::Note(note)) = &self.view.passage else { return None };
        let which = self.notes_at(at).iter().position(|view| view.reference() == *note)?;
        lines.iter().position(|line| *line == Line::NoteHead(which))
    }
}
