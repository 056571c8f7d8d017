//! The passage that a note hangs on, stored so that it can be found again: a W3C Web Annotation
//! `TextQuoteSelector` (exact, prefix, suffix) with a `TextPositionSelector` (start, end, in code points) and a
//! hash of the paragraph it was made on.

use std::ops::Range;

use sha2::{Digest, Sha256};

use super::field::{EntryField, FieldRole, FieldShape, FieldType as _, Need};

/// How many code points before and after the passage are kept.
pub const CONTEXT: usize = 64;

/// So many code points beside a passage tell it from others.
const NEAR: usize = 8;

/// How sure it is that an anchor still stands where its writer put it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AnchorState {
    /// Found where it was put, or moved with what stood beside it.
    #[default]
    Sure,
    /// Its words were found, and may be others than were meant: someone has to look.
    Check,
    /// Its words are gone from the paragraph.
    Orphan,
}

impl AnchorState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Sure, Self::Check, Self::Orphan];

    /// The state with that [`word`](Self::word).
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// The word in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Check => "check",
            Self::Orphan => "orphan",
        }
    }
}

/// A passage of a paragraph's text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Anchor {
    /// Language of the version that it was made on, ISO 639-1.
    pub language: String,
    /// The passage itself.
    pub exact: String,
    /// Up to [`CONTEXT`] code points before it.
    pub prefix: String,
    /// Up to [`CONTEXT`] code points after it.
    pub suffix: String,
    /// First code point of the passage in the stored paragraph text.
    pub start: usize,
    /// Code point after the last one.
    pub end: usize,
    /// [`paragraph_hash`] of the stored paragraph text.
    pub paragraph_hash: String,
    /// How sure it is.
    pub state: AnchorState,
}

/// The first 16 hexadecimal digits of the SHA-256 of the stored paragraph text.
#[must_use]
pub fn paragraph_hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The code points that a byte range of `text` covers. Bytes inside a character count as its beginning.
#[must_use]
pub fn code_points(text: &str, bytes: Range<usize>) -> Range<usize> {
    let upto = |byte: usize| text.char_indices().take_while(|(at, _)| *at < byte).count();
    let start = upto(bytes.start);
    start..upto(bytes.end).max(start)
}

/// The rows of an anchor: `rows!(language: FieldShape::Line, Filled; …)`.
macro_rules! rows {
    ($($field:ident: $shape:expr, $need:ident);+ $(;)?) => {
        &[$(EntryField {
            name: stringify!($field),
            caption: "field-anchor",
            shape: $shape,
            role: FieldRole::Content,
            need: Need::$need,
            get: |anchor| anchor.$field.to_value(),
            set: |anchor, value| {
                let value = super::field::FieldType::from_value(value);
                value.map(|value| anchor.$field = value).is_some()
            },
            written: None,
        }),+]
    };
}

