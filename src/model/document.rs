//! One language version of a UN document, as its file gives it. It is only ever read here.

use std::collections::HashMap;
use std::ops::Range;

use super::{AnchorState, Label, Note, Paragraph, Section, SectionId, Speaker, SpeakerId, Symbol};

/// What stands above the text of a UN document. Only the symbol, the language and the title are always there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masthead {
    /// The symbol, by which the document is named everywhere.
    pub symbol: Symbol,
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
    /// To whom it is distributed, as printed (`Limited`).
    pub distribution: Option<String>,
    /// Date of the document, as printed.
    pub date: Option<String>,
    /// Language of this version, ISO 639-1 (`zh`).
    pub language: String,
    /// Language of the original, ISO 639-1.
    pub original_language: Option<String>,
    /// Job number (`V.19-08845`).
    pub job_number: Option<String>,
    /// Bar code (`1908845`).
    pub barcode: Option<String>,
    /// The title, as printed (`报告草稿`).
    pub title: String,
    /// Kind of document (`draft report`).
    pub kind: Option<String>,
    /// Which part of a report it is (`增编`).
    pub part: Option<String>,
    /// What this text is, in a sentence, where it is not as issued: a working translation. Issued text has none.
    pub unofficial: Option<String>,
}

/// One language version of a document. Whoever builds one (`format`, later `import`) has checked it: numbers
/// are unique, every paragraph stands in a section, every speaker is defined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Above the text.
    pub masthead: Masthead,
    /// Headings in document order; levels make the tree.
    pub sections: Vec<Section>,
    /// Speakers in the order of the file.
    pub speakers: Vec<Speaker>,
    /// Paragraphs in document order.
    pub paragraphs: Vec<Paragraph>,
}

impl Document {
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

    /// Where the paragraph with that number stands.
    #[must_use]
    pub fn position(&self, number: &Label) -> Option<usize> {
        self.paragraphs.iter().position(|paragraph| &paragraph.number == number)
    }

    /// The paragraph with that number.
    #[must_use]
    pub fn paragraph(&self, number: &Label) -> Option<&Paragraph> {
        self.paragraphs.iter().find(|paragraph| &paragraph.number == number)
    }

    /// Where the paragraph stands that someone who typed `typed` meant: the exact number, else the first that
    /// the typed letters begin (`18b`).
    #[must_use]
    pub fn position_typed(&self, typed: &str) -> Option<usize> {
        let exact = Label::new(typed);
        self.position(&exact)
            .or_else(|| self.paragraphs.iter().position(|paragraph| paragraph.number.is_meant_by(typed)))
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
            self.paragraph(&note.paragraph)
                .map_or((AnchorState::Orphan, None), |paragraph| anchor.standing(paragraph.text())),
        )
    }

    /// How many paragraphs of another state of the document are not as they are here: changed, new, gone.
    #[must_use]
    pub fn paragraphs_changed(&self, other: &Self) -> usize {
        let by_number = |document: &'_ Self| -> HashMap<Label, usize> {
            document.paragraphs.iter().enumerate().map(|(at, p)| (p.number.clone(), at)).collect()
        };
        let (ours, theirs) = (by_number(self), by_number(other));
        let differs = |paragraph: &&Paragraph| {
            theirs.get(&paragraph.number).and_then(|at| other.paragraphs.get(*at)) != Some(*paragraph)
        };
        let gone = other.paragraphs.iter().filter(|paragraph| !ours.contains_key(&paragraph.number)).count();
        self.paragraphs.iter().filter(differs).count() + gone
    }

    /// The section with that id.
    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| &section.id == id)
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
    pub fn paragraphs_of(&self, speaker: &SpeakerId) -> Vec<usize> {
        let speaks = |paragraph: &Paragraph| paragraph.speakers.iter().any(|a| &a.speaker == speaker);
        (0..self.paragraphs.len()).filter(|&at| self.paragraphs.get(at).is_some_and(speaks)).collect()
    }

    /// Positions (in `sections`) of a section and of all that stand below it.
    #[must_use]
    pub fn subtree(&self, section: usize) -> Range<usize> {
        let Some(level) = self.sections.get(section).map(|s| s.level) else { return section..section };
        let below = self.sections.iter().skip(section + 1).take_while(|s| s.level > level).count();
        section..section + 1 + below
    }

    /// Positions of the paragraphs that stand in a section or below it.
    #[must_use]
    pub fn paragraphs_below(&self, section: usize) -> Vec<usize> {
        let ids: Vec<&SectionId> =
            self.sections.get(self.subtree(section)).unwrap_or_default().iter().map(|s| &s.id).collect();
        self.paragraphs
            .iter()
            .enumerate()
            .filter(|(_, p)| ids.contains(&&p.section))
            .map(|(at, _)| at)
            .collect()
    }
}
