//! What the fault tests know of the program's store: how one is made, what is written with it, what lies on the
//! disk. Everything else in the suite speaks through these.

#![expect(clippy::disallowed_methods, reason = "tests inspect their own folders")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use rapporteur::format::read_review;
use rapporteur::model::{
    Change, Moment, Note, NoteId, NoteKind, Operation, OperationId, OperationKind, PendingOperation, Record,
    Review, Symbol,
};
use rapporteur::store::{Draft, Drafts, Found, Journal, ReviewStore, Workspace, new_id};

use crate::ground::Place;

/// The reviewer of all tests.
pub const REVIEWER: &str = "amara";

/// The window that the tests are.
pub const SESSION: &str = "fault-test";

/// How long a writer of the tests waits for another.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The document of all tests.
pub fn symbol() -> Symbol {
    Symbol("A/AC.105/C.2/L.339".into())
}

/// The place's workspace.
pub fn workspace(place: &Place) -> Workspace {
    Workspace::open(&place.root).unwrap()
}

/// The journal of the review.
pub fn journal(place: &Place) -> Journal {
    Journal::of(&place.state, &workspace(place), &symbol(), REVIEWER, SESSION)
}

/// The words of all notes that the journal knows, as they were last written down.
pub fn in_journal(place: &Place) -> BTreeMap<NoteId, String> {
    let history = journal(place).read_all().unwrap().history;
    let mut words = BTreeMap::new();
    for diff in history.operations().flat_map(|operation| &operation.diffs) {
        if let Some(Record::Note(note)) = &diff.after {
            words.insert(note.id.clone(), note.body.clone());
        }
    }
    words
}

/// The store as the program's storage makes it.
pub fn store(place: &Place) -> ReviewStore {
    let mut store = store_before_loading(place);
    let _ = store.load();
    store
}

/// The same, with what the journal knows, and before it has looked at the file.
pub fn store_before_loading(place: &Place) -> ReviewStore {
    let store = ReviewStore::new(&workspace(place), &symbol(), REVIEWER);
    let mut store = store.keeping(&place.state, SESSION);
    let _ = store.recall(moment());
    store
}

/// A change as the program makes it on what it has seen. What cannot be made there did nothing there.
pub fn done(store: &ReviewStore, change: Change, at: Moment) -> [Arc<PendingOperation>; 1] {
    let (id, kind) = (OperationId(new_id().to_string()), OperationKind::Done);
    let mut review = store.review().clone();
    let done = PendingOperation::done(&mut review, change.clone(), id.clone(), at, kind.clone());
    [Arc::new(done.unwrap_or_else(|_| {
        let operation = Operation { id, at, session: String::new(), kind, diffs: Vec::new() };
        PendingOperation { operation, change }
    }))]
}

/// The moment that most tests write at.
pub fn moment() -> Moment {
    "2026-11-23T14:02:00+01:00".parse().unwrap()
}

/// The file of the review.
pub fn file(place: &Place) -> PathBuf {
    workspace(place).review(&symbol(), REVIEWER)
}

/// A new note, whose words follow from its id.
pub fn add(id: &str) -> Change {
    add_with(id, &body_of(id))
}

/// A new note with these words.
pub fn add_with(id: &str, body: &str) -> Change {
    let number = id.bytes().map(u32::from).sum::<u32>() % 60 + 1;
    let paragraph = number.to_string().as_str().into();
    Change::add_note(Note::new(
        NoteId(id.to_owned()),
        paragraph,
        NoteKind::Question,
        body.to_owned(),
        moment(),
    ))
}

/// Other words for a note.
pub fn edit(id: &str, body: &str) -> Change {
    Change::edit_note(NoteId(id.to_owned()), body.to_owned(), NoteKind::Question)
}

