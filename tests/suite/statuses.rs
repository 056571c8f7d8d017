//! Statuses: those that were given on another text, and those of other reviewers.

#![expect(clippy::disallowed_methods, reason = "a test reads the files of its own folder")]

use super::desk::{Place, write};
use super::home::Home;

/// A document of three paragraphs, the second with these words.
fn document(language: &str, second: &str) -> String {
    let paragraph = |number: &str, text: &str| {
        format!("[[paragraph]]\nnumber = \"{number}\"\nsection = \"i\"\ntext = \"{text}\"\n\n")
    };
    let texts = [("1", "The Chair opened the meeting."), ("2", second), ("3", "The meeting closed.")];
    let paragraphs: String = texts.into_iter().map(|(number, text)| paragraph(number, text)).collect();
    format!(
        "format = 1\n\n[masthead]\nsymbol = \"A/CONF.1/L.1\"\nlanguage = \"{language}\"\ntitle = \"Draft report\"\n\n\
         [[section]]\nid = \"i\"\nnumber = \"I\"\ntitle = \"Opening\"\nlevel = 1\n\n{paragraphs}"
    )
}

/// A place with the document in English, and its path.
fn place() -> (Place, String) {
    let place = Place::new();
    let path = place.data().join("documents/en.toml");
    write(&path, &document("en", "It adopted the agenda."));
    (place, path.display().to_string())
}

#[test]
fn a_status_given_on_another_text_is_told_and_counts_as_none() {
    let (place, path) = place();
    let mut program = place.start(100, 24, &[&path]);
    program.keys("1sa2sq3sr");
    assert!(program.screen().contains("reviewed 3/3"), "{}", program.screen());
    let file = std::fs::read_to_string(place.review_file()).unwrap();
    assert!(file.contains("language = \"en\"\ntext_hash = \""), "{file}");
    drop(program);

    write(path.as_ref(), &document("en", "It adopted the provisional agenda."));
    let mut program = place.start(100, 24, &[&path]);
    program.keys("2");
    let screen = program.screen();
    assert!(screen.contains("query, text changed since") && screen.contains("reviewed 2/3"), "{screen}");
    assert!(screen.contains("? query?") && screen.contains("+ accept"), "{screen}");
    // It is found: by the filter, by the key for what is unreviewed, by a search.
    program.keys("fh");
    assert!(program.screen().contains("2 It adopted") && !program.screen().contains("1 The Chair"));
    program.keys("fx1.");
    assert_eq!(program.open().here().unwrap().1.label.as_str(), "2");
    // Given again, on the text that is there, it counts again; so does another one.
    program.keys("sq");
    assert!(program.screen().contains("reviewed 3/3"), "{}", program.screen());
    program.keys("u");
    assert!(program.screen().contains("reviewed 2/3"), "{}", program.screen());
}

#[test]
fn a_status_is_held_against_the_version_that_it_was_given_on_only() {
    let (place, path) = place();
    place.start(100, 24, &[&path]).keys("2sa");
    let other = place.data().join("documents/fr.toml");
    write(&other, &document("fr", "Elle a adopté l'ordre du jour."));
    let mut program = place.start(100, 24, &[&other.display().to_string()]);
    program.keys("2");
    assert!(program.screen().contains("reviewed 1/3"), "{}", program.screen());
    assert!(!program.screen().contains("text changed"), "{}", program.screen());
}

#[test]
fn a_review_of_the_former_version_keeps_its_statuses() {
    let place = Place::new();
    place.start(80, 24, &[]).keys("1sa");
    let former = include_str!("../fixtures/format-1/review.toml");
    write(&place.review_file(), former);
    let mut program = place.start(80, 24, &[]);
    program.keys("18");
    assert!(program.screen().contains("amend") && program.screen().contains("reviewed 4/20"));
    assert_eq!(std::fs::read_to_string(place.review_file()).unwrap(), former, "reading writes nothing");
    program.keys("19sq");
    let now = std::fs::read_to_string(place.review_file()).unwrap();
    assert!(now.starts_with(former.split("[[paragraph]]").next().unwrap()), "{now}");
}

