//! What an input method commits where commands are typed: in one piece or character by character it changes nothing, and
//! keys work again when a person shows that he knows.

use proptest::prelude::*;
use rapporteur::app::{Ask, DiskEffect, Effect, Mode, Tab, TerminalEffect};
use rapporteur::model::{ParagraphIndex, Review, ReviewStatus};

use crate::desk::{Place, Program};

/// The program at paragraph 5, which is on reserve and has a note, as 6 has; 7 is accepted.
fn begun(place: &Place) -> Program {
    let mut program = place.start(80, 24, &[]);
    program.keys("7sa6aon six<Esc>5aon five<Esc>sr<Esc><Esc>5Gh");
    program.left.clear();
    program
}

fn same(program: &Program, before: &Review, what: &str) {
    assert_eq!(program.open().mine, *before, "{what}");
    let done = |effect: &&Effect| {
        matches!(
            effect,
            Effect::Disk(DiskEffect::Export { .. })
                | Effect::Terminal(TerminalEffect::Edit { .. })
                | Effect::Terminal(TerminalEffect::Copy(_))
        )
    };
    assert_eq!(program.left.iter().find(done), None, "{what}");
    assert!(!program.quit, "{what}");
}

fn told(program: &Program) -> bool {
    program.notice().contains("The input method is on")
}

#[test]
fn a_sentence_that_was_meant_for_a_note_changes_nothing() {
    let place = Place::new();
    let mut program = begun(&place);
    for typed in [
        "啊这一段 需要修改",
        "请改 1 处",
        "同意　第5段",
        "同意 第5段",
        "好的y",
        " 1 好",
        "sa同意",
        "s1同意",
        "d1啊",
        "x导出",
        "c已处理",
        "согласен 5 ",
        "نعم 5 ",
        "네 1 ",
        "はい 1 ",
        "！1啊",
        "：接受<Enter>",
        "/x<Enter>sa同意",
        "同意<Enter>1<Enter>1",
        "EU的立场",
        "u撤销",
        "tx同意",
        "　",
        "5　",
        "😀 1",
    ] {
        for one_by_one in [false, true] {
            program.keys("<Esc><Esc><Esc>5Gh");
            program.left.clear();
            let before = program.open().mine.clone();
            // One by one a Latin or Cyrillic letter that comes first is the key it stands on.
            let begins = typed
                .chars()
                .next()
                .is_some_and(|c| c.is_alphabetic() && rapporteur::keymap::key_of(c).is_ascii_alphabetic());
            if one_by_one && (begins || typed.starts_with([' ', '！', '：', '/'])) {
                continue;
            }
            if one_by_one {
                program.one_by_one(typed, 20);
            } else {
                program.burst(typed);
            }
            let what = format!("{typed} {one_by_one}");
            same(&program, &before, &what);
            if typed == "/x<Enter>sa同意" || (one_by_one && typed.contains("<Enter>")) {
                continue;
            }
            assert!(told(&program), "{what}: {}", program.notice());
            assert!(matches!(program.app.shell.mode, Mode::Browse), "{what}: {:?}", program.app.shell.mode);
            // Digits, Space and full-width marks do nothing until a person shows that he knows.
            program.keys("1<Space>：、１<Backspace>");
            same(&program, &before, &what);
            assert!(told(&program) && matches!(program.app.shell.mode, Mode::Browse), "{what}");
            assert_eq!(program.open().view.at, Some(ParagraphIndex(4)), "{what}");
        }
    }
}

