//! The fields of a record as data: one row per field, from which files, journal, merges, differences and undo are
//! made. A kind of entry lists its rows beside its type; nothing here knows any kind.

use super::{Anchor, AnchorState, Label, Moment, NoteKind, Recommendation, Record, ReviewStatus, Tag};

/// The value of a field, of whatever kind of entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryValue {
    /// The field is not set; files leave it out.
    None,
    /// Words: text, a choice's word, a label.
    Text(String),
    /// Yes or no.
    Truth(bool),
    /// A whole number from 0.
    Count(u64),
    /// A point in time.
    Moment(Moment),
    /// A list of words; an empty one is left out of files.
    Texts(Vec<String>),
    /// A passage of a paragraph.
    Anchor(Box<Anchor>),
}

impl EntryValue {
    /// Whether files leave the field out.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        match self {
            Self::None => true,
            Self::Texts(texts) => texts.is_empty(),
            _ => false,
        }
    }

    /// The value as text for people: words as in files, a passage by its words, nothing for none.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Text(text) => text.clone(),
            Self::Truth(truth) => truth.to_string(),
            Self::Count(count) => count.to_string(),
            Self::Moment(at) => at.to_string(),
            Self::Texts(texts) => texts.join(" "),
            Self::Anchor(anchor) => anchor.exact.clone(),
        }
    }
}

/// How the value of a field is spelled in files, and what may stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldShape {
    /// Words of any number of lines, each ending with LF.
    Text,
    /// Words on one line.
    Line,
    /// A label; whoever edits by hand may write a bare number.
    Label,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// `true` or `false`.
    Truth,
    /// A whole number from 0.
    Count,
    /// A point in time with its offset.
    Moment,
    /// A list of words.
    Texts,
    /// A passage: a table of its own.
    Anchor,
}

/// What a field means to merges, to undo and to whoever asks whether two records say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldRole {
    /// What a person said. Where two sides differ, one value stands and the other is kept beside it.
    Content,
    /// It belongs to another field, by name, and goes with that one's value.
    With(&'static str),
    /// A set: sides are joined, nothing is kept beside it.
    Set,
    /// When the entry was deleted. Of two sides the living one stands.
    Deleted,
    /// `rev` and times: kept for people and for noticing what went back; no conflict is decided by them.
    Bookkeeping,
}

/// What a file that lacks the field means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must be there and must not be blank.
    Filled,
    /// It must be there.
    Present,
    /// It may be missing: then it is as in a new record.
    Optional,
    /// It may be missing: then it is as another field.
    As(&'static str),
}

/// One field of one kind of entry, or of what stands as a table inside one.
#[derive(Debug, Clone, Copy)]
pub struct EntryField<R: 'static = Record> {
    /// Its name in files and in JSON.
    pub name: &'static str,
    /// The id of its name in the message catalog.
    pub caption: &'static str,
    /// How it is spelled.
    pub shape: FieldShape,
    /// What it means.
    pub role: FieldRole,
    /// Whether it may be missing.
    pub need: Need,
    /// Its value in a record of its kind; [`EntryValue::None`] in one of another kind.
    pub get: fn(&R) -> EntryValue,
    /// Puts a value into a record of its kind; false if it does not fit, and nothing is altered then.
    pub set: fn(&mut R, EntryValue) -> bool,
    /// What files say where that is more than the value; none: the value.
    pub written: Option<fn(&R) -> EntryValue>,
}

impl<R> EntryField<R> {
    /// What files say.
    #[must_use]
    pub fn written(&self, record: &R) -> EntryValue {
        self.written.unwrap_or(self.get)(record)
    }
}

impl EntryField {
    /// A value that stands in a record's field, with the field's name.
    #[must_use]
    pub fn value(&self, record: &Record) -> FieldValue {
        FieldValue { field: self.name, value: (self.get)(record) }
    }
}

/// A field by its name, with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldValue {
    /// The field's name in files.
    pub field: &'static str,
    /// What stands in the field, or is to stand there.
    pub value: EntryValue,
}

impl FieldValue {
    /// A value for a field.
    #[must_use]
    pub fn new(field: &'static str, value: impl FieldType) -> Self {
        Self { field, value: value.to_value() }
    }

    /// The value as text for people ([`EntryValue::text`]).
    #[must_use]
    pub fn text(&self) -> String {
        self.value.text()
    }
}

/// A type that a field can have.
pub trait FieldType: Sized {
    /// How it is spelled.
    const SHAPE: FieldShape;

    /// As a value.
    fn to_value(&self) -> EntryValue;

    /// From a value; none if it is of another type or no word of a choice.
    fn from_value(value: EntryValue) -> Option<Self>;
}

/// The words of a choice, for [`FieldType`] and [`FieldShape::Choice`].
macro_rules! choice {
    ($type:ty: $($value:expr),+) => {
        impl FieldType for $type {
            const SHAPE: FieldShape = FieldShape::Choice(&[$($value.word()),+]);

            fn to_value(&self) -> EntryValue {
                EntryValue::Text(self.word().to_owned())
            }

            fn from_value(value: EntryValue) -> Option<Self> {
                let EntryValue::Text(word) = value else { return None };
                Self::from_word(&word)
            }
        }
    };
}

