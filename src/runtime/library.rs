//! Which documents there are: files that were named, those of the workspace, and the one that is built in.
//! Used by the screen and by every command, so that both mean the same document.

use std::path::{Path, PathBuf};

use crate::app::{Entry, Version};
use crate::format::{BUILTINS, Builtin, Problems, read_document};
use crate::messages::{Said, said};
use crate::model::{Document, Review, Symbol};
use crate::store::{self, ReviewStore, StoreError, Workspace};

/// Where a document comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is part of the program.
    Builtin(Builtin),
    /// A file.
    File(PathBuf),
}

impl Origin {
    /// The name for messages.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Builtin(builtin) => builtin.file_name.to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }
}

/// A document and the workspace that its reviews belong to.
#[derive(Debug, Clone)]
pub struct Source {
    /// Where it comes from.
    pub origin: Origin,
    /// Where its reviews lie.
    pub workspace: Workspace,
}

/// Why a document or workspace cannot be had.
#[derive(Debug)]
pub enum LibraryError {
    /// A file or folder cannot be read.
    Store(StoreError),
    /// The file was read and is no document.
    Problems {
        /// Its name.
        name: String,
        /// What it holds.
        source: String,
        /// All that is wrong.
        problems: Problems,
    },
    /// No file and no symbol of the workspace is called so.
    Unknown {
        /// What was asked for.
        name: String,
        /// The workspace that was looked in.
        workspace: PathBuf,
    },
}

impl From<StoreError> for LibraryError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl LibraryError {
    /// The sentence: of several problems the first, with its place.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Store(error) => error.said(),
            Self::Problems { name, problems, .. } => match problems.first_error() {
                Some(problem) => said("library-problem")
                    .with("name", name)
                    .with("line", problem.line)
                    .with("column", problem.column)
                    .and("problem", problem.said.clone())
                    .count("count", problems.len()),
                None => said("library-unreadable").with("name", name),
            },
            Self::Unknown { name, workspace } => {
                said("library-unknown").with("name", name).with("workspace", workspace.display())
            }
        }
    }
}

/// The documents that can be opened.
#[derive(Debug, Clone)]
pub struct Library {
    /// Them, in order.
    pub sources: Vec<Source>,
    /// Whose reviews are meant.
    pub reviewer: String,
}

impl Library {
    /// The documents that were named on the command line, each by file or symbol; if none was, those of the
    /// workspace and the built-in one.
    ///
    /// # Errors
    /// A named document or the workspace is not there.
    pub fn open(
        named: &[String],
        workspace: Option<&Path>,
        data: &Path,
        reviewer: &str,
    ) -> Result<Self, LibraryError> {
        let default = || match workspace {
            Some(folder) => Workspace::open(folder),
            None => Ok(Workspace::default_at(data)),
        };
        let mut sources = Vec::new();
        if named.is_empty() {
            sources = shelf(&default()?)?;
        }
        for name in named {
            let path = Path::new(name);
            if store::exists(path) {
                let of = match workspace {
                    Some(folder) => Workspace::open(folder)?.with_document(path),
                    None => Workspace::of_document(path)?,
                };
                sources.push(Source { origin: Origin::File(path.to_owned()), workspace: of });
                continue;
            }
            let place = default()?;
            let wanted = Symbol(name.clone());
            let found = shelf(&place)?
                .into_iter()
                .find(|source| load(&source.origin).is_ok_and(|document| *document.symbol() == wanted));
            match found {
                Some(source) => sources.push(source),
                // What looks like a file is told as a file that is not there.
                None if name.ends_with(".toml") => return Err(StoreError::not_found(path).into()),
                None => {
                    let workspace = place.root().to_owned();
                    return Err(LibraryError::Unknown { name: name.clone(), workspace });
                }
            }
        }
        Ok(Self { sources, reviewer: reviewer.to_owned() })
    }

    /// Reads a document.
    ///
    /// # Errors
    /// It cannot be read, or is no document.
    pub fn load(&self, place: usize) -> Result<Document, LibraryError> {
        let source = self
            .sources
            .get(place)
            .ok_or_else(|| LibraryError::Unknown { name: place.to_string(), workspace: PathBuf::new() })?;
        load(&source.origin)
    }

