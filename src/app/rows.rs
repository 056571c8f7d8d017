//! The rows of the list on the left, for each tab.

use super::{Focus, Mode, OpenDocument, Passage, RecommendationGroup, Shell, Tab, View};
use crate::layout::{NoteRef, keep_in_view};
use crate::messages::user_message;
use crate::model::{NoteId, ParagraphIndex, Section, SectionId};

/// A row of a list. It is its own identity: the pick stays on it when the list changes around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListRow {
    /// What the document is, where notes are kept, the keys to know.
    About,
    /// A heading: its place among the sections.
    Section(usize),
    /// A speaker: its place among the speakers.
    Speaker(usize),
    /// A group of recommendations.
    Group(RecommendationGroup),
    /// A paragraph, `depth` steps in.
    Paragraph {
        /// Its position among the document's paragraphs.
        at: ParagraphIndex,
        /// How deep it stands.
        depth: usize,
        /// The speaker or group above it, so that one paragraph can stand twice.
        under: usize,
    },
    /// A sub-paragraph, below the row of its paragraph.
    Part {
        /// The position of its paragraph.
        at: ParagraphIndex,
        /// Its place among the paragraph's parts.
        part: usize,
        /// How deep it stands.
        depth: usize,
        /// The group above it, so that one can stand twice; 0 below the row of its paragraph.
        under: usize,
    },
    /// A note, and the position of its paragraph.
    Note(NoteRef, ParagraphIndex),
    /// A note whose paragraph this version of the document does not have.
    Stray(NoteRef),
    /// A draft, and the position of its paragraph.
    Draft(NoteId, ParagraphIndex),
    /// Why there is nothing, and what fills it.
    Empty {
        /// What is missing, for the sentence that says so.
        why: Emptiness,
        /// Which of its lines: it is wrapped to the list.
        line: usize,
    },
}

/// Why there is nothing in a list, or in a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emptiness {
    /// Nothing passes the filter.
    Filter,
    /// The document has no panelists.
    Panelists,
    /// The document has no speakers.
    Speakers,
    /// No paragraph makes a recommendation.
    Makes,
    /// No paragraph discusses one.
    Discusses,
    /// No paragraph discusses one, and what stands below the heading that names them has no number.
    DiscussesUnnumbered,
    /// There are no notes.
    Notes,
}

impl ListRow {
    /// The paragraph that this row is about.
    #[must_use]
    pub fn paragraph(&self) -> Option<ParagraphIndex> {
        match self {
            Self::Paragraph { at, .. } | Self::Note(_, at) | Self::Draft(_, at) => Some(*at),
            // The row of its paragraph is the one that is looked for.
            _ => None,
        }
    }

    /// Whether it can be folded.
    #[must_use]
    pub fn folds(&self) -> bool {
        matches!(self, Self::Section(_) | Self::Speaker(_) | Self::Group(_))
    }
}

/// Which row is picked, and what is visible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListState {
    /// The row that the pick is on, wherever it stands.
    pub picked: ListRow,
    /// Where it was when it was last seen, should it go.
    pub index: usize,
    /// The first visible row, from 0.
    pub top: usize,
}

impl Default for ListState {
    fn default() -> Self {
        Self { picked: ListRow::About, index: 0, top: 0 }
    }
}

impl OpenDocument {
    /// The rows of the tab that is open.
    #[must_use]
    pub fn rows(&self, shell: &Shell) -> Vec<ListRow> {
        match self.view.tab {
            Tab::Sections => self.section_rows(shell),
            Tab::Speakers => self.speaker_rows(shell, false),
            Tab::Panelists => self.speaker_rows(shell, true),
            Tab::Recommendations => self.recommendation_rows(shell),
            Tab::Notes => self.note_rows(shell),
        }
    }

    fn section_rows(&self, shell: &Shell) -> Vec<ListRow> {
        let mut rows = vec![ListRow::About];
        let document = &*self.document;
        let mut under: std::collections::HashMap<Option<&SectionId>, Vec<ParagraphIndex>> =
            std::collections::HashMap::new();
        for (at, paragraph) in document.paragraphs_placed() {
            under.entry(paragraph.section.as_ref()).or_default().push(at);
        }
        // What stands under no heading: before the first one, and what may come after all.
        let loose = under.get(&None).map_or(&[][..], Vec::as_slice);
        let first = document.position_where(|paragraph| paragraph.section.is_some());
        let before = loose.partition_point(|at| first.is_none_or(|first| *at < first));
        loose[..before].iter().for_each(|at| self.push_paragraph(&mut rows, *at, 0));
        let mut hidden_below: Option<u8> = None;
        for (place, section) in document.sections.iter().enumerate() {
            if hidden_below.is_some_and(|level| section.level > level) {
                continue;
            }
            hidden_below = None;
            if self.view.filter.is_some()
                && !document.paragraphs_below(place).into_iter().any(|at| self.passes(at))
            {
                continue;
            }
            rows.push(ListRow::Section(place));
            if self.view.folds.folded.contains(&ListRow::Section(place)) {
                hidden_below = Some(section.level);
                continue;
            }
            let depth = usize::from(section.level);
            let paragraphs = under.get(&Some(&section.id)).map_or(&[][..], Vec::as_slice);
            paragraphs.iter().for_each(|at| self.push_paragraph(&mut rows, *at, depth));
        }
        loose[before..].iter().for_each(|at| self.push_paragraph(&mut rows, *at, 0));
        if rows.len() == 1 && self.view.filter.is_some() {
            self.push_empty(shell, &mut rows, Emptiness::Filter);
        }
        rows
    }

