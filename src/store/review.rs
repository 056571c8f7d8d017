//! One reviewer's file for one symbol: loading it, saving changes to it, and noticing that something else changed
//! it. Saving follows `reliability.md` 2.3; the journal and backups are other files' matter.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use toml_edit::DocumentMut;

use crate::format::{canonical, new_review, read_review, record_conflict, write_into};
use crate::messages::{Said, said};
use crate::model::{Review, Symbol};

use super::atomic::{Outcome, can_replace, create, replace_keeping};
use super::backups::Backups;
use super::error::{StoreError, Trouble};
use super::folders;
use super::lock::Lock;
use super::merge::{Conflict, Lost, Refused, Stamped, merge};
use super::previous::Previous;
use super::read::{self, Stamp};
use super::workspace::Workspace;

/// The most bytes of a review file that are read or written: 32 MiB.
pub const REVIEW_LIMIT: u64 = 32 * 1024 * 1024;

/// What loading gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The review. If the file cannot be understood: what was last seen, or an empty one.
    pub review: Review,
    /// Why nothing can be written now.
    pub read_only: Option<StoreError>,
    /// What was seen before and is gone, or went back, without this program's doing.
    pub lost: Lost,
}

/// What a save that went to the disk did.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The review that lies on the disk now, with what others wrote into it.
    pub review: Review,
    /// Changes that could not be applied to it. The others were.
    pub refused: Vec<Refused>,
    /// Fields to which another writer gave another value, which is kept beside one's own.
    pub conflicts: Vec<Conflict>,
    /// What was seen before and is gone, or went back, without this program's doing.
    pub lost: Lost,
    /// Whether something else had changed the file.
    pub foreign: bool,
    /// Why a backup was not made that the save could do without.
    pub no_backup: Option<StoreError>,
}

/// How a save ended.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveOutcome {
    /// On the disk; a power cut does not take it away.
    Saved(Written),
    /// The file is as it was. The caller keeps its changes and tries again; it does not reload.
    NotSaved(StoreError),
    /// The file is written, but the system could not say that it will survive a power cut. Saving the same
    /// changes again is safe.
    Unknown(Written, StoreError),
}

/// Other reviewers' work on the same symbol.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Others {
    /// Their reviews, by file name.
    pub reviews: Vec<Review>,
    /// Files that could not be read.
    pub problems: Vec<StoreError>,
}

#[derive(Debug)]
struct Parsed {
    /// Exactly what the file holds; none if there is no file.
    source: Option<String>,
    doc: DocumentMut,
    review: Review,
}

/// Loads and saves one reviewer's file for one symbol. Two of them, in one process or in two, may work on one file.
#[derive(Debug)]
pub struct ReviewStore {
    workspace: Workspace,
    path: PathBuf,
    symbol: Symbol,
    reviewer: String,
    parsed: Option<Parsed>,
    seen: Review,
    stamp: Option<Stamp>,
    /// The last save may not survive a power cut.
    unsure: bool,
    others: Vec<(PathBuf, Option<Stamp>)>,
    backups: Option<Backups>,
    previous: Previous,
}

impl ReviewStore {
    /// For a reviewer and a symbol. Nothing is read yet.
    #[must_use]
    pub fn new(workspace: &Workspace, symbol: &Symbol, reviewer: &str) -> Self {
        Self {
            path: workspace.review(symbol, reviewer),
            workspace: workspace.clone(),
            symbol: symbol.clone(),
            reviewer: reviewer.to_owned(),
            parsed: None,
            seen: Review::new(symbol.clone(), reviewer),
            stamp: None,
            unsure: false,
            others: Vec::new(),
            backups: None,
            previous: Previous::of(workspace, symbol, reviewer),
        }
    }

