//! What a search gives back. Data only.

use std::cmp::Ordering;
use std::ops::Range;

use crate::messages::{UserMessage, user_message};
use crate::model::{Label, NoteId, ParagraphIndex, Symbol};

use crate::search::query::field::FieldProblem;

/// How surely a hit is what was meant. In order: the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// The whole query stands there as typed.
    Literal,
    /// Every term of the query stands there.
    Terms,
    /// Letters spell how what stands there is read: pinyin. Below a divider of its own, before what is loose.
    Pinyin,
    /// Letters with gaps, or an abbreviation. To be shown below a divider, never mixed with the others.
    Loose,
}

impl Tier {
    /// The word in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Literal => "literal",
            Self::Terms => "terms",
            Self::Pinyin => "pinyin",
            Self::Loose => "loose",
        }
    }

    /// Whether the hit holds what was typed, not something like it.
    #[must_use]
    pub const fn is_strict(self) -> bool {
        matches!(self, Self::Literal | Self::Terms)
    }
}

/// What kind of text was hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HitField {
    /// A paragraph's [`text`](crate::model::Paragraph::text).
    Text,
    /// A section's [`heading`](crate::model::Section::heading).
    Heading,
    /// Who speaks in the paragraph: [`speaker_line`](crate::search::speaker_line).
    Speaker,
    /// A note: its body, or a tag or reviewer of it.
    Note,
    /// [`masthead_line`](crate::search::masthead_line).
    Masthead,
}

impl HitField {
    /// The word in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Heading => "heading",
            Self::Speaker => "speaker",
            Self::Note => "note",
            Self::Masthead => "masthead",
        }
    }

    /// What it is called in the lists of hits.
    #[must_use]
    pub fn user_message(self) -> UserMessage {
        user_message(match self {
            Self::Text => "hit-text",
            Self::Heading => "hit-heading",
            Self::Speaker => "hit-speaker",
            Self::Note => "hit-note",
            Self::Masthead => "hit-masthead",
        })
    }

    /// Whether the hit is a paragraph (and counts as one), not something beside the paragraphs.
    #[must_use]
    pub const fn is_paragraph(self) -> bool {
        matches!(self, Self::Text | Self::Speaker)
    }
}

/// A readable excerpt around a hit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet {
    /// One line of some 60 columns; `…` where it was cut, a space for each line end and other control character.
    pub text: String,
    /// What was matched, in code points of `text`; in order and disjoint.
    pub ranges: Vec<Range<usize>>,
}

/// One record that a query found, with all that a list or a jump needs of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The symbol of the document that it is in.
    pub symbol: Symbol,
    /// The language version's language, ISO 639-1.
    pub language: String,
    /// Where it leads: the paragraph itself, the one at which the note is shown, the first one below the heading. `None`
    /// for the masthead, and for a heading that has no paragraph below it.
    pub paragraph: Option<Label>,
    /// The unit that was hit, where it is not that paragraph: a sub-paragraph, or the unit that the note hangs on.
    pub unit: Option<Label>,
    /// Where that paragraph stands in its document.
    pub position: Option<ParagraphIndex>,
    /// What kind of text was hit. Only for [`HitField::Text`] do `marks` and `best` speak of the paragraph's text.
    pub field: HitField,
    /// Which note, for [`HitField::Note`].
    pub note: Option<NoteId>,
    /// How surely it is what was meant.
    pub tier: Tier,
    /// The scorer's figure; compares within a tier of one search only.
    pub score: i64,
    /// Byte ranges of everything that was matched in the field's source text: every occurrence of what stands there
    /// literally, the single characters of a loose match. In order, disjoint, on character boundaries.
    /// Empty when the match is beside the text (a number or label, a footnote, a note's tag or reviewer, `!not` alone).
    pub marks: Vec<Range<usize>>,
    /// Byte range to select when one jumps to the hit: from the first to the last character of the best match.
    /// `0..0` when `marks` is empty.
    pub best: Range<usize>,
    /// What to show in a list.
    pub snippet: Snippet,
}

