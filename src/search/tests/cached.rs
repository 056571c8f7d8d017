//! Laws of the index as bytes: it comes back as it was, and from no other bytes. Test code only.

use proptest::prelude::*;

use super::reference;
use super::twin::{by_index, documents, index, put_notes, queries, texts};
use crate::search::*;

fn parts(index: &Index) -> Vec<Vec<u8>> {
    (0..).map_while(|at| index.part(at).map(|part| part.into_owned())).collect()
}

fn back(parts: &[Vec<u8>]) -> Option<Index> {
    let mut loader = IndexLoader::default();
    parts.iter().all(|part| loader.take(part.clone())).then(|| loader.index()).flatten()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_comes_back_finds_what_was_found_and_grows_as_before(
        before in proptest::collection::vec(proptest::collection::vec(texts(), 1..4), 3),
        after in proptest::collection::vec(proptest::collection::vec(texts(), 1..4), 3),
        notes in proptest::collection::vec((0_usize..3, texts()), 0..4),
        typed in queries(), times in 0_usize..40,
    ) {
        let (before, after) = (documents(&before), documents(&after));
        let mut first = index(&before, &notes);
        first.remove(before[1].symbol(), "zh");
        for document in std::iter::repeat_n(&after[..2], times).flatten() {
            first.put(document);
        }
        let mut second = back(&parts(&first)).expect("it is whole");
        let lengths = |index| parts(index).iter().map(Vec::len).collect::<Vec<_>>();
        prop_assert_eq!(lengths(&first), lengths(&second));
        prop_assert_eq!(first.paragraphs(), second.paragraphs());
        let query = Query::parse(&typed);
        for document in &after {
            first.put(document);
            second.put(document);
        }
        for (at, document) in after.iter().enumerate() {
            prop_assert!(second.has(document));
            put_notes(&mut first, document, at, &notes);
            put_notes(&mut second, document, at, &notes);
        }
        prop_assert_eq!(by_index(&first, &after, &query), by_index(&second, &after, &query));
    }

    #[test]
    fn bytes_that_are_not_its_own_are_refused_or_are_safe(
        part in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), bits in 1_u8..,
        cut in any::<bool>(), typed in queries(),
    ) {
        let document = reference();
        let mut parts = parts(&index(std::slice::from_ref(&document), &[]));
        let part = part.index(parts.len());
        let bytes = &mut parts[part];
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] ^= bits;
        }
        let returned = back(&parts);
        prop_assert!(!(cut && returned.is_some()), "cut at {} of part {}", at, part);
        // Whoever keeps them seals them. Should the seal fit all the same, nothing falls.
        if let Some(mut index) = returned {
            by_index(&index, std::slice::from_ref(&document), &Query::parse(&typed));
            index.put(&document);
            index.remove(document.symbol(), document.language());
        }
    }
}

#[test]
fn parts_that_are_missing_or_too_many_or_in_another_order_give_nothing() {
    let whole = parts(&index(&[reference()], &[]));
    assert!(back(&whole).is_some());
    for missing in 0..whole.len() {
        let mut parts = whole.clone();
        parts.remove(missing);
        assert!(back(&parts).is_none(), "without {missing}");
        let twice = parts_with(&whole, missing);
        assert!(back(&twice).is_none(), "{missing} twice");
    }
    let mut turned = whole.clone();
    turned.reverse();
    assert!(back(&turned).is_none());
    assert!(back(&[]).is_none());
}

fn parts_with(whole: &[Vec<u8>], again: usize) -> Vec<Vec<u8>> {
    let mut parts = whole.to_vec();
    parts.insert(again, whole[again].clone());
    parts
}

#[test]
fn a_library_has_a_document_only_as_it_is() {
    let document = reference();
    let index = index(std::slice::from_ref(&document), &[]);
    assert!(index.has(&document));
    let mut other = document.clone();
    other.paragraphs.pop();
    assert!(!index.has(&other));
    let mut other = document.clone();
    other.masthead.title.push('x');
    assert!(!index.has(&other));
    let mut other = document.clone();
    other.speakers[0].name.push('x');
    assert!(!index.has(&other));
    let mut other = document;
    other.masthead.language = "en".into();
    assert!(!index.has(&other));
}
