//! One reviewer's notes and statuses for one symbol.

use std::collections::{BTreeMap, HashMap};

use super::{
    Disagreement, Document, Moment, Note, NoteId, Paragraph, ParagraphNumber, Progress, Recommendation,
    ReviewStatus, Symbol, next_rev,
};

/// What a reviewer says of a paragraph as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The reviewer's position.
    pub status: ReviewStatus,
    /// The reviewer's word on whether it makes a recommendation; none: as the document says.
    pub recommendation: Option<Recommendation>,
    /// +1 at each change; not a clock.
    pub rev: u64,
    /// When it was last changed.
    pub changed: Moment,
    /// What other sides say of it, until a person picks.
    pub disagreements: Vec<Disagreement>,
}

impl Mark {
    /// Whether nothing was ever said in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.rev == 0
            && self.status == ReviewStatus::Unreviewed
            && self.recommendation.is_none()
            && self.disagreements.is_empty()
    }
}

/// One reviewer's work on one symbol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// On which document.
    pub symbol: Symbol,
    /// By whom.
    pub reviewer: String,
    /// Marks by paragraph.
    pub marks: BTreeMap<ParagraphNumber, Mark>,
    /// Notes in the order in which they were written, tombstones among them.
    pub notes: Vec<Note>,
}

impl Review {
    /// A review in which nothing has been said yet.
    #[must_use]
    pub fn new(symbol: Symbol, reviewer: &str) -> Self {
        Self { symbol, reviewer: reviewer.to_owned(), marks: BTreeMap::new(), notes: Vec::new() }
    }

    /// The note with that id, deleted or not.
    #[must_use]
    pub fn note(&self, id: &NoteId) -> Option<&Note> {
        self.notes.iter().find(|note| &note.id == id)
    }

    /// All notes by their ids, for whoever looks for many.
    #[must_use]
    pub fn by_id(&self) -> HashMap<&NoteId, &Note> {
        self.notes.iter().map(|note| (&note.id, note)).collect()
    }

    /// The notes that are shown.
    pub fn live_notes(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(|note| note.is_live())
    }

    /// The notes of a paragraph that are shown, in the order in which they were written.
    pub fn notes_on<'a>(&'a self, number: &'a ParagraphNumber) -> impl Iterator<Item = &'a Note> {
        self.live_notes().filter(move |note| &note.paragraph == number)
    }

    /// The status of a paragraph.
    #[must_use]
    pub fn status(&self, number: &ParagraphNumber) -> ReviewStatus {
        self.marks.get(number).map(|mark| mark.status).unwrap_or_default()
    }

    /// Whether a paragraph makes or discusses a recommendation: the reviewer's word, else the document's.
    #[must_use]
    pub fn recommendation(&self, paragraph: &Paragraph) -> Recommendation {
        let said = self.marks.get(&paragraph.number).and_then(|mark| mark.recommendation);
        said.unwrap_or(paragraph.recommendation)
    }

    /// How far the review of the paragraphs at these positions is.
    #[must_use]
    pub fn progress(&self, document: &Document, positions: impl IntoIterator<Item = usize>) -> Progress {
        let paragraphs = positions.into_iter().filter_map(|at| document.paragraphs.get(at));
        Progress::of(paragraphs.map(|paragraph| self.status(&paragraph.number)))
    }

    pub(super) fn mark_mut(&mut self, number: &ParagraphNumber, at: Moment) -> &mut Mark {
        let mark = self.marks.entry(number.clone()).or_insert(Mark {
            status: ReviewStatus::Unreviewed,
            recommendation: None,
            rev: 0,
            changed: at,
            disagreements: Vec::new(),
        });
        mark.rev = next_rev(mark.rev);
        mark.changed = at;
        mark
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Change, NoteKind, Rejected};
    use super::*;

    fn at() -> Moment {
        "2026-11-23T14:02:00+01:00".parse().unwrap()
    }

    fn note(id: &str, body: &str) -> Note {
        Note::new(NoteId(id.into()), "18".into(), NoteKind::Question, body.into(), at())
    }

    #[test]
    fn the_inverse_of_a_change_takes_it_back() {
        let mut review = Review::new(Symbol("A/1".into()), "amara");
        let undo = review
            .apply(
                Change::Many(vec![
                    Change::AddNote(Box::new(note("n1", "one"))),
                    Change::EditNote { id: NoteId("n1".into()), body: "two".into(), kind: NoteKind::Point },
                    Change::SetStatus { paragraph: "18".into(), status: ReviewStatus::Amend },
                ]),
                at(),
            )
            .unwrap();
        assert_eq!(review.notes_on(&"18".into()).next().unwrap().body, "two");
        assert_eq!(review.status(&"18".into()), ReviewStatus::Amend);
        let redo = review.apply(undo, at()).unwrap();
        assert_eq!((review.live_notes().count(), review.status(&"18".into())), (0, ReviewStatus::Unreviewed));
        review.apply(redo, at()).unwrap();
        assert_eq!(review.notes_on(&"18".into()).next().unwrap().body, "two");
    }

    #[test]
    fn a_rejected_change_alters_nothing_even_half_way() {
        let mut review = Review::new(Symbol("A/1".into()), "amara");
        let before = review.clone();
        let gone = NoteId("gone".into());
        let many =
            Change::Many(vec![Change::AddNote(Box::new(note("n1", "x"))), Change::DeleteNote(gone.clone())]);
        assert_eq!(review.apply(many, at()), Err(Rejected::NoSuchNote(gone)));
        assert_eq!(review, before);
    }
}
