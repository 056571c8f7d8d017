//! What the core asks for on the disk: saving, drafts, exports, opening documents, watching for other hands.
//!
//! [`Desk::perform`] does one thing and says what came of it; nothing in it knows a terminal, so tests perform
//! effects with it as the program does. In the program it lives on a thread of its own: the screen never waits.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::app::{Effect, Msg, Opened, Place, Tab};
use crate::messages::{Said, said};
use crate::model::{Draft, Moment, NoteId, Review, Symbol};
use crate::store::{
    self, Drafts, Found, Outcome, Places, ReviewStore, SaveOutcome, Stamped, StoreError, Trouble, UnsavedCopy,
};

use super::library::Library;

/// How long a save waits for another process that saves the same review, before it says so.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the desk is asked to do: an effect, with the time when it was asked.
#[derive(Debug, Clone)]
pub struct Job {
    /// What.
    pub effect: Effect,
    /// When.
    pub at: Moment,
}

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
    /// Drafts of dead sessions that may be taken up, by note.
    left: HashMap<NoteId, PathBuf>,
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
    /// Changes that are not on disk, in order, with their numbers.
    waiting: Vec<(u64, Stamped)>,
}

impl Desk {
    /// A desk over a library, with drafts and places below the state folder.
    #[must_use]
    pub fn new(library: Library, state: PathBuf) -> Self {
        Self { library, state, bench: None, waiting: Vec::new() }
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
        let (Some(source), Some(mut store)) = (source, self.library.store(place, &symbol)) else {
            return Err(said("library-unreadable").with("name", place));
        };
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
        remarks.extend(others.problems.iter().map(StoreError::said));
        let mut left = HashMap::new();
        let mut interrupted: Vec<Draft> = Vec::new();
        match drafts.as_ref().map(Drafts::list) {
            Ok(Ok(found)) => {
                for found in found {
                    match found {
                        Found::Interrupted { path, draft } if draft.symbol == symbol => {
                            left.insert(draft.note.clone(), path);
                            interrupted.push(draft);
                        }
                        Found::Damaged(error) => remarks.push(error.said()),
                        Found::Interrupted { .. } | Found::Elsewhere { .. } => {}
                    }
                }
            }
            Ok(Err(error)) => remarks.push(error.said()),
            Err(error) => remarks.push(said("draft-not-kept").and("why", error.said())),
        }
        if !interrupted.is_empty() {
            let numbers: Vec<&str> = interrupted.iter().map(|draft| draft.paragraph.as_str()).collect();
            let sentence = said("draft-left").with("numbers", numbers.join(", "));
            remarks.insert(0, sentence.count("count", interrupted.len()));
        }
        let unsaved = UnsavedCopy::of(&self.state, &source.workspace, &loaded.review);
        if unsaved.is_there() {
            remarks.insert(0, said("save-left").with("path", unsaved.path().display()));
        }
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
            read_only: loaded.read_only.map(|error| error.said()),
            kept_in: store.path().display().to_string(),
            remarks,
        };
        let on_disk = opened.mine.clone();
        let kept_copy = false;
        self.bench = Some(Bench { symbol, store, drafts, places, left, on_disk, unsaved, kept_copy });
        Ok(opened)
    }

    /// Performs an effect. Effects that need the terminal are not its work and give nothing.
    pub fn perform(&mut self, job: Job) -> Vec<Msg> {
        let Job { effect, at } = job;
        match effect {
            Effect::Save { sequence, change, at } => {
                self.waiting.push((sequence, Stamped { change: *change, at }));
                self.save(at)
            }
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
            _ => {
                let _ = at;
                Vec::new()
            }
        }
    }

    /// Writes all that waits; what cannot be written goes on waiting.
    pub fn save(&mut self, at: Moment) -> Vec<Msg> {
        let Some(bench) = &mut self.bench else { return Vec::new() };
        let Some(sequence) = self.waiting.last().map(|(sequence, _)| *sequence) else { return Vec::new() };
        let changes: Vec<Stamped> = self.waiting.iter().map(|(_, stamped)| stamped.clone()).collect();
        match bench.store.save(&changes, PATIENCE) {
            SaveOutcome::Saved(written) => {
                self.waiting.clear();
                bench.on_disk = written.review.clone();
                if std::mem::take(&mut bench.kept_copy) {
                    bench.unsaved.forget();
                }
                let mut remarks = Vec::new();
                if !written.refused.is_empty() {
                    remarks.push(said("save-refused").count("count", written.refused.len()));
                }
                if !written.conflicts.is_empty() {
                    remarks.push(said("save-conflicts").count("count", written.conflicts.len()));
                }
                if !written.lost.is_empty() {
                    remarks.push(lost(&written.lost));
                }
                vec![Msg::Saved { sequence, at, mine: Box::new(written.review), remarks }]
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
        if let Some(path) = bench.left.remove(&draft.note) {
            // Its window is gone; from now on it is ours. If another window was quicker both texts stay.
            let _ = drafts.resume(&path);
        }
        match drafts.write(draft) {
            Outcome::Saved(_) => Vec::new(),
            Outcome::NotSaved(error) | Outcome::Unknown(error) => vec![Msg::DraftNotKept(error.said())],
        }
    }

    fn forget(&mut self, note: &NoteId) -> Vec<Msg> {
        let Some(bench) = &mut self.bench else { return Vec::new() };
        let Ok(drafts) = &bench.drafts else { return Vec::new() };
        if let Some(path) = bench.left.remove(note) {
            let _ = drafts.discard(&path);
        }
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
        let (mut mine, mut read_only) = (None, None);
        if mine_changed {
            let loaded = bench.store.load();
            read_only = loaded.read_only.map(|error| error.said());
            bench.on_disk = loaded.review.clone();
            if read_only.is_none() {
                mine = Some(Box::new(loaded.review));
            }
            if !loaded.lost.is_empty() {
                answers.push(Msg::Remark(lost(&loaded.lost)));
            }
        }
        let others = bench.store.others();
        answers.extend(others.problems.iter().map(|error| Msg::Remark(error.said())));
        answers.insert(0, Msg::Reviews { mine, others: others.reviews, read_only });
        answers
    }
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
