//! Tests of laying out: tables, the laws of every row, and the real texts of the six languages.

use std::path::PathBuf;

use proptest::prelude::*;

use super::super::{Ambiguous, shown, width};
use super::{Row, lay_out};

use Ambiguous::{Narrow, Wide};

/// Own lists, so that a mistake in the tables of `kinsoku` is seen.
const CLOSERS: &str = "，。、；：？！…—·％%》）”’】〕」』〉］»),.;:?!]}،؛؟";
const OPENERS: &str = "《（“‘【〔「『〈［«([{¿¡";

const NEWLINES: [char; 7] = ['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Part of the reference document, CAC/COSP/WG.4/2019/L.1/Add.1.
const REFERENCE: &[&str] = &[
    "1. 主席介绍了关于缔约国会议题为“促进预防腐败措施”的第 7/5 号决议和题为“《马拉喀什预防腐败宣言》的后续行动”的第 7/6 号决议执行情况的项目，并请与会者在秘书处作开场介绍后提出意见和评论。",
    "5. 在保护举报人方面，毒品和犯罪问题办公室题为《保护举报人良好做法资源指南》的知识产品现已有英文、法文、西班牙文和阿拉伯文版本。在南亚、太平洋和东非举办了 3 次关于保护举报人和证人的区域会议或讲习班。向 4 个国家提供了起草相关立法的援助，包括对法律草案的评论和（或）国内讲习班。",
    "8. 毒品和犯罪问题办公室还就刑事司法部门预防腐败问题与多利益方合作。毒品和犯罪问题办公室在卡塔尔国的协助下，继续执行“实施《多哈宣言》全球方案”。以《班加罗尔原则》为基础，开发并推出了司法道德培训包，其中包括电子学习课程、自我指导的“线下”课程和培训员手册。目前有四十多个法域在国家培训活动中使用该工具。",
    "9. 此外，继续与国际刑警组织和透明国际共同执行“在拉丁美洲、加勒比和西非的可卡因路线沿线加强刑事调查和刑事司法合作”项目。",
    "11. 反腐败学术举措有 400 多所大学积极参与其活动，并已开发出一种综合性反腐败教育工具，即反腐败学术举措资源菜单，其中收录了 1,800 多篇与腐败相关的文章、出版物和研究论文，供各大学用于其现有课程。",
];

fn rows_of(text: &str, columns: usize) -> Vec<&str> {
    lay_out(text, columns, Narrow).into_iter().map(|row| text.get(row.range).unwrap()).collect()
}

fn check(text: &str, columns: usize, rows: &[&str]) {
    assert_eq!(rows_of(text, columns), rows, "{text:?} in {columns}");
}

/// What holds for every text at every width of two or more.
fn laws(text: &str, columns: usize, ambiguous: Ambiguous) -> Result<Vec<Row>, TestCaseError> {
    let rows = lay_out(text, columns, ambiguous);
    let mut at = 0;
    for row in &rows {
        prop_assert_eq!(row.range.start, at, "a row starts where the one before said");
        let drawn = text.get(row.range.clone());
        prop_assert!(drawn.is_some() && row.range.end <= row.next);
        let swallowed = text.get(row.range.end..row.next);
        prop_assert!(
            swallowed.is_some_and(|gap| gap.chars().all(char::is_whitespace)),
            "lost {:?}",
            swallowed
        );
        prop_assert!(row.width <= columns, "{} columns in {}: {:?}", row.width, columns, drawn);
        prop_assert_eq!(width(drawn.unwrap(), ambiguous), row.width, "{:?}", drawn);
        at = row.next;
    }
    prop_assert_eq!(at, text.len(), "the last row goes to the end");
    Ok(rows)
}

/// The rows that break a punctuation rule, forced ones left out: a run of marks as long as the row.
fn faults(text: &str, rows: &[Row], columns: usize) -> Vec<String> {
    let mut found = Vec::new();
    for pair in rows.windows(2) {
        let (Some(row), Some(next)) = (text.get(pair[0].range.clone()), text.get(pair[1].range.clone()))
        else {
            continue;
        };
        let gap = text.get(pair[0].range.end..pair[0].next).unwrap_or_default();
        let marks = |c: char| CLOSERS.contains(c) || OPENERS.contains(c) || c.is_whitespace();
        let full = width(row, Narrow) + width(gap, Narrow) + 2 > columns;
        let held = row.trim_start_matches(|c: char| OPENERS.contains(c));
        let forced = (full && held.chars().skip(1).all(marks)) || gap.contains(NEWLINES);
        let starts = next.chars().next().is_some_and(|c| CLOSERS.contains(c));
        let ends = row.chars().next_back().is_some_and(|c| OPENERS.contains(c));
        if !forced && (starts || ends) {
            found.push(format!("{row} | {next}"));
        }
    }
    found
}

#[test]
fn rows_break_where_a_reader_expects() {
    check("", 10, &[""]);
    check("one two three", 7, &["one two", "three"]);
    check("one\n\ntwo\n", 7, &["one", "", "two", ""]);
    check("one\r\ntwo", 7, &["one", "two"]);
    check("  indented text", 10, &["  indented", "text"]);
    check("trailing   ", 8, &["trailing"]);
    check("委员会通过了，", 12, &["委员会通过", "了，"]);
    check("他说：“是的”", 8, &["他说：", "“是的”"]);
    check("见“人工智能”的报告", 12, &["见“人工智能”", "的报告"]);
    check("他——她……我", 6, &["他——", "她……我"]);
}

#[test]
fn numbers_units_and_symbols_stay_whole() {
    check("于 2026 年通过", 8, &["于", "2026 年", "通过"]);
    check("根据第 7/5 号决议", 10, &["根据", "第 7/5 号", "决议"]);
    check("see A/HRC/54/22 and", 14, &["see", "A/HRC/54/22", "and"]);
    check("Nations in para. 5", 16, &["Nations in", "para. 5"]);
    check("about 1,800 rows", 9, &["about", "1,800", "rows"]);
}

#[test]
fn a_run_wider_than_the_row_is_cut_where_it_hurts_least() {
    check("CAC/COSP/WG.4/2019/L.1/Add.1", 12, &["CAC/COSP/", "WG.4/2019/", "L.1/Add.1"]);
    check("abcdefghij", 4, &["abcd", "efgh", "ij"]);
    check("abc（defgh", 4, &["abc", "（de", "fgh"]);
    check("abcd!!", 4, &["abc", "d!!"]);
    check("！！！！！", 4, &["！！", "！！", "！"]);
    check("👩\u{200d}👩\u{200d}👧👩\u{200d}👩\u{200d}👧", 2, &["👩\u{200d}👩\u{200d}👧"; 2]);
}

#[test]
fn weak_places_are_kept_when_a_run_moves_to_the_next_row() {
    check("xxxx A/bbbbbbbbbbbb", 9, &["xxxx", "A/", "bbbbbbbbb", "bbb"]);
}

#[test]
fn every_closer_and_opener_holds_to_its_side_even_where_a_run_is_cut() {
    for columns in 4..12 {
        for mark in CLOSERS.chars() {
            for text in [format!("aaaabbbb{mark}cccccccc"), format!("工作组会议{mark}工作组会议")] {
                let rows = rows_of(&text, columns);
                assert!(!rows.iter().any(|row| row.starts_with(mark)), "{rows:?}");
            }
        }
        for mark in OPENERS.chars() {
            for text in [format!("aaaabbb{mark}cccccccc"), format!("工作组会议{mark}工作组会议")] {
                let rows = rows_of(&text, columns);
                assert!(!rows.iter().any(|row| row.ends_with(mark)), "{rows:?}");
            }
        }
    }
}

#[test]
fn a_wide_character_in_one_column_gets_a_row_of_its_own() {
    check("汉字", 1, &["汉", "字"]);
    check("汉字", 0, &["汉", "字"]);
    assert_eq!(lay_out("汉", 1, Narrow)[0].width, 2);
}

#[test]
fn ambiguous_characters_fill_two_columns_where_the_terminal_does() {
    let rows = |ambiguous| lay_out("甲…乙", 5, ambiguous).len();
    assert_eq!((rows(Narrow), rows(Wide)), (1, 2));
}

#[test]
fn the_reference_document_has_no_fault_at_any_width() {
    for text in REFERENCE {
        for columns in 40..=120 {
            for ambiguous in [Narrow, Wide] {
                let rows = laws(text, columns, ambiguous).unwrap();
                assert_eq!(faults(text, &rows, columns), Vec::<String>::new(), "in {columns}");
                for row in &rows {
                    let drawn = text.get(row.range.clone()).unwrap();
                    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | ',');
                    assert!(
                        !drawn.ends_with('第') && !drawn.trim_end().ends_with(digits),
                        "{drawn} in {columns}"
                    );
                    assert!(
                        row.width + 11 >= columns || row.next == text.len(),
                        "ragged: {drawn} in {columns}"
                    );
                }
            }
        }
    }
}

