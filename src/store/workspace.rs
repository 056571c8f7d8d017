//! A workspace: the folder in which documents and reviews lie, and what is where in it. Nothing is made here but
//! the default one; folders for reviews are made when something is saved.

#![expect(clippy::disallowed_methods, reason = "folders are looked into here")]

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::format::{OtherFormat, other_bytes, other_text};
use crate::messages::{UserMessage, user_message};
use crate::model::Symbol;

use super::error::StoreError;
use super::names::{doc_key, project_id, reviewer_slug};
use super::network::network;
use super::permission::Doing;
use super::sweep::sweep;
use super::{folders, read};

/// So many files that are no documents are told.
const MOST_STRANGERS: usize = 8;

/// So much of each is looked at, in bytes.
const HEAD: u64 = 64 * 1024;

/// A folder with `documents/` and `reviews/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    root: PathBuf,
    given: Vec<PathBuf>,
}

impl Workspace {
    /// The workspace in a folder that is there.
    ///
    /// # Errors
    /// The folder is not there, or is none.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let failed = |error| StoreError::system(folder, Doing::Reading, &error);
        let root = std::fs::canonicalize(folder).map_err(failed)?;
        // Listing tells whether it is a folder and may be read.
        std::fs::read_dir(&root).map_err(failed)?;
        Ok(Self { root, given: Vec::new() })
    }

    /// The workspace of a document file: its folder, or the one above if that is called `documents`. The document
    /// is among the workspace's documents wherever it lies.
    ///
    /// # Errors
    /// The document's folder is not there.
    pub fn of_document(document: &Path) -> Result<Self, StoreError> {
        let above = document.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let workspace = Self::open(above)?;
        let is_documents = workspace.root.file_name().is_some_and(|name| name == "documents");
        let root = workspace.root.parent().filter(|_| is_documents).unwrap_or(&workspace.root).to_owned();
        Ok(Self { root, given: Vec::new() }.with_document(document))
    }

    /// The workspace of someone who names none: the program's data folder. It is made by the first save and not
    /// before, so that reading needs no right to write.
    #[must_use]
    pub fn default_at(data: &Path) -> Self {
        // Links are followed as far as there is anything, so that the folder has one name before and after.
        let there = data.ancestors().find_map(|above| Some((above, std::fs::canonicalize(above).ok()?)));
        let root = match there {
            // Joined part by part: joining nothing would add a slash, and be another name.
            Some((above, real)) => {
                data.strip_prefix(above).into_iter().flatten().fold(real, |path, part| path.join(part))
            }
            None => data.to_owned(),
        };
        Self { root, given: Vec::new() }
    }

    /// Adds a document that was named directly.
    #[must_use]
    pub fn with_document(mut self, document: &Path) -> Self {
        self.given.push(document.to_owned());
        self
    }

    /// The folder, links followed.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The documents: those named directly, as they were named, then the rest of `documents/*.toml` by name.
    ///
    /// # Errors
    /// The folder cannot be read. One that is not there is empty.
    pub fn documents(&self) -> Result<Vec<PathBuf>, StoreError> {
        let real = |path: &PathBuf| std::fs::canonicalize(path).unwrap_or_else(|_| path.clone());
        let mut seen: Vec<PathBuf> = Vec::new();
        let mut documents = self.given.clone();
        documents.extend(folders::files(&self.root.join("documents"), "toml")?);
        documents.retain(|path| {
            let real = real(path);
            let new = !seen.contains(&real);
            seen.push(real);
            new
        });
        Ok(documents)
    }

    /// The folder of all reviews of a symbol.
    #[must_use]
    pub fn reviews(&self, symbol: &Symbol) -> PathBuf {
        self.root.join("reviews").join(doc_key(&symbol.0))
    }

    /// A reviewer's file for a symbol.
    #[must_use]
    pub fn review(&self, symbol: &Symbol, reviewer: &str) -> PathBuf {
        self.reviews(symbol).join(format!("{}.toml", reviewer_slug(reviewer)))
    }

    /// The folder of what is no one else's business: locks, and the generation before.
    pub(super) fn private(&self) -> PathBuf {
        self.root.join(".rapporteur")
    }

    /// The lock of a reviewer's file for a symbol.
    pub(super) fn lock(&self, symbol: &Symbol, reviewer: &str) -> PathBuf {
        let name = format!("{}.{}.lock", doc_key(&symbol.0), reviewer_slug(reviewer));
        self.private().join("locks").join(name)
    }

    /// The generation before of a reviewer's file for a symbol.
    #[must_use]
    pub fn previous(&self, symbol: &Symbol, reviewer: &str) -> PathBuf {
        let name = format!("{}.toml", reviewer_slug(reviewer));
        self.private().join("previous").join(doc_key(&symbol.0)).join(name)
    }

    /// The workspace's own folder below the program's state folder.
    #[must_use]
    pub fn state(&self, state: &Path) -> PathBuf {
        state.join(project_id(&self.root))
    }

    /// Removes temporary files that killed processes left, and says how many.
    pub fn sweep(&self) -> usize {
        let entries = |folder| std::fs::read_dir(folder).into_iter().flatten().flatten();
        let folders = entries(self.root.join("reviews")).chain(entries(self.private().join("previous")));
        // The workspace's own folder too: `.gitattributes` is written there.
        let own = sweep(&self.private()) + sweep(&self.root);
        folders.map(|entry| sweep(&entry.path())).sum::<usize>() + own
    }

    /// Files among the documents that are none, and what they are. Of one that has a document of its name beside it
    /// that is its original, and it is left out.
    fn strangers(&self) -> impl Iterator<Item = (PathBuf, OtherFormat)> {
        let all = folders::all(&self.root.join("documents")).unwrap_or_default();
        let is_document = |path: &Path| folders::has_ending(path, "toml");
        let stem = |path: &Path| path.file_stem().map(|stem| stem.to_ascii_lowercase());
        let stems: Vec<_> = all.iter().filter(|path| is_document(path)).map(|path| stem(path)).collect();
        let alone = move |path: &PathBuf| {
            let stem = stem(path);
            !is_document(path) && stem.as_deref() != Some("readme".as_ref()) && !stems.contains(&stem)
        };
        all.into_iter().filter(alone).take(MOST_STRANGERS).filter_map(|path| {
            let head = read::head(&path, HEAD)?;
            let kind = other_bytes(&head).or_else(|| other_text(std::str::from_utf8(&head).ok()?))?;
            Some((path, kind))
        })
    }

    /// What a careful person would want to know of the folder: files that are no documents, that it lies on another computer, that others own
    /// it, or may write in it.
    #[must_use]
    pub fn warnings(&self) -> Vec<UserMessage> {
        let kind = network(&self.root).or_else(|| network(&self.root.join("reviews")));
        let far = kind
            .map(|kind| user_message("store-network").with("path", self.root.display()).with("kind", kind));
        let mut warnings: Vec<UserMessage> = far.into_iter().collect();
        warnings.extend(self.strangers().map(|(path, kind)| {
            user_message("store-no-document").with("path", path.display()).and("kind", kind.user_message())
        }));
        let Ok(metadata) = std::fs::metadata(&self.root) else { return warnings };
        let own = rustix::process::geteuid().as_raw();
        if metadata.uid() != own {
            warnings.push(user_message("store-workspace-foreign").with("path", self.root.display()));
        }
        if metadata.mode() & 0o002 != 0 && metadata.mode() & 0o1000 == 0 {
            warnings.push(user_message("store-workspace-open").with("path", self.root.display()));
        }
        warnings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_document_brings_its_folder_or_the_one_above_documents() {
        let folder = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(folder.path()).unwrap();
        fs::create_dir(root.join("documents")).unwrap();
        for name in ["documents/b.toml", "documents/a.toml", "documents/.c.toml", "documents/d.txt", "e.toml"]
        {
            fs::write(root.join(name), "").unwrap();
        }
        let inside = Workspace::of_document(&root.join("documents/b.toml")).unwrap();
        assert_eq!(inside.root(), root);
        assert_eq!(
            inside.documents().unwrap(),
            [root.join("documents/b.toml"), root.join("documents/a.toml")]
        );
        let beside = Workspace::of_document(&root.join("e.toml")).unwrap();
        assert_eq!(beside.root(), root);
        assert_eq!(beside.documents().unwrap().first(), Some(&root.join("e.toml")));
        assert_eq!(beside.documents().unwrap().len(), 3);
    }

    #[test]
    fn a_workspace_that_is_not_there_is_told_and_an_empty_one_has_nothing() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Workspace::open(&folder.path().join("missing")).unwrap_err().is_not_found());
        fs::write(folder.path().join("file"), "").unwrap();
        Workspace::open(&folder.path().join("file")).unwrap_err();
        let later = Workspace::default_at(&folder.path().join("a/b"));
        assert!(later.documents().unwrap().is_empty());
        assert!(!folder.path().join("a").exists(), "nothing is made before there is something to save");
        fs::create_dir_all(folder.path().join("a/b")).unwrap();
        assert_eq!(
            Workspace::default_at(&folder.path().join("a/b")),
            later,
            "it has one name before and after"
        );
    }

    #[test]
    fn a_folder_that_anyone_may_write_in_is_warned_of() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::open(folder.path()).unwrap();
        assert!(workspace.warnings().is_empty());
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
        assert_eq!(workspace.warnings().first().unwrap().id, "store-workspace-open");
    }
}
