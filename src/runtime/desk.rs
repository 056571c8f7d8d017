//! What the core asks for on the disk: saving, drafts, exports, opening documents, watching for other hands.
//!
//! [`Desk::perform`] does one thing and says what came of it; nothing in it knows a terminal, so tests perform
//! effects with it as the program does. In the program it lives on a thread of its own: the screen never waits.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::app::{Effect, Msg, Opened, Place, Tab};
use crate::messages::{Said, said};
use crate::model::{Change, Draft, Moment, NoteId, Review, Symbol};
use crate::store::{
    self, Drafts, Found, Outcome, Places, ReviewStore, SaveOutcome, Stamped, StoreError, Trouble, UnsavedCopy,
};

use super::editor::without_scissors;
use super::library::Library;

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
struct Bench {
    symbol: Symbol,
    store: ReviewStore,
    drafts: Result<Drafts, StoreError>,
    places: Places,
    /// Drafts of dead sessions that may be taken up, with their files. Two of them may be of one note.
    left: Vec<(PathBuf, Draft)>,
    /// Why nothing can be written.
    read_only: Option<Said>,
    /// The review as it was last on disk.
    on_disk: Review,
    /// Where work is kept that cannot be saved.
    unsaved: UnsavedCopy,
    /// Whether this window has written such a copy.
    kept_copy: bool,
}

/// Performs effects on the disk.
#[derive(Debug)]
pub struct Desk {
    library: Library,
    state: PathBuf,
    bench: Option<Bench>,
    /// Changes that are not on disk, in order.
    waiting: Vec<Waiting>,
    /// What tells this window's copies of unsaved work from others'.
    session: String,
}

/// A change that is not on disk.
#[derive(Debug)]
struct Waiting {
    sequence: u64,
    stamped: Stamped,
    /// The draft that goes when the change is on disk; none, too, once someone types on in that draft.
    draft: Option<NoteId>,
}

impl Desk {
    /// A desk over a library, with drafts and places below the state folder.
    #[must_use]
    pub fn new(library: Library, state: PathBuf) -> Self {
        let session = uuid::Uuid::now_v7().simple().to_string();
        Self { library, state, bench: None, waiting: Vec::new(), session }
    }

    /// The library.
    #[must_use]
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Whether changes wait to be saved.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Opens a document with all that belongs to it.
    ///
    /// # Errors
    /// Why it cannot be opened, as a sentence.
    pub fn open(&mut self, place: usize, language: Language) -> Result<Opened, Said> {
        let mut place = place;
        let mut document = self.library.load(place).map_err(|error| error.said())?;
        let symbol = document.symbol().clone();
        let source = self.library.sources.get(place).cloned();
        let (Some(source), Some(store)) = (source, self.library.store(place, &symbol)) else {
            return Err(said("library-unreadable").with("name", place));
        };
        let mut store = store.keeping(&self.state);
        let places = Places::new(&self.state, &source.workspace);
        let remembered = places.get(&symbol);
        let last = remembered.as_ref().and_then(|place| place.language.clone());
        if let (Language::AsLast, Some(last)) = (language, last)
            && let Some((other, version)) = self.library.version(&symbol, &last)
        {
            (place, document) = (other, version);
        }
        // What killed processes left behind; how many is nobody's business.
        let _ = source.workspace.sweep();
        let loaded = store.load();
        let others = store.others();
        let drafts = Drafts::open(&self.state, &source.workspace);
        let mut remarks: Vec<Said> = source.workspace.warnings();
        remarks.extend(store.warnings());
        remarks.extend(others.problems.iter().map(StoreError::said));
        let mut left = Vec::new();
        let mut interrupted: Vec<Draft> = Vec::new();
        match drafts.as_ref().map(|drafts| (drafts, drafts.list())) {
            Ok((drafts, Ok(found))) => {
                for found in found {
                    match found {
                        Found::Interrupted { path, draft } if draft.symbol == symbol => {
                            let draft = with_editors_words(&self.state, draft);
                            if is_written(&loaded.review, &draft) {
                                // The note was saved, and the window ended before its draft went.
                                let _ = drafts.discard(&path);
                                continue;
                            }
                            interrupted.push(draft.clone());
                            left.push((path, draft));
                        }
                        Found::Damaged(error) => remarks.push(error.said()),
                        Found::Interrupted { .. } | Found::Elsewhere { .. } => {}
                    }
                }
            }
            Ok((_, Err(error))) => remarks.push(error.said()),
            Err(error) => remarks.push(said("draft-not-kept").and("why", error.said())),
        }
        if !interrupted.is_empty() {
            let numbers: Vec<&str> = interrupted.iter().map(|draft| draft.paragraph.as_str()).collect();
            let sentence = said("draft-left").with("numbers", numbers.join(", "));
            remarks.insert(0, sentence.count("count", interrupted.len()));
        }
        let unsaved = UnsavedCopy::of(&self.state, &source.workspace, &loaded.review, &self.session);
        for path in unsaved.left_by_others() {
            remarks.push(said("save-left").with("path", path.display()));
        }
        let read_only = loaded.read_only.as_ref().map(StoreError::said);
        let left_off = remembered.map(|place| Place {
            paragraph: Some(place.paragraph),
            tab: Tab::from_word(&place.tab).unwrap_or_default(),
            language: place.language,
            at: place.at,
        });
        let opened = Opened {
            source: place,
            document: Arc::new(document),
            mine: loaded.review,
            others: others.reviews,
            drafts: interrupted,
            place: left_off,
            read_only: read_only.clone(),
            kept_in: store.path().display().to_string(),
            remarks,
        };
        let on_disk = opened.mine.clone();
        let kept_copy = false;
        self.bench =
            Some(Bench { symbol, store, drafts, places, left, read_only, on_disk, unsaved, kept_copy });
        Ok(opened)
    }

