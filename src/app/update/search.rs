//! Keys inside the search bar.

use super::{search_bar, search_field};
use crate::app::searching::hits_in;
use crate::app::{App, Effect, Mode, SearchBar, Stamp};
use crate::keymap::{Action, Chord};
use crate::layout::keep_in_view;

pub fn on_key(app: &mut App, chord: Chord, action: Option<Action>, _stamp: &Stamp) -> Vec<Effect> {
    let height = usize::from(app.areas().list.height).max(2);
    let Mode::Search(bar) = &mut app.shell.mode else { return Vec::new() };
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
            let query = bar.field.text().to_owned();
            search_bar::back_to(app);
            search_bar::close(app);
            return search_bar::keep(&mut app.shell, &query);
        }
        Some(Action::Take) => {
            if bar.waiting {
                bar.take = true;
                return Vec::new();
            }
            return search_bar::take(app);
        }
        // `Enter` was pressed and its hits are on their way: what comes behind it is not part of the query.
        _ if bar.take => return Vec::new(),
        Some(Action::Complete) => return search_field::completed(app, true),
        Some(Action::CompleteBack) => return search_field::completed(app, false),
        Some(Action::FormerQuery) => return search_field::former(app, true),
        Some(Action::LaterQuery) => return search_field::former(app, false),
        Some(Action::Loosen) => return search_field::loosen(app),
        _ => {
            let before = bar.field.text().to_owned();
            if action == Some(Action::DeleteBefore) && before.is_empty() {
                search_bar::close(app);
                return Vec::new();
            }
            let Some(whole) = bar.field.edit(chord, action) else { return Vec::new() };
            if bar.field.text() == before {
                app.shell.tell_cut(whole);
                return Vec::new();
            }
            return search_bar::typed(app);
        }
    }
    let Mode::Search(bar) = &mut app.shell.mode else { return Vec::new() };
    let total = bar.found.as_ref().map_or(0, |found| found.hits.len());
    bar.top = keep_in_view(bar.top, bar.pick, hits_in(height), total);
    search_bar::preview(app);
    Vec::new()
}
