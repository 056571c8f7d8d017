//! Laws of what is marked: whole graphemes, which read as what was asked for. Test code only.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::{document, index_of};
use crate::search::query::dense::dense;
use crate::search::*;

/// Texts that fold to more, or fewer, characters than they have, with marks, joiners and surrogates of other text.
fn hard() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        "[ab人民法院第章7 ]{1,4}",
        "[⼈⺠⻳ﬃﬁⅢ㎡①½ßÆœİıſ…№ﷲﻻﺣｶﾞ]{1,3}",
        "[\u{301}\u{308}\u{306}\u{3099}\u{94D}\u{93F}\u{941}\u{E39}\u{E49}\u{200D}\u{FE0F}\u{20E3}]{1,3}",
        "[कभรผูиеがカ가각👩👍🏽🇲🇲🇨🇳]{1,3}",
        "[\r\n\t\u{AD}\u{200B}]{1,2}",
        any::<String>(),
    ];
    proptest::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

fn is_border(text: &str, at: usize) -> bool {
    at == text.len() || text.grapheme_indices(true).any(|(border, _)| border == at)
}

fn check(text: &str, typed: &str) {
    let index = index_of(&document("zh", "", &[text]), &[]);
    let query = Query::parse(typed);
    let found = index.find(&query, 9);
    let stored = index.document().paragraphs[0].text();
    for hit in found.hits.iter().filter(|hit| hit.field == HitField::Text) {
        for range in hit.marks.iter().chain([&hit.best]) {
            assert!(is_border(stored, range.start) && is_border(stored, range.end), "{hit:?} in {stored:?}");
        }
        if let (Tier::Literal, Some(whole)) = (hit.tier, query.whole()) {
            let best = dense(stored.get(hit.best.clone()).unwrap());
            assert!(best.contains(whole.text()), "{best:?} has no {:?}", whole.text());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn hits_are_whole_graphemes_that_read_as_the_query(text in hard(), typed in hard(), from in 0usize..30, length in 1usize..8) {
        check(&text, &typed);
        let part: String = text.chars().skip(from).take(length).collect();
        check(&text, &part);
        check(&text, &dense(&part));
    }
}

#[test]
fn compatibility_characters_are_found_by_plain_ones_and_the_other_way_round() {
    let check = |text: &str, typed: &str, marked: &str| {
        for (text, typed) in [(text, typed), (typed, text)] {
            let index = index_of(&document("zh", "", &[text]), &[]);
            let found = index.find(&Query::parse(typed), 9);
            assert_eq!(found.strict, 1, "{typed} in {text}");
            let best = found.hits[0].best.clone();
            let shown = index.document().paragraphs[0].text().get(best).unwrap();
            assert!(shown == marked || text != marked, "{shown}");
        }
    };
    check("⼈⺠法院", "人民法院", "⼈⺠法院");
    check("eﬃciency", "efficiency", "eﬃciency");
    check("第Ⅲ章", "第III章", "第Ⅲ章");
    check("㎡", "m2", "㎡");
    check("ＵＮＯＤＣ", "unodc", "ＵＮＯＤＣ");
    check("㈠ ①", "(一) 1", "㈠ ①");
    check("x²", "x2", "x²");
    check("ﻣﻜﺎﻓﺤﺔ ﺍﻟﻔﺴﺎﺩ", "مكافحة الفساد", "ﻣﻜﺎﻓﺤﺔ ﺍﻟﻔﺴﺎﺩ");
    check("Straße", "STRASSE", "Straße");
    check("İSTANBUL", "istanbul", "İSTANBUL");
}

#[test]
fn a_hit_never_cuts_a_grapheme() {
    for (text, typed, marked) in [
        ("ผู้แทน", "ผ", "ผู้"),
        ("ผู้แทน", "ผู", "ผู้"),
        ("भारत की", "भ", "भा"),
        ("cafe\u{301}", "caf", "caf"),
        ("cafe\u{301}", "cafe", "cafe\u{301}"),
        ("👩\u{200D}👧 x", "👩", "👩\u{200D}👧"),
        ("ﬃ", "f", "ﬃ"),
    ] {
        let index = index_of(&document("zh", "", &[text]), &[]);
        let found = index.find(&Query::parse(typed), 9);
        assert_eq!(found.strict, 1, "{typed} in {text}");
        let hit = &found.hits[0];
        assert_eq!(index.document().paragraphs[0].text().get(hit.best.clone()), Some(marked));
        assert!(hit.snippet.ranges.iter().all(|range| range.start < range.end));
    }
}