    /// The row of a paragraph if it passes the filter, and those of its sub-paragraphs if they are unfolded.
    fn push_paragraph(&self, rows: &mut Vec<ListRow>, at: ParagraphIndex, depth: usize) {
        if !self.passes(at) {
            return;
        }
        rows.push(ListRow::Paragraph { at, depth, under: 0 });
        if self.view.folds.unfolded.contains(&at) {
            let level = |part: usize| {
                self.paragraph(at).and_then(|p| p.parts().get(part)).map_or(1, |part| usize::from(part.level))
            };
            rows.extend(self.parts_at(at).map(|(part, _)| ListRow::Part {
                at,
                part,
                depth: depth + level(part),
                under: 0,
            }));
        }
    }

    fn speaker_rows(&self, shell: &Shell, panel: bool) -> Vec<ListRow> {
        let mut rows = Vec::new();
        let document = &*self.document;
        let mut any = false;
        for (place, speaker) in document.speakers.iter().enumerate().filter(|(_, s)| s.panelist || !panel) {
            any = true;
            let mut paragraphs = document.paragraphs_of(&speaker.id);
            paragraphs.retain(|&at| self.passes(at));
            if paragraphs.is_empty() && self.view.filter.is_some() {
                continue;
            }
            rows.push(ListRow::Speaker(place));
            if !self.view.folds.folded.contains(&ListRow::Speaker(place)) {
                rows.extend(paragraphs.into_iter().map(|at| ListRow::Paragraph {
                    at,
                    depth: 1,
                    under: place + 1,
                }));
            }
        }
        if rows.is_empty() {
            let why = match (any, panel) {
                (true, _) => Emptiness::Filter,
                (false, true) => Emptiness::Panelists,
                (false, false) => Emptiness::Speakers,
            };
            self.push_empty(shell, &mut rows, why);
        }
        rows
    }

    fn note_rows(&self, shell: &Shell) -> Vec<ListRow> {
        let document = &*self.document;
        let mut rows = Vec::new();
        for at in document.indices() {
            if !self.passes(at) {
                continue;
            }
            for draft in self.drafts_at(at) {
                rows.push(ListRow::Draft(draft.note.clone(), at));
            }
            rows.extend(self.notes_at(at).into_iter().map(|view| ListRow::Note(view.reference(), at)));
        }
        let here = |label: &crate::model::Label| document.shown_at(label).is_some();
        for review in std::iter::once(&self.mine).chain(&self.others) {
            let strays =
                review.live_notes().filter(|note| self.view.filter.is_none() && !here(&note.paragraph));
            rows.extend(strays.map(|note| {
                ListRow::Stray(NoteRef { reviewer: review.reviewer.clone(), id: note.id.clone() })
            }));
        }
        if rows.is_empty() {
            let why = if self.view.filter.is_some() { Emptiness::Filter } else { Emptiness::Notes };
            self.push_empty(shell, &mut rows, why);
        }
        rows
    }

    pub(super) fn push_empty(&self, shell: &Shell, rows: &mut Vec<ListRow>, why: Emptiness) {
        let lines = self.empty_lines(shell, why).len();
        rows.extend((0..lines).map(|line| ListRow::Empty { why, line }));
    }

    /// The lines of a sentence that says why there is nothing, wrapped to the list.
    #[must_use]
    pub fn empty_lines(&self, shell: &Shell, why: Emptiness) -> Vec<String> {
        let sentence = match why {
            Emptiness::Filter => user_message("empty-filter"),
            Emptiness::Panelists => user_message("empty-panelists"),
            Emptiness::Speakers => user_message("empty-speakers"),
            Emptiness::Makes => user_message("empty-makes"),
            Emptiness::Discusses => user_message("empty-discusses"),
            Emptiness::DiscussesUnnumbered => user_message("empty-discusses-unnumbered")
                .with("heading", self.unnumbered_heading().unwrap_or_default()),
            Emptiness::Notes => user_message("empty-notes"),
        };
        shell.wrapped(Some(&self.view), &shell.messages.say(&sentence))
    }

    /// The heading that names recommendations, where no numbered paragraph stands below any such heading.
    pub(super) fn unnumbered_heading(&self) -> Option<String> {
        let document = &*self.document;
        let naming = |(_, section): &(usize, &Section)| section.names_recommendations();
        let mut naming = document.sections.iter().enumerate().filter(naming).peekable();
        let heading = naming.peek().map(|(_, section)| section.heading())?;
        naming.all(|(place, _)| document.paragraphs_below(place).is_empty()).then_some(heading)
    }

