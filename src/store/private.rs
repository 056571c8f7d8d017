//! Folders that hold what is nobody else's business, and whether they are so. No file is written here.

use std::io::{Error, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::fs::Access;

use super::error::StoreError;
use super::folders;
use super::permission::Doing;

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
