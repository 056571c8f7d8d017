//! Laws of the index: it finds what a plain scan of every record finds, however it came to be what it is, and however
//! a search is cut into slices. Test code only.

use proptest::prelude::*;

use crate::model::{Document, Label, NoteId, NoteKind, Paragraph, Symbol};

use super::document;
use super::plain;
use crate::search::query::fold::fold_text;
use crate::search::*;

pub(in crate::search) fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ab反腐败公约 。,.7/\n\u{301}éÉж《》；]{0,60}",
        "([a-c]{1,4}[ -.,]){0,20}",
        "((of|the|and|a[bc]{0,3}|b[ac]{0,2}|c)[ ,]){0,20}",
        "[反腐败公约，。7]{0,80}",
    ]
}

pub(in crate::search) fn queries() -> impl Strategy<Value = String> {
    prop_oneof![
        "[!'^$]{0,2}[ab反腐败公约 7/\u{301}éж]{0,8}[$ ]?",
        "([!'^]?[a-c反约]{1,5}[$]? ){0,4}",
        "[abc]{1,5}",
        "[反腐败公约7]{1,4}",
    ]
}

/// What was found, each as paragraph or note, tier, score and marked texts; in the order of the records.
pub(in crate::search) type Listed = Vec<(String, Tier, i64, Vec<String>)>;

pub(in crate::search) fn by_index(
    index: &Index,
    documents: &[Document],
    query: &Query,
) -> (Listed, SearchProgress) {
    let mut search = SearchRun::new(index, query, 1_000);
    let progress = search.finish();
    let found = search.found(|symbol, language, at| {
        let is = |document: &&Document| document.symbol() == symbol && document.language() == language;
        documents.iter().find(is)?.paragraphs.get(at).map(|paragraph| paragraph.text().into())
    });
    let mut listed: Listed = Vec::new();
    for hit in found.hits.iter().filter(|hit| matches!(hit.field, HitField::Text | HitField::Note)) {
        let document = documents.iter().find(|document| *document.symbol() == hit.symbol).unwrap();
        let key = format!("{} {} {:?}", hit.symbol, hit.paragraph.as_ref().unwrap(), hit.note);
        // Bytes that were altered below their seal can name a paragraph that no document has.
        let text = document.paragraph(hit.paragraph.as_ref().unwrap()).map_or("", Paragraph::text);
        let marks = match hit.field {
            // What joins two marks of the folded text is not in it: compared without.
            HitField::Text => hit
                .marks
                .iter()
                .map(|mark| fold_text(text.get(mark.clone()).unwrap_or_default()).chars().collect())
                .collect(),
            _ => Vec::new(),
        };
        let marks: Vec<Vec<char>> = marks;
        let solid = |c: &char| *c != ' ';
        let marks = marks.into_iter().map(|mark| mark.into_iter().filter(solid).collect()).collect();
        listed.push((key, hit.tier, hit.score, marks));
    }
    listed.sort();
    (listed, progress)
}

fn by_scan(documents: &[Document], notes: &[(usize, String)], query: &Query) -> (Listed, usize, usize) {
    let query = plain::PlainQuery::of(query);
    let mut listed: Listed = Vec::new();
    let (mut strict, mut loose) = (0, 0);
    for (at, document) in documents.iter().enumerate() {
        for paragraph in &document.paragraphs {
            let record = plain::record(What::Paragraph, paragraph.label.as_str(), &[paragraph.text()]);
            if let Some((tier, score, marks)) = plain::scan(&query, &record) {
                let count = if tier.is_strict() { &mut strict } else { &mut loose };
                *count += 1;
                let key = format!("{} {} None", document.symbol(), paragraph.label);
                listed.push((key, tier, score, marks));
            }
        }
        for (number, (_, body)) in notes.iter().enumerate().filter(|(_, note)| note.0 == at) {
            let record = plain::record(What::Note, "", &[body, "amara"]);
            if let Some((tier, score, _)) = plain::scan(&query, &record) {
                loose += usize::from(!tier.is_strict());
                let id = Some(NoteId(format!("n{number}")));
                listed.push((format!("{} 1 {id:?}", document.symbol()), tier, score, Vec::new()));
            }
        }
    }
    for (.., marks) in &mut listed {
        for mark in marks.iter_mut() {
            mark.retain(|c| c != ' ');
        }
    }
    listed.sort();
    (listed, strict, loose)
}

pub(in crate::search) fn documents(texts: &[Vec<String>]) -> Vec<Document> {
    let make = |(at, texts): (usize, &Vec<String>)| {
        let mut document = document("zh", "", &texts.iter().map(String::as_str).collect::<Vec<_>>());
        document.masthead.symbol = Symbol(format!("T/{at}"));
        document
    };
    texts.iter().enumerate().map(make).collect()
}

