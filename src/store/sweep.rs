//! Temporary files and lock files that a killed process left behind.

#![expect(
    clippy::disallowed_methods,
    reason = "only this program's own temporary files are removed, by their age"
)]

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::atomic::TEMPORARY;
use super::lock::Lock;

/// Younger ones may belong to a process that is writing just now.
const STALE: Duration = Duration::from_secs(60 * 60);

/// Removes this program's temporary files in a folder that are older than an hour, and says how many. What
/// cannot be removed is left: it harms nothing.
pub fn sweep(folder: &Path) -> usize {
    sweep_at(folder, SystemTime::now())
}

fn sweep_at(folder: &Path, now: SystemTime) -> usize {
    left(folder, now).into_iter().filter(|path| std::fs::remove_file(path).is_ok()).count()
}

/// This program's temporary files in a folder that are older than an hour.
pub(super) fn left(folder: &Path, now: SystemTime) -> Vec<PathBuf> {
    let (prefix, suffix) = TEMPORARY;
    let ours = |name: &str| name.starts_with(prefix) && name.ends_with(suffix);
    stale(folder, now, ours).collect()
}

/// Removes lock files of sessions that ended without a farewell more than an hour ago.
pub(super) fn sweep_locks(folder: &Path) -> usize {
    sweep_locks_at(folder, SystemTime::now())
}

fn sweep_locks_at(folder: &Path, now: SystemTime) -> usize {
    stale(folder, now, |name| name.ends_with(".lock"))
        .filter(|path| {
            // Held while it is removed. A living session's lock cannot be had.
            let held = Lock::acquire(path, Duration::ZERO);
            held.is_ok() && std::fs::remove_file(path).is_ok()
        })
        .count()
}

/// Files in a folder that were last written more than an hour ago.
fn stale(folder: &Path, now: SystemTime, ours: impl Fn(&str) -> bool) -> impl Iterator<Item = PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let stale = entries.filter(move |entry| {
        let age = || entry.metadata().ok().filter(std::fs::Metadata::is_file)?.modified().ok();
        entry.file_name().to_str().is_some_and(&ours)
            && age().is_some_and(|then| now.duration_since(then).is_ok_and(|age| age > STALE))
    });
    stale.map(|entry| entry.path())
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

    #[test]
    fn lock_files_go_when_old_and_free() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("dead.lock"), "").unwrap();
        let living = Lock::acquire(&folder.path().join("living.lock"), Duration::ZERO).unwrap();
        let later = SystemTime::now() + STALE + Duration::from_secs(60);
        assert_eq!(sweep_locks(folder.path()), 0);
        assert_eq!(sweep_locks_at(folder.path(), later), 1);
        drop(living);
        assert_eq!(sweep_locks_at(folder.path(), later), 1);
    }
}
