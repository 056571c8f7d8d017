//! Which kind of file a text is meant to be. It may be too broken to be parsed, so its lines are looked at.

/// Whether the text is meant to be a document: by what only a document has.
#[must_use]
pub fn is_document(source: &str) -> bool {
    begins(source, "[masthead]") || begins(source, "[[section]]")
}

/// Whether the text is meant to be a review: by what only a review has.
#[must_use]
pub fn is_review(source: &str) -> bool {
    let names_reviewer = |line: &str| {
        line.trim_start().strip_prefix("reviewer").is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    !is_document(source) && (source.lines().any(names_reviewer) || begins(source, "[[note]]"))
}

fn begins(source: &str, word: &str) -> bool {
    source.lines().any(|line| line.trim_start().starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_by_its_words() {
        for (source, document, review) in [
            ("format = 1\nreviewer = \"amara\"", false, true),
            ("[[note]]", false, true),
            (" [masthead]\nreviewer = 1", true, false),
            ("[[section]]", true, false),
            ("[[paragraph]]", false, false),
            ("reviewers = 1", false, false),
            ("[package]\nname = \"x\"", false, false),
            ("", false, false),
        ] {
            assert_eq!((is_document(source), is_review(source)), (document, review), "{source}");
        }
    }
}
