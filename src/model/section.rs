//! Headings. They form a tree by their levels; a section without a number is allowed.

use std::fmt;

use super::{Footnote, Label, without_marks};

/// A stable name for a section inside its document (`iii`, `iii-updates`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SectionId(pub String);

impl fmt::Display for SectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A heading and, by position, what stands under it until the next heading of its level or above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// By which paragraphs refer to it; it stays when the heading changes.
    pub id: SectionId,
    /// Number as printed, with its own punctuation: `三.`, `B.`; headings without one are common.
    pub number: Option<String>,
    /// The heading's words.
    pub title: String,
    /// 1 for the outermost.
    pub level: u8,
    /// The name of the series of numbers that begins below it (`annex I`); none: numbers go on.
    pub series: Option<String>,
    /// Footnotes on its words. Their places count in the title.
    pub footnotes: Vec<Footnote>,
}

/// What the words for recommendations have in common in each official language, small letters.
const RECOMMENDATIONS: [&str; 6] = ["recommend", "recommand", "recomend", "рекоменд", "建议", "توصي"];

impl Section {
    /// A heading without a number.
    #[must_use]
    pub fn new(id: SectionId, title: &str, level: u8) -> Self {
        Self { id, number: None, title: title.to_owned(), level, series: None, footnotes: Vec::new() }
    }

    /// By which notes name it.
    #[must_use]
    pub fn label(&self) -> Label {
        Label::heading(&self.id.0)
    }

    /// Whether the heading names recommendations, in any official language.
    #[must_use]
    pub fn names_recommendations(&self) -> bool {
        let title = self.title.to_lowercase();
        RECOMMENDATIONS.iter().any(|word| title.contains(word))
    }

    /// Number and title as they are read: `B. 其他建议`.
    #[must_use]
    pub fn heading(&self) -> String {
        self.headed(&self.title)
    }

    /// The same without the marks of its footnotes, which would be digits of the words on a line that shows no marks.
    #[must_use]
    pub fn heading_alone(&self) -> String {
        self.headed(&without_marks(&self.title, &self.footnotes))
    }

    fn headed(&self, title: &str) -> String {
        match &self.number {
            Some(number) if title.is_empty() => number.clone(),
            Some(number) => format!("{number} {title}"),
            None => title.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_names_recommendations_in_each_official_language() {
        for (title, named) in [
            ("RECOMMENDATIONS", true),
            ("Conclusions et recommandations", true),
            ("Recomendación", true),
            ("Рекомендации", true),
            ("其他建议", true),
            ("التوصيات", true),
            ("Introduction", false),
            ("", false),
        ] {
            let section = Section::new(SectionId("i".into()), title, 1);
            assert_eq!(section.names_recommendations(), named, "{title}");
        }
    }
}
