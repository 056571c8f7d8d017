//! Deciding, by keys: what vanished outside the program, and between two values of one field. To the screen and to the
//! file.

#![expect(clippy::disallowed_methods, reason = "a test plays the other hand in the file")]

use std::fs;

use rapporteur::app::Mode;
use rapporteur::messages::user_message;
use rapporteur::model::{NoteKind, ReviewStatus};

use super::desk::{Place, Program};

fn bodies(program: &Program) -> Vec<&str> {
    program.open().mine.live_notes().map(|note| note.body.as_str()).collect()
}

fn status(program: &Program, number: &str) -> ReviewStatus {
    program.open().mine.status(&number.into())
}

/// A review with three notes and two statuses.
pub fn begun() -> Place {
    let place = Place::new();
    place
        .start(80, 24, &[])
        .keys("18aIndependent of the ministries?<Tab><Esc>sm19aWelcome.<Esc>3a三个问题<Esc>sq");
    place
}

/// The same, with two sides of a merge in its file: the words of a note, its kind, and a status.
pub fn two_sides() -> Place {
    let place = begun();
    let file = place.review_file();
    let text = fs::read_to_string(&file).unwrap();
    let conflict = |ours: &str, theirs: &str| {
        let text = format!("<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> laptop\n");
        (format!("{ours}\n"), text)
    };
    let mut after = text.clone();
    for (ours, both) in [
        conflict("kind = \"question\"", "kind = \"editorial\""),
        conflict("Independent of the ministries?\"\"\"", "Which ministries?\nAll of them?\"\"\""),
        conflict("status = \"amend\"", "status = \"reserve\""),
    ] {
        assert!(after.contains(&ours), "{ours}");
        after = after.replacen(&ours, &both, 1);
    }
    fs::write(&file, after).unwrap();
    place
}

#[test]
fn what_vanished_is_told_until_it_is_brought_back_and_that_is_undone_like_any_change() {
    let place = begun();
    let mut program = place.start(80, 24, &[]);
    fs::remove_file(place.review_file()).unwrap();
    program.look();
    assert!(program.notice().contains("3 notes, 2 statuses"), "{}", program.notice());
    program.keys("<Esc>j");
    assert!(program.screen().contains("5 entries removed outside: ! to decide"), "{}", program.screen());
    program.keys("!");
    let screen = program.screen();
    assert!(screen.contains("To be decided: 1 of 5"), "{screen}");
    assert!(screen.contains("3 ∙ status ∙ removed outside Rapporteur"), "{screen}");
    assert!(screen.contains("was  三个问题") && screen.contains("now  not there"), "{screen}");
    program.keys("jr");
    assert_eq!(bodies(&program), ["三个问题"]);
    assert!(program.notice().starts_with("Your version stands."), "{}", program.notice());
    assert!(program.screen().contains("To be decided: 2 of 4"), "{}", program.screen());
    program.keys("R");
    assert!(matches!(program.app.shell.mode, Mode::Browse), "nothing is left");
    assert_eq!((bodies(&program).len(), status(&program, "18")), (3, ReviewStatus::Amend));
    assert!(place.reviews().contains("Welcome."));
    assert!(!program.screen().contains("! to decide"), "{}", program.screen());
    program.keys("uu");
    assert!(bodies(&program).is_empty());
    program.keys("<Ctrl-r><Ctrl-r>");
    assert_eq!(bodies(&program).len(), 3);
    // It is settled: the next window has nothing to say.
    assert!(!place.start(80, 24, &[]).screen().contains("outside Rapporteur"));
}

#[test]
fn what_is_let_go_is_not_told_again_and_the_rest_is_told_at_the_next_start() {
    let place = begun();
    let old = fs::read_to_string(place.review_file()).unwrap();
    place.start(80, 24, &[]).keys("18<Enter>ebetter <Esc>20alate<Esc>");
    // git put back the state before.
    fs::write(place.review_file(), old).unwrap();
    let mut program = place.start(80, 24, &[]);
    program.keys("!");
    let screen = program.screen();
    assert!(screen.contains("18 ∙ note (question) ∙ reverted to an earlier state"), "{screen}");
    assert!(
        screen.contains("was  better Independent")
            || screen.contains("was  Independent of the ministries?better"),
        "{screen}"
    );
    assert!(screen.contains("20 ∙ note (comment) ∙ removed outside Rapporteur"), "{screen}");
    program.keys("a");
    assert!(program.screen().contains("To be decided: 1 of 1"), "{}", program.screen());
    program.keys("<Esc>");
    assert!(program.notice().starts_with("Not decided"), "{}", program.notice());
    drop(program);
    let mut again = place.start(80, 24, &[]);
    again.keys("<Esc>j");
    assert!(again.screen().contains("One entry reverted outside"), "{}", again.screen());
    again.keys("!O");
    assert!(matches!(again.app.shell.mode, Mode::Browse));
    drop(again);
    let program = place.start(80, 24, &[]);
    assert_eq!((bodies(&program).len(), program.open().decisions().len()), (3, 0));
}

