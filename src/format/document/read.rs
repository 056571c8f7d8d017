//! A document file as a whole: its version, its tables, and whether they fit together. What each table holds is
//! read in the file of its name.

use super::{masthead, paragraphs, sections, speakers};
use crate::format::findings::Findings;
use crate::format::tree::Table;
use crate::format::{Problems, syntax};
use crate::messages::said;
use crate::model::Document;

/// The version of the document format that this program reads and writes.
pub const DOCUMENT_FORMAT: i64 = 1;

/// Larger documents are refused before they are parsed, in bytes (`reliability.md`, limits).
pub const MAX_DOCUMENT_BYTES: usize = 64 * 1024 * 1024;

/// A document file, looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Inspection {
    /// The document, if no problem is an error.
    pub document: Option<Document>,
    /// Everything that is wrong, warnings too.
    pub problems: Problems,
}

/// Reads a document file; warnings do not stand in the way.
///
/// # Errors
/// Everything that is wrong with it, warnings among it.
pub fn read_document(source: &str) -> Result<Document, Problems> {
    let Inspection { document, problems } = inspect_document(source);
    document.ok_or(problems)
}

/// Reads a document file and tells everything that is wrong, also where it can be used all the same.
#[must_use]
pub fn inspect_document(source: &str) -> Inspection {
    let mut findings = Findings::new(source);
    let document = read(source, &mut findings);
    let problems = findings.into_problems();
    Inspection { document: document.filter(|_| !problems.has_errors()), problems }
}

fn read<'s>(source: &'s str, findings: &mut Findings<'s>) -> Option<Document> {
    if source.len() > MAX_DOCUMENT_BYTES {
        let what = said("format-too-large").count("megabytes", MAX_DOCUMENT_BYTES / (1024 * 1024));
        findings.error(0..0, what, said("format-too-large-hint"));
        return None;
    }
    let parsed = syntax::parse(source, findings)?;
    let root = Table::new("", 0..0, parsed.get_ref());
    if !version(&root, findings) {
        return None;
    }
    findings.only(&root, &["format", "masthead", "section", "speaker", "paragraph"]);
    let masthead = masthead::read(&root, findings);
    let sections = sections::read(&root, findings);
    let speakers = speakers::read(&root, findings);
    let paragraphs = paragraphs::read(&root, &sections.known, &speakers.known, findings);
    Some(Document { masthead: masthead?, sections: sections.list, speakers: speakers.list, paragraphs })
}

/// Whether the rest of the file is worth a look: of a newer format every word may have another meaning.
fn version(root: &Table<'_>, findings: &mut Findings<'_>) -> bool {
    if root.get("format").is_none() {
        findings.error(0..0, said("format-no-version"), said("format-no-version-hint"));
        return true;
    }
    match findings.number(root, "format") {
        None | Some(DOCUMENT_FORMAT) => true,
        Some(newer) if newer > DOCUMENT_FORMAT => {
            let what = said("format-newer").with("format", newer).with("known", DOCUMENT_FORMAT);
            findings.error(root.at("format"), what, said("format-newer-hint"));
            false
        }
        Some(other) => {
            let what = said("format-no-such-version").with("format", other);
            findings.error(root.at("format"), what, said("format-no-version-hint"));
            true
        }
    }
}
