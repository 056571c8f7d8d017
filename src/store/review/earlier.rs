//! What a review was at earlier times: finding it, reading it, and putting it in the place of a file that cannot be
//! used. What is to be gone back to is a person's choice, made elsewhere.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::super::atomic::{Outcome, replace_keeping};
use super::super::backups::{Backup, Backups, Why};
use super::super::error::{StoreError, Trouble};
use super::super::journal::{Damaged, Journaled};
use super::super::read::{self, REVIEW_LIMIT};
use super::ReviewStore;
use crate::format::{new_review, read_words, write_into};
use crate::model::{History, Review};

/// What a review was at earlier times, wherever it is kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Earlier {
    /// All that the journal holds.
    pub history: History,
    /// Backups, the newest first.
    pub backups: Vec<Backup>,
    /// The file that the last save replaced.
    pub previous: Option<PathBuf>,
    /// Of the journal: what cannot be understood.
    pub damaged: Vec<Damaged>,
    /// What cannot be read: the journal, the folder of backups. The rest is there all the same.
    pub unread: Vec<StoreError>,
}

impl ReviewStore {
    /// Puts a whole review in the place of a file that cannot be used, which is copied first. For a person who has
    /// asked for it, and for nothing else.
    ///
    /// # Errors
    /// The copy cannot be made, the file was written by a newer program, or it cannot be replaced.
    pub fn put_back(&mut self, review: &Review, patience: Duration) -> Result<(), StoreError> {
        let _lock = self.lock(patience)?;
        if let Err(error) = self.read()
            && error.is_newer()
        {
            return Err(error);
        }
        self.copy(Why::BeforeRestore)?;
        let (mut doc, nothing) = new_review(&self.symbol, &self.reviewer);
        write_into(&mut doc, &nothing, review);
        let text = self.verified(doc.to_string(), None, &review.clone().canonical())?;
        self.make_folder()?;
        match replace_keeping(&self.path, text.text().as_bytes(), &|real| self.previous.keep(real)) {
            Outcome::Saved(_) => Ok(()),
            Outcome::NotSaved(error) | Outcome::Unknown(error) => Err(error),
        }
    }

    /// Copies the file as it is to the backups; none if there is no file.
    ///
    /// # Errors
    /// The copy cannot be made, or the store keeps no backups.
    pub fn copy(&self, why: Why) -> Result<Option<PathBuf>, StoreError> {
        let missing = || StoreError::not_found(&self.path);
        self.backups.as_ref().ok_or_else(missing)?.take(&self.path, why)
    }

    /// All that can be gone back to, as far as it can be read.
    #[must_use]
    pub fn earlier(&self) -> Earlier {
        let mut unread = Vec::new();
        let Journaled { history, damaged } = self.baseline.read_all().unwrap_or_else(|error| {
            unread.push(error);
            Journaled::default()
        });
        let backups = self.backups.as_ref().map(Backups::list).transpose().unwrap_or_else(|error| {
            unread.push(error);
            None
        });
        let previous = Some(self.previous.path().to_owned()).filter(|path| path.exists());
        Earlier { history, backups: backups.unwrap_or_default(), previous, damaged, unread }
    }

    /// A review as an earlier copy of its file has it; two sides of a merge are joined.
    ///
    /// # Errors
    /// It cannot be read or understood, or it is another review.
    pub fn read_earlier(&self, path: &Path) -> Result<Review, StoreError> {
        let (source, _) = read::text(path, REVIEW_LIMIT)?;
        let (review, _) = read_words(&source, None)
            .map_err(|problem| StoreError::new(path, Trouble::Review(Box::new(problem))))?;
        if review.symbol != self.symbol || review.reviewer != self.reviewer {
            let (symbol, reviewer) = (review.symbol.0, review.reviewer);
            return Err(StoreError::new(path, Trouble::OtherReview { symbol, reviewer }));
        }
        Ok(review)
    }
}
