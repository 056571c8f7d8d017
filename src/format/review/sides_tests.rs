//! What a file with two sides promises: it is read, nothing of either side is dropped, and what is not known of it goes
//! along.

use super::tests::{FILE, nth, nth_mut};
use super::{ReadReview, Stages, TwoSides, inspect_review, read_review, read_sides};
use crate::model::{NoteKind, Review, ReviewStatus};

/// A note as the program writes it.
fn note(id: &str, kind: &str, changed: &str, body: &str) -> String {
    format!(
        "[[note]]\nid = \"{id}\"\nparagraph = \"18\"\nkind = \"{kind}\"\nsettled = false\nrev = 2\n\
         created = 2026-11-23T14:00:00Z\nchanged = {changed}\nbody = \"\"\"\n{body}\"\"\"\n"
    )
}

/// The file with a piece replaced by a conflict.
fn conflict(piece: &str, ours: &str, base: Option<&str>, theirs: &str) -> String {
    let base = base.map(|base| format!("||||||| 1a2b3c4\n{base}")).unwrap_or_default();
    let text = format!("<<<<<<< HEAD\n{ours}{base}=======\n{theirs}>>>>>>> laptop\n");
    let file = FILE.replacen(piece, &text, 1);
    assert_ne!(file, FILE);
    file
}

/// The file as it is read, which must be as a file with two sides and with that many things to decide.
#[track_caller]
fn two_sides(source: &str, undecided: usize) -> (Review, String) {
    let ReadReview { doc, review, two_sides } = read_sides(source, None).unwrap();
    assert!(two_sides.is_some(), "{source}");
    let kept: Vec<_> = review.undecided().map(|one| one.conflict.value.text()).collect();
    assert_eq!(kept.len(), undecided, "{kept:?}\n{doc}");
    let text = doc.to_string();
    assert_eq!(read_review(&text).unwrap().1, review);
    assert!(inspect_review(&text).is_empty());
    assert!(!inspect_review(source).is_empty());
    (review, text)
}

#[test]
fn a_field_with_two_values_keeps_both() {
    let (ours, theirs) = ("status = \"query\"   # see cable\n", "status = \"accept\"\n");
    let amend = "status = \"amend\"   # see cable\n";
    // One more is in the file from before.
    let (review, text) = two_sides(&conflict(amend, ours, None, theirs), 2);
    assert_eq!(review.status(&"18".into()), ReviewStatus::Query);
    assert!(
        text.contains("status = \"query\"   # see cable\n") && text.contains("value = \"accept\""),
        "{text}"
    );
    assert!(text.contains("from = \"laptop 2026-11-23T14:05:10+01:00\""), "{text}");
    // With what both come from, the side that says the same gives way, or both are kept.
    let (review, _) = two_sides(&conflict(amend, amend, Some(amend), theirs), 1);
    assert_eq!(review.status(&"18".into()), ReviewStatus::Accept);
    two_sides(&conflict(amend, ours, Some(amend), theirs), 2);
}

#[test]
fn line_ends_and_a_byte_order_mark_do_not_matter() {
    let amend = "status = \"amend\"   # see cable\n";
    let file = conflict(amend, "status = \"query\"\n", Some(amend), "status = \"accept\"\n");
    let crlf = format!("\u{feff}{}", file.replace('\n', "\r\n"));
    assert_eq!(two_sides(&crlf, 2), two_sides(&file, 2));
    assert_eq!(inspect_review(&crlf).iter().next().unwrap().line, 10);
}

