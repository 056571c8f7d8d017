//! The screen itself: at every size, with hostile text, after any keys; and golden screens of the main views.

use proptest::prelude::*;
use rapporteur::app::{Effect, Mode, Tab, TerminalEffect};
use rapporteur::keymap::KeyRow;
use rapporteur::messages::{Messages, languages, user_message};
use rapporteur::runtime::Screen;
use rapporteur::text::{Ambiguous, width};
use rapporteur::ui::{Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::desk::{Place, Program, write};

/// Marks that never begin a row, and marks that never end one.
const NEVER_FIRST: &str = "，。、；：？！）》”’】〕";
const NEVER_LAST: &str = "（《“‘【〔";

/// Characters that turn the direction of writing, break lines or are not seen.
fn turns_or_hides(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The rows of the reader, from its own columns only.
pub fn reader_rows(program: &Program) -> Vec<String> {
    rows_in(program, program.app.areas().reader)
}

fn rows_in(program: &Program, area: Rect) -> Vec<String> {
    let mut terminal =
        Terminal::new(TestBackend::new(program.app.shell.size.width, program.app.shell.size.height)).unwrap();
    terminal.draw(|frame| view(&program.app, Theme::Auto, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let mut rows = Vec::new();
    for y in area.top()..area.bottom() {
        let mut row = String::new();
        let mut x = area.left();
        while x < area.right() {
            let symbol = buffer[(x, y)].symbol();
            row.push_str(symbol);
            x += width(symbol, Ambiguous::Narrow).max(1) as u16;
        }
        rows.push(row.trim().to_owned());
    }
    rows
}

#[test]
fn no_row_of_the_reader_has_a_punctuation_fault_at_any_width() {
    let place = Place::new();
    for columns in 40..=120 {
        let mut program = place.start(columns, 40, &[]);
        program.keys("1<Enter>");
        let mut last = None;
        while last != Some(program.open().view.top) {
            last = Some(program.open().view.top);
            for row in reader_rows(&program).iter().filter(|row| !row.is_empty()) {
                let words =
                    row.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('.').trim();
                let first = row.chars().next().unwrap();
                let end = row.chars().last().unwrap();
                assert!(!NEVER_FIRST.contains(first) && !NEVER_LAST.contains(end), "{columns}: {row}");
                assert!(!words.is_empty(), "{columns}: a number stands alone: {row}");
            }
            program.keys("<PgDn>");
        }
        assert_eq!(program.open().here().unwrap().1.label.as_str(), "20", "the whole document was read");
    }
}

#[test]
fn the_terminal_cursor_stands_where_the_next_character_will() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    assert_eq!(program.cursor(), None, "no cursor where nothing is typed");
    program.keys("18a");
    let box_area = program.app.areas().compose;
    let at = |program: &Program| program.cursor().map(|p| (p.x, p.y)).unwrap();
    assert_eq!(at(&program), (1, box_area.y + 1));
    program.keys("委员会决定");
    assert_eq!(at(&program), (11, box_area.y + 1));
    program.keys("<Left><Left>");
    assert_eq!(at(&program), (7, box_area.y + 1));
    program.keys("<End>").keys(&"字".repeat(40));
    assert_eq!(at(&program), (13, box_area.y + 2), "39 glyphs a row, and the sixth of the next");
    program.keys("<Esc>/缅甸");
    assert_eq!(at(&program), (7, 22));
    program.keys("<Esc>:ma");
    assert!(program.cursor().is_some());
}

#[test]
fn below_the_smallest_size_there_is_a_sentence_and_nothing_is_lost() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18ahalf");
    program.resize(39, 24);
    assert!(program.screen().starts_with("Rapporteur needs a screen of 40 columns"), "{}", program.screen());
    program.resize(1, 1);
    program.screen();
    program.resize(80, 24).keys(" done<Esc>");
    assert_eq!(program.open().mine.notes().next().unwrap().body, "half done");
}

/// A document whose every field holds text that would drive a terminal.
fn hostile() -> String {
    let bad = "a\\u001B[31mb\\u202Ec\\u200Bd\\u0007e\\u009Bf\\u2066g\\uFEFFh\\u2028i\\U000E0041";
    format!(
        "format = 1\n[masthead]\nsymbol = \"A/1\"\nlanguage = \"en\"\ntitle = \"{bad}\"\nsession = \"{bad}\"\n\
         organ = \"{bad}\"\n[[section]]\nid = \"i\"\nnumber = \"{bad}\"\ntitle = \"{bad}\"\nlevel = 1\n\
         [[speaker]]\nid = \"s\"\nname = \"{bad}\"\nacronym = \"{bad}\"\nrole = \"panelist\"\nkind = \"person\"\n\
         [[paragraph]]\nnumber = \"1\"\nsection = \"i\"\ntext = \"{bad}\"\nspeakers = [\"s\"]\n"
    )
}

#[test]
fn no_control_and_no_bidi_character_from_a_file_reaches_a_cell() {
    let place = Place::new();
    let file = place.folder.path().join("hostile.toml");
    write(&file, &hostile());
    let flows = [
        "",
        "k",
        "gk",
        "gp",
        "gr",
        "1aX\u{202e}Y<Esc>gn",
        "/b",
        "/b<Enter>",
        "1)",
        "1<Enter><Enter>",
        "d",
        ":open<Enter>",
    ];
    for (columns, rows) in [(60, 20), (80, 24), (120, 40)] {
        for flow in flows {
            let mut program = place.start_as("x\u{1b}[0m\u{202e}", columns, rows, &[file.to_str().unwrap()]);
            program.keys(flow);
            for c in program.screen().chars().filter(|c| *c != '\n') {
                assert!(
                    !c.is_control() && !turns_or_hides(c) && !matches!(u32::from(c), 0xe0000..=0xe007f),
                    "{flow}: {c:?}"
                );
            }
        }
    }
}

/// What a terminal is sent for the screen: every byte.
fn bytes(program: &Program) -> Vec<u8> {
    let mut sent = Vec::new();
    let mut screen = Screen::new(&mut sent, program.app.shell.size).unwrap();
    screen.draw(program.app.shell.size, |frame| view(&program.app, Theme::Auto, frame)).unwrap();
    drop(screen);
    sent
}

/// The bytes without our own sequences: colors and looks (`m`), moves (`H`, `G`), erasures (`J`, `K`, `X`), showing
/// and hiding the cursor, a frame's beginning and end, and whether rows go on in the next.
fn without_our_sequences(sent: &[u8]) -> String {
    let text = String::from_utf8(sent.to_vec()).unwrap();
    let mut left = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        left.push_str(before);
        let end = after.find(|c: char| c.is_ascii_alphabetic()).unwrap();
        let (parameters, tail) = after.split_at(end);
        let (last, tail) = tail.split_at(1);
        let ours = match last {
            "m" | "H" | "G" | "J" | "K" | "X" => {
                parameters.chars().all(|c| c.is_ascii_digit() || matches!(c, ';' | ':'))
            }
            "h" | "l" => matches!(parameters, "?25" | "?2026" | "?7"),
            _ => false,
        };
        assert!(ours, "a sequence that is not ours: {parameters}{last}");
        rest = tail;
    }
    left.push_str(rest);
    left
}

#[test]
fn no_byte_that_drives_a_terminal_comes_from_data() {
    crossterm::style::force_color_output(true);
    let place = Place::new();
    let file = place.folder.path().join("hostile.toml");
    write(
        &file,
        &hostile().replace("\\u001B[31m", "\\u001B]52;c;eA==\\u0007\\u001B[2J\\u001B[?1049l\\u0090"),
    );
    let flows = [
        "",
        "k",
        "gk",
        "gp",
        "gr",
        "1aX\u{202e}Y\u{200b}<Esc>gn",
        "/b",
        "/b<Enter>",
        "1)",
        "1<Enter><Enter>",
        "1aZ<Esc>d",
        ":open<Enter>",
        "?",
        ":",
        "f",
        "x",
        "y",
        "1vl",
        "1a\u{202e}half",
        "t",
        "s",
        "é",
        "9",
    ];
    for (columns, rows) in [(60, 20), (80, 24), (120, 40)] {
        for flow in flows {
            let mut program = place.start_as("x\u{1b}[2J\u{202e}", columns, rows, &[file.to_str().unwrap()]);
            program.keys(flow);
            for c in without_our_sequences(&bytes(&program)).chars() {
                assert!(!c.is_control() && !turns_or_hides(c), "{flow} at {columns}x{rows}: {c:?}");
            }
        }
    }
}

#[test]
fn a_screen_that_is_drawn_again_lays_nothing_out_again() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18)anote on it<Esc>/毒品<Enter>");
    program.screen();
    let before = program.open().view.layouts.laid_out();
    assert!(before > 0);
    for _ in 0..3 {
        program.screen();
    }
    program.keys(")(");
    program.screen();
    assert_eq!(program.open().view.layouts.laid_out(), before);
}

