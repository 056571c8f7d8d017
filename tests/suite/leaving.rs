//! No state drops all keys: from everywhere one can leave, also where nothing can be seen, and text goes on being taken.

use rapporteur::app::{Effect, Mode, TerminalEffect};

use crate::desk::{Place, Program};

/// Keys into each mode in which no text is typed, and into each in which text is.
const MODES: [&str; 13] = [
    "",
    "<Enter>",
    "g",
    "s",
    "99s",
    "v",
    "d",
    "<Enter><Enter>",
    "f",
    "?",
    ":open<Enter>",
    "7sr<Space>",
    "3-5",
];
const FIELDS: [&str; 3] = ["8aword", "/缅甸", ":mar"];

fn at(place: &Place, keys: &str) -> Program {
    let mut program = place.start(80, 24, &[]);
    program.keys("5anote<Esc><Esc>5Gh").keys(keys);
    program.left.clear();
    program
}

#[test]
fn below_the_smallest_size_one_can_leave_and_is_told_how() {
    for keys in MODES {
        for key in ["q", "ｑ", "<Ctrl-c>"] {
            let place = Place::new();
            let mut program = at(&place, keys);
            let before = program.open().mine.clone();
            program.resize(30, 8);
            let screen = program.screen().replace('\n', " ");
            assert!(
                screen.contains("q or") && screen.contains("Ctrl-c") && screen.contains("Ctrl-z"),
                "{screen}"
            );
            program.keys("y1 <Enter>sa<Esc>").keys(key);
            assert!(program.quit, "{keys}{key}");
            assert_eq!(program.open().mine, before, "{keys}: what cannot be seen is not done");
        }
    }
    for size in [(39, 24), (80, 9), (1, 1), (12, 4)] {
        let place = Place::new();
        let mut program = place.start(size.0, size.1, &[]);
        program.screen();
        program.keys("q");
        assert!(program.quit, "{size:?}");
    }
}

#[test]
fn an_open_field_goes_on_taking_text_where_it_is_too_small() {
    let place = Place::new();
    let mut program = at(&place, "8afirst");
    program.resize(30, 9).keys(" q and 更多").paste(" pasted");
    assert!(program.rows().iter().any(|row| row.contains("更多 pasted")), "{}", program.screen());
    assert!(program.cursor().is_some());
    assert!(place.drafts().contains("first q and 更多 pasted"));
    program.keys("<Esc>").resize(80, 24);
    assert!(place.reviews().contains("first q and 更多 pasted"));
    let mut program = at(&place, "8adraft");
    program.resize(30, 9).keys("ed<Ctrl-c>");
    assert!(program.quit && place.drafts().contains("drafted"), "what is in the box stays as a draft");
    let mut program = at(&place, "/缅");
    program.resize(30, 9).keys("甸q<Enter>").resize(80, 24);
    assert!(matches!(&program.app.shell.mode, Mode::Search(bar) if bar.field.text() == "缅甸q"));
}

#[test]
fn what_is_not_on_disk_is_asked_about_there_too() {
    let place = Place::new();
    let mut program = at(&place, "");
    program.send(rapporteur::app::Msg::NotSaved { why: rapporteur::messages::user_message("save-busy") });
    program.wait_for_the_disk();
    program.resize(38, 9).keys("q");
    let screen = program.screen().replace('\n', " ");
    assert!(!program.quit && screen.contains("y or 1"), "{screen}");
    program.keys("y");
    assert!(program.quit);
}

#[test]
fn a_document_that_is_on_its_way_keeps_nobody() {
    for key in ["q", "<Ctrl-c>"] {
        let place = Place::new();
        let mut program = at(&place, "");
        program.app.shell.opening = true;
        program.keys("jsa<Esc>");
        assert!(program.notice().contains("Opening"), "{}", program.notice());
        program.keys("<Ctrl-z>");
        assert_eq!(program.left.pop(), Some(Effect::Terminal(TerminalEffect::Suspend)));
        program.keys(key);
        assert!(program.quit, "{key}");
    }
}

#[test]
fn ctrl_z_stops_and_ctrl_c_answers_in_every_mode() {
    for keys in MODES.into_iter().chain(FIELDS) {
        let place = Place::new();
        let mut program = at(&place, keys);
        program.keys("<Ctrl-z>");
        assert_eq!(program.left.pop(), Some(Effect::Terminal(TerminalEffect::Suspend)), "{keys}");
        let before = program.screen();
        program.keys("<Ctrl-c>");
        assert_ne!(program.screen(), before, "{keys}: Ctrl-c does or says something");
    }
}
