//! Commands that the palette takes by name and with something behind it: `:language zh`, `:theme dark`, `:open A/1`, and
//! those that other programs have for leaving.

use super::{browse, documents};
use crate::app::{App, DiskEffect, Effect, Mode, PaletteItem, Stamp, THEMES, TerminalEffect};
use crate::keymap::Action;
use crate::messages::user_message;

/// What is typed, if it is one of the names by which other programs leave and save. `None` if it is not.
pub fn by_name(app: &mut App, typed: &str, stamp: &Stamp) -> Option<Vec<Effect>> {
    match typed {
        "q" | "wq" | "x" | "qa" | "quit" | "exit" => Some(browse::leave(app, stamp)),
        "q!" | "qa!" | "wq!" => {
            // Who says it is not asked; where all is saved it is still waited for.
            let waits = app.open.as_ref().is_none_or(|open| open.saving.trouble.is_none());
            Some(
                app.remember(stamp.at)
                    .into_iter()
                    .chain([if waits { Effect::Quit } else { Effect::Abandon }])
                    .collect(),
            )
        }
        "w" | "w!" => Some(browse::act(app, Action::SaySaved, stamp)),
        _ => None,
    }
}

/// `:open` with the path of a file, or a name behind a command that is none of those offered.
pub fn unknown(app: &mut App, typed: &str, stamp: &Stamp) -> Vec<Effect> {
    let Some(path) = typed.strip_prefix("open ").map(str::trim).filter(|path| !path.is_empty()) else {
        app.shell.tell(user_message("palette-unknown").with("typed", typed));
        return Vec::new();
    };
    if !app.may_open() {
        return Vec::new();
    }
    app.remember(stamp.at).into_iter().chain([Effect::Disk(DiskEffect::OpenFile(path.to_owned()))]).collect()
}

/// Takes a row of the palette.
pub fn take(app: &mut App, item: &PaletteItem, stamp: &Stamp) -> Vec<Effect> {
    match (item.action, item.argument.as_deref()) {
        (Action::NextLanguage, Some(code)) => {
            if app.shell.speak(code) {
                app.shell.tell(user_message("language-now"));
            }
            Vec::new()
        }
        (Action::Theme, Some(name)) => {
            let Some(name) = THEMES.into_iter().find(|known| *known == name) else { return Vec::new() };
            app.shell.tell(user_message("theme-now").with("theme", name));
            vec![Effect::Terminal(TerminalEffect::Theme(name))]
        }
        // Which one is still to be said.
        (Action::Theme, None) => {
            app.shell.mode = Mode::palette("theme ");
            Vec::new()
        }
        (Action::Documents, Some(place)) => {
            let Ok(place) = place.parse() else { return Vec::new() };
            app.note_progress();
            app.shell.mode = Mode::Documents(place);
            documents::choose(app, place, stamp.at)
        }
        (action, _) => browse::act(app, action, stamp),
    }
}