#[test]
fn where_ambiguous_characters_are_wide_every_glyph_has_its_two_cells() {
    let place = Place::new();
    for flow in ["18", "18)a“引文”……——<Esc>", "gp", "/“促进”", "?", ":", "f", "k"] {
        let mut program = place.start(80, 24, &[]);
        program.app.shell.ambiguous = Ambiguous::Wide;
        program.open().view.layouts.clear();
        program.keys(flow);
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        terminal.draw(|frame| view(&program.app, Theme::Auto, frame)).unwrap();
        let buffer = terminal.backend().buffer();
        for y in 0..24 {
            let mut x = 0;
            while x < 80 {
                let wide = width(buffer[(x, y)].symbol(), Ambiguous::Wide);
                if wide == 2 {
                    assert!(x + 1 < 80 && buffer[(x + 1, y)].symbol().trim().is_empty(), "{flow}: {x},{y}");
                }
                x += wide.max(1) as u16;
            }
            assert_eq!(x, 80, "{flow}: row {y} ends where the screen ends");
        }
    }
}

/// The golden screens: the text as it stands, and a hash of every cell's look below it.
fn golden(name: &str, program: &Program) {
    let mut terminal =
        Terminal::new(TestBackend::new(program.app.shell.size.width, program.app.shell.size.height)).unwrap();
    terminal.draw(|frame| view(&program.app, Theme::Auto, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let looks: String =
        buffer.content().iter().map(|c| format!("{:?}{:?}{:?}", c.fg, c.bg, c.modifier)).collect();
    let hash = rapporteur::model::paragraph_hash(&looks);
    // Folders differ from run to run.
    let text: Vec<String> = program.rows().into_iter().map(|row| row.replace("/tmp/", "~/")).collect();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../screens");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, format!("{}\n-- looks {hash}", text.join("\n"))));
}

/// The main views, and the keys that lead to each.
const VIEWS: [(&str, &str); 13] = [
    ("sections", "18"),
    ("reader", "18aIndependent of the ministries? #ask-capital<Tab><Esc>sm18<Enter>"),
    ("compose", "18)a独立于各部委吗？"),
    ("panelists", "gp"),
    ("recommendations", "gr"),
    ("notes", "18anote<Esc>gn"),
    ("search", "/公实"),
    ("menu", "18<Enter><Enter>"),
    ("filter", "f"),
    ("palette", ":exp"),
    ("question", "18anote<Esc>d"),
    ("help", "?"),
    ("select", "18vwww"),
];

#[test]
fn the_main_views_look_as_they_did() {
    for (columns, rows) in [(80, 24), (120, 40), (60, 20)] {
        for (name, keys) in VIEWS {
            let place = Place::new();
            let mut program = place.start(columns, rows, &[]);
            program.keys(keys);
            golden(&format!("{name}_{columns}x{rows}"), &program);
        }
    }
}

#[test]
fn the_main_views_look_as_they_did_in_chinese() {
    // The first note says where it is kept, and folders differ from run to run: the second is looked at.
    let more = [("status", "18s"), ("statuses", "1sa2sq3sm4sr1-4"), ("written", "18a批注<Esc>18a二<Esc>")];
    for (columns, rows) in [(80, 24), (60, 20)] {
        for (name, keys) in VIEWS.into_iter().chain(more) {
            let place = Place::new();
            let mut program = place.start_in("zh", columns, rows);
            program.keys(keys);
            golden(&format!("{name}_{columns}x{rows}_zh"), &program);
        }
    }
}

#[test]
fn what_is_to_be_decided_looks_as_it_did() {
    for (columns, rows) in [(80, 24), (60, 20)] {
        for (language, tail) in [("en", ""), ("zh", "_zh")] {
            for (name, keys) in [("decide", "j!j"), ("differs", "18<Enter><Esc>18ljjjjjjjj")] {
                let place = super::deciding::two_sides();
                let mut program = place.start_in(language, columns, rows);
                program.keys(keys);
                golden(&format!("{name}_{columns}x{rows}{tail}"), &program);
            }
        }
    }
}

/// A document with all that one can have: text before the first heading, headings without words and without paragraphs,
/// marks, emphasis, tables, a picture; as a file of a place.
fn everything(place: &Place, language: &str) -> String {
    let text = match language {
        "zh" => include_str!("../fixtures/everything/zh.toml"),
        _ => include_str!("../fixtures/everything/en.toml"),
    };
    let file = place.folder.path().join("everything.toml");
    write(&file, text);
    file.to_str().unwrap().to_owned()
}

#[test]
fn a_document_with_everything_looks_as_it_did() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        for (language, tail) in [("en", ""), ("zh", "_zh")] {
            let table = if language == "en" { "jjj" } else { "jj" };
            for (name, keys) in [("text", "j<Enter>"), ("table", table), ("end", "<Enter>G")] {
                let place = Place::new();
                let file = everything(&place, language);
                let mut program = place.start_on(&[&file], language, columns, rows);
                program.keys(keys);
                golden(&format!("everything_{name}_{columns}x{rows}{tail}"), &program);
            }
        }
    }
}

