//! Where a passage stands that someone quotes: as it is written, else as a reader would take it. Knows no query.

use std::ops::Range;

use crate::search::query::dense::{Traced, dense};
use crate::search::query::needle::Needle;
use crate::text::{grapheme_after, grapheme_at};

/// The bytes of every place of a text where the quoted passage stands, in order, widened to whole graphemes: where it is
/// written so; if nowhere, where it reads the same (case, accents, width, ligatures, radicals …).
#[must_use]
pub fn quoted(text: &str, quote: &str) -> Vec<Range<usize>> {
    if quote.is_empty() {
        return Vec::new();
    }
    let whole = |(at, found): (usize, &str)| {
        grapheme_at(text, at)..grapheme_after(text, (at + found.len()).saturating_sub(1))
    };
    let exact: Vec<Range<usize>> = text.match_indices(quote).map(whole).collect();
    if !exact.is_empty() {
        return exact;
    }
    let Some(needle) = Needle::new(dense(quote).trim_matches(' ')) else { return exact };
    let traced = Traced::of(text);
    let places: Vec<Range<usize>> = needle.find_all(traced.text()).collect();
    places.iter().flat_map(|place| traced.to_source(std::slice::from_ref(place))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, quote: &str, found: &[&str]) {
        let places: Vec<&str> =
            quoted(text, quote).into_iter().map(|range| text.get(range).unwrap()).collect();
        assert_eq!(places, found, "{quote} in {text}");
    }

    #[test]
    fn a_passage_is_found_as_it_is_written_before_it_is_found_as_it_reads() {
        check("The the THE", "the", &["the"]);
        check("The THE", "the", &["The", "THE"]);
        check("⼈⺠法院、人民法院", "人民法院", &["人民法院"]);
        check("在⼈⺠法院", "人民法院", &["⼈⺠法院"]);
        check("eﬃciency", "efficiency", &["eﬃciency"]);
        check("eﬃciency", "f", &["ﬃ", "ﬃ"]);
        check("第Ⅲ章 120 ㎡", "第III章", &["第Ⅲ章"]);
        check("第Ⅲ章 120 ㎡", "120 m2", &["120 ㎡"]);
        check("ผู้", "ผ", &["ผู้"]);
        check("Cafe\u{301} bar", "Cafe", &["Cafe\u{301}"]);
        check("a\nb", "a b", &[]);
        check("text", "", &[]);
        check("text", "\u{301}", &[]);
    }
}
