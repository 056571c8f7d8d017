//! The list of documents to choose from.

use super::{help, overlays, search};
use crate::app::{App, Effect, Mode};
use crate::keymap::{Action, Chord, Scope};
use crate::messages::said;
use crate::model::Moment;

pub fn on_key(app: &mut App, chord: Chord, action: Option<Action>, at: Moment) -> Vec<Effect> {
    let count = app.entries.len();
    let open = app.document.is_some();
    // An entry has two lines; one stays in sight.
    let page = (app.shelf_rows().len() / 2).saturating_sub(1).max(1);
    let last = count.saturating_sub(1);
    let Mode::Documents(pick) = &mut app.mode else { return Vec::new() };
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
        Some(Action::Help) => {
            let pick = *pick;
            help::open(app, Scope::Documents, Some(pick));
        }
        Some(Action::Search) => search::open(app),
        Some(Action::Palette) => app.mode = overlays::palette(),
        Some(Action::Back) if open => app.mode = Mode::Browse,
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
        app.mode = Mode::Browse;
        return vec![Effect::LookAgain];
    }
    if !app.saving.unsaved.is_empty() {
        app.notice = Some(said("open-unsaved"));
        return Vec::new();
    }
    let Some(entry) = app.entries.get(place) else { return Vec::new() };
    match (&entry.trouble, entry.versions.first()) {
        (Some(why), _) => {
            app.notice = Some(why.clone());
            Vec::new()
        }
        (None, Some(version)) => {
            let open = Effect::Open(version.source);
            app.opening = true;
            app.notice = Some(said("opening"));
            let here = app.document.is_some().then(|| Effect::Remember(app.place(at)));
            here.into_iter().chain([open]).collect()
        }
        (None, None) => Vec::new(),
    }
}
