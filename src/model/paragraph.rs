//! A paragraph of a document: its text, who speaks in it, what hangs below it. Tables and pictures are paragraphs whose
//! text is that of their cells, or their caption.

use std::ops::Range;
use std::sync::OnceLock;

use super::{
    Emphasis, Footnote, Label, ParagraphForm, SectionId, SpeakerId, TableCells, UnitKind, paragraph_hash,
};

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
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Named, Self::Inferred];

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
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Makes, Self::Discusses, Self::None];

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
        Self::ALL.into_iter().find(|value| value.word() == word)
    }
}

/// `(a)`, `(i)` … below a paragraph, as the file gives it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SubParagraph {
    /// As printed: `(a)`. Empty: the words go on with the paragraph itself, after its last sub-paragraph.
    pub label: String,
    /// 1 for `(a)`, 2 for `(i)`.
    pub level: u8,
    /// Its words, without the label.
    pub text: String,
}

/// A stretch of [`Paragraph::text`] that is set as a block of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParagraphPart {
    /// 0 for the paragraph itself, for words after its last sub-paragraph and for a row of a table; 1 for `(a)`, 2 for
    /// `(i)`.
    pub level: u8,
    /// The label by which notes and statuses name it; none where it is the paragraph's own, or only a row.
    pub unit: Option<Label>,
    /// Bytes of the label (`(a)`) in the text; empty where there is none.
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

/// A paragraph, numbered or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What identifies it.
    pub label: Label,
    /// Its number as printed, without the full stop; none if it has none.
    pub number: Option<String>,
    /// The name of the series of numbers that it belongs to (`annex I`); none: the main one.
    pub series: Option<String>,
    /// The numbered unit below which it stands, of which it is no part: 140 of `140.7`.
    pub parent: Option<Label>,
    /// The section it stands in; none before the first heading.
    pub section: Option<SectionId>,
    /// Who speaks in it.
    pub speakers: Vec<Attribution>,
    /// What the document says of recommendations in it.
    pub recommendation: Recommendation,
    /// Sub-paragraphs in order.
    pub subparagraphs: Vec<SubParagraph>,
    /// What stands out in the text, in order.
    pub emphasis: Vec<Emphasis>,
    /// Footnotes in order, those of sub-paragraphs among them.
    pub footnotes: Vec<Footnote>,
    form: ParagraphForm,
    text: String,
    text_hash: TextHash,
    parts: Vec<ParagraphPart>,
}

impl Paragraph {
    /// Builds a paragraph of the main series from its own words and its sub-paragraphs. Its label is printed as its number.
    #[must_use]
    pub fn new(
        label: Label,
        section: impl Into<Option<SectionId>>,
        lead: &str,
        subparagraphs: Vec<SubParagraph>,
    ) -> Self {
        let mut paragraph = Self::blank(label, section.into());
        paragraph.number = Some(paragraph.label.to_string());
        paragraph.text = lead.to_owned();
        paragraph.push_part(0, None, 0..0, 0);
        let mut above: Vec<(u8, Label)> = Vec::new();
        for sub in &subparagraphs {
            paragraph.text.push('\n');
            let start = paragraph.text.len();
            if sub.label.is_empty() {
                paragraph.text.push_str(&sub.text);
                paragraph.push_part(0, None, start..start, start);
                continue;
            }
            above.retain(|(level, _)| *level < sub.level);
            let unit = above.last().map_or(&paragraph.label, |(_, label)| label).below(&sub.label, sub.level);
            let unit = paragraph.not_yet(unit);
            above.push((sub.level, unit.clone()));
            paragraph.text.push_str(&sub.label);
            let label = start..paragraph.text.len();
            paragraph.text.push(' ');
            let start = paragraph.text.len();
            paragraph.text.push_str(&sub.text);
            paragraph.push_part(sub.level, Some(unit), label, start);
        }
        paragraph.subparagraphs = subparagraphs;
        paragraph
    }

