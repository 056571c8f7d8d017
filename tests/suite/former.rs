//! The version before labels, which knows format 1 only: its reviews open here unchanged, and it reads only what is written
//! here with labels. What it said of such a review is recorded beside the review.

#![expect(clippy::disallowed_methods, reason = "a test reads the files of its own folder")]

use super::desk::{Place, Program, write};
use super::home::Home;

const DOCUMENT: &str = include_str!("../fixtures/format2/document.toml");
const WITH_LABELS: &str = include_str!("../fixtures/format2/review.toml");
const OF_NUMBERS: &str = include_str!("../fixtures/format-1/review.toml");
const SAID: &str = include_str!("../fixtures/format2/former-version.txt");

/// Holds that a review is that one, but for ids and times.
#[track_caller]
fn same(written: &str, recorded: &str) {
    assert_eq!(written.split('\n').count(), recorded.split('\n').count(), "{written}");
    for (now, then) in written.split('\n').zip(recorded.split('\n')) {
        let differs = ["id = ", "created = ", "changed = "];
        let alike = differs
            .iter()
            .any(|key| now.starts_with(key) && then.starts_with(key) && now.len() == then.len());
        assert!(now == then || alike, "{now} is not {then}");
    }
}

fn start(place: &Place) -> Program {
    let path = place.data().join("documents/doc.toml");
    write(&path, DOCUMENT);
    place.start(80, 24, &[&path.display().to_string()])
}

#[test]
fn a_review_with_labels_is_still_written_as_the_former_version_was_shown_it() {
    let place = Place::new();
    start(&place).keys(":10 (a)<Enter>sqaWhen?<Esc><Esc>9<Enter>aWhere?<Esc>");
    same(&std::fs::read_to_string(place.review_file()).unwrap(), WITH_LABELS);
    for part in ["format = 2", "paragraph = \"10 (a)\"", "number = \"10 (a)\"\nstatus = \"query\""] {
        assert!(WITH_LABELS.contains(part), "{part}");
    }
}

#[test]
fn the_former_version_only_reads_a_review_with_labels_and_says_so() {
    let commands = SAID.split("$ rapporteur --workspace w2 ").skip(1);
    let mut seen = 0;
    for said in commands {
        assert!(said.contains("The file is in format 2; this program reads formats up to 1."), "{said}");
        assert!(said.contains("exit code: 3") || said.starts_with("check ") && said.contains("exit code: 1"));
        seen += 1;
    }
    assert_eq!(seen, 7);
    let screens: Vec<&str> = SAID.split("\n A/AC.1/L.1").skip(1).collect();
    assert_eq!(screens.len(), 2);
    for screen in screens {
        assert!(screen.contains(" Read only: ") && screen.contains("reviewed 0/2"), "{screen}");
    }
}

#[test]
fn a_review_of_the_former_version_stays_as_it_is_until_a_label_comes_into_it() {
    let place = Place::new();
    place.start(80, 24, &[]).keys("1sa");
    write(&place.review_file(), OF_NUMBERS);
    let now = || std::fs::read_to_string(place.review_file()).unwrap();
    let mut program = place.start(80, 24, &[]);
    program.keys("18jk/缅甸<Esc><Tab><Tab>");
    assert_eq!(now(), OF_NUMBERS, "to look changes nothing");
    program.keys("17aOn a number.<Esc>");
    assert!(now().contains("\nformat = 1\n") && now().contains("On a number."), "{}", now());
    for line in OF_NUMBERS.lines() {
        assert!(now().contains(line), "{line} is gone");
    }
    drop(program);

    let home = Home::new();
    let document = "CAC/COSP/WG.4/2019/L.1/Add.1";
    let review = format!("w/reviews/{}/amara.toml", rapporteur::store::doc_key(document));
    home.write(&review, OF_NUMBERS);
    for command in [&["notes"][..], &["status"], &["show"], &["export"], &["search", "缅甸"]] {
        let named = ["--workspace", "w", "--reviewer", "amara", "--document", document];
        home.run(&[&named[..], command].concat()).says(&[]);
    }
    assert_eq!(std::fs::read_to_string(home.path(&review)).unwrap(), OF_NUMBERS);
}
