//! The clock, in the zone of the place. A zone is read by its name: the list of all zones is never made.

#![expect(clippy::disallowed_methods, reason = "this is where the clock is read")]

use std::path::{Component, Path};
use std::sync::OnceLock;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use crate::config::Environment;
use crate::model::Moment;
use crate::store;

/// Where systems keep their zones.
const FOLDERS: [&str; 3] = ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"];

/// The zone that `TZ` names, if it names one.
static NAMED: OnceLock<Option<TimeZone>> = OnceLock::new();

/// The time now, with the offset of the reader's time zone.
#[must_use]
pub fn now() -> Moment {
    Moment::of(&match by_name() {
        Some(zone) => ZonedDateTime::new(Timestamp::now(), zone.clone()),
        // That of the system, which is looked at again every few minutes: a machine may travel.
        None => ZonedDateTime::now(),
    })
}

/// Where one is.
#[must_use]
pub fn zone() -> TimeZone {
    by_name().cloned().unwrap_or_else(TimeZone::system)
}

fn by_name() -> Option<&'static TimeZone> {
    NAMED.get_or_init(|| named(Environment::read().zone.as_deref()?, &FOLDERS)).as_ref()
}

/// The zone of that name in the first of the folders that has it. None for what is no name: a rule or a path.
fn named(name: &str, folders: &[&str]) -> Option<TimeZone> {
    let name = name.strip_prefix(':').unwrap_or(name);
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    let mut files = folders.iter().map(|folder| Path::new(folder).join(name)).filter(|_| plain);
    files.find_map(|file| TimeZone::tzif(name, &store::read_bytes(&file).ok()?).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A zone that is one hour before UTC and has no other rules: version 2 of its form, with a rule at its end.
    fn zone() -> Vec<u8> {
        let head = |version: u8| {
            let mut head = b"TZif".to_vec();
            head.push(version);
            head.extend([0; 15]);
            // Leap seconds, transitions: none; one kind of time, whose name has four bytes.
            for count in [0u32, 0, 0, 0, 1, 4] {
                head.extend(count.to_be_bytes());
            }
            head.extend(3600u32.to_be_bytes());
            head.extend([0, 0]);
            head.extend(b"CET\0");
            head
        };
        [head(b'2'), head(b'2'), b"\nCET-1\n".to_vec()].concat()
    }

    #[test]
    fn a_zone_is_read_by_its_name_and_no_list_of_zones_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("zones/Europe");
        std::fs::create_dir_all(&place).unwrap();
        std::fs::write(place.join("Geneva"), zone()).unwrap();
        std::fs::write(place.join("Broken"), "no zone").unwrap();
        let folders = [folder.path().join("none"), folder.path().join("zones")];
        let folders: Vec<&str> = folders.iter().filter_map(|folder| folder.to_str()).collect();
        let found = |name| named(name, &folders).map(|zone| zone.to_offset(Timestamp::UNIX_EPOCH).seconds());
        for name in ["Europe/Geneva", ":Europe/Geneva"] {
            assert_eq!(found(name), Some(3600), "{name}");
        }
        for name in [
            "Europe",
            "Europe/Broken",
            "Europe/Bern",
            "../zones/Europe/Geneva",
            "",
            "CET-1",
            "/etc/localtime",
        ] {
            assert_eq!(found(name), None, "{name}");
        }
        assert!(jiff::tz::db().is_definitively_empty(), "a list of zones is made at the first look at one");
    }
}
