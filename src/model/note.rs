//! What a reviewer writes on a paragraph or on a passage of it.

use std::collections::HashSet;
use std::fmt;

use super::conflict::undecided;
use super::field::{EntryField, FieldRole, FieldType as _, Need, fields};
use super::{Anchor, EntryConflict, EntryValue, Label, Moment, Record, Tag, tags_in};

/// A note's id: the text of a UUIDv7. Never reused, never derived from a paragraph number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NoteId(pub String);

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a note is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NoteKind {
    /// A remark, of no other kind.
    #[default]
    Comment,
    /// Something to ask.
    Question,
    /// A talking point: to be said in the room.
    Point,
    /// On the wording, spelling or translation.
    Editorial,
}

impl NoteKind {
    /// All of them, in the order in which `Tab` goes through them.
    pub const ALL: [Self; 4] = [Self::Comment, Self::Question, Self::Point, Self::Editorial];

    /// The word in files, on the command line and in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::Question => "question",
            Self::Point => "point",
            Self::Editorial => "editorial",
        }
    }

    /// The kind with that [`word`](Self::word).
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The one after it, around.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Comment => Self::Question,
            Self::Question => Self::Point,
            Self::Point => Self::Editorial,
            Self::Editorial => Self::Comment,
        }
    }
}

impl fmt::Display for NoteKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The `rev` after this one. A file has no room for more than 2^63 - 1: one that a hand has set so high stays there.
#[must_use]
pub fn next_rev(rev: u64) -> u64 {
    rev.saturating_add(1).min(i64::MAX.unsigned_abs())
}

/// A note. A deleted one stays as a tombstone with its body, so that a merge cannot bring it back by accident
/// and a person can bring it back on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// By which it is known in files and on the command line.
    pub id: NoteId,
    /// The paragraph it hangs on.
    pub paragraph: Label,
    /// What it is for.
    pub kind: NoteKind,
    /// Whether it is dealt with; it stays, and is shown as settled.
    pub settled: bool,
    /// Tags that a hand put into the file's `tags` and that do not stand in the body.
    pub extra_tags: Vec<Tag>,
    /// +1 at each change, up to [`next_rev`]'s end; not a clock.
    pub rev: u64,
    /// When it was first saved.
    pub created: Moment,
    /// When it was last changed.
    pub changed: Moment,
    /// When it was deleted.
    pub deleted: Option<Moment>,
    /// Its words. Lines end with LF.
    pub body: String,
    /// The passage it hangs on; none for the whole paragraph.
    pub anchor: Option<Anchor>,
    /// What other sides say of its fields, until a person picks.
    pub conflicts: Vec<EntryConflict>,
}

impl Note {
    /// The most bytes of its words: 1 MiB.
    pub const LIMIT: usize = 1024 * 1024;

    /// Its fields in files.
    pub const FIELDS: &'static [EntryField] = fields!(Note:
        paragraph: Label = "paragraph", FieldRole::Content, Need::Filled;
        kind: NoteKind = "kind", FieldRole::Content, Need::Optional;
        settled: bool = "settled", FieldRole::Content, Need::Optional;
        extra_tags: Vec<Tag> = "tags", FieldRole::Set, Need::Optional, written all_tags;
        rev: u64 = "rev", FieldRole::Bookkeeping, Need::Optional;
        created: Moment = "created", FieldRole::Bookkeeping, Need::Present;
        changed: Moment = "changed", FieldRole::Bookkeeping, Need::As("created");
        deleted: Option<Moment> = "deleted", FieldRole::Deleted, Need::Optional;
        body: String = "body", FieldRole::Content, Need::Present;
        anchor: Option<Anchor> = "anchor", FieldRole::Content, Need::Optional;
    );

    /// A note without words: what a file is read into.
    #[must_use]
    pub fn blank(id: NoteId, at: Moment) -> Self {
        let rev = 0;
        Self { rev, ..Self::new(id, Label::new(""), NoteKind::default(), String::new(), at) }
    }

    /// What names it.
    #[must_use]
    pub const fn name(&self) -> &NoteId {
        &self.id
    }

    /// A new note, nothing set but what every note has.
    #[must_use]
    pub fn new(id: NoteId, paragraph: Label, kind: NoteKind, body: String, at: Moment) -> Self {
        Self {
            id,
            paragraph,
            kind,
            settled: false,
            extra_tags: Vec::new(),
            rev: 1,
            created: at,
            changed: at,
            deleted: None,
            body,
            anchor: None,
            conflicts: Vec::new(),
        }
    }

    /// Tags: those written `#so` in the body, then those that only the file's `tags` has.
    #[must_use]
    pub fn tags(&self) -> Vec<Tag> {
        let mut tags = tags_in(&self.body);
        for tag in &self.extra_tags {
            if !tags.contains(tag) {
                tags.push(tag.clone());
            }
        }
        tags
    }

    /// Keeps as tags of its own only those that do not stand in the body, each once, without the `#` that a hand may
    /// have put before them.
    pub(super) fn drop_tags_of_the_body(&mut self) {
        if self.extra_tags.is_empty() {
            return;
        }
        let mut seen: HashSet<Tag> = tags_in(&self.body).into_iter().collect();
        for tag in std::mem::take(&mut self.extra_tags) {
            let name = tag.0.trim_start_matches(|c: char| c == '#' || c.is_whitespace());
            let tag = Tag(name.trim_end().to_owned());
            if !tag.0.is_empty() && seen.insert(tag.clone()) {
                self.extra_tags.push(tag);
            }
        }
    }

    /// What other sides say of it, as far as it is not what it says itself.
    #[must_use]
    pub fn undecided(&self) -> Vec<&EntryConflict> {
        undecided(&self.conflicts, || self.clone().into())
    }

    /// Whether it is shown: not deleted.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.deleted.is_none()
    }

    /// The quoted passage, if it hangs on one.
    #[must_use]
    pub fn quote(&self) -> Option<&str> {
        self.anchor.as_ref().map(|anchor| anchor.exact.as_str())
    }
}

/// The tags of a note as files list them: those of the body too, so that others find them without reading it.
fn all_tags(record: &Record) -> EntryValue {
    match record {
        Record::Note(note) => note.tags().to_value(),
        _ => EntryValue::None,
    }
}
