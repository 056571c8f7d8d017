//! What the core asks for on the disk: saving, drafts, exports, opening documents, watching for other hands.
//!
//! [`Storage::perform`] does one thing and says what came of it; nothing in it knows a terminal, so tests perform
//! effects with it as the program does. In the program it lives on a thread of its own: the screen never waits.
//!
//! # Files
//!
//! - `drafts`: Drafts on the disk, as the screen asks for them: kept, taken up again, dropped
//! - `handed`: Files that the user's editor came back from: removed once their words are in a note or in a draft
//! - `opening`: Opening a document with all that belongs to it
//! - `watch`: The file of the text that is shown: looked at as reviews are

mod drafts;
mod handed;
mod opening;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::app::{self, DiskEffect, Msg, Save};
use crate::format::TwoSides;
use crate::messages::{UserMessage, differences, user_message};
use crate::model::{
    Change, Draft, MissingEntries, Moment, NoteId, OperationId, PendingOperation, Review, Symbol,
};
use crate::store::{
    self, Drafts, Handed, LoadedReview, Lock, Outcome, Places, Queries, Refusal, Refused, Rescue,
    ReviewStore, SaveOutcome, StoreError, Trouble,
};

use super::catalog::Catalog;
use super::settings::Settings;
use watch::Watch;

/// How long a save waits for another process that saves the same review, before it says so.
/// Short, because drafts wait behind it, and because it is tried again anyway.
const PATIENCE: Duration = Duration::from_millis(300);

/// Which language version of a document is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// The one that was read last, if it is there.
    AsLast,
    /// The one that was named.
    AsNamed,
}

/// The open document's files.
#[derive(Debug)]
struct OpenReview {
    symbol: Symbol,
    store: ReviewStore,
    drafts: Result<Drafts, StoreError>,
    places: Places,
    queries: Queries,
    /// Drafts of dead sessions that may be taken up, with their files. Two of them may be of one note.
    left: Vec<(PathBuf, Draft)>,
    /// Why nothing can be written.
    read_only: Option<UserMessage>,
    /// Where work is kept that cannot be saved.
    rescue: Rescue,
    /// The file of that, if this window has written one.
    rescued: Option<PathBuf>,
    /// Of how many missing entries the screen knows.
    told_missing: usize,
    /// It was said that the journal cannot be written.
    told_of_journal: bool,
}

/// Performs effects on the disk.
#[derive(Debug)]
pub struct Storage {
    library: Catalog,
    settings: Option<Settings>,
    state: PathBuf,
    open: Option<OpenReview>,
    /// Operations that are not on disk, in order.
    waiting: Vec<Save>,
    /// Files that the user's editor came back from, whose words may not be kept elsewhere yet.
    handed: Vec<(Handed, Lock)>,
    /// The file of the text that is shown.
    watch: Option<Watch>,
}

impl Storage {
    /// The storage of a library's documents, with drafts and places below the state folder.
    #[must_use]
    pub fn new(library: Catalog, state: PathBuf) -> Self {
        let (waiting, handed) = (Vec::new(), Vec::new());
        Self { library, settings: None, state, open: None, waiting, handed, watch: None }
    }

    /// The same, with settings that can be seen and changed.
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> Self {
        Self { settings: Some(settings), ..self }
    }

    /// The documents that can be opened.
    #[must_use]
    pub fn library(&self) -> &Catalog {
        &self.library
    }

    /// Whether changes wait to be saved.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Performs an effect, and says what came of it.
    pub fn perform(&mut self, effect: DiskEffect) -> Vec<Msg> {
        match effect {
            DiskEffect::Save(save) => {
                let at = save.pending.operation.at;
                self.add(save);
                self.save(at)
            }
            DiskEffect::AcceptLost { lost, id, at } => self.accept(&lost, id, at),
            DiskEffect::TakeDraft(draft) => self.take_up(&draft),
            DiskEffect::KeepDraft(draft) => self.keep(&draft),
            DiskEffect::DropDraft(note) => self.forget(&note),
            DiskEffect::Export { name, text, force } => vec![export(name, text, force)],
            DiskEffect::Open(source) => match self.open(source, Language::AsLast) {
                Ok(opened) => vec![Msg::Opened(Box::new(opened))],
                Err(why) => vec![Msg::NotOpened { source: Some(source), why }],
            },
            DiskEffect::OpenFile(path) => match self.open_file(&path) {
                Ok(opened) => vec![Msg::Opened(Box::new(opened))],
                Err(why) => vec![Msg::NotOpened { source: None, why }],
            },
            DiskEffect::OpenVersion(source) => match self.open(source, Language::AsNamed) {
                Ok(opened) => vec![Msg::Opened(Box::new(opened))],
                Err(why) => vec![Msg::NotOpened { source: Some(source), why }],
            },
            DiskEffect::Turn(source) => match self.library.read(source.0) {
                Ok((document, file)) => {
                    self.watch = self.watch_of(source, &document, file);
                    vec![Msg::Turned { source, document: Arc::new(document) }]
                }
                Err(error) => vec![Msg::NotOpened { source: Some(source), why: error.user_message() }],
            },
            DiskEffect::ReadSettings => self.settings.iter().map(Settings::told).collect(),
            DiskEffect::ChangeSetting { name, value } => match &mut self.settings {
                Some(settings) => settings.changed(name, value.as_deref()),
                None => Vec::new(),
            },
            DiskEffect::LookAgain => self.look_at_text(),
            DiskEffect::KeepQuery(query) => {
                if let Some(open) = &self.open {
                    open.queries.add(&query);
                }
                Vec::new()
            }
            DiskEffect::Remember(place) => {
                self.remember(place);
                Vec::new()
            }
        }
    }

