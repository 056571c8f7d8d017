//! Review statuses, and whether a paragraph makes a recommendation.

use crate::app::{Ask, Effect, Mode, OpenDocument, Shell, Stamp};
use crate::keymap::{Action, Chord};
use crate::messages::{captions, user_message};
use crate::model::{Change, Label, ParagraphIndex, Recommendation, ReviewStatus, UnitPlace};

/// Opens the choice of a status for the present paragraph.
pub fn open_menu(shell: &mut Shell, open: &mut OpenDocument) {
    match open.view.at {
        Some(_) if open.is_heading_selected() => {
            // The letter behind it is a part of what is refused.
            let refused = user_message("heading-no-status");
            shell.mode = Mode::Refused(refused.clone());
            shell.tell(refused);
        }
        Some(at) => shell.mode = Mode::Status(at, at),
        None => shell.tell(user_message("not-on-about")),
    }
}

pub fn on_status_key(
    shell: &mut Shell,
    open: &mut OpenDocument,
    chord: Chord,
    action: Option<Action>,
    range: (ParagraphIndex, ParagraphIndex),
    stamp: &Stamp,
) -> Vec<Effect> {
    shell.mode = Mode::Browse;
    match action {
        Some(Action::SetStatus(status)) => set(shell, open, status, Some(range), stamp),
        Some(Action::Back) => Vec::new(),
        _ => {
            shell.tell_dead_key(Some(&open.view), chord);
            Vec::new()
        }
    }
}

/// Sets the status of a range, or of the present paragraph.
pub fn set(
    shell: &mut Shell,
    open: &mut OpenDocument,
    status: ReviewStatus,
    range: Option<(ParagraphIndex, ParagraphIndex)>,
    stamp: &Stamp,
) -> Vec<Effect> {
    let Some((first, last)) = range.or(open.view.at.map(|at| (at, at))) else {
        shell.tell(user_message("not-on-about"));
        return Vec::new();
    };
    if first == last && open.is_heading_selected() {
        shell.tell(user_message("heading-no-status"));
        return Vec::new();
    }
    // A range is about paragraphs; a single one may be about the sub-paragraph that is selected in it.
    let part = open.target().filter(|_| first == last && open.view.at == Some(first));
    let labels: Vec<Label> = match part {
        Some(label) => vec![label],
        None => first.up_to(last).filter_map(|at| open.paragraph(at)).map(|p| p.label.clone()).collect(),
    };
    let changes: Vec<Change> = labels
        .iter()
        .filter(|label| open.mine.status(label) != status || open.current_status_of(label).text_changed)
        .map(|label| Change::set_status(label.clone(), status, open.given_on(label)))
        .collect();
    let number = |at: ParagraphIndex| open.paragraph(at).map(|p| p.label.to_string()).unwrap_or_default();
    let words = captions::status(status);
    let notice = if first == last {
        user_message("status-set")
            .and("unit", open.unit_said_first(labels.first().unwrap_or(&Label::new(""))))
            .and("status", words)
    } else {
        user_message("status-set-range")
            .with("first", number(first))
            .with("last", number(last))
            .and("status", words)
            .count("count", changes.len())
    };
    let change = match changes.len() {
        0 => {
            shell.tell(notice);
            return Vec::new();
        }
        1 => changes.into_iter().next(),
        _ => Some(Change::Many(changes)),
    };
    let effects = change.map(|change| open.commit(shell, change, None, stamp)).unwrap_or_default();
    if !effects.is_empty() {
        shell.tell(notice);
    }
    effects
}

/// `Space`: scrolls while text is unseen; then accepts and goes to the next unreviewed paragraph.
pub fn accept_next(shell: &mut Shell, open: &mut OpenDocument, stamp: &Stamp) -> Vec<Effect> {
    let Some(at) = open.view.at else {
        if open.count() > 0 {
            open.next_unreviewed(shell, true);
            open.view.focus = crate::app::Focus::Reader;
        }
        return Vec::new();
    };
    if !open.seen_whole() {
        open.show_unseen(shell);
        shell.tell(user_message("accept-read-on"));
        return Vec::new();
    }
    if open.is_heading_selected() {
        // A heading is read on from; nothing was decided on.
        open.go_to(shell, at);
        open.view.passage = None;
        open.view.focus = crate::app::Focus::Reader;
        return Vec::new();
    }
    let counted = match (open.selected_unit(), open.target()) {
        // What a sub-paragraph has from its paragraph is not its own.
        (Some(UnitPlace::Part { .. }), Some(label)) if open.mine.mark(&label).is_none() => {
            ReviewStatus::Unreviewed
        }
        (_, Some(label)) => open.current_status_of(&label).counted(),
        (_, None) => ReviewStatus::Unreviewed,
    };
    match counted {
        ReviewStatus::Accept => {
            go_on(shell, open, at);
            Vec::new()
        }
        ReviewStatus::Unreviewed => accept(shell, open, at, stamp),
        _ => {
            shell.ask(Ask::AcceptOver(at));
            Vec::new()
        }
    }
}

/// Accepts a paragraph and goes on.
pub fn accept(shell: &mut Shell, open: &mut OpenDocument, at: ParagraphIndex, stamp: &Stamp) -> Vec<Effect> {
    let effects = set(shell, open, ReviewStatus::Accept, Some((at, at)), stamp);
    if !effects.is_empty() {
        let done = shell.notices.clear();
        go_on(shell, open, at);
        shell.notices.tell_before(done);
    }
    effects
}

/// After a sub-paragraph to the next one of the same paragraph that has no status of its own; else to the next
/// unreviewed paragraph.
fn go_on(shell: &mut Shell, open: &mut OpenDocument, at: ParagraphIndex) {
    if let Some(UnitPlace::Part { part, .. }) = open.selected_unit() {
        let next = open
            .parts_at(at)
            .find(|(other, label)| *other > part && open.mine.status(label) == ReviewStatus::Unreviewed)
            .map(|(part, _)| UnitPlace::Part { paragraph: at, part });
        if let Some(place) = next {
            open.go_to_unit(shell, place);
            return;
        }
    }
    open.next_unreviewed(shell, true);
}

/// `:mark`: marks the paragraph as making a recommendation, or takes the mark away.
pub fn toggle_recommendation(shell: &mut Shell, open: &mut OpenDocument, stamp: &Stamp) -> Vec<Effect> {
    let Some((at, paragraph)) = open.here() else {
        shell.tell(user_message("not-on-about"));
        return Vec::new();
    };
    let number = paragraph.label.clone();
    if open.target().as_ref() != Some(&number) {
        shell.tell(user_message("mark-whole-paragraphs"));
        return Vec::new();
    }
    let by_document = paragraph.recommendation;
    let makes = open.recommendation_at(at) == Recommendation::Makes;
    let recommendation = match (makes, by_document) {
        (true, Recommendation::Makes) => Some(Recommendation::None),
        (true, _) => None,
        (false, Recommendation::Makes) => None,
        (false, _) => Some(Recommendation::Makes),
    };
    let notice = if makes { user_message("unmarked") } else { user_message("marked") }
        .and("unit", open.unit_said_first(&number));
    let effects = open.commit(shell, Change::set_recommendation(number, recommendation), None, stamp);
    if !effects.is_empty() {
        shell.tell(notice);
    }
    effects
}
