//! What the keys are about at this moment. A mode owns its data: leaving it drops them.

use super::{Compose, Field, Menu, Palette, SearchBar, Selection, SettingsPage};
use crate::keymap::Scope;
use crate::messages::UserMessage;
use crate::model::{NoteId, ParagraphIndex};

/// A question that waits for yes or no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Delete this note?
    DeleteNote(NoteId),
    /// Throw the text away?
    DiscardText,
    /// Write over the file?
    Overwrite {
        /// File name in the current folder.
        name: String,
        /// What would be written.
        text: String,
    },
    /// Accept, though it has another status?
    AcceptOver(ParagraphIndex),
    /// Quit, though something is not on disk?
    QuitUnsaved,
}

/// Help over the whole screen.
#[derive(Debug)]
pub struct Help {
    /// The first line shown.
    pub top: usize,
    /// Only keys that have to do with these words are shown; all of them, if it is empty.
    pub wanted: String,
    /// The field in which such words are typed, while they are.
    pub field: Option<Field>,
    /// Where it was opened.
    pub back: Box<Mode>,
}

/// What the next key is about. One holds at a time; those that ask or help remember the one they lie over.
#[derive(Debug)]
pub enum Mode {
    /// Reading and moving about.
    Browse,
    /// After `g`.
    Go,
    /// After `s`; the first and last paragraph that it is about.
    Status(ParagraphIndex, ParagraphIndex),
    /// After a prefix that was refused, because the number before it means no paragraph; why.
    Refused(UserMessage),
    /// A selection of text grows, character by character.
    Select(Selection),
    /// The search bar is open.
    Search(Box<SearchBar>),
    /// A note is being written.
    Compose(Box<Compose>),
    /// A question; `back` is the mode that asked.
    Question {
        /// What happens on yes.
        ask: Ask,
        /// The mode that asked, which comes back with the answer.
        back: Box<Mode>,
        /// The burst of keys that asked: no key of it answers.
        burst: Option<u64>,
        /// It was on the screen: before, nobody answers it.
        seen: bool,
    },
    /// A menu or the filter.
    Menu(Menu),
    /// The commands by name, of which one types a part.
    Palette(Box<Palette>),
    /// Help lies over the whole screen: the key table in words.
    Help(Box<Help>),
    /// The panel in which one decides; the picked row.
    Decide(usize),
    /// The table of everyone's statuses; the picked row.
    StatusTable(usize),
    /// The list of documents; the picked one.
    Documents(usize),
    /// The list of settings.
    Settings(Box<SettingsPage>),
}

impl Mode {
    /// The palette with something typed in it already.
    #[must_use]
    pub fn palette(begun: &str) -> Self {
        Self::Palette(Box::new(Palette { field: Field::line(begun), pick: 0 }))
    }

    /// Whether what is typed is text.
    #[must_use]
    pub fn is_field(&self) -> bool {
        match self {
            Self::Search(_) | Self::Compose(_) | Self::Palette(_) => true,
            Self::Help(help) => help.field.is_some(),
            Self::Settings(page) => page.field.is_some(),
            _ => false,
        }
    }

    /// Which rows of the key table hold.
    #[must_use]
    pub fn scope(&self, reader: bool) -> Scope {
        match self {
            Self::Browse if reader => Scope::Reader,
            Self::Browse => Scope::List,
            Self::Go | Self::Refused(_) => Scope::Go,
            Self::Status(..) => Scope::Status,
            Self::Select(_) => Scope::Select,
            Self::Search(_) => Scope::Search,
            Self::Compose(_) => Scope::Compose,
            Self::Question { .. } => Scope::Question,
            Self::Menu(menu) => menu.scope,
            Self::Palette(_) => Scope::Palette,
            Self::Help(help) if help.field.is_some() => Scope::HelpSearch,
            Self::Help(_) => Scope::Page,
            Self::Decide(_) => Scope::Decide,
            Self::StatusTable(_) => Scope::StatusTable,
            Self::Documents(_) => Scope::Documents,
            Self::Settings(page) if page.field.is_some() => Scope::SettingValue,
            Self::Settings(_) => Scope::Settings,
        }
    }
}
