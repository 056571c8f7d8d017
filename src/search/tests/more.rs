//! Tests of the whole room on small made-up documents: other scripts, notes and headings, order, hostile input,
//! and the laws that hold whatever is typed and whatever is searched. Test code only.

use std::ops::Range;

use proptest::prelude::*;

use crate::model::{Document, Label, NoteId, NoteKind, Tag};

use super::{OneDocument, document, index_of, reference};
use crate::search::*;

/// Hits as `1 2 | 3`: paragraphs, before the bar strict, after it loose.
fn check(texts: &[&str], typed: &str, expected: &str) {
    let index = index_of(&document("en", "Draft report", texts), &[]);
    let found = index.find(&Query::parse(typed), 50);
    let list = |loose: bool| {
        let hits =
            found.hits.iter().filter(|hit| hit.field.is_paragraph() && (hit.tier == Tier::Loose) == loose);
        hits.map(|hit| hit.paragraph.as_ref().unwrap().to_string()).collect::<Vec<_>>().join(" ")
    };
    let (strict, loose) = (list(false), list(true));
    let shown = if loose.is_empty() { strict } else { format!("{strict}| {loose}") };
    assert_eq!(shown, expected, "{typed}");
}

#[test]
fn latin_terms_are_found_literally_in_words_or_as_abbreviations() {
    let texts = [
        "The United Nations Office on Drugs and Crime reported on asset recovery.",
        "Speakers stressed whistle-blower protection. The recovery of assets was slow.",
        "The record of the corresponding committee was approved.",
        "A corruption case; the government appealed under resolution 7/5.",
    ];
    check(&texts, "unodc", "1");
    check(&texts, "unod", "| 1");
    check(&texts, "wbprot", "| 2");
    check(&texts, "whistleblower", "| 2");
    check(&texts, "asset recovery", "1 2");
    check(&texts, "\"asset recovery\"", "1");
    check(&texts, "“recovery of”", "2");
    check(&texts, "protection «asset recovery»", "");
    check(&texts, "!\"asset recovery\" recovery", "2");
    check(&texts, "\"govt\"", "");
    check(&texts, "'govt", "");
    check(&texts, "govt", "| 4");
    check(&texts, "resolution 7/5", "4");
    check(&texts, "7/5", "4");
    check(&texts, "75", "");
    // Beginnings of words before the insides of words ("record" has `cor` inside).
    check(&["The record stands.", "Of corruption."], "cor", "2 1");
    check(&texts, "xqzzj", "");
    check(&texts, "recovery !protection", "1");
}

#[test]
fn accents_case_and_letter_variants_of_every_script_do_not_count() {
    let texts = [
        "Mr. González chaired.",
        "Председатель сообщил о её докладе.",
        "Le Secrétariat a présenté l’État.",
        "أكدت الأمانة العامة مُكَافَحَة الفساد.",
        "Cafe\u{301} Joa\u{303}o ok.",
        "Η διαφθορά είναι παντού.",
    ];
    check(&texts, "Gonzalez", "1");
    check(&texts, "GONZÁLEZ", "1");
    check(&texts, "председатель", "2");
    check(&texts, "ПРЕДСЕДАТЕЛЬ", "2");
    check(&texts, "ее", "2");
    check(&texts, "её", "2");
    check(&texts, "secretariat", "3");
    check(&texts, "l'etat", "3");
    check(&texts, "مكافحة", "4");
    check(&texts, "مُكافحة الفساد", "4");
    check(&texts, "الامانة", "4");
    check(&texts, "café joão", "5");
    check(&texts, "ΔΙΑΦΘΟΡΑ", "6");
}

#[test]
fn literal_comes_before_terms_before_loose_and_nearer_terms_before_farther() {
    let texts = [
        "Assets that were lost; a recovery that was slow.",
        "Asset and recovery.",
        "The asset recovery.",
        "Asset returns; reconvey.",
    ];
    check(&texts, "asset recovery", "3 2 1");
    // Equal scores: the nearer terms first, then document order.
    check(
        &["X asset of the recovery.", "X asset the recovery.", "X asset the recovery."],
        "asset recovery",
        "2 3 1",
    );
    check(&["反腐败。", "反对腐败。", "打击反腐败。"], "反腐败", "1 3| 2");
}

