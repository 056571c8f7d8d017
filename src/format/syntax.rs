//! What keeps a file from being TOML at all: an empty file, something that is no text, conflict markers, slips
//! of syntax. No word on what the tables mean.

use toml::Spanned;
use toml::de::{DeTable, Error};

use super::findings::Findings;
use super::other::other_text;
use super::weight;
use crate::messages::{Said, said};

/// So many slips are told at once: after the first ones the parser guesses.
const MOST_SLIPS: usize = 10;

/// Of a larger file only the first slip is told, in bytes: the parser keeps every one in memory, and a large
/// file of something else has one on each line.
const MOST_RECOVERED_BYTES: usize = 1024 * 1024;

/// The file's tables, with the place of each key and value. `None` if it is no TOML; the findings say why.
pub(super) fn parse<'s>(source: &'s str, findings: &mut Findings<'s>) -> Option<Spanned<DeTable<'s>>> {
    if source.trim_start_matches('\u{feff}').trim().is_empty() {
        findings.error(0..0, said("format-empty-file"), said("format-empty-file-hint"));
        return None;
    }
    if let Some(at) = source.find('\0') {
        findings.error(at..at + 1, said("format-not-text"), said("format-not-text-hint"));
        return None;
    }
    if let Some(at) = weight::too_much(source, weight::OF_DOCUMENT) {
        findings.error(at..at, said("format-too-much"), said("format-too-much-hint"));
        return None;
    }
    let (table, errors) = if source.len() <= MOST_RECOVERED_BYTES {
        DeTable::parse_recoverable(source)
    } else {
        match DeTable::parse(source) {
            Ok(table) => (table, Vec::new()),
            Err(error) => (Spanned::new(0..0, DeTable::new()), vec![error]),
        }
    };
    conflicts(source, !errors.is_empty(), findings);
    if let Some(kind) = other_text(source).filter(|_| findings.errors() == 0 && !errors.is_empty()) {
        // What is no TOML at all has a slip on every line.
        findings.error(0..0, said("format-other").and("kind", kind.said()), said("format-other-hint"));
    }
    if findings.errors() == 0 {
        for error in &errors {
            slip(source, error, findings);
        }
    }
    (findings.errors() == 0).then_some(table)
}

/// Tells every conflict that a merge left. Inside a text the three markers must be there in order, for a text
/// may well hold a line of one of them.
fn conflicts(source: &str, broken: bool, findings: &mut Findings<'_>) {
    let mut at = 0;
    let mut open: Option<usize> = None;
    let mut parted = false;
    for line in source.split_inclusive('\n') {
        let line_at = at;
        at += line.len();
        let line = line.trim_start_matches('\u{feff}').trim_end();
        if line.starts_with("<<<<<<<") {
            open = Some(line_at);
            parted = false;
        } else if line == "=======" {
            parted = open.is_some();
        } else if line.starts_with(">>>>>>>") && parted {
            conflict(open.take(), findings);
            parted = false;
        }
    }
    if broken {
        conflict(open, findings);
    }
}

fn conflict(at: Option<usize>, findings: &mut Findings<'_>) {
    if let Some(at) = at {
        findings.error(at..at + 7, said("format-conflict"), said("format-conflict-hint"));
    }
}

fn slip(source: &str, error: &Error, findings: &mut Findings<'_>) {
    let span = error.span().unwrap_or(source.len()..source.len());
    // The parser goes on after a slip; what it says of the same line again is its own confusion.
    if findings.errors() >= MOST_SLIPS || findings.speaks_of(findings.line_of(span.start)) {
        return;
    }
    let (what, hint) = sentence(error.message(), findings.raw(&span));
    findings.error(span, what, hint);
}

/// The common slips have sentences of their own; the parser's words stand in for the rare ones.
fn sentence(message: &str, raw: &str) -> (Said, Said) {
    let is = |starts: &[&str]| starts.iter().any(|start| message.starts_with(start));
    if is(&["duplicate key"]) {
        (said("format-key-twice").with("key", raw), said("format-key-twice-hint"))
    } else if is(&["string values must be quoted"]) {
        (said("format-unquoted").with("value", raw), said("format-unquoted-hint").with("value", raw))
    } else if is(&["invalid multi-line"]) {
        (said("format-unclosed-lines"), said("format-unclosed-lines-hint"))
    } else if is(&["invalid basic string", "invalid literal string"]) {
        (said("format-unclosed-text"), said("format-unclosed-text-hint"))
    } else if is(&["missing escaped value"]) {
        (said("format-escape"), said("format-escape-hint"))
    } else if is(&["unclosed"]) {
        (said("format-unclosed-bracket"), said("format-unclosed-bracket-hint"))
    } else if is(&["key with no value", "missing value", "invalid key-value pair"]) {
        (said("format-no-value"), said("format-no-value-hint"))
    } else {
        (said("format-syntax").with("message", message), said("format-syntax-hint"))
    }
}
