//! The search bar: it is opened, its query is searched, its hits are shown and taken. No keys.

use crate::app::{App, DiskEffect, Effect, Field, Hits, Loosest, Mode, Reach, SearchBar, Shell};
use crate::messages::user_message;
use crate::search::{HitPart, Query};

/// `/`: opens the bar.
pub fn open(app: &mut App) {
    open_with(app, "");
}

/// Opens the bar with something typed in it already; nothing is searched yet.
pub fn open_with(app: &mut App, begun: &str) {
    let shell = &app.shell;
    let back = app.open.as_ref().map(|open| open.origin(shell).location);
    app.shell.mode = Mode::Search(Box::new(SearchBar {
        field: Field::line(begun),
        generation: app.shell.generation,
        found: None,
        waiting: false,
        pick: 0,
        top: 0,
        take: false,
        completing: None,
        former: None,
        reach: Reach::default(),
        loosest: Loosest::Unknown,
        back,
    }));
}

/// What is typed has changed: search anew.
pub fn typed(app: &mut App) -> Vec<Effect> {
    let Mode::Search(bar) = &mut app.shell.mode else { return Vec::new() };
    let query = Query::parse(bar.field.text());
    app.shell.generation += 1;
    bar.generation = app.shell.generation;
    bar.pick = 0;
    bar.top = 0;
    bar.loosest = Loosest::Unknown;
    if query.is_empty() {
        bar.found = None;
        bar.waiting = false;
        back_to(app);
    } else {
        bar.waiting = true;
    }
    if let Some(problem) = query.problems().first() {
        app.shell.tell(app.shell.problem_said(app.open.as_ref(), problem));
    }
    if query.is_empty() {
        return Vec::new();
    }
    vec![app.shell.find(app.view(), app.shell.generation, query)]
}

/// Shows again what was on the screen before the bar was opened.
pub fn back_to(app: &mut App) {
    let App { shell, open: Some(open) } = app else { return };
    let Mode::Search(bar) = &shell.mode else { return };
    if let Some(back) = &bar.back {
        open.go_back(shell, back);
    }
}

/// Closes the bar, where one was.
pub fn close(app: &mut App) {
    let Mode::Search(bar) = std::mem::replace(&mut app.shell.mode, Mode::Browse) else { return };
    if let (Some(open), Some(back)) = (&mut app.open, bar.back) {
        open.view.focus = back.focus;
    }
}

/// The picked hit in the reader; without a hit, where one was.
pub fn preview(app: &mut App) {
    let Mode::Search(bar) = &app.shell.mode else { return };
    let Some(found) = &bar.found else { return };
    match (found.hits.get(bar.pick).cloned(), &mut app.open) {
        (Some(hit), Some(open)) if open.is_open(&hit) => open.show_hit(&app.shell, &hit),
        (None, _) if !found.done => {}
        _ => back_to(app),
    }
}

/// A click on a hit: the bar is closed there.
pub fn take_at(app: &mut App, place: usize) -> Vec<Effect> {
    let Mode::Search(bar) = &mut app.shell.mode else { return Vec::new() };
    bar.pick = place;
    preview(app);
    take(app)
}

/// `Enter`: closes the bar at the picked hit, which stays selected.
pub fn take(app: &mut App) -> Vec<Effect> {
    let Mode::Search(bar) = &mut app.shell.mode else { return Vec::new() };
    let query = bar.field.text().to_owned();
    let (pick, generation) = (bar.pick, bar.generation);
    let Some(found) = bar.found.take().filter(|found| !found.hits.is_empty()) else {
        back_to(app);
        close(app);
        if !query.trim().is_empty() {
            app.shell.tell(user_message("search-no-hit").with("query", &query));
        }
        return keep(&mut app.shell, &query);
    };
    let away = found.hits.get(pick).is_some_and(|hit| !app.is_open(hit));
    let loose = found.part(pick) == HitPart::Loose;
    let mut hits = Hits { query: query.clone(), generation, found, pick, from: None };
    if away {
        // The reader shows where one was, not a hit of this document.
        back_to(app);
        hits.from = app.open.as_ref().map(|open| open.origin(&app.shell));
    }
    let order = app.shell.in_text_order(&hits);
    let of = hits.of(order.len());
    let at = order.iter().position(|&at| at == pick).unwrap_or(0);
    app.shell.mode = Mode::Browse;
    let id = match (away, loose) {
        (true, _) => "search-hit-away",
        (false, false) => "search-hit",
        (false, true) => "search-hit-loose",
    };
    let notice = user_message(id).count("at", at + 1).and("of", of).with("query", &query);
    let mut effects = keep(&mut app.shell, &query);
    effects.extend(app.go_to_pick(hits, notice));
    effects
}

/// Keeps a query among the former ones, the newest last.
pub fn keep(shell: &mut Shell, query: &str) -> Vec<Effect> {
    let query = query.trim();
    if query.is_empty() || shell.former.last().is_some_and(|last| last == query) {
        return Vec::new();
    }
    shell.former.retain(|known| known != query);
    shell.former.push(query.to_owned());
    vec![Effect::Disk(DiskEffect::KeepQuery(query.to_owned()))]
}
