//! Beginning, editing, deleting and settling notes; exporting them.

use super::question::ask;
use crate::app::{App, Ask, Compose, Effect, Mode, Passage, Stamp};
use crate::export;
use crate::messages::{Said, said};
use crate::model::{Anchor, Change, Draft, NoteKind};

/// A draft for a new note on what is selected. `None` on the About page.
fn new_draft(app: &App, stamp: &Stamp) -> Option<Draft> {
    let (at, paragraph) = app.here()?;
    let language = app.document.as_deref()?.language().to_owned();
    let anchor = match &app.passage {
        Some(Passage::Text { paragraph: p, range }) if *p == at => {
            Anchor::new(&language, paragraph.text(), range.clone())
        }
        _ => None,
    };
    Some(Draft {
        note: stamp.id.clone(),
        symbol: app.mine.symbol.clone(),
        paragraph: paragraph.number.clone(),
        kind: NoteKind::Comment,
        anchor,
        body: String::new(),
        editing: false,
        started: stamp.at,
    })
}

/// Whether notes can be written here; says why not.
fn may_write(app: &mut App) -> bool {
    if let Some(why) = &app.read_only {
        app.notice = Some(said("read-only").and("why", why.clone()));
        return false;
    }
    if app.at.is_none() {
        app.notice = Some(said("not-on-about"));
        return false;
    }
    true
}

/// `a`: opens the box; a draft that an interruption left on this paragraph is gone on with.
pub fn annotate(app: &mut App, stamp: &Stamp) -> Vec<Effect> {
    if !may_write(app) {
        return Vec::new();
    }
    let number = app.here().map(|(_, paragraph)| paragraph.number.clone());
    let left = app.drafts.iter().position(|draft| Some(&draft.paragraph) == number.as_ref());
    let mut effects = Vec::new();
    let draft = match left {
        Some(place) => {
            app.notice = Some(said("draft-resumed"));
            let draft = app.drafts.remove(place);
            effects.push(Effect::TakeDraft(Box::new(draft.clone())));
            Some(draft)
        }
        None => new_draft(app, stamp),
    };
    if let Some(draft) = draft {
        open_box(app, draft);
    }
    effects
}

/// Opens the box with the passage visible above it.
pub fn open_box(app: &mut App, draft: Draft) {
    if let (Some((at, paragraph)), Some(anchor)) = (app.here(), &draft.anchor) {
        app.passage = anchor.find(paragraph.text()).map(|range| Passage::Text { paragraph: at, range });
    }
    let before = app.mine.note(&draft.note).map(|note| note.body.clone()).unwrap_or_default();
    app.mode = Mode::Compose(Box::new(Compose::new(draft, &before)));
    app.reveal_passage();
}

/// Why no note can be acted on: none is there, several are and none is selected, or it is someone else's.
fn no_note(app: &App) -> Said {
    match &app.passage {
        Some(Passage::Note(note)) if note.reviewer != app.mine.reviewer => {
            said("note-not-yours").with("reviewer", &note.reviewer)
        }
        _ => match app.at.map(|at| app.notes_at(at).len()) {
            None => said("not-on-about"),
            Some(0) => said("note-none-here"),
            Some(_) => said("note-which"),
        },
    }
}

/// `e`: opens the box on the selected note.
pub fn edit(app: &mut App) -> Vec<Effect> {
    if !may_write(app) {
        return Vec::new();
    }
    let Some(note) = app.selected_own_note() else {
        app.notice = Some(no_note(app));
        return Vec::new();
    };
    let draft = Draft {
        note: note.id.clone(),
        symbol: app.mine.symbol.clone(),
        paragraph: note.paragraph.clone(),
        kind: note.kind,
        anchor: note.anchor.clone(),
        body: note.body.clone(),
        editing: true,
        started: note.changed,
    };
    open_box(app, draft);
    Vec::new()
}

/// `d`: asks.
pub fn ask_delete(app: &mut App) {
    if !may_write(app) {
        return;
    }
    match app.selected_own_note().map(|note| note.id.clone()) {
        Some(id) => ask(app, Ask::DeleteNote(id)),
        None => app.notice = Some(no_note(app)),
    }
}

