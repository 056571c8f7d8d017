//! The list of documents to choose from.

use super::{help, search_bar};
use crate::app::{App, DiskEffect, Effect, Mode};
use crate::keymap::{Action, Chord, Scope};
use crate::model::Moment;

pub fn on_key(app: &mut App, chord: Chord, action: Option<Action>, at: Moment) -> Vec<Effect> {
    let count = app.shell.entries.len();
    let open = app.open.is_some();
    // An entry has two lines; one stays in sight.
    let page = (app.shell.shelf_rows().len() / 2).saturating_sub(1).max(1);
    let last = count.saturating_sub(1);
    let Mode::Documents(pick) = &mut app.shell.mode else { return Vec::new() };
    let digit = chord
        .as_command()
        .plain_char()
        .and_then(|c| c.to_digit(10))
        .and_then(|d| (d as usize).checked_sub(1));
    match action {
        Some(Action::PickNext) => *pick = (*pick + 1).min(last),
        Some(Action::PickPrevious) => *pick = pick.saturating_sub(1),
        Some(Action::PageDown) => *pick = (*pick + page).min(last),
        Some(Action::PageUp) => *pick = pick.saturating_sub(page),
        Some(Action::Top) => *pick = 0,
        Some(Action::Bottom) => *pick = last,
        Some(Action::Take) => {
            let pick = *pick;
            return choose(app, pick, at);
        }
        Some(Action::Help) => help::open(&mut app.shell, Scope::Documents),
        Some(Action::Search) => search_bar::open(app),
        Some(Action::Palette) => app.shell.mode = Mode::palette(""),
        Some(Action::Back) if open => app.shell.mode = Mode::Browse,
        Some(Action::Back) => return vec![Effect::Quit],
        _ => {
            if let Some(place) = digit.filter(|place| *place < count) {
                *pick = place;
                // Of ten and more a digit may be the first of two: it opens none that was perhaps not meant.
                if count < 10 {
                    return choose(app, place, at);
                }
            }
        }
    }
    Vec::new()
}

/// Opens an entry, unless something of the present document is not on disk.
pub fn choose(app: &mut App, place: usize, at: Moment) -> Vec<Effect> {
    if app.entry() == Some(place) {
        app.shell.mode = Mode::Browse;
        return vec![Effect::Disk(DiskEffect::LookAgain)];
    }
    let Some(entry) = app.shell.entries.get(place) else { return Vec::new() };
    match (entry.trouble.clone(), entry.versions.first().map(|version| version.source)) {
        (Some(why), _) => {
            app.shell.tell(why);
            Vec::new()
        }
        (None, Some(source)) if app.may_open() => {
            app.remember(at).into_iter().chain([Effect::Disk(DiskEffect::Open(source))]).collect()
        }
        (None, _) => Vec::new(),
    }
}
