//! Tests of showing text: one table per rule, and laws over hostile strings.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::super::Ambiguous::Narrow;
use super::super::grapheme_width;
use super::super::invisible::{bidi_name, is_hidden, is_unseen};
use super::{Shown, bare, shown, shown_line};
use proptest::prelude::*;

fn check(stored: &str, expected: &str) {
    let shown = shown(stored);
    assert_eq!(shown.as_str(), expected, "{stored:?}");
    assert_eq!(shown.changes.is_empty(), stored == expected, "{stored:?}");
    assert_eq!(shown.to_string(), expected);
}

#[test]
fn controls_become_pictures() {
    check("\u{1b}[2Jx\u{7}\0\u{7f}", "␛[2Jx␇␀␡");
    check("\u{9b}31m\u{80}", "�31m�");
    check("a\tb", "a    b");
    check("a\r\nb\rc\nd", "a\nb␍c\nd");
    check("a\u{85}b\u{2028}c\u{2029}", "a␤b␤c␤");
    check("\u{1b}\u{301}", "␛◌\u{301}");
}

#[test]
fn one_line_places_show_their_newlines() {
    assert_eq!(shown_line("a\nb\r\nc").as_str(), "a␤b␤c");
    assert_eq!(shown_line("汉字").as_str(), "汉字");
}

#[test]
fn a_clipboard_gets_what_shows_and_its_lines_and_tabs() {
    for (stored, copied) in [
        ("a\tb\nc\r\nd\re", "a\tb\nc\nd\ne"),
        ("x\u{1b}[201~rm -rf /\u{7}\0\u{9b}31m", "x[201~rm -rf /31m"),
        ("12\u{202e}31\u{2066}\u{61c}\u{200f}\u{e0041}\u{200b}\u{ad}", "1231"),
        ("a\u{85}b\u{2028}c\u{2029}d\u{b}e\u{c}f", "a\nb\nc\nd\ne\nf"),
        (
            "می\u{200c}خواهم 👩\u{200d}👧 ❤\u{fe0f} 葛\u{e0100} e\u{301}",
            "می\u{200c}خواهم 👩\u{200d}👧 ❤\u{fe0f} 葛\u{e0100} e\u{301}",
        ),
    ] {
        assert_eq!(bare(stored), copied, "{stored:?}");
    }
}

#[test]
fn bidi_controls_are_named_and_reported() {
    check("12\u{202e}31\u{2066}\u{61c}", "12⟨RLO⟩31⟨LRI⟩⟨ALM⟩");
    assert!(shown("\u{200f}").has_bidi_controls());
    assert!(!shown("السلام عليكم (A/79/1)").has_bidi_controls());
}

#[test]
fn what_cannot_be_seen_is_marked_once_for_a_run() {
    check("a\u{200b}b", "a∙b");
    check("a\u{200b}\u{2060}\u{3164}b", "a∙b");
    check("A\u{e0041}\u{e0042}\u{e007f}B", "A∙B");
    check("a\u{feff}b", "a∙b");
    check("\u{feff}text", "text");
    check("co\u{ad}operate", "cooperate");
    check("中\u{1161}文", "中∙文");
    check("a\u{fffe}\u{fdd0}", "a��");
}

#[test]
fn joiners_and_selectors_stay_where_a_script_needs_them() {
    for text in [
        "می\u{200c}خواهم",
        "1446 ه\u{200d}",
        "क\u{94d}\u{200d}ष",
        "👩\u{200d}👩\u{200d}👧",
        "❤\u{fe0f}",
        "1\u{fe0f}\u{20e3}",
        "🏳\u{fe0f}\u{200d}🌈",
        "👍🏽",
        "葛\u{e0100}",
        "각 \u{1112}\u{1161}\u{11ab}",
    ] {
        check(text, text);
    }
    check("pass\u{200d}word", "pass∙word");
    check("pass\u{200c}word", "pass∙word");
    check("a\u{fe01}\u{fe0f}\u{e0100}", "a∙");
    check("汉\u{200d}字", "汉∙字");
    check("\u{200d}", "∙");
}

#[test]
fn a_pile_of_marks_is_cut_and_a_lone_mark_gets_a_base() {
    let pile = format!("z{}", "\u{301}".repeat(200));
    check(&pile, &format!("z{}", "\u{301}".repeat(8)));
    check("\u{301}a", "◌\u{301}a");
    check("المؤقَّتة é e\u{301}", "المؤقَّتة é e\u{301}");
}

