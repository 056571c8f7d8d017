//! `$VISUAL` and `$EDITOR`: words of a command, no shell; and what an editor does to the note's file.

#![expect(clippy::disallowed_methods, reason = "a test writes editors")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::home::binary;
use crate::session::{Session, text_of, wait_for};

/// An editor in a folder whose name has spaces and quotes.
fn editor(home: &Path, script: &str) -> PathBuf {
    let folder = home.join("my \"odd\" editors");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("ed");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

/// The program with this for an editor, a note on paragraph 9 begun with a word, handed to it.
fn handed(home: &Path, command: &str) -> Session {
    // Set where the program is started, so that no shell reads what stands in it.
    let script = "VISUAL=$1; export VISUAL; shift; exec \"$@\"";
    let mut session = Session::start(home, 80, 24, &["sh", "-c", script, "sh", command]);
    session.see("口头报告");
    session.keys("9a原文\x05");
    session
}

fn quoted(path: &Path) -> String {
    format!("'{}'", path.display())
}

#[test]
fn an_editor_with_words_and_an_odd_path_writes_the_note() {
    let home = tempfile::tempdir().unwrap();
    let path = editor(home.path(), "[ \"$1 $2\" = '-u NONE' ] && [ $# = 3 ] && printf '改过' > \"$3\"");
    let mut session = handed(home.path(), &format!("{} -u  \"NONE\"", quoted(&path)));
    session.see("Saved ");
    assert!(text_of(home.path(), "reviews").contains("改过"));
    session.keys(":q\r");
    assert_eq!(session.end(), 0);
}

#[test]
fn an_editor_that_cannot_be_started_costs_no_word_and_starts_nothing_else() {
    for command in [
        "; touch owned",
        "/no/such/editor",
        "$(touch owned)",
        "`touch owned`",
        "vi\u{1b}[31m; x",
        "/dev/null",
        "/",
        "''",
    ] {
        let home = tempfile::tempdir().unwrap();
        let mut session = handed(home.path(), command);
        session.see("could not be started");
        session.see("原文");
        wait_for(command, || text_of(home.path(), "drafts").contains("原文"));
        session.keys("\x13");
        session.see("Saved ");
        assert!(text_of(home.path(), "reviews").contains("原文"), "{command}");
        session.keys(":q\r");
        assert_eq!(session.end(), 0);
        assert!(!home.path().join("owned").exists(), "{command}");
    }
}

#[test]
fn an_editor_that_fails_or_is_killed_leaves_the_words_and_the_draft() {
    for (script, kept) in [
        ("exit 1", "原文"),
        ("kill -9 $$", "原文"),
        ("rm \"$1\"; exit 1", "原文"),
        ("rm \"$1\"", "原文"),
        ("printf '\\351\\351' > \"$1\"", "原文"),
        ("rm \"$1\"; mkdir \"$1\"", "原文"),
        ("rm \"$1\"; mkfifo \"$1\"", "原文"),
        ("rm \"$1\"; ln -s /dev/zero \"$1\"", "原文"),
    ] {
        let home = tempfile::tempdir().unwrap();
        let path = editor(home.path(), script);
        let mut session = handed(home.path(), &quoted(&path));
        session.see("Note on 9");
        session.see(kept);
        wait_for(script, || {
            let drafts = text_of(home.path(), "drafts");
            drafts.contains("原文") || drafts.contains(kept)
        });
        session.keys("\x13");
        session.see("Saved ");
        assert!(text_of(home.path(), "reviews").contains(kept), "{script}");
        session.keys(":q\r");
        assert_eq!(session.end(), 0, "{script}");
    }
}

#[test]
fn a_file_that_comes_back_odd_is_read_as_what_it_says() {
    for (script, body) in [
        ("printf '\\357\\273\\277行一\\r\\n行二\\r\\n' > \"$1\"", "行一\n行二"),
        ("printf '换' > \"$1.new\"; mv \"$1.new\" \"$1\"", "换"),
        ("printf '写' > \"$1\"; touch \"$1.swp\" \"$1~\" \".$(basename \"$1\").swp\"", "写"),
        ("printf 'a\\033[31m\\000b' > \"$1\"", "a\\u001B[31m\\u0000b"),
        ("chmod 0444 \"$1\"; printf '硬' > \"$1.n\"; mv -f \"$1.n\" \"$1\"", "硬"),
    ] {
        let home = tempfile::tempdir().unwrap();
        let path = editor(home.path(), script);
        let mut session = handed(home.path(), &quoted(&path));
        session.see("Saved ");
        let review = text_of(home.path(), "reviews");
        assert!(review.contains(body), "{script}: {review}");
        session.keys(":q\r");
        assert_eq!(session.end(), 0, "{script}");
    }
}

#[test]
fn an_editor_that_empties_the_file_gives_the_box_back_with_its_words() {
    for script in [": > \"$1\"", "printf ' \\n\\n' > \"$1\"", "cp /dev/null \"$1\""] {
        let home = tempfile::tempdir().unwrap();
        let path = editor(home.path(), script);
        let mut session = handed(home.path(), &quoted(&path));
        see(&mut session, "left the text empty");
        session.see("原文");
        wait_for(script, || text_of(home.path(), "drafts").contains("原文"));
        session.keys("。\x13");
        session.see("Saved ");
        assert!(text_of(home.path(), "reviews").contains("原文。"), "{script}");
        session.keys(":q\r");
        assert_eq!(session.end(), 0);
    }
}

#[test]
fn what_is_typed_anywhere_in_the_file_is_the_note() {
    for (script, body) in [
        ("printf '附言\\n' >> \"$1\"", "原文\n附言"),
        ("printf '附言' | cat - \"$1\" > x; cat x > \"$1\"", "附言原文"),
        ("sed -i 's/^-----.*/&\\n附言/' \"$1\"", "原文\n附言"),
        ("sed -i 's/^> 9. /> 9. 改动/' \"$1\"", "> 9. 改动"),
        ("printf '$a\\n附言\\n.\\nw\\nq\\n' | ed -s \"$1\"", "原文\n附言"),
        ("printf '\\377\\376\\154\\232\\143\\153' > \"$1\"", "马正"),
        ("printf '行一\\v行二\\f行三\\342\\200\\250行四' > \"$1\"", "行一\n行二\n行三\n行四"),
    ] {
        if script.contains("ed -s") && !has("ed") {
            continue;
        }
        let home = tempfile::tempdir().unwrap();
        let path = editor(home.path(), script);
        let mut session = handed(home.path(), &quoted(&path));
        session.see("Saved ");
        let review = text_of(home.path(), "reviews");
        assert!(review.contains(body), "{script}: {review}");
        assert_eq!(editor_files(home.path()), 0, "{script}");
        session.keys(":q\r");
        assert_eq!(session.end(), 0, "{script}");
    }
}

#[test]
fn what_an_editor_wrote_before_it_failed_lies_beside_the_words_from_before() {
    for script in [
        "printf '半途' > \"$1\"; exit 1",
        "printf '半途' > \"$1\"; kill -9 $$",
        "printf '半途' > \"$1\"; kill -TERM $$",
        "printf '半途' > \"$1.n\"; mv \"$1.n\" \"$1\"; exit 3",
    ] {
        let home = tempfile::tempdir().unwrap();
        let path = editor(home.path(), script);
        let mut session = handed(home.path(), &quoted(&path));
        see(&mut session, "is a draft beside it");
        session.see("原文");
        session.keys("\x13");
        session.see("Saved ");
        let review = text_of(home.path(), "reviews");
        assert!(review.contains("原文") && !review.contains("半途"), "{script}: {review}");
        wait_for(script, || text_of(home.path(), "drafts").contains("半途"));
        // On the screen: `a` there goes on with it.
        session.keys("a\x13");
        session.see("Notes 2");
        session.see("Saved ");
        session.keys(":q\r");
        assert_eq!(session.end(), 0, "{script}");
        assert!(text_of(home.path(), "reviews").contains("半途"), "{script}");
        assert_eq!(text_of(home.path(), "drafts"), "", "{script}");
        assert_eq!(editor_files(home.path()), 0, "{script}");
    }
}

#[test]
fn an_editor_that_does_not_wait_leaves_the_box_open_and_loses_nothing_later() {
    let home = tempfile::tempdir().unwrap();
    // It returns at once, and what the test lets happen then is written.
    let script =
        "p=$1; (until [ -e go ]; do sleep 0.05; done; printf '后写' > \"$p\"; touch done) >/dev/null 2>&1 &";
    let path = editor(home.path(), script);
    let mut session = handed(home.path(), &quoted(&path));
    see(&mut session, "--wait");
    session.see("原文");
    fs::write(home.path().join("go"), "").unwrap();
    while !home.path().join("done").exists() {
        session.take(std::time::Duration::from_millis(20));
    }
    session.keys("\x13");
    session.see("Saved ");
    session.keys("k");
    see(&mut session, "What the editor wrote besides is a draft on 9");
    session.keys("j");
    session.keys("a");
    session.see("后写");
    session.keys("\x13");
    session.see("Notes 2");
    session.keys(":q\r");
    assert_eq!(session.end(), 0);
    let review = text_of(home.path(), "reviews");
    assert!(review.contains("原文") && review.contains("后写"), "{review}");
}

#[test]
fn what_an_editor_writes_when_the_program_is_gone_is_told_and_listed() {
    let home = tempfile::tempdir().unwrap();
    let path = editor(home.path(), "printf '%s' \"$1\" > file");
    let mut session = handed(home.path(), &quoted(&path));
    see(&mut session, "--wait");
    session.keys("\x13");
    session.see("Saved ");
    session.keys(":q\r");
    assert_eq!(session.end(), 0);
    let file = fs::read_to_string(home.path().join("file")).unwrap();
    let given = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{given}迟来的话\n")).unwrap();
    let recover = |arguments: &[&str]| {
        let mut command = std::process::Command::new(binary());
        command.env_clear().env("HOME", home.path()).env("USER", "amara").arg("recover").args(arguments);
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let listed = recover(&[]);
    let name = listed.split_whitespace().find(|word| word.starts_with("editor-")).expect(&listed).to_owned();
    assert!(recover(&["show", &name]).contains("迟来的话"));
    let mut again = handed(home.path(), "true");
    again.see("A draft was left");
    assert!(text_of(home.path(), "drafts").contains("迟来的话"));
    // The box is open again: what comes behind its words in one burst would be no command.
    see(&mut again, "--wait");
    again.keys("\x1b:q\r");
    again.keys("\x1b\x1b:q\r");
    assert_eq!(again.end(), 0);
    // The next `a` there went on with it.
    assert!(text_of(home.path(), "reviews").contains("迟来的话原文"));
}

#[test]
fn a_file_that_cannot_be_read_back_stays_where_it_is_and_is_named() {
    for script in [
        "printf '\\351crit' > \"$1\"",
        "printf '\\351crit' > \"$1\"; exit 1",
        "printf '\\377\\376\\060' > \"$1\"",
        "head -c 1100000 /dev/zero | tr '\\0' x > \"$1\"",
    ] {
        let home = tempfile::tempdir().unwrap();
        let path = editor(home.path(), script);
        let mut session = handed(home.path(), &quoted(&path));
        see(&mut session, "rapporteur/editor/");
        session.see("原文");
        session.keys("\x13");
        session.see("Saved ");
        session.keys(":q\r");
        assert_eq!(session.end(), 0, "{script}");
        assert!(editor_files(home.path()) > 0, "{script}");
        let mut again = Session::start(home.path(), 80, 24, &[]);
        again.see("CAC/COSP");
        while !flat(&again.screen()).contains("rapporteur/editor/") {
            again.keys("j");
            again.take(std::time::Duration::from_millis(100));
        }
        again.keys(":q\r");
        assert_eq!(again.end(), 0, "{script}");
    }
}

/// Without white space: a sentence may go on in the next line anywhere.
fn flat(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

fn see(session: &mut Session, words: &str) {
    let until = std::time::Instant::now() + crate::session::LIMIT;
    while !flat(&session.screen()).contains(&flat(words)) {
        assert!(std::time::Instant::now() < until, "never seen: {words}\n{}", session.screen());
        session.take(std::time::Duration::from_millis(50));
    }
}

/// Whether a program is there.
fn has(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(program).exists())
}

fn editor_files(home: &Path) -> usize {
    fs::read_dir(home.join(".local/state/rapporteur/editor")).map_or(0, Iterator::count)
}

#[test]
fn what_others_save_while_the_editor_is_open_is_kept() {
    let home = tempfile::tempdir().unwrap();
    let add = format!(
        "'{}' note add --paragraph 9 meanwhile >/dev/null && printf '改过' > \"$1\"",
        binary().display()
    );
    let path = editor(home.path(), &add);
    let mut session = handed(home.path(), &quoted(&path));
    session.see("Saved ");
    session.see("meanwhile");
    let review = text_of(home.path(), "reviews");
    assert!(review.contains("meanwhile") && review.contains("改过"), "{review}");
    session.keys(":q\r");
    assert_eq!(session.end(), 0);
}

#[test]
fn the_file_that_the_editor_gets_is_its_owners_alone_and_goes_when_all_is_saved() {
    let home = tempfile::tempdir().unwrap();
    let path = editor(home.path(), "stat -c %a \"$1\" \"$(dirname \"$1\")\" > seen; printf '好' > \"$1\"");
    let mut session = handed(home.path(), &quoted(&path));
    session.see("Saved ");
    session.keys(":q\r");
    assert_eq!(session.end(), 0);
    assert_eq!(fs::read_to_string(home.path().join("seen")).unwrap(), "600\n700\n");
    let left = fs::read_dir(home.path().join(".local/state/rapporteur/editor")).unwrap().count();
    assert_eq!(left, 0, "the editor's file stayed");
}
