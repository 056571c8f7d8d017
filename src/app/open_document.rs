//! The document that is open: its text, everyone's reviews of it, drafts, what can be undone, what is on its way to the
//! disk, and the view on it. Leaving it drops it whole. Nothing that outlasts it.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Focus, LastPlace, ListRow, Opened, Passage, Saving, Shell, SourceId, Tab, View};
use crate::layout::{NoteRef, NoteView};
use crate::messages::{UserMessage, captions, user_message};
use crate::model::{
    Basis, CurrentStatus, Document, Draft, MissingEntries, Moment, Note, NoteId, Paragraph, ParagraphIndex,
    Recommendation, Review, ReviewStatus, Tag, UndoStacks,
};
use crate::text::Ambiguous;

/// A document that is open, with all that belongs to it.
#[derive(Debug)]
pub struct OpenDocument {
    /// Which source it was read from: a language version of an entry of the list.
    pub source: SourceId,
    /// Its text, as it was last read without a problem.
    pub document: Arc<Document>,
    /// Why it is shown as it was: its file has changed and cannot be read.
    pub stale: Option<UserMessage>,
    /// The reviewer's own review, with what is not yet saved.
    pub mine: Review,
    /// The reviews of others.
    pub others: Vec<Review>,
    /// The shown notes at each paragraph's position, those on its parts and on headings above it among them: which review
    /// (one's own is 0) and which of its notes.
    noted: HashMap<ParagraphIndex, Vec<(usize, NoteId)>>,
    /// What is known and is gone, or went back, and was not yet decided on.
    pub lost: MissingEntries,
    /// Drafts that an interruption left.
    pub drafts: Vec<Draft>,
    /// Why nothing can be written.
    pub read_only: Option<UserMessage>,
    /// Where the notes are kept.
    pub kept_in: String,
    /// What undo and redo can take.
    pub undo_stacks: UndoStacks,
    /// Changes on their way.
    pub saving: Saving,
    /// What of it is on the screen.
    pub view: View,
}

impl OpenDocument {
    /// A document at its beginning. `sequence` is the number of the last change, also of the document before.
    pub(super) fn new(opened: Opened, sequence: u64, ambiguous: Ambiguous) -> Self {
        let mut open = Self {
            source: opened.source,
            view: View::of(&opened.document, ambiguous),
            document: opened.document,
            stale: None,
            mine: opened.mine,
            others: opened.others,
            noted: HashMap::new(),
            lost: opened.lost,
            drafts: opened.drafts,
            read_only: opened.read_only,
            kept_in: opened.kept_in,
            undo_stacks: opened.undo_stacks,
            saving: Saving::begin(opened.unsaved, opened.trouble, sequence),
        };
        open.group_notes();
        open
    }

    /// Takes another text of the document as the one that is shown. Where one is in it is for the caller to say.
    pub(super) fn show(&mut self, document: Arc<Document>, ambiguous: Ambiguous) {
        self.view.measure(&document, ambiguous);
        self.stale = None;
        self.document = document;
        self.group_notes();
    }

    /// Goes to where one left off, or to the beginning; says which.
    pub(super) fn go_to_place(&mut self, shell: &Shell, place: Option<LastPlace>) -> Option<UserMessage> {
        let mut told = None;
        if self.count() == 0 {
            self.open_about(shell);
        } else {
            self.go_to(shell, ParagraphIndex(0));
            told = Some(user_message("place-first"));
        }
        let Some(place) = place else { return told };
        self.view.tab = place.tab;
        let Some(number) = place.paragraph else { return told };
        let Some(place_then) = self.document.place(&number) else { return told };
        self.go_to_unit(shell, place_then);
        let unit = self.unit_said(&number);
        Some(user_message("place-back").day("day", place.at).clock("time", place.at).and("unit", unit))
    }

    /// The paragraph at a position.
    #[must_use]
    pub fn paragraph(&self, at: ParagraphIndex) -> Option<&Paragraph> {
        self.document.paragraph_at(at)
    }

    /// The paragraph that commands act on.
    #[must_use]
    pub fn here(&self) -> Option<(ParagraphIndex, &Paragraph)> {
        let at = self.view.at?;
        Some((at, self.paragraph(at)?))
    }

