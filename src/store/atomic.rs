//! The one place that writes. A file is either as it was or as it was meant to be, whatever happens in between:
//! a new file beside it, synced, renamed over it, and the folder synced (`reliability.md` 2.3, 6 and 7).

use std::fs::{Metadata, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{Access, access};

use super::error::{StoreError, Trouble};
use super::folders;
use super::permission::Doing;
use super::read::FileStamp;

/// How the names of temporary files begin and end: by this they are found again after a crash.
pub(super) const TEMPORARY: (&str, &str) = (".rapporteur-", ".tmp");

/// How a writing ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It is on the disk and will still be there after a power cut.
    Saved(FileStamp),
    /// Nothing was altered.
    NotSaved(StoreError),
    /// It is there now, but the system could not say whether it will be after a power cut.
    Unknown(StoreError),
}

/// Writes a file whole, in the place of the one that was there, or anew (mode 0600) if there was none. A symbolic
/// link stays one: the file it leads to is replaced, with its mode.
#[must_use]
pub fn replace(path: &Path, bytes: &[u8]) -> Outcome {
    replace_keeping(path, bytes, &|_| {})
}

/// As [`replace`]; `keep` is given the file that is about to be replaced, which is no link.
#[must_use]
pub(super) fn replace_keeping(path: &Path, bytes: &[u8], keep: &dyn Fn(&Path)) -> Outcome {
    match target(path) {
        Ok((real, mode)) => write(&real, bytes, mode, Over::What(keep)),
        Err(error) => Outcome::NotSaved(error),
    }
}

/// Writes a file that can be made again at any time: whole or not at all, as [`replace`] does, but the disk is not asked
/// to hold it, and nothing is confirmed. `fill` writes its content.
pub(super) fn replace_disposable(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let refused = |_| io::Error::from(ErrorKind::PermissionDenied);
    let (real, mode) = target(path).map_err(refused)?;
    let mut temporary = temporary(&real, mode)?;
    let mut buffered = io::BufWriter::with_capacity(1 << 20, temporary.as_file_mut());
    fill(&mut buffered)?;
    buffered.flush()?;
    drop(buffered);
    temporary.persist(&real).map_err(|error| error.error)?;
    Ok(())
}

/// Writes a new file (mode 0600). One that is there, a link to nothing too, is never written over.
#[must_use]
pub fn create(path: &Path, bytes: &[u8]) -> Outcome {
    if std::fs::symlink_metadata(path).is_ok() {
        return Outcome::NotSaved(StoreError::new(path, Trouble::Exists));
    }
    match absent(path) {
        Ok(real) => write(&real, bytes, 0o600, Over::Nothing),
        Err(error) => Outcome::NotSaved(error),
    }
}

/// Whether [`replace`] could be expected to work, without writing: the mode of the file, and of the folder that
/// it is in or that would have to be made.
pub(super) fn can_replace(path: &Path) -> Result<(), StoreError> {
    let failed = |error: rustix::io::Errno| StoreError::system(path, Doing::Writing, &error.into());
    let folder = if std::fs::symlink_metadata(path).is_ok() {
        target(path)?.0.parent().map(Path::to_owned)
    } else {
        path.ancestors().skip(1).find(|above| above.exists()).map(Path::to_owned)
    };
    folder.map_or(Ok(()), |folder| access(&folder, Access::WRITE_OK).map_err(failed))
}

/// The file that is meant, links followed, and the mode it is to have.
fn target(path: &Path) -> Result<(PathBuf, u32), StoreError> {
    let failed = |error| StoreError::system(path, Doing::Writing, &error);
    match std::fs::canonicalize(path) {
        Ok(real) => {
            let metadata = std::fs::metadata(&real).map_err(failed)?;
            if !metadata.is_file() {
                return Err(StoreError::new(path, Trouble::NotAFile));
            }
            if is_protected(&real, &metadata) {
                return Err(StoreError::new(path, Trouble::WriteProtected));
            }
            Ok((real, metadata.mode() & 0o777))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            if std::fs::symlink_metadata(path).is_ok() {
                return Err(StoreError::new(path, Trouble::DanglingLink));
            }
            Ok((absent(path)?, 0o600))
        }
        Err(error) => Err(failed(error)),
    }
}

