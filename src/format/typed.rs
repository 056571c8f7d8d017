//! Typed looks into a table: each says by itself what is missing, of the wrong type or unknown, and
//! gives `None`, so that a reader can go on and find the rest. Knows TOML, neither documents nor reviews.

use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::DeValue;

use super::findings::{FileKind, Findings};
use super::table::{Header, Table, TextValue, integer};
use crate::messages::{UserMessage, nearest, user_message};
use crate::model::Moment;

/// What a value must be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted {
    Text,
    Number,
    Count,
    Flag,
    Moment,
    List,
    Texts,
}

impl Wanted {
    fn user_message(self) -> UserMessage {
        user_message(match self {
            Self::Text => "format-type-text",
            Self::Number => "format-type-number",
            Self::Count => "format-type-count",
            Self::Flag => "format-type-flag",
            Self::Moment => "format-type-moment",
            Self::List => "format-type-list",
            Self::Texts => "format-type-texts",
        })
    }
}

/// What a value is, for "this is …".
fn found(value: &DeValue<'_>) -> UserMessage {
    match value {
        DeValue::String(_) => user_message("format-type-text"),
        DeValue::Integer(number) if number.as_str().starts_with('-') => user_message("format-type-negative"),
        DeValue::Integer(_) => user_message("format-type-number"),
        DeValue::Float(_) => user_message("format-type-fraction"),
        DeValue::Boolean(_) => user_message("format-type-flag"),
        DeValue::Datetime(time) if time.time.is_some() && time.offset.is_none() => {
            user_message("format-type-local")
        }
        DeValue::Datetime(_) => user_message("format-type-date"),
        DeValue::Array(_) => user_message("format-type-list"),
        DeValue::Table(_) => user_message("format-type-table"),
    }
}

/// Words as a list: `“a”, “b”`.
pub(super) fn quoted<'w>(words: impl IntoIterator<Item = &'w str>) -> impl Iterator<Item = String> {
    words.into_iter().map(|word| format!("“{word}”"))
}

/// "Did you mean …", or all that would be known.
pub(super) fn meant<'w>(written: &str, known: impl Iterator<Item = &'w str> + Clone) -> UserMessage {
    match nearest(written, known.clone()) {
        Some(word) => user_message("format-did-you-mean").with("word", word),
        None => user_message("format-known-words").list("words", quoted(known)),
    }
}

