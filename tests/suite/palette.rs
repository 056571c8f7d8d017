//! The palette: names, numbers, and commands that take something behind their name.

use crossterm::event::{MouseButton, MouseEventKind};
use rapporteur::app::{Effect, Focus, Mode, THEMES, TerminalEffect};
use rapporteur::keymap::Action;
use rapporteur::ui::Theme;

use crate::desk::{Place, write};

/// A program over a list of two documents, none of them open.
fn with_list(place: &Place, language: &str) -> crate::desk::Program {
    let paths = ["A/1", "B/2"].map(|symbol| {
        let path = place.data().join(format!("documents/{}.toml", symbol.replace('/', "-")));
        let text = format!(
            "format = 1\n[masthead]\nsymbol = \"{symbol}\"\nlanguage = \"en\"\ntitle = \"Report\"\n\
             [[section]]\nid = \"i\"\ntitle = \"One\"\nlevel = 1\n\
             [[paragraph]]\nnumber = \"1\"\nsection = \"i\"\ntext = \"Words.\"\n"
        );
        write(&path, &text);
        path.display().to_string()
    });
    let mut program = place.start(80, 24, &[&paths[0], &paths[1]]);
    program.keys(&format!(":language {language}<Enter>"));
    program
}

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

#[test]
fn a_command_about_a_document_says_that_none_is_open() {
    for (language, sentence) in
        [("en", "Open a document first: Enter opens"), ("zh", "请先打开文件：按 Enter 打开")]
    {
        let place = Place::new();
        let mut program = with_list(&place, language);
        for typed in ["18", "１８", "18b", "1-2", "about", "mark"] {
            program.keys(&format!("<Ctrl-l>:{typed}<Enter>"));
            assert!(program.notice().contains(sentence), "{typed}: {}", program.notice());
            assert!(program.app.open.is_none() && matches!(program.app.shell.mode, Mode::Documents(_)));
        }
    }
    let place = Place::new();
    let mut program = with_list(&place, "en");
    program.keys(":");
    let Mode::Palette(palette) = &program.app.shell.mode else { panic!("no palette") };
    let about = [Action::Export, Action::Undo, Action::NextHit, Action::NextVersion, Action::StatusTable];
    let items = program.app.shell.palette_items(palette);
    let names = items.into_iter().filter(|item| about.contains(&item.action)).map(|item| item.name);
    let names: Vec<String> = names.collect();
    assert_eq!(names.len(), about.len(), "{names:?}");
    for name in names {
        program.keys(&format!("<Esc>:{name}<Enter>"));
        assert!(program.notice().contains("Open a document first"), "{name}: {}", program.notice());
    }
}

#[test]
fn a_click_takes_what_stands_behind_a_name() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    program.keys(":theme ");
    let row = program.rows().iter().position(|row| row.contains("dark")).unwrap();
    let column = program.rows()[row].chars().take_while(|c| *c != 'd').count();
    let at = (u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
    program.mouse(MouseEventKind::Down(MouseButton::Left), at.0, at.1);
    assert_eq!(program.left.pop(), Some(Effect::Terminal(TerminalEffect::Theme("dark"))));
    assert!(program.notice().contains("theme = \"dark\""), "{}", program.notice());
}

#[test]
fn times_stay_where_the_reader_is_in_another_language() {
    let place = Place::new();
    let mut program = place.start(80, 24, &[]);
    let at: rapporteur::model::Moment = "2026-11-23T14:02:00+01:00".parse().unwrap();
    for keys in [":language zh<Enter>", ":language<Enter>", ":settings<Enter>jj<Enter><Esc>"] {
        let before = program.app.shell.messages.language();
        program.keys(keys);
        assert_ne!(program.app.shell.messages.language(), before, "{keys}");
        assert_eq!(program.app.shell.messages.clock(at), "14:02", "{keys}");
    }
}
