//! Hits in documents that are not open: they are opened by the hit, and one comes back to where one was.

use super::state::{App, Focus};
use super::{Effect, Passage, Tab};
use crate::messages::{Said, said};
use crate::model::Symbol;
use crate::page::{NoteRef, Point};
use crate::search::{Field as Place, Hit};

/// Where one was, in whichever document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The document.
    pub symbol: Symbol,
    /// Its version.
    pub language: String,
    /// The paragraph.
    pub at: Option<usize>,
    /// The first line of the reader.
    pub top: Option<Point>,
    /// The pane.
    pub focus: Focus,
    /// The tab.
    pub tab: Tab,
}

/// Where one goes once a document that is on its way is open.
#[derive(Debug)]
pub enum Coming {
    /// To a hit, which is the picked one of those that stay.
    Hit {
        /// Them.
        hits: Box<super::Hits>,
        /// What is said of it.
        notice: Said,
    },
    /// Back to where one was.
    Back(Origin),
}

impl App {
    /// Whether a hit is in the open document.
    #[must_use]
    pub fn is_open(&self, hit: &Hit) -> bool {
        self.document
            .as_ref()
            .is_some_and(|document| *document.symbol() == hit.symbol && document.language() == hit.language)
    }

    /// The hit that the open search bar picks, if it is in a document that is not open.
    #[must_use]
    pub fn hit_elsewhere(&self) -> Option<&Hit> {
        let super::Mode::Search(bar) = &self.mode else { return None };
        let hit = bar.found.as_ref()?.hits.get(bar.pick)?;
        (!self.is_open(hit)).then_some(hit)
    }

    /// A document as it is told beside the open one: shortly, and for another version of it with its language.
    #[must_use]
    pub fn beside_open(&self, hit: &Hit) -> String {
        match self.document.as_ref().map(|document| document.symbol()) {
            Some(open) if *open == hit.symbol => self.language_name(&hit.language),
            Some(open) => hit.symbol.beside(open).to_owned(),
            None => hit.symbol.0.clone(),
        }
    }

    /// Which documents come first in the list of documents.
    pub(super) fn rank_of(&self, symbol: &Symbol, language: &str) -> (usize, usize) {
        let entry = self.entries.iter().position(|entry| entry.symbol == symbol.0);
        let versions = entry.and_then(|at| self.entries.get(at)).map(|entry| entry.versions.as_slice());
        let version = versions.and_then(|all| all.iter().position(|version| version.language == language));
        (entry.unwrap_or(usize::MAX), version.unwrap_or(usize::MAX))
    }

    /// Where one is.
    pub(super) fn origin(&self) -> Option<Origin> {
        let document = self.document.as_ref()?;
        let (symbol, language) = (document.symbol().clone(), document.language().to_owned());
        Some(Origin { symbol, language, at: self.at, top: self.standing(), focus: self.focus, tab: self.tab })
    }

    /// Goes to the picked one of the hits that stay, and says the notice there: at once, or once its document is open.
    pub(super) fn go_to_pick(&mut self, notice: Said) -> Vec<Effect> {
        let Some(hit) = self.hits.as_ref().and_then(|hits| hits.found.hits.get(hits.pick)).cloned() else {
            return Vec::new();
        };
        self.notice = Some(notice.clone());
        self.focus = Focus::Reader;
        if self.is_open(&hit) {
            self.show_hit(&hit);
            return Vec::new();
        }
        let effects = self.fetch(&hit.symbol, &hit.language);
        if !effects.is_empty()
            && let Some(hits) = self.hits.take()
        {
            self.coming = Some(Coming::Hit { hits: Box::new(hits), notice });
        }
        effects
    }

    /// Asks for another document, or another version of the open one; nothing, and says why, where that cannot be.
    fn fetch(&mut self, symbol: &Symbol, language: &str) -> Vec<Effect> {
        let entry = self.entries.iter().find(|entry| entry.symbol == symbol.0);
        let version = entry.and_then(|entry| entry.versions.iter().find(|v| v.language == language));
        let Some(source) = version.map(|version| version.source) else {
            self.notice = Some(said("search-not-there").with("symbol", symbol));
            return Vec::new();
        };
        if self.document.as_ref().is_some_and(|document| document.symbol() == symbol) {
            self.opening = true;
            self.notice = Some(said("opening"));
            return vec![Effect::Turn(source)];
        }
        if !self.saving.unsaved.is_empty() {
            self.notice = Some(said("open-unsaved"));
            return Vec::new();
        }
        self.note_progress();
        self.opening = true;
        self.notice = Some(said("opening"));
        vec![Effect::OpenVersion(source)]
    }

    /// The document that was asked for is open: one goes on where one wanted to.
    pub(super) fn arrive(&mut self) {
        let Some(coming) = self.coming.take() else { return };
        let told = match coming {
            Coming::Hit { hits, notice } => {
                let hit = hits.found.hits.get(hits.pick).cloned();
                self.hits = Some(*hits);
                if let Some(hit) = hit {
                    self.focus = Focus::Reader;
                    self.show_hit(&hit);
                }
                notice
            }
            Coming::Back(origin) => {
                let symbol = origin.symbol.clone();
                self.stand_at(&origin);
                said("search-back-in").with("symbol", symbol)
            }
        };
        // What is to be said of the document itself comes with the next keys.
        let before =
            self.notice.take().filter(|said| !matches!(said.id, "place-first" | "place-back" | "opening"));
        if let Some(before) = before {
            self.remarks.insert(0, before);
        }
        self.notice = Some(told);
    }

    fn stand_at(&mut self, origin: &Origin) {
        self.tab = origin.tab;
        match origin.at {
            Some(at) => self.go_to(at),
            None => self.open_about(),
        }
        if let Some(top) = origin.top {
            self.stand(top);
        }
        self.focus = origin.focus;
        self.passage = None;
    }

    /// `Esc` at a hit that led into another document: back to where one was. `None` if none did.
    pub(super) fn back_from_hit(&mut self) -> Option<Vec<Effect>> {
        let hits = self.hits.as_ref()?;
        let origin = hits.from.clone()?;
        let hit = hits.found.hits.get(hits.pick)?;
        if self.passage.is_some() && self.passage != self.passage_of(hit) {
            return None;
        }
        let here = self.origin()?;
        if (&here.symbol, &here.language) == (&origin.symbol, &origin.language) {
            self.hits = None;
            self.stand_at(&origin);
            return Some(Vec::new());
        }
        let effects = self.fetch(&origin.symbol, &origin.language);
        if !effects.is_empty() {
            self.hits = None;
            self.coming = Some(Coming::Back(origin));
        }
        Some(effects)
    }

    /// What is selected when one goes to a hit of the open document.
    pub(super) fn passage_of(&self, hit: &Hit) -> Option<Passage> {
        let paragraph = self.document.as_ref()?.position(hit.paragraph.as_ref()?)?;
        match (&hit.note, hit.field) {
            (Some(id), _) => {
                let reviewer = self.reviewer_of(id).unwrap_or_default();
                Some(Passage::Note(NoteRef { reviewer, id: id.clone() }))
            }
            (None, Place::Text) => Some(Passage::Text { paragraph, range: hit.best.clone() }),
            _ => None,
        }
    }
}
