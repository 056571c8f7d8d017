//! Temporary files that a killed process left behind.

#![expect(
    clippy::disallowed_methods,
    reason = "only this program's own temporary files are removed, by their age"
)]

use std::path::Path;
use std::time::{Duration, SystemTime};

use super::atomic::TEMPORARY;

/// Younger ones may belong to a process that is writing just now.
const STALE: Duration = Duration::from_secs(60 * 60);

/// Removes this program's temporary files in a folder that are older than an hour, and says how many. What
/// cannot be removed is left: it harms nothing.
pub fn sweep(folder: &Path) -> usize {
    sweep_at(folder, SystemTime::now())
}

fn sweep_at(folder: &Path, now: SystemTime) -> usize {
    let (prefix, suffix) = TEMPORARY;
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    let stale = entries.flatten().filter(|entry| {
        let ours = entry.file_name().to_str().is_some_and(|n| n.starts_with(prefix) && n.ends_with(suffix));
        let age = || entry.metadata().ok().filter(std::fs::Metadata::is_file)?.modified().ok();
        ours && age().is_some_and(|then| now.duration_since(then).is_ok_and(|age| age > STALE))
    });
    stale.filter(|entry| std::fs::remove_file(entry.path()).is_ok()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_temporary_files_older_than_an_hour_go() {
        let folder = tempfile::tempdir().unwrap();
        for name in [".rapporteur-x1.tmp", ".rapporteur-x2.tmp", "a.toml", ".other.tmp"] {
            std::fs::write(folder.path().join(name), "x").unwrap();
        }
        let now = SystemTime::now();
        assert_eq!(sweep_at(folder.path(), now), 0);
        assert_eq!(sweep_at(folder.path(), now + STALE + Duration::from_secs(60)), 2);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
        assert_eq!(sweep(&folder.path().join("missing")), 0);
    }
}
