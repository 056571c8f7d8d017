//! Moving: to a paragraph, through the list, through the reader.

use super::{Focus, ListRow, OpenDocument, Passage, Shell, Tab, Visible};
use crate::layout::{Line, NoteRef, ScrollPosition};
use crate::messages::user_message;
use crate::model::{NoteId, ParagraphIndex, ReviewStatus, UnitPlace};

impl OpenDocument {
    /// Goes to a paragraph: the reader begins with it and the list picks it.
    pub(super) fn go_to(&mut self, shell: &Shell, at: ParagraphIndex) {
        if self.paragraph(at).is_none() {
            return;
        }
        if self.view.at != Some(at) {
            self.view.passage = None;
        }
        self.view.at = Some(at);
        self.view.top = self.beginning(shell, at);
        self.pick_paragraph(shell, at);
    }

    /// Goes to a paragraph and leaves the tab as it is; `false` if its list has no row for it.
    pub(super) fn show_in_tab(&mut self, shell: &Shell, at: ParagraphIndex) -> bool {
        self.unfold_to(at);
        let listed = self.pick_row(shell, |row| row.paragraph() == Some(at));
        if self.view.at != Some(at) {
            self.view.passage = None;
        }
        self.view.at = Some(at);
        self.view.top = self.beginning(shell, at);
        listed
    }

    /// The paragraph `steps` further on.
    pub(super) fn step_paragraph(&mut self, shell: &mut Shell, forward: bool) {
        let target = match (self.view.at, forward) {
            (None, true) => Some(ParagraphIndex(0)),
            (Some(at), true) => Some(at.next()).filter(|at| self.paragraph(*at).is_some()),
            (Some(at), false) => at.previous(),
            (None, false) => None,
        };
        match target {
            Some(at) => self.go_beside(shell, at),
            None => {
                shell.tell(if forward { user_message("move-last") } else { user_message("move-first") });
            }
        }
    }

    /// Goes to a paragraph beside the present one. The reader scrolls no further than it takes to show all of it with
    /// what hangs on it; where that is more than it has room for, it begins with it.
    fn go_beside(&mut self, shell: &Shell, at: ParagraphIndex) {
        let visible = self.visible(shell);
        let (before, top) = (self.view.at, self.view.top);
        self.go_to(shell, at);
        let Some(count) = self.block(shell, at).map(|block| block.lines.len()) else { return };
        // The last line of a block is blank.
        let (last, height) =
            (count.saturating_sub(2), usize::from(shell.areas(Some(&self.view)).reader.height));
        let shown = |line: usize| visible.iter().any(|v| v.paragraph == at && v.line == line);
        let together = visible.iter().any(|v| Some(v.paragraph) == before);
        if shown(0) && shown(last) {
            self.view.top = top;
        } else if together && before < Some(at) && last < height {
            self.view.top = (1..height).fold(ScrollPosition { paragraph: at, line: last }, |spot, _| {
                self.line_before(shell, spot).unwrap_or(spot)
            });
        }
    }

    /// The next or previous paragraph that fits, around; `None` if no other does.
    pub(super) fn find_paragraph(
        &self,
        forward: bool,
        fits: impl Fn(&Self, ParagraphIndex) -> bool,
    ) -> Option<ParagraphIndex> {
        let count = self.count();
        let start = self.view.at;
        (1..=count)
            .map(|step| match (start.map(|at| at.0), forward) {
                (Some(at), true) => (at + step) % count,
                (Some(at), false) => (at + count - step % count) % count,
                (None, true) => step - 1,
                (None, false) => count - step,
            })
            .map(ParagraphIndex)
            .find(|&at| Some(at) != start && fits(self, at))
    }

    /// Goes to the next unreviewed paragraph, or says that none is left.
    pub(super) fn next_unreviewed(&mut self, shell: &mut Shell, forward: bool) {
        match self.find_paragraph(forward, |app, at| {
            app.current_status_at(at).counted() == ReviewStatus::Unreviewed
        }) {
            Some(at) => self.go_to(shell, at),
            None => shell.tell(user_message("move-all-reviewed")),
        }
    }

    /// Goes to the next paragraph with notes, or says that there is none.
    pub(super) fn next_noted(&mut self, shell: &mut Shell, forward: bool) {
        match self.find_paragraph(forward, |app, at| !app.notes_at(at).is_empty()) {
            // Where only a heading above it has notes, that is what is gone to.
            Some(at) if self.notes_on_paragraph(at) == 0 => {
                let label = self.notes_at(at).first().map(|view| view.note.paragraph.clone());
                if let Some(place) = label.and_then(|label| self.document.place(&label)) {
                    self.go_to_unit(shell, place);
                }
            }
            Some(at) => self.go_to(shell, at),
            None => shell.tell(user_message("move-no-notes")),
        }
    }

