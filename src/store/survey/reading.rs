//! Reads all documents and reviews of a workspace, and tells those that cannot be understood.

use std::path::{Path, PathBuf};

use super::{Finding, Looked};
use crate::format::{
    BUILTINS, inspect_document, inspect_review, is_document, normal, outline, read_document, read_words,
};
use crate::messages::user_message;
use crate::store::documents::DOCUMENT_LIMIT;
use crate::store::error::StoreError;
use crate::store::read::REVIEW_LIMIT;
use crate::store::workspace::Workspace;
use crate::store::{folders, read};

use super::cross_references::{DocumentFile, ReviewFile};

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Documents that can be used, the built-in ones that the workspace does not have among them.
    pub documents: Vec<DocumentFile>,
    /// Reviews that can be used.
    pub reviews: Vec<ReviewFile>,
    /// Files that were read and have problems of their own.
    pub broken: Vec<Looked>,
    /// What is wrong with names and kinds.
    pub findings: Vec<Finding>,
    /// How many documents and reviews could be read, right or wrong.
    pub counted: (usize, usize),
    /// Files that could not be read.
    pub unread: Vec<StoreError>,
}

pub(super) fn read(workspace: &Workspace) -> Result<Read, StoreError> {
    let mut into = Read::default();
    for path in documents(workspace)? {
        match read::text(&path, DOCUMENT_LIMIT) {
            Ok((source, _)) => document(path, source, &mut into),
            Err(error) => into.unread.push(error),
        }
    }
    for builtin in BUILTINS {
        if let Ok(document) = read_document(builtin.source) {
            let same = |file: &DocumentFile| {
                file.document.symbol() == document.symbol() && file.document.language() == document.language()
            };
            if !into.documents.iter().any(same) {
                into.documents.push(DocumentFile { path: None, document });
            }
        }
    }
    reviews(workspace, &mut into)?;
    Ok(into)
}

/// Those in `documents/`, and those that lie in the folder itself: a document named on the command line makes its
/// own folder the workspace.
fn documents(workspace: &Workspace) -> Result<Vec<PathBuf>, StoreError> {
    let mut documents = workspace.documents()?;
    for path in folders::files(workspace.root(), "toml")? {
        // Whatever else is called .toml is no business of this program.
        let source = read::text(&path, DOCUMENT_LIMIT);
        if !documents.contains(&path) && source.is_ok_and(|(source, _)| is_document(&source)) {
            documents.push(path);
        }
    }
    Ok(documents)
}

fn document(path: PathBuf, source: String, into: &mut Read) {
    into.counted.0 += 1;
    let inspection = inspect_document(&source);
    if !inspection.problems.is_empty() || inspection.document.is_none() {
        let problems = inspection.problems.into_iter().collect();
        // Of a document only that which was wrong is shown; what is right need not be kept.
        into.broken.push(Looked { path: path.clone(), source, problems, remarks: Vec::new() });
    }
    if let Some(document) = inspection.document {
        into.documents.push(DocumentFile { path: Some(path), document });
    }
}

fn reviews(workspace: &Workspace, into: &mut Read) -> Result<(), StoreError> {
    let folder = workspace.root().join("reviews");
    for path in folders::files(&folder, "toml")? {
        into.findings.push(no_review(&path));
    }
    for folder in folders::below(&folder)? {
        for path in folders::files(&folder, "toml")? {
            if path.file_stem().is_none_or(|stem| stem.as_encoded_bytes().contains(&b'.')) {
                into.findings.push(no_review(&path));
                continue;
            }
            match read::text(&path, REVIEW_LIMIT) {
                Ok((source, _)) => review(workspace, path, &source, into),
                Err(error) => into.unread.push(error),
            }
        }
    }
    Ok(())
}

fn no_review(path: &Path) -> Finding {
    Finding::warning(path, None, user_message("check-no-review"), user_message("check-no-review-hint"))
}

fn review(workspace: &Workspace, path: PathBuf, source: &str, into: &mut Read) {
    let source = normal(source);
    into.counted.1 += 1;
    let read = read_words(&source, None).map(|(review, sides)| (review, sides.is_some()));
    if !matches!(read, Ok((_, false))) {
        let problems = inspect_review(&source);
        let (path, source) = (path.clone(), source.clone());
        into.broken.push(Looked {
            path,
            source,
            problems: problems.into_iter().collect(),
            remarks: Vec::new(),
        });
    }
    if let Ok((review, _)) = read {
        let meant = workspace.review(&review.symbol, &review.reviewer);
        let outline = outline(&source);
        into.reviews.push(ReviewFile { path, source, review, outline, meant });
    }
}