#[test]
fn the_footnotes_of_the_masthead_stand_on_the_about_page() {
    let place = Place::new();
    let program = place.start(80, 24, &[&everything(&place, "en")]);
    let (lines, _) = program.open().about_lines(&program.app.shell);
    let note = lines.iter().find(|line| line.label == "[*]").unwrap();
    assert!(note.words.starts_with("Reissued for technical"), "{}", note.words);
}

#[test]
fn what_is_emphasized_is_told_without_colors() {
    let place = Place::new();
    let program = place.start(120, 40, &[&everything(&place, "en")]);
    for (look, words) in [
        (Modifier::BOLD, "It decided to request"),
        (Modifier::ITALIC, "Letter of transmittal"),
        (Modifier::UNDERLINED, "quest the secre"),
        (Modifier::CROSSED_OUT, "a further study"),
    ] {
        let runs = program.with_modifier(look);
        assert!(runs.iter().any(|run| run.contains(words)), "{look:?}: {runs:?}");
    }
}

#[test]
fn the_marks_of_footnotes_are_no_part_of_what_is_selected_and_copied() {
    let place = Place::new();
    let mut program = place.start(120, 40, &[&everything(&place, "en")]);
    program.keys("1)");
    assert!(program.screen().contains("took note of the report[2] and of document A/80/1,[3] also"));
    program.keys("y");
    let copied = program.left.iter().rev().find_map(|effect| match effect {
        Effect::Terminal(TerminalEffect::Copy(text)) => Some(text.clone()),
        _ => None,
    });
    let sentence = "The Committee took note of the report2 and of document A/80/1,3 also.";
    assert_eq!(copied.as_deref(), Some(sentence));
}

