//! What goes on in the field of the search bar: completion of fields, former queries, a looser reading.

use super::search_bar::typed;
use crate::app::{App, Completing, Effect, Field, Mode};
use crate::messages::user_message;
use crate::search::{Completion, FieldName, complete};

/// `Tab`: the next way to go on with the field before the caret, or the one before.
pub fn completed(app: &mut App, forward: bool) -> Vec<Effect> {
    let Mode::Search(bar) = &app.shell.mode else { return Vec::new() };
    let text = bar.field.text().to_owned();
    let under_way =
        bar.completing.as_ref().filter(|under_way| under_way.text == text && under_way.ways.len() > 1);
    let next = match under_way {
        Some(under_way) => {
            let count = under_way.ways.len();
            let at = if forward { under_way.at + 1 } else { under_way.at + count - 1 } % count;
            Completing { at, ..under_way.clone() }
        }
        None => {
            let caret = bar.field.caret_byte();
            let ways = complete(&text, caret, &app.shell.known(app.open.as_ref()));
            let at = if forward { 0 } else { ways.len().saturating_sub(1) };
            Completing { typed: (text, caret), ways, at, text: String::new() }
        }
    };
    let Some(way) = next.ways.get(next.at).cloned() else {
        app.shell.tell(nothing(app, &next));
        return Vec::new();
    };
    let (before, after) = next.typed.0.split_at_checked(next.typed.1).unwrap_or_default();
    let kept = before.get(..way.range.start).unwrap_or_default();
    let made = format!("{kept}{}", way.text);
    let mut field = Field::line(&format!("{made}{after}"));
    field.set_caret(made.len());
    let shown = ways_shown(&next.ways, next.at);
    let count = next.ways.len();
    let at = next.at + 1;
    put(app, field, |bar, text| bar.completing = Some(Completing { text, ..next }));
    let effects = typed(app);
    if count > 1 {
        app.shell.tell(user_message("search-ways").count("at", at).count("of", count).list("ways", shown));
    }
    effects
}

/// Why nothing can be completed.
fn nothing(app: &App, completing: &Completing) -> crate::messages::UserMessage {
    let before = completing.typed.0.get(..completing.typed.1).unwrap_or_default();
    let token = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    if token.trim_start_matches('!').starts_with("para:") {
        return app.shell.problem_said(
            app.open.as_ref(),
            &crate::search::FieldProblem::NoValue { field: FieldName::Para },
        );
    }
    let fields: Vec<String> = FieldName::ALL.iter().map(|name| format!("{}:", name.word())).collect();
    user_message("search-no-way").with("typed", token).with("fields", fields.join(" "))
}

/// The ways from the one that stands in the field on, as many as a line has room for.
fn ways_shown(ways: &[Completion], at: usize) -> Vec<String> {
    let word = |way: &Completion| way.value.clone().unwrap_or_else(|| format!("{}:", way.field.word()));
    let around = ways.iter().cycle().skip(at).take(ways.len().min(6));
    let more = (ways.len() > 6).then(|| "…".to_owned());
    around.map(word).chain(more).collect()
}

/// `Ctrl-p`: the query before; `Ctrl-n`: the one after, and at last what was typed.
pub fn former(app: &mut App, back: bool) -> Vec<Effect> {
    let Mode::Search(bar) = &app.shell.mode else { return Vec::new() };
    let count = app.shell.former.len();
    let at = bar.former.as_ref().map_or(count, |(at, _)| *at);
    let typed_first =
        bar.former.as_ref().map_or_else(|| bar.field.text().to_owned(), |(_, typed)| typed.clone());
    let shown = bar.field.text().to_owned();
    // One that stands there already is passed over.
    let is_other = |at: &usize| app.shell.former.get(*at).is_some_and(|query| *query != shown);
    let next = if back { (0..at).rev().find(is_other) } else { (at + 1..count).find(is_other) };
    match next.and_then(|next| Some((next, app.shell.former.get(next)?.clone()))) {
        Some((next, query)) => {
            put(app, Field::line(&query), |bar, _| bar.former = Some((next, typed_first)));
            typed(app)
        }
        None if back => {
            let id = if count == 0 { "search-no-former" } else { "search-first-former" };
            app.shell.tell(user_message(id));
            Vec::new()
        }
        None if at < count => {
            put(app, Field::line(&typed_first), |bar, _| bar.former = None);
            typed(app)
        }
        None => {
            app.shell.tell(user_message("search-last-former"));
            Vec::new()
        }
    }
}

/// `Ctrl-l`: the looser reading that is offered.
pub fn loosen(app: &mut App) -> Vec<Effect> {
    let Some(query) = app.shell.looser_query().map(str::to_owned) else {
        app.shell.tell(user_message("search-no-looser"));
        return Vec::new();
    };
    put(app, Field::line(&query), |_, _| ());
    typed(app)
}

/// Puts another text into the bar.
fn put(app: &mut App, field: Field, and: impl FnOnce(&mut crate::app::SearchBar, String)) {
    if let Mode::Search(bar) = &mut app.shell.mode {
        let text = field.text().to_owned();
        bar.field = field;
        and(bar, text);
    }
}