    /// Moves the pick of the list, and shows what it is about.
    pub(super) fn move_list(&mut self, shell: &Shell, rows: isize) {
        let all = self.rows(shell);
        if all.is_empty() {
            return;
        }
        let index = self.view.list().index.saturating_add_signed(rows).min(all.len() - 1);
        let Some(row) = all.get(index).cloned() else { return };
        self.view.list_mut().index = index;
        self.show_row(shell, row);
    }

    /// Picks a row and shows what it is about.
    pub(super) fn show_row(&mut self, shell: &Shell, row: ListRow) {
        self.view.list_mut().picked = row.clone();
        let document = &self.document;
        let first = match &row {
            ListRow::About => {
                self.open_about(shell);
                return;
            }
            ListRow::Section(place) => {
                document.paragraphs_below(*place).into_iter().find(|&at| self.passes(at))
            }
            ListRow::Speaker(place) => {
                let speaker = document.speakers.get(*place);
                speaker.and_then(|speaker| document.paragraphs_of(&speaker.id).first().copied())
            }
            ListRow::Group(group) => self.recommendations_in(group).first().and_then(|place| match *place {
                UnitPlace::Paragraph(at) | UnitPlace::Part { paragraph: at, .. } => Some(at),
                UnitPlace::Heading(_) => None,
            }),
            ListRow::Empty { .. } => return,
            // Its unit is not here: nothing else may be acted on instead.
            ListRow::Stray(_) => {
                self.view.at = None;
                self.view.passage = None;
                return;
            }
            ListRow::Paragraph { at, .. }
            | ListRow::Part { at, .. }
            | ListRow::Note(_, at)
            | ListRow::Draft(_, at) => Some(*at),
        };
        let heading = match &row {
            ListRow::Section(place) => document.sections.get(*place).map(crate::model::Section::label),
            _ => None,
        };
        // A heading without text below it has no paragraph of its own; where it is shown it is.
        let first = first.or_else(|| heading.as_ref().and_then(|label| document.shown_at(label)));
        let part = match &row {
            ListRow::Part { at, part, .. } => {
                self.paragraph(*at).and_then(|p| p.parts().get(*part)).and_then(|part| part.unit.clone())
            }
            _ => None,
        };
        let Some(at) = first else { return };
        self.view.passage = heading.map(Passage::Unit);
        self.view.at = Some(at);
        self.view.top = self.beginning(shell, at);
        if let Some(label) = part {
            self.view.passage = Some(Passage::Unit(label));
            self.reveal_passage(shell);
        }
        if let ListRow::Note(note, _) = row {
            self.view.passage = Some(Passage::Note(note));
            self.reveal_passage(shell);
        }
    }

    /// Opens a tab; its list keeps its own pick, and the paragraph one was at if it shows it.
    pub(super) fn open_tab(&mut self, shell: &Shell, tab: Tab) {
        self.view.tab = tab;
        self.view.focus = Focus::List;
        self.view.wide = false;
        let at = self.view.at;
        if !at.is_some_and(|at| self.pick_row(shell, |row| row.paragraph() == Some(at))) {
            let rows = self.rows(shell);
            let first = rows.iter().position(|row| row.paragraph().is_some()).unwrap_or(0);
            // The reader shows what the list picks, whichever tab one comes from.
            let known = rows.contains(&self.view.list().picked).then(|| self.view.list().picked.clone());
            if let Some(row) = known.filter(|row| *row != ListRow::About).or_else(|| rows.get(first).cloned())
            {
                self.show_row(shell, row);
            }
        }
    }

    /// Scrolls the reader by lines; the paragraph that commands act on stays while it is visible.
    pub(super) fn scroll(&mut self, shell: &Shell, lines: isize) {
        if self.view.at.is_none() {
            self.view.about_top = self.view.about_top.saturating_add_signed(lines);
            return;
        }
        let mut spot = self.view.top;
        for _ in 0..lines.unsigned_abs() {
            let next = if lines > 0 { self.line_after(shell, spot) } else { self.line_before(shell, spot) };
            match next {
                Some(next) => spot = next,
                None => break,
            }
        }
        self.view.top = spot;
        let visible = self.visible(shell);
        let is_text = |v: &&Visible| matches!(v.block.lines.get(v.line), Some(Line::Text(_)));
        let still = visible.iter().filter(is_text).any(|v| Some(v.paragraph) == self.view.at);
        if !still && let Some(first) = visible.iter().find(is_text).or_else(|| visible.first()) {
            let at = first.paragraph;
            self.view.passage = None;
            self.view.at = Some(at);
            self.pick_paragraph(shell, at);
        }
    }

