//! A parsed table as readers see it: how the file writes it, where it stands, and what is in it. Says nothing of what is
//! wrong with it.

use std::fmt;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

/// How the file writes a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Header {
    /// The file itself.
    File,
    /// In braces, as an item of the list of that name.
    Item(&'static str),
    /// Once, in another one: `[masthead]`, `[note.anchor]`.
    Once(&'static str, &'static str),
    /// Any number of times, in another one: `[[section]]`, `[[paragraph.footnote]]`.
    Each(&'static str, &'static str),
}

impl Header {
    /// The key under which it stands; empty for the file itself.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::File => "",
            Self::Item(name) | Self::Once(_, name) | Self::Each(_, name) => name,
        }
    }
}

impl fmt::Display for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => Ok(()),
            Self::Item(name) => f.write_str(name),
            Self::Once("", name) => write!(f, "[{name}]"),
            Self::Once(of, name) => write!(f, "[{of}.{name}]"),
            Self::Each("", name) => write!(f, "[[{name}]]"),
            Self::Each(of, name) => write!(f, "[[{of}.{name}]]"),
        }
    }
}

/// A table of the file.
#[derive(Debug, Clone)]
pub(super) struct Table<'t> {
    pub(super) header: Header,
    /// The bytes of its header, or of all of it where it is written in braces.
    pub(super) at: Range<usize>,
    entries: &'t DeTable<'t>,
}

/// A text of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextValue {
    /// Its words; line ends are `\n`.
    pub(super) value: String,
    /// The bytes where it stands, quotes included.
    pub(super) at: Range<usize>,
}

impl<'t> Table<'t> {
    /// The file itself, or a piece of it.
    pub(super) fn file(parsed: &'t Spanned<DeTable<'t>>) -> Self {
        Self { header: Header::File, at: 0..0, entries: parsed.get_ref() }
    }

    /// A value that is a table, written so; none if it is no table.
    pub(super) fn of(header: Header, value: &'t Spanned<DeValue<'t>>) -> Option<Self> {
        let DeValue::Table(entries) = value.get_ref() else { return None };
        Some(Self { header, at: value.span(), entries })
    }

    pub(super) fn get(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        #[cfg(test)]
        asked::note(self.header, key);
        self.entries.get(key)
    }

    /// Its keys and where they stand, in no order that means anything.
    pub(super) fn keys(&self) -> impl Iterator<Item = (&'t str, Range<usize>)> {
        self.entries.keys().map(|key| (key.get_ref().as_ref(), key.span()))
    }

    /// Where a value stands; where it is missing, the table's header.
    pub(super) fn at(&self, key: &str) -> Range<usize> {
        self.get(key).map_or_else(|| self.at.clone(), Spanned::span)
    }

    /// A label as it is written: a text, or a number without quotes; none if it is neither.
    pub(super) fn label(&self, key: &str) -> Option<String> {
        let value = self.get(key)?.get_ref();
        value
            .as_str()
            .map(str::to_owned)
            .or_else(|| value.as_integer().and_then(integer).map(|n| n.to_string()))
    }
}

/// A whole number; none if it has no room in 64 bits.
pub(super) fn integer(written: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(written.as_str(), written.radix()).ok()
}

/// Which keys were looked for in which tables, so that a test can hold them against the reference of the format.
#[cfg(test)]
pub(super) mod asked {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    use super::Header;

    thread_local! {
        static ASKED: RefCell<BTreeSet<(String, String)>> = const { RefCell::new(BTreeSet::new()) };
    }

    pub(super) fn note(header: Header, key: &str) {
        ASKED.with_borrow_mut(|asked| asked.insert((header.to_string(), key.to_owned())));
    }

    /// Headers as files write them with the keys that were looked for, in this thread since the last time.
    pub(in crate::format) fn taken() -> BTreeSet<(String, String)> {
        ASKED.take()
    }
}
