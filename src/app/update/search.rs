//! Keys inside the search bar.

use crate::app::{App, Effect, Field, Focus, Hits, Mode, SearchBar, Stamp};
use crate::keymap::{Action, Chord, Key};
use crate::messages::said;
use crate::page::keep_in_view;

/// `/`: opens the bar.
pub fn open(app: &mut App) {
    app.mode = Mode::Search(Box::new(SearchBar {
        field: Field::new(""),
        generation: app.generation,
        found: None,
        waiting: false,
        pick: 0,
        top: 0,
        take: false,
        back: (app.at, app.top, app.focus),
    }));
}

/// What is typed has changed: search anew.
pub fn typed(app: &mut App) -> Vec<Effect> {
    let Mode::Search(bar) = &mut app.mode else { return Vec::new() };
    let query = bar.field.text();
    app.generation += 1;
    bar.generation = app.generation;
    bar.pick = 0;
    bar.top = 0;
    if query.trim().is_empty() {
        bar.found = None;
        bar.waiting = false;
        back_to(app);
        return Vec::new();
    }
    bar.waiting = true;
    vec![Effect::Find { generation: app.generation, query }]
}

/// Shows again what was on the screen before the bar was opened.
fn back_to(app: &mut App) {
    let Mode::Search(bar) = &app.mode else { return };
    let (at, top, _) = bar.back;
    app.at = at;
    app.top = top;
    app.passage = None;
}

/// The picked hit in the reader.
pub fn preview(app: &mut App) {
    let Mode::Search(bar) = &app.mode else { return };
    if let Some(hit) = bar.found.as_ref().and_then(|found| found.hits.get(bar.pick)).cloned() {
        app.show_hit(&hit);
    }
}

pub fn on_key(app: &mut App, chord: Chord, action: Option<Action>, _stamp: &Stamp) -> Vec<Effect> {
    let height = usize::from(app.areas().list.height).max(2);
    let Mode::Search(bar) = &mut app.mode else { return Vec::new() };
    let pick = |by: isize| {
        move |bar: &mut SearchBar| {
            let count = bar.found.as_ref().map_or(0, |found| found.hits.len());
            bar.pick = bar.pick.saturating_add_signed(by).min(count.saturating_sub(1));
        }
    };
    let page = isize::try_from(height / 2).unwrap_or(5);
    match action {
        Some(Action::PickNext) => pick(1)(bar),
        Some(Action::PickPrevious) => pick(-1)(bar),
        Some(Action::PageDown) => pick(page)(bar),
        Some(Action::PageUp) => pick(-page)(bar),
        Some(Action::Back) => {
            let focus = bar.back.2;
            back_to(app);
            app.mode = Mode::Browse;
            app.focus = focus;
            return Vec::new();
        }
        Some(Action::Take) => {
            if bar.waiting {
                bar.take = true;
                return Vec::new();
            }
            return take(app);
        }
        // `Enter` was pressed and its hits are on their way: what comes behind it is not part of the query.
        _ if bar.take => return Vec::new(),
        _ => {
            let before = bar.field.text();
            match (chord.key, chord.ctrl, chord.alt) {
                (Key::Char(c), false, false) => bar.field.insert(c),
                (Key::Char('u'), true, false) => bar.field.delete_line(),
                (Key::Char('w'), true, false) => bar.field.delete_word(),
                (Key::Backspace, ..) if before.is_empty() => {
                    let focus = bar.back.2;
                    app.mode = Mode::Browse;
                    app.focus = focus;
                    return Vec::new();
                }
                (Key::Backspace, ..) => bar.field.delete_before(),
                (Key::Delete, ..) => bar.field.delete_after(),
                (Key::Left, ..) => bar.field.left(),
                (Key::Right, ..) => bar.field.right(),
                (Key::Home, ..) => bar.field.home(),
                (Key::End, ..) => bar.field.end(),
                _ => return Vec::new(),
            }
            if bar.field.text() == before {
                return Vec::new();
            }
            return typed(app);
        }
    }
    let Mode::Search(bar) = &mut app.mode else { return Vec::new() };
    let total = bar.found.as_ref().map_or(0, |found| found.hits.len());
    bar.top = keep_in_view(bar.top, bar.pick, height / 2, total);
    preview(app);
    Vec::new()
}

/// `Enter`: closes the bar at the picked hit, which stays selected.
pub fn take(app: &mut App) -> Vec<Effect> {
    let Mode::Search(bar) = &mut app.mode else { return Vec::new() };
    let query = bar.field.text();
    let focus = bar.back.2;
    let (pick, generation) = (bar.pick, bar.generation);
    let Some(found) = bar.found.take().filter(|found| !found.hits.is_empty()) else {
        back_to(app);
        app.mode = Mode::Browse;
        app.focus = focus;
        if !query.trim().is_empty() {
            app.notice = Some(said("search-no-hit").with("query", query));
        }
        return Vec::new();
    };
    let count = found.hits.len();
    let hit = found.hits.get(pick).cloned();
    app.mode = Mode::Browse;
    app.hits = Some(Hits { query: query.clone(), generation, found, pick });
    app.focus = Focus::Reader;
    if let Some(hit) = hit {
        app.show_hit(&hit);
    }
    app.notice = Some(said("search-hit").count("at", pick + 1).count("of", count).with("query", query));
    Vec::new()
}
