//! Typed looks into a parsed table: each says by itself what is missing, of the wrong type or unknown, and
//! gives `None`, so that a reader can go on and find the rest. Knows TOML, not documents.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::findings::Findings;
use super::suggest::nearest;
use crate::messages::{Said, said};

/// A table of the file.
#[derive(Debug, Clone)]
pub(super) struct Table<'t> {
    /// How the file writes it: `[masthead]`, `[[section]]`; empty for the file itself.
    pub(super) name: &'static str,
    /// Its header, or all of it where it is written in braces.
    pub(super) at: Range<usize>,
    entries: &'t DeTable<'t>,
}

/// A text of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    /// Its words; line ends are `\n`.
    pub(super) value: String,
    /// Where it stands, quotes included.
    pub(super) at: Range<usize>,
}

impl<'t> Table<'t> {
    pub(super) fn new(name: &'static str, at: Range<usize>, entries: &'t DeTable<'t>) -> Self {
        Self { name, at, entries }
    }

    pub(super) fn get(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.entries.get(key)
    }

    /// Where a value stands; where it is missing, the table's header.
    pub(super) fn at(&self, key: &str) -> Range<usize> {
        self.get(key).map_or_else(|| self.at.clone(), Spanned::span)
    }
}

/// What a value is, for "this is …".
fn found(value: &DeValue<'_>) -> Said {
    match value {
        DeValue::String(_) => said("format-type-text"),
        DeValue::Integer(_) | DeValue::Float(_) => said("format-type-number"),
        DeValue::Boolean(_) => said("format-type-flag"),
        DeValue::Datetime(_) => said("format-type-date"),
        DeValue::Array(_) => said("format-type-list"),
        DeValue::Table(_) => said("format-type-table"),
    }
}

/// Words as a list: `“a”, “b”`.
pub(super) fn quoted<'w>(words: impl IntoIterator<Item = &'w str>) -> impl Iterator<Item = String> {
    words.into_iter().map(|word| format!("“{word}”"))
}

/// "Did you mean …", or all that would be known.
pub(super) fn meant<'w>(written: &str, known: impl Iterator<Item = &'w str> + Clone) -> Said {
    match nearest(written, known.clone()) {
        Some(word) => said("format-did-you-mean").with("word", word),
        None => said("format-known-words").list("words", quoted(known)),
    }
}