#[test]
fn enter_esc_or_a_letter_that_comes_alone_unlocks() {
    for key in ["<Esc>", "<Enter>", "j"] {
        let place = Place::new();
        let mut program = begun(&place);
        program.burst("啊这一段 需要修改").keys(key).keys("8sm");
        assert_eq!(program.open().mine.status(&"8".into()), ReviewStatus::Amend, "{key}");
    }
    for keys in ["sm", "<Esc>m", "8sm"] {
        let place = Place::new();
        let mut program = begun(&place);
        let before = program.open().mine.clone();
        program.burst("啊").burst(keys);
        same(&program, &before, keys);
        assert!(told(&program), "{keys}: what comes together shows nothing");
    }
    let place = Place::new();
    let mut program = begun(&place);
    let before = program.open().mine.clone();
    program.one_by_one("请 see 5 ", 100).one_by_one("处 u", 20);
    same(&program, &before, "letters among what is sent one by one");
    // An arrow moves, and does not unlock.
    program.keys("<Down>1");
    assert!(told(&program));
}

#[test]
fn a_key_before_the_words_opens_the_field_that_takes_them() {
    let place = Place::new();
    let mut program = begun(&place);
    let before = program.open().mine.clone();
    program.burst("18a半句话 1");
    assert_eq!(program.app.shell.composing().unwrap().field.text(), "半句话 1");
    same(&program, &before, "a box that was opened by the burst");
    program.keys("<Esc>");
    assert_eq!(program.open().mine.live_notes().count(), 3);
    program.burst("a再写").burst("一句<Ctrl-s>");
    assert_eq!(program.open().mine.live_notes().count(), 4, "a box that was open saves as ever");
    program.burst("/缅甸").keys("<Enter>");
    assert_eq!(program.open().here().unwrap().1.label.as_str(), "18");
    program.keys(":").burst("接受accept<Enter>");
    assert!(matches!(program.app.shell.mode, Mode::Palette(_)), "the command waits for another Enter");
}

#[test]
fn what_follows_the_words_in_their_burst_is_no_command_outside_of_the_box_either() {
    let place = Place::new();
    let mut program = begun(&place);
    program.keys("8a").burst("半句<Ctrl-s>sa 1");
    assert_eq!(program.open().mine.status(&"8".into()), ReviewStatus::Unreviewed);
    let notice = program.notice();
    assert!(notice.contains("Note on 8 written.") && told(&program), "both are said: {notice}");
}

#[test]
fn no_question_is_answered_from_the_burst_that_asked_it() {
    for (asks, answer) in [("d", "y"), ("d", "1"), ("<Space>", "1"), ("8atext<Ctrl-c>", "y")] {
        let place = Place::new();
        let mut program = begun(&place);
        let before = program.open().mine.clone();
        program.keys("<Enter>").burst(&format!("{asks}{answer}"));
        same(&program, &before, asks);
        assert!(matches!(program.app.shell.mode, Mode::Question { .. }), "{asks}{answer}");
        assert!(!matches!(&program.app.shell.mode, Mode::Question { ask: Ask::QuitUnsaved, .. }));
        program.keys(answer);
        assert!(!matches!(program.app.shell.mode, Mode::Question { .. }), "{asks}{answer}");
    }
}

#[test]
fn the_report_of_a_change_is_not_replaced_by_what_is_said_next() {
    let place = Place::new();
    let mut program = begun(&place);
    program.keys("8s").one_by_one("m啊", 20);
    let notice = program.notice();
    assert!(notice.contains("Paragraph 8: amend") && told(&program), "{notice}");
    // In one burst, and where going on has something to say too.
    let place = Place::new();
    let mut program = begun(&place);
    program.keys("1-20sa20<Enter>sr").keys("<Space>y");
    let notice = program.notice();
    assert!(notice.contains("Paragraph 20: accept") && notice.contains("All other paragraphs"), "{notice}");
    program.burst("8smW");
    let notice = program.notice();
    assert!(notice.contains("Paragraph 8: amend") && notice.contains("W does nothing here"), "{notice}");
    program.send(rapporteur::app::Msg::Remark(rapporteur::messages::user_message("move-first")));
    assert!(program.notice().contains("Paragraph 8: amend"), "{}", program.notice());
    for _ in 0..6 {
        program.keys("j");
    }
    program.keys("W");
    assert!(!program.notice().contains("Paragraph 8"), "but not for ever: {}", program.notice());
}

