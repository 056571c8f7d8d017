//! A paragraph number as it is typed: one is there at each digit, and the next command acts on it. What the number
//! means is read from all that was typed, never from a part of it.

use super::{Location, OpenDocument, Shell};
use crate::model::{Document, Label, Paragraph, ParagraphIndex, UnitPlace};

/// Digits typed so far, and where one was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goto {
    /// As typed: `18`, `18b`, `1-15`.
    pub typed: String,
    /// It is typed to its end: the next digit begins another number.
    pub done: bool,
    /// Where one was when the number was begun, for Esc.
    pub back: Location,
}

/// What a number that is being typed means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// The paragraphs from one position to another; for a single number they are the same.
    Paragraphs(ParagraphIndex, ParagraphIndex),
    /// A sub-paragraph: `141.1`, `10 (a)`.
    Part(UnitPlace),
    /// No paragraph so far, but a number or range that the document has may begin so.
    Begun,
    /// Nothing that the document has.
    Nothing,
}

impl Meant {
    /// Reads what is typed as a label of the document, else as a range between two of them; at the paragraph `here` first in
    /// its series of numbers.
    #[must_use]
    pub fn of(document: &Document, typed: &str, here: Option<ParagraphIndex>) -> Self {
        let position = |typed: &str| document.position_typed(typed, here);
        match document.place_typed(typed, here) {
            Some(UnitPlace::Paragraph(at)) => return Self::Paragraphs(at, at),
            Some(place @ UnitPlace::Part { .. }) => return Self::Part(place),
            Some(UnitPlace::Heading(_)) | None => {}
        }
        let sides = || {
            let dashes = typed.match_indices('-').map(|(at, _)| at);
            dashes.filter_map(|at| Some((typed.get(..at)?, typed.get(at + 1..)?)))
        };
        let ends = |(first, last): (&str, &str)| Some((position(first)?, position(last)?));
        if let Some((first, last)) = sides().find_map(ends) {
            return Self::Paragraphs(first.min(last), first.max(last));
        }
        let series = here.and_then(|at| document.paragraph_at(at)).and_then(|p| p.series.as_deref());
        let in_series = |p: &Paragraph, typed: &str| {
            series.is_some()
                && p.series.as_deref() == series
                && p.number.as_deref().is_some_and(|number| Label::new(number).begins_with(typed))
        };
        let is_begun = |typed: &str| {
            let part = |p: &Paragraph| {
                let mut units = p.parts().iter().filter_map(|part| part.unit.as_ref());
                units.any(|label| label.is_number() && label.begins_with(typed))
            };
            document.paragraphs.iter().any(|p| p.label.begins_with(typed) || in_series(p, typed) || part(p))
        };
        let half =
            |(first, last): (&str, &str)| position(first).is_some() && (last.is_empty() || is_begun(last));
        if is_begun(typed) || sides().any(half) { Self::Begun } else { Self::Nothing }
    }
}

impl OpenDocument {
    /// A number whose first character is still to be typed, from where one is.
    pub(super) fn goto_from_here(&self, shell: &Shell) -> Goto {
        Goto { typed: String::new(), done: false, back: self.location(shell) }
    }

    /// What is typed means in the open document.
    #[must_use]
    pub fn meant(&self, typed: &str) -> Meant {
        let back = self.view.goto.as_ref().map_or(self.view.at, |goto| goto.back.at);
        Meant::of(&self.document, typed, back)
    }
}
