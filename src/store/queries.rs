//! What was searched for in a workspace, the newest last. Losing it is harmless, so nothing here is ever an error.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic::{Outcome, replace};
use super::folders;
use super::read;
use super::workspace::Workspace;

/// The most bytes that the file can have.
const LIMIT: u64 = 256 * 1024;
/// How many queries are kept.
const KEPT: usize = 100;
/// The most characters of a query that is kept.
const LONGEST: usize = 256;

#[derive(Serialize, Deserialize)]
struct Wire {
    queries: Vec<String>,
}

/// The former queries of one workspace.
#[derive(Debug, Clone)]
pub struct Queries {
    file: PathBuf,
}

impl Queries {
    /// Those of a workspace, below the program's state folder.
    #[must_use]
    pub fn new(state: &Path, workspace: &Workspace) -> Self {
        Self { file: workspace.state(state).join("queries.toml") }
    }

    /// Them, the newest last.
    #[must_use]
    pub fn all(&self) -> Vec<String> {
        let Ok((text, _)) = read::text(&self.file, LIMIT) else { return Vec::new() };
        let Ok(Wire { mut queries }) = toml::from_str(&text) else { return Vec::new() };
        queries.retain(|query| is_kept(query));
        queries
    }

    /// Adds the newest; one that was there moves to the end. What another window added meanwhile stays. Says whether
    /// that worked, for whoever wants to log it.
    pub fn add(&self, query: &str) -> bool {
        if !is_kept(query) {
            return false;
        }
        let mut queries = self.all();
        queries.retain(|known| known != query);
        queries.push(query.to_owned());
        let queries = queries.split_off(queries.len().saturating_sub(KEPT));
        let Ok(text) = toml::to_string(&Wire { queries }) else { return false };
        self.file.parent().is_some_and(|folder| folders::make(folder).is_ok())
            && matches!(replace(&self.file, text.as_bytes()), Outcome::Saved(_))
    }
}

fn is_kept(query: &str) -> bool {
    !query.trim().is_empty() && query.chars().count() <= LONGEST && !query.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "a test prepares and inspects its own folder")]

    use super::*;

    #[test]
    fn queries_are_kept_in_order_each_once_and_losing_them_is_no_error() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::open(folder.path()).unwrap();
        let queries = Queries::new(&folder.path().join("state"), &workspace);
        assert_eq!(queries.all(), [""; 0]);
        for query in ["缅甸", "status:amend", "  ", "a\nb", "缅甸"] {
            queries.add(query);
        }
        assert_eq!(queries.all(), ["status:amend", "缅甸"]);
        assert!(!queries.add(&"x".repeat(LONGEST + 1)));
        for at in 0..KEPT + 5 {
            assert!(queries.add(&format!("q{at}")));
        }
        assert_eq!((queries.all().len(), queries.all().pop()), (KEPT, Some("q104".to_owned())));
        std::fs::write(&queries.file, "queries = [3]").unwrap();
        assert_eq!(queries.all(), [""; 0]);
        assert!(queries.add("again"));
        std::fs::remove_file(&queries.file).unwrap();
        std::fs::create_dir(&queries.file).unwrap();
        assert!(!queries.add("x"));
        assert_eq!(queries.all(), [""; 0]);
    }
}
