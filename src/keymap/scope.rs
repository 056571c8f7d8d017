//! Where a key is pressed: which rows of the table hold there.

/// A place with keys of its own, or what several places have in common.
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
    /// After `f`: the menu of what the lists can be filtered by.
    Filter,
    /// `v`: a selection grows.
    Select,
    /// The box in which a note is written.
    Compose,
    /// The search bar.
    Search,
    /// `:` with its field.
    Palette,
    /// The field in which one searches help.
    HelpSearch,
    /// The field in which a setting is typed.
    SettingValue,
    /// Wherever text is typed.
    Field,
    /// A menu: a list with a pick.
    Menu,
    /// A question with yes and no.
    Question,
    /// Help and other pages to scroll.
    Page,
    /// The panel in which one decides.
    Decide,
    /// The table of everyone's statuses.
    StatusTable,
    /// The list of documents.
    Documents,
    /// The list of settings.
    Settings,
    /// The screen is too small for anything, or a document is on its way.
    Small,
    /// Everywhere, also where text is typed.
    Everywhere,
}

impl Scope {
    /// All of them, in the order of the configuration.
    pub const ALL: [Self; 22] = [
        Self::Browse,
        Self::List,
        Self::Reader,
        Self::Go,
        Self::Status,
        Self::Filter,
        Self::Select,
        Self::Compose,
        Self::Search,
        Self::Palette,
        Self::HelpSearch,
        Self::SettingValue,
        Self::Field,
        Self::Menu,
        Self::Question,
        Self::Page,
        Self::Decide,
        Self::StatusTable,
        Self::Documents,
        Self::Settings,
        Self::Small,
        Self::Everywhere,
    ];

    /// The scope whose rows hold here too.
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::List | Self::Reader => Some(Self::Browse),
            Self::Filter => Some(Self::Menu),
            Self::Compose | Self::Search | Self::Palette | Self::HelpSearch | Self::SettingValue => {
                Some(Self::Field)
            }
            Self::Everywhere => None,
            _ => Some(Self::Everywhere),
        }
    }

    /// It and the scopes whose rows hold in it too, the nearest first.
    pub fn chain(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |scope| scope.parent())
    }

    /// Whether what is typed there is text.
    #[must_use]
    pub fn is_text(self) -> bool {
        self.chain().any(|scope| scope == Self::Field)
    }

    /// Whether one can be there, and not only in places that have it in common.
    #[must_use]
    pub const fn is_place(self) -> bool {
        !matches!(self, Self::Browse | Self::Field | Self::Everywhere)
    }

    /// Its name in the configuration: `[keys.browse]`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Reader => "reader",
            Self::Browse => "browse",
            Self::Go => "go",
            Self::Status => "status",
            Self::Filter => "filter",
            Self::Select => "select",
            Self::Compose => "note",
            Self::Search => "search",
            Self::Palette => "palette",
            Self::HelpSearch => "help-search",
            Self::SettingValue => "setting",
            Self::Field => "field",
            Self::Menu => "menu",
            Self::Question => "question",
            Self::Page => "help",
            Self::Decide => "decide",
            Self::StatusTable => "statuses",
            Self::Documents => "documents",
            Self::Settings => "settings",
            Self::Small => "small",
            Self::Everywhere => "everywhere",
        }
    }

    /// The scope of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }

    /// The id of the title over its keys in help, where they stand among those of other places; none for the page itself.
    #[must_use]
    pub const fn title(self) -> Option<&'static str> {
        Some(match self {
            Self::Search => "scope-search",
            Self::Palette => "scope-palette",
            Self::Field => "scope-field",
            Self::Menu => "scope-menu",
            Self::Filter => "scope-filter",
            Self::Question => "scope-question",
            Self::Page => "scope-page",
            Self::HelpSearch => "scope-help-search",
            Self::Decide => "scope-decide",
            Self::StatusTable => "scope-table",
            Self::Documents => "scope-documents",
            Self::Settings => "scope-settings",
            Self::SettingValue => "scope-setting",
            Self::Small => "scope-small",
            _ => return None,
        })
    }
}
