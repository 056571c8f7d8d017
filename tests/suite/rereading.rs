//! A document that changes in its file while it is open, and what then is true of notes on it: on the screen and in
//! every way out.

#![expect(clippy::disallowed_methods, reason = "a test changes the file of its own document")]

use std::path::PathBuf;

use super::desk::{Place, Program, write};
use super::home::Home;

const DOCUMENT: &str = include_str!("../../data/documents/CAC_COSP_WG.4_2019_L.1_Add.1.zh.toml");

/// A document file, with the program on it.
fn open(place: &Place) -> (PathBuf, Program) {
    let file = place.data().join("documents/zh.toml");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    write(&file, DOCUMENT);
    let program = place.start(100, 30, &[&file.display().to_string()]);
    (file, program)
}

/// Other words in some paragraphs.
fn changed() -> String {
    let other = DOCUMENT.replace("20个联邦部委", "各部").replace("20 个联邦部委", "各部");
    let other = other.replace("国际奥林匹克委员会", "国际奥委会");
    assert_ne!(other, DOCUMENT);
    other
}

#[test]
fn a_text_that_changes_in_its_file_is_shown_at_the_same_place_and_that_is_said() {
    let place = Place::new();
    let (file, mut program) = open(&place);
    program.keys("18").look();
    assert!(!program.screen().contains("text changed"), "nothing has changed");
    write(&file, &changed());
    program.look();
    let screen = program.screen();
    assert!(screen.contains("The text changed: ") && screen.contains("各部"), "{screen}");
    assert!(screen.contains("∙ 18 ∙"), "{screen}");
    // A paragraph before is gone: one stays at the same words.
    let start = changed().find("[[paragraph]]\nnumber = \"2\"").unwrap();
    let end = changed().find("[[paragraph]]\nnumber = \"3\"").unwrap();
    let mut fewer = changed();
    fewer.replace_range(start..end, "");
    write(&file, &fewer);
    program.keys("j").keys("18").look();
    let screen = program.screen();
    assert!(screen.contains("The text changed: one paragraph"), "{screen}");
    assert!(screen.contains("∙ 18 ∙"), "{screen}");
    // Touched and the same: nothing to say.
    program.keys("j").keys("18");
    write(&file, &fewer);
    program.look();
    assert!(!program.screen().contains("text changed"), "{}", program.screen());
}

#[test]
fn what_is_being_written_or_searched_goes_on() {
    let place = Place::new();
    let (file, mut program) = open(&place);
    program.keys("18ahalf a");
    write(&file, &changed());
    program.look();
    program.keys(" word<Esc>");
    assert!(place.reviews().contains("half a word"), "{}", place.reviews());
    program.keys("/联邦部委");
    program.look();
    write(&file, DOCUMENT);
    program.look();
    let screen = program.screen();
    assert!(screen.contains("联邦部委") && !screen.contains("No hit"), "{screen}");
    program.keys("<Enter>");
    assert!(program.screen().contains("∙ 18 ∙"), "{}", program.screen());
}

#[test]
fn what_cannot_be_read_any_more_is_told_and_the_former_text_stays() {
    let place = Place::new();
    let (file, mut program) = open(&place);
    program.keys("18");
    for broken in [
        Some(DOCUMENT.replace("[masthead]", "[masthead")),
        None,
        Some(DOCUMENT.replace("Add.1\"", "Add.2\"")),
    ] {
        match &broken {
            Some(text) => write(&file, text),
            None => std::fs::remove_file(&file).unwrap(),
        }
        // It may be half written: what is still so at the second look is told.
        program.look();
        assert!(!program.screen().contains("former text"), "{}", program.screen());
        program.look();
        let screen = program.screen();
        assert!(screen.contains("former text") && screen.contains("联邦部委"), "{screen}");
        program.keys("j").keys("18");
        assert!(program.screen().contains("former text"), "it is told for as long as it is so");
        program.keys("aa note<Esc>");
        // What was said of a text that is back is not left standing.
        std::fs::remove_file(&file).unwrap_or_default();
        program.look().look();
        write(&file, DOCUMENT);
        program.look();
        let screen = program.screen();
        assert!(!screen.contains("former text") && !screen.contains("as it was"), "{screen}");
    }
    assert_eq!(place.reviews().matches("a note").count(), 3);
}

#[test]
fn opening_the_same_document_again_notices_it_too() {
    let place = Place::new();
    let (file, mut program) = open(&place);
    write(&file, &changed());
    program.keys("18");
    program.keys(":open<Enter>");
    if !program.screen().contains("text changed") {
        program.keys("<Enter>");
    }
    assert!(program.screen().contains("The text changed"), "{}", program.screen());
}

#[test]
fn a_note_whose_passage_is_gone_says_so_everywhere() {
    let home = Home::new();
    let file = home.write("w/documents/zh.toml", DOCUMENT);
    let at = |args: &[&str]| {
        let all: Vec<&str> = ["--document", &file].iter().chain(args).copied().collect();
        home.run(&all)
    };
    for (paragraph, quote) in [("18", "20 个联邦部委"), ("16", "主席")] {
        assert_eq!(at(&["note", "add", "-p", paragraph, "--quote", quote, "words"]).code, Some(0), "{quote}");
    }
    let sure = at(&["notes", "--json"]).out;
    assert_eq!(sure.matches(r#""state": "sure""#).count(), 2, "{sure}");
    at(&["export"]).says(&["20 个联邦部委"]);
    home.write("w/documents/zh.toml", changed().replace("主席介绍了", "据说，主席介绍了"));
    let told = at(&["notes", "--json"]).out;
    assert!(told.contains(r#""state": "orphan""#) && told.contains(r#""range": null"#), "{told}");
    at(&["notes"]).says(&["(passage gone)"]);
    at(&["show", "--paragraph", "18"]).says(&["(passage gone)"]);
    let shown = at(&["show", "--paragraph", "18", "--json"]).out;
    assert!(shown.contains(r#""state": "orphan""#), "{shown}");
    at(&["export"]).says(&["This passage is no longer in the text."]);
    at(&["--language", "zh", "export"]).says(&["案文中已没有这段引文。"]);

    let place = Place::new();
    let (file, mut program) = open(&place);
    program.keys("18)a").keys("on a sentence<Esc>");
    assert!(!program.screen().contains("passage gone"), "{}", program.screen());
    write(&file, &DOCUMENT.replace("来自缅甸的主讲人介绍了", "主讲人谈到"));
    program.look();
    program.keys("j").keys("18");
    assert!(program.screen().contains("passage gone"), "{}", program.screen());
    program.keys("gn");
    assert!(program.rows().iter().any(|row| row.contains("comment passage gone")), "{}", program.screen());
}
