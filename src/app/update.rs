//! What happened becomes new state and effects. One file per mode; this one only knows where to go.
//!
//! # Files
//!
//! - `browse`: Keys on the page, and what a key, a menu row or a command asks for
//! - `commands`: Commands that the palette takes by name and with something behind it: `:language zh`, `:theme dark`
//! - `conflicts`: The panel in which one decides: what vanished comes back or is let go
//! - `documents`: The list of documents to choose from
//! - `help`: Keys in help: one scrolls, searches for a key, and goes back to where it was opened
//! - `keys`: A key goes to the mode that is open
//! - `mouse`: The mouse: the wheel scrolls what is under it, a click picks, a double click takes a word
//! - `notes`: Beginning, editing, deleting and settling notes; exporting them
//! - `numbers`: Paragraph numbers and ranges as they are typed, and the command that comes after one
//! - `overlays`: Menus and the palette: what lies over the page
//! - `passages`: Selecting sentences, notes, characters and words; copying what is selected
//! - `question`: Questions with yes and no
//! - `reading`: Reading the open document and moving about in it
//! - `rereading`: The open document has changed in its file: the new text comes in the place of the old one
//! - `search`: Keys inside the search bar
//! - `search_bar`: The search bar: it is opened, its query is searched, its hits are shown and taken
//! - `search_field`: What goes on in the field of the search bar: completion of fields, former queries, a looser reading
//! - `settings`: Keys in the list of settings: a choice goes to its next word, anything else is typed
//! - `small`: Keys while the screen is too small for the page
//! - `status`: Review statuses, and whether a paragraph makes a recommendation
//! - `status_table`: Keys in the table of everyone's statuses: one looks, and goes to a paragraph
//! - `versions`: The language versions of the open document: `t` goes from one to the next, at the same paragraph
//! - `worker_messages`: Answers from outside: saving, searching, the editor, other hands
//! - `writing`: Keys inside the box in which a note is written

mod browse;
mod commands;
mod conflicts;
mod documents;
mod help;
mod keys;
mod mouse;
mod notes;
mod numbers;
mod overlays;
mod passages;
mod question;
mod reading;
mod rereading;
mod search;
mod search_bar;
mod search_field;
mod settings;
mod small;
mod status;
mod status_table;
mod versions;
mod worker_messages;
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
        other => worker_messages::on_outside(app, other),
    };
    let changed = effects.iter().any(Effect::is_change);
    app.shell.notices.keep_report(changed, stamped.map(|(_, millis)| millis));
    match &mut app.open {
        Some(open) => conflicts::settle(&mut app.shell, open),
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
