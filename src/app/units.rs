//! The unit that commands act on, where it is not the whole paragraph one is at: a sub-paragraph, or a heading. What a
//! unit is stands in the model; keys are elsewhere.

use std::ops::Range;

use super::{Focus, ListRow, OpenDocument, Passage, Shell};
use crate::layout::{self, Block, Line, NoteRef};
use crate::messages::{UserMessage, captions, user_message};
use crate::model::{
    CurrentStatus, GivenOn, Label, Paragraph, ParagraphIndex, ReviewStatus, UnitKind, UnitPlace,
};

impl OpenDocument {
    /// The label of what commands act on: the selected unit, else the paragraph one is at; none on the About page.
    #[must_use]
    pub fn target(&self) -> Option<Label> {
        match &self.view.passage {
            Some(Passage::Unit(label)) => Some(label.clone()),
            // A selected note is about its unit, also where that is a part of the paragraph.
            Some(Passage::Note(note)) => self.unit_of(note).or_else(|| self.label_here()),
            _ => self.label_here(),
        }
    }

    fn label_here(&self) -> Option<Label> {
        self.here().map(|(_, paragraph)| paragraph.label.clone())
    }

    /// The unit at the present paragraph that a note is on.
    fn unit_of(&self, note: &NoteRef) -> Option<Label> {
        let views = self.notes_at(self.view.at?);
        let view = views.iter().find(|view| view.reference() == *note)?;
        Some(view.note.paragraph.clone())
    }

    /// Where the selected unit stands; none where the paragraph as a whole is meant.
    #[must_use]
    pub fn selected_unit(&self) -> Option<UnitPlace> {
        match &self.view.passage {
            Some(Passage::Unit(label)) => self.document.place(label),
            _ => None,
        }
    }

    /// Whether commands act on a heading: it is selected, or a note on it is.
    #[must_use]
    pub fn is_heading_selected(&self) -> bool {
        let place = self.target().and_then(|label| self.document.place(&label));
        matches!(place, Some(UnitPlace::Heading(_)))
    }

    /// Bytes of the text of the paragraph at a position that are selected, as a stretch of text or as a sub-paragraph.
    #[must_use]
    pub fn selected_range(&self, at: ParagraphIndex) -> Option<Range<usize>> {
        match (&self.view.passage, self.selected_unit()) {
            (Some(Passage::Text { paragraph, range }), _) if *paragraph == at => Some(range.clone()),
            (_, Some(UnitPlace::Part { paragraph, part })) if paragraph == at => {
                self.paragraph(at)?.parts().get(part).map(Paragraph::range_of)
            }
            _ => None,
        }
    }

    /// The sub-paragraph that a stretch of the text of the paragraph at a position is, from its label to its end.
    pub(super) fn whole_unit(&self, at: ParagraphIndex, range: &Range<usize>) -> Option<Label> {
        let paragraph = self.paragraph(at)?;
        let trimmed = |range: Range<usize>| {
            let words = paragraph.text().get(range.clone()).unwrap_or_default();
            range.start..range.start + words.trim_end().len()
        };
        let wanted = trimmed(range.clone());
        let parts = paragraph.parts().iter().filter(|part| part.unit.is_some());
        parts.filter(|part| trimmed(Paragraph::range_of(part)) == wanted).find_map(|part| part.unit.clone())
    }

    /// The sub-paragraph at a byte of the text of the paragraph at a position.
    #[must_use]
    pub fn unit_at(&self, at: ParagraphIndex, byte: usize) -> Option<Label> {
        let parts = self.paragraph(at)?.parts().iter();
        parts.filter(|part| Paragraph::range_of(part).contains(&byte)).find_map(|part| part.unit.clone())
    }

    /// Goes to a unit: to its paragraph, and selects it there if it is a part of it or a heading above it.
    pub(super) fn go_to_unit(&mut self, shell: &Shell, place: UnitPlace) {
        let Some(label) = self.document.unit(place).map(|unit| unit.label) else { return };
        let Some(at) = self.document.shown_at(&label) else { return };
        self.go_to(shell, at);
        self.view.passage = match place {
            UnitPlace::Paragraph(_) => None,
            _ => Some(Passage::Unit(label)),
        };
        if let UnitPlace::Part { part, .. } = place {
            self.pick_part(shell, at, part);
        }
        if let UnitPlace::Heading(section) = place {
            self.pick_row(shell, |row| *row == ListRow::Section(section));
        }
        self.reveal_passage(shell);
    }

    /// Picks the row of a sub-paragraph where the list has one.
    fn pick_part(&mut self, shell: &Shell, at: ParagraphIndex, part: usize) {
        let is_row =
            |row: &ListRow| matches!(row, ListRow::Part { at: a, part: p, .. } if (*a, *p) == (at, part));
        self.pick_row(shell, is_row);
    }

    /// A number means the whole paragraph: what is selected of another unit at it, or is a note on one, is left.
    pub(super) fn leave_unit(&mut self) {
        if self.target() != self.label_here() {
            self.view.passage = None;
        }
    }

    /// Entering the reader from the row of a heading is about the paragraph below it again.
    pub(super) fn leave_heading(&mut self) {
        if self.view.focus == Focus::Reader && matches!(self.selected_unit(), Some(UnitPlace::Heading(_))) {
            self.view.passage = None;
        }
    }

