//! A key goes to the mode that is open.

use crossterm::event::{KeyEvent, KeyEventKind};

use super::{
    browse, deciding, documents, help, marks, numbers, overlays, passages, question, search, small,
    status_table, writing,
};
use crate::app::burst::{Verdict, judge};
use crate::app::{App, Effect, LINE_LIMIT, Mode, Stamp};
use crate::keymap::{self, Action, Chord};
use crate::messages::said;

pub fn on_key(app: &mut App, event: KeyEvent, stamp: &Stamp) -> Vec<Effect> {
    if event.kind == KeyEventKind::Release {
        return Vec::new();
    }
    let Some(chord) = Chord::of(event) else { return Vec::new() };
    app.notice = None;
    app.age_report(stamp.millis);
    let action = keymap::resolve(app.scope(), chord);
    let effects = match judge(app, chord, action, stamp) {
        Verdict::Goes => go(app, chord, action, stamp),
        Verdict::Unlocks => {
            app.notice = Some(said("key-unlocked"));
            Vec::new()
        }
        Verdict::Refused => {
            app.hold_still();
            app.notice = Some(said("key-input-method"));
            Vec::new()
        }
    };
    if app.notice.is_none() && !app.remarks.is_empty() {
        // What is to be heard waits until the key itself has nothing to say.
        app.notice = Some(app.remarks.remove(0));
    }
    effects
}

/// What the key means, in the mode that is open.
fn go(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    if action == Some(Action::Suspend) {
        return vec![Effect::Suspend];
    }
    if app.opening {
        return while_opening(app, chord, stamp);
    }
    if app.areas().too_small() {
        return small::on_key(app, chord, action, stamp);
    }
    if action == Some(Action::Interrupt) && !matches!(app.mode, Mode::Browse) {
        app.hold_still();
        app.notice = Some(said("quit-how"));
        return Vec::new();
    }
    if action != Some(Action::Quit) {
        app.quitting = false;
    }
    match app.mode {
        Mode::Browse => browse::on_key(app, chord, action, stamp),
        Mode::Go => browse::on_go(app, chord, action, stamp),
        Mode::Refused(_) => numbers::on_refused_key(app),
        Mode::Status(first, last) => marks::on_status_key(app, chord, action, (first, last), stamp),
        Mode::Select(_) => passages::on_select_key(app, chord, action, stamp),
        Mode::Search(_) => search::on_key(app, chord, action, stamp),
        Mode::Compose(_) => writing::on_key(app, chord, action, stamp),
        Mode::Question { .. } => question::on_key(app, chord, action, stamp),
        Mode::Menu(_) => overlays::on_menu_key(app, chord, action, stamp),
        Mode::Palette(_) => overlays::on_palette_key(app, chord, action, stamp),
        Mode::Help(_) => help::on_key(app, chord, action),
        Mode::Decide(_) => deciding::on_key(app, chord, action, stamp),
        Mode::StatusTable(_) => status_table::on_key(app, chord, action),
        Mode::Documents(_) => documents::on_key(app, chord, action, stamp.at),
    }
}

/// A document is on its way: keys would act on another one than is meant, so nothing is done but to leave.
fn while_opening(app: &mut App, chord: Chord, stamp: &Stamp) -> Vec<Effect> {
    if !small::leaves(app, chord) {
        app.notice = Some(said("opening"));
        return Vec::new();
    }
    // Who reads the document may never come back: nothing waits for it where all is saved.
    if app.saving.unsaved.is_empty() { vec![Effect::Abandon] } else { browse::leave(app, stamp) }
}

pub fn on_paste(app: &mut App, text: &str) -> Vec<Effect> {
    app.notice = None;
    if app.opening {
        app.notice = Some(said("opening"));
        return Vec::new();
    }
    match &mut app.mode {
        Mode::Compose(compose) => {
            compose.field.paste(text);
            if compose.is_too_large() {
                app.notice = Some(compose.too_large_said());
            }
            vec![compose.keep()]
        }
        Mode::Search(bar) => {
            let whole = bar.field.paste(text);
            let effects = search::typed(app);
            say_cut(app, whole);
            effects
        }
        Mode::Palette(palette) => {
            let whole = palette.field.paste(text);
            palette.pick = 0;
            say_cut(app, whole);
            Vec::new()
        }
        _ => {
            app.notice = Some(said("paste-nowhere"));
            Vec::new()
        }
    }
}

/// Says that a line had no room for all that came.
pub fn say_cut(app: &mut App, whole: bool) {
    if !whole {
        app.notice = Some(said("field-cut").count("count", LINE_LIMIT));
    }
}

/// What a key that does nothing here says: which key was perhaps meant.
pub fn dead_key(app: &mut App, chord: Chord) {
    if let Mode::Question { .. } = app.mode {
        app.notice = Some(said("question-how"));
        return;
    }
    app.notice = Some(keymap::similar(app.scope(), chord));
}
