//! What a reviewer can do to a review: the only way to alter one, for the screen and the command line alike. How a change
//! is applied stands in `apply.rs`.

use super::field::{EntryValue, FieldType, FieldValue};
use super::{
    EntryConflict, EntryKey, Label, Note, NoteId, NoteKind, Paragraph, Recommendation, Record, ReviewStatus,
};

/// One thing that a reviewer did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Adds an entry.
    Add(Box<Record>),
    /// Gives fields of an entry other values. An implied one ([`super::KindTable`]) need not be there.
    Set {
        /// Of which entry.
        of: EntryKey,
        /// The values from now on.
        values: Vec<FieldValue>,
    },
    /// Turns an entry into a tombstone.
    Delete(EntryKey),
    /// Brings a deleted entry back.
    Restore(EntryKey),
    /// Ends a conflict: the value that stands is kept, or the other one takes its place.
    Decide {
        /// Of which entry.
        of: EntryKey,
        /// The value that the other side gives, as it is kept.
        conflict: EntryConflict,
        /// Takes the other value.
        other: bool,
    },
    /// Keeps a second value beside a field's: what takes [`Change::Decide`] back.
    KeepBoth {
        /// Of which entry.
        of: EntryKey,
        /// The second value.
        conflict: EntryConflict,
        /// Its place among the entry's; behind the last one, if there are fewer.
        place: usize,
        /// The value that stands in the field from now on; none: as it is.
        value: Option<EntryValue>,
    },
    /// Several at once, undone at once.
    Many(Vec<Change>),
}

/// The text on which a status is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenOn {
    /// The language of the version, ISO 639-1.
    pub language: String,
    /// [`super::paragraph_hash`] of the paragraph's text in it.
    pub text_hash: String,
}

impl GivenOn {
    /// A paragraph of a language version.
    #[must_use]
    pub fn of(language: &str, paragraph: &Paragraph) -> Self {
        Self { language: language.to_owned(), text_hash: paragraph.text_hash().to_owned() }
    }
}

impl Change {
    /// Writes a new note.
    #[must_use]
    pub fn add_note(note: Note) -> Self {
        Self::Add(Box::new(note.into()))
    }

    /// Gives one field another value.
    #[must_use]
    pub fn set(of: EntryKey, field: &'static str, value: impl FieldType) -> Self {
        Self::Set { of, values: vec![FieldValue::new(field, value)] }
    }

    /// Gives a note other words or another kind.
    #[must_use]
    pub fn edit_note(id: NoteId, body: String, kind: NoteKind) -> Self {
        let values = vec![FieldValue::new("body", body), FieldValue::new("kind", kind)];
        Self::Set { of: EntryKey::Note(id), values }
    }

    /// Marks a note as dealt with, or as open again.
    #[must_use]
    pub fn settle_note(id: NoteId, settled: bool) -> Self {
        Self::set(EntryKey::Note(id), "settled", settled)
    }

    /// Turns a note into a tombstone.
    #[must_use]
    pub const fn delete_note(id: NoteId) -> Self {
        Self::Delete(EntryKey::Note(id))
    }

    /// Sets a review status, given on that text; [`ReviewStatus::Unreviewed`] clears it.
    #[must_use]
    pub fn set_status(paragraph: Label, status: ReviewStatus, on: Option<GivenOn>) -> Self {
        let on = on.filter(|_| status != ReviewStatus::Unreviewed);
        let (language, text_hash) = on.map(|on| (on.language, on.text_hash)).unzip();
        let values = vec![
            FieldValue::new("status", status),
            FieldValue::new("language", language.map(super::SingleLine)),
            FieldValue::new("text_hash", text_hash.map(super::SingleLine)),
        ];
        Self::Set { of: EntryKey::Mark(paragraph), values }
    }

    /// Says whether a paragraph makes a recommendation; `None` goes back to what the document says.
    #[must_use]
    pub fn set_recommendation(paragraph: Label, said: Option<Recommendation>) -> Self {
        Self::set(EntryKey::Mark(paragraph), "recommendation", said)
    }

    /// One change of several: itself, if it is one.
    #[must_use]
    pub fn of_all(mut changes: Vec<Self>) -> Option<Self> {
        match changes.len() {
            0 => None,
            1 => changes.pop(),
            _ => Some(Self::Many(changes)),
        }
    }
}
