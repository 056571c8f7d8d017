//! What can be made again at any time and is kept because that takes long. Losing it is harmless, so nothing here is
//! ever an error: what is damaged, of another form or of another version of the program is as if it were not there.
//! No word on what is in it.

use std::borrow::Cow;
use std::fs::Metadata;
use std::io::{self, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::atomic::replace_disposable;
use super::sweep::sweep;
use super::workspace::Workspace;
use super::{folders, read};

/// The most bytes of a part: 1 GiB.
const LIMIT: u64 = 1 << 30;
/// The most bytes of all parts: 2 GiB.
const ALL: u64 = 2 << 30;
/// Stands for the length of a part after the last one.
const END: u64 = u64::MAX;
/// Bytes of a seal, behind each part and behind the end.
const SEAL: usize = 32;

/// A file of a workspace's own folder below the program's cache folder. Its content is in parts, so that neither reading
/// nor writing it takes room for more than one of them.
#[derive(Debug, Clone)]
pub struct Cache {
    file: PathBuf,
    form: u32,
}

impl Cache {
    /// The file of that name. `form` is the number of the form of its content.
    #[must_use]
    pub fn new(cache: &Path, workspace: &Workspace, name: &str, form: u32) -> Self {
        Self { file: workspace.state(cache).join(name), form }
    }

    /// Where it lies.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Reads what was written, part by part, as long as `take` wants more. Says whether all of it was there, as this
    /// version of the program wrote it. Only then may anything be made of the parts. A link is not followed: what is
    /// read here is nobody else's.
    pub fn read(&self, mut take: impl FnMut(Vec<u8>) -> bool) -> bool {
        let is = |path: Option<&Path>, kind: fn(&Metadata) -> bool| {
            path.and_then(|path| path.symlink_metadata().ok()).is_some_and(|there| kind(&there))
        };
        is(self.file.parent(), Metadata::is_dir)
            && is(Some(&self.file), Metadata::is_file)
            && self.read_parts(&mut take).unwrap_or(false)
    }

    fn read_parts(&self, take: &mut dyn FnMut(Vec<u8>) -> bool) -> io::Result<bool> {
        let gone = |_| io::Error::from(ErrorKind::NotFound);
        let (file, metadata) = read::open(&self.file).map_err(gone)?;
        let mut left = metadata.len();
        let mut file = BufReader::new(file);
        for number in 0_u64.. {
            let mut part = Vec::new();
            let mut length = [0; 8];
            file.read_exact(&mut length)?;
            let length = u64::from_le_bytes(length);
            left = left.saturating_sub(8 + SEAL as u64);
            if length != END {
                if length > left.min(LIMIT) {
                    return Ok(false);
                }
                left -= length;
                part.reserve_exact(usize::try_from(length).unwrap_or_default());
                if file.by_ref().take(length).read_to_end(&mut part)? as u64 != length {
                    return Ok(false);
                }
            }
            let mut seal = [0; SEAL];
            file.read_exact(&mut seal)?;
            if self.seal(number, length, &part) != seal {
                return Ok(false);
            }
            if length == END {
                return Ok(left == 0);
            }
            if !take(part) {
                return Ok(false);
            }
        }
        Ok(false)
    }

    /// Writes it. `next` gives the part of a number: none is the end, an error gives it all up. Says whether it was
    /// written, for whoever wants to know.
    pub fn write<'p>(&self, mut next: impl FnMut(usize) -> io::Result<Option<Cow<'p, [u8]>>>) -> bool {
        let Some(folder) = self.file.parent() else { return false };
        if folders::make_own(folder).is_err()
            || self.file.symlink_metadata().is_ok_and(|there| !there.is_file())
        {
            return false;
        }
        sweep(folder);
        let written = replace_disposable(&self.file, |file| {
            let mut all = 0;
            for number in 0.. {
                let next = next(usize::try_from(number).unwrap_or(usize::MAX))?;
                let part = next.as_deref().unwrap_or_default();
                let bytes = part.len() as u64;
                all += bytes;
                if bytes > LIMIT || all > ALL {
                    return Err(ErrorKind::FileTooLarge.into());
                }
                let length = if next.is_some() { bytes } else { END };
                file.write_all(&length.to_le_bytes())?;
                file.write_all(part)?;
                file.write_all(&self.seal(number, length, part))?;
                if next.is_none() {
                    break;
                }
            }
            Ok(())
        });
        written.is_ok()
    }

    /// Over a part, its place, its form and the version of the program: one that differs in any of them does not fit.
    fn seal(&self, number: u64, length: u64, content: &[u8]) -> [u8; SEAL] {
        let hash = Sha256::new()
            .chain_update(concat!("rapporteur ", env!("CARGO_PKG_VERSION"), "\n"))
            .chain_update(self.form.to_le_bytes())
            .chain_update(number.to_le_bytes())
            .chain_update(length.to_le_bytes())
            .chain_update(content);
        hash.finalize().into()
    }
}

