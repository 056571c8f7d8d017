//! Whoever the report says spoke.

use std::fmt;

/// A stable name for a speaker inside its document (`myanmar`, `ioc`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SpeakerId(pub String);

impl fmt::Display for SpeakerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// In what function someone spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpeakerRole {
    /// Presides over the meeting.
    Chair,
    /// Serves the meeting.
    Secretariat,
    /// Was on a panel.
    Panelist,
    /// Took the floor.
    Speaker,
}

impl SpeakerRole {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Chair, Self::Secretariat, Self::Panelist, Self::Speaker];

    /// The word in files and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::Secretariat => "secretariat",
            Self::Panelist => "panelist",
            Self::Speaker => "speaker",
        }
    }
}

/// What kind of speaker it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpeakerKind {
    /// A State, party or observer.
    State,
    /// An organization, the Secretariat among them.
    Organization,
    /// A person, by name or office (the Chair).
    Person,
    /// Someone whom the report does not name: "one speaker".
    Unnamed,
}

impl SpeakerKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::State, Self::Organization, Self::Person, Self::Unnamed];

    /// The word in files and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Organization => "organization",
            Self::Person => "person",
            Self::Unnamed => "unnamed",
        }
    }
}

/// When someone on the Panelists tab spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SpeakerContext {
    /// On the panel.
    #[default]
    Panel,
    /// In the discussion that followed it.
    Discussion,
}

impl SpeakerContext {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Panel, Self::Discussion];

    /// The word in files and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Panel => "panel",
            Self::Discussion => "discussion",
        }
    }
}

/// A speaker of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// By which paragraphs refer to the speaker.
    pub id: SpeakerId,
    /// Name in the document's language.
    pub name: String,
    /// English name, where it is known.
    pub english: Option<String>,
    /// Acronym, where there is one (`IOC`).
    pub acronym: Option<String>,
    /// In what function the speaker spoke.
    pub role: SpeakerRole,
    /// Whether it is a State, an organization or a person.
    pub kind: SpeakerKind,
    /// Shown on the Panelists tab.
    pub panelist: bool,
    /// Whether on the panel or in the discussion after it; says something for panelists only.
    pub context: SpeakerContext,
}

impl Speaker {
    /// Name with its acronym, as the Panelists tab shows it: `国际奥林匹克委员会 (IOC)`.
    #[must_use]
    pub fn full_name(&self) -> String {
        match &self.acronym {
            Some(acronym) => format!("{} ({acronym})", self.name),
            None => self.name.clone(),
        }
    }
}
