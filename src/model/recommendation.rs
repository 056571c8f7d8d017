//! What a document says of a recommendation as an object: who makes it, to whom, what the State under review answers.
//! Not what the reviewer says of it.

use super::Label;

/// The answer of the State under review to a recommendation, as documents print it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatePosition {
    /// It enjoys the support of the State.
    Supported,
    /// The State has noted it.
    Noted,
    /// The State will answer later.
    Pending,
}

impl StatePosition {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Supported, Self::Noted, Self::Pending];

    /// The word in files and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Noted => "noted",
            Self::Pending => "pending",
        }
    }
}

/// What a document says of one recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecommendationFacts {
    /// The unit that is the recommendation.
    pub label: Label,
    /// Who makes it: codes or names of States, or the body.
    pub from: Vec<String>,
    /// To whom it is addressed.
    pub to: Vec<String>,
    /// The verb with which it begins.
    pub verb: Option<String>,
    /// Its theme, as the heading or a list by themes says it.
    pub theme: Option<String>,
    /// The answer of the State under review.
    pub position: Option<StatePosition>,
    /// Where that answer stands: a symbol, or a symbol and a paragraph.
    pub source: Option<String>,
}
