//! Fluent catalogs, and how a sentence is made from one.

use std::sync::{Arc, LazyLock};

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::sentences::Sentences;
use super::{MessageValue, UserMessage};

/// The source language, and what is spoken where nothing else is asked for.
pub(super) const SOURCE: &str = "en";

/// The languages of the interface: code, own name, catalog. A further language is one more file and one more line.
pub(super) const LANGUAGES: [(&str, &str, &str); 2] = [
    (SOURCE, "English", include_str!("../../data/locales/en.ftl")),
    ("zh", "中文", include_str!("../../data/locales/zh.ftl")),
];

/// The languages of the interface, by code and by the name that their speakers give them.
pub fn languages() -> impl Iterator<Item = (&'static str, &'static str)> {
    LANGUAGES.iter().map(|(code, name, _)| (*code, *name))
}

/// How it is found out where the reader is. Asked when the first time of day is told, and not again.
type Whereabouts = Arc<LazyLock<TimeZone, fn() -> TimeZone>>;

/// The sentences of one language, with English behind it, for a reader in one place.
pub struct Messages {
    language: &'static str,
    zone: Whereabouts,
    /// The language's own first, the source last.
    languages: Vec<Sentences>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Messages {
    /// The English catalog.
    #[must_use]
    pub fn english() -> Self {
        let source = LANGUAGES.iter().filter(|(code, ..)| *code == SOURCE);
        let languages = source.map(|(code, _, file)| Sentences::new(code, file)).collect();
        Self { language: SOURCE, zone: Arc::new(LazyLock::new(|| TimeZone::UTC)), languages }
    }

    /// The catalog of a language by its code in [`languages`], with English behind it. `None` if there is none.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        let mut messages = Self::english();
        let (code, _, source) = LANGUAGES.iter().find(|(known, ..)| *known == code)?;
        if *code != SOURCE {
            messages.language = code;
            messages.languages.insert(0, Sentences::new(code, source));
        }
        Some(messages)
    }

    /// The same for a reader who is there: without it times are told in UTC.
    #[must_use]
    pub fn in_zone(self, zone: fn() -> TimeZone) -> Self {
        Self { zone: Arc::new(LazyLock::new(zone)), ..self }
    }

    /// The catalog of another language for the same reader, in the same place. `None` if there is none of that code.
    #[must_use]
    pub fn to(&self, code: &str) -> Option<Self> {
        Self::of(code).map(|messages| Self { zone: Arc::clone(&self.zone), ..messages })
    }

    /// The day of a point in time where the reader is: `2026-11-23`.
    #[must_use]
    pub fn day(&self, at: impl Into<Timestamp>) -> String {
        self.zone.to_datetime(at.into()).strftime("%Y-%m-%d").to_string()
    }

    /// Hours and minutes where the reader is: `14:02`.
    #[must_use]
    pub fn clock(&self, at: impl Into<Timestamp>) -> String {
        self.zone.to_datetime(at.into()).strftime("%H:%M").to_string()
    }

    /// The code of the language that is spoken.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The sentence. An id that no catalog has gives the id itself: a test holds that this never happens.
    #[must_use]
    pub fn say(&self, said: &UserMessage) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &said.values {
            let value: FluentValue<'_> = match value {
                MessageValue::Number(number) => FluentValue::from(*number),
                value => FluentValue::from(self.value(value)),
            };
            args.set(*name, value);
        }
        let sentence = self.languages.iter().find_map(|language| language.say(said.id, Some(&args)));
        let sentence = sentence.unwrap_or_else(|| said.id.to_owned());
        let inner = said.values.iter().filter_map(|(_, value)| match value {
            MessageValue::UserMessage(inner) => Some(self.say(inner)),
            _ => None,
        });
        inner.fold(sentence, |sentence, inner| with_one_stop(&sentence, &inner))
    }

    fn value(&self, value: &MessageValue) -> String {
        match value {
            MessageValue::Text(text) => text.clone(),
            MessageValue::Number(number) => number.to_string(),
            MessageValue::Day(at) => self.day(*at),
            MessageValue::Clock(at) => self.clock(*at),
            MessageValue::UserMessage(inner) => self.say(inner),
            MessageValue::List(members) => self.listed(members.iter().map(|member| self.value(member))),
        }
    }

    /// Words in one line, with what the language puts between the members of a list.
    #[must_use]
    pub fn listed(&self, words: impl IntoIterator<Item = impl AsRef<str>>) -> String {
        let between = self.word("list-between").unwrap_or_default();
        let mut list = String::new();
        for (at, word) in words.into_iter().enumerate() {
            list.push_str(if at > 0 { &between } else { "" });
            list.push_str(word.as_ref());
        }
        list
    }

    /// Words with others in brackets after them.
    #[must_use]
    pub fn bracketed(&self, words: &str, inside: &str) -> String {
        self.say(&super::user_message("bracketed").with("words", words).with("inside", inside))
    }

    /// A sentence without values, by an id that is built at run time (`key-…`, `kind-…`). `None` if there is none.
    #[must_use]
    pub fn word(&self, id: &str) -> Option<String> {
        self.languages.iter().find_map(|language| language.say(id, None))
    }

    /// The same in the source language: commands are found by their English names too.
    #[must_use]
    pub fn source_word(&self, id: &str) -> Option<String> {
        self.languages.last()?.say(id, None)
    }
}

