//! Writing an export where a person asked for it.

use std::path::Path;

use super::atomic::{Outcome, create, replace};
use super::error::StoreError;

/// Writes an export: a new file, or with `force` in the place of the one that is there. A link to nothing is
/// never followed. The file is its owner's alone (0600), or keeps the mode of the one it replaces: it holds notes.
///
/// # Errors
/// `Trouble::Exists` without `force`; else the reason why it was not written, or not surely.
pub fn write_export(path: &Path, bytes: &[u8], force: bool) -> Result<(), StoreError> {
    match if force { replace(path, bytes) } else { create(path, bytes) } {
        Outcome::Saved(_) => Ok(()),
        Outcome::NotSaved(error) | Outcome::Unknown(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

    use super::super::error::Trouble;
    use super::*;

    #[test]
    fn an_export_replaces_a_file_only_when_told_to_and_never_a_link_to_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.md"), folder.path().join("link.md"));
        write_export(&path, b"one", false).unwrap();
        assert_eq!(write_export(&path, b"two", false).unwrap_err().trouble, Trouble::Exists);
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        write_export(&path, b"two", true).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        std::os::unix::fs::symlink("nowhere", &link).unwrap();
        assert_eq!(write_export(&link, b"x", false).unwrap_err().trouble, Trouble::Exists);
        assert_eq!(write_export(&link, b"x", true).unwrap_err().trouble, Trouble::DanglingLink);
        assert!(!folder.path().join("nowhere").exists());
    }
}
