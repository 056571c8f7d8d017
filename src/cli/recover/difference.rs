//! A difference of two reviews for a person: `-` goes, `+` comes, whole notes, no abbreviations.

use crate::cli::context::CommandContext;
use crate::cli::page::{DOT, Page, TextKind};
use crate::messages::captions;
use crate::model::{EntryDiff, EntryKey, Mark, Note, Record};

/// Writes what an alteration takes away and what it brings.
pub fn write(page: &mut Page, context: &CommandContext, diffs: &[EntryDiff]) {
    for diff in diffs {
        for (sign, side, look) in [("- ", &diff.before, TextKind::Quiet), ("+ ", &diff.after, TextKind::Note)]
        {
            match (side, &diff.key) {
                (Some(Record::Note(note)), _) if note.is_live() => {
                    write_note(page, context, note, sign, look)
                }
                (Some(Record::Mark(of)), EntryKey::Mark(number)) => {
                    page.text(sign, &format!("{number}{DOT}{}", mark(context, Some(of))), look);
                }
                (None, EntryKey::Mark(number)) => {
                    page.text(sign, &format!("{number}{DOT}{}", mark(context, None)), look);
                }
                _ => {}
            }
        }
    }
}

fn write_note(page: &mut Page, context: &CommandContext, note: &Note, sign: &str, look: TextKind) {
    let settled = context.say(&captions::settled(true));
    let kind = context.say(&captions::kind(note.kind));
    let mut parts = vec![note.paragraph.as_str(), &kind];
    if note.settled {
        parts.push(&settled);
    }
    page.text(sign, &parts.join(DOT), look);
    page.text("    ", &note.body, look);
}

fn mark(context: &CommandContext, mark: Option<&Mark>) -> String {
    let status = context.say(&captions::status(mark.map(|mark| mark.status).unwrap_or_default()));
    match mark.and_then(|mark| mark.recommendation) {
        Some(word) => format!("{status}{DOT}{}", context.say(&captions::recommendation(word))),
        None => status,
    }
}
