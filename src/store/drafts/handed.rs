//! A note's words in a file of their own (0600, in the state folder), handed to the user's editor. Beside the file lies
//! what it was given and for which note: so whatever stands in it later, by whomever, is known for what it is.
//!
//! A program of which the window is gone, or an editor that did not wait, may leave such a file behind. It is removed
//! when its words are kept elsewhere, and not before; deciding that is the caller's.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Draft, wire};
use crate::store::atomic::{Outcome, TEMPORARY, replace};
use crate::store::error::{StoreError, Trouble};
use crate::store::lock::Lock;
use crate::store::names::draft_name;
use crate::store::permission::Doing;
use crate::store::sweep::sweep;
use crate::store::{folders, read};

/// The most bytes that are read back: 32 MiB.
const LIMIT: u64 = 32 * 1024 * 1024;

/// A file that was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// The file that the editor writes.
    pub path: PathBuf,
    /// For which note, with its words as they were before.
    pub draft: Draft,
    /// All that stood in the file when it was handed out.
    pub given: String,
    /// The editor came back without waiting: it may write at any time.
    pub at_once: bool,
}

/// A file in the folder of those that were handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// Its window is gone.
    Behind(Handed),
    /// A window has it in hand now.
    InHand(Handed),
    /// Nothing says what it belongs to: an editor wrote it after all was done, or a person put it there.
    Stray(PathBuf),
}

#[derive(Serialize, Deserialize)]
struct Wire {
    at_once: bool,
    draft: String,
    given: String,
}

impl Handed {
    /// Writes a text for the editor. The lock says that the file is in hand; it is held for as long as it lives.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(state: &Path, draft: &Draft, given: &str) -> Result<(Self, Lock), StoreError> {
        let folder = folder(state);
        folders::make_own(&folder)?;
        // Never one that was handed out before: an editor may still have that.
        let name = format!("{}.{}.md", draft_name(&draft.note.0), crate::store::ids::new_id().simple());
        let path = folder.join(name);
        let handed = Self { path, draft: draft.clone(), given: given.to_owned(), at_once: false };
        let lock = Lock::acquire(&handed.beside("lock"), Duration::ZERO)?;
        handed.write_down()?;
        saved(replace(&handed.path, given.as_bytes()))?;
        Ok((handed, lock))
    }

    fn beside(&self, extension: &str) -> PathBuf {
        self.path.with_extension(extension)
    }

    fn write_down(&self) -> Result<(), StoreError> {
        let path = self.beside("toml");
        let broken = |reason: String| StoreError::new(&path, Trouble::Draft { reason });
        let draft = wire::to_text(&self.draft, "").map_err(broken)?;
        let wire = Wire { at_once: self.at_once, draft, given: self.given.clone() };
        let text = toml::to_string(&wire).map_err(|error| broken(error.to_string()))?;
        saved(replace(&path, text.as_bytes()))
    }

    /// The editor came back at once, and may write later.
    ///
    /// # Errors
    /// It cannot be written down. It is known to this window all the same.
    pub fn came_back_at_once(&mut self) -> Result<(), StoreError> {
        self.at_once = true;
        self.write_down()
    }

    /// What stands in the file now, as UTF-8, or as UTF-16 with a byte order mark. A file that its editor left unreadable
    /// for its owner is made readable.
    ///
    /// # Errors
    /// It is not there, is no file, is too large, or no text.
    pub fn read(&self) -> Result<String, StoreError> {
        let denied = |error: &StoreError| {
            let Trouble::System { kind, .. } = &error.trouble else { return false };
            *kind == std::io::ErrorKind::PermissionDenied
        };
        let read = match read::bytes(&self.path, LIMIT) {
            Err(error) if denied(&error) => {
                let system = |error| StoreError::system(&self.path, Doing::Reading, &error);
                folders::make_readable(&self.path).map_err(system)?;
                read::bytes(&self.path, LIMIT)
            }
            read => read,
        };
        let (bytes, _) = read?;
        match utf16(&bytes) {
            Some(text) => Ok(text),
            None => read::as_text(&self.path, bytes),
        }
    }

    /// Removes the file and what lies beside it; that they are not there is no error, and neither is that they stay.
    pub fn remove(&self) {
        // An editor's backup is what the file said before.
        for path in [self.path.clone(), self.beside("md~"), self.beside("toml"), self.beside("lock")] {
            let _ = super::remove(&path);
        }
    }

    /// All that lie in the state folder. What editors keep beside a file that is in hand is theirs.
    #[must_use]
    pub fn all(state: &Path) -> Vec<Left> {
        let folder = folder(state);
        sweep(&folder);
        let beside = folders::files(&folder, "toml").unwrap_or_default();
        let mut left: Vec<Left> = beside.into_iter().map(|path| look(path.with_extension("md"))).collect();
        let known: Vec<PathBuf> = left.iter().map(|left| left.path().clone()).collect();
        let in_hand = |path: &Path| {
            left.iter().any(|left| matches!(left, Left::InHand(handed) if is_beside(path, &handed.path)))
        };
        // Swap files of an editor that was killed hold what was typed last.
        let strays: Vec<Left> = folders::not_empty(&folder)
            .into_iter()
            .filter(|path| !known.contains(path) && !is_ours(path) && !in_hand(path))
            .map(Left::Stray)
            .collect();
        left.extend(strays);
        left
    }
}

