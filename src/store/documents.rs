//! Reading a document file. Documents are only ever read.

use std::io::ErrorKind;
use std::ops::Range;
use std::path::Path;

use super::error::{StoreError, Trouble};
use super::read::{self, FileStamp};
use crate::format::other_bytes;

/// The most bytes of a document file that are read: 64 MiB.
pub const DOCUMENT_LIMIT: u64 = 64 * 1024 * 1024;

/// The most bytes that are read as a passage of a document file: 1 MiB.
pub const PASSAGE_LIMIT: u64 = 1024 * 1024;

/// The text of a document file.
///
/// # Errors
/// It is not there, is no regular file, is larger than [`DOCUMENT_LIMIT`], is a file of another
/// program, or is not UTF-8 (with the line and column of the first wrong byte).
pub fn read_document(path: &Path) -> Result<String, StoreError> {
    read_stamped(path).map(|(text, _)| text)
}

/// What a document file holds, text or not.
///
/// # Errors
/// Those of [`read_document`], but for the last.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    read::bytes(path, DOCUMENT_LIMIT).map(|(bytes, _)| bytes)
}

/// The text of a document file, and the stamp of what was read.
///
/// # Errors
/// Those of [`read_document`].
pub fn read_stamped(path: &Path) -> Result<(String, FileStamp), StoreError> {
    let (bytes, stamp) = read::bytes(path, DOCUMENT_LIMIT)?;
    match other_bytes(&bytes) {
        Some(kind) => Err(StoreError::new(path, Trouble::OtherFormat(kind))),
        None => Ok((read::as_text(path, bytes)?, stamp)),
    }
}

/// The stamp of a document file; none if there is none that can be seen.
#[must_use]
pub fn stamp_of(path: &Path) -> Option<FileStamp> {
    FileStamp::at(path)
}

/// Some bytes of a document file as text; none if they cannot be read, are no text, or are more than
/// [`PASSAGE_LIMIT`].
#[must_use]
pub fn read_passage(path: &Path, bytes: Range<u64>) -> Option<(String, FileStamp)> {
    let few = bytes.end.saturating_sub(bytes.start) <= PASSAGE_LIMIT;
    few.then(|| read::passage(path, bytes).ok()).flatten()
}

/// Whether something is at that path, of whatever kind, or might be: where one may not look there may be anything.
#[must_use]
pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().map_or_else(|error| error.kind() == ErrorKind::PermissionDenied, |_| true)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

    use super::*;
    use crate::format::OtherFormat;

    #[test]
    fn what_is_no_text_file_is_refused_before_it_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let fifo = rustix::fs::FileType::Fifo;
        rustix::fs::mknodat(rustix::fs::CWD, at("fifo"), fifo, rustix::fs::Mode::RUSR, 0).unwrap();
        std::fs::write(at("latin"), b"a=1\n\xe4\xb8\xad\xe9").unwrap();
        std::fs::write(at("word"), b"PK\x03\x04 word/document.xml").unwrap();
        std::fs::File::create(at("large")).unwrap().set_len(DOCUMENT_LIMIT + 1).unwrap();
        std::fs::write(at("good"), "中文").unwrap();
        for (name, trouble) in [
            ("fifo", Trouble::NotAFile),
            (".", Trouble::NotAFile),
            ("/dev/zero", Trouble::NotAFile),
            ("latin", Trouble::NotText { line: 2, column: 2 }),
            ("word", Trouble::OtherFormat(OtherFormat::Docx)),
            ("large", Trouble::TooLarge { limit: 64 }),
        ] {
            assert_eq!(read_document(&at(name)).unwrap_err().trouble, trouble, "{name}");
        }
        assert!(read_document(&at("missing")).unwrap_err().is_not_found());
        assert_eq!(read_document(&at("good")).unwrap(), "中文");
    }
}
