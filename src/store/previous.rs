//! The generation before: the file that a save replaces, kept under another name until the next save. It costs no
//! copy where the file system can link. It is a kindness on top of backups and journal, so its failing stops nothing
//! and is told to nobody.

use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::atomic::TEMPORARY;
use super::folders;
use super::read::{self, REVIEW_LIMIT};
use super::workspace::Workspace;
use crate::model::Symbol;

/// Where the generation before of a reviewer's file is kept.
#[derive(Debug, Clone)]
pub(super) struct Previous {
    /// The workspace's private folder.
    private: PathBuf,
    /// Below it: the folder of the document.
    folder: PathBuf,
    path: PathBuf,
}

impl Previous {
    /// Of a reviewer's file for a symbol.
    pub fn of(workspace: &Workspace, symbol: &Symbol, reviewer: &str) -> Self {
        let path = workspace.previous(symbol, reviewer);
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        Self { private: workspace.private(), folder, path }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether that is the file itself, under its second name: an ending between link and rename left it so.
    pub fn is(&self, file: &Path) -> bool {
        same_file(file, &self.path)
    }

    /// Gives the file that is about to be replaced its second name. `real` is no link.
    pub fn keep(&self, real: &Path) {
        // A rename between two names of one file does nothing, and would leave a third.
        if real.exists() && !self.is(real) {
            let _ = self.try_keep(real);
        }
    }

    fn try_keep(&self, real: &Path) -> io::Result<()> {
        let made = folders::make_own(&self.private)
            .and_then(|()| folders::make_own(&self.private.join("previous")))
            .and_then(|()| folders::make_own(&self.folder));
        made.map_err(|_| io::Error::from(io::ErrorKind::NotADirectory))?;
        let (prefix, suffix) = TEMPORARY;
        let mut builder = Builder::new();
        builder.prefix(prefix).suffix(suffix);
        let link = builder.make_in(&self.folder, |path| std::fs::hard_link(real, path));
        match link {
            Ok(link) => persist(link, &self.path),
            // Another file system, or one without links.
            Err(_) => {
                let read = read::bytes(real, REVIEW_LIMIT);
                let (bytes, _) = read.map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
                let mut copy = builder.tempfile_in(&self.folder)?;
                copy.write_all(&bytes)?;
                persist(copy, &self.path)
            }
        }
    }
}

/// What cannot be given its name is removed.
fn persist<F>(temporary: NamedTempFile<F>, path: &Path) -> io::Result<()> {
    temporary.persist(path).map(|_| ()).map_err(|error| error.error)
}

/// Whether a file has that other name. A link there leads to a file and is no name of it.
pub(super) fn same_file(file: &Path, name: &Path) -> bool {
    let id = |metadata: io::Result<std::fs::Metadata>| metadata.ok().map(|file| (file.dev(), file.ino()));
    id(std::fs::metadata(file)).is_some_and(|file| id(std::fs::symlink_metadata(name)) == Some(file))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

    use super::*;
    use crate::store::atomic::{Outcome, replace_keeping};
    use std::fs;

    struct Ground {
        folder: tempfile::TempDir,
        previous: Previous,
        file: PathBuf,
    }

    impl Ground {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let workspace = Workspace::open(folder.path()).unwrap();
            let previous = Previous::of(&workspace, &Symbol("A/1".into()), "amara");
            let file = folder.path().join("a.toml");
            Self { folder, previous, file }
        }

        /// Saves, and gives what is kept of before.
        #[track_caller]
        fn save(&self, text: &str) -> Option<String> {
            let outcome = replace_keeping(&self.file, text.as_bytes(), &|real| self.previous.keep(real));
            assert!(matches!(outcome, Outcome::Saved(_)), "{outcome:?}");
            assert_eq!(fs::read_to_string(&self.file).unwrap(), text);
            fs::read_to_string(&self.previous.path).ok()
        }

        fn left(&self) -> usize {
            fs::read_dir(&self.previous.folder).into_iter().flatten().count()
        }
    }

    #[test]
    fn each_save_keeps_the_one_before() {
        let ground = Ground::new();
        assert_eq!(ground.save("one"), None);
        assert_eq!(ground.save("two").as_deref(), Some("one"));
        assert_eq!(ground.save("three").as_deref(), Some("two"));
        assert_eq!(ground.left(), 1);
        assert_eq!(fs::metadata(&ground.file).unwrap().nlink(), 1);
        assert_eq!(fs::metadata(&ground.previous.folder).unwrap().mode() & 0o777, 0o700);
    }

    #[test]
    fn an_ending_between_the_link_and_the_rename_leaves_nothing_to_mend() {
        let ground = Ground::new();
        ground.save("one");
        ground.previous.keep(&ground.file);
        ground.previous.keep(&ground.file);
        assert_eq!(ground.left(), 1);
        assert_eq!(ground.save("two").as_deref(), Some("one"));
        assert_eq!(ground.left(), 1);
    }

    #[test]
    fn where_no_link_can_be_made_it_is_copied() {
        let ground = Ground::new();
        // On another file system, as far as there is one.
        let other = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let real = other.path().join("real.toml");
        fs::write(&real, "one").unwrap();
        std::os::unix::fs::symlink(&real, &ground.file).unwrap();
        assert_eq!(ground.save("two").as_deref(), Some("one"));
        assert_eq!((fs::read_to_string(&real).unwrap().as_str(), ground.left()), ("two", 1));
    }

    #[test]
    fn what_stands_in_its_way_stops_no_save_and_is_not_touched() {
        let ground = Ground::new();
        let victim = ground.folder.path().join("victim");
        ground.save("one");
        fs::create_dir_all(&ground.previous.private).unwrap();
        let above = ground.previous.private.join("previous");
        fs::write(&above, "in the way").unwrap();
        assert_eq!(ground.save("two"), None);
        fs::remove_file(&above).unwrap();
        fs::create_dir(&victim).unwrap();
        std::os::unix::fs::symlink(&victim, &above).unwrap();
        assert_eq!(ground.save("three"), None);
        assert_eq!(fs::read_dir(&victim).unwrap().count(), 0);
        fs::remove_file(&above).unwrap();
        fs::remove_dir(&victim).unwrap();
        fs::create_dir_all(&ground.previous.folder).unwrap();
        std::os::unix::fs::symlink(&victim, &ground.previous.path).unwrap();
        assert_eq!(ground.save("four").as_deref(), Some("three"));
        assert!(!victim.exists() && !ground.previous.path.is_symlink());
        fs::remove_file(&ground.previous.path).unwrap();
        fs::create_dir(&ground.previous.path).unwrap();
        assert_eq!(ground.save("five"), None);
        assert_eq!(ground.left(), 1);
    }
}
