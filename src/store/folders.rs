//! Folders that only their owner may look into, made so that a power cut does not take them away again.

#![expect(clippy::disallowed_methods, reason = "this is the function that makes and lists folders")]

use std::fs::{DirBuilder, File};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::error::{StoreError, Trouble};
use super::permission::Doing;

/// Makes a folder, and those above it that are missing, with mode 0700. One that is there is left as it is.
pub(super) fn make(folder: &Path) -> Result<(), StoreError> {
    if folder.is_dir() {
        return Ok(());
    }
    let failed = |error| StoreError::system(folder, Doing::MakingFolder, &error);
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty());
    if let Some(above) = above {
        make(above)?;
    }
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => return Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let link = std::fs::symlink_metadata(folder).is_ok_and(|metadata| metadata.is_symlink());
            let trouble = if link { Trouble::DanglingLink } else { return Err(failed(not_a_folder())) };
            return Err(StoreError::new(folder, trouble));
        }
        made => made.map_err(failed)?,
    }
    sync(above.unwrap_or(Path::new("."))).map_err(failed)
}

fn not_a_folder() -> std::io::Error {
    std::io::Error::from(ErrorKind::NotADirectory)
}

/// Makes one folder that must not be a link: what is locked in it must be what others lock, and what is kept in it
/// nobody else's.
pub(super) fn make_own(folder: &Path) -> Result<(), StoreError> {
    make(folder)?;
    let metadata = std::fs::symlink_metadata(folder)
        .map_err(|error| StoreError::system(folder, Doing::MakingFolder, &error))?;
    if metadata.is_dir() {
        return Ok(());
    }
    Err(StoreError::system(folder, Doing::MakingFolder, &not_a_folder()))
}

/// Makes the names in a folder survive a power cut.
pub(super) fn sync(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Whether the name of a file ends with `.ending`, in small or capital letters.
#[must_use]
pub fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

/// The files in a folder whose name ends with `.ending`, in small or capital letters, in order; none if there is no
/// such folder.
pub(super) fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, StoreError> {
    let mut files = all(folder)?;
    files.retain(|path| has_ending(path, ending));
    Ok(files)
}

/// Everything in a folder that is not hidden, in order; nothing if there is no such folder.
pub(super) fn all(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let failed = |error| StoreError::system(folder, Doing::Reading, &error);
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        let hidden = path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
        if !hidden {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// All files in a folder that hold something, hidden ones too, in order; none if there is no such folder.
pub(super) fn not_empty(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let holds = |path: &PathBuf| {
        std::fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.len() > 0)
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(holds).collect();
    files.sort();
    files
}

/// Lets its owner read and write a file.
pub(super) fn make_readable(path: &Path) -> std::io::Result<()> {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))
}

/// The folders in a folder, in order, also those that a link leads to; none if there is no such folder.
pub(super) fn below(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let failed = |error| StoreError::system(folder, Doing::Reading, &error);
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut folders = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}
