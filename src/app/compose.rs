//! The box in which a note is written.

use super::{DiskEffect, Effect, Field, OpenDocument};
use crate::messages::{UserMessage, user_message};
use crate::model::{Draft, Note, Tag, tag_being_typed};

/// A note that is being written.
#[derive(Debug)]
pub struct Compose {
    /// What will become of it, but for the text.
    pub draft: Draft,
    /// The note's words as they are typed.
    pub field: Field,
    /// What the note says that is being changed: if the box says the same there is nothing to lose.
    pub before: String,
    /// The first visible row of the laid-out text, from 0.
    pub top: usize,
}

impl Compose {
    /// Opens the box on a draft; `before` is what the note says that it changes, empty for a new one.
    #[must_use]
    pub fn new(draft: Draft, before: &str) -> Self {
        let field = Field::new(&draft.body);
        let before = before.to_owned();
        Self { draft, field, before, top: 0 }
    }

    /// Whether it has more words than a note may have. They stay in the box, and in the draft.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        self.field.text().trim_end().len() > Note::LIMIT
    }

    /// That a note cannot be so large, with the size of this one.
    #[must_use]
    pub fn too_large_said(&self) -> UserMessage {
        let tenths = self.field.text().len().div_ceil(Note::LIMIT / 10);
        user_message("note-large").with("size", format!("{}.{} MiB", tenths / 10, tenths % 10))
    }

    /// The draft with what is typed now.
    #[must_use]
    pub fn current(&self) -> Draft {
        Draft { body: self.field.text().to_owned(), ..self.draft.clone() }
    }

    /// The effect that puts it on disk.
    #[must_use]
    pub fn keep(&self) -> Effect {
        Effect::Disk(DiskEffect::KeepDraft(Box::new(self.current())))
    }
}

impl OpenDocument {
    /// The tag that the caret stands in, as typed, and the known tag that would complete it.
    #[must_use]
    pub fn completion(&self, compose: &Compose) -> Option<(String, Tag)> {
        let typed = tag_being_typed(compose.field.before_caret())?;
        let known = self.tags();
        let fits = |tag: &&Tag| tag.0.to_lowercase().starts_with(&typed.to_lowercase()) && tag.0 != typed;
        known.iter().find(fits).map(|tag| (typed.to_owned(), tag.clone()))
    }
}
