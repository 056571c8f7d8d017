//! What outlasts a document: the sentences, the screen's size, the list of documents, what the keys are about, what is
//! said. Nothing of the open document.

use std::sync::Arc;

use ratatui::layout::Size;

use super::{
    About, Ask, Compose, Entry, Focus, InputLock, LINE_LIMIT, Mode, Notices, PendingNavigation, View,
};
use crate::keymap::{Action, Chord, Keys, Scope};
use crate::messages::{Messages, UserMessage, user_message};
use crate::text::Ambiguous;

/// Whether the mouse is used, and what its last press was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// Whether it is ours, and not the terminal's.
    pub ours: bool,
    /// Column, row and time of the last press.
    pub pressed: Option<(u16, u16, u64)>,
}

/// The state of the screen but for the open document.
#[derive(Debug)]
pub struct Shell {
    /// The sentences in the language of the interface.
    pub messages: Arc<Messages>,
    /// The keys in force.
    pub keys: Arc<Keys>,
    /// The terminal's columns and rows.
    pub size: Size,
    /// How wide the terminal draws ambiguous characters.
    pub ambiguous: Ambiguous,
    /// The most columns of the reader's text.
    pub measure: u16,
    /// Whether the mouse is ours, and where and when its button last went down.
    pub mouse: Mouse,
    /// Whose notes these are.
    pub reviewer: String,
    /// The documents to choose from.
    pub entries: Vec<Entry>,
    /// Former queries, the newest last.
    pub former: Vec<String>,
    /// The number of the newest search.
    pub generation: u64,
    /// A document is on its way: keys wait for it.
    pub opening: bool,
    /// Where one goes once it is open.
    pub coming: Option<PendingNavigation>,
    /// What the keys are about.
    pub mode: Mode,
    /// Whether keys are commands, or an input method is on.
    pub lock: InputLock,
    /// `q` was pressed at the top.
    pub quitting: bool,
    /// What is said on the last line.
    pub notices: Notices,
}

impl Shell {
    /// Says what came of a key, in the place of what stands there.
    pub(super) fn tell(&mut self, said: UserMessage) {
        self.notices.tell(About::Key, said);
    }

    /// The screen was drawn: what it says and asks can be read.
    pub(super) fn note_shown(&mut self) {
        self.notices.note_shown();
        if let Mode::Question { seen, .. } = &mut self.mode {
            *seen = true;
        }
    }

    /// Asks; the mode that asked waits behind the question.
    pub(super) fn ask(&mut self, ask: Ask) {
        let back = Box::new(std::mem::replace(&mut self.mode, Mode::Browse));
        self.mode = Mode::Question { ask, back, burst: self.lock.burst(), seen: false };
    }

    /// A sentence that names the key by which one leaves.
    pub(super) fn quit_said(&self, id: &'static str) -> UserMessage {
        user_message(id).with("key", self.keys.key_of(Scope::Browse, Action::Quit))
    }

    /// Says of a key that does nothing here which key was perhaps meant.
    pub(super) fn tell_dead_key(&mut self, view: Option<&View>, chord: Chord) {
        self.tell(self.keys.similar(self.scope(view), chord));
    }

    /// Says that what was asked for needs an open document.
    pub(super) fn tell_open_first(&mut self) {
        let key = self.keys.key_of(Scope::Documents, Action::Take);
        self.tell(user_message("open-first").with("key", key));
    }

    /// Speaks another language from now on, to the same reader; `false` if there is none of that code.
    pub(super) fn speak(&mut self, code: &str) -> bool {
        let messages = self.messages.to(code).map(Arc::new);
        let known = messages.is_some();
        self.messages = messages.unwrap_or_else(|| Arc::clone(&self.messages));
        known
    }

    /// Says that a line had no room for all that came.
    pub(super) fn tell_cut(&mut self, whole: bool) {
        if !whole {
            self.tell(user_message("field-cut").count("count", LINE_LIMIT));
        }
    }

    /// The note that is being written, also behind a question.
    #[must_use]
    pub fn composing(&self) -> Option<&Compose> {
        fn inside(mode: &Mode) -> Option<&Compose> {
            match mode {
                Mode::Compose(compose) => Some(compose),
                Mode::Question { back, .. } => inside(back),
                _ => None,
            }
        }
        inside(&self.mode)
    }

    /// Which rows of the key table hold.
    #[must_use]
    pub fn scope(&self, view: Option<&View>) -> Scope {
        self.mode.scope(view.is_some_and(|view| view.focus == Focus::Reader))
    }
}
