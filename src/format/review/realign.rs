//! git merges lines, and the lines of notes are much alike: where one side changed the last note and the other wrote a
//! new one behind it, git can give the end of the one to the head of the other. What shows it is the moment at which
//! a note was first saved, which no one ever changes: it is then the moment of the note before.

use std::collections::HashMap;

use toml_edit::Item;

use super::adopt::adopt;
use super::sides::{OF_NOTE, Side};
use super::write::write_into;
use crate::model::{Moment, Note, NoteId, Review};

/// Gives ends of notes in a side back to the notes that they belong to. `other` is the other side.
pub(super) fn realign(side: &mut Side, other: &Review) {
    let created: HashMap<&NoteId, Moment> = other.notes.iter().map(|note| (&note.id, note.created)).collect();
    let mut after = side.review.clone();
    let mut moved: Vec<(NoteId, NoteId)> = Vec::new();
    for (place, note) in side.review.notes.iter().enumerate() {
        if created.get(&note.id).is_none_or(|moment| *moment == note.created) {
            continue;
        }
        let before = side.review.notes.iter().take(place);
        let Some(owner) = before.rev().find(|owner| owner.created == note.created) else { continue };
        after.notes.retain(|kept| kept.id != note.id);
        if let Some(kept) = after.notes.iter_mut().find(|kept| kept.id == owner.id) {
            *kept = Note { id: owner.id.clone(), paragraph: owner.paragraph.clone(), ..note.clone() };
        }
        moved.push((note.id.clone(), owner.id.clone()));
    }
    if moved.is_empty() {
        return;
    }
    if let Some(tables) = side.doc.get_mut("note").and_then(Item::as_array_of_tables_mut) {
        for (from, to) in &moved {
            let is = |table: &toml_edit::Table, id: &NoteId| {
                table.get("id").and_then(Item::as_str) == Some(id.0.as_str())
            };
            let Some(end) = tables.iter().find(|table| is(table, from)).cloned() else { continue };
            if let Some(table) = tables.iter_mut().find(|table| is(table, to)) {
                adopt(table, &end, &OF_NOTE, "");
            }
        }
    }
    write_into(&mut side.doc, &side.review, &after);
    side.review = after;
}
