//! The whole program in a real pseudo-terminal: it starts, shows Chinese, saves, and survives every ending.
//!
//! Nothing here waits for a time: it waits for something to be seen, up to a limit that only a fault reaches.

#![expect(
    clippy::disallowed_methods,
    reason = "a test starts the program and looks at its files and processes"
)]

use crate::session::{Session, text_of, wait_for};

#[test]
fn it_opens_the_chinese_document_takes_a_note_and_leaves_the_terminal_whole() {
    let home = tempfile::tempdir().unwrap();
    let mut session = Session::start(home.path(), 80, 24, &[]);
    session.see("口头报告");
    session.keys("18");
    session.see("B. 其他建议 ∙ 18 ∙ 缅甸");
    session.keys("a");
    session.see("Note on 18");
    session.keys("独立于各部委吗？");
    session.see("独立于各部委吗？");
    assert_eq!(session.parser.screen().cursor_position().1, 17, "the cursor stands behind what was typed");
    session.keys("\x13");
    session.see("Saved ");
    assert!(text_of(home.path(), "reviews").contains("独立于各部委吗？"));
    session.keys("sm");
    session.see("Paragraph 18: amend");
    session.keys("q");
    session.see("q again quits");
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.assert_whole();
    let mut again = Session::start(home.path(), 120, 40, &[]);
    again.see("Last here");
    again.see("独立于各部委吗？");
    again.keys(":q\r");
    assert_eq!(again.end(), 0);
}

#[test]
fn a_signal_saves_the_draft_gives_the_terminal_back_and_ends_with_its_number() {
    for (name, code) in [("-TERM", 143), ("-INT", 130), ("-HUP", 129), ("-QUIT", 131)] {
        let home = tempfile::tempdir().unwrap();
        let mut session = Session::start(home.path(), 80, 24, &[]);
        session.see("口头报告");
        session.keys("5a半句");
        session.see("半句");
        session.signal(name);
        assert_eq!(session.end(), code, "{name}");
        session.assert_whole();
        assert!(text_of(home.path(), "drafts").contains("半句"), "{name}");
        let mut again = Session::start(home.path(), 80, 24, &[]);
        again.see("A draft was left by an interruption, on paragraph 5");
        again.keys("5a");
        again.see("半句");
        again.keys("，完了\x13");
        again.see("Saved ");
        assert!(text_of(home.path(), "reviews").contains("半句，完了"));
        wait_for("the draft is gone", || text_of(home.path(), "drafts").is_empty());
    }
}

#[test]
fn a_terminal_that_is_closed_leaves_a_draft_and_no_process_even_if_hang_ups_are_ignored() {
    for wrap in [&[][..], &["sh", "-c", "trap '' HUP; exec \"$0\""][..]] {
        let home = tempfile::tempdir().unwrap();
        let mut session = Session::start(home.path(), 80, 24, wrap);
        session.see("口头报告");
        session.keys("5a半句");
        session.see("半句");
        session.close();
        session.end();
        assert!(text_of(home.path(), "drafts").contains("半句"), "{wrap:?}");
    }
}

#[test]
fn a_kill_costs_nothing_that_was_saved_and_no_draft() {
    let home = tempfile::tempdir().unwrap();
    for round in 0..5 {
        let mut session = Session::start(home.path(), 80, 24, &[]);
        session.see("口头报告");
        session.keys(&format!("7anote {round}\x13"));
        session.see(&format!("note {round}"));
        wait_for("the note is on disk", || {
            text_of(home.path(), "reviews").contains(&format!("note {round}"))
        });
        session.keys(&format!("8adraft {round}"));
        wait_for("the draft is on disk", || {
            text_of(home.path(), "drafts").contains(&format!("draft {round}"))
        });
        session.signal("-KILL");
        session.end();
        let reviews = text_of(home.path(), "reviews");
        assert!((0..=round).all(|earlier| reviews.contains(&format!("note {earlier}"))));
        assert!(text_of(home.path(), "drafts").contains(&format!("draft {round}")));
    }
}