#[test]
fn terms_are_near_by_characters_and_not_by_bytes() {
    // Three characters of eight bytes, then four of seven.
    let index = index_of(&document("ru", "", &["ё反约b ё"]), &[]);
    assert_eq!(index.find(&Query::parse("ё 约"), 1).hits[0].best, 0..8);
}

fn of_notes(document: &Document, notes: &[(&str, &str, &str, &str)]) -> OneDocument {
    let ids: Vec<NoteId> = notes.iter().map(|note| NoteId(note.0.into())).collect();
    let numbers: Vec<Label> = notes.iter().map(|note| note.1.into()).collect();
    let texts: Vec<NoteText<'_>> = notes
        .iter()
        .zip(ids.iter().zip(&numbers))
        .map(|(note, (id, paragraph))| NoteText {
            id,
            reviewer: "amara",
            kind: NoteKind::Comment,
            paragraph,
            body: note.2,
            tags: note.3.split_whitespace().map(|tag| Tag(tag.into())).collect(),
        })
        .collect();
    index_of(document, &texts)
}

/// Hits as `text 18, note 18 n1, heading 16`.
fn listed(index: &OneDocument, typed: &str) -> String {
    let found = index.find(&Query::parse(typed), 50);
    let show = |hit: &Hit| {
        let to = hit.paragraph.as_ref().map(|n| format!(" {n}")).unwrap_or_default();
        let note = hit.note.as_ref().map(|n| format!(" {n}")).unwrap_or_default();
        format!("{}{to}{note}", hit.field.word())
    };
    found.hits.iter().map(show).collect::<Vec<_>>().join(", ")
}

#[test]
fn notes_headings_and_the_masthead_come_after_the_paragraphs_of_their_tier() {
    let index = of_notes(
        &reference(),
        &[
            ("n1", "18", "缅甸：独立于各部委？ #ask-capital", "ask-capital"),
            ("n2", "4", "与主席核对", "首都"),
            ("n3", "99", "其他建议何时讨论", ""),
        ],
    );
    let check = |typed: &str, hits: &str| assert_eq!(listed(&index, typed), hits, "{typed}");
    check("缅甸", "text 18, note 18 n1");
    check("其他建议", "note 99 n3, heading 16");
    check("#ask", "note 18 n1");
    check("#首都", "note 4 n2");
    check("amara", "note 4 n2, note 18 n1, note 99 n3");
    check("会议 第十", "masthead");
    check("WG.4/2019", "masthead");
    check("主席", "text 1, text 16, note 4 n2");
    check("报告草稿", "masthead");
    let tag = index.find(&Query::parse("#首都"), 1).hits.remove(0);
    assert_eq!((tag.marks, tag.best, tag.snippet.text.as_str()), (vec![], 0..0, "与主席核对"));
}

#[test]
fn notes_can_be_replaced_without_folding_the_document_again() {
    let mut index = of_notes(&reference(), &[("n1", "18", "请核实", "")]);
    assert_eq!(listed(&index, "请核实"), "note 18 n1");
    index.set_notes(&[]);
    assert_eq!(listed(&index, "请核实"), "");
    assert_eq!(listed(&index, "缅甸"), "text 18");
}

#[test]
fn the_limit_cuts_the_hits_and_not_the_counts() {
    let index = index_of(&reference(), &[]);
    let all = index.find(&Query::parse("公实"), 100);
    for limit in 0..=all.hits.len() + 1 {
        let some = index.find(&Query::parse("公实"), limit);
        assert_eq!(some.hits, all.hits[..limit.min(all.hits.len())]);
        assert_eq!((some.strict, some.loose, some.total), (0, 6, 20));
    }
    assert_eq!(
        index.find(&Query::parse(" \u{3000}"), 9),
        SearchResults { total: 20, done: true, ..SearchResults::default() }
    );
}

