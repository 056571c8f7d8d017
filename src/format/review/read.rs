//! From the text of a review file to the review, and what it looks like after having been in a file.

use std::borrow::Cow;
use std::collections::HashSet;

use toml_edit::{Document, DocumentMut, Item};

use crate::format::weight::{self, Limit};
use crate::messages::said;
use crate::model::{EntryKey, EntryKind, Moment, Need, Record, Review, Symbol};

use super::conflicts;
use super::fields::{At, Reader};
use super::problem::{ProblemKind, Problems, ReviewProblem};

/// The format that this program writes, and the newest that it knows.
pub const FORMAT: i64 = 1;

/// Reads a review file. The document is for editing ([`super::write_into`]); in it, and in bodies, lines end
/// with LF.
///
/// # Errors
/// The first problem, in the order of the file's fields.
pub fn read_review(source: &str) -> Result<(DocumentMut, Review), ReviewProblem> {
    without_problems(read(source), source)
}

/// What a reading comes to if nothing is wrong with it.
pub(super) fn without_problems(
    mut reading: Reading,
    source: &str,
) -> Result<(DocumentMut, Review), ReviewProblem> {
    if !reading.problems.is_empty() {
        return Err(reading.problems.swap_remove(0));
    }
    match (reading.document, reading.entries) {
        (Some(document), Some(entries)) => Ok((document.into_mut(), entries.review())),
        _ => Err(ReviewProblem::at(ProblemKind::Broken, source, 0, said("review-unreadable"))),
    }
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
pub(super) struct Reading {
    pub document: Option<Document<String>>,
    pub entries: Option<Entries>,
    pub problems: Vec<ReviewProblem>,
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
pub fn too_much(source: &str) -> Option<ReviewProblem> {
    too_many(source, weight::OF_EDITED_REVIEW)
}

/// Why a text is not even read; none if it can be.
pub(super) fn too_many(source: &str, limit: Limit) -> Option<ReviewProblem> {
    let byte = weight::too_much(source, limit)?;
    Some(ReviewProblem::at(ProblemKind::Broken, source, byte, said("review-too-much")))
}

pub(super) fn read(source: &str) -> Reading {
    let source = normal_cow(source);
    if let Some(problem) = too_much(&source) {
        return Reading { document: None, entries: None, problems: vec![problem] };
    }
    let document = match Document::parse(source.clone().into_owned()) {
        Ok(document) => document,
        Err(error) => {
            let problems = vec![not_toml(&source, 0, &error)];
            return Reading { document: None, entries: None, problems };
        }
    };
    let mut reader = Reader { problems: Problems::of(&source) };
    let root = At { table: document.as_table(), byte: 0 };
    let entries = if format_is_known(&mut reader, root) { review(&mut reader, root) } else { None };
    let problems = reader.problems.placed();
    Reading { document: Some(document), entries, problems }
}

/// That the text is no TOML from a byte on: the piece of it that was read begins at `from`.
pub(super) fn not_toml(source: &str, from: usize, error: &toml_edit::TomlError) -> ReviewProblem {
    let mut byte = 0;
    for line in source.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") {
            return ReviewProblem::at(ProblemKind::Broken, source, byte, said("review-conflict-markers"));
        }
        byte += line.len();
    }
    let at = from + error.span().map_or(0, |span| span.start);
    let said = said("review-not-toml").with("reason", error.message());
    ReviewProblem::at(ProblemKind::Broken, source, at, said)
}

pub(super) fn format_is_known(reader: &mut Reader<'_>, root: At<'_>) -> bool {
    let byte = reader.byte_of(root, "format");
    match root.table.get("format").map(Item::as_integer) {
        None => reader.problem(0, said("review-format-missing").with("known", FORMAT)),
        Some(Some(FORMAT)) => return true,
        Some(Some(found)) if found > FORMAT => {
            let said = said("review-newer").with("found", found).with("known", FORMAT);
            reader.problems.push(ProblemKind::Newer, byte, said);
        }
        Some(_) => reader.problem(byte, said("review-format-wrong").with("known", FORMAT)),
    }
    false
}

fn review<'a>(reader: &mut Reader<'a>, root: At<'a>) -> Option<Entries> {
    let whose = whose(reader, root);
    let mut collected = Collected::default();
    collected.take(reader, root);
    Some(collected.of(whose?))
}

/// The symbol and the reviewer of the file.
pub(super) fn whose<'a>(reader: &mut Reader<'a>, root: At<'a>) -> Option<(Symbol, String)> {
    let symbol = reader.needed(root, "symbol");
    let reviewer = reader.needed(root, "reviewer");
    Some((Symbol(symbol?.to_owned()), reviewer?.to_owned()))
}

/// The entries of a file as they come.
#[derive(Default)]
pub(super) struct Collected {
    records: Vec<Record>,
    keys: HashSet<EntryKey>,
}

impl Collected {
    /// Takes the entries that stand in a table: the file's, or that of a piece of it.
    pub(super) fn take<'a>(&mut self, reader: &mut Reader<'a>, root: At<'a>) {
        for kind in EntryKind::ALL {
            let table = kind.table();
            for at in entries(reader, root, table.list) {
                let Some(record) = record(reader, at, *kind) else { continue };
                if !self.keys.insert(record.key()) {
                    let byte = reader.byte_of(at, table.name);
                    let said = said("review-entry-twice").with("list", table.list);
                    reader.twice(byte, said.with("name", record.key().name()));
                }
                self.records.push(record);
            }
        }
    }

    /// They are of this symbol, by this reviewer.
    pub(super) fn of(self, (symbol, reviewer): (Symbol, String)) -> Entries {
        Entries { symbol, reviewer, records: self.records }
    }
}

/// The tables of a list such as `[[note]]`.
fn entries<'a>(reader: &mut Reader<'a>, root: At<'a>, name: &'static str) -> Vec<At<'a>> {
    let Some(item) = root.table.get(name) else { return Vec::new() };
    let Some(list) = item.as_array_of_tables() else {
        let byte = reader.byte_of(root, name);
        reader.problem(byte, said("review-not-a-list").with("name", name));
        return Vec::new();
    };
    list.iter().map(|table| At { table, byte: table.span().map_or(0, |span| span.start) }).collect()
}

/// One entry; none if something that it cannot be without is missing.
fn record<'a>(reader: &mut Reader<'a>, at: At<'a>, kind: EntryKind) -> Option<Record> {
    let table = kind.table();
    // An implied entry is named by its paragraph, which a hand may write as a number.
    let name = if table.implied {
        reader.number_as_text(at, table.name)
    } else {
        reader.needed(at, table.name).map(str::to_owned)
    };
    let mut record = kind.key(name.as_deref().unwrap_or_default()).blank(Moment::UNIX_EPOCH);
    let mut whole = name.is_some();
    for field in table.fields {
        match (reader.value(at, field), field.need) {
            (Some(value), _) => {
                (field.set)(&mut record, value);
            }
            (None, Need::As(other)) => {
                if let Some(value) = record.get(other) {
                    (field.set)(&mut record, value);
                }
            }
            (None, Need::Filled | Need::Present) => whole = false,
            (None, Need::Optional) => {}
        }
    }
    *record.conflicts_mut() = conflicts::read(reader, at, kind);
    record.make_canonical();
    whole.then_some(record)
}
