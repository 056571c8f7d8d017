//! One reviewer's file for one symbol: loading it, saving changes to it, and noticing that something else changed
//! it. Saving follows `reliability.md` 2.3: what is done is in the journal before the file is touched.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use toml_edit::DocumentMut;

use crate::format::{TwoSides, new_review, read_sides_of, read_words, too_much_to_edit, write_into};
use crate::messages::{Said, said};
use crate::model::{Change, MissingEntries, Moment, Operation, Review, Side, Symbol};

use super::atomic::{Outcome, can_replace, create, replace_keeping};
use super::backups::Backups;
use super::error::{StoreError, Trouble};
use super::folders;
use super::journal::{Journal, Journaled};
use super::known::Known;
use super::lock::Lock;
use super::merge::{Conflict, Refusal, Refused, Stamped, merge};
use super::previous::Previous;
use super::read::{self, REVIEW_LIMIT, Stamp};
use super::stages::stages;
use super::workspace::Workspace;

const GIT_ATTRIBUTES: &[u8] = b"reviews/**/*.toml text eol=lf\n";

mod earlier;

pub use earlier::Earlier;

/// What loading gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The review. If the file cannot be understood: what was last seen, or an empty one.
    pub review: Review,
    /// Why nothing can be written now, and what is there must stay as it is: a newer format, no permission.
    pub read_only: Option<StoreError>,
    /// Why the file cannot be used as it is: broken, someone else's. It is never written over; new work goes to the
    /// journal and to a rescue file until a person has mended it.
    pub unusable: Option<StoreError>,
    /// What is known and is gone, or went back, without this program's doing. It is told until a person has
    /// restored or accepted it.
    pub lost: MissingEntries,
    /// Whether the file holds two sides of a merge. The review is both; the next save writes it over them.
    pub two_sides: Option<TwoSides>,
}

impl Loaded {
    /// Why the file could not be read, or cannot be written.
    #[must_use]
    pub fn trouble(&self) -> Option<&StoreError> {
        self.unusable.as_ref().or(self.read_only.as_ref())
    }
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
    /// What is known and is gone, or went back, without this program's doing.
    pub lost: MissingEntries,
    /// Whether something else had changed the file.
    pub foreign: bool,
    /// Whether the file held two sides of a merge, which are one now.
    pub two_sides: Option<TwoSides>,
    /// Whether the file had to be written: not, if it held all that already.
    pub changed: bool,
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
    review: Review,
    /// The source is a merge of two sides: whoever writes writes over both.
    two_sides: Option<TwoSides>,
}

