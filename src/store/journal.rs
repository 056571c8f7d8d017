//! The journal: every change to a review, in the order in which it was made, in the user's state folder, outside the
//! reach of git. It is only ever added to, and what is added is on the disk before the review file is touched: what
//! a kill, a full disk or `git checkout` takes from that file is still here (`reliability.md` 2.3).

#![expect(clippy::disallowed_methods, reason = "the journal is the one file that is added to, here")]

use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

use crate::format::{journal_event, journal_line};
use crate::messages::{UserMessage, user_message};
use crate::model::{
    EntryDiff, Event, History, Moment, Operation, OperationId, OperationKind, Review, Symbol,
};

use super::error::{StoreError, Trouble};
use super::names::{doc_key, reviewer_slug};
use super::permission::Doing;
use super::workspace::Workspace;
use super::{folders, read};

/// From this size on a journal is put aside at the next opening and a new one begun: 4 MiB, some ten thousand
/// changes.
const FULL: u64 = 4 * 1024 * 1024;

/// The most bytes of one journal file that are read: 256 MiB. A single change of a whole review may be large.
const LIMIT: u64 = 256 * 1024 * 1024;

/// One reviewer's journal for one symbol. Several windows and commands may add to one file at once: each event is
/// one line, written at once.
#[derive(Debug, Clone)]
pub struct Journal {
    folder: PathBuf,
    name: String,
    session: String,
}

/// What a journal holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Journaled {
    /// What is understood, older files first.
    pub history: History,
    /// Lines that are not understood: torn by a power cut, altered, or written by a newer program.
    pub damaged: Vec<Damaged>,
}

/// A journal file with lines that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// The file that has them.
    pub path: PathBuf,
    /// The lines, from 1.
    pub lines: Vec<usize>,
}

impl Damaged {
    /// The sentence: where, what is lost by it, and what to do.
    #[must_use]
    pub fn user_message(&self) -> UserMessage {
        let told = self.lines.iter().take(TOLD).map(ToString::to_string);
        let more = (self.lines.len() > TOLD).then(|| "…".to_owned());
        let said = user_message("journal-damaged").with("path", self.path.display());
        said.list("lines", told.chain(more)).count("count", self.lines.len())
    }
}

/// So many lines of a damaged journal are named.
const TOLD: usize = 12;

impl Journal {
    /// The journal of a review, below the program's state folder. `session` is the window that writes in it, empty
    /// for a command. Nothing is made yet.
    #[must_use]
    pub fn of(state: &Path, workspace: &Workspace, symbol: &Symbol, reviewer: &str, session: &str) -> Self {
        let folder = workspace.state(state).join("journal").join(doc_key(&symbol.0));
        Self { folder, name: reviewer_slug(reviewer), session: session.to_owned() }
    }

