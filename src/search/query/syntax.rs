//! The signs and fields of a query, as they are shown to people: in the empty search bar, in help, in the manual. Data
//! only; each row has the id of its sentence.

/// A way to narrow a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// As one types it.
    pub typed: &'static str,
    /// The id of the sentence that says what it finds; a few words.
    pub about: &'static str,
}

const fn sign(typed: &'static str, about: &'static str) -> Sign {
    Sign { typed, about }
}

/// Signs that stand at a term.
pub const SIGNS: [Sign; 5] = [
    sign("\"a b\"", "search-sign-phrase"),
    sign("'a", "search-sign-exact"),
    sign("^a", "search-sign-start"),
    sign("a$", "search-sign-end"),
    sign("!a", "search-sign-not"),
];

/// Fields, in the order of [`FieldName::ALL`](super::FieldName::ALL).
pub const FIELDS: [Sign; 9] = [
    sign("status:", "search-field-status"),
    sign("kind:", "search-field-kind"),
    sign("tag:", "search-field-tag"),
    sign("speaker:", "search-field-speaker"),
    sign("section:", "search-field-section"),
    sign("by:", "search-field-by"),
    sign("para:", "search-field-para"),
    sign("lang:", "search-field-lang"),
    sign("has:", "search-field-has"),
];

#[cfg(test)]
mod tests {
    use super::super::{FieldName, Query};
    use super::*;

    #[test]
    fn every_field_has_its_row_and_every_sign_narrows() {
        for (row, field) in FIELDS.iter().zip(FieldName::ALL) {
            assert_eq!(row.typed, format!("{}:", field.word()));
        }
        for row in SIGNS {
            let query = Query::parse(row.typed);
            let term = query.terms().first().unwrap();
            assert!(!term.plain && query.terms().len() == 1, "{}", row.typed);
        }
    }
}
