//! `rapporteur note add|edit|delete|settle`: the changes that the screen makes, saved as it saves them.

use std::io::{IsTerminal, Read, stdin};

use super::arguments::{NoteAdd, NoteCommand, NoteDelete, NoteEdit, NoteSettle};
use super::choose::Picked;
use super::context::CommandContext;
use super::meant::shell_word;
use super::outcome::{Done, Failure};
use super::reviews::Writing;
use super::unit;
use crate::format::other_bytes;
use crate::messages::{UserMessage, captions, user_message};
use crate::model::{Anchor, Change, Document, Label, Note, NoteId, NoteKind, Review, UnitPlace};
use crate::search::quoted;
use crate::text::{shown_line, with_lf};

/// The most bytes that are read from standard input: those of a note.
const LIMIT: u64 = Note::LIMIT as u64;

/// So few letters of an id could be anything.
const SHORTEST: usize = 4;

/// Adds, changes, settles or deletes a note.
pub fn run(context: &CommandContext, command: NoteCommand) -> Result<Done, Failure> {
    match command {
        NoteCommand::Add(asked) => add(context, &asked),
        NoteCommand::Edit(asked) => edit(context, &asked),
        NoteCommand::Delete(NoteDelete { id }) => delete(context, &id),
        NoteCommand::Settle(NoteSettle { id, reopen }) => settle(context, &id, !reopen),
    }
}

fn add(context: &CommandContext, asked: &NoteAdd) -> Result<Done, Failure> {
    let picked = context.pick(None)?;
    let place = unit::place(&picked.document, &asked.paragraph)?;
    context.keeps(&picked.source.workspace)?;
    let mut remarks = Vec::new();
    let quote = asked.quote.as_deref();
    let on = match quote.map(|quote| passage(&picked.document, place, quote, &mut remarks)).transpose()? {
        Some((label, anchor)) => Some((label, Some(anchor))),
        None => picked.document.unit(place).map(|unit| (unit.label, None)),
    };
    let Some((label, anchor)) = on else { return Err(unit::no_unit(&picked.document, &asked.paragraph)) };
    let body = body(asked.body.as_deref())?;
    let mut writing = Writing::open(context, &picked)?;
    let id = context.new_id();
    let kind = NoteKind::from_word(&asked.kind).unwrap_or_default();
    let mut note = Note::new(id.clone(), label, kind, body, context.now());
    note.anchor = anchor;
    remarks.extend(writing.save(context, Change::add_note(note))?);
    let mut out = format!("{id}\n");
    if context.style.terminal {
        let kept =
            user_message("note-first").with("reviewer", &context.reviewer).with("where", writing.path());
        out.push_str(shown_line(&context.say(&kept)).as_str());
        out.push('\n');
    }
    Ok(Done::new(out).remarking(remarks))
}

/// The passage that was quoted from a unit: the paragraph in whose text it counts, and where it stands, the first place if
/// there are several.
fn passage(
    document: &Document,
    place: UnitPlace,
    quote: &str,
    remarks: &mut Vec<UserMessage>,
) -> Result<(Label, Anchor), Failure> {
    if quote.is_empty() {
        return Err(Failure::usage(user_message("cli-quote-empty")));
    }
    let (paragraph, within) = match place {
        UnitPlace::Heading(_) => return Err(Failure::usage(user_message("cli-quote-heading"))),
        UnitPlace::Paragraph(at) => (at, None),
        UnitPlace::Part { paragraph, part } => (paragraph, Some(part)),
    };
    let label = document.unit(place).map(|unit| unit.label).unwrap_or_else(|| Label::new(""));
    let missing = || {
        let said = user_message("cli-no-quote").with("symbol", document.symbol());
        let command = format!("rapporteur show --paragraph {}", shell_word(label.as_str()));
        Failure::usage(said.with("number", &label).with("quote", quote).with("command", command))
    };
    let paragraph = document.paragraph_at(paragraph).ok_or_else(missing)?;
    let text = paragraph.text();
    let range = within.map_or(0..text.len(), |part| paragraph.range_with_below(part));
    let places = quoted(text.get(range.clone()).unwrap_or_default(), quote);
    let place = places.first().map(|place| place.start + range.start..place.end + range.start);
    let place = place.ok_or_else(missing)?;
    let times = places.len();
    if times > 1 {
        remarks.push(user_message("cli-quote-several").with("number", &label).count("count", times));
    }
    let anchor = Anchor::new(document.language(), text, place).ok_or_else(missing)?;
    Ok((paragraph.label.clone(), anchor))
}

