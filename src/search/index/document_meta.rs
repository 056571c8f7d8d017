//! What the index knows of a document beside its text: numbers, sections, speakers, statuses, notes. Fields of a
//! query are decided by it; a status or a draft changes here without any text being read.
//!
//! # Files
//!
//! - `bytes`: What is known of a document as bytes, and back; without notes, statuses and drafts

use std::collections::{HashMap, HashSet};

use crate::model::{Document, Footnote, Label, NoteId, NoteKind, ReviewStatus, Symbol, Tag};

use crate::search::index::record::{Marks, NoteText, masthead_line, speaker_line};
use crate::search::index::set::small;
use crate::search::index::units_meta::UnitsMeta;
use crate::search::query::dense::dense;

/// A section, as `section:` asks for it.
#[derive(Debug, Clone)]
pub(in crate::search) struct SectionMeta {
    /// Number, heading and id, folded.
    pub(in crate::search) number: String,
    pub(in crate::search) heading: String,
    pub(in crate::search) id: String,
    /// The heading as the document has it.
    pub(in crate::search) printed: String,
    /// The section that it stands in.
    pub(in crate::search) above: Option<usize>,
    /// The words of its footnotes, as the document has them.
    pub(in crate::search) footnotes: Vec<String>,
}

/// A note as it was searched last, and where its record is.
#[derive(Debug, Clone)]
pub(in crate::search) struct NoteMeta {
    pub(in crate::search) id: NoteId,
    pub(in crate::search) reviewer: String,
    pub(in crate::search) paragraph: Label,
    pub(in crate::search) kind: NoteKind,
    pub(in crate::search) body: String,
    pub(in crate::search) tags: Vec<Tag>,
    /// Where the paragraph stands at which its unit is shown; `None` if the document has no such unit.
    pub(in crate::search) position: Option<usize>,
    /// Its record: segment and number.
    pub(in crate::search) record: (usize, u16),
}

impl NoteMeta {
    /// Whether its record would be the same.
    pub(in crate::search) fn is(&self, note: &NoteText<'_>) -> bool {
        self.id == *note.id
            && self.body == note.body
            && self.reviewer == note.reviewer
            && self.paragraph == *note.paragraph
            && self.tags == note.tags
    }
}

/// What is known of a document beside its records.
#[derive(Debug, Clone)]
pub(in crate::search) struct DocumentMeta {
    pub(in crate::search) symbol: Symbol,
    pub(in crate::search) language: String,
    /// The line of the masthead, as the document has it.
    pub(in crate::search) masthead: String,
    pub(in crate::search) numbers: Vec<Label>,
    pub(in crate::search) by_number: HashMap<Label, u32>,
    pub(in crate::search) sections: Vec<SectionMeta>,
    /// For each paragraph its section.
    pub(in crate::search) section_of: Vec<u32>,
    /// The speakers: folded, and their lines as the document has them.
    pub(in crate::search) speakers: Vec<(String, String)>,
    /// For each paragraph its speakers.
    pub(in crate::search) speakers_of: Vec<Vec<u32>>,
    /// For each paragraph with footnotes their words, as the document has them.
    pub(in crate::search) footnotes_of: HashMap<u32, Vec<String>>,
    /// What is no paragraph.
    pub(in crate::search) units: UnitsMeta,
    /// For each paragraph on which, or on a unit of which, there is a status: all that it is found by.
    pub(in crate::search) statuses: HashMap<u32, Vec<ReviewStatus>>,
    pub(in crate::search) drafts: HashSet<u32>,
    pub(in crate::search) notes: Vec<NoteMeta>,
    /// For each paragraph with notes: which.
    pub(in crate::search) notes_of: HashMap<u32, Vec<u32>>,
    /// For each section the paragraph that its heading leads to.
    pub(in crate::search) leads_to: Vec<Option<u32>>,
    /// Records: segment, first and last.
    pub(in crate::search) spans: Vec<(usize, u16, u16)>,
    /// Where it stands among the documents.
    pub(in crate::search) order: u32,
    /// Whether it is searched only when a query asks for a language.
    pub(in crate::search) aside: bool,
}