    /// Puts an operation with those that wait.
    pub fn add(&mut self, save: Save) {
        self.waiting.push(save);
    }

    /// Remembers where one is.
    pub fn remember(&self, place: app::LastPlace) {
        if let (Some(open), Some(paragraph)) = (&self.open, place.paragraph) {
            let tab = place.tab.word().to_owned();
            let place = store::Place { paragraph, tab, language: place.language, at: place.at };
            open.places.set(&open.symbol, &place);
        }
    }

    /// Writes all that waits; what cannot be written goes on waiting.
    pub fn save(&mut self, at: Moment) -> Vec<Msg> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let Some(sequence) = self.waiting.last().map(|waiting| waiting.sequence) else { return Vec::new() };
        let pending: Vec<_> = self.waiting.iter().map(|waiting| waiting.pending.clone()).collect();
        match open.store.save(&pending, PATIENCE) {
            SaveOutcome::Saved(written) => {
                let done = std::mem::take(&mut self.waiting);
                // An edit that was refused lost its note to another hand: its words stay a draft. A note that is
                // refused because it is there already is there.
                let set_aside = set_aside(&written.refused);
                let kept = |waiting: &Save| {
                    !set_aside.iter().any(|refused| Arc::ptr_eq(&refused.pending, &waiting.pending))
                };
                let written_notes: Vec<NoteId> =
                    done.into_iter().filter(kept).filter_map(|waiting| waiting.draft).collect();
                for note in &written_notes {
                    if let Ok(drafts) = &open.drafts {
                        // A draft that stays behind is recognized at the next start by its note.
                        let _ = drafts.remove(note);
                    }
                }
                if open.rescued.take().is_some() {
                    open.rescue.forget();
                }
                let mut remarks = Vec::new();
                let journal = open.store.journal_trouble();
                if let (Some(error), false) = (journal, open.told_of_journal) {
                    remarks.push(user_message("journal-not-kept").and("why", error.user_message()));
                }
                open.told_of_journal = journal.is_some();
                remarks.extend(refused_said(&set_aside));
                remarks.extend(two_sides(written.two_sides, open.store.review()));
                if !written.conflicts.is_empty() {
                    remarks.push(user_message("save-conflicts").count("count", written.conflicts.len()));
                }
                let (missing, remark) = open.miss();
                remarks.extend(remark);
                if let Some(error) = &written.no_backup {
                    remarks.push(user_message("save-no-backup").and("why", error.user_message()));
                }
                let words = set_aside.iter().flat_map(|refused| open.words(refused));
                let drafts: Vec<Draft> = words.collect();
                // What is shown already need not be told again.
                let mine = (!written.as_done).then(|| Box::new(open.store.review().clone()));
                // On disk before anything else is done: the program may be on its way out.
                let mut troubles: Vec<Msg> = drafts.iter().flat_map(|draft| self.keep(draft)).collect();
                written_notes.iter().for_each(|note| troubles.extend(self.retire(note)));
                let saved = Msg::Saved { sequence, at, mine, drafts, remarks };
                missing.into_iter().chain([saved]).chain(troubles).collect()
            }
            SaveOutcome::NotSaved(error) | SaveOutcome::Unknown(error) => {
                vec![Msg::NotSaved { why: open.keep_elsewhere(&error, &pending) }]
            }
        }
    }

    /// What was lost is let go.
    fn accept(&mut self, lost: &MissingEntries, id: OperationId, at: Moment) -> Vec<Msg> {
        let Some(open) = &mut self.open else { return Vec::new() };
        open.store.accept(lost, id, at);
        open.told_missing = open.store.missing().len();
        vec![Msg::Missing(Box::new(open.store.missing().clone()))]
    }

    /// Looks whether other hands have changed the text or reviews, and tries again what could not be saved.
    pub fn look(&mut self, at: Moment) -> Vec<Msg> {
        let mut answers = self.look_at_text();
        answers.extend(self.look_at_reviews(at));
        answers
    }

    fn look_at_reviews(&mut self, at: Moment) -> Vec<Msg> {
        if !self.waiting.is_empty() {
            return self.save(at);
        }
        let Some(open) = &mut self.open else { return Vec::new() };
        let mine_changed = open.store.has_changed();
        if !mine_changed && !open.store.have_others_changed() {
            return Vec::new();
        }
        let mut answers = Vec::new();
        let mut mine = None;
        if mine_changed {
            let loaded = open.store.load();
            open.store.record(at);
            let trouble = open.take(&loaded);
            answers.extend(two_sides(loaded.two_sides, &loaded.review).map(Msg::Remark));
            if loaded.trouble().is_none() {
                mine = Some(Box::new(loaded.review));
                let (missing, remark) = open.miss();
                answers.extend(missing);
                answers.extend(remark.map(Msg::Remark));
            }
            answers.extend(trouble.map(|why| Msg::NotSaved { why }));
        }
        let others = open.store.others();
        answers.extend(others.problems.iter().map(|error| Msg::Remark(error.user_message())));
        let read_only = open.read_only.clone();
        answers.insert(0, Msg::Reviews { mine, others: others.reviews, read_only });
        answers
    }
}

