//! A difference of two reviews for a person: `-` goes, `+` comes, whole notes, no abbreviations.

use crate::app::{kind_said, status_said};
use crate::cli::context::Context;
use crate::cli::page::{DOT, Look, Page};
use crate::messages::said;
use crate::model::{Altered, Mark, Note};

/// Writes what an alteration takes away and what it brings.
pub fn write(page: &mut Page, context: &Context, altered: &[Altered]) {
    for entry in altered {
        match entry {
            Altered::Note { before, after, .. } => {
                let live = |side: &Option<Box<Note>>| side.as_deref().filter(|note| note.is_live()).cloned();
                for (sign, side, look) in [("- ", live(before), Look::Quiet), ("+ ", live(after), Look::Note)]
                {
                    let Some(note) = side else { continue };
                    let settled = context.say(&said("note-is-settled"));
                    let kind = context.say(&kind_said(note.kind));
                    let mut parts = vec![note.paragraph.as_str(), &kind];
                    if note.settled {
                        parts.push(&settled);
                    }
                    page.text(sign, &parts.join(DOT), look);
                    page.text("    ", &note.body, look);
                }
            }
            Altered::Mark { number, before, after } => {
                for (sign, side, look) in [("- ", before, Look::Quiet), ("+ ", after, Look::Note)] {
                    page.text(sign, &format!("{number}{DOT}{}", mark(context, side.as_ref())), look);
                }
            }
        }
    }
}

fn mark(context: &Context, mark: Option<&Mark>) -> String {
    let status = context.say(&status_said(mark.map(|mark| mark.status).unwrap_or_default()));
    match mark.and_then(|mark| mark.recommendation) {
        Some(recommendation) => format!("{status}{DOT}{}", recommendation.word()),
        None => status,
    }
}
