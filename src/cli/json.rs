//! What `--json` prints: one object per command, indented, in UTF-8. Field names are the words of the product and
//! do not change; later versions may add fields. Numbers and labels of paragraphs and all ids are strings;
//! ranges are `[start, end]` in code points, end excluded; times are RFC 3339; what a document does not say is
//! `null`. Control characters and the like, which JSON would allow in places, are always written as `\u…`.
//!
//! # Files
//!
//! - `build`: From the model to the objects of `--json`
//! - `print`: An object as text that is safe to print
//! - `unit`: From the units of a document to their objects

mod build;
mod print;
mod unit;

use std::borrow::Cow;

use serde::Serialize;

pub use print::text;

/// `show --json`.
#[derive(Debug, Serialize)]
pub struct ShowObject<'a> {
    /// Symbol of the document.
    pub symbol: &'a str,
    /// Language of this version, ISO 639-1.
    pub language: &'a str,
    /// Title in this language.
    pub title: &'a str,
    /// All that stands above the text.
    pub masthead: MastheadObject<'a>,
    /// Headings in document order.
    pub sections: Vec<SectionObject<'a>>,
    /// Speakers in the order of the file.
    pub speakers: Vec<SpeakerObject<'a>>,
    /// Paragraphs in document order; with `--paragraph` that one only, or the one that the unit is a part of.
    pub paragraphs: Vec<ParagraphObject<'a>>,
    /// Everything that a note can hang on, in document order; with `--paragraph` that unit only, with its sub-paragraphs.
    pub units: Vec<UnitObject<'a>>,
}

/// The masthead, with the fields of [`Masthead`](crate::model::Masthead); every field is there, `null` where the document has none.
#[derive(Debug, Serialize)]
pub struct MastheadObject<'a> {
    /// The symbol; of a document without one its id.
    pub symbol: &'a str,
    pub organ: Option<&'a str>,
    pub body: Option<&'a str>,
    pub session: Option<&'a str>,
    pub dates: Option<&'a str>,
    pub place: Option<&'a str>,
    pub distribution: Option<&'a str>,
    pub date: Option<&'a str>,
    pub language: &'a str,
    pub original_language: Option<&'a str>,
    pub job_number: Option<&'a str>,
    pub barcode: Option<&'a str>,
    pub title: &'a str,
    pub kind: Option<&'a str>,
    pub part: Option<&'a str>,
    /// The id that stands for a symbol, or `null`.
    pub id: Option<&'a str>,
    /// All symbols that are printed.
    pub symbols: Vec<&'a str>,
    /// All languages of the original; `original_language` is the first.
    pub original_languages: Vec<&'a str>,
    pub agenda_item: Option<&'a str>,
    /// `report`, `upr` or `resolution`.
    pub procedure: &'a str,
    pub rapporteur: Option<&'a str>,
    pub unofficial: Option<&'a str>,
    pub footnotes: Vec<FootnoteObject<'a>>,
}

/// A heading, in every answer that has one.
#[derive(Debug, Serialize)]
pub struct SectionObject<'a> {
    /// Id, by which others refer to it.
    pub id: &'a str,
    /// Number as printed (`B.`), or `null`.
    pub number: Option<&'a str>,
    /// Its words, without the numeral.
    pub title: &'a str,
    /// Number and words as they are read.
    pub heading: String,
    /// 1 for the outermost.
    pub level: u8,
    /// Labels of the paragraphs that stand in it or below it.
    pub paragraphs: Vec<&'a str>,
}

/// A speaker, in every answer that has one.
#[derive(Debug, Serialize)]
pub struct SpeakerObject<'a> {
    /// Id, by which others refer to it.
    pub id: &'a str,
    /// Name in the document's language.
    pub name: &'a str,
    /// English name, or `null`.
    pub english: Option<&'a str>,
    /// Acronym, or `null`.
    pub acronym: Option<&'a str>,
    /// `chair`, `secretariat`, `panelist`, `speaker`.
    pub role: &'a str,
    /// `state`, `organization`, `person`, `unnamed`.
    pub kind: &'a str,
    /// Whether shown among the panelists.
    pub panelist: bool,
    /// `panel`, or `discussion` for one who spoke in the discussion after it; of a panelist only, else `null`.
    pub context: Option<&'a str>,
    /// Labels of the paragraphs in which this speaker speaks.
    pub paragraphs: Vec<&'a str>,
}

