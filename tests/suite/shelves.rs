//! A workspace of many documents: the list of them, by keys and clicks.

use crossterm::event::{MouseButton, MouseEventKind};
use rapporteur::format::BUILTINS;

use crate::desk::{Place, Program, write};

/// A document of two paragraphs; `word` stands in the second.
pub fn document(symbol: &str, language: &str, word: &str) -> String {
    format!(
        "format = 1\n[masthead]\nsymbol = \"{symbol}\"\nlanguage = \"{language}\"\ntitle = \"Draft report\"\n\
         [[section]]\nid = \"i\"\ntitle = \"Opening\"\nlevel = 1\n\
         [[paragraph]]\nnumber = \"1\"\nsection = \"i\"\ntext = \"The session was opened.\"\n\
         [[paragraph]]\nnumber = \"2\"\nsection = \"i\"\ntext = \"Delegates spoke of {word} and of time.\"\n"
    )
}

/// A workspace with a report in parts, one of them in two languages, and with another document.
pub fn workspace() -> Place {
    let place = Place::new();
    for (name, symbol, language, word) in [
        ("a", "A/WG/L.1/Add.10", "en", "walnuts"),
        ("b", "A/WG/L.1", "en", "almonds"),
        ("c", "A/WG/L.1/Add.2", "en", "cashews"),
        ("d", "A/WG/L.1/Add.2", "fr", "noix"),
        ("e", "A/WG/L.2", "en", "raisins"),
    ] {
        write(
            &place.data().join("documents").join(format!("{name}.toml")),
            &document(symbol, language, word),
        );
    }
    place
}

fn symbol(program: &Program) -> &str {
    program.app.open.as_ref().map_or("", |open| open.document.symbol().0.as_str())
}

#[test]
fn parts_of_one_report_stand_together_in_their_order() {
    let place = workspace();
    let program = place.start(80, 24, &[]);
    let rows = program.rows();
    assert_eq!(rows[3], "  A/WG/L.1 ∙ 3 parts                                                        0/6");
    assert_eq!(rows[4], ">   1 L.1 ∙ English                                                         0/2");
    assert_eq!(rows[5], "      Draft report");
    assert_eq!(rows[6], "    2 L.1/Add.2 ∙ English, French                                           0/2");
    assert_eq!(rows[8], "    3 L.1/Add.10 ∙ English                                                  0/2");
    assert_eq!(rows[10], "  4 A/WG/L.2 ∙ English                                                      0/2");
    assert!(rows[12].starts_with("  5 CAC/COSP/WG.4/2019/L.1/Add.1 ∙ Chinese"), "{}", rows[12]);
    assert!(rows[12].ends_with("0/20"), "{}", rows[12]);
}

#[test]
fn a_document_is_opened_by_its_digit_by_a_click_and_from_another_and_its_progress_is_what_it_is_now() {
    let place = workspace();
    let mut program = place.start(80, 24, &[]);
    program.keys("3");
    assert_eq!(symbol(&program), "A/WG/L.1/Add.10");
    program.keys("2sa:open<Enter>");
    assert!(program.rows()[8].ends_with("1/2") && program.rows()[3].ends_with("1/6"), "{}", program.screen());
    assert!(program.rows()[8].starts_with('>'), "the open one is picked");
    program.mouse(MouseEventKind::Down(MouseButton::Left), 10, 3);
    assert!(program.screen().contains("Choose a document"), "a report's heading is no document");
    program.mouse(MouseEventKind::Down(MouseButton::Left), 10, 11);
    assert_eq!(symbol(&program), "A/WG/L.2");
    program.keys(":open<Enter>kk<Enter>");
    assert_eq!(symbol(&program), "A/WG/L.1/Add.2");
}

#[test]
fn a_list_that_is_longer_than_the_screen_shows_the_picked_entry_whole() {
    let place = workspace();
    let mut program = place.start(80, 10, &[]);
    program.keys("jjjj");
    let screen = program.screen();
    assert!(screen.contains("> 5 CAC/COSP/WG.4/2019/L.1/Add.1") && screen.contains("第十次会议"), "{screen}");
    program.keys("kkkk");
    assert!(program.screen().contains(">   1 L.1"), "{}", program.screen());
}

