//! Around the files: who may read and write them, other names that they have, where links lead, what a killed process
//! left. Looks at names and modes only.

#![expect(
    clippy::disallowed_methods,
    reason = "folders are looked into here, and age is told from the clock"
)]

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Finding;
use crate::messages::user_message;
use crate::store::atomic::can_replace;
use crate::store::error::StoreError;
use crate::store::folders;
use crate::store::names::reviewer_slug;
use crate::store::previous;
use crate::store::sweep;
use crate::store::workspace::Workspace;

pub(super) fn look(workspace: &Workspace, reviewer: &str) -> Vec<Finding> {
    let root = workspace.root();
    let reviews = root.join("reviews");
    let private = workspace.private();
    let own = format!("{}.toml", reviewer_slug(reviewer));
    let mut findings = Vec::new();
    let mut folders = vec![root.join("documents"), reviews.clone(), private.clone()];
    folders.extend(folders::below(&reviews).unwrap_or_default());
    folders.extend(folders::below(&private).unwrap_or_default());
    folders.extend(folders::below(&private.join("previous")).unwrap_or_default());
    for folder in &folders {
        outside(folder, root, &mut findings);
        open_folder(folder, &mut findings);
        left(folder, &mut findings);
    }
    left(root, &mut findings);
    for document in folders::files(&root.join("documents"), "toml").unwrap_or_default() {
        outside(&document, root, &mut findings);
    }
    for folder in folders::below(&reviews).unwrap_or_default() {
        for review in folders::files(&folder, "toml").unwrap_or_default() {
            outside(&review, root, &mut findings);
            open_file(&review, &mut findings);
            linked(workspace, &review, &mut findings);
            if review.file_name().is_some_and(|name| name == own.as_str())
                && let Err(error) = can_replace(&review)
            {
                unwritable(&review, &error, &mut findings);
            }
        }
    }
    findings
}

fn outside(path: &Path, root: &Path, findings: &mut Vec<Finding>) {
    if !path.is_symlink() {
        return;
    }
    // A link to nothing is told by whoever reads it; where it leads nobody knows.
    let Ok(real) = std::fs::canonicalize(path) else { return };
    if !real.starts_with(root) {
        let what = user_message("check-outside").with("target", real.display());
        findings.push(Finding::warning(path, None, what, user_message("check-outside-hint")));
    }
}

/// Who else may do something with a file that can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Others {
    read: bool,
    write: bool,
}

fn others(path: &Path) -> Others {
    let Some(metadata) = regard(path) else { return Others::default() };
    // The group counts if it is not one's own: most people are alone in theirs.
    let group = metadata.gid() != rustix::process::getegid().as_raw();
    let classes = if group { 0o077 } else { 0o007 };
    let mode = metadata.mode() & classes & reach(path);
    Others { read: mode & 0o044 != 0, write: mode & 0o022 != 0 }
}

fn regard(path: &Path) -> Option<Metadata> {
    std::fs::metadata(path).ok()
}

/// The classes, as bits of a mode, for whom every folder above lets them through.
fn reach(path: &Path) -> u32 {
    let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let through = |class: u32, bit: u32| {
        let passes = |folder: &Path| regard(folder).is_none_or(|metadata| metadata.mode() & bit != 0);
        if real.ancestors().skip(1).all(passes) { class } else { 0 }
    };
    // Whoever is in the group of one folder may be anyone for the next.
    through(0o070, 0o011) | through(0o007, 0o001)
}

fn open_file(path: &Path, findings: &mut Vec<Finding>) {
    match others(path) {
        Others { write: true, .. } => {
            let hint = user_message("check-others-write-hint");
            findings.push(Finding::error(path, None, user_message("check-others-write"), hint));
        }
        Others { read: true, .. } => {
            let hint = user_message("check-others-read-hint");
            findings.push(Finding::warning(path, None, user_message("check-others-read"), hint));
        }
        Others { .. } => {}
    }
}

fn open_folder(path: &Path, findings: &mut Vec<Finding>) {
    let sticky = regard(path).is_some_and(|metadata| metadata.mode() & 0o1000 != 0);
    if others(path).write && !sticky {
        let hint = user_message("check-folder-others-write-hint");
        findings.push(Finding::error(path, None, user_message("check-folder-others-write"), hint));
    }
}

fn linked(workspace: &Workspace, path: &Path, findings: &mut Vec<Finding>) {
    let names = regard(path).map_or(1, |metadata| metadata.nlink());
    let own = path.parent().and_then(Path::file_name).zip(path.file_name());
    let kept = own.map(|(folder, name)| workspace.private().join("previous").join(folder).join(name));
    let kept = kept.is_some_and(|kept| previous::same_file(path, &kept));
    if names.saturating_sub(u64::from(kept)) > 1 {
        findings.push(Finding::warning(
            path,
            None,
            user_message("check-linked"),
            user_message("check-linked-hint"),
        ));
    }
}

fn unwritable(path: &Path, error: &StoreError, findings: &mut Vec<Finding>) {
    findings.push(Finding::error(path, None, error.user_message(), user_message("check-unwritable-hint")));
}

fn left(folder: &Path, findings: &mut Vec<Finding>) {
    let left: Vec<PathBuf> = sweep::left(folder, SystemTime::now());
    for path in left {
        findings.push(Finding::warning(
            &path,
            None,
            user_message("check-left"),
            user_message("check-left-hint"),
        ));
    }
}
