//! What could not be saved yet, written beside the drafts: a whole review file, so that statuses too outlive the
//! window. It goes when the save has succeeded; one that a window left behind is told at the next start.

#![expect(clippy::disallowed_methods, reason = "its own files are removed here once all is saved")]

use std::path::{Path, PathBuf};

use super::atomic::{Outcome, replace};
use super::error::StoreError;
use super::folders;
use super::names::{doc_key, reviewer_slug};
use super::workspace::Workspace;
use crate::format::{new_review, write_into};
use crate::model::Review;

/// Where one reviewer's unsaved work on one symbol is kept.
#[derive(Debug)]
pub struct UnsavedCopy {
    path: PathBuf,
}

impl UnsavedCopy {
    /// For a review, in the workspace's folder below the program's state folder.
    #[must_use]
    pub fn of(state: &Path, workspace: &Workspace, review: &Review) -> Self {
        let name = format!("{}.{}.toml", doc_key(&review.symbol.0), reviewer_slug(&review.reviewer));
        Self { path: workspace.state(state).join("unsaved").join(name) }
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether a window left one behind.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.path.symlink_metadata().is_ok()
    }

    /// Writes the review as it is on the screen.
    ///
    /// # Errors
    /// It cannot be written either.
    pub fn keep(&self, review: &Review) -> Result<(), StoreError> {
        if let Some(folder) = self.path.parent() {
            folders::make(folder)?;
        }
        let (mut doc, before) = new_review(&review.symbol, &review.reviewer);
        write_into(&mut doc, &before, review);
        match replace(&self.path, doc.to_string().as_bytes()) {
            Outcome::Saved(_) => Ok(()),
            Outcome::NotSaved(error) | Outcome::Unknown(error) => Err(error),
        }
    }

    /// All is saved: the copy goes.
    pub fn forget(&self) {
        let _ = std::fs::remove_file(&self.path);
    }
}
