//! Reading and writing the file of settings. What stands in it is `config`'s business.

use std::path::Path;

use super::atomic::{Outcome, replace};
use super::error::{StoreError, Trouble};
use super::{folders, read};

/// The most bytes of it that are read: 1 MiB.
const LIMIT: u64 = 1024 * 1024;

/// The text of the file of settings; none if there is none.
///
/// # Errors
/// It cannot be read, is no regular file, too large, or no text.
pub fn read_settings(path: &Path) -> Result<Option<String>, StoreError> {
    match read::text(path, LIMIT) {
        Ok((text, _)) => Ok(Some(text)),
        Err(error) if error.is_not_found() || is_nowhere(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes the file of settings whole, and its folder if there is none.
///
/// # Errors
/// It was not written, or not surely.
pub fn write_settings(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    if let Some(folder) = path.parent() {
        folders::make(folder)?;
    }
    match replace(path, bytes) {
        Outcome::Saved(_) => Ok(()),
        Outcome::NotSaved(error) | Outcome::Unknown(error) => Err(error),
    }
}

/// Whether a part of the path is no folder: then there is no such file either.
fn is_nowhere(error: &StoreError) -> bool {
    matches!(error.trouble, Trouble::System { kind: std::io::ErrorKind::NotADirectory, .. })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

    use super::*;

    #[test]
    fn what_is_no_file_of_settings_is_told_and_none_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("folder")).unwrap();
        std::fs::write(at("latin"), b"reviewer = \"\xe9\"").unwrap();
        std::fs::File::create(at("large")).unwrap().set_len(LIMIT + 1).unwrap();
        std::fs::write(at("good"), "mouse = false").unwrap();
        for name in ["missing", "good/config.toml"] {
            assert_eq!(read_settings(&at(name)), Ok(None), "{name}");
        }
        for name in ["folder", "latin", "large"] {
            assert!(read_settings(&at(name)).is_err(), "{name}");
        }
        assert_eq!(read_settings(&at("good")), Ok(Some("mouse = false".to_owned())));
    }
}
