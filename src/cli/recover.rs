//! `rapporteur recover`: what can be gone back to (what is missing, the file before the last save, backups, the
//! journal, drafts, rescue files), what each would change, and going back. Nothing is overwritten without a backup,
//! and what was restored into a file that can be read is undone like any other change.
//!
//! # Files
//!
//! - `difference`: A difference of two reviews for a person: `-` goes, `+` comes, whole notes, no abbreviations
//! - `items`: What can be gone back to, with the names by which it is asked for

mod difference;
mod items;

use std::time::Duration;

use super::arguments::{RecoverCommand, RecoverList, RecoverRestore};
use super::context::CommandContext;
use super::outcome::{Done, Exit, Failure};
use super::page::{DOT, Page, TextKind};
use super::reviews::Writing;
use crate::messages::{UserMessage, differences, user_message};
use crate::model::{Change, DiffSide, Draft, EntryDiff, Moment, Note, Review};
use crate::store::{StoreError, Why};
use items::{Item, ItemKind, Items};

/// How many operations of the journal are listed, if not all.
const OPERATIONS: usize = 12;

/// How long going back waits for another process that saves the same review.
const PATIENCE: Duration = Duration::from_secs(10);

/// Lists, shows or restores.
pub fn run(context: &CommandContext, command: RecoverCommand) -> Result<Done, Failure> {
    let found = items::find(context)?;
    match command {
        RecoverCommand::List(RecoverList { all }) => Ok(list(context, found, all)),
        RecoverCommand::Show(asked) => show(context, &found, &asked.item),
        RecoverCommand::Restore(asked) => restore(context, found, &asked),
    }
}

fn counted(review: &Review) -> UserMessage {
    let marks = review.marks().filter(|mark| mark.status != crate::model::ReviewStatus::Unreviewed);
    user_message("cli-recover-counts")
        .count("notes", review.live_notes().count())
        .count("marks", marks.count())
}

fn list(context: &CommandContext, found: Items, all: bool) -> Done {
    let mut page = Page::new(context.style);
    let parts = [found.symbol.as_str(), &context.reviewer, &found.path];
    page.text("", &parts.join(DOT), TextKind::Heading);
    let now = match &found.unusable {
        Some(error) => error.user_message(),
        None => user_message("cli-recover-now").and("counts", counted(&found.mine)),
    };
    page.text("", &context.say(&now), TextKind::Plain);
    let operations = found.items.iter().filter(|item| matches!(item.kept, ItemKind::Operation(_))).count();
    let hidden = if all { 0 } else { operations.saturating_sub(OPERATIONS) };
    let mut skipped = 0;
    let mut shown = 0;
    for item in &found.items {
        // The journal's last operations stand at the end, so the first are those to leave out.
        if matches!(item.kept, ItemKind::Operation(_)) {
            if skipped < hidden {
                skipped += 1;
                continue;
            }
            if shown == 0 {
                page.gap();
                let head = user_message("cli-recover-journal").count("shown", operations - hidden);
                page.text("", &context.say(&head.count("count", operations)), TextKind::Quiet);
            }
            shown += 1;
        } else {
            page.gap();
        }
        let pieces = [(item.name.as_str(), TextKind::Heading), (DOT, TextKind::Quiet)];
        let words = words(context, &found, item);
        page.pieces("", pieces.into_iter().chain([(words.as_str(), TextKind::Plain)]));
    }
    page.gap();
    let last = if found.items.is_empty() {
        user_message("cli-recover-nothing")
    } else {
        user_message("cli-recover-hint")
    };
    page.text("", &context.say(&last), TextKind::Quiet);
    Done::new(page.finish()).remarking(found.remarks)
}

/// An item in a line.
fn words(context: &CommandContext, found: &Items, item: &Item) -> String {
    let review = |review: &Result<Review, StoreError>| match review {
        Ok(review) => counted(review),
        Err(error) => error.user_message(),
    };
    let said = match &item.kept {
        ItemKind::Lost(lost) => user_message("cli-recover-lost").and("counts", differences::how_many(lost)),
        ItemKind::Known(known) => user_message("cli-recover-known").and("counts", counted(known)),
        ItemKind::Previous(path) => {
            user_message("cli-recover-previous").and("counts", review(&found.read(path)))
        }
        ItemKind::Backup(backup) => {
            let why = user_message(match backup.why {
                Why::Day => "cli-recover-why-day",
                Why::BeforeMerge => "cli-recover-why-merge",
                Why::BeforeBulk => "cli-recover-why-bulk",
                Why::BeforeRestore => "cli-recover-why-restore",
                Why::BeforeMigration => "cli-recover-why-migration",
            });
            let said = user_message("cli-recover-backup")
                .with("when", context.when(Moment::utc(backup.at)))
                .and("why", why);
            said.and("counts", review(&found.read(&backup.path)))
        }
        ItemKind::Rescue(path) => user_message("cli-recover-rescue")
            .with("path", path.display())
            .and("counts", review(&found.read(path))),
        ItemKind::Draft { draft, alive, .. } => {
            let id = if *alive { "cli-recover-draft-open" } else { "cli-recover-draft" };
            begun(context, user_message(id), draft)
        }
        ItemKind::Editor { draft, alive, .. } => {
            let id = if *alive { "cli-recover-editor-open" } else { "cli-recover-editor" };
            begun(context, user_message(id), draft)
        }
        ItemKind::Operation(operation) => {
            let number = operation.diffs.first().and_then(EntryDiff::paragraph);
            let number = number.map(ToString::to_string).unwrap_or_default();
            let sentence = match operation.kind {
                crate::model::OperationKind::Done => user_message("cli-recover-did"),
                crate::model::OperationKind::Undone(_) => user_message("cli-recover-undid"),
                crate::model::OperationKind::Redone(_) => user_message("cli-recover-redid"),
                crate::model::OperationKind::Outside => user_message("cli-recover-outside"),
            };
            let what = differences::done(&operation.diffs);
            sentence.with("when", context.when(operation.at)).with("number", number).and("what", what)
        }
    };
    context.say(&said)
}

