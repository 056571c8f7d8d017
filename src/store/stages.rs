//! What git merged, from git itself: while a conflict is open, git keeps both sides and what they come from, whole. The
//! lines of a file with conflict markers do not always say which note they belong to; these do.
//!
//! Nothing is asked of git but the bytes of three blobs: no hook, no filter, no helper and no network is involved.

#![expect(clippy::disallowed_methods, reason = "git is asked for the sides of an open conflict here")]

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::format::{Stages, has_conflict_markers};

use super::review::REVIEW_LIMIT;

/// The sides of an open conflict of a file; none if the text has no conflict, or there is no git, or git knows of none.
pub(super) fn stages(path: &Path, source: &str) -> Option<Stages> {
    if !has_conflict_markers(source) {
        return None;
    }
    let path = std::fs::canonicalize(path).ok()?;
    if !path.ancestors().any(|folder| folder.join(".git").exists()) {
        return None;
    }
    let (folder, name) = (path.parent()?, path.file_name()?.to_str()?);
    let blob = |stage: u8| blob(folder, &format!(":{stage}:./{name}"));
    Some(Stages { ours: blob(2)?, theirs: blob(3)?, base: blob(1) })
}

fn blob(folder: &Path, name: &str) -> Option<String> {
    let mut command = Command::new("git");
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
    command.args(["cat-file", "blob", name]).current_dir(folder);
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
}
