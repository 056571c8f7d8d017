//! P6: sharing through git loses nothing. Random work of two reviewers, and of one reviewer on two machines, merged by
//! the real git in each of its styles: every file opens, no id is missing, every value that either side gave a field is
//! there, as the value or beside it.

#![expect(clippy::disallowed_methods, reason = "a test does what git and people do to files")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rapporteur::format::{new_review, read_review, write_into};
use rapporteur::model::{
    Change, EntryKind, EntryValue, FieldRole, FieldShape, Label, Moment, Note, NoteId, NoteKind,
    Recommendation, Record, Review, ReviewStatus,
};
use rapporteur::store::{ReviewStore, SaveOutcome};

use crate::ground::{Place, Random, figure, has, quick_folder, rounds, skipped};
use crate::hand::{self, PATIENCE, REVIEWER};

/// How git is to merge what it cannot merge by itself.
const STYLES: [&str; 3] = ["merge", "diff3", "zdiff3"];

/// git in a folder, with nothing of the machine's or the user's settings.
fn git(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new("git");
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("HOME", folder);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").env("LC_ALL", "C");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "amara").env(format!("GIT_{who}_EMAIL"), "amara@example.org");
    }
    command.args(["-c", "init.defaultBranch=desk"]).args(args).current_dir(folder).output().unwrap()
}

#[track_caller]
fn must(folder: &Path, args: &[&str]) {
    let output = git(folder, args);
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(folder: &Path, words: &str) {
    must(folder, &["add", "-A"]);
    must(folder, &["commit", "-q", "--allow-empty", "-m", words]);
}

/// A review file as the program writes it.
fn write(file: &Path, before: Option<&str>, after: &Review) {
    let (mut doc, was) = match before {
        Some(text) => read_review(text).unwrap(),
        None => new_review(&after.symbol, &after.reviewer),
    };
    write_into(&mut doc, &was, after);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, doc.to_string()).unwrap();
}

fn at(second: usize) -> Moment {
    format!("2026-11-23T{:02}:{:02}:{:02}+01:00", 8 + second / 3600, second / 60 % 60, second % 60)
        .parse()
        .unwrap()
}

/// Words of one line or of several; some of them look like what git writes.
fn words(random: &mut Random, side: &str) -> String {
    let mut words = format!("{side} {}", random.below(1_000_000));
    for _ in 0..random.below(4) {
        let line =
            ["独立于各部委吗？", "and who pays", "", "=======", ">>>>>>> he wrote", "\"\"\"", "[[note]]"];
        write!(words, "\n{} {side}{}", random.one(&line), random.below(9)).unwrap();
        if random.below(4) == 0 {
            words.push_str("\n=======");
        }
    }
    words
}

/// One thing that a person does to a review, by the program.
fn change(random: &mut Random, review: &Review, side: &str, number: usize) -> Change {
    let live: Vec<&Note> = review.live_notes().collect();
    let paragraph = Label::new(&(random.below(8) + 1).to_string());
    let note = (!live.is_empty()).then(|| *random.one(&live));
    let kind = *random.one(&NoteKind::ALL);
    match (random.below(9), note) {
        (0..3, Some(note)) => {
            let mut body = words(random, side);
            // Half of the time only a line of it is another one.
            if random.below(2) == 0 && note.body.contains('\n') {
                let mut lines: Vec<&str> = note.body.split('\n').collect();
                let place = random.below(lines.len());
                let line = format!("{side} {}", random.below(1_000_000));
                lines[place] = &line;
                body = lines.join("\n");
            }
            let kind = if random.below(2) == 0 { note.kind } else { kind };
            Change::edit_note(note.id.clone(), body, kind)
        }
        (3, Some(note)) => Change::settle_note(note.id.clone(), !note.settled),
        (4, Some(note)) => Change::delete_note(note.id.clone()),
        (5 | 6, _) => Change::set_status(paragraph, *random.one(&ReviewStatus::ALL), None),
        (7, _) => Change::set_recommendation(
            paragraph,
            *random.one(&[None, Some(Recommendation::Makes), Some(Recommendation::None)]),
        ),
        _ => {
            let id = NoteId(format!("{side}-{number}"));
            let body = words(random, side);
            Change::add_note(Note::new(id, paragraph, kind, body, at(number)))
        }
    }
}

