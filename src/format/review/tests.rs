//! What the review file promises: read what was written, touch only what changed, name what is wrong.

use super::{inspect_review, new_review, read_review, write_into};
use crate::model::{
    Anchor, AnchorState, Change, EntryKey, Mark, Moment, Note, NoteId, NoteKind, Recommendation, Record,
    Review, ReviewStatus, Symbol, Tag,
};

pub(super) const FILE: &str = r##"# my notes

format = 1
symbol = "A/1" # the draft
reviewer = "amara"
mood = "calm"

[[paragraph]]
number = "18"
status = "amend"   # see cable
rev = 2
changed = 2026-11-23T14:05:10+01:00

[[paragraph]]
number = 2
status = "accept"
changed = 2026-11-23T14:05:10Z

# the big one
[[note]]
id = "n1"
paragraph = "18"
kind = "question"
settled = false
tags = [ "ask-capital", "#budget" ]
rev = 3
created = 2026-11-23T14:00:00+01:00
changed = 2026-11-23T14:05:10+01:00
colour = 'red'
body = """
Independent of the ministries? #ask-capital
Second line."""
  [note.anchor]
  language = "zh"
  exact = "20 个"
  prefix = "并在"
  suffix = "联邦"
  start = 104
  end = 108
  paragraph_hash = "00"
  state = "sure"
  [note.first_anchor]
  exact = "elsewhere"
  [[note.conflict]]
  field = "kind"
  value = "comment"

[[note]]
id = "n2"
paragraph = "18"
created = 2026-11-23T14:00:00+01:00
body = ''

[extra.deep]
x = [1,
  2] # odd
# the end
"##;

pub(super) const NASTY: [&str; 27] = [
    "",
    "\n",
    "\nleading",
    "trailing\n",
    "trailing spaces   \n  ",
    "a\r\nb\rc\r\r\nd",
    "\"",
    "\"\"\"",
    "\"\"\"\"\"\"\"",
    "ends with \"",
    "ends with \"\"",
    "'''",
    "back\\slash \\n \\",
    "line ends \\\n  next",
    "\u{0}\u{1}\u{7f}",
    "\u{1b}]52;c;eA==\u{7}",
    "\u{85}\u{9b}\u{2028}\u{2029}",
    "abc\u{202e}fed\u{2066}\u{2069}\u{200f}",
    "\u{feff}bom",
    "👩‍👩‍👧‍👦 🇰🇪",
    "e\u{301} é",
    "\ttab\t",
    "# not a comment = [x]",
    "<<<<<<< HEAD\n=======\n>>>>>>> x",
    "[[note]]\nid = \"n1\"",
    "请核实#问首都，再说 #a",
    "مرحبا \u{200c} #وسم",
];

pub(super) fn at() -> Moment {
    "2026-11-23T14:02:00+01:00".parse().unwrap()
}

/// The note at a place, in the order of the file.
pub(super) fn nth(review: &Review, place: usize) -> &Note {
    review.notes().nth(place).unwrap()
}

/// The same, to be altered behind the back of changes.
pub(super) fn nth_mut(review: &mut Review, place: usize) -> &mut Note {
    let notes = review.records_mut().filter_map(|record| match record {
        Record::Note(note) => Some(note),
        Record::Mark(_) => None,
    });
    notes.into_iter().nth(place).unwrap()
}

/// The mark of a paragraph, to be altered behind the back of changes.
pub(super) fn mark_mut<'r>(review: &'r mut Review, number: &str) -> &'r mut Mark {
    match review.get_mut(&EntryKey::Mark(number.into())) {
        Some(Record::Mark(mark)) => mark,
        _ => panic!("no mark on {number}"),
    }
}

fn later() -> Moment {
    "2026-11-24T09:00:00-05:00".parse().unwrap()
}

pub(super) fn read(source: &str) -> Review {
    read_review(source).unwrap().1
}

