//! That rows show the whole of a text, once, within their columns, and that bytes and places lead to each other, whatever
//! is put into it.

use proptest::prelude::*;

use super::super::marks::footnote_mark;
use super::*;
use crate::model::{Emphasis, Footnote, Label, SectionId, SubParagraph, TableCells};
use crate::text::graphemes_with_width;

const NARROW: Ambiguous = Ambiguous::Narrow;

/// The bytes of the safe text that a run draws.
fn stored(run: &TextRun) -> Option<&Range<usize>> {
    match &run.text {
        RunText::Stored(range) => Some(range),
        RunText::Added(_) => None,
    }
}

/// A row as it is drawn.
fn drawn(rows: &TextRows, row: &TextRow) -> String {
    let mut line = String::new();
    for run in &row.runs {
        let gap = run.column.saturating_sub(text::width(&line, NARROW));
        line.push_str(&" ".repeat(gap));
        line.push_str(rows.words(run));
    }
    line
}

fn lines(paragraph: &Paragraph, columns: usize) -> Vec<String> {
    let rows = TextRows::set(paragraph, columns, NARROW);
    rows.rows.iter().map(|row| drawn(&rows, row)).collect()
}

fn paragraph(number: &str, words: &str, subs: &[(&str, u8, &str)]) -> Paragraph {
    let sub = |(label, level, text): &(&str, u8, &str)| SubParagraph {
        label: (*label).to_owned(),
        level: *level,
        text: (*text).to_owned(),
    };
    let subs = subs.iter().map(sub).collect();
    Paragraph::new(Label::new(number), SectionId("i".into()), words, subs)
}

fn footnote(mark: &str, place: Range<usize>) -> Footnote {
    Footnote { mark: mark.to_owned(), text: "See it.".to_owned(), place: Some(place) }
}

/// What holds of any paragraph in any columns.
fn check(paragraph: &Paragraph, columns: usize, ambiguous: Ambiguous) -> Result<(), TestCaseError> {
    let rows = TextRows::set(paragraph, columns, ambiguous);
    let length = paragraph.text().len();
    let safe = rows.text.as_str();

    // Rows leave no gap, and go on in the text.
    prop_assert_eq!(rows.rows.first().map(|row| row.source.start), Some(0));
    prop_assert_eq!(rows.rows.last().map(|row| row.source.end), Some(length));
    for pair in rows.rows.windows(2) {
        prop_assert_eq!(pair[0].source.end, pair[1].source.start);
    }

    // All that can be seen is drawn, once.
    let mut times = vec![0; safe.len()];
    for range in rows.rows.iter().flat_map(|row| row.runs.iter().filter_map(stored)) {
        times[range.clone()].iter_mut().for_each(|times| *times += 1);
    }
    for (at, c) in safe.char_indices() {
        prop_assert!(times[at] == 1 || (times[at] == 0 && c.is_whitespace()), "{:?} {}", c, times[at]);
    }
    // And each mark.
    let added = |run: &&TextRun| run.role == RunRole::Mark && stored(run).is_none();
    let drawn: usize =
        rows.rows.iter().flat_map(|row| row.runs.iter().filter(added)).map(|run| rows.words(run).len()).sum();
    let wanted = paragraph.footnotes.iter().filter_map(|footnote| {
        let place = footnote.place.as_ref()?;
        let bracketed = paragraph.text().get(place.clone()).is_some_and(|mark| mark.starts_with('['));
        Some(if place.is_empty() {
            footnote_mark(&footnote.mark).len()
        } else if bracketed {
            0
        } else {
            2
        })
    });
    prop_assert_eq!(drawn, wanted.sum::<usize>());

    for (at, row) in rows.rows.iter().enumerate() {
        // Runs stand beside each other, within the columns.
        let mut end = 0;
        for run in &row.runs {
            prop_assert!(run.column >= end, "{:?}", row);
            let words = rows.words(run);
            for (_, grapheme, wide) in graphemes_with_width(words, ambiguous) {
                prop_assert!(wide > 0 || grapheme.is_empty() || words.is_empty(), "{:?} is lost", grapheme);
            }
            end = run.column + text::width(words, ambiguous);
        }
        prop_assert!(end <= columns, "{} columns in {}: {:?}", end, columns, row);

        // A byte leads to its row and column, and these lead back to it.
        for (run, range) in row.runs.iter().filter_map(|run| Some((run, stored(run)?))) {
            let mut column = run.column;
            for (byte, grapheme, wide) in graphemes_with_width(rows.words(run), ambiguous) {
                let shown = range.start + byte;
                let source = rows.text.source_range(shown..shown + grapheme.len()).start;
                prop_assert_eq!(rows.byte_at(at, column, ambiguous), Some(source));
                prop_assert_eq!(rows.byte_at(at, column + wide - 1, ambiguous), Some(source));
                // Of what stands for several characters the first place is meant.
                if rows.text.shown_range(source..source).start == shown {
                    prop_assert_eq!(rows.row_of(source), at);
                    prop_assert_eq!(rows.column_of(source, ambiguous), column);
                }
                column += wide;
            }
        }
    }
    Ok(())
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z甲乙丙，。“”（） 1-9]{0,80}",
        "([a-zé汉字，。“”\u{301}\u{200b}\u{ad}\t 1-9]|👩\u{200d}👩|🇨🇭){0,40}",
        "\\PC{0,40}",
    ]
    // What would stand on the space between a label and its words has no place in either.
    .prop_map(|words: String| {
        let bare = words.chars().next().is_some_and(|c| text::width(&c.to_string(), NARROW) == 0);
        if bare { format!("x{words}") } else { words }
    })
}

