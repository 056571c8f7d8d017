//! What happened becomes new state and effects. One file per mode; this one only knows where to go.

mod browse;
mod commands;
mod deciding;
mod documents;
mod help;
mod keys;
mod marks;
mod mouse;
mod notes;
mod numbers;
mod outside;
mod overlays;
mod passages;
mod question;
mod reading;
mod rereading;
mod search;
mod search_bar;
mod search_field;
mod small;
mod status_table;
mod versions;
mod writing;

use super::{App, Effect, Mode, Msg};

/// Takes in what happened and says what is to be done.
pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    if let Msg::Drawn = msg {
        if let Some(open) = &mut app.open {
            open.note_seen(&app.shell);
        }
        app.shell.note_shown();
        return Vec::new();
    }
    let drafts = |app: &App| app.open.as_ref().map(|open| (open.source, open.drafts.len()));
    let here = |app: &App| app.open.as_ref().map(|open| (open.source, open.view.at, open.view.tab));
    let (drafts_before, before) = (drafts(app), here(app));
    let stamped = match &msg {
        Msg::Key(_, stamp) | Msg::Mouse(_, stamp) => Some((stamp.at, stamp.millis)),
        _ => None,
    };
    let mut effects = match msg {
        Msg::Key(event, stamp) => keys::on_key(app, event, &stamp),
        Msg::Paste(text) => keys::on_paste(app, &text),
        Msg::Mouse(event, stamp) => mouse::on_mouse(app, event, &stamp),
        Msg::Resize(size) => {
            app.shell.size = size;
            Vec::new()
        }
        other => outside::on_outside(app, other),
    };
    let changed = effects.iter().any(Effect::is_change);
    app.shell.notices.keep_report(changed, stamped.map(|(_, millis)| millis));
    match &mut app.open {
        Some(open) => deciding::settle(&mut app.shell, open),
        // Where nothing is open there is only the list of documents to come back to.
        None if !app.shell.opening && matches!(app.shell.mode, Mode::Browse) => {
            app.shell.mode = Mode::Documents(0);
        }
        None => {}
    }
    app.settle();
    let (drafts, after) = (drafts(app), here(app));
    let same = before.map(|(source, ..)| source) == after.map(|(source, ..)| source);
    if let Some((at, _)) = stamped.filter(|_| same && before != after) {
        // However the program ends, it opens here again.
        // Before another document is opened: it is a place in this one.
        effects.splice(0..0, app.remember(at));
    }
    if let Some(open) = &mut app.open {
        if same && drafts != drafts_before {
            // `has:draft` is asked of what is there now.
            effects.push(open.index());
        }
        if let Mode::Compose(_) = app.shell.mode {
            writing::keep_caret_visible(&mut app.shell, open);
        }
    }
    effects
}
