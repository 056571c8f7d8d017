//! A whole workspace, looked at: what is wrong with its files, between them, and around them. Nothing is written,
//! no lock is taken, and nothing is judged of the words.
//!
//! `survey/reading.rs` reads, `survey/cross_references.rs` compares documents and reviews and touches no file,
//! `survey/permissions.rs` looks at permissions, links and what was left behind.
//!
//! # Files
//!
//! - `cross_references`: Documents and reviews compared with each other
//! - `permissions`: Around the files: who may read and write them, other names that they have, where links lead
//! - `reading`: Reads all documents and reviews of a workspace, and tells those that cannot be understood

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::format::{FileProblem, Severity, line_and_column};
use crate::messages::UserMessage;

use super::error::StoreError;
use super::workspace::Workspace;

mod cross_references;
mod permissions;
mod reading;

use reading::Read;

/// So many problems of one file are told.
const MOST: usize = 1_000;

/// What a workspace is like.
#[derive(Debug, Default)]
pub struct Survey {
    /// Of the workspace as a whole.
    pub around: Vec<Remark>,
    /// Files and folders with something wrong, by path.
    pub files: Vec<Looked>,
    /// What cannot be read.
    pub unread: Vec<StoreError>,
    /// How many documents there are.
    pub documents: usize,
    /// How many reviews there are.
    pub reviews: usize,
}

/// A file or folder with something wrong.
#[derive(Debug, Default)]
pub struct Looked {
    /// The file that was looked at.
    pub path: PathBuf,
    /// What the places of `problems` speak of.
    pub source: String,
    /// What is wrong in it, in order.
    pub problems: Vec<FileProblem>,
    /// What is wrong with it that stands at no place in it.
    pub remarks: Vec<Remark>,
}

/// Something that is wrong at no place in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub said: UserMessage,
    /// What to do; none: the sentence says it.
    pub hint: Option<UserMessage>,
}

/// Something that is wrong with a file, before its place is counted.
#[derive(Debug, PartialEq)]
struct Finding {
    path: PathBuf,
    /// Where in it, in bytes.
    byte: Option<usize>,
    severity: Severity,
    said: UserMessage,
    hint: UserMessage,
}

impl Finding {
    fn error(path: &Path, byte: Option<usize>, said: UserMessage, hint: UserMessage) -> Self {
        Self { path: path.to_owned(), byte, severity: Severity::Error, said, hint }
    }

    fn warning(path: &Path, byte: Option<usize>, said: UserMessage, hint: UserMessage) -> Self {
        Self { severity: Severity::Warning, ..Self::error(path, byte, said, hint) }
    }
}

impl Survey {
    /// Looks at a workspace as a reviewer of that name would use it.
    ///
    /// # Errors
    /// One of its folders cannot be listed.
    pub fn of(workspace: &Workspace, reviewer: &str) -> Result<Self, StoreError> {
        let Read { documents, reviews, broken, mut findings, counted, unread } = reading::read(workspace)?;
        let around = workspace.warnings().into_iter();
        let around = around.map(|said| Remark { severity: Severity::Warning, said, hint: None }).collect();
        findings.extend(cross_references::compare(&documents, &reviews));
        findings.extend(permissions::look(workspace, reviewer));
        let mut files: BTreeMap<PathBuf, Looked> = BTreeMap::new();
        for looked in broken {
            files.insert(looked.path.clone(), looked);
        }
        let sources = reviews.into_iter().map(|review| (review.path, review.source)).collect();
        put(findings, sources, &mut files);
        Ok(Self {
            around,
            files: files.into_values().filter(Looked::is_wrong).collect(),
            unread,
            documents: counted.0,
            reviews: counted.1,
        })
    }

    /// How many errors and how many warnings.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        let problems = self.files.iter().flat_map(|looked| &looked.problems).map(|problem| problem.severity);
        let remarks = self.files.iter().flat_map(|looked| &looked.remarks).chain(&self.around);
        let all: Vec<Severity> = problems.chain(remarks.map(|remark| remark.severity)).collect();
        let errors = all.iter().filter(|severity| **severity == Severity::Error).count();
        (errors, all.len() - errors)
    }
}

impl Looked {
    fn is_wrong(&self) -> bool {
        !self.problems.is_empty() || !self.remarks.is_empty()
    }
}

/// Puts findings to their files, with lines and columns.
fn put(
    mut findings: Vec<Finding>,
    mut sources: BTreeMap<PathBuf, String>,
    files: &mut BTreeMap<PathBuf, Looked>,
) {
    findings.sort_by(|a, b| (&a.path, a.byte).cmp(&(&b.path, b.byte)));
    for group in findings.chunk_by(|a, b| a.path == b.path) {
        let Some(path) = group.first().map(|finding| finding.path.clone()) else { continue };
        let looked = files.entry(path.clone()).or_insert_with(|| Looked { path, ..Looked::default() });
        if let Some(source) = sources.remove(&looked.path) {
            looked.source = source;
        }
        let (placed, unplaced): (Vec<&Finding>, Vec<&Finding>) =
            group.iter().take(MOST).partition(|finding| finding.byte.is_some());
        let places = line_and_column(&looked.source, placed.iter().filter_map(|finding| finding.byte));
        for (finding, (line, column)) in placed.into_iter().zip(places) {
            let Finding { byte, severity, said, hint, .. } = finding;
            let start = byte.unwrap_or_default();
            let (said, hint) = (said.clone(), hint.clone());
            looked.problems.push(FileProblem {
                severity: *severity,
                newer: false,
                line,
                column,
                span: start..start,
                said,
                hint,
            });
        }
        looked.problems.sort_by_key(|problem| problem.span.start);
        looked.remarks.extend(unplaced.into_iter().map(|finding| Remark {
            severity: finding.severity,
            said: finding.said.clone(),
            hint: Some(finding.hint.clone()),
        }));
    }
}
