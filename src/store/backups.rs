//! Copies of a review file as it was before something larger happened to it, outside the workspace, where neither
//! git nor a hand reaches them. Here they are made, listed and removed; what a copy is called is `backups/name.rs`'
//! matter, and which ones may go is decided by `backups/rotation.rs`.
//!
//! # Files
//!
//! - `name`: What a backup is called: `<reviewer>.<utc>.<why>.toml`, and back
//! - `rotation`: Which backups may go: names in, names out

#![expect(
    clippy::disallowed_methods,
    reason = "its own old copies are removed here, and the clock gives a copy its name"
)]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use crate::format::read_words;
use crate::model::{PendingOperation, Symbol};

use super::atomic::{Outcome, create};
use super::error::{StoreError, Trouble};
use super::folders;
use super::names::{doc_key, reviewer_slug};
use super::read::{self, REVIEW_LIMIT};
use super::sweep::sweep;
use super::workspace::Workspace;

mod name;
mod rotation;

pub use name::Why;
use name::{Name, day_of};

/// So many entries altered by one change are many.
const MANY: usize = 10;

/// A copy that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where the copy is.
    pub path: PathBuf,
    /// When it was made, by the clock of then.
    pub at: Timestamp,
    /// Before what it was made.
    pub why: Why,
}

/// The copies of one reviewer's file for one symbol.
#[derive(Debug, Clone)]
pub struct Backups {
    /// The workspace's own folder below the program's state folder.
    state: PathBuf,
    /// The folder's name: of the symbol.
    document: String,
    reviewer: String,
    /// What went wrong the last time, so that it is told once.
    told: Option<StoreError>,
}

impl Backups {
    /// Those of a reviewer's file, in the workspace's folder below the program's state folder. Nothing is made yet.
    #[must_use]
    pub fn of(state: &Path, workspace: &Workspace, symbol: &Symbol, reviewer: &str) -> Self {
        let (document, reviewer) = (doc_key(&symbol.0), reviewer_slug(reviewer));
        Self { state: workspace.state(state), document, reviewer, told: None }
    }

    fn folder(&self) -> PathBuf {
        self.state.join("backups").join(&self.document)
    }

    /// All copies, the newest first.
    ///
    /// # Errors
    /// The folder is there and cannot be read.
    pub fn list(&self) -> Result<Vec<Backup>, StoreError> {
        let mut names = self.names()?;
        names.sort_by(|a, b| b.cmp(a));
        let backup = |name: Name| Backup { path: self.path(&name), at: name.at, why: name.why };
        Ok(names.into_iter().map(backup).collect())
    }

    fn names(&self) -> Result<Vec<Name>, StoreError> {
        let files = folders::files(&self.folder(), "toml")?;
        let name = |path: &PathBuf| Name::parse(path.file_name()?.to_str()?, &self.reviewer);
        Ok(files.iter().filter_map(name).collect())
    }

    fn path(&self, name: &Name) -> PathBuf {
        self.folder().join(name.file(&self.reviewer))
    }

    /// Copies a file byte for byte as it is now, also one that cannot be understood; none if there is no file.
    /// Then copies that are no longer needed go.
    ///
    /// # Errors
    /// The file cannot be read or is too large, or the copy cannot be written.
    pub fn take(&self, file: &Path, why: Why) -> Result<Option<PathBuf>, StoreError> {
        self.take_at(file, why, Timestamp::now())
    }

    fn take_at(&self, file: &Path, why: Why, now: Timestamp) -> Result<Option<PathBuf>, StoreError> {
        let bytes = match read::bytes(file, REVIEW_LIMIT) {
            Ok((bytes, _)) => bytes,
            Err(error) if error.is_not_found() && !file.is_symlink() => return Ok(None),
            Err(error) => return Err(error),
        };
        folders::make(&self.state)?;
        folders::make_own(&self.state.join("backups"))?;
        folders::make_own(&self.folder())?;
        sweep(&self.folder());
        let path = self.create(Name { at: now, turn: 1, why }, &bytes)?;
        self.rotate(now);
        Ok(Some(path))
    }

    /// Under the first name that is free: several may be made in one second.
    fn create(&self, mut name: Name, bytes: &[u8]) -> Result<PathBuf, StoreError> {
        loop {
            let path = self.path(&name);
            match create(&path, bytes) {
                Outcome::Saved(_) => return Ok(path),
                Outcome::NotSaved(error) if error.trouble == Trouble::Exists && name.turn < u32::MAX => {
                    name.turn += 1;
                }
                Outcome::NotSaved(error) | Outcome::Unknown(error) => return Err(error),
            }
        }
    }

    /// What cannot be removed stays: it harms nothing.
    fn rotate(&self, now: Timestamp) {
        let Ok(names) = self.names() else { return };
        let parses = |name: &Name| {
            let source = read::text(&self.path(name), REVIEW_LIMIT);
            source.is_ok_and(|(source, _)| read_words(&source, None).is_ok())
        };
        for name in rotation::superfluous(&names, now, &parses) {
            let _ = std::fs::remove_file(self.path(&name));
        }
    }

    /// Takes the copy that a save calls for, if it calls for one. `merges`: it joins what two hands wrote, or another
    /// hand has just taken something out of the file; `needed`: the file is a merge of two sides, and is not written
    /// without a copy. Gives what is to be told of one that failed and was not needed; the same failure is told once.
    ///
    /// # Errors
    /// The copy failed, and without it the file must not be written.
    pub(super) fn before_save(
        &mut self,
        file: &Path,
        merges: bool,
        needed: bool,
        pending: &[Arc<PendingOperation>],
    ) -> Result<Option<StoreError>, StoreError> {
        let reason = if merges { Some(Why::BeforeMerge) } else { reason(pending) };
        self.before_save_at(file, reason, needed, Timestamp::now())
    }

    fn before_save_at(
        &mut self,
        file: &Path,
        reason: Option<Why>,
        needed: bool,
        now: Timestamp,
    ) -> Result<Option<StoreError>, StoreError> {
        let Some(why) = reason.or_else(|| self.is_first_of_day(now).then_some(Why::Day)) else {
            return Ok(None);
        };
        let Err(error) = self.take_at(file, why, now) else {
            self.told = None;
            return Ok(None);
        };
        // Where two windows differ, both values stay in the file itself: that is no reason not to save.
        if needed {
            return Err(StoreError::new(file, Trouble::NoBackup(Box::new(error))));
        }
        let known = self.told.replace(error.clone()).is_some_and(|told| told == error);
        Ok((!known).then_some(error))
    }

    /// Whether there is no copy yet of the day, in UTC. A folder that cannot be read has none that is known.
    fn is_first_of_day(&self, now: Timestamp) -> bool {
        let names = self.names().unwrap_or_default();
        !names.iter().any(|name| name.why == Why::Day && day_of(name.at) == day_of(now))
    }
}

/// Whether a save is more than the next word of one writer: it is then worth a copy of its own.
fn reason(pending: &[Arc<PendingOperation>]) -> Option<Why> {
    pending.iter().any(|one| one.operation.diffs.len() >= MANY).then_some(Why::BeforeBulk)
}

#[cfg(test)]
mod tests;
