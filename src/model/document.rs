//! One language version of a UN document, as its file gives it. It is only ever read here.

use std::collections::HashMap;
use std::ops::Range;

use super::unit::UnitIndex;
use super::{
    AnchorState, Footnote, Label, Note, Paragraph, ParagraphIndex, RecommendationFacts, Section, SectionId,
    Speaker, SpeakerId, Symbol, UnitPlace,
};

/// How a body goes through a document: what can become of a paragraph, and in which words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Procedure {
    /// A report that is adopted paragraph by paragraph.
    #[default]
    Report,
    /// A report of the universal periodic review, whose recommendations the State under review supports or notes.
    Upr,
    /// A resolution or decision.
    Resolution,
}

impl Procedure {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Report, Self::Upr, Self::Resolution];

    /// The word in files and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Upr => "upr",
            Self::Resolution => "resolution",
        }
    }
}

/// What stands above the text of a UN document. Only an identity and the language are always there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masthead {
    /// The symbol, by which the document is named everywhere; where it has none, an id that was fixed when its file was
    /// made.
    pub symbol: Symbol,
    /// Whether [`symbol`](Self::symbol) is an id and not printed.
    pub symbol_is_id: bool,
    /// Further symbols of the same document (`S/2025/230`).
    pub further_symbols: Vec<Symbol>,
    /// The organ that it is a document of (`联合国反腐败公约缔约国会议`).
    pub organ: Option<String>,
    /// The body that meets.
    pub body: Option<String>,
    /// Its session (`第十次会议`).
    pub session: Option<String>,
    /// When it meets, as printed.
    pub dates: Option<String>,
    /// Where it meets.
    pub place: Option<String>,
    /// The item of the agenda, as printed.
    pub agenda_item: Option<String>,
    /// To whom it is distributed, as printed (`Limited`).
    pub distribution: Option<String>,
    /// Date of the document, as printed.
    pub date: Option<String>,
    /// Language of this version, ISO 639 (`zh`); `mul` for several.
    pub language: String,
    /// Languages of the original, ISO 639.
    pub original_languages: Vec<String>,
    /// Job number (`V.19-08845`).
    pub job_number: Option<String>,
    /// Bar code (`1908845`).
    pub barcode: Option<String>,
    /// The title, as printed (`报告草稿`); empty if it has none.
    pub title: String,
    /// Kind of document (`draft report`).
    pub kind: Option<String>,
    /// How the body goes through it.
    pub procedure: Procedure,
    /// The Rapporteur, as printed.
    pub rapporteur: Option<String>,
    /// Which part of a report it is (`增编`).
    pub part: Option<String>,
    /// What this text is, in a sentence, where it is not as issued: a working translation. Issued text has none.
    pub unofficial: Option<String>,
    /// Footnotes on the masthead (`* Reissued for technical reasons`). They have no place in a text.
    pub footnotes: Vec<Footnote>,
}

impl Masthead {
    /// A masthead with what is always there.
    #[must_use]
    pub fn new(symbol: Symbol, language: &str, title: &str) -> Self {
        Self {
            symbol,
            symbol_is_id: false,
            further_symbols: Vec::new(),
            organ: None,
            body: None,
            session: None,
            dates: None,
            place: None,
            agenda_item: None,
            distribution: None,
            date: None,
            language: language.to_owned(),
            original_languages: Vec::new(),
            job_number: None,
            barcode: None,
            title: title.to_owned(),
            kind: None,
            procedure: Procedure::default(),
            rapporteur: None,
            part: None,
            unofficial: None,
            footnotes: Vec::new(),
        }
    }

    /// All symbols that are printed: none where an id stands for one.
    pub fn printed_symbols(&self) -> impl Iterator<Item = &Symbol> {
        std::iter::once(&self.symbol).filter(|_| !self.symbol_is_id).chain(&self.further_symbols)
    }
}

/// One language version of a document. Whoever builds one (`format`, later `import`) has checked it: labels
/// are unique, every section and every speaker that a paragraph names is defined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Above the text.
    pub masthead: Masthead,
    /// Headings in document order; levels make the tree.
    pub sections: Vec<Section>,
    /// Speakers in the order of the file.
    pub speakers: Vec<Speaker>,
    /// Paragraphs in document order, tables and pictures among them.
    pub paragraphs: Vec<Paragraph>,
    /// What the document says of recommendations as objects, in the order of the file.
    pub recommendations: Vec<RecommendationFacts>,
    pub(super) units: UnitIndex,
}

