//! Beginning, editing, deleting and settling notes; exporting them.

use crate::app::{
    About, Ask, Compose, DiskEffect, Effect, Mode, OpenDocument, Passage, Shell, Stamp, TerminalEffect,
};
use crate::export;
use crate::messages::{UserMessage, user_message};
use crate::model::{Anchor, Change, Draft, NoteKind};

/// A draft for a new note on what is selected. `None` on the About page.
fn new_draft(open: &OpenDocument, stamp: &Stamp) -> Option<Draft> {
    let (at, paragraph) = open.here()?;
    let language = open.document.language().to_owned();
    let anchor = match &open.view.passage {
        Some(Passage::Text { paragraph: p, range }) if *p == at => {
            Anchor::new(&language, paragraph.text(), range.clone())
        }
        _ => None,
    };
    Some(Draft {
        note: stamp.id.clone(),
        symbol: open.mine.symbol.clone(),
        paragraph: open.target()?,
        kind: NoteKind::Comment,
        anchor,
        body: String::new(),
        editing: false,
        started: stamp.at,
    })
}

/// Whether notes can be written here; says why not.
fn may_write(shell: &mut Shell, open: &mut OpenDocument) -> bool {
    if let Some(why) = &open.read_only {
        shell.tell(user_message("read-only").and("why", why.clone()));
        return false;
    }
    if open.view.at.is_none() {
        shell.tell(user_message("not-on-about"));
        return false;
    }
    true
}

/// `a`: opens the box; a draft that an interruption left on this paragraph is gone on with.
pub fn annotate(shell: &mut Shell, open: &mut OpenDocument, stamp: &Stamp) -> Vec<Effect> {
    if !may_write(shell, open) {
        return Vec::new();
    }
    let target = open.target();
    let left = open.drafts.iter().position(|draft| Some(&draft.paragraph) == target.as_ref());
    let mut effects = Vec::new();
    let draft = match left {
        Some(place) => {
            shell.tell(user_message("draft-resumed"));
            let draft = open.drafts.remove(place);
            effects.push(Effect::Disk(DiskEffect::TakeDraft(Box::new(draft.clone()))));
            Some(draft)
        }
        None => new_draft(open, stamp),
    };
    if let Some(draft) = draft {
        open_box(shell, open, draft);
    }
    effects
}

/// Opens the box with the passage visible above it.
pub fn open_box(shell: &mut Shell, open: &mut OpenDocument, draft: Draft) {
    if let (Some((at, paragraph)), Some(anchor)) = (open.here(), &draft.anchor) {
        open.view.passage = anchor.find(paragraph.text()).map(|range| Passage::Text { paragraph: at, range });
    }
    let before = open.mine.note(&draft.note).map(|note| note.body.clone()).unwrap_or_default();
    shell.mode = Mode::Compose(Box::new(Compose::new(draft, &before)));
    open.reveal_passage(shell);
}

/// Why no note can be acted on: none is there, several are and none is selected, or it is someone else's.
fn no_note(open: &OpenDocument) -> UserMessage {
    match &open.view.passage {
        Some(Passage::Note(note)) if note.reviewer != open.mine.reviewer => {
            user_message("note-not-yours").with("reviewer", &note.reviewer)
        }
        _ => match open.view.at.map(|at| open.notes_at(at).len()) {
            None => user_message("not-on-about"),
            Some(0) => user_message("note-none-here"),
            Some(_) => user_message("note-which"),
        },
    }
}

/// `e`: opens the box on the selected note.
pub fn edit(shell: &mut Shell, open: &mut OpenDocument) -> Vec<Effect> {
    if !may_write(shell, open) {
        return Vec::new();
    }
    let Some(note) = open.selected_own_note() else {
        shell.tell(no_note(open));
        return Vec::new();
    };
    let draft = Draft {
        note: note.id.clone(),
        symbol: open.mine.symbol.clone(),
        paragraph: note.paragraph.clone(),
        kind: note.kind,
        anchor: note.anchor.clone(),
        body: note.body.clone(),
        editing: true,
        started: note.changed,
    };
    open_box(shell, open, draft);
    Vec::new()
}

