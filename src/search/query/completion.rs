//! Completion of a field's name and of its values, as data: for the key that completes and for a menu.

use std::ops::Range;

use crate::model::{NoteKind, ReviewStatus};

use crate::search::query::dense::dense;
use crate::search::query::field::{FieldName, Possession, What};
use crate::search::query::tokens::tokens;

/// Values that the documents and notes at hand have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KnownValues {
    /// Tags, without `#`.
    pub tags: Vec<String>,
    /// Names of speakers, as the documents have them.
    pub speakers: Vec<String>,
    /// Sections, as one would type them.
    pub sections: Vec<String>,
    /// Names of the reviewers who wrote notes.
    pub reviewers: Vec<String>,
    /// Languages of documents, ISO 639-1.
    pub languages: Vec<String>,
}

impl KnownValues {
    /// What a field may be asked for; nothing for numbers, which are typed.
    #[must_use]
    pub fn values(&self, name: FieldName) -> Vec<String> {
        let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        match name {
            FieldName::Status => words(&ReviewStatus::ALL.map(ReviewStatus::word)),
            FieldName::Kind => {
                let notes = NoteKind::ALL.map(NoteKind::word);
                words(&[notes.as_slice(), What::ALL.map(What::word).as_slice()].concat())
            }
            FieldName::Has => words(&Possession::ALL.map(|(_, word)| word)),
            FieldName::Tag => self.tags.clone(),
            FieldName::Speaker => self.speakers.clone(),
            FieldName::Section => self.sections.clone(),
            FieldName::By => self.reviewers.clone(),
            FieldName::Lang => self.languages.clone(),
            FieldName::Para => Vec::new(),
        }
    }
}

/// A way to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// Bytes of the query that it takes the place of.
    pub range: Range<usize>,
    /// What to put there: `status:`, or the field with its value and a space.
    pub text: String,
    /// The field that is completed, or whose value is.
    pub field: FieldName,
    /// The value, as the documents have it; `None` where the field's name is completed.
    pub value: Option<String>,
}

/// How the token before the caret (a byte of the query) can go on. With nothing typed there all fields are offered.
/// Values that begin as typed come before those that have it inside.
#[must_use]
pub fn complete(typed: &str, caret: usize, known: &KnownValues) -> Vec<Completion> {
    let Some(before) = typed.get(..caret) else { return Vec::new() };
    let token = tokens(before).pop().filter(|token| token.start + token.text.len() == caret);
    let start = token.as_ref().map_or(caret, |token| token.start);
    let sign = token.as_ref().filter(|token| token.text.starts_with(['!', '！'])).map_or("", |_| "!");
    let field = token.as_ref().and_then(|token| token.field);
    if let Some((_, name, value)) = field {
        let Some(name) = FieldName::from_word(&dense(name)) else { return Vec::new() };
        return values(known, name, &dense(value))
            .into_iter()
            .map(|value| Completion {
                range: start..caret,
                text: format!("{sign}{}:{} ", name.word(), quoted(&value)),
                field: name,
                value: Some(value),
            })
            .collect();
    }
    let begun = dense(token.as_ref().map_or("", |token| token.text));
    let begun = begun.strip_prefix('!').unwrap_or(&begun);
    let fits = FieldName::ALL.into_iter().filter(|name| name.word().starts_with(begun));
    let name = |name: FieldName| Completion {
        range: start..caret,
        text: format!("{sign}{}:", name.word()),
        field: name,
        value: None,
    };
    fits.map(name).collect()
}

fn values(known: &KnownValues, name: FieldName, begun: &str) -> Vec<String> {
    let begun = begun.trim_start_matches('#');
    let mut fitting: Vec<(bool, String)> = Vec::new();
    for value in known.values(name) {
        let folded = dense(&value);
        if folded.contains(begun) && !fitting.iter().any(|(_, known)| *known == value) {
            fitting.push((!folded.starts_with(begun), value));
        }
    }
    fitting.sort_by_key(|(inside, _)| *inside);
    fitting.into_iter().map(|(_, value)| value).collect()
}

/// In quotation marks where white space would end it.
fn quoted(value: &str) -> String {
    if value.contains(char::is_whitespace) {
        format!("\"{}\"", value.replace('"', ""))
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> KnownValues {
        KnownValues {
            tags: vec!["ask-capital".into(), "首都".into(), "mask".into()],
            speakers: vec!["国际奥林匹克委员会".into(), "One speaker".into()],
            languages: vec!["zh".into(), "en".into()],
            ..KnownValues::default()
        }
    }

    /// The query as each completion would make it.
    fn check(typed: &str, expected: &[&str]) {
        let caret = typed.find('|').unwrap();
        let typed = typed.replace('|', "");
        let made = |done: Completion| {
            let mut out = typed.clone();
            out.replace_range(done.range, &done.text);
            out
        };
        let found: Vec<String> = complete(&typed, caret, &known()).into_iter().map(made).collect();
        assert_eq!(found, expected, "{typed}");
    }

    #[test]
    fn names_and_values_are_completed_where_the_caret_is() {
        check("st|", &["status:"]);
        check("缅甸 s| 防腐", &["缅甸 status: 防腐", "缅甸 speaker: 防腐", "缅甸 section: 防腐"]);
        check("!ha|", &["!has:"]);
        check("status:a|", &["status:accept ", "status:amend "]);
        check("tag:#as|", &["tag:ask-capital ", "tag:mask "]);
        check("speaker：奥林|", &["speaker:国际奥林匹克委员会 "]);
        check("speaker:\"one|", &["speaker:\"One speaker\" "]);
        check("lang:|", &["lang:zh ", "lang:en "]);
        check("para:1|", &[]);
        check("nofield:x|", &[]);
        check("缅甸|", &[]);
    }

    #[test]
    fn with_nothing_typed_all_fields_are_offered_and_a_caret_inside_a_character_gives_nothing() {
        assert_eq!(complete("", 0, &known()).len(), FieldName::ALL.len());
        assert_eq!(complete("缅甸 ", 7, &known()).len(), FieldName::ALL.len());
        assert_eq!(complete("缅甸", 1, &known()), []);
    }
}
