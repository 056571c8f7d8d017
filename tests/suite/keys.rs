//! The user's own keys: in the program, its footer, help and menus; on the command line; and what is told of rows that
//! cannot be.

use rapporteur::app::Mode;
use rapporteur::keymap::{KeyChange, Keys, Scope};
use rapporteur::model::ReviewStatus;

use crate::desk::Place;
use crate::home::Home;
use crate::session::Session;

/// The table with these rows.
fn keys(rows: &[(Scope, &str, &str)]) -> Keys {
    let rows: Vec<KeyChange<'_>> = rows
        .iter()
        .map(|(scope, key, action)| KeyChange { scope: *scope, key, action: Some(action) })
        .collect();
    let (keys, problems) = Keys::with(&rows);
    assert_eq!(problems, []);
    keys
}

#[test]
fn the_users_keys_act_and_are_shown_wherever_keys_are() {
    let keys = keys(&[
        (Scope::Browse, "Ctrl-j", "next-paragraph"),
        (Scope::Browse, "A", "annotate"),
        (Scope::Browse, "a", "export"),
        (Scope::Status, "k", "accept"),
        (Scope::Filter, "y", "filter-notes"),
        (Scope::Search, "Ctrl-g", "search-back"),
        (Scope::Question, "t", "yes"),
        (Scope::Browse, "Z", "quit"),
    ]);
    let place = Place::new();
    let mut program = place.start_with_keys(keys, 80, 24);
    program.keys("<Ctrl-j>");
    assert_eq!(program.open().here().unwrap().1.label.as_str(), "2");
    assert!(program.rows()[23].contains("A annotate"), "{}", program.rows()[23]);
    program.keys("Aone<Esc>sk");
    assert_eq!(program.open().mine.status(&"2".into()), ReviewStatus::Accept);
    program.keys("a");
    assert!(matches!(
        program.left.pop(),
        Some(rapporteur::app::Effect::Disk(rapporteur::app::DiskEffect::Export { .. }))
    ));
    program.keys("fy");
    assert!(program.open().view.filter.is_some(), "{}", program.screen());
    program.keys("fx?");
    let help: Vec<String> = program.app.shell.help_lines().into_iter().map(|line| line.label).collect();
    for label in ["Ctrl-j J", "A", "s k a", "f y n", "Ctrl-g Esc Ctrl-c", "Z q :q"] {
        assert!(help.iter().any(|shown| shown == label), "{label}: {help:?}");
    }
    program.keys("<Esc><Enter><Enter>");
    let Mode::Menu(menu) = &program.app.shell.mode else { panic!("{}", program.screen()) };
    let letters: Vec<&str> = menu.items.iter().map(|item| item.key.as_str()).collect();
    assert!(letters.contains(&"A") && letters.contains(&"a") && !letters.contains(&"Space"), "{letters:?}");
    program.keys("a");
    assert!(matches!(
        program.left.pop(),
        Some(rapporteur::app::Effect::Disk(rapporteur::app::DiskEffect::Export { .. }))
    ));
    program.keys("<Esc>:next paragraph");
    assert!(program.screen().contains("Ctrl-j"), "{}", program.screen());
    program.keys("<Esc>/x<Ctrl-g>");
    assert!(matches!(program.app.shell.mode, Mode::Browse));
    program.keys("gnd");
    assert!(program.screen().contains("t/y yes") || program.screen().contains("t/y"), "{}", program.screen());
    program.keys("n<Esc><Esc><Esc><Ctrl-c>");
    assert!(program.notice().starts_with("Z quits"), "{}", program.notice());
    program.keys("ZZ");
    assert!(program.quit);
}

#[test]
fn every_field_is_edited_by_the_same_keys() {
    for (open, text) in [("a", 0), ("/", 1), (":", 2), ("?/", 3)] {
        let place = Place::new();
        let mut program = place.start(80, 24, &[]);
        program.keys("18").keys(open).keys("one two<Alt-b>x<Home>y<End><Backspace><Ctrl-w>z");
        let typed = match &program.app.shell.mode {
            Mode::Compose(compose) => compose.field.text(),
            Mode::Search(bar) => bar.field.text(),
            Mode::Palette(palette) => palette.field.text(),
            Mode::Help(help) => help.field.as_ref().unwrap().text(),
            other => panic!("{other:?}"),
        };
        assert_eq!(typed, "yone z", "{open} {text}");
        program.keys("<Alt-u><Alt-u><Left><Delete>");
        assert!(program.app.shell.mode.is_field());
    }
}

const CONFIG: &str = ".config/rapporteur/config.toml";

#[test]
fn every_bad_row_is_told_with_its_file_and_line_and_the_rest_holds() {
    let home = Home::new();
    home.write(
        CONFIG,
        "[keys.browse]\n\"ctrl-j\" = \"next-paragraph\"\n\"hyper-x\" = \"export\"\n\"a\" = \"export\"\n\
         \"q\" = \"down\"\n\"ctrl-c\" = \"down\"\n\"ctrl-y\" = \"exprot\"\n[keys.brows]\n\"x\" = \"down\"\n",
    );
    let ran = home.run(&["keys"]);
    assert_eq!(ran.code, Some(0));
    for (line, words) in [
        (3, "there is no key"),
        (4, "the last key of \"annotate\""),
        (5, "the last key of \"quit\""),
        (6, "leads out wherever you are"),
        (7, "Did you mean “export”?"),
        (8, "Did you mean “browse”?"),
    ] {
        let told = ran.err.lines().find(|told| told.contains(&format!("{CONFIG}, line {line}:")));
        assert!(told.is_some_and(|told| told.contains(words)), "{line}: {}", ran.err);
    }
    assert_eq!(ran.err.lines().count(), 6, "{}", ran.err);
    let row = |keys: &str, does: &str| ran.out.lines().any(|row| row.contains(keys) && row.contains(does));
    assert!(row("Ctrl-j J", "next paragraph") && row("  q :q", "quit"), "{}", ran.out);
    let chinese = home.run(&["keys", "--language", "zh"]);
    assert!(chinese.err.contains("第 4 行") && chinese.err.contains("此行不予采用"), "{}", chinese.err);
}

#[test]
fn the_table_as_it_is_printed_can_stand_in_the_configuration() {
    let home = Home::new();
    let printed = home.run(&["keys", "--config"]);
    printed.says(&["[keys.browse]", "\"J\" = \"next-paragraph\" # next paragraph"]);
    home.write(CONFIG, &printed.out);
    let again = home.run(&["keys", "--config"]);
    again.says(&[]);
    assert_eq!(again.out, printed.out);
    home.write(CONFIG, printed.out.replace("\"J\" = \"next", "\"ctrl-j\" = \"next"));
    home.run(&["keys", "--config"]).says(&["\"Ctrl-j\" = \"next-paragraph\""]);
}

#[test]
fn a_running_program_takes_its_keys_from_the_file_and_tells_a_bad_row() {
    let home = Home::new();
    home.write(CONFIG, "[keys.browse]\n\"ctrl-y\" = \"about\"\n\"x\" = \"no-such-thing\"\n");
    let mut session = Session::start(&home.path(""), 100, 24, &[]);
    session.see("line 3: there is no action");
    session.keys("18");
    session.see("B. 其他建议 ∙ 18 ∙ 缅甸");
    session.keys("\x19");
    session.see("Your notes");
    session.keys(":q\r");
    assert_eq!(session.end(), 0);
}