fn number(program: &Program) -> &str {
    program.open().here().map_or("", |(_, paragraph)| paragraph.label.as_str())
}

/// The list beside the reader, line by line.
fn list(program: &Program) -> Vec<String> {
    program.rows().iter().map(|row| row.split('╎').next().unwrap().trim_end().to_owned()).collect()
}

#[test]
fn a_search_goes_over_all_documents_and_opens_the_hit_and_comes_back() {
    let place = workspace();
    let mut program = place.start(80, 24, &[]);
    program.keys("1J");
    assert_eq!((symbol(&program), number(&program)), ("A/WG/L.1", "2"));
    program.keys("/cashews");
    assert_eq!(list(&program)[3], ">L.1/Add.2 ∙ 2", "{}", program.screen());
    let screen = program.screen();
    assert!(screen.contains("A/WG/L.1/Add.2 ∙ 2") && screen.contains("Enter opens it"), "{screen}");
    assert!(screen.contains("1 of 28"), "one version of each document counts: {screen}");
    program.keys("<Esc>");
    assert_eq!((symbol(&program), number(&program)), ("A/WG/L.1", "2"), "nothing was opened");
    program.keys("/cashews<Enter>");
    assert_eq!((symbol(&program), number(&program)), ("A/WG/L.1/Add.2", "2"));
    assert!(program.open().view.passage.is_some(), "the hit is selected");
    assert!(program.notice().contains("Hit 1 of 1 for “cashews”"), "{}", program.notice());
    program.keys("<Esc>");
    assert_eq!((symbol(&program), number(&program)), ("A/WG/L.1", "2"));
    assert!(program.notice().contains("Back in A/WG/L.1"), "{}", program.notice());
}

#[test]
fn n_goes_through_the_documents_in_the_order_of_the_list() {
    let place = workspace();
    let mut program = place.start(80, 24, &[]);
    program.keys("3/\"of time\"<Esc>/and of time<Enter>");
    let mut seen = vec![symbol(&program).to_owned()];
    for _ in 0..4 {
        program.keys("n");
        seen.push(symbol(&program).to_owned());
    }
    let around = ["A/WG/L.1", "A/WG/L.1/Add.2", "A/WG/L.1/Add.10", "A/WG/L.2"];
    let first = around.iter().position(|symbol| *symbol == seen[0]).unwrap();
    let expected: Vec<&str> = (0..5).map(|step| around[(first + step) % 4]).collect();
    assert_eq!(seen, expected);
    program.keys("<Esc>");
    assert_eq!(symbol(&program), "A/WG/L.1/Add.10", "back where the search began, however far it led");
}

#[test]
fn notes_and_statuses_of_documents_that_are_not_open_are_found() {
    let place = workspace();
    let mut program = place.start(80, 24, &[]);
    program.keys("4");
    assert_eq!(symbol(&program), "A/WG/L.2");
    program.keys("2amarzipan #sweet<Esc>2sm:open<Enter>kkk<Enter>");
    assert_eq!(symbol(&program), "A/WG/L.1");
    program.keys("/marzipan");
    assert_eq!(list(&program)[3], ">L.2 ∙ 2 ∙ note");
    drop(program);
    let mut again = place.start(80, 24, &[]);
    again.keys("1/status:amend kind:paragraph<Enter>");
    assert_eq!((symbol(&again), number(&again)), ("A/WG/L.2", "2"));
    again.keys("<Esc>/marzipan<Enter>e!<Esc>");
    assert_eq!(
        again.open().mine.notes().next().unwrap().body,
        "marzipan #sweet!",
        "the note is what was selected"
    );
}