    /// With backups below the program's state folder.
    #[must_use]
    pub fn keeping(self, state: &Path) -> Self {
        let backups = Backups::of(state, &self.workspace, &self.symbol, &self.reviewer);
        Self { backups: Some(backups), ..self }
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &PathBuf {
        &self.path
    }

    /// Reads the file. No file is an empty review. Never fails: what is wrong is in `read_only`.
    pub fn load(&mut self) -> Loaded {
        match self.read() {
            Err(error) => Loaded { review: self.seen.clone(), read_only: Some(error), lost: Lost::default() },
            Ok(parsed) => {
                let lost = Lost::between(&self.seen, &parsed.review);
                self.seen = parsed.review.clone();
                self.parsed = Some(parsed);
                let read_only = can_replace(&self.path).err();
                Loaded { review: self.seen.clone(), read_only, lost }
            }
        }
    }

    /// Whether the file is not as it was when it was last read or written. Reads nothing: cheap enough for
    /// every second.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        Stamp::at(&self.path) != self.stamp
    }

    /// Applies changes to what lies on the disk now and writes it, under the lock. Blocks for as long as
    /// `patience` if another process is saving, and for as long as the disk takes.
    #[must_use]
    pub fn save(&mut self, changes: &[Stamped], patience: Duration) -> SaveOutcome {
        let stamp = self.stamp;
        self.try_save(changes, patience).unwrap_or_else(|error| {
            // What was read on the way was not shown to anyone: it still counts as changed.
            self.stamp = stamp;
            SaveOutcome::NotSaved(error)
        })
    }

    fn try_save(&mut self, changes: &[Stamped], patience: Duration) -> Result<SaveOutcome, StoreError> {
        let _lock = self.lock(patience)?;
        let Parsed { source, mut doc, review: disk } = self.read()?;
        let merged = merge(&self.seen, &disk, changes);
        let lost = Lost::between(&self.seen, &disk);
        let written = |review, no_backup| Written {
            lost: lost.clone(),
            no_backup,
            foreign: disk != self.seen,
            review,
            refused: merged.refused.clone(),
            conflicts: merged.conflicts.clone(),
        };
        // After a save that may not survive a power cut the same words are written again, and synced again.
        if merged.after == disk && merged.conflicts.is_empty() && !self.unsure {
            let outcome = written(disk.clone(), None);
            self.seen = disk.clone();
            self.parsed = Some(Parsed { source, doc, review: disk });
            return Ok(SaveOutcome::Saved(outcome));
        }
        write_into(&mut doc, &disk, &merged.after);
        for Conflict { entry, field, theirs, from } in &merged.conflicts {
            record_conflict(&mut doc, entry, field, theirs, &from.to_string());
        }
        let (text, doc) = self.verified(&doc.to_string(), &merged.after)?;
        if let Some(folder) = self.path.parent() {
            folders::make(folder)?;
        }
        let no_backup = match &mut self.backups {
            Some(backups) => backups.before_save(&self.path, &merged, &lost, changes)?,
            None => None,
        };
        let outcome = replace_keeping(&self.path, text.as_bytes(), &self.previous);
        let written = written(merged.after.clone(), no_backup);
        match outcome {
            Outcome::NotSaved(error) => Err(error),
            Outcome::Saved(stamp) => {
                self.unsure = false;
                self.stamp = Some(stamp);
                self.seen = merged.after.clone();
                self.parsed = Some(Parsed { source: Some(text), doc, review: merged.after });
                Ok(SaveOutcome::Saved(written))
            }
            Outcome::Unknown(error) => {
                self.unsure = true;
                self.stamp = None;
                self.seen = merged.after;
                Ok(SaveOutcome::Unknown(written, error))
            }
        }
    }

    /// The text as it is to be written, if it reads back as what was meant.
    fn verified(&self, text: &str, meant: &Review) -> Result<(String, DocumentMut), StoreError> {
        if u64::try_from(text.len()).is_ok_and(|length| length > REVIEW_LIMIT) {
            let limit = REVIEW_LIMIT / (1024 * 1024);
            return Err(StoreError::new(&self.path, Trouble::TooLarge { limit }));
        }
        match read_review(text) {
            Ok((doc, review)) if review == canonical(meant.clone()) => Ok((text.to_owned(), doc)),
            _ => Err(StoreError::new(&self.path, Trouble::NotAsMeant)),
        }
    }

