//! `rapporteur show`: the document with what the reviews say of it.

use super::arguments::Show;
use super::choose::Picked;
use super::context::CommandContext;
use super::json::{self, ParagraphObject, SectionObject, ShowObject, SpeakerObject};
use super::note::position;
use super::notes::{Ids, write_note, write_other};
use super::outcome::{Done, Failure};
use super::page::{DOT, Page, TextKind};
use super::reviews;
use crate::messages::captions;
use crate::model::{Basis, Document, Mark, Paragraph, Recommendation, Review, SpeakerContext as Spoken};

/// Shows a document, or one paragraph of it.
pub fn run(context: &CommandContext, asked: &Show) -> Result<Done, Failure> {
    let picked = context.pick(asked.named.as_ref())?;
    let only = asked.paragraph.as_deref().map(|typed| position(&picked.document, typed)).transpose()?;
    let found = reviews::read(context, &picked)?;
    let all: Vec<&Review> = found.all().collect();
    let paragraphs: Vec<&Paragraph> = match only {
        Some(at) => picked.document.paragraphs.get(at).into_iter().collect(),
        None => picked.document.paragraphs.iter().collect(),
    };
    let out = if asked.json {
        json::text(&object(&picked, &paragraphs, &all))
    } else {
        human(context, &picked.document, &paragraphs, &all, only.is_some())
    };
    Ok(Done::new(out).remarking(found.remarks))
}

fn object<'a>(picked: &'a Picked, paragraphs: &[&'a Paragraph], reviews: &[&'a Review]) -> ShowObject<'a> {
    let document = &picked.document;
    let sections = document.sections.iter().enumerate();
    ShowObject {
        symbol: &document.symbol().0,
        language: document.language(),
        title: &document.masthead.title,
        masthead: (&document.masthead).into(),
        sections: sections.map(|(at, section)| SectionObject::new(document, at, section)).collect(),
        speakers: document.speakers.iter().map(|speaker| SpeakerObject::new(document, speaker)).collect(),
        paragraphs: paragraphs.iter().map(|p| ParagraphObject::new(document, p, reviews)).collect(),
    }
}

fn human(
    context: &CommandContext,
    document: &Document,
    paragraphs: &[&Paragraph],
    reviews: &[&Review],
    one: bool,
) -> String {
    let mut page = Page::new(context.style);
    if !one {
        masthead(&mut page, context, document);
    }
    let ids = Ids::of(document, reviews);
    let mut shown_upto = 0;
    for paragraph in paragraphs {
        let at = document
            .sections
            .iter()
            .position(|section| Some(&section.id) == paragraph.section.as_ref())
            .unwrap_or(0);
        // The headings since the last paragraph, with those that have none of their own.
        let headings = if one { at..at + 1 } else { shown_upto..at + 1 };
        for section in document.sections.get(headings).unwrap_or_default() {
            page.gap();
            let indent = "  ".repeat(usize::from(section.level.saturating_sub(1)));
            page.text(&indent, &section.heading(), TextKind::Heading);
        }
        shown_upto = shown_upto.max(at + 1);
        page.gap();
        write_paragraph(&mut page, context, document, paragraph, (reviews, &ids));
    }
    page.finish()
}

fn masthead(page: &mut Page, context: &CommandContext, document: &Document) {
    let head = &document.masthead;
    let language = context.say(&captions::language(&head.language));
    page.text("", &format!("{}{DOT}{language}", head.symbol), TextKind::Heading);
    let title = [Some(&head.title), head.part.as_ref()].into_iter().flatten().map(String::as_str);
    page.text("", &title.collect::<Vec<_>>().join(DOT), TextKind::Heading);
    let lines = [[&head.organ, &head.body], [&head.session, &head.dates], [&head.place, &None]];
    for line in lines {
        let line: Vec<&str> = line.into_iter().flatten().map(String::as_str).collect();
        if !line.is_empty() {
            page.text("", &line.join(DOT), TextKind::Plain);
        }
    }
}

fn write_paragraph(
    page: &mut Page,
    context: &CommandContext,
    document: &Document,
    paragraph: &Paragraph,
    (reviews, ids): (&[&Review], &Ids<'_>),
) {
    page.text(&format!("{:<4}", format!("{}. ", paragraph.label)), paragraph.text(), TextKind::Plain);
    for note in &paragraph.footnotes {
        page.text(&format!("    {} ", note.mark), &note.text, TextKind::Quiet);
    }
    let own = reviews.first();
    let mut parts: Vec<String> = Vec::new();
    for attribution in &paragraph.speakers {
        let Some(speaker) = document.speaker(&attribution.speaker) else { continue };
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
    let status = own.map(|own| own.current_status(document.language(), paragraph)).unwrap_or_default();
    let mut line = parts.join(DOT);
    if !line.is_empty() {
        line.push_str(DOT);
    }
    let status_word = context.say(&captions::current_status(status));
    page.pieces(
        "    ",
        [(line.as_str(), TextKind::Quiet), (status_word.as_str(), TextKind::Status(status.given))],
    );
    let mark = own.and_then(|own| own.mark(&paragraph.label));
    for one in mark.into_iter().flat_map(Mark::undecided) {
        write_other(page, context, one, "    ");
    }
    for review in reviews {
        for note in review.notes_on(&paragraph.label) {
            write_note(page, context, note, &review.reviewer, ids, "    ", false);
        }
    }
}
