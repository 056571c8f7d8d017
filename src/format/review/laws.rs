//! Laws of the review file, held for random reviews.

use proptest::prelude::*;

use super::tests::{NASTY, read, write};
use super::{ReviewText, new_review, write_into};
use crate::model::{
    Anchor, AnchorState, EntryConflict, EntryKey, FieldValue, Label, Mark, Moment, Note, NoteId, NoteKind,
    Recommendation, Record, Review, ReviewStatus, SingleLine, Symbol, Tag,
};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(NASTY.to_vec()).prop_map(str::to_owned),
        "\\PC{0,20}",
        proptest::collection::vec(any::<char>(), 0..20).prop_map(|chars| chars.into_iter().collect()),
        proptest::collection::vec(
            proptest::sample::select(vec!["\"", "\\", "\n", "\r", " ", "#a", "é", "u"]),
            0..12
        )
        .prop_map(|pieces| pieces.concat()),
    ]
}

fn name() -> impl Strategy<Value = String> {
    text().prop_map(|text| if Label::new(&text).as_str().is_empty() { "x".to_owned() } else { text })
}

fn moment() -> impl Strategy<Value = Moment> {
    (0..4_102_444_800_i64, -12..=14_i64).prop_map(|(second, hours)| {
        let time = jiff::Timestamp::from_second(second).unwrap();
        let offset = jiff::tz::Offset::constant(i8::try_from(hours).unwrap());
        time.display_with_offset(offset).to_string().parse().unwrap()
    })
}

fn anchor() -> impl Strategy<Value = Anchor> {
    (name(), text(), text(), text(), 0..9999_usize, 0..99_usize).prop_map(
        |(language, exact, prefix, suffix, start, length)| Anchor {
            language,
            exact,
            prefix,
            suffix,
            start,
            end: start + length,
            paragraph_hash: "ab".into(),
            state: [AnchorState::Sure, AnchorState::Check, AnchorState::Orphan][length % 3],
        },
    )
}

fn conflicts(of_note: bool) -> impl Strategy<Value = Vec<EntryConflict>> {
    let value =
        (0..6_usize, text(), moment(), anchor(), name()).prop_map(move |(which, body, at, anchor, name)| {
            let even = body.len() % 2 == 0;
            match (of_note, which) {
                (true, 0) => FieldValue::new("body", body),
                (true, 1) => FieldValue::new("kind", NoteKind::ALL[body.len() % 4]),
                (true, 2) => FieldValue::new("settled", even),
                (true, 3) => FieldValue::new("deleted", Some(at).filter(|_| even)),
                (true, 4) => FieldValue::new("paragraph", Label::new(&name)),
                (true, _) => FieldValue::new("anchor", Some(anchor).filter(|_| even)),
                (false, 0..4) => FieldValue::new("status", ReviewStatus::ALL[which]),
                (false, _) => {
                    FieldValue::new("recommendation", Some(Recommendation::Makes).filter(|_| which == 4))
                }
            }
        });
    let one = (value, text()).prop_map(|(value, from)| EntryConflict { value, from });
    proptest::collection::vec(one, 0..3)
}

fn note() -> impl Strategy<Value = Note> {
    let rest = (any::<bool>(), 0..u64::from(u32::MAX), moment(), moment(), proptest::option::of(moment()));
    let tags = proptest::collection::vec(text().prop_map(Tag), 0..3);
    let hung = (proptest::option::of(anchor()), conflicts(true));
    (name(), text(), 0..4_usize, tags, rest, hung).prop_map(
        |(paragraph, body, kind, extra_tags, rest, (anchor, conflicts))| {
            let (settled, rev, created, changed, deleted) = rest;
            Note {
                id: NoteId(String::new()),
                paragraph: paragraph.as_str().into(),
                kind: NoteKind::ALL[kind],
                settled,
                extra_tags,
                rev,
                created,
                changed,
                deleted,
                body,
                anchor,
                conflicts,
            }
        },
    )
}

