//! Files that are handed to another program for a while: a note in the user's editor. Private (0600), in the
//! state folder.

#![expect(clippy::disallowed_methods, reason = "its own files are removed here once they are not needed")]

use std::path::{Path, PathBuf};

use super::atomic::{Outcome, replace};
use super::error::StoreError;
use super::{folders, read};

/// The most bytes that are read back: 32 MiB.
const LIMIT: u64 = 32 * 1024 * 1024;

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
