//! What a change did to the notes and marks it speaks of: each of them before and after. Undo, the journal and
//! recovery are made of this: a change alone does not say what it took away.

use super::{
    Change, Disagreement, Entry, FieldValue, Mark, Note, NoteId, ParagraphNumber, Review, ReviewStatus,
};

/// One note, or one paragraph's mark, before and after. `None` is: there was none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Altered {
    /// A note.
    Note {
        /// Which.
        id: NoteId,
        /// As it was.
        before: Option<Box<Note>>,
        /// As it is since.
        after: Option<Box<Note>>,
    },
    /// What is said of a paragraph as a whole.
    Mark {
        /// Which paragraph.
        number: ParagraphNumber,
        /// As it was.
        before: Option<Mark>,
        /// As it is since.
        after: Option<Mark>,
    },
}

/// Which side of an [`Altered`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// How it was.
    Before,
    /// How it is since.
    After,
}

impl Side {
    fn of<'a, T>(self, before: &'a Option<T>, after: &'a Option<T>) -> Option<&'a T> {
        match self {
            Self::Before => before.as_ref(),
            Self::After => after.as_ref(),
        }
    }
}

impl Altered {
    /// What a change that led from one review to another did, entry by entry.
    #[must_use]
    pub fn by(change: &Change, before: &Review, after: &Review) -> Vec<Self> {
        let mut altered = Vec::new();
        collect(change, before, after, &mut altered);
        altered
    }

    /// Everything in which two reviews differ.
    #[must_use]
    pub fn between(before: &Review, after: &Review) -> Vec<Self> {
        let was: std::collections::HashMap<&NoteId, &Note> =
            before.notes.iter().map(|note| (&note.id, note)).collect();
        let is: std::collections::HashSet<&NoteId> = after.notes.iter().map(|note| &note.id).collect();
        let gone = before.notes.iter().filter(|note| !is.contains(&note.id));
        let gone = gone.map(|note| Self::note(&note.id, Some(note), None));
        let changed = after.notes.iter().filter(|note| was.get(&note.id) != Some(note));
        let changed = changed.map(|note| Self::note(&note.id, was.get(&note.id).copied(), Some(note)));
        let numbers =
            before.marks.keys().chain(after.marks.keys().filter(|n| !before.marks.contains_key(*n)));
        let marks = numbers.filter_map(|number| {
            let (before, after) = (before.marks.get(number), after.marks.get(number));
            (before != after).then(|| Self::mark(number, before, after))
        });
        gone.chain(changed).chain(marks).collect()
    }

    fn note(id: &NoteId, before: Option<&Note>, after: Option<&Note>) -> Self {
        let kept = |note: Option<&Note>| note.cloned().map(Box::new);
        Self::Note { id: id.clone(), before: kept(before), after: kept(after) }
    }

    fn mark(number: &ParagraphNumber, before: Option<&Mark>, after: Option<&Mark>) -> Self {
        Self::Mark { number: number.clone(), before: before.cloned(), after: after.cloned() }
    }

    /// The paragraph it is about, if a note that says so was there at all.
    #[must_use]
    pub fn paragraph(&self) -> Option<&ParagraphNumber> {
        match self {
            Self::Note { before, after, .. } => {
                after.as_ref().or(before.as_ref()).map(|note| &note.paragraph)
            }
            Self::Mark { number, .. } => Some(number),
        }
    }

    /// Whether the review says now what it said on that side. `rev`, times and where notes stand do not count.
    #[must_use]
    pub fn stands(&self, review: &Review, side: Side) -> bool {
        match self {
            Self::Note { id, before, after } => {
                let wanted = side.of(before, after).filter(|note| note.is_live());
                match (review.note(id).filter(|note| note.is_live()), wanted) {
                    (None, None) => true,
                    (Some(note), Some(wanted)) => note.says_the_same(wanted),
                    _ => false,
                }
            }
            Self::Mark { number, before, after } => {
                let now = review.marks.get(number).map(said).unwrap_or_default();
                side.of(before, after).map(said).unwrap_or_default() == now
            }
        }
    }

