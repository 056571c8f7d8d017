//! A whole review file beside one that cannot be written: where new work goes while the reviewer's own file cannot be
//! understood, or while the journal cannot be written. It goes when all that is in it has been saved; one that a
//! window left behind is told at the next start.

#![expect(clippy::disallowed_methods, reason = "its own files are removed here once all is saved")]

use std::path::{Path, PathBuf};

use super::atomic::{Outcome, replace};
use super::error::StoreError;
use super::folders;
use super::names::{doc_key, reviewer_slug};
use super::read::{self, REVIEW_LIMIT};
use super::workspace::Workspace;
use crate::format::{new_review, read_words, write_into};
use crate::model::{DiffSide, EntryDiff, Moment, Review};

/// What stands in the names of all of them, behind the reviewer's name.
const MARK: &str = ".rescue-";

/// Where one window keeps one reviewer's work on one symbol that cannot be saved.
#[derive(Debug)]
pub struct Rescue {
    /// Beside the review file, and where that folder takes nothing, in the program's state folder.
    places: [PathBuf; 2],
    /// What the names of all of this review begin with, in the two folders.
    begins: [String; 2],
}

impl Rescue {
    /// For a review. Each window has its own, by its session: none writes over what another could not save.
    #[must_use]
    pub fn of(state: &Path, workspace: &Workspace, review: &Review, session: &str, at: Moment) -> Self {
        let slug = reviewer_slug(&review.reviewer);
        let tail: String = session.chars().rev().take(6).collect();
        let name = format!("{}-{tail}.toml", at.compact());
        let beside = format!("{slug}{MARK}");
        let away = format!("{}.{slug}{MARK}", doc_key(&review.symbol.0));
        let places = [
            workspace.reviews(&review.symbol).join(format!("{beside}{name}")),
            workspace.state(state).join("unsaved").join(format!("{away}{name}")),
        ];
        Self { places, begins: [beside, away] }
    }

    /// Rescue files of the same review that other windows wrote or left behind and that have something which the
    /// review has not. Others are removed: all that is in them is saved.
    #[must_use]
    pub fn left_by_others(&self, review: &Review) -> Vec<PathBuf> {
        let mut left = Vec::new();
        for (place, begins) in self.places.iter().zip(&self.begins) {
            let files =
                place.parent().and_then(|folder| folders::files(folder, "toml").ok()).unwrap_or_default();
            for path in files {
                let name =
                    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                if !name.starts_with(begins) || path == *place {
                    continue;
                }
                if has_more(&path, review) {
                    left.push(path);
                } else {
                    let _ = std::fs::remove_file(&path);
                }
            }
        }
        left
    }

    /// Writes the review as it is on the screen; gives the file.
    ///
    /// # Errors
    /// It cannot be written beside the review, nor in the state folder.
    pub fn keep(&self, review: &Review) -> Result<PathBuf, StoreError> {
        let (mut doc, before) = new_review(&review.symbol, &review.reviewer);
        write_into(&mut doc, &before, review);
        let text = doc.to_string();
        let [beside, away] = &self.places;
        let Err(first) = write(beside, &text) else { return Ok(beside.clone()) };
        write(away, &text).map(|()| away.clone()).map_err(|_| first)
    }

    /// All is saved: the file goes.
    pub fn forget(&self) {
        for place in &self.places {
            let _ = std::fs::remove_file(place);
        }
    }
}

fn write(path: &Path, text: &str) -> Result<(), StoreError> {
    if let Some(folder) = path.parent() {
        folders::make(folder)?;
    }
    match replace(path, text.as_bytes()) {
        Outcome::Saved(_) => Ok(()),
        Outcome::NotSaved(error) | Outcome::Unknown(error) => Err(error),
    }
}

/// Whether a rescue file says something that the review does not say. One that cannot be read might.
fn has_more(path: &Path, review: &Review) -> bool {
    let Some((rescued, _)) =
        read::text(path, REVIEW_LIMIT).ok().and_then(|(text, _)| read_words(&text, None).ok())
    else {
        return true;
    };
    let nothing = Review::new(rescued.symbol.clone(), &rescued.reviewer);
    let all = EntryDiff::between(&nothing, &rescued);
    // What the review has changed or deleted since has a higher `rev`.
    let is_known = |diff: &EntryDiff| match &diff.after {
        Some(record) => {
            review.get(&diff.key).is_some_and(|found| found.rev() > record.rev())
                || diff.stands(review, DiffSide::After)
        }
        None => true,
    };
    rescued.symbol != review.symbol || !all.iter().all(is_known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Change, Note, NoteId, NoteKind, Symbol};

    fn at() -> Moment {
        "2026-11-23T14:02:00+01:00".parse().unwrap()
    }

    #[test]
    fn a_rescue_file_stays_as_long_as_it_has_something_that_the_review_has_not() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::open(folder.path()).unwrap();
        let mut review = Review::new(Symbol("A/1".into()), "amara");
        let of = |review: &Review, session| {
            Rescue::of(&folder.path().join("state"), &workspace, review, session, at())
        };
        let (one, two) = (of(&review, "000001"), of(&review, "000002"));
        let note = Note::new(NoteId("n1".into()), "18".into(), NoteKind::Point, "one".into(), at());
        let empty = review.clone();
        review.apply(Change::add_note(note), at()).unwrap();
        let path = one.keep(&review).unwrap();
        assert!(path.starts_with(folder.path().join("reviews")) || path.starts_with(workspace.root()));
        assert_eq!(one.left_by_others(&empty), Vec::<PathBuf>::new());
        assert_eq!(two.left_by_others(&empty), std::slice::from_ref(&path));
        assert!(two.left_by_others(&review).is_empty());
        assert!(!path.exists());
        let path = one.keep(&review).unwrap();
        let edit = Change::edit_note(NoteId("n1".into()), "two".into(), NoteKind::Point);
        review.apply(edit, at()).unwrap();
        assert!(two.left_by_others(&review).is_empty(), "it was changed after it was rescued");
        one.keep(&review).unwrap();
        one.forget();
        assert!(!path.exists());
    }

    #[test]
    fn where_the_folder_takes_nothing_it_goes_to_the_state_folder() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::open(folder.path()).unwrap();
        let review = Review::new(Symbol("A/1".into()), "amara");
        std::fs::write(folder.path().join("reviews"), "in the way").unwrap();
        let rescue = Rescue::of(&folder.path().join("state"), &workspace, &review, "000001", at());
        assert!(rescue.keep(&review).unwrap().starts_with(folder.path().join("state")));
    }
}