#[test]
fn notes_that_both_sides_added_are_all_there_with_what_is_not_known_of_them() {
    let ours = note("n3", "point", "2026-11-23T15:00:00Z", "ours");
    let theirs = format!(
        "# from home\n{}mood = 'tired' # very\n  [note.more]\n  x = 1\n\n[weather]\nrain = true\n",
        note("n4", "question", "2026-11-23T16:00:00Z", "theirs").replace("body", "# the words\nbody")
    );
    let (review, text) = two_sides(
        &conflict(
            "[extra.deep]\n",
            &format!("{ours}[extra.deep]\n"),
            None,
            &format!("{theirs}[extra.deep]\n"),
        ),
        1,
    );
    let bodies: Vec<&str> = review.notes().map(|note| note.body.as_str()).collect();
    assert_eq!(bodies[2..], ["ours", "theirs"]);
    for kept in [
        "# from home\n[[note]]",
        "mood = 'tired' # very",
        "[note.more]",
        "[weather]\nrain = true",
        "# the words\nbody",
        "x = [1,\n  2] # odd",
    ] {
        assert!(text.contains(kept), "{kept}\n{text}");
    }
}

#[test]
fn a_note_cut_in_the_middle_is_whole_again() {
    // As git writes it where two notes were added at one place: their common lines stand outside of the conflicts.
    let cut = "[[note]]\n<<<<<<< HEAD\nid = \"n3\"\nparagraph = \"18\"\nkind = \"point\"\n=======\nid = \"n4\"\n\
               paragraph = \"19\"\nkind = \"question\"\n>>>>>>> laptop\nsettled = false\nrev = 1\n<<<<<<< HEAD\n\
               created = 2026-11-23T15:00:00Z\nbody = \"\"\"\nours\"\"\"\n  [note.anchor]\n  language = \"zh\"\n\
               exact = \"a\"\nstart = 1\nend = 2\n=======\ncreated = 2026-11-23T16:00:00Z\nbody = \"\"\"\ntheirs\"\"\"\n\
               >>>>>>> laptop\n\n[extra.deep]\n";
    let (review, _) = two_sides(&FILE.replace("[extra.deep]\n", cut), 1);
    let seen: Vec<_> = review.notes().map(|n| (n.id.0.as_str(), n.kind, n.anchor.is_some())).collect();
    assert_eq!(seen[2..], [("n3", NoteKind::Point, true), ("n4", NoteKind::Question, false)]);
}

#[test]
fn a_body_that_git_cut_is_there_as_both_sides_have_it() {
    let line = "Second line.\"\"\"\n";
    let file = conflict(line, "Ours.\n=====\n\"\"\"\n", Some(line), "Theirs.\"\"\"\n");
    let (review, _) = two_sides(&file, 2);
    assert_eq!(nth(&review, 0).body, "Independent of the ministries? #ask-capital\nOurs.\n=====\n");
    let theirs = nth(&review, 0).conflicts[1].value.text();
    assert_eq!(theirs, "Independent of the ministries? #ask-capital\nTheirs.");
}

#[test]
fn a_body_that_speaks_of_conflicts_is_left_alone() {
    let quoted = "<<<<<<< A\nmine\n=======\nyours\n>>>>>>> B";
    let file = FILE.replace("body = ''", &format!("body = '''\n{quoted}'''"));
    let amend = "status = \"amend\"   # see cable\n";
    let text = "<<<<<<< HEAD\nstatus = \"query\"\n=======\nstatus = \"accept\"\n>>>>>>> laptop\n";
    let (review, text) = two_sides(&file.replace(amend, text), 2);
    assert_eq!(nth(&review, 1).body, quoted);
    // As this program writes it no reader mistakes it, whatever the names.
    let mut after = review.clone();
    nth_mut(&mut after, 1).body = format!("{quoted}\n=======\n|||||||");
    let written = super::tests::write(&text, &after);
    let read = read_sides(&written, None).unwrap();
    assert_eq!((read.review, read.two_sides), (after, None), "{written}");
    // One of the marks alone is no conflict.
    let file = FILE.replace("body = ''", "body = '''\n=======\n>>>>>>> he wrote'''");
    assert_eq!(read_sides(&file, None).unwrap().two_sides, None);
}

