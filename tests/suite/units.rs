//! Units on the screen: what is no numbered paragraph of the main series is gone to, annotated and given a status by its
//! label, and never shown with a number that is not printed.

use super::desk::{Place, Program, write};

/// A document with two series, sub-paragraphs, unnumbered text, a table and a picture.
pub const REPORT: &str = include_str!("../fixtures/units/report.en.toml");

fn start(place: &Place, columns: u16, rows: u16) -> Program {
    let path = place.data().join("documents/report.toml");
    write(&path, REPORT);
    place.start(columns, rows, &[path.to_str().unwrap()])
}

fn here(program: &Program) -> String {
    program.open().target().map(|label| label.to_string()).unwrap_or_default()
}

#[test]
fn every_unit_is_reached_by_its_label() {
    let place = Place::new();
    let mut program = start(&place, 80, 24);
    for (keys, label) in [
        ("1", "1"),
        (":1 (a)<Enter>", "1 (a)"),
        (":1 (a) (i)<Enter>", "1 (a) (i)"),
        (":annex I/2<Enter>", "annex I/2"),
        // In its series the number is meant.
        ("1<Enter>", "annex I/1"),
        (":/1<Enter>", "1"),
        (":annex I/2<Enter>", "annex I/2"),
        (":heading/annex<Enter>", "heading/annex"),
        (":0+1<Enter>", "0+1"),
        (":2+1<Enter>", "2+1"),
        ("1", "1"),
    ] {
        program.keys(keys);
        assert_eq!(here(&program), label, "{keys}: {}", program.screen());
    }
}

#[test]
fn a_sub_paragraph_carries_a_note_and_a_status_of_its_own() {
    let place = Place::new();
    let mut program = start(&place, 100, 30);
    program.keys(":1 (a)<Enter>");
    assert!(program.rows().iter().any(|row| row.contains("I. Introduction ∙ 1 (a)")), "{}", program.screen());
    program.keys("2aFirst.<Ctrl-s>:1 (a)<Enter>aWhich report?");
    assert!(program.screen().contains("Note on 1 (a) ∙"), "{}", program.screen());
    program.keys("<Ctrl-s>");
    assert!(program.screen().contains("comment ∙ 1 (a) ∙ amara"), "{}", program.screen());
    // The note is selected now, and with it the unit that it is on.
    program.keys("sq");
    assert!(program.notice().contains("Sub-paragraph 1 (a): query"), "{}", program.notice());
    let saved = place.reviews();
    assert!(saved.contains("format = 2\n") && saved.contains("number = \"1 (a)\""), "{saved}");
    assert!(saved.contains("paragraph = \"1 (a)\"") && !saved.contains("[note.anchor]"), "{saved}");
    assert_eq!(program.open().mine.status(&"1".into()).word(), "unreviewed", "it is not the paragraph's");
    assert!(program.screen().contains("reviewed 0/4"), "{}", program.screen());
    // When all have one, the paragraph counts.
    program.keys(":1 (a) (i)<Enter>sa:1 (b)<Enter>sa");
    assert!(program.screen().contains("reviewed 1/4"), "{}", program.screen());
    program.keys("uuu");
    assert!(program.screen().contains("reviewed 0/4"), "{}", program.screen());
}

#[test]
fn space_goes_from_sub_paragraph_to_sub_paragraph() {
    let place = Place::new();
    let mut program = start(&place, 100, 30);
    program.keys(":1 (a)<Enter><Space>");
    assert_eq!(here(&program), "1 (a) (i)", "{}", program.screen());
    program.keys("<Space><Space>");
    assert_eq!(here(&program), "2", "{}", program.screen());
    assert!(program.screen().contains("reviewed 1/4"), "{}", program.screen());
}

#[test]
fn sub_paragraphs_have_rows_that_fold() {
    let place = Place::new();
    let mut program = start(&place, 100, 30);
    program.keys("1<Enter>hl");
    let rows = program.rows();
    let list: Vec<&str> = rows.iter().filter_map(|row| row.split('╎').next()).collect();
    assert!(list.iter().any(|row| row.trim_start().starts_with("(a) To take")), "{}", program.screen());
    program.keys("jj");
    assert_eq!(here(&program), "1 (a) (i)", "{}", program.screen());
    program.keys("h");
    assert_eq!(here(&program), "1", "{}", program.screen());
    program.keys("h");
    let rows = program.rows();
    let mut list = rows.iter().filter_map(|row| row.split('╎').next());
    assert!(!list.any(|row| row.trim_start().starts_with("(a)")), "{}", program.screen());
}