impl Anchor {
    /// Its fields, wherever one is written: in reviews, in the journal, in drafts.
    pub const FIELDS: &'static [EntryField<Self>] = rows!(
        language: FieldShape::Line, Filled;
        exact: FieldShape::Line, Present;
        prefix: FieldShape::Line, Optional;
        suffix: FieldShape::Line, Optional;
        start: FieldShape::Count, Present;
        end: FieldShape::Count, Present;
        paragraph_hash: FieldShape::Line, Optional;
        state: AnchorState::SHAPE, Optional;
    );

    /// Anchors the bytes `passage` of a paragraph's `text`. `None` if they are empty or cut a character.
    #[must_use]
    pub fn new(language: &str, text: &str, passage: Range<usize>) -> Option<Self> {
        let exact = text.get(passage.clone()).filter(|exact| !exact.is_empty())?;
        let before = text.get(..passage.start)?;
        let after = text.get(passage.end..)?;
        let skipped = before.chars().count().saturating_sub(CONTEXT);
        let points = code_points(text, passage);
        Some(Self {
            language: language.to_owned(),
            exact: exact.to_owned(),
            prefix: before.chars().skip(skipped).collect(),
            suffix: after.chars().take(CONTEXT).collect(),
            start: points.start,
            end: points.end,
            paragraph_hash: paragraph_hash(text),
            state: AnchorState::Sure,
        })
    }

    /// How sure it is that the passage stands in `text` now, and where, in code points. What was once marked to be looked
    /// at stays so until someone has looked, and a passage that was given up and is back is to be looked at.
    #[must_use]
    pub fn standing(&self, text: &str) -> (AnchorState, Option<Range<usize>>) {
        let Some(found) = self.find(text) else { return (AnchorState::Orphan, None) };
        let points = code_points(text, found.clone());
        let same = self.paragraph_hash == paragraph_hash(text) && points.start == self.start;
        let state = match self.state {
            AnchorState::Sure if same || self.stands_alone(text, &found) => AnchorState::Sure,
            _ => AnchorState::Check,
        };
        (state, Some(points))
    }

    /// Whether a passage that was found in a text that has changed can be no other: something of what stood around it
    /// still does, or its words stand there once and are not few.
    fn stands_alone(&self, text: &str, found: &Range<usize>) -> bool {
        let before = text.get(..found.start).unwrap_or_default();
        let after = text.get(found.end..).unwrap_or_default();
        let near: String = self.suffix.chars().take(NEAR).collect();
        let skipped = self.prefix.chars().count().saturating_sub(NEAR);
        let far: String = self.prefix.chars().skip(skipped).collect();
        let framed = before.ends_with(&far) && after.starts_with(&near);
        let beside =
            (!far.is_empty() && before.ends_with(&far)) || (!near.is_empty() && after.starts_with(&near));
        let once = text.matches(&self.exact).count() == 1;
        if once { beside || self.exact.chars().count() >= NEAR } else { framed }
    }

    /// Where the passage stands in `text` now, in bytes: at its position if the exact words are there, else
    /// where they occur with the best context. `None` if the words are gone. Finding a passage whose words have
    /// changed is another matter (re-issued documents) and never happens silently.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        if self.exact.is_empty() {
            return None;
        }
        let start = text.char_indices().nth(self.start).map(|(at, _)| at);
        if let Some(start) = start
            && text.get(start..).is_some_and(|rest| rest.starts_with(&self.exact))
        {
            return Some(start..start + self.exact.len());
        }
        text.match_indices(&self.exact)
            .max_by_key(|(at, exact)| {
                let before = text.get(..*at).unwrap_or_default();
                let after = text.get(at + exact.len()..).unwrap_or_default();
                let left =
                    before.chars().rev().zip(self.prefix.chars().rev()).take_while(|(a, b)| a == b).count();
                left + after.chars().zip(self.suffix.chars()).take_while(|(a, b)| a == b).count()
            })
            .map(|(at, exact)| at..at + exact.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "组织青年廉洁营地，并在 20 个联邦部委设立防腐单位。并在 20 个地方。";

    #[test]
    fn an_anchor_counts_code_points_and_keeps_its_context() {
        let start = TEXT.find("20 个联邦部委").unwrap();
        let anchor = Anchor::new("zh", TEXT, start..start + "20 个联邦部委设立防腐单位".len()).unwrap();
        assert_eq!((anchor.start, anchor.end), (12, 26));
        assert_eq!(anchor.prefix, "组织青年廉洁营地，并在 ");
        assert_eq!(anchor.suffix, "。并在 20 个地方。");
        assert_eq!(anchor.paragraph_hash.len(), 16);
        assert_eq!(anchor.find(TEXT), Some(start..start + anchor.exact.len()));
    }

    #[test]
    fn a_passage_that_moved_is_found_by_its_context() {
        let start = TEXT.rfind("并在 20 个").unwrap();
        let anchor = Anchor::new("zh", TEXT, start..start + "并在 20 个".len()).unwrap();
        let longer = format!("新的一句。{TEXT}");
        let found = anchor.find(&longer).unwrap();
        assert_eq!(found.start, start + "新的一句。".len());
        assert_eq!(anchor.find("没有了"), None);
    }

    #[test]
    fn an_empty_or_torn_passage_is_no_anchor() {
        assert!(Anchor::new("zh", TEXT, 3..3).is_none());
        assert!(Anchor::new("zh", TEXT, 1..4).is_none());
    }

    #[test]
    fn how_sure_a_passage_is_depends_on_the_text_that_there_is() {
        let anchor = |words: &str| {
            let start = TEXT.find(words).unwrap();
            Anchor::new("zh", TEXT, start..start + words.len()).unwrap()
        };
        let (long, short) = (anchor("20 个联邦部委设立防腐单位"), anchor("营地"));
        for (anchor, text, state, start) in [
            (&long, TEXT.to_owned(), AnchorState::Sure, Some(12)),
            // Moved, what stands beside it with it; and with other neighbours.
            (&long, format!("又一句。{TEXT}"), AnchorState::Sure, Some(16)),
            (&long, "如今 20 个联邦部委设立防腐单位，甚好".to_owned(), AnchorState::Sure, Some(3)),
            (&long, TEXT.replace("联邦部委", "部委"), AnchorState::Orphan, None),
            (&short, TEXT.replace("青年", "少年"), AnchorState::Sure, Some(6)),
            // Few words among others, or the same words in two places: someone has to look.
            (&short, "全新的营地一句".to_owned(), AnchorState::Check, Some(3)),
            (&long, format!("{0}{0}", "在 20 个联邦部委设立防腐单位等"), AnchorState::Check, Some(19)),
        ] {
            assert_eq!(
                anchor.standing(&text),
                (state, start.map(|start| start..start + anchor.exact.chars().count()))
            );
        }
        let check = Anchor { state: AnchorState::Check, ..long.clone() };
        assert_eq!(check.standing(TEXT).0, AnchorState::Check);
        let given_up = Anchor { state: AnchorState::Orphan, ..long };
        assert_eq!(given_up.standing(TEXT).0, AnchorState::Check);
    }
}
