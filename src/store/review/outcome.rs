//! How loading and saving a review ended. Nothing is done here.

use super::super::error::StoreError;
use super::super::merge::{Conflict, Refused};
use crate::format::TwoSides;
use crate::model::{MissingEntries, Review};

/// What loading gave.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedReview {
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

impl LoadedReview {
    /// Why the file could not be read, or cannot be written.
    #[must_use]
    pub fn trouble(&self) -> Option<&StoreError> {
        self.unusable.as_ref().or(self.read_only.as_ref())
    }
}

/// What a save that went to the disk did.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// Operations that could not be done to the file. The others were.
    pub refused: Vec<Refused>,
    /// Fields to which another writer gave another value, which is kept beside one's own.
    pub conflicts: Vec<Conflict>,
    /// Whether something else had changed the file.
    pub foreign: bool,
    /// Whether the file holds exactly what it held when it was last read or written, with these operations as they were
    /// done: who has shown them shows what the file holds.
    pub as_done: bool,
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
    /// The file is as it was. The caller keeps its operations and tries again; it does not reload.
    NotSaved(StoreError),
    /// The file is written, but the system could not say that it will survive a power cut. Saving the same
    /// operations again is safe.
    Unknown(StoreError),
}
