//! What of the document is on the screen: the lines of paragraphs at the reader's width, which of them are visible, and
//! what of a paragraph has been. Nothing moves here.

use std::rc::Rc;

use ratatui::layout::Size;

use super::{Mode, OpenDocument, Shell};
use crate::layout::{Block, Line, ParagraphExtras};
use crate::messages::user_message;
use crate::model::{ParagraphForm, ParagraphIndex};

/// A line of the reader that is visible.
#[derive(Debug, Clone)]
pub struct Visible {
    /// Position of its paragraph.
    pub paragraph: ParagraphIndex,
    /// Its line in the block.
    pub line: usize,
    /// The laid-out lines of that paragraph, of which this is one.
    pub block: Rc<Block>,
}

impl OpenDocument {
    /// The lines of the paragraph at a position at the reader's present width.
    #[must_use]
    pub fn block(&self, shell: &Shell, at: ParagraphIndex) -> Option<Block> {
        self.block_in(shell, at, self.reader_size(shell))
    }

    /// Its lines in a reader of that size.
    pub(super) fn block_in(&self, shell: &Shell, at: ParagraphIndex, size: Size) -> Option<Block> {
        let document = &*self.document;
        let columns = usize::from(size.width).max(8);
        let drafts = self.drafts_at(at).into_iter().map(|draft| draft.body.as_str()).collect();
        let notes = self.notes_at(at);
        let (others, note_others) = (self.others_of_mark(shell, at), shell.others_of_notes(&notes));
        let is_picture = document.paragraph_at(at).is_some_and(|p| *p.form() == ParagraphForm::Image);
        let picture = is_picture.then(|| shell.messages.say(&user_message("picture-here")));
        let facts = self.facts_at(shell, at);
        let mut extras = ParagraphExtras { notes, others, note_others, drafts, picture, facts };
        if self.has_notes_beside(shell) {
            extras.notes.clear();
        }
        Block::of(document, at, &self.view.layouts, &extras, columns, shell.ambiguous)
    }

    /// The lines of the notes at a paragraph, for a room of so many columns beside the text.
    pub(super) fn note_lines(&self, shell: &Shell, at: ParagraphIndex, columns: usize) -> Vec<Line> {
        let notes = self.notes_at(at);
        let note_others = shell.others_of_notes(&notes);
        let extras = ParagraphExtras { notes, note_others, ..ParagraphExtras::default() };
        extras.note_lines(&self.view.layouts, columns, shell.ambiguous)
    }

    /// The lines of the reader that are visible, from the top.
    #[must_use]
    pub fn visible(&self, shell: &Shell) -> Vec<Visible> {
        self.visible_in(shell, self.reader_size(shell))
    }

    /// The lines that a reader of that size shows.
    pub(super) fn visible_in(&self, shell: &Shell, size: Size) -> Vec<Visible> {
        let height = usize::from(size.height);
        let mut lines = Vec::with_capacity(height);
        let mut at = self.view.top.paragraph;
        let mut from = self.view.top.line;
        while lines.len() < height {
            let Some(block) = self.block_in(shell, at, size).map(Rc::new) else { break };
            let count = block.lines.len();
            for line in from..count {
                if lines.len() < height {
                    lines.push(Visible { paragraph: at, line, block: Rc::clone(&block) });
                }
            }
            at = at.next();
            from = 0;
        }
        lines
    }

    /// Notes how much of the present paragraph's text has been on the screen without a gap from its beginning. To
    /// be called when the screen was drawn, not when keys were taken in: several keys may come before one drawing.
    pub(super) fn note_seen(&mut self, shell: &Shell) {
        if self.view.seen.0 != self.view.at {
            self.view.seen = (self.view.at, 0);
        }
        let reading = matches!(shell.mode, Mode::Browse | Mode::Select(_) | Mode::Status(..) | Mode::Go)
            && !shell.areas(Some(&self.view)).reader.is_empty();
        let (Some(at), true) = (self.view.at, reading) else { return };
        let lines: Vec<Visible> = self.visible(shell).into_iter().filter(|v| v.paragraph == at).collect();
        if let (Some(first), Some(last)) = (lines.first(), lines.last()) {
            let text = first.block.text_in(first.line..last.line + 1);
            if text.start <= self.view.seen.1 {
                self.view.seen.1 = self.view.seen.1.max(text.end);
            }
        }
    }

    /// Whether the whole text of the present paragraph has been on the screen.
    #[must_use]
    pub fn seen_whole(&self) -> bool {
        self.here().is_some_and(|(at, paragraph)| {
            self.view.seen.0 == Some(at) && self.view.seen.1 >= paragraph.text().len()
        })
    }
}