pub(super) fn write(source: &str, after: &Review) -> String {
    let (mut doc, before) = read_review(source).unwrap();
    write_into(&mut doc, &before, after);
    doc.to_string()
}

/// Lines that only the old text has, and lines that only the new one has, in order.
fn diff<'a>(old: &'a str, new: &'a str) -> (Vec<&'a str>, Vec<&'a str>) {
    let (old, new): (Vec<_>, Vec<_>) = (old.split('\n').collect(), new.split('\n').collect());
    let mut table = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            table[i][j] =
                if old[i] == new[j] { table[i + 1][j + 1] + 1 } else { table[i + 1][j].max(table[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut gone, mut come) = (0, 0, Vec::new(), Vec::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && table[i + 1][j] >= table[i][j + 1]) {
            gone.push(old[i]);
            i += 1;
        } else {
            come.push(new[j]);
            j += 1;
        }
    }
    (gone, come)
}

/// Alters the model of [`FILE`], writes it, and holds that exactly these lines went and came.
pub(super) fn check(alter: impl FnOnce(&mut Review), gone: &[&str], come: &[&str]) {
    let mut after = read(FILE);
    alter(&mut after);
    let written = write(FILE, &after);
    assert_eq!(diff(FILE, &written), (gone.to_vec(), come.to_vec()), "{written}");
    assert_eq!(read(&written), after.canonical(), "{written}");
}

#[test]
fn a_file_gives_its_review() {
    let review = read(FILE);
    assert_eq!((review.symbol.0.as_str(), review.reviewer.as_str()), ("A/1", "amara"));
    assert_eq!(review.status(&"18".into()), ReviewStatus::Amend);
    assert_eq!(review.status(&"2".into()), ReviewStatus::Accept);
    let note = &nth(&review, 0);
    assert_eq!(note.body, "Independent of the ministries? #ask-capital\nSecond line.");
    assert_eq!(note.extra_tags, [Tag("budget".into())]);
    assert_eq!((note.kind, note.rev, note.quote()), (NoteKind::Question, 3, Some("20 个")));
    assert_eq!((nth(&review, 1).kind, nth(&review, 1).changed), (NoteKind::Comment, nth(&review, 1).created));
}

#[test]
fn no_change_leaves_the_file_byte_for_byte() {
    check(|_| {}, &[], &[]);
    assert_eq!(write(FILE, &read(FILE)), FILE);
}

#[test]
fn one_status_is_one_changed_line_and_its_comment_stays() {
    check(
        |review| mark_mut(review, "18").status = ReviewStatus::Query,
        &["status = \"amend\"   # see cable"],
        &["status = \"query\"   # see cable"],
    );
}

#[test]
fn a_change_as_it_is_applied_touches_its_own_lines_only() {
    check(
        |review| {
            let change = Change::set_status("18".into(), ReviewStatus::Query, None);
            review.apply(change, later()).unwrap();
        },
        &["status = \"amend\"   # see cable", "rev = 2", "changed = 2026-11-23T14:05:10+01:00"],
        &["status = \"query\"   # see cable", "rev = 3", "changed = 2026-11-24T09:00:00-05:00"],
    );
}

#[test]
fn a_paragraph_numbered_by_hand_without_quotes_is_found_again() {
    check(
        |review| mark_mut(review, "2").status = ReviewStatus::Reserve,
        &["status = \"accept\""],
        &["status = \"reserve\""],
    );
}

#[test]
fn a_new_note_and_a_new_mark_are_added_lines_only() {
    check(
        |review| {
            let note = Note::new(NoteId("n3".into()), "2".into(), NoteKind::Point, "Say “yes”.".into(), at());
            review.apply(Change::add_note(note), at()).unwrap();
            let mark = Change::set_recommendation("3".into(), Some(Recommendation::Makes));
            review.apply(mark, at()).unwrap();
        },
        &[],
        &[
            "[[paragraph]]",
            "number = \"3\"",
            "status = \"unreviewed\"",
            "recommendation = \"makes\"",
            "rev = 1",
            "changed = 2026-11-23T14:02:00+01:00",
            "",
            "[[note]]",
            "id = \"n3\"",
            "paragraph = \"2\"",
            "kind = \"point\"",
            "settled = false",
            "rev = 1",
            "created = 2026-11-23T14:02:00+01:00",
            "changed = 2026-11-23T14:02:00+01:00",
            "body = \"\"\"",
            "Say “yes”.\"\"\"",
            "",
        ],
    );
}

