//! The state of the screen, and what can be read off it.

use std::collections::HashMap;
use std::sync::Arc;

use ratatui::layout::Size;

use super::rows::ListState;
use super::standing::Settled;
use super::{Entry, Filter, Goto, Hits, Mode, Opened, Passage, Place, Row, Saving, Tab};
use crate::keymap::Scope;
use crate::messages::{Messages, Said, captions, said};
use crate::model::{
    Basis, CurrentStatus, Document, Draft, MissingEntries, Moment, Note, NoteId, Paragraph, ParagraphNumber,
    Recommendation, Review, ReviewStatus, Symbol, Tag, UndoStacks,
};
use crate::page::{Layouts, NoteRef, NoteView, Spot};
use crate::text::Ambiguous;

/// Which pane the movement keys are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The list.
    #[default]
    List,
    /// The reader.
    Reader,
}

/// The mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// Whether it is ours, and not the terminal's.
    pub ours: bool,
    /// Column, row and time of the last press.
    pub pressed: Option<(u16, u16, u64)>,
}

/// What the program starts with.
#[derive(Debug)]
pub struct Setup {
    /// The sentences.
    pub messages: Arc<Messages>,
    /// The screen's size.
    pub size: Size,
    /// How wide the terminal draws ambiguous characters.
    pub ambiguous: Ambiguous,
    /// The most columns of the reader's text.
    pub measure: u16,
    /// Whether the mouse is ours.
    pub mouse: bool,
    /// Whose notes these are.
    pub reviewer: String,
    /// The documents to choose from.
    pub entries: Vec<Entry>,
    /// The document that is open from the start.
    pub opened: Option<Opened>,
    /// What is to be said before anything of a document.
    pub remarks: Vec<Said>,
}

/// The whole state of the screen.
#[derive(Debug)]
pub struct App {
    /// The sentences.
    pub messages: Arc<Messages>,
    /// The screen's size.
    pub size: Size,
    /// How wide the terminal draws ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Whether the mouse is ours, and where and when its button last went down.
    pub mouse: Mouse,
    /// Whose notes these are.
    pub reviewer: String,
    /// The documents to choose from.
    pub entries: Vec<Entry>,
    /// Which source is open: a language version of one of them.
    pub source: Option<usize>,
    /// The open document.
    pub document: Option<Arc<Document>>,
    /// Why the open document is shown as it was: its file has changed and cannot be read.
    pub stale: Option<Said>,
    /// The columns that its longest paragraph number takes, in a list.
    pub number_columns: usize,
    /// The reviewer's own review, with what is not yet saved.
    pub mine: Review,
    /// The reviews of others.
    pub others: Vec<Review>,
    /// The shown notes of each paragraph: which review (one's own is 0) and which of its notes.
    pub(super) noted: HashMap<ParagraphNumber, Vec<(usize, NoteId)>>,
    /// What is known and is gone, or went back, and was not yet decided on.
    pub lost: MissingEntries,
    /// Drafts that an interruption left.
    pub drafts: Vec<Draft>,
    /// A document is on its way: keys wait for it.
    pub opening: bool,
    /// Where one goes once it is open.
    pub coming: Option<super::Coming>,
    /// Sentences that are still to be said, one at a key.
    pub remarks: Vec<Said>,
    /// The notice that was on the screen when it was last drawn.
    pub told: Option<Said>,
    /// Why nothing can be written.
    pub read_only: Option<Said>,
    /// Where the notes are kept.
    pub kept_in: String,
    /// What the keys are about.
    pub mode: Mode,
    /// The open tab.
    pub tab: Tab,
    /// The list of each tab.
    pub lists: [ListState; 5],
    /// Folded rows.
    pub folded: Vec<Row>,
    /// What the lists show.
    pub filter: Filter,
    /// Which pane the movement keys are about.
    pub focus: Focus,
    /// The reader has the whole width.
    pub wide: bool,
    /// The paragraph that commands act on; none on the About page.
    pub at: Option<usize>,
    /// First visible line of the reader.
    pub top: Spot,
    /// First visible line of the About page.
    pub about_top: usize,
    /// How much of the text of `at` has been on the screen without a gap, in bytes.
    pub seen: (Option<usize>, usize),
    /// What is selected.
    pub passage: Option<Passage>,
    /// The note that was changed last: it is selected by what was done, not by a step that `q` would take back.
    pub changed: Option<NoteId>,
    /// A paragraph number that is being typed.
    pub goto: Option<Goto>,
    /// Hits that stay.
    pub hits: Option<Hits>,
    /// Former queries, the newest last.
    pub former: Vec<String>,
    /// The number of the newest search.
    pub generation: u64,
    /// One sentence on the last line, until the next key.
    pub notice: Option<Said>,
    /// Whether keys are commands, or an input method is on.
    pub lock: super::Lock,
    /// What was last done to the review, from the key that did it until one that comes after it was shown.
    pub report: Option<super::Report>,
    /// `q` was pressed at the top.
    pub quitting: bool,
    /// What undo and redo can take.
    pub piles: UndoStacks,
    /// Changes on their way.
    pub saving: Saving,
    /// Paragraphs set in rows.
    pub layouts: Layouts,
    /// Where the reader stood, and in what size.
    pub(super) settled: Settled,
    /// The most columns of the reader's text.
    pub measure: u16,
    /// The columns that the lists have a use for, as far as the document decides it.
    pub list_columns: u16,
}

