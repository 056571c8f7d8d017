//! Opening the screen.

#![expect(clippy::print_stderr, reason = "errors of the command line go to standard error")]

use std::process::ExitCode;
use std::sync::Arc;

use crate::config::{self, AmbiguousWidth, Config, Environment, Paths};
use crate::messages::Messages;
use crate::runtime::{Desk, Library, Start, run};
use crate::text::Ambiguous;
use crate::ui::Theme;

/// Opens the screen on the documents named.
#[must_use]
pub fn open(named: &[String]) -> ExitCode {
    let environment = Environment::read();
    let Some(paths) = Paths::of(&environment) else { return ExitCode::from(3) };
    let (config, _) = Config::read(&paths.config_file(), environment.home.as_deref());
    let reviewer = config::reviewer(None, &config, &environment);
    let messages = Arc::new(Messages::english());
    let library = match Library::open(named, config.workspace.as_deref(), &paths.data, &reviewer) {
        Ok(library) => library,
        Err(error) => {
            eprintln!("{}", messages.say(&error.said()));
            return ExitCode::from(3);
        }
    };
    let entries = library.entries();
    let mut desk = Desk::new(library, paths.state.clone());
    let opened = match entries.len() {
        1 => match desk.open(0) {
            Ok(opened) => Some(opened),
            Err(why) => {
                eprintln!("{}", messages.say(&why));
                return ExitCode::from(3);
            }
        },
        _ => None,
    };
    let start = Start {
        messages,
        desk,
        opened,
        entries,
        reviewer,
        mouse: config.mouse,
        theme: if environment.no_color { Theme::None } else { Theme::Auto },
        ambiguous: match config.ambiguous_width {
            AmbiguousWidth::Narrow => Ambiguous::Narrow,
            AmbiguousWidth::Wide => Ambiguous::Wide,
        },
        editor: environment.visual.clone().or(environment.editor.clone()),
        state: paths.state,
    };
    match run(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(3)
        }
    }
}
