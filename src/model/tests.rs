//! A small document for the tests of this room.

use super::{Document, Masthead, Section, SectionId, SubParagraph, Symbol};

pub(super) fn sub(label: &str, level: u8, text: &str) -> SubParagraph {
    SubParagraph { label: label.into(), level, text: text.into() }
}

/// Two sections, `i` and `annex`, and no paragraph.
pub(super) fn document() -> Document {
    let masthead = Masthead::new(Symbol("A/1".into()), "en", "Draft report");
    let section = |id: &str, number: &str, title: &str| Section {
        number: Some(number.into()),
        ..Section::new(SectionId(id.into()), title, 1)
    };
    let sections = vec![section("i", "I.", "Introduction"), section("annex", "Annex I", "Summary")];
    Document::new(masthead, sections, Vec::new(), Vec::new())
}