#[test]
fn a_cell_of_a_table_is_found_selected_and_left_by_rows() {
    let place = Place::new();
    let mut program = place.start(120, 40, &[&everything(&place, "en")]);
    program.keys("/instalments<Enter>");
    assert_eq!(program.with_modifier(Modifier::BOLD | Modifier::UNDERLINED).first().unwrap(), "instalments");
    let label = program.open().here().unwrap().1.label.clone();
    assert_eq!(label.as_str(), "3+1");
    // From a cell down to the same column of the next row of the screen, and back.
    program.keys("v");
    let begun = match &program.app.shell.mode {
        Mode::Select(selection) => selection.moving,
        other => panic!("{other:?}"),
    };
    let paragraph = program.open().here().unwrap().1.text().to_owned();
    program.keys("jk");
    let after = match &program.app.shell.mode {
        Mode::Select(selection) => selection.moving,
        other => panic!("{other:?}"),
    };
    assert_eq!(paragraph.get(begun..), paragraph.get(after..));
}

#[test]
fn in_any_size_the_whole_of_a_document_with_everything_is_reached() {
    for (columns, rows) in [(40, 10), (60, 20), (80, 24), (120, 40), (200, 50)] {
        for language in ["en", "zh"] {
            let place = Place::new();
            let mut program = place.start(columns, rows, &[&everything(&place, language)]);
            program.keys("<Enter>");
            let mut seen = String::new();
            let mut last = None;
            while last != Some(program.open().view.top) {
                last = Some(program.open().view.top);
                seen.push_str(&reader_rows(&program).concat());
                program.keys("<PgDn>");
            }
            let document = std::sync::Arc::clone(&program.open().document);
            let dense = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let seen = dense(&seen);
            for section in document.sections.iter().filter(|section| section.footnotes.is_empty()) {
                assert!(seen.contains(&dense(&section.heading())), "{columns}x{rows}: {}", section.heading());
            }
            let last = dense(document.paragraphs.last().unwrap().text());
            assert!(seen.contains(&last), "{columns}x{rows}: {last}");
            // Its own place is kept from one size to another, also within a table.
            for at in 0..document.paragraphs.len() {
                let number = document.paragraphs[at].label.clone();
                let mut program = place.start(columns, rows, &[&everything(&place, language)]);
                program.keys(&format!(":{number}<Enter><Enter>jj"));
                let (at, top) = (program.open().view.at, program.open().view.top);
                program.resize(70, 15).resize(100, 45).resize(columns, rows);
                assert_eq!(
                    (program.open().view.at, program.open().view.top),
                    (at, top),
                    "{columns}x{rows} {number}"
                );
            }
        }
    }
}

