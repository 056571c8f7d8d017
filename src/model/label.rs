//! The number of a paragraph as it is printed, and how such numbers are ordered and typed.

use std::cmp::Ordering;
use std::fmt;

/// A paragraph's number as printed, without the full stop: `18`, `18 bis`. Unique within one document part.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label(String);

impl Label {
    /// Takes a number as printed. White space at the ends does not count.
    #[must_use]
    pub fn new(printed: &str) -> Self {
        Self(printed.trim().to_owned())
    }

    /// The number as printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether someone who typed `typed` meant this number: the same but for case and inner space, with the
    /// Latin word cut short, so that `18b` is `18 bis`. A number is never cut short: `140.` is not `140.7`.
    #[must_use]
    pub fn is_meant_by(&self, typed: &str) -> bool {
        let (digits, word) = split(&self.0);
        let (typed_digits, typed_word) = split(typed);
        let (word, typed_word) = (word.to_lowercase(), typed_word.to_lowercase());
        let cut = || {
            let rest = word.strip_prefix(&typed_word)?;
            Some(typed_word.ends_with(char::is_alphanumeric) && !rest.starts_with(char::is_numeric))
        };
        digits == typed_digits && (word == typed_word || cut().unwrap_or(false))
    }

    /// Whether what was typed so far may become this number as one types on, but for case and inner space.
    #[must_use]
    pub fn begins_with(&self, typed: &str) -> bool {
        let mut own = self.0.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase);
        let typed = typed.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase);
        typed.into_iter().all(|c| own.next() == Some(c))
    }

    fn key(&self) -> (u64, String) {
        let (digits, word) = split(&self.0);
        (digits.parse().unwrap_or(u64::MAX), word.to_lowercase())
    }
}

/// Leading digits, and what follows them without white space.
fn split(text: &str) -> (&str, String) {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (digits, rest.split_whitespace().collect())
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Label {
    fn from(printed: &str) -> Self {
        Self::new(printed)
    }
}

impl Ord for Label {
    /// `9` before `10` before `10 bis` before `11`; what has no digits comes last.
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key()).then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Label {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_ordered_as_a_reader_counts() {
        let mut numbers: Vec<Label> = ["18 bis", "2", "18", "19", "18 ter", "A"].map(Label::from).into();
        numbers.sort();
        let printed: Vec<&str> = numbers.iter().map(Label::as_str).collect();
        assert_eq!(printed, ["2", "18", "18 bis", "18 ter", "19", "A"]);
    }

    #[test]
    fn eighteen_b_means_eighteen_bis() {
        let bis = Label::from("18 bis");
        assert!(bis.is_meant_by("18b") && bis.is_meant_by("18 BIS") && bis.is_meant_by("18bis"));
        assert!(!bis.is_meant_by("18") && !bis.is_meant_by("18t") && !bis.is_meant_by("1"));
        assert!(Label::from("18").is_meant_by("18"));
    }
}
