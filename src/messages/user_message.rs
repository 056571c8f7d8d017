//! A sentence as data: which one, and the values that go into it.

use jiff::Timestamp;

/// A value inside a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MessageValue {
    /// Words, perhaps from a file: they are made safe where they are shown, not here.
    Text(String),
    /// A count, so that each language can choose its plural.
    Number(i64),
    /// The day of a point in time, where the reader is.
    Day(Timestamp),
    /// Its hours and minutes, where the reader is.
    Clock(Timestamp),
    /// A sentence inside the sentence.
    UserMessage(Box<UserMessage>),
    /// Several, listed with what the language puts between them.
    List(Vec<MessageValue>),
}

impl From<&str> for MessageValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for MessageValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<UserMessage> for MessageValue {
    fn from(said: UserMessage) -> Self {
        Self::UserMessage(Box::new(said))
    }
}

/// A sentence to be shown: its id in the catalog and its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserMessage {
    /// The id in `data/locales/*.ftl`.
    pub id: &'static str,
    /// The values by name.
    pub values: Vec<(&'static str, MessageValue)>,
}

/// Begins a sentence. A test finds each `user_message("id")` in the source and looks it up in every catalog.
#[must_use]
pub fn user_message(id: &'static str) -> UserMessage {
    UserMessage { id, values: Vec::new() }
}

impl UserMessage {
    /// Gives the sentence a text for one of its values; it is shown as it is.
    #[must_use]
    pub fn with(mut self, name: &'static str, text: impl ToString) -> Self {
        self.values.push((name, MessageValue::Text(text.to_string())));
        self
    }

    /// Adds a count.
    #[must_use]
    pub fn count(mut self, name: &'static str, number: usize) -> Self {
        self.values.push((name, MessageValue::Number(i64::try_from(number).unwrap_or(i64::MAX))));
        self
    }

    /// Adds the day of a point in time.
    #[must_use]
    pub fn day(mut self, name: &'static str, at: impl Into<Timestamp>) -> Self {
        self.values.push((name, MessageValue::Day(at.into())));
        self
    }

    /// Adds the hours and minutes of a point in time.
    #[must_use]
    pub fn clock(mut self, name: &'static str, at: impl Into<Timestamp>) -> Self {
        self.values.push((name, MessageValue::Clock(at.into())));
        self
    }

    /// Adds a sentence.
    #[must_use]
    pub fn and(mut self, name: &'static str, inner: UserMessage) -> Self {
        self.values.push((name, MessageValue::UserMessage(Box::new(inner))));
        self
    }

    /// Adds a list; what stands between its members is the language's.
    #[must_use]
    pub fn list(
        mut self,
        name: &'static str,
        members: impl IntoIterator<Item = impl Into<MessageValue>>,
    ) -> Self {
        self.values.push((name, MessageValue::List(members.into_iter().map(Into::into).collect())));
        self
    }
}
