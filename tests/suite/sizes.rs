//! Screens that change their size, and large ones: the paragraph stays, lines keep their measure.

use std::ops::Range;

use proptest::prelude::*;
use rapporteur::app::{Mode, Passage};
use rapporteur::layout::Line;
use rapporteur::model::ParagraphIndex;
use rapporteur::text::width;
use ratatui::layout::Size;

use crate::desk::{Place, Program};

/// What the first line that is not empty shows: of a text the bytes.
#[derive(Debug, PartialEq)]
struct Seen {
    paragraph: ParagraphIndex,
    what: What,
}

#[derive(Debug, PartialEq)]
enum What {
    Bytes(Range<usize>),
    Heading,
    Note(usize),
    Other,
}

fn what(line: &Line, bytes: Range<usize>) -> Option<What> {
    Some(match line {
        Line::Blank => return None,
        Line::Text(_) => What::Bytes(bytes),
        Line::Heading { .. } => What::Heading,
        Line::NoteHead(note) | Line::NoteQuote(note, _) | Line::NoteBody(note, _) => What::Note(*note),
        _ => What::Other,
    })
}

/// What is at the top, and whether the first row of the paragraph that one is at is on the screen.
fn seen(program: &Program) -> (Option<Seen>, bool) {
    let visible = program.open().visible(&program.app.shell);
    let top = visible.iter().find_map(|v| {
        let line = v.block.lines.get(v.line)?;
        let bytes = match line {
            Line::Text(row) => v.block.text.rows[*row].source.clone(),
            _ => 0..0,
        };
        Some(Seen { paragraph: v.paragraph, what: what(line, bytes)? })
    });
    let first =
        visible.iter().any(|v| Some(v.paragraph) == program.open().view.at && v.line == v.block.first_text());
    (top, first)
}

/// Whether what was at the top is still on the screen.
fn still(program: &Program, top: &Seen) -> bool {
    program.open().visible(&program.app.shell).iter().filter(|v| v.paragraph == top.paragraph).any(|v| {
        let Some(line) = v.block.lines.get(v.line) else { return false };
        match (line, &top.what) {
            (Line::Text(row), What::Bytes(bytes)) => {
                let row = &v.block.text.rows[*row].source;
                row.start < bytes.end && bytes.start < row.end
            }
            (line, other) => what(line, 0..0).as_ref() == Some(other),
        }
    })
}

fn resized(program: &mut Program, width: u16, height: u16) {
    let (at, before) = (program.open().view.at, seen(program));
    program.resize(width, height);
    assert_eq!(program.open().view.at, at);
    let after = seen(program);
    let kept = if before.1 { after.1 } else { before.0.as_ref().is_none_or(|top| still(program, top)) };
    assert!(kept, "{width}x{height}: {before:?} became {after:?}\n{}", program.screen());
}

#[test]
fn each_pair_of_sizes_keeps_the_paragraph() {
    let sizes = [(60, 20), (80, 24), (120, 40), (200, 50), (40, 10)];
    for keys in ["18", "17<Enter>jjjj", "4<Enter><Ctrl-d>", "20z", "1", "10<Enter>kkk"] {
        let place = Place::new();
        let mut program = place.start(60, 20, &[]);
        program.keys("18a#one note<Esc>").keys(keys);
        for from in sizes {
            for to in sizes.into_iter().filter(|to| *to != from) {
                resized(&mut program, from.0, from.1);
                resized(&mut program, to.0, to.1);
            }
        }
    }
}

#[test]
fn however_often_the_size_changes_the_reader_comes_back_to_where_it_stood() {
    let place = Place::new();
    let mut program = place.start(60, 20, &[]);
    program.keys("4<Enter>jjjjjj");
    let top = program.open().view.top;
    for (width, height) in [(200, 50), (44, 12), (120, 40), (97, 13), (80, 24), (60, 20)] {
        program.resize(width, height);
    }
    assert_eq!(program.open().view.top, top);
    // Below the least size there is no reader; it stands where it stood when there is one again.
    program.resize(10, 3).resize(60, 20);
    assert_eq!(program.open().view.top, top);
}

#[test]
fn a_selected_passage_stays_on_the_screen_in_every_size() {
    for keys in ["18<Enter>((((", "18<Enter>))))", "18<Enter>vwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"] {
        let place = Place::new();
        let mut program = place.start(200, 50, &[]);
        program.keys(keys);
        for (width, height) in [(60, 20), (200, 50), (44, 12), (120, 40), (40, 10), (80, 24), (200, 50)] {
            program.resize(width, height);
            let byte = match (&program.app.shell.mode, &program.open().view.passage) {
                (Mode::Select(selection), _) => selection.moving,
                (_, Some(Passage::Text { range, .. })) => range.start,
                other => panic!("{keys}: nothing is selected: {other:?}"),
            };
            let shown =
                program.open().visible(&program.app.shell).iter().any(|v| match v.block.lines[v.line] {
                    Line::Text(row) => {
                        Some(v.paragraph) == program.open().view.at
                            && v.block.text.rows[row].source.contains(&byte)
                    }
                    _ => false,
                });
            assert!(shown, "{keys} {width}x{height}\n{}", program.screen());
        }
    }
}

#[test]
fn going_back_after_the_size_changed_leads_to_the_same_words() {
    for (there, back) in [("1", "<Esc>"), ("/缅甸", "<Esc>"), ("z/缅甸", "<Esc>"), ("z/缅甸<Down>", "<Esc>z")]
    {
        let place = Place::new();
        let mut program = place.start(60, 20, &[]);
        program.keys("17<Enter>jjjjj");
        let (top, _) = seen(&program);
        program.keys(there).resize(200, 50).keys(back);
        assert!(still(&program, top.as_ref().unwrap()), "{there}: {top:?}\n{}", program.screen());
    }
}