    /// Finds the pick again after anything changed, and keeps it in view.
    pub(super) fn settle_list(&mut self, shell: &Shell) {
        let rows = self.rows(shell);
        let height = usize::from(shell.areas(Some(&self.view)).list.height);
        let list = self.view.list();
        // The selected note is the one that keys are about, and the list says so, however it came to be selected.
        let selected = rows.iter().position(|row| match (&self.view.passage, row) {
            (Some(Passage::Note(selected)), ListRow::Note(note, _)) => selected == note,
            _ => false,
        });
        let found = selected.or_else(|| rows.iter().position(|row| *row == list.picked));
        // The row of a sub-paragraph that was folded away is found at its paragraph.
        let folded = || match &list.picked {
            ListRow::Part { at, .. } => rows.iter().position(|row| row.paragraph() == Some(*at)),
            _ => None,
        };
        let found = found.or_else(folded);
        // A paragraph that has moved to another group is followed there.
        let moved = || rows.iter().position(|row| self.view.at.is_some() && row.paragraph() == self.view.at);
        let found = found.or_else(moved);
        let index = found.unwrap_or_else(|| list.index.min(rows.len().saturating_sub(1)));
        // A sentence of several lines is picked at its first.
        let index = match rows.get(index) {
            Some(ListRow::Empty { line, .. }) => index - line.min(&index),
            _ => index,
        };
        // Two rows of what comes before and after stay visible.
        let margin = 2.min(height.saturating_sub(1) / 2);
        let top = keep_in_view(list.top, index.saturating_sub(margin), height, rows.len());
        let top = keep_in_view(top, (index + margin).min(rows.len().saturating_sub(1)), height, rows.len());
        let picked = rows.get(index).cloned().unwrap_or(ListRow::About);
        let slid = found.is_none() && self.view.focus == Focus::List && matches!(shell.mode, Mode::Browse);
        *self.view.list_mut() = ListState { picked: picked.clone(), index, top };
        if slid && picked.paragraph() != self.view.at {
            // The picked row is gone: commands act on the row that took its place, which is the one that is seen.
            self.show_row(shell, picked);
        }
    }

    /// Picks the row of a paragraph in the open tab; in Sections if the open tab has none.
    pub(super) fn pick_paragraph(&mut self, shell: &Shell, at: ParagraphIndex) {
        if matches!(shell.mode, Mode::Search(_)) {
            return;
        }
        if self.view.list().picked.paragraph() == Some(at) {
            return;
        }
        self.unfold_to(at);
        if !self.pick_row(shell, |row| row.paragraph() == Some(at)) && self.view.tab != Tab::Sections {
            self.view.tab = Tab::Sections;
            self.unfold_to(at);
            self.pick_row(shell, |row| row.paragraph() == Some(at));
        }
    }

    /// Picks the first row that fits.
    pub(super) fn pick_row(&mut self, shell: &Shell, fits: impl Fn(&ListRow) -> bool) -> bool {
        let rows = self.rows(shell);
        let Some(index) = rows.iter().position(fits) else { return false };
        let picked = rows.get(index).cloned().unwrap_or(ListRow::About);
        let list = self.view.list_mut();
        list.index = index;
        list.picked = picked;
        true
    }

    /// Unfolds the sections that hide a paragraph.
    pub(super) fn unfold_to(&mut self, at: ParagraphIndex) {
        let document = &self.document;
        if self.view.tab == Tab::Sections {
            self.view.folds.folded.retain(|row| match row {
                ListRow::Section(place) => !document.paragraphs_below(*place).contains(&at),
                _ => true,
            });
        }
    }
}

impl View {
    /// The state of the open tab's list.
    #[must_use]
    pub fn list(&self) -> &ListState {
        // A tab has a place below five by construction; the first stands in for what cannot be.
        self.lists.get(self.tab.place()).unwrap_or(&self.lists[0])
    }

    pub(super) fn list_mut(&mut self) -> &mut ListState {
        let place = self.tab.place().min(self.lists.len() - 1);
        &mut self.lists[place]
    }

    /// Folds a row, or unfolds it.
    pub(super) fn turn_fold(&mut self, row: &ListRow) {
        if !self.unfold(row) {
            self.folds.folded.push(row.clone());
        }
    }

    /// Unfolds a row; `false` if it is not folded.
    pub(super) fn unfold(&mut self, row: &ListRow) -> bool {
        let folded = self.folds.folded.len();
        self.folds.folded.retain(|folded| folded != row);
        self.folds.folded.len() < folded
    }
}

impl Shell {
    /// A sentence in rows of the list's width. Safe to draw.
    #[must_use]
    pub fn wrapped(&self, view: Option<&View>, words: &str) -> Vec<String> {
        let shown = crate::text::shown_line(words);
        let words = shown.as_str();
        let columns = usize::from(self.areas(view).list.width).saturating_sub(4).max(8);
        let rows = crate::text::lay_out_heading(words, columns, self.ambiguous);
        rows.into_iter().map(|row| words.get(row.range).unwrap_or_default().to_owned()).collect()
    }
}
