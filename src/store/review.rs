//! One reviewer's file for one symbol: loading it, saving operations to it, and noticing that something else changed
//! it. What is done is in the journal before the file is touched, and the file is read again, under its lock, before it
//! is written. What it held then is known once, as the [`Baseline`].
//!
//! # Files
//!
//! - `content`: What the file of a review says: read from it, and made anew to be written
//! - `earlier`: What a review was at earlier times: finding it, reading it
//! - `outcome`: How loading and saving a review ended

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::messages::{UserMessage, user_message};
use crate::model::{MissingEntries, Moment, OperationId, PendingOperation, Review, Symbol};

use super::atomic::{Outcome, can_replace, create, replace_keeping};
use super::backups::Backups;
use super::baseline::{Baseline, Learned};
use super::error::{StoreError, Trouble};
use super::folders;
use super::journal::{Journal, Journaled};
use super::lock::Lock;
use super::merge::{Refusal, Refused, merge};
use super::others::{OtherFiles, Others};
use super::previous::Previous;
use super::read::{FileStamp, REVIEW_LIMIT};
use super::workspace::Workspace;

const GIT_ATTRIBUTES: &[u8] = b"reviews/**/*.toml text eol=lf\n";

mod content;
mod earlier;
mod outcome;

use content::{Disk, FileText};
pub use earlier::Earlier;
pub use outcome::{LoadedReview, SaveOutcome, Written};

