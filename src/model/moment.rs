//! A point in time with the offset of the place where it was stamped. Nothing here reads a clock.

use std::fmt;
use std::str::FromStr;

use jiff::tz::Offset;
use jiff::{Timestamp, ZonedDateTime};

/// When something was written, to the second, with its offset from UTC, which files keep. People are shown it by the clock
/// of the place where they are; it is never used to decide a conflict, because clocks lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    at: Timestamp,
    offset: Offset,
}

impl Moment {
    /// The first moment of 1970 in UTC: where none is known yet.
    pub const UNIX_EPOCH: Self = Self { at: Timestamp::UNIX_EPOCH, offset: Offset::UTC };

    /// The moment of a zoned time, cut to whole seconds.
    #[must_use]
    pub fn of(time: &ZonedDateTime) -> Self {
        let at = Timestamp::from_second(time.timestamp().as_second()).unwrap_or(Timestamp::UNIX_EPOCH);
        Self { at, offset: time.offset() }
    }

    /// A point in time, in UTC: what a name of a file says.
    #[must_use]
    pub fn utc(at: Timestamp) -> Self {
        Self { at, offset: Offset::UTC }
    }

    /// In UTC, for names of files: `20261123T130510Z`.
    #[must_use]
    pub fn compact(&self) -> String {
        self.at.strftime("%Y%m%dT%H%M%SZ").to_string()
    }

    /// The instant itself, for ordering what is shown.
    #[must_use]
    pub fn timestamp(&self) -> Timestamp {
        self.at
    }
}

impl From<Moment> for Timestamp {
    fn from(moment: Moment) -> Self {
        moment.at
    }
}

impl fmt::Display for Moment {
    /// RFC 3339, as TOML and JSON write it: `2026-11-23T14:05:10+01:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.at.display_with_offset(self.offset))
    }
}

impl FromStr for Moment {
    type Err = jiff::Error;

    /// Reads RFC 3339 with an offset or `Z`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let pieces = jiff::fmt::temporal::DateTimeParser::new().parse_pieces(text)?;
        let at: Timestamp = text.parse()?;
        let offset = pieces.to_numeric_offset().unwrap_or(Offset::UTC);
        Ok(Self { at: Timestamp::from_second(at.as_second())?, offset })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_and_read_back_with_its_offset() {
        for text in ["2026-11-23T14:05:10+01:00", "1970-01-01T00:00:00-05:00", "2100-01-01T00:00:00+05:45"] {
            let moment: Moment = text.parse().unwrap();
            assert_eq!(moment.to_string(), text);
        }
        let (there, utc) = ("2026-11-23T14:05:10+01:00", "2026-11-23T13:05:10Z");
        let at = |text: &str| Timestamp::from(text.parse::<Moment>().unwrap());
        assert_eq!(at(there), at(utc));
    }
}