/// Some work on a review. `clock`: when it begins; the same on both machines now and then, which git sees as no conflict.
fn work(random: &mut Random, review: &Review, side: &str, count: usize, clock: usize) -> Review {
    let mut after = review.clone();
    for number in 0..count {
        let change = change(random, &after, side, clock + number);
        after.apply(change, at(clock + number)).unwrap();
        random.next();
    }
    // A hand in the file: words change, and nothing says so.
    if random.below(5) == 0
        && let Some(Record::Note(note)) =
            after.records_mut().find(|record| record.key().kind() == EntryKind::Note)
    {
        note.body = words(random, side);
    }
    after.canonical()
}

/// What of either side is not in the merged review.
fn dropped(base: &Review, sides: [&Review; 2], merged: &Review) -> Vec<String> {
    let mut dropped = Vec::new();
    for side in sides {
        for record in side.records() {
            let (key, was) = (record.key(), base.get(&record.key()));
            let name = || format!("{:?} {}", key.kind(), key.name());
            let Some(now) = merged.get(&key) else {
                // A mark of which nothing was ever said need not be there.
                if key.kind() == EntryKind::Note || was.is_some() {
                    dropped.push(name());
                }
                continue;
            };
            let blank = key.blank(record.changed());
            let implied = (key.kind() == EntryKind::Mark).then_some(&blank);
            for field in key.kind().disputable() {
                let value = (field.get)(record);
                let new = was.or(implied).is_none_or(|was| (field.get)(was) != value);
                let beside = now.conflicts().iter().filter(|one| one.value.field == field.name);
                let values: Vec<EntryValue> = std::iter::once((field.get)(now))
                    .chain(beside.map(|one| one.value.value.clone()))
                    .collect();
                match (&value, field.role) {
                    // git may have joined the lines of one body by itself: then each line is there.
                    (EntryValue::Text(words), _) if field.shape == FieldShape::Text => {
                        let old = was.map(|was| (field.get)(was).text()).unwrap_or_default();
                        let old: Vec<&str> =
                            if was.is_some() { old.split('\n').collect() } else { Vec::new() };
                        let texts: Vec<String> = values.iter().map(EntryValue::text).collect();
                        let there =
                            |line: &str| texts.iter().any(|text| text.split('\n').any(|known| known == line));
                        for line in words.split('\n').filter(|line| !old.contains(line) && !there(line)) {
                            dropped.push(format!("line {line:?} of {}", name()));
                        }
                    }
                    // Whoever deleted it is heard, be it that another deleted it too.
                    (EntryValue::Moment(_), FieldRole::Deleted)
                        if new && values.iter().all(|value| *value == EntryValue::None) =>
                    {
                        dropped.push(format!("the deletion of {}", name()));
                    }
                    (_, FieldRole::Deleted) => {}
                    _ if new && field.name != "paragraph" && !values.contains(&value) => {
                        dropped.push(format!("{value:?} of {}", name()));
                    }
                    _ => {}
                }
            }
        }
    }
    dropped
}

/// Ids, and lines of words, of either side that are nowhere in the merged review.
fn gone(sides: [&Review; 2], base: &Review, merged: &Review) -> Vec<String> {
    let words = |note: &Note| -> Vec<String> {
        let others = note.conflicts.iter().map(|one| one.value.text());
        std::iter::once(note.body.clone()).chain(others).collect()
    };
    let there: Vec<String> = merged.notes().flat_map(words).collect();
    let there: BTreeSet<&str> = there.iter().flat_map(|text| text.split('\n')).collect();
    let mut gone = Vec::new();
    for note in sides.into_iter().flat_map(|side| side.notes()) {
        if merged.note(&note.id).is_none() {
            gone.push(format!("note {}", note.id));
        }
        let old: Vec<&str> =
            base.note(&note.id).map(|was| was.body.split('\n').collect()).unwrap_or_default();
        let new = note.body.split('\n').filter(|line| !old.contains(line) && !there.contains(line));
        gone.extend(new.map(|line| format!("line {line:?} of {}", note.id)));
    }
    gone
}

