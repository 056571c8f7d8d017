//! Help: it is searched, it opens at the keys of where one is, and leads back there.

use rapporteur::app::Mode;

use super::desk::{Place, write};

#[test]
fn help_is_searched_as_one_types() {
    let place = Place::new();
    for (width, height) in [(80, 24), (120, 40), (60, 20)] {
        let mut program = place.start(width, height, &[]);
        program.keys("?/settle");
        let screen = program.screen();
        assert!(screen.contains("/ settle") && screen.contains("settle the selected note"), "{screen}");
        assert!(!screen.contains("Ctrl-d"), "{screen}");
        assert_eq!(program.cursor().map(|at| at.y), Some(0));
        // What was found is scrolled; then everything is there again; then the page.
        program.keys("<Enter>j");
        assert!(program.screen().contains("settle the selected note"));
        program.keys("<Esc>");
        assert!(program.screen().contains("Ctrl-d") && matches!(program.app.shell.mode, Mode::Help(_)));
        program.keys("/zzzz");
        assert!(program.screen().contains("No key has to do with that"), "{}", program.screen());
        program.keys("<Esc><Esc>");
        assert!(matches!(program.app.shell.mode, Mode::Browse));
    }
    // English letters find a key in every language: an input method need not be switched on.
    let mut program = place.start_in("zh", 80, 24);
    program.keys("?/settle");
    assert!(program.screen().contains("批注"), "{}", program.screen());
    program.keys("<Esc>/批注 删除");
    assert!(
        program.screen().contains("删除") && !program.screen().contains("Ctrl-d"),
        "{}",
        program.screen()
    );
}

#[test]
fn keys_of_lists_and_fields_stand_under_the_place_where_they_hold() {
    let mut program = Place::new().start(80, 200, &[]);
    program.keys("?G");
    let screen = program.screen();
    for title in ["In the search bar", "In questions", "In help", "In the list of documents"] {
        assert!(screen.contains(title), "{title}: {screen}");
    }
}

#[test]
fn the_list_of_documents_has_help_commands_and_search() {
    let place = Place::new();
    let document = |symbol: &str, words: &str| {
        format!(
            "format = 1\n[masthead]\nsymbol = \"{symbol}\"\nlanguage = \"en\"\ntitle = \"Report\"\n\
             [[section]]\nid = \"i\"\ntitle = \"One\"\nlevel = 1\n\
             [[paragraph]]\nnumber = \"1\"\nsection = \"i\"\ntext = \"{words}\"\n"
        )
    };
    let paths = [("A/1", "Apples were adopted."), ("B/2", "Pears were adopted.")].map(|(symbol, words)| {
        let path = place.data().join(format!("documents/{}.toml", symbol.replace('/', "-")));
        write(&path, &document(symbol, words));
        path.display().to_string()
    });
    let mut program = place.start(80, 24, &[&paths[0], &paths[1]]);
    assert!(matches!(program.app.shell.mode, Mode::Documents(_)), "{}", program.screen());
    program.keys("?");
    assert!(program.screen().contains("In the list of documents"), "{}", program.screen());
    program.keys("<Esc>");
    assert!(matches!(program.app.shell.mode, Mode::Documents(_)));
    program.keys("j:<Esc>");
    assert!(matches!(program.app.shell.mode, Mode::Documents(_)), "{}", program.screen());
    program.keys(":language<Enter>");
    assert!(matches!(program.app.shell.mode, Mode::Documents(_)), "{}", program.screen());
    program.keys("/pears");
    assert!(program.screen().contains("Pears"), "{}", program.screen());
    program.keys("<Esc>");
    assert!(matches!(program.app.shell.mode, Mode::Documents(_)), "{}", program.screen());
    program.keys("/pears<Enter>");
    assert!(program.screen().contains("B/2"), "{}", program.screen());
    assert_eq!(program.open().here().unwrap().1.text(), "Pears were adopted.");
    // Over an open document the list leads back to where one was in it.
    program.keys(":open<Enter>?<Esc>");
    assert!(matches!(program.app.shell.mode, Mode::Documents(_)), "{}", program.screen());
    program.keys("<Esc>");
    assert!(matches!(program.app.shell.mode, Mode::Browse));
}