    /// The file that is added to.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.join(format!("{}.jsonl", self.name))
    }

    /// Adds events and waits until the disk has them.
    ///
    /// # Errors
    /// Some or all of them may not be kept.
    pub fn add(&self, events: &[Event]) -> Result<(), StoreError> {
        self.append(events, true)
    }

    /// Adds events without waiting for the disk: those that cost nothing if a power cut takes them.
    ///
    /// # Errors
    /// They are not kept.
    pub fn note(&self, events: &[Event]) -> Result<(), StoreError> {
        self.append(events, false)
    }

    /// An operation of this session, as an event.
    #[must_use]
    pub fn operation(
        &self,
        id: OperationId,
        at: Moment,
        kind: OperationKind,
        diffs: Vec<EntryDiff>,
    ) -> Event {
        self.signed(Operation { id, at, session: String::new(), kind, diffs })
    }

    /// An operation that was done in this session, as an event.
    #[must_use]
    pub fn signed(&self, operation: Operation) -> Event {
        Event::Operation(Operation { session: self.session.clone(), ..operation })
    }

    fn append(&self, events: &[Event], wait: bool) -> Result<(), StoreError> {
        if events.is_empty() {
            return Ok(());
        }
        let path = self.path();
        let mut text = String::new();
        for event in events {
            let line =
                journal_line(event).map_err(|reason| StoreError::new(&path, Trouble::Journal { reason }))?;
            text.push_str(&line);
        }
        if let Some(above) = self.folder.parent() {
            folders::make_own(above)?;
        }
        folders::make_own(&self.folder)?;
        let failed = |error| StoreError::system(&path, Doing::Writing, &error);
        let new = !path.exists();
        let no_follow = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        let mut file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .mode(0o600)
            .custom_flags(no_follow.bits().cast_signed())
            .open(&path)
            .map_err(failed)?;
        if !file.metadata().map_err(failed)?.is_file() {
            return Err(StoreError::new(&path, Trouble::NotAFile));
        }
        if is_torn(&mut file).map_err(failed)? {
            text.insert(0, '\n');
        }
        file.write_all(text.as_bytes()).map_err(failed)?;
        if wait {
            file.sync_data().map_err(failed)?;
            if new {
                folders::sync(&self.folder).map_err(failed)?;
            }
        }
        Ok(())
    }

    /// What it holds, with the file that was put aside last: enough for undo and for what was seen.
    ///
    /// # Errors
    /// A file cannot be read. One that is not there is empty.
    pub fn read(&self) -> Result<Journaled, StoreError> {
        let aside = self.put_aside()?;
        self.read_files(aside.into_iter().next_back())
    }

    /// All that it ever held.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn read_all(&self) -> Result<Journaled, StoreError> {
        let aside = self.put_aside()?;
        self.read_files(aside)
    }

    /// The operations of [`read`](Self::read) from the last to the first, as long as `take` wants more.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn latest(&self, mut take: impl FnMut(Operation) -> bool) -> Result<(), StoreError> {
        let mut wanted = true;
        let mut read = |path: &Path| {
            let read = read::lines_from_end(path, LIMIT, |line| {
                if let Some(Event::Operation(operation)) = journal_event(line) {
                    wanted = take(operation);
                }
                wanted
            });
            match read {
                Err(error) if !error.is_not_found() => Err(error),
                _ => Ok(wanted),
            }
        };
        if read(&self.path())?
            && let Some(aside) = self.put_aside()?.last()
        {
            read(aside)?;
        }
        Ok(())
    }

    fn read_files(&self, aside: impl IntoIterator<Item = PathBuf>) -> Result<Journaled, StoreError> {
        let mut journaled = Journaled::default();
        for path in aside.into_iter().chain([self.path()]) {
            match read_file(&path, |event| journaled.history.events.push(event)) {
                Ok(None) => {}
                Ok(Some(damaged)) => journaled.damaged.push(damaged),
                Err(error) if error.is_not_found() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(journaled)
    }

    /// Files that were full, oldest first.
    fn put_aside(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut files = folders::files(&self.folder, "jsonl")?;
        let ours = format!("{}.", self.name);
        files.retain(|path| {
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            stem.starts_with(&ours)
        });
        Ok(files)
    }

    /// Puts a full journal aside and begins a new one with what was known. Journals are never removed.
    ///
    /// # Errors
    /// It could not be put aside or begun; then it is as it was, or [`read`](Self::read) finds what was put aside.
    pub fn begin_anew_if_full(&self, known: &Review, at: Moment) -> Result<(), StoreError> {
        let path = self.path();
        if std::fs::metadata(&path).is_ok_and(|metadata| metadata.len() < FULL) || !path.exists() {
            return Ok(());
        }
        let failed = |error| StoreError::system(&path, Doing::Writing, &error);
        let number = self.put_aside()?.len() + 1;
        let aside = self.folder.join(format!("{}.{number:06}.jsonl", self.name));
        std::fs::rename(&path, &aside).map_err(failed)?;
        let id = OperationId(super::ids::new_id().to_string());
        let nothing = Review::new(known.symbol.clone(), &known.reviewer);
        let all = EntryDiff::between(&nothing, known);
        self.add(&[self.operation(id, at, OperationKind::Outside, all)])
    }
}

/// Reads a journal file, event by event. Gives what of it cannot be understood.
fn read_file(path: &Path, mut take: impl FnMut(Event)) -> Result<Option<Damaged>, StoreError> {
    let mut lines = Vec::new();
    read::lines(path, LIMIT, |number, line| match journal_event(line) {
        Some(event) => take(event),
        None if line.trim().is_empty() => {}
        None => lines.push(number),
    })?;
    Ok((!lines.is_empty()).then(|| Damaged { path: path.to_owned(), lines }))
}

/// What is wrong with the journals of a workspace, whoever's they are, or with those of one review, by its file: lines
/// that cannot be understood, and files that cannot be read.
#[must_use]
pub fn journal_damage(
    state: &Path,
    workspace: &Workspace,
    review: Option<&Path>,
) -> (Vec<Damaged>, Vec<StoreError>) {
    let folder_of = |path: &Path| path.parent().and_then(Path::file_name).map(ToOwned::to_owned);
    let is_meant = |journal: &Path| {
        review.is_none_or(|review| {
            folder_of(journal) == folder_of(review) && reviewer_of(journal) == review.file_stem()
        })
    };
    let (mut damaged, mut unread) = (Vec::new(), Vec::new());
    let mut sort = |read: Result<Option<Damaged>, StoreError>| match read {
        Ok(found) => damaged.extend(found),
        Err(error) => unread.push(error),
    };
    let folders = folders::below(&workspace.state(state).join("journal"));
    for folder in folders.unwrap_or_else(|error| {
        sort(Err(error));
        Vec::new()
    }) {
        match folders::files(&folder, "jsonl") {
            Ok(files) => {
                files.iter().filter(|path| is_meant(path)).for_each(|path| sort(read_file(path, |_| {})));
            }
            Err(error) => sort(Err(error)),
        }
    }
    (damaged, unread)
}

/// Whose journal a file is, as files name reviewers: also that of one that was put aside because it was full.
fn reviewer_of(journal: &Path) -> Option<&OsStr> {
    let name = Path::new(journal.file_stem()?);
    let number = name.extension().and_then(OsStr::to_str);
    let is_aside = number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    if is_aside { name.file_stem() } else { Some(name.as_os_str()) }
}

/// Whether the file ends in the middle of a line: a process or the machine died while writing it.
fn is_torn(file: &mut File) -> std::io::Result<bool> {
    match file.seek(SeekFrom::End(-1)) {
        Ok(_) => {}
        // Nothing in it.
        Err(error) if error.kind() == ErrorKind::InvalidInput => return Ok(false),
        Err(error) => return Err(error),
    }
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Change, ReviewStatus};

    fn at() -> Moment {
        "2026-11-23T14:02:00+01:00".parse().unwrap()
    }

    fn saved(id: &str) -> Event {
        Event::Saved(vec![OperationId(id.into())])
    }

    fn check(body: impl FnOnce(&Path, Journal)) {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::open(folder.path()).unwrap();
        let state = folder.path().join("state");
        body(folder.path(), Journal::of(&state, &workspace, &Symbol("A/1".into()), "amara", "s"));
    }

    #[test]
    fn what_is_added_is_read_and_a_torn_end_costs_only_itself() {
        check(|_, journal| {
            assert_eq!(journal.read().unwrap(), Journaled::default());
            journal.add(&[saved("1"), saved("2")]).unwrap();
            journal.note(&[saved("3")]).unwrap();
            let mut file = OpenOptions::new().append(true).open(journal.path()).unwrap();
            file.write_all(b"{\"saved\":[\"\xe5").unwrap();
            journal.add(&[saved("4")]).unwrap();
            let read = journal.read().unwrap();
            let events = ["1", "2", "3", "4"].map(saved).to_vec();
            assert_eq!(
                (read.history.events, read.damaged.first().map(|damaged| damaged.lines.clone())),
                (events, Some(vec![4]))
            );
        });
    }

    #[test]
    fn a_full_journal_is_put_aside_and_nothing_of_it_is_forgotten() {
        check(|_, journal| {
            let mut known = Review::new(Symbol("A/1".into()), "amara");
            let status = Change::set_status("1".into(), ReviewStatus::Amend, None);
            known.apply(status, at()).unwrap();
            journal.begin_anew_if_full(&known, at()).unwrap();
            journal.add(&[saved("1")]).unwrap();
            journal.begin_anew_if_full(&known, at()).unwrap();
            assert_eq!(journal.read().unwrap().history.events.len(), 1);
            for round in 1..=2 {
                OpenOptions::new().append(true).open(journal.path()).unwrap().set_len(FULL).unwrap();
                journal.begin_anew_if_full(&known, at()).unwrap();
                assert!(std::fs::metadata(journal.path()).unwrap().len() < FULL);
                assert_eq!(journal.put_aside().unwrap().len(), round);
            }
            let all = journal.read_all().unwrap().history;
            assert_eq!(all.events.first(), Some(&saved("1")));
            assert_eq!(journal.read().unwrap().history.review(&known.symbol, "amara"), Some(known));
        });
    }

    #[test]
    fn the_latest_come_first_and_no_more_than_are_wanted() {
        check(|_, journal| {
            assert_eq!(journal.latest(|_| panic!("there is none")), Ok(()));
            let long = "x".repeat(300_000);
            let add = |id: &str| {
                let operation =
                    journal.operation(OperationId(id.into()), at(), OperationKind::Done, Vec::new());
                journal.add(&[operation, saved(id)]).unwrap();
            };
            let latest = |most: usize| {
                let mut ids = Vec::new();
                let read = journal.latest(|operation| {
                    ids.push(operation.id.0);
                    ids.len() < most
                });
                read.map(|()| ids).unwrap()
            };
            ["1", &long, "2"].into_iter().for_each(add);
            OpenOptions::new().append(true).open(journal.path()).unwrap().write_all(b"torn \xe5").unwrap();
            ["3", &long].into_iter().for_each(add);
            assert_eq!(latest(9), [&long, "3", "2", &long, "1"]);
            assert_eq!(latest(2), [&long, "3"]);
            // What was put aside is older.
            std::fs::rename(journal.path(), journal.folder.join("amara.000001.jsonl")).unwrap();
            add("4");
            assert_eq!(latest(9), ["4", &long, "3", "2", &long, "1"]);
            let mut all: Vec<_> =
                journal.read().unwrap().history.operations().map(|one| one.id.0.clone()).collect();
            all.reverse();
            assert_eq!(latest(9), all);
        });
    }

    #[test]
    fn a_link_or_a_folder_in_its_place_is_refused() {
        check(|folder, journal| {
            std::fs::create_dir_all(&journal.folder).unwrap();
            let victim = folder.join("victim");
            std::os::unix::fs::symlink(&victim, journal.path()).unwrap();
            journal.add(&[saved("1")]).unwrap_err();
            assert!(!victim.exists());
            std::fs::remove_file(journal.path()).unwrap();
            std::fs::create_dir(journal.path()).unwrap();
            journal.add(&[saved("1")]).unwrap_err();
        });
    }
}
