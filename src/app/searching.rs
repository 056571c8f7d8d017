//! The search bar, and the hits that stay when it is closed.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

use super::{
    App, DocumentLocation, Effect, Field, Location, OpenDocument, Reach, SearchEffect, SearchNote,
    SearchRequest, Shell, View,
};
use crate::messages::{UserMessage, user_message};
use crate::model::{Label, Mark, ParagraphIndex, ReviewStatus};
use crate::search::{Completion, Hit, HitField, HitPart, Marks, Query, SearchResults};

/// What came of reading a query that found nothing more loosely.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Loosest {
    /// No looser reading was tried to its end.
    #[default]
    Unknown,
    /// This reading finds something.
    Query(String),
    /// Every looser reading finds nothing either.
    Nothing,
}

/// Ways to go on with a field that the key goes through, around.
#[derive(Debug, Clone)]
pub struct Completing {
    /// What was typed, and the byte at which the caret stood.
    pub typed: (String, usize),
    /// What can stand there, in the order in which the key goes through.
    pub ways: Vec<Completion>,
    /// The one that stands in the field.
    pub at: usize,
    /// The field's text with it.
    pub text: String,
}

/// The open search bar.
#[derive(Debug)]
pub struct SearchBar {
    /// The query as it is typed.
    pub field: Field,
    /// Which search it stands for.
    pub generation: u64,
    /// The newest hits, perhaps of an earlier search while the newest is under way.
    pub found: Option<SearchResults>,
    /// Whether the newest search has nothing to show yet.
    pub waiting: bool,
    /// The place of the picked hit among those found.
    pub pick: usize,
    /// First visible row of the list of hits.
    pub top: usize,
    /// `Enter` was pressed before the hits came.
    pub take: bool,
    /// Completion under way: as long as the field holds what it put there.
    pub completing: Option<Completing>,
    /// Which of the former queries stands in the field, and what was typed before it.
    pub former: Option<(usize, String)>,
    /// In how much was searched.
    pub reach: Reach,
    /// For a search that found nothing: how it may be read.
    pub loosest: Loosest,
    /// Where one was, if a document is open.
    pub back: Option<Location>,
}

/// How many hits are surely seen in a list of that height: two lines each, and a line above each part but the first.
pub(super) const fn hits_in(height: usize) -> usize {
    let lines = height.saturating_sub(2);
    if lines < 2 { 1 } else { lines / 2 }
}

/// Where the hit that was picked stands among hits that came later.
pub(super) fn pick_again(before: Option<&SearchResults>, pick: usize, found: &SearchResults) -> usize {
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
    /// The query that found them, as it was typed.
    pub query: String,
    /// Which search it was: its counts may still be under way.
    pub generation: u64,
    /// The hits, in the order of the list, also those in other documents.
    pub found: SearchResults,
    /// The one that one is at.
    pub pick: usize,
    /// Where one was, if they led into another document.
    pub from: Option<DocumentLocation>,
}

impl Hits {
    /// Of how many hits one is told to be at one: of all stops, or of those of the best hits where more were found.
    pub(super) fn of(&self, stops: usize) -> UserMessage {
        let more = self.found.all() > self.found.hits.len();
        user_message(if more { "search-of-best" } else { "search-of-all" }).count("count", stops)
    }
}

impl OpenDocument {
    /// Bytes of the paragraph's stored text that match.
    #[must_use]
    pub fn marks_in(&self, shell: &Shell, at: ParagraphIndex) -> Vec<Range<usize>> {
        let (Some(found), Some(paragraph)) = (shell.found(Some(&self.view)), self.paragraph(at)) else {
            return Vec::new();
        };
        let here = |hit: &&Hit| {
            hit.field == HitField::Text
                && hit.paragraph.as_ref() == Some(&paragraph.label)
                && self.is_open(hit)
        };
        found.hits.iter().filter(here).flat_map(|hit| hit.marks.iter().cloned()).collect()
    }

    /// Shows a hit of the open document in the reader and selects it.
    pub(super) fn show_hit(&mut self, shell: &Shell, hit: &Hit) {
        let document = Arc::clone(&self.document);
        let Some(at) = hit.paragraph.as_ref().and_then(|number| document.position(number)) else {
            self.open_about(shell);
            return;
        };
        self.go_to(shell, at);
        // What was selected before is not what was found, also where that cannot be selected.
        self.view.passage = None;
        if let Some(passage) = self.passage_of(hit) {
            self.view.passage = Some(passage);
        }
        self.reveal_passage(shell);
    }

