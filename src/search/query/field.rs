//! Fields of a query: `status:accept`, `para:3-7`. What each may be asked for; knows no records.

use crate::model::{NoteKind, ReviewStatus};

use crate::search::query::dense::dense;

/// What a field speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FieldName {
    /// The reviewer's position on the paragraph.
    Status,
    /// The kind of note, or of what is searched.
    Kind,
    /// A tag of a note.
    Tag,
    /// Who speaks, by any name or acronym.
    Speaker,
    /// The section, by number or a part of its heading, and what stands below it.
    Section,
    /// Who wrote a note.
    By,
    /// The paragraph's number, or from which to which.
    Para,
    /// Language of the document.
    Lang,
    /// Whether there is a note or a draft.
    Has,
}

impl FieldName {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Status,
        Self::Kind,
        Self::Tag,
        Self::Speaker,
        Self::Section,
        Self::By,
        Self::Para,
        Self::Lang,
        Self::Has,
    ];

    /// The word before the colon.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Kind => "kind",
            Self::Tag => "tag",
            Self::Speaker => "speaker",
            Self::Section => "section",
            Self::By => "by",
            Self::Para => "para",
            Self::Lang => "lang",
            Self::Has => "has",
        }
    }

    /// The field with that [`word`](Self::word).
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.word() == word)
    }
}

/// What kind of thing is searched, as `kind:` asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// A paragraph of the text, with the names of who speaks in it.
    Paragraph,
    /// The heading of a section.
    Heading,
    /// The masthead: symbol, body, session, title.
    Masthead,
    /// A note of any reviewer.
    Note,
}

impl What {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Paragraph, Self::Heading, Self::Masthead, Self::Note];

    /// The word in a query.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::Masthead => "masthead",
            Self::Note => "note",
        }
    }
}

/// What there may be, as `has:` asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::search) enum Possession {
    Note,
    Draft,
}

impl Possession {
    pub(in crate::search) const ALL: [(Self, &'static str); 2] =
        [(Self::Note, "note"), (Self::Draft, "draft")];
}

/// What is asked of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) enum AskedValue {
    Statuses(Vec<ReviewStatus>),
    Kinds(Vec<NoteKind>, Vec<What>),
    /// From the first to the last number, both included.
    Numbers(u64, u64),
    Has(Vec<Possession>),
    /// Text that the value of a record is compared with, folded.
    Text(String),
    /// What cannot be read as a value: nothing passes.
    Nothing,
}

/// A field with what is asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct FieldTerm {
    pub(in crate::search) name: FieldName,
    pub(in crate::search) not: bool,
    pub(in crate::search) value: AskedValue,
}

/// What is wrong with a field; the search goes on without a sentence of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldProblem {
    /// No field has that name. What was typed was searched as text.
    UnknownField {
        /// The name, as typed.
        name: String,
    },
    /// Nothing has that value, or it cannot be read.
    UnknownValue {
        /// The field that has no such value.
        field: FieldName,
        /// The value, as typed.
        value: String,
    },
    /// The value is not typed yet. The field asks for nothing so far.
    NoValue {
        /// The field that waits for its value.
        field: FieldName,
    },
}

impl FieldTerm {
    /// That nothing has its value.
    pub(in crate::search) fn unknown(&self) -> Option<FieldProblem> {
        match &self.value {
            AskedValue::Text(value) => {
                Some(FieldProblem::UnknownValue { field: self.name, value: value.clone() })
            }
            _ => None,
        }
    }

    /// Reads a value. What cannot be is told, and finds nothing.
    pub(in crate::search) fn read(name: FieldName, not: bool, typed: &str) -> (Self, Option<FieldProblem>) {
        let wanted = dense(typed);
        let value = match name {
            FieldName::Status => {
                let begins = |status: &ReviewStatus| status.word().starts_with(&wanted);
                some(ReviewStatus::ALL.into_iter().filter(begins).collect(), AskedValue::Statuses)
            }
            FieldName::Kind => {
                let notes: Vec<NoteKind> =
                    NoteKind::ALL.into_iter().filter(|kind| kind.word().starts_with(&wanted)).collect();
                let whats: Vec<What> =
                    What::ALL.into_iter().filter(|what| what.word().starts_with(&wanted)).collect();
                if notes.is_empty() && whats.is_empty() {
                    AskedValue::Nothing
                } else {
                    AskedValue::Kinds(notes, whats)
                }
            }
            FieldName::Has => {
                let begins = |(_, word): &(Possession, &str)| word.starts_with(&wanted);
                some(
                    Possession::ALL.into_iter().filter(begins).map(|(has, _)| has).collect(),
                    AskedValue::Has,
                )
            }
            FieldName::Para => numbers(&wanted),
            FieldName::Tag => AskedValue::Text(wanted.trim_start_matches('#').to_owned()),
            FieldName::Speaker | FieldName::Section | FieldName::By | FieldName::Lang => {
                AskedValue::Text(wanted)
            }
        };
        let problem = (value == AskedValue::Nothing)
            .then(|| FieldProblem::UnknownValue { field: name, value: typed.to_owned() });
        (Self { name, not, value }, problem)
    }
}

fn some<T>(values: Vec<T>, of: impl FnOnce(Vec<T>) -> AskedValue) -> AskedValue {
    if values.is_empty() { AskedValue::Nothing } else { of(values) }
}

/// `3-7`, `3-`, `-7`; else one number as printed.
fn numbers(wanted: &str) -> AskedValue {
    let number = |text: &str, open: u64| {
        if text.trim().is_empty() { Some(open) } else { text.trim().parse::<u64>().ok() }
    };
    match wanted.split_once('-') {
        Some((from, to)) if !(from.is_empty() && to.is_empty()) => {
            match (number(from, 0), number(to, u64::MAX)) {
                (Some(from), Some(to)) if from <= to => AskedValue::Numbers(from, to),
                _ => AskedValue::Nothing,
            }
        }
        None if wanted.chars().any(|c| c.is_ascii_digit()) => AskedValue::Text(wanted.to_owned()),
        _ => AskedValue::Nothing,
    }
}
