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
mod rereading;
mod search;
mod search_field;
mod small;
mod status_table;
mod versions;
mod writing;

use super::{App, Effect, Mode, Msg};

/// Takes in what happened and says what is to be done.
pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    if let Msg::Drawn = msg {
        app.note_seen();
        app.told = app.notice.clone();
        app.note_shown();
        return Vec::new();
    }
    let drafts = app.drafts.len();
    let before = (app.source, app.at, app.tab);
    let stamped = match &msg {
        Msg::Key(_, stamp) | Msg::Mouse(_, stamp) => Some((stamp.at, stamp.millis)),
        _ => None,
    };
    let mut effects = match msg {
        Msg::Key(event, stamp) => keys::on_key(app, event, &stamp),
        Msg::Paste(text) => keys::on_paste(app, &text),
        Msg::Mouse(event, stamp) => mouse::on_mouse(app, event, &stamp),
        Msg::Resize(size) => {
            app.size = size;
            Vec::new()
        }
        other => outside::on_outside(app, other),
    };
    let changed = effects.iter().any(Effect::is_change);
    app.keep_report(changed, stamped.map(|(_, millis)| millis));
    deciding::settle(app);
    if app.document.is_none() && !app.opening && matches!(app.mode, Mode::Browse) {
        // Where nothing is open there is only the list of documents to come back to.
        app.mode = Mode::Documents(0);
    }
    app.settle();
    if let Some((at, _)) =
        stamped.filter(|_| before.0 == app.source && before != (app.source, app.at, app.tab))
    {
        // However the program ends, it opens here again.
        // Before another document is opened: it is a place in this one.
        effects.insert(0, Effect::Remember(app.place(at)));
    }
    if before.0 == app.source && drafts != app.drafts.len() {
        // `has:draft` is asked of what is there now.
        effects.extend(app.index());
    }
    if let Mode::Compose(_) = app.mode {
        writing::keep_caret_visible(app);
    }
    effects
}
