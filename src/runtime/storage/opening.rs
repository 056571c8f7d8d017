//! Opening a document with all that belongs to it: the review as it is on disk and as the journal knows it, what had
//! not reached the disk when a window ended, drafts, what undo can take back.

use super::*;
use crate::app::{LastPlace, Opened, SourceId, Tab};
use crate::model::UndoStacks;
use crate::runtime::clock::now;
use crate::store::{Damaged, Found, Journaled};

impl Storage {
    /// Opens the document of a file, which need not be among those that the program was started with.
    ///
    /// # Errors
    /// Why it cannot be opened, as a sentence.
    pub(super) fn open_file(&mut self, path: &str) -> Result<Opened, UserMessage> {
        let count = self.library.sources.len();
        let known = self.library.of_file(path).map_err(|error| error.user_message())?;
        let opened = self.open(SourceId(known), Language::AsNamed);
        if opened.is_err() {
            self.library.sources.truncate(count);
        }
        opened
    }

    /// Opens a document with all that belongs to it.
    ///
    /// # Errors
    /// Why it cannot be opened, as a sentence.
    pub fn open(&mut self, source: SourceId, language: Language) -> Result<Opened, UserMessage> {
        let mut place = source.0;
        let (mut document, mut file) = self.library.read(place).map_err(|error| error.user_message())?;
        let symbol = document.symbol().clone();
        let source = self.library.sources.get(place).cloned();
        let (Some(source), Some(store)) = (source, self.library.store(place, &symbol)) else {
            return Err(user_message("library-unreadable").with("name", place));
        };
        let workspace = &source.workspace;
        let places = Places::new(&self.state, workspace);
        let remembered = places.get(&symbol);
        let queries = Queries::new(&self.state, workspace);
        let former = queries.all();
        let last = remembered.as_ref().and_then(|place| place.language.clone());
        if let (Language::AsLast, Some(last)) = (language, last)
            && let Some((other, _)) = self.library.version(&symbol, &last)
            && let Ok((version, of)) = self.library.read(other)
        {
            (place, document, file) = (other, version, of);
        }
        // What killed processes left behind; how many is nobody's business.
        let _ = workspace.sweep();
        let at = now();
        let mut remarks: Vec<UserMessage> = workspace.warnings();
        let drafts = Drafts::open(&self.state, workspace);
        let session = match &drafts {
            Ok(drafts) => drafts.session().to_owned(),
            Err(_) => store::new_id().simple().to_string(),
        };
        let mut store = store.keeping(&self.state, &session);
        remarks.extend(store.warnings());
        let journaled = recall(&mut store, at, &mut remarks);
        let undo_stacks = journaled.history.undo_stacks();
        let gone = |session: &str| drafts.as_ref().is_ok_and(|drafts| drafts.is_gone(session));
        let refused;
        (self.waiting, refused) = arrive(&mut store, &journaled, gone, &mut remarks);
        let loaded = store.load();
        store.record(at);
        let others = store.others();
        remarks.extend(others.problems.iter().map(StoreError::user_message));
        let mut mine = loaded.review.clone();
        for waiting in &self.waiting {
            waiting.pending.apply_to(&mut mine);
        }
        let (left, mut interrupted) = self.drafts_left(&drafts, &mine, &mut remarks);
        if let Ok(drafts) = &drafts {
            let words =
                set_aside(&refused).into_iter().flat_map(|one| Draft::of(&one.pending.operation, &symbol));
            for draft in words {
                if interrupted.iter().any(|known| known.body == draft.body) {
                    continue;
                }
                match drafts.write(&draft) {
                    Outcome::Saved(_) => interrupted.push(draft),
                    Outcome::NotSaved(error) | Outcome::Unknown(error) => {
                        remarks.push(user_message("draft-not-kept").and("why", error.user_message()));
                    }
                }
            }
        }
        let rescue = Rescue::of(&self.state, workspace, &mine, &session, at);
        for path in rescue.left_by_others(&mine) {
            remarks.push(user_message("save-left").with("path", path.display()));
        }
        remarks.splice(0..0, two_sides(loaded.two_sides, &loaded.review));
        if !loaded.lost.is_empty() {
            remarks.insert(0, differences::lost(&loaded.lost, &loaded.review));
        }
        let left_off = remembered.map(|place| LastPlace {
            paragraph: Some(place.paragraph),
            tab: Tab::from_word(&place.tab).unwrap_or_default(),
            language: place.language,
            at: place.at,
        });
        let kept_in = store.path().display().to_string();
        let mut open = OpenReview {
            symbol,
            store,
            drafts,
            places,
            queries,
            left,
            read_only: None,
            rescue,
            rescued: None,
            told_missing: loaded.lost.len(),
            told_of_journal: false,
        };
        self.watch = self.watch_of(SourceId(place), &document, file);
        let trouble = open.take(&loaded);
        let read_only = open.read_only.clone();
        self.open = Some(open);
        Ok(Opened {
            source: SourceId(place),
            document: Arc::new(document),
            mine,
            others: others.reviews,
            drafts: interrupted,
            place: left_off,
            read_only,
            trouble,
            unsaved: self.waiting.iter().map(|waiting| waiting.pending.clone()).collect(),
            undo_stacks: UndoStacks { undo: undo_stacks.undo, redo: undo_stacks.redo },
            lost: loaded.lost,
            former,
            kept_in,
            remarks,
        })
    }

