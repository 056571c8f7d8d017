//! What a backup is called: `<reviewer>.<utc>.<why>.toml`, and back. No files here.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

/// A point in time in a name: it sorts as text, and every file system takes it.
const FORM: &str = "%Y%m%dT%H%M%SZ";

/// Before what a file was copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The first save of a day.
    Day,
    /// Another hand's work is brought together with one's own.
    BeforeMerge,
    /// Many entries are altered at once.
    BeforeBulk,
    /// An earlier state is put in its place.
    BeforeRestore,
    /// It is written in a newer format.
    BeforeMigration,
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Day, Self::BeforeMerge, Self::BeforeBulk, Self::BeforeRestore, Self::BeforeMigration];

    /// The word in the name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::BeforeMerge => "before-merge",
            Self::BeforeBulk => "before-bulk",
            Self::BeforeRestore => "before-restore",
            Self::BeforeMigration => "before-migration",
        }
    }

    /// The reason with that [`word`](Self::word).
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.word() == word)
    }
}

/// The name of a backup without its reviewer. Ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    /// When it was made, to the second.
    pub at: Timestamp,
    /// Which of those that were made in that second, from 1.
    pub turn: u32,
    /// Before what it was made.
    pub why: Why,
}

impl Name {
    /// As a file of that reviewer.
    pub fn file(&self, reviewer: &str) -> String {
        let turn = if self.turn > 1 { format!("-{}", self.turn) } else { String::new() };
        format!("{reviewer}.{}{turn}.{}.toml", self.at.strftime(FORM), self.why.word())
    }

    /// None if it is no backup of that reviewer's.
    pub fn parse(file: &str, reviewer: &str) -> Option<Self> {
        let rest = file.strip_prefix(reviewer)?.strip_prefix('.')?.strip_suffix(".toml")?;
        let (time, why) = rest.split_once('.')?;
        let (time, turn) = match time.split_once('-') {
            Some((time, turn)) => (time, turn.parse().ok().filter(|turn| *turn > 1)?),
            None => (time, 1),
        };
        let at = Offset::UTC.to_timestamp(DateTime::strptime(FORM, time).ok()?).ok()?;
        let name = Self { at, turn, why: Why::from_word(why)? };
        // What this program would have written differently, it has not written.
        (name.file(reviewer) == file).then_some(name)
    }
}

/// The day of a point in time, in UTC.
pub(super) fn day_of(at: Timestamp) -> Date {
    Offset::UTC.to_datetime(at).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_and_read_back() {
        for time in ["1970-01-01T00:00:00Z", "2026-11-23T13:05:10Z", "2100-12-31T23:59:59Z"] {
            for why in Why::ALL {
                for turn in [1, 2, 12] {
                    let name = Name { at: time.parse().unwrap(), turn, why };
                    assert_eq!(Name::parse(&name.file("amara"), "amara"), Some(name));
                }
            }
        }
        let name = Name { at: "2026-11-23T13:05:10Z".parse().unwrap(), turn: 2, why: Why::BeforeMerge };
        assert_eq!(name.file("amara"), "amara.20261123T130510Z-2.before-merge.toml");
    }

    #[test]
    fn what_is_no_backup_of_the_reviewer_is_none() {
        for file in [
            "amara.toml",
            "amara.rescue-20261123T130510Z.toml",
            "amara.20261123T130510Z.toml",
            "amara.20261123T130510Z.poem.toml",
            "amara.20261323T130510Z.day.toml",
            "amara.20261123T130510Z-1.day.toml",
            "amara.20261123T130510Z-02.day.toml",
            "amara.20261123T130510Z.day.toml.tmp",
            "amara.20261123T130510Z.day..toml",
            "amara2.20261123T130510Z.day.toml",
            "chen.20261123T130510Z.day.toml",
            ".20261123T130510Z.day.toml",
            "",
        ] {
            assert_eq!(Name::parse(file, "amara"), None, "{file}");
        }
    }
}