/// Loads and saves one reviewer's file for one symbol. Two of them, in one process or in two, may work on one file.
#[derive(Debug)]
pub struct ReviewStore {
    workspace: Workspace,
    path: PathBuf,
    symbol: Symbol,
    reviewer: String,
    parsed: Option<Parsed>,
    /// The review as it was last read or written: what changes are made on.
    seen: Review,
    known: Known,
    stamp: Option<Stamp>,
    /// The last save may not survive a power cut.
    unsure: bool,
    others: Vec<(PathBuf, Option<Stamp>)>,
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
            parsed: None,
            seen: Review::new(symbol.clone(), reviewer),
            known: Known::default(),
            stamp: None,
            unsure: false,
            others: Vec::new(),
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
        Self { backups: Some(backups), known: Known::in_journal(journal), ..self }
    }

    /// Reads the journal: what it knows is from now on what was last seen. For the first thing that is done with a
    /// review.
    ///
    /// # Errors
    /// It cannot be read. Nothing is known then, as on a new machine.
    pub fn recall(&mut self, at: Moment) -> Result<Journaled, StoreError> {
        let journaled = self.known.recall(&self.symbol, &self.reviewer, at)?;
        if let Some(review) = self.known.review() {
            self.seen = review.clone();
        }
        Ok(journaled)
    }

    /// Operations as changes that can be saved once more, under their ids. One whose work is in the review already
    /// changes nothing.
    #[must_use]
    pub fn changes_of(&self, operations: &[&Operation]) -> Vec<Stamped> {
        let mut review = self.seen.clone();
        let mut changes = Vec::new();
        for operation in operations {
            let change =
                review.change_towards(&operation.diffs, Side::After).unwrap_or(Change::Many(Vec::new()));
            let _ = review.apply(change.clone(), operation.at);
            let (id, kind) = (operation.id.clone(), operation.kind.clone());
            changes.push(Stamped { change, at: operation.at, id, kind });
        }
        changes
    }

    /// Changes that could not be saved and are given up: the journal forgets that they were wanted.
    pub fn withdraw(&mut self, changes: &[Stamped]) {
        self.known.withdraw(changes);
    }

    /// Lets the journal know what others were found to have changed. A save does it too.
    pub fn record(&mut self, at: Moment) {
        self.known.record(at);
    }

    /// Why the journal could not be written the last time; none if it was, or if there is none.
    #[must_use]
    pub fn journal_trouble(&self) -> Option<&StoreError> {
        self.known.trouble()
    }

    /// Takes what was lost as lost: it is not told again. The journal still has it.
    pub fn accept(&mut self, lost: &MissingEntries, at: Moment) {
        self.known.accept(lost, &self.seen, at);
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &PathBuf {
        &self.path
    }

    /// Reads the file. No file is an empty review. Never fails: what is wrong is in `read_only`.
    pub fn load(&mut self) -> Loaded {
        match self.read() {
            Err(error) => {
                let unusable = !error.is_newer();
                let (read_only, unusable) = if unusable { (None, Some(error)) } else { (Some(error), None) };
                let (review, lost) = (self.seen.clone(), MissingEntries::default());
                Loaded { review, read_only, unusable, lost, two_sides: None }
            }
            Ok(parsed) => {
                let lost = self.known.learn(&parsed.review);
                let two_sides = parsed.two_sides;
                self.seen = parsed.review.clone();
                self.parsed = Some(parsed);
                let read_only = can_replace(&self.path).err();
                Loaded { review: self.seen.clone(), read_only, unusable: None, lost, two_sides }
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
        // Even if the lock cannot be had: from here on a kill costs nothing.
        self.known.write_down(&self.seen, changes);
        let saved = match self.try_save(changes, patience) {
            Err(error) if error.is_about_a_change() => self.save_the_others(changes, patience, error),
            saved => saved,
        };
        saved.unwrap_or_else(|error| {
            // What was read on the way was not shown to anyone: it still counts as changed.
            self.stamp = stamp;
            SaveOutcome::NotSaved(error)
        })
    }

    /// Finds the changes with which the file cannot be written, puts them aside and saves the rest: one must not hold
    /// up all that come after it. The journal keeps what they did.
    fn save_the_others(
        &mut self,
        changes: &[Stamped],
        patience: Duration,
        error: StoreError,
    ) -> Result<SaveOutcome, StoreError> {
        let Parsed { source, review: disk, .. } = self.read()?;
        let works = |changes: &[Stamped]| {
            let after = merge(&self.seen, &disk, changes).after;
            self.text_of(source.as_deref(), &disk, &after).map(|_| ())
        };
        // If it cannot be written as it is, no change is to blame.
        works(&[]).map_err(|_| error.clone())?;
        let mut good: Vec<Stamped> = Vec::new();
        let mut bad: Vec<Refused> = Vec::new();
        for stamped in changes {
            good.push(stamped.clone());
            if let Err(why) = works(&good) {
                good.pop();
                bad.push(Refused { stamped: stamped.clone(), why: Refusal::Unsavable(why) });
            }
        }
        if bad.is_empty() {
            return Err(error);
        }
        let mut outcome = self.try_save(&good, patience)?;
        let stamped: Vec<Stamped> = bad.iter().map(|bad| bad.stamped.clone()).collect();
        self.known.withdraw(&stamped);
        if let SaveOutcome::Saved(written) | SaveOutcome::Unknown(written, _) = &mut outcome {
            written.refused.extend(bad);
        }
        Ok(outcome)
    }

    fn try_save(&mut self, changes: &[Stamped], patience: Duration) -> Result<SaveOutcome, StoreError> {
        let lock = self.lock(patience)?;
        let Parsed { source, review: disk, two_sides } = self.read()?;
        let merged = merge(&self.seen, &disk, changes);
        let foreign = disk != self.seen;
        let lost = match self.known.lost().filter(|_| !foreign) {
            Some(lost) => lost.clone(),
            None => self.known.learn(&disk),
        };
        let written = |review, no_backup| Written {
            lost: lost.clone(),
            no_backup,
            foreign,
            two_sides,
            changed: merged.after != disk || two_sides.is_some(),
            review,
            refused: merged.refused.clone(),
            conflicts: merged.conflicts.clone(),
        };
        // After a save that may not survive a power cut the same words are written again, and synced again.
        if merged.after == disk && !self.unsure && two_sides.is_none() {
            let outcome = written(disk.clone(), None);
            self.seen = disk.clone();
            self.parsed = Some(Parsed { source, review: disk, two_sides });
            self.known.has_saved(&self.seen, changes, &outcome.refused);
            return Ok(SaveOutcome::Saved(outcome));
        }
        let text = self.text_of(source.as_deref(), &disk, &merged.after)?;
        self.make_folder()?;
        let no_backup = match &mut self.backups {
            Some(backups) => backups.before_save(
                &self.path,
                &merged,
                two_sides.is_some(),
                foreign && !lost.is_empty(),
                changes,
            )?,
            None => None,
        };
        let outcome = replace_keeping(&self.path, text.as_bytes(), &|real| self.previous.keep(real));
        // Others need not wait for our own book-keeping.
        drop(lock);
        let written = written(merged.after.clone(), no_backup);
        match outcome {
            Outcome::NotSaved(error) => Err(error),
            Outcome::Saved(stamp) => {
                self.unsure = false;
                self.stamp = Some(stamp);
                self.seen = merged.after.clone();
                self.parsed = Some(Parsed { source: Some(text), review: merged.after, two_sides: None });
                self.known.has_saved(&self.seen, changes, &written.refused);
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

    /// The file as it is to be written.
    fn text_of(&self, source: Option<&str>, disk: &Review, after: &Review) -> Result<String, StoreError> {
        let mut doc = self.editable(source)?;
        write_into(&mut doc, disk, after);
        // Of a large file there is no room for its tree beside what is read from it again.
        let text = doc.to_string();
        drop(doc);
        self.verified(text, after)
    }

    /// The text as it is to be written, if it reads back as what was meant.
    fn verified(&self, text: String, meant: &Review) -> Result<String, StoreError> {
        if u64::try_from(text.len()).is_ok_and(|length| length > self.limit) {
            let limit = self.limit / (1024 * 1024);
            return Err(StoreError::new(&self.path, Trouble::TooLarge { limit }));
        }
        self.can_be_edited(&text)?;
        match read_words(&text, None) {
            Ok((review, None)) if review == meant.clone().canonical() => Ok(text),
            _ => Err(StoreError::new(&self.path, Trouble::NotAsMeant)),
        }
    }

    /// One's own file is held whole while it is edited, and must not be too much for that.
    fn can_be_edited(&self, text: &str) -> Result<(), StoreError> {
        match too_much_to_edit(text) {
            Some(problem) => Err(StoreError::new(&self.path, Trouble::Review(Box::new(problem)))),
            None => Ok(()),
        }
    }

    /// What the file holds, to be edited: of two sides what both become.
    fn editable(&self, source: Option<&str>) -> Result<DocumentMut, StoreError> {
        let Some(source) = source else { return Ok(new_review(&self.symbol, &self.reviewer).0) };
        let read = read_sides_of(source, stages(&self.path, source));
        read.map(|read| read.doc)
            .map_err(|problem| StoreError::new(&self.path, Trouble::Review(Box::new(problem))))
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
            let review = Review::new(self.symbol.clone(), &self.reviewer);
            return Ok(Parsed { source: None, review, two_sides: None });
        };
        let (review, two_sides) = read_words(&source, stages(&self.path, &source))
            .map_err(|problem| StoreError::new(&self.path, Trouble::Review(Box::new(problem))))?;
        if review.symbol != self.symbol || review.reviewer != self.reviewer {
            let (symbol, reviewer) = (review.symbol.0, review.reviewer);
            return Err(StoreError::new(&self.path, Trouble::OtherReview { symbol, reviewer }));
        }
        self.can_be_edited(&source)?;
        Ok(Parsed { source: Some(source), review, two_sides })
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
        let (review, _) = read_words(&source, stages(path, &source))
            .map_err(|problem| StoreError::new(path, Trouble::Review(Box::new(problem))))?;
        if review.symbol != self.symbol || review.reviewer == self.reviewer {
            let (symbol, reviewer) = (review.symbol.0, review.reviewer);
            return Err(StoreError::new(path, Trouble::OtherReview { symbol, reviewer }));
        }
        Ok(review)
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod two_values;
