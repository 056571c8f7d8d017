//! One reviewer's work on one symbol: a map of records, whatever their kind.

use indexmap::IndexMap;

use super::{
    CurrentStatus, Document, EntryKey, Label, Mark, Note, NoteId, Paragraph, ParagraphIndex, Recommendation,
    Record, ReviewProgress, ReviewStatus, Symbol, UnitPlace,
};

/// One reviewer's work on one symbol. Two reviews are equal if they have the same entries, in whatever order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// On which document.
    pub symbol: Symbol,
    /// The name of the reviewer whose it is, as in the file.
    pub reviewer: String,
    records: IndexMap<EntryKey, Record>,
}

impl Review {
    /// A review in which nothing has been said yet.
    #[must_use]
    pub fn new(symbol: Symbol, reviewer: &str) -> Self {
        Self { symbol, reviewer: reviewer.to_owned(), records: IndexMap::new() }
    }

    /// Everything in it, deleted entries among them, in the order in which it came in: for a file, in the file's.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.values()
    }

    /// The same, each with its key.
    pub fn entries(&self) -> impl Iterator<Item = (&EntryKey, &Record)> {
        self.records.iter()
    }

    /// All of them, to be altered.
    pub fn records_mut(&mut self) -> impl Iterator<Item = &mut Record> {
        self.records.values_mut()
    }

    /// The entry under a key, deleted or not.
    #[must_use]
    pub fn get(&self, key: &EntryKey) -> Option<&Record> {
        self.records.get(key)
    }

    /// The same, to be altered.
    pub fn get_mut(&mut self, key: &EntryKey) -> Option<&mut Record> {
        self.records.get_mut(key)
    }

    /// Puts an entry in the place of the one with its key, whole. Not a change that a person makes: see
    /// [`apply`](Self::apply).
    pub fn insert(&mut self, record: impl Into<Record>) {
        let record = record.into();
        self.records.insert(record.key(), record);
    }

    /// Takes an entry out without a trace. Not what a person does: a deleted entry stays as a tombstone.
    pub fn remove(&mut self, key: &EntryKey) -> Option<Record> {
        self.records.shift_remove(key)
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// As it is after having been written and read: entries in which nothing was ever said are none, and each is
    /// [canonical](Record::make_canonical).
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.records.retain(|_, record| !record.is_blank());
        self.records.values_mut().for_each(Record::make_canonical);
        self
    }

    /// All notes, tombstones among them.
    pub fn notes(&self) -> impl Iterator<Item = &Note> {
        self.records().filter_map(|record| if let Record::Note(note) = record { Some(note) } else { None })
    }

    /// All marks, in the order in which they came.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.records().filter_map(|record| if let Record::Mark(mark) = record { Some(mark) } else { None })
    }

    /// The note with that id, deleted or not.
    #[must_use]
    pub fn note(&self, id: &NoteId) -> Option<&Note> {
        match self.records.get(&EntryKey::Note(id.clone())) {
            Some(Record::Note(note)) => Some(note),
            _ => None,
        }
    }

    /// What is said of a paragraph as a whole, if anything ever was.
    #[must_use]
    pub fn mark(&self, paragraph: &Label) -> Option<&Mark> {
        match self.records.get(&EntryKey::Mark(paragraph.clone())) {
            Some(Record::Mark(mark)) => Some(mark),
            _ => None,
        }
    }

    /// The notes that are shown.
    pub fn live_notes(&self) -> impl Iterator<Item = &Note> {
        self.notes().filter(|note| note.is_live())
    }

    /// The notes of a paragraph that are shown, in the order in which they were written.
    pub fn notes_on<'a>(&'a self, number: &'a Label) -> impl Iterator<Item = &'a Note> {
        self.live_notes().filter(move |note| &note.paragraph == number)
    }

    /// The status of a paragraph.
    #[must_use]
    pub fn status(&self, number: &Label) -> ReviewStatus {
        self.mark(number).map(|mark| mark.status).unwrap_or_default()
    }

    /// The status of a paragraph beside its text in a language version. A status that was given on another version, or
    /// before texts were remembered, counts as it is.
    #[must_use]
    pub fn current_status(&self, language: &str, paragraph: &Paragraph) -> CurrentStatus {
        let Some(mark) = self.mark(&paragraph.label) else { return CurrentStatus::default() };
        let given_on = mark.language.as_ref().zip(mark.text_hash.as_ref());
        let text_changed = mark.status != ReviewStatus::Unreviewed
            && given_on.is_some_and(|(on, hash)| on.0 == language && hash.0 != paragraph.text_hash());
        CurrentStatus { given: mark.status, text_changed }
    }

    /// The status of a unit beside the text of a document. Where a sub-paragraph has none, its paragraph's. On a unit that
    /// the document does not have it counts as it is.
    #[must_use]
    pub fn current_status_in(&self, document: &Document, label: &Label) -> CurrentStatus {
        let place = document.place(label);
        if let Some(UnitPlace::Paragraph(at)) = place
            && let Some(paragraph) = document.paragraph_at(at)
        {
            return self.current_status(document.language(), paragraph);
        }
        let own = self.own_status_in(document, label);
        match place {
            Some(UnitPlace::Part { paragraph, .. }) if own.given == ReviewStatus::Unreviewed => {
                let paragraph = document.paragraph_at(paragraph);
                paragraph.map(|p| self.current_status(document.language(), p)).unwrap_or_default()
            }
            _ => own,
        }
    }

    /// The status that a unit was given itself.
    fn own_status_in(&self, document: &Document, label: &Label) -> CurrentStatus {
        let Some(mark) = self.mark(label) else { return CurrentStatus::default() };
        let given_on = mark.language.as_ref().zip(mark.text_hash.as_ref());
        let now = || document.place(label).and_then(|place| document.hash_of(place));
        let text_changed = mark.status != ReviewStatus::Unreviewed
            && given_on.is_some_and(|(on, hash)| {
                on.0 == document.language() && now().is_some_and(|now| now != hash.0)
            });
        CurrentStatus { given: mark.status, text_changed }
    }

    /// Whether all sub-paragraphs of a paragraph have a status that counts.
    fn is_reviewed_by_parts(&self, document: &Document, paragraph: &Paragraph) -> bool {
        let mut units = paragraph.parts().iter().filter_map(|part| part.unit.as_ref()).peekable();
        units.peek().is_some()
            && units.all(|unit| self.own_status_in(document, unit).counted() != ReviewStatus::Unreviewed)
    }

    /// Whether a paragraph makes or discusses a recommendation: the reviewer's word, else the document's.
    #[must_use]
    pub fn recommendation(&self, paragraph: &Paragraph) -> Recommendation {
        let said = self.mark(&paragraph.label).and_then(|mark| mark.recommendation);
        said.unwrap_or(paragraph.recommendation)
    }

    /// How far the review of the paragraphs at these positions is. Counted are numbered paragraphs of all series, and what
    /// is a recommendation without being one. A paragraph is reviewed by its own status, or when all its sub-paragraphs
    /// have one. One whose text has changed since its status was given counts as unreviewed.
    #[must_use]
    pub fn progress(
        &self,
        document: &Document,
        positions: impl IntoIterator<Item = ParagraphIndex>,
    ) -> ReviewProgress {
        let mut progress = ReviewProgress::default();
        for paragraph in positions.into_iter().filter_map(|at| document.paragraph_at(at)) {
            let units = paragraph.parts().iter().filter_map(|part| part.unit.as_ref());
            for unit in units.filter(|unit| document.facts(unit).is_some()) {
                progress.add(self.own_status_in(document, unit));
            }
            if paragraph.number.is_none() && document.facts(&paragraph.label).is_none() {
                continue;
            }
            let status = self.current_status(document.language(), paragraph);
            if status.given == ReviewStatus::Unreviewed && self.is_reviewed_by_parts(document, paragraph) {
                progress.total += 1;
                progress.by_parts += 1;
            } else {
                progress.add(status);
            }
        }
        progress
    }
}
