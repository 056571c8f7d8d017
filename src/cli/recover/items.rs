//! What can be gone back to, with the names by which it is asked for. Nothing is written here.

use std::path::{Path, PathBuf};

use crate::cli::choose::Picked;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Failure;
use crate::messages::{UserMessage, user_message};
use crate::model::{
    DiffSide, Draft, EntryDiff, History, MissingEntries, Operation, OperationKind, Review, Symbol,
};
use crate::runtime::{Back, look, stays};
use crate::store::{
    Backup, Damaged, Drafts, Found as FoundDraft, Handed, Left, LoadedReview, Rescue, ReviewStore, StoreError,
};

/// How many letters of an id stand in a name.
const SHORT: usize = 8;

/// How what is missing in the file is called.
const LOST: &str = "lost";
/// How the review as it was last known is called.
const KNOWN: &str = "known";

/// Something that can be gone back to.
#[derive(Debug, Clone)]
pub enum ItemKind {
    /// What the journal knows and the file has no more.
    Lost(MissingEntries),
    /// The whole review as it was last known, where the file cannot be used.
    Known(Review),
    /// The file that the last save replaced.
    Previous(PathBuf),
    /// A copy of the review's file, made before it was changed.
    Backup(Backup),
    /// A review beside a file that could not be written.
    Rescue(PathBuf),
    /// A text that was being typed.
    Draft {
        /// The file in which it is kept.
        path: PathBuf,
        /// The note as far as it was written.
        draft: Draft,
        /// A window is writing it now.
        alive: bool,
    },
    /// A text that the user's editor wrote and that is kept nowhere else.
    Editor {
        /// The file that was handed to the editor, with the draft that it was made of.
        handed: Box<Handed>,
        /// The note as far as it was written.
        draft: Draft,
        /// A window has it in hand now.
        alive: bool,
    },
    /// The review as it was after this.
    Operation(Operation),
}

/// Something that can be gone back to, and how it is called.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its name, for the command line.
    pub name: String,
    /// Where its words or its review are.
    pub kept: ItemKind,
}

/// All that was found on one review.
pub struct Items {
    pub picked: Picked,
    pub store: ReviewStore,
    pub symbol: String,
    pub path: String,
    /// As the file has it; where it cannot be used, as it was last known.
    pub mine: Review,
    /// Why the file cannot be used.
    pub unusable: Option<StoreError>,
    /// Why the file cannot be read, so that nobody can say what it lacks: also one that a newer program wrote.
    pub unread: Option<StoreError>,
    pub items: Vec<Item>,
    pub drafts: Option<Drafts>,
    pub remarks: Vec<UserMessage>,
    history: History,
}

/// Everything that can be gone back to, in the order in which it is listed: what is missing, texts that were being
/// typed, files beside the review, the journal.
///
/// # Errors
/// There is no such document, or nothing can be read of it.
pub fn find(context: &CommandContext) -> Result<Items, Failure> {
    let picked = context.pick(None)?;
    let symbol = picked.document.symbol().clone();
    let workspace = &picked.source.workspace;
    let state = &context.paths.state;
    let mut store = ReviewStore::new(workspace, &symbol, &context.reviewer).keeping(state, "");
    // What cannot be read is among what was found earlier.
    let _ = store.recall(context.now());
    let loaded = store.load();
    let earlier = store.earlier();
    let mut remarks: Vec<UserMessage> = earlier.unread.iter().map(StoreError::user_message).collect();
    remarks.extend(earlier.damaged.iter().map(Damaged::user_message));
    let newer = loaded.read_only.as_ref().filter(|error| error.is_newer());
    remarks.extend(newer.map(StoreError::user_message));
    let unread = newer.or(loaded.unusable.as_ref()).cloned();
    let drafts = Drafts::open(state, workspace).map_err(|error| remarks.push(error.user_message())).ok();
    let rescue = Rescue::of(state, workspace, &loaded.review, "", context.now());

    let mut items: Vec<Item> = what_is_missing(&loaded).into_iter().collect();
    items.extend(drafts.iter().flat_map(|drafts| left_drafts(drafts, &symbol, &mut remarks)));
    items.extend(left_by_editors(state, &symbol, &mut remarks));
    items.extend(rescue.left_by_others(&loaded.review).into_iter().map(rescued));
    items.extend(earlier.previous.map(|path| Item::new("previous", ItemKind::Previous(path))));
    items.extend(earlier.backups.into_iter().map(backed_up));
    items.extend(operations(&earlier.history));
    distinguish(&mut items);
    let path = store.path().display().to_string();
    Ok(Items {
        symbol: symbol.0,
        path,
        mine: loaded.review,
        unusable: loaded.unusable,
        unread,
        history: earlier.history,
        picked,
        store,
        items,
        drafts,
        remarks,
    })
}

/// What the journal knows and the file lacks; of a file that cannot be used, all that is known.
fn what_is_missing(loaded: &LoadedReview) -> Option<Item> {
    if loaded.unusable.is_some() {
        let review = Some(&loaded.review).filter(|review| !review.is_empty())?;
        return Some(Item::new(KNOWN, ItemKind::Known(review.clone())));
    }
    (!loaded.lost.is_empty()).then(|| Item::new(LOST, ItemKind::Lost(loaded.lost.clone())))
}

/// The drafts on a document, those of windows that are open now too.
fn left_drafts(drafts: &Drafts, symbol: &Symbol, remarks: &mut Vec<UserMessage>) -> Vec<Item> {
    let mut items = Vec::new();
    for found in drafts.list().unwrap_or_else(|error| vec![FoundDraft::Damaged(error)]) {
        let (path, draft, alive) = match found {
            FoundDraft::Interrupted { path, draft } => (path, draft, false),
            FoundDraft::Elsewhere { path, draft } => (path, draft, true),
            FoundDraft::Damaged(error) => {
                remarks.push(error.user_message());
                continue;
            }
        };
        if draft.symbol == *symbol {
            let name = format!("draft-{}", tail(&draft.note.0));
            items.push(Item { name, kept: ItemKind::Draft { path, draft, alive } });
        }
    }
    items
}

