//! `$VISUAL` and `$EDITOR`: words of a command, no shell; and what an editor does to the note's file.

#![expect(clippy::disallowed_methods, reason = "a test writes editors")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::home::binary;
use crate::session::{Session, text_of};

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
        assert!(text_of(home.path(), "drafts").contains("原文"), "{command}");
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
        ("printf '半途' > \"$1\"; exit 1", "半途"),
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
        let drafts = text_of(home.path(), "drafts");
        assert!(drafts.contains("原文") || drafts.contains(kept), "{script}");
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
fn an_editor_that_saves_nothing_writes_no_empty_note() {
    let home = tempfile::tempdir().unwrap();
    let path = editor(home.path(), ": > \"$1\"");
    let mut session = handed(home.path(), &quoted(&path));
    session.see("B. 其他建议");
    session.keys("\x1b\x1b:q\r");
    assert_eq!(session.end(), 0);
    assert!(!text_of(home.path(), "reviews").contains("body"), "{}", text_of(home.path(), "reviews"));
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
