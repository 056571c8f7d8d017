//! A key goes to the mode that is open.

use crossterm::event::{KeyEvent, KeyEventKind};

use super::{
    browse, conflicts, documents, help, numbers, overlays, passages, question, search, search_bar, settings,
    small, status, status_table, writing,
};
use crate::app::burst::{Verdict, judge};
use crate::app::{About, App, Effect, Mode, Stamp, TerminalEffect};
use crate::keymap::{Action, Chord};
use crate::messages::user_message;

pub fn on_key(app: &mut App, event: KeyEvent, stamp: &Stamp) -> Vec<Effect> {
    if event.kind == KeyEventKind::Release {
        return Vec::new();
    }
    let Some(chord) = Chord::of(event) else { return Vec::new() };
    app.shell.notices.clear();
    app.shell.notices.age_report(stamp.millis);
    let action = app.shell.keys.resolve(app.scope(), chord);
    let effects = match judge(&mut app.shell, chord, action, stamp) {
        Verdict::Goes => go(app, chord, action, stamp),
        Verdict::Unlocks => {
            app.shell.tell(user_message("key-unlocked"));
            Vec::new()
        }
        Verdict::Refused => {
            app.hold_still();
            app.shell.notices.tell(About::InputMethod, user_message("key-input-method"));
            Vec::new()
        }
    };
    // What is to be heard waits until the key itself has nothing to say.
    app.shell.notices.tell_next();
    effects
}

/// What the key means, in the mode that is open.
fn go(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    if action == Some(Action::Suspend) {
        return vec![Effect::Terminal(TerminalEffect::Suspend)];
    }
    if app.shell.opening {
        return while_opening(app, chord, stamp);
    }
    if app.areas().too_small() {
        return small::on_key(app, chord, action, stamp);
    }
    if action == Some(Action::Interrupt) && !matches!(app.shell.mode, Mode::Browse) {
        app.hold_still();
        app.shell.tell(app.shell.quit_said("quit-how"));
        return Vec::new();
    }
    if action != Some(Action::Quit) {
        app.shell.quitting = false;
    }
    let App { shell, open } = &mut *app;
    match (&shell.mode, open) {
        (Mode::Browse, _) => browse::on_key(app, chord, action, stamp),
        (Mode::Go, _) => browse::on_go(app, chord, action, stamp),
        (Mode::Refused(_), _) => numbers::on_refused_key(shell),
        (Mode::Search(_), _) => search::on_key(app, chord, action, stamp),
        (Mode::Menu(_), _) => overlays::on_menu_key(app, chord, action, stamp),
        (Mode::Palette(_), _) => overlays::on_palette_key(app, chord, action, stamp),
        (Mode::Help(_), _) => help::on_key(shell, chord, action),
        (Mode::Settings(_), _) => settings::on_key(shell, chord, action),
        (Mode::Documents(_), _) => documents::on_key(app, chord, action, stamp.at),
        // What the others are about is in the open document.
        (_, None) => Vec::new(),
        (Mode::Status(first, last), Some(open)) => {
            let range = (*first, *last);
            status::on_status_key(shell, open, chord, action, range, stamp)
        }
        (Mode::Select(_), Some(open)) => passages::on_select_key(shell, open, chord, action, stamp),
        (Mode::Compose(_), Some(open)) => writing::on_key(shell, open, chord, action, stamp),
        (Mode::Question { .. }, Some(open)) => question::answer(shell, open, action, stamp),
        (Mode::Decide(_), Some(open)) => conflicts::on_key(shell, open, chord, action, stamp),
        (Mode::StatusTable(_), Some(open)) => status_table::on_key(shell, open, chord, action),
    }
}

/// A document is on its way: keys would act on another one than is meant, so nothing is done but to leave.
fn while_opening(app: &mut App, chord: Chord, stamp: &Stamp) -> Vec<Effect> {
    if !small::leaves(&app.shell, chord) {
        app.shell.notices.tell(About::Opening, user_message("opening"));
        return Vec::new();
    }
    // Who reads the document may never come back: nothing waits for it where all is saved.
    let saved = app.open.as_ref().is_none_or(|open| open.saving.unsaved.is_empty());
    if saved { vec![Effect::Abandon] } else { browse::leave(app, stamp) }
}

pub fn on_paste(app: &mut App, text: &str) -> Vec<Effect> {
    app.shell.notices.clear();
    if app.shell.opening {
        app.shell.notices.tell(About::Opening, user_message("opening"));
        return Vec::new();
    }
    match &mut app.shell.mode {
        Mode::Compose(compose) => {
            compose.field.paste(text);
            if compose.is_too_large() {
                let said = compose.too_large_said();
                let keep = compose.keep();
                app.shell.tell(said);
                return vec![keep];
            }
            vec![compose.keep()]
        }
        Mode::Search(bar) => {
            let whole = bar.field.paste(text);
            let effects = search_bar::typed(app);
            app.shell.tell_cut(whole);
            effects
        }
        Mode::Palette(palette) => {
            let whole = palette.field.paste(text);
            palette.pick = 0;
            app.shell.tell_cut(whole);
            Vec::new()
        }
        Mode::Settings(page) if page.field.is_some() => {
            let whole = page.field.as_mut().is_none_or(|field| field.paste(text));
            app.shell.tell_cut(whole);
            Vec::new()
        }
        _ => {
            app.shell.tell(user_message("paste-nowhere"));
            Vec::new()
        }
    }
}