/// What a merge of one reviewer's work on two machines came to.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    merges: usize,
    conflicts: usize,
    unopened: usize,
    dropped: Vec<String>,
    undecided: usize,
    /// Values that are not at their note: from the markers alone it cannot always be known which one that is.
    elsewhere: usize,
}

/// How the file of a merge comes to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// As git leaves it, the conflict open; the program reads it.
    Program,
    /// Added with its markers: git has forgotten the sides, and the program has the markers alone.
    Added,
    /// The broken twin that takes our side of every conflict.
    Ours,
    /// The broken twin that lets git put both sides' lines one after the other.
    Union,
}

fn one_reviewer(random: &mut Random, round: usize, way: Way, tally: &mut Tally) {
    let folder = quick_folder();
    let place = Place::in_folder(folder.path());
    let (root, file) = (&place.root, hand::file(&place));
    must(root, &["init", "-q"]);
    must(root, &["config", "merge.conflictStyle", STYLES[round % STYLES.len()]]);
    if way == Way::Union {
        std::fs::write(root.join(".gitattributes"), "reviews/**/*.toml merge=union\n").unwrap();
    }
    let nothing = Review::new(hand::symbol(), REVIEWER);
    let count = random.below(14);
    let base = work(random, &nothing, "base", count, 0);
    write(&file, None, &base);
    commit(root, "base");
    let text = std::fs::read_to_string(&file).unwrap();
    let mut sides = Vec::new();
    for (side, begins) in [("desk", 1000), ("laptop", if random.below(4) == 0 { 1000 } else { 2000 })] {
        must(root, &["checkout", "-q", "-B", side, if sides.is_empty() { "HEAD" } else { "desk~1" }]);
        let count = random.below(9) + 1;
        let review = work(random, &base, side, count, begins);
        write(&file, Some(&text), &review);
        commit(root, side);
        sides.push(review);
    }
    must(root, &["checkout", "-q", "desk"]);
    tally.merges += 1;
    if !git(root, &["merge", "-q", "laptop"]).status.success() {
        tally.conflicts += 1;
        if way == Way::Ours {
            must(root, &["checkout", "-q", "--ours", "."]);
        }
        if way == Way::Added {
            commit(root, "with its markers");
        }
    }
    let mut store = ReviewStore::new(&hand::workspace(&place), &hand::symbol(), REVIEWER);
    let loaded = store.load();
    if loaded.trouble().is_some() {
        tally.unopened += 1;
        // It says where, and nothing is written over it.
        let said = loaded.trouble().map(|error| error.user_message().id);
        assert_eq!((said, loaded.read_only.is_some()), (Some("store-review-broken"), false));
        return;
    }
    let missed = dropped(&base, [&sides[0], &sides[1]], &loaded.review);
    if way == Way::Added {
        tally.elsewhere += missed.len();
        let gone = gone([&sides[0], &sides[1]], &base, &loaded.review);
        tally.dropped.extend(gone.into_iter().map(|what| format!("round {round}: {what}\n{}", read(&file))));
        return;
    }
    tally.undecided += loaded.review.undecided().count();
    tally.dropped.extend(missed.into_iter().map(|what| {
        format!(
            "round {round}: {what}
{}",
            read(&file)
        )
    }));
    if way == Way::Program {
        // The next save makes it a file like any other, and loses nothing of it either.
        let SaveOutcome::Saved(_) = store.save(&hand::done(&store, hand::add("next"), at(9000)), PATIENCE)
        else {
            panic!("round {round}: it opens and cannot be saved")
        };
        let (_, now) = read_review(&read(&file)).unwrap();
        assert_eq!(now, *store.review());
        let missed = dropped(&base, [&sides[0], &sides[1]], &now);
        tally.dropped.extend(missed.into_iter().map(|what| format!("round {round}, saved: {what}")));
    }
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_default()
}

