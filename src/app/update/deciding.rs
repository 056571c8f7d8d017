//! The panel in which one decides: what vanished comes back or is let go, and of two values one is picked.

use super::keys::dead_key;
use crate::app::{App, Decision, Effect, Focus, Mode, Passage, Stamp};
use crate::keymap::{Action, Chord};
use crate::messages::said;
use crate::model::{Change, EntryKey, MissingEntries};
use crate::page::NoteRef;

/// Opens the panel, at the present paragraph if it has something to decide.
pub fn open(app: &mut App) {
    let decisions = app.decisions();
    if decisions.is_empty() {
        app.notice = Some(said("decide-nothing"));
        return;
    }
    let here = app.here().map(|(_, paragraph)| paragraph.number.clone());
    let pick = decisions.iter().position(|decision| Some(decision.paragraph()) == here.as_ref());
    app.mode = Mode::Decide(pick.unwrap_or(0));
}

pub fn on_key(app: &mut App, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Vec<Effect> {
    let Mode::Decide(pick) = app.mode else { return Vec::new() };
    let decisions = app.decisions();
    let last = decisions.len().saturating_sub(1);
    let picked = || decisions.get(pick.min(last)).cloned().into_iter().collect::<Vec<_>>();
    match action {
        Some(Action::PickNext) => app.mode = Mode::Decide((pick + 1).min(last)),
        Some(Action::PickPrevious) => app.mode = Mode::Decide(pick.saturating_sub(1)),
        Some(Action::Top) => app.mode = Mode::Decide(0),
        Some(Action::Bottom) => app.mode = Mode::Decide(last),
        Some(Action::Take) => go_there(app, decisions.get(pick.min(last))),
        Some(Action::KeepMine) => return keep_mine(app, &picked(), stamp),
        Some(Action::TakeOther) => return take_other(app, &picked(), stamp),
        Some(Action::KeepAllMine) => return keep_mine(app, &decisions, stamp),
        Some(Action::TakeAllOther) => return take_other(app, &decisions, stamp),
        Some(Action::Back) => {
            app.mode = Mode::Browse;
            app.notice = Some(said("decide-later"));
        }
        _ => dead_key(app, chord),
    }
    Vec::new()
}

/// The panel stays on something that is still to be decided, or closes.
pub fn settle(app: &mut App) {
    let Mode::Decide(pick) = app.mode else { return };
    let count = app.decisions().len();
    app.mode = if count == 0 { Mode::Browse } else { Mode::Decide(pick.min(count - 1)) };
}

/// To the paragraph, and to the note if it is there.
fn go_there(app: &mut App, decision: Option<&Decision>) {
    let Some(decision) = decision else { return };
    let number = decision.paragraph();
    let Some(at) = app.document.as_ref().and_then(|document| document.position(number)) else {
        app.notice = Some(said("decide-not-here").with("number", number));
        return;
    };
    app.mode = Mode::Browse;
    app.go_to(at);
    app.focus = Focus::Reader;
    if let EntryKey::Note(id) = decision.key()
        && app.mine.note(&id).is_some_and(crate::model::Note::is_live)
    {
        app.passage = Some(Passage::Note(NoteRef { reviewer: app.mine.reviewer.clone(), id }));
        app.reveal_passage();
    }
}

/// What was lost among these decisions.
fn lost_in(decisions: &[Decision]) -> MissingEntries {
    let missing = decisions.iter().filter_map(|decision| match decision {
        Decision::Missing(record) => Some(record.clone()),
        Decision::Between { .. } => None,
    });
    missing.collect()
}

fn decide(decisions: &[Decision], other: bool) -> Vec<Change> {
    let decide = |decision: &Decision| match decision {
        Decision::Between { of, other: conflict, .. } => {
            Some(Change::Decide { of: of.clone(), conflict: conflict.clone(), other })
        }
        Decision::Missing(_) => None,
    };
    decisions.iter().filter_map(decide).collect()
}

fn commit(app: &mut App, changes: Vec<Change>, stamp: &Stamp) -> Vec<Effect> {
    Change::of_all(changes).map(|change| app.commit(change, None, stamp)).unwrap_or_default()
}

/// What vanished comes back, and one's own value stands. Undone like any change.
fn keep_mine(app: &mut App, decisions: &[Decision], stamp: &Stamp) -> Vec<Effect> {
    let restore = lost_in(decisions).restore(&app.mine);
    let changes: Vec<Change> = restore.into_iter().chain(decide(decisions, false)).collect();
    let effects = commit(app, changes, stamp);
    if !effects.is_empty() {
        app.notice = Some(said("decide-kept").count("count", decisions.len()));
    }
    effects
}

/// What vanished is let go, and the other value takes the place of one's own. The first is not undone by `u`: nothing
/// was changed by it, and the journal has it.
fn take_other(app: &mut App, decisions: &[Decision], stamp: &Stamp) -> Vec<Effect> {
    let lost = lost_in(decisions);
    let changes = decide(decisions, true);
    let asked = !changes.is_empty();
    let mut effects = commit(app, changes, stamp);
    if asked && effects.is_empty() {
        return effects;
    }
    if !lost.is_empty() {
        app.lost.take_out(&lost);
        effects.push(Effect::AcceptLost { lost: Box::new(lost), at: stamp.at });
    }
    app.notice = Some(said("decide-taken").count("count", decisions.len()));
    effects
}