#[test]
fn under_many_long_headings_the_first_row_of_the_paragraph_is_on_the_screen() {
    let heading = |at: usize| {
        let words =
            "of several in a row, long enough to be wrapped over more than one line on a narrow screen";
        format!("[[section]]\nid = \"h{at}\"\ntitle = \"Heading {at} {words}\"\nlevel = {}\n", at.min(5))
    };
    let headings: String = (1..=9).map(heading).collect();
    let text = format!(
        "format = 1\n[masthead]\nsymbol = \"A/1\"\nlanguage = \"en\"\ntitle = \"Draft\"\n{headings}\
         [[paragraph]]\nnumber = \"1\"\nsection = \"h9\"\ntext = \"The words.\"\n"
    );
    for (columns, rows) in [(40, 10), (60, 20), (80, 24)] {
        let place = Place::new();
        let file = place.folder.path().join("heads.toml");
        write(&file, &text);
        let mut program = place.start(columns, rows, &[file.to_str().unwrap()]);
        if columns < 72 {
            program.keys("<Enter>");
        }
        assert!(reader_rows(&program).iter().any(|row| row.contains("The words.")), "{}", program.screen());
    }
}

/// Holds that the words stand on the screen whole, on the row if there is one, else anywhere but for row breaks.
fn stands(program: &Program, row: Option<usize>, words: &str) {
    let rows = program.rows();
    let screen: String = match row {
        Some(row) => rows[row].clone(),
        None => rows.concat(),
    };
    let dense =
        |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace() && *c != '╎').collect() };
    assert!(dense(&screen).contains(&dense(words)), "{words} is cut:\n{}", rows.join("\n"));
}

