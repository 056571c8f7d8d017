//! What a person typed or pasted: it is never dropped, never blocks what comes after it, and never makes the screen wait.

#![expect(clippy::disallowed_methods, reason = "a test writes what other hands write")]

use std::fs;

use rapporteur::app::{LINE_LIMIT, Mode};
use rapporteur::model::Note;

use crate::desk::{Place, Program};

/// The notices of the next keys that have nothing to say themselves.
fn heard(program: &mut Program) -> String {
    let mut heard = program.notice();
    for _ in 0..4 {
        program.keys("z");
        heard.push_str(&program.notice());
    }
    heard
}

#[test]
fn where_the_first_note_is_kept_is_told_once_it_is_kept() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("1sa");
    let file = place.review_file();
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(&file, "broken = [").unwrap();
    program.keys("9ahello<Esc>");
    let screen = program.screen();
    assert!(screen.contains("NOT SAVED") && !screen.contains("Your first note"), "{screen}");
    program.keys("q");
    assert!(!program.screen().contains("Everything is saved"), "{}", program.screen());
    program.keys("j");
    fs::write(&file, whole).unwrap();
    program.look();
    assert!(program.notice().contains("Your first note"), "{}", program.screen());
    assert!(place.reviews().contains("hello"));
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("9ahello<Esc>");
    assert!(program.notice().contains("Your first note"), "{}", program.screen());
}

#[test]
fn a_loss_that_is_noticed_with_a_save_is_said_beside_all_else() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("9aone<Esc>10atwo<Esc>9sa");
    let file = place.review_file();
    let text = fs::read_to_string(&file).unwrap();
    // Another hand takes the first note away and gives the paragraph another status.
    let at = text.find("[[note]]").unwrap();
    let end = text.get(at + 1..).unwrap().find("\n[[").unwrap() + at + 2;
    let text =
        format!("{}{}", text.get(..at).unwrap(), text.get(end..).unwrap()).replace("accept", "reserve");
    fs::write(&file, text).unwrap();
    program.keys("9sq");
    let heard = heard(&mut program);
    assert!(
        heard.contains("Removed outside Rapporteur") && heard.contains("also changed elsewhere"),
        "{heard}"
    );
}

#[test]
fn a_note_of_more_than_a_mebibyte_stays_in_the_box_until_it_is_shorter() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("9atyped ").paste(&"字".repeat(Note::LIMIT / 3));
    assert!(program.notice().contains("1.1 MiB"), "{}", program.notice());
    program.keys("<Esc><Ctrl-s>");
    let Mode::Compose(compose) = &program.app.shell.mode else { panic!("{}", program.screen()) };
    assert_eq!(compose.field.text().len(), "typed ".len() + Note::LIMIT / 3 * 3);
    assert!(place.drafts().len() > Note::LIMIT && place.reviews().is_empty());
    program.keys("<Backspace><Backspace><Backspace><Esc>");
    assert!(matches!(program.app.shell.mode, Mode::Browse), "{}", program.notice());
    assert!(place.reviews().contains("typed 字"));
    assert_eq!(place.drafts(), "");
}

#[test]
fn a_query_of_more_than_a_thousand_characters_is_cut_and_says_so() {
    for (open, said) in [("/", "1,000"), (":", "1,000")] {
        let place = Place::new();
        let mut program = place.start(80, 24, &[]);
        program.keys(open).paste(&"字".repeat(100_000));
        assert!(program.notice().replace("1000", "1,000").contains(said), "{}", program.notice());
        let text = match &program.app.shell.mode {
            Mode::Search(bar) => bar.field.text().to_owned(),
            Mode::Palette(palette) => palette.field.text().to_owned(),
            other => panic!("{other:?}"),
        };
        assert_eq!(text.chars().count(), LINE_LIMIT);
        program.keys("x");
        assert!(program.notice().contains("fit here"), "{}", program.notice());
    }
}

#[test]
fn a_long_text_in_the_box_is_laid_out_once_for_each_change_of_it() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    let layouts = |program: &Program| match &program.app.shell.mode {
        Mode::Compose(compose) => compose.field.layouts(),
        _ => panic!("no box"),
    };
    program.keys("9a").paste(&"委员会决定，".repeat(3000));
    let before = layouts(&program);
    program.keys("<Left><Up><Up><Home><End><Left>");
    let moved = layouts(&program);
    program.keys("xyz<Backspace>");
    // A change of the size of the box lays out once more.
    assert!(moved <= before + 1 && layouts(&program) <= moved + 5, "{before} {moved} {}", layouts(&program));
}
