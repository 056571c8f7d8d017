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
    /// What the names of all copies of this review begin with.
    review: String,
}

impl UnsavedCopy {
    /// For a review, in the workspace's folder below the program's state folder. Each window has its own: none
    /// writes over what another could not save.
    #[must_use]
    pub fn of(state: &Path, workspace: &Workspace, review: &Review, session: &str) -> Self {
        let review = format!("{}.{}.", doc_key(&review.symbol.0), reviewer_slug(&review.reviewer));
        let folder = workspace.state(state).join("unsaved");
        Self { path: folder.join(format!("{review}{session}.toml")), review }
    }

    /// Copies of the same review that other windows have not been able to save, or left behind.
    #[must_use]
    pub fn left_by_others(&self) -> Vec<PathBuf> {
        let files =
            self.path.parent().and_then(|folder| folders::files(folder, "toml").ok()).unwrap_or_default();
        let of_it = |path: &PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            name.starts_with(&self.review) && *path != self.path
        };
        files.into_iter().filter(of_it).collect()
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