    /// Builds a table.
    #[must_use]
    pub fn table(label: Label, section: Option<SectionId>, table: TableCells) -> Self {
        let mut paragraph = Self::blank(label, section);
        paragraph.text.push_str(&table.caption);
        paragraph.push_part(0, None, 0..0, 0);
        for row in &table.rows {
            if !paragraph.text.is_empty() || paragraph.parts.len() > 1 {
                paragraph.text.push('\n');
            }
            let start = paragraph.text.len();
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    paragraph.text.push('\t');
                }
                paragraph.text.push_str(&cell.replace(['\n', '\t'], " "));
            }
            paragraph.push_part(0, None, start..start, start);
        }
        paragraph.form = ParagraphForm::Table(table);
        paragraph
    }

    /// Builds the place of a picture, which is not shown, from its caption.
    #[must_use]
    pub fn image(label: Label, section: Option<SectionId>, caption: &str) -> Self {
        let mut paragraph = Self::blank(label, section);
        paragraph.text = caption.to_owned();
        paragraph.push_part(0, None, 0..0, 0);
        paragraph.form = ParagraphForm::Image;
        paragraph
    }

    fn blank(label: Label, section: Option<SectionId>) -> Self {
        Self {
            label,
            number: None,
            series: None,
            parent: None,
            section,
            speakers: Vec::new(),
            recommendation: Recommendation::None,
            subparagraphs: Vec::new(),
            emphasis: Vec::new(),
            footnotes: Vec::new(),
            form: ParagraphForm::Text,
            text: String::new(),
            text_hash: TextHash::default(),
            parts: Vec::new(),
        }
    }

    fn push_part(&mut self, level: u8, unit: Option<Label>, label: Range<usize>, body: usize) {
        self.parts.push(ParagraphPart { level, unit, label, body: body..self.text.len() });
    }

    /// The label, or that of its repetition where a sub-paragraph before has it: bullets.
    fn not_yet(&self, label: Label) -> Label {
        let is_taken = |label: &Label| self.parts.iter().any(|part| part.unit.as_ref() == Some(label));
        if !is_taken(&label) {
            return label;
        }
        (2..).map(|nth| label.repeated(nth)).find(|label| !is_taken(label)).unwrap_or(label)
    }

    /// What it is besides text.
    #[must_use]
    pub const fn form(&self) -> &ParagraphForm {
        &self.form
    }

    /// What kind of unit it is.
    #[must_use]
    pub const fn kind(&self) -> UnitKind {
        match (&self.form, &self.number) {
            (ParagraphForm::Table(_), _) => UnitKind::Table,
            (ParagraphForm::Image, _) => UnitKind::Image,
            (ParagraphForm::Text, Some(_)) => UnitKind::Paragraph,
            (ParagraphForm::Text, None) => UnitKind::Unnumbered,
        }
    }

    /// The stored text that anchors count in: the paragraph's words, then each sub-paragraph on a line of its
    /// own as `(a) words`. The paragraph's own number is not part of it. See [`ParagraphForm`] for tables.
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

    /// The labels of its sub-paragraphs, in order.
    pub fn units(&self) -> impl Iterator<Item = &Label> {
        self.parts.iter().filter_map(|part| part.unit.as_ref())
    }

    /// The words of a part, without its label.
    #[must_use]
    pub fn words_of(&self, part: &ParagraphPart) -> &str {
        self.text.get(part.body.clone()).unwrap_or_default()
    }

    /// The bytes of a part in the stored text, with its label.
    #[must_use]
    pub fn range_of(part: &ParagraphPart) -> Range<usize> {
        part.label.start.min(part.body.start)..part.body.end
    }

    /// The bytes of a part, by its place, with those of the sub-paragraphs that hang below it.
    #[must_use]
    pub fn range_with_below(&self, part: usize) -> Range<usize> {
        let Some(first) = self.parts.get(part) else { return 0..0 };
        let below = self.parts.iter().skip(part + 1).take_while(|below| below.level > first.level);
        let end = below.last().unwrap_or(first).body.end;
        Self::range_of(first).start..end
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