#[test]
fn in_every_language_tabs_keys_and_questions_stand_whole_on_the_screen() {
    for (language, _) in languages() {
        let messages = Messages::of(language).unwrap();
        let word = |id: &str| messages.word(id).unwrap();
        for (columns, rows) in [(80, 24), (60, 20)] {
            for (name, keys) in VIEWS {
                let place = Place::new();
                let mut program = place.start_in(language, columns, rows);
                program.keys(keys);
                let foot = usize::from(rows) - 1;
                let label = |row: &KeyRow| format!("{} {}", row.first(), word(row.binding.short));
                // With a selected note, what can be done with it comes first.
                let of_note = |row: &&KeyRow| {
                    program.open().is_note_selected()
                        && ["edit", "delete", "settle"].contains(&row.binding.id)
                };
                let rows = program.app.shell.keys.of(program.app.scope());
                let rows_told = rows.filter(|row| row.binding.footer > 0 || of_note(row));
                let told: Vec<String> = rows_told.map(label).collect();
                let dense = |text: &str| text.replace(' ', "");
                let last = dense(&program.rows()[foot]);
                let shown = told.iter().filter(|label| last.contains(&dense(label))).count();
                // After a command the last line says what was done.
                if program.app.shell.notices.user_message().is_none() {
                    // English words are the wider: beside what was saved three fit in 60 columns.
                    let least = if language == "en" && columns < 80 { 3 } else { 4 };
                    assert!(shown >= told.len().min(least), "{language} {name} {columns}: {last}");
                }
                if name == "help" {
                    continue;
                }
                for tab in Tab::ALL {
                    stands(&program, Some(1), &program.open().tab_words(&program.app.shell, tab));
                }
            }
            let place = Place::new();
            let mut program = place.start_in(language, columns, rows);
            program.keys("18a独立于各部委吗<Esc>18<Enter>");
            for id in ["role-panelist", "status-unreviewed"] {
                stands(&program, Some(3), &word(id));
            }
            let asked =
                |said| messages.say(&said).trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned();
            stands(
                program.keys("d"),
                None,
                &asked(user_message("ask-delete").with("note", "独立于各部委吗")),
            );
            stands(program.keys("nsq18<Enter>"), Some(3), &word("status-query"));
            program.keys("18<Space><Space><Space>");
            let status = user_message("status-query");
            let unit = user_message("unit-first").with("label", "18");
            stands(
                &program,
                None,
                &asked(user_message("ask-accept-over").and("unit", unit).and("status", status)),
            );
            stands(program.keys("na文字<Ctrl-c>"), None, &asked(user_message("ask-discard")));
        }
    }
}

#[test]
fn in_every_language_what_an_empty_list_says_is_whole() {
    for (language, _) in languages() {
        let messages = Messages::of(language).unwrap();
        for (columns, rows) in [(80, 24), (60, 20)] {
            for (keys, id) in [("gr", "empty-makes"), ("gn", "empty-notes"), ("/", "search-what")] {
                let place = Place::new();
                let mut program = place.start_in(language, columns, rows);
                program.keys(keys).keys(if keys == "/" { "" } else { "<Home>" });
                let list = program.app.areas().list;
                let words: String = rows_in(&program, list).concat();
                let dense = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
                let wanted = messages.word(id).unwrap();
                assert!(dense(&words).contains(&dense(&wanted)), "{language} {columns} {id}: {words}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_at_any_size_make_it_fall(
        keys in proptest::collection::vec(
            prop_oneof![
                4 => proptest::sample::select("jkJKgGhlzavsqmrecdEuxynNfot()<>.,/:?-0123456789 缅甸、（".chars().collect::<Vec<_>>())
                    .prop_map(|c| c.to_string()),
                2 => proptest::sample::select(vec![
                    "<Enter>", "<Esc>", "<Tab>", "<Shift-Tab>", "<Backspace>", "<Delete>", "<Up>", "<Down>", "<Left>",
                    "<Right>", "<Home>", "<End>", "<PgUp>", "<PgDn>", "<Ctrl-c>", "<Ctrl-s>", "<Ctrl-d>", "<Ctrl-r>",
                ]).prop_map(ToOwned::to_owned),
            ],
            1..60,
        ),
        sizes in proptest::collection::vec((1_u16..130, 1_u16..45), 1..4),
    ) {
        let place = Place::new();
        let mut program = place.start(80, 24, &[]);
        for (at, key) in keys.iter().enumerate() {
            if at % 16 == 0 {
                let (columns, rows) = sizes[(at / 16) % sizes.len()];
                program.resize(columns, rows);
            }
            program.keys(key);
            let rows = program.rows();
            prop_assert_eq!(rows.len(), usize::from(program.app.shell.size.height));
            for row in rows {
                prop_assert!(width(&row, Ambiguous::Narrow) <= usize::from(program.app.shell.size.width));
            }
            if program.quit {
                break;
            }
        }
    }
}
