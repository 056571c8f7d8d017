//! What a reviewer writes on a paragraph or on a passage of it.

use std::fmt;

use super::{Anchor, Disagreement, Moment, ParagraphNumber, Tag, tags_in};

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
    /// A remark.
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
    /// Id.
    pub id: NoteId,
    /// The paragraph it hangs on.
    pub paragraph: ParagraphNumber,
    /// What it is for.
    pub kind: NoteKind,
    /// Dealt with.
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
    pub disagreements: Vec<Disagreement>,
}

impl Note {
    /// The most bytes of its words: 1 MiB.
    pub const LIMIT: usize = 1024 * 1024;

    /// A new note, nothing set but what every note has.
    #[must_use]
    pub fn new(id: NoteId, paragraph: ParagraphNumber, kind: NoteKind, body: String, at: Moment) -> Self {
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
            disagreements: Vec::new(),
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

    /// Whether two states of a note tell a reader the same.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let said = |note: &'_ Self| (note.kind, note.settled);
        said(self) == said(other)
            && self.body == other.body
            && self.paragraph == other.paragraph
            && self.anchor == other.anchor
            && self.disagreements == other.disagreements
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
