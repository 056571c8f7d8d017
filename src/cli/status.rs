//! `rapporteur status`: how far the review is, and setting statuses.

use super::arguments::{Status, StatusCommand, StatusSet};
use super::choose::Picked;
use super::context::CommandContext;
use super::json::{self, SectionStatus, StatusObject, StatusesObject};
use super::note::{no_paragraph, position};
use super::outcome::{Done, Failure};
use super::page::{DOT, Page, TextKind};
use super::reviews::{self, Writing};
use crate::messages::{captions, user_message};
use crate::model::{Change, Document, GivenOn, Review, ReviewProgress, ReviewStatus};
use crate::text::{pad, pad_start, shown_line, width};

/// Every status that is a position: a column each.
const POSITIONS: [ReviewStatus; 4] =
    [ReviewStatus::Accept, ReviewStatus::Query, ReviewStatus::Amend, ReviewStatus::Reserve];

/// Tells or sets statuses.
pub fn run(context: &CommandContext, asked: &Status) -> Result<Done, Failure> {
    match &asked.command {
        Some(StatusCommand::Set(_)) if asked.json => Err(Failure::usage(user_message("cli-set-json"))),
        Some(StatusCommand::Set(_)) if asked.documents.len() > 1 => {
            Err(Failure::usage(user_message("cli-set-several")))
        }
        Some(StatusCommand::Set(set)) => write(context, asked.documents.first(), set),
        None => {
            let (picked, remarks) = context.pick_each(&asked.documents)?;
            let mut all: Vec<(&Picked, Review)> = Vec::new();
            for picked in &picked {
                all.push((picked, reviews::read(context, picked)?.mine));
            }
            let out = match all.as_slice() {
                [(picked, review)] if asked.json => json::text(&object(picked, review)),
                [(picked, review)] => human(context, &picked.document, review),
                several if asked.json => {
                    let documents = several.iter().map(|(picked, review)| object(picked, review)).collect();
                    json::text(&StatusesObject { reviewer: &context.reviewer, documents })
                }
                several => table(context, several),
            };
            Ok(Done::new(out).remarking(remarks))
        }
    }
}

/// A row for each document, and one for all.
fn table(context: &CommandContext, all: &[(&Picked, Review)]) -> String {
    let mut page = Page::new(context.style);
    let mut rows: Vec<Vec<String>> = Vec::with_capacity(all.len() + 2);
    let mut head = vec![context.reviewer.clone(), context.word("export-reviewed")];
    head.extend(POSITIONS.map(|status| context.say(&captions::status(status))));
    head.push(context.word("export-notes-column"));
    rows.push(head);
    let (mut sums, mut total) = ([0; 6], 0);
    for (picked, review) in all {
        let document = &picked.document;
        let progress = review.progress(document, 0..document.paragraphs.len());
        let mut counts = vec![progress.reviewed()];
        counts.extend(POSITIONS.map(|status| progress.count(status)));
        counts.push(review.live_notes().count());
        sums.iter_mut().zip(&counts).for_each(|(sum, count)| *sum += count);
        total += progress.total;
        rows.push(row(document.symbol().to_string(), &counts, progress.total));
    }
    rows.push(row(context.say(&user_message("cli-status-all").count("count", all.len())), &sums, total));
    let ambiguous = context.style.ambiguous;
    let shown = |cell: &String| shown_line(cell).as_str().to_owned();
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(shown).collect()).collect();
    let widest = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell, ambiguous)).max().unwrap_or(0)
    };
    let last = rows.len().saturating_sub(1);
    for (at, row) in rows.iter().enumerate() {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let columns = widest(column);
            match column {
                0 => line.push_str(&pad(cell, columns, ambiguous)),
                _ => line.push_str(&format!("  {}", pad_start(cell, columns, ambiguous))),
            }
        }
        let look = if at == 0 || at == last { TextKind::Heading } else { TextKind::Plain };
        page.pieces("", [(line.as_str(), look)]);
    }
    page.finish()
}

