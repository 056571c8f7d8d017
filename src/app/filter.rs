//! Which paragraphs the lists show.

use super::OpenDocument;
use crate::messages::{UserMessage, captions, user_message};
use crate::model::{NoteKind, ParagraphIndex, Review, ReviewStatus, SectionId, SpeakerId, Tag};

/// One thing to filter by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterBy {
    /// Paragraphs that count as having this status.
    Status(ReviewStatus),
    /// A status that was given on another text.
    TextChanged,
    /// Notes of a kind.
    Kind(NoteKind),
    /// Notes with a tag.
    Tag(Tag),
    /// Paragraphs with a note that is shown, whoever wrote it.
    Notes,
    /// Paragraphs with a draft that an interruption left.
    Drafts,
    /// A speaker, with the name.
    Speaker(SpeakerId, String),
    /// A section and what stands below it, with the heading.
    Section(SectionId, String),
    /// A reviewer's notes and statuses.
    By(String),
}

impl FilterBy {
    /// What is said of the paragraphs that pass.
    #[must_use]
    pub fn user_message(&self) -> UserMessage {
        match self {
            Self::Status(status) => user_message("filter-status").and("status", captions::status(*status)),
            Self::TextChanged => user_message("filter-text-changed"),
            Self::Kind(kind) => user_message("filter-kind").and("kind", captions::kind(*kind)),
            Self::Tag(tag) => user_message("filter-tag").with("tag", tag),
            Self::Notes => user_message("filter-notes"),
            Self::Drafts => user_message("filter-drafts"),
            Self::Speaker(_, name) => user_message("filter-speaker").with("name", name),
            Self::Section(_, heading) => user_message("filter-section").with("heading", heading),
            Self::By(reviewer) => user_message("filter-by").with("reviewer", reviewer),
        }
    }
}

/// What the lists show: everything, or what fits.
pub type Filter = Option<FilterBy>;

impl OpenDocument {
    /// Whether the paragraph at that position fits the filter.
    #[must_use]
    pub fn passes(&self, at: ParagraphIndex) -> bool {
        let Some(filter) = &self.view.filter else { return true };
        let Some(paragraph) = self.paragraph(at) else { return false };
        let notes = || self.notes_at(at).into_iter();
        match filter {
            FilterBy::Status(status) => self.current_status_at(at).counted() == *status,
            FilterBy::TextChanged => self.current_status_at(at).text_changed,
            FilterBy::Kind(kind) => notes().any(|view| view.note.kind == *kind),
            FilterBy::Tag(tag) => notes().any(|view| view.note.tags().contains(tag)),
            FilterBy::Notes => notes().next().is_some(),
            FilterBy::Speaker(id, _) => paragraph.speakers.iter().any(|speaker| speaker.speaker == *id),
            FilterBy::Section(id, _) => {
                let section = self.document.section_position(id);
                section.is_some_and(|section| self.document.paragraphs_below(section).contains(&at))
            }
            FilterBy::By(reviewer) => {
                let status = |review: &Review| review.status(&paragraph.label) != ReviewStatus::Unreviewed;
                let of = self.reviews().filter(|review| review.reviewer == *reviewer);
                notes().any(|view| view.reviewer == *reviewer) || of.into_iter().any(status)
            }
            FilterBy::Drafts => self.drafts.iter().any(|draft| draft.paragraph == paragraph.label),
        }
    }
}