    /// Performs an effect. Effects that need the terminal are not its work and give nothing.
    pub fn perform(&mut self, effect: Effect) -> Vec<Msg> {
        match effect {
            Effect::Save { at, .. } => {
                self.add(effect);
                self.save(at)
            }
            Effect::TakeDraft(draft) => self.take_up(&draft),
            Effect::KeepDraft(draft) => self.keep(&draft),
            Effect::DropDraft(note) => self.forget(&note),
            Effect::Export { name, text, force } => vec![export(name, text, force)],
            Effect::Open(source) => match self.open(source, Language::AsLast) {
                Ok(opened) => vec![Msg::Opened(Box::new(opened))],
                Err(why) => vec![Msg::NotOpened { source, why }],
            },
            Effect::Turn(source) => match self.library.load(source) {
                Ok(document) => vec![Msg::Turned { source, document: Arc::new(document) }],
                Err(error) => vec![Msg::NotOpened { source, why: error.said() }],
            },
            Effect::Remember(place) => {
                if let (Some(bench), Some(paragraph)) = (&self.bench, place.paragraph) {
                    let place = store::Place {
                        paragraph,
                        tab: place.tab.word().to_owned(),
                        language: place.language,
                        at: place.at,
                    };
                    bench.places.set(&bench.symbol, &place);
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Puts a change ([`Effect::Save`]) with those that wait.
    pub fn add(&mut self, save: Effect) {
        if let Effect::Save { sequence, change, at, draft } = save {
            self.waiting.push(Waiting { sequence, stamped: Stamped { change: *change, at }, draft });
        }
    }

    /// Writes all that waits; what cannot be written goes on waiting.
    pub fn save(&mut self, at: Moment) -> Vec<Msg> {
        let Some(bench) = &mut self.bench else { return Vec::new() };
        let Some(sequence) = self.waiting.last().map(|waiting| waiting.sequence) else { return Vec::new() };
        let changes: Vec<Stamped> = self.waiting.iter().map(|waiting| waiting.stamped.clone()).collect();
        match bench.store.save(&changes, PATIENCE) {
            SaveOutcome::Saved(written) => {
                let done = std::mem::take(&mut self.waiting);
                // An edit that was refused lost its note to another hand: its words stay a draft. A note that is
                // refused because it is there already is there.
                let refused: Vec<Change> = written
                    .refused
                    .iter()
                    .map(|refused| refused.stamped.change.clone())
                    .filter(|change| !matches!(change, Change::AddNote(_)))
                    .collect();
                let kept = |waiting: &Waiting| !refused.contains(&waiting.stamped.change);
                for note in done.into_iter().filter(kept).filter_map(|waiting| waiting.draft) {
                    if let Ok(drafts) = &bench.drafts {
                        // A draft that stays behind is recognised at the next start by its note.
                        let _ = drafts.remove(&note);
                    }
                    store::remove_private(&editor_file(&self.state, &note));
                }
                bench.on_disk = written.review.clone();
                if std::mem::take(&mut bench.kept_copy) {
                    bench.unsaved.forget();
                }
                let mut remarks = Vec::new();
                if !refused.is_empty() {
                    remarks.push(said("save-refused").count("count", refused.len()));
                }
                if !written.conflicts.is_empty() {
                    remarks.push(said("save-conflicts").count("count", written.conflicts.len()));
                }
                if !written.lost.is_empty() {
                    remarks.push(lost(&written.lost));
                }
                if let Some(error) = &written.no_backup {
                    remarks.push(said("save-no-backup").and("why", error.said()));
                }
                vec![Msg::Saved { sequence, at, mine: Box::new(written.review), refused, remarks }]
            }
            SaveOutcome::NotSaved(error) | SaveOutcome::Unknown(_, error) => {
                let mut review = bench.on_disk.clone();
                for stamped in &changes {
                    let _ = review.apply(stamped.change.clone(), stamped.at);
                }
                bench.kept_copy |= bench.unsaved.keep(&review).is_ok();
                let why = match &error.trouble {
                    Trouble::Busy => said("save-busy"),
                    _ => error.said(),
                };
                vec![Msg::NotSaved { why }]
            }
        }
    }

    fn keep(&mut self, draft: &Draft) -> Vec<Msg> {
        let Some(bench) = &mut self.bench else { return Vec::new() };
        let drafts = match &bench.drafts {
            Ok(drafts) => drafts,
            Err(error) => return vec![Msg::DraftNotKept(error.said())],
        };
        for waiting in self.waiting.iter_mut().filter(|waiting| waiting.draft.as_ref() == Some(&draft.note)) {
            waiting.draft = None;
        }
        match drafts.write(draft) {
            Outcome::Saved(_) => Vec::new(),
            Outcome::NotSaved(error) | Outcome::Unknown(error) => vec![Msg::DraftNotKept(error.said())],
        }
    }

    /// A draft that a dead session left is this session's from now on. If another window was quicker, both texts
    /// stay.
    fn take_up(&mut self, draft: &Draft) -> Vec<Msg> {
        let Some(bench) = &mut self.bench else { return Vec::new() };
        let Ok(drafts) = &bench.drafts else { return Vec::new() };
        let Some(place) = bench.left.iter().position(|(_, left)| left == draft) else { return Vec::new() };
        let (path, _) = bench.left.remove(place);
        match drafts.resume(&path) {
            Ok(_) => Vec::new(),
            Err(error) => vec![Msg::Remark(error.said())],
        }
    }

    fn forget(&mut self, note: &NoteId) -> Vec<Msg> {
        let Some(bench) = &mut self.bench else { return Vec::new() };
        store::remove_private(&editor_file(&self.state, note));
        let Ok(drafts) = &bench.drafts else { return Vec::new() };
        match drafts.remove(note) {
            Ok(()) => Vec::new(),
            Err(error) => vec![Msg::Remark(error.said())],
        }
    }

    /// Looks whether other hands have changed reviews, and tries again what could not be saved.
    pub fn look(&mut self, at: Moment) -> Vec<Msg> {
        if !self.waiting.is_empty() {
            return self.save(at);
        }
        let Some(bench) = &mut self.bench else { return Vec::new() };
        let mine_changed = bench.store.has_changed();
        if !mine_changed && !bench.store.have_others_changed() {
            return Vec::new();
        }
        let mut answers = Vec::new();
        let mut mine = None;
        if mine_changed {
            let loaded = bench.store.load();
            bench.read_only = loaded.read_only.map(|error| error.said());
            bench.on_disk = loaded.review.clone();
            if bench.read_only.is_none() {
                mine = Some(Box::new(loaded.review));
            }
            if !loaded.lost.is_empty() {
                answers.push(Msg::Remark(lost(&loaded.lost)));
            }
        }
        let others = bench.store.others();
        answers.extend(others.problems.iter().map(|error| Msg::Remark(error.said())));
        let read_only = bench.read_only.clone();
        answers.insert(0, Msg::Reviews { mine, others: others.reviews, read_only });
        answers
    }
}

/// Where the user's editor writes a note.
pub(super) fn editor_file(state: &Path, note: &NoteId) -> PathBuf {
    store::private_path(state, &format!("{}.md", store::draft_name(&note.0)))
}

/// A draft with what the user's editor had written when the program was ended under it.
fn with_editors_words(state: &Path, draft: Draft) -> Draft {
    let text = store::read_private(&editor_file(state, &draft.note)).unwrap_or_default();
    let body = without_scissors(&text);
    if body.is_empty() { draft } else { Draft { body, ..draft } }
}

/// Whether the note that a draft would become is there already, word for word.
fn is_written(review: &Review, draft: &Draft) -> bool {
    let body = draft.body.trim_end();
    review
        .note(&draft.note)
        .is_some_and(|note| note.is_live() && note.body == body && note.kind == draft.kind)
}

/// Something that was there is gone without a word.
fn lost(lost: &store::Lost) -> Said {
    said("save-lost").count("notes", lost.notes.len()).count("marks", lost.marks.len())
}

fn export(name: String, text: String, force: bool) -> Msg {
    match store::write_export(std::path::Path::new(&name), text.as_bytes(), force) {
        Ok(()) => Msg::Exported(name),
        Err(error) if matches!(error.trouble, Trouble::Exists) => Msg::ExportExists { name, text },
        Err(error) => Msg::NotExported(error.said()),
    }
}