/// A paragraph, in every answer that has one.
#[derive(Debug, Serialize)]
pub struct ParagraphObject<'a> {
    /// Its label, by which notes and statuses name it.
    pub label: &'a str,
    /// Number as printed, without the full stop, or `null`.
    pub number: Option<&'a str>,
    /// Id of the section it stands in.
    pub section: Option<&'a str>,
    /// Its words, each sub-paragraph on a line of its own.
    pub text: &'a str,
    /// Ids of its speakers.
    pub speakers: Vec<&'a str>,
    /// Those among them that the text does not name.
    pub inferred: Vec<&'a str>,
    /// `makes`, `discusses` or `none`: the reviewer's word, else the document's.
    pub recommendation: &'a str,
    /// The status that the reviewer gave: `unreviewed`, `accept`, `query`, `amend`, `reserve`.
    pub status: &'a str,
    /// Whether that status was given on another text of this language version: then the paragraph counts as unreviewed.
    pub text_changed: bool,
    /// What other sides say of the reviewer's status or recommendation mark, undecided.
    pub disagreements: Vec<DisagreementObject<'a>>,
    /// Notes on it, the reviewer's own first.
    pub notes: Vec<NoteObject<'a>>,
    /// Its footnotes, in the order of their marks.
    pub footnotes: Vec<FootnoteObject<'a>>,
}

/// A footnote, in every answer that has one.
#[derive(Debug, Serialize)]
pub struct FootnoteObject<'a> {
    /// The mark that refers to it.
    pub mark: &'a str,
    /// Its words, without the mark.
    pub text: &'a str,
}

/// A unit: everything that a note can hang on.
#[derive(Debug, Serialize)]
pub struct UnitObject<'a> {
    /// Its address.
    pub label: String,
    /// `heading`, `paragraph`, `subparagraph`, `unnumbered`, `table`, `image`.
    pub kind: &'a str,
    /// Number as printed, or `null`.
    pub number: Option<&'a str>,
    /// Name of its series of numbers; `null` for the main one.
    pub series: Option<&'a str>,
    /// Of a heading its level, of a sub-paragraph 1 for `(a)`, of what hangs below a numbered paragraph 1, else 0.
    pub level: u8,
    /// Label of the unit that it is a part of, or hangs below, or `null`.
    pub parent: Option<String>,
    /// Its words; of a paragraph those of its sub-paragraphs too, as ranges of passages count. Of a table a line for the
    /// caption and for each row, cells with a tab between them.
    pub text: Cow<'a, str>,
    /// What stands out in that text.
    pub emphasis: Vec<EmphasisObject<'a>>,
    /// Footnotes on it; of a paragraph those of its sub-paragraphs too.
    pub footnotes: Vec<UnitFootnoteObject<'a>>,
    /// What it is as a recommendation.
    pub recommendation: RecommendationObject<'a>,
    /// The status that the reviewer gave, of a sub-paragraph without one its paragraph's; `null` for a heading.
    pub status: Option<&'a str>,
    /// Whether that status was given on another text of this language version.
    pub text_changed: bool,
}

/// A stretch of a unit's text that stands out.
#[derive(Debug, Serialize)]
pub struct EmphasisObject<'a> {
    /// `bold`, `italic`, `underline` or `struck`.
    pub style: &'a str,
    /// Its place in the unit's text.
    pub range: [usize; 2],
}

/// A footnote on a unit.
#[derive(Debug, Serialize)]
pub struct UnitFootnoteObject<'a> {
    /// The mark that refers to it.
    pub mark: &'a str,
    /// Its words.
    pub text: &'a str,
    /// Where the mark stands in the unit's text, empty where the text has not got it; `null` if that is not known.
    pub range: Option<[usize; 2]>,
}

/// What a unit is as a recommendation. What follows the word is there if the document has facts of it.
#[derive(Debug, Serialize)]
pub struct RecommendationObject<'a> {
    /// `makes`, `discusses` or `none`: the reviewer's word, else the document's.
    pub word: &'a str,
    #[serde(flatten)]
    pub facts: Option<FactsObject<'a>>,
}

/// What a document says of a recommendation, with the fields of
/// [`RecommendationFacts`](crate::model::RecommendationFacts).
#[derive(Debug, Serialize)]
pub struct FactsObject<'a> {
    pub from: &'a [String],
    pub to: &'a [String],
    pub verb: Option<&'a str>,
    pub theme: Option<&'a str>,
    /// `supported`, `noted`, `pending`, or `null`.
    pub position: Option<&'a str>,
    pub source: Option<&'a str>,
}

/// `notes --json`.
#[derive(Debug, Serialize)]
pub struct NotesObject<'a> {
    /// Symbol of the document.
    pub symbol: &'a str,
    /// Notes in the order of the paragraphs, the reviewer's own first within each.
    pub notes: Vec<NoteObject<'a>>,
}

