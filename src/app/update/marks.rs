//! Review statuses, and whether a paragraph makes a recommendation.

use super::keys::dead_key;
use super::question;
use crate::app::{App, Ask, Effect, Mode, Stamp};
use crate::keymap::{Action, Chord, Key};
use crate::messages::{captions, said};
use crate::model::{Change, GivenOn, Recommendation, ReviewStatus};

/// Opens the choice of a status for the present paragraph.
pub fn open_menu(app: &mut App) {
    match app.at {
        Some(at) => app.mode = Mode::Status(at, at),
        None => app.notice = Some(said("not-on-about")),
    }
}

pub fn on_status_key(
    app: &mut App,
    chord: Chord,
    action: Option<Action>,
    range: (usize, usize),
    stamp: &Stamp,
) -> Vec<Effect> {
    app.mode = Mode::Browse;
    match action {
        Some(Action::SetStatus(status)) => set(app, status, Some(range), stamp),
        _ if chord.key == Key::Esc => Vec::new(),
        _ => {
            dead_key(app, chord);
            if app.notice.is_none() {
                app.notice = Some(said("status-how"));
            }
            Vec::new()
        }
    }
}

/// Sets the status of a range, or of the present paragraph.
pub fn set(app: &mut App, status: ReviewStatus, range: Option<(usize, usize)>, stamp: &Stamp) -> Vec<Effect> {
    let Some((first, last)) = range.or(app.at.map(|at| (at, at))) else {
        app.notice = Some(said("not-on-about"));
        return Vec::new();
    };
    let language = app.document.as_deref().map_or("", |document| document.language());
    let changes: Vec<Change> = (first..=last)
        .filter(|&at| {
            let current = app.current_status_at(at);
            current.given != status || current.text_changed
        })
        .filter_map(|at| app.paragraph(at))
        .map(|paragraph| {
            let on = GivenOn::of(language, paragraph);
            Change::set_status(paragraph.number.clone(), status, Some(on))
        })
        .collect();
    let number = |app: &App, at: usize| app.paragraph(at).map(|p| p.number.to_string()).unwrap_or_default();
    let words = captions::status(status);
    let notice = if first == last {
        said("status-set").with("number", number(app, first)).and("status", words)
    } else {
        said("status-set-range")
            .with("first", number(app, first))
            .with("last", number(app, last))
            .and("status", words)
            .count("count", changes.len())
    };
    let change = match changes.len() {
        0 => {
            app.notice = Some(notice);
            return Vec::new();
        }
        1 => changes.into_iter().next(),
        _ => Some(Change::Many(changes)),
    };
    let effects = change.map(|change| app.commit(change, None, stamp)).unwrap_or_default();
    if !effects.is_empty() {
        app.notice = Some(notice);
    }
    effects
}

/// `Space`: scrolls while text is unseen; then accepts and goes to the next unreviewed paragraph.
pub fn accept_next(app: &mut App, stamp: &Stamp) -> Vec<Effect> {
    let Some(at) = app.at else {
        if app.count() > 0 {
            app.next_unreviewed(true);
            app.focus = crate::app::Focus::Reader;
        }
        return Vec::new();
    };
    if !app.seen_whole() {
        app.show_unseen();
        app.notice = Some(said("accept-read-on"));
        return Vec::new();
    }
    match app.current_status_at(at).counted() {
        ReviewStatus::Accept => {
            app.next_unreviewed(true);
            Vec::new()
        }
        ReviewStatus::Unreviewed => accept(app, at, stamp),
        _ => {
            question::ask(app, Ask::AcceptOver(at));
            Vec::new()
        }
    }
}

/// Accepts a paragraph and goes on.
pub fn accept(app: &mut App, at: usize, stamp: &Stamp) -> Vec<Effect> {
    let effects = set(app, ReviewStatus::Accept, Some((at, at)), stamp);
    if !effects.is_empty() {
        let done = app.notice.take();
        app.next_unreviewed(true);
        app.notice = crate::app::both(done, app.notice.take());
    }
    effects
}

/// `:mark`: marks the paragraph as making a recommendation, or takes the mark away.
pub fn toggle_recommendation(app: &mut App, stamp: &Stamp) -> Vec<Effect> {
    let Some((at, paragraph)) = app.here() else {
        app.notice = Some(said("not-on-about"));
        return Vec::new();
    };
    let number = paragraph.number.clone();
    let by_document = paragraph.recommendation;
    let makes = app.recommendation_at(at) == Recommendation::Makes;
    let recommendation = match (makes, by_document) {
        (true, Recommendation::Makes) => Some(Recommendation::None),
        (true, _) => None,
        (false, Recommendation::Makes) => None,
        (false, _) => Some(Recommendation::Makes),
    };
    let notice = if makes { said("unmarked") } else { said("marked") }.with("number", &number);
    let effects = app.commit(Change::set_recommendation(number, recommendation), None, stamp);
    if !effects.is_empty() {
        app.notice = Some(notice);
    }
    effects
}