/// A sentence in which an inner one that ends with a full stop is not given another.
fn with_one_stop(sentence: &str, inner: &str) -> String {
    match inner.chars().next_back() {
        Some(stop @ ('.' | '。')) => sentence.replace(&format!("{inner}{stop}"), inner),
        _ => sentence.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::user_message;

    #[test]
    fn a_sentence_in_a_sentence_ends_with_one_full_stop() {
        for (language, stop) in [("en", "."), ("zh", "。")] {
            let messages = Messages::of(language).unwrap();
            for hint in ["format-unknown-word-hint", "format-syntax-hint"] {
                let broken = user_message("store-review-broken")
                    .with("path", "a.toml")
                    .with("line", 1)
                    .with("column", 2);
                let broken = broken
                    .and("problem", user_message("format-level-range").with("number", 12))
                    .and("hint", user_message(hint));
                for sentence in ["save-file-unusable", "save-in-journal"] {
                    let told = messages.say(&user_message(sentence).and("why", broken.clone()));
                    assert!(!told.contains(&stop.repeat(2)), "{told}");
                }
            }
            let told = messages.say(&user_message("save-in-journal").and("why", user_message("save-busy")));
            assert!(told.contains(stop) && !told.contains(&stop.repeat(2)), "{told}");
        }
    }

    #[test]
    fn a_list_and_brackets_are_set_as_the_language_sets_them() {
        let list = user_message("format-known-words").list("words", ["a", "b"]);
        for (language, listed, bracketed) in [("en", "a, b", "x (y)"), ("zh", "a、b", "x（y）")] {
            let messages = Messages::of(language).unwrap();
            assert!(messages.say(&list).contains(listed), "{language}");
            assert_eq!(messages.bracketed("x", "y"), bracketed);
        }
    }

    #[test]
    fn times_are_told_by_the_clock_of_the_reader() {
        let at: Timestamp = "2026-11-23T23:30:00Z".parse().unwrap();
        let told = |messages: &Messages| format!("{} {}", messages.day(at), messages.clock(at));
        assert_eq!(told(&Messages::english()), "2026-11-23 23:30");
        let east = Messages::english().in_zone(|| TimeZone::fixed(jiff::tz::offset(8)));
        assert_eq!(told(&east), "2026-11-24 07:30");
        let sentence = crate::messages::user_message("whence-time").day("day", at).clock("time", at);
        assert_eq!(east.say(&sentence), "2026-11-24 07:30");
    }

    #[test]
    fn a_language_speaks_for_itself_and_english_stands_behind_it() {
        let chinese = Messages::of("zh").unwrap();
        assert_eq!(chinese.language(), "zh");
        assert_eq!(chinese.say(&user_message("tab-panelists")), "主讲人");
        assert_eq!(chinese.source_word("tab-panelists").as_deref(), Some("Panelists"));
        assert_eq!(chinese.languages.len(), 2);
        assert_eq!(Messages::of("en").map(|messages| messages.language()), Some("en"));
        assert!(Messages::of("xx").is_none());
    }
}
