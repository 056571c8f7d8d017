//! `rapporteur status`: how far the review is, and setting statuses.

use super::arguments::{Status, StatusCommand, StatusSet};
use super::choose::Picked;
use super::context::Context;
use super::json::{self, SectionStatus, StatusObject};
use super::note::{no_paragraph, position};
use super::outcome::{Done, Failure};
use super::page::{DOT, Look, Page};
use super::reviews::{self, Writing};
use crate::messages::{Said, said};
use crate::model::{Change, Document, Progress, Review, ReviewStatus};
use crate::text::{pad_start, shown_line};

/// Tells or sets statuses.
pub fn run(context: &Context, asked: &Status) -> Result<Done, Failure> {
    match &asked.command {
        Some(StatusCommand::Set(_)) if asked.json => Err(Failure::usage(said("cli-set-json"))),
        Some(StatusCommand::Set(set)) => write(context, asked.named.as_ref(), set),
        None => {
            let picked = context.pick(asked.named.as_ref())?;
            let found = reviews::read(context, &picked)?;
            let out = if asked.json {
                json::text(&object(&picked, &found.mine))
            } else {
                human(context, &picked.document, &found.mine)
            };
            Ok(Done::new(out))
        }
    }
}

fn object<'a>(picked: &'a Picked, review: &'a Review) -> StatusObject<'a> {
    let document = &picked.document;
    let progress = review.progress(document, 0..document.paragraphs.len());
    let sections = document.sections.iter().enumerate().map(|(at, section)| {
        let progress = review.progress(document, document.paragraphs_below(at));
        SectionStatus { id: &section.id.0, total: progress.total, by_status: (&progress).into() }
    });
    StatusObject {
        symbol: &document.symbol().0,
        language: document.language(),
        reviewer: &review.reviewer,
        total: progress.total,
        by_status: (&progress).into(),
        sections: sections.collect(),
    }
}

fn human(context: &Context, document: &Document, review: &Review) -> String {
    let mut page = Page::new(context.style);
    page.text("", &format!("{}{DOT}{}", document.symbol(), review.reviewer), Look::Heading);
    let progress = review.progress(document, 0..document.paragraphs.len());
    let counts = (progress.reviewed(), progress.total);
    let head = said("head-progress").count("reviewed", counts.0).count("total", counts.1);
    page.text("", &context.say(&head), Look::Plain);
    for status in ReviewStatus::ALL {
        line(&mut page, context, &progress, status);
    }
    page.gap();
    for (at, section) in document.sections.iter().enumerate() {
        let progress = review.progress(document, document.paragraphs_below(at));
        let done = format!("{}/{}", progress.reviewed(), progress.total);
        let indent = "  ".repeat(usize::from(section.level.saturating_sub(1)));
        let margin = format!("{}  {indent}", pad_start(&done, 7, context.style.ambiguous));
        page.text(&margin, &section.heading(), Look::Plain);
    }
    page.finish()
}

fn line(page: &mut Page, context: &Context, progress: &Progress, status: ReviewStatus) {
    let word = context.word(&format!("status-{}", status.word()));
    let margin = pad_start(&progress.count(status).to_string(), 7, context.style.ambiguous);
    page.pieces(&format!("{margin}  "), [(word.as_str(), Look::Status(status))]);
}

/// The positions that `N` or `N-M` means.
fn range(document: &Document, typed: &str) -> Result<(usize, usize), Failure> {
    if let Ok(at) = position(document, typed) {
        return Ok((at, at));
    }
    let Some((first, last)) = typed.split_once(['-', '–', '—', '－']) else {
        return Err(no_paragraph(document, typed));
    };
    let (first, last) = (position(document, first)?, position(document, last)?);
    Ok((first.min(last), first.max(last)))
}

fn write(context: &Context, named: Option<&String>, asked: &StatusSet) -> Result<Done, Failure> {
    let picked = context.pick(named)?;
    let document = &picked.document;
    let (first, last) = range(document, &asked.range)?;
    let status = ReviewStatus::from_word(&asked.status).unwrap_or_default();
    context.keeps(&picked.source.workspace)?;
    let mut writing = Writing::open(context, &picked)?;
    let paragraphs = document.paragraphs.get(first..=last).unwrap_or_default();
    let mut changes: Vec<Change> = paragraphs
        .iter()
        .filter(|paragraph| writing.mine.status(&paragraph.number) != status)
        .map(|paragraph| Change::SetStatus { paragraph: paragraph.number.clone(), status })
        .collect();
    let count = changes.len();
    let number = |at: usize| document.paragraphs.get(at).map(|p| p.number.to_string()).unwrap_or_default();
    let word = Said { id: word_id(status), values: Vec::new() };
    let sentence = if first == last {
        said("status-set").with("number", number(first)).and("status", word)
    } else {
        let sentence = said("status-set-range").with("first", number(first)).with("last", number(last));
        sentence.and("status", word).count("count", count)
    };
    let change = if count == 1 { changes.pop() } else { Some(Change::Many(changes)).filter(|_| count > 0) };
    let remarks = match change {
        Some(change) => writing.save(context, change)?,
        None => Vec::new(),
    };
    let line = context.say(&sentence);
    Ok(Done::new(format!("{}\n", shown_line(&line).as_str())).remarking(remarks))
}

const fn word_id(status: ReviewStatus) -> &'static str {
    match status {
        ReviewStatus::Unreviewed => "status-unreviewed",
        ReviewStatus::Accept => "status-accept",
        ReviewStatus::Query => "status-query",
        ReviewStatus::Amend => "status-amend",
        ReviewStatus::Reserve => "status-reserve",
    }
}
