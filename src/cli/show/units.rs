//! Headings, paragraphs and sub-paragraphs with what the reviews say of them. A unit that is no paragraph is told at its
//! paragraph, by its label.

use super::{marks, table};
use crate::cli::context::CommandContext;
use crate::cli::notes::{Ids, write_note, write_other};
use crate::cli::page::{DOT, Page, TextKind};
use crate::messages::{captions, user_message};
use crate::model::{
    Basis, Document, Footnote, Label, Mark, Paragraph, ParagraphForm, Recommendation, Review, ReviewStatus,
    Section, SpeakerContext as Spoken, UnitPlace, code_points,
};

/// The margin of a paragraph.
const MARGIN: &str = "    ";

/// Writes units onto a page.
pub struct Writer<'w> {
    /// The page.
    pub page: &'w mut Page,
    /// How to say it.
    pub context: &'w CommandContext,
    /// Whose units they are.
    pub document: &'w Document,
    /// What is said of them, one's own first.
    pub reviews: &'w [&'w Review],
    /// The ids of notes.
    pub ids: &'w Ids<'w>,
}

impl Writer<'_> {
    /// A unit that stands alone, under its heading.
    pub fn one(&mut self, place: UnitPlace) {
        match place {
            UnitPlace::Heading(_) => self.unit(place),
            UnitPlace::Paragraph(at) | UnitPlace::Part { paragraph: at, .. } => {
                let Some(paragraph) = self.document.paragraph_at(at) else { return };
                if let Some(section) = self.document.section_of(paragraph) {
                    self.heading(section);
                }
                self.page.gap();
                match place {
                    UnitPlace::Part { part, .. } => self.part(paragraph, part),
                    _ => self.paragraph(paragraph),
                }
            }
        }
    }

    /// A heading or a paragraph, as it stands in the document. Sub-paragraphs stand in their paragraph.
    pub fn unit(&mut self, place: UnitPlace) {
        match place {
            UnitPlace::Heading(at) => {
                let Some(section) = self.document.sections.get(at) else { return };
                self.heading(section);
                self.footnotes(MARGIN, &section.footnotes);
                self.notes(&section.label(), false);
            }
            UnitPlace::Paragraph(at) => {
                let Some(paragraph) = self.document.paragraph_at(at) else { return };
                self.page.gap();
                self.paragraph(paragraph);
            }
            UnitPlace::Part { .. } => {}
        }
    }

    fn heading(&mut self, section: &Section) {
        self.page.gap();
        let indent = "  ".repeat(usize::from(section.level.saturating_sub(1)));
        self.page.text(&indent, &marks::heading(section), TextKind::Heading);
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let number = paragraph.number.as_ref().map(|number| format!("{number}. ")).unwrap_or_default();
        match paragraph.form() {
            ParagraphForm::Text => {
                let words = marks::within(paragraph, 0..paragraph.text().len());
                self.page.text(&format!("{number:<4}"), &words, TextKind::Plain);
            }
            ParagraphForm::Table(cells) => table::write(self.page, self.context, cells),
            ParagraphForm::Image => {
                let caption = user_message("show-image").with("caption", paragraph.text());
                self.page.text(MARGIN, &self.context.say(&caption), TextKind::Quiet);
            }
        }
        self.footnotes(MARGIN, &paragraph.footnotes);
        self.position(paragraph);
        self.undecided(&paragraph.label);
        self.notes(&paragraph.label, false);
        for label in paragraph.units() {
            self.position_of_part(label, false);
            self.undecided(label);
            self.notes(label, true);
        }
    }

    /// A sub-paragraph alone.
    fn part(&mut self, paragraph: &Paragraph, part: usize) {
        let Some(label) = paragraph.parts().get(part).and_then(|part| part.unit.as_ref()) else { return };
        let range = paragraph.range_with_below(part);
        self.page.text(MARGIN, &marks::within(paragraph, range.clone()), TextKind::Plain);
        let stands_in = |footnote: &&Footnote| {
            footnote.place.as_ref().is_some_and(|place| range.start <= place.start && place.end <= range.end)
        };
        let footnotes: Vec<Footnote> = paragraph.footnotes.iter().filter(stands_in).cloned().collect();
        self.footnotes(MARGIN, &footnotes);
        self.position_of_part(label, true);
        self.undecided(label);
        self.notes(label, false);
        // What hangs on a passage of it hangs on the paragraph.
        let points = code_points(paragraph.text(), range);
        for review in self.reviews {
            for note in review.notes_on(&paragraph.label) {
                let passage = self.document.standing(note).and_then(|(_, passage)| passage);
                if passage.is_some_and(|passage| passage.start < points.end && points.start < passage.end) {
                    write_note(self.page, self.context, note, &review.reviewer, self.ids, MARGIN, true);
                }
            }
        }
    }

    fn footnotes(&mut self, margin: &str, footnotes: &[Footnote]) {
        for note in footnotes {
            self.page.text(&format!("{margin}[{}] ", note.mark), &note.text, TextKind::Quiet);
        }
    }

    /// Who speaks, whether it makes a recommendation, and the status.
    fn position(&mut self, paragraph: &Paragraph) {
        let (context, own) = (self.context, self.reviews.first());
        let mut parts: Vec<String> = Vec::new();
        for attribution in &paragraph.speakers {
            let Some(speaker) = self.document.speaker(&attribution.speaker) else { continue };
            let mut words = vec![context.say(&captions::role(speaker.role))];
            // “主席 (主席)” would say it twice.
            words.retain(|role| *role != speaker.name);
            if speaker.panelist && speaker.context == Spoken::Discussion {
                words.push(context.word("speaker-in-discussion"));
            }
            if attribution.basis == Basis::Inferred {
                words.push(context.word("speaker-inferred"));
            }
            let name = speaker.full_name();
            let words = context.messages.listed(words);
            parts.push(if words.is_empty() { name } else { context.messages.bracketed(&name, &words) });
        }
        let recommendation = own.map_or(paragraph.recommendation, |own| own.recommendation(paragraph));
        if recommendation != Recommendation::None {
            parts.push(context.say(&captions::recommendation(recommendation)));
        }
        let status =
            own.map(|own| own.current_status(self.document.language(), paragraph)).unwrap_or_default();
        // What is not counted need not be reviewed.
        let is_counted = paragraph.number.is_some() || self.document.facts(&paragraph.label).is_some();
        let is_told = is_counted || status.given != ReviewStatus::Unreviewed;
        let status_word =
            if is_told { context.say(&captions::current_status(status)) } else { String::new() };
        let mut line = parts.join(DOT);
        if !line.is_empty() && is_told {
            line.push_str(DOT);
        }
        if !line.is_empty() || is_told {
            let pieces =
                [(line.as_str(), TextKind::Quiet), (status_word.as_str(), TextKind::Status(status.given))];
            self.page.pieces(MARGIN, pieces);
        }
    }

    /// What the reviewer says of a sub-paragraph as a whole; alone, also the status that it has from its paragraph.
    fn position_of_part(&mut self, label: &Label, alone: bool) {
        let Some(own) = self.reviews.first() else { return };
        let recommendation = own.mark(label).and_then(|mark| mark.recommendation);
        let has_status = own.status(label) != ReviewStatus::Unreviewed;
        if !alone && !has_status && recommendation.is_none() {
            return;
        }
        let mut line = format!("{label}{DOT}");
        if let Some(recommendation) = recommendation {
            line.push_str(&self.context.say(&captions::recommendation(recommendation)));
            line.push_str(DOT);
        }
        let status = own.current_status_in(self.document, label);
        let word = self.context.say(&captions::current_status(status));
        let pieces = [(line.as_str(), TextKind::Quiet), (word.as_str(), TextKind::Status(status.given))];
        self.page.pieces(MARGIN, pieces);
    }

    fn undecided(&mut self, label: &Label) {
        let mark = self.reviews.first().and_then(|own| own.mark(label));
        for one in mark.into_iter().flat_map(Mark::undecided) {
            write_other(self.page, self.context, one, MARGIN);
        }
    }

    fn notes(&mut self, label: &Label, named: bool) {
        for review in self.reviews {
            for note in review.notes_on(label) {
                write_note(self.page, self.context, note, &review.reviewer, self.ids, MARGIN, named);
            }
        }
    }
}
