//! Whether a record passes the fields of a query. A note has its own kind, tags and reviewer, and all else from its
//! paragraph; a paragraph has the kinds, tags and reviewers of the notes on it.

use std::collections::HashMap;

use crate::model::{ReviewStatus, Symbol, Tag};

use crate::search::index::Index;
use crate::search::index::document_meta::{DocumentMeta, NoteMeta};
use crate::search::index::segment::IndexRecord;
use crate::search::query::dense::dense;
use crate::search::query::field::{AskedValue, FieldName, FieldTerm, Possession, What};

/// The fields of a query against one document: what is the same for all its records is decided once.
#[derive(Debug)]
pub(in crate::search) struct FieldFilter<'a> {
    meta: &'a DocumentMeta,
    fields: Vec<Decided<'a>>,
    /// Whether notes pass: they hang on several language versions and are found in one.
    notes: bool,
}

#[derive(Debug)]
struct Decided<'a> {
    field: &'a FieldTerm,
    /// For each section or speaker of the document whether it is meant.
    meant: Vec<bool>,
}

/// Which of the language versions of a text are searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Versions {
    /// One of each, unless the query asks for a language.
    Chosen,
    /// The others, without their notes.
    Aside,
}

/// For each document of an index its filter, none for one that is not searched; no filters at all if everything passes.
/// And how many paragraphs are not searched.
pub(in crate::search) fn filters<'a>(
    index: &'a Index,
    fields: &'a [FieldTerm],
    versions: Versions,
) -> (Vec<Option<FieldFilter<'a>>>, usize) {
    let asks = fields.iter().any(|field| field.name == FieldName::Lang);
    let passed = |meta: &DocumentMeta| match versions {
        Versions::Chosen => meta.aside && !asks,
        Versions::Aside => !meta.aside || asks,
    };
    let all = || index.documents().flatten();
    let passed_over = all().filter(|meta| passed(meta)).map(|meta| meta.numbers.len()).sum();
    if versions == Versions::Chosen && fields.is_empty() && !index.has_versions() && !all().any(passed) {
        return (Vec::new(), 0);
    }
    let filter =
        |meta: Option<&'a DocumentMeta>| Some(FieldFilter::new(meta.filter(|meta| !passed(meta))?, fields));
    let mut filters: Vec<Option<FieldFilter<'a>>> = index.documents().map(filter).collect();
    if versions == Versions::Chosen {
        hang_notes_once(&mut filters);
    }
    (filters, passed_over)
}

