//! From the units of a document to their objects.

use std::ops::Range;

use super::{EmphasisObject, FactsObject, RecommendationObject, UnitFootnoteObject, UnitObject};
use crate::model::{
    Document, Footnote, Label, Paragraph, Recommendation, RecommendationFacts, Review, Unit, UnitPlace,
    code_points,
};

impl<'a> UnitObject<'a> {
    /// A unit with the status that a review gives it.
    pub fn new(document: &'a Document, unit: Unit<'a>, own: Option<&Review>) -> Self {
        let status = own.map(|own| own.current_status_in(document, &unit.label)).unwrap_or_default();
        let (emphasis, footnotes) = match unit.place {
            UnitPlace::Heading(at) => (Vec::new(), on_heading(document, at, &unit.text)),
            UnitPlace::Paragraph(at) => document.paragraph_at(at).map(within).unwrap_or_default(),
            UnitPlace::Part { paragraph, part } => {
                let paragraph = document.paragraph_at(paragraph);
                let part = paragraph.and_then(|paragraph| Some((paragraph, paragraph.parts().get(part)?)));
                part.map(|(paragraph, part)| within_range(paragraph, &part.body)).unwrap_or_default()
            }
        };
        let facts = document.facts(&unit.label);
        let word = word(document, &unit, own, facts.is_some()).word();
        let is_heading = matches!(unit.place, UnitPlace::Heading(_));
        Self {
            kind: unit.kind.word(),
            number: unit.number,
            series: unit.series,
            level: unit.level,
            parent: unit.parent.as_ref().map(Label::to_string),
            label: unit.label.to_string(),
            text: unit.text,
            emphasis,
            footnotes,
            recommendation: RecommendationObject { word, facts: facts.map(FactsObject::from) },
            status: (!is_heading).then_some(status.given.word()),
            text_changed: status.text_changed,
        }
    }
}

/// The reviewer's word, else the document's: of a sub-paragraph that it is a recommendation if there are facts of it.
fn word(document: &Document, unit: &Unit<'_>, own: Option<&Review>, has_facts: bool) -> Recommendation {
    if let UnitPlace::Paragraph(at) = unit.place
        && let Some(paragraph) = document.paragraph_at(at)
    {
        return own.map_or(paragraph.recommendation, |own| own.recommendation(paragraph));
    }
    let said = own.and_then(|own| own.mark(&unit.label)).and_then(|mark| mark.recommendation);
    let document = if has_facts { Recommendation::Makes } else { Recommendation::None };
    said.unwrap_or(document)
}

type Beside<'a> = (Vec<EmphasisObject<'a>>, Vec<UnitFootnoteObject<'a>>);

fn within(paragraph: &Paragraph) -> Beside<'_> {
    let (emphasis, mut footnotes) = within_range(paragraph, &(0..paragraph.text().len()));
    let placeless = paragraph.footnotes.iter().filter(|footnote| footnote.place.is_none());
    footnotes.extend(placeless.map(|footnote| footnote_at(footnote, None)));
    (emphasis, footnotes)
}

/// What stands out in some bytes of a paragraph's text, and the footnotes whose marks stand in them. Ranges count from
/// the first of these bytes.
fn within_range<'a>(paragraph: &'a Paragraph, bytes: &Range<usize>) -> Beside<'a> {
    let text = paragraph.text().get(bytes.clone()).unwrap_or_default();
    let inside = |range: &Range<usize>| {
        let range = range.start.max(bytes.start)..range.end.min(bytes.end);
        (range.start <= range.end).then(|| points(text, range.start - bytes.start..range.end - bytes.start))
    };
    let emphasis = paragraph.emphasis.iter().filter_map(|emphasis| {
        let range = inside(&emphasis.range).filter(|[start, end]| start < end)?;
        Some(EmphasisObject { style: emphasis.style.word(), range })
    });
    let footnotes = paragraph.footnotes.iter().filter_map(|footnote| {
        let range = inside(footnote.place.as_ref()?)?;
        Some(footnote_at(footnote, Some(range)))
    });
    (emphasis.collect(), footnotes.collect())
}

fn on_heading<'a>(document: &'a Document, at: usize, text: &str) -> Vec<UnitFootnoteObject<'a>> {
    let Some(section) = document.sections.get(at) else { return Vec::new() };
    // Their places count in the title, which follows the number.
    let number =
        text.len() - text.strip_suffix(section.title.as_str()).map_or(text.len(), |_| section.title.len());
    let place = |place: &Range<usize>| points(text, place.start + number..place.end + number);
    let all = section.footnotes.iter();
    all.map(|footnote| footnote_at(footnote, footnote.place.as_ref().map(place))).collect()
}

fn footnote_at(footnote: &Footnote, range: Option<[usize; 2]>) -> UnitFootnoteObject<'_> {
    UnitFootnoteObject { mark: &footnote.mark, text: &footnote.text, range }
}

fn points(text: &str, bytes: Range<usize>) -> [usize; 2] {
    let range = code_points(text, bytes);
    [range.start, range.end]
}

impl<'a> From<&'a RecommendationFacts> for FactsObject<'a> {
    fn from(facts: &'a RecommendationFacts) -> Self {
        Self {
            from: &facts.from,
            to: &facts.to,
            verb: facts.verb.as_deref(),
            theme: facts.theme.as_deref(),
            position: facts.position.map(crate::model::StatePosition::word),
            source: facts.source.as_deref(),
        }
    }
}
