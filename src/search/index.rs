//! A library of one document, for whoever has one only.

use std::sync::Arc;

use crate::model::Document;

use super::hit::Found;
use super::library::Library;
use super::query::Query;
use super::record::NoteText;
use super::running::Search;

/// One document (one language version) and the notes on it, folded and ready to be searched.
#[derive(Debug, Clone)]
pub struct Index {
    document: Arc<Document>,
    library: Library,
}

impl Index {
    /// Folds a document and notes.
    #[must_use]
    pub fn build(document: &Arc<Document>, notes: &[NoteText<'_>]) -> Self {
        let mut library = Library::default();
        library.put(document);
        let mut index = Self { document: Arc::clone(document), library };
        index.set_notes(notes);
        index
    }

    /// Whether it was built from this document.
    #[must_use]
    pub fn is_of(&self, document: &Arc<Document>) -> bool {
        Arc::ptr_eq(&self.document, document) || *self.document == **document
    }

    /// Takes these notes for those that it had; the document is not folded again.
    pub fn set_notes(&mut self, notes: &[NoteText<'_>]) {
        self.library.set_notes(self.document.symbol(), self.document.language(), notes);
    }

    /// Takes these statuses and drafts for those that it had.
    pub fn set_marks(&mut self, marks: &super::record::Marks) {
        self.library.set_marks(self.document.symbol(), self.document.language(), marks);
    }

    /// The library.
    #[must_use]
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Searches. Gives the best `limit` hits, and counts all.
    #[must_use]
    pub fn find(&self, query: &Query, limit: usize) -> Found {
        let mut search = Search::new(&self.library, query, limit);
        search.finish();
        search.found(|_, _, at| self.document.paragraphs.get(at).map(|paragraph| paragraph.text().into()))
    }
}