/// A note, in every answer that has one.
#[derive(Debug, Serialize)]
pub struct NoteObject<'a> {
    /// Id, by which others refer to it.
    pub id: &'a str,
    /// Label of the unit that it is on; of a note on a passage the paragraph's.
    pub paragraph: &'a str,
    /// `comment`, `question`, `point`, `editorial`.
    pub kind: &'a str,
    /// The passage that it hangs on, or `null` for the whole paragraph.
    pub quote: Option<&'a str>,
    /// What it says, as typed.
    pub body: &'a str,
    /// Tags without `#`.
    pub tags: Vec<String>,
    /// Whether it was marked as dealt with.
    pub settled: bool,
    /// The reviewer who wrote it.
    pub reviewer: &'a str,
    /// When it was first saved.
    pub created: String,
    /// When it was last changed.
    pub changed: String,
    /// Where the passage is, or `null`.
    pub passage: Option<PassageObject<'a>>,
    /// What other sides say of its fields, undecided.
    pub disagreements: Vec<DisagreementObject<'a>>,
}

/// A second value of a field, on which nobody has decided yet.
#[derive(Debug, Serialize)]
pub struct DisagreementObject<'a> {
    /// The field: `body`, `kind`, `settled`, `deleted`, `paragraph`, `anchor`, `status` or `recommendation`.
    pub field: &'a str,
    /// The other side's value as text; empty for none, an anchor by its passage.
    pub value: String,
    /// Whence it came, for people.
    pub from: &'a str,
}

/// Where a note's passage is.
#[derive(Debug, Serialize)]
pub struct PassageObject<'a> {
    /// Language version that it was marked in.
    pub language: &'a str,
    /// Its place in that version's text of the paragraph as it is now; null if it is gone.
    pub range: Option<[usize; 2]>,
    /// `sure`, `check` (to be looked at: the text has changed) or `orphan` (gone from the text).
    pub state: &'a str,
}

/// `search --json`.
#[derive(Debug, Serialize)]
pub struct SearchObject<'a> {
    /// The query as it was typed.
    pub query: &'a str,
    /// How many hits there are, also beyond the limit.
    pub count: usize,
    /// The first of them, by tier, then document, then how well they match.
    pub hits: Vec<HitObject<'a>>,
}

/// A hit, in every answer that has one.
#[derive(Debug, Serialize)]
pub struct HitObject<'a> {
    /// Symbol of the document.
    pub symbol: &'a str,
    /// Language of its version, ISO 639-1.
    pub language: &'a str,
    /// Label of the paragraph it leads to, or `null` (masthead).
    pub paragraph: Option<&'a str>,
    /// Label of the unit that was hit where it is not that paragraph: a sub-paragraph, or the unit that the note is on.
    pub unit: Option<&'a str>,
    /// `text`, `heading`, `speaker`, `note`, `masthead`.
    pub field: &'a str,
    /// Id of the note, for the field `note`, else `null`.
    pub note: Option<&'a str>,
    /// `literal`, `terms`, `pinyin` or `loose`.
    pub tier: &'a str,
    /// Compares within a tier of one document only.
    pub score: i64,
    /// A line around the hit; `…` where it was cut.
    pub snippet: &'a str,
    /// What was matched, in the snippet.
    pub ranges: Vec<[usize; 2]>,
}

/// `status --json`.
#[derive(Debug, Serialize)]
pub struct StatusObject<'a> {
    /// Symbol of the document.
    pub symbol: &'a str,
    /// Language of its version, ISO 639-1.
    pub language: &'a str,
    /// Whose statuses these are.
    pub reviewer: &'a str,
    /// How many paragraphs there are.
    pub total: usize,
    /// How many of them have which status.
    pub by_status: ByStatus,
    /// How many have no status of their own, but all of their sub-paragraphs have one. They are in none of those counts.
    pub by_parts: usize,
    /// How many of those that count as unreviewed have a status that was given on another text.
    pub text_changed: usize,
    /// The same for each section with all that stands below it.
    pub sections: Vec<SectionStatus<'a>>,
}

/// `status --json` of several documents.
#[derive(Debug, Serialize)]
pub struct StatusesObject<'a> {
    /// Whose statuses these are.
    pub reviewer: &'a str,
    /// Each document, as it is told alone.
    pub documents: Vec<StatusObject<'a>>,
}

/// How far the review of a section is.
#[derive(Debug, Serialize)]
pub struct SectionStatus<'a> {
    /// Id of the section.
    pub id: &'a str,
    /// How many paragraphs stand in it or below it.
    pub total: usize,
    /// How many of them have which status.
    pub by_status: ByStatus,
    /// How many have no status of their own, but all of their sub-paragraphs have one. They are in none of those counts.
    pub by_parts: usize,
    /// How many of those that count as unreviewed have a status that was given on another text.
    pub text_changed: usize,
}

/// Counts of paragraphs, by the words of [`ReviewStatus`](crate::model::ReviewStatus); every status is there.
#[derive(Debug, Serialize)]
pub struct ByStatus {
    pub unreviewed: usize,
    pub accept: usize,
    pub query: usize,
    pub amend: usize,
    pub reserve: usize,
}
