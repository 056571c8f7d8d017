//! Reading and moving about.

use std::sync::Arc;

use super::keys::dead_key;
use super::{
    deciding, help, marks, notes, numbers, overlays, passages, question, search, status_table, versions,
};
use crate::app::{App, Ask, Effect, Focus, Mode, Passage, Row, Stamp, Tab};
use crate::keymap::{Action, Chord};
use crate::messages::{Messages, languages, said};

pub fn on_key(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    if let Some(c) = numbers::goes_on(app, chord, action) {
        return numbers::typed(app, c);
    }
    match action {
        Some(Action::Digit) => match chord.as_command().plain_char() {
            Some(c) => numbers::typed(app, c),
            None => Vec::new(),
        },
        Some(action) => act(app, action, stamp),
        None => {
            dead_key(app, chord);
            Vec::new()
        }
    }
}

/// After `g`.
pub fn on_go(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    app.mode = Mode::Browse;
    match action {
        Some(action) => act(app, action, stamp),
        None if chord.key == crate::keymap::Key::Esc => Vec::new(),
        None => {
            dead_key(app, chord);
            Vec::new()
        }
    }
}

/// Does what a key, a menu row or a command asks for.
pub fn act(app: &mut App, action: Action, stamp: &Stamp) -> Vec<Effect> {
    if let Some(effects) = numbers::command(app, action, stamp) {
        return effects;
    }
    let height = app.areas().reader.height.max(app.areas().list.height);
    let page = isize::try_from(height.max(2)).unwrap_or(10);
    match action {
        Action::Down => travel(app, 1),
        Action::Up => travel(app, -1),
        Action::HalfDown => travel(app, page / 2),
        Action::HalfUp => travel(app, -page / 2),
        Action::PageDown => travel(app, page - 1),
        Action::PageUp => travel(app, 1 - page),
        Action::Top => to_end(app, false),
        Action::Bottom => to_end(app, true),
        Action::NextParagraph => app.step_paragraph(true),
        Action::PreviousParagraph => app.step_paragraph(false),
        Action::Right => right(app),
        Action::Left => left(app),
        Action::Enter => return enter(app),
        Action::Back => return back(app),
        Action::Wide => {
            app.wide = !app.wide;
            if app.wide {
                app.focus = Focus::Reader;
            }
        }
        Action::NextTab => app.open_tab(app.tab.turned(1)),
        Action::PreviousTab => app.open_tab(app.tab.turned(-1)),
        Action::GoMenu => app.mode = Mode::Go,
        Action::GoSections => app.open_tab(Tab::Sections),
        Action::GoSpeakers => app.open_tab(Tab::Speakers),
        Action::GoPanelists => app.open_tab(Tab::Panelists),
        Action::GoRecommendations => app.open_tab(Tab::Recommendations),
        Action::GoNotes => app.open_tab(Tab::Notes),
        Action::NextSentence => passages::step_sentence(app, true),
        Action::PreviousSentence => passages::step_sentence(app, false),
        Action::Select => passages::begin(app),
        Action::Annotate => return notes::annotate(app, stamp),
        Action::EditNote => return notes::edit(app),
        Action::DeleteNote => notes::ask_delete(app),
        Action::SettleNote => return notes::settle(app, stamp),
        Action::Editor => return notes::editor(app, stamp),
        Action::StatusMenu => marks::open_menu(app),
        Action::SetStatus(status) => return marks::set(app, status, None, stamp),
        Action::AcceptNext => return marks::accept_next(app, stamp),
        Action::MarkRecommendation => return marks::toggle_recommendation(app, stamp),
        Action::Undo => return app.step_back(false, stamp),
        Action::Redo => return app.step_back(true, stamp),
        Action::Search => search::open(app),
        Action::NextHit => return app.step_hit(true),
        Action::PreviousHit => return app.step_hit(false),
        Action::NextUnreviewed => app.next_unreviewed(true),
        Action::PreviousUnreviewed => app.next_unreviewed(false),
        Action::NextNoted => app.next_noted(true),
        Action::PreviousNoted => app.next_noted(false),
        Action::Filter => app.mode = app.filter_menu(),
        Action::Export => return notes::export(app, stamp),
        Action::Copy => return passages::copy(app),
        Action::Decide => deciding::open(app),
        Action::StatusTable => status_table::open(app),
        Action::Palette => app.mode = overlays::palette(),
        Action::Help => help::open(app, app.scope(), None),
        Action::Documents => {
            app.note_progress();
            app.mode = Mode::Documents(app.entry().unwrap_or(0));
        }
        Action::About => {
            app.tab = Tab::Sections;
            app.open_about();
            app.focus = Focus::Reader;
        }
        Action::SaySaved => app.notice = Some(app.saving_said().unwrap_or_else(|| said("saving-nothing"))),
        Action::Quit => return quit(app, stamp),
        Action::Interrupt => app.notice = Some(said("quit-how")),
        Action::Suspend => return vec![Effect::Suspend],
        Action::NextLanguage => next_language(app),
        Action::HandMouse => {
            app.mouse.ours = !app.mouse.ours;
            app.notice = Some(if app.mouse.ours { said("mouse-ours") } else { said("mouse-terminals") });
            return vec![Effect::Mouse(app.mouse.ours)];
        }
        Action::NextVersion => return versions::next(app),
        Action::Redraw => return vec![Effect::Redraw],
        _ => {}
    }
    Vec::new()
}