/// A rename needs no permission on the file it replaces, so the wish that stands in its mode is looked up.
fn is_protected(real: &Path, metadata: &Metadata) -> bool {
    metadata.permissions().readonly() || access(real, Access::WRITE_OK) == Err(rustix::io::Errno::ACCESS)
}

/// The path of a file that is not there yet, links above it followed.
fn absent(path: &Path) -> Result<PathBuf, StoreError> {
    let failed = |error| StoreError::system(path, Doing::Writing, &error);
    if path.as_os_str().as_encoded_bytes().ends_with(b"/") {
        return Err(failed(io::Error::from(ErrorKind::IsADirectory)));
    }
    let name = path.file_name().ok_or_else(|| failed(io::Error::from(ErrorKind::InvalidFilename)))?;
    let above = path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(std::fs::canonicalize(above).map_err(failed)?.join(name))
}

/// What the new file may be written over.
#[derive(Clone, Copy)]
enum Over<'a> {
    Nothing,
    /// What is there, after this was done with it.
    What(&'a dyn Fn(&Path)),
}

fn write(real: &Path, bytes: &[u8], mode: u32, over: Over<'_>) -> Outcome {
    let stamp = match write_and_rename(real, bytes, mode, over) {
        Ok(stamp) => stamp,
        Err(error) if matches!(over, Over::Nothing) && error.kind() == ErrorKind::AlreadyExists => {
            return Outcome::NotSaved(StoreError::new(real, Trouble::Exists));
        }
        Err(error) => return Outcome::NotSaved(StoreError::system(real, Doing::Writing, &error)),
    };
    match folders::sync(real.parent().unwrap_or(Path::new("/"))) {
        Ok(()) => Outcome::Saved(stamp),
        Err(error) => Outcome::Unknown(StoreError::system(real, Doing::Confirming, &error)),
    }
}

/// A new file beside the one that is meant.
fn temporary(real: &Path, mode: u32) -> io::Result<tempfile::NamedTempFile> {
    let folder = real.parent().ok_or(ErrorKind::InvalidFilename)?;
    let (prefix, suffix) = TEMPORARY;
    let temporary = tempfile::Builder::new().prefix(prefix).suffix(suffix).tempfile_in(folder)?;
    temporary.as_file().set_permissions(Permissions::from_mode(mode))?;
    Ok(temporary)
}