/// FootnoteMarks and emphasis at any places of a text.
fn marked(mut paragraph: Paragraph, places: &[(usize, usize, u8)]) -> Paragraph {
    let mut last = 0;
    for (at, length, kind) in places {
        let words = paragraph.text();
        let floor =
            |at: usize| (0..=at.min(words.len())).rev().find(|at| words.is_char_boundary(*at)).unwrap();
        let start = floor(*at % (words.len() + 1));
        let end = floor(start + length);
        match kind {
            0 => {
                let style = EmphasisStyle::ALL[length % 4];
                if start < end {
                    paragraph.emphasis.push(Emphasis { style, range: start..end });
                }
            }
            // FootnoteMarks of the text stand in the words of a part and beside each other.
            1 => {
                let start = start.max(last);
                let end = floor(start + length % 3);
                let line = words.get(start..end).is_some_and(|mark| !mark.contains(['\n', '\t']));
                let inside = |part: &&ParagraphPart| part.body.start <= start && end <= part.body.end;
                let line = line && paragraph.parts().iter().any(|part| inside(&part));
                if start < end && line && !words.get(..start).is_some_and(|before| before.ends_with('[')) {
                    paragraph.footnotes.push(footnote("1", start..end));
                    last = end;
                }
            }
            _ => paragraph.footnotes.push(footnote(&format!("{length}"), start..start)),
        }
    }
    paragraph
}

fn places() -> impl Strategy<Value = Vec<(usize, usize, u8)>> {
    let mut places = proptest::collection::vec((0_usize..200, 0_usize..20, 0_u8..3), 0..6).boxed();
    places = places
        .prop_map(|mut places| {
            places.sort_unstable();
            places
        })
        .boxed();
    places
}

proptest! {
    #[test]
    fn a_paragraph_is_shown_whole_and_once(
        lead in words(),
        subs in proptest::collection::vec((prop_oneof!["\\(([a-z]|xviii)\\)", Just(String::new()), "一个很长的项目编号"], 1_u8..3, words()), 0..4),
        number in proptest::option::of(prop_oneof!["[0-9]{1,3}", "Recommendation 131.245 bis"]),
        places in places(),
        columns in 30_usize..100,
        wide: bool,
    ) {
        let subs = subs.into_iter().map(|(label, level, text)| SubParagraph { label, level, text }).collect();
        let mut paragraph = Paragraph::new(Label::new("1"), SectionId("i".into()), &lead, subs);
        paragraph.number = number;
        let ambiguous = if wide { Ambiguous::Wide } else { NARROW };
        check(&marked(paragraph, &places), columns, ambiguous)?;
    }

    #[test]
    fn a_table_is_shown_whole_and_once(
        caption in "[a-z甲乙 ]{0,40}",
        rows in proptest::collection::vec(proptest::collection::vec(words(), 1..5), 1..5),
        header_rows in 0_usize..3,
        places in places(),
        columns in 30_usize..100,
        wide: bool,
    ) {
        let table = TableCells { caption, header_rows: header_rows.min(rows.len()), rows };
        let table = Paragraph::table(Label::new("1+1"), None, table);
        let ambiguous = if wide { Ambiguous::Wide } else { NARROW };
        check(&marked(table, &places), columns, ambiguous)?;
    }
}

