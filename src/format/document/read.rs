//! A document file as a whole: its version, its tables, and whether they fit together. What each table holds is
//! read in the file of its name.

use super::{facts, masthead, paragraphs, reference, sections, speakers};
use crate::format::findings::{FileKind, Findings};
use crate::format::table::Table;
use crate::format::{FileProblems, limits, syntax};
use crate::messages::user_message;
use crate::model::{Document, Recommendation, UnitPlace};

/// The version of the document format that this program reads and writes.
pub const DOCUMENT_FORMAT: i64 = 1;

/// Larger documents are refused before they are parsed, in bytes.
pub const MAX_DOCUMENT_BYTES: usize = 64 * 1024 * 1024;

/// A document file, looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Inspection {
    /// The document, if no problem is an error.
    pub document: Option<Document>,
    /// Everything that is wrong, warnings too.
    pub problems: FileProblems,
}

/// Reads a document file; warnings do not stand in the way.
///
/// # Errors
/// Everything that is wrong with it, warnings among it.
pub fn read_document(source: &str) -> Result<Document, FileProblems> {
    let Inspection { document, problems } = inspect_document(source);
    document.ok_or(problems)
}

/// Reads a document file and tells everything that is wrong, also where it can be used all the same.
#[must_use]
pub fn inspect_document(source: &str) -> Inspection {
    let mut findings = Findings::new(FileKind::Document, source);
    let document = read(source, &mut findings);
    let problems = findings.into_problems();
    Inspection { document: document.filter(|_| !problems.has_errors()), problems }
}

fn read<'s>(source: &'s str, findings: &mut Findings<'s>) -> Option<Document> {
    if source.len() > MAX_DOCUMENT_BYTES {
        let what = user_message("format-too-large").count("megabytes", MAX_DOCUMENT_BYTES / (1024 * 1024));
        findings.error(0..0, what, user_message("format-too-large-hint"));
        return None;
    }
    let parsed = syntax::parse(findings, &(0..source.len()), limits::OF_DOCUMENT)?;
    let root = Table::file(&parsed);
    if !findings.version(&root, DOCUMENT_FORMAT..=DOCUMENT_FORMAT) {
        return None;
    }
    findings.only(&root, reference::FILE.names());
    let masthead = masthead::read(&root, findings);
    let sections = sections::read(&root, findings);
    let speakers = speakers::read(&root, findings);
    let paragraphs = paragraphs::read(&root, &sections, &speakers.known, findings);
    let mut document = Document::new(masthead?, sections.list, speakers.list, paragraphs);
    document.recommendations = facts::read(&root, &document, findings);
    for facts in &document.recommendations {
        if let Some(UnitPlace::Paragraph(at) | UnitPlace::Part { paragraph: at, .. }) =
            document.place(&facts.label)
            && let Some(paragraph) = document.paragraphs.get_mut(at.0)
        {
            // What the document gives facts of is one, whatever word it has.
            paragraph.recommendation = Recommendation::Makes;
        }
    }
    Some(document)
}