fn many(name: &str, way: Way, count: usize) -> Tally {
    let mut random = Random::of(name);
    let mut tally = Tally::default();
    for round in 0..count {
        one_reviewer(&mut random, round, way, &mut tally);
    }
    let Tally { merges, conflicts, unopened, dropped, undecided, elsewhere } = &tally;
    figure(&format!(
        "P6 one reviewer on two machines, {way:?}: {merges} merges, {conflicts} with conflicts, {unopened} not \
         opened, {} values or ids dropped, {elsewhere} values at another note, {undecided} left to decide (seed {})",
        dropped.len(),
        random.seed
    ));
    tally
}

#[test]
fn the_work_of_one_reviewer_on_two_machines_is_all_there_after_a_merge() {
    if !has("git") {
        return skipped("P6 one reviewer on two machines", "no git on this machine");
    }
    let tally = many("one reviewer", Way::Program, rounds(20, 200));
    assert!(tally.unopened == 0 && tally.dropped.is_empty(), "{}", tally.dropped.join("\n"));
    assert!(tally.conflicts * 2 > tally.merges, "most of them conflict, or this proves little");
}

#[test]
fn with_markers_alone_what_opens_has_every_id_and_every_word() {
    if !has("git") {
        return skipped("P6 markers alone", "no git on this machine");
    }
    let tally = many("one reviewer", Way::Added, rounds(20, 200));
    assert!(tally.dropped.is_empty(), "{}", tally.dropped.join("\n"));
    // Where git gave the end of a paragraph to a note, neither side is a file. That is rare, and told.
    assert!(tally.unopened * 50 <= tally.merges, "{tally:?}");
}

#[test]
fn taking_one_side_or_all_lines_is_caught() {
    if !has("git") {
        return skipped("P6 twins", "no git on this machine");
    }
    let ours = many("one reviewer", Way::Ours, rounds(10, 40));
    assert!(!ours.dropped.is_empty(), "the twin that takes one side is not caught");
    let union = many("one reviewer", Way::Union, rounds(10, 40));
    assert!(union.unopened + union.dropped.len() > 0, "the twin that takes all lines is not caught");
}

#[test]
fn two_reviewers_never_conflict() {
    if !has("git") {
        return skipped("P6 two reviewers", "no git on this machine");
    }
    let mut random = Random::of("two reviewers");
    let (mut conflicts, mut wrong, count) = (0, 0, rounds(20, 200));
    for _ in 0..count {
        let folder = quick_folder();
        let place = Place::in_folder(folder.path());
        let root = &place.root;
        must(root, &["init", "-q"]);
        let file = |who: &str| -> PathBuf { hand::workspace(&place).review(&hand::symbol(), who) };
        let people = [REVIEWER, "张伟"];
        let mut now: Vec<Review> = Vec::new();
        for who in people {
            let begun = random.below(8);
            let review = work(&mut random, &Review::new(hand::symbol(), who), who, begun, 0);
            write(&file(who), None, &review);
            now.push(review);
        }
        commit(root, "base");
        for (which, who) in people.into_iter().enumerate() {
            must(
                root,
                &["checkout", "-q", "-B", &format!("of-{which}"), if which == 0 { "HEAD" } else { "of-0~1" }],
            );
            let text = read(&file(who));
            let count = random.below(9) + 1;
            now[which] = work(&mut random, &now[which], who, count, 1000);
            write(&file(who), Some(&text), &now[which]);
            commit(root, who);
        }
        conflicts += usize::from(!git(root, &["merge", "-q", "of-0"]).status.success());
        for (who, review) in people.into_iter().zip(&now) {
            wrong +=
                usize::from(read_review(&read(&file(who))).map(|(_, read)| read != *review).unwrap_or(true));
        }
    }
    figure(&format!(
        "P6 two reviewers: {count} merges, {conflicts} conflicts, {wrong} files not as written (seed {})",
        random.seed
    ));
    assert_eq!((conflicts, wrong), (0, 0));
}
