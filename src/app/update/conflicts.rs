//! The panel in which one decides: what vanished comes back or is let go, and of two values one is picked.

use crate::app::{Decision, Effect, Focus, Mode, OpenDocument, Passage, Shell, Stamp};
use crate::keymap::{Action, Chord};
use crate::layout::NoteRef;
use crate::messages::user_message;
use crate::model::{Change, EntryKey, MissingEntries};

/// Opens the panel, at the present paragraph if it has something to decide.
pub fn open(shell: &mut Shell, open: &mut OpenDocument) {
    let decisions = open.decisions();
    if decisions.is_empty() {
        shell.tell(user_message("decide-nothing"));
        return;
    }
    let here = open.here().map(|(_, paragraph)| paragraph.label.clone());
    let pick = decisions.iter().position(|decision| Some(decision.paragraph()) == here.as_ref());
    shell.mode = Mode::Decide(pick.unwrap_or(0));
}

pub fn on_key(
    shell: &mut Shell,
    open: &mut OpenDocument,
    chord: Chord,
    action: Option<Action>,
    stamp: &Stamp,
) -> Vec<Effect> {
    let Mode::Decide(pick) = shell.mode else { return Vec::new() };
    let decisions = open.decisions();
    let last = decisions.len().saturating_sub(1);
    let picked = || decisions.get(pick.min(last)).cloned().into_iter().collect::<Vec<_>>();
    match action {
        Some(Action::PickNext) => shell.mode = Mode::Decide((pick + 1).min(last)),
        Some(Action::PickPrevious) => shell.mode = Mode::Decide(pick.saturating_sub(1)),
        Some(Action::Top) => shell.mode = Mode::Decide(0),
        Some(Action::Bottom) => shell.mode = Mode::Decide(last),
        Some(Action::Take) => go_there(shell, open, decisions.get(pick.min(last))),
        Some(Action::KeepMine) => return keep_mine(shell, open, &picked(), stamp),
        Some(Action::TakeOther) => return take_other(shell, open, &picked(), stamp),
        Some(Action::KeepAllMine) => return keep_mine(shell, open, &decisions, stamp),
        Some(Action::TakeAllOther) => return take_other(shell, open, &decisions, stamp),
        Some(Action::Back) => {
            shell.mode = Mode::Browse;
            shell.tell(user_message("decide-later"));
        }
        _ => shell.tell_dead_key(Some(&open.view), chord),
    }
    Vec::new()
}

/// The panel stays on something that is still to be decided, or closes.
pub fn settle(shell: &mut Shell, open: &mut OpenDocument) {
    let Mode::Decide(pick) = shell.mode else { return };
    let count = open.decisions().len();
    shell.mode = if count == 0 { Mode::Browse } else { Mode::Decide(pick.min(count - 1)) };
}

/// To the paragraph, and to the note if it is there.
fn go_there(shell: &mut Shell, open: &mut OpenDocument, decision: Option<&Decision>) {
    let Some(decision) = decision else { return };
    let number = decision.paragraph();
    let Some(at) = open.document.position(number) else {
        shell.tell(user_message("decide-not-here").with("number", number));
        return;
    };
    shell.mode = Mode::Browse;
    open.go_to(shell, at);
    open.view.focus = Focus::Reader;
    if let EntryKey::Note(id) = decision.key()
        && open.mine.note(&id).is_some_and(crate::model::Note::is_live)
    {
        open.view.passage = Some(Passage::Note(NoteRef { reviewer: open.mine.reviewer.clone(), id }));
        open.reveal_passage(shell);
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

fn commit(shell: &mut Shell, open: &mut OpenDocument, changes: Vec<Change>, stamp: &Stamp) -> Vec<Effect> {
    Change::of_all(changes).map(|change| open.commit(shell, change, None, stamp)).unwrap_or_default()
}

/// What vanished comes back, and one's own value stands. Undone like any change.
fn keep_mine(
    shell: &mut Shell,
    open: &mut OpenDocument,
    decisions: &[Decision],
    stamp: &Stamp,
) -> Vec<Effect> {
    let restore = lost_in(decisions).restore(&open.mine);
    let changes: Vec<Change> = restore.into_iter().chain(decide(decisions, false)).collect();
    let effects = commit(shell, open, changes, stamp);
    if !effects.is_empty() {
        shell.tell(user_message("decide-kept").count("count", decisions.len()));
    }
    effects
}

/// What vanished is let go, and the other value takes the place of one's own. Undone like any change: what was let go
/// comes back.
fn take_other(
    shell: &mut Shell,
    open: &mut OpenDocument,
    decisions: &[Decision],
    stamp: &Stamp,
) -> Vec<Effect> {
    let lost = lost_in(decisions);
    let changes = decide(decisions, true);
    let asked = !changes.is_empty();
    let mut effects = commit(shell, open, changes, stamp);
    if asked && effects.is_empty() {
        return effects;
    }
    if !lost.is_empty() {
        effects.push(open.let_go(lost, stamp));
    }
    shell.tell(user_message("decide-taken").count("count", decisions.len()));
    effects
}