    /// The changes that make the review say what it said on that side.
    fn towards(&self, side: Side, review: &Review, into: &mut Vec<Change>) {
        match self {
            Self::Note { id, before, after } => {
                let wanted = side.of(before, after).filter(|note| note.is_live());
                match (review.note(id), wanted) {
                    (None, None) => {}
                    (None, Some(wanted)) => into.push(Change::AddNote(wanted.clone())),
                    (Some(note), None) if note.is_live() => into.push(Change::DeleteNote(id.clone())),
                    (Some(_), None) => {}
                    (Some(note), Some(wanted)) => {
                        if !note.is_live() {
                            into.push(Change::RestoreNote(id.clone()));
                        }
                        let mut note = Note { deleted: None, ..note.clone() };
                        let ways = between(&note.disagreements, &wanted.disagreements, |value| {
                            (note.standing(value), wanted.standing(value))
                        });
                        for way in ways {
                            way.value.clone().into_iter().for_each(|value| note.put(value));
                            into.push(way.change(Entry::Note(id.clone())));
                        }
                        if (&note.body, note.kind) != (&wanted.body, wanted.kind) {
                            let (body, kind) = (wanted.body.clone(), wanted.kind);
                            into.push(Change::EditNote { id: id.clone(), body, kind });
                        }
                        if note.settled != wanted.settled {
                            into.push(Change::SettleNote { id: id.clone(), settled: wanted.settled });
                        }
                    }
                }
            }
            Self::Mark { number, before, after } => {
                let paragraph = || number.clone();
                let none = (ReviewStatus::Unreviewed, None, &[][..]);
                let (mut now_status, mut now_recommendation, kept) =
                    review.marks.get(number).map_or(none, said);
                let (status, recommendation, wanted) = side.of(before, after).map_or(none, said);
                let ways = between(kept, wanted, |value| match value {
                    FieldValue::Status(_) => {
                        (Some(FieldValue::Status(now_status)), Some(FieldValue::Status(status)))
                    }
                    _ => {
                        let value = FieldValue::Recommendation;
                        (Some(value(now_recommendation)), Some(value(recommendation)))
                    }
                });
                for way in ways {
                    match &way.value {
                        Some(FieldValue::Status(status)) => now_status = *status,
                        Some(FieldValue::Recommendation(said)) => now_recommendation = *said,
                        _ => {}
                    }
                    into.push(way.change(Entry::Paragraph(paragraph())));
                }
                if status != now_status {
                    into.push(Change::SetStatus { paragraph: paragraph(), status });
                }
                if recommendation != now_recommendation {
                    into.push(Change::SetRecommendation { paragraph: paragraph(), recommendation });
                }
            }
        }
    }
}

fn said(mark: &Mark) -> (ReviewStatus, Option<super::Recommendation>, &[Disagreement]) {
    (mark.status, mark.recommendation, &mark.disagreements)
}

/// One step from the disagreements that there are to those that are wanted.
struct Way {
    disagreement: Disagreement,
    /// The place at which it comes; none: it goes.
    place: Option<usize>,
    /// What the field says after it, if it says something else then.
    value: Option<FieldValue>,
}

impl Way {
    fn change(self, of: Entry) -> Change {
        let Self { disagreement, place, value } = self;
        match place {
            Some(place) => Change::Disagree { of, disagreement, place, value },
            None => Change::Decide { of, disagreement, other: value.is_some() },
        }
    }
}

/// The way from some disagreements to others. `stand` gives what stands in a field, and what is wanted there.
fn between(
    now: &[Disagreement],
    wanted: &[Disagreement],
    stand: impl Fn(&FieldValue) -> (Option<FieldValue>, Option<FieldValue>),
) -> Vec<Way> {
    let gone = now.iter().filter(|one| !wanted.contains(one)).map(|one| {
        let (stands, wanted) = stand(&one.value);
        let other = wanted.as_ref() == Some(&one.value) && stands != wanted;
        Way { disagreement: one.clone(), place: None, value: wanted.filter(|_| other) }
    });
    let come = wanted.iter().enumerate().filter(|(_, one)| !now.contains(one)).map(|(place, one)| {
        let (stands, wanted) = stand(&one.value);
        let value = wanted.filter(|wanted| stands.as_ref() != Some(wanted));
        Way { disagreement: one.clone(), place: Some(place), value }
    });
    gone.chain(come).collect()
}