#[test]
fn a_body_changes_in_the_line_that_was_changed() {
    check(
        |review| nth_mut(review, 0).body.push_str("\nThird."),
        &["Second line.\"\"\""],
        &["Second line.", "Third.\"\"\""],
    );
}

#[test]
fn tags_follow_the_body_and_keep_what_a_hand_added() {
    check(
        |review| nth_mut(review, 0).body = "#vote".into(),
        &[
            "tags = [ \"ask-capital\", \"#budget\" ]",
            "Independent of the ministries? #ask-capital",
            "Second line.\"\"\"",
        ],
        &["tags = [\"vote\", \"budget\"]", "#vote\"\"\""],
    );
}

#[test]
fn a_tag_that_stood_in_the_body_only_is_written_when_the_body_lets_it_go() {
    let file = FILE.replace("body = ''", "body = '#a'");
    let mut after = read(&file);
    nth_mut(&mut after, 1).body.clear();
    nth_mut(&mut after, 1).extra_tags = vec![Tag("a".into())];
    assert_eq!(read(&write(&file, &after)), after);
}

#[test]
fn deleting_is_a_tombstone_and_restoring_takes_it_back() {
    check(|review| nth_mut(review, 1).deleted = Some(at()), &[], &["deleted = 2026-11-23T14:02:00+01:00"]);
    let mut after = read(FILE);
    nth_mut(&mut after, 0).deleted = Some(at());
    let deleted = write(FILE, &after);
    nth_mut(&mut after, 0).deleted = None;
    assert_eq!(write(&deleted, &after), FILE);
}

#[test]
fn a_removed_line_leaves_its_comments() {
    for (with, left) in [
        ("# why\ndeleted = 2026-11-23T14:02:00Z # when\nbody = ''\n", "# why\n# when\nbody = ''\n"),
        ("body = ''\n# why\ndeleted = 2026-11-23T14:02:00Z # when\n", "body = ''\n# why\n# when\n"),
    ] {
        let file = FILE.replace("body = ''\n", with);
        let mut after = read(&file);
        nth_mut(&mut after, 1).deleted = None;
        assert_eq!(write(&file, &after), FILE.replace("body = ''\n", left));
    }
}

#[test]
fn anchors_come_move_and_go() {
    check(
        |review| {
            let anchor = nth_mut(review, 0).anchor.as_mut().unwrap();
            (anchor.start, anchor.end, anchor.state) = (4, 8, AnchorState::Check);
        },
        &["  start = 104", "  end = 108", "  state = \"sure\""],
        &["  start = 4", "  end = 8", "  state = \"check\""],
    );
    let mut after = read(FILE);
    nth_mut(&mut after, 1).anchor = Anchor::new("en", "the text", 4..8);
    nth_mut(&mut after, 0).anchor = None;
    assert_eq!(read(&write(FILE, &after)), after);
}

#[test]
fn a_new_file_holds_its_symbol_and_reviewer() {
    let (doc, review) = new_review(&Symbol("A/\"1\"".into()), "张伟");
    let source = doc.to_string();
    assert!(source.starts_with("# Rapporteur review."), "{source}");
    assert_eq!(read(&source), review);
}

#[test]
fn other_line_ends_and_a_byte_order_mark_do_not_alter_notes() {
    let crlf = format!("\u{feff}{}", FILE.replace('\n', "\r\n"));
    assert_eq!(read(&crlf), read(FILE));
    assert_eq!(write(&crlf, &read(FILE)), FILE);
}