    fn is_at(&self, hit: &Hit) -> bool {
        self.is_open(hit) && hit.position == self.view.at
    }

    /// Whether a hit stands before where one is, among those of the picked one's part; the parts stand one behind the
    /// other.
    fn is_before_here(&self, shell: &Shell, hits: &Hits, at: usize) -> bool {
        let Some(hit) = hits.found.hits.get(at) else { return false };
        match hits.found.part(at).cmp(&hits.found.part(hits.pick)) {
            Ordering::Less => true,
            Ordering::Greater => false,
            Ordering::Equal => {
                let place = (shell.rank_of(&hit.symbol, &hit.language), hit.position);
                place < (shell.rank_of(self.document.symbol(), self.document.language()), self.view.at)
            }
        }
    }

    /// Tells the search what there is to be found.
    pub(super) fn index(&self) -> Effect {
        let document = Arc::clone(&self.document);
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
        let statuses = self.counted_statuses();
        let drafts = self.drafts.iter().map(|draft| draft.paragraph.clone()).collect();
        Effect::Search(SearchEffect::Index { document, notes, marks: Marks { statuses, drafts } })
    }

    /// The reviewer's statuses as they count beside the open text.
    fn counted_statuses(&self) -> Vec<(Label, ReviewStatus)> {
        let status = |mark: &Mark| {
            let counted = self
                .document
                .paragraph(&mark.paragraph)
                .map(|paragraph| self.mine.current_status(self.document.language(), paragraph).counted());
            (mark.paragraph.clone(), counted.unwrap_or(mark.status))
        };
        self.mine.marks().map(status).collect()
    }
}

impl Shell {
    /// The hits that are marked now: those of the open bar, else those that stay.
    #[must_use]
    pub fn found<'a>(&'a self, view: Option<&'a View>) -> Option<&'a SearchResults> {
        match &self.mode {
            super::Mode::Search(bar) => bar.found.as_ref(),
            _ => view.and_then(|view| view.hits.as_ref()).map(|hits| &hits.found),
        }
    }

    /// The reading that is offered for a search that found nothing.
    #[must_use]
    pub fn looser_query(&self) -> Option<&str> {
        match &self.mode {
            super::Mode::Search(bar) => match &bar.loosest {
                Loosest::Query(query) => Some(query),
                _ => None,
            },
            _ => None,
        }
    }

    /// What an empty list of hits says: what was searched, and how it may be read.
    #[must_use]
    pub fn no_hit_lines(
        &self,
        open: Option<&OpenDocument>,
        bar: &SearchBar,
        found: &SearchResults,
    ) -> Vec<String> {
        let query = bar.field.text().to_owned();
        let reach = bar.reach;
        let id = if reach.documents > 1 { "search-empty-documents" } else { "search-empty" };
        let empty = user_message(id).with("query", query.trim()).count("total", found.total);
        let empty = if reach.documents > 1 { empty.count("documents", reach.documents) } else { empty };
        let mut said = vec![empty];
        if reach.unread > 0 {
            said.push(crate::messages::user_message("search-unread").count("count", reach.unread));
        }
        said.extend(found.unknown.iter().map(|problem| self.problem_said(open, problem)));
        said.extend(match &bar.loosest {
            Loosest::Unknown => None,
            Loosest::Query(query) => {
                Some(crate::messages::user_message("search-looser").with("query", query))
            }
            Loosest::Nothing => Some(crate::messages::user_message("search-looser-none")),
        });
        said.iter()
            .flat_map(|said| self.wrapped(open.map(|open| &open.view), &self.messages.say(said)))
            .collect()
    }

    /// Places of the hits as they stand in the text: those found as typed, then those by sound, then the loose ones.
    pub(super) fn in_text_order(&self, hits: &Hits) -> Vec<usize> {
        let place = |at: &usize| {
            let hit = hits.found.hits.get(*at)?;
            Some((hits.found.part(*at), self.place_in_text(hit)))
        };
        let mut order: Vec<usize> = (0..hits.found.hits.len()).collect();
        order.sort_by_key(place);
        order
    }