/// A note hangs on all language versions of its document: it is found with one of them, with the chosen one if that is
/// searched.
fn hang_notes_once(filters: &mut [Option<FieldFilter<'_>>]) {
    let mut found: HashMap<&Symbol, (bool, usize)> = HashMap::new();
    for (at, filter) in filters.iter().enumerate() {
        let Some(filter) = filter.as_ref().filter(|filter| filter.passes_language()) else { continue };
        let place = (filter.meta.aside, at);
        let best = found.entry(&filter.meta.symbol).or_insert(place);
        *best = place.min(*best);
    }
    let with_notes: Vec<usize> = found.into_values().map(|(_, at)| at).collect();
    for at in with_notes {
        if let Some(Some(filter)) = filters.get_mut(at) {
            filter.notes = true;
        }
    }
}

impl<'a> FieldFilter<'a> {
    fn new(meta: &'a DocumentMeta, fields: &'a [FieldTerm]) -> Self {
        let fields = fields.iter().map(|field| Decided { field, meant: meant(meta, field) }).collect();
        Self { meta, fields, notes: false }
    }

    /// Whether the record passes all fields.
    pub(in crate::search) fn passes(&self, record: &IndexRecord) -> bool {
        (self.notes || record.what != What::Note)
            && self.fields.iter().all(|decided| self.has(record, decided) != decided.field.not)
    }

    fn passes_language(&self) -> bool {
        let mut asked = self.fields.iter().filter(|decided| decided.field.name == FieldName::Lang);
        asked.all(|Decided { field, .. }| match &field.value {
            AskedValue::Text(wanted) => dense(&self.meta.language).starts_with(wanted.as_str()) != field.not,
            _ => field.not,
        })
    }

    /// Whether the document has anything that the field of that place could ask for.
    pub(in crate::search) fn has_value(&self, at: usize) -> bool {
        let Some(Decided { field, meant }) = self.fields.get(at) else { return true };
        let AskedValue::Text(wanted) = &field.value else { return true };
        let meta = self.meta;
        match field.name {
            FieldName::Speaker | FieldName::Section => meant.contains(&true),
            FieldName::Tag => {
                let begins = |tag: &Tag| dense(&tag.0).starts_with(wanted.as_str());
                meta.notes.iter().any(|note| note.tags.iter().any(begins))
            }
            FieldName::By => meta.notes.iter().any(|note| dense(&note.reviewer).contains(wanted.as_str())),
            FieldName::Lang => dense(&meta.language).starts_with(wanted.as_str()),
            FieldName::Para => meta.numbers.iter().any(|number| number.is_meant_by(wanted)),
            FieldName::Status | FieldName::Kind | FieldName::Has => true,
        }
    }

    fn has(&self, record: &IndexRecord, decided: &Decided<'_>) -> bool {
        let meta = self.meta;
        let here = (record.what != What::Masthead && record.position != u32::MAX).then_some(record.position);
        let at = here.map(|at| at as usize);
        let note = (record.what == What::Note).then(|| meta.notes.get(record.at as usize)).flatten();
        match (decided.field.name, &decided.field.value) {
            (_, AskedValue::Nothing) => false,
            (FieldName::Status, AskedValue::Statuses(wanted)) => {
                let reviewed = matches!(record.what, What::Paragraph | What::Note);
                let is_wanted = |at| match meta.statuses.get(&at) {
                    Some(statuses) => statuses.iter().any(|status| wanted.contains(status)),
                    None => wanted.contains(&ReviewStatus::Unreviewed),
                };
                reviewed && here.is_some_and(is_wanted)
            }
            (FieldName::Kind, AskedValue::Kinds(kinds, whats)) => {
                whats.contains(&record.what) || self.any_note(record, note, |note| kinds.contains(&note.kind))
            }
            (FieldName::Tag, AskedValue::Text(wanted)) => self.any_note(record, note, |note| {
                note.tags.iter().any(|tag| dense(&tag.0).starts_with(wanted.as_str()))
            }),
            (FieldName::By, AskedValue::Text(wanted)) => {
                self.any_note(record, note, |note| dense(&note.reviewer).contains(wanted.as_str()))
            }
            (FieldName::Has, AskedValue::Has(wanted)) => wanted.iter().any(|has| match has {
                Possession::Note => record.what == What::Note || self.any_note(record, note, |_| true),
                Possession::Draft => {
                    record.what == What::Paragraph && here.is_some_and(|at| meta.drafts.contains(&at))
                }
            }),
            (FieldName::Speaker, _) if matches!(record.what, What::Paragraph | What::Note) => {
                let speakers = at.and_then(|at| meta.speakers_of.get(at));
                speakers.is_some_and(|all| all.iter().any(|&s| decided.meant.get(s as usize) == Some(&true)))
            }
            (FieldName::Section, _) => {
                let section = match record.what {
                    What::Heading => Some(record.at),
                    _ => at.and_then(|at| meta.section_of.get(at)).copied(),
                };
                section.is_some_and(|section| decided.meant.get(section as usize) == Some(&true))
            }
            (FieldName::Para, value) if matches!(record.what, What::Paragraph | What::Note) => {
                let Some(number) = at.and_then(|at| meta.numbers.get(at)) else { return false };
                match value {
                    AskedValue::Numbers(from, to) => {
                        let digits: String =
                            number.as_str().chars().take_while(char::is_ascii_digit).collect();
                        digits.parse::<u64>().is_ok_and(|number| (*from..=*to).contains(&number))
                    }
                    AskedValue::Text(wanted) => number.is_meant_by(wanted),
                    _ => false,
                }
            }
            (FieldName::Lang, AskedValue::Text(wanted)) => dense(&meta.language).starts_with(wanted.as_str()),
            _ => false,
        }
    }

    /// Whether the note, or for a paragraph any note on it, is such.
    fn any_note(
        &self,
        record: &IndexRecord,
        note: Option<&NoteMeta>,
        is: impl Fn(&NoteMeta) -> bool,
    ) -> bool {
        match record.what {
            What::Note => note.is_some_and(is),
            What::Paragraph => {
                let notes = self.meta.notes_of.get(&record.position);
                notes.into_iter().flatten().filter_map(|&at| self.meta.notes.get(at as usize)).any(is)
            }
            What::Heading | What::Masthead => false,
        }
    }
}

fn meant(meta: &DocumentMeta, field: &FieldTerm) -> Vec<bool> {
    let AskedValue::Text(wanted) = &field.value else { return Vec::new() };
    match field.name {
        FieldName::Speaker => {
            meta.speakers.iter().map(|(folded, ..)| folded.contains(wanted.as_str())).collect()
        }
        FieldName::Section => {
            let wanted = wanted.as_str();
            let mut meant: Vec<bool> = Vec::with_capacity(meta.sections.len());
            for section in &meta.sections {
                let number = section.number.trim_end_matches(['.', ',', ')', ' ']);
                // One sign is a number, not a part of a heading: `B` is in many words.
                let inside = wanted.chars().nth(1).is_some() && section.heading.contains(wanted);
                let itself = inside || section.id == wanted || number == wanted.trim_end_matches('.');
                let above = section.above.and_then(|above| meant.get(above)).copied().unwrap_or(false);
                meant.push(itself || above);
            }
            meant
        }
        _ => Vec::new(),
    }
}
