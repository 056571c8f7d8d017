//! Other reviewers' files for one symbol: reading them, and noticing that they changed. They are never written.

use std::path::{Path, PathBuf};

use super::error::{StoreError, Trouble};
use super::folders;
use super::read::{self, FileStamp, REVIEW_LIMIT};
use super::stages::stages;
use super::workspace::Workspace;
use crate::format::read_words;
use crate::model::{Review, Symbol};

/// Other reviewers' work on the same symbol.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Others {
    /// Their reviews, by file name.
    pub reviews: Vec<Review>,
    /// Files that could not be read.
    pub problems: Vec<StoreError>,
}

/// The files of a symbol's reviewers but one.
#[derive(Debug)]
pub(super) struct OtherFiles {
    folder: PathBuf,
    /// Whose file is not among them.
    own: PathBuf,
    symbol: Symbol,
    reviewer: String,
    /// As they were when they were last read.
    read: Vec<(PathBuf, Option<FileStamp>)>,
}

impl OtherFiles {
    /// Beside the file of a reviewer. Nothing is read yet.
    pub fn beside(workspace: &Workspace, symbol: &Symbol, reviewer: &str) -> Self {
        Self {
            folder: workspace.reviews(symbol),
            own: workspace.review(symbol, reviewer),
            symbol: symbol.clone(),
            reviewer: reviewer.to_owned(),
            read: Vec::new(),
        }
    }

    /// Reads the files of all other reviewers of the symbol.
    pub fn read(&mut self) -> Others {
        let mut others = Others::default();
        match self.files() {
            Ok(files) => self.read = files,
            Err(error) => {
                others.problems.push(error);
                return others;
            }
        }
        for (path, _) in &self.read {
            match self.review(path) {
                Ok(review) => others.reviews.push(review),
                Err(error) => others.problems.push(error),
            }
        }
        others
    }

    /// Whether they are not as they were when they were last read. Reads none of them.
    pub fn have_changed(&self) -> bool {
        self.files().is_ok_and(|files| files != self.read)
    }

    fn files(&self) -> Result<Vec<(PathBuf, Option<FileStamp>)>, StoreError> {
        let mut files = folders::files(&self.folder, "toml")?;
        // A second full stop marks what is no reviewer's file, such as a rescue copy.
        files.retain(|path| {
            let stem = path.file_stem().unwrap_or_default().as_encoded_bytes();
            path.file_name() != self.own.file_name() && !stem.contains(&b'.')
        });
        Ok(files.into_iter().map(|path| (path.clone(), FileStamp::at(&path))).collect())
    }

    fn review(&self, path: &Path) -> Result<Review, StoreError> {
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