impl Left {
    /// The file that the editor was given.
    #[must_use]
    pub fn path(&self) -> &PathBuf {
        match self {
            Self::Behind(handed) | Self::InHand(handed) => &handed.path,
            Self::Stray(path) => path,
        }
    }
}

/// Whether a file is one that this program keeps beside those that it hands out.
fn is_ours(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ends = |ending: &str| path.extension().is_some_and(|found| found == ending);
    let temporary = name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1);
    temporary || ends("toml") || ends("lock")
}

/// Whether an editor keeps a file beside another: `.n.md.swp`, `n.md~`, `#n.md#`.
fn is_beside(path: &Path, file: &Path) -> bool {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    name(path).contains(&name(file))
}

fn folder(state: &Path) -> PathBuf {
    state.join("editor")
}

fn saved(outcome: Outcome) -> Result<(), StoreError> {
    match outcome {
        Outcome::Saved(_) => Ok(()),
        Outcome::NotSaved(error) | Outcome::Unknown(error) => Err(error),
    }
}

fn look(path: PathBuf) -> Left {
    let parsed = || {
        let (text, _) = read::text(&path.with_extension("toml"), LIMIT).ok()?;
        let wire: Wire = toml::from_str(&text).ok()?;
        let (draft, _) = wire::from_text(&wire.draft).ok()?;
        Some((draft, wire))
    };
    let Some((draft, Wire { at_once, given, .. })) = parsed() else { return Left::Stray(path) };
    let free = Lock::is_free(&path.with_extension("lock"));
    let handed = Handed { path, draft, given, at_once };
    if free { Left::Behind(handed) } else { Left::InHand(handed) }
}

/// Text in UTF-16 behind a byte order mark; none if it is something else.
fn utf16(bytes: &[u8]) -> Option<String> {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, []) = bytes.get(2..)?.as_chunks::<2>() else { return None };
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).ok()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "a test does what editors do")]

    use super::*;
    use crate::model::{NoteId, NoteKind, Symbol};

    fn draft() -> Draft {
        Draft {
            note: NoteId("n1".into()),
            symbol: Symbol("A/1".into()),
            paragraph: "18".into(),
            kind: NoteKind::Question,
            body: "before \"\"\" \u{1b}".into(),
            anchor: None,
            editing: false,
            started: "2026-11-23T23:48:00+01:00".parse().unwrap(),
        }
    }

    #[test]
    fn what_was_handed_out_is_known_when_its_window_is_gone() {
        let state = tempfile::tempdir().unwrap();
        let (mut handed, lock) = Handed::write(state.path(), &draft(), "given\n'''\u{1b}").unwrap();
        assert_eq!(handed.read().unwrap(), handed.given);
        assert_eq!(Handed::all(state.path()), [Left::InHand(handed.clone())]);
        handed.came_back_at_once().unwrap();
        drop(lock);
        assert_eq!(Handed::all(state.path()), [Left::Behind(handed.clone())]);
        // Two of one note never share a file.
        let (other, _lock) = Handed::write(state.path(), &draft(), "x").unwrap();
        assert_ne!(other.path, handed.path);
        other.remove();
        handed.remove();
        assert_eq!(std::fs::read_dir(folder(state.path())).unwrap().count(), 0);
        std::fs::write(&handed.path, "later").unwrap();
        let swap = folder(state.path()).join(".n.md.swp");
        std::fs::write(&swap, "typed last").unwrap();
        std::fs::write(folder(state.path()).join("n.md~"), "").unwrap();
        assert_eq!(Handed::all(state.path()), [Left::Stray(swap), Left::Stray(handed.path)]);
    }

    #[test]
    fn whatever_encoding_an_editor_writes_is_read_or_told() {
        let state = tempfile::tempdir().unwrap();
        let (handed, _lock) = Handed::write(state.path(), &draft(), "x").unwrap();
        let words = "第三段，𠀀 é\r\n";
        let be: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let le: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in
            [words.as_bytes(), &[&[0xfe, 0xff], &be[..]].concat(), &[&[0xff, 0xfe], &le[..]].concat()]
        {
            std::fs::write(&handed.path, bytes).unwrap();
            assert_eq!(handed.read().unwrap(), words);
        }
        for bytes in [&b"\xe9t\xe9"[..], &[0xff, 0xfe, 0x00], &[0xff, 0xfe, 0x00, 0xd8]] {
            std::fs::write(&handed.path, bytes).unwrap();
            assert!(matches!(handed.read().unwrap_err().trouble, Trouble::NotText { .. }), "{bytes:?}");
        }
    }
}
