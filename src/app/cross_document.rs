//! Hits in documents that are not open: they are opened by the hit, and one comes back to where one was.

use super::{About, App, DiskEffect, Effect, Focus, Hits, Location, OpenDocument, Passage, Shell};
use crate::layout::NoteRef;
use crate::messages::{UserMessage, user_message};
use crate::model::Symbol;
use crate::search::{Hit, HitField};

/// Where one was, in whichever document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentLocation {
    /// The symbol of the document.
    pub symbol: Symbol,
    /// The language of its version.
    pub language: String,
    /// Paragraph, tab and scroll position in it.
    pub location: Location,
}

/// Where one goes once a document that is on its way is open.
#[derive(Debug)]
pub enum PendingNavigation {
    /// To a hit, which is the picked one of those that stay.
    Hit {
        /// The hits that stay, with the one that is gone to picked.
        hits: Box<Hits>,
        /// What is said of it.
        notice: UserMessage,
    },
    /// Back to where one was.
    Back(DocumentLocation),
}

impl OpenDocument {
    /// Whether a hit is in the open document.
    #[must_use]
    pub fn is_open(&self, hit: &Hit) -> bool {
        *self.document.symbol() == hit.symbol && self.document.language() == hit.language
    }

    /// Where one is, with nothing selected.
    pub(super) fn origin(&self, shell: &Shell) -> DocumentLocation {
        let (symbol, language) = (self.document.symbol().clone(), self.document.language().to_owned());
        DocumentLocation { symbol, language, location: Location { passage: None, ..self.location(shell) } }
    }

    /// What is selected when one goes to a hit of the open document.
    pub(super) fn passage_of(&self, hit: &Hit) -> Option<Passage> {
        let paragraph = self.document.position(hit.paragraph.as_ref()?)?;
        match (&hit.note, hit.field) {
            (Some(id), _) => {
                let reviewer = self.reviewer_of(id).unwrap_or_default();
                Some(Passage::Note(NoteRef { reviewer, id: id.clone() }))
            }
            // A label was typed, or what was found stands beside the text.
            (None, HitField::Text) if hit.best.is_empty() => hit.unit.clone().map(Passage::Unit),
            (None, HitField::Text) => Some(Passage::Text { paragraph, range: hit.best.clone() }),
            (None, HitField::Heading) => hit.unit.clone().map(Passage::Unit),
            _ => None,
        }
    }
}

impl Shell {
    /// Which documents come first in the list of documents.
    pub(super) fn rank_of(&self, symbol: &Symbol, language: &str) -> (usize, usize) {
        let entry = self.entries.iter().position(|entry| entry.symbol == symbol.0);
        let versions = entry.and_then(|at| self.entries.get(at)).map(|entry| entry.versions.as_slice());
        let version = versions.and_then(|all| all.iter().position(|version| version.language == language));
        (entry.unwrap_or(usize::MAX), version.unwrap_or(usize::MAX))
    }
}

impl App {
    /// The hit that the open search bar picks, if it is in a document that is not open.
    #[must_use]
    pub fn hit_elsewhere(&self) -> Option<&Hit> {
        let super::Mode::Search(bar) = &self.shell.mode else { return None };
        let hit = bar.found.as_ref()?.hits.get(bar.pick)?;
        (!self.is_open(hit)).then_some(hit)
    }

    /// A document as it is told beside the open one: shortly, and for another version of it with its language.
    #[must_use]
    pub fn beside_open(&self, hit: &Hit) -> String {
        match self.open.as_ref().map(|open| open.document.symbol()) {
            Some(open) if *open == hit.symbol => self.shell.language_name(&hit.language),
            Some(open) => hit.symbol.beside(open).to_owned(),
            None => hit.symbol.0.clone(),
        }
    }