/// A hash of what a file holds, in hexadecimal digits.
#[must_use]
pub fn content_hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn cache(folder: &Path) -> Cache {
        let workspace = Workspace::open(folder).unwrap();
        Cache::new(&folder.join("cache"), &workspace, "index", 1)
    }

    fn write(cache: &Cache, parts: &[&[u8]]) -> bool {
        cache.write(|number| Ok(parts.get(number).map(|part| Cow::Borrowed(*part))))
    }

    fn read(cache: &Cache) -> Option<Vec<Vec<u8>>> {
        let mut parts = Vec::new();
        let whole = cache.read(|part| {
            parts.push(part);
            true
        });
        whole.then_some(parts)
    }

    #[test]
    fn what_was_written_is_read_and_is_its_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let cache = cache(folder.path());
        assert_eq!(read(&cache), None);
        let large = [7; 100_000];
        for parts in [&[&b"one"[..], b"", &large][..], &[], &[b""]] {
            assert!(write(&cache, parts));
            assert_eq!(read(&cache).unwrap(), parts);
        }
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(cache.file()), mode(cache.file().parent().unwrap())), (0o600, 0o700));
        assert!(!cache.read(|_| false), "who wants no more has not got all");
    }

    #[test]
    fn what_is_cut_or_altered_or_of_another_form_is_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let cache = cache(folder.path());
        assert!(write(&cache, &[b"some", b"content"]));
        let whole = fs::read(cache.file()).unwrap();
        for at in 0..whole.len() {
            fs::write(cache.file(), &whole[..at]).unwrap();
            assert_eq!(read(&cache), None, "cut at {at}");
            let mut flipped = whole.clone();
            flipped[at] ^= 1;
            fs::write(cache.file(), &flipped).unwrap();
            assert_eq!(read(&cache), None, "flipped at {at}");
        }
        fs::write(cache.file(), [&whole[..], b"x"].concat()).unwrap();
        assert_eq!(read(&cache), None, "something behind it");
        let second = 8 + 4 + SEAL;
        let end = second + 8 + 7 + SEAL;
        fs::write(cache.file(), [&whole[second..end], &whole[..second], &whole[end..]].concat()).unwrap();
        assert_eq!(read(&cache), None, "parts in another order");
        fs::write(cache.file(), &whole).unwrap();
        assert_eq!(read(&cache).unwrap(), [b"some".to_vec(), b"content".to_vec()]);
        assert_eq!(read(&Cache { form: 2, ..cache }), None);
    }

    #[test]
    fn one_that_was_given_up_leaves_the_former_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let cache = cache(folder.path());
        assert!(write(&cache, &[b"former"]));
        let first = |number| match number {
            0 => Ok(Some(Cow::Borrowed(&b"first"[..]))),
            _ => Err(ErrorKind::Interrupted.into()),
        };
        assert!(!cache.write(first));
        assert_eq!(read(&cache).unwrap(), [b"former".to_vec()]);
        assert_eq!(fs::read_dir(cache.file().parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn links_and_folders_in_its_place_and_folders_that_take_nothing_are_let_be() {
        let folder = tempfile::tempdir().unwrap();
        let cache = cache(folder.path());
        assert!(write(&cache, &[b"x"]));
        let elsewhere = folder.path().join("elsewhere");
        fs::rename(cache.file(), &elsewhere).unwrap();
        std::os::unix::fs::symlink(&elsewhere, cache.file()).unwrap();
        assert_eq!(read(&cache), None);
        let before = fs::read(&elsewhere).unwrap();
        assert!(!write(&cache, &[b"y"]));
        assert_eq!(fs::read(&elsewhere).unwrap(), before);
        fs::remove_file(cache.file()).unwrap();
        fs::create_dir(cache.file()).unwrap();
        assert!(!write(&cache, &[b"y"]) && read(&cache).is_none());
        let nowhere = Cache { file: "/proc/self/nowhere/index".into(), form: 1 };
        assert!(!write(&nowhere, &[b"y"]) && read(&nowhere).is_none());
    }
}