#[test]
fn headings_carry_notes_and_no_status() {
    let place = Place::new();
    let mut program = start(&place, 100, 30);
    program.keys(":heading/annex<Enter>");
    program.keys("sa");
    assert!(program.notice().contains("A heading has no status"), "{}", program.notice());
    program.keys("2aFirst.<Ctrl-s>:heading/annex<Enter>aOf which date?<Ctrl-s>");
    assert!(
        program.notice().contains("Note on the heading “Annex I Summary by the C…”"),
        "{}",
        program.notice()
    );
    assert!(place.reviews().contains("paragraph = \"heading/annex\""), "{}", place.reviews());
    program.keys("sa");
    assert!(!place.reviews().contains("[[paragraph]]"), "{}", place.reviews());
    // Space reads on from a heading and decides nothing.
    program.keys(":heading/annex<Enter><Space>");
    assert_eq!(here(&program), "annex I/1", "{}", program.screen());
    assert!(program.screen().contains("reviewed 0/4"), "{}", program.screen());
}

#[test]
fn what_has_no_number_is_shown_without_one() {
    let place = Place::new();
    let mut program = start(&place, 100, 30);
    program.keys("2aFirst.<Ctrl-s>:0+1<Enter>aWho?<Ctrl-s>");
    assert!(
        program.notice().contains("Note on the text “The Working Group,” written."),
        "{}",
        program.notice()
    );
    program.keys(":2+1<Enter>aAdd a column.<Ctrl-s>gn");
    let rows = program.rows();
    let list: String = rows.iter().filter_map(|row| row.split('╎').next()).collect();
    assert!(!list.contains("0+1") && !list.contains("2+1"), "{}", program.screen());
    assert!(list.contains("Table 1 ✎") && list.contains("Unnumbered"), "{}", program.screen());
}

/// What the list shows, row by row.
fn list(program: &Program) -> Vec<String> {
    let rows = program.rows();
    let words = rows.iter().filter_map(|row| row.split('╎').next());
    words.map(|row| row.trim().trim_start_matches('>').trim().to_owned()).collect()
}

#[test]
fn recommendations_are_grouped_by_what_the_document_says_of_them() {
    let place = Place::new();
    let path = place.data().join("documents/upr.toml");
    write(&path, include_str!("../fixtures/units/upr.en.toml"));
    let mut program = place.start(120, 30, &[path.to_str().unwrap()]);
    program.keys("gr");
    let has = |program: &Program, words: &str| list(program).iter().any(|row| row.starts_with(words));
    assert!(has(&program, "▾ Made here (3)"), "{}", program.screen());
    assert!(program.screen().contains("from Croatia, Chile ∙ verb: ratify"), "{}", program.screen());
    // Four numbered paragraphs, and a recommendation that is a part of one.
    assert!(program.screen().contains("reviewed 0/5"), "{}", program.screen());
    assert!(has(&program, "141.1 Abolish") && !has(&program, "141 The following"), "{}", program.screen());
    program.keys("bb");
    assert!(program.notice().contains("by who makes them"), "{}", program.notice());
    let groups: Vec<String> = list(&program).into_iter().filter(|row| row.starts_with('▾')).collect();
    assert_eq!(groups, ["▾ Chile (2)", "▾ Croatia (1)", "▾ Portugal (1)"], "{}", program.screen());
    program.keys("bb");
    let groups: Vec<String> = list(&program).into_iter().filter(|row| row.starts_with('▾')).collect();
    assert_eq!(groups, ["▾ Institutions (1)", "▾ Treaties (1)", "▾ not said here (1)"]);
    program.keys("b");
    let groups: Vec<String> = list(&program).into_iter().filter(|row| row.starts_with('▾')).collect();
    assert_eq!(groups, ["▾ supported (2)", "▾ noted (1)"]);
    // A recommendation that is a part of a paragraph is annotated and judged from its row.
    program.keys("Gsr");
    assert!(place.reviews().contains("number = \"141.1\""), "{}", place.reviews());
    assert_eq!(here(&program), "141.1");
    assert!(!place.reviews().contains("format = 2"), "an older program knows such a number");
    program.keys("b");
    assert!(has(&program, "▾ reserve (1)"), "{}", program.screen());
}

#[test]
fn on_a_wide_screen_notes_stand_beside_their_paragraphs() {
    let place = Place::new();
    let mut program = start(&place, 150, 30);
    program.keys("2");
    assert!(program.screen().contains("No notes on what is shown"), "{}", program.screen());
    program.keys("aOf which year?<Ctrl-s>1<Enter>aA first note.<Ctrl-s>:1 (b)<Enter>aUntil when?<Ctrl-s>");
    let rows = program.rows();
    let row = |words: &str| rows.iter().position(|row| row.contains(words)).unwrap();
    let beside = program.app.areas().notes;
    let cut = |row: &String| -> String { row.chars().skip(usize::from(beside.x)).collect() };
    assert_eq!(row("A first note."), row("1.  The Committee") + 1, "{}", program.screen());
    assert!(cut(&rows[row("Until when?") - 1]).contains("1 (b)"), "{}", program.screen());
    assert!(row("Of which year?") > row("Until when?"), "{}", program.screen());
    // A note that is selected there is edited; a click selects another.
    program.keys("2<Enter>)))e changed<Esc>");
    assert!(program.screen().contains("Of which year? changed"), "{}", program.screen());
    // Where there is no room they stand below their paragraphs.
    program.resize(149, 30);
    assert_eq!(program.app.areas().notes.width, 0);
    assert!(program.screen().contains("Of which year? changed"), "{}", program.screen());
}