#[test]
fn everyones_statuses_are_on_the_paragraph_in_the_filter_and_in_a_table() {
    let place = Place::new();
    place.start_as("li", 80, 24, &[]).keys("18sq19sr");
    place.start_as("chen", 80, 24, &[]).keys("18sa");
    for (width, height) in [(80, 24), (120, 40), (60, 20)] {
        let mut program = place.start(width, height, &[]);
        program.keys("18sm<Enter>");
        let screen = program.screen();
        assert!(screen.contains("chen: accept ∙ li: query"), "{screen}");
        program.keys("S");
        let rows = program.rows();
        let places = |words: [&str; 3]| {
            let of =
                |row: &String| words.map(|word| row.find(word)).into_iter().collect::<Option<Vec<usize>>>();
            rows.iter().find_map(of).unwrap_or_else(|| panic!("{words:?}: {rows:#?}"))
        };
        assert!(places(["amara", "chen", "li"]).is_sorted(), "{rows:#?}");
        assert!(places(["amend", "accept", "query"]).is_sorted(), "{rows:#?}");
        // Where somebody has given none, the sign of that stands, and not an empty cell.
        assert!(places(["19", "-", "!"]).is_sorted(), "{rows:#?}");
        program.keys("jj");
        program.keys("<Enter>");
        assert_eq!(program.open().here().unwrap().1.label.as_str(), "20");
        program.keys("S<Esc>1fv");
        let screen = program.screen();
        assert!(screen.contains("li") && screen.contains("chen"), "{screen}");
    }
    let mut program = place.start(120, 40, &[]);
    program.keys("fv");
    let place_of = |program: &super::desk::Program, name: &str| {
        let row = program.rows().into_iter().find(|row| row.contains(&format!(" {name}"))).unwrap();
        row.chars().find(char::is_ascii_digit).unwrap()
    };
    let digit = place_of(&program, "li").to_string();
    program.keys(&digit);
    let screen = program.screen();
    assert!(screen.contains("18 ") && screen.contains("19 ") && !screen.contains(" 17 "), "{screen}");
    // It is not only notes.
    assert!(screen.contains("showing: notes or status by li"), "{screen}");
}

#[test]
fn the_command_line_and_an_export_say_that_the_text_has_changed_since() {
    let home = Home::new();
    let file = home.write("w/documents/en.toml", document("en", "It adopted the agenda."));
    for number in ["1", "2"] {
        home.run(&["--document", &file, "status", "set", number, "accept"]).says(&["accept"]);
    }
    let told = |args: &[&str]| home.run(&[&["--document", &file], args].concat());
    assert_eq!(told(&["show", "--json", "--paragraph", "2"]).json()["paragraphs"][0]["text_changed"], false);
    home.write("w/documents/en.toml", document("en", "It adopted the provisional agenda."));

    let changed = |number: &str| {
        let paragraph = told(&["show", "--json", "--paragraph", number]).json()["paragraphs"][0].clone();
        assert_eq!(paragraph["status"], "accept");
        paragraph["text_changed"].clone()
    };
    assert_eq!((changed("1"), changed("2")), (false.into(), true.into()));
    let status = told(&["status", "--json"]).json();
    assert_eq!((&status["by_status"]["unreviewed"], &status["text_changed"]), (&2.into(), &1.into()));
    assert_eq!(status["sections"][0]["text_changed"], 1);
    told(&["status"]).says(&["reviewed 1/3", "2  unreviewed (1 with the text changed since)"]);
    told(&["show"]).says(&["accept, text changed since"]);
    told(&["export"]).says(&["- 1: accept\n- 2: accept, text changed since\n"]);
    told(&["note", "add", "--paragraph", "2", "Which one?"]).says(&[]);
    told(&["export"]).says(&["- Status: accept, text changed since\n"]);
    told(&["--language", "zh", "export"]).says(&["可接受，其后文本已改\n"]);
    told(&["--language", "zh", "status"]).says(&["未审（其中 1 段在给出状态后文本已改）"]);
}
