//! An application with a document open, and nothing around it: no files, no other reviewers, no past.

use std::sync::Arc;

use rapporteur::app::{App, Opened, Setup, SourceId};
use rapporteur::messages::Messages;
use rapporteur::model::{Document, MissingEntries, Review, UndoStacks};
use rapporteur::text::Ambiguous;
use ratatui::layout::Size;

/// The application on a screen of that size.
pub fn app(document: Document, size: Size) -> App {
    let mine = Review::new(document.symbol().clone(), "bench");
    App::new(Setup {
        messages: Arc::new(Messages::english()),
        size,
        ambiguous: Ambiguous::Narrow,
        measure: 100,
        mouse: true,
        keys: Arc::default(),
        reviewer: "bench".into(),
        entries: Vec::new(),
        remarks: Vec::new(),
        opened: Some(Opened {
            source: SourceId(0),
            document: Arc::new(document),
            mine,
            others: Vec::new(),
            drafts: Vec::new(),
            place: None,
            read_only: None,
            trouble: None,
            unsaved: Vec::new(),
            undo_stacks: UndoStacks::default(),
            lost: MissingEntries::default(),
            former: Vec::new(),
            kept_in: String::new(),
            remarks: Vec::new(),
        }),
    })
}