#[test]
fn a_mark_leads_to_its_footnote_and_back() {
    let place = Place::new();
    let mut program = start(&place, 80, 24);
    program.keys("1<Enter>");
    let before = program.screen();
    program.keys("gd");
    let selected = |program: &Program| program.open().followed_words();
    assert_eq!(selected(&program).as_deref(), Some("Resolution 80/1."), "{}", program.screen());
    assert!(program.screen().contains("> [2] Resolution 80/1."), "{}", program.screen());
    program.keys("<Ctrl-o>");
    assert_eq!((program.screen(), selected(&program)), (before, None));
    program.keys(":heading/i<Enter>gd");
    assert_eq!(selected(&program).as_deref(), Some("See A/80/1."), "{}", program.screen());
    program.keys("2gd");
    assert!(program.notice().contains("No footnote hangs on this."), "{}", program.notice());
}

#[test]
fn notes_on_a_heading_stand_below_it() {
    let place = Place::new();
    let mut program = start(&place, 100, 30);
    program.keys(":heading/annex<Enter>aOf which date?<Ctrl-s>:annex I/1<Enter>aA note.<Ctrl-s>");
    let rows = program.rows();
    let row = |words: &str| rows.iter().position(|row| row.contains(words)).unwrap();
    assert!(row("Of which date?") < row("1.  The Chair recalled"), "{}", program.screen());
    assert!(row("A note.") > row("1.  The Chair recalled"), "{}", program.screen());
}

#[test]
fn the_number_of_a_part_is_typed_like_any_other() {
    let place = Place::new();
    let path = place.data().join("documents/upr.toml");
    write(&path, include_str!("../fixtures/units/upr.en.toml"));
    let mut program = place.start(100, 30, &[path.to_str().unwrap()]);
    program.keys("141.1sr");
    assert!(program.notice().contains("141.1: reserve"), "{}", program.screen());
    assert_eq!(program.open().mine.marks().count(), 1, "{}", place.reviews());
    program.keys("<Esc>140.2sa");
    assert!(program.notice().contains("Paragraph 140.2: accept"), "{}", program.screen());
    // What is not there is refused whole.
    program.keys("141.7sq");
    assert!(!place.reviews().contains("query"), "{}", place.reviews());
}

#[test]
fn what_is_selected_is_what_is_acted_on() {
    let place = Place::new();
    let mut program = start(&place, 100, 30);
    // A whole sub-paragraph, by steps of sentences.
    program.keys("1<Enter>))sm");
    assert!(program.notice().contains("Sub-paragraph 1 (a): amend"), "{}", program.screen());
    // A hit beside the text leaves what was selected before.
    program.keys("<Esc>:1 (b)<Enter>/resolution 80<Enter>");
    assert_eq!(here(&program), "1", "{}", program.screen());
    // A label of the series that is not there is refused, and with it the next command.
    program.keys("<Esc>2<Enter>:annex I/9<Enter>sm");
    assert_eq!(program.open().mine.status(&"2".into()).word(), "unreviewed", "{}", program.screen());
    program.keys("<Esc>:1 (b)<Enter>:mark<Enter>");
    assert!(!place.reviews().contains("recommendation"), "{}", place.reviews());
}

#[test]
fn the_unit_one_was_at_is_remembered() {
    let place = Place::new();
    let mut program = start(&place, 100, 30);
    program.keys(":1 (b)<Enter>qq");
    drop(program);
    let program = start(&place, 100, 30);
    assert_eq!(here(&program), "1 (b)", "{}", program.screen());
    drop(program);
    // What has no number is not called by its label.
    let mut program = start(&place, 100, 30);
    program.keys(":heading/annex<Enter>qq");
    drop(program);
    let program = start(&place, 100, 30);
    assert!(program.notice().contains("the heading “Annex I"), "{}", program.notice());
    assert!(!program.screen().contains("heading/annex"), "{}", program.screen());
}

#[test]
fn a_sentence_that_says_why_a_list_is_empty_is_picked_at_its_beginning() {
    let place = Place::new();
    let mut program = start(&place, 80, 24);
    program.keys("grbb");
    let rows = program.rows();
    let picked = rows.iter().find(|row| row.starts_with('>')).unwrap();
    assert!(picked.contains("No paragraph makes"), "{}", program.screen());
}