#[test]
fn deleted_on_one_side_and_changed_on_the_other_lives() {
    let line = "body = ''\n";
    let file = conflict(
        line,
        "rev = 1\ndeleted = 2026-11-24T09:00:00Z\nbody = ''\n",
        Some(line),
        "rev = 1\nbody = 'new'\n",
    );
    let (review, _) = two_sides(&file, 2);
    assert_eq!((nth(&review, 1).body.as_str(), nth(&review, 1).is_live()), ("new", true));
    let from = &nth(&review, 1).conflicts[0].from;
    assert!(from.starts_with("HEAD "), "{from}");
    let (review, _) = two_sides(&file.replace("body = 'new'", "body = ''"), 1);
    assert!(!nth(&review, 1).is_live());
}

#[test]
fn what_stands_twice_without_a_word_from_git_is_made_one() {
    let again = note("n2", "point", "2026-11-25T14:00:00Z", "again").replace("rev = 2", "rev = 9\nmood = 2");
    let third = note("n2", "comment", "2026-11-25T14:00:00Z", "third");
    let mark =
        "[[paragraph]]\nnumber = \"2\"\nstatus = \"reserve\"\nchanged = 2026-11-23T14:05:10Z\nhue = 1\n\n";
    let file = FILE.replace("[extra.deep]", &format!("{again}\n{third}\n[extra.deep]"));
    let file = file.replace("# the big one", &format!("{mark}# the big one"));
    let (review, text) = two_sides(&file, 5);
    assert_eq!(read_sides(&file, None).unwrap().two_sides, Some(TwoSides::Twice));
    assert_eq!((review.notes().count(), review.marks().count()), (2, 2));
    assert_eq!((nth(&review, 1).body.as_str(), review.status(&"2".into())), ("", ReviewStatus::Accept));
    assert!(text.contains("mood = 2") && text.contains("hue = 1"), "{text}");
    let ids: Vec<&str> = inspect_review(&file).iter().map(|problem| problem.said.id).collect();
    assert_eq!(ids, ["review-entry-twice"; 3]);
}

#[test]
fn a_paragraph_of_which_one_side_says_nothing_takes_the_other_sides_word() {
    let blank = "[[paragraph]]\nnumber = \"7\"\nstatus = \"unreviewed\"\nchanged = 2026-11-23T14:05:10Z\n";
    let said = "[[paragraph]]\nnumber = 7\nstatus = \"reserve\"\nrev = 3\nchanged = 2026-11-23T15:05:10Z\n";
    for (ours, theirs) in [(blank, said), (said, blank)] {
        let text = format!("<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> laptop\n[[note]]\nid = \"n2\"");
        let (review, _) = two_sides(&FILE.replace("[[note]]\nid = \"n2\"", &text), 1);
        assert_eq!(review.status(&"7".into()), ReviewStatus::Reserve);
        let both = FILE.replace("[[note]]\nid = \"n2\"", &format!("{ours}{theirs}[[note]]\nid = \"n2\""));
        let (review, _) = two_sides(&both, 1);
        assert_eq!(review.status(&"7".into()), ReviewStatus::Reserve);
    }
}

#[test]
fn values_that_are_not_known_and_differ_are_kept_too() {
    let line = "colour = 'red'\n";
    let (_, text) = two_sides(&conflict(line, line, None, "colour = 'blue' # no\n"), 1);
    assert!(text.contains("colour = 'red'") && text.contains("value = \"'blue' # no\""), "{text}");
    let first = FILE.find("[[note]]").unwrap()
        ..FILE
            .find(
                "
[[note]]
id = \"n2\"",
            )
            .unwrap();
    let again = FILE.replace(
        "[extra.deep]",
        &format!(
            "{}
[extra.deep]",
            FILE.get(first).unwrap()
        ),
    );
    let (_, text) = two_sides(&again, 1);
    assert_eq!(text, FILE);
}