    /// Where a hit stands: its document, then the masthead first, headings before the paragraph that they lead to,
    /// notes after theirs.
    fn place_in_text(&self, hit: &Hit) -> ((usize, usize), Option<ParagraphIndex>, u8, usize) {
        let kind = match hit.field {
            HitField::Heading | HitField::Masthead => 0,
            HitField::Text | HitField::Speaker => 1,
            HitField::Note => 2,
        };
        let document = self.rank_of(&hit.symbol, &hit.language);
        (document, hit.position, kind, hit.best.start)
    }

    /// How much was found, in words: `3 of 20`, `1 note`, `1 in Chinese`.
    #[must_use]
    pub fn found_said(&self, found: &SearchResults) -> Vec<UserMessage> {
        let mut parts = Vec::new();
        if found.strict > 0 || found.notes + found.headings == 0 {
            parts
                .push(user_message("search-count").count("strict", found.strict).count("total", found.total));
        }
        let languages = found.languages_elsewhere().into_iter().map(|(language, count)| {
            user_message("search-count-elsewhere")
                .count("count", count)
                .with("language", self.language_name(language))
        });
        let counts = [
            (found.notes, "search-count-notes"),
            (found.headings, "search-count-headings"),
            (found.sound, "search-count-sound"),
            (found.loose, "search-count-loose"),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        parts.extend(languages);
        parts.extend(counts.map(|(count, id)| user_message(id).count("count", count)));
        parts
    }

    /// What stands above a part of the list of hits.
    #[must_use]
    pub fn part_said(&self, found: &SearchResults, part: HitPart) -> Option<UserMessage> {
        Some(match part {
            HitPart::Strict => return None,
            HitPart::Elsewhere => {
                let languages = found.languages_elsewhere().into_iter();
                let names: Vec<String> =
                    languages.map(|(language, _)| self.language_name(language)).collect();
                user_message("search-in-version").list("languages", names).count("count", found.elsewhere)
            }
            HitPart::Sound => user_message("search-sound").count("count", found.sound),
            HitPart::Loose => user_message("search-loose").count("count", found.loose),
        })
    }

    /// Asks for a search, the hits that the list has room for first.
    pub(super) fn find(&self, view: Option<&View>, generation: u64, query: Query) -> Effect {
        let rows = usize::from(self.areas(view).list.height).div_ceil(2);
        Effect::Search(SearchEffect::Find(Box::new(SearchRequest { generation, query, rows })))
    }
}

impl App {
    /// The next or previous of the hits that stay, in the order of the text and around, from where one is: first
    /// those found as typed, then the loose ones.
    pub(super) fn step_hit(&mut self, forward: bool) -> Vec<Effect> {
        let Self { shell, open: Some(open) } = &mut *self else { return Vec::new() };
        let Some(hits) = &open.view.hits else {
            shell.tell(user_message("search-none-yet"));
            return Vec::new();
        };
        let order = shell.in_text_order(hits);
        let Some(count) = order.len().checked_sub(1).map(|last| last + 1) else {
            let query = hits.query.clone();
            shell.tell(user_message("search-no-hit").with("query", query));
            return Vec::new();
        };
        let here = order.iter().position(|&at| at == hits.pick).unwrap_or(0);
        let at_pick = hits.found.hits.get(hits.pick).is_some_and(|hit| open.is_at(hit));
        // Who has moved on meanwhile goes on from there.
        let before = match at_pick {
            true => here,
            false => order.iter().filter(|&&at| open.is_before_here(shell, hits, at)).count(),
        };
        let (next, wrapped) = match (forward, at_pick) {
            (true, true) => ((before + 1) % count, before + 1 >= count),
            (true, false) => (before % count, before >= count),
            (false, _) => ((before + count - 1) % count, before == 0),
        };
        let loose = order.get(next).is_some_and(|&at| hits.found.part(at) == HitPart::Loose);
        let id = match (wrapped, loose) {
            (true, false) => "search-wrapped",
            (true, true) => "search-wrapped-loose",
            (false, false) => "search-hit",
            (false, true) => "search-hit-loose",
        };
        let note =
            user_message(id).count("at", next + 1).and("of", hits.of(count)).with("query", &hits.query);
        let pick = order.get(next).copied().unwrap_or(0);
        let away = hits.found.hits.get(pick).is_some_and(|hit| !open.is_open(hit));
        let origin = away.then(|| open.origin(shell));
        let Some(mut hits) = open.view.hits.take() else { return Vec::new() };
        hits.pick = pick;
        hits.from = hits.from.or(origin);
        self.go_to_pick(hits, note)
    }
}
