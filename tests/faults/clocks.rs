//! P11: clocks do not matter. The program writes notes while the clock stands in 1969, 1970, ten years ago and in 2100, and
//! goes back between saves; nothing is lost, ids differ, and what two writers disagree on is not decided by time.

use std::collections::BTreeSet;

use rapporteur::model::{Moment, NoteId};
use rapporteur::store::SaveOutcome;

use crate::ground::{Place, default_place, figure, has, program, skipped, walk};
use crate::hand::{self, PATIENCE};

/// What the clock says at each note, in this order.
const CLOCKS: [&str; 8] = [
    "2026-11-23 14:02:00",
    "1970-01-01 00:00:10",
    "2100-01-01 12:00:00",
    "2016-11-23 14:02:00",
    "1969-07-20 20:17:00",
    "2100-01-01 12:00:00",
    "2100-01-01 11:59:59",
    "2026-11-23 14:02:00",
];

#[test]
fn notes_are_kept_whatever_the_clock_says_and_when_it_goes_back() {
    let test = "P11 clocks";
    if !has("faketime") {
        return skipped(test, "no faketime on this machine");
    }
    let home = tempfile::tempdir().unwrap();
    let mut written: Vec<(String, String)> = Vec::new();
    for (number, clock) in CLOCKS.iter().enumerate() {
        for text in [format!("note {number} at {clock}"), format!("another {number}")] {
            let args = ["note", "add", "--paragraph", "5", &text];
            let ran = program(home.path(), &["faketime", "-f", clock], &args).output().unwrap();
            let said = String::from_utf8_lossy(&ran.stderr);
            assert!(ran.status.success() && said.is_empty(), "{clock}: {said}");
            written.push((String::from_utf8_lossy(&ran.stdout).trim().to_owned(), text));
        }
    }
    let mut files = Vec::new();
    walk(&default_place(home.path()).root.join("reviews"), &mut files);
    files.retain(|path| path.file_name().is_some_and(|name| name == "amara.toml"));
    let review = read(&files[0]);
    let ids: BTreeSet<&String> = written.iter().map(|(id, _)| id).collect();
    assert_eq!(ids.len(), written.len(), "ids are unique");
    for (id, text) in &written {
        let note = review.note(&NoteId(id.clone()));
        assert_eq!(note.map(|note| &note.body), Some(text), "{id}");
    }
    let order: Vec<&String> = review.notes().map(|note| &note.id.0).collect();
    assert_eq!(
        order,
        written.iter().map(|(id, _)| id).collect::<Vec<_>>(),
        "in the order in which they were written"
    );
    figure(&format!("P11 clocks {}: notes {} lost 0, ids unique {}", CLOCKS.len(), written.len(), ids.len()));
}

#[expect(clippy::disallowed_methods, reason = "the test looks at the file")]
fn read(path: &std::path::Path) -> rapporteur::model::Review {
    rapporteur::format::read_review(&std::fs::read_to_string(path).unwrap()).unwrap().1
}

/// Two writers give one note other words, each from the same state, at these times. What the file has then: the
/// words, and the words that are kept beside them.
fn disagree(first: Moment, second: Moment) -> (String, bool) {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::in_folder(folder.path());
    let mut one = hand::store(&place);
    let saved = |outcome: SaveOutcome| assert!(matches!(outcome, SaveOutcome::Saved(_)), "{outcome:?}");
    saved(one.save(&hand::done(&one, hand::add("n"), hand::moment()), PATIENCE));
    let mut other = hand::store(&place);
    saved(one.save(&hand::done(&one, hand::edit("n", "of the first"), first), PATIENCE));
    saved(other.save(&hand::done(&other, hand::edit("n", "of the second"), second), PATIENCE));
    let value = hand::on_disk(&place).unwrap().notes().next().unwrap().body.clone();
    let text = String::from_utf8(hand::bytes(&place)).unwrap();
    let both = text.contains("of the first") && text.contains("of the second");
    (value, both)
}

#[test]
fn what_two_writers_disagree_on_is_not_decided_by_time() {
    let moments =
        ["1970-01-01T00:00:10Z", "2016-11-23T14:02:00Z", "2026-11-23T14:02:00Z", "2100-01-01T12:00:00Z"];
    let moments = moments.map(|text| text.parse::<Moment>().unwrap());
    let mut pairs = 0;
    for first in moments {
        for second in moments {
            assert_eq!(disagree(first, second), ("of the second".to_owned(), true), "{first} {second}");
            pairs += 1;
        }
    }
    figure(&format!("P11 conflicts under {pairs} pairs of clocks: decided by time 0, values dropped 0"));
}