    /// The lines of a block that show a selected heading.
    pub(super) fn heading_lines(&self, block: &Block) -> Option<Range<usize>> {
        let Some(UnitPlace::Heading(section)) = self.selected_unit() else { return None };
        let shows = |line: &Line| matches!(line, Line::Heading { section: of, .. } if *of == section);
        let first = block.lines.iter().position(shows)?;
        Some(first..block.lines.iter().rposition(shows)? + 1)
    }

    /// How many notes hang on the heading at a place among the sections.
    #[must_use]
    pub fn notes_on_heading(&self, section: usize) -> usize {
        let Some(label) = self.document.sections.get(section).map(crate::model::Section::label) else {
            return 0;
        };
        let Some(at) = self.document.shown_at(&label) else { return 0 };
        self.notes_at(at).iter().filter(|view| view.note.paragraph == label).count()
    }

    /// How many notes hang on a paragraph and its parts: without those on the headings above it.
    #[must_use]
    pub fn notes_on_paragraph(&self, at: ParagraphIndex) -> usize {
        let on_heading = |label: &Label| matches!(self.document.place(label), Some(UnitPlace::Heading(_)));
        self.notes_at(at).iter().filter(|view| !on_heading(&view.note.paragraph)).count()
    }

    /// What a unit is called in the middle of a sentence.
    #[must_use]
    pub fn unit_said(&self, label: &Label) -> UserMessage {
        captions::unit(&self.document, label)
    }

    /// The same at the beginning of a sentence.
    #[must_use]
    pub fn unit_said_first(&self, label: &Label) -> UserMessage {
        captions::unit_first(&self.document, label)
    }

    /// A unit's words with its number before them, as print has them.
    #[must_use]
    pub fn in_print(&self, label: &Label) -> String {
        let Some(unit) = self.document.place(label).and_then(|place| self.document.unit(place)) else {
            return String::new();
        };
        match (unit.kind, unit.number) {
            // A heading's words have its number.
            (UnitKind::Heading, _) | (_, None) => unit.text.into_owned(),
            (UnitKind::Subparagraph, Some(number)) => format!("{number} {}", unit.text),
            (_, Some(number)) => format!("{} {}", layout::printed_number(number), unit.text),
        }
    }

    /// What stands for a unit where there is room for a number only: nothing where it has none.
    #[must_use]
    pub fn unit_number(&self, label: &Label) -> String {
        match self.document.place(label) {
            Some(UnitPlace::Paragraph(at)) if self.paragraph(at).is_some_and(|p| p.number.is_none()) => {
                String::new()
            }
            Some(UnitPlace::Heading(_)) => String::new(),
            _ => label.to_string(),
        }
    }

    /// The reviewer's own status of a unit; of a sub-paragraph without one, its paragraph's.
    #[must_use]
    pub fn current_status_of(&self, label: &Label) -> CurrentStatus {
        self.mine.current_status_in(&self.document, label)
    }

    /// Whether the status that a sub-paragraph shows is its paragraph's.
    #[must_use]
    pub fn is_status_inherited(&self, label: &Label) -> bool {
        matches!(self.document.place(label), Some(UnitPlace::Part { .. }))
            && self.mine.status(label) == ReviewStatus::Unreviewed
            && self.current_status_of(label).given != ReviewStatus::Unreviewed
    }

    /// What the document says of the recommendations at a paragraph, itself and its parts, a line for each.
    pub(super) fn facts_at(&self, shell: &Shell, at: ParagraphIndex) -> Vec<String> {
        let own = self.paragraph(at).map(|paragraph| &paragraph.label);
        let labels = own.into_iter().chain(self.parts_at(at).map(|(_, label)| label));
        let facts = labels.filter_map(|label| self.document.facts(label));
        let said = facts.map(|facts| {
            let words: Vec<String> =
                captions::facts(facts).iter().map(|one| shell.messages.say(one)).collect();
            let words = words.join(" ∙ ");
            if own == Some(&facts.label) { words } else { format!("{} ∙ {words}", facts.label) }
        });
        said.filter(|words| !words.is_empty()).collect()
    }

    /// The text that a status on a unit is given on.
    pub(super) fn given_on(&self, label: &Label) -> Option<GivenOn> {
        let text_hash = self.document.place(label).and_then(|place| self.document.hash_of(place))?;
        Some(GivenOn { language: self.document.language().to_owned(), text_hash })
    }

    /// The labels of the sub-paragraphs of the paragraph at a position.
    pub(super) fn parts_at(&self, at: ParagraphIndex) -> impl Iterator<Item = (usize, &Label)> {
        let parts = self.paragraph(at).map(Paragraph::parts).unwrap_or_default();
        parts.iter().enumerate().filter_map(|(part, of)| Some((part, of.unit.as_ref()?)))
    }

    /// The statuses that sub-paragraphs of the paragraph at a position have of their own, in a line; none if none has.
    pub(super) fn statuses_of_parts(&self, shell: &Shell, at: ParagraphIndex) -> Option<String> {
        let given =
            self.parts_at(at).filter(|(_, label)| self.mine.status(label) != ReviewStatus::Unreviewed);
        let words = given.map(|(_, label)| {
            let status = captions::current_status(self.current_status_of(label));
            shell.messages.say(&user_message("status-of-unit").with("label", label).and("status", status))
        });
        let words: Vec<String> = words.collect();
        (!words.is_empty()).then(|| shell.messages.listed(words))
    }
}
