//! Units: everything in a document that a note can hang on, each under its label. They are found here; what they hold
//! stands in the sections and paragraphs.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use super::{Document, Label, Paragraph, ParagraphIndex, RecommendationFacts, SectionId, paragraph_hash};

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitKind {
    /// A heading.
    Heading,
    /// A numbered paragraph.
    Paragraph,
    /// `(a)`, `(i)`: a stretch of a paragraph's text.
    Subparagraph,
    /// A paragraph without a number.
    Unnumbered,
    /// A table.
    Table,
    /// The place of a picture.
    Image,
}

impl UnitKind {
    /// The word in files and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Subparagraph => "subparagraph",
            Self::Unnumbered => "unnumbered",
            Self::Table => "table",
            Self::Image => "image",
        }
    }
}

/// Where a unit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitPlace {
    /// The heading at a position among the sections.
    Heading(usize),
    /// The paragraph at a position.
    Paragraph(ParagraphIndex),
    /// A sub-paragraph.
    Part {
        /// The position of its paragraph.
        paragraph: ParagraphIndex,
        /// Its place among the [parts](Paragraph::parts).
        part: usize,
    },
}

/// A unit, as whoever lists units needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit<'d> {
    /// Its address.
    pub label: Label,
    /// What it is.
    pub kind: UnitKind,
    /// Where it stands.
    pub place: UnitPlace,
    /// Its number as printed; none if it has none.
    pub number: Option<&'d str>,
    /// The name of its series of numbers; none: the main one.
    pub series: Option<&'d str>,
    /// How deep it stands: of a heading its level, of a sub-paragraph 1 for `(a)`, of what hangs below a numbered
    /// paragraph 1, else 0.
    pub level: u8,
    /// The unit that it is a part of, or hangs below.
    pub parent: Option<Label>,
    /// Its own words; of a paragraph those of its sub-paragraphs too, as anchors count.
    pub text: Cow<'d, str>,
}

/// Labels and ids with where they stand, each made when first asked for. It says nothing that the document does not say: two are
/// always equal, and a copy begins anew, so that it may be altered.
#[derive(Debug, Default)]
pub(super) struct UnitIndex {
    places: OnceLock<HashMap<Label, UnitPlace>>,
    sections: OnceLock<SectionIndex>,
    facts: OnceLock<HashMap<Label, usize>>,
}

/// Where each section stands among the sections, and which paragraphs stand in it itself.
#[derive(Debug, Default)]
struct SectionIndex {
    at: HashMap<SectionId, usize>,
    paragraphs: Vec<Vec<ParagraphIndex>>,
}

impl PartialEq for UnitIndex {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for UnitIndex {}

impl Clone for UnitIndex {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl UnitIndex {
    fn sections(&self, document: &Document) -> &SectionIndex {
        self.sections.get_or_init(|| {
            let mut index = SectionIndex::default();
            for (at, section) in document.sections.iter().enumerate() {
                index.at.entry(section.id.clone()).or_insert(at);
            }
            index.paragraphs = vec![Vec::new(); document.sections.len()];
            for (at, paragraph) in document.paragraphs_placed() {
                let section = paragraph.section.as_ref().and_then(|id| index.at.get(id));
                if let Some(list) = section.and_then(|section| index.paragraphs.get_mut(*section)) {
                    list.push(at);
                }
            }
            index
        })
    }

    fn places(&self, document: &Document) -> &HashMap<Label, UnitPlace> {
        self.places.get_or_init(|| {
            let mut places = HashMap::new();
            // Of two with one label the first is meant.
            for (at, paragraph) in document.paragraphs_placed() {
                places.entry(paragraph.label.clone()).or_insert(UnitPlace::Paragraph(at));
            }
            for (at, section) in document.sections.iter().enumerate() {
                places.entry(section.label()).or_insert(UnitPlace::Heading(at));
            }
            for (at, paragraph) in document.paragraphs_placed() {
                for (part, label) in
                    paragraph.parts().iter().enumerate().filter_map(|(at, p)| Some((at, p.unit.clone()?)))
                {
                    places.entry(label).or_insert(UnitPlace::Part { paragraph: at, part });
                }
            }
            places
        })
    }
}

impl Document {
    /// Where the unit with that label stands.
    #[must_use]
    pub fn place(&self, label: &Label) -> Option<UnitPlace> {
        self.units.places(self).get(label).copied()
    }

    /// The position of the section with that id.
    #[must_use]
    pub fn section_position(&self, id: &SectionId) -> Option<usize> {
        self.units.sections(self).at.get(id).copied()
    }

