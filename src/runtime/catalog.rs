//! Which documents there are: files that were named, those of the workspace, and the one that is built in.
//! Used by the screen and by every command, so that both mean the same document.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::catalog_error::CatalogError;
use crate::app::{Entry, SourceId, Version};
use crate::format::{BUILTINS, Builtin, Front, read_document, read_front};
use crate::messages::{nearest, user_message};
use crate::model::{Document, Masthead, Review, ReviewStatus, Symbol};
use crate::store::{self, FileStamp, ReviewStore, StoreError, Workspace};

/// Where a document comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentSource {
    /// It is part of the program.
    Builtin(Builtin),
    /// A file of the workspace or of the command line.
    File(PathBuf),
}

impl DocumentSource {
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
    pub origin: DocumentSource,
    /// Where its reviews lie.
    pub workspace: Workspace,
    /// Its masthead, as it was when the list of documents was made; none if it was no document.
    front: Option<Arc<Front>>,
}

impl Source {
    /// A document of a workspace; its front is read.
    fn new(origin: DocumentSource, workspace: Workspace) -> Self {
        let front = match &origin {
            DocumentSource::Builtin(builtin) => read_front(builtin.source.as_bytes()),
            DocumentSource::File(path) => store::read_bytes(path).ok().and_then(|bytes| read_front(&bytes)),
        };
        Self { origin, workspace, front: front.map(Arc::new) }
    }

    /// Its masthead and how many paragraphs it seems to have; none if it was no document.
    #[must_use]
    pub fn front(&self) -> Option<&Front> {
        self.front.as_deref()
    }

    fn is_of(&self, symbol: &Symbol) -> bool {
        self.front().is_some_and(|front| front.masthead.symbol == *symbol)
    }

    fn is_version(&self, symbol: &Symbol, language: &str) -> bool {
        self.is_of(symbol) && self.front().is_some_and(|front| front.masthead.language == language)
    }
}

/// The documents that can be opened.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// Them, in order.
    pub sources: Vec<Source>,
    /// Whose reviews are meant.
    pub reviewer: String,
    /// Whether they are all documents of one workspace: none was named.
    whole: bool,
}

