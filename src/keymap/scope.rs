//! Where a key is pressed: which rows of the table hold there.

/// A place with keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The list of a tab has the focus.
    List,
    /// The reader has the focus.
    Reader,
    /// List and reader alike.
    Browse,
    /// After `g`.
    Go,
    /// After `s`.
    Status,
    /// `v`: a selection grows.
    Select,
    /// The search bar.
    Search,
    /// The box in which a note is written.
    Compose,
    /// A question with yes and no.
    Question,
    /// A menu, the palette or the filter: a list with a pick.
    Menu,
    /// `:` with its field.
    Palette,
    /// The field in which one searches help.
    HelpSearch,
    /// Help and other pages to scroll.
    Page,
    /// The panel in which one decides.
    Decide,
    /// The table of everyone's statuses.
    StatusTable,
    /// The list of documents.
    Documents,
    /// Everywhere, also where text is typed.
    Everywhere,
}

impl Scope {
    /// The scope whose rows hold here too.
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::List | Self::Reader => Some(Self::Browse),
            Self::Everywhere => None,
            _ => Some(Self::Everywhere),
        }
    }
}