pub(in crate::search) fn put_notes(
    index: &mut Index,
    document: &Document,
    at: usize,
    notes: &[(usize, String)],
) {
    let first = Label::from("1");
    let mine: Vec<(NoteId, &String)> = notes
        .iter()
        .enumerate()
        .filter(|(_, note)| note.0 == at)
        .map(|(number, note)| (NoteId(format!("n{number}")), &note.1))
        .collect();
    let mine: Vec<NoteText<'_>> = mine
        .iter()
        .map(|(id, body)| NoteText {
            id,
            reviewer: "amara",
            paragraph: &first,
            kind: NoteKind::Comment,
            body,
            tags: Vec::new(),
        })
        .collect();
    index.set_notes(document.symbol(), document.language(), &mine);
}

pub(in crate::search) fn index(documents: &[Document], notes: &[(usize, String)]) -> Index {
    let mut index = Index::default();
    for (at, document) in documents.iter().enumerate() {
        index.put(document);
        put_notes(&mut index, document, at, notes);
    }
    index
}

fn joined(listed: &Listed) -> Vec<(String, Tier, i64, String)> {
    listed.iter().map(|(key, tier, score, marks)| (key.clone(), *tier, *score, marks.concat())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_index_finds_what_a_plain_scan_finds(
        texts in proptest::collection::vec(proptest::collection::vec(texts(), 1..5), 1..3),
        bodies in proptest::collection::vec((0_usize..2, texts()), 0..3),
        typed in queries(),
    ) {
        let documents = documents(&texts);
        let notes: Vec<(usize, String)> = bodies.into_iter().filter(|(at, _)| *at < documents.len()).collect();
        let query = Query::parse(&typed);
        prop_assume!(!query.is_empty());
        let index = index(&documents, &notes);
        let (mut found, progress) = by_index(&index, &documents, &query);
        let (wanted, strict, loose) = by_scan(&documents, &notes, &query);
        // The scan knows no pinyin: what is found so either is not found by it, or loosely.
        let spelled: Vec<String> =
            found.iter().filter(|hit| hit.1 == Tier::Pinyin).map(|hit| hit.0.clone()).collect();
        found.retain(|hit| hit.1 != Tier::Pinyin);
        let wanted: Listed = wanted.into_iter().filter(|hit| !spelled.contains(&hit.0)).collect();
        prop_assert_eq!(joined(&found), joined(&wanted), "{}", typed);
        prop_assert_eq!(progress.strict, strict);
        if spelled.is_empty() {
            prop_assert_eq!(progress.loose, loose);
        }
    }

    #[test]
    fn what_came_piece_by_piece_finds_what_is_built_anew(
        before in proptest::collection::vec(proptest::collection::vec(texts(), 1..4), 3),
        after in proptest::collection::vec(proptest::collection::vec(texts(), 1..4), 3),
        old in proptest::collection::vec((0_usize..3, texts()), 0..4),
        new in proptest::collection::vec((0_usize..3, texts()), 0..4),
        typed in queries(), times in 0_usize..40,
    ) {
        let (before, after) = (documents(&before), documents(&after));
        let mut grown = index(&before, &old);
        grown.remove(before[1].symbol(), "zh");
        for document in std::iter::repeat_n(&after, times + 1).flatten() {
            grown.put(document);
        }
        for (at, document) in after.iter().enumerate() {
            put_notes(&mut grown, document, at, &old);
            put_notes(&mut grown, document, at, &new);
        }
        let anew = index(&after, &new);
        let query = Query::parse(&typed);
        prop_assert_eq!(by_index(&grown, &after, &query), by_index(&anew, &after, &query));
        prop_assert_eq!(grown.paragraphs(), anew.paragraphs());
        for document in &after {
            grown.remove(document.symbol(), document.language());
        }
        prop_assert_eq!(by_index(&grown, &[], &query).1.strict, 0);
        prop_assert_eq!(grown.paragraphs(), 0);
    }

    #[test]
    fn a_search_in_slices_finds_what_one_at_once_finds(
        texts in proptest::collection::vec(texts(), 1..40), typed in queries(),
        limit in 1_usize..9, slice in 1_usize..7,
    ) {
        let documents = documents(&[texts]);
        let index = index(&documents, &[]);
        let query = Query::parse(&typed);
        let mut at_once = SearchRun::new(&index, &query, limit);
        let mut sliced = SearchRun::new(&index, &query, limit);
        let mut all = SearchRun::new(&index, &query, 1_000);
        at_once.finish();
        all.finish();
        let mut last = sliced.first_screen(1);
        for _ in 0..1_000 {
            if last.done {
                break;
            }
            let next = sliced.go_on(slice);
            prop_assert!(next.strict >= last.strict && next.loose >= last.loose);
            last = next;
        }
        prop_assert_eq!(last, at_once.progress());
        prop_assert_eq!(last, all.progress());
        prop_assert_eq!(sliced.hits(), at_once.hits());
        // What stands there is the same, however few are kept; loose ones are chosen before they are scored.
        let firm = |hits: Vec<RankedHit>| {
            hits.into_iter().take(limit).filter(|hit| hit.tier() != Tier::Loose).collect::<Vec<_>>()
        };
        prop_assert_eq!(firm(at_once.hits()), firm(all.hits()));
    }
}