    /// The store of the reviewer's own review of a document.
    #[must_use]
    pub fn store(&self, place: usize, symbol: &Symbol) -> Option<ReviewStore> {
        let source = self.sources.get(place)?;
        Some(ReviewStore::new(&source.workspace, symbol, &self.reviewer))
    }

    /// The other language versions of these documents join them, as far as their workspaces have them.
    ///
    /// # Errors
    /// A workspace cannot be read.
    pub fn with_versions(mut self) -> Result<Self, LibraryError> {
        let named: Vec<Source> = self.sources.clone();
        let known =
            |origin: &Origin| load(origin).ok().map(|d| (d.symbol().clone(), d.language().to_owned()));
        let mut have: Vec<(Symbol, String)> =
            named.iter().filter_map(|source| known(&source.origin)).collect();
        for source in named {
            let Some((symbol, _)) = known(&source.origin) else { continue };
            for other in shelf(&source.workspace)? {
                if let Some(version) = known(&other.origin).filter(|version| version.0 == symbol)
                    && !have.contains(&version)
                {
                    have.push(version);
                    self.sources.push(other);
                }
            }
        }
        Ok(self)
    }

    /// The version of a document in a language, and its place among the sources.
    #[must_use]
    pub fn version(&self, symbol: &Symbol, language: &str) -> Option<(usize, Document)> {
        (0..self.sources.len()).find_map(|place| {
            let document = self.load(place).ok()?;
            (document.symbol() == symbol && document.language() == language).then_some((place, document))
        })
    }

    /// The documents as the list shows them: language versions of one symbol together, parts of a report in order.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        for (place, source) in self.sources.iter().enumerate() {
            let document = match load(&source.origin) {
                Ok(document) => document,
                Err(error) => {
                    entries.push(Entry {
                        symbol: source.origin.name(),
                        title: String::new(),
                        versions: vec![Version { language: String::new(), source: place }],
                        reviewed: (0, 0),
                        trouble: Some(error.said()),
                    });
                    continue;
                }
            };
            let version = Version { language: document.masthead.language.clone(), source: place };
            let same = |entry: &&mut Entry| entry.trouble.is_none() && entry.symbol == document.symbol().0;
            if let Some(entry) = entries.iter_mut().find(same) {
                entry.versions.push(version);
                continue;
            }
            let review = self.store(place, document.symbol()).map(|mut store| store.load().review);
            let review = review.unwrap_or_else(|| Review::new(document.symbol().clone(), &self.reviewer));
            let progress = review.progress(&document, 0..document.paragraphs.len());
            let session = document.masthead.session.as_deref().map(|s| format!(" ∙ {s}"));
            entries.push(Entry {
                symbol: document.masthead.symbol.0.clone(),
                title: format!("{}{}", document.masthead.title, session.unwrap_or_default()),
                versions: vec![version],
                reviewed: (progress.reviewed(), progress.total),
                trouble: None,
            });
        }
        // What cannot be opened stands behind what can.
        entries.sort_by(|a, b| {
            let symbol = |entry: &Entry| Symbol(entry.symbol.clone());
            a.trouble.is_some().cmp(&b.trouble.is_some()).then_with(|| symbol(a).in_list(&symbol(b)))
        });
        entries
    }
}

/// The documents of a workspace, and the built-in ones unless the workspace has them in the same language.
fn shelf(workspace: &Workspace) -> Result<Vec<Source>, StoreError> {
    let files = workspace.documents()?;
    let mut sources: Vec<Source> = files
        .into_iter()
        .map(|path| Source { origin: Origin::File(path), workspace: workspace.clone() })
        .collect();
    for builtin in BUILTINS {
        let builtin = Source { origin: Origin::Builtin(builtin), workspace: workspace.clone() };
        let same = |source: &Source| match (load(&source.origin), load(&builtin.origin)) {
            (Ok(a), Ok(b)) => a.symbol() == b.symbol() && a.language() == b.language(),
            _ => false,
        };
        if !sources.iter().any(same) {
            sources.push(builtin);
        }
    }
    Ok(sources)
}

fn load(origin: &Origin) -> Result<Document, LibraryError> {
    let source = match origin {
        Origin::Builtin(builtin) => builtin.source.to_owned(),
        Origin::File(path) => store::read_document(path)?,
    };
    read_document(&source).map_err(|problems| LibraryError::Problems {
        name: origin.name(),
        source,
        problems,
    })
}
