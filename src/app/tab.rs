//! The five tabs.

/// A tab of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tab {
    /// The section tree.
    #[default]
    Sections,
    /// Each speaker with the paragraphs in which it speaks.
    Speakers,
    /// Speakers on a panel, and who spoke in the discussion after it.
    Panelists,
    /// Paragraphs that make or discuss recommendations.
    Recommendations,
    /// Notes and drafts.
    Notes,
}

impl Tab {
    /// All of them, from left to right.
    pub const ALL: [Self; 5] =
        [Self::Sections, Self::Speakers, Self::Panelists, Self::Recommendations, Self::Notes];

    /// Its place from the left.
    #[must_use]
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0)
    }

    /// The one `steps` to the right, around.
    #[must_use]
    pub fn turned(self, steps: isize) -> Self {
        let count = Self::ALL.len().cast_signed();
        let at = (self.place().cast_signed() + steps).rem_euclid(count).cast_unsigned();
        Self::ALL.get(at).copied().unwrap_or_default()
    }

    /// The word under which it is remembered.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sections => "sections",
            Self::Speakers => "speakers",
            Self::Panelists => "panelists",
            Self::Recommendations => "recommendations",
            Self::Notes => "notes",
        }
    }

    /// The tab with that [`word`](Self::word).
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.word() == word)
    }

    /// The id of its title in the catalog.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Sections => "tab-sections",
            Self::Speakers => "tab-speakers",
            Self::Panelists => "tab-panelists",
            Self::Recommendations => "tab-recommendations",
            Self::Notes => "tab-notes",
        }
    }
}
