//! From the text of a review file to the review, and what it looks like after having been in a file.

use std::borrow::Cow;
use std::collections::HashSet;

use toml_edit::{DocumentMut, TomlError};

use super::conflicts;
use super::fields::{label, read_fields};
use crate::format::findings::{FileKind, Findings};
use crate::format::limits::{self, Limit};
use crate::format::table::Table;
use crate::format::{FileProblem, FileProblems, syntax};
use crate::messages::user_message;
use crate::model::{EntryKey, EntryKind, Moment, Record, Review, Symbol};

/// The format that this program writes, and the newest that it knows.
pub const FORMAT: i64 = 2;

/// The format of a review all of whose labels are numbers of the main series: what older versions of the program know.
pub const FORMAT_OF_NUMBERS: i64 = 1;

/// Reads a review file. The document is for editing ([`super::write_into`]); in it, and in bodies, lines end
/// with LF.
///
/// # Errors
/// The first problem that keeps it from being read; without one, the first that there is: an entry that stands twice.
pub fn read_review(source: &str) -> Result<(DocumentMut, Review), FileProblem> {
    let source = normal_cow(source);
    let ReviewReading { entries, problems } = read(&source);
    let first = problems.first_error().or_else(|| problems.iter().next());
    match (first, entries) {
        (Some(problem), _) => Err(problem.clone()),
        (None, Some(entries)) => Ok((editable(&source)?, entries.review())),
        (None, None) => Err(unreadable(&source)),
    }
}

/// A review file for editing: comments, and all that this program does not know, are in their places.
pub(super) fn editable(source: &str) -> Result<DocumentMut, FileProblem> {
    source.parse().map_err(|error: TomlError| {
        let byte = error.span().map_or(0, |span| span.start);
        let said_of = user_message("format-syntax").with("message", error.message());
        FileProblem::error(source, byte, said_of, user_message("format-syntax-hint"))
    })
}

/// For what should not be: nothing is wrong, and the file is no review all the same.
pub(super) fn unreadable(source: &str) -> FileProblem {
    FileProblem::error(source, 0, user_message("review-unreadable"), user_message("review-unreadable-hint"))
}

/// What a file says, entry by entry in its order: one that stands twice is twice in it, and among the problems.
pub(super) struct Entries {
    symbol: Symbol,
    reviewer: String,
    pub records: Vec<Record>,
}

impl Entries {
    /// The review; of what stands twice the first.
    pub(super) fn review(self) -> Review {
        let mut review = Review::new(self.symbol, &self.reviewer);
        for record in self.records {
            if review.get(&record.key()).is_none() {
                review.insert(record);
            }
        }
        review.canonical()
    }
}

/// A reading with everything that is wrong.
pub(super) struct ReviewReading {
    pub entries: Option<Entries>,
    pub problems: FileProblems,
}

/// The text of a review file as it is read, and as places in it count: without a byte order mark, lines ending with LF.
#[must_use]
pub fn normal(source: &str) -> String {
    normal_cow(source).into_owned()
}

/// The same; a text that is so already is not copied.
pub(super) fn normal_cow(source: &str) -> Cow<'_, str> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    if source.contains("\r\n") { source.replace("\r\n", "\n").into() } else { source.into() }
}

/// Why a text is not parsed as a whole, to be edited; none if it can be.
#[must_use]
pub fn too_much(source: &str) -> Option<FileProblem> {
    too_many(source, limits::OF_EDITED_REVIEW)
}

/// Why a text is not even read; none if it can be.
pub(super) fn too_many(source: &str, limit: Limit) -> Option<FileProblem> {
    let byte = limits::too_much(source, limit)?;
    Some(FileProblem::error(
        source,
        byte,
        user_message("format-too-much"),
        user_message("format-too-much-hint"),
    ))
}

/// Reads a file as a whole. `source` is [`normal`].
pub(super) fn read(source: &str) -> ReviewReading {
    let mut findings = Findings::new(FileKind::Review, source);
    let parsed = syntax::parse(&mut findings, &(0..source.len()), limits::OF_EDITED_REVIEW);
    let entries = parsed.and_then(|parsed| {
        let root = Table::file(&parsed);
        let mut collected = Collected::default();
        if collected.take_head(&mut findings, &root) {
            collected.take(&mut findings, &root);
        }
        collected.entries()
    });
    ReviewReading { entries, problems: findings.into_problems() }
}

/// The entries of a file as they come.
#[derive(Default)]
pub(super) struct Collected {
    /// The symbol and the reviewer of the file.
    owner: Option<(Symbol, String)>,
    records: Vec<Record>,
    keys: HashSet<EntryKey>,
}

impl Collected {
    /// Takes what the file says of itself. False if nothing further can be read: it is of a newer format.
    pub(super) fn take_head(&mut self, findings: &mut Findings<'_>, root: &Table<'_>) -> bool {
        if !findings.version(root, FORMAT_OF_NUMBERS..=FORMAT) {
            return false;
        }
        let symbol = findings.required(root, "symbol");
        let reviewer = findings.required(root, "reviewer");
        self.owner = symbol.zip(reviewer).map(|(symbol, reviewer)| (Symbol(symbol.value), reviewer.value));
        true
    }

    /// Takes the entries that stand in a table: the file's, or that of a piece of it. If it is one, which.
    pub(super) fn take(&mut self, findings: &mut Findings<'_>, root: &Table<'_>) -> Option<EntryKey> {
        let before = self.records.len();
        for kind in EntryKind::ALL {
            let list = kind.table();
            for table in findings.headed_tables(root, list.list) {
                let Some(record) = record(findings, &table, *kind) else { continue };
                if !self.keys.insert(record.key()) {
                    let what = user_message("review-entry-twice").with("table", table.header);
                    let what = what.with("name", record.key().name());
                    findings.warn(table.at(list.name), what, user_message("review-sides-hint"));
                }
                self.records.push(record);
            }
        }
        match self.records.get(before..) {
            Some([one]) => Some(one.key()),
            _ => None,
        }
    }

    /// Takes an entry that was read before; none if one of that key was taken.
    pub(super) fn take_known(&mut self, record: &Record) -> Option<EntryKey> {
        let key = record.key();
        self.keys.insert(key.clone()).then(|| {
            self.records.push(record.clone());
            key
        })
    }

    /// What was taken; none if the file does not say whose it is.
    pub(super) fn entries(self) -> Option<Entries> {
        let (symbol, reviewer) = self.owner?;
        Some(Entries { symbol, reviewer, records: self.records })
    }
}

/// One entry; none if something that it cannot be without is missing.
fn record(findings: &mut Findings<'_>, table: &Table<'_>, kind: EntryKind) -> Option<Record> {
    let list = kind.table();
    // An implied entry is named by its paragraph, which a hand may write as a number.
    let name = if list.implied {
        label(findings, table, list.name)
    } else {
        findings.required(table, list.name).map(|text| text.value)
    };
    let mut record = kind.key(name.as_deref().unwrap_or_default()).blank(Moment::UNIX_EPOCH);
    let whole = read_fields(findings, table, list.fields, &mut record);
    *record.conflicts_mut() = conflicts::read(findings, table, kind);
    record.make_canonical();
    (whole && name.is_some()).then_some(record)
}