fn review() -> impl Strategy<Value = Review> {
    let given = (
        proptest::option::of(name().prop_map(SingleLine)),
        proptest::option::of(name().prop_map(SingleLine)),
    );
    let mark = (name(), 0..5_usize, 0..4_usize, 0..9_u64, moment(), conflicts(false), given).prop_map(
        |(paragraph, status, said, rev, changed, conflicts, (language, text_hash))| Mark {
            paragraph: paragraph.as_str().into(),
            status: ReviewStatus::ALL[status],
            language,
            text_hash,
            recommendation: Recommendation::from_word(["makes", "discusses", "none", ""][said]),
            rev,
            changed,
            conflicts,
        },
    );
    let marks = proptest::collection::vec(mark, 0..4);
    let notes = proptest::collection::vec((name(), note()), 0..5);
    (name(), name(), marks, notes).prop_map(|(symbol, reviewer, marks, notes)| {
        let mut review = Review::new(Symbol(symbol), &reviewer);
        marks.into_iter().for_each(|mark| review.insert(mark));
        for (at, (id, note)) in notes.into_iter().enumerate() {
            review.insert(Note { id: NoteId(format!("{id}{at}")), ..note });
        }
        review
    })
}

proptest! {
    #[test]
    fn what_was_written_is_read_back(review in review()) {
        let (mut doc, before) = new_review(&review.symbol, &review.reviewer);
        write_into(&mut doc, &before, &review);
        let source = doc.to_string();
        let words = super::read_words(&source, None).map(|(words, _)| words);
        prop_assert_eq!(words, Ok(review.clone().canonical()), "{}", source);
        prop_assert_eq!(read(&source), review.canonical(), "{}", source);
    }

    #[test]
    fn any_later_state_is_read_back_too_and_foreign_lines_stay(first in review(), second in review()) {
        // The same ids in both, so that notes are changed and not only added.
        let mut later = Review::new(first.symbol.clone(), &first.reviewer);
        let mut ids = first.notes().map(|note| note.id.clone());
        for record in second.records() {
            match record {
                Record::Note(note) => {
                    later.insert(Note { id: ids.next().unwrap_or_else(|| note.id.clone()), ..note.clone() });
                }
                other => later.insert(other.clone()),
            }
        }
        let second = later;
        let (mut doc, before) = new_review(&first.symbol, &first.reviewer);
        write_into(&mut doc, &before, &first);
        let source = doc.to_string().replace("settled = ", "# mine\nmine = [ 1 ]\nsettled = ");
        let written = write(&source, &second);
        prop_assert_eq!(read(&written), second.clone().canonical(), "{}", written);
        let kept = first.notes().filter(|note| second.note(&note.id).is_some()).count();
        prop_assert_eq!(written.matches("# mine\nmine = [ 1 ]\nsettled = ").count(), kept);
    }

    #[test]
    fn in_pieces_a_file_is_edited_and_read_as_it_is_as_a_whole(first in review(), second in review()) {
        let (mut doc, before) = new_review(&first.symbol, &first.reviewer);
        write_into(&mut doc, &before, &first);
        let source = doc.to_string().replace("settled = ", "# mine\nsettled = ");
        let source = source.replace("\n[[", "\n# above\n[[") + "# the end\n";
        let (text, first) = ReviewText::read(source.clone(), None, None).unwrap();
        let mut later = first.clone();
        let mut keys = first.entries().map(|(key, _)| key.clone());
        for record in second.canonical().records() {
            // Some are changed, some are new, some stay.
            match (record, keys.next()) {
                (Record::Note(note), Some(EntryKey::Note(id))) => later.insert(Note { id, ..note.clone() }),
                (other, _) => later.insert(other.clone()),
            }
        }
        let written = text.edited(None, &first, &later).unwrap();
        prop_assert_eq!(&written, &write(&source, &later));
        let (again, read) = ReviewText::read(written.clone(), None, Some((&text, &first))).unwrap();
        prop_assert_eq!((&read, again.text()), (&later, written.as_str()));
        // What was known of one text is right of the other, in both directions.
        let (back, read) = ReviewText::read(source, None, Some((&again, &later))).unwrap();
        prop_assert_eq!((&read, back.edited(None, &read, &read)), (&first, Ok(text.text().to_owned())));
    }
}
