//! `rapporteur status`: how far the review is, and setting statuses.

use super::arguments::{Status, StatusCommand, StatusSet};
use super::choose::Picked;
use super::context::CommandContext;
use super::json::{self, SectionStatus, StatusObject, StatusesObject};
use super::outcome::{Done, Failure};
use super::page::{DOT, Page, TextKind};
use super::reviews::{self, Writing};
use super::unit;
use crate::messages::{captions, user_message};
use crate::model::{
    Change, Document, GivenOn, Label, ParagraphIndex, Review, ReviewProgress, ReviewStatus, UnitPlace,
};
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
        let progress = review.progress(document, document.indices());
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
    let progress = review.progress(document, document.indices());
    let sections = document.sections.iter().enumerate().map(|(at, section)| {
        let progress = review.progress(document, document.paragraphs_below(at));
        SectionStatus {
            id: &section.id.0,
            total: progress.total,
            by_status: (&progress).into(),
            by_parts: progress.by_parts,
            text_changed: progress.text_changed,
        }
    });
    StatusObject {
        symbol: &document.symbol().0,
        language: document.language(),
        reviewer: &review.reviewer,
        total: progress.total,
        by_status: (&progress).into(),
        by_parts: progress.by_parts,
        text_changed: progress.text_changed,
        sections: sections.collect(),
    }
}

fn human(context: &CommandContext, document: &Document, review: &Review) -> String {
    let mut page = Page::new(context.style);
    page.text("", &format!("{}{DOT}{}", document.symbol(), review.reviewer), TextKind::Heading);
    let progress = review.progress(document, document.indices());
    let counts = (progress.reviewed(), progress.total);
    let head = user_message("head-progress").count("reviewed", counts.0).count("total", counts.1);
    page.text("", &context.say(&head), TextKind::Plain);
    for status in ReviewStatus::ALL {
        line(&mut page, context, &progress, status);
    }
    if progress.by_parts > 0 {
        let margin = pad_start(&progress.by_parts.to_string(), 7, context.style.ambiguous);
        page.text(&format!("{margin}  "), &context.word("cli-status-by-parts"), TextKind::Plain);
    }
    page.gap();
    for (at, section) in document.sections.iter().enumerate() {
        let progress = review.progress(document, document.paragraphs_below(at));
        let done = match progress.total {
            0 => String::new(),
            total => format!("{}/{total}", progress.reviewed()),
        };
        let indent = "  ".repeat(usize::from(section.level.saturating_sub(1)));
        let margin = format!("{}  {indent}", pad_start(&done, 7, context.style.ambiguous));
        page.text(&margin, &section.heading_alone(), TextKind::Plain);
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

/// What `L` or `L-M` means: a unit, or the numbered paragraphs of one series from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meant {
    Unit(UnitPlace),
    Range(ParagraphIndex, ParagraphIndex),
}

fn meant(document: &Document, typed: &str) -> Result<Meant, Failure> {
    if let Some(place) = unit::place_near(document, typed, None) {
        return Ok(Meant::Unit(place));
    }
    // A label too may have a hyphen.
    let mut first_known = None;
    for (at, hyphen) in typed.match_indices(['-', '–', '—', '－']) {
        let (first, last) = (typed.get(..at), typed.get(at + hyphen.len()..));
        let (Some(first), Some(last)) = (first, last) else { continue };
        let Some(from) = unit::place_near(document, first, None) else { continue };
        let at = if let UnitPlace::Paragraph(at) = from { Some(at) } else { None };
        let Some(to) = unit::place_near(document, last, at) else {
            first_known = Some(last);
            continue;
        };
        return range(document, from, to).map_or_else(
            || Err(Failure::usage(user_message("cli-no-range").with("first", first).with("last", last))),
            |(first, last)| Ok(Meant::Range(first, last)),
        );
    }
    let unknown = match typed.split_once(['-', '–', '—', '－']) {
        Some((first, _)) => first_known.unwrap_or(first),
        None => typed,
    };
    Err(unit::no_unit(document, unknown))
}

/// The positions of two paragraphs between which a range goes: numbered ones of one series.
fn range(document: &Document, from: UnitPlace, to: UnitPlace) -> Option<(ParagraphIndex, ParagraphIndex)> {
    let (UnitPlace::Paragraph(from), UnitPlace::Paragraph(to)) = (from, to) else { return None };
    let (first, last) = (document.paragraph_at(from)?, document.paragraph_at(to)?);
    let numbered = first.number.is_some() && last.number.is_some();
    (numbered && first.series == last.series).then_some((from.min(to), from.max(to)))
}

/// Where the units stand that are meant.
fn places(document: &Document, meant: Meant) -> Vec<UnitPlace> {
    let (first, last) = match meant {
        Meant::Unit(place) => return vec![place],
        Meant::Range(first, last) => (first, last),
    };
    let series = document.paragraph_at(first).map(|paragraph| &paragraph.series);
    let is_meant = |at: &ParagraphIndex| {
        let paragraph = document.paragraph_at(*at);
        paragraph.is_some_and(|p| p.number.is_some() && Some(&p.series) == series)
    };
    first.up_to(last).filter(is_meant).map(UnitPlace::Paragraph).collect()
}

fn write(context: &CommandContext, named: Option<&String>, asked: &StatusSet) -> Result<Done, Failure> {
    let picked = context.pick(named)?;
    let document = &picked.document;
    let meant = meant(document, &asked.range)?;
    if let Meant::Unit(UnitPlace::Heading(_)) = meant {
        return Err(Failure::usage(user_message("cli-heading-no-status")));
    }
    let status = ReviewStatus::from_word(&asked.status).unwrap_or_default();
    context.keeps(&picked.source.workspace)?;
    let mut writing = Writing::open(context, &picked)?;
    let mut changes: Vec<Change> = Vec::new();
    for place in places(document, meant) {
        let Some(label) = document.unit(place).map(|unit| unit.label) else { continue };
        // What a sub-paragraph has from its paragraph is not its own.
        let changed = writing.mine.current_status_in(document, &label).text_changed;
        if writing.mine.status(&label) == status && !changed {
            continue;
        }
        let language = document.language().to_owned();
        let on = document.hash_of(place).map(|text_hash| GivenOn { language, text_hash });
        changes.push(Change::set_status(label, status, on));
    }
    let count = changes.len();
    let said =
        |at: ParagraphIndex| document.paragraph_at(at).map(|p| p.label.to_string()).unwrap_or_default();
    let word = captions::status(status);
    let sentence = match meant {
        Meant::Unit(place) => {
            let label = document.unit(place).map_or_else(|| Label::new(""), |unit| unit.label);
            user_message("status-set").and("unit", captions::unit_first(document, &label)).and("status", word)
        }
        Meant::Range(first, last) => user_message("status-set-range")
            .with("first", said(first))
            .with("last", said(last))
            .and("status", word)
            .count("count", count),
    };
    let remarks = match Change::of_all(changes) {
        Some(change) => writing.save(context, change)?,
        None => Vec::new(),
    };
    let line = context.say(&sentence);
    Ok(Done::new(format!("{}\n", shown_line(&line).as_str())).remarking(remarks))
}
