//! From the model to the objects of `--json`. Nothing is decided here but which word stands where.

use super::{
    ByStatus, DisagreementObject, FootnoteObject, HitObject, MastheadObject, NoteObject, ParagraphObject,
    PassageObject, SectionObject, SpeakerObject,
};
use crate::model::{
    Anchor, Basis, Document, EntryConflict, Footnote, Label, Mark, Masthead, Note, Paragraph, ParagraphIndex,
    Review, ReviewProgress, ReviewStatus, Section, Speaker,
};
use crate::search::{Hit, Snippet};

impl From<&ReviewProgress> for ByStatus {
    fn from(progress: &ReviewProgress) -> Self {
        Self {
            unreviewed: progress.count(ReviewStatus::Unreviewed),
            accept: progress.count(ReviewStatus::Accept),
            query: progress.count(ReviewStatus::Query),
            amend: progress.count(ReviewStatus::Amend),
            reserve: progress.count(ReviewStatus::Reserve),
        }
    }
}

impl<'a> From<&'a Masthead> for MastheadObject<'a> {
    fn from(head: &'a Masthead) -> Self {
        Self {
            symbol: &head.symbol.0,
            organ: head.organ.as_deref(),
            body: head.body.as_deref(),
            session: head.session.as_deref(),
            dates: head.dates.as_deref(),
            place: head.place.as_deref(),
            distribution: head.distribution.as_deref(),
            date: head.date.as_deref(),
            language: &head.language,
            original_language: head.original_languages.first().map(String::as_str),
            job_number: head.job_number.as_deref(),
            barcode: head.barcode.as_deref(),
            title: &head.title,
            kind: head.kind.as_deref(),
            part: head.part.as_deref(),
            id: head.symbol_is_id.then_some(&head.symbol.0),
            symbols: head.printed_symbols().map(|symbol| symbol.0.as_str()).collect(),
            original_languages: head.original_languages.iter().map(String::as_str).collect(),
            agenda_item: head.agenda_item.as_deref(),
            procedure: head.procedure.word(),
            rapporteur: head.rapporteur.as_deref(),
            unofficial: head.unofficial.as_deref(),
            footnotes: head.footnotes.iter().map(FootnoteObject::from).collect(),
        }
    }
}

fn numbers(document: &Document, positions: Vec<ParagraphIndex>) -> Vec<&str> {
    let paragraphs = positions.into_iter().filter_map(|at| document.paragraph_at(at));
    paragraphs.map(|paragraph| paragraph.label.as_str()).collect()
}

impl<'a> SectionObject<'a> {
    /// The section at that position.
    pub fn new(document: &'a Document, at: usize, section: &'a Section) -> Self {
        Self {
            id: &section.id.0,
            number: section.number.as_deref(),
            title: &section.title,
            heading: section.heading(),
            level: section.level,
            paragraphs: numbers(document, document.paragraphs_below(at)),
        }
    }
}

impl<'a> SpeakerObject<'a> {
    /// A speaker of the document.
    pub fn new(document: &'a Document, speaker: &'a Speaker) -> Self {
        Self {
            id: &speaker.id.0,
            name: &speaker.name,
            english: speaker.english.as_deref(),
            acronym: speaker.acronym.as_deref(),
            role: speaker.role.word(),
            kind: speaker.kind.word(),
            panelist: speaker.panelist,
            context: speaker.panelist.then(|| speaker.context.word()),
            paragraphs: numbers(document, document.paragraphs_of(&speaker.id)),
        }
    }
}

impl<'a> ParagraphObject<'a> {
    /// A paragraph with what the reviews say of it; the first review is the reviewer's own.
    pub fn new(document: &Document, paragraph: &'a Paragraph, reviews: &[&'a Review]) -> Self {
        let own = reviews.first();
        let status = own.map(|own| own.current_status(document.language(), paragraph)).unwrap_or_default();
        let recommendation = own.map_or(paragraph.recommendation, |own| own.recommendation(paragraph));
        let inferred = paragraph.speakers.iter().filter(|said| said.basis == Basis::Inferred);
        let notes = reviews.iter().flat_map(|review| {
            let labels = std::iter::once(&paragraph.label).chain(paragraph.units());
            let notes = labels.flat_map(|label| review.notes_on(label));
            notes.map(|note| NoteObject::new(document, note, &review.reviewer))
        });
        Self {
            label: paragraph.label.as_str(),
            number: paragraph.number.as_deref(),
            section: paragraph.section.as_ref().map(|id| id.0.as_str()),
            text: paragraph.text(),
            speakers: paragraph.speakers.iter().map(|said| said.speaker.0.as_str()).collect(),
            inferred: inferred.map(|said| said.speaker.0.as_str()).collect(),
            recommendation: recommendation.word(),
            status: status.given.word(),
            text_changed: status.text_changed,
            disagreements: own
                .and_then(|own| own.mark(&paragraph.label))
                .into_iter()
                .flat_map(Mark::undecided)
                .map(DisagreementObject::from)
                .collect(),
            notes: notes.collect(),
            footnotes: paragraph.footnotes.iter().map(FootnoteObject::from).collect(),
        }
    }
}

impl<'a> From<&'a Footnote> for FootnoteObject<'a> {
    fn from(note: &'a Footnote) -> Self {
        Self { mark: &note.mark, text: &note.text }
    }
}

impl<'a> From<&'a EntryConflict> for DisagreementObject<'a> {
    fn from(one: &'a EntryConflict) -> Self {
        Self { field: one.value.field, value: one.value.text(), from: &one.from }
    }
}

impl<'a> NoteObject<'a> {
    /// A reviewer's note.
    pub fn new(document: &Document, note: &'a Note, reviewer: &'a str) -> Self {
        let standing = document.standing(note);
        let passage = |anchor: &'a Anchor| {
            let (state, range) = standing.unwrap_or((anchor.state, Some(anchor.start..anchor.end)));
            let range = range.map(|range| [range.start, range.end]);
            PassageObject { language: &anchor.language, range, state: state.word() }
        };
        Self {
            id: &note.id.0,
            paragraph: note.paragraph.as_str(),
            kind: note.kind.word(),
            quote: note.quote(),
            body: &note.body,
            tags: note.tags().into_iter().map(|tag| tag.0).collect(),
            settled: note.settled,
            reviewer,
            created: note.created.to_string(),
            changed: note.changed.to_string(),
            passage: note.anchor.as_ref().map(passage),
            disagreements: note.undecided().into_iter().map(DisagreementObject::from).collect(),
        }
    }
}

impl<'a> From<&'a Hit> for HitObject<'a> {
    fn from(hit: &'a Hit) -> Self {
        let Snippet { text, ranges } = &hit.snippet;
        Self {
            symbol: &hit.symbol.0,
            language: &hit.language,
            paragraph: hit.paragraph.as_ref().map(Label::as_str),
            unit: hit.unit.as_ref().map(Label::as_str),
            field: hit.field.word(),
            note: hit.note.as_ref().map(|id| id.0.as_str()),
            tier: hit.tier.word(),
            score: hit.score,
            snippet: text,
            ranges: ranges.iter().map(|range| [range.start, range.end]).collect(),
        }
    }
}