    /// The line after a spot, as long as something would be left to see below it.
    fn line_after(&self, shell: &Shell, spot: ScrollPosition) -> Option<ScrollPosition> {
        let count = self.block(shell, spot.paragraph)?.lines.len();
        let next = spot.paragraph.next();
        let last = self.paragraph(next).is_none();
        if spot.line + 1 < count {
            let height = usize::from(self.reader_size(shell).height);
            if last && count - spot.line <= height {
                return None;
            }
            return Some(ScrollPosition { line: spot.line + 1, ..spot });
        }
        (!last).then_some(ScrollPosition { paragraph: next, line: 0 })
    }

    fn line_before(&self, shell: &Shell, spot: ScrollPosition) -> Option<ScrollPosition> {
        if spot.line > 0 {
            return Some(ScrollPosition { line: spot.line - 1, ..spot });
        }
        let paragraph = spot.paragraph.previous()?;
        let line = self.block(shell, paragraph)?.lines.len().saturating_sub(1);
        Some(ScrollPosition { paragraph, line })
    }

    /// Scrolls so that what is selected is visible, with a line of what stands before it.
    pub(super) fn reveal_passage(&mut self, shell: &Shell) {
        let Some((at, _)) = self.here() else { return };
        let Some(block) = self.block(shell, at) else { return };
        let first = block.first_text();
        self.reveal_lines(shell, at, self.passage_lines(shell, at, &block).unwrap_or(first..first + 1));
    }

    /// Selects a note of one's own, if it is there, and scrolls so that it is seen below its paragraph. The place is kept
    /// by its lines: where they fit, nothing moves.
    pub(super) fn select_note(&mut self, shell: &Shell, id: &NoteId) {
        self.view.passage = None;
        let Some((at, _)) = self.here() else { return };
        let notes = self.notes_at(at);
        let mine = &self.mine.reviewer;
        let place = notes.iter().position(|view| view.note.id == *id && view.reviewer == mine);
        let Some(place) = place else { return };
        self.view.passage = Some(Passage::Note(NoteRef { reviewer: mine.clone(), id: id.clone() }));
        self.view.changed = Some(id.clone());
        if let Some(block) = self.block(shell, at) {
            let lines = self.passage_lines(shell, at, &block);
            self.reveal_lines(shell, at, lines.unwrap_or_else(|| block.lines_of_note(place)));
        }
    }

    /// Scrolls so that these lines of a paragraph are visible, from their beginning.
    pub(super) fn reveal_lines(&mut self, shell: &Shell, at: ParagraphIndex, lines: std::ops::Range<usize>) {
        let visible = self.visible(shell);
        let shown = |line: usize| visible.iter().any(|v| v.paragraph == at && v.line == line);
        if shown(lines.start) && shown(lines.end.saturating_sub(1)) {
            return;
        }
        let height = usize::from(self.reader_size(shell).height);
        let count = lines.end.saturating_sub(lines.start);
        let room = height.saturating_sub(count) / 3;
        self.view.top = ScrollPosition { paragraph: at, line: lines.start.saturating_sub(room) };
        let visible = self.visible(shell);
        if !visible.iter().any(|v| v.paragraph == at && v.line + 1 == lines.end) && count < height {
            self.view.top = ScrollPosition { paragraph: at, line: lines.end.saturating_sub(height) };
        }
    }

    /// Scrolls on to the first line of the present paragraph's text that has not been on the screen.
    pub(super) fn show_unseen(&mut self, shell: &Shell) {
        let Some((at, _)) = self.here() else { return };
        let Some(block) = self.block(shell, at) else { return };
        self.view.top = match self.view.seen.1 {
            0 => self.beginning(shell, at),
            seen => ScrollPosition { paragraph: at, line: block.line_of_byte(seen) },
        };
        self.view.focus = Focus::Reader;
    }
}

impl OpenDocument {
    /// After every message: picks, scroll offsets and what was seen are right for the screen as it is.
    pub(super) fn settle(&mut self, shell: &Shell) {
        self.settle_about(shell);
        if let Some(Passage::Note(note)) = &self.view.passage
            && self.view.at.is_none_or(|at| !self.notes_at(at).iter().any(|view| view.reference() == *note))
        {
            self.view.passage = None;
        }
        if let Some(Passage::Unit(label)) = &self.view.passage
            && (self.view.at.is_none() || self.document.shown_at(label) != self.view.at)
        {
            self.view.passage = None;
        }
        self.keep_standing(shell);
        if let Some(block) = self.block(shell, self.view.top.paragraph) {
            self.view.top.line = self.view.top.line.min(block.lines.len().saturating_sub(1));
        }
        self.settle_list(shell);
    }
}