/// The interface in its next language, at once.
fn next_language(app: &mut App) {
    let codes: Vec<&str> = languages().map(|(code, _)| code).collect();
    let here = codes.iter().position(|code| *code == app.messages.language()).unwrap_or(0);
    let next = codes.get((here + 1) % codes.len()).and_then(|code| Messages::of(code));
    if let Some(messages) = next {
        app.messages = Arc::new(messages);
        app.notice = Some(said("language-now"));
    }
}

fn travel(app: &mut App, rows: isize) {
    match app.focus {
        Focus::List => app.move_list(rows),
        Focus::Reader => app.scroll(rows),
    }
}

fn to_end(app: &mut App, bottom: bool) {
    if app.focus == Focus::List {
        app.move_list(if bottom { isize::MAX / 2 } else { isize::MIN / 2 });
    } else if app.at.is_none() {
        app.about_top = if bottom { usize::from(u16::MAX) } else { 0 };
    } else if bottom {
        app.go_to(app.count().saturating_sub(1));
    } else {
        app.go_to(0);
    }
}

fn right(app: &mut App) {
    let row = app.list().picked.clone();
    if app.focus == Focus::List && app.folded.contains(&row) {
        app.folded.retain(|folded| *folded != row);
    } else {
        app.focus = Focus::Reader;
    }
}

fn left(app: &mut App) {
    if app.focus == Focus::Reader {
        app.focus = Focus::List;
        app.wide = false;
        return;
    }
    let row = app.list().picked.clone();
    if row.folds() && !app.folded.contains(&row) {
        app.folded.push(row);
    } else if !row.folds() {
        // From a paragraph to what it stands under.
        let rows = app.rows();
        let above = rows.iter().take(app.list().index).rposition(Row::folds);
        if let Some(row) = above.and_then(|index| rows.get(index)).cloned() {
            app.list_mut_picked(row);
        }
    }
}

fn enter(app: &mut App) -> Vec<Effect> {
    if app.focus == Focus::List {
        let row = app.list().picked.clone();
        if row.folds() && app.folded.contains(&row) {
            app.folded.retain(|folded| *folded != row);
            return Vec::new();
        }
        if !matches!(row, Row::Empty { .. }) {
            app.show_row(row);
        }
        app.focus = Focus::Reader;
    } else {
        app.mode = app.reader_menu();
    }
    Vec::new()
}

/// One step back; `true` if there was one to go.
fn step(app: &mut App) -> bool {
    if app.passage.take().is_some() || app.hits.take().is_some() {
        return true;
    }
    if app.wide {
        app.wide = false;
        return true;
    }
    if app.focus == Focus::Reader {
        app.focus = Focus::List;
        return true;
    }
    if app.filter.take().is_some() {
        app.notice = Some(said("filter-gone"));
        return true;
    }
    false
}

fn back(app: &mut App) -> Vec<Effect> {
    if let Some(effects) = app.back_from_hit() {
        return effects;
    }
    if !step(app) {
        app.notice = Some(said("quit-how"));
    }
    Vec::new()
}

fn quit(app: &mut App, stamp: &Stamp) -> Vec<Effect> {
    if let Some(Passage::Note(note)) = &app.passage
        && app.changed.as_ref() == Some(&note.id)
    {
        app.passage = None;
    }
    if !app.quitting && step(app) {
        return Vec::new();
    }
    if !app.quitting {
        app.quitting = true;
        app.notice = Some(match (app.saving.unsaved.is_empty(), &app.saving.trouble) {
            (false, _) => said("quit-again-saving"),
            (true, None) => said("quit-again"),
            // Beside a file that cannot be used nothing is said of all.
            (true, Some(_)) => said("quit-again-only"),
        });
        return Vec::new();
    }
    leave(app, stamp)
}

/// Ends the program, unless something is not on disk.
pub fn leave(app: &mut App, stamp: &Stamp) -> Vec<Effect> {
    let here = app.document.is_some().then(|| Effect::Remember(app.place(stamp.at)));
    let mut effects: Vec<Effect> = here.into_iter().collect();
    if app.saving.trouble.is_some() && !app.saving.unsaved.is_empty() {
        question::ask(app, Ask::QuitUnsaved);
    } else {
        effects.push(Effect::Quit);
    }
    effects
}
