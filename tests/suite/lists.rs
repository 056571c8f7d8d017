//! Lists: a click takes what it hits in every one of them, one that is cut at the bottom shows that it goes on; and
//! help, which is one.

use crossterm::event::{MouseButton, MouseEventKind};
use rapporteur::app::{HitLine, Mode};
use rapporteur::keymap::{Action, Scope};

use crate::desk::{Place, Program};

fn click(program: &mut Program, column: u16, row: u16) {
    program.mouse(MouseEventKind::Down(MouseButton::Left), column, row);
}

fn here(program: &Program) -> String {
    program.open().here().map(|(_, paragraph)| paragraph.label.to_string()).unwrap_or_default()
}

#[test]
fn a_click_on_a_hit_goes_there() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("/腐败");
    let area = program.app.areas().list;
    let Mode::Search(bar) = &program.app.shell.mode else { panic!("no search") };
    let lines = program.app.shell.hit_lines(program.app.view(), bar);
    let wanted = bar.found.as_ref().unwrap().hits[2].paragraph.clone().unwrap().to_string();
    for kind in [HitLine::Where(2), HitLine::Words(2)] {
        let mut program = place.start(80, 24, &[]);
        program.keys("/腐败");
        let line = lines.iter().position(|line| *line == kind).unwrap();
        click(&mut program, area.x + 3, area.y + u16::try_from(line).unwrap());
        assert_eq!(here(&program), wanted);
        assert!(matches!(program.app.shell.mode, Mode::Browse));
    }
}

#[test]
fn a_click_on_a_command_of_the_palette_does_it_and_one_beside_it_closes_it() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys(":next unreviewed");
    let (area, _) = program.app.shell.palette_area().unwrap();
    click(&mut program, area.x + 4, area.y + 1);
    assert!(matches!(program.app.shell.mode, Mode::Palette(_)), "the line in which one types is no command");
    let before = here(&program);
    click(&mut program, area.x + 4, area.y + 2);
    assert!(matches!(program.app.shell.mode, Mode::Browse));
    assert_ne!(here(&program), before);
    program.keys(":");
    click(&mut program, 0, 3);
    assert!(matches!(program.app.shell.mode, Mode::Browse));
}

#[test]
fn a_list_that_is_cut_at_the_bottom_says_how_much_follows() {
    let place = Place::new();
    for (keys, cut) in [("j", true), ("f", true), (":", true), ("/的", true), ("gn", false)] {
        let mut program = place.start(80, 24, &[]);
        program.keys(keys);
        let rows = program.rows();
        let sign = |row: &String| {
            let after = row.split(" ▾").skip(1);
            after.into_iter().any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        assert_eq!(rows.iter().any(sign), cut, "{keys}: {}", rows.join("\n"));
    }
}

#[test]
fn the_footer_names_what_can_be_done_with_a_selected_note() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("18awords<Esc>j");
    assert!(!program.rows()[23].contains("e edit note"));
    program.keys("gn");
    for words in ["e edit note", "d delete note", "c settle note"] {
        assert!(program.rows()[23].contains(words), "{}", program.rows()[23]);
    }
}

#[test]
fn no_key_of_help_is_cut_in_any_size() {
    let place = Place::new();
    for (width, height) in [(40, 10), (60, 20), (80, 24), (120, 40)] {
        let mut program = place.start(width, height, &[]);
        program.keys("?");
        let lines = program.app.shell.help_lines();
        let dense = |text: String| text.replace(' ', "");
        let all = dense(lines.iter().map(|line| line.label.as_str()).collect());
        for row in program.app.shell.keys.rows() {
            assert!(all.contains(&dense(program.app.shell.keys.shown(row))), "{}", row.binding.id);
        }
        let room = usize::from(program.app.shell.help_margin()) - 2;
        let words = |line: &&rapporteur::app::PageLine| !line.words.is_empty();
        for line in lines.iter().filter(words) {
            let width = rapporteur::text::width(&line.label, rapporteur::text::Ambiguous::Narrow);
            assert!(width <= room, "{width} {room} {line:?}");
        }
    }
}

#[test]
fn help_opens_in_the_list_of_documents_at_its_keys_and_leads_back() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys(":open<Enter>");
    assert!(matches!(program.app.shell.mode, Mode::Documents(_)));
    program.keys("?");
    let Mode::Help(help) = &program.app.shell.mode else { panic!("no help") };
    let top = help.top;
    let end = program.app.shell.help_lines().len() - program.app.shell.help_rows();
    assert_eq!(top, program.app.shell.help_of(Scope::Documents).min(end));
    assert!(
        program.rows().iter().any(|row| row.contains("quit the program")),
        "{}",
        program.rows().join("\n")
    );
    program.keys("<Esc>");
    assert!(matches!(program.app.shell.mode, Mode::Browse | Mode::Documents(_)));
}

/// The cell of an answer of the open question: its key at the first column, the end of its word at the last.
fn cell_of(program: &Program, action: Action, last: bool) -> (u16, u16) {
    let question = program.open().question(&program.app.shell).unwrap();
    let area = question.answers.into_iter().find(|answer| answer.action == action).unwrap().area;
    (if last { area.right() - 1 } else { area.x }, area.y)
}

#[test]
fn a_click_on_an_answer_of_a_question_is_the_answer() {
    for (columns, rows) in [(60, 20), (80, 24), (120, 40)] {
        for (action, last, left) in
            [(Action::No, false, 1), (Action::No, true, 1), (Action::Yes, false, 0), (Action::Yes, true, 0)]
        {
            let place = Place::new();
            let mut program = place.start(columns, rows, &[]);
            program.keys("18awords<Esc>gnjd");
            let (column, row) = cell_of(&program, action, last);
            let seen: Vec<char> = program.rows()[usize::from(row)].chars().collect();
            assert!(seen[usize::from(column)].is_alphanumeric(), "{}", program.screen());
            click(&mut program, column, row - 1);
            click(&mut program, 0, 0);
            assert!(matches!(program.app.shell.mode, Mode::Question { .. }), "only an answer is one");
            click(&mut program, column, row);
            assert!(matches!(program.app.shell.mode, Mode::Browse), "{}", program.screen());
            assert_eq!(program.open().note_count(), left, "{}", program.screen());
        }
    }
}
