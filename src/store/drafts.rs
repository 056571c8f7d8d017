//! Text that is being typed, on the disk at most a second behind the typing, so that an interruption loses nothing.
//!
//! A draft belongs to a session, that is to a window. The session holds a lock for as long as its process lives,
//! however that ends: so a draft whose session's lock is free was interrupted, whatever clock and process numbers
//! say. Two windows that edit one note have a file each.
//!
//! # Files
//!
//! - `handed`: A note's words in a file of their own (0600, in the state folder), handed to the user's editor
//! - `wire`: A draft as TOML

#![expect(clippy::disallowed_methods, reason = "drafts are removed here when they are saved or given up")]

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use crate::model::Draft;
use crate::model::NoteId;

use super::atomic::{Outcome, replace};
use super::error::{StoreError, Trouble};
use super::lock::Lock;
use super::names::draft_name;
use super::permission::Doing;
use super::sweep::{sweep, sweep_locks};
use super::workspace::Workspace;
use super::{folders, read};

mod handed;
mod wire;

pub use handed::{Handed, Left};

/// The most bytes of a draft file that are read: 32 MiB.
const LIMIT: u64 = 32 * 1024 * 1024;

/// A draft that was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// Its window is gone: it can be taken up.
    Interrupted {
        /// The file that the draft is in.
        path: PathBuf,
        /// What it holds.
        draft: Draft,
    },
    /// Another window is writing it now.
    Elsewhere {
        /// The file that the draft is in.
        path: PathBuf,
        /// What it holds.
        draft: Draft,
    },
    /// It cannot be understood. It is left as it is.
    Damaged(StoreError),
}

/// The drafts of one workspace, for one session.
#[derive(Debug)]
pub struct Drafts {
    folder: PathBuf,
    session: String,
    lock: Option<Lock>,
}

impl Drafts {
    /// Begins a session in a workspace's folder below the program's state folder.
    ///
    /// # Errors
    /// The folder cannot be made, or the lock not taken: drafts cannot be kept then.
    pub fn open(state: &Path, workspace: &Workspace) -> Result<Self, StoreError> {
        let folder = workspace.state(state).join("drafts");
        folders::make_own(&folder)?;
        sweep(&folder);
        sweep_locks(&folder);
        let session = super::ids::new_id().simple().to_string();
        let lock = Lock::acquire(&lock_file(&folder, &session), Duration::ZERO)?;
        Ok(Self { folder, session, lock: Some(lock) })
    }

    /// All drafts of a workspace, for a command that only looks: nothing is made and no session begun. None where they
    /// cannot be read.
    #[must_use]
    pub fn look_through(state: &Path, workspace: &Workspace) -> Vec<Found> {
        let folder = workspace.state(state).join("drafts");
        Self { folder, session: String::new(), lock: None }.list().unwrap_or_default()
    }

    /// What tells this session from others.
    #[must_use]
    pub fn session(&self) -> &str {
        &self.session
    }

    /// Whether another session is gone, however it ended. A command has no session, so it is gone.
    #[must_use]
    pub fn is_gone(&self, session: &str) -> bool {
        session != self.session && (session.is_empty() || Lock::is_free(&lock_file(&self.folder, session)))
    }

    fn file(&self, note: &NoteId) -> PathBuf {
        self.folder.join(format!("{}.{}.toml", draft_name(&note.0), self.session))
    }

    /// Writes a draft in the place of this session's earlier one of the same note.
    #[must_use]
    pub fn write(&self, draft: &Draft) -> Outcome {
        let path = self.file(&draft.note);
        match wire::to_text(draft, &self.session) {
            Ok(text) => replace(&path, text.as_bytes()),
            Err(reason) => Outcome::NotSaved(StoreError::new(&path, Trouble::Draft { reason })),
        }
    }

    /// The words of all drafts of this session.
    #[must_use]
    pub fn own_words(&self) -> Vec<String> {
        let files = folders::files(&self.folder, "toml").unwrap_or_default();
        let own = files.into_iter().filter(|path| session_of(path) == Some(self.session.as_str()));
        own.filter_map(|path| self.parse(&path).ok()).map(|(draft, _)| draft.body).collect()
    }

    /// Removes this session's draft of a note: it was saved, or given up. None there is no error.
    ///
    /// # Errors
    /// It could not be removed.
    pub fn remove(&self, note: &NoteId) -> Result<(), StoreError> {
        remove(&self.file(note)).map(|_| ())
    }

