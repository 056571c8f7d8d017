//! The README's pictures: the program's own screens. `.ci/pictures` makes the PNGs of them.

#![expect(
    clippy::disallowed_methods,
    reason = "a test writes the pictures where it is told to, and looks for them"
)]

use rapporteur::ui::{Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::desk::{Place, Program};
use crate::ground::Ground;
use crate::source;
use crate::svg::{fault, svg};

/// A picture: its file name, the language of the interface, the background, and the keys pressed after the night's
/// work.
const PICTURES: [(&str, &str, Ground, &str); 5] = [
    ("chinese-dark", "zh", Ground::Dark, SECTIONS),
    ("sections-light", "en", Ground::Light, SECTIONS),
    ("sections-dark", "en", Ground::Dark, SECTIONS),
    ("search-dark", "en", Ground::Dark, "/举报人"),
    ("panelists-light", "en", Ground::Light, "18gp"),
];

/// In the text of 18, at its notes.
const SECTIONS: &str = "18<Enter><Down><Down><Down><Down>";

/// A night's work: most of the report read, some of it doubted, notes on 11 and 18.
const NIGHT: &str = "1-4sa5sq6-9sa10sr12-15sa16-17sa\
    /400 多所大学<Enter>aHow many in developing countries? #secretariat<Tab><Esc>sq\
    /20 个联邦部委设立防腐单位<Enter>aIndependent of the ministries? #ask-capital<Tab><Esc>sm\
    /金融调查能力建设<Enter>aWe support this wording.<Esc><Esc><Esc>";

fn start(place: &Place, language: &str) -> Program {
    place.start_in(language, 80, 24)
}

/// The pictures, by name.
fn made() -> Vec<(&'static str, String)> {
    let picture = |(name, language, ground, keys)| {
        let place = Place::new();
        let mut program = start(&place, language);
        program.keys(NIGHT).keys(keys);
        let theme = match ground {
            Ground::Light => Theme::Light,
            Ground::Dark => Theme::Dark,
        };
        let mut terminal =
            Terminal::new(TestBackend::new(program.app.shell.size.width, program.app.shell.size.height))
                .unwrap();
        terminal.draw(|frame| view(&program.app, theme, frame)).unwrap();
        let backend = terminal.backend();
        let cursor = backend.cursor_visible().then(|| backend.cursor_position());
        (name, svg(backend.buffer(), cursor, ground))
    };
    PICTURES.into_iter().map(picture).collect()
}

#[test]
fn pictures_are_made_when_asked() {
    let folder = std::env::var_os("RAPPORTEUR_PICTURES").map(std::path::PathBuf::from);
    for (name, svg) in made() {
        assert_eq!(fault(&svg), None, "{name}");
        if let Some(folder) = &folder {
            std::fs::write(folder.join(name).with_extension("svg"), svg).unwrap();
        }
    }
}

#[test]
fn each_picture_shows_what_it_is_there_for() {
    for (name, svg) in made() {
        let words = match name {
            name if name.starts_with("sections") => {
                vec!["[Sections]", "reserve", "question", "comment", "amend"]
            }
            name if name.starts_with("search") => vec!["Enter", "举", "similar"],
            name if name.starts_with("panelists") => vec!["[Panelists]", "(IOC)", "(IACA)"],
            _ => vec![],
        };
        for word in words {
            assert!(svg.contains(&format!(">{word}</text>")), "{name} does not show {word}");
        }
    }
}

#[test]
fn the_pictures_kept_are_those_that_are_made() {
    let folder = source::root().join("data/pictures");
    let mut kept: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    kept.sort();
    let mut made = PICTURES.map(|(name, ..)| format!("{name}.png"));
    made.sort();
    assert_eq!(kept, made, "make the pictures again: .ci/pictures");
}