impl Findings<'_> {
    /// Tells every key of a table that is not among the known ones.
    pub(super) fn only(&mut self, table: &Table<'_>, known: impl Iterator<Item = &'static str> + Clone) {
        for (key, at) in table.keys() {
            if known.clone().all(|name| name != key) {
                let what = match table.header {
                    Header::File => user_message("format-unknown-table"),
                    header => user_message("format-unknown-key").with("table", header),
                };
                // Looking for what may be meant takes time, and of too many no more are told.
                let hint =
                    if self.is_full() { user_message("format-more-hint") } else { meant(key, known.clone()) };
                self.error(at, what.with("key", key), hint);
            }
        }
    }

    pub(super) fn mistyped(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wanted: Wanted) {
        let hint = match (wanted, value.get_ref()) {
            (Wanted::Text, DeValue::Array(_) | DeValue::Table(_)) => user_message("format-write-text"),
            (Wanted::Text, _) => user_message("format-quote-it").with("value", self.raw(&value.span())),
            (Wanted::Number | Wanted::Count, _) => user_message("format-write-number"),
            (Wanted::Flag, _) => user_message("format-write-flag"),
            (Wanted::Moment, _) => user_message("format-write-moment"),
            (Wanted::List | Wanted::Texts, _) => user_message("format-write-list"),
        };
        let what = user_message("format-wrong-type").with("key", key).and("wanted", wanted.user_message());
        self.error(value.span(), what.and("found", found(value.get_ref())), hint.with("key", key));
    }

    /// Tells that a table has no value of that key.
    pub(super) fn missing(&mut self, table: &Table<'_>, key: &str) {
        let (what, hint) = match table.header {
            Header::File => {
                (user_message("format-no-key-in-file"), user_message("format-no-key-in-file-hint"))
            }
            header => (
                user_message("format-missing-key").with("table", header),
                user_message("format-missing-key-hint"),
            ),
        };
        self.error(table.at.clone(), what.with("key", key), hint.with("key", key));
    }

    /// A value that is a text; anything else is told.
    pub(super) fn as_text(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<TextValue> {
        let Some(text) = value.get_ref().as_str() else {
            self.mistyped(key, value, Wanted::Text);
            return None;
        };
        let at = value.span();
        // An editor or git may have turned the ends of lines; the text is the same.
        let value = if self.raw(&at).contains("\r\n") { text.replace("\r\n", "\n") } else { text.to_owned() };
        if self.kind == FileKind::Document {
            self.hidden(key, &value, &at);
            self.lookalikes(key, &value, &at);
        }
        Some(TextValue { value, at })
    }

    /// A text that may be absent, and may be empty.
    pub(super) fn any_text(&mut self, table: &Table<'_>, key: &str) -> Option<TextValue> {
        let value = table.get(key)?;
        self.as_text(key, value)
    }

    /// A text that may be absent, but not empty.
    pub(super) fn text(&mut self, table: &Table<'_>, key: &str) -> Option<TextValue> {
        let text = self.any_text(table, key)?;
        if text.value.trim().is_empty() {
            let what = user_message("format-empty-text").with("key", key);
            self.error(text.at, what, user_message("format-empty-text-hint"));
            return None;
        }
        Some(text)
    }

    /// A text that must be there and have words.
    pub(super) fn required(&mut self, table: &Table<'_>, key: &str) -> Option<TextValue> {
        if table.get(key).is_none() {
            self.missing(table, key);
            return None;
        }
        self.text(table, key)
    }

    /// A text, or a list of texts, none of them empty; absent gives none.
    pub(super) fn text_or_texts(&mut self, table: &Table<'_>, key: &str) -> Vec<TextValue> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            return self.text(table, key).into_iter().collect();
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            let Some(text) = self.as_text(key, item) else { continue };
            if text.value.trim().is_empty() {
                let what = user_message("format-empty-text").with("key", key);
                self.error(text.at, what, user_message("format-empty-text-hint"));
            } else {
                texts.push(text);
            }
        }
        texts
    }

    /// Tells that a heading has no level, and which there are.
    pub(super) fn no_level(&mut self, table: &Table<'_>) {
        let what = user_message("format-missing-key").with("table", table.header).with("key", "level");
        self.error(table.at.clone(), what, user_message("format-level-hint"));
    }

    /// Which of a few words it is; `None` if it is absent or none of them.
    pub(super) fn one_of<'w>(
        &mut self,
        table: &Table<'_>,
        key: &str,
        mut words: impl Iterator<Item = &'w str> + Clone,
    ) -> Option<usize> {
        let value = table.get(key)?;
        if value.get_ref().as_str().is_none() {
            let what = user_message("format-no-word").with("key", key).list("words", quoted(words.clone()));
            let hint = user_message("format-no-word-hint").with("key", key);
            let first = words.next().unwrap_or_default();
            self.error(value.span(), what.and("found", found(value.get_ref())), hint.with("word", first));
            return None;
        }
        let text = self.as_text(key, value)?;
        let all = words.clone();
        let choice = words.position(|word| word == text.value);
        if choice.is_none() {
            let what = user_message("format-unknown-word").with("key", key).with("word", &text.value);
            let what = what.list("words", quoted(all.clone()));
            let hint = match nearest(&text.value, all) {
                Some(word) => user_message("format-did-you-mean").with("word", word),
                None => user_message("format-unknown-word-hint"),
            };
            self.error(text.at, what, hint);
        }
        choice
    }

    /// What one of a few words means; `None` if it is absent or none of them.
    pub(super) fn word<T: Copy>(&mut self, table: &Table<'_>, key: &str, known: &[(&str, T)]) -> Option<T> {
        let place = self.one_of(table, key, known.iter().map(|(word, _)| *word))?;
        known.get(place).map(|(_, meaning)| *meaning)
    }

    /// [`word`](Self::word) that must be there.
    pub(super) fn required_word<T: Copy>(
        &mut self,
        table: &Table<'_>,
        key: &str,
        known: &[(&str, T)],
    ) -> Option<T> {
        if table.get(key).is_none() {
            let what = user_message("format-missing-key").with("table", table.header).with("key", key);
            let hint = user_message("format-missing-word-hint").with("key", key);
            self.error(
                table.at.clone(),
                what,
                hint.list("words", quoted(known.iter().map(|(word, _)| *word))),
            );
        }
        self.word(table, key, known)
    }

    /// `true` or `false`, if it is there.
    pub(super) fn flag(&mut self, table: &Table<'_>, key: &str) -> Option<bool> {
        let value = table.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.mistyped(key, value, Wanted::Flag);
        }
        flag
    }

    /// A whole number, if it is there.
    pub(super) fn number(&mut self, table: &Table<'_>, key: &str) -> Option<i64> {
        let value = table.get(key)?;
        let number = value.get_ref().as_integer().and_then(integer);
        if number.is_none() {
            self.mistyped(key, value, Wanted::Number);
        }
        number
    }

    /// A whole number from 0, if it is there.
    pub(super) fn count(&mut self, table: &Table<'_>, key: &str) -> Option<u64> {
        let value = table.get(key)?;
        let count = value.get_ref().as_integer().and_then(integer).and_then(|number| number.try_into().ok());
        if count.is_none() {
            self.mistyped(key, value, Wanted::Count);
        }
        count
    }

    /// A point in time with its offset, if it is there.
    pub(super) fn moment(&mut self, table: &Table<'_>, key: &str) -> Option<Moment> {
        let value = table.get(key)?;
        let time = value.get_ref().as_datetime().filter(|time| time.offset.is_some());
        let moment = time.and_then(|time| time.to_string().parse().ok());
        if moment.is_none() {
            self.mistyped(key, value, Wanted::Moment);
        }
        moment
    }

    /// A list of texts, if it is there; none of it if an item is none.
    pub(super) fn texts(&mut self, table: &Table<'_>, key: &str) -> Option<Vec<String>> {
        let value = table.get(key)?;
        let text = |item: &Spanned<DeValue<'_>>| item.get_ref().as_str().map(str::to_owned);
        let texts = value.get_ref().as_array().and_then(|array| array.iter().map(text).collect());
        if texts.is_none() {
            self.mistyped(key, value, Wanted::Texts);
        }
        texts
    }

    /// A level, 1 to 9, if it is there.
    pub(super) fn level(&mut self, table: &Table<'_>, key: &str) -> Option<u8> {
        let number = self.number(table, key)?;
        let level = u8::try_from(number).ok().filter(|level| (1..=9).contains(level));
        if level.is_none() {
            let what = user_message("format-level-range").with("number", number);
            self.error(table.at(key), what, user_message("format-level-range-hint"));
        }
        level
    }

    /// Tells a level that leaves out one between it and the level `above` (0: nothing is), and gives the level
    /// that the next one is below. Below a level that is wrong itself anything goes.
    pub(super) fn step(&mut self, table: &Table<'_>, above: u8, level: Option<u8>) -> u8 {
        let Some(level) = level else { return u8::MAX - 1 };
        if level > above + 1 {
            let (what, hint) = match above {
                0 => (user_message("format-level-first"), user_message("format-level-range-hint")),
                _ => (
                    user_message("format-level-jump").with("above", above),
                    user_message("format-level-jump-hint").with("most", above + 1),
                ),
            };
            self.warn(table.at("level"), what.with("level", level), hint);
        }
        level
    }

    /// A value that is a list; anything else is told.
    pub(super) fn list<'t>(&mut self, table: &Table<'t>, key: &str) -> &'t [Spanned<DeValue<'t>>] {
        match table.get(key).map(|value| (value, value.get_ref())) {
            Some((_, DeValue::Array(array))) => array,
            Some((value, _)) => {
                self.mistyped(key, value, Wanted::List);
                &[]
            }
            None => &[],
        }
    }

    /// A table that is written once, if it is there.
    pub(super) fn table<'t>(&mut self, parent: &Table<'t>, key: &'static str) -> Option<Table<'t>> {
        let value = parent.get(key)?;
        let header = Header::Once(parent.header.name(), key);
        let table = Table::of(header, value);
        if table.is_none() {
            let what = user_message("format-want-table").with("key", key).with("table", header);
            self.error(value.span(), what, user_message("format-want-table-hint").with("table", header));
        }
        table
    }

    /// The tables of a list of tables, however it is written.
    pub(super) fn tables<'t>(&mut self, parent: &Table<'t>, key: &'static str) -> Vec<Table<'t>> {
        let Some(value) = parent.get(key) else { return Vec::new() };
        let values: &[Spanned<DeValue<'t>>] = match value.get_ref() {
            DeValue::Array(array) => array,
            _ => std::slice::from_ref(value),
        };
        let is_list = matches!(value.get_ref(), DeValue::Array(_));
        let header = Header::Each(parent.header.name(), key);
        let mut tables = Vec::with_capacity(values.len());
        for value in values {
            match Table::of(header, value).filter(|_| is_list) {
                Some(table) => tables.push(table),
                None => self.no_table_of_list(value, key, header),
            }
        }
        tables
    }

    /// Whether a value is a list of tables, each under a header of its own.
    pub(super) fn is_headed(&self, parent: &Table<'_>, key: &str) -> bool {
        self.raw(&parent.at(key)).starts_with("[[")
    }

    /// The tables of a list of tables, each under a header of its own, as they must be where the file is edited.
    pub(super) fn headed_tables<'t>(&mut self, parent: &Table<'t>, key: &'static str) -> Vec<Table<'t>> {
        match parent.get(key) {
            Some(value) if !self.is_headed(parent, key) => {
                self.no_table_of_list(value, key, Header::Each(parent.header.name(), key));
                Vec::new()
            }
            _ => self.tables(parent, key),
        }
    }

    /// Whether the file is in the format that is known and the rest of it worth a look: of a newer format every word may
    /// have another meaning.
    pub(super) fn version(&mut self, root: &Table<'_>, known: RangeInclusive<i64>) -> bool {
        if root.get("format").is_none() {
            self.error(0..0, user_message("format-no-version"), user_message("format-no-version-hint"));
            return true;
        }
        let format = self.number(root, "format");
        match format {
            Some(newer) if newer > *known.end() => {
                let what = user_message("format-newer").with("format", newer).with("known", known.end());
                self.newer(root.at("format"), what, user_message("format-newer-hint"));
            }
            Some(other) if !known.contains(&other) => {
                let what = user_message("format-no-such-version").with("format", other);
                self.error(root.at("format"), what, user_message("format-no-version-hint"));
            }
            _ => {}
        }
        format.is_none_or(|format| format <= *known.end())
    }

    fn no_table_of_list(&mut self, value: &Spanned<DeValue<'_>>, key: &str, header: Header) {
        let what = user_message("format-want-tables").with("key", key).with("table", header);
        self.error(value.span(), what, user_message("format-want-tables-hint").with("table", header));
    }
}