/// Loads and saves one reviewer's file for one symbol. Two of them, in one process or in two, may work on one file.
#[derive(Debug)]
pub struct ReviewStore {
    workspace: Workspace,
    path: PathBuf,
    symbol: Symbol,
    reviewer: String,
    baseline: Baseline,
    /// The text of which the baseline is what it says; none: that is not known.
    source: Option<FileText>,
    stamp: Option<FileStamp>,
    /// The last save may not survive a power cut.
    unsure: bool,
    others: OtherFiles,
    backups: Option<Backups>,
    previous: Previous,
    /// The most bytes that are written.
    limit: u64,
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
            baseline: Baseline::of(Review::new(symbol.clone(), reviewer)),
            source: None,
            stamp: None,
            unsure: false,
            others: OtherFiles::beside(workspace, symbol, reviewer),
            backups: None,
            previous: Previous::of(workspace, symbol, reviewer),
            limit: REVIEW_LIMIT,
        }
    }

    /// Keeps backups and a journal below the program's state folder. `session` is the window that writes, empty
    /// for a command.
    #[must_use]
    pub fn keeping(self, state: &Path, session: &str) -> Self {
        let backups = Backups::of(state, &self.workspace, &self.symbol, &self.reviewer);
        let journal = Journal::of(state, &self.workspace, &self.symbol, &self.reviewer, session);
        Self { backups: Some(backups), baseline: self.baseline.in_journal(journal), ..self }
    }

    /// Reads the journal: what it knows is from now on what was last seen. For the first thing that is done with a
    /// review.
    ///
    /// # Errors
    /// It cannot be read. Nothing is known then, as on a new machine.
    pub fn recall(&mut self, at: Moment) -> Result<Journaled, StoreError> {
        self.source = None;
        self.baseline.recall(at)
    }

    /// The review as the file had it when it was last read or written.
    #[must_use]
    pub fn review(&self) -> &Review {
        self.baseline.review()
    }

    /// What is known and is gone from the file, or went back in it, without this program's doing. It is told until a
    /// person has restored or accepted it.
    #[must_use]
    pub fn missing(&self) -> &MissingEntries {
        self.baseline.missing()
    }

    /// Operations that could not be saved and are given up: the journal forgets that they were wanted.
    pub fn withdraw(&mut self, pending: &[Arc<PendingOperation>]) {
        self.baseline.withdraw(pending);
    }

    /// Lets the journal know what others were found to have changed. A save does it too.
    pub fn record(&mut self, at: Moment) {
        self.baseline.record(at);
    }

    /// Why the journal could not be written the last time; none if it was, or if there is none.
    #[must_use]
    pub fn journal_trouble(&self) -> Option<&StoreError> {
        self.baseline.trouble()
    }

    /// Takes what was lost as lost: it is not told again. The journal still has it, as an operation that can be undone.
    pub fn accept(&mut self, lost: &MissingEntries, id: OperationId, at: Moment) {
        self.baseline.accept(lost, id, at);
    }

    /// Where the file of the review is, or will be.
    #[must_use]
    pub fn path(&self) -> &PathBuf {
        &self.path
    }

    /// Reads the file. No file is an empty review. Never fails: what is wrong is in `read_only`.
    pub fn load(&mut self) -> LoadedReview {
        match self.read() {
            Err(error) => {
                let unusable = !error.is_newer();
                let (read_only, unusable) = if unusable { (None, Some(error)) } else { (Some(error), None) };
                let (review, lost) = (self.review().clone(), MissingEntries::default());
                LoadedReview { review, read_only, unusable, lost, two_sides: None }
            }
            Ok(Disk { source, review }) => {
                if let Some(review) = review {
                    let learned = self.baseline.compare(&review);
                    self.baseline.take(learned);
                    self.baseline.set(review);
                }
                let two_sides = source.two_sides();
                self.source = Some(source);
                let (review, lost) = (self.review().clone(), self.missing().clone());
                let read_only = can_replace(&self.path).err();
                LoadedReview { review, read_only, unusable: None, lost, two_sides }
            }
        }
    }

    /// Whether the file is not as it was when it was last read or written. Reads nothing: cheap enough for
    /// every second.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        FileStamp::at(&self.path) != self.stamp
    }

    /// Does operations to what lies on the disk now and writes it, under the lock. Blocks for as long as
    /// `patience` if another process is saving, and for as long as the disk takes.
    #[must_use]
    pub fn save(&mut self, pending: &[Arc<PendingOperation>], patience: Duration) -> SaveOutcome {
        let stamp = self.stamp;
        // Even if the lock cannot be had: from here on a kill costs nothing.
        self.baseline.write_down(pending);
        let saved = match self.try_save(pending, patience) {
            Err(error) if error.is_about_a_change() => self.save_the_others(pending, patience, error),
            saved => saved,
        };
        saved.unwrap_or_else(|error| {
            // What was read on the way was not shown to anyone: it still counts as changed.
            self.stamp = stamp;
            SaveOutcome::NotSaved(error)
        })
    }

    /// Finds the operations with which the file cannot be written, puts them aside and saves the rest: one must not
    /// hold up all that come after it. The journal keeps what they did.
    fn save_the_others(
        &mut self,
        pending: &[Arc<PendingOperation>],
        patience: Duration,
        error: StoreError,
    ) -> Result<SaveOutcome, StoreError> {
        let Disk { source, review } = self.read()?;
        let disk = review.as_ref().unwrap_or(self.baseline.review());
        let works = |pending: &[Arc<PendingOperation>]| {
            let after = merge(disk, pending).after;
            self.text_of(&source, disk, &after).map(|_| ())
        };
        // If it cannot be written as it is, no change is to blame.
        works(&[]).map_err(|_| error.clone())?;
        let (mut good, mut bad) = (Vec::new(), Vec::new());
        let mut why_not = Vec::new();
        for one in pending {
            good.push(one.clone());
            if let Err(why) = works(&good) {
                good.pop();
                bad.push(one.clone());
                why_not.push(Refusal::Unsavable(why));
            }
        }
        if bad.is_empty() {
            return Err(error);
        }
        let mut outcome = self.try_save(&good, patience)?;
        self.baseline.withdraw(&bad);
        if let SaveOutcome::Saved(written) = &mut outcome {
            let refused = bad.into_iter().zip(why_not).map(|(pending, why)| Refused { pending, why });
            written.refused.extend(refused);
            written.as_done = false;
        }
        Ok(outcome)
    }

    fn try_save(
        &mut self,
        pending: &[Arc<PendingOperation>],
        patience: Duration,
    ) -> Result<SaveOutcome, StoreError> {
        let lock = self.lock(patience)?;
        let Disk { source, review } = self.read()?;
        let seen = self.baseline.review();
        let disk = review.as_ref().unwrap_or(seen);
        let foreign = disk != seen;
        let merged = merge(disk, pending);
        let two_sides = source.two_sides();
        // It is known once the save has ended well: until then nobody is told.
        let learned = foreign.then(|| self.baseline.compare(disk));
        let mut written = Written {
            no_backup: None,
            foreign,
            two_sides,
            changed: merged.after != *disk || two_sides.is_some(),
            as_done: merged.as_done && !foreign && !self.unsure && two_sides.is_none(),
            refused: merged.refused,
            conflicts: merged.conflicts,
        };
        // After a save that may not survive a power cut the same words are written again, and synced again.
        if !written.changed && !self.unsure {
            self.has_saved(merged.after, source, learned);
            self.baseline.has_saved(pending, &written.refused);
            return Ok(SaveOutcome::Saved(written));
        }
        let text = self.text_of(&source, disk, &merged.after)?;
        self.make_folder()?;
        if let Some(backups) = &mut self.backups {
            let shrunk = learned.as_ref().is_some_and(Learned::has_shrunk);
            let merges = two_sides.is_some() || shrunk || !written.conflicts.is_empty();
            written.no_backup = backups.before_save(&self.path, merges, two_sides.is_some(), pending)?;
        }
        let outcome = replace_keeping(&self.path, text.text().as_bytes(), &|real| self.previous.keep(real));
        // Others need not wait for our own book-keeping.
        drop(lock);
        let source = FileText(Some(text));
        match outcome {
            Outcome::NotSaved(error) => Err(error),
            Outcome::Saved(stamp) => {
                self.unsure = false;
                self.stamp = Some(stamp);
                self.has_saved(merged.after, source, learned);
                self.baseline.has_saved(pending, &written.refused);
                Ok(SaveOutcome::Saved(written))
            }
            Outcome::Unknown(error) => {
                self.unsure = true;
                self.has_saved(merged.after, source, learned);
                // It is read again, whatever the disk made of it.
                (self.source, self.stamp) = (None, None);
                Ok(SaveOutcome::Unknown(error))
            }
        }
    }

    /// The file holds this now.
    fn has_saved(&mut self, review: Review, source: FileText, learned: Option<Learned>) {
        learned.into_iter().for_each(|learned| self.baseline.take(learned));
        self.baseline.set(review);
        self.source = Some(source);
    }

    /// Makes the folder of the file. With the first review of a workspace comes a word to git, unless it has one: line
    /// ends turned by git would alter every note of several lines.
    fn make_folder(&self) -> Result<(), StoreError> {
        let first = !self.workspace.root().join("reviews").is_dir();
        if let Some(folder) = self.path.parent() {
            folders::make(folder)?;
        }
        if first {
            // Without it everything works; reading takes both line ends.
            let _ = create(&self.workspace.root().join(".gitattributes"), GIT_ATTRIBUTES);
        }
        Ok(())
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

    /// What saving would change beside the words: a new file takes the old one's place, so other names of the old
    /// one stay with it, and the new one is ours.
    #[must_use]
    pub fn warnings(&self) -> Vec<UserMessage> {
        let Ok(metadata) = std::fs::metadata(&self.path) else { return Vec::new() };
        let names = metadata.nlink().saturating_sub(u64::from(self.previous.is(&self.path)));
        let own = rustix::process::geteuid().as_raw();
        let linked = (names > 1).then(|| user_message("store-review-linked"));
        let foreign = (metadata.uid() != own).then(|| user_message("store-review-foreign"));
        let path = |said: UserMessage| said.with("path", self.path.display());
        linked.into_iter().chain(foreign).map(path).collect()
    }

    /// Other reviewers' reviews of the symbol.
    pub fn others(&mut self) -> Others {
        self.others.read()
    }

    /// Whether other reviewers' files are not as they were when they were last read. Reads none of them.
    #[must_use]
    pub fn have_others_changed(&self) -> bool {
        self.others.have_changed()
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod two_values;