/// A status and a note that went back in the file to an earlier state.
fn reverted() -> (Place, Program) {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys("3sa4aorig<Esc>");
    let old = fs::read_to_string(place.review_file()).unwrap();
    program.keys("3sm4<Enter>e-mine<Esc>");
    let old = old.replace("\"accept\"", "\"reserve\"").replace("orig", "orig-theirs");
    fs::write(place.review_file(), old).unwrap();
    program.look();
    (place, program)
}

#[test]
fn taking_the_other_of_what_went_back_is_undone_first_also_after_a_restart() {
    let (place, mut program) = reverted();
    program.keys("<Esc>!Gm");
    assert!(program.notice().contains("Your version stands. u undoes this."), "{}", program.notice());
    program.keys("o");
    assert!(program.notice().contains("The other version is taken. u undoes this."), "{}", program.notice());
    let kept = bodies(&program).join("|");
    assert_eq!((kept.contains("mine"), status(&program, "3")), (true, ReviewStatus::Reserve));
    drop(program);
    let mut program = place.start(80, 24, &[]);
    program.keys("u");
    assert!(program.notice().contains("Undone: paragraph 3 reserve"), "{}", program.notice());
    assert_eq!((bodies(&program).join("|"), status(&program, "3")), (kept.clone(), ReviewStatus::Amend));
    assert!(place.reviews().contains("\"amend\""), "{}", place.reviews());
    program.keys("<Ctrl-r>");
    assert_eq!(status(&program, "3"), ReviewStatus::Reserve);
    program.keys("uu");
    assert_eq!((bodies(&program), status(&program, "3")), (vec!["orig-theirs"], ReviewStatus::Amend));
}

#[test]
fn what_went_back_is_not_told_as_removed_and_nothing_is_counted_that_is_not_there() {
    let (place, mut program) = reverted();
    let told = program.notice();
    assert!(
        told.contains("Reverted outside Rapporteur to an earlier state: one note, one status."),
        "{told}"
    );
    program.keys("<Esc>j");
    assert!(program.screen().contains("2 entries reverted outside: ! to decide"), "{}", program.screen());
    program.keys("!Go<Esc><Esc>j");
    assert!(program.screen().contains("One entry reverted outside: ! to decide"), "{}", program.screen());
    drop(program);
    let mut program = place.start(80, 24, &[]);
    let told = program.notice();
    assert!(told.contains("to an earlier state: one status."), "{told}");
    fs::write(place.review_file(), place.reviews().replace("\"3\"", "\"5\"")).unwrap();
    program.look();
    program.keys("<Esc>j");
    assert!(program.screen().contains("One entry removed outside: ! to decide"), "{}", program.screen());
}

#[test]
fn of_two_values_one_is_picked_and_the_file_has_one() {
    let place = two_sides();
    let mut program = place.start(80, 24, &[]);
    assert!(program.screen().contains("The review file held both sides of a merge."), "{}", program.screen());
    program.keys("18<Enter>zjjjjjjjj");
    let screen = program.screen();
    assert!(screen.contains("<> other status: reserve (laptop, "), "{screen}");
    assert!(screen.contains("<> other kind: editorial (laptop, "), "{screen}");
    assert!(screen.contains("   Which ministries?") && screen.contains("   All of them?"), "{screen}");
    assert!(screen.contains("3 entries have two versions: ! to decide"), "{screen}");
    program.keys("<Esc>!");
    assert!(program.screen().contains("other  reserve"), "{}", program.screen());
    program.keys("m");
    assert_eq!(status(&program, "18"), ReviewStatus::Amend);
    assert!(!place.reviews().contains("<<<<<<<") && !place.reviews().contains("[[paragraph.conflict]]"));
    assert!(place.reviews().contains("[[note.conflict]]"));
    program.keys("o");
    let kinds: Vec<NoteKind> = program.open().mine.live_notes().map(|note| note.kind).collect();
    let changed = kinds[0] == NoteKind::Editorial || bodies(&program)[0] == "Which ministries?\nAll of them?";
    assert!(changed, "{}", program.screen());
    program.keys("A");
    assert_eq!(
        (bodies(&program)[0], program.open().mine.notes().next().unwrap().kind),
        ("Which ministries?\nAll of them?", NoteKind::Editorial)
    );
    assert!(!place.reviews().contains("conflict"), "{}", place.reviews());
    // Undone in turn: the disagreement is there again, in the file too.
    program.keys("uuu");
    assert_eq!(
        (bodies(&program)[0], program.open().decisions().len()),
        ("Independent of the ministries?", 3)
    );
    assert_eq!(place.reviews().matches(".conflict]]").count(), 3);
    let again = place.start(80, 24, &[]);
    assert_eq!(again.open().decisions(), program.open().decisions());
}