/// `d`: asks.
pub fn ask_delete(shell: &mut Shell, open: &mut OpenDocument) {
    if !may_write(shell, open) {
        return;
    }
    match open.selected_own_note().map(|note| note.id.clone()) {
        Some(id) => shell.ask(Ask::DeleteNote(id)),
        None => shell.tell(no_note(open)),
    }
}

/// `c`: settles the selected note, or opens it again.
pub fn settle(shell: &mut Shell, open: &mut OpenDocument, stamp: &Stamp) -> Vec<Effect> {
    if !may_write(shell, open) {
        return Vec::new();
    }
    let Some((id, settled)) = open.selected_own_note().map(|note| (note.id.clone(), !note.settled)) else {
        shell.tell(no_note(open));
        return Vec::new();
    };
    let effects = open.commit(shell, Change::settle_note(id.clone(), settled), None, stamp);
    if !effects.is_empty() {
        open.select_note(shell, &id);
        shell.tell(if settled { user_message("note-settled") } else { user_message("note-reopened") });
    }
    effects
}

/// `E`: the selected note, or a new one, in the user's editor.
pub fn editor(shell: &mut Shell, open: &mut OpenDocument, stamp: &Stamp) -> Vec<Effect> {
    if !may_write(shell, open) {
        return Vec::new();
    }
    let editing = matches!(open.view.passage, Some(Passage::Note(_)));
    if editing && open.selected_own_note().is_none() {
        shell.tell(no_note(open));
        return Vec::new();
    }
    let effects = if editing { edit(shell, open) } else { annotate(shell, open, stamp) };
    let draft = match &shell.mode {
        Mode::Compose(compose) => compose.current(),
        _ => return effects,
    };
    shell.mode = Mode::Browse;
    let edit =
        Effect::Terminal(TerminalEffect::Edit { passage: quoted(open, &draft), draft: Box::new(draft) });
    effects.into_iter().chain([edit]).collect()
}

/// What stands below the scissors line: the passage, or the whole paragraph.
pub fn quoted(open: &OpenDocument, draft: &Draft) -> String {
    match &draft.anchor {
        Some(anchor) => anchor.exact.clone(),
        None => open.in_print(&draft.paragraph),
    }
}

/// What is in the box, or came from the editor, becomes a note.
pub fn save(shell: &mut Shell, open: &mut OpenDocument, draft: Draft, stamp: &Stamp) -> Vec<Effect> {
    let body = draft.body.trim_end().to_owned();
    let drop = Effect::Disk(DiskEffect::DropDraft(draft.note.clone()));
    if draft.editing {
        // Written or not: what was edited stays selected.
        open.select_note(shell, &draft.note);
    }
    if body.trim().is_empty() {
        shell.tell(if draft.editing { user_message("note-empty-edit") } else { user_message("note-empty") });
        return vec![drop];
    }
    let same = open.mine.note(&draft.note).is_some_and(|note| note.body == body && note.kind == draft.kind);
    if draft.editing && same {
        shell.tell(user_message("note-unchanged"));
        return vec![drop];
    }
    let first = open.mine.notes().next().is_none();
    let mut written = draft.note.clone();
    // Another hand may have changed or deleted the note since it was opened: then neither text gives way.
    let known = open.mine.note(&draft.note);
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
    let unit = open.unit_said(&draft.paragraph);
    let effects = open.commit(shell, change, Some(draft.note.clone()), stamp);
    if effects.is_empty() {
        // Nothing may be lost: the draft stays, and shows on its paragraph.
        open.drafts.push(draft);
        return effects;
    }
    open.select_note(shell, &written);
    if first {
        open.saving.first = Some(open.saving.sequence);
    }
    if apart {
        shell.tell(user_message("note-apart").and("unit", unit));
    } else {
        shell.notices.tell(About::Written, user_message("note-written").and("unit", unit));
    }
    effects
}

/// `x`: the notes and statuses as Markdown.
pub fn export(shell: &mut Shell, open: &mut OpenDocument, stamp: &Stamp) -> Vec<Effect> {
    let document = &open.document;
    let say = |said: &UserMessage| shell.messages.say(said);
    let options = export::Options { say: &say, drafts: open.drafts.len(), exported: stamp.at };
    let text = export::markdown(document, &[&open.mine], &options);
    vec![Effect::Disk(DiskEffect::Export {
        name: export::notes_file_name(document.symbol()),
        text,
        force: false,
    })]
}