/// The cells of a row: how many are reviewed of how many, and the rest as they are.
fn row(name: String, counts: &[usize], total: usize) -> Vec<String> {
    let reviewed = counts.first().map(|reviewed| format!("{reviewed}/{total}"));
    let rest = counts.iter().skip(1).map(ToString::to_string);
    std::iter::once(name).chain(reviewed).chain(rest).collect()
}

fn object<'a>(picked: &'a Picked, review: &'a Review) -> StatusObject<'a> {
    let document = &picked.document;
    let progress = review.progress(document, 0..document.paragraphs.len());
    let sections = document.sections.iter().enumerate().map(|(at, section)| {
        let progress = review.progress(document, document.paragraphs_below(at));
        SectionStatus {
            id: &section.id.0,
            total: progress.total,
            by_status: (&progress).into(),
            text_changed: progress.text_changed,
        }
    });
    StatusObject {
        symbol: &document.symbol().0,
        language: document.language(),
        reviewer: &review.reviewer,
        total: progress.total,
        by_status: (&progress).into(),
        text_changed: progress.text_changed,
        sections: sections.collect(),
    }
}

fn human(context: &CommandContext, document: &Document, review: &Review) -> String {
    let mut page = Page::new(context.style);
    page.text("", &format!("{}{DOT}{}", document.symbol(), review.reviewer), TextKind::Heading);
    let progress = review.progress(document, 0..document.paragraphs.len());
    let counts = (progress.reviewed(), progress.total);
    let head = user_message("head-progress").count("reviewed", counts.0).count("total", counts.1);
    page.text("", &context.say(&head), TextKind::Plain);
    for status in ReviewStatus::ALL {
        line(&mut page, context, &progress, status);
    }
    page.gap();
    for (at, section) in document.sections.iter().enumerate() {
        let progress = review.progress(document, document.paragraphs_below(at));
        let done = format!("{}/{}", progress.reviewed(), progress.total);
        let indent = "  ".repeat(usize::from(section.level.saturating_sub(1)));
        let margin = format!("{}  {indent}", pad_start(&done, 7, context.style.ambiguous));
        page.text(&margin, &section.heading(), TextKind::Plain);
    }
    page.finish()
}

fn line(page: &mut Page, context: &CommandContext, progress: &ReviewProgress, status: ReviewStatus) {
    let mut word = context.say(&captions::status(status));
    if status == ReviewStatus::Unreviewed && progress.text_changed > 0 {
        let changed = user_message("cli-status-text-changed").count("count", progress.text_changed);
        word = context.messages.bracketed(&word, &context.say(&changed));
    }
    let margin = pad_start(&progress.count(status).to_string(), 7, context.style.ambiguous);
    page.pieces(&format!("{margin}  "), [(word.as_str(), TextKind::Status(status))]);
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

fn write(context: &CommandContext, named: Option<&String>, asked: &StatusSet) -> Result<Done, Failure> {
    let picked = context.pick(named)?;
    let document = &picked.document;
    let (first, last) = range(document, &asked.range)?;
    let status = ReviewStatus::from_word(&asked.status).unwrap_or_default();
    context.keeps(&picked.source.workspace)?;
    let mut writing = Writing::open(context, &picked)?;
    let paragraphs = document.paragraphs.get(first..=last).unwrap_or_default();
    let mut changes: Vec<Change> = paragraphs
        .iter()
        .filter(|paragraph| {
            let current = writing.mine.current_status(document.language(), paragraph);
            current.given != status || current.text_changed
        })
        .map(|paragraph| {
            let on = GivenOn::of(document.language(), paragraph);
            Change::set_status(paragraph.label.clone(), status, Some(on))
        })
        .collect();
    let count = changes.len();
    let number = |at: usize| document.paragraphs.get(at).map(|p| p.label.to_string()).unwrap_or_default();
    let word = captions::status(status);
    let sentence = if first == last {
        user_message("status-set")
            .and(
                "unit",
                crate::messages::captions::unit_first(
                    document,
                    &document
                        .paragraphs
                        .get(first)
                        .map_or_else(|| crate::model::Label::new(""), |p| p.label.clone()),
                ),
            )
            .and("status", word)
    } else {
        let sentence =
            user_message("status-set-range").with("first", number(first)).with("last", number(last));
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