#[test]
fn a_window_that_tells_no_size_has_that_of_the_environment_until_one_comes() {
    for (wrap, last_row) in
        [(&["env"][..], 24), (&["env", "LINES=20", "COLUMNS=70"], 20), (&["env", "LINES=0", "COLUMNS=x"], 24)]
    {
        let home = tempfile::tempdir().unwrap();
        let mut session = Session::start(home.path(), 0, 0, wrap);
        session.see("口头报告");
        session.see_in_row(last_row, "a annotate");
        session.resize(60, 22);
        session.see_in_row(22, "a annotate");
        // Not by a key: crossterm may keep one that comes together with a new size until the next.
        session.signal("-TERM");
        assert_eq!(session.end(), 143);
        session.assert_whole();
    }
}

#[test]
fn a_terminal_that_cannot_place_a_cursor_gets_a_sentence_and_no_escape_byte() {
    for (wrap, named) in [
        (&["env", "TERM=dumb"][..], "TERM is dumb"),
        (&["env", "TERM=dumb", "LANG=zh_CN.UTF-8"], "TERM 为 dumb"),
        (&["env", "TERM=unknown"], "TERM is unknown"),
    ] {
        let home = tempfile::tempdir().unwrap();
        let mut session = Session::start(home.path(), 80, 24, wrap);
        assert_eq!(session.end(), 3, "{wrap:?}");
        assert!(session.screen().contains(named), "{}", session.screen());
        assert!(!session.bytes.contains(&0x1b), "{:?}", String::from_utf8_lossy(&session.bytes));
        assert!(session.is_cooked());
    }
}

#[test]
fn stopping_with_ctrl_z_gives_the_terminal_back_and_going_on_takes_it_again() {
    let home = tempfile::tempdir().unwrap();
    // Only a shell with job control can stop a program and let it go on.
    let script = "set -m; \"$0\"; echo 'is stopped'; read go; fg >/dev/null";
    let mut session = Session::start(home.path(), 80, 24, &["sh", "-c", script]);
    session.see("口头报告");
    session.keys("5");
    session.see("∙ 5 ∙");
    session.keys("\x1a");
    session.see("is stopped");
    session.assert_whole();
    session.keys("\r");
    session.see("∙ 5 ∙");
    assert!(session.parser.screen().alternate_screen());
    session.keys(":q\r");
    assert_eq!(session.end(), 0);
}

#[test]
fn the_users_editor_writes_the_note_and_one_that_fails_loses_nothing() {
    let home = tempfile::tempdir().unwrap();
    let editor = home.path().join("editor.sh");
    std::fs::write(&editor, "#!/bin/sh\ngrep -q '>8' \"$1\" || exit 9\nprintf '来自编辑器 ' > \"$1.n\"\ncat \"$1\" >> \"$1.n\"\nmv \"$1.n\" \"$1\"\nexit ${FAIL:-0}\n").unwrap();
    let script = format!("chmod +x {0}; EDITOR={0} FAIL=$1 exec \"$2\"", editor.display());
    // So wide that a sentence with the editor's path stands on one row, wherever the tests keep their files.
    for (fail, seen) in [("0", "Saved "), ("3", "ended with an error")] {
        let mut session = Session::start(home.path(), 160, 24, &["sh", "-c", &script, "sh", fail]);
        session.see("口头报告");
        session.keys("9awords\x05");
        session.see(seen);
        if fail == "3" {
            // The words from before are in the box, the editor's are a draft beside them.
            assert!(text_of(home.path(), "drafts").contains("words"));
            session.keys("\x1b");
            session.see("Note on 9 written");
            session.keys("a");
        }
        session.see("来自编辑器 words");
        if fail == "3" {
            session.keys("\x1b");
            session.see("Notes 3");
        }
        session.keys(":q\r");
        assert_eq!(session.end(), 0);
    }
    assert_eq!(text_of(home.path(), "reviews").matches("来自编辑器 words").count(), 2);
}

#[test]
fn what_an_input_method_commits_arrives_in_one_burst_and_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut session = Session::start(home.path(), 80, 24, &[]);
    session.see("口头报告");
    session.keys("7sr");
    session.see("Saved ");
    let before = text_of(home.path(), "reviews");
    // As in the report of the fault: the space asked, and the 1 of the same sentence answered.
    session.keys("请改 1 处");
    session.see("The input method is on");
    for more in ["sa同意", "dy1 导出x"] {
        session.keys("\x1b");
        session.see("Keys work again.");
        session.keys(more);
        session.see("The input method is on");
    }
    session.keys("\x1b");
    session.see("Keys work again.");
    session.keys("?");
    session.see("Moving around");
    assert_eq!(text_of(home.path(), "reviews"), before);
}
