//! The list of documents as it stands on the screen: parts of one report below its symbol.

use std::ops::Range;

use super::{App, Entry, Mode, OpenDocument, Shell, SourceId, Version};
use crate::layout::keep_in_view;
use crate::messages::UserMessage;
use crate::model::Symbol;

/// A line of the list of documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShelfLine {
    /// The symbol that the parts below it have in common.
    Report {
        /// The symbol of that document.
        symbol: String,
        /// How many of the entries are parts of it.
        parts: usize,
        /// Paragraphs reviewed, and all, of all parts.
        reviewed: (usize, usize),
    },
    /// Symbol, languages and progress of a document.
    Symbol {
        /// The place of the document among the entries.
        place: usize,
        /// Its symbol, below a report from the report's last component on.
        words: String,
        /// Whether it stands below a report.
        part: bool,
    },
    /// Its title, or why it cannot be opened.
    Title {
        /// The place of the document among the entries.
        place: usize,
        /// Whether it stands below a report.
        part: bool,
    },
}

impl Shell {
    /// The list of documents, line by line.
    #[must_use]
    pub fn shelf_lines(&self) -> Vec<ShelfLine> {
        let mut lines = Vec::new();
        let report = |place: usize| {
            let entry = self.entries.get(place).filter(|entry| entry.trouble.is_none())?;
            Some(Symbol(entry.symbol.clone()).report().to_owned())
        };
        let mut place = 0;
        while place < self.entries.len() {
            let of = report(place);
            let end = (place + 1..self.entries.len()).find(|&next| of.is_none() || report(next) != of);
            let group = place..end.unwrap_or(self.entries.len());
            let part = group.len() > 1;
            if let Some(symbol) = of.filter(|_| part) {
                let entries = || self.entries.get(group.clone()).into_iter().flatten();
                let (done, all) =
                    (entries().map(|e| e.reviewed.0).sum(), entries().map(|e| e.reviewed.1).sum());
                lines.push(ShelfLine::Report { symbol, parts: group.len(), reviewed: (done, all) });
            }
            for place in group.clone() {
                let symbol = Symbol(self.entries.get(place).map(|e| e.symbol.clone()).unwrap_or_default());
                let words = if part { symbol.below_report().to_owned() } else { symbol.0 };
                lines.push(ShelfLine::Symbol { place, words, part });
                lines.push(ShelfLine::Title { place, part });
            }
            place = group.end;
        }
        lines
    }

    /// The rows of the screen that the list of documents has.
    #[must_use]
    pub fn shelf_rows(&self) -> Range<u16> {
        3..self.size.height.saturating_sub(1).max(3)
    }

    /// The first visible line of the list of documents: the picked entry is whole on the screen.
    #[must_use]
    pub fn shelf_top(&self) -> usize {
        let Mode::Documents(pick) = self.mode else { return 0 };
        let lines = self.shelf_lines();
        let title = lines.iter().position(|l| matches!(l, ShelfLine::Title { place, .. } if *place == pick));
        keep_in_view(0, title.unwrap_or(0), self.shelf_rows().len().max(1), lines.len())
    }

    /// The entry of the list of documents at a row of the screen.
    #[must_use]
    pub fn shelf_entry_at(&self, row: u16) -> Option<usize> {
        let rows = self.shelf_rows();
        let line = self.shelf_top() + usize::from(row.checked_sub(rows.start)?);
        match self.shelf_lines().get(line).filter(|_| rows.contains(&row))? {
            ShelfLine::Report { .. } => None,
            ShelfLine::Symbol { place, .. } | ShelfLine::Title { place, .. } => Some(*place),
        }
    }
}

impl App {
    /// A document of the list was read whole: how far it is reviewed, or why it is none. Entries keep their places, so
    /// that nobody picks another than he meant.
    pub(super) fn correct_list(&mut self, source: SourceId, read: Result<(usize, usize), UserMessage>) {
        let has = |entry: &Entry| entry.versions.iter().position(|version| version.source == source);
        let Some((place, version)) =
            self.shell.entries.iter().enumerate().find_map(|(at, e)| Some((at, has(e)?)))
        else {
            return;
        };
        let is_open = self.entry() == Some(place);
        let Some(entry) = self.shell.entries.get_mut(place) else { return };
        match read {
            // Of the open document the screen knows more.
            Ok(reviewed) if version == 0 && !is_open => {
                entry.reviewed = reviewed;
                entry.trouble = None;
            }
            Ok(_) => {}
            Err(why) if entry.versions.len() == 1 => entry.trouble = Some(why),
            Err(why) => {
                let broken = entry.versions.remove(version);
                let symbol = entry.symbol.clone();
                self.shell.entries.push(Entry {
                    symbol,
                    title: String::new(),
                    versions: vec![Version { language: String::new(), ..broken }],
                    reviewed: (0, 0),
                    trouble: Some(why),
                });
            }
        }
    }

    /// The open document is one of the list from now on: one that was opened by its file may not have been.
    pub(super) fn list_opened(&mut self) {
        if self.entry().is_some() {
            return;
        }
        let Some(open) = &self.open else { return };
        let document = &open.document;
        self.shell.entries.push(Entry {
            symbol: document.symbol().0.clone(),
            title: document.masthead.title.clone(),
            versions: vec![Version { language: document.language().to_owned(), source: open.source }],
            reviewed: open.reviewed(),
            trouble: None,
        });
    }

    /// Notes in the list how far the open document is reviewed by now.
    pub(super) fn note_progress(&mut self) {
        let (Some(place), Some(open)) = (self.entry(), &self.open) else { return };
        if let Some(entry) = self.shell.entries.get_mut(place) {
            entry.reviewed = open.reviewed();
        }
    }
}

impl OpenDocument {
    /// Paragraphs reviewed, and all.
    fn reviewed(&self) -> (usize, usize) {
        let progress = self.mine.progress(&self.document, self.document.indices());
        (progress.reviewed(), progress.total)
    }
}
