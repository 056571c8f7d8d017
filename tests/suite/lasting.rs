//! What outlasts a window: undo, work that had not reached the file, what others took away, a file that is broken.

#![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

use rapporteur::model::ReviewStatus;

use super::desk::{Place, Program, write};

fn bodies(program: &Program) -> Vec<&str> {
    program.open().mine.live_notes().map(|note| note.body.as_str()).collect()
}

fn status(program: &Program, number: &str) -> ReviewStatus {
    program.open().mine.status(&number.into())
}

#[test]
fn undo_and_redo_go_on_after_a_restart() {
    let place = Place::new();
    place.start(80, 24, &[]).keys("18afirst<Esc>sm19asecond<Esc>");
    let mut again = place.start(80, 24, &[]);
    again.keys("u");
    assert_eq!(bodies(&again), ["first"]);
    assert!(again.notice().contains("Undone: a note written"), "{}", again.screen());
    again.keys("u");
    assert_eq!(status(&again, "18"), ReviewStatus::Unreviewed);
    drop(again);
    let mut third = place.start(80, 24, &[]);
    third.keys("<Ctrl-r>");
    assert_eq!((status(&third, "18"), bodies(&third)), (ReviewStatus::Amend, vec!["first"]));
    third.keys("<Ctrl-r>");
    assert_eq!(bodies(&third), ["first", "second"]);
    third.keys("<Ctrl-r>");
    assert!(third.notice().contains("Nothing to redo"), "{}", third.screen());
    third.keys("uuuu");
    assert!(third.notice().contains("Nothing to undo"), "{}", third.screen());
    assert!(bodies(&third).is_empty());
    assert_eq!(
        place.start(80, 24, &[]).app.open.as_ref().unwrap().mine.notes().count(),
        2,
        "what is undone stays as a tombstone"
    );
}

#[test]
fn undo_after_a_restart_refuses_what_was_changed_since() {
    let place = Place::new();
    place.start(80, 24, &[]).keys("18amine<Esc>7sq");
    let file = place.review_file();
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("\"query\"", "\"reserve\"")).unwrap();
    let mut again = place.start(80, 24, &[]);
    again.keys("u");
    assert!(again.notice().contains("Not undone"), "{}", again.screen());
    assert_eq!(status(&again, "7"), ReviewStatus::Reserve);
    again.keys("u");
    assert!(bodies(&again).is_empty(), "the one before it can still be taken back");
}

#[test]
fn what_never_reached_the_file_is_in_it_after_the_next_start() {
    let place = Place::new();
    place.start(80, 24, &[]).keys("18afirst<Esc>");
    let reviews = place.data().join("reviews");
    let aside = place.data().join("aside");
    std::fs::rename(&reviews, &aside).unwrap();
    write(&reviews, "in the way");
    let mut program = place.start(80, 24, &[]);
    program.keys("18asecond<Esc>19sm");
    assert!(program.screen().contains("NOT SAVED"), "{}", program.screen());
    drop(program);
    // Still in the way: it is shown, and still not in the file.
    let program = place.start(80, 24, &[]);
    assert_eq!((bodies(&program), status(&program, "19")), (vec!["first", "second"], ReviewStatus::Amend));
    drop(program);
    std::fs::remove_file(&reviews).unwrap();
    std::fs::rename(&aside, &reviews).unwrap();
    let again = place.start(80, 24, &[]);
    assert!(again.screen().contains("2 changes had not reached"), "{}", again.screen());
    assert_eq!((bodies(&again), status(&again, "19")), (vec!["first", "second"], ReviewStatus::Amend));
    assert!(place.reviews().contains("second") && place.reviews().contains("\"amend\""));
    drop(again);
    assert!(!place.start(80, 24, &[]).screen().contains("had not reached"));
}

#[test]
fn a_broken_file_is_never_written_over_and_new_work_is_kept_beside_it() {
    let place = Place::new();
    place.start(80, 24, &[]).keys("18afirst<Esc>");
    let file = place.review_file();
    let good = std::fs::read_to_string(&file).unwrap();
    let broken = good.replace("[[note]]", "[[note");
    std::fs::write(&file, &broken).unwrap();
    let mut program = place.start(80, 24, &[]);
    assert!(program.screen().contains("line 6, column"), "{}", program.screen());
    assert_eq!(bodies(&program), ["first"], "what was last known is shown");
    program.keys("18asecond<Esc>");
    assert!(program.screen().contains("NOT SAVED"), "{}", program.screen());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), broken);
    let rescue = || {
        let files = std::fs::read_dir(file.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
        files.filter(|path| path.to_string_lossy().contains(".rescue-")).collect::<Vec<_>>()
    };
    let [beside] = &rescue()[..] else { panic!("{:?}", rescue()) };
    let text = std::fs::read_to_string(beside).unwrap();
    assert!(text.contains("first") && text.contains("second"), "{text}");
    // A person mends the file: what waited is saved, and the rescue file goes.
    std::fs::write(&file, &good).unwrap();
    program.look();
    assert!(program.screen().contains("Saved 14:"), "{}", program.screen());
    assert!(place.reviews().contains("second"));
    assert!(rescue().is_empty());
    // The same while nobody looks: the next start takes both together.
    std::fs::write(&file, &broken).unwrap();
    program.look().keys("19athird<Esc>");
    drop(program);
    assert_eq!(rescue().len(), 1);
    std::fs::write(&file, &good).unwrap();
    let again = place.start(80, 24, &[]);
    assert_eq!(bodies(&again), ["first", "third"]);
    assert!(again.screen().contains("outside Rapporteur"), "{}", again.screen());
}

#[test]
fn a_status_that_is_set_by_key_changes_three_lines_and_no_other() {
    // P9 says of one field two lines: a status by key is itself, `rev` and `changed`.
    let place = Place::new();
    place.start(80, 24, &[]).keys("18sm").keys("19aa note<Esc>");
    let file = place.review_file();
    let before = std::fs::read_to_string(&file).unwrap();
    // Some keys later it is another time.
    place.start(80, 24, &[]).keys("jkjk18sr");
    let after = std::fs::read_to_string(&file).unwrap();
    assert_eq!(before.lines().count(), after.lines().count());
    let changed = before.lines().zip(after.lines()).filter(|(before, after)| before != after);
    let fields: Vec<&str> = changed.map(|(_, after)| after.split(" = ").next().unwrap()).collect();
    assert_eq!(fields, ["status", "rev", "changed"]);
}