impl App {
    /// The state at the start, and the first effects.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        let Setup { messages, size, ambiguous, measure, mouse, reviewer, entries, opened, remarks } = setup;
        let mut app = Self {
            messages,
            size,
            ambiguous,
            mouse: Mouse { ours: mouse, pressed: None },
            mine: Review::new(Symbol(String::new()), &reviewer),
            reviewer,
            entries,
            source: None,
            document: None,
            stale: None,
            number_columns: 1,
            others: Vec::new(),
            noted: HashMap::new(),
            opening: false,
            coming: None,
            remarks: Vec::new(),
            told: None,
            lost: MissingEntries::default(),
            drafts: Vec::new(),
            read_only: None,
            kept_in: String::new(),
            mode: Mode::Documents(0),
            tab: Tab::Sections,
            lists: Default::default(),
            folded: Vec::new(),
            filter: None,
            focus: Focus::List,
            wide: false,
            at: None,
            top: Spot::default(),
            about_top: 0,
            seen: (None, 0),
            passage: None,
            changed: None,
            goto: None,
            hits: None,
            former: Vec::new(),
            generation: 0,
            notice: None,
            lock: super::Lock::default(),
            report: None,
            quitting: false,
            piles: UndoStacks::default(),
            saving: Saving::default(),
            layouts: Layouts::default(),
            settled: Settled::default(),
            measure,
            list_columns: 0,
        };
        match opened {
            Some(mut opened) => {
                opened.remarks.splice(0..0, remarks);
                app.open(opened);
            }
            None => {
                app.remarks = remarks;
                app.notice = (!app.remarks.is_empty()).then(|| app.remarks.remove(0));
            }
        }
        app.settle();
        app
    }

    /// What is to be done once, when the program has started with a document: the search learns of it.
    #[must_use]
    pub fn first_effects(&self) -> Vec<super::Effect> {
        self.index().into_iter().collect()
    }

    /// Puts a document on the screen, where one left off.
    pub(super) fn open(&mut self, opened: Opened) {
        self.layouts.clear();
        self.notice = None;
        self.source = Some(opened.source);
        self.mine = opened.mine;
        self.others = opened.others;
        self.lost = opened.lost;
        self.drafts = opened.drafts;
        self.read_only = opened.read_only;
        self.kept_in = opened.kept_in;
        self.former = opened.former;
        self.group_notes();
        self.opening = false;
        self.mode = Mode::Browse;
        self.lists = Default::default();
        self.folded.clear();
        self.filter = None;
        self.focus = Focus::List;
        self.wide = false;
        self.passage = None;
        self.goto = None;
        self.hits = None;
        self.piles = opened.piles;
        self.saving.begin(opened.unsaved, opened.trouble);
        self.seen = (None, 0);
        self.show(Arc::clone(&opened.document));
        self.list_opened(opened.source);
        self.tab = Tab::Sections;
        if self.count() == 0 {
            self.open_about();
        } else {
            self.go_to(0);
            self.notice = Some(said("place-first"));
        }
        if let Some(place) = opened.place {
            self.tab = place.tab;
            if let Some(at) = place.paragraph.as_ref().and_then(|number| opened.document.position(number)) {
                self.go_to(at);
                let number = place.paragraph.as_ref().map(ToString::to_string).unwrap_or_default();
                self.notice = Some(
                    said("place-back").day("day", place.at).clock("time", place.at).with("number", number),
                );
            }
        }
        self.remarks = opened.remarks;
        if let Some(why) = &self.read_only {
            self.remarks.insert(0, said("read-only").and("why", why.clone()));
        }
        if !self.remarks.is_empty() {
            self.notice = Some(self.remarks.remove(0));
        }
        self.arrive();
    }

    /// Takes a document as the text that is shown. Where one is in it is for the caller to say.
    pub(super) fn show(&mut self, document: Arc<Document>) {
        let width = |p: &Paragraph| crate::text::width(p.number.as_str(), self.ambiguous);
        self.number_columns = document.paragraphs.iter().map(width).max().unwrap_or(1).min(8);
        self.list_columns = list_columns(&document, self.ambiguous);
        self.layouts.clear();
        self.seen = (None, 0);
        self.stale = None;
        self.document = Some(document);
    }

    /// Shows the About page.
    pub(super) fn open_about(&mut self) {
        self.at = None;
        self.about_top = 0;
        self.passage = None;
        if self.tab == Tab::Sections {
            self.pick_row(|row| *row == Row::About);
        }
    }

    /// The paragraph at a position.
    #[must_use]
    pub fn paragraph(&self, at: usize) -> Option<&Paragraph> {
        self.document.as_ref()?.paragraphs.get(at)
    }

    /// The paragraph that commands act on.
    #[must_use]
    pub fn here(&self) -> Option<(usize, &Paragraph)> {
        let at = self.at?;
        Some((at, self.paragraph(at)?))
    }

    /// How many paragraphs the document has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.document.as_ref().map_or(0, |document| document.paragraphs.len())
    }

    /// The own status of the paragraph at a position.
    #[must_use]
    pub fn status_at(&self, at: usize) -> ReviewStatus {
        self.paragraph(at).map(|p| self.mine.status(&p.number)).unwrap_or_default()
    }

    /// The reviewer's status of the paragraph at a position, beside the text that is open.
    #[must_use]
    pub fn current_status_at(&self, at: usize) -> CurrentStatus {
        let (Some(document), Some(paragraph)) = (&self.document, self.paragraph(at)) else {
            return CurrentStatus::default();
        };
        self.mine.current_status(document.language(), paragraph)
    }

    /// The notes on the paragraph at a position: one's own, then the others'.
    #[must_use]
    pub fn notes_at(&self, at: usize) -> Vec<NoteView<'_>> {
        let Some(places) = self.paragraph(at).and_then(|p| self.noted.get(&p.number)) else {
            return Vec::new();
        };
        let view = |(review, id): &(usize, NoteId)| {
            let review = if *review == 0 { &self.mine } else { self.others.get(review - 1)? };
            Some(NoteView { reviewer: &review.reviewer, note: review.note(id)? })
        };
        places.iter().filter_map(view).collect()
    }

    /// Groups the shown notes by paragraph; to be called whenever a review has changed.
    pub(super) fn group_notes(&mut self) {
        let mut noted: HashMap<ParagraphNumber, Vec<(usize, NoteId)>> = HashMap::new();
        for (which, review) in std::iter::once(&self.mine).chain(&self.others).enumerate() {
            for note in review.live_notes() {
                noted.entry(note.paragraph.clone()).or_default().push((which, note.id.clone()));
            }
        }
        self.noted = noted;
    }

    /// That the passage of a note is gone from the text that is shown, or has to be looked at.
    #[must_use]
    pub fn passage_said(&self, note: &Note) -> Option<Said> {
        let (state, _) = self.document.as_ref()?.standing(note)?;
        captions::passage(state)
    }

    /// Drafts on the paragraph at a position that an interruption left.
    #[must_use]
    pub fn drafts_at(&self, at: usize) -> Vec<&Draft> {
        let Some(paragraph) = self.paragraph(at) else { return Vec::new() };
        self.drafts.iter().filter(|draft| draft.paragraph == paragraph.number).collect()
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
        if let Some(Passage::Note(NoteRef { reviewer, id })) = &self.passage {
            return if *reviewer == self.mine.reviewer { self.mine.note(id) } else { None };
        }
        if let (Tab::Notes, Focus::List, Row::Note(NoteRef { reviewer, id }, _)) =
            (self.tab, self.focus, &self.list().picked)
        {
            return if *reviewer == self.mine.reviewer { self.mine.note(id) } else { None };
        }
        let (_, paragraph) = self.here()?;
        let mut own = self.mine.live_notes().filter(|note| note.paragraph == paragraph.number);
        match (own.next(), own.next()) {
            (Some(note), None) => Some(note),
            _ => None,
        }
    }

    /// Whether one's own note is selected, in the text or on the tab Notes.
    #[must_use]
    pub fn is_note_selected(&self) -> bool {
        let in_text = matches!(self.passage, Some(Passage::Note(_)));
        let in_list = (self.tab, self.focus) == (Tab::Notes, Focus::List);
        (in_text || (in_list && matches!(self.list().picked, Row::Note(..))))
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

    /// Says something that must be heard: at once, or, while something is being said that has not been on the screen
    /// yet, after it.
    pub(super) fn remark(&mut self, said: Said) {
        if self.notice.is_none() || self.notice == self.told {
            self.notice = Some(said);
        } else {
            self.remarks.push(said);
        }
    }

    /// The note that is being written, also behind a question.
    #[must_use]
    pub fn composing(&self) -> Option<&super::Compose> {
        fn inside(mode: &Mode) -> Option<&super::Compose> {
            match mode {
                Mode::Compose(compose) => Some(compose),
                Mode::Question { back, .. } => inside(back),
                _ => None,
            }
        }
        inside(&self.mode)
    }

    /// Where one is, to be remembered.
    #[must_use]
    pub fn place(&self, at: Moment) -> Place {
        let paragraph = self.here().map(|(_, paragraph)| paragraph.number.clone());
        let language = self.document.as_ref().map(|document| document.language().to_owned());
        Place { paragraph, tab: self.tab, language, at }
    }

    /// Which rows of the key table hold.
    #[must_use]
    pub fn scope(&self) -> Scope {
        self.mode.scope(self.focus == Focus::Reader)
    }

    /// What the status line says of saving; nothing before the first change.
    #[must_use]
    pub fn saving_said(&self) -> Option<Said> {
        if let Some(why) = &self.saving.trouble {
            return Some(said("saving-trouble").and("why", why.clone()));
        }
        if !self.saving.unsaved.is_empty() {
            return Some(said("saving-now"));
        }
        self.saving.last.map(|at| said("saving-done").clock("time", at))
    }

    /// Who speaks in a paragraph by name: for list rows. Nobody, where the speaker is inferred.
    #[must_use]
    pub fn who(&self, at: usize) -> Option<&str> {
        let document = self.document.as_deref()?;
        let named =
            document.paragraphs.get(at)?.speakers.iter().find(|speaker| speaker.basis == Basis::Named)?;
        document.speaker(&named.speaker).map(|speaker| speaker.name.as_str())
    }

    /// Whether the paragraph makes or discusses a recommendation.
    #[must_use]
    pub fn recommendation_at(&self, at: usize) -> Recommendation {
        self.paragraph(at).map(|paragraph| self.mine.recommendation(paragraph)).unwrap_or_default()
    }
}

/// The columns that lists have a use for: the longest heading and speaker with what stands beside them, and enough
/// of how a paragraph begins.
fn list_columns(document: &Document, ambiguous: Ambiguous) -> u16 {
    /// Of a paragraph: its number, how it begins, its notes and its status.
    const PARAGRAPH: usize = 64;
    /// Beside a heading its sign and how much is reviewed, beside a speaker the role.
    const BESIDE: usize = 16;
    let wide = |words: &str| crate::text::width(words, ambiguous) + BESIDE;
    let headings = document.sections.iter().map(|s| wide(&s.heading()) + usize::from(s.level) * 2);
    let speakers = document.speakers.iter().map(|speaker| wide(&speaker.full_name()));
    let widest = headings.chain(speakers).max().unwrap_or(0).max(PARAGRAPH);
    u16::try_from(widest).unwrap_or(u16::MAX)
}