    /// The position of the section that a paragraph stands in.
    #[must_use]
    pub fn section_position_of(&self, paragraph: &Paragraph) -> Option<usize> {
        self.section_position(paragraph.section.as_ref()?)
    }

    /// Positions of the paragraphs that stand in a section or below it.
    #[must_use]
    pub fn paragraphs_below(&self, section: usize) -> Vec<ParagraphIndex> {
        let paragraphs = &self.units.sections(self).paragraphs;
        let mut below = paragraphs.get(self.subtree(section)).unwrap_or_default().concat();
        below.sort_unstable();
        below
    }

    /// What the document says of the recommendation that a unit is.
    #[must_use]
    pub fn facts(&self, label: &Label) -> Option<&RecommendationFacts> {
        let facts = self.units.facts.get_or_init(|| {
            let mut facts = HashMap::new();
            for (at, one) in self.recommendations.iter().enumerate() {
                facts.entry(one.label.clone()).or_insert(at);
            }
            facts
        });
        facts.get(label).and_then(|at| self.recommendations.get(*at))
    }

    /// The position of the paragraph at which a unit is shown: its own, that of its sub-paragraph, and of a heading the
    /// next one that follows it, or the last of all.
    #[must_use]
    pub fn shown_at(&self, label: &Label) -> Option<ParagraphIndex> {
        match self.place(label)? {
            UnitPlace::Paragraph(at) | UnitPlace::Part { paragraph: at, .. } => Some(at),
            UnitPlace::Heading(section) => {
                let next =
                    self.position_where(|p| self.section_position_of(p).is_some_and(|at| at >= section));
                next.or_else(|| self.indices().next_back())
            }
        }
    }

    /// The unit at a place; none if the document has no such place.
    #[must_use]
    pub fn unit(&self, place: UnitPlace) -> Option<Unit<'_>> {
        match place {
            UnitPlace::Heading(at) => {
                let section = self.sections.get(at)?;
                Some(Unit {
                    label: section.label(),
                    kind: UnitKind::Heading,
                    place,
                    number: section.number.as_deref(),
                    series: section.series.as_deref(),
                    level: section.level,
                    parent: None,
                    text: Cow::Owned(section.heading()),
                })
            }
            UnitPlace::Paragraph(at) => {
                let paragraph = self.paragraph_at(at)?;
                Some(Unit {
                    label: paragraph.label.clone(),
                    kind: paragraph.kind(),
                    place,
                    number: paragraph.number.as_deref(),
                    series: paragraph.series.as_deref(),
                    level: u8::from(paragraph.parent.is_some()),
                    parent: paragraph.parent.clone(),
                    text: Cow::Borrowed(paragraph.text()),
                })
            }
            UnitPlace::Part { paragraph, part } => {
                let (paragraph, at) = (self.paragraph_at(paragraph)?, part);
                let part = paragraph.parts().get(at)?;
                let above = paragraph.parts().get(..at)?.iter().rev();
                let parent =
                    above.filter(|above| above.level < part.level).find_map(|above| above.unit.clone());
                Some(Unit {
                    label: part.unit.clone()?,
                    kind: UnitKind::Subparagraph,
                    place,
                    number: paragraph.text().get(part.label.clone()),
                    series: paragraph.series.as_deref(),
                    level: part.level,
                    parent: parent.or_else(|| Some(paragraph.label.clone())),
                    text: Cow::Borrowed(paragraph.words_of(part)),
                })
            }
        }
    }

    /// All units in the order of the document: headings before what stands below them, sub-paragraphs after their
    /// paragraph. Headings after the last paragraph come last.
    pub fn units(&self) -> impl Iterator<Item = Unit<'_>> {
        let mut places = Vec::new();
        let mut told = 0;
        for (at, paragraph) in self.paragraphs_placed() {
            if let Some(section) = self.section_position_of(paragraph)
                && section >= told
            {
                places.extend((told..=section).map(UnitPlace::Heading));
                told = section + 1;
            }
            places.push(UnitPlace::Paragraph(at));
            let parts = paragraph.parts().iter().enumerate().filter(|(_, part)| part.unit.is_some());
            places.extend(parts.map(|(part, _)| UnitPlace::Part { paragraph: at, part }));
        }
        places.extend((told..self.sections.len()).map(UnitPlace::Heading));
        places.into_iter().filter_map(|place| self.unit(place))
    }

