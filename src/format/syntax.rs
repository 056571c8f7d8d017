//! What keeps a file from being TOML at all, or from being read by a program: something that is no text, too much of
//! it, conflict markers, slips of syntax, numbers without end. No word on what the tables mean.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use super::findings::{FileKind, Findings};
use super::limits::{self, Limit};
use super::other::other_text;
use crate::messages::{UserMessage, user_message};

/// So many slips are told at once: after the first ones the parser guesses.
const MOST_SLIPS: usize = 10;

/// Of a larger file only the first slip is told, in bytes: the parser keeps every one in memory, and a large
/// file of something else has one on each line.
const MOST_RECOVERED_BYTES: usize = 1024 * 1024;

/// The tables of a piece of the file, or of all of it, with the place of each key and value in the piece. `None` if it
/// is no TOML, or more than `limit`; the findings say why.
pub(super) fn parse<'s>(
    findings: &mut Findings<'s>,
    piece: &Range<usize>,
    limit: Limit,
) -> Option<Spanned<DeTable<'s>>> {
    let before = findings.errors();
    let source = findings.enter(piece);
    if findings.kind == FileKind::Document {
        no_document(source, findings);
    }
    if let Some(at) = limits::too_much(source, limit) {
        findings.error(at..at, user_message("format-too-much"), user_message("format-too-much-hint"));
    }
    if findings.errors() > before {
        return None;
    }
    let (table, slips) = if source.len() <= MOST_RECOVERED_BYTES {
        DeTable::parse_recoverable(source)
    } else {
        match DeTable::parse(source) {
            Ok(table) => (table, Vec::new()),
            Err(error) => (Spanned::new(0..0, DeTable::new()), vec![error]),
        }
    };
    // A note may quote a conflict, and what holds two sides of a merge is taken apart before it is parsed.
    if findings.kind == FileKind::Document || !slips.is_empty() {
        findings.enter(&(0..findings.source().len()));
        conflicts(findings.source(), !slips.is_empty(), findings);
        findings.enter(piece);
    }
    if findings.errors() == before && !slips.is_empty() {
        not_toml(source, &slips, findings);
    }
    table.get_ref().values().for_each(|value| numbers(value, findings));
    (findings.errors() == before).then_some(table)
}

/// Tells that there is nothing, or no text.
fn no_document(source: &str, findings: &mut Findings<'_>) {
    if source.trim_start_matches('\u{feff}').trim().is_empty() {
        findings.error(0..0, user_message("format-empty-file"), user_message("format-empty-file-hint"));
    } else if let Some(at) = source.find('\0') {
        findings.error(at..at + 1, user_message("format-not-text"), user_message("format-not-text-hint"));
    }
}

/// Tells slips, or that the file is of another kind: what is no TOML at all has a slip on every line.
fn not_toml(source: &str, slips: &[Error], findings: &mut Findings<'_>) {
    if let Some(kind) = other_text(source).filter(|_| findings.kind == FileKind::Document) {
        findings.error(
            0..0,
            user_message("format-other").and("kind", kind.user_message()),
            user_message("format-other-hint"),
        );
        return;
    }
    let before = findings.errors();
    for error in slips.iter() {
        // The parser goes on after a slip; what it says of the same line again is its own confusion.
        let span = error.span().unwrap_or(source.len()..source.len());
        if findings.errors() - before < MOST_SLIPS && !findings.speaks_of(findings.line_of(span.start)) {
            let (what, hint) = sentence(error.message(), findings.raw(&span));
            findings.error(span, what, hint);
        }
    }
}

/// Tells numbers that have no room in 64 bits: no program could keep them.
fn numbers(value: &Spanned<DeValue<'_>>, findings: &mut Findings<'_>) {
    let fits = match value.get_ref() {
        DeValue::Array(array) => return array.iter().for_each(|value| numbers(value, findings)),
        DeValue::Table(table) => return table.values().for_each(|value| numbers(value, findings)),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).is_ok(),
        DeValue::Float(number) => {
            let text = number.as_str();
            text.contains("inf") || text.parse::<f64>().is_ok_and(|number| !number.is_infinite())
        }
        _ => true,
    };
    if !fits {
        findings.error(
            value.span(),
            user_message("format-number-too-large"),
            user_message("format-number-too-large-hint"),
        );
    }
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
        findings.error(at..at + 7, user_message("format-conflict"), user_message("format-conflict-hint"));
    }
}

/// The common slips have sentences of their own; the parser's words stand in for the rare ones.
fn sentence(message: &str, raw: &str) -> (UserMessage, UserMessage) {
    let is = |starts: &[&str]| starts.iter().any(|start| message.starts_with(start));
    if is(&["duplicate key"]) {
        (user_message("format-key-twice").with("key", raw), user_message("format-key-twice-hint"))
    } else if is(&["string values must be quoted"]) {
        (
            user_message("format-unquoted").with("value", raw),
            user_message("format-unquoted-hint").with("value", raw),
        )
    } else if is(&["invalid multi-line"]) {
        (user_message("format-unclosed-lines"), user_message("format-unclosed-lines-hint"))
    } else if is(&["invalid basic string", "invalid literal string"]) {
        (user_message("format-unclosed-text"), user_message("format-unclosed-text-hint"))
    } else if is(&["missing escaped value"]) {
        (user_message("format-escape"), user_message("format-escape-hint"))
    } else if is(&["unclosed"]) {
        (user_message("format-unclosed-bracket"), user_message("format-unclosed-bracket-hint"))
    } else if is(&["key with no value", "missing value", "invalid key-value pair"]) {
        (user_message("format-no-value"), user_message("format-no-value-hint"))
    } else {
        (user_message("format-syntax").with("message", message), user_message("format-syntax-hint"))
    }
}
