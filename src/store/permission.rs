//! What is in the way where the system says "permission denied", and the command that mends it. Only looks.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, access};

/// What was being done when the system said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Reading a file or listing a folder.
    Reading,
    /// Writing a file. The old one is whole.
    Writing,
    /// Making a folder.
    MakingFolder,
    /// Taking the lock.
    Locking,
    /// Making the new name of a written file survive a power cut: it is there now, and may not be later.
    Confirming,
    /// Removing a file.
    Removing,
}

/// What keeps a file from being read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Barred {
    /// The file or folder whose permissions are in the way.
    pub path: PathBuf,
    /// What has to be allowed, as `chmod` takes it: `u+rw`; none if it is not ours to allow.
    pub allow: Option<&'static str>,
}

impl Barred {
    /// The command that mends it, for a shell; none if only the owner of the file can.
    #[must_use]
    pub fn command(&self) -> Option<String> {
        let allow = self.allow?;
        // A name that begins with a hyphen would be an option.
        let dashes = if self.path.as_os_str().as_encoded_bytes().starts_with(b"-") { "-- " } else { "" };
        Some(format!("chmod {allow} {dashes}{}", quoted(&self.path)))
    }
}

/// A path as a shell takes it back, whatever is in it.
#[must_use]
pub fn quoted(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', r"'\''"))
}

/// What is in the way of doing something with a path.
pub(super) fn barred(path: &Path, doing: Doing) -> Barred {
    let ours = |path: &Path| {
        let own = rustix::process::geteuid().as_raw();
        std::fs::metadata(path).is_ok_and(|metadata| metadata.uid() == own || own == 0)
    };
    barred_by(path, doing, &|path, what| access(path, what).is_ok(), &ours)
}

/// The same, by what may be done and what is ours.
fn barred_by(
    path: &Path,
    doing: Doing,
    may: &dyn Fn(&Path, Access) -> bool,
    ours: &dyn Fn(&Path) -> bool,
) -> Barred {
    let barred = |path: &Path, allow: &'static str| Barred {
        path: path.to_owned(),
        allow: ours(path).then_some(allow),
    };
    // From the outside in: what lies in a folder that cannot be entered cannot be seen at all.
    let mut above: Vec<&Path> =
        path.ancestors().skip(1).filter(|above| !above.as_os_str().is_empty()).collect();
    above.reverse();
    if let Some(folder) =
        above.iter().find(|folder| may(folder, Access::EXISTS) && !may(folder, Access::EXEC_OK))
    {
        return barred(folder, "u+rwx");
    }
    let there = may(path, Access::EXISTS);
    if there && is_folder(path) {
        return barred(path, "u+rwx");
    }
    let makes = !matches!(doing, Doing::Reading | Doing::Locking);
    let folder = above.iter().rev().find(|folder| may(folder, Access::EXISTS));
    match folder {
        // A file is written beside the old one and renamed: it is the folder that has to allow it.
        Some(folder) if (makes || !there) && !may(folder, Access::WRITE_OK) => barred(folder, "u+rwx"),
        _ => barred(path, "u+rw"),
    }
}

fn is_folder(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

    use super::*;

    #[test]
    fn what_is_in_the_way_is_found_from_the_outside_in() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        std::fs::create_dir_all(root.join("a/b")).unwrap();
        for (path, doing, denied, allow, culprit) in [
            ("a/b/f", Doing::Reading, vec![("a/b/f", Access::READ_OK)], "u+rw", "a/b/f"),
            ("a/b/f", Doing::Reading, vec![("a", Access::EXEC_OK)], "u+rwx", "a"),
            ("a/b", Doing::Reading, vec![("a/b", Access::READ_OK)], "u+rwx", "a/b"),
            ("a/b/f", Doing::Writing, vec![("a/b", Access::WRITE_OK)], "u+rwx", "a/b"),
            ("a/b/f", Doing::Locking, vec![("a/b/f", Access::WRITE_OK)], "u+rw", "a/b/f"),
            ("a/b/c", Doing::MakingFolder, vec![("a/b", Access::WRITE_OK)], "u+rwx", "a/b"),
            ("a/b/f", Doing::Removing, vec![("a/b", Access::WRITE_OK)], "u+rwx", "a/b"),
        ] {
            let denied: Vec<(PathBuf, Access)> =
                denied.into_iter().map(|(path, what)| (root.join(path), what)).collect();
            let may = |path: &Path, what: Access| !denied.iter().any(|(no, bit)| no == path && *bit == what);
            let found = barred_by(&root.join(path), doing, &may, &|_| true);
            assert_eq!(found, Barred { path: root.join(culprit), allow: Some(allow) }, "{path} {doing:?}");
            let foreign = barred_by(&root.join(path), doing, &may, &|_| false);
            assert_eq!(foreign.command(), None);
        }
    }

    #[test]
    fn the_command_can_be_given_to_a_shell_as_it_is() {
        for (name, command) in [
            ("a b.toml", "chmod u+rw 'a b.toml'"),
            ("it's $HOME `x`.toml", r"chmod u+rw 'it'\''s $HOME `x`.toml'"),
            ("-rf", "chmod u+rw -- '-rf'"),
            ("报告.toml", "chmod u+rw '报告.toml'"),
        ] {
            let barred = Barred { path: name.into(), allow: Some("u+rw") };
            assert_eq!(barred.command().as_deref(), Some(command));
        }
    }
}
