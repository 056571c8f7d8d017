//! Laws of the index: it finds what a plain scan of every record finds, however it came to be what it is, and however
//! a search is cut into slices. Test code only.

use proptest::prelude::*;

use crate::model::{Document, Label, NoteId, NoteKind, Symbol};

use super::document;
use super::plain::{PlainHit, PlainQuery, PlainRecord};
use crate::search::*;

pub(in crate::search) fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ab反腐败敗公约約 　。,.7７/\n\u{301}eéÉАсеёжßﬁⅢＢ《》；]{0,60}",
        "([a-c]{1,4}[ -.,]){0,20}",
        "((of|the|and|a[bc]{0,3}|b[ac]{0,2}|c)[ ,]){0,20}",
        "[反腐败公约，。7]{0,80}",
        "[abc反约ё ]{0,40}",
    ]
}

pub(in crate::search) fn queries() -> impl Strategy<Value = String> {
    prop_oneof![
        "[!'^$！＾]{0,2}[ab反腐败敗公约 　7７/\u{301}eéÉеЁжsfiＡ]{0,8}[$＄ ]?",
        "([!'^]?[a-c反约]{1,5}[$]? ){0,4}",
        "[abc]{1,5}",
        "[反腐败公约7]{1,4}",
        "([abc反约ё]{1,2} ){2,3}",
    ]
}

/// A hit as far as the oracle has it too.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) struct Seen {
    /// Document and paragraph, and which note.
    key: String,
    tier: u8,
    score: i64,
    /// The bytes that are marked.
    marked: Vec<usize>,
    /// The bytes that are selected, from and to.
    best: (usize, usize),
}

/// By sound: the oracle knows no pinyin.
const BY_SOUND: u8 = 2;

const fn number(tier: Tier) -> u8 {
    match tier {
        Tier::Literal => 0,
        Tier::Terms => 1,
        Tier::Pinyin => BY_SOUND,
        Tier::Loose => 3,
    }
}

/// What the index finds of paragraphs and notes, in its order.
pub(in crate::search) fn in_order(
    index: &Index,
    documents: &[Document],
    query: &Query,
) -> (Vec<Seen>, SearchProgress) {
    let mut search = SearchRun::new(index, query, 1_000);
    let progress = search.finish();
    let found = search.found(|symbol, language, at| {
        let is = |document: &&Document| document.symbol() == symbol && document.language() == language;
        documents.iter().find(is)?.paragraph_at(at).map(|paragraph| paragraph.text().into())
    });
    let hits = found.hits.iter().filter(|hit| matches!(hit.field, HitField::Text | HitField::Note));
    let seen = hits.map(|hit| Seen {
        key: format!("{} {} {:?}", hit.symbol, hit.paragraph.as_ref().unwrap(), hit.note),
        tier: number(hit.tier),
        score: hit.score,
        marked: hit.marks.iter().cloned().flatten().collect(),
        best: (hit.best.start, hit.best.end),
    });
    (seen.collect(), progress)
}

/// The same, in the order of the records.
pub(in crate::search) fn by_index(
    index: &Index,
    documents: &[Document],
    query: &Query,
) -> (Vec<Seen>, SearchProgress) {
    let (mut seen, progress) = in_order(index, documents, query);
    seen.sort();
    (seen, progress)
}

/// Where a hit stands among the others: tier, notes after paragraphs, points from the most, spread, document.
type Rank = (u8, bool, i64, usize, usize, usize);

/// What the oracle finds, each with its rank.
fn by_scan(documents: &[Document], notes: &[(usize, String)], typed: &str) -> Vec<(Rank, Seen)> {
    let query = PlainQuery::read(typed);
    let mut found: Vec<(Rank, Seen)> = Vec::new();
    let mut look = |record: PlainRecord, key: String, is_note: bool, document: usize, position: usize| {
        let Some(PlainHit { tier, score, spread, marked, best }) = record.hit(&query) else { return };
        let rank = (tier, is_note, -score, spread, document, position);
        found.push((rank, Seen { key, tier, score, marked, best: (best.start, best.end) }));
    };
    for (at, document) in documents.iter().enumerate() {
        for (position, paragraph) in document.paragraphs.iter().enumerate() {
            let record = PlainRecord::paragraph(paragraph.label.as_str(), paragraph.text());
            let key = format!("{} {} None", document.symbol(), paragraph.label);
            look(record, key, false, at, position);
        }
        for (number, (_, body)) in notes.iter().enumerate().filter(|(_, note)| note.0 == at) {
            let id = Some(NoteId(format!("n{number}")));
            let key = format!("{} 1 {id:?}", document.symbol());
            look(PlainRecord::note(body, "amara"), key, true, at, 0);
        }
    }
    found
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
        let (mut found, progress) = in_order(&index, &documents, &query);
        let mut wanted = by_scan(&documents, &notes, &typed);
        let is_strict = |seen: &Seen| seen.tier < BY_SOUND;
        let of_text = |seen: &&Seen| seen.key.ends_with("None");
        let strict = wanted.iter().map(|(_, seen)| seen).filter(of_text).filter(|seen| is_strict(seen)).count();
        let loose = wanted.iter().filter(|(_, seen)| !is_strict(seen)).count();
        prop_assert_eq!(progress.strict, strict, "{}", typed);
        // What is found by its sound the oracle finds not at all, or loosely.
        let spelled: Vec<String> =
            found.iter().filter(|seen| seen.tier == BY_SOUND).map(|seen| seen.key.clone()).collect();
        found.retain(|seen| seen.tier != BY_SOUND);
        wanted.retain(|(_, seen)| !spelled.contains(&seen.key));
        if spelled.is_empty() {
            prop_assert_eq!(progress.loose, loose, "{}", typed);
        }
        let ranks: Vec<Rank> = found
            .iter()
            .filter_map(|seen| wanted.iter().find(|(_, other)| other.key == seen.key).map(|(rank, _)| *rank))
            .collect();
        found.sort();
        let mut wanted: Vec<Seen> = wanted.into_iter().map(|(_, seen)| seen).collect();
        wanted.sort();
        prop_assert_eq!(found, wanted, "{}", typed);
        prop_assert!(ranks.is_sorted(), "{} {:?}", typed, ranks);
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
