//! What is searched: the documents that can be opened, read one by one, with the notes on them. The open document
//! comes from the screen with what is not yet on disk; the others are as they are on disk.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use super::library::Library;
use crate::app::{Reach, SearchNote};
use crate::model::{Document, Symbol};
use crate::search::{self, Marks, NoteText};

/// A language version of a document.
type Version = (Symbol, String);

/// The documents that are searched, and those that are still to be read.
#[derive(Debug, Default)]
pub struct Holdings {
    searched: search::Library,
    documents: HashMap<Version, Arc<Document>>,
    /// The versions of each document, in the order in which they came.
    versions: HashMap<Symbol, Vec<String>>,
    open: Option<Version>,
    shelf: Option<Library>,
    /// Places on the shelf.
    unread: VecDeque<usize>,
}

impl Holdings {
    /// Nothing yet; what is on the shelf is to be read.
    #[must_use]
    pub fn of(shelf: Library) -> Self {
        let unread = (0..shelf.sources.len()).collect();
        Self { shelf: Some(shelf), unread, ..Self::default() }
    }

    /// The index.
    #[must_use]
    pub fn searched(&self) -> &search::Library {
        &self.searched
    }

    /// A document that is searched.
    #[must_use]
    pub fn document(&self, symbol: &Symbol, language: &str) -> Option<&Document> {
        self.documents.get(&(symbol.clone(), language.to_owned())).map(Arc::as_ref)
    }

    /// How much is searched by now.
    #[must_use]
    pub fn reach(&self) -> Reach {
        Reach { documents: self.versions.len(), unread: self.unread.len() }
    }

    /// Takes the open document with its notes and marks, as the screen has them.
    pub fn set_open(&mut self, document: &Arc<Document>, notes: &[SearchNote], marks: &Marks) {
        let version = (document.symbol().clone(), document.language().to_owned());
        let same = |held: &Arc<Document>| Arc::ptr_eq(held, document) || **held == **document;
        if !self.documents.get(&version).is_some_and(same) {
            self.put(Arc::clone(document));
        }
        let notes: Vec<NoteText<'_>> = notes
            .iter()
            .map(|note| NoteText {
                id: &note.id,
                reviewer: &note.reviewer,
                paragraph: &note.paragraph,
                kind: note.kind,
                body: &note.body,
                tags: note.tags.clone(),
            })
            .collect();
        self.searched.set_notes(&version.0, &version.1, &notes);
        self.searched.set_marks(&version.0, &version.1, marks);
        if self.open.as_ref() != Some(&version) {
            self.open = Some(version);
            let all: Vec<Symbol> = self.versions.keys().cloned().collect();
            all.iter().for_each(|symbol| self.choose(symbol));
        }
    }

    /// Reads one more document. `false` if none is left. One that cannot be read is passed over: the list of
    /// documents says why.
    pub fn read_next(&mut self) -> bool {
        let Some(place) = self.unread.pop_front() else { return false };
        let Some(document) = self.shelf.as_ref().and_then(|shelf| shelf.load(place).ok()) else {
            return true;
        };
        let version = (document.symbol().clone(), document.language().to_owned());
        if self.documents.contains_key(&version) {
            return true;
        }
        if let Some(mut store) = self.shelf.as_ref().and_then(|shelf| shelf.store(place, &version.0)) {
            self.put(Arc::new(document));
            let (mine, others) = (store.load().review, store.others().reviews);
            let notes: Vec<NoteText<'_>> = std::iter::once(&mine)
                .chain(&others)
                .flat_map(|review| review.live_notes().map(|note| NoteText::of(&review.reviewer, note)))
                .collect();
            self.searched.set_notes(&version.0, &version.1, &notes);
            let statuses = mine.marks.iter().map(|(number, mark)| (number.clone(), mark.status)).collect();
            let marks = Marks { statuses, drafts: Vec::new() };
            self.searched.set_marks(&version.0, &version.1, &marks);
            self.choose(&version.0);
        }
        if self.unread.is_empty() {
            self.searched.shrink();
        }
        true
    }

    fn put(&mut self, document: Arc<Document>) {
        let (symbol, language) = (document.symbol().clone(), document.language().to_owned());
        self.searched.put(&document);
        let versions = self.versions.entry(symbol.clone()).or_default();
        if !versions.contains(&language) {
            versions.push(language.clone());
        }
        self.documents.insert((symbol.clone(), language), document);
        self.choose(&symbol);
    }

    /// Of the versions of a document one is searched, unless a query asks for a language: the open one, one in the
    /// language of the open document, or the first.
    fn choose(&mut self, symbol: &Symbol) {
        let Some(versions) = self.versions.get(symbol) else { return };
        let wanted = self.open.as_ref().map(|(_, language)| language);
        let chosen = versions.iter().find(|version| Some(*version) == wanted).or_else(|| versions.first());
        for version in versions {
            self.searched.set_aside(symbol, version, Some(version) != chosen);
        }
    }
}
