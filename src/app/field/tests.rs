//! What a field promises: whole characters, all edits taken back, the caret where the next character is drawn.

use super::*;
use proptest::prelude::*;

const NARROW: Ambiguous = Ambiguous::Narrow;

#[test]
fn a_paste_has_no_carriage_returns_and_no_control_characters() {
    let mut field = Field::new("");
    assert!(field.paste("粘贴\r两行\r\n三\x1b[31m行\t四\u{2028}五"));
    assert_eq!(field.text(), "粘贴\n两行\n三行    四\n五");
    let mut line = Field::line("");
    assert!(line.paste("两\r行\u{b}三"));
    assert_eq!(line.text(), "两 行 三");
}

#[test]
fn what_ends_a_line_does_so_as_a_key_too() {
    for c in ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}', '\n'] {
        let mut field = Field::new("一");
        field.insert(c);
        field.insert('二');
        assert_eq!(field.text(), "一\n二", "{c:?}");
        let mut line = Field::line("一");
        line.insert(c);
        assert_eq!(line.text(), "一 ", "{c:?}");
    }
}

#[test]
fn a_line_takes_a_thousand_characters_and_says_that_there_were_more() {
    let mut line = Field::line("头");
    assert!(!line.paste(&"e\u{301}".repeat(5000)));
    assert_eq!(line.text(), format!("头{}", "e\u{301}".repeat(999)));
    assert!(!line.insert('x'));
    line.delete_before();
    assert!(line.insert('x'));
    assert!(Field::new("").paste(&"x".repeat(5000)));
    let mut piled = Field::line("头");
    assert!(!piled.paste(&format!("a{}", "\u{301}".repeat(100_000))));
    assert_eq!(piled.text(), "头");
}

#[test]
fn backspace_takes_a_whole_grapheme() {
    let mut field = Field::new("ae\u{301}");
    field.delete_before();
    assert_eq!(field.text(), "a");
    let mut field = Field::new("家👨‍👩‍👧");
    field.left();
    assert_eq!(field.caret_byte(), "家".len());
    field.delete_after();
    assert_eq!(field.text(), "家");
}

#[test]
fn the_caret_is_where_the_next_character_will_be_drawn() {
    let field = Field::new("委员会决定");
    assert_eq!(field.caret(20, NARROW), Caret { row: 0, column: 10 });
    assert_eq!(field.caret(10, NARROW), Caret { row: 1, column: 0 });
    assert_eq!(field.caret(6, NARROW), Caret { row: 1, column: 4 });
    let mut lines = Field::new("一\n\n三");
    assert_eq!(lines.caret(10, NARROW), Caret { row: 2, column: 2 });
    assert!(lines.vertical(false, 10, NARROW));
    assert_eq!(lines.caret(10, NARROW), Caret { row: 1, column: 0 });
}

#[test]
fn the_caret_goes_anywhere_in_a_line_of_a_hundred_thousand_columns() {
    let mut field = Field::new(&"字".repeat(100_000));
    for at in [99_999, 65_537, 65_536, 65_535, 40_000, 1] {
        field.set_caret(at * 3);
        assert_eq!(field.caret_byte(), at * 3);
        field.left();
        assert_eq!(field.caret_byte(), at * 3 - 3);
    }
    field.end();
    assert!(field.vertical(false, 80, NARROW));
    assert_eq!(field.caret_byte(), 300_000 - 120);
    field.insert('中');
    assert_eq!(field.text().find('中'), Some(300_000 - 120));
    let mut lines = Field::new(&"\n".repeat(100_000));
    lines.set_caret(70_000);
    assert_eq!(lines.caret(80, NARROW), Caret { row: 70_000, column: 0 });
    assert!(lines.vertical(true, 80, NARROW));
    assert_eq!(lines.caret_byte(), 70_001);
}

#[test]
fn a_text_is_laid_out_once_for_all_who_ask() {
    let mut field = Field::new(&"字".repeat(1000));
    for _ in 0..50 {
        field.left();
        field.vertical(false, 80, NARROW);
        let _ = field.caret(80, NARROW);
        let _ = field.rows(80, NARROW);
    }
    assert_eq!(field.layouts(), 1);
    field.insert('x');
    let _ = field.caret(80, NARROW);
    assert_eq!(field.layouts(), 2);
}

#[test]
fn words_and_lines_are_deleted_backwards() {
    let mut field = Field::new("one two\nthree four");
    field.delete_word();
    assert_eq!(field.text(), "one two\nthree ");
    field.delete_line();
    assert_eq!(field.text(), "one two\n");
    field.delete_word();
    assert_eq!(field.text(), "one two");
    field.undo();
    field.undo();
    assert_eq!(field.text(), "one two\nthree ");
    field.redo();
    assert_eq!((field.text(), field.caret_byte()), ("one two\n", 8));
}

#[test]
fn the_caret_goes_by_words_and_over_the_ends_of_lines() {
    let mut field = Field::new("one two\n 三 four");
    let steps = |field: &mut Field, action: Action| -> Vec<usize> {
        let step = |_| {
            field.edit(Chord::char('x'), Some(action));
            field.caret_byte()
        };
        (0..6).map(step).collect()
    };
    assert_eq!(steps(&mut field, Action::WordLeft), [13, 9, 8, 7, 4, 0]);
    assert_eq!(steps(&mut field, Action::WordRight), [3, 7, 8, 12, 17, 17]);
    assert_eq!(field.text(), "one two\n 三 four");
    assert_eq!(field.edit(Chord::char('x'), Some(Action::Take)), None, "not a field's business");
    assert_eq!(field.edit(Chord::char('x'), None), Some(true));
    assert_eq!(field.text(), "one two\n 三 fourx");
}

proptest! {
    #[test]
    fn every_edit_can_be_taken_back(text in "[ab 字\u{301}\n]{0,20}", edits in prop::collection::vec(0_u8..9, 0..30)) {
        let mut field = Field::new(&text);
        for edit in &edits {
            match edit {
                0 => field.delete_before(),
                1 => field.delete_after(),
                2 => field.delete_word(),
                3 => field.delete_line(),
                4 => { field.insert('x'); }
                5 => { field.paste("字\u{2028}y"); }
                6 => field.left(),
                7 => field.home(),
                _ => field.right(),
            }
            prop_assert!(field.text().is_char_boundary(field.caret_byte()));
        }
        for _ in &edits {
            field.undo();
        }
        prop_assert_eq!(field.text(), text);
    }

    #[test]
    fn what_is_seen_of_a_line_holds_the_caret(text in "[a字\u{301}👩\u{200d}]{0,60}", columns in 2_usize..20) {
        let field = Field::line(&text);
        let (start, column) = field.window(columns, NARROW);
        prop_assert!(column < columns);
        let seen = field.text().get(start..field.caret_byte()).unwrap();
        prop_assert_eq!(text::width(seen, NARROW), column);
    }
}
