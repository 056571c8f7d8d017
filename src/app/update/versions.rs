//! The language versions of the open document: `t` goes from one to the next, at the same paragraph.

use std::sync::Arc;

use crate::app::{App, Effect, Mode};
use crate::messages::{Said, captions, said};
use crate::model::Document;

impl App {
    /// Which entry of the list is open.
    #[must_use]
    pub fn entry(&self) -> Option<usize> {
        let source = self.source?;
        self.entries.iter().position(|entry| entry.versions.iter().any(|version| version.source == source))
    }

    /// A language by its name in the interface's language, else by its code.
    #[must_use]
    pub fn language_name(&self, code: &str) -> String {
        self.messages.say(&captions::language(code))
    }
}

/// `t`: the next language version.
pub fn next(app: &mut App) -> Vec<Effect> {
    let versions =
        app.entry().and_then(|entry| app.entries.get(entry)).map(|entry| entry.versions.as_slice());
    let versions = versions.unwrap_or_default();
    let here = versions.iter().position(|version| Some(version.source) == app.source);
    match here.and_then(|here| versions.get((here + 1) % versions.len())) {
        Some(version) if versions.len() > 1 => vec![Effect::Turn(version.source)],
        _ => {
            app.notice = Some(said("version-only"));
            Vec::new()
        }
    }
}

/// Another version is there: the same paragraph, the same review, the same list as far as it goes.
pub fn turned(app: &mut App, source: usize, document: Arc<Document>) -> Vec<Effect> {
    let number = app.here().map(|(_, paragraph)| paragraph.number.clone());
    app.source = Some(source);
    if !matches!(app.mode, Mode::Compose(_) | Mode::Palette(_) | Mode::Help(_) | Mode::Documents(_)) {
        // Selections, ranges and questions speak of places in the text that was there.
        app.mode = Mode::Browse;
    }
    app.passage = None;
    app.goto = None;
    app.hits = None;
    let language = app.language_name(document.language());
    app.show(Arc::clone(&document));
    app.notice = Some(turned_said(&document, &language));
    match number.as_ref().map(|number| (number, document.position(number))) {
        Some((_, Some(at))) => app.go_to(at),
        Some((number, None)) => {
            app.notice = Some(said("version-no-paragraph").with("language", language).with("number", number));
            app.go_to(app.at.unwrap_or(0).min(app.count().saturating_sub(1)));
        }
        None => {}
    }
    app.opening = false;
    app.arrive();
    app.index().into_iter().collect()
}

fn turned_said(document: &Document, language: &str) -> Said {
    match &document.masthead.unofficial {
        Some(_) => said("version-unofficial").with("language", language),
        None => said("version-now").with("language", language),
    }
}
