//! Tags written in a note's body: `#ask-capital`, `#问首都`.

use std::collections::HashSet;
use std::fmt;

/// A tag without its `#`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag(pub String);

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Letters and digits of any script, `-` and `_`: everything else, Chinese punctuation too, ends a tag.
fn belongs(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_') || is_mark(c)
}

/// Combining marks that letters of a tag may carry (Latin accents, Arabic vowels).
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Whether a `#` after this character begins a tag. In Chinese no space stands before it; in `C#3`, `&#39;`
/// or `page#top` it means something else.
fn may_precede(c: char) -> bool {
    !c.is_ascii_alphanumeric() && !matches!(c, '#' | '&' | '/')
}

/// A tag has a letter (`#1` is a number, not a tag) and does not end with `-` or `_`.
fn accept(raw: &str) -> Option<Tag> {
    let name = raw.trim_end_matches(['-', '_']);
    name.chars().any(char::is_alphabetic).then(|| Tag(name.to_owned()))
}

/// The tags of a text in order of appearance, each once.
#[must_use]
pub fn tags_in(text: &str) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut seen: HashSet<Tag> = HashSet::new();
    let mut before = ' ';
    let mut open: Option<String> = None;
    for c in text.chars().chain(['\n']) {
        match open.as_mut() {
            Some(name) if belongs(c) => name.push(c),
            _ => {
                if let Some(tag) = open.take().as_deref().and_then(accept)
                    && seen.insert(tag.clone())
                {
                    tags.push(tag);
                }
                if c == '#' && may_precede(before) {
                    open = Some(String::new());
                }
            }
        }
        before = c;
    }
    tags
}

/// The beginning of a tag that ends exactly at the end of `before_caret` (without its `#`), for completion.
#[must_use]
pub fn tag_being_typed(before_caret: &str) -> Option<&str> {
    let (before, name) = before_caret.rsplit_once('#')?;
    let starts = before.chars().next_back().is_none_or(may_precede);
    (starts && name.chars().all(belongs)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        tags_in(text).into_iter().map(|tag| tag.0).collect()
    }

    #[test]
    fn a_tag_ends_at_white_space_and_punctuation_of_any_script() {
        for (text, tags) in [
            ("Independent? #ask-capital", vec!["ask-capital"]),
            ("请核实#问首都，再说", vec!["问首都"]),
            ("#a。#b；#c、（#d）“#e”", vec!["a", "b", "c", "d", "e"]),
            ("#ask-capital. #ask-capital!", vec!["ask-capital"]),
            ("#étranger #вопрос", vec!["étranger", "вопрос"]),
            ("C#3 page#top &#39; ##x #1 # - #-", vec![]),
            ("#end-", vec!["end"]),
        ] {
            assert_eq!(names(text), tags, "{text}");
        }
    }

    #[test]
    fn a_tag_is_completed_only_while_the_caret_is_in_it() {
        assert_eq!(tag_being_typed("见#问"), Some("问"));
        assert_eq!(tag_being_typed("see #"), Some(""));
        assert_eq!(tag_being_typed("see #ask now"), None);
        assert_eq!(tag_being_typed("C#a"), None);
    }
}
