//! Keys that were readable together, and the lock that holds after something was written where commands are typed:
//! an input method was on, and what it commits must never be taken for commands.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::{App, Mode, Shell, Stamp};
use crate::keymap::{Action, Chord, Key, is_committed};

/// So many milliseconds after the key before, a letter is typed by a person who reads what is on the screen; terminals
/// that send what was committed one character at a time are faster.
const PAUSE: u64 = 150;

/// Letters of another keyboard that follow each other faster than so many milliseconds are a word and not commands.
const WORD: u64 = 40;

/// Keys that were readable without waiting, as one write of a terminal or an input method gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Burst {
    /// Which burst it is: no other has the number.
    pub id: u64,
    /// It has one key only.
    pub alone: bool,
    /// One of its keys, perhaps a later one, is a committed character.
    pub committed: bool,
}

impl Burst {
    /// A burst of one key that is none that an input method committed.
    #[must_use]
    pub const fn alone(id: u64) -> Self {
        Self { id, alone: true, committed: false }
    }

    /// What these keys are together.
    #[must_use]
    pub fn of<'a>(id: u64, keys: impl Iterator<Item = &'a KeyEvent>) -> Self {
        let keys: Vec<&KeyEvent> = keys.filter(|key| key.kind != KeyEventKind::Release).collect();
        // A key that is held down repeats itself, and is still one key.
        let is_held = keys.windows(2).all(|pair| pair.first().map(|k| k.code) == pair.last().map(|k| k.code));
        let alone = keys.len() <= 1;
        let committed = keys.iter().any(|key| match key.code {
            KeyCode::Char(c) if !key.modifiers.contains(KeyModifiers::CONTROL) => is_committed(c, is_held),
            _ => false,
        });
        Self { id, alone, committed }
    }
}

/// The lock, and what it must know of the keys before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InputLock {
    /// Only keys by which a person shows that he knows are taken.
    on: bool,
    /// Nothing that is still to come of this burst is a command.
    over: Option<u64>,
    /// The burst whose key is being taken in.
    burst: Option<u64>,
    /// When the last key came, and its character.
    last: Option<(u64, Option<char>)>,
}

/// What becomes of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It means what it means.
    Goes,
    /// Nothing is done; it is said that an input method is on.
    Refused,
    /// Nothing but this is done: keys mean again what they mean.
    Unlocks,
}

impl InputLock {
    /// The burst whose key is being taken in: a question that is asked now is not answered from it.
    #[must_use]
    pub fn burst(&self) -> Option<u64> {
        self.burst
    }

    /// The mouse was used: its burst is the one that asks.
    pub(super) fn note_mouse(&mut self, burst: Burst) {
        self.burst = Some(burst.id);
    }

    fn refuse(&mut self, burst: Burst) -> Verdict {
        self.on = true;
        self.over = Some(burst.id);
        Verdict::Refused
    }
}

/// Whether a key may do what it means, as things are.
pub(super) fn judge(shell: &mut Shell, chord: Chord, action: Option<Action>, stamp: &Stamp) -> Verdict {
    let burst = stamp.burst;
    let is_field = shell.mode.is_field();
    let c = match chord.key {
        Key::Char(c) if !chord.ctrl => Some(c),
        _ => None,
    };
    let lock = &mut shell.lock;
    let before = lock.last.replace((stamp.millis, c));
    let since = before.map_or(u64::MAX, |(at, _)| stamp.millis.saturating_sub(at));
    lock.burst = Some(burst.id);
    let in_word = before.is_some_and(|(_, before)| {
        since < WORD && before != c && before.is_some_and(|before| is_committed(before, false))
    });
    let is_written = c
        .is_some_and(|c| is_committed(c, !burst.committed && !in_word) || (burst.committed && !c.is_ascii()));
    if is_field {
        if is_written && burst.committed {
            lock.over = Some(burst.id);
        }
        // The keys that close a box are none that an input method commits; the one that runs a command is.
        let runs = action == Some(Action::Take) && matches!(shell.mode, Mode::Palette(_) | Mode::Settings(_));
        return if runs && burst.committed { Verdict::Refused } else { Verdict::Goes };
    }
    if is_written || lock.over == Some(burst.id) {
        return lock.refuse(burst);
    }
    if burst.committed && !is_harmless(&shell.mode, action) {
        return shell.lock.refuse(burst);
    }
    let lock = &mut shell.lock;
    if !lock.on {
        return Verdict::Goes;
    }
    match (chord.key, chord.ctrl || chord.alt) {
        (Key::Esc | Key::Enter, false) if burst.alone => {
            lock.on = false;
            Verdict::Unlocks
        }
        (Key::Char(c), false) if c.is_ascii_alphabetic() && burst.alone && since >= PAUSE => {
            lock.on = false;
            Verdict::Goes
        }
        (Key::Esc | Key::Enter | Key::Backspace | Key::Delete, _) | (Key::Char(_), false) => Verdict::Refused,
        _ => Verdict::Goes,
    }
}

/// Whether a key before the first committed character of a burst may do what it means: it goes somewhere, or opens a
/// field that takes the words.
fn is_harmless(mode: &Mode, action: Option<Action>) -> bool {
    use Action as A;
    let goes = match action {
        None => true,
        Some(A::Annotate | A::EditNote | A::Search | A::Palette | A::Digit | A::Back | A::Enter) => true,
        Some(A::Down | A::Up | A::HalfDown | A::HalfUp | A::PageDown | A::PageUp | A::Top | A::Bottom) => {
            true
        }
        Some(A::NextParagraph | A::PreviousParagraph | A::NextSentence | A::PreviousSentence) => true,
        Some(A::Left | A::Right | A::Select | A::SwapEnds) => true,
        Some(A::CharLeft | A::CharRight | A::WordLeft | A::WordRight) => true,
        Some(_) => false,
    };
    goes && matches!(mode, Mode::Browse | Mode::Select(_))
}

impl App {
    /// A key was refused because an input method is on: what waited for a letter waits no longer, and a number is typed
    /// to its end.
    pub(super) fn hold_still(&mut self) {
        if matches!(self.shell.mode, Mode::Go | Mode::Status(..) | Mode::Refused(_)) {
            self.shell.mode = Mode::Browse;
        }
        if let Some(goto) = self.open.as_mut().and_then(|open| open.view.goto.as_mut()) {
            goto.done = true;
        }
        self.shell.quitting = false;
    }
}
