//! What git merged, from git itself: while a conflict is open, git keeps both sides and what they come from, whole. The
//! lines of a file with conflict markers do not always say which note they belong to; these do.
//!
//! Nothing is asked of git but the bytes of three blobs: no hook, no filter, no helper and no network is involved. And it
//! is git itself that is asked: a program of that name that came with the reviews is never started.

#![expect(clippy::disallowed_methods, reason = "git is asked for the sides of an open conflict here")]

use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rustix::fs::{Access, access};

use super::read::REVIEW_LIMIT;
use crate::format::{Stages, has_conflict_markers};

/// The sides of an open conflict of a file; none if the text has no conflict, or there is no git, or git knows of none.
pub(super) fn stages(path: &Path, source: &str) -> Option<Stages> {
    if !has_conflict_markers(source) {
        return None;
    }
    let path = std::fs::canonicalize(path).ok()?;
    let top = path.ancestors().filter(|folder| folder.join(".git").exists()).last()?;
    let git = git(&std::env::var_os("PATH")?, top)?;
    let (folder, name) = (path.parent()?, path.file_name()?.to_str()?);
    let blob = |stage: u8| blob(&git, folder, &format!(":{stage}:./{name}"));
    Some(Stages { ours: blob(2)?, theirs: blob(3)?, base: blob(1) })
}

/// Where git is: the first of that name in the folders of `PATH`. A folder that is not named from the root on would be
/// looked for where one is, and one below `top` came with the reviews: neither is looked into.
fn git(path: &OsStr, top: &Path) -> Option<PathBuf> {
    let absolute = std::env::split_paths(path).filter(|folder| folder.is_absolute());
    absolute.map(|folder| folder.join("git")).find(|git| {
        let real = std::fs::canonicalize(git).is_ok_and(|real| real.is_file() && !real.starts_with(top));
        let named = std::fs::canonicalize(git.parent().unwrap_or(git)).is_ok_and(|at| !at.starts_with(top));
        real && named && access(git, Access::EXEC_OK).is_ok()
    })
}

fn blob(git: &Path, folder: &Path, name: &str) -> Option<String> {
    let mut command = Command::new(git);
    for (variable, _) in std::env::vars_os() {
        if variable.to_string_lossy().starts_with("GIT_") {
            command.env_remove(variable);
        }
    }
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
    command.args([
        "--no-pager",
        "--no-optional-locks",
        "-c",
        "core.fsmonitor=false",
        "-c",
        "protocol.allow=never",
    ]);
    // Not started in that folder: git goes there itself.
    command.arg("-C").arg(folder).args(["cat-file", "blob", name]).current_dir("/");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let mut bytes = Vec::new();
    let read = child.stdout.take().map(|out| out.take(REVIEW_LIMIT + 1).read_to_end(&mut bytes));
    if u64::try_from(bytes.len()).is_ok_and(|length| length > REVIEW_LIMIT) {
        // It would wait for ever to be read to its end.
        let _ = child.kill();
    }
    let ended = child.wait().ok()?;
    matches!(read, Some(Ok(_))).then_some(())?;
    ended.success().then(|| String::from_utf8(bytes).ok())?
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_file_that_git_does_not_know_has_no_stages() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("amara.toml");
        let conflict = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n";
        std::fs::write(&file, conflict).unwrap();
        assert_eq!(stages(&file, conflict), None);
        std::fs::create_dir(folder.path().join(".git")).unwrap();
        assert_eq!(stages(&file, conflict), None, "a folder that only looks like git's");
        assert_eq!(stages(&file, "a = 1"), None);
    }

    #[test]
    fn git_is_looked_for_in_whole_paths_and_never_among_the_reviews() {
        let folder = tempfile::tempdir().unwrap();
        let root = std::fs::canonicalize(folder.path()).unwrap();
        for name in ["work/bin", "work/reviews", "usr/bin", "plain"] {
            let at = root.join(name);
            std::fs::create_dir_all(&at).unwrap();
            std::fs::write(at.join("git"), "#!/bin/sh\n").unwrap();
            let mode = if name == "plain" { 0o644 } else { 0o755 };
            std::fs::set_permissions(at.join("git"), std::fs::Permissions::from_mode(mode)).unwrap();
        }
        std::os::unix::fs::symlink(root.join("work/bin"), root.join("linked")).unwrap();
        let found = |path: String| git(OsStr::new(&path), &root.join("work"));
        let at = |name: &str| root.join(name).display().to_string();
        let right = Some(root.join("usr/bin/git"));
        assert_eq!(found(at("usr/bin")), right);
        for before in
            ["", ".", "bin", "./work/bin", &at("work/bin"), &at("work/reviews"), &at("linked"), &at("plain")]
        {
            assert_eq!(found(format!("{before}:{}", at("usr/bin"))), right, "{before}");
            assert_eq!(found(before.to_owned()), None, "{before}");
        }
    }
}
