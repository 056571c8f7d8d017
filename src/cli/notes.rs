//! `rapporteur notes`: every note on a document, others' too, in the order of the document.

use std::collections::{HashMap, HashSet};

use super::arguments::Notes;
use super::context::CommandContext;
use super::json::{self, NoteObject, NotesObject};
use super::outcome::{Done, Failure};
use super::page::{DOT, Page, TextKind};
use super::reviews;
use crate::messages::{captions, differences, user_message};
use crate::model::{Document, EntryConflict, Label, Note, Review};

/// How many letters of an id are shown, where they tell it from all others.
const SHORT: usize = 8;

/// Lists the notes that pass what was asked for, for people or as JSON.
pub fn run(context: &CommandContext, asked: &Notes) -> Result<Done, Failure> {
    let picked = context.pick(asked.named.as_ref())?;
    let found = reviews::read(context, &picked)?;
    let all: Vec<&Review> = found.all().collect();
    let notes = in_order(&picked.document, &all);
    let out = if asked.json {
        json::text(&NotesObject {
            symbol: &picked.document.symbol().0,
            notes: notes
                .iter()
                .map(|(note, reviewer)| NoteObject::new(&picked.document, note, reviewer))
                .collect(),
        })
    } else {
        let mut page = Page::new(context.style);
        if notes.is_empty() {
            page.text("", &context.say(&user_message("cli-no-notes")), TextKind::Plain);
        }
        let ids = Ids::of(&picked.document, &all);
        for (note, reviewer) in &notes {
            page.gap();
            write_note(&mut page, context, note, reviewer, &ids, "", true);
        }
        page.finish()
    };
    Ok(Done::new(out).remarking(found.remarks))
}

/// The notes by unit, one's own first; those on units that this version does not have come last.
fn in_order<'a>(document: &Document, reviews: &[&'a Review]) -> Vec<(&'a Note, &'a str)> {
    let mut notes: Vec<(&Note, &str)> = reviews
        .iter()
        .flat_map(|review| review.live_notes().map(|note| (note, review.reviewer.as_str())))
        .collect();
    let order: HashMap<Label, usize> = match notes.is_empty() {
        true => HashMap::new(),
        false => document.units().enumerate().map(|(at, unit)| (unit.label, at)).collect(),
    };
    let place = |note: &Note| order.get(&note.paragraph).copied().unwrap_or(usize::MAX);
    notes.sort_by_cached_key(|(note, _)| (place(note), note.paragraph.clone()));
    notes
}

/// The notes whose ids begin or end with some characters: told without comparing each with each.
#[derive(Debug)]
pub struct Ids<'a> {
    /// The document that the notes are on.
    document: &'a Document,
    /// How many ids begin or end so. An id with no more characters than that is told whole anyway.
    ends: HashMap<&'a str, usize>,
}

impl<'a> Ids<'a> {
    /// Those of some reviews.
    pub fn of(document: &'a Document, reviews: &[&'a Review]) -> Self {
        let ids: HashSet<&str> =
            reviews.iter().flat_map(|review| review.notes()).map(|note| note.id.0.as_str()).collect();
        let mut ends: HashMap<&str, usize> = HashMap::new();
        for id in &ids {
            for end in HashSet::from([first(id), last(id)]) {
                *ends.entry(end).or_default() += 1;
            }
        }
        Self { document, ends }
    }

    /// The end of the note's id, if it means it alone; else all of it.
    fn short<'n>(&self, note: &'n Note) -> &'n str {
        let id = note.id.0.as_str();
        let end = last(id);
        let alone = self.ends.get(end) == Some(&1);
        if alone { end } else { id }
    }
}

fn last(id: &str) -> &str {
    let start = id.char_indices().rev().nth(SHORT - 1).map_or(0, |(at, _)| at);
    id.get(start..).unwrap_or(id)
}

fn first(id: &str) -> &str {
    let end = id.char_indices().nth(SHORT).map_or(id.len(), |(at, _)| at);
    id.get(..end).unwrap_or(id)
}

/// A note: a line that says what it is, the passage, the words.
pub fn write_note(
    page: &mut Page,
    context: &CommandContext,
    note: &Note,
    reviewer: &str,
    ids: &Ids<'_>,
    margin: &str,
    with_paragraph: bool,
) {
    let kind = context.say(&captions::kind(note.kind));
    let when = context.when(note.created);
    let mut parts = vec![kind.as_str(), reviewer, &when];
    let unit = context.say(&captions::unit_title(ids.document, &note.paragraph));
    if with_paragraph {
        parts.insert(0, &unit);
    }
    let settled = context.say(&captions::settled(true));
    if note.settled {
        parts.push(&settled);
    }
    let head = format!("{}{DOT}", parts.join(DOT));
    page.pieces(margin, [(head.as_str(), TextKind::Note), (ids.short(note), TextKind::Quiet)]);
    let inner = format!("{margin}  ");
    if let Some(quote) = note.quote() {
        page.text(&inner, &format!("“{quote}”"), TextKind::Quiet);
    }
    if let Some(gone) = ids.document.standing(note).and_then(|(state, _)| captions::passage(state)) {
        page.text(&inner, &format!("({})", context.say(&gone)), TextKind::Heading);
    }
    page.text(&inner, &note.body, TextKind::Plain);
    for one in note.undecided() {
        write_other(page, context, one, &inner);
    }
}

/// A second value that nobody has decided on.
pub fn write_other(page: &mut Page, context: &CommandContext, one: &EntryConflict, margin: &str) {
    page.text(margin, &format!("<> {}", context.say(&differences::other(one))), TextKind::Heading);
    if let Some(text) = differences::other_text(&one.value) {
        page.text(&format!("{margin}   "), text, TextKind::Plain);
    }
}
