//! P7: other hands in the files, while the program is open. The review is removed, emptied, cut, put back, replaced,
//! locked away; git checks out, resets, stashes and cleans. It is never silent, and the journal has every word.

#![expect(clippy::disallowed_methods, reason = "a test does to files what others do")]

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use rapporteur::model::{EntryValue, Record, Symbol};
use rapporteur::store::{Journal, ReviewStore, SaveOutcome, Workspace};

use crate::desk::{Place, Program};
use crate::ground::{default_place, figure, has, program, quick_folder, skipped};
use crate::hand;
use crate::undoing::SYMBOL;

/// Something that another hand does to the review's file.
type OperationKind = (&'static str, fn(&Path));

/// Where the file was before the hand came, for putting it back.
fn earlier(file: &Path) -> PathBuf {
    file.parent().unwrap().parent().unwrap().parent().unwrap().join("earlier")
}

const DEEDS: [OperationKind; 9] = [
    ("removed", |file| std::fs::remove_file(file).unwrap()),
    ("emptied", |file| std::fs::write(file, "").unwrap()),
    ("cut in half", |file| {
        let bytes = std::fs::read(file).unwrap();
        std::fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
    }),
    ("put back to an earlier state", |file| assert!(std::fs::copy(earlier(file), file).is_ok())),
    ("replaced by another's review", |file| {
        let text = std::fs::read_to_string(file).unwrap().replace("\"amara\"", "\"lina\"");
        std::fs::write(file, text).unwrap();
    }),
    ("replaced by something else", |file| std::fs::write(file, "Dear all,\n\u{fffd}").unwrap()),
    ("without permissions", |file| std::fs::set_permissions(file, Permissions::from_mode(0o000)).unwrap()),
    ("replaced by a folder", |file| {
        std::fs::remove_file(file).unwrap();
        std::fs::create_dir(file).unwrap();
    }),
    ("removed with its folder", |file| std::fs::remove_dir_all(file.parent().unwrap()).unwrap()),
];

/// When it does so.
const TIMES: [&str; 3] = ["before a save", "between two saves", "after a save"];

/// Words, one of which is on the screen when the program has noticed: that notes are gone, or that the file cannot be
/// used or written.
const TOLD: [&str; 3] = ["Removed outside", "WARNING", "NOT SAVED"];

fn file(place: &Place) -> PathBuf {
    Workspace::default_at(&place.data()).review(&Symbol(SYMBOL.into()), "amara")
}

/// The words of all notes in the journal.
fn journaled(place: &Place) -> Vec<String> {
    let workspace = Workspace::default_at(&place.data());
    let state = place.folder.path().join("state");
    let journal = Journal::of(&state, &workspace, &Symbol(SYMBOL.into()), "amara", "");
    let history = journal.read_all().unwrap().history;
    let diffs = history.operations().flat_map(|operation| &operation.diffs);
    let words = diffs.filter_map(|diff| match &diff.after {
        Some(Record::Note(note)) => Some(note.body.clone()),
        _ => None,
    });
    words.collect()
}

/// Every file below the place, as one text.
fn everything(folder: &Path) -> String {
    let mut files = Vec::new();
    crate::ground::walk(folder, &mut files);
    files
        .iter()
        .map(|path| String::from_utf8_lossy(&std::fs::read(path).unwrap_or_default()).into_owned())
        .collect()
}

/// Whether the program tells of it, now or when it looks next.
fn tells(program: &mut Program) -> bool {
    let told = |program: &Program| {
        let all = format!("{}\n{}", program.screen(), program.notice());
        TOLD.iter().any(|words| all.contains(words))
    };
    (0..3).any(|_| {
        let now = told(program);
        program.look();
        now || told(program)
    })
}

/// Notes in three steps with a deed at one of the times; what was written, and whether the deed was told.
fn with_a_deed(place: &Place, deed: impl Fn(&Path), time: &str) -> (Vec<String>, bool) {
    let mut program = place.start(100, 40, &[]);
    let mut written = Vec::new();
    let mut write = |program: &mut Program, words: &str| {
        program.keys(&format!("7a{words}<Ctrl-s>"));
        written.push(words.to_owned());
    };
    write(&mut program, "the first words");
    std::fs::copy(file(place), earlier(&file(place))).unwrap();
    write(&mut program, "请核实 the second");
    drop(program);
    // Another day: the file is there from before.
    let mut program = place.start(100, 40, &[]);
    let mut told = false;
    for step in TIMES {
        if step != "before a save" {
            write(&mut program, &format!("words {step}"));
        }
        if step == time {
            deed(&file(place));
            if step == "between two saves" {
                // It is noticed by the save, not by looking.
                continue;
            }
        }
        told |= time == step && tells(&mut program);
        if time == "between two saves" && step == "after a save" {
            told |= tells(&mut program);
        }
    }
    if !told {
        // What alters nothing that can be seen is told by the save that it stops.
        write(&mut program, "the last words");
        told = tells(&mut program);
    }
    (written, told)
}

#[test]
fn what_other_hands_do_to_the_file_is_told_and_no_word_is_lost() {
    let (mut silent, mut lost, mut cases) = (Vec::new(), Vec::new(), 0);
    for (name, deed) in DEEDS {
        for time in TIMES {
            let place = Place { folder: quick_folder() };
            let (written, told) = with_a_deed(&place, deed, time);
            cases += 1;
            if !told {
                silent.push(format!("{name} {time}"));
            }
            let (journal, all) = (journaled(&place), everything(place.folder.path()));
            for words in written {
                if !journal.contains(&words) || !all.contains(&words) {
                    lost.push(format!("{name} {time}: {words}"));
                }
            }
        }
    }
    figure(&format!(
        "P7 deeds × times {cases}: silent {} words not in the journal {}",
        silent.len(),
        lost.len()
    ));
    assert_eq!((silent, lost), (Vec::<String>::new(), Vec::<String>::new()));
}

#[test]
fn whatever_was_done_to_the_file_one_command_brings_every_word_back() {
    let words = ["the first words", "请核实 the second", "words after a save"];
    let mut whole = 0;
    for (name, deed) in DEEDS {
        let home = tempfile::tempdir().unwrap();
        let add = |words: &str| {
            let args = ["note", "add", "--paragraph", "7", words];
            assert!(program(home.path(), &[], &args).output().unwrap().status.success(), "{name}");
        };
        let root = default_place(home.path()).root;
        let path = Workspace::default_at(&root).review(&Symbol(SYMBOL.into()), "amara");
        add(words[0]);
        std::fs::copy(&path, earlier(&path)).unwrap();
        words[1..].iter().for_each(|words| add(words));
        deed(&path);
        if path.is_dir() {
            // What is not the program's is not removed by it: it says so, and a hand has to move it away.
            let ran = program(home.path(), &[], &["recover", "restore", "lost"]).output().unwrap();
            assert!(!ran.status.success() && path.is_dir(), "{name}");
            std::fs::remove_dir(&path).unwrap();
        }
        if path.is_file() && std::fs::File::open(&path).is_err() {
            // A lock that someone put on is not broken open (root does not see it): the file is named, and a hand
            // has to take it off.
            let add = ["note", "add", "--paragraph", "7", "in vain"];
            let ran = program(home.path(), &[], &add).output().unwrap();
            let said = String::from_utf8_lossy(&ran.stderr).into_owned();
            assert!(!ran.status.success() && said.contains("amara.toml"), "{name}: {said}");
            std::fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        }
        // What the journal misses in the file; where the file cannot be understood, the last state that it knows.
        let listed = program(home.path(), &[], &["recover"]).output().unwrap();
        let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
        let mut items = listed.lines().map(|line| line.split(' ').next().unwrap_or_default());
        let lost = items.clone().find(|item| *item == "lost");
        let Some(item) = lost.or_else(|| items.rfind(|item| item.starts_with("journal-"))) else {
            panic!("{name}: nothing to go back to\n{listed}");
        };
        let ran = program(home.path(), &[], &["recover", "restore", item]).output().unwrap();
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let missing: Vec<&&str> = words.iter().filter(|words| !text.contains(**words)).collect();
        let said = String::from_utf8_lossy(&ran.stderr);
        assert!(missing.is_empty(), "{name}: {missing:?} not brought back by {item}: {said}");
        whole += 1;
    }
    figure(&format!("P7 recoverable with one command: {whole} of {}", DEEDS.len()));
}

fn git(folder: &Path, args: &[&str]) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "init.defaultBranch=main"]);
    let ran = command.args(args).current_dir(folder).output().unwrap();
    assert!(ran.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn git_under_an_open_program_is_told_and_no_word_is_lost() {
    if !has("git") {
        return skipped("P7 git", "no git on this machine");
    }
    let deeds: [(&str, &[&[&str]]); 5] = [
        ("checkout .", &[&["checkout", "-q", "."]]),
        ("checkout HEAD~1", &[&["stash", "-q"], &["checkout", "-q", "HEAD~1"]]),
        ("stash", &[&["stash", "-q"]]),
        ("reset --hard HEAD~1", &[&["reset", "-q", "--hard", "HEAD~1"]]),
        ("clean -fdx", &[&["rm", "-q", "-r", "--cached", "reviews"], &["clean", "-q", "-fdx"]]),
    ];
    let (mut silent, mut lost) = (Vec::new(), Vec::new());
    for (name, commands) in deeds {
        let place = Place { folder: quick_folder() };
        let mut program = place.start(100, 40, &[]);
        let data = place.data();
        let mut written = Vec::new();
        for number in 0..4 {
            program.keys(&format!("7awords {number}<Ctrl-s>"));
            written.push(format!("words {number}"));
            if number == 0 {
                git(&data, &["init", "-q"]);
            }
            if number < 2 {
                git(&data, &["add", "reviews"]);
                git(&data, &["commit", "-q", "-m", "notes"]);
            }
        }
        commands.iter().for_each(|command| git(&data, command));
        if !tells(&mut program) {
            silent.push(format!("{name}: {}", program.screen()));
        }
        program.keys("5aafter it<Ctrl-s>");
        written.push("after it".to_owned());
        let journal = journaled(&place);
        lost.extend(
            written
                .into_iter()
                .filter(|words| !journal.contains(words))
                .map(|words| format!("{name}: {words}")),
        );
    }
    figure(&format!(
        "P7 git {}: silent {} words not in the journal {}",
        deeds.len(),
        silent.len(),
        lost.len()
    ));
    assert_eq!((silent, lost), (Vec::<String>::new(), Vec::<String>::new()));
}

#[test]
fn what_is_taken_while_no_program_runs_is_missed_by_the_next_and_a_store_without_a_journal_is_caught() {
    let (mut noticed, mut twin_silent) = (0, 0);
    for (name, deed) in [DEEDS[0], DEEDS[3], DEEDS[8]] {
        let folder = tempfile::tempdir().unwrap();
        let place = crate::ground::Place::in_folder(folder.path());
        let path = hand::file(&place);
        let save = |id: &str| {
            let mut store = hand::store(&place);
            let outcome = store.save(&hand::done(&store, hand::add(id), hand::moment()), hand::PATIENCE);
            assert!(matches!(outcome, SaveOutcome::Saved(_)), "{outcome:?}");
        };
        save("one");
        std::fs::copy(&path, earlier(&path)).unwrap();
        save("two");
        deed(&path);
        // The twin has nothing but the file: it sees what is there and misses nothing.
        let mut twin = ReviewStore::new(&hand::workspace(&place), &hand::symbol(), hand::REVIEWER);
        twin_silent += usize::from(twin.load().lost.is_empty());
        let mut store = hand::store_before_loading(&place);
        let lost = store.load().lost;
        assert!(
            lost.records().any(|record| record.get("body") == Some(EntryValue::Text(hand::body_of("two")))),
            "{name}: {lost:?}"
        );
        noticed += 1;
    }
    figure(&format!(
        "P7 taken while no program ran: {noticed} of 3 noticed; twin without a journal silent in {twin_silent} of 3"
    ));
    assert_eq!(twin_silent, 3, "the twin without a journal was not caught");
}
