//! Files that are handed to another program for a while: a note in the user's editor. Private (0600), in the
//! state folder.

#![expect(clippy::disallowed_methods, reason = "its own files are removed here once they are not needed")]

use std::io::{Error, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::Access;

use super::atomic::{Outcome, replace};
use super::error::{Doing, StoreError};
use super::{folders, read};

/// The most bytes that are read back: 32 MiB.
const LIMIT: u64 = 32 * 1024 * 1024;

/// Makes a folder that only its owner may look into, and holds that it can be written in.
///
/// # Errors
/// It cannot be made, is not a folder, or cannot be written in.
pub fn make_private_folder(folder: &Path) -> Result<(), StoreError> {
    folders::make_own(folder)?;
    rustix::fs::access(folder, Access::WRITE_OK | Access::EXEC_OK)
        .map_err(|error| StoreError::system(folder, Doing::Writing, &error.into()))
}

/// Holds that a folder where everyone may make one is this user's, and nobody else's business. None there is no error.
///
/// # Errors
/// It is a link or no folder, or another user's, or others may write in it.
pub fn is_own_folder(folder: &Path) -> Result<(), StoreError> {
    let failed = |error: Error| StoreError::system(folder, Doing::Reading, &error);
    let metadata = match std::fs::symlink_metadata(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        metadata => metadata.map_err(failed)?,
    };
    let own = metadata.uid() == rustix::process::geteuid().as_raw() && metadata.mode() & 0o022 == 0;
    if metadata.is_dir() && own { Ok(()) } else { Err(failed(ErrorKind::PermissionDenied.into())) }
}

/// Where a private file of that name lies.
#[must_use]
pub fn private_path(state: &Path, name: &str) -> PathBuf {
    state.join("editor").join(name)
}

/// Writes a private file.
///
/// # Errors
/// It cannot be written.
pub fn write_private(path: &Path, text: &str) -> Result<(), StoreError> {
    if let Some(folder) = path.parent() {
        folders::make_own(folder)?;
    }
    match replace(path, text.as_bytes()) {
        Outcome::Saved(_) => Ok(()),
        Outcome::NotSaved(error) | Outcome::Unknown(error) => Err(error),
    }
}

/// Reads a private file.
///
/// # Errors
/// It cannot be read, or is not text.
pub fn read_private(path: &Path) -> Result<String, StoreError> {
    read::text(path, LIMIT).map(|(text, _)| text)
}

/// Removes a private file; that it is not there is no error, and neither is that it stays.
pub fn remove_private(path: &Path) {
    let _ = std::fs::remove_file(path);
}