/// Replaces a piece of [`FILE`] and holds that the first problem is this one, there.
fn check_problem(old: &str, new: &str, id: &str, line: usize, column: usize) {
    let source = FILE.replacen(old, new, 1);
    assert_ne!(source, FILE);
    let problem = read_review(&source).unwrap_err();
    assert_eq!((problem.said.id, problem.line, problem.column), (id, line, column), "{problem:?}");
    assert_eq!(problem.newer, id == "format-newer");
}

#[test]
fn problems_are_named_with_line_and_column() {
    check_problem("format = 1", "format = 99", "format-newer", 3, 10);
    check_problem("format = 1", "format = \"1\"", "format-wrong-type", 3, 10);
    check_problem("format = 1", "format = 0", "format-no-such-version", 3, 10);
    check_problem("format = 1\n", "", "format-no-version", 1, 1);
    check_problem("symbol = \"A/1\"", "symbol = \" \"", "format-empty-text", 4, 10);
    check_problem("reviewer = \"amara\"\n", "", "format-no-key-in-file", 1, 1);
    check_problem("\"amend\"", "\"agreed\"", "format-unknown-word", 10, 10);
    check_problem("number = 2", "number = \"18\"", "review-entry-twice", 15, 10);
    check_problem("id = \"n2\"", "id = \"n1\"", "review-entry-twice", 49, 6);
    check_problem("id = \"n2\"\n", "", "format-missing-key", 48, 1);
    check_problem("rev = 3", "rev = -3", "format-wrong-type", 26, 7);
    check_problem("settled = false", "settled = 0", "format-wrong-type", 24, 11);
    check_problem("created = 2026-11-23T14:00:00+01:00", "created = 2026-11-23", "format-wrong-type", 27, 11);
    check_problem("created = 2026-11-23T14:00:00+01:00", "created = \"today\"", "format-wrong-type", 27, 11);
    check_problem("[ \"ask-capital\"", "[ 1", "format-wrong-type", 25, 8);
    check_problem("value = \"comment\"", "value = \"remark\"", "format-unknown-word", 46, 11);
    check_problem("  value = \"comment\"\n", "", "format-missing-key", 44, 3);
    check_problem("  end = 108", "  end = 8", "review-anchor-backwards", 39, 9);
    check_problem("\"amara\"", "\"amara", "format-unclosed-text", 5, 18);
    check_problem("\"zh\"", "\"中\" 文", "format-syntax", 34, 18);
    // A column is what a reader counts, not code points.
    check_problem("\"zh\"", "\"e\u{301}\" 文", "format-syntax", 34, 18);
    check_problem("rev = 3", "rev = 99999999999999999999", "format-number-too-large", 26, 7);
    check_problem("x = [1,", "x = [1e999,", "format-number-too-large", 55, 6);
    check_problem("mood = ", "<<<<<<< HEAD\nmood = ", "format-conflict", 6, 1);
    check_problem(
        "[extra.deep]",
        "[[paragraph.x]]\n[extra.deep]\nformat=1\n[note]",
        "format-key-twice",
        57,
        2,
    );
    let all = inspect_review("format = 1\nnote = 1\nsymbol = 2");
    let ids: Vec<&str> = all.iter().map(|problem| problem.said.id).collect();
    assert_eq!(ids, ["format-no-key-in-file", "format-want-tables", "format-wrong-type"]);
    assert_eq!(read_review("").unwrap_err().said.id, "format-no-version");
}

#[test]
fn nothing_hidden_stands_raw_in_the_file() {
    for text in NASTY {
        let (mut doc, before) = new_review(&Symbol(text.into()), text);
        let mut after = before.clone();
        after.insert(Note::new(NoteId("n".into()), "1".into(), NoteKind::Comment, text.into(), at()));
        write_into(&mut doc, &before, &after);
        let raw = doc.to_string();
        let hidden =
            |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!raw.contains(hidden), "{raw:?}");
    }
}
