//! The list of settings: seen and changed in the program, written into `config.toml` beside what a person wrote there.

#![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

use crossterm::event::{MouseButton, MouseEventKind};
use rapporteur::app::{Effect, Mode, TerminalEffect};

use crate::desk::{Place, write};
use crate::home::Home;
use crate::session::Session;

/// The program with its list of settings open.
fn opened(place: &Place, columns: u16, rows: u16) -> crate::desk::Program {
    let mut program = place.start(columns, rows, &[]);
    program.keys(":settings<Enter>");
    assert!(matches!(program.app.shell.mode, Mode::Settings(_)));
    program
}

/// The row of a setting.
fn row(program: &crate::desk::Program, name: &str) -> String {
    let rows = program.rows();
    rows.into_iter().find(|row| row.contains(&format!(" {name} "))).unwrap_or_default()
}

fn text(place: &Place) -> String {
    std::fs::read_to_string(place.config()).unwrap()
}

#[test]
fn every_setting_is_listed_with_its_value_and_where_that_comes_from() {
    for (columns, rows) in [(80, 24), (60, 20), (120, 40)] {
        let place = Place::new();
        write(&place.config(), "# mine\ntheme = 'dark'\n");
        let program = opened(&place, columns, rows);
        let screen = program.screen();
        for (name, value, whence) in [
            ("reviewer", "amara", "from the env"),
            ("theme", "dark", "config.toml, line 2"),
            ("measure", "100", "default"),
            ("mouse", "true", "default"),
        ] {
            let row = row(&program, name);
            assert!(row.contains(value) && (columns < 80 || row.contains(whence)), "{name}: {screen}");
        }
        assert!(screen.contains("whose notes these are"), "{screen}");
        assert!(screen.contains("A change applies from the next start on."), "{screen}");
    }
}

#[test]
fn a_choice_is_changed_at_once_and_written_beside_the_comments() {
    let place = Place::new();
    let before =
        "# mine\ntheme = 'dark' # at night\n\n[keys.browse]\n\"ctrl-j\" = \"next-paragraph\" # a habit\n";
    write(&place.config(), before);
    let mut program = opened(&place, 80, 24);
    program.keys("jjj<Enter>");
    assert_eq!(text(&place), before.replace("'dark'", "\"contrast\""));
    assert_eq!(program.left.pop(), Some(Effect::Terminal(TerminalEffect::Theme("contrast"))));
    assert!(program.notice().contains("theme: contrast. Written to config.toml."), "{}", program.notice());
    program.keys("<Left>");
    assert_eq!(text(&place), before.replace("'dark'", "\"dark\""));
    program.keys("<Backspace>");
    assert!(!text(&place).contains("theme =") && text(&place).contains("# mine"), "{}", text(&place));
    assert!(text(&place).contains("# at night") && text(&place).contains("# a habit"), "{}", text(&place));
    assert!(row(&program, "theme").contains("auto") && row(&program, "theme").contains("default"));
    program.keys("k<Space>");
    assert!(
        program.screen().contains("设置") && text(&place).contains("language = \"zh\""),
        "{}",
        program.screen()
    );
    program.keys("jjj<Right>");
    assert_eq!(program.left.pop(), Some(Effect::Terminal(TerminalEffect::Mouse(false))));
    program.keys("<Esc>");
    assert!(matches!(program.app.shell.mode, Mode::Browse));
}

#[test]
fn a_value_is_typed_and_a_wrong_one_is_refused_with_the_reason() {
    let place = Place::new();
    let mut program = opened(&place, 80, 24);
    program.keys("jjjj<Enter><Ctrl-u>20<Enter>");
    assert!(
        program.notice().contains("measure must be a whole number from 40 to 400"),
        "{}",
        program.notice()
    );
    assert!(!place.config().exists() && program.app.shell.mode.is_field());
    program.keys("<Ctrl-u>72<Enter>");
    assert_eq!((text(&place).as_str(), program.app.shell.measure), ("measure = 72\n", 72));
    program.keys("gl<Ctrl-u>张伟<Enter>");
    assert!(text(&place).contains("reviewer = \"张伟\""), "{}", text(&place));
    assert!(program.notice().contains("from the next start on"), "{}", program.notice());
    assert_eq!(program.app.shell.reviewer, "amara", "these notes stay whose they are");
    program.keys("l<Esc><Esc>18");
    assert_eq!(program.open().here().unwrap().1.label.as_str(), "18");
}