#[test]
fn enter_leads_to_what_is_to_be_decided_and_the_menu_to_deciding() {
    let place = two_sides();
    let mut program = place.start(80, 24, &[]);
    program.keys("!G<Enter>");
    assert_eq!(program.open().here().unwrap().1.label.as_str(), "18");
    assert!(program.open().view.passage.is_some(), "the note is selected");
    program.keys("<Enter>");
    assert!(program.screen().contains("!     decide"), "{}", program.screen());
    program.keys("!");
    assert!(matches!(program.app.shell.mode, Mode::Decide(_)));
    program.keys("q:decide<Enter>");
    assert!(matches!(program.app.shell.mode, Mode::Decide(_)), "{}", program.screen());
    program.keys("<Esc>：decide<Enter><Esc>！");
    assert!(matches!(program.app.shell.mode, Mode::Decide(0)), "{}", program.screen());
    program.keys("RR:about<Enter>");
    assert!(!program.screen().contains("To be decided"), "{}", program.screen());
    program.keys("!");
    let nothing = program.app.shell.messages.say(&user_message("decide-nothing"));
    assert_eq!(program.notice(), nothing);
}

#[test]
fn the_about_page_and_the_panel_fit_a_small_screen_in_both_languages() {
    let place = two_sides();
    for (language, about, other) in [("en", "To be decided", "other"), ("zh", "待定", "另一方")] {
        let mut program = place.start_in(language, 60, 20);
        program.keys("<Esc>:about<Enter>");
        assert!(program.screen().contains(about), "{}", program.screen());
        program.keys("!");
        for _ in 0..3 {
            let screen = program.screen();
            assert!(screen.contains(&format!("    {other}  ")), "{screen}");
            program.keys("j");
        }
        program.resize(40, 10);
        program.keys("g");
        let first = program.screen();
        program.keys("G");
        assert_ne!(program.screen(), first, "the panel scrolls to what is picked");
    }
}

#[test]
fn a_paragraph_that_this_version_does_not_have_is_told() {
    let place = begun();
    let file = place.review_file();
    let text = fs::read_to_string(&file).unwrap();
    let stray = "\n[[paragraph]]\nnumber = \"99\"\nstatus = \"query\"\nchanged = 2026-11-23T14:00:00Z\n[[paragraph.conflict]]\nfield = \"status\"\nvalue = \"accept\"\n";
    fs::write(&file, format!("{text}{stray}")).unwrap();
    let mut program = place.start(80, 24, &[]);
    program.keys("!<Enter>");
    assert!(program.notice().contains("no paragraph 99"), "{}", program.notice());
    assert!(program.screen().contains("∙ elsewhere"), "{}", program.screen());
    program.keys("2");
    assert_eq!(status(&program, "99"), ReviewStatus::Accept);
}

#[test]
fn the_other_sides_words_drive_no_terminal() {
    let place = two_sides();
    let file = place.review_file();
    let text = fs::read_to_string(&file).unwrap();
    let bad = "a\\u001B[31mb\\u202Ec\\u0007d\\u2066e";
    let text = text.replace("Which ministries?", bad).replace(">>>>>>> laptop", ">>>>>>> x\u{202e}\u{1b}[2J");
    fs::write(&file, text).unwrap();
    let mut program = place.start(80, 24, &[]);
    assert_eq!(program.open().decisions().len(), 3);
    for keys in ["18<Enter>zjjjjjjjjj", "!", "j", "<Enter>"] {
        program.keys(keys);
        let bad = |c: char| {
            c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c)
        };
        assert!(!program.rows().concat().contains(bad), "{}", program.screen());
    }
}