#[test]
fn text_that_needs_nothing_is_borrowed() {
    for text in ["", "第 7/5 号决议……", "Les États «\u{a0}oui\u{a0}»", "e\u{301} 👍🏽 ی\u{200c}خ"]
    {
        assert!(
            matches!(shown(text), Shown { text: Cow::Borrowed(_), ref changes, .. } if changes.is_empty())
        );
    }
}

#[test]
fn ranges_map_to_whole_signs_both_ways() {
    let stored = "a\tb\u{ad}c\u{202e}d\u{200b}\u{200b}e";
    let view = shown(stored);
    assert_eq!(view.as_str(), "a    bc⟨RLO⟩d∙e");
    let source = |part: &str| {
        let at = view.as_str().find(part).unwrap();
        stored.get(view.source_range(at..at + part.len())).unwrap()
    };
    assert_eq!(source("a"), "a");
    assert_eq!(source("  b"), "\tb");
    assert_eq!(source("b"), "b");
    assert_eq!(source("bc"), "b\u{ad}c");
    assert_eq!(source("c"), "c");
    assert_eq!(source("RL"), "\u{202e}");
    assert_eq!(source("∙"), "\u{200b}\u{200b}");
    assert_eq!(source("e"), "e");
    let drawn = |range: Range<usize>| view.as_str().get(view.shown_range(range)).unwrap();
    assert_eq!(drawn(1..2), "    ");
    assert_eq!(drawn(2..6), "bc");
    assert_eq!(drawn(3..5), "");
    assert_eq!(drawn(0..stored.len()), view.as_str());
    assert_eq!(view.shown_range(99..120), view.as_str().len()..view.as_str().len());
    assert_eq!(view.source_range(3..3), 1..1);
}

/// Characters that hurt, and ordinary ones between them.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-z汉字，السلام]{1,4}",
        proptest::sample::select(vec![
            "\u{1b}]52;c;eA==\u{7}",
            "\r\n",
            "\r",
            "\n",
            "\t",
            "\u{9b}",
            "\u{202e}",
            "\u{2066}",
            "\u{61c}",
            "\u{200b}",
            "\u{feff}",
            "\u{3164}",
            "\u{e0041}",
            "\u{2028}",
            "\u{200d}",
            "\u{200c}",
            "\u{fe0f}",
            "\u{e0100}",
            "\u{ad}",
            "\u{301}",
            "\u{20e3}",
            "\u{1161}",
            "\u{11a8}",
            "\u{1100}",
            "👩",
            "🇨",
            "क\u{94d}",
            "\u{600}",
            "\u{34f}",
            "\u{ffff}",
        ])
        .prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn nothing_that_drives_a_terminal_or_hides_is_left(text in hostile()) {
        let view = shown(&text);
        for (at, cluster) in view.as_str().grapheme_indices(true).filter(|(_, cluster)| *cluster != "\n") {
            prop_assert!(grapheme_width(cluster, Narrow) > 0, "{:?} at {} of {:?}", cluster, at, view.as_str());
            prop_assert!(!cluster.chars().any(|c| c.is_control() || bidi_name(c).is_some() || is_hidden(c)));
        }
        prop_assert!(!shown_line(&text).as_str().contains('\n'));
        prop_assert!(!view.as_str().chars().any(|c| c != '\n' && is_unseen(c)));
        prop_assert!(!bare(&text).chars().any(|c| !matches!(c, '\n' | '\t') && is_unseen(c)));
    }

    #[test]
    fn what_is_shown_is_shown_as_it_is(text in hostile()) {
        let once = shown(&text);
        let twice = shown(once.as_str());
        prop_assert_eq!(twice.as_str(), once.as_str());
        prop_assert!(twice.changes.is_empty());
    }

    #[test]
    fn ranges_map_in_order_and_to_character_borders(text in hostile(), a in 0usize..200, b in 0usize..200) {
        let view = shown(&text);
        let range = view.source_range(a.min(b)..a.max(b));
        prop_assert!(text.get(range.clone()).is_some(), "{range:?}");
        prop_assert!(view.as_str().get(view.shown_range(a.min(b)..a.max(b))).is_some());
        let back = view.shown_range(range.clone());
        prop_assert_eq!(view.source_range(back), range);
        prop_assert!(view.source_range(a..a).start <= view.source_range(a + b..a + b).start);
    }
}
