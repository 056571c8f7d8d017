//! Two values that two sides gave one field of a note or mark. One stands in the field, the other is kept beside
//! it until a person picks: never decided by time, never dropped.

use super::{Anchor, Mark, Moment, Note, NoteId, NoteKind, ParagraphNumber, Recommendation, ReviewStatus};

/// What of a review a value belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Entry {
    /// The mark of a paragraph.
    Paragraph(ParagraphNumber),
    /// A note.
    Note(NoteId),
}

/// A field that two sides may disagree on, with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// A note's words.
    Body(String),
    /// A note's kind.
    Kind(NoteKind),
    /// Whether a note is dealt with.
    Settled(bool),
    /// When a note was deleted; none: it was not.
    Deleted(Option<Moment>),
    /// The paragraph that a note hangs on.
    Paragraph(ParagraphNumber),
    /// The passage that a note hangs on; none: the whole paragraph.
    Anchor(Option<Box<Anchor>>),
    /// A paragraph's review status.
    Status(ReviewStatus),
    /// The reviewer's word on whether a paragraph makes a recommendation; none: as the document says.
    Recommendation(Option<Recommendation>),
}

impl FieldValue {
    /// The field's name in files and in JSON.
    #[must_use]
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Body(_) => "body",
            Self::Kind(_) => "kind",
            Self::Settled(_) => "settled",
            Self::Deleted(_) => "deleted",
            Self::Paragraph(_) => "paragraph",
            Self::Anchor(_) => "anchor",
            Self::Status(_) => "status",
            Self::Recommendation(_) => "recommendation",
        }
    }

    /// The value of a field that [`text`](Self::text) gave. An anchor is more than its text: it gives none.
    #[must_use]
    pub fn of_text(field: &str, text: &str) -> Option<Self> {
        let recommendations = [Recommendation::Makes, Recommendation::Discusses, Recommendation::None];
        Some(match field {
            "body" => Self::Body(text.to_owned()),
            "kind" => Self::Kind(NoteKind::from_word(text)?),
            "settled" => Self::Settled(text.parse().ok()?),
            "deleted" if text.is_empty() => Self::Deleted(None),
            "deleted" => Self::Deleted(Some(text.parse().ok()?)),
            "paragraph" => Self::Paragraph(ParagraphNumber::new(text)),
            "status" => Self::Status(ReviewStatus::from_word(text)?),
            "recommendation" if text.is_empty() => Self::Recommendation(None),
            "recommendation" => {
                Self::Recommendation(Some(recommendations.into_iter().find(|said| said.word() == text)?))
            }
            _ => return None,
        })
    }

    /// The value as text: words as in files, an anchor by its passage; nothing for none.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Body(body) => body.clone(),
            Self::Kind(kind) => kind.word().to_owned(),
            Self::Settled(settled) => settled.to_string(),
            Self::Deleted(at) => at.as_ref().map(Moment::to_string).unwrap_or_default(),
            Self::Paragraph(number) => number.to_string(),
            Self::Anchor(anchor) => anchor.as_ref().map(|anchor| anchor.exact.clone()).unwrap_or_default(),
            Self::Status(status) => status.word().to_owned(),
            Self::Recommendation(said) => said.map_or("", Recommendation::word).to_owned(),
        }
    }
}

/// A value that another side gave a field, beside the one that stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The field, and what the other side says.
    pub value: FieldValue,
    /// Whence it came, for people: a side's name, a moment. May be empty.
    pub from: String,
}

/// A disagreement with all that a person needs to pick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undecided<'a> {
    /// Where.
    pub entry: EntryRef<'a>,
    /// What the other side says.
    pub disagreement: &'a Disagreement,
}

/// An [`Entry`] with its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryRef<'a> {
    /// The mark of a paragraph.
    Paragraph(&'a ParagraphNumber, &'a Mark),
    /// A note.
    Note(&'a Note),
}

