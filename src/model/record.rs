//! What a review holds: records of several kinds, each under its key. The list of kinds stands here, once; a new kind
//! is one row of it and a file with its type and fields. Nothing else in the house lists the kinds.

use super::conflict::undecided;
use super::field::{EntryField, EntryValue, FieldRole, FieldShape, FieldValue};
use super::{EntryConflict, Label, Mark, Moment, Note, NoteId, next_rev};

/// What a kind of entry is named by: an id, or the label of a unit.
pub trait EntryName: Sized {
    /// From the text that files have.
    fn of_text(text: &str) -> Self;

    /// The text that files have.
    fn text(&self) -> &str;
}

impl EntryName for NoteId {
    fn of_text(text: &str) -> Self {
        Self(text.to_owned())
    }

    fn text(&self) -> &str {
        &self.0
    }
}

impl EntryName for Label {
    fn of_text(text: &str) -> Self {
        Self::new(text)
    }

    fn text(&self) -> &str {
        self.as_str()
    }
}

/// How a kind of entry stands in a review file.
#[derive(Debug, Clone, Copy)]
pub struct KindTable {
    /// The list of its tables: `[[note]]`.
    pub list: &'static str,
    /// The field that names it there.
    pub name: &'static str,
    /// Whether there is one of every unit without anybody's adding it, and a first change makes it. Such an entry is
    /// never deleted, and none is the same as a blank one.
    pub implied: bool,
    /// Its fields, in the order in which files have them.
    pub fields: &'static [EntryField],
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident, $key:ty: list $list:literal, named $name:literal, $implied:ident);+ $(;)?) => {
        /// A kind of entry of a review.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum EntryKind { $($(#[$doc])* $kind),+ }

        /// Which entry: its kind, and its id or label.
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum EntryKey { $($(#[$doc])* $kind($key)),+ }

        /// An entry of a review.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[expect(clippy::large_enum_variant, reason = "most entries of a long review are notes, the large ones")]
        pub enum Record { $($(#[$doc])* $kind($kind)),+ }

        impl EntryKind {
            /// All of them, in the order in which files have them.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// How it stands in files.
            #[must_use]
            pub const fn table(self) -> &'static KindTable {
                match self {
                    $(Self::$kind => {
                        const TABLE: KindTable = KindTable {
                            list: $list,
                            name: $name,
                            implied: kinds!(@ $implied),
                            fields: $kind::FIELDS,
                        };
                        &TABLE
                    })+
                }
            }

            /// The key of an entry of this kind that files name so.
            #[must_use]
            pub fn key(self, name: &str) -> EntryKey {
                match self { $(Self::$kind => EntryKey::$kind(<$key>::of_text(name))),+ }
            }
        }

        impl EntryKey {
            /// Of which kind.
            #[must_use]
            pub const fn kind(&self) -> EntryKind {
                match self { $(Self::$kind(_) => EntryKind::$kind),+ }
            }

            /// Its id or label, as files have it.
            #[must_use]
            pub fn name(&self) -> &str {
                match self { $(Self::$kind(name) => name.text()),+ }
            }

            /// A record in which nothing has been said yet.
            #[must_use]
            pub fn blank(&self, at: Moment) -> Record {
                match self { $(Self::$kind(name) => Record::$kind($kind::blank(name.clone(), at))),+ }
            }
        }

        impl Record {
            /// Of which kind.
            #[must_use]
            pub const fn kind(&self) -> EntryKind {
                match self { $(Self::$kind(_) => EntryKind::$kind),+ }
            }

            /// Under which key it is kept.
            #[must_use]
            pub fn key(&self) -> EntryKey {
                match self { $(Self::$kind(one) => EntryKey::$kind(one.name().clone())),+ }
            }

            /// +1 at each change; not a clock.
            #[must_use]
            pub const fn rev(&self) -> u64 {
                match self { $(Self::$kind(one) => one.rev),+ }
            }

            /// When it was last changed.
            #[must_use]
            pub const fn changed(&self) -> Moment {
                match self { $(Self::$kind(one) => one.changed),+ }
            }

            /// What other sides say of its fields, also where both have become the same.
            #[must_use]
            pub fn conflicts(&self) -> &[EntryConflict] {
                match self { $(Self::$kind(one) => &one.conflicts),+ }
            }

            /// The same, to be altered.
            pub fn conflicts_mut(&mut self) -> &mut Vec<EntryConflict> {
                match self { $(Self::$kind(one) => &mut one.conflicts),+ }
            }

            /// The paragraph that it is about.
            #[must_use]
            pub fn paragraph(&self) -> &Label {
                match self { $(Self::$kind(one) => &one.paragraph),+ }
            }

            pub(super) fn touch(&mut self, at: Moment) {
                match self {
                    $(Self::$kind(one) => {
                        one.rev = next_rev(one.rev);
                        one.changed = at;
                    })+
                }
            }

            pub(super) fn set_rev(&mut self, rev: u64) {
                match self { $(Self::$kind(one) => one.rev = rev),+ }
            }
        }

        $(impl From<$kind> for Record {
            fn from(one: $kind) -> Self {
                Self::$kind(one)
            }
        })+
    };
    (@ implied) => { true };
    (@ added) => { false };
}

kinds! {
    /// What is said of a paragraph as a whole.
    Mark, Label: list "paragraph", named "number", implied;
    /// What is written on a paragraph or a passage of it.
    Note, NoteId: list "note", named "id", added;
}

impl EntryKind {
    /// The row of a field by its name in files.
    #[must_use]
    pub fn field(self, name: &str) -> Option<&'static EntryField> {
        self.table().fields.iter().find(|field| field.name == name)
    }

    /// The fields of which two values can be kept, with what goes by itself left out.
    pub fn disputable(self) -> impl Iterator<Item = &'static EntryField> {
        self.table()
            .fields
            .iter()
            .filter(|field| matches!(field.role, FieldRole::Content | FieldRole::Deleted))
    }
}

impl Record {
    /// Its fields' rows.
    #[must_use]
    pub fn fields(&self) -> &'static [EntryField] {
        self.kind().table().fields
    }

    /// The value of a field; none if it has no such field.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<EntryValue> {
        self.kind().field(field).map(|field| (field.get)(self))
    }

    /// Puts a value into a field; false if it has no such field or the value does not fit.
    pub fn set(&mut self, value: FieldValue) -> bool {
        self.kind().field(value.field).is_some_and(|field| (field.set)(self, value.value))
    }

    /// When it was deleted; none if it was not, or cannot be.
    #[must_use]
    pub fn deleted(&self) -> Option<Moment> {
        let fields = self.fields().iter().filter(|field| field.role == FieldRole::Deleted);
        fields.map(|field| (field.get)(self)).find_map(|value| match value {
            EntryValue::Moment(at) => Some(at),
            _ => None,
        })
    }

    /// Says that it was deleted, or that it was not.
    pub(super) fn set_deleted(&mut self, at: Option<Moment>) {
        for field in self.fields().iter().filter(|field| field.role == FieldRole::Deleted) {
            (field.set)(self, at.map_or(EntryValue::None, EntryValue::Moment));
        }
    }

    /// Whether it is shown: not deleted.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.deleted().is_none()
    }

    /// Whether two states of an entry tell a reader the same. Tags, `rev` and times do not count.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.kind() == other.kind() && self.conflicts() == other.conflicts() && self.says_in_fields(other)
    }

    fn says_in_fields(&self, other: &Self) -> bool {
        let content = self
            .fields()
            .iter()
            .filter(|field| matches!(field.role, FieldRole::Content | FieldRole::With(_)));
        content.map(|field| field.get).all(|get| get(self) == get(other))
    }

    /// Whether nothing was ever said in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.kind().table().implied
            && self.rev() == 0
            && self.says_the_same(&self.key().blank(self.changed()))
    }

    /// As it is after having been in a file: lines end with LF, and a tag that stands in the body is not kept again.
    pub fn make_canonical(&mut self) {
        for field in self.fields().iter().filter(|field| field.shape == FieldShape::Text) {
            if let EntryValue::Text(text) = (field.get)(self)
                && text.contains('\r')
            {
                (field.set)(self, EntryValue::Text(lf(&text)));
            }
        }
        for conflict in self.conflicts_mut() {
            if let EntryValue::Text(text) = &mut conflict.value.value
                && text.contains('\r')
            {
                *text = lf(text);
            }
        }
        if let Self::Note(note) = self {
            note.drop_tags_of_the_body();
        }
    }

    /// What other sides say of it, as far as it is not what it says itself.
    #[must_use]
    pub fn undecided(&self) -> Vec<&EntryConflict> {
        undecided(self.conflicts(), || self.clone())
    }
}

/// Text in which every line ends with LF, whatever it came with. Applying it twice changes nothing more.
fn lf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