/// On an error the temporary file is gone and the old file untouched.
fn write_and_rename(real: &Path, bytes: &[u8], mode: u32, over: Over<'_>) -> io::Result<FileStamp> {
    let mut temporary = temporary(real, mode)?;
    let file = temporary.as_file_mut();
    file.write_all(bytes)?;
    // An error here is final for this file: the kernel may have dropped what it could not write. Trying again
    // means a new temporary file.
    file.sync_all()?;
    let stamp = FileStamp::of(&file.metadata()?);
    let renamed = match over {
        Over::Nothing => temporary.persist_noclobber(real),
        Over::What(before) => {
            before(real);
            temporary.persist(real)
        }
    };
    match renamed {
        Ok(_) => Ok(stamp),
        // Over a network a rename can be done and still be reported as failed.
        Err(_) if FileStamp::at(real) == Some(stamp) => Ok(stamp),
        Err(error) => Err(error.error),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

    use super::*;
    use std::fs;

    /// What is left in a folder, by name.
    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o777
    }

    /// Holds that nothing was written: this trouble, the folder as it was.
    fn refused(outcome: Outcome, folder: &Path, left: &[&str]) -> Trouble {
        assert_eq!(names(folder), left);
        match outcome {
            Outcome::NotSaved(error) => error.trouble,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_new_file_is_its_owners_alone_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        let Outcome::Saved(stamp) = replace(&path, b"one") else { panic!() };
        assert_eq!((fs::read(&path).unwrap().as_slice(), mode(&path)), (&b"one"[..], 0o600));
        assert_eq!(FileStamp::at(&path), Some(stamp));
        assert_eq!(names(folder.path()), ["a.toml"]);
    }

    #[test]
    fn the_mode_of_the_old_file_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        for wanted in [0o644, 0o664, 0o600, 0o640] {
            fs::write(&path, "old").unwrap();
            fs::set_permissions(&path, Permissions::from_mode(wanted)).unwrap();
            assert!(matches!(replace(&path, b"new"), Outcome::Saved(_)));
            assert_eq!((mode(&path), fs::read(&path).unwrap()), (wanted, b"new".to_vec()));
        }
    }

    #[test]
    fn a_link_stays_a_link_and_its_file_is_replaced_where_it_lies() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let (link, real) = (folder.path().join("a.toml"), elsewhere.path().join("real.toml"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        assert!(matches!(replace(&link, b"new"), Outcome::Saved(_)));
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert_eq!(
            (names(folder.path()), names(elsewhere.path())),
            (vec!["a.toml".into()], vec!["real.toml".into()])
        );
    }

    #[test]
    fn what_must_not_be_written_over_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("folder")).unwrap();
        fs::write(at("kept"), "kept").unwrap();
        fs::set_permissions(at("kept"), Permissions::from_mode(0o444)).unwrap();
        std::os::unix::fs::symlink("nowhere", at("link")).unwrap();
        let left = ["folder", "kept", "link"];
        assert_eq!(refused(replace(&at("folder"), b"x"), folder.path(), &left), Trouble::NotAFile);
        assert_eq!(refused(replace(&at("kept"), b"x"), folder.path(), &left), Trouble::WriteProtected);
        assert_eq!(refused(replace(&at("link"), b"x"), folder.path(), &left), Trouble::DanglingLink);
        assert_eq!(refused(create(&at("link"), b"x"), folder.path(), &left), Trouble::Exists);
        assert_eq!(refused(create(&at("kept"), b"x"), folder.path(), &left), Trouble::Exists);
        assert_eq!(fs::read(at("kept")).unwrap(), b"kept");
    }

    #[test]
    fn a_folder_that_is_a_file_or_missing_or_a_name_too_long_is_told() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "x").unwrap();
        for (name, kind) in [
            ("file/a.toml", ErrorKind::NotADirectory),
            ("missing/a.toml", ErrorKind::NotFound),
            ("missing/", ErrorKind::IsADirectory),
            (&"n".repeat(300), ErrorKind::InvalidFilename),
        ] {
            match refused(replace(&folder.path().join(name), b"x"), folder.path(), &["file"]) {
                Trouble::System { kind: found, .. } => assert_eq!(found, kind, "{name}"),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn a_folder_that_takes_no_new_files_is_told() {
        match replace(Path::new("/proc/self/comm"), b"x") {
            Outcome::NotSaved(StoreError {
                trouble: Trouble::System { doing: Doing::Writing, .. }, ..
            }) => {}
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_reason_of_a_full_device_is_told_in_plain_words() {
        let mut full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let error = full.write_all(b"x").unwrap_err();
        let said = StoreError::system(Path::new("a.toml"), Doing::Writing, &error).user_message();
        let sentence = crate::messages::Messages::english().say(&said);
        assert!(sentence.contains("a.toml") && sentence.contains("disk is full"), "{sentence}");
    }

    #[test]
    #[ignore = "needs TMPDIR on a file system of less than 8 MiB"]
    fn a_full_disk_leaves_the_old_file_whole_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        assert!(matches!(replace(&path, b"old"), Outcome::Saved(_)));
        match refused(replace(&path, &vec![b'x'; 8 << 20]), folder.path(), &["a.toml"]) {
            Trouble::System { kind, .. } => assert_eq!(kind, ErrorKind::StorageFull),
            other => panic!("{other:?}"),
        }
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert!(matches!(replace(&path, b"new"), Outcome::Saved(_)));
    }
}