    /// Goes to the picked one of these hits, which stay, and says the notice there: at once, or once its document is open.
    pub(super) fn go_to_pick(&mut self, hits: Hits, notice: UserMessage) -> Vec<Effect> {
        let Self { shell, open } = &mut *self;
        let picked = hits.found.hits.get(hits.pick).cloned();
        if let Some(open) = open {
            open.view.focus = Focus::Reader;
        }
        shell.tell(notice.clone());
        let effects = match &picked {
            Some(hit) if !self.is_open(hit) => self.fetch(&hit.symbol, &hit.language),
            _ => Vec::new(),
        };
        if !effects.is_empty() {
            self.shell.coming = Some(PendingNavigation::Hit { hits: Box::new(hits), notice });
        } else if let Some(open) = &mut self.open {
            open.view.hits = Some(hits);
            if let Some(hit) = picked.filter(|hit| open.is_open(hit)) {
                open.show_hit(&self.shell, &hit);
            }
        }
        effects
    }

    /// Asks for another document, or another version of the open one; nothing, and says why, where that cannot be.
    fn fetch(&mut self, symbol: &Symbol, language: &str) -> Vec<Effect> {
        let entry = self.shell.entries.iter().find(|entry| entry.symbol == symbol.0);
        let version = entry.and_then(|entry| entry.versions.iter().find(|v| v.language == language));
        let Some(source) = version.map(|version| version.source) else {
            self.shell.tell(user_message("search-not-there").with("symbol", symbol));
            return Vec::new();
        };
        if self.open.as_ref().is_some_and(|open| open.document.symbol() == symbol) {
            self.shell.opening = true;
            self.shell.notices.tell(About::Opening, user_message("opening"));
            return vec![Effect::Disk(DiskEffect::Turn(source))];
        }
        if self.may_open() { vec![Effect::Disk(DiskEffect::OpenVersion(source))] } else { Vec::new() }
    }

    /// Whether another document can be opened, which is said; not while something of this one is not on disk.
    pub(super) fn may_open(&mut self) -> bool {
        if self.open.as_ref().is_some_and(|open| !open.saving.unsaved.is_empty()) {
            self.shell.tell(user_message("open-unsaved"));
            return false;
        }
        self.note_progress();
        self.shell.opening = true;
        self.shell.notices.tell(About::Opening, user_message("opening"));
        true
    }

    /// The document that was asked for is open: one goes on where one wanted to.
    pub(super) fn finish_navigation(&mut self) {
        let Self { shell, open: Some(open) } = self else { return };
        let Some(coming) = shell.coming.take() else { return };
        let told = match coming {
            PendingNavigation::Hit { hits, notice } => {
                let hit = hits.found.hits.get(hits.pick).cloned();
                open.view.hits = Some(*hits);
                if let Some(hit) = hit {
                    open.view.focus = Focus::Reader;
                    open.show_hit(shell, &hit);
                }
                notice
            }
            PendingNavigation::Back(origin) => {
                let symbol = origin.symbol.clone();
                open.go_back(shell, &origin.location);
                user_message("search-back-in").with("symbol", symbol)
            }
        };
        shell.notices.tell_arrival(told);
    }

    /// `Esc` at a hit that led into another document: back to where one was. `None` if none did.
    pub(super) fn back_from_hit(&mut self) -> Option<Vec<Effect>> {
        let Self { shell, open } = &mut *self;
        let open = open.as_mut()?;
        let hits = open.view.hits.as_ref()?;
        let origin = hits.from.clone()?;
        let hit = hits.found.hits.get(hits.pick)?;
        if open.view.passage.is_some() && open.view.passage != open.passage_of(hit) {
            return None;
        }
        if (open.document.symbol(), open.document.language()) == (&origin.symbol, &origin.language) {
            open.view.hits = None;
            open.go_back(shell, &origin.location);
            return Some(Vec::new());
        }
        let effects = self.fetch(&origin.symbol, &origin.language);
        if !effects.is_empty() {
            self.shell.coming = Some(PendingNavigation::Back(origin));
            if let Some(open) = &mut self.open {
                open.view.hits = None;
            }
        }
        Some(effects)
    }
}