#[test]
fn what_cannot_be_read_on_both_sides_is_told_with_its_place() {
    let line = "mood = \"calm\"\n";
    for (file, id, at) in [
        (conflict(line, "mood = \n", None, line), "format-conflict", 6),
        (conflict(line, line, None, "symbol = \"B/2\"\n"), "format-conflict", 6),
        (
            conflict("reviewer = \"amara\"\n", "reviewer = \"amara\"\n", None, "reviewer = \"chen\"\n"),
            "format-conflict",
            5,
        ),
        (FILE.replace(line, "<<<<<<< HEAD\n"), "format-conflict", 6),
        (FILE.replace("number = 2", "number = \"18\"").replace("\"n2\"", "2"), "format-wrong-type", 49),
    ] {
        let problem = read_sides(&file, None).unwrap_err();
        assert_eq!((problem.said.id, problem.line), (id, at), "{file}");
        assert!(!inspect_review(&file).is_empty());
    }
}

/// The last note changed on one side, a new one written behind it on the other: git took the new head for the old end.
const SHIFTED: &str = "format = 1\nsymbol = \"A/1\"\nreviewer = \"amara\"\n\n[[note]]\nid = \"old\"\nparagraph = \"5\"\n\
kind = \"editorial\"\nsettled = true\nrev = 5\ncreated = 2026-11-23T08:00:00Z\nchanged = 2026-11-23T08:33:25Z\n\
body = \"\"\"\nof the laptop\"\"\"\n\n[[note]]\nid = \"new\"\nparagraph = \"2\"\nkind = \"comment\"\nsettled = false\n\
<<<<<<< HEAD\nrev = 3\ncreated = 2026-11-23T08:00:00Z\nchanged = 2026-11-23T08:16:43Z\nmood = 1\nbody = \"\"\"\nof the desk\"\"\"\n\
=======\nrev = 1\ncreated = 2026-11-23T08:33:28Z\nchanged = 2026-11-23T08:33:28Z\nbody = \"\"\"\nnew words\"\"\"\n>>>>>>> laptop\n";

#[test]
fn an_end_that_git_gave_to_another_note_goes_back_to_its_own() {
    let (review, text) = two_sides(SHIFTED, 3);
    let bodies: Vec<&str> = review.notes().map(|note| note.body.as_str()).collect();
    assert_eq!(bodies, ["of the desk", "new words"]);
    let others: Vec<String> = nth(&review, 0).conflicts.iter().map(|one| one.value.text()).collect();
    assert_eq!(others, ["of the laptop", "editorial", "true"]);
    assert!(text.find("mood = 1") < text.find("id = \"new\""), "what is not known goes back too: {text}");
}

#[test]
fn what_git_knows_of_the_sides_is_taken_before_what_its_lines_say() {
    let amend = "status = \"amend\"   # see cable\n";
    let side = |status: &str| FILE.replace(amend, &format!("status = \"{status}\"\n"));
    let file = conflict(amend, "status = \"query\"\n", None, "status = \"accept\"\n");
    let stages = |base: Option<String>| Some(Stages { ours: side("query"), theirs: side("accept"), base });
    let undecided = |file: &str, stages| read_sides(file, stages).unwrap().review.undecided().count();
    assert_eq!(undecided(&file, stages(None)), 2);
    assert_eq!(undecided(&file, stages(Some(side("query")))), 1, "ours says what both come from");
    // A line that none of them has: a person has begun to mend the file, and the file is what counts.
    let mended = file.replace("mood = \"calm\"", "mood = \"better\"");
    let read = read_sides(&mended, stages(Some(side("query")))).unwrap();
    assert_eq!(read.review.undecided().count(), 2);
    assert!(read.doc.to_string().contains("better"));
    // Sides that cannot be read, and a file that is no conflict any more.
    let broken = Some(Stages { ours: "x".into(), theirs: "y".into(), base: None });
    assert_eq!(undecided(&file, broken), 2);
    assert_eq!(read_sides(FILE, stages(None)).unwrap().two_sides, None);
}
