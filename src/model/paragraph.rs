//! A numbered paragraph of a report: its text, who speaks in it, what hangs below it.

use std::ops::Range;
use std::sync::OnceLock;

use super::{Label, SectionId, SpeakerId, paragraph_hash};

/// Whether the text names the speaker or the reader must infer it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Basis {
    /// The text names the speaker.
    #[default]
    Named,
    /// The text goes on with what a named speaker said.
    Inferred,
}

impl Basis {
    /// The word in files and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Inferred => "inferred",
        }
    }
}

/// That a speaker speaks in a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// Who speaks, by the id that the document gives.
    pub speaker: SpeakerId,
    /// How one knows.
    pub basis: Basis,
}

/// Whether a paragraph makes a recommendation, discusses some, or neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Recommendation {
    /// The body recommends, requests, invites, encourages … someone to act.
    Makes,
    /// Its nearest heading names recommendations.
    Discusses,
    /// It neither makes a recommendation nor discusses one.
    #[default]
    None,
}

impl Recommendation {
    /// The word in files and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Makes => "makes",
            Self::Discusses => "discusses",
            Self::None => "none",
        }
    }

    /// The value with that [`word`](Self::word).
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Makes, Self::Discusses, Self::None].into_iter().find(|value| value.word() == word)
    }
}

/// `(a)`, `(i)` … below a paragraph, as the file gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubParagraph {
    /// As printed: `(a)`.
    pub label: String,
    /// 1 for `(a)`, 2 for `(i)`.
    pub level: u8,
    /// Its words, without the label.
    pub text: String,
}

/// A note at the foot of the page. Not part of the text that anchors count in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// The mark that refers to it: `1`, `*`.
    pub mark: String,
    /// Its words, without the mark.
    pub text: String,
}

/// A stretch of [`Paragraph::text`] that is set as a block of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParagraphPart {
    /// 0 for the paragraph itself, 1 for `(a)`, 2 for `(i)`.
    pub level: u8,
    /// Bytes of the label (`(a)`) in the text; empty for the paragraph itself.
    pub label: Range<usize>,
    /// Bytes of the words, without the label, the space after it and the line end.
    pub body: Range<usize>,
}

/// A hash that is worked out when it is first asked for. It says nothing that the text does not say.
#[derive(Debug, Clone, Default)]
struct TextHash(OnceLock<String>);

impl PartialEq for TextHash {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for TextHash {}

/// A numbered paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Number as printed.
    pub number: Label,
    /// The section it stands in.
    pub section: SectionId,
    /// Who speaks in it.
    pub speakers: Vec<Attribution>,
    /// What the document says of recommendations in it.
    pub recommendation: Recommendation,
    /// Sub-paragraphs in order.
    pub subparagraphs: Vec<SubParagraph>,
    /// Footnotes in order.
    pub footnotes: Vec<Footnote>,
    text: String,
    text_hash: TextHash,
    parts: Vec<ParagraphPart>,
}

impl Paragraph {
    /// Builds a paragraph from its own words and its sub-paragraphs.
    #[must_use]
    pub fn new(number: Label, section: SectionId, lead: &str, subparagraphs: Vec<SubParagraph>) -> Self {
        let mut text = lead.to_owned();
        let mut parts = vec![ParagraphPart { level: 0, label: 0..0, body: 0..text.len() }];
        for sub in &subparagraphs {
            text.push('\n');
            let start = text.len();
            text.push_str(&sub.label);
            let label = start..text.len();
            text.push(' ');
            let start = text.len();
            text.push_str(&sub.text);
            parts.push(ParagraphPart { level: sub.level, label, body: start..text.len() });
        }
        Self {
            number,
            section,
            speakers: Vec::new(),
            recommendation: Recommendation::None,
            subparagraphs,
            footnotes: Vec::new(),
            text,
            text_hash: TextHash::default(),
            parts,
        }
    }

    /// The stored text that anchors count in: the paragraph's words, then each sub-paragraph on a line of its
    /// own as `(a) words`. The paragraph's own number is not part of it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// [`paragraph_hash`] of the stored text.
    #[must_use]
    pub fn text_hash(&self) -> &str {
        self.text_hash.0.get_or_init(|| paragraph_hash(&self.text))
    }

    /// The blocks of [`text`](Self::text), the paragraph itself first.
    #[must_use]
    pub fn parts(&self) -> &[ParagraphPart] {
        &self.parts
    }

    /// The paragraph's own words, without its sub-paragraphs.
    #[must_use]
    pub fn lead(&self) -> &str {
        self.parts.first().and_then(|part| self.text.get(part.body.clone())).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_holds_each_subparagraph_on_its_own_line() {
        let sub =
            |label: &str, level, text: &str| SubParagraph { label: label.into(), level, text: text.into() };
        let paragraph = Paragraph::new(
            "3".into(),
            SectionId("i".into()),
            "请各国：",
            vec![sub("(a)", 1, "采取措施；"), sub("(i)", 2, "一项。")],
        );
        assert_eq!(paragraph.text(), "请各国：\n(a) 采取措施；\n(i) 一项。");
        assert_eq!(paragraph.lead(), "请各国：");
        let read = |range: &Range<usize>| paragraph.text().get(range.clone()).unwrap().to_owned();
        let last = paragraph.parts().last().unwrap();
        assert_eq!((last.level, read(&last.label), read(&last.body)), (2, "(i)".into(), "一项。".into()));
    }
}
