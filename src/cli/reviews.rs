//! The reviews of the chosen document: read for those who show them, changed and saved for those who write. A save
//! is the screen's: changes on what lies on the disk now, under the lock.

use std::sync::Arc;
use std::time::Duration;

use super::choose::Picked;
use super::context::CommandContext;
use super::outcome::Failure;
use crate::messages::{UserMessage, differences, user_message};
use crate::model::{Change, OperationId, OperationKind, PendingOperation, Review};
use crate::store::{Doing, LoadedReview, Refusal, Refused, ReviewStore, SaveOutcome, StoreError, Trouble};

/// How long a command waits for another process that saves the same review.
const PATIENCE: Duration = Duration::from_secs(10);

/// All reviews of a document.
#[derive(Debug)]
pub struct Reviews {
    /// The reviewer's own review; empty if there is none yet.
    pub mine: Review,
    /// The reviews of others, by name.
    pub others: Vec<Review>,
    /// Others' files that cannot be read.
    pub remarks: Vec<UserMessage>,
}

impl Reviews {
    /// All of them, one's own first.
    pub fn all(&self) -> impl Iterator<Item = &Review> {
        std::iter::once(&self.mine).chain(&self.others)
    }
}

fn store(context: &CommandContext, picked: &Picked) -> ReviewStore {
    let store = ReviewStore::new(&picked.source.workspace, picked.document.symbol(), &context.reviewer);
    store.keeping(&context.paths.state, "")
}

/// Whether the file was read and only cannot be written.
fn is_readable(error: &StoreError) -> bool {
    matches!(
        error.trouble,
        Trouble::WriteProtected | Trouble::DanglingLink | Trouble::System { doing: Doing::Writing, .. }
    )
}

/// Reads the reviews of a document.
pub fn read(context: &CommandContext, picked: &Picked) -> Result<Reviews, Failure> {
    let mut store = store(context, picked);
    let loaded = store.load();
    let trouble = loaded.unusable.as_ref().or(loaded.read_only.as_ref().filter(|error| !is_readable(error)));
    if let Some(error) = trouble {
        return Err(error.clone().into());
    }
    let others = store.others();
    let told = two_sides(&loaded);
    let remarks = told.into_iter().chain(others.problems.iter().map(StoreError::user_message)).collect();
    Ok(Reviews { mine: loaded.review, others: others.reviews, remarks })
}

/// That the file held two sides of a merge, and what came of it.
fn two_sides(loaded: &LoadedReview) -> Option<UserMessage> {
    loaded.two_sides.map(|_| user_message("save-two-sides").count("count", loaded.review.undecided().count()))
}

/// The reviewer's own review, about to be changed.
#[derive(Debug)]
pub struct Writing {
    store: ReviewStore,
    /// As it is on the disk, with what is done here.
    pub mine: Review,
    /// What is to be said of it, whatever is done.
    remarks: Vec<UserMessage>,
    /// That something is missing from its file; who restores that takes this out.
    pub lost: Option<UserMessage>,
}

impl Writing {
    /// Reads the reviewer's review, so that a change can be saved on it.
    pub fn open(context: &CommandContext, picked: &Picked) -> Result<Self, Failure> {
        let mut store = store(context, picked);
        let recalled = store.recall(context.now());
        let loaded = store.load();
        let mut remarks: Vec<UserMessage> = recalled.err().iter().map(StoreError::user_message).collect();
        remarks.extend(two_sides(&loaded));
        let lost = (!loaded.lost.is_empty()).then(|| differences::lost(&loaded.lost, &loaded.review));
        match loaded.unusable.or(loaded.read_only) {
            Some(error) => Err(error.into()),
            None => Ok(Self { store, mine: loaded.review, remarks, lost }),
        }
    }

    /// Others' reviews, for telling whose a note is.
    pub fn others(&mut self) -> Vec<Review> {
        self.store.others().reviews
    }

    /// Where it is kept.
    pub fn path(&self) -> String {
        self.store.path().display().to_string()
    }

    /// Saves a change; gives what is to be remarked.
    pub fn save(&mut self, context: &CommandContext, change: Change) -> Result<Vec<UserMessage>, Failure> {
        let id = OperationId(context.new_id().0);
        let kind = OperationKind::Done;
        let refused = |path: String| Failure::usage(user_message("cli-refused").with("path", path));
        let done = PendingOperation::done(&mut self.mine, change, id, context.now(), kind);
        let pending = [Arc::new(done.map_err(|_| refused(self.path()))?)];
        let written = match self.store.save(&pending, PATIENCE) {
            SaveOutcome::Saved(written) => written,
            SaveOutcome::NotSaved(error) => {
                // Told as failed, it must not arrive later.
                self.store.withdraw(&pending);
                return Err(error.into());
            }
            SaveOutcome::Unknown(error) => return Err(error.into()),
        };
        if let Some(Refused { why: Refusal::Unsavable(error), .. }) = written.refused.first() {
            return Err(error.clone().into());
        }
        if !written.refused.is_empty() {
            return Err(refused(self.path()));
        }
        let mut remarks = std::mem::take(&mut self.remarks);
        remarks.extend(self.lost.take());
        if !written.conflicts.is_empty() {
            remarks.push(user_message("save-conflicts").count("count", written.conflicts.len()));
        }
        remarks.extend(
            written.no_backup.map(|error| user_message("save-no-backup").and("why", error.user_message())),
        );
        if let Some(error) = self.store.journal_trouble() {
            remarks.push(user_message("journal-not-kept").and("why", error.user_message()));
        }
        Ok(remarks)
    }
}
