//! What a reviewer says of a paragraph as a whole: the status, and whether it makes a recommendation.

use super::conflict::undecided;
use super::field::{EntryField, FieldRole, Need, SingleLine, fields};
use super::{EntryConflict, Label, Moment, Recommendation, ReviewStatus};

/// What a reviewer says of a paragraph as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Of which paragraph.
    pub paragraph: Label,
    /// The reviewer's position.
    pub status: ReviewStatus,
    /// The language version on which the status was given, ISO 639-1; none if that is not known.
    pub language: Option<SingleLine>,
    /// [`super::paragraph_hash`] of the text on which the status was given; none if that is not known.
    pub text_hash: Option<SingleLine>,
    /// The reviewer's word on whether it makes a recommendation; none: as the document says.
    pub recommendation: Option<Recommendation>,
    /// +1 at each change; not a clock.
    pub rev: u64,
    /// When it was last changed.
    pub changed: Moment,
    /// What other sides say of it, until a person picks.
    pub conflicts: Vec<EntryConflict>,
}

impl Mark {
    /// Its fields in files.
    pub const FIELDS: &'static [EntryField] = fields!(Mark:
        status: ReviewStatus = "status", FieldRole::Content, Need::Optional;
        language: Option<SingleLine> = "language", FieldRole::With("status"), Need::Optional;
        text_hash: Option<SingleLine> = "text_hash", FieldRole::With("status"), Need::Optional;
        recommendation: Option<Recommendation> = "recommendation", FieldRole::Content, Need::Optional;
        rev: u64 = "rev", FieldRole::Bookkeeping, Need::Optional;
        changed: Moment = "changed", FieldRole::Bookkeeping, Need::Present;
    );

    /// A mark in which nothing has been said yet.
    #[must_use]
    pub fn blank(paragraph: Label, at: Moment) -> Self {
        Self {
            paragraph,
            status: ReviewStatus::Unreviewed,
            language: None,
            text_hash: None,
            recommendation: None,
            rev: 0,
            changed: at,
            conflicts: Vec::new(),
        }
    }

    /// What names it.
    #[must_use]
    pub const fn name(&self) -> &Label {
        &self.paragraph
    }

    /// What other sides say of it, as far as it is not what it says itself.
    #[must_use]
    pub fn undecided(&self) -> Vec<&EntryConflict> {
        undecided(&self.conflicts, || self.clone().into())
    }
}