impl Document {
    /// A document of these pieces, without facts of recommendations.
    #[must_use]
    pub fn new(
        masthead: Masthead,
        sections: Vec<Section>,
        speakers: Vec<Speaker>,
        paragraphs: Vec<Paragraph>,
    ) -> Self {
        let (recommendations, units) = (Vec::new(), UnitIndex::default());
        Self { masthead, sections, speakers, paragraphs, recommendations, units }
    }

    /// The symbol, which all language versions share.
    #[must_use]
    pub fn symbol(&self) -> &Symbol {
        &self.masthead.symbol
    }

    /// The language of this version.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.masthead.language
    }

    /// Where the paragraph with that label stands.
    #[must_use]
    pub fn position(&self, label: &Label) -> Option<ParagraphIndex> {
        match self.place(label) {
            Some(UnitPlace::Paragraph(at)) => Some(at),
            _ => None,
        }
    }

    /// The paragraph with that label.
    #[must_use]
    pub fn paragraph(&self, label: &Label) -> Option<&Paragraph> {
        self.position(label).and_then(|at| self.paragraph_at(at))
    }

    /// The position of the paragraph that someone who typed `typed` meant, itself or by one of its sub-paragraphs. At
    /// the paragraph `here` numbers of its series are meant before those of the others.
    #[must_use]
    pub fn position_typed(&self, typed: &str, here: Option<ParagraphIndex>) -> Option<ParagraphIndex> {
        match self.place_typed(typed, here)? {
            UnitPlace::Paragraph(at) | UnitPlace::Part { paragraph: at, .. } => Some(at),
            UnitPlace::Heading(_) => None,
        }
    }

    /// The section that a paragraph stands in.
    #[must_use]
    pub fn section_of(&self, paragraph: &Paragraph) -> Option<&Section> {
        self.section(paragraph.section.as_ref()?)
    }

    /// How sure it is that the passage of a note stands in this text, and where, in code points of its paragraph. None for
    /// a note on a whole paragraph. Of a passage of another language version this text can say nothing: then it is what
    /// was last said of it.
    #[must_use]
    pub fn standing(&self, note: &Note) -> Option<(AnchorState, Option<Range<usize>>)> {
        let anchor = note.anchor.as_ref()?;
        if anchor.language != self.language() {
            return Some((anchor.state, Some(anchor.start..anchor.end)));
        }
        Some(
            self.shown_at(&note.paragraph)
                .and_then(|at| self.paragraph_at(at))
                .map_or((AnchorState::Orphan, None), |paragraph| anchor.standing(paragraph.text())),
        )
    }

    /// How many paragraphs of another state of the document are not as they are here: changed, new, gone.
    #[must_use]
    pub fn paragraphs_changed(&self, other: &Self) -> usize {
        let by_number = |document: &'_ Self| -> HashMap<Label, ParagraphIndex> {
            document.paragraphs_placed().map(|(at, p)| (p.label.clone(), at)).collect()
        };
        let (ours, theirs) = (by_number(self), by_number(other));
        let differs = |paragraph: &&Paragraph| {
            theirs.get(&paragraph.label).and_then(|at| other.paragraph_at(*at)) != Some(*paragraph)
        };
        let gone = other.paragraphs.iter().filter(|paragraph| !ours.contains_key(&paragraph.label)).count();
        self.paragraphs.iter().filter(differs).count() + gone
    }

    /// The section with that id.
    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.get(self.section_position(id)?)
    }

    /// The speaker with that id.
    #[must_use]
    pub fn speaker(&self, id: &SpeakerId) -> Option<&Speaker> {
        self.speakers.iter().find(|speaker| &speaker.id == id)
    }

    /// The speakers of a paragraph, as defined.
    pub fn speakers_of<'a>(&'a self, paragraph: &'a Paragraph) -> impl Iterator<Item = &'a Speaker> {
        paragraph.speakers.iter().filter_map(|attribution| self.speaker(&attribution.speaker))
    }

    /// Positions of the paragraphs in which that speaker speaks.
    #[must_use]
    pub fn paragraphs_of(&self, speaker: &SpeakerId) -> Vec<ParagraphIndex> {
        let speaks = |paragraph: &Paragraph| paragraph.speakers.iter().any(|a| &a.speaker == speaker);
        self.paragraphs_placed().filter(|(_, p)| speaks(p)).map(|(at, _)| at).collect()
    }

    /// Positions (in `sections`) of a section and of all that stand below it.
    #[must_use]
    pub fn subtree(&self, section: usize) -> Range<usize> {
        let Some(level) = self.sections.get(section).map(|s| s.level) else { return section..section };
        let below = self.sections.iter().skip(section + 1).take_while(|s| s.level > level).count();
        section..section + 1 + below
    }
}
