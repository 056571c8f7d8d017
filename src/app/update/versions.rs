//! The language versions of the open document: `t` goes from one to the next, at the same paragraph.

use std::sync::Arc;

use crate::app::{App, DiskEffect, Effect, Mode, Shell, SourceId};
use crate::messages::{UserMessage, captions, user_message};
use crate::model::Document;

impl Shell {
    /// A language by its name in the interface's language, else by its code.
    #[must_use]
    pub fn language_name(&self, code: &str) -> String {
        self.messages.say(&captions::language(code))
    }
}

impl App {
    /// Which entry of the list is open.
    #[must_use]
    pub fn entry(&self) -> Option<usize> {
        let source = self.open.as_ref()?.source;
        self.shell
            .entries
            .iter()
            .position(|entry| entry.versions.iter().any(|version| version.source == source))
    }
}

/// `t`: the next language version.
pub fn next(app: &mut App) -> Vec<Effect> {
    let versions = app.entry().and_then(|entry| app.shell.entries.get(entry)).map(|entry| &*entry.versions);
    let versions = versions.unwrap_or_default();
    let source = app.open.as_ref().map(|open| open.source);
    let here = versions.iter().position(|version| Some(version.source) == source);
    match here.and_then(|here| versions.get((here + 1) % versions.len())) {
        Some(version) if versions.len() > 1 => vec![Effect::Disk(DiskEffect::Turn(version.source))],
        _ => {
            app.shell.tell(user_message("version-only"));
            Vec::new()
        }
    }
}

/// Another version is there: the same paragraph, the same review, the same list as far as it goes.
pub fn turned(app: &mut App, source: SourceId, document: Arc<Document>) -> Vec<Effect> {
    let App { shell, open: Some(open) } = &mut *app else { return Vec::new() };
    let number = open.here().map(|(_, paragraph)| paragraph.label.clone());
    open.source = source;
    if !matches!(shell.mode, Mode::Compose(_) | Mode::Palette(_) | Mode::Help(_) | Mode::Documents(_)) {
        // Selections, ranges and questions speak of places in the text that was there.
        shell.mode = Mode::Browse;
    }
    open.view.passage = None;
    open.view.goto = None;
    open.view.hits = None;
    let language = shell.language_name(document.language());
    open.show(Arc::clone(&document), shell.ambiguous);
    shell.tell(turned_said(&document, &language));
    match number.as_ref().map(|number| (number, document.position(number))) {
        Some((_, Some(at))) => open.go_to(shell, at),
        Some((number, None)) => {
            shell
                .tell(user_message("version-no-paragraph").with("language", language).with("number", number));
            let last = open.document.indices().next_back().unwrap_or_default();
            open.go_to(shell, open.view.at.unwrap_or_default().min(last));
        }
        None => {}
    }
    shell.opening = false;
    app.finish_navigation();
    app.first_effects()
}

fn turned_said(document: &Document, language: &str) -> UserMessage {
    match &document.masthead.unofficial {
        Some(_) => user_message("version-unofficial").with("language", language),
        None => user_message("version-now").with("language", language),
    }
}