impl EntryRef<'_> {
    /// Which entry it is.
    #[must_use]
    pub fn entry(&self) -> Entry {
        match self {
            Self::Paragraph(number, _) => Entry::Paragraph((*number).clone()),
            Self::Note(note) => Entry::Note(note.id.clone()),
        }
    }

    /// The paragraph that it is about.
    #[must_use]
    pub fn paragraph(&self) -> &ParagraphNumber {
        match self {
            Self::Paragraph(number, _) => number,
            Self::Note(note) => &note.paragraph,
        }
    }

    /// The value that stands in the field of another value; none if the entry has no such field.
    #[must_use]
    pub fn standing(&self, other: &FieldValue) -> Option<FieldValue> {
        match self {
            Self::Paragraph(_, mark) => mark.standing(other),
            Self::Note(note) => note.standing(other),
        }
    }
}

impl Note {
    /// The value that stands in the field of another value; none if a note has no such field.
    #[must_use]
    pub fn standing(&self, other: &FieldValue) -> Option<FieldValue> {
        Some(match other {
            FieldValue::Body(_) => FieldValue::Body(self.body.clone()),
            FieldValue::Kind(_) => FieldValue::Kind(self.kind),
            FieldValue::Settled(_) => FieldValue::Settled(self.settled),
            FieldValue::Deleted(_) => FieldValue::Deleted(self.deleted),
            FieldValue::Paragraph(_) => FieldValue::Paragraph(self.paragraph.clone()),
            FieldValue::Anchor(_) => FieldValue::Anchor(self.anchor.clone().map(Box::new)),
            FieldValue::Status(_) | FieldValue::Recommendation(_) => return None,
        })
    }

    /// What other sides say of it, as far as it is not what it says itself.
    pub fn undecided(&self) -> impl Iterator<Item = &Disagreement> {
        let open =
            |one: &&Disagreement| self.standing(&one.value).is_some_and(|standing| standing != one.value);
        self.disagreements.iter().filter(open)
    }

    /// Puts a value into its field.
    pub(super) fn put(&mut self, value: FieldValue) {
        match value {
            FieldValue::Body(body) => self.body = body,
            FieldValue::Kind(kind) => self.kind = kind,
            FieldValue::Settled(settled) => self.settled = settled,
            FieldValue::Deleted(at) => self.deleted = at,
            FieldValue::Paragraph(number) => self.paragraph = number,
            FieldValue::Anchor(anchor) => self.anchor = anchor.map(|anchor| *anchor),
            FieldValue::Status(_) | FieldValue::Recommendation(_) => {}
        }
    }
}

impl Mark {
    /// The value that stands in the field of another value; none if a mark has no such field.
    #[must_use]
    pub fn standing(&self, other: &FieldValue) -> Option<FieldValue> {
        match other {
            FieldValue::Status(_) => Some(FieldValue::Status(self.status)),
            FieldValue::Recommendation(_) => Some(FieldValue::Recommendation(self.recommendation)),
            _ => None,
        }
    }

    /// What other sides say of it, as far as it is not what it says itself.
    pub fn undecided(&self) -> impl Iterator<Item = &Disagreement> {
        let open =
            |one: &&Disagreement| self.standing(&one.value).is_some_and(|standing| standing != one.value);
        self.disagreements.iter().filter(open)
    }

    /// Puts a value into its field.
    pub(super) fn put(&mut self, value: FieldValue) {
        match value {
            FieldValue::Status(status) => self.status = status,
            FieldValue::Recommendation(said) => self.recommendation = said,
            _ => {}
        }
    }
}

impl super::Review {
    /// What is to be decided: the disagreements of marks and of live notes. One whose two values have become the
    /// same is none any more.
    pub fn undecided(&self) -> impl Iterator<Item = Undecided<'_>> {
        let marks = self.marks.iter().flat_map(|(number, mark)| {
            let entry = EntryRef::Paragraph(number, mark);
            mark.undecided().map(move |disagreement| Undecided { entry, disagreement })
        });
        let notes = self.live_notes().flat_map(|note| {
            let entry = EntryRef::Note(note);
            note.undecided().map(move |disagreement| Undecided { entry, disagreement })
        });
        marks.chain(notes)
    }
}
