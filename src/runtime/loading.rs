//! Reading a document of the catalog with all that a search wants to know of it: its text, the notes on it, and by what
//! one sees later that the file is still the same. Holds nothing and decides nothing.

use super::catalog::{Catalog, DocumentSource};
use crate::format;
use crate::messages::UserMessage;
use crate::model::{Document, Review};
use crate::store;

/// What a document is read for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Nothing is known of it yet.
    First,
    /// It may have changed.
    Again,
    /// Its content should have this hash: only if it has another it is read.
    Check(String),
}

/// What is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadRequest {
    /// The place on the catalog.
    pub place: usize,
    /// What it is read for.
    pub purpose: Purpose,
}

/// By what a document file is known again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileIdentity {
    /// Its size in bytes, and the time of its last change in seconds and nanoseconds.
    pub size_and_time: (u64, i64, i64),
    /// The hash of its content.
    pub hash: String,
    /// The bytes at which its paragraphs begin; none where that could not be told.
    pub starts: Vec<u32>,
}

/// A document, read.
#[derive(Debug)]
pub struct LoadedDocument {
    /// What the file says.
    pub document: Document,
    /// The file; none for what is built in.
    pub seen: Option<FileIdentity>,
    /// The reviewer's own review.
    pub mine: Review,
    /// Other reviewers' reviews.
    pub others: Vec<Review>,
}

/// What came of a request.
#[derive(Debug)]
pub enum LoadResult {
    /// What the file says, newly read.
    Document(Box<LoadedDocument>),
    /// The file is as it was.
    Same,
    /// It cannot be read, or is no document.
    Nothing(UserMessage),
}

/// A request that was run.
#[derive(Debug)]
pub struct LoadAnswer {
    /// The request that is answered.
    pub request: LoadRequest,
    /// What came of it.
    pub came: LoadResult,
}

/// Runs a request.
pub fn read(catalog: &Catalog, request: LoadRequest) -> LoadAnswer {
    let came = came(catalog, &request);
    LoadAnswer { request, came }
}

fn came(catalog: &Catalog, request: &LoadRequest) -> LoadResult {
    let origin = catalog.sources.get(request.place).map(|source| &source.origin);
    if let (Purpose::Check(hash), Some(DocumentSource::File(path))) = (&request.purpose, origin)
        && store::read_document(path).is_ok_and(|text| store::content_hash(&text) == *hash)
    {
        return LoadResult::Same;
    }
    match catalog.read(request.place) {
        Ok((document, file)) => {
            let (mine, others) = reviews(catalog, request.place, &document);
            let seen = file.map(|(text, stamp)| seen(&document, &text, stamp.size_and_time()));
            LoadResult::Document(Box::new(LoadedDocument { document, seen, mine, others }))
        }
        Err(error) => LoadResult::Nothing(error.user_message()),
    }
}

/// The reviews of a document, as they are on disk.
fn reviews(catalog: &Catalog, place: usize, document: &Document) -> (Review, Vec<Review>) {
    match catalog.store(place, document.symbol()) {
        Some(mut store) => (store.load().review, store.others().reviews),
        None => (Review::new(document.symbol().clone(), &catalog.reviewer), Vec::new()),
    }
}

fn seen(document: &Document, text: &str, size_and_time: (u64, i64, i64)) -> FileIdentity {
    let starts: Vec<u32> =
        format::passages(text.as_bytes()).filter_map(|start| u32::try_from(start).ok()).collect();
    let all = starts.len() == document.paragraphs.len();
    FileIdentity {
        size_and_time,
        hash: store::content_hash(text),
        starts: if all { starts } else { Vec::new() },
    }
}