#[test]
fn help_comes_back_to_the_list_and_a_click_picks_a_row() {
    let place = Place::new();
    for (columns, rows) in [(80, 24), (60, 10)] {
        let mut program = opened(&place, columns, rows);
        assert!(program.rows().last().unwrap().contains("? help"), "{}", program.screen());
        program.keys("jj?");
        assert!(program.screen().contains("next setting"), "{}", program.screen());
        program.keys("<Esc>");
        let picked = program.rows().iter().position(|row| row.contains("> language")).unwrap();
        let row = u16::try_from(picked - 1).unwrap();
        let before = program.rows()[picked - 1].clone();
        let name = before.split_whitespace().next().unwrap();
        program.mouse(MouseEventKind::Down(MouseButton::Left), 9, row);
        assert!(program.screen().contains(&format!("> {name}")), "{}", program.screen());
        // Nothing is picked below the list, above it, or while a value is typed.
        program.mouse(MouseEventKind::Down(MouseButton::Left), 9, rows - 1);
        program.mouse(MouseEventKind::Down(MouseButton::Left), 9, 0);
        assert!(program.screen().contains(&format!("> {name}")), "{}", program.screen());
        program.keys("gl").mouse(MouseEventKind::Down(MouseButton::Left), 9, 3);
        assert!(program.screen().contains("> reviewer") && program.app.shell.mode.is_field());
        program.keys("<Esc><Esc>");
    }
    assert!(!place.config().exists());
}

#[test]
fn a_file_that_cannot_be_understood_or_written_is_left_as_it_is() {
    let place = Place::new();
    let broken = "theme = 'dark'\nmouse = \n";
    write(&place.config(), broken);
    let mut program = opened(&place, 80, 24);
    program.keys("jjj<Enter>");
    let notice = program.notice();
    assert!(notice.contains("config.toml, line 2") && notice.contains("Nothing was written"), "{notice}");
    assert_eq!(text(&place), broken);
    // No folder can be made where a file lies.
    let place = Place::new();
    write(place.config().parent().unwrap(), "in the way");
    let mut program = opened(&place, 80, 24);
    program.keys("jjj<Enter>");
    assert!(program.notice().contains("Nothing was changed:"), "{}", program.notice());
    assert!(program.left.is_empty());
}

#[test]
fn the_real_program_writes_its_file_and_heeds_the_language_at_once() {
    let home = Home::new();
    let mut session = Session::start(&home.path(""), 80, 24, &[]);
    session.see("口头报告");
    session.keys(":settings\r");
    session.see("reviewer");
    session.see("from the environment");
    session.keys("jj\r");
    session.see("已写入 config.toml");
    assert_eq!(home.read(".config/rapporteur/config.toml"), "language = \"zh\"\n");
    session.keys("q");
    session.see("[章节]");
    session.keys(":q\r");
    assert_eq!(session.end(), 0);
}

#[test]
fn bad_rows_of_the_file_are_told_in_one_sentence() {
    let home = Home::new();
    home.write(
        ".config/rapporteur/config.toml",
        "mesure = 72\ntheme = 'blue'\n[keys.browse]\n\"x\" = \"exprot\"\n",
    );
    let mut session = Session::start(&home.path(""), 240, 40, &[]);
    session.see("口头报告");
    session.see("config.toml, line 1:");
    session.see("(and 2 more: rapporteur check)");
    session.keys("J");
    session.see("∙ 2 ∙");
    assert!(!session.screen().contains("config.toml"), "{}", session.screen());
    session.keys(":q\r");
    assert_eq!(session.end(), 0);
}