    /// All drafts but this session's own, by file name: so by when their notes were begun.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn list(&self) -> Result<Vec<Found>, StoreError> {
        let files = folders::files(&self.folder, "toml")?;
        let others = files.into_iter().filter(|path| session_of(path) != Some(self.session.as_str()));
        Ok(others.map(|path| self.look(path)).collect())
    }

    fn look(&self, path: PathBuf) -> Found {
        match self.parse(&path) {
            Err(error) => Found::Damaged(error),
            Ok((draft, session)) if Lock::is_free(&lock_file(&self.folder, &session)) => {
                Found::Interrupted { path, draft }
            }
            Ok((draft, _)) => Found::Elsewhere { path, draft },
        }
    }

    fn parse(&self, path: &Path) -> Result<(Draft, String), StoreError> {
        let (text, _) = read::text(path, LIMIT)?;
        wire::from_text(&text).map_err(|reason| StoreError::new(path, Trouble::Draft { reason }))
    }

    /// Takes an interrupted draft up: it is this session's from now on. `None` if another window was quicker.
    ///
    /// # Errors
    /// It cannot be read any more, or this session's copy not be written; the old file is then still there.
    pub fn resume(&self, path: &Path) -> Result<Option<Draft>, StoreError> {
        let Some((draft, _held)) = self.hold(path)? else { return Ok(None) };
        match self.write(&draft) {
            Outcome::Saved(_) => {}
            Outcome::NotSaved(error) | Outcome::Unknown(error) => return Err(error),
        }
        remove(path)?;
        Ok(Some(draft))
    }

    /// Removes an interrupted draft that a person gave up. False if another window was quicker.
    ///
    /// # Errors
    /// It cannot be read or removed.
    pub fn discard(&self, path: &Path) -> Result<bool, StoreError> {
        let Some((_, _held)) = self.hold(path)? else { return Ok(false) };
        remove(path)
    }

    /// Holds the lock of a dead session, so that two windows do not take up one draft.
    fn hold(&self, path: &Path) -> Result<Option<(Draft, Lock)>, StoreError> {
        let session = match self.parse(path) {
            Err(error) if error.is_not_found() => return Ok(None),
            parsed => parsed?.1,
        };
        let lock = match Lock::acquire(&lock_file(&self.folder, &session), Duration::ZERO) {
            Err(StoreError { trouble: Trouble::Busy, .. }) => return Ok(None),
            lock => lock?,
        };
        match self.parse(path) {
            Err(error) if error.is_not_found() => Ok(None),
            parsed => Ok(Some((parsed?.0, lock))),
        }
    }
}

impl Drop for Drafts {
    /// The lock file goes with its session. A draft that stays behind is thereby an interrupted one.
    fn drop(&mut self) {
        if self.lock.is_none() {
            return;
        }
        // Removed while it is held: nobody can take it in between and hold a lock that no one else sees.
        let _ = std::fs::remove_file(lock_file(&self.folder, &self.session));
        self.lock = None;
    }
}

fn lock_file(folder: &Path, session: &str) -> PathBuf {
    folder.join(format!("{}.lock", draft_name(session)))
}

fn session_of(path: &Path) -> Option<&str> {
    path.file_stem()?.to_str()?.rsplit_once('.').map(|(_, session)| session)
}

/// Says whether there was something to remove.
fn remove(path: &Path) -> Result<bool, StoreError> {
    match std::fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(StoreError::system(path, Doing::Removing, &error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Anchor, NoteKind, Symbol};

    fn draft(note: &str, body: &str) -> Draft {
        Draft {
            note: NoteId(note.into()),
            symbol: Symbol("A/1".into()),
            paragraph: "18".into(),
            kind: NoteKind::Question,
            body: body.into(),
            anchor: Anchor::new("zh", "并在 20 个联邦", 0..6),
            editing: true,
            started: "2026-11-23T23:48:00+01:00".parse().unwrap(),
        }
    }

    /// A folder, and windows on it.
    fn check(body: impl FnOnce(&dyn Fn() -> Drafts)) {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::open(folder.path()).unwrap();
        body(&|| Drafts::open(&folder.path().join("state"), &workspace).unwrap());
    }

    fn saved(drafts: &Drafts, draft: &Draft) {
        let outcome = drafts.write(draft);
        assert!(matches!(outcome, Outcome::Saved(_)), "{outcome:?}");
    }

    #[test]
    fn a_draft_is_offered_when_its_window_is_gone_and_not_before() {
        check(|window| {
            let (one, two) = (window(), window());
            let draft = draft("n1", "typed\r\nso \u{1b}far \"\"\" ");
            saved(&one, &draft);
            assert_eq!(one.list().unwrap(), []);
            let [Found::Elsewhere { path, draft: found }] = &two.list().unwrap()[..] else { panic!() };
            assert_eq!(found, &draft);
            assert_eq!(two.resume(path).unwrap(), None);
            drop(one);
            let [Found::Interrupted { path, draft: found }] = &two.list().unwrap()[..] else { panic!() };
            assert_eq!(found, &draft);
            assert_eq!(two.resume(path).unwrap().as_ref(), Some(&draft));
            assert_eq!((two.list().unwrap(), two.resume(path).unwrap()), (vec![], None));
            two.remove(&draft.note).unwrap();
            two.remove(&draft.note).unwrap();
            drop(two);
            assert_eq!(window().list().unwrap(), []);
        });
    }

    #[test]
    fn two_windows_on_one_note_keep_what_each_typed() {
        check(|window| {
            let (one, two) = (window(), window());
            saved(&one, &draft("../../n", "one"));
            saved(&two, &draft("../../n", "two"));
            drop((one, two));
            let found = window().list().unwrap();
            let mut bodies: Vec<_> = found
                .iter()
                .map(|found| match found {
                    Found::Interrupted { draft, .. } => draft.body.as_str(),
                    other => panic!("{other:?}"),
                })
                .collect();
            bodies.sort_unstable();
            assert_eq!(bodies, ["one", "two"]);
        });
    }

    #[test]
    fn a_damaged_draft_is_shown_as_such_and_stays() {
        check(|window| {
            let one = window();
            saved(&one, &draft("n1", "x"));
            let path = one.file(&NoteId("n1".into()));
            drop(one);
            let text = std::fs::read_to_string(&path).unwrap();
            for broken in [text.replace("question", "poem"), text.replace("started", "begun"), "\u{0}".into()]
            {
                std::fs::write(&path, &broken).unwrap();
                let [Found::Damaged(error)] = &window().list().unwrap()[..] else { panic!("{broken}") };
                assert_eq!(error.path, path);
                window().discard(&path).unwrap_err();
                assert_eq!(std::fs::read_to_string(&path).unwrap(), broken);
            }
            std::fs::write(&path, text).unwrap();
            assert!(window().discard(&path).unwrap());
            assert!(!path.exists());
        });
    }
}
