//! What was typed, understood: the whole of it literally, and its terms. Knows no document.

use super::dense::squeeze;
use super::fold::fold;
use super::literal::Needle;
use super::loose::Shape;

/// How many characters of a query count; what is typed beyond them is not looked at.
pub const MAX_QUERY: usize = 256;

/// One term of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// What is to be found.
    pub(super) needle: Needle,
    /// `^`: at the beginning of the text, or of the paragraph's number.
    pub(super) start: bool,
    /// `$`: at the end of the text.
    pub(super) end: bool,
    /// `!`: must not be there.
    pub(super) not: bool,
    /// How it may also match with gaps; `None` where only the literal counts.
    pub(super) shape: Option<Shape>,
}

/// A query, parsed.
///
/// - The whole of it is looked for literally first, spaces between Han characters and digits not counting.
/// - White space (also U+3000) separates terms; all of them must match. `'term` only literally, `^term` at the
///   beginning of the text or of the paragraph's number, `term$` at its end (final punctuation not counting),
///   `!term` must not be there. The full-width forms of the signs do the same. A sign alone is no term.
/// - Case, accents, width and the form of punctuation do not count.
/// - Only the first [`MAX_QUERY`] characters count.
///
/// Terms with a field (`status:accept`) will become further parts of this type.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    whole: Option<Needle>,
    terms: Vec<Term>,
}

impl Query {
    /// Understands what was typed. Nothing that can be typed is an error.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let folded: Vec<char> = typed
            .trim_start()
            .chars()
            .take(MAX_QUERY)
            .map(fold)
            .map(|c| if c == '\n' { ' ' } else { c })
            .collect();
        let whole = Needle::new(dense(&folded));
        let mut terms: Vec<Term> = Vec::new();
        for term in folded.split(|&c| c == ' ').filter_map(term) {
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        Self { whole, terms }
    }

    /// Whether nothing is asked: white space and characters that nobody sees.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.whole.is_none() && self.terms.is_empty()
    }

    /// The whole query, to be found as typed.
    pub(super) fn whole(&self) -> Option<&Needle> {
        self.whole.as_ref()
    }

    /// Its terms, each once, in the order typed.
    pub(super) fn terms(&self) -> &[Term] {
        &self.terms
    }
}

/// Dense characters without spaces at the ends.
fn dense(folded: &[char]) -> Vec<char> {
    let (mut chars, _) = squeeze(folded);
    while chars.last() == Some(&' ') {
        chars.pop();
    }
    let leading = chars.iter().take_while(|&&c| c == ' ').count();
    chars.drain(..leading);
    chars
}

fn term(typed: &[char]) -> Option<Term> {
    let (typed, _) = squeeze(typed);
    let mut rest = typed.as_slice();
    let (mut not, mut exact, mut start, mut end) = (false, false, false, false);
    if let Some(after) = rest.strip_prefix(&['!']) {
        (rest, not) = (after, true);
    }
    if let Some(after) = rest.strip_prefix(&['\'']) {
        (rest, exact) = (after, true);
    }
    if let Some(after) = rest.strip_prefix(&['^']) {
        (rest, start) = (after, true);
    }
    if let Some(before) = rest.strip_suffix(&['$']) {
        (rest, end) = (before, true);
    }
    let shape = if not || exact || start || end { None } else { Shape::of(rest) };
    Some(Term { needle: Needle::new(rest.to_vec())?, start, end, not, shape })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole, then each term with its signs; `~` for one that may match loosely.
    fn check(typed: &str, understood: &[&str]) {
        let query = Query::parse(typed);
        let mut shown: Vec<String> =
            query.whole().iter().map(|whole| whole.chars().iter().collect()).collect();
        for term in query.terms() {
            let signs = [(term.not, "!"), (term.start, "^"), (term.end, "$"), (term.shape.is_some(), "~")];
            let signs: String = signs.into_iter().filter_map(|(on, sign)| on.then_some(sign)).collect();
            shown.push(format!("{signs}{}", term.needle.chars().iter().collect::<String>()));
        }
        assert_eq!(shown, understood, "{typed:?}");
    }

    #[test]
    fn a_query_is_the_whole_and_its_terms() {
        check("缅甸", &["缅甸", "~缅甸"]);
        check(" 第 7/5 号 ", &["第7/5号", "第", "7/5", "号"]);
        check("体育\u{3000}举报", &["体育 举报", "~体育", "~举报"]);
        check("Asset\t recovery\nasset", &["asset recovery asset", "~asset", "~recovery"]);
        check(
            "'缅甸 ^in of$ !not !'x ^only$",
            &["'缅甸 ^in of$ !not !'x ^only$", "缅甸", "^in", "$of", "!not", "!x", "^$only"],
        );
        check("！缅甸 ＇署", &["!缅甸 '署", "!缅甸", "署"]);
        check("González CAFE\u{301}", &["gonzalez cafe", "~gonzalez", "~cafe"]);
    }

    #[test]
    fn signs_alone_are_no_terms_and_white_space_is_nothing() {
        for nothing in ["", " ", "\u{3000}\t\n", "\u{200D}", "\u{301}", "\u{FEFF} \u{AD}"] {
            check(nothing, &[]);
            assert!(Query::parse(nothing).is_empty(), "{nothing:?}");
        }
        check("!", &["!"]);
        check("' ^ $ !^$", &["' ^ $ !^$"]);
    }

    #[test]
    fn only_the_first_characters_of_a_long_query_count() {
        let query = Query::parse(&"腐".repeat(10_000));
        assert_eq!(query.whole().unwrap().len(), MAX_QUERY);
        assert!(query.terms().iter().all(|term| term.needle.len() <= MAX_QUERY && term.shape.is_none()));
    }
}
