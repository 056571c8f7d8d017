//! Menus and the palette: what lies over the page.

use super::{browse, commands, numbers, search_bar};
use crate::app::{App, Effect, Filter, MenuAction, Mode, OpenDocument, Shell, Stamp};
use crate::keymap::{Action, Chord, Key};
use crate::messages::said;

pub fn on_menu_key(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    let Mode::Menu(menu) = &mut app.shell.mode else { return Vec::new() };
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
        Some(Action::Back) => app.shell.mode = Mode::Browse,
        _ => match typed.key {
            Key::Char('j') => menu.pick = (menu.pick + 1) % count,
            Key::Char('k') => menu.pick = (menu.pick + count - 1) % count,
            _ => app.shell.tell_dead_key(None, chord),
        },
    }
    Vec::new()
}

/// Takes a row of the open menu.
pub fn take(app: &mut App, place: usize, stamp: &Stamp) -> Vec<Effect> {
    let Mode::Menu(menu) = std::mem::replace(&mut app.shell.mode, Mode::Browse) else { return Vec::new() };
    match menu.items.into_iter().nth(place).map(|item| item.action) {
        Some(MenuAction::Do(action)) => browse::act(app, action, stamp),
        Some(MenuAction::Filter(filter)) => {
            if let App { shell, open: Some(open) } = app {
                set_filter(shell, open, filter);
            }
            Vec::new()
        }
        Some(MenuAction::Values(field)) => {
            if let App { shell, open: Some(open) } = app {
                shell.mode = open.values_menu(shell, field);
            }
            Vec::new()
        }
        Some(MenuAction::Ask(field)) => {
            search_bar::open_with(app, &format!("{}:", field.word()));
            search_bar::typed(app)
        }
        None => Vec::new(),
    }
}

fn set_filter(shell: &mut Shell, open: &mut OpenDocument, filter: Filter) {
    open.view.filter = filter;
    shell.tell(match &open.view.filter {
        Some(by) => {
            let count = (0..open.count()).filter(|&at| open.passes(at)).count();
            said("filter-on").and("what", by.said()).count("count", count).count("of", open.count())
        }
        None => said("filter-gone"),
    });
}

pub fn on_palette_key(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    let items = match &app.shell.mode {
        Mode::Palette(palette) => app.shell.palette_items(palette),
        _ => return Vec::new(),
    };
    let Mode::Palette(palette) = &mut app.shell.mode else { return Vec::new() };
    match action {
        Some(Action::PickNext) => palette.pick = (palette.pick + 1).min(items.len().saturating_sub(1)),
        Some(Action::PickPrevious) => palette.pick = palette.pick.saturating_sub(1),
        Some(Action::Back) => app.shell.mode = Mode::Browse,
        Some(Action::Take) => {
            let typed = palette.field.text().trim().trim_start_matches([':', '：']).to_owned();
            let pick = palette.pick;
            app.shell.mode = Mode::Browse;
            if let App { shell, open: Some(open) } = &mut *app
                && let Some(number) = numbers::number_in(open, &typed)
            {
                return numbers::go_to_typed(shell, open, &number);
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
                app.shell.mode = Mode::Browse;
                return Vec::new();
            }
            let Some(whole) = palette.field.edit(chord) else { return Vec::new() };
            palette.pick = 0;
            app.shell.tell_cut(whole);
        }
    }
    Vec::new()
}
