//! From the text of a review file to the review, and what it looks like after having been in a file.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use toml_edit::{Document, DocumentMut, Item};

use crate::format::weight::{self, Limit};
use crate::messages::said;
use crate::model::{
    Anchor, AnchorState, FieldValue, Mark, Note, NoteId, NoteKind, ParagraphNumber, Recommendation, Review,
    ReviewStatus, Symbol, Tag, tags_in,
};

use super::conflicts::{self, Of};
use super::fields::{At, Reader};
use super::problem::{ProblemKind, Problems, ReviewProblem};
use super::strings::lf;

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

/// The review as it is after having been written and read: bodies end their lines with LF, a tag that stands in
/// the body is not an extra one, and a paragraph of which nothing was ever said has no mark.
#[must_use]
pub fn canonical(mut review: Review) -> Review {
    review.marks.retain(|_, mark| !mark.is_blank());
    for note in &mut review.notes {
        if note.body.contains('\r') {
            note.body = lf(&note.body).into_owned();
        }
        for other in &mut note.disagreements {
            if let FieldValue::Body(body) = &mut other.value {
                *body = lf(body).into_owned();
            }
        }
        if !note.extra_tags.is_empty() {
            note.extra_tags = extra(&note.body, note.extra_tags.drain(..));
        }
    }
    review
}

/// Tags that do not stand in the body, each once, without the `#` that a hand may have put before them.
fn extra(body: &str, tags: impl Iterator<Item = Tag>) -> Vec<Tag> {
    let mut seen: HashSet<Tag> = tags_in(body).into_iter().collect();
    let mut extra = Vec::new();
    for tag in tags {
        let name = tag.0.trim_start_matches(|c: char| c == '#' || c.is_whitespace());
        let tag = Tag(name.trim_end().to_owned());
        if !tag.0.is_empty() && seen.insert(tag.clone()) {
            extra.push(tag);
        }
    }
    extra
}

/// What a file says, entry by entry in its order: one that stands twice is twice in it, and among the problems.
pub(super) struct Entries {
    symbol: Symbol,
    reviewer: String,
    pub marks: Vec<(ParagraphNumber, Mark)>,
    pub notes: Vec<Note>,
}

impl Entries {
    /// The review; of what stands twice the first.
    pub(super) fn review(self) -> Review {
        let mut review = Review {
            symbol: self.symbol,
            reviewer: self.reviewer,
            marks: BTreeMap::new(),
            notes: Vec::new(),
        };
        for (number, mark) in self.marks {
            review.marks.entry(number).or_insert(mark);
        }
        let mut ids = HashSet::new();
        review.notes = self.notes.into_iter().filter(|note| ids.insert(note.id.clone())).collect();
        canonical(review)
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
    marks: Vec<(ParagraphNumber, Mark)>,
    numbers: HashSet<ParagraphNumber>,
    notes: Vec<Note>,
    ids: HashSet<NoteId>,
}

impl Collected {
    /// Takes the entries that stand in a table: the file's, or that of a piece of it.
    pub(super) fn take<'a>(&mut self, reader: &mut Reader<'a>, root: At<'a>) {
        for at in entries(reader, root, "paragraph") {
            if let Some((number, mark)) = mark(reader, at) {
                if !self.numbers.insert(number.clone()) {
                    let byte = reader.byte_of(at, "number");
                    reader.twice(byte, said("review-paragraph-twice").with("number", &number));
                }
                self.marks.push((number, mark));
            }
        }
        for at in entries(reader, root, "note") {
            if let Some(note) = note(reader, at) {
                if !self.ids.insert(note.id.clone()) {
                    let byte = reader.byte_of(at, "id");
                    reader.twice(byte, said("review-note-twice").with("id", &note.id));
                }
                self.notes.push(note);
            }
        }
    }