impl OpenReview {
    /// Takes what the file holds, or why it cannot be used. Returns what is to be said if new work has to go
    /// elsewhere meanwhile.
    fn take(&mut self, loaded: &LoadedReview) -> Option<UserMessage> {
        self.read_only = loaded.read_only.as_ref().map(StoreError::user_message);
        loaded
            .unusable
            .as_ref()
            .map(|error| user_message("save-file-unusable").and("why", error.user_message()))
    }

    /// What the screen is to know of what is missing, and a remark if there is more of it than it knew of.
    fn miss(&mut self) -> (Option<Msg>, Option<UserMessage>) {
        let missing = self.store.missing();
        let told = std::mem::replace(&mut self.told_missing, missing.len());
        if missing.is_empty() && told == 0 {
            return (None, None);
        }
        let remark = (missing.len() > told).then(|| differences::lost(missing, self.store.review()));
        (Some(Msg::Missing(Box::new(missing.clone()))), remark)
    }

    /// The words of an operation that the file did not take.
    fn words(&self, refused: &Refused) -> Vec<Draft> {
        Draft::of(&refused.pending.operation, &self.symbol)
    }

    /// Operations that could not be saved are in the journal. Where that is not enough, the whole review is written
    /// beside the file. Returns why, and where the work is.
    fn keep_elsewhere(&mut self, error: &StoreError, pending: &[Arc<PendingOperation>]) -> UserMessage {
        let busy = matches!(error.trouble, Trouble::Busy);
        let why = if busy { user_message("save-busy") } else { error.user_message() };
        let journal = self.store.journal_trouble();
        if journal.is_none() && !error.is_about_content() {
            return if busy { why } else { user_message("save-in-journal").and("why", why) };
        }
        let mut review = self.store.review().clone();
        pending.iter().for_each(|one| one.apply_to(&mut review));
        match (self.rescue.keep(&review), journal) {
            (Ok(path), _) => {
                let kept = user_message("save-rescued").with("path", path.display()).and("why", why);
                self.rescued = Some(path);
                kept
            }
            (Err(_), None) => user_message("save-in-journal").and("why", why),
            (Err(_), Some(journal)) => {
                user_message("save-nowhere").and("why", why).and("journal", journal.user_message())
            }
        }
    }
}

/// Operations that the file did not take and that are to be told: a note that is refused because it is there already is
/// there.
fn set_aside(refused: &[Refused]) -> Vec<&Refused> {
    let is_there = |refused: &&Refused| {
        let rejected = matches!(refused.why, Refusal::Rejected(_));
        rejected && matches!(refused.pending.change, Change::Add(_))
    };
    refused.iter().filter(|refused| !is_there(refused)).collect()
}

/// What is said of operations that the file did not take.
fn refused_said(set_aside: &[&Refused]) -> Vec<UserMessage> {
    let mut remarks = Vec::new();
    let rejected = set_aside.iter().filter(|refused| matches!(refused.why, Refusal::Rejected(_))).count();
    if rejected > 0 {
        remarks.push(user_message("save-refused").count("count", rejected));
    }
    let mut unsavable = set_aside.iter().filter_map(|refused| match &refused.why {
        Refusal::Unsavable(error) => Some(error),
        Refusal::Rejected(_) => None,
    });
    if let Some(error) = unsavable.next() {
        let said = user_message("save-set-aside").count("count", unsavable.count() + 1);
        remarks.push(said.and("why", error.user_message()));
    }
    remarks
}

/// The file held two sides of a merge: what came of it.
fn two_sides(how: Option<TwoSides>, review: &Review) -> Option<UserMessage> {
    how.map(|_| user_message("save-two-sides").count("count", review.undecided().count()))
}

fn export(name: String, text: String, force: bool) -> Msg {
    match store::write_export(std::path::Path::new(&name), text.as_bytes(), force) {
        Ok(()) => Msg::Exported(name),
        Err(error) if matches!(error.trouble, Trouble::Exists) => Msg::ExportExists { name, text },
        Err(error) => Msg::NotExported(error.user_message()),
    }
}