#[test]
fn hostile_queries_on_hostile_texts_end() {
    let long = "的".repeat(20_000);
    let mixed = "aa 的国 7/5 ".repeat(3_000);
    let document = document("zh", "", &[&long, &mixed, "", " ", "\u{200D}\u{301}"]);
    let index = index_of(&document, &[]);
    for typed in [
        "的".repeat(10_000),
        format!("{}国", "的".repeat(31)),
        format!("{}国", "的".repeat(255)),
        "的国".repeat(16),
        "a".repeat(10_000),
        format!("{}b", "a".repeat(31)),
        "a ".repeat(5_000),
        "!".into(),
        "'".into(),
        "$".into(),
        "^".into(),
        "!'^$".into(),
        "! ' ^ $".into(),
        "\u{200D}".into(),
        "\u{301}".into(),
        "e\u{301}\u{301}\u{301}".into(),
        "\u{0}".into(),
        "👩\u{200D}💻".into(),
    ] {
        let found = index.find(&Query::parse(&typed), 10);
        assert_eq!(found.total, 5);
    }
}

/// What every hit must hold, against the text that it speaks of.
fn hold(hit: &Hit, source: &str) -> Result<(), TestCaseError> {
    let mut last = 0;
    for mark in &hit.marks {
        prop_assert!(mark.start < mark.end && (last == 0 || mark.start > last), "{:?}", hit.marks);
        prop_assert!(source.get(mark.clone()).is_some(), "{mark:?} of {source:?}");
        last = mark.end;
    }
    prop_assert!(source.get(hit.best.clone()).is_some());
    prop_assert_eq!(hit.marks.is_empty(), hit.best.is_empty());
    let marked = |range: &Range<usize>| hit.marks.iter().any(|mark| mark.contains(&range.start));
    prop_assert!(hit.best.is_empty() || marked(&hit.best), "{:?} {:?}", hit.best, hit.marks);
    let count = hit.snippet.text.chars().count();
    let mut last = 0;
    for range in &hit.snippet.ranges {
        prop_assert!(range.start < range.end && range.end <= count && range.start >= last);
        last = range.end;
    }
    prop_assert_eq!(hit.marks.is_empty(), hit.snippet.ranges.is_empty(), "{:?}", hit);
    prop_assert!(!hit.snippet.text.chars().any(char::is_control));
    Ok(())
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ab反腐败公约 。,.7/\n\u{301}\u{200D}éÉж《》]{0,120}",
        "([a-c]{1,4}[ -.])*{0,30}",
    ]
}

fn queries() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[!'^$]{0,2}[ab反腐败公约 7/\u{301}éж]{0,8}[$ ]?",
        "([!'^]?[a-c反约]{1,5}[$]? )*{0,4}"
    ]
}

proptest! {
    #[test]
    fn whatever_is_typed_marks_lie_on_characters_in_order_and_disjoint(
        text in texts(), body in texts(), name in texts(), typed in queries(),
    ) {
        let document = document("zh", &name, &[&text]);
        let (id, number) = (NoteId("n".into()), Label::from("1"));
        let note = NoteText { id: &id, reviewer: &name, paragraph: &number, kind: NoteKind::Comment, body: &body, tags: Vec::new() };
        let index = index_of(&document, &[note]);
        let found = index.find(&Query::parse(&typed), 9);
        for hit in &found.hits {
            let heading = document.sections[0].heading();
            let masthead = masthead_line(&document.masthead);
            let source = match hit.field {
                HitField::Text => document.paragraphs[0].text(),
                HitField::Note => &body,
                HitField::Masthead => &masthead,
                _ => &heading,
            };
            hold(hit, source)?;
        }
        prop_assert!(found.strict <= found.total);
    }

    #[test]
    fn a_passage_of_a_text_finds_the_text(
        text in "[ab反腐败公约 。7/é《]{1,60}", from in 0_usize..60, length in 1_usize..20,
    ) {
        let passage: String = text.chars().skip(from).take(length).collect();
        let index = index_of(&document("zh", "", &[&text]), &[]);
        let query = Query::parse(&passage);
        if !query.is_empty() {
            prop_assert_eq!(index.find(&query, 9).strict, 1, "{} in {}", passage, text);
        }
    }
}