/// The words of a note: as given, or from standard input when that is `-` or piped.
fn body(given: Option<&str>) -> Result<String, Failure> {
    let text = match given {
        Some(text) if text != "-" => text.to_owned(),
        None if stdin().is_terminal() => return Err(Failure::usage(user_message("cli-no-text"))),
        _ => {
            let failed = |error| {
                Failure::files(
                    user_message("cli-input-failed").with("reason", std::io::Error::to_string(&error)),
                )
            };
            let mut bytes = Vec::new();
            stdin().lock().take(LIMIT + 1).read_to_end(&mut bytes).map_err(failed)?;
            if u64::try_from(bytes.len()).is_ok_and(|length| length > LIMIT) {
                return Err(Failure::files(user_message("cli-input-large")));
            }
            if let Some(kind) = other_bytes(&bytes) {
                return Err(Failure::files(user_message("cli-input-other").and("kind", kind.user_message())));
            }
            String::from_utf8(bytes).map_err(|_| Failure::files(user_message("cli-input-not-text")))?
        }
    };
    let text = with_lf(&text);
    let text = text.trim_end_matches('\n');
    if text.trim().is_empty() {
        return Err(Failure::usage(user_message("cli-empty-note")));
    }
    if text.len() > Note::LIMIT {
        return Err(Failure::usage(user_message("cli-note-large")));
    }
    Ok(text.to_owned())
}

fn edit(context: &CommandContext, asked: &NoteEdit) -> Result<Done, Failure> {
    let (picked, mut writing, note) = find(context, &asked.id)?;
    let kind = asked.kind.as_deref().and_then(NoteKind::from_word);
    let body = match (&asked.body, kind) {
        (None, Some(_)) => note.body.clone(),
        (given, _) => body(given.as_deref())?,
    };
    let change = Change::edit_note(note.id.clone(), body, kind.unwrap_or(note.kind));
    let remarks = writing.save(context, change)?;
    Ok(told(context, &picked, user_message("cli-note-edited"), &note).remarking(remarks))
}

fn delete(context: &CommandContext, id: &str) -> Result<Done, Failure> {
    let (picked, mut writing, note) = find(context, id)?;
    let remarks = writing.save(context, Change::delete_note(note.id.clone()))?;
    Ok(told(context, &picked, user_message("cli-note-deleted"), &note).remarking(remarks))
}

fn settle(context: &CommandContext, id: &str, settled: bool) -> Result<Done, Failure> {
    let (picked, mut writing, note) = find(context, id)?;
    let sentence = if settled { user_message("cli-note-settled") } else { user_message("cli-note-reopened") };
    if note.settled == settled {
        return Ok(told(context, &picked, sentence, &note));
    }
    let remarks = writing.save(context, Change::settle_note(note.id.clone(), settled))?;
    Ok(told(context, &picked, sentence, &note).remarking(remarks))
}

fn told(context: &CommandContext, picked: &Picked, sentence: UserMessage, note: &Note) -> Done {
    let unit = captions::unit(&picked.document, &note.paragraph);
    let line = context.say(&sentence.with("id", &note.id).and("unit", unit));
    Done::new(format!("{}\n", shown_line(&line).as_str()))
}

/// The reviewer's own note that is meant by an id or by one end of it.
fn find(context: &CommandContext, typed: &str) -> Result<(Picked, Writing, Note), Failure> {
    let picked = context.pick(None)?;
    context.keeps(&picked.source.workspace)?;
    let mut writing = Writing::open(context, &picked)?;
    let wanted = typed.trim().to_lowercase();
    let means = |note: &&Note| {
        let id = note.id.0.to_lowercase();
        let long_enough = wanted.chars().count() >= SHORTEST;
        id == wanted || (long_enough && (id.starts_with(&wanted) || id.ends_with(&wanted)))
    };
    let meant = |review: &Review| -> Vec<Note> {
        let exact = review.note(&NoteId(typed.trim().to_owned()));
        exact.map_or_else(|| review.notes().filter(means).cloned().collect(), |note| vec![note.clone()])
    };
    let found = meant(&writing.mine);
    let mut live: Vec<Note> = found.iter().filter(|note| note.is_live()).cloned().collect();
    if live.len() > 1 {
        let said = user_message("cli-note-ambiguous").with("id", typed).count("count", live.len());
        return Err(Failure::usage(said));
    }
    if let Some(note) = live.pop() {
        return Ok((picked, writing, note));
    }
    if !found.is_empty() {
        return Err(Failure::usage(user_message("cli-note-gone").with("id", typed)));
    }
    if wanted.chars().count() < SHORTEST {
        return Err(Failure::usage(user_message("cli-note-short").with("id", typed)));
    }
    let other = writing.others().into_iter().find(|review| meant(review).iter().any(Note::is_live));
    Err(Failure::usage(match other {
        Some(review) => {
            user_message("cli-note-of-other").with("id", typed).with("reviewer", &review.reviewer)
        }
        None => {
            let said = user_message("cli-no-note").with("id", typed).with("reviewer", &context.reviewer);
            said.with("symbol", picked.document.symbol())
        }
    }))
}