/// The lines of the six-language corpus beside the project; none, with a printed line, where it is absent.
fn corpus() -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/six-way");
    let mut lines = Vec::new();
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        let path = folder.join(format!("UNv1.0.devset.{language}"));
        #[expect(
            clippy::disallowed_methods,
            reason = "a test reads the corpus, the room itself reads nothing"
        )]
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        lines.extend(text.lines().map(str::to_owned));
    }
    if lines.is_empty() {
        println!("skipped: no corpus in {}", folder.display());
    }
    lines
}

#[test]
fn real_sentences_of_six_languages_have_no_fault() {
    for (index, line) in corpus().iter().enumerate() {
        let view = shown(line);
        for columns in [20 + index % 141, 20 + index * 7 % 60] {
            let rows = laws(view.as_str(), columns, Narrow).unwrap();
            assert_eq!(faults(view.as_str(), &rows, columns), Vec::<String>::new(), "in {columns}");
        }
    }
}

#[test]
fn a_long_paragraph_is_laid_out_in_linear_time() {
    // Not by the clock: ten times the text must give ten times the rows, and finish.
    let text = REFERENCE.concat();
    let rows = lay_out(&text.repeat(100), 60, Narrow).len();
    assert!(rows > 90 * (lay_out(&text, 60, Narrow).len() - 1));
    for hostile in ["\u{200b}", "\u{301}", "（", "！", "1", "A/", "第", " ", "\u{1100}", "क\u{94d}"] {
        assert!(!lay_out(&hostile.repeat(50_000), 40, Narrow).is_empty());
    }
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-zA-Z]{1,12} ?",
        3 => "[汉字工作组，。、；：“”‘’《》（）—…·]{1,12}",
        1 => "[0-9]{1,5}[ .,/-]?",
        1 => "[A-Z]{1,4}/[A-Z.0-9/]{1,20}",
        1 => "[a-z汉！（]{30,80}",
        1 => "[السلامعكةآ ،؛؟]{1,12}",
        1 => any::<char>().prop_map(String::from),
        2 => proptest::sample::select(vec![
            "\u{200b}", "\u{feff}", "\u{200f}", "\u{202e}", "e\u{301}\u{302}\u{303}", "👩\u{200d}👩\u{200d}👧", "🇨🇭", "\n", "\r\n", "\t", " ",
            "   ", "\u{3000}", "\u{a0}", "\u{202f}", "\u{1100}\u{1100}\u{1100}", "\u{1112}\u{1161}\u{11ab}", "क\u{94d}क\u{94d}क", "\u{600}", "ﾞ",
            "第", "年", "\u{1b}", "\u{ad}", "——", "……", "！！！！！", "（（（", "para. ", "US$ ", "»", "« ", "\u{e0041}", "ไทย",
        ])
        .prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..25).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn hostile_text_keeps_the_laws(text in hostile(), columns in 2usize..160, wide: bool) {
        laws(&text, columns, if wide { Wide } else { Narrow })?;
        laws(shown(&text).as_str(), columns, if wide { Wide } else { Narrow })?;
    }

    #[test]
    fn hostile_text_has_no_avoidable_fault(text in hostile(), columns in 20usize..160) {
        let view = shown(&text);
        let rows = lay_out(view.as_str(), columns, Narrow);
        prop_assert_eq!(faults(view.as_str(), &rows, columns), Vec::<String>::new());
    }
}

proptest! {
    #[test]
    fn real_sentences_keep_the_laws(seed: prop::sample::Index, columns in 2usize..160, wide: bool) {
        thread_local!(static LINES: Vec<String> = corpus());
        LINES.with(|lines| {
            if lines.is_empty() {
                return Ok(());
            }
            let line: &String = seed.get(lines);
            let view = shown(line);
            let rows = laws(view.as_str(), columns, if wide { Wide } else { Narrow })?;
            if columns >= 20 {
                prop_assert_eq!(faults(view.as_str(), &rows, columns), Vec::<String>::new());
            }
            Ok(())
        })?;
    }
}