/// The texts on a document that were handed to an editor and are kept nowhere else.
fn left_by_editors(state: &Path, symbol: &Symbol, remarks: &mut Vec<UserMessage>) -> Vec<Item> {
    let mut items = Vec::new();
    for left in Handed::all(state) {
        let (handed, alive) = match left {
            Left::Behind(handed) => (handed, false),
            Left::InHand(handed) => (handed, true),
            Left::Stray(path) => {
                remarks.push(user_message("editor-stray").with("path", path.display()));
                continue;
            }
        };
        if handed.draft.symbol != *symbol {
            continue;
        }
        let back = look(&handed);
        remarks.extend(stays(&handed, &back));
        if let Back::Words(body) = back {
            let draft = Draft { body, ..handed.draft.clone() };
            let name = format!("editor-{}", tail(&stem(&handed.path)));
            items.push(Item { name, kept: ItemKind::Editor { handed: Box::new(handed), draft, alive } });
        }
    }
    items
}

fn rescued(path: PathBuf) -> Item {
    Item { name: format!("rescue-{}", tail(&stem(&path))), kept: ItemKind::Rescue(path) }
}

/// A backup, called what its file is called behind the reviewer's name: this does not change when others are made.
fn backed_up(backup: Backup) -> Item {
    let file = stem(&backup.path);
    let name = file.split_once('.').map_or(file.as_str(), |(_, name)| name).replace('.', "-");
    Item { name: format!("backup-{name}"), kept: ItemKind::Backup(backup) }
}

/// What the journal tells of, but for what was seen from outside and changed nothing.
fn operations(history: &History) -> impl Iterator<Item = Item> {
    let changed =
        |operation: &&Operation| operation.kind != OperationKind::Outside || !operation.diffs.is_empty();
    history.operations().filter(changed).map(|operation| Item {
        name: format!("journal-{}", tail(&operation.id.0)),
        kept: ItemKind::Operation(operation.clone()),
    })
}

/// What a file is called, without its ending.
fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The end of an id, which differs more than its beginning.
fn tail(id: &str) -> String {
    let letters: Vec<char> = id.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    letters.iter().skip(letters.len().saturating_sub(SHORT)).collect()
}

/// Two of one name get a number.
fn distinguish(items: &mut [Item]) {
    let mut seen: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for item in items {
        let times = seen.entry(item.name.clone()).or_default();
        *times += 1;
        if *times > 1 {
            item.name = format!("{}-{times}", item.name);
        }
    }
}

impl Item {
    fn new(name: &str, kept: ItemKind) -> Self {
        Self { name: name.to_owned(), kept }
    }
}

impl Items {
    /// The item of that name.
    pub fn item(&self, name: &str) -> Result<&Item, Failure> {
        if let Some(item) = self.items.iter().find(|item| item.name == name.trim()) {
            return Ok(item);
        }
        match (name.trim(), &self.unread) {
            (LOST, Some(error)) => {
                let known = self.items.iter().any(|item| item.name == KNOWN);
                let said = user_message(if known {
                    "cli-recover-lost-unread-known"
                } else {
                    "cli-recover-lost-unread"
                });
                Err(Failure::files(said.and("why", error.user_message())))
            }
            (LOST, None) => {
                Err(Failure::usage(user_message("cli-recover-lost-nothing").with("path", &self.path)))
            }
            (KNOWN, None) => {
                Err(Failure::usage(user_message("cli-recover-known-readable").with("path", &self.path)))
            }
            _ => Err(Failure::usage(user_message("cli-recover-no-item").with("item", name))),
        }
    }

    /// A review from a copy of its file.
    pub fn read(&self, path: &Path) -> Result<Review, StoreError> {
        self.store.read_earlier(path)
    }

    /// The review that an item would bring.
    pub fn review_of(&self, item: &Item) -> Result<Review, Failure> {
        match &item.kept {
            ItemKind::Known(review) => Ok(review.clone()),
            ItemKind::Lost(lost) => {
                let mut review = self.mine.clone();
                lost.put_into(&mut review);
                Ok(review)
            }
            ItemKind::Previous(path) | ItemKind::Rescue(path) | ItemKind::Backup(Backup { path, .. }) => {
                Ok(self.read(path)?)
            }
            ItemKind::Operation(operation) => {
                let (symbol, reviewer) = (&self.mine.symbol, &self.mine.reviewer);
                let review = self.history.review_until(symbol, reviewer, Some(&operation.id));
                Ok(review.unwrap_or_else(|| Review::new(symbol.clone(), reviewer)))
            }
            ItemKind::Draft { .. } | ItemKind::Editor { .. } => Ok(self.mine.clone()),
        }
    }

    /// In what it differs from what there is, told from what there is. `keep`: only what is missing now.
    pub fn difference(&self, then: &Review, keep: bool) -> Vec<EntryDiff> {
        let mut altered = EntryDiff::between(&self.mine, then);
        altered.retain(|entry| !entry.stands(&self.mine, DiffSide::After));
        if keep {
            altered.retain(|diff| {
                diff.before.as_ref().is_none_or(|record| {
                    !record.is_live() || {
                        let blank = diff.key.blank(record.changed());
                        diff.key.kind().table().implied && record.says_the_same(&blank)
                    }
                })
            });
        }
        altered
    }
}