    /// They are of this symbol, by this reviewer.
    pub(super) fn of(self, (symbol, reviewer): (Symbol, String)) -> Entries {
        Entries { symbol, reviewer, marks: self.marks, notes: self.notes }
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

fn mark<'a>(reader: &mut Reader<'a>, at: At<'a>) -> Option<(ParagraphNumber, Mark)> {
    let number = reader.number_as_text(at, "number");
    let status = status(reader, at, "status").unwrap_or_default();
    let recommendation = recommendation(reader, at, "recommendation");
    let rev = reader.count(at, "rev").unwrap_or_default();
    let changed = reader.needed_moment(at, "changed");
    let disagreements = conflicts::read(reader, at, Of::Mark);
    let mark = Mark { status, recommendation, rev, changed: changed?, disagreements };
    Some((ParagraphNumber::new(&number?), mark))
}

pub(super) fn status<'a>(reader: &mut Reader<'a>, at: At<'a>, field: &str) -> Option<ReviewStatus> {
    reader.word(at, field, ReviewStatus::from_word, &ReviewStatus::ALL.map(ReviewStatus::word))
}

pub(super) fn recommendation<'a>(reader: &mut Reader<'a>, at: At<'a>, field: &str) -> Option<Recommendation> {
    let words = [Recommendation::Makes, Recommendation::Discusses, Recommendation::None];
    reader.word(at, field, Recommendation::from_word, &words.map(Recommendation::word))
}

pub(super) fn kind<'a>(reader: &mut Reader<'a>, at: At<'a>, field: &str) -> Option<NoteKind> {
    reader.word(at, field, NoteKind::from_word, &NoteKind::ALL.map(NoteKind::word))
}

fn note<'a>(reader: &mut Reader<'a>, at: At<'a>) -> Option<Note> {
    let id = reader.needed(at, "id");
    let paragraph = reader.number_as_text(at, "paragraph");
    let kind = kind(reader, at, "kind").unwrap_or_default();
    let settled = reader.truth(at, "settled").unwrap_or_default();
    let tags = reader.texts(at, "tags");
    let rev = reader.count(at, "rev").unwrap_or_default();
    let created = reader.needed_moment(at, "created");
    let changed = reader.moment(at, "changed").or(created);
    let deleted = reader.moment(at, "deleted");
    let body = reader.present(at, "body");
    let anchor = reader.table(at, "anchor").and_then(|at| anchor(reader, at));
    let disagreements = conflicts::read(reader, at, Of::Note);
    let body = lf(body?).into_owned();
    Some(Note {
        id: NoteId(id?.to_owned()),
        paragraph: ParagraphNumber::new(&paragraph?),
        kind,
        settled,
        extra_tags: extra(&body, tags.into_iter().map(|tag| Tag(tag.to_owned()))),
        rev,
        created: created?,
        changed: changed?,
        deleted,
        body,
        anchor,
        disagreements,
    })
}

pub(super) fn anchor<'a>(reader: &mut Reader<'a>, at: At<'a>) -> Option<Anchor> {
    let states = [AnchorState::Sure, AnchorState::Check, AnchorState::Orphan];
    let from_word = |word: &str| states.into_iter().find(|state| state.word() == word);
    let language = reader.needed(at, "language");
    let exact = reader.present(at, "exact");
    let prefix = reader.text(at, "prefix").unwrap_or_default();
    let suffix = reader.text(at, "suffix").unwrap_or_default();
    let (start, end) = (reader.needed_count(at, "start"), reader.needed_count(at, "end"));
    let paragraph_hash = reader.text(at, "paragraph_hash").unwrap_or_default();
    let state = reader.word(at, "state", from_word, &states.map(AnchorState::word)).unwrap_or_default();
    if let (Some(start), Some(end)) = (start, end)
        && end < start
    {
        let byte = reader.byte_of(at, "end");
        reader.problem(byte, said("review-anchor-backwards"));
    }
    Some(Anchor {
        language: language?.to_owned(),
        exact: exact?.to_owned(),
        prefix: prefix.to_owned(),
        suffix: suffix.to_owned(),
        start: start?,
        end: end?,
        paragraph_hash: paragraph_hash.to_owned(),
        state,
    })
}