/// The result of a search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchResults {
    /// The best hits, as many as were asked for: by tier; within a tier paragraphs, then notes and headings, then the
    /// masthead; then by score, nearness of the terms, and document order.
    pub hits: Vec<Hit>,
    /// How many paragraphs hold what was typed ([`Tier::is_strict`]), also beyond the limit.
    pub strict: usize,
    /// How many notes hold it, also beyond the limit.
    pub notes: usize,
    /// How many headings and mastheads hold it.
    pub headings: usize,
    /// How many more paragraphs, notes and headings match by their sound ([`Tier::Pinyin`]).
    pub sound: usize,
    /// How many more match loosely.
    pub loose: usize,
    /// How many are in language versions that are searched only because no text that is searched otherwise holds what was
    /// typed: they stand behind the notes that do.
    pub elsewhere: usize,
    /// All paragraphs that were searched, or will be.
    pub total: usize,
    /// Whether the counts are whole and the hits the best there are; else more is to come.
    pub done: bool,
    /// Fields that ask for what nothing has, where there is no hit.
    pub unknown: Vec<FieldProblem>,
}

impl SearchResults {
    /// How many were found in all, also beyond the limit.
    #[must_use]
    pub const fn all(&self) -> usize {
        self.strict + self.notes + self.headings + self.sound + self.loose + self.elsewhere
    }

    /// Whether the text or a heading holds what was typed, or sounds so.
    #[must_use]
    pub const fn is_in_text(&self) -> bool {
        self.strict + self.headings + self.sound > 0
    }

    /// With what was found in the language versions that are set aside ([`SearchRun::aside`](crate::search::SearchRun::aside)): what
    /// holds what was typed there stands behind the notes that do. No more than `limit` hits stay.
    #[must_use]
    pub fn with_elsewhere(mut self, aside: Self, limit: usize) -> Self {
        let sure = aside.strict + aside.notes + aside.headings;
        let hits: Vec<Hit> = aside.hits.into_iter().filter(|hit| hit.tier.is_strict()).collect();
        self.elsewhere = sure;
        let at = self.hits.iter().take_while(|hit| hit.tier.is_strict()).count();
        self.hits.splice(at..at, hits);
        self.hits.truncate(limit);
        self
    }

    /// Of the hits in other language versions the languages, each with how many, in the order of the hits.
    #[must_use]
    pub fn languages_elsewhere(&self) -> Vec<(&str, usize)> {
        let mut languages: Vec<(&str, usize)> = Vec::new();
        for hit in self.hits.iter().skip(self.notes).take(self.elsewhere) {
            match languages.iter_mut().find(|(language, _)| *language == hit.language) {
                Some((_, count)) => *count += 1,
                None => languages.push((&hit.language, 1)),
            }
        }
        languages
    }

    /// Under which heading of a list a hit stands.
    #[must_use]
    pub fn part(&self, at: usize) -> HitPart {
        match self.hits.get(at).map(|hit| hit.tier) {
            _ if at >= self.notes && at - self.notes < self.elsewhere => HitPart::Elsewhere,
            Some(Tier::Pinyin) => HitPart::Sound,
            Some(Tier::Loose) => HitPart::Loose,
            _ => HitPart::Strict,
        }
    }
}

/// Parts of a list of hits, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitPart {
    /// What holds what was typed.
    Strict,
    /// What holds it in another language version.
    Elsewhere,
    /// What is read as the letters that were typed.
    Sound,
    /// What has the letters with gaps, or is an abbreviation of it.
    Loose,
}

/// Where a hit stands among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct Rank {
    pub(in crate::search) tier: Tier,
    /// 0 paragraphs, 1 notes and headings, 2 masthead.
    pub(in crate::search) group: u8,
    pub(in crate::search) score: i64,
    /// Characters that the terms spread over, one occurrence of each.
    pub(in crate::search) spread: usize,
    /// The document, and the position of the paragraph that it leads to.
    pub(in crate::search) position: (u32, u32),
}

impl Ord for Rank {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.tier, self.group)
            .cmp(&(other.tier, other.group))
            .then(other.score.cmp(&self.score))
            .then(self.spread.cmp(&other.spread))
            .then(self.position.cmp(&other.position))
    }
}

impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