/// Of a text that was being typed: on which paragraph, since when, and how it begins.
fn begun(context: &CommandContext, sentence: UserMessage, draft: &Draft) -> UserMessage {
    let first: String = draft.body.lines().next().unwrap_or_default().chars().take(40).collect();
    sentence.with("number", &draft.paragraph).with("when", context.when(draft.started)).with("words", first)
}

fn show(context: &CommandContext, found: &Items, name: &str) -> Result<Done, Failure> {
    let item = found.item(name)?;
    let mut page = Page::new(context.style);
    page.text("", &format!("{}{DOT}{}", item.name, words(context, found, item)), TextKind::Heading);
    if let ItemKind::Draft { draft, .. } | ItemKind::Editor { draft, .. } = &item.kept {
        page.gap();
        page.text("+ ", &draft.body, TextKind::Note);
        return Ok(Done::new(page.finish()));
    }
    if let ItemKind::Operation(operation) = &item.kept {
        page.gap();
        page.text("", &context.say(&user_message("cli-recover-what-it-did")), TextKind::Quiet);
        difference::write(&mut page, context, &operation.diffs);
    }
    let then = found.review_of(item)?;
    let altered = found.difference(&then, false);
    page.gap();
    if altered.is_empty() {
        page.text("", &context.say(&user_message("cli-recover-same")), TextKind::Quiet);
    } else {
        page.text("", &context.say(&user_message("cli-recover-would")), TextKind::Quiet);
        difference::write(&mut page, context, &altered);
    }
    Ok(Done::new(page.finish()))
}

fn restore(context: &CommandContext, mut found: Items, asked: &RecoverRestore) -> Result<Done, Failure> {
    let item = found.item(&asked.item)?.clone();
    if let ItemKind::Draft { draft, alive, .. } | ItemKind::Editor { draft, alive, .. } = &item.kept {
        if *alive {
            return Err(Failure::usage(user_message("cli-recover-draft-in-use").with("item", &item.name)));
        }
        let change = match found.mine.note(&draft.note) {
            Some(note) if note.is_live() => {
                Change::edit_note(note.id.clone(), draft.body.clone(), draft.kind)
            }
            _ => {
                // A deleted note's id is taken for good.
                let taken = found.mine.note(&draft.note).is_some();
                let id = if taken { context.new_id() } else { draft.note.clone() };
                let (number, body) = (draft.paragraph.clone(), draft.body.clone());
                let mut note = Note::new(id, number, draft.kind, body, context.now());
                note.anchor.clone_from(&draft.anchor);
                Change::add_note(note)
            }
        };
        let mut writing = Writing::open(context, &found.picked)?;
        let remarks = writing.save(context, change)?;
        match &item.kept {
            ItemKind::Draft { path, .. } => {
                found.drafts.as_ref().map(|drafts| drafts.discard(path)).transpose()?;
            }
            ItemKind::Editor { handed, .. } => handed.remove(),
            _ => {}
        }
        let done = user_message("cli-recover-draft-saved").with("number", &draft.paragraph);
        return Ok(told(context, &done).remarking(remarks));
    }
    let then = found.review_of(&item)?;
    if found.unusable.is_some() {
        found.store.put_back(&then, PATIENCE)?;
        let done =
            user_message("cli-recover-put-back").with("path", &found.path).and("counts", counted(&then));
        return Ok(told(context, &done));
    }
    let altered = found.difference(&then, asked.keep);
    let Some(change) = found.mine.change_towards(&altered, DiffSide::After) else {
        return Ok(told(context, &user_message("cli-recover-same")).ending(Exit::Done));
    };
    let mut writing = Writing::open(context, &found.picked)?;
    found.store.copy(Why::BeforeRestore)?;
    // That something was lost is what this is about.
    writing.lost = None;
    let remarks = writing.save(context, change)?;
    let done = user_message("cli-recover-restored").with("item", &item.name).count("count", altered.len());
    Ok(told(context, &done).remarking(remarks))
}

fn told(context: &CommandContext, said: &UserMessage) -> Done {
    let mut page = Page::new(context.style);
    page.text("", &context.say(said), TextKind::Plain);
    Done::new(page.finish())
}
