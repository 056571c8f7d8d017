//! Where one left off in each document. Losing it is harmless, so nothing here is ever an error.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::model::{Label, Moment, Symbol};

use super::atomic::{Outcome, replace};
use super::folders;
use super::names::doc_key;
use super::read;
use super::workspace::Workspace;

/// The most bytes that such a file can have.
const LIMIT: u64 = 64 * 1024;

/// Where one was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// In which paragraph.
    pub paragraph: Label,
    /// On which tab, by its word.
    pub tab: String,
    /// In which language version; none: not known.
    pub language: Option<String>,
    /// When one was there.
    pub at: Moment,
}

#[derive(Serialize, Deserialize)]
struct Wire {
    paragraph: String,
    tab: String,
    language: Option<String>,
    at: String,
}

/// The places of one workspace.
#[derive(Debug, Clone)]
pub struct Places {
    folder: PathBuf,
}

impl Places {
    /// Those of a workspace, below the program's state folder.
    #[must_use]
    pub fn new(state: &Path, workspace: &Workspace) -> Self {
        Self { folder: workspace.state(state).join("places") }
    }

    fn file(&self, symbol: &Symbol) -> PathBuf {
        self.folder.join(format!("{}.toml", doc_key(&symbol.0)))
    }

    /// Where one left off.
    #[must_use]
    pub fn get(&self, symbol: &Symbol) -> Option<Place> {
        let (text, _) = read::text(&self.file(symbol), LIMIT).ok()?;
        let Wire { paragraph, tab, language, at } = toml::from_str(&text).ok()?;
        Some(Place { paragraph: Label::new(&paragraph), tab, language, at: at.parse().ok()? })
    }

    /// Remembers where one is. Says whether that worked, for whoever wants to log it.
    pub fn set(&self, symbol: &Symbol, place: &Place) -> bool {
        let Place { paragraph, tab, language, at } = place;
        let wire = Wire {
            paragraph: paragraph.to_string(),
            tab: tab.clone(),
            language: language.clone(),
            at: at.to_string(),
        };
        let Ok(text) = toml::to_string(&wire) else { return false };
        folders::make(&self.folder).is_ok()
            && matches!(replace(&self.file(symbol), text.as_bytes()), Outcome::Saved(_))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

    use super::*;

    #[test]
    fn a_place_is_remembered_and_losing_it_is_no_error() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::open(folder.path()).unwrap();
        let places = Places::new(&folder.path().join("state"), &workspace);
        let symbol = Symbol("A/1".into());
        let place = Place {
            paragraph: "18 bis".into(),
            tab: "notes".into(),
            language: Some("zh".into()),
            at: "2026-11-23T23:48:00+01:00".parse().unwrap(),
        };
        assert_eq!(places.get(&symbol), None);
        assert!(places.set(&symbol, &place));
        assert_eq!(places.get(&symbol), Some(place.clone()));
        assert_eq!(places.get(&Symbol("a/1".into())), None);
        std::fs::write(places.file(&symbol), "paragraph = ").unwrap();
        assert_eq!(places.get(&symbol), None);
        std::fs::remove_dir_all(&places.folder).unwrap();
        std::fs::write(&places.folder, "").unwrap();
        assert!(!places.set(&symbol, &place));
    }
}
