//! `rapporteur show`: the document with what the reviews say of it.
//!
//! # Files
//!
//! - `marks`: The words of a paragraph with what is no part of them: emphasis as signs around it
//! - `table`: A table in columns where they fit, else as a list of `head: cell`
//! - `units`: Headings, paragraphs and sub-paragraphs with what the reviews say of them

mod marks;
mod table;
mod units;

use super::arguments::Show;
use super::choose::Picked;
use super::context::CommandContext;
use super::json::{self, ParagraphObject, SectionObject, ShowObject, SpeakerObject, UnitObject};
use super::notes::Ids;
use super::outcome::{Done, Failure};
use super::page::{DOT, Page, TextKind};
use super::{reviews, unit};
use crate::messages::captions;
use crate::model::{Document, Paragraph, Review, Unit, UnitPlace};
use units::Writer;

/// Shows a document, or one unit of it.
pub fn run(context: &CommandContext, asked: &Show) -> Result<Done, Failure> {
    let picked = context.pick(asked.named.as_ref())?;
    let only = asked.paragraph.as_deref().map(|typed| unit::place(&picked.document, typed)).transpose()?;
    let found = reviews::read(context, &picked)?;
    let all: Vec<&Review> = found.all().collect();
    let out = if asked.json {
        json::text(&object(&picked, only, &all))
    } else {
        human(context, &picked.document, only, &all)
    };
    Ok(Done::new(out).remarking(found.remarks))
}

fn object<'a>(picked: &'a Picked, only: Option<UnitPlace>, reviews: &[&'a Review]) -> ShowObject<'a> {
    let document = &picked.document;
    let sections = document.sections.iter().enumerate();
    let paragraphs: Vec<&Paragraph> = match only {
        Some(UnitPlace::Heading(_)) => Vec::new(),
        Some(UnitPlace::Paragraph(at) | UnitPlace::Part { paragraph: at, .. }) => {
            document.paragraph_at(at).into_iter().collect()
        }
        None => document.paragraphs.iter().collect(),
    };
    let is_asked = |unit: &Unit<'_>| match (only, unit.place) {
        (None, _) => true,
        (Some(UnitPlace::Paragraph(at)), UnitPlace::Part { paragraph, .. }) => at == paragraph,
        (Some(only), place) => only == place,
    };
    let units = document.units().filter(is_asked);
    ShowObject {
        symbol: &document.symbol().0,
        language: document.language(),
        title: &document.masthead.title,
        masthead: (&document.masthead).into(),
        sections: sections.map(|(at, section)| SectionObject::new(document, at, section)).collect(),
        speakers: document.speakers.iter().map(|speaker| SpeakerObject::new(document, speaker)).collect(),
        paragraphs: paragraphs.iter().map(|p| ParagraphObject::new(document, p, reviews)).collect(),
        units: units.map(|unit| UnitObject::new(document, unit, reviews.first().copied())).collect(),
    }
}

fn human(
    context: &CommandContext,
    document: &Document,
    only: Option<UnitPlace>,
    reviews: &[&Review],
) -> String {
    let mut page = Page::new(context.style);
    if only.is_none() {
        masthead(&mut page, context, document);
    }
    let ids = Ids::of(document, reviews);
    let mut writer = Writer { page: &mut page, context, document, reviews, ids: &ids };
    match only {
        Some(place) => writer.one(place),
        None => document.units().for_each(|unit| writer.unit(unit.place)),
    }
    page.finish()
}

fn masthead(page: &mut Page, context: &CommandContext, document: &Document) {
    let head = &document.masthead;
    let symbols: Vec<&str> = head.printed_symbols().map(|symbol| symbol.0.as_str()).collect();
    let symbols = symbols.join(" – ");
    let language = context.say(&captions::language(&head.language));
    let first = [symbols.as_str(), language.as_str()].into_iter().filter(|words| !words.is_empty());
    page.text("", &first.collect::<Vec<_>>().join(DOT), TextKind::Heading);
    let title = [Some(&head.title), head.part.as_ref()].into_iter().flatten().map(String::as_str);
    let title: Vec<&str> = title.filter(|words| !words.is_empty()).collect();
    if !title.is_empty() {
        page.text("", &title.join(DOT), TextKind::Heading);
    }
    let lines = [
        [&head.organ, &head.body],
        [&head.session, &head.dates],
        [&head.place, &None],
        [&head.agenda_item, &None],
        [&head.rapporteur, &None],
    ];
    for line in lines {
        let line: Vec<&str> = line.into_iter().flatten().map(String::as_str).collect();
        if !line.is_empty() {
            page.text("", &line.join(DOT), TextKind::Plain);
        }
    }
    for note in &head.footnotes {
        page.text(&format!("[{}] ", note.mark), &note.text, TextKind::Quiet);
    }
}