/// The words of a note by its id: of several scripts, lines and lengths, so that half of one is seen.
pub fn body_of(id: &str) -> String {
    let length = id.bytes().fold(7_usize, |sum, byte| (sum * 31 + usize::from(byte)) % 211) + 12;
    let words =
        ["独立于各部委吗？", "and who pays", "«quoted»", "مرحبا", "\"\"\"", "\n# no comment = [1]\n", "é"];
    let chosen = (0..length / 6).map(|at| words[(at * at + length) % words.len()]);
    format!("{id} begins\n{}\n{id} ends", chosen.collect::<Vec<_>>().join(" "))
}

/// What lies on the disk: the review, or why it cannot be understood. No file is an empty review.
pub fn on_disk(place: &Place) -> Result<Review, String> {
    match std::fs::read_to_string(file(place)) {
        Ok(text) => read_review(&text).map(|(_, review)| review).map_err(|problem| format!("{problem:?}")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Review::new(symbol(), REVIEWER)),
        Err(error) => Err(error.to_string()),
    }
}

/// The file's bytes; none where there is no file.
pub fn bytes(place: &Place) -> Vec<u8> {
    std::fs::read(file(place)).unwrap_or_default()
}

/// A draft of a note in its n-th state.
pub fn draft(id: &str, version: usize) -> Draft {
    Draft {
        note: NoteId(id.to_owned()),
        symbol: symbol(),
        paragraph: "5".into(),
        kind: NoteKind::Comment,
        anchor: None,
        body: format!("{version} 半句 of {id}"),
        editing: false,
        started: moment(),
    }
}

/// The versions of drafts that interrupted sessions left, by note; none where one is damaged.
pub fn drafts(place: &Place) -> Option<BTreeMap<String, usize>> {
    let drafts = Drafts::open(&place.state, &workspace(place)).unwrap();
    let mut versions = BTreeMap::new();
    for found in drafts.list().unwrap() {
        let Found::Interrupted { draft, .. } = found else { return None };
        let version = draft.body.split(' ').next().and_then(|number| number.parse().ok())?;
        versions.insert(draft.note.0, version);
    }
    Some(versions)
}

/// What became of acknowledged notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Harm {
    /// Notes that are not there.
    pub lost: usize,
    /// Files that cannot be understood.
    pub torn: usize,
    /// Notes with other words.
    pub altered: usize,
    /// Notes that the journal does not have.
    pub unjournaled: usize,
}

impl Harm {
    /// Whether there is any.
    pub fn is_any(&self) -> bool {
        *self != Self::default()
    }

    /// Looks for acknowledged notes on the disk.
    pub fn to<'a>(place: &Place, acknowledged: impl IntoIterator<Item = &'a String>) -> Self {
        let Ok(review) = on_disk(place) else { return Self { torn: 1, ..Self::default() } };
        let mut harm = Self::default();
        for id in acknowledged {
            match review.note(&NoteId(id.clone())) {
                None => harm.lost += 1,
                Some(note) if note.body != body_of(id) => harm.altered += 1,
                Some(_) => {}
            }
        }
        harm
    }

    /// Looks for them in the journal too.
    pub fn to_all<'a>(place: &Place, acknowledged: impl IntoIterator<Item = &'a String> + Clone) -> Self {
        let journaled = in_journal(place);
        let missing = acknowledged
            .clone()
            .into_iter()
            .filter(|id| journaled.get(&NoteId((*id).clone())).is_none_or(|words| *words != body_of(id)));
        Self { unjournaled: missing.count(), ..Self::to(place, acknowledged) }
    }

    /// Both.
    pub fn and(self, other: Self) -> Self {
        Self {
            lost: self.lost + other.lost,
            torn: self.torn + other.torn,
            altered: self.altered + other.altered,
            unjournaled: self.unjournaled + other.unjournaled,
        }
    }
}

impl std::fmt::Display for Harm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { lost, torn, altered, unjournaled } = self;
        write!(f, "lost {lost} torn {torn} altered {altered} missing in the journal {unjournaled}")
    }
}
