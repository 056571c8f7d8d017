//! Reading a file that might be anything: pipes and devices are refused before they are opened, size is bounded,
//! bytes must be UTF-8. Also the stamp by which a change from outside is noticed.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the function that opens files for reading, checked first"
)]

use std::fs::{File, Metadata, OpenOptions};
use std::io::{BufRead, BufReader, Read};
use std::ops::Range;
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

use memchr::memrchr;
use rustix::fs::OFlags;

use super::error::{StoreError, Trouble};
use super::permission::Doing;

const MIB: u64 = 1024 * 1024;

/// So many bytes are read at once from the end of a file.
const STEP: u64 = 64 * 1024;

/// The most bytes of a review file that are read or written: 32 MiB.
pub const REVIEW_LIMIT: u64 = 32 * MIB;

/// What tells one state of a file from another without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FileStamp {
    device: u64,
    inode: u64,
    size: u64,
    modified: i64,
    modified_ns: i64,
}

impl FileStamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self {
            device: metadata.dev(),
            inode: metadata.ino(),
            size: metadata.size(),
            modified: metadata.mtime(),
            modified_ns: metadata.mtime_nsec(),
        }
    }

    /// Size in bytes, and the time of the last change in seconds and nanoseconds: what outlives a restart.
    #[must_use]
    pub fn size_and_time(&self) -> (u64, i64, i64) {
        (self.size, self.modified, self.modified_ns)
    }

    /// The stamp of the file that a path leads to now; none if there is none that can be seen.
    pub(super) fn at(path: &Path) -> Option<Self> {
        std::fs::metadata(path).ok().map(|metadata| Self::of(&metadata))
    }
}

/// Opens a regular file for reading, and nothing else: a pipe would wait for ever, a device may do anything.
pub(super) fn open(path: &Path) -> Result<(File, Metadata), StoreError> {
    let system = |error| StoreError::system(path, Doing::Reading, &error);
    if !std::fs::metadata(path).map_err(system)?.is_file() {
        return Err(StoreError::new(path, Trouble::NotAFile));
    }
    // What the path leads to may have changed since: the flags keep opening harmless, the second look decides.
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path).map_err(system)?;
    let metadata = file.metadata().map_err(system)?;
    if metadata.is_file() { Ok((file, metadata)) } else { Err(StoreError::new(path, Trouble::NotAFile)) }
}

/// Reads a text file line by line, each with its number from 1, and none of it is held. A power cut may have left half a
/// character: what is no text becomes `\u{fffd}`.
pub(super) fn lines(path: &Path, limit: u64, mut take: impl FnMut(usize, &str)) -> Result<(), StoreError> {
    let (file, metadata) = open(path)?;
    if metadata.len() > limit {
        return Err(StoreError::new(path, Trouble::TooLarge { limit: limit / MIB }));
    }
    let mut file = BufReader::new(file.take(limit));
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let read = file.read_until(b'\n', &mut line);
        if read.map_err(|error| StoreError::system(path, Doing::Reading, &error))? == 0 {
            break;
        }
        take(number, &String::from_utf8_lossy(&line));
    }
    Ok(())
}

/// Reads a text file line by line from its end, as long as `take` wants more. It is held in steps, each as large as
/// what is held already: a line may be long.
pub(super) fn lines_from_end(
    path: &Path,
    limit: u64,
    mut take: impl FnMut(&str) -> bool,
) -> Result<(), StoreError> {
    let (file, metadata) = open(path)?;
    if metadata.len() > limit {
        return Err(StoreError::new(path, Trouble::TooLarge { limit: limit / MIB }));
    }
    let mut begins = metadata.len();
    // From there on to the end of the first line that was not taken yet.
    let mut held = Vec::new();
    while begins > 0 {
        let step = begins.min(STEP.max(held.len() as u64));
        begins -= step;
        let mut more = vec![0; usize::try_from(step).unwrap_or_default()];
        let read = file.read_exact_at(&mut more, begins);
        read.map_err(|error| StoreError::system(path, Doing::Reading, &error))?;
        more.append(&mut held);
        held = more;
        while let Some(before) = memrchr(b'\n', &held) {
            let line = held.split_off(before);
            if !take(String::from_utf8_lossy(&line).trim_start_matches('\n')) {
                return Ok(());
            }
        }
    }
    take(&String::from_utf8_lossy(&held));
    Ok(())
}

/// Reads a file of at most `limit` bytes.
pub(super) fn bytes(path: &Path, limit: u64) -> Result<(Vec<u8>, FileStamp), StoreError> {
    let too_large = || StoreError::new(path, Trouble::TooLarge { limit: limit / MIB });
    let (file, metadata) = open(path)?;
    if metadata.len() > limit {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    let read = file.take(limit + 1).read_to_end(&mut bytes);
    read.map_err(|error| StoreError::system(path, Doing::Reading, &error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > limit) {
        return Err(too_large());
    }
    Ok((bytes, FileStamp::of(&metadata)))
}

/// The first bytes of a file; a character that they end in the middle of is left out. None if it cannot be read.
pub(super) fn head(path: &Path, limit: u64) -> Option<Vec<u8>> {
    let (file, _) = open(path).ok()?;
    let mut head = Vec::new();
    file.take(limit).read_to_end(&mut head).ok()?;
    let torn = std::str::from_utf8(&head).err().filter(|error| error.error_len().is_none());
    head.truncate(torn.map_or(head.len(), |error| error.valid_up_to()));
    Some(head)
}

/// Reads some bytes of a text file, which the caller knows to be few.
pub(super) fn passage(path: &Path, bytes: Range<u64>) -> Result<(String, FileStamp), StoreError> {
    let system = |error| StoreError::system(path, Doing::Reading, &error);
    let (file, metadata) = open(path)?;
    let length = bytes.end.min(metadata.len()).saturating_sub(bytes.start);
    let mut read = vec![0; usize::try_from(length).unwrap_or_default()];
    file.read_exact_at(&mut read, bytes.start).map_err(system)?;
    let text = String::from_utf8(read)
        .map_err(|_| StoreError::new(path, Trouble::NotText { line: 1, column: 1 }))?;
    Ok((text, FileStamp::of(&metadata)))
}

/// Reads a text file of at most `limit` bytes.
pub(super) fn text(path: &Path, limit: u64) -> Result<(String, FileStamp), StoreError> {
    let (bytes, stamp) = bytes(path, limit)?;
    as_text(path, bytes).map(|text| (text, stamp))
}

/// Bytes of a file as text.
pub(super) fn as_text(path: &Path, bytes: Vec<u8>) -> Result<String, StoreError> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            let good = String::from_utf8_lossy(good);
            let line = good.matches('\n').count() + 1;
            let column = good.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            Err(StoreError::new(path, Trouble::NotText { line, column }))
        }
    }
}
