//! The whole state of the screen: what outlasts a document, and the document that is open.

use std::sync::Arc;

use ratatui::layout::Size;

use super::{DiskEffect, Effect, Entry, InputLock, Mode, Mouse, Notices, OpenDocument, Opened, Shell, View};
use crate::keymap::{Keys, Scope};
use crate::layout::Areas;
use crate::messages::{Messages, UserMessage, user_message};
use crate::model::Moment;
use crate::search::{Hit, SearchResults};
use crate::text::Ambiguous;

/// What the program starts with.
#[derive(Debug)]
pub struct Setup {
    /// The sentences in the language of the interface.
    pub messages: Arc<Messages>,
    /// The terminal's columns and rows.
    pub size: Size,
    /// How wide the terminal draws ambiguous characters.
    pub ambiguous: Ambiguous,
    /// The most columns of the reader's text.
    pub measure: u16,
    /// Whether the mouse is ours.
    pub mouse: bool,
    /// The keys in force.
    pub keys: Arc<Keys>,
    /// Whose notes these are.
    pub reviewer: String,
    /// The documents to choose from.
    pub entries: Vec<Entry>,
    /// The document that is open from the start.
    pub opened: Option<Opened>,
    /// What is to be said before anything of a document.
    pub remarks: Vec<UserMessage>,
}

/// The whole state of the screen.
#[derive(Debug)]
pub struct App {
    /// What outlasts a document.
    pub shell: Shell,
    /// The document that is open.
    pub open: Option<OpenDocument>,
}

impl App {
    /// The state at the start, and the first effects.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        let Setup { messages, size, ambiguous, measure, mouse, keys, reviewer, entries, opened, remarks } =
            setup;
        let shell = Shell {
            messages,
            keys,
            size,
            ambiguous,
            measure,
            mouse: Mouse { ours: mouse, pressed: None },
            reviewer,
            entries,
            former: Vec::new(),
            generation: 0,
            opening: false,
            coming: None,
            mode: Mode::Documents(0),
            lock: InputLock::default(),
            quitting: false,
            notices: Notices::default(),
        };
        let mut app = Self { shell, open: None };
        match opened {
            Some(mut opened) => {
                opened.remarks.splice(0..0, remarks);
                app.open(opened);
            }
            None => app.shell.notices.begin(remarks, None),
        }
        app.settle();
        app
    }

    /// What is to be done once, when the program has started with a document: the search learns of it.
    #[must_use]
    pub fn first_effects(&self) -> Vec<Effect> {
        self.open.iter().map(OpenDocument::index).collect()
    }

    /// Puts a document on the screen, where one left off.
    pub(super) fn open(&mut self, mut opened: Opened) {
        let sequence = self.open.take().map_or(0, |before| before.saving.sequence);
        let shell = &mut self.shell;
        shell.opening = false;
        shell.mode = Mode::Browse;
        shell.former = std::mem::take(&mut opened.former);
        let read_only = opened.read_only.clone().map(|why| user_message("read-only").and("why", why));
        let remarks = read_only.into_iter().chain(std::mem::take(&mut opened.remarks)).collect();
        let place = opened.place.take();
        let mut open = OpenDocument::new(opened, sequence, shell.ambiguous);
        let told = open.go_to_place(shell, place);
        shell.notices.begin(remarks, told);
        self.open = Some(open);
        self.list_opened();
        self.finish_navigation();
    }

    /// The view on the open document.
    #[must_use]
    pub fn view(&self) -> Option<&View> {
        self.open.as_ref().map(|open| &open.view)
    }

    /// The panes as they are now.
    #[must_use]
    pub fn areas(&self) -> Areas {
        self.shell.areas(self.view())
    }

    /// Which rows of the key table hold.
    #[must_use]
    pub fn scope(&self) -> Scope {
        self.shell.scope(self.view())
    }

    /// The hits that are marked now: those of the open bar, else those that stay.
    #[must_use]
    pub fn found(&self) -> Option<&SearchResults> {
        self.shell.found(self.view())
    }

    /// Whether a hit is in the open document.
    #[must_use]
    pub fn is_open(&self, hit: &Hit) -> bool {
        self.open.as_ref().is_some_and(|open| open.is_open(hit))
    }

    /// The effect that remembers where one is in the open document.
    pub(super) fn remember(&self, at: Moment) -> Option<Effect> {
        self.open.as_ref().map(|open| Effect::Disk(DiskEffect::Remember(open.place(at))))
    }

    /// After every message: picks, scroll offsets and what was seen are right for the screen as it is.
    pub(super) fn settle(&mut self) {
        self.shell.settle_help();
        if let Some(open) = &mut self.open {
            open.settle(&self.shell);
        }
    }
}
