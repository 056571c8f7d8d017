//! The palette: names, numbers, and commands that take something behind their name.

use rapporteur::app::{Effect, Focus, Mode, THEMES, TerminalEffect};
use rapporteur::ui::Theme;

use crate::desk::{Place, write};

fn rows(program: &crate::desk::Program) -> Vec<String> {
    let Mode::Palette(palette) = &program.app.shell.mode else { return Vec::new() };
    program.app.shell.palette_items(palette).into_iter().map(|item| item.name).collect()
}

#[test]
fn the_language_and_the_colors_are_set_by_name() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys(":language zh<Enter>");
    assert!(program.screen().contains("[章节]"), "{}", program.screen());
    program.keys("：language English<Enter>");
    assert!(program.screen().contains("[Sections]"), "{}", program.screen());
    for (word, _) in Theme::ALL {
        program.keys(&format!(":theme {word}<Enter>"));
        assert_eq!(program.left.pop(), Some(Effect::Terminal(TerminalEffect::Theme(word))));
        assert!(program.notice().contains(&format!("theme = \"{word}\"")), "{}", program.notice());
    }
    assert_eq!(THEMES.to_vec(), Theme::ALL.map(|(word, _)| word).to_vec());
    assert_eq!(THEMES.to_vec(), rapporteur::config::Setting::named("theme").unwrap().kind.choices());
    // The name alone asks which.
    program.keys(":theme<Enter>");
    assert_eq!(rows(&program), THEMES);
    assert_eq!(program.left, []);
    program.keys("da<Enter>");
    assert_eq!(program.left.pop(), Some(Effect::Terminal(TerminalEffect::Theme("dark"))));
    program.keys(":theme mauve<Enter>:language xx<Enter>");
    assert!(
        program.left.is_empty() && program.notice().contains("There is no command"),
        "{}",
        program.notice()
    );
}

#[test]
fn an_enter_too_many_changes_nothing() {
    for language in ["en", "zh"] {
        let place = Place::new();
        let mut program = place.start_in(language, 80, 24);
        let (language, tab, before) =
            (program.app.shell.messages.language(), program.open().view.tab, program.open().mine.clone());
        program.keys(":<Enter>");
        assert_eq!((program.app.shell.messages.language(), program.open().view.tab), (language, tab));
        assert_eq!(program.open().mine, before);
        assert!(program.left.is_empty() && !program.quit);
        program.keys("<Esc>:<Enter><Esc>");
        assert_eq!(program.open().view.focus, Focus::List);
    }
}

#[test]
fn other_programs_names_for_leaving_are_understood() {
    for name in ["q", "q!", "wq", "x", "qa", "quit"] {
        let place = Place::new();
        let mut program = place.start(80, 24, &[]);
        program.keys(&format!("7sm:{name}<Enter>"));
        assert!(program.quit, "{name}");
        assert!(place.reviews().contains("amend"), "{name}");
    }
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys(":w<Enter>");
    assert!(!program.quit);
}

#[test]
fn a_document_is_opened_by_its_name_or_its_file() {
    let place = Place::new();
    let text = |symbol: &str| {
        format!(
            "format = 1\n[masthead]\nsymbol = \"{symbol}\"\nlanguage = \"en\"\ntitle = \"Short\"\n[[section]]\nid = \"i\"\n\
             title = \"I\"\nlevel = 1\n[[paragraph]]\nnumber = \"1\"\nsection = \"i\"\ntext = \"One.\"\n"
        )
    };
    let names: Vec<String> = ["A/1", "B/2", "C/3"]
        .iter()
        .map(|symbol| {
            let file = place.folder.path().join(symbol.replace('/', "")).with_extension("toml");
            write(&file, &text(symbol));
            file.to_str().unwrap().to_owned()
        })
        .collect();
    let mut program = place.start(80, 24, &[&names[0], &names[1]]);
    let symbol = |program: &crate::desk::Program| program.open().document.symbol().0.clone();
    program.keys("1:open b/<Enter>");
    assert_eq!(symbol(&program), "B/2");
    program.keys(&format!(":open {}<Enter>", names[2]));
    assert_eq!(symbol(&program), "C/3");
    program.keys("aon the third<Esc>:open a/1<Enter>");
    assert_eq!(symbol(&program), "A/1");
    program.keys(":open c/3<Enter>");
    assert_eq!(program.open().mine.live_notes().count(), 1, "it is one of the list from then on");
    program.keys(":open /no/such.toml<Enter>");
    assert!(program.notice().contains("/no/such.toml") && !program.app.shell.opening, "{}", program.notice());
    assert_eq!(symbol(&program), "C/3");
}