impl Review {
    /// The change that makes these entries say what they said on one side; `None` if they say it.
    #[must_use]
    pub fn change_towards(&self, altered: &[Altered], side: Side) -> Option<Change> {
        let mut changes = Vec::new();
        for entry in altered {
            entry.towards(side, self, &mut changes);
        }
        match changes.len() {
            0 => None,
            1 => changes.pop(),
            _ => Some(Change::Many(changes)),
        }
    }

    /// Puts entries as they are on one side, exactly, `rev` and all: this is how a journal is read, not how a
    /// person changes a review.
    pub fn put(&mut self, altered: &Altered, side: Side) {
        match altered {
            Altered::Note { id, before, after } => {
                let place = self.notes.iter().position(|note| &note.id == id);
                match (place, side.of(before, after)) {
                    (Some(at), Some(note)) => {
                        if let Some(kept) = self.notes.get_mut(at) {
                            kept.clone_from(note);
                        }
                    }
                    (Some(at), None) => {
                        self.notes.remove(at);
                    }
                    (None, Some(note)) => self.notes.push((**note).clone()),
                    (None, None) => {}
                }
            }
            Altered::Mark { number, before, after } => match side.of(before, after) {
                Some(mark) => {
                    self.marks.insert(number.clone(), mark.clone());
                }
                None => {
                    self.marks.remove(number);
                }
            },
        }
    }
}

fn collect(change: &Change, before: &Review, after: &Review, into: &mut Vec<Altered>) {
    match change {
        Change::AddNote(note) => collect_note(&note.id, before, after, into),
        Change::EditNote { id, .. }
        | Change::SettleNote { id, .. }
        | Change::DeleteNote(id)
        | Change::RestoreNote(id) => collect_note(id, before, after, into),
        Change::Decide { of: Entry::Note(id), .. } | Change::Disagree { of: Entry::Note(id), .. } => {
            collect_note(id, before, after, into);
        }
        Change::SetStatus { paragraph, .. }
        | Change::SetRecommendation { paragraph, .. }
        | Change::Decide { of: Entry::Paragraph(paragraph), .. }
        | Change::Disagree { of: Entry::Paragraph(paragraph), .. } => {
            let known =
                |altered: &Altered| matches!(altered, Altered::Mark { number, .. } if number == paragraph);
            if !into.iter().any(known) {
                let (before, after) = (before.marks.get(paragraph), after.marks.get(paragraph));
                into.push(Altered::mark(paragraph, before, after));
            }
        }
        Change::Many(changes) => changes.iter().for_each(|change| collect(change, before, after, into)),
    }
}