impl DocumentMeta {
    pub(in crate::search) fn of(document: &Document, order: u32) -> Self {
        let sections = &document.sections;
        let above = |at: usize| {
            let level = sections.get(at).map(|section| section.level)?;
            sections.get(..at)?.iter().rposition(|section| section.level < level)
        };
        let section_at: HashMap<_, usize> = sections.iter().enumerate().map(|(at, s)| (&s.id, at)).collect();
        let speaker_at: HashMap<_, usize> =
            document.speakers.iter().enumerate().map(|(at, s)| (&s.id, at)).collect();
        let paragraphs = &document.paragraphs;
        let section_of: Vec<u32> = paragraphs
            .iter()
            .map(|p| p.section.as_ref().and_then(|id| section_at.get(id)).map_or(u32::MAX, |&at| small(at)))
            .collect();
        let words = |footnotes: &[Footnote]| -> Vec<String> {
            footnotes.iter().map(|footnote| footnote.text.clone()).collect()
        };
        let noted = paragraphs.iter().enumerate().filter(|(_, paragraph)| !paragraph.footnotes.is_empty());
        Self {
            units: UnitsMeta::of(document, &section_of),
            footnotes_of: noted.map(|(at, paragraph)| (small(at), words(&paragraph.footnotes))).collect(),
            symbol: document.symbol().clone(),
            language: document.language().to_owned(),
            masthead: masthead_line(&document.masthead),
            numbers: paragraphs.iter().map(|paragraph| paragraph.label.clone()).collect(),
            by_number: paragraphs.iter().enumerate().map(|(at, p)| (p.label.clone(), small(at))).collect(),
            sections: sections
                .iter()
                .enumerate()
                .map(|(at, section)| SectionMeta {
                    number: dense(section.number.as_deref().unwrap_or_default()),
                    heading: dense(&section.heading()),
                    id: dense(&section.id.0),
                    printed: section.heading(),
                    above: above(at),
                    footnotes: words(&section.footnotes),
                })
                .collect(),
            section_of,
            speakers: document
                .speakers
                .iter()
                .map(|speaker| {
                    let line = speaker_line(speaker);
                    let folded = format!("{} · {}", dense(&line), dense(&speaker.id.0));
                    (folded, line)
                })
                .collect(),
            speakers_of: paragraphs
                .iter()
                .map(|p| {
                    p.speakers
                        .iter()
                        .filter_map(|a| speaker_at.get(&a.speaker))
                        .map(|&at| small(at))
                        .collect()
                })
                .collect(),
            statuses: HashMap::new(),
            drafts: HashSet::new(),
            notes: Vec::new(),
            notes_of: HashMap::new(),
            leads_to: (0..sections.len()).map(|at| first_below(document, at)).collect(),
            spans: Vec::new(),
            order,
            aside: false,
        }
    }

    /// Whether a document has the same masthead, numbers, sections and speakers. Says nothing of the texts.
    pub(in crate::search) fn is_of(&self, document: &Document) -> bool {
        let same = |a: &SectionMeta, b: &SectionMeta| {
            (&a.number, &a.id, &a.printed, a.above, &a.footnotes)
                == (&b.number, &b.id, &b.printed, b.above, &b.footnotes)
        };
        let other = Self::of(document, self.order);
        self.masthead == other.masthead
            && self.numbers == other.numbers
            && self.sections.len() == other.sections.len()
            && self.sections.iter().zip(&other.sections).all(|(a, b)| same(a, b))
            && self.section_of == other.section_of
            && self.leads_to == other.leads_to
            && self.speakers == other.speakers
            && self.speakers_of == other.speakers_of
            && self.footnotes_of == other.footnotes_of
            && self.units == other.units
    }

    /// Where the paragraph stands at which the unit with that label is shown.
    pub(in crate::search) fn position(&self, label: &Label) -> Option<usize> {
        let at = self.by_number.get(label).or_else(|| Some(&self.units.named(label)?.position));
        at.filter(|at| **at != u32::MAX).map(|&at| at as usize)
    }

    pub(in crate::search) fn set_marks(&mut self, marks: &Marks) {
        self.statuses.clear();
        let given = |(label, status): &&(Label, ReviewStatus)| {
            *status != ReviewStatus::Unreviewed && self.position(label).is_some()
        };
        let (own, of_parts): (Vec<_>, Vec<_>) =
            marks.statuses.iter().filter(given).partition(|(label, _)| self.by_number.contains_key(label));
        for (label, status) in own {
            self.statuses.extend(self.by_number.get(label).map(|&at| (at, vec![*status])));
        }
        let mut judged: HashMap<u32, usize> = HashMap::new();
        for (label, status) in of_parts {
            let Some(unit) = self.units.named(label).filter(|unit| unit.start.is_some()) else { continue };
            *judged.entry(unit.position).or_default() += 1;
            let without = || vec![ReviewStatus::Unreviewed];
            self.statuses.entry(unit.position).or_insert_with(without).push(*status);
        }
        // A paragraph is reviewed when all its sub-paragraphs are.
        for (at, count) in judged {
            let parts = self.units.blocks(at).iter().filter(|unit| !unit.label.as_str().is_empty()).count();
            if let Some(statuses) = self.statuses.get_mut(&at).filter(|_| count == parts) {
                statuses.retain(|status| *status != ReviewStatus::Unreviewed);
            }
        }
        let shown = |label: &Label| self.position(label).map(small);
        self.drafts = marks.drafts.iter().filter_map(shown).collect();
    }

    /// Says which notes hang on which paragraph.
    pub(in crate::search) fn group_notes(&mut self) {
        self.notes_of.clear();
        for (at, note) in self.notes.iter().enumerate() {
            if let Some(position) = note.position {
                self.notes_of.entry(small(position)).or_default().push(small(at));
            }
        }
    }

    /// Bytes that it takes, roughly.
    pub(in crate::search) fn memory(&self) -> usize {
        let each = size_of::<Label>() * 2 + 16 + 4 + size_of::<Vec<u32>>();
        self.numbers.len() * each
            + self.numbers.iter().map(|number| number.as_str().len() * 2).sum::<usize>()
            + self.speakers_of.iter().map(|speakers| speakers.capacity() * 4).sum::<usize>()
            + self.notes.iter().map(|note| size_of::<NoteMeta>() + note.body.len()).sum::<usize>()
    }
}

/// The first paragraph that stands in a section or below it.
fn first_below(document: &Document, at: usize) -> Option<u32> {
    let ids: HashSet<_> =
        document.sections.get(document.subtree(at))?.iter().map(|section| &section.id).collect();
    document
        .paragraphs
        .iter()
        .position(|paragraph| paragraph.section.as_ref().is_some_and(|id| ids.contains(id)))
        .map(small)
}
