//! The index of one document and its notes: built once, asked often. For now it reads every record; a posting list
//! can take the place of [`Index::candidates`] without a caller seeing it.

use crate::model::{Document, Note, NoteId, ParagraphNumber, Symbol, Tag};

use super::hit::{Found, Hit, Rank};
use super::matching::{Match, Matcher};
use super::query::Query;
use super::record::{Record, What};
use super::snippet::snippet;

/// A note as it is searched. Deleted notes are not handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteText<'a> {
    /// Id.
    pub id: &'a NoteId,
    /// Whose note it is; found by name.
    pub reviewer: &'a str,
    /// The paragraph that it hangs on.
    pub paragraph: &'a ParagraphNumber,
    /// Its words.
    pub body: &'a str,
    /// Its tags; found as `#tag` also where the body does not have them.
    pub tags: Vec<Tag>,
}

impl<'a> NoteText<'a> {
    /// A note of a reviewer.
    #[must_use]
    pub fn of(reviewer: &'a str, note: &'a Note) -> Self {
        Self { id: &note.id, reviewer, paragraph: &note.paragraph, body: &note.body, tags: note.tags() }
    }
}

/// One document (one language version) and the notes on it, folded and ready to be searched.
#[derive(Debug, Clone)]
pub struct Index {
    symbol: Symbol,
    language: String,
    /// Numbers of the paragraphs, in document order.
    numbers: Vec<ParagraphNumber>,
    /// Masthead, headings and paragraphs; then, from `notes_from` on, notes.
    records: Vec<Record>,
    notes_from: usize,
}

impl Index {
    /// Folds a document and notes.
    #[must_use]
    pub fn build(document: &Document, notes: &[NoteText<'_>]) -> Self {
        let mut records = vec![Record::masthead(&document.masthead)];
        let sections = document.sections.iter().enumerate();
        records.extend(sections.map(|(at, section)| Record::heading(document, section, at)));
        let paragraphs = document.paragraphs.iter().enumerate();
        records.extend(paragraphs.map(|(at, paragraph)| Record::paragraph(document, paragraph, at)));
        let mut index = Self {
            symbol: document.symbol().clone(),
            language: document.language().to_owned(),
            numbers: document.paragraphs.iter().map(|paragraph| paragraph.number.clone()).collect(),
            notes_from: records.len(),
            records,
        };
        index.set_notes(notes);
        index
    }

    /// Whether it was built from this document.
    #[must_use]
    pub fn is_of(&self, document: &Document) -> bool {
        self.symbol == *document.symbol()
            && self.language == document.language()
            && self.numbers.len() == document.paragraphs.len()
    }

    /// Takes these notes for those that it had; the document is not folded again.
    pub fn set_notes(&mut self, notes: &[NoteText<'_>]) {
        self.records.truncate(self.notes_from);
        for note in notes {
            let position = self.numbers.iter().position(|number| number == note.paragraph);
            self.records.push(Record::note(note, position.unwrap_or(usize::MAX)));
        }
    }

    /// Searches. Gives the best `limit` hits, and counts all.
    #[must_use]
    pub fn find(&self, query: &Query, limit: usize) -> Found {
        let mut found = Found { total: self.numbers.len(), ..Found::default() };
        if query.is_empty() {
            return found;
        }
        let mut matcher = Matcher::new(query);
        let mut ranked: Vec<(Rank, usize, Match)> = Vec::new();
        for (at, record) in self.candidates(query) {
            let Some(matched) = matcher.run(record) else { continue };
            if record.what == What::Paragraph {
                let count = if matched.tier.is_strict() { &mut found.strict } else { &mut found.loose };
                *count += 1;
            }
            let (tier, score, spread) = (matched.tier, matched.score, matched.spread);
            let rank = Rank { tier, group: record.group(), score, spread, position: record.position };
            ranked.push((rank, at, matched));
        }
        let order = |a: &(Rank, usize, Match), b: &(Rank, usize, Match)| a.0.cmp(&b.0).then(a.1.cmp(&b.1));
        if limit > 0 && limit < ranked.len() {
            ranked.select_nth_unstable_by(limit - 1, order);
        }
        ranked.truncate(limit);
        ranked.sort_unstable_by(order);
        found.hits = ranked
            .into_iter()
            .filter_map(|(_, at, matched)| Some(self.hit(self.records.get(at)?, &matched)))
            .collect();
        found
    }

    /// The records that may match. A posting list would give fewer.
    fn candidates(&self, _query: &Query) -> impl Iterator<Item = (usize, &Record)> {
        self.records.iter().enumerate()
    }

    fn hit(&self, record: &Record, matched: &Match) -> Hit {
        let bytes = |piece: usize, ranges: &[std::ops::Range<usize>]| {
            record
                .shown_piece(piece)
                .map(|piece| piece.dense.to_bytes(&piece.source, ranges))
                .unwrap_or_default()
        };
        let marks = bytes(matched.piece, &matched.marks);
        let best = bytes(matched.piece, std::slice::from_ref(&matched.best)).pop().unwrap_or(0..0);
        let shown = record.shown_piece(matched.piece).or(record.pieces.first());
        let note = match &record.what {
            What::Note(id) => Some(id.clone()),
            _ => None,
        };
        Hit {
            symbol: self.symbol.clone(),
            language: self.language.clone(),
            paragraph: record.leads_to.clone(),
            field: record.field(matched.piece),
            note,
            tier: matched.tier,
            score: matched.score,
            snippet: shown.map(|piece| snippet(&piece.source, &best, &marks)).unwrap_or_default(),
            marks,
            best,
        }
    }
}