fn collect_note(id: &NoteId, before: &Review, after: &Review, into: &mut Vec<Altered>) {
    let known = |altered: &Altered| matches!(altered, Altered::Note { id: known, .. } if known == id);
    if !into.iter().any(known) {
        into.push(Altered::note(id, before.note(id), after.note(id)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Moment, NoteKind, Recommendation, Symbol};
    use super::*;

    fn at() -> Moment {
        "2026-11-23T14:02:00+01:00".parse().unwrap()
    }

    fn id() -> NoteId {
        NoteId("n1".into())
    }

    fn note(body: &str) -> Note {
        Note::new(id(), "18".into(), NoteKind::Question, body.into(), at())
    }

    /// Applies changes one after the other; each must be taken back, and done again, by its altered entries.
    #[test]
    fn every_change_is_taken_back_and_done_again_by_what_it_altered() {
        let mut review = Review::new(Symbol("A/1".into()), "amara");
        let many = Change::Many(vec![
            Change::SetStatus { paragraph: "1".into(), status: ReviewStatus::Accept },
            Change::SetStatus { paragraph: "2".into(), status: ReviewStatus::Accept },
            Change::EditNote { id: id(), body: "four".into(), kind: NoteKind::Point },
        ]);
        let two = |value| Disagreement { value, from: "laptop".into() };
        let disagree =
            |of: Entry, value| Change::Disagree { of, disagreement: two(value), place: 9, value: None };
        let decide = |of: Entry, value, other| Change::Decide { of, disagreement: two(value), other };
        let (on_note, on_mark) = (|| Entry::Note(id()), || Entry::Paragraph("7".into()));
        let amend = || FieldValue::Status(ReviewStatus::Amend);
        let reserve = || FieldValue::Status(ReviewStatus::Reserve);
        let words = || FieldValue::Body("of the laptop".into());
        let elsewhere = || FieldValue::Paragraph("19".into());
        let gone = || FieldValue::Deleted(Some(at()));
        for change in [
            disagree(on_mark(), reserve()),
            disagree(on_mark(), amend()),
            decide(on_mark(), reserve(), false),
            decide(on_mark(), amend(), true),
            Change::AddNote(Box::new(note("one"))),
            disagree(on_note(), words()),
            disagree(on_note(), elsewhere()),
            disagree(on_note(), gone()),
            disagree(on_note(), FieldValue::Kind(NoteKind::Editorial)),
            decide(on_note(), words(), true),
            decide(on_note(), elsewhere(), true),
            decide(on_note(), gone(), true),
            Change::RestoreNote(id()),
            decide(on_note(), FieldValue::Kind(NoteKind::Editorial), false),
            Change::EditNote { id: id(), body: "two".into(), kind: NoteKind::Comment },
            Change::SettleNote { id: id(), settled: true },
            Change::DeleteNote(id()),
            Change::RestoreNote(id()),
            Change::SetStatus { paragraph: "18".into(), status: ReviewStatus::Amend },
            Change::SetRecommendation { paragraph: "18".into(), recommendation: Some(Recommendation::Makes) },
            many,
        ] {
            let before = review.clone();
            review.apply(change.clone(), at()).unwrap();
            let altered = Altered::by(&change, &before, &review);
            assert!(altered.iter().all(|entry| entry.stands(&review, Side::After)), "{change:?}");
            assert!(!altered.iter().any(|entry| entry.stands(&review, Side::Before)), "{change:?}");
            for side in [Side::Before, Side::After] {
                let back = review.change_towards(&altered, side).unwrap();
                review.apply(back, at()).unwrap();
                assert!(altered.iter().all(|entry| entry.stands(&review, side)), "{change:?} {side:?}");
                assert_eq!(review.change_towards(&altered, side), None);
            }
            let mut put = review.clone();
            altered.iter().for_each(|entry| put.put(entry, Side::Before));
            assert_eq!(put, before, "{change:?}");
        }
    }

    #[test]
    fn the_difference_of_two_reviews_leads_from_one_to_the_other() {
        let mut one = Review::new(Symbol("A/1".into()), "amara");
        one.notes = vec![note("one"), Note { id: NoteId("n2".into()), ..note("two") }];
        one.apply(Change::SetStatus { paragraph: "1".into(), status: ReviewStatus::Accept }, at()).unwrap();
        let mut two = Review::new(Symbol("A/1".into()), "amara");
        two.notes = vec![note("changed"), Note { id: NoteId("n3".into()), ..note("three") }];
        two.apply(Change::SetStatus { paragraph: "2".into(), status: ReviewStatus::Query }, at()).unwrap();
        let altered = Altered::between(&one, &two);
        assert_eq!(altered.len(), 5);
        let mut led = one.clone();
        altered.iter().for_each(|entry| led.put(entry, Side::After));
        assert_eq!(led, two);
        altered.iter().for_each(|entry| led.put(entry, Side::Before));
        led.notes.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(led, one);
        assert_eq!(Altered::between(&two, &two), []);
    }
}
