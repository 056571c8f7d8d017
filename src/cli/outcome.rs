//! How a command ends: what it says, and the exit code. Nothing is printed here.

use crate::format::{FileProblem, FileProblems};
use crate::messages::UserMessage;
use crate::runtime::CatalogError;
use crate::store::StoreError;

/// Exit codes of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// 0: done.
    Done,
    /// 1: problems were found, or nothing was.
    Found,
    /// 2: wrong usage, also what the document or the review does not have.
    Usage,
    /// 3: something could not be read or written.
    Files,
}

impl Exit {
    /// The number that the process ends with.
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Found => 1,
            Self::Usage => 2,
            Self::Files => 3,
        }
    }
}

/// What a command that came to its end says.
#[derive(Debug)]
pub struct Done {
    /// For standard output; safe to print.
    pub out: String,
    /// For standard error.
    pub remarks: Vec<UserMessage>,
    /// How the process ends.
    pub exit: Exit,
}

impl Done {
    /// Done, with this for standard output.
    pub fn new(out: String) -> Self {
        Self { out, remarks: Vec::new(), exit: Exit::Done }
    }

    /// With remarks for standard error.
    pub fn remarking(mut self, remarks: Vec<UserMessage>) -> Self {
        self.remarks.extend(remarks);
        self
    }

    /// The same, ending with this code.
    pub fn ending(mut self, exit: Exit) -> Self {
        self.exit = exit;
        self
    }
}

/// Why a command did not come to its end.
#[derive(Debug)]
pub enum Failure {
    /// One sentence, and how the process ends with it.
    UserMessage(Exit, Box<UserMessage>),
    /// Nothing that is there is called so.
    Unknown {
        /// The word that was typed for it.
        name: String,
        /// That in a sentence.
        said: Box<UserMessage>,
    },
    /// A document that is none.
    Document {
        /// The name of its file.
        name: String,
        /// The text of the file, for the lines that are shown.
        source: String,
        /// All that is wrong with it.
        problems: FileProblems,
    },
}

impl Failure {
    /// Wrong usage, or something that the document or the review does not have.
    pub fn usage(said: UserMessage) -> Self {
        Self::UserMessage(Exit::Usage, Box::new(said))
    }

    /// Something could not be read or written.
    pub fn files(said: UserMessage) -> Self {
        Self::UserMessage(Exit::Files, Box::new(said))
    }

    /// How the process ends with it.
    pub fn exit(&self) -> Exit {
        match self {
            Self::UserMessage(exit, _) => *exit,
            Self::Unknown { .. } | Self::Document { .. } => Exit::Files,
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::files(error.user_message())
    }
}

impl From<CatalogError> for Failure {
    fn from(error: CatalogError) -> Self {
        match error {
            CatalogError::Problems { name, source, problems } => Self::Document { name, source, problems },
            CatalogError::Unknown { ref name, .. } => {
                Self::Unknown { name: name.clone(), said: Box::new(error.user_message()) }
            }
            error => Self::files(error.user_message()),
        }
    }
}

/// Problems as a person reads them, an empty line between two.
pub fn rendered<'p>(
    problems: impl IntoIterator<Item = &'p FileProblem>,
    name: &str,
    source: &str,
    say: &dyn Fn(&UserMessage) -> String,
) -> String {
    let each = problems.into_iter().map(|problem| crate::format::render_problem(problem, name, source, say));
    each.collect::<Vec<_>>().join("\n\n")
}