    /// [`paragraph_hash`] of a unit's own words: what its status was given on.
    #[must_use]
    pub fn hash_of(&self, place: UnitPlace) -> Option<String> {
        match place {
            UnitPlace::Paragraph(at) => {
                self.paragraph_at(at).map(|paragraph| paragraph.text_hash().to_owned())
            }
            _ => self.unit(place).map(|unit| paragraph_hash(&unit.text)),
        }
    }

    /// The place of the unit that someone who typed `typed` meant, at a paragraph: the exact label, in the series of that
    /// paragraph before the others; else the first that the typed letters begin (`18b`), else a reserved range
    /// (`12-15`) that holds the number, else what differs in case or spaces only (`10(A)`).
    #[must_use]
    pub fn place_typed(&self, typed: &str, at: Option<ParagraphIndex>) -> Option<UnitPlace> {
        // A stroke in front leads out of the series where one is.
        let (typed, at) = typed.strip_prefix('/').map_or((typed, at), |main| (main, None));
        let exact = Label::new(typed);
        let series =
            at.and_then(|at| self.paragraph_at(at)).and_then(|paragraph| paragraph.series.as_deref());
        let near = series.and_then(|series| self.place(&Label::in_series(series, typed)));
        let bare = |label: &Label| label.as_str().to_lowercase().replace(' ', "");
        let typed_bare = bare(&exact);
        let meant = |label: &Label| bare(label) == typed_bare;
        near.or_else(|| self.place(&exact))
            .or_else(|| self.paragraph_where(series, |label| label.is_meant_by(typed)))
            .or_else(|| self.paragraph_where(series, |label| label.covers(typed)))
            .or_else(|| self.units().find(|unit| meant(&unit.label)).map(|unit| unit.place))
    }

    /// The first paragraph whose number fits, in the series before the others.
    fn paragraph_where(&self, series: Option<&str>, fits: impl Fn(&Label) -> bool) -> Option<UnitPlace> {
        let here = |at: &ParagraphIndex| {
            let Some(paragraph) = self.paragraph_at(*at) else { return false };
            let number = paragraph.number.as_deref().map(Label::new);
            paragraph.series.as_deref() == series
                && series.is_some()
                && number.is_some_and(|label| fits(&label))
        };
        let anywhere =
            |at: &ParagraphIndex| self.paragraph_at(*at).is_some_and(|paragraph| fits(&paragraph.label));
        let mut all = self.indices();
        all.clone().find(here).or_else(|| all.find(anywhere)).map(UnitPlace::Paragraph)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tests::{document, sub};
    use crate::model::{Paragraph, SectionId};

    #[test]
    fn every_unit_is_found_by_its_label_and_listed_in_order() {
        let mut document = document();
        let subs = vec![sub("(a)", 1, "one;"), sub("(i)", 2, "half;"), sub("", 0, "and so on.")];
        let mut annex = Paragraph::new("annex I/1".into(), SectionId("annex".into()), "Again.", Vec::new());
        (annex.number, annex.series) = (Some("1".into()), Some("annex I".into()));
        document.paragraphs = vec![Paragraph::new("1".into(), SectionId("i".into()), "It:", subs), annex];
        let labels: Vec<String> = document.units().map(|unit| unit.label.to_string()).collect();
        assert_eq!(labels, ["heading/i", "1", "1 (a)", "1 (a) (i)", "heading/annex", "annex I/1"]);
        for unit in document.units() {
            assert_eq!(document.place(&unit.label), Some(unit.place), "{}", unit.label);
            assert!(document.hash_of(unit.place).is_some());
        }
        let (first, second) = (ParagraphIndex(0), ParagraphIndex(1));
        let part = document.unit(document.place(&"1 (a) (i)".into()).unwrap()).unwrap();
        assert_eq!((&*part.text, part.parent.unwrap().as_str(), part.level), ("half;", "1 (a)", 2));
        assert_eq!(document.shown_at(&"heading/annex".into()), Some(second));
        let typed = |typed: &str, at| document.place_typed(typed, at);
        assert_eq!(typed("1", None), Some(UnitPlace::Paragraph(first)));
        assert_eq!(
            typed("1", Some(second)),
            Some(UnitPlace::Paragraph(second)),
            "in the series where one is"
        );
        assert_eq!(typed("ANNEX I/1", None), Some(UnitPlace::Paragraph(second)));
        assert_eq!(typed("1 (A)", None), Some(UnitPlace::Part { paragraph: first, part: 1 }));
        assert_eq!(typed("1（a）(i)", None), Some(UnitPlace::Part { paragraph: first, part: 2 }));
        assert_eq!(typed("7", None), None);
    }
}
