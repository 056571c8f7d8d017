//! Menus and the palette: what lies over the page.

use super::keys::{dead_key, say_cut};
use super::{browse, commands, numbers, search};
use crate::app::{App, Effect, Field, MenuAction, Mode, Palette, Stamp};
use crate::keymap::{Action, Chord, Key};
use crate::messages::said;

/// An empty palette.
pub fn palette() -> Mode {
    palette_with("")
}

/// A palette with something typed in it already.
pub fn palette_with(begun: &str) -> Mode {
    Mode::Palette(Box::new(Palette { field: Field::line(begun), pick: 0 }))
}

pub fn on_menu_key(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    let Mode::Menu(menu) = &mut app.mode else { return Vec::new() };
    let count = menu.items.len().max(1);
    let typed = chord.as_command();
    let by_key = menu.items.iter().position(|item| {
        item.key.and_then(crate::keymap::key_named).is_some_and(|key| key == typed && key != Chord::char(' '))
    });
    let digit = typed.plain_char().and_then(|c| c.to_digit(10)).and_then(|d| (d as usize).checked_sub(1));
    let by_digit = digit.filter(|place| *place < menu.items.len());
    if let Some(place) = by_key.or(by_digit) {
        return take(app, place, stamp);
    }
    match action {
        Some(Action::PickNext) => menu.pick = (menu.pick + 1) % count,
        Some(Action::PickPrevious) => menu.pick = (menu.pick + count - 1) % count,
        Some(Action::Take) => {
            let place = menu.pick;
            return take(app, place, stamp);
        }
        Some(Action::Back) => app.mode = Mode::Browse,
        _ => match typed.key {
            Key::Char('j') => menu.pick = (menu.pick + 1) % count,
            Key::Char('k') => menu.pick = (menu.pick + count - 1) % count,
            _ => dead_key(app, chord),
        },
    }
    Vec::new()
}

/// Takes a row of the open menu.
pub fn take(app: &mut App, place: usize, stamp: &Stamp) -> Vec<Effect> {
    let Mode::Menu(menu) = std::mem::replace(&mut app.mode, Mode::Browse) else { return Vec::new() };
    match menu.items.into_iter().nth(place).map(|item| item.action) {
        Some(MenuAction::Do(action)) => browse::act(app, action, stamp),
        Some(MenuAction::Filter(filter)) => {
            app.notice = Some(match &filter {
                Some(by) => {
                    let shown = |app: &App| (0..app.count()).filter(|&at| app.passes(at)).count();
                    app.filter = filter.clone();
                    said("filter-on")
                        .and("what", by.said())
                        .count("count", shown(app))
                        .count("of", app.count())
                }
                None => said("filter-gone"),
            });
            app.filter = filter;
            Vec::new()
        }
        Some(MenuAction::Values(field)) => {
            app.mode = app.values_menu(field);
            Vec::new()
        }
        Some(MenuAction::Ask(field)) => {
            search::open_with(app, &format!("{}:", field.word()));
            search::typed(app)
        }
        None => Vec::new(),
    }
}

pub fn on_palette_key(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    let items = match &app.mode {
        Mode::Palette(palette) => app.palette_items(palette),
        _ => return Vec::new(),
    };
    let Mode::Palette(palette) = &mut app.mode else { return Vec::new() };
    match action {
        Some(Action::PickNext) => palette.pick = (palette.pick + 1).min(items.len().saturating_sub(1)),
        Some(Action::PickPrevious) => palette.pick = palette.pick.saturating_sub(1),
        Some(Action::Back) => app.mode = Mode::Browse,
        Some(Action::Take) => {
            let typed = palette.field.text().trim().trim_start_matches([':', '：']).to_owned();
            let pick = palette.pick;
            app.mode = Mode::Browse;
            if let Some(number) = numbers::number_in(app, &typed) {
                return numbers::go_to_typed(app, &number);
            }
            if let Some(effects) = commands::by_name(app, &typed, stamp) {
                return effects;
            }
            match items.get(pick) {
                Some(item) => return commands::take(app, item, stamp),
                None => return commands::unknown(app, &typed, stamp),
            }
        }
        _ => {
            let empty = palette.field.text().is_empty();
            if chord.key == Key::Backspace && empty {
                app.mode = Mode::Browse;
                return Vec::new();
            }
            let Some(whole) = palette.field.edit(chord) else { return Vec::new() };
            palette.pick = 0;
            say_cut(app, whole);
        }
    }
    Vec::new()
}
