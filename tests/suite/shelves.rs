//! A workspace of many documents: the list of them, by keys and clicks.

use crossterm::event::{MouseButton, MouseEventKind};

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
    program.app.document.as_ref().map_or("", |document| document.symbol().0.as_str())
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