choice!(NoteKind: NoteKind::Comment, NoteKind::Question, NoteKind::Point, NoteKind::Editorial);
choice!(
    ReviewStatus: ReviewStatus::Unreviewed,
    ReviewStatus::Accept,
    ReviewStatus::Query,
    ReviewStatus::Amend,
    ReviewStatus::Reserve
);
choice!(AnchorState: AnchorState::Sure, AnchorState::Check, AnchorState::Orphan);
choice!(Recommendation: Recommendation::Makes, Recommendation::Discusses, Recommendation::None);

/// The types that a [`EntryValue`] holds as they are.
macro_rules! plain {
    ($($type:ty, $shape:ident, $of:ident);+ $(;)?) => {
        $(impl FieldType for $type {
            const SHAPE: FieldShape = FieldShape::$shape;

            fn to_value(&self) -> EntryValue {
                EntryValue::$of(self.clone())
            }

            fn from_value(value: EntryValue) -> Option<Self> {
                if let EntryValue::$of(value) = value { Some(value) } else { None }
            }
        })+
    };
}

plain! { String, Text, Text; bool, Truth, Truth; u64, Count, Count; Moment, Moment, Moment }

impl FieldType for usize {
    const SHAPE: FieldShape = FieldShape::Count;

    fn to_value(&self) -> EntryValue {
        EntryValue::Count(u64::try_from(*self).unwrap_or(u64::MAX))
    }

    fn from_value(value: EntryValue) -> Option<Self> {
        if let EntryValue::Count(count) = value { Self::try_from(count).ok() } else { None }
    }
}

impl FieldType for Label {
    const SHAPE: FieldShape = FieldShape::Label;

    fn to_value(&self) -> EntryValue {
        EntryValue::Text(self.as_str().to_owned())
    }

    fn from_value(value: EntryValue) -> Option<Self> {
        if let EntryValue::Text(label) = value { Some(Self::new(&label)) } else { None }
    }
}

impl FieldType for Anchor {
    const SHAPE: FieldShape = FieldShape::Anchor;

    fn to_value(&self) -> EntryValue {
        EntryValue::Anchor(Box::new(self.clone()))
    }

    fn from_value(value: EntryValue) -> Option<Self> {
        if let EntryValue::Anchor(anchor) = value { Some(*anchor) } else { None }
    }
}

impl FieldType for Vec<Tag> {
    const SHAPE: FieldShape = FieldShape::Texts;

    fn to_value(&self) -> EntryValue {
        EntryValue::Texts(self.iter().map(|tag| tag.0.clone()).collect())
    }

    fn from_value(value: EntryValue) -> Option<Self> {
        match value {
            EntryValue::None => Some(Self::new()),
            EntryValue::Texts(texts) => Some(texts.into_iter().map(Tag).collect()),
            _ => None,
        }
    }
}

impl<T: FieldType> FieldType for Option<T> {
    const SHAPE: FieldShape = T::SHAPE;

    fn to_value(&self) -> EntryValue {
        self.as_ref().map_or(EntryValue::None, T::to_value)
    }

    fn from_value(value: EntryValue) -> Option<Self> {
        match value {
            EntryValue::None => Some(None),
            value => T::from_value(value).map(Some),
        }
    }
}

/// Words on one line, where a `String` would be spelled as a text of several.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SingleLine(pub String);

impl FieldType for SingleLine {
    const SHAPE: FieldShape = FieldShape::Line;

    fn to_value(&self) -> EntryValue {
        EntryValue::Text(self.0.clone())
    }

    fn from_value(value: EntryValue) -> Option<Self> {
        if let EntryValue::Text(text) = value { Some(Self(text)) } else { None }
    }
}

/// The rows of a kind: `fields!(Note: body: String = "body", Content, Present; …)`.
macro_rules! fields {
    ($kind:ident: $($field:ident: $type:ty = $name:literal, $role:expr, $need:expr $(, written $written:expr)?);+ $(;)?) => {
        &[$($crate::model::field::EntryField {
            name: $name,
            caption: concat!("field-", $name),
            shape: <$type as $crate::model::field::FieldType>::SHAPE,
            role: $role,
            need: $need,
            get: |record| match record {
                $crate::model::Record::$kind(one) => $crate::model::field::FieldType::to_value(&one.$field),
                _ => $crate::model::EntryValue::None,
            },
            set: |record, value| {
                let $crate::model::Record::$kind(one) = record else { return false };
                let Some(value) = <$type as $crate::model::field::FieldType>::from_value(value) else {
                    return false;
                };
                one.$field = value;
                true
            },
            written: fields!(@written $($written)?),
        }),+]
    };
    (@written) => { None };
    (@written $written:expr) => { Some($written) };
}

pub(super) use fields;