    /// How many paragraphs the document has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.document.paragraphs.len()
    }

    /// The own status of the paragraph at a position.
    #[must_use]
    pub fn status_at(&self, at: ParagraphIndex) -> ReviewStatus {
        self.paragraph(at).map(|p| self.mine.status(&p.label)).unwrap_or_default()
    }

    /// The reviewer's status of the paragraph at a position, beside the text that is open.
    #[must_use]
    pub fn current_status_at(&self, at: ParagraphIndex) -> CurrentStatus {
        let current = |paragraph| self.mine.current_status(self.document.language(), paragraph);
        self.paragraph(at).map(current).unwrap_or_default()
    }

    /// The notes on the paragraph at a position: one's own, then the others'.
    #[must_use]
    pub fn notes_at(&self, at: ParagraphIndex) -> Vec<NoteView<'_>> {
        let Some(places) = self.noted.get(&at) else { return Vec::new() };
        let view = |(review, id): &(usize, NoteId)| {
            let review = if *review == 0 { &self.mine } else { self.others.get(review - 1)? };
            Some(NoteView { reviewer: &review.reviewer, note: review.note(id)? })
        };
        places.iter().filter_map(view).collect()
    }

    /// Groups the shown notes by paragraph; to be called whenever a review has changed.
    pub(super) fn group_notes(&mut self) {
        let mut noted: HashMap<ParagraphIndex, Vec<(usize, NoteId)>> = HashMap::new();
        for (which, review) in std::iter::once(&self.mine).chain(&self.others).enumerate() {
            for note in review.live_notes() {
                if let Some(at) = self.document.shown_at(&note.paragraph) {
                    noted.entry(at).or_default().push((which, note.id.clone()));
                }
            }
        }
        self.noted = noted;
    }

    /// That the passage of a note is gone from the text that is shown, or has to be looked at.
    #[must_use]
    pub fn passage_said(&self, note: &Note) -> Option<UserMessage> {
        let (state, _) = self.document.standing(note)?;
        captions::passage(state)
    }

    /// Drafts on the paragraph at a position that an interruption left.
    #[must_use]
    pub fn drafts_at(&self, at: ParagraphIndex) -> Vec<&Draft> {
        self.drafts.iter().filter(|draft| self.document.shown_at(&draft.paragraph) == Some(at)).collect()
    }

    /// All notes that are shown.
    #[must_use]
    pub fn note_count(&self) -> usize {
        std::iter::once(&self.mine).chain(&self.others).map(|review| review.live_notes().count()).sum()
    }

    /// Whose note that is.
    #[must_use]
    pub fn reviewer_of(&self, id: &NoteId) -> Option<String> {
        let all = std::iter::once(&self.mine).chain(&self.others);
        all.into_iter().find(|review| review.note(id).is_some()).map(|review| review.reviewer.clone())
    }

    /// The selected note if it is one's own, selected in the text or picked on the tab Notes; else the only own
    /// note of the paragraph.
    #[must_use]
    pub fn selected_own_note(&self) -> Option<&Note> {
        if let Some(Passage::Note(NoteRef { reviewer, id })) = &self.view.passage {
            return if *reviewer == self.mine.reviewer { self.mine.note(id) } else { None };
        }
        if let (Tab::Notes, Focus::List, ListRow::Note(NoteRef { reviewer, id }, _)) =
            (self.view.tab, self.view.focus, &self.view.list().picked)
        {
            return if *reviewer == self.mine.reviewer { self.mine.note(id) } else { None };
        }
        let notes = self.notes_at(self.view.at?);
        let mut own = notes.iter().filter(|view| view.reviewer == self.mine.reviewer);
        match (own.next(), own.next()) {
            (Some(view), None) => self.mine.note(&view.note.id),
            _ => None,
        }
    }

    /// Whether one's own note is selected, in the text or on the tab Notes.
    #[must_use]
    pub fn is_note_selected(&self) -> bool {
        let in_text = matches!(self.view.passage, Some(Passage::Note(_)));
        let in_list = (self.view.tab, self.view.focus) == (Tab::Notes, Focus::List);
        (in_text || (in_list && matches!(self.view.list().picked, ListRow::Note(..))))
            && self.selected_own_note().is_some()
    }

    /// All tags in use, each once, in order of the alphabet.
    #[must_use]
    pub fn tags(&self) -> Vec<Tag> {
        let all = std::iter::once(&self.mine).chain(&self.others);
        let mut tags: Vec<Tag> = all.flat_map(|review| review.live_notes().flat_map(Note::tags)).collect();
        tags.sort();
        tags.dedup();
        tags
    }

    /// Where one is, to be remembered.
    #[must_use]
    pub fn place(&self, at: Moment) -> LastPlace {
        let paragraph = self.target();
        let language = Some(self.document.language().to_owned());
        LastPlace { paragraph, tab: self.view.tab, language, at }
    }

    /// What the status line says of saving; nothing before the first change.
    #[must_use]
    pub fn saving_said(&self) -> Option<UserMessage> {
        if let Some(why) = &self.saving.trouble {
            return Some(user_message("saving-trouble").and("why", why.clone()));
        }
        if !self.saving.unsaved.is_empty() {
            return Some(user_message("saving-now"));
        }
        self.saving.last.map(|at| user_message("saving-done").clock("time", at))
    }

    /// Who speaks in a paragraph by name: for list rows. Nobody, where the speaker is inferred.
    #[must_use]
    pub fn who(&self, at: ParagraphIndex) -> Option<&str> {
        let document = &*self.document;
        let named =
            document.paragraph_at(at)?.speakers.iter().find(|speaker| speaker.basis == Basis::Named)?;
        document.speaker(&named.speaker).map(|speaker| speaker.name.as_str())
    }

    /// Whether the paragraph makes or discusses a recommendation.
    #[must_use]
    pub fn recommendation_at(&self, at: ParagraphIndex) -> Recommendation {
        self.paragraph(at).map(|paragraph| self.mine.recommendation(paragraph)).unwrap_or_default()
    }

    /// Shows the About page.
    pub(super) fn open_about(&mut self, shell: &Shell) {
        self.view.at = None;
        self.view.about_top = 0;
        self.view.passage = None;
        if self.view.tab == Tab::Sections {
            self.pick_row(shell, |row| *row == ListRow::About);
        }
    }
}
