//! What a reviewer had seen and what the disk does not have any more, and the change that brings it back.

use super::{Altered, Change, Mark, Note, ParagraphNumber, Review, Side};

/// What was seen and is gone, or is there in an older state: git, another program or a hand took it away. Given
/// as it was seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lost {
    /// Notes.
    pub notes: Vec<Note>,
    /// Marks.
    pub marks: Vec<(ParagraphNumber, Mark)>,
}

impl Lost {
    /// What `seen` has and `disk` lacks, or has with a smaller `rev` and other content. A tombstone is not lost: it
    /// was deleted by somebody, who can be seen.
    #[must_use]
    pub fn between(seen: &Review, disk: &Review) -> Self {
        let there = disk.by_id();
        let is_lost = |note: &&Note| note_is_lost(note, there.get(&note.id).copied());
        Self {
            notes: seen.live_notes().filter(is_lost).cloned().collect(),
            marks: seen
                .marks
                .iter()
                .filter(|(number, mark)| mark_is_lost(number, mark, disk))
                .map(|(number, mark)| (number.clone(), mark.clone()))
                .collect(),
        }
    }

    /// Whether nothing was lost.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty() && self.marks.is_empty()
    }

    /// Adds what was lost later. What is in it already is replaced: the later state is the one that was seen.
    pub fn add(&mut self, later: Self) {
        self.notes.retain(|note| later.notes.iter().all(|other| other.id != note.id));
        self.marks.retain(|(number, _)| later.marks.iter().all(|(other, _)| other != number));
        self.notes.extend(later.notes);
        self.marks.extend(later.marks);
    }

    /// Forgets what is back.
    pub fn keep_lost(&mut self, review: &Review) {
        self.notes.retain(|note| note_is_lost(note, review.note(&note.id)));
        self.marks.retain(|(number, mark)| mark_is_lost(number, mark, review));
    }

    /// Takes what another one lists out of this one.
    pub fn take_out(&mut self, other: &Self) {
        self.notes.retain(|note| other.notes.iter().all(|gone| gone.id != note.id));
        self.marks.retain(|(number, _)| other.marks.iter().all(|(gone, _)| gone != number));
    }

    /// Puts back what was lost, as it was seen, `rev` and all: what is known is more than what the disk has.
    pub fn put_into(&self, review: &mut Review) {
        self.altered().iter().for_each(|entry| review.put(entry, Side::After));
    }

    /// The change that brings everything back to a review; none if all is there.
    #[must_use]
    pub fn restore(&self, review: &Review) -> Option<Change> {
        review.change_towards(&self.altered(), Side::After)
    }

    /// Each entry as it was seen, without a word on what became of it.
    #[must_use]
    pub fn altered(&self) -> Vec<Altered> {
        let notes = self.notes.iter().map(|note| Altered::Note {
            id: note.id.clone(),
            before: None,
            after: Some(Box::new(note.clone())),
        });
        let marks = self.marks.iter().map(|(number, mark)| Altered::Mark {
            number: number.clone(),
            before: None,
            after: Some(mark.clone()),
        });
        notes.chain(marks).collect()
    }
}

fn note_is_lost(note: &Note, found: Option<&Note>) -> bool {
    found.is_none_or(|found| found.rev < note.rev && !(found.is_live() && found.says_the_same(note)))
}

fn mark_is_lost(number: &ParagraphNumber, mark: &Mark, disk: &Review) -> bool {
    disk.marks.get(number).is_none_or(|found| {
        found.rev < mark.rev
            && (found.status, found.recommendation, &found.disagreements)
                != (mark.status, mark.recommendation, &mark.disagreements)
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Disagreement, Entry, FieldValue, Moment, NoteId, NoteKind, ReviewStatus, Symbol};
    use super::*;

    fn at() -> Moment {
        "2026-11-23T14:02:00+01:00".parse().unwrap()
    }

    fn seen() -> Review {
        let mut review = Review::new(Symbol("A/1".into()), "amara");
        for id in ["n1", "n2", "n3"] {
            let note = Note::new(NoteId(id.into()), "18".into(), NoteKind::Point, format!("of {id}"), at());
            review.apply(Change::AddNote(Box::new(note)), at()).unwrap();
        }
        review.apply(Change::DeleteNote(NoteId("n3".into())), at()).unwrap();
        for (number, status) in [("18", ReviewStatus::Amend), ("19", ReviewStatus::Query)] {
            review.apply(Change::SetStatus { paragraph: number.into(), status }, at()).unwrap();
        }
        review
    }

    #[test]
    fn what_vanished_or_went_back_comes_back_in_one_change_and_goes_in_one() {
        let older = seen();
        let mut seen = older.clone();
        let edit = |body: &str| Change::EditNote {
            id: NoteId("n1".into()),
            body: body.into(),
            kind: NoteKind::Question,
        };
        seen.apply(edit("new words"), at()).unwrap();
        seen.apply(Change::SettleNote { id: NoteId("n1".into()), settled: true }, at()).unwrap();
        let disagreement = Disagreement { value: FieldValue::Body("other".into()), from: "laptop".into() };
        let of = Entry::Note(NoteId("n1".into()));
        seen.apply(Change::Disagree { of, disagreement, place: 0, value: None }, at()).unwrap();
        // git put back an older file, and n2 and a mark are not in it.
        let mut disk = older;
        disk.notes.retain(|note| note.id.0 != "n2");
        disk.marks.remove(&"19".into());
        let lost = Lost::between(&seen, &disk);
        assert_eq!(lost.notes.iter().map(|note| note.id.0.as_str()).collect::<Vec<_>>(), ["n1", "n2"]);
        assert_eq!(lost.marks.len(), 1);

        let before = disk.clone();
        let undo = disk.apply(lost.restore(&disk).unwrap(), at()).unwrap();
        assert_eq!(lost.restore(&disk), None);
        assert!(Lost::between(&seen, &disk).is_empty());
        assert_eq!(disk.note(&NoteId("n1".into())).unwrap().disagreements.len(), 1);
        disk.apply(undo, at()).unwrap();
        assert_eq!(disk.live_notes().count(), before.live_notes().count());
        assert_eq!(disk.status(&"19".into()), ReviewStatus::Unreviewed);
    }

    #[test]
    fn a_tombstone_is_not_lost_and_what_is_back_is_forgotten() {
        let seen = seen();
        let empty = Review::new(seen.symbol.clone(), "amara");
        let mut lost = Lost::between(&seen, &empty);
        assert_eq!((lost.notes.len(), lost.marks.len()), (2, 2));
        let mut partly = lost.clone();
        partly.notes.truncate(1);
        partly.marks.clear();
        lost.take_out(&partly);
        assert_eq!((lost.notes.len(), lost.marks.len()), (1, 2));
        lost.add(Lost::between(&seen, &empty));
        assert_eq!((lost.notes.len(), lost.marks.len()), (2, 2));
        lost.keep_lost(&seen);
        assert!(lost.is_empty());
    }
}