/// A document whose first paragraphs stand under several long headings.
fn under_headings() -> String {
    let long = "of the Working Group on the Prevention of Corruption, established by the Conference of the States \
                Parties in its resolution 3/2 and continued in its resolutions 4/3, 5/4, 6/1, 7/5 and 7/6, on the \
                measures that States have taken to implement them, with the texts of those that were adopted";
    let section =
        |level| format!("[[section]]\nid = 's{level}'\ntitle = 'Report {level} {long}'\nlevel = {level}\n");
    let sections: String = (1..=5).map(section).collect();
    let paragraph = |n: usize| {
        format!("[[paragraph]]\nnumber = '{n}'\nsection = 's5'\ntext = 'The Group adopted {n}. {long}.'\n")
    };
    let paragraphs: String = (1..=4).map(paragraph).collect();
    format!(
        "format = 1\n[masthead]\nsymbol = 'A/AC.1/L.1'\nlanguage = 'en'\ntitle = 'Report'\n{sections}{paragraphs}"
    )
}

#[test]
fn under_several_long_headings_the_chosen_paragraph_is_seen() {
    let place = Place::new();
    crate::desk::write(&place.data().join("documents/long.toml"), &under_headings());
    for (width, height) in [(80, 24), (60, 20), (40, 10), (72, 12), (120, 40), (200, 50)] {
        for keys in ["", "1", "JK", "<Enter>", "G<Home>", "gk", "gr", "<Down><Up>", "<Tab><Tab>", "3.,"] {
            let mut program = place.start(width, height, &["A/AC.1/L.1"]);
            program.keys(keys);
            let (top, first) = seen(&program);
            assert!(
                first || program.open().view.at.is_none(),
                "{width}x{height} {keys:?}: {top:?}\n{}",
                program.screen()
            );
        }
    }
}

#[test]
fn headings_above_the_screen_can_be_scrolled_to() {
    let place = Place::new();
    crate::desk::write(&place.data().join("documents/long.toml"), &under_headings());
    let mut program = place.start(80, 24, &["A/AC.1/L.1"]);
    program.keys("<Enter>");
    assert!(!program.screen().contains("Report 1 of the Working"), "{}", program.screen());
    program.keys("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk");
    assert_eq!((program.open().view.top.paragraph, program.open().view.top.line), (ParagraphIndex(0), 0));
    assert!(
        program.open().view.at == Some(ParagraphIndex(0)) && program.screen().contains("Report 1 of the"),
        "{}",
        program.screen()
    );
}

#[test]
fn lines_keep_their_measure_and_the_list_gets_what_is_left() {
    let place = Place::new();
    for (columns, measure, list) in
        [(200, 100, 65), (200, 60, 105), (160, 100, 44), (120, 100, 40), (120, 0, 40)]
    {
        for keys in ["4<Enter>", "4<Enter>z"] {
            let mut program = place.start(80, 24, &[]);
            program.app.shell.measure = measure;
            program.resize(columns, 50).keys(keys);
            let areas = program.app.areas();
            let most = if measure == 0 { u16::MAX } else { measure };
            assert!(areas.reader.width <= most && areas.title.x == areas.reader.x, "{areas:?}");
            if keys.ends_with('z') {
                assert_eq!(areas.list.width, 0);
                let (left, right) = (areas.reader.x, columns - areas.reader.right());
                assert!(left.abs_diff(right) <= 1, "alone it stands in the middle: {areas:?}");
            } else {
                assert_eq!(areas.list.width, list, "{columns} {measure}");
            }
            let rows: Vec<String> = program.rows();
            let body = rows.iter().skip(4).take(40);
            let text = |row: &String| {
                row.rsplit('╎').next().map_or(0, |text| width(text.trim_end(), program.app.shell.ambiguous))
            };
            // What stands beside the text is no line of it.
            let widest = if keys.ends_with('z') || areas.notes.width > 0 {
                0
            } else {
                body.map(text).max().unwrap_or(0)
            };
            assert!(measure == 0 || widest <= usize::from(measure) + 2, "{columns} {measure}: {widest}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_sizes_and_wherever_one_is_the_paragraph_stays(
        number in 1..21_usize,
        keys in proptest::sample::select(vec![
            "", "<Enter>", "<Enter>jjj", "<Enter>jjjjjjjjjjjj", "<Enter><Ctrl-d>", "<Enter><Ctrl-d><Ctrl-d>", "<Enter>kk",
            "<Enter>G", "z", "<Enter>zjj", "gk", "gn", "s", ":", "<Enter>kkkkkkkkkkk",
        ]),
        headings in any::<bool>(),
        sizes in proptest::collection::vec((40..220_u16, 10..60_u16), 2..6),
    ) {
        let place = Place::new();
        let named: &[&str] = if headings {
            crate::desk::write(&place.data().join("documents/long.toml"), &under_headings());
            &["A/AC.1/L.1"]
        } else {
            &[]
        };
        let first = sizes[0];
        let mut program = place.start(first.0, first.1, named);
        let number = if headings { (number - 1) % 4 + 1 } else { number };
        // Without the note selected: what is selected stays on the screen, which is tried above.
        program.keys(&format!("{number}aA note of some words, and of some more words, that takes more than one row.<Esc><Esc>"));
        program.keys(&format!("{number}{keys}"));
        for (width, height) in sizes.into_iter().skip(1) {
            resized(&mut program, width, height);
            prop_assert_eq!(program.app.shell.size, Size::new(width, height));
        }
    }
}
