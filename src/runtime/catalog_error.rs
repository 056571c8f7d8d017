//! Why a document or a workspace cannot be had, and the sentence that says so.

use std::path::PathBuf;

use crate::format::FileProblems;
use crate::messages::{UserMessage, user_message};
use crate::store::{StoreError, Trouble};

/// Why a document or workspace cannot be had.
#[derive(Debug)]
pub enum CatalogError {
    /// A file or folder cannot be read.
    Store(StoreError),
    /// The file was read and is no document.
    Problems {
        /// The name of the file.
        name: String,
        /// What it holds.
        source: String,
        /// All that is wrong.
        problems: FileProblems,
    },
    /// A folder was named as if it were a document.
    Folder(PathBuf),
    /// No file and no symbol of the workspace is called so.
    Unknown {
        /// What was asked for.
        name: String,
        /// The workspace that was looked in.
        workspace: PathBuf,
        /// A symbol that is nearly so.
        near: Option<String>,
    },
}

impl From<StoreError> for CatalogError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl CatalogError {
    /// The sentence: of several problems the first, with its place.
    #[must_use]
    pub fn user_message(&self) -> UserMessage {
        match self {
            Self::Store(error) => match &error.trouble {
                Trouble::OtherFormat(kind) => user_message("library-other")
                    .with("name", error.path.display())
                    .and("kind", kind.user_message()),
                _ => error.user_message(),
            },
            Self::Problems { name, problems, .. } => match problems.first_error() {
                Some(problem) => user_message("library-problem")
                    .with("name", name)
                    .with("line", problem.line)
                    .with("column", problem.column)
                    .and("problem", problem.said.clone())
                    .count("count", problems.len()),
                None => user_message("library-unreadable").with("name", name),
            },
            Self::Folder(path) => user_message("library-folder").with("path", path.display()),
            Self::Unknown { name, workspace, near } => {
                let unknown =
                    user_message("library-unknown").with("name", name).with("workspace", workspace.display());
                match near {
                    Some(near) => user_message("library-near").and("unknown", unknown).with("near", near),
                    None => unknown,
                }
            }
        }
    }
}