#[test]
fn a_number_is_printed_as_it_is_and_never_made_up() {
    let mut one = paragraph("18", "Words.", &[("(a)", 1, "one;"), ("", 0, "and so on.")]);
    assert_eq!(lines(&one, 40), ["18. Words.", "    (a) one;", "    and so on."]);
    one.number = None;
    assert_eq!(lines(&one, 40), ["    Words.", "    (a) one;", "    and so on."]);
    for (number, line) in [
        ("18 bis", "18 bis. Words."),
        ("18.", "18. Words."),
        ("10 (a)", "10 (a) Words."),
        ("٢", "٢.  Words."),
    ] {
        one.number = Some(number.to_owned());
        assert_eq!(lines(&one, 40)[0], line);
    }
}

#[test]
fn a_number_that_does_not_fit_the_margin_stands_above() {
    let mut one = paragraph("1", "Words.", &[("(first option)", 1, "one;")]);
    one.number = Some("Recommendation 131.245 bis".to_owned());
    let wanted = ["Recommendation 131.245 bis.", "    Words.", "    (first option)", "        one;"];
    assert_eq!(lines(&one, 40), wanted);
}

#[test]
fn marks_stand_in_brackets_behind_their_words() {
    let mut one = paragraph("1", "The report1 of the Group.", &[("(a)", 1, "one;")]);
    one.footnotes = vec![footnote("1", 10..11), footnote("*", 25..25), footnote("2", 34..34)];
    assert_eq!(lines(&one, 40), ["1.  The report[1] of the Group.[*]", "    (a) one;[2]"]);
    assert_eq!(lines(&one, 18)[..2], ["1.  The report[1]", "    of the"]);
}

fn table(rows: &[&[&str]]) -> Paragraph {
    let rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    Paragraph::table(
        Label::new("1+1"),
        None,
        TableCells { caption: "TableCells 1".into(), header_rows: 1, rows },
    )
}

#[test]
fn cells_stand_beside_each_other_where_they_fit() {
    let table = table(&[&["State", "Contribution"], &["France", "10"], &["Côte d’Ivoire"]]);
    let wanted = [
        "    TableCells 1",
        "    State          Contribution",
        "    ╌╌╌╌╌╌╌╌╌╌╌╌╌  ╌╌╌╌╌╌╌╌╌╌╌╌",
        "    France         10",
        "    Côte d’Ivoire",
    ];
    assert_eq!(lines(&table, 60), wanted);
    let wanted = [
        "    TableCells 1",
        "    State    Contribution",
        "    ╌╌╌╌╌╌╌  ╌╌╌╌╌╌╌╌╌╌╌╌",
        "    France   10",
        "",
        "    Côte",
        "    d’Ivoire",
    ];
    let narrow: Vec<String> = lines(&table, 26);
    assert_eq!(narrow.len(), wanted.len(), "{narrow:#?}");
}

#[test]
fn cells_stand_below_each_other_with_their_heads_where_they_do_not_fit() {
    let table = table(&[&["国家", "Contribution"], &["法国", "10 million"], &["", "20"]]);
    let wanted = [
        "    TableCells 1",
        "    国家",
        "    Contribution",
        "",
        "    国家：法国",
        "    Contribution:",
        "    10 million",
        "",
        "    Contribution: 20",
    ];
    assert_eq!(lines(&table, 21), wanted);
}
