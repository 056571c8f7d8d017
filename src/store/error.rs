//! What can go wrong with files, as data and as a sentence. No file is read or written here.

use std::io;
use std::path::{Path, PathBuf};

use crate::format::{FileProblem, OtherFormat};
use crate::messages::{UserMessage, user_message};

use super::permission::{Barred, Doing, barred};

/// Why a file could not be read or written.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// The system said no.
    System {
        /// What was asked of it.
        doing: Doing,
        /// What kind of no it was, whatever the system.
        kind: io::ErrorKind,
        /// In the system's own words.
        reason: String,
        /// Whose permissions are in the way, if it is that.
        barred: Option<Barred>,
    },
    /// It is a folder, a pipe, a device or a socket.
    NotAFile,
    /// It has more bytes than are read.
    TooLarge {
        /// The most that is read, in MiB.
        limit: u64,
    },
    /// It is not UTF-8.
    NotText {
        /// Line of the first wrong byte, from 1.
        line: usize,
        /// Its column in code points, from 1.
        column: usize,
    },
    /// It is a file of another program, or in an encoding of its own.
    OtherFormat(OtherFormat),
    /// A review file that cannot be understood, or is too new.
    Review(Box<FileProblem>),
    /// A review file on another document, or by another reviewer, than its name says.
    OtherReview {
        /// The symbol in it.
        symbol: String,
        /// The reviewer in it.
        reviewer: String,
    },
    /// Another process holds the lock.
    Busy,
    /// A symbolic link to nothing.
    DanglingLink,
    /// Its permissions say that it is not to be written.
    WriteProtected,
    /// It is there already.
    Exists,
    /// What would have been written does not read back as what was meant. A fault of the program.
    NotAsMeant,
    /// What was done cannot be written down in the journal. A fault of the program.
    Journal {
        /// What is wrong with it.
        reason: String,
    },
    /// No backup of it could be made, and without one it is not written.
    NoBackup(Box<StoreError>),
    /// A draft file that cannot be understood.
    Draft {
        /// What is wrong with it.
        reason: String,
    },
}

/// A file, and why it could not be read or written.
#[derive(Debug, Clone, PartialEq)]
pub struct StoreError {
    /// Which file or folder.
    pub path: PathBuf,
    /// What is wrong with the file.
    pub trouble: Trouble,
}

impl StoreError {
    pub(super) fn new(path: &Path, trouble: Trouble) -> Self {
        Self { path: path.to_owned(), trouble }
    }

    pub(super) fn system(path: &Path, doing: Doing, error: &io::Error) -> Self {
        let kind = error.kind();
        // As one would have to type it, wherever one is.
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let barred = (kind == io::ErrorKind::PermissionDenied).then(|| barred(&whole, doing));
        Self::new(path, Trouble::System { doing, kind, reason: error.to_string(), barred })
    }

    /// Whether a review file was written by a newer program: it must not be touched.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        matches!(&self.trouble, Trouble::Review(problem) if problem.newer)
    }

    /// Whether what stands in a file, and not the disk, is in the way.
    #[must_use]
    pub fn is_about_content(&self) -> bool {
        let system = matches!(self.trouble, Trouble::System { .. } | Trouble::Busy);
        !system
    }

    /// Whether what was to be written is in the way: another change may still be.
    pub(super) fn is_about_a_change(&self) -> bool {
        matches!(self.trouble, Trouble::TooLarge { .. } | Trouble::NotAsMeant | Trouble::Review(_))
    }

    /// That a file is not there, told by someone who looked.
    #[must_use]
    pub fn not_found(path: &Path) -> Self {
        Self::system(path, Doing::Reading, &io::Error::from(io::ErrorKind::NotFound))
    }

    /// Whether the file is not there.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        matches!(self.trouble, Trouble::System { kind: io::ErrorKind::NotFound, .. })
    }

    /// The sentence: what happened, to which file, and what to do.
    #[must_use]
    pub fn user_message(&self) -> UserMessage {
        let path = self.path.display();
        match &self.trouble {
            Trouble::System { doing, kind, reason, barred } => {
                let sentence = match doing {
                    Doing::Reading => user_message("store-cannot-read"),
                    Doing::Writing => user_message("store-cannot-write"),
                    Doing::MakingFolder => user_message("store-cannot-make-folder"),
                    Doing::Locking => user_message("store-cannot-lock"),
                    Doing::Confirming => user_message("store-cannot-confirm"),
                    Doing::Removing => user_message("store-cannot-remove"),
                };
                sentence.with("path", path).and("reason", why(*kind, reason, barred.as_ref()))
            }
            Trouble::NotAFile => user_message("store-not-a-file").with("path", path),
            Trouble::TooLarge { limit } => {
                user_message("store-too-large").with("path", path).with("limit", limit)
            }
            Trouble::NotText { line, column } => {
                user_message("store-not-text").with("path", path).with("line", line).with("column", column)
            }
            Trouble::OtherFormat(kind) => {
                user_message("store-other-format").with("path", path).and("kind", kind.user_message())
            }
            Trouble::Review(problem) => {
                let place = user_message("store-review-broken").with("path", path).with("line", problem.line);
                let place = place.with("column", problem.column);
                place.and("problem", problem.said.clone()).and("hint", problem.hint.clone())
            }
            Trouble::OtherReview { symbol, reviewer } => user_message("store-other-review")
                .with("path", path)
                .with("symbol", symbol)
                .with("reviewer", reviewer),
            Trouble::Busy => user_message("store-busy").with("path", path),
            Trouble::DanglingLink => user_message("store-dangling-link").with("path", path),
            Trouble::WriteProtected => {
                let barred = Barred { path: self.path.clone(), allow: Some("u+rw") };
                user_message("store-write-protected")
                    .with("path", path)
                    .with("command", barred.command().unwrap_or_default())
            }
            Trouble::Exists => user_message("store-exists").with("path", path),
            Trouble::NotAsMeant => user_message("store-not-as-meant").with("path", path),
            Trouble::Journal { reason } => {
                user_message("store-journal-line").with("path", path).with("reason", reason)
            }
            Trouble::NoBackup(why) => {
                user_message("store-no-backup").with("path", path).and("why", why.user_message())
            }
            Trouble::Draft { reason } => {
                user_message("store-draft-damaged").with("path", path).with("reason", reason)
            }
        }
    }
}

/// The system's reason in plain words where there are some, else in its own.
fn why(kind: io::ErrorKind, reason: &str, barred: Option<&Barred>) -> UserMessage {
    use io::ErrorKind as Kind;
    if let Some(barred) = barred {
        return match barred.command() {
            Some(command) => user_message("store-why-permission").with("command", command),
            None => user_message("store-why-foreign").with("path", barred.path.display()),
        };
    }
    match kind {
        Kind::StorageFull => user_message("store-why-full"),
        Kind::QuotaExceeded => user_message("store-why-quota"),
        Kind::FileTooLarge => user_message("store-why-file-too-large"),
        Kind::ReadOnlyFilesystem => user_message("store-why-read-only"),
        Kind::NotFound => user_message("store-why-not-found"),
        Kind::IsADirectory => user_message("store-why-folder"),
        Kind::NotADirectory => user_message("store-why-not-folder"),
        Kind::InvalidFilename => user_message("store-why-name"),
        _ => user_message("store-why-other").with("reason", reason),
    }
}