impl Catalog {
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
    ) -> Result<Self, CatalogError> {
        let default = || Self::workspace(workspace, data);
        let mut sources = Vec::new();
        if named.is_empty() {
            sources = catalog(&default()?)?;
        }
        for name in named {
            let path = Path::new(name);
            if path.is_dir() {
                return Err(CatalogError::Folder(path.to_owned()));
            }
            if store::exists(path) {
                let of = match workspace {
                    Some(folder) => Workspace::open(folder)?.with_document(path),
                    None => Workspace::of_document(path)?,
                };
                sources.push(Source::new(DocumentSource::File(path.to_owned()), of));
                continue;
            }
            let place = default()?;
            let wanted = Symbol(name.clone());
            let catalog = catalog(&place)?;
            match catalog.iter().find(|source| source.is_of(&wanted)) {
                Some(source) => sources.push(source.clone()),
                // What looks like a file is told as a file that is not there.
                None if store::has_ending(path, "toml") => return Err(StoreError::not_found(path).into()),
                None => {
                    let workspace = place.root().to_owned();
                    let symbols =
                        catalog.iter().filter_map(Source::front).map(|f| f.masthead.symbol.0.as_str());
                    let near = nearest(name, symbols).map(str::to_owned);
                    return Err(CatalogError::Unknown { name: name.clone(), workspace, near });
                }
            }
        }
        Ok(Self { sources, reviewer: reviewer.to_owned(), whole: named.is_empty() })
    }

    /// The place of a file among the sources; it becomes the last of them if it is none yet.
    ///
    /// # Errors
    /// It is not there, or lies in no folder that can be a workspace.
    pub(super) fn of_file(&mut self, path: &str) -> Result<usize, CatalogError> {
        let path = Path::new(path);
        if !store::exists(path) {
            return Err(StoreError::not_found(path).into());
        }
        let is_it = |source: &Source| matches!(&source.origin, DocumentSource::File(known) if known == path);
        if let Some(place) = self.sources.iter().position(is_it) {
            return Ok(place);
        }
        self.sources.push(Source::new(DocumentSource::File(path.to_owned()), Workspace::of_document(path)?));
        Ok(self.sources.len() - 1)
    }

    /// Reads a document.
    ///
    /// # Errors
    /// It cannot be read, or is no document.
    pub fn load(&self, place: usize) -> Result<Document, CatalogError> {
        self.read(place).map(|(document, _)| document)
    }

    /// Reads a document, and gives with it what its file holds.
    ///
    /// # Errors
    /// Those of [`load`](Self::load).
    pub(super) fn read(&self, place: usize) -> Result<(Document, Option<(String, FileStamp)>), CatalogError> {
        let source = self.sources.get(place).ok_or_else(|| CatalogError::Unknown {
            name: place.to_string(),
            workspace: PathBuf::new(),
            near: None,
        })?;
        read(&source.origin)
    }

    /// The front of a document; none if it was no document.
    #[must_use]
    pub fn front(&self, place: usize) -> Option<&Front> {
        self.sources.get(place).and_then(Source::front)
    }

    /// Whether these are all documents of a workspace.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// The workspace that is meant where no document is named: the one that was named, or that of the program's data.
    ///
    /// # Errors
    /// The one that was named is not there.
    pub fn workspace(named: Option<&Path>, data: &Path) -> Result<Workspace, StoreError> {
        match named {
            Some(folder) => Workspace::open(folder),
            None => Ok(Workspace::default_at(data)),
        }
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
    pub fn with_versions(mut self) -> Result<Self, CatalogError> {
        if self.whole {
            return Ok(self);
        }
        let key = |source: &Source| {
            let masthead = &source.front()?.masthead;
            Some((masthead.symbol.clone(), masthead.language.clone()))
        };
        let symbols: HashSet<Symbol> =
            self.sources.iter().filter_map(key).map(|(symbol, _)| symbol).collect();
        let mut have: HashSet<(Symbol, String)> = self.sources.iter().filter_map(key).collect();
        let mut looked: Vec<Workspace> = Vec::new();
        for source in self.sources.clone() {
            if looked.contains(&source.workspace) {
                continue;
            }
            for other in catalog(&source.workspace)? {
                if let Some(version) = key(&other)
                    && symbols.contains(&version.0)
                    && have.insert(version)
                {
                    self.sources.push(other);
                }
            }
            looked.push(source.workspace);
        }
        Ok(self)
    }

    /// The version of a document in a language, and its place among the sources.
    #[must_use]
    pub fn version(&self, symbol: &Symbol, language: &str) -> Option<(usize, Document)> {
        self.sources.iter().enumerate().filter(|(_, source)| source.is_version(symbol, language)).find_map(
            |(place, _)| {
                let document = self.load(place).ok()?;
                (document.symbol() == symbol && document.language() == language).then_some((place, document))
            },
        )
    }

    /// The documents as the list shows them: language versions of one symbol together, parts of a report in order. Made
    /// from their fronts: whoever reads the documents whole may know better ([`Msg::Listed`](crate::app::Msg)).
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut places: HashMap<&Symbol, usize> = HashMap::new();
        for (place, source) in self.sources.iter().enumerate() {
            let Some(front) = source.front() else {
                entries.push(self.not_a_document(place));
                continue;
            };
            let masthead = &front.masthead;
            let version = Version { language: masthead.language.clone(), source: SourceId(place) };
            if let Some(entry) = places.get(&masthead.symbol).and_then(|&at| entries.get_mut(at)) {
                entry.versions.push(version);
                continue;
            }
            let review = self.store(place, &masthead.symbol).map(|mut store| store.load().review);
            let marks = review.iter().flat_map(Review::marks);
            let reviewed = marks.filter(|mark| mark.status != ReviewStatus::Unreviewed).count();
            let session = masthead.session.as_deref().map(|s| format!(" ∙ {s}"));
            places.insert(&masthead.symbol, entries.len());
            entries.push(Entry {
                symbol: masthead.symbol.0.clone(),
                title: format!("{}{}", masthead.title, session.unwrap_or_default()),
                versions: vec![version],
                reviewed: (reviewed.min(front.paragraphs), front.paragraphs),
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

    fn not_a_document(&self, place: usize) -> Entry {
        let name = self.sources.get(place).map(|source| source.origin.name()).unwrap_or_default();
        let version = Version { language: String::new(), source: SourceId(place) };
        Entry {
            trouble: self.load(place).err().map(|error| error.user_message()).or_else(|| {
                // It has become one since.
                Some(user_message("library-unreadable").with("name", &name))
            }),
            symbol: name,
            title: String::new(),
            versions: vec![version],
            reviewed: (0, 0),
        }
    }
}

/// The documents of a workspace, and the built-in ones unless the workspace has them in the same language.
fn catalog(workspace: &Workspace) -> Result<Vec<Source>, StoreError> {
    let files = workspace.documents()?;
    let new = |origin| Source::new(origin, workspace.clone());
    let mut sources: Vec<Source> = files.into_iter().map(|path| new(DocumentSource::File(path))).collect();
    for builtin in BUILTINS {
        let builtin = new(DocumentSource::Builtin(builtin));
        let Some(front) = builtin.front() else { continue };
        let Masthead { symbol, language, .. } = &front.masthead;
        let mut there = false;
        for source in sources.iter_mut().filter(|source| source.is_version(symbol, language)) {
            // What is in its place must be one that can be read; what cannot be is told by its name.
            match load(&source.origin) {
                Ok(_) => there = true,
                Err(_) => source.front = None,
            }
        }
        if !there {
            sources.push(builtin);
        }
    }
    Ok(sources)
}

fn load(origin: &DocumentSource) -> Result<Document, CatalogError> {
    read(origin).map(|(document, _)| document)
}

fn read(origin: &DocumentSource) -> Result<(Document, Option<(String, FileStamp)>), CatalogError> {
    let wrong = |source: &str, problems| CatalogError::Problems {
        name: origin.name(),
        source: source.to_owned(),
        problems,
    };
    match origin {
        DocumentSource::Builtin(builtin) => match read_document(builtin.source) {
            Ok(document) => Ok((document, None)),
            Err(problems) => Err(wrong(builtin.source, problems)),
        },
        DocumentSource::File(path) => {
            let (text, stamp) = store::read_stamped(path)?;
            match read_document(&text) {
                Ok(document) => Ok((document, Some((text, stamp)))),
                Err(problems) => Err(wrong(&text, problems)),
            }
        }
    }
}
