//! The reviewer's own position on a paragraph, and how far a review is.

use std::collections::BTreeMap;
use std::fmt;

/// The reviewer's position on a paragraph. "Agreed" is not among them: agreeing is what a meeting does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ReviewStatus {
    /// Not looked at, or cleared.
    #[default]
    Unreviewed,
    /// Acceptable as it stands.
    Accept,
    /// To be asked about.
    Query,
    /// An amendment will be proposed.
    Amend,
    /// A reservation is kept.
    Reserve,
}

impl ReviewStatus {
    /// All of them, in the order in which they are counted and shown.
    pub const ALL: [Self; 5] = [Self::Unreviewed, Self::Accept, Self::Query, Self::Amend, Self::Reserve];

    /// The word in files, on the command line and in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unreviewed => "unreviewed",
            Self::Accept => "accept",
            Self::Query => "query",
            Self::Amend => "amend",
            Self::Reserve => "reserve",
        }
    }

    /// The status with that [`word`](Self::word).
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }
}

impl fmt::Display for ReviewStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The status of a paragraph beside the text that is read now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CurrentStatus {
    /// The status that was given.
    pub given: ReviewStatus,
    /// The text on which it was given was another one, in the same language version.
    pub text_changed: bool,
}

impl CurrentStatus {
    /// The status as it counts: a paragraph whose text has changed since is to be reviewed again.
    #[must_use]
    pub fn counted(self) -> ReviewStatus {
        if self.text_changed { ReviewStatus::Unreviewed } else { self.given }
    }
}

/// How many paragraphs have which status.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewProgress {
    /// All paragraphs counted.
    pub total: usize,
    /// Paragraphs by status; a status that none has is absent.
    pub by_status: BTreeMap<ReviewStatus, usize>,
    /// How many have no status of their own, but all of their sub-paragraphs have one.
    pub by_parts: usize,
    /// How many of those that count as unreviewed have a status that was given on another text.
    pub text_changed: usize,
}

impl ReviewProgress {
    /// Counts one more.
    pub fn add(&mut self, status: CurrentStatus) {
        self.total += 1;
        self.text_changed += usize::from(status.text_changed);
        *self.by_status.entry(status.counted()).or_default() += 1;
    }

    /// How many have that status.
    #[must_use]
    pub fn count(&self, status: ReviewStatus) -> usize {
        self.by_status.get(&status).copied().unwrap_or(0)
    }

    /// How many have any status but unreviewed.
    #[must_use]
    pub fn reviewed(&self) -> usize {
        self.total - self.count(ReviewStatus::Unreviewed)
    }
}