#[test]
fn other_language_versions_are_found_when_they_are_asked_for() {
    let place = workspace();
    let mut program = place.start(80, 24, &[]);
    program.keys("2/noix");
    // What only another version has is told, below a heading that says which.
    assert!(program.rows()[22].contains("0 of 28 ∙ 1 in French"), "{}", program.screen());
    assert_eq!(&list(&program)[3..5], [" in French (1)", ">French ∙ 2"], "{}", program.screen());
    program.keys("<Ctrl-u>quinces");
    assert!(program.app.found().unwrap().hits.is_empty(), "{}", program.screen());
    assert!(list(&program).join("").replace(' ', "").contains("of5documents"), "{}", program.screen());
    program.keys("<Ctrl-u>lang:fr noix");
    assert_eq!(list(&program)[3], ">French ∙ 2", "{}", program.screen());
    program.keys("<Enter>");
    let language = |program: &Program| program.open().document.language().to_owned();
    assert_eq!((symbol(&program), language(&program)), ("A/WG/L.1/Add.2", "fr".to_owned()));
    program.keys("<Esc>");
    assert_eq!(language(&program), "en");
    program.keys("t/noix<Enter>");
    assert_eq!(number(&program), "2", "the open version is the one that is searched");
}

#[test]
fn what_is_not_on_disk_keeps_a_hit_from_opening_another_document() {
    let place = workspace();
    let mut program = place.start(80, 24, &[]);
    program.keys("4");
    let reviews = place.data().join("reviews");
    write(&reviews, "in the way");
    program.keys("2sa/walnuts<Enter>");
    assert_eq!(symbol(&program), "A/WG/L.2");
    assert!(program.open().view.hits.is_some(), "the hits stay for later");
}

#[test]
fn a_file_that_is_no_document_after_all_is_told_in_the_list_and_moves_nothing() {
    let place = workspace();
    let broken =
        |symbol, language| document(symbol, language, "figs").replace("number = \"2\"", "number = \"2.\"");
    write(&place.data().join("documents/e.toml"), &broken("A/WG/L.2", "en"));
    write(&place.data().join("documents/d.toml"), &broken("A/WG/L.1/Add.2", "fr"));
    let mut program = place.start(80, 40, &[]);
    let rows = program.rows();
    assert_eq!(rows[6], "    2 L.1/Add.2 ∙ English                                                   0/2");
    assert_eq!(rows[10], "  4 A/WG/L.2 ∙ English");
    assert!(rows[11].contains("e.toml:15:10"), "{}", rows[11]);
    assert!(program.screen().contains("d.toml"), "{}", program.screen());
    program.keys("4");
    assert!(program.notice().contains("e.toml"), "{}", program.screen());
}

#[test]
fn a_broken_copy_of_the_built_in_document_stands_beside_it_and_does_not_hide_it() {
    let place = Place::new();
    let broken = BUILTINS[0].source.replace("number = \"2\"", "number = \"2.\"");
    write(&place.data().join("documents/copy.toml"), &broken);
    let mut program = place.start(80, 24, &[]);
    let screen = program.screen();
    assert!(screen.contains("1 CAC/COSP/WG.4/2019/L.1/Add.1") && screen.contains("copy.toml:"), "{screen}");
    program.keys("1");
    assert_eq!(symbol(&program), "CAC/COSP/WG.4/2019/L.1/Add.1");
}

#[test]
fn a_long_list_is_gone_through_by_pages_and_to_its_ends() {
    let place = Place::new();
    for at in 10..60 {
        let source = document(&format!("A/WG/L.{at}"), "en", "figs");
        write(&place.data().join("documents").join(format!("{at}.toml")), &source);
    }
    let mut program = place.start(80, 24, &[]);
    let picked = |program: &Program| program.rows().into_iter().find(|row| row.starts_with('>')).unwrap();
    program.keys("<PgDn>");
    assert!(picked(&program).contains("A/WG/L.19 "), "{}", program.screen());
    program.keys("<Space><PgUp>");
    assert!(picked(&program).contains("A/WG/L.19 "), "{}", program.screen());
    program.keys("G");
    assert!(picked(&program).contains("CAC/COSP/WG.4"), "{}", program.screen());
    program.keys("g<PgUp>");
    assert!(picked(&program).contains("A/WG/L.10 "), "{}", program.screen());
}