    /// Drafts that dead sessions left on this document, with their files; and those drafts.
    fn drafts_left(
        &self,
        drafts: &Result<Drafts, StoreError>,
        mine: &Review,
        remarks: &mut Vec<UserMessage>,
    ) -> (Vec<(PathBuf, Draft)>, Vec<Draft>) {
        let mut left: Vec<(PathBuf, Draft)> = Vec::new();
        match drafts.as_ref().map(|drafts| (drafts, drafts.list())) {
            Ok((drafts, Ok(found))) => {
                for found in found {
                    match found {
                        Found::Interrupted { path, draft } if draft.symbol == mine.symbol => {
                            if is_written(mine, &draft) || draft.body.trim().is_empty() {
                                // The note was saved, and the window ended before its draft went; or there are no
                                // words, since they were to be written in an editor.
                                let _ = drafts.discard(&path);
                                continue;
                            }
                            left.push((path, draft));
                        }
                        Found::Damaged(error) => remarks.push(error.user_message()),
                        Found::Interrupted { .. } | Found::Elsewhere { .. } => {}
                    }
                }
            }
            Ok((_, Err(error))) => remarks.push(error.user_message()),
            Err(error) => remarks.push(user_message("draft-not-kept").and("why", error.user_message())),
        }
        let mut interrupted = self.drafts_of_editors(drafts, mine, &left, remarks);
        interrupted.extend(left.iter().map(|(_, draft)| draft.clone()));
        if !interrupted.is_empty() {
            let numbers: Vec<&str> = interrupted.iter().map(|draft| draft.paragraph.as_str()).collect();
            let sentence = user_message("draft-left").list("numbers", numbers);
            remarks.insert(0, sentence.count("count", interrupted.len()));
        }
        (left, interrupted)
    }
}

impl Storage {
    /// What the user's editor had written when the program was ended under it, or wrote when it was gone: drafts of this
    /// session, on disk.
    fn drafts_of_editors(
        &self,
        drafts: &Result<Drafts, StoreError>,
        mine: &Review,
        left: &[(PathBuf, Draft)],
        remarks: &mut Vec<UserMessage>,
    ) -> Vec<Draft> {
        let mut found = Vec::new();
        for (handed, body) in self.left_behind(mine, remarks) {
            let draft = Draft { body, ..handed.draft.clone() };
            let drafted = left.iter().any(|(_, left)| left.body.trim_end() == draft.body);
            if is_written(mine, &draft) || drafted {
                handed.remove();
                continue;
            }
            // Of one note a session has one draft.
            let taken = left.iter().any(|(_, left)| left.note == draft.note)
                || found.iter().any(|found: &Draft| found.note == draft.note);
            let draft = match taken {
                true => Draft { note: NoteId(store::new_id().to_string()), editing: false, ..draft },
                false => draft,
            };
            let Ok(drafts) = drafts else { continue };
            match drafts.write(&draft) {
                Outcome::Saved(_) => {
                    handed.remove();
                    found.push(draft);
                }
                Outcome::NotSaved(error) | Outcome::Unknown(error) => {
                    remarks.push(user_message("draft-not-kept").and("why", error.user_message()));
                }
            }
        }
        found
    }
}

/// What the journal knows; one that cannot be read is told, and the review opens without it.
fn recall(store: &mut ReviewStore, at: Moment, remarks: &mut Vec<UserMessage>) -> Journaled {
    let journaled = store.recall(at).unwrap_or_else(|error| {
        remarks.push(user_message("journal-not-read").and("why", error.user_message()));
        Journaled::default()
    });
    remarks.extend(journaled.damaged.iter().map(Damaged::user_message));
    journaled
}

/// Operations that were done and had not reached the file when their window ended are saved now. Those that still
/// cannot be saved are returned.
fn arrive(
    store: &mut ReviewStore,
    journaled: &Journaled,
    gone: impl Fn(&str) -> bool,
    remarks: &mut Vec<UserMessage>,
) -> (Vec<Save>, Vec<Refused>) {
    let mut pending = journaled.history.pending();
    pending.retain(|operation| gone(&operation.session));
    let pending: Vec<_> = pending.into_iter().map(|one| Arc::new(PendingOperation::again(one))).collect();
    if pending.is_empty() {
        return (Vec::new(), Vec::new());
    }
    match store.save(&pending, PATIENCE) {
        SaveOutcome::Saved(written) => {
            let count = pending.len() - written.refused.len().min(pending.len());
            if count > 0 && written.changed {
                remarks.insert(0, user_message("journal-arrived").count("count", count));
            }
            remarks.extend(refused_said(&set_aside(&written.refused)));
            (Vec::new(), written.refused)
        }
        SaveOutcome::NotSaved(_) | SaveOutcome::Unknown(..) => {
            let waiting = pending.into_iter();
            (waiting.map(|pending| Save { sequence: 0, pending, draft: None }).collect(), Vec::new())
        }
    }
}

/// Whether the note that a draft would become is there already, word for word.
fn is_written(review: &Review, draft: &Draft) -> bool {
    let body = draft.body.trim_end();
    review
        .note(&draft.note)
        .is_some_and(|note| note.is_live() && note.body == body && note.kind == draft.kind)
}