#[test]
fn marks_and_digits_of_full_width_are_keys_when_they_come_by_themselves() {
    let place = Place::new();
    let mut program = begun(&place);
    program.burst("１８");
    assert_eq!(program.open().here().unwrap().1.label.as_str(), "18");
    program.keys("（");
    assert!(program.open().view.passage.is_some());
    program.keys("：");
    assert!(matches!(program.app.shell.mode, Mode::Palette(_)));
    program.keys("<Esc>п").keys("т");
    assert_eq!(program.open().view.tab, Tab::Notes, "letters of another keyboard are the keys they stand on");
    program.burst("ооо");
    assert!(!told(&program), "a key that is held down is one key");
}

/// Pieces of which bursts are made: all that is a command somewhere, and what is committed.
fn piece() -> impl Strategy<Value = String> {
    let commands = "asqmrcdeExyupoinNMGJKvlhwb0123456789 .,-!?:/()<>ftz";
    let keys = ["<Enter>", "<Backspace>", "<Ctrl-r>", "<Tab>", "<Ctrl-c>", "<Delete>", "<Down>"];
    let words = [
        "请",
        "改",
        "同意",
        "第5段",
        "啊这一段 需要修改",
        "かな",
        "カナ",
        "한글",
        "نعم",
        "да",
        "согласен",
        "ναι",
        "　",
        "，",
        "。",
        "：",
        "！",
        "１",
        "déjà",
        "…",
        "😀",
        "२",
    ];
    prop_oneof![
        4 => proptest::sample::select(commands.chars().collect::<Vec<_>>())
            .prop_map(|c| if c == '<' { "《".to_owned() } else { c.to_string() }),
        1 => proptest::sample::select(keys.to_vec()).prop_map(str::to_owned),
        2 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned),
    ]
}

fn committed() -> impl Strategy<Value = String> {
    proptest::sample::select(vec!["请", "か", "カ", "한", "نعم", "да", "ναι", "　", "😀"])
        .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// From wherever no box is open: no burst with a committed character in it changes anything. (Esc and Ctrl-s, which
    /// close a box that it opened, are none that an input method sends.)
    #[test]
    fn no_burst_with_a_committed_character_changes_data(
        bursts in proptest::collection::vec(
            (proptest::collection::vec(piece(), 0..6), committed(), proptest::collection::vec(piece(), 0..8)),
            3..9,
        ),
        whence in proptest::sample::select(vec!["", "<Enter>", "<Enter><Enter>", "s", "g", "d", "<Space>", "v", "f", "?", "!", "10-2", "gn", ":open<Enter>"]),
    ) {
        let place = Place::new();
        let mut program = begun(&place);
        program.keys(whence);
        program.left.clear();
        let before = program.open().mine.clone();
        for (first, word, rest) in bursts {
            let typed = format!("{}{word}{}", first.concat(), rest.concat());
            program.burst(&typed);
            same(&program, &before, &typed);
            if program.app.shell.mode.is_field() {
                // The box that it opened is left without what was typed into it.
                program.app.shell.mode = Mode::Browse;
            }
        }
    }

    /// The same, sent one character at a time and no faster than some terminals do.
    #[test]
    fn nothing_that_comes_one_by_one_behind_a_committed_character_changes_data(
        word in proptest::sample::select(vec!["请", "か", "한", "ن", "　", "😀"]),
        rest in proptest::collection::vec(piece(), 0..12),
        millis in 0_u64..140,
    ) {
        // Enter and Esc show that a person knows, however they come.
        let rest = rest.concat().replace("<Enter>", "").replace("<Esc>", "").replace("<Ctrl-r>", "").replace("<Ctrl-s>", "");
        let place = Place::new();
        let mut program = begun(&place);
        let before = program.open().mine.clone();
        program.one_by_one(&format!("{word}{rest}"), millis);
        same(&program, &before, &rest);
    }
}