    fn lock(&self, patience: Duration) -> Result<Lock, StoreError> {
        let lock = self.workspace.lock(&self.symbol, &self.reviewer);
        folders::make_own(&self.workspace.private())?;
        folders::make_own(&self.workspace.private().join("locks"))?;
        let ignore = self.workspace.private().join(".gitignore");
        match create(&ignore, b"*\n") {
            Outcome::NotSaved(error) if error.trouble != Trouble::Exists => return Err(error),
            _ => {}
        }
        Lock::acquire(&lock, patience)
    }

    /// What the file holds now. Parsed anew only if its text is not the one that was last seen.
    fn read(&mut self) -> Result<Parsed, StoreError> {
        let (source, stamp) = match read::text(&self.path, REVIEW_LIMIT) {
            Ok((source, stamp)) => (Some(source), Some(stamp)),
            Err(error) if error.is_not_found() && !self.path.is_symlink() => (None, None),
            Err(error) => {
                self.stamp = Stamp::at(&self.path);
                return Err(error);
            }
        };
        self.stamp = stamp;
        if let Some(parsed) = self.parsed.take_if(|parsed| parsed.source == source) {
            return Ok(parsed);
        }
        let Some(source) = source else {
            let (doc, review) = new_review(&self.symbol, &self.reviewer);
            return Ok(Parsed { source: None, doc, review });
        };
        let (doc, review) =
            read_review(&source).map_err(|problem| StoreError::new(&self.path, Trouble::Review(problem)))?;
        if review.symbol != self.symbol || review.reviewer != self.reviewer {
            let (symbol, reviewer) = (review.symbol.0, review.reviewer);
            return Err(StoreError::new(&self.path, Trouble::OtherReview { symbol, reviewer }));
        }
        Ok(Parsed { source: Some(source), doc, review })
    }

    /// What saving would change beside the words: a new file takes the old one's place, so other names of the old
    /// one stay with it, and the new one is ours.
    #[must_use]
    pub fn warnings(&self) -> Vec<Said> {
        let Ok(metadata) = std::fs::metadata(&self.path) else { return Vec::new() };
        let names = metadata.nlink().saturating_sub(u64::from(self.previous.is(&self.path)));
        let own = rustix::process::geteuid().as_raw();
        let linked = (names > 1).then(|| said("store-review-linked"));
        let foreign = (metadata.uid() != own).then(|| said("store-review-foreign"));
        let path = |said: Said| said.with("path", self.path.display());
        linked.into_iter().chain(foreign).map(path).collect()
    }

    /// Other reviewers' reviews of the symbol.
    pub fn others(&mut self) -> Others {
        let mut others = Others::default();
        let files = match self.other_files() {
            Ok(files) => files,
            Err(error) => {
                others.problems.push(error);
                return others;
            }
        };
        self.others = files;
        for (path, _) in &self.others {
            match self.other(path) {
                Ok(review) => others.reviews.push(review),
                Err(error) => others.problems.push(error),
            }
        }
        others
    }

    /// Whether other reviewers' files are not as they were when they were last read. Reads none of them.
    #[must_use]
    pub fn have_others_changed(&self) -> bool {
        self.other_files().is_ok_and(|files| files != self.others)
    }

    fn other_files(&self) -> Result<Vec<(PathBuf, Option<Stamp>)>, StoreError> {
        let mut files = folders::files(&self.workspace.reviews(&self.symbol), "toml")?;
        // A second full stop marks what is no reviewer's file, such as a rescue copy.
        files.retain(|path| {
            let stem = path.file_stem().unwrap_or_default().as_encoded_bytes();
            path.file_name() != self.path.file_name() && !stem.contains(&b'.')
        });
        Ok(files.into_iter().map(|path| (path.clone(), Stamp::at(&path))).collect())
    }

    fn other(&self, path: &Path) -> Result<Review, StoreError> {
        let (source, _) = read::text(path, REVIEW_LIMIT)?;
        let (_, review) =
            read_review(&source).map_err(|problem| StoreError::new(path, Trouble::Review(problem)))?;
        if review.symbol != self.symbol || review.reviewer == self.reviewer {
            let (symbol, reviewer) = (review.symbol.0, review.reviewer);
            return Err(StoreError::new(path, Trouble::OtherReview { symbol, reviewer }));
        }
        Ok(review)
    }
}

#[cfg(test)]
mod tests;
