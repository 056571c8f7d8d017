//! Menus and the palette: what lies over the page.

use super::{browse, commands, numbers, search_bar};
use crate::app::menu::{filter_of, values_of};
use crate::app::{App, Effect, Filter, MenuAction, MenuItem, Mode, OpenDocument, Shell, Stamp};
use crate::keymap::{Action, Chord, Scope};
use crate::messages::user_message;
use crate::search::FieldName;

pub fn on_menu_key(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    let Mode::Menu(menu) = &mut app.shell.mode else { return Vec::new() };
    let count = menu.items.len().max(1);
    // In the menu of the reader the letters are those of the page.
    let action = action.or_else(|| app.shell.keys.resolve(Scope::Reader, chord));
    match action {
        Some(Action::PickNext) => menu.pick = (menu.pick + 1) % count,
        Some(Action::PickPrevious) => menu.pick = (menu.pick + count - 1) % count,
        Some(Action::Take) => {
            let place = menu.pick;
            return take(app, place, stamp);
        }
        Some(Action::Back) => app.shell.mode = Mode::Browse,
        _ => {
            let meant = |item: &MenuItem| matches!(item.action, MenuAction::Do(does) if Some(does) == action);
            let by_key = menu.items.iter().position(meant);
            let digit = chord.as_command().plain_char().and_then(|c| c.to_digit(10));
            let by_digit = digit.and_then(|d| (d as usize).checked_sub(1));
            match by_key.or(by_digit.filter(|place| *place < menu.items.len())) {
                Some(place) => return take(app, place, stamp),
                None => app.shell.tell_dead_key(None, chord),
            }
        }
    }
    Vec::new()
}

/// Takes a row of the open menu.
pub fn take(app: &mut App, place: usize, stamp: &Stamp) -> Vec<Effect> {
    let Mode::Menu(menu) = std::mem::replace(&mut app.shell.mode, Mode::Browse) else { return Vec::new() };
    match menu.items.into_iter().nth(place).map(|item| item.action) {
        Some(MenuAction::Do(action)) => act(app, action, stamp),
        Some(MenuAction::Filter(filter)) => {
            if let App { shell, open: Some(open) } = app {
                set_filter(shell, open, filter);
            }
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Does what a row says: sets a filter, asks by which of several or for words that are typed, or what the page does.
fn act(app: &mut App, action: Action, stamp: &Stamp) -> Vec<Effect> {
    if let App { shell, open: Some(open) } = app {
        if let Some(filter) = filter_of(action) {
            set_filter(shell, open, filter);
            return Vec::new();
        }
        if let Some(field) = values_of(action) {
            shell.mode = open.values_menu(shell, field);
            return Vec::new();
        }
    }
    let typed = match action {
        Action::FilterNumber => FieldName::Para,
        Action::FilterLanguage => FieldName::Lang,
        action => return browse::act(app, action, stamp),
    };
    search_bar::open_with(app, &format!("{}:", typed.word()));
    search_bar::typed(app)
}

fn set_filter(shell: &mut Shell, open: &mut OpenDocument, filter: Filter) {
    open.view.filter = filter;
    shell.tell(match &open.view.filter {
        Some(by) => {
            let count = open.document.indices().filter(|&at| open.passes(at)).count();
            user_message("filter-on")
                .and("what", by.user_message())
                .count("count", count)
                .count("of", open.count())
        }
        None => user_message("filter-gone"),
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
            match &mut *app {
                App { shell, open: Some(open) } => {
                    if let Some(number) = numbers::number_in(open, &typed) {
                        return numbers::go_to_typed(shell, open, &number);
                    }
                }
                App { shell, open: None } if numbers::begins_number(&typed) => {
                    shell.tell_open_first();
                    return Vec::new();
                }
                App { .. } => {}
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
            if action == Some(Action::DeleteBefore) && empty {
                app.shell.mode = Mode::Browse;
                return Vec::new();
            }
            let Some(whole) = palette.field.edit(chord, action) else { return Vec::new() };
            palette.pick = 0;
            app.shell.tell_cut(whole);
        }
    }
    Vec::new()
}
