//! What is kept of the index of a large workspace from one start to the next, in the cache folder: made again whenever
//! it does not fit, never missed, never wrong for longer than it takes to read the files. Notes, statuses and drafts are
//! not in it.

use std::borrow::Cow;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

use serde::{Deserialize, Serialize};

use super::catalog::Catalog;
use super::loading::FileIdentity;
use crate::model::Symbol;
use crate::search::{self, IndexLoader};
use crate::store::{Cache, Workspace};

/// From so many paragraphs on it takes long enough to make an index.
const LARGE: usize = 2_000;
/// The number of the form of what is written here, beside that of the index.
const FORM: u32 = 1;

/// A document file whose text is in the index that is kept, and by what it is known again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CachedFile {
    /// Its path. One that is no text is not kept.
    pub path: String,
    /// Its size, and the time of its last change.
    pub size_and_time: (u64, i64, i64),
    /// The hash of its content.
    pub hash: String,
    /// The symbol of the document.
    pub symbol: String,
    /// The language of its text.
    pub language: String,
    /// The bytes at which its paragraphs begin.
    pub starts: Vec<u32>,
}

impl CachedFile {
    /// A file that was read. None if it cannot be kept.
    #[must_use]
    pub fn of(path: &Path, (symbol, language): &(Symbol, String), seen: &FileIdentity) -> Option<Self> {
        Some(Self {
            path: path.to_str()?.to_owned(),
            size_and_time: seen.size_and_time,
            hash: seen.hash.clone(),
            symbol: symbol.0.clone(),
            language: language.clone(),
            starts: seen.starts.clone(),
        })
    }

    /// By what the file is known again.
    #[must_use]
    pub fn seen(&self) -> FileIdentity {
        FileIdentity {
            size_and_time: self.size_and_time,
            hash: self.hash.clone(),
            starts: self.starts.clone(),
        }
    }
}

/// What was kept: an index, and the files whose texts are in it.
type Content = (search::Index, Vec<CachedFile>);

/// Where the index of a workspace is kept.
#[derive(Debug)]
pub struct IndexCache {
    cache: Cache,
    /// It is being read already.
    coming: Option<JoinHandle<Option<Content>>>,
}

impl IndexCache {
    /// For a workspace, below the cache folder.
    #[must_use]
    pub fn at(cache: &Path, workspace: &Workspace) -> Self {
        let cache = Cache::new(cache, workspace, "index", FORM << 16 | search::Index::FORMAT);
        Self { cache, coming: None }
    }

    /// The same, and reading begins at once, on a thread of its own.
    #[must_use]
    pub fn begin(cache: &Path, workspace: &Workspace) -> Self {
        let Self { cache, .. } = Self::at(cache, workspace);
        let read = cache.clone();
        Self { cache, coming: Some(thread::spawn(move || content(&read))) }
    }

    /// Whether it is worth keeping the index of these documents: not of few paragraphs, and not of documents that were
    /// named, since another start names others.
    #[must_use]
    pub fn is_for(catalog: &Catalog) -> bool {
        let fronts = (0..catalog.sources.len()).filter_map(|place| catalog.front(place));
        catalog.is_whole() && fronts.map(|front| front.paragraphs).sum::<usize>() >= LARGE
    }

    /// What was kept, if it was kept whole by this version of the program.
    #[must_use]
    pub fn read(&mut self) -> Option<Content> {
        match self.coming.take() {
            Some(coming) => coming.join().ok().flatten(),
            None => content(&self.cache),
        }
    }

    /// Keeps an index and its files. `go_on` is asked now and then, and saying no leaves all as it was. Says whether it
    /// was done.
    pub fn write(
        &self,
        files: Vec<CachedFile>,
        searched: &search::Index,
        mut go_on: impl FnMut() -> bool,
    ) -> bool {
        self.cache.write(|number| {
            if !go_on() {
                return Err(io::Error::from(ErrorKind::Interrupted));
            }
            match number.checked_sub(1) {
                None => Ok(Some(Cow::Owned(serde_json::to_vec(&files)?))),
                Some(part) => Ok(searched.part(part)),
            }
        })
    }
}

/// One thread reads and proves the parts, another makes the index of them.
fn content(cache: &Cache) -> Option<Content> {
    let (parts, proved) = mpsc::sync_channel::<Vec<u8>>(0);
    thread::scope(|scope| {
        let made = scope.spawn(move || {
            let files: Vec<CachedFile> = serde_json::from_slice(&proved.recv().ok()?).ok()?;
            let mut loader = IndexLoader::default();
            let all = proved.into_iter().all(|part| loader.take(part));
            Some((loader.index().filter(|_| all)?, files))
        });
        let whole = cache.read(|part| parts.send(part).is_ok());
        drop(parts);
        made.join().ok().flatten().filter(|_| whole)
    })
}
