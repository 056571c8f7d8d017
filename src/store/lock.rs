//! The lock that a writer of a review holds. It lies in a file of its own: a lock on the data file would be void
//! after the first rename. It ends with the process, however that ends.

#![expect(clippy::disallowed_methods, reason = "lock files are opened here, and waiting for one takes time")]

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::fs::OFlags;

use super::error::{StoreError, Trouble};
use super::permission::Doing;

/// A lock that is held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

impl Drop for Lock {
    /// Given back in so many words: a close that fails must not leave it held until the process ends.
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

impl Lock {
    /// Takes the lock, trying again for as long as `patience`. This blocks: a worker's business, not the screen's.
    ///
    /// # Errors
    /// [`Trouble::Busy`] if another process held it all the time; a system error if the lock file cannot be
    /// opened (a symbolic link in its place is refused) or its file system has no locks.
    pub fn acquire(path: &Path, patience: Duration) -> Result<Self, StoreError> {
        let failed = |error| StoreError::system(path, Doing::Locking, &error);
        let file = open(path).map_err(failed)?;
        let begun = Instant::now();
        // Asking costs a microsecond, and who sleeps long is overtaken by those who do not.
        let mut pause = Duration::from_millis(1);
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { file }),
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Interrupted => {}
                Err(TryLockError::Error(error)) => return Err(failed(error)),
                Err(TryLockError::WouldBlock) => {
                    if begun.elapsed() >= patience {
                        return Err(StoreError::new(path, Trouble::Busy));
                    }
                    std::thread::sleep(pause);
                    pause = (pause * 3 / 2).min(Duration::from_millis(5));
                }
            }
        }
    }

    /// Whether nobody holds the lock, without waiting. A lock file that is not there is held by nobody; one that
    /// cannot be opened might be held.
    pub(super) fn is_free(path: &Path) -> bool {
        match OpenOptions::new().read(true).write(true).custom_flags(no_follow()).open(path) {
            Ok(file) => file.try_lock().is_ok(),
            Err(error) => error.kind() == ErrorKind::NotFound,
        }
    }
}

fn no_follow() -> i32 {
    OFlags::NOFOLLOW.bits().cast_signed()
}

/// Some systems refuse a lock on a handle that cannot write, so it can.
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .custom_flags(no_follow())
        .open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_lock_is_busy_for_others_and_free_when_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.lock");
        assert!(Lock::is_free(&path));
        let lock = Lock::acquire(&path, Duration::ZERO).unwrap();
        assert!(!Lock::is_free(&path));
        assert_eq!(Lock::acquire(&path, Duration::ZERO).unwrap_err().trouble, Trouble::Busy);
        drop(lock);
        assert!(Lock::is_free(&path));
        Lock::acquire(&path, Duration::ZERO).unwrap();
    }

    #[test]
    fn a_link_planted_in_the_place_of_a_lock_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (path, victim) = (folder.path().join("a.lock"), folder.path().join("victim"));
        std::os::unix::fs::symlink(&victim, &path).unwrap();
        assert!(matches!(
            Lock::acquire(&path, Duration::ZERO).unwrap_err().trouble,
            Trouble::System { doing: Doing::Locking, .. }
        ));
        assert!(!victim.exists());
    }
}