impl Findings<'_> {
    /// Tells every key of a table that is not among the known ones.
    pub(super) fn only(&mut self, table: &Table<'_>, known: &[&str]) {
        for key in table.entries.keys() {
            if !known.contains(&key.get_ref().as_ref()) {
                let what = match table.name {
                    "" => said("format-unknown-table"),
                    name => said("format-unknown-key").with("table", name),
                };
                // Looking for what may be meant takes time, and of too many no more are told.
                let hint = if self.is_full() {
                    said("format-more-hint")
                } else {
                    meant(key.get_ref(), known.iter().copied())
                };
                self.error(key.span(), what.with("key", key.get_ref()), hint);
            }
        }
    }

    fn mistyped(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wanted: Said) {
        let hint = match (wanted.id, value.get_ref()) {
            ("format-type-text", DeValue::Array(_) | DeValue::Table(_)) => said("format-write-text"),
            ("format-type-text", _) => said("format-quote-it").with("value", self.raw(&value.span())),
            ("format-type-number", _) => said("format-write-number"),
            ("format-type-flag", _) => said("format-write-flag"),
            _ => said("format-write-list"),
        };
        let hint = hint.with("key", key);
        let what = said("format-wrong-type").with("key", key).and("wanted", wanted);
        self.error(value.span(), what.and("found", found(value.get_ref())), hint);
    }

    pub(super) fn missing(&mut self, table: &Table<'_>, key: &str) {
        let what = said("format-missing-key").with("table", table.name).with("key", key);
        self.error(table.at.clone(), what, said("format-missing-key-hint").with("key", key));
    }

    /// A value that is a text; anything else is told.
    pub(super) fn as_text(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Text> {
        let Some(text) = value.get_ref().as_str() else {
            self.mistyped(key, value, said("format-type-text"));
            return None;
        };
        let at = value.span();
        // An editor or git may have turned the ends of lines; the text is the same.
        let value = if self.raw(&at).contains("\r\n") { text.replace("\r\n", "\n") } else { text.to_owned() };
        self.hidden(key, &value, &at);
        self.lookalikes(key, &value, &at);
        Some(Text { value, at })
    }

    /// A text that may be absent, and may be empty.
    pub(super) fn any_text(&mut self, table: &Table<'_>, key: &str) -> Option<Text> {
        let value = table.get(key)?;
        self.as_text(key, value)
    }

    /// A text that may be absent, but not empty.
    pub(super) fn text(&mut self, table: &Table<'_>, key: &str) -> Option<Text> {
        let text = self.any_text(table, key)?;
        if text.value.trim().is_empty() {
            let what = said("format-empty-text").with("key", key);
            self.error(text.at, what, said("format-empty-text-hint"));
            return None;
        }
        Some(text)
    }

    /// A text that must be there and have words.
    pub(super) fn required(&mut self, table: &Table<'_>, key: &str) -> Option<Text> {
        if table.get(key).is_none() {
            self.missing(table, key);
            return None;
        }
        self.text(table, key)
    }

    /// One of a few words; `None` if it is absent or wrong.
    pub(super) fn word<T: Copy>(&mut self, table: &Table<'_>, key: &str, known: &[(&str, T)]) -> Option<T> {
        let text = self.any_text(table, key)?;
        let choice = known.iter().find(|(word, _)| *word == text.value).map(|(_, choice)| *choice);
        if choice.is_none() {
            let words = known.iter().map(|(word, _)| *word);
            let what = said("format-unknown-word").with("key", key).with("word", &text.value);
            let what = what.list("words", quoted(words.clone()));
            let hint = match nearest(&text.value, words) {
                Some(word) => said("format-did-you-mean").with("word", word),
                None => said("format-unknown-word-hint"),
            };
            self.error(text.at, what, hint);
        }
        choice
    }

    /// [`word`](Self::word) that must be there.
    pub(super) fn required_word<T: Copy>(
        &mut self,
        table: &Table<'_>,
        key: &str,
        known: &[(&str, T)],
    ) -> Option<T> {
        if table.get(key).is_none() {
            self.missing(table, key);
        }
        self.word(table, key, known)
    }

    /// `true` or `false`, if it is there.
    pub(super) fn flag(&mut self, table: &Table<'_>, key: &str) -> Option<bool> {
        let value = table.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.mistyped(key, value, said("format-type-flag"));
        }
        flag
    }

    /// A whole number, if it is there.
    pub(super) fn number(&mut self, table: &Table<'_>, key: &str) -> Option<i64> {
        let value = table.get(key)?;
        let integer = value.get_ref().as_integer();
        if integer.is_none() {
            self.mistyped(key, value, said("format-type-number"));
        }
        // A number too large for 64 bits is as wrong as any number that is too large.
        integer.map(|number| i64::from_str_radix(number.as_str(), number.radix()).unwrap_or(i64::MAX))
    }

    /// A level, 1 to 9, if it is there.
    pub(super) fn level(&mut self, table: &Table<'_>, key: &str) -> Option<u8> {
        let number = self.number(table, key)?;
        let level = u8::try_from(number).ok().filter(|level| (1..=9).contains(level));
        if level.is_none() {
            let what = said("format-level-range").with("number", number);
            self.error(table.at(key), what, said("format-level-range-hint"));
        }
        level
    }

    /// Tells a level that leaves out one between it and the level `above` (0: nothing is), and gives the level
    /// that the next one is below. Below a level that is wrong itself anything goes.
    pub(super) fn step(&mut self, table: &Table<'_>, above: u8, level: Option<u8>) -> u8 {
        let Some(level) = level else { return u8::MAX - 1 };
        if level > above + 1 {
            let (what, hint) = match above {
                0 => (said("format-level-first"), said("format-level-range-hint")),
                _ => (
                    said("format-level-jump").with("above", above),
                    said("format-level-jump-hint").with("most", above + 1),
                ),
            };
            self.error(table.at("level"), what.with("level", level), hint);
        }
        level
    }

    /// A value that is a list; anything else is told.
    pub(super) fn list<'t>(&mut self, table: &Table<'t>, key: &str) -> &'t [Spanned<DeValue<'t>>] {
        match table.get(key).map(|value| (value, value.get_ref())) {
            Some((_, DeValue::Array(array))) => array,
            Some((value, _)) => {
                self.mistyped(key, value, said("format-type-list"));
                &[]
            }
            None => &[],
        }
    }

    /// A table that is written once, if it is there.
    pub(super) fn table<'t>(
        &mut self,
        parent: &Table<'t>,
        key: &str,
        name: &'static str,
    ) -> Option<Table<'t>> {
        let value = parent.get(key)?;
        if let DeValue::Table(entries) = value.get_ref() {
            return Some(Table::new(name, value.span(), entries));
        }
        let what = said("format-want-table").with("key", key).with("table", name);
        self.error(value.span(), what, said("format-want-table-hint").with("table", name));
        None
    }

    /// The tables of a list of tables.
    pub(super) fn tables<'t>(&mut self, parent: &Table<'t>, key: &str, name: &'static str) -> Vec<Table<'t>> {
        let Some(value) = parent.get(key) else { return Vec::new() };
        let values: &[Spanned<DeValue<'t>>] = match value.get_ref() {
            DeValue::Array(array) => array,
            _ => std::slice::from_ref(value),
        };
        let is_list = matches!(value.get_ref(), DeValue::Array(_));
        let mut tables = Vec::with_capacity(values.len());
        for value in values {
            match value.get_ref() {
                DeValue::Table(entries) if is_list => tables.push(Table::new(name, value.span(), entries)),
                _ => {
                    let what = said("format-want-tables").with("key", key).with("table", name);
                    self.error(value.span(), what, said("format-want-tables-hint").with("table", name));
                }
            }
        }
        tables
    }
}
