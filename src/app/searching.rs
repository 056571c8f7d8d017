//! The search bar, and the hits that stay when it is closed.

use std::ops::Range;

use super::state::{App, Focus};
use super::{Effect, Field, Passage, SearchNote};
use crate::messages::said;
use crate::page::{NoteRef, Spot};
use crate::search::{Field as Place, Found, Hit, Marks};

/// The open search bar.
#[derive(Debug)]
pub struct SearchBar {
    /// What is typed.
    pub field: Field,
    /// Which search it stands for.
    pub generation: u64,
    /// The newest hits, perhaps of an earlier search while the newest is under way.
    pub found: Option<Found>,
    /// Whether the newest search has nothing to show yet.
    pub waiting: bool,
    /// The picked hit.
    pub pick: usize,
    /// First visible row of the list of hits.
    pub top: usize,
    /// `Enter` was pressed before the hits came.
    pub take: bool,
    /// Where one was: paragraph, reader, focus.
    pub back: (Option<usize>, Spot, Focus),
}

/// Where the hit that was picked stands among hits that came later.
pub(super) fn pick_again(before: Option<&Found>, pick: usize, found: &Found) -> usize {
    let same = |hit: &Hit, picked: &Hit| {
        (&hit.symbol, &hit.language, &hit.paragraph, hit.field, &hit.note)
            == (&picked.symbol, &picked.language, &picked.paragraph, picked.field, &picked.note)
    };
    let picked = before.and_then(|before| before.hits.get(pick));
    let again = picked.and_then(|picked| found.hits.iter().position(|hit| same(hit, picked)));
    again.unwrap_or(pick).min(found.hits.len().saturating_sub(1))
}

/// Hits that stay after the bar was closed with one of them.
#[derive(Debug)]
pub struct Hits {
    /// What was searched.
    pub query: String,
    /// Which search it was: its counts may still be under way.
    pub generation: u64,
    /// The hits.
    pub found: Found,
    /// The one that one is at.
    pub pick: usize,
}

impl App {
    /// The hits that are marked now: those of the open bar, else those that stay.
    #[must_use]
    pub fn found(&self) -> Option<&Found> {
        match &self.mode {
            super::Mode::Search(bar) => bar.found.as_ref(),
            _ => self.hits.as_ref().map(|hits| &hits.found),
        }
    }

    /// Bytes of the paragraph's stored text that match.
    #[must_use]
    pub fn marks_in(&self, at: usize) -> Vec<Range<usize>> {
        let (Some(found), Some(paragraph)) = (self.found(), self.paragraph(at)) else { return Vec::new() };
        let here = |hit: &&Hit| hit.field == Place::Text && hit.paragraph.as_ref() == Some(&paragraph.number);
        found.hits.iter().filter(here).flat_map(|hit| hit.marks.iter().cloned()).collect()
    }

    /// Shows a hit in the reader and selects it.
    pub(super) fn show_hit(&mut self, hit: &Hit) {
        let Some(document) = self.document.clone() else { return };
        let Some(at) = hit.paragraph.as_ref().and_then(|number| document.position(number)) else {
            self.open_about();
            return;
        };
        self.go_to(at);
        match (&hit.note, hit.field) {
            (Some(id), _) => {
                let reviewer = self.reviewer_of(id).unwrap_or_default();
                self.passage = Some(Passage::Note(NoteRef { reviewer, id: id.clone() }));
            }
            (None, Place::Text) => {
                self.passage = Some(Passage::Text { paragraph: at, range: hit.best.clone() });
            }
            _ => {}
        }
        self.reveal_passage();
    }

    /// The next or previous of the hits that stay, around.
    pub(super) fn step_hit(&mut self, forward: bool) {
        let Some(hits) = &mut self.hits else {
            self.notice = Some(said("search-none-yet"));
            return;
        };
        let count = hits.found.hits.len();
        if count == 0 {
            self.notice = Some(said("search-no-hit").with("query", &hits.query));
            return;
        }
        let wrapped = if forward { hits.pick + 1 >= count } else { hits.pick == 0 };
        hits.pick = if forward { (hits.pick + 1) % count } else { (hits.pick + count - 1) % count };
        let note = said(if wrapped { "search-wrapped" } else { "search-hit" })
            .count("at", hits.pick + 1)
            .count("of", count)
            .with("query", &hits.query);
        if let Some(hit) = hits.found.hits.get(hits.pick).cloned() {
            self.show_hit(&hit);
            self.focus = Focus::Reader;
        }
        self.notice = Some(note);
    }

    /// Tells the search what there is to be found.
    pub(super) fn index(&self) -> Option<Effect> {
        let document = self.document.clone()?;
        let all = std::iter::once(&self.mine).chain(&self.others);
        let notes = all
            .flat_map(|review| {
                review.live_notes().map(|note| SearchNote {
                    reviewer: review.reviewer.clone(),
                    id: note.id.clone(),
                    paragraph: note.paragraph.clone(),
                    kind: note.kind,
                    body: note.body.clone(),
                    tags: note.tags(),
                })
            })
            .collect();
        let statuses = self.mine.marks.iter().map(|(number, mark)| (number.clone(), mark.status)).collect();
        let drafts = self.drafts.iter().map(|draft| draft.paragraph.clone()).collect();
        Some(Effect::Index { document, notes, marks: Marks { statuses, drafts } })
    }
}