/// `c`: settles the selected note, or opens it again.
pub fn settle(app: &mut App, stamp: &Stamp) -> Vec<Effect> {
    if !may_write(app) {
        return Vec::new();
    }
    let Some((id, settled)) = app.selected_own_note().map(|note| (note.id.clone(), !note.settled)) else {
        app.notice = Some(no_note(app));
        return Vec::new();
    };
    let effects = app.commit(Change::settle_note(id.clone(), settled), None, stamp);
    if !effects.is_empty() {
        app.select_note(&id);
        app.notice = Some(if settled { said("note-settled") } else { said("note-reopened") });
    }
    effects
}

/// `E`: the selected note, or a new one, in the user's editor.
pub fn editor(app: &mut App, stamp: &Stamp) -> Vec<Effect> {
    if !may_write(app) {
        return Vec::new();
    }
    let editing = matches!(app.passage, Some(Passage::Note(_)));
    if editing && app.selected_own_note().is_none() {
        app.notice = Some(no_note(app));
        return Vec::new();
    }
    let effects = if editing { edit(app) } else { annotate(app, stamp) };
    let draft = match &app.mode {
        Mode::Compose(compose) => compose.current(),
        _ => return effects,
    };
    app.mode = Mode::Browse;
    let edit = Effect::Edit { passage: quoted(app, &draft), draft: Box::new(draft) };
    effects.into_iter().chain([edit]).collect()
}

/// What stands below the scissors line: the passage, or the whole paragraph.
pub fn quoted(app: &App, draft: &Draft) -> String {
    match &draft.anchor {
        Some(anchor) => anchor.exact.clone(),
        None => app.here().map(|(_, p)| format!("{}. {}", p.number, p.text())).unwrap_or_default(),
    }
}

/// What is in the box, or came from the editor, becomes a note.
pub fn save(app: &mut App, draft: Draft, stamp: &Stamp) -> Vec<Effect> {
    let body = draft.body.trim_end().to_owned();
    let drop = Effect::DropDraft(draft.note.clone());
    if draft.editing {
        // Written or not: what was edited stays selected.
        app.select_note(&draft.note);
    }
    if body.trim().is_empty() {
        app.notice = Some(if draft.editing { said("note-empty-edit") } else { said("note-empty") });
        return vec![drop];
    }
    let same = app.mine.note(&draft.note).is_some_and(|note| note.body == body && note.kind == draft.kind);
    if draft.editing && same {
        app.notice = Some(said("note-unchanged"));
        return vec![drop];
    }
    let first = app.mine.notes().next().is_none();
    let mut written = draft.note.clone();
    // Another hand may have changed or deleted the note since it was opened: then neither text gives way.
    let known = app.mine.note(&draft.note);
    let as_opened = known.is_some_and(|note| note.is_live() && note.changed == draft.started);
    let change = if draft.editing && as_opened {
        Change::edit_note(draft.note.clone(), body, draft.kind)
    } else {
        if known.is_some() {
            written = stamp.id.clone();
        }
        let mut note =
            crate::model::Note::new(written.clone(), draft.paragraph.clone(), draft.kind, body, stamp.at);
        note.anchor = draft.anchor.clone();
        Change::add_note(note)
    };
    let apart = draft.editing && !as_opened;
    let number = draft.paragraph.clone();
    let effects = app.commit(change, Some(draft.note.clone()), stamp);
    if effects.is_empty() {
        // Nothing may be lost: the draft stays, and shows on its paragraph.
        app.drafts.push(draft);
        return effects;
    }
    app.select_note(&written);
    if first {
        app.saving.first = Some(app.saving.sequence);
    }
    app.notice = Some(if apart {
        said("note-apart").with("number", number)
    } else {
        said("note-written").with("number", number)
    });
    effects
}

/// `x`: the notes and statuses as Markdown.
pub fn export(app: &mut App, stamp: &Stamp) -> Vec<Effect> {
    let Some(document) = app.document.clone() else { return Vec::new() };
    let say = |said: &Said| app.messages.say(said);
    let options = export::Options { say: &say, drafts: app.drafts.len(), exported: stamp.at };
    let text = export::markdown(&document, &[&app.mine], &options);
    vec![Effect::Export { name: export::notes_file_name(document.symbol()), text, force: false }]
}
