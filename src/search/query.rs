//! What was typed, understood: the whole of it literally, its terms, its fields. Knows no document.
//!
//! # Files
//!
//! - `completion`: Completion of a field's name and of its values, as data: for the key that completes and for a menu
//! - `dense`: A text made ready for matching: folded, without what matching passes over
//! - `field`: Fields of a query: `status:accept`, `para:3-7`
//! - `fold`: Folding: spellings that a reader takes for the same become the same
//! - `initialism`: Loose matching of letters as an abbreviation: the term cut into beginnings of successive words
//! - `needle`: A run of characters to be found as it stands
//! - `organizations`: Knowledge of organizations: whoever types a short form also means the name in full
//! - `phrase`: Phrases: what stands in quotation marks of any language
//! - `relax`: Looser readings of a query that found nothing, the least loose first
//! - `shape`: How a term may match other than literally
//! - `sound`: Pinyin: Latin letters that spell how Han characters are read
//! - `syntax`: The signs and fields of a query, as they are shown to people: in the empty search bar, in help
//! - `tokens`: A query cut into its terms, phrases and fields, as they were typed
//! - `traditional`: Traditional Chinese characters to simplified ones, one to one, whatever stands beside them

pub(super) mod completion;
pub(super) mod dense;
pub(super) mod field;
pub(super) mod fold;
pub(super) mod initialism;
pub(super) mod needle;
pub(super) mod organizations;
mod phrase;
pub(super) mod relax;
pub(super) mod shape;
pub(super) mod sound;
pub(super) mod syntax;
pub(super) mod tokens;
mod traditional;

use crate::search::query::dense::dense;
use crate::search::query::field::{FieldName, FieldProblem, FieldTerm};
use crate::search::query::fold::fold_sign;
use crate::search::query::needle::Needle;
use crate::search::query::organizations::{OrganizationName, other_names};
use crate::search::query::shape::TermShape;
use crate::search::query::tokens::{Token, tokens};

/// How many characters of a query count; what is typed beyond them is not looked at.
pub const MAX_QUERY: usize = 256;

/// One term of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct QueryTerm {
    /// What is to be found.
    pub(super) needle: Needle,
    /// `^`: at the beginning of the text, or of the paragraph's number.
    pub(super) start: bool,
    /// `$`: at the end of the text.
    pub(super) end: bool,
    /// `!`: must not be there.
    pub(super) not: bool,
    /// No sign stands at it: it may also be another name, or be spelled by its sound.
    pub(super) plain: bool,
    /// How it may also match with gaps; `None` where only the literal counts.
    pub(super) shape: Option<TermShape>,
    /// Other names of the organization that it names.
    pub(super) also: Vec<OrganizationName>,
}

/// What was typed, understood: what to find, and what to narrow it to.
///
/// - The whole of it is looked for literally first, spaces between Han characters and digits not counting.
/// - White space (also U+3000) separates terms; all of them must match. `'term` only literally, `^term` at the
///   beginning of the text or of the paragraph's number, `term$` at its end (final punctuation not counting),
///   `!term` must not be there. The full-width forms of the signs do the same. A sign alone is no term.
/// - `"a phrase"`, in quotation marks of any language, is one term, found as it stands; signs may stand before it.
/// - `field:value` narrows what is searched ([`FieldName`]); `!field:value` the other way round. A value with
///   spaces stands in quotation marks. `：` is a colon too. What is wrong with a field is [`problems`](Self::problems).
/// - Case, accents, width, traditional characters and the form of punctuation do not count.
/// - Only the first [`MAX_QUERY`] characters count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    typed: String,
    whole: Option<Needle>,
    also: Vec<OrganizationName>,
    terms: Vec<QueryTerm>,
    fields: Vec<FieldTerm>,
    problems: Vec<FieldProblem>,
}

impl Query {
    /// Understands what was typed. Nothing that can be typed is an error.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let mut query = Self { typed: typed.to_owned(), ..Self::default() };
        let typed = typed.trim_start();
        let typed =
            typed.char_indices().nth(MAX_QUERY).and_then(|(end, _)| typed.get(..end)).unwrap_or(typed);
        let mut whole = String::with_capacity(typed.len());
        let mut phrases = false;
        for token in tokens(typed) {
            if query.took_field(&token) {
                continue;
            }
            if !whole.is_empty() {
                whole.push(' ');
            }
            let found = match token.phrase {
                Some((signs, inner)) => {
                    phrases = true;
                    // Marks with nothing else about them are not looked for.
                    let bare = signs.is_empty() && !token.text.ends_with(is_end_sign);
                    whole.push_str(if bare { inner } else { token.text });
                    phrase_term(&token, signs, inner)
                }
                None => {
                    whole.push_str(token.text);
                    term(token.text)
                }
            };
            if let Some(term) = found
                && !query.terms.contains(&term)
            {
                query.terms.push(term);
            }
        }
        let whole = dense(&whole);
        query.whole = Needle::new(whole.trim_matches(' '));
        if query.terms.len() > 1 && !phrases {
            query.also = other_names(whole.trim_matches(' '));
        }
        query
    }

    /// Takes the token as a field, if it is one.
    fn took_field(&mut self, token: &Token<'_>) -> bool {
        let Some((not, name, value)) = token.field else { return false };
        match FieldName::from_word(&dense(name)) {
            Some(field) if dense(value).trim_matches(' ').is_empty() => {
                self.problems.push(FieldProblem::NoValue { field });
                true
            }
            Some(field) => {
                let (term, problem) = FieldTerm::read(field, not, value);
                self.fields.push(term);
                self.problems.extend(problem);
                true
            }
            None => {
                // `http://…` is an address; `主席：` and `Note: this` are text.
                if !value.is_empty() && !value.starts_with('/') {
                    self.problems.push(FieldProblem::UnknownField { name: name.to_owned() });
                }
                false
            }
        }
    }

    /// What was typed, all of it.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether nothing is asked: white space and characters that nobody sees.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.whole.is_none() && self.terms.is_empty() && self.fields.is_empty()
    }

    /// What is wrong with its fields, in the order typed.
    #[must_use]
    pub fn problems(&self) -> &[FieldProblem] {
        &self.problems
    }

    /// The whole query without its fields, to be found as typed.
    pub(super) fn whole(&self) -> Option<&Needle> {
        self.whole.as_ref()
    }

    /// Other names of the organization that the whole of several terms names.
    pub(super) fn also(&self) -> &[OrganizationName] {
        &self.also
    }

    /// Its terms, each once, in the order typed.
    pub(super) fn terms(&self) -> &[QueryTerm] {
        &self.terms
    }

    /// Its fields, in the order typed.
    pub(super) fn fields(&self) -> &[FieldTerm] {
        &self.fields
    }
}

fn is_end_sign(c: char) -> bool {
    fold_sign(c) == '$'
}

/// A term that is found as it stands between its quotation marks.
fn phrase_term(token: &Token<'_>, signs: &str, inner: &str) -> Option<QueryTerm> {
    let has = |sign: char| signs.chars().any(|c| fold_sign(c) == sign);
    Some(QueryTerm {
        needle: Needle::new(dense(inner).trim_matches(' '))?,
        start: has('^'),
        end: token.text.ends_with(is_end_sign),
        not: has('!'),
        plain: false,
        shape: None,
        also: Vec::new(),
    })
}

fn term(typed: &str) -> Option<QueryTerm> {
    let typed = dense(typed);
    let mut rest = typed.as_str();
    let (mut not, mut exact, mut start, mut end) = (false, false, false, false);
    if let Some(after) = rest.strip_prefix('!') {
        (rest, not) = (after, true);
    }
    if let Some(after) = rest.strip_prefix('\'') {
        (rest, exact) = (after, true);
    }
    if let Some(after) = rest.strip_prefix('^') {
        (rest, start) = (after, true);
    }
    if let Some(before) = rest.strip_suffix('$') {
        (rest, end) = (before, true);
    }
    let plain = !(not || exact || start || end);
    let also = if plain { other_names(rest) } else { Vec::new() };
    let shape = if plain { TermShape::of(rest, !also.is_empty()) } else { None };
    Some(QueryTerm { needle: Needle::new(rest)?, start, end, not, plain, shape, also })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::query::field::AskedValue;

    /// The whole, then each term with its signs; `~` for one that may match loosely.
    fn check(typed: &str, understood: &[&str]) {
        let query = Query::parse(typed);
        let mut shown: Vec<String> = query.whole().iter().map(|whole| whole.text().to_owned()).collect();
        for term in query.terms() {
            let signs = [(term.not, "!"), (term.start, "^"), (term.end, "$"), (term.shape.is_some(), "~")];
            let signs: String = signs.into_iter().filter_map(|(on, sign)| on.then_some(sign)).collect();
            shown.push(format!("{signs}{}", term.needle.text()));
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
        check("緬甸 舉報", &["缅甸 举报", "~缅甸", "~举报"]);
    }

    #[test]
    fn what_stands_in_quotation_marks_is_one_term() {
        check("\"rule of law\"", &["rule of law", "rule of law"]);
        for typed in [
            "“rule of law”",
            "„rule of law“",
            "«rule of law»",
            "»rule of law«",
            "‹rule of law›",
            "「rule of law」",
        ] {
            check(typed, &["rule of law", "rule of law"]);
        }
        check("『rule of law』", &["rule of law", "rule of law"]);
        check("‘rule of law’", &["rule of law", "rule of law"]);
        check("＂rule  of law＂", &["rule of law", "rule of law"]);
        check("\"rule of la", &["rule of la", "rule of la"]);
        check("「他说『好』吗」", &["他说\"好\"吗", "他说\"好\"吗"]);
        check("!\"rule of\" law", &["!\"rule of\" law", "!rule of", "~law"]);
        check("^“秘书处”", &["^\"秘书处\"", "^秘书处"]);
        check("\"of law\"$ x", &["\"of law\"$ x", "$of law", "x"]);
        check("\"asset\"recovery", &["asset recovery", "asset", "~recovery"]);
        check("‹x ‘y", &["'x 'y", "x", "y"]);
        check("\"\"", &["\"\"", "\"\""]);
        check("l'État d\"x\"", &["l'etat d\"x\"", "l'etat", "d\"x\""]);
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
        assert_eq!(query.whole().unwrap().count(), MAX_QUERY);
        assert!(query.terms().iter().all(|term| term.needle.count() <= MAX_QUERY && term.shape.is_none()));
    }

    /// Fields as `name=value`, then the text.
    fn fields(typed: &str, expected: &str) {
        let query = Query::parse(typed);
        let mut shown: Vec<String> = Vec::new();
        for field in query.fields() {
            let not = if field.not { "!" } else { "" };
            let value = match &field.value {
                AskedValue::Text(text) => text.clone(),
                other => format!("{other:?}"),
            };
            shown.push(format!("{not}{}={value}", field.name.word()));
        }
        shown.extend(query.whole().map(|whole| whole.text().to_owned()));
        assert_eq!(shown.join(" "), expected, "{typed}");
    }

    #[test]
    fn fields_are_taken_out_of_the_text() {
        fields("status:acc 缅甸", "status=Statuses([Accept]) 缅甸");
        fields("STATUS：Accept", "status=Statuses([Accept])");
        fields("缅甸 !has:note 防腐", "!has=Has([Note]) 缅甸 防腐");
        fields("para:3-7", "para=Numbers(3, 7)");
        fields("para:３–７", "para=Numbers(3, 7)");
        fields(
            "para:18bis para:-4 para:9-",
            "para=18bis para=Numbers(0, 4) para=Numbers(9, 18446744073709551615)",
        );
        fields("speaker:\"Olympic Committee\" x", "speaker=olympic committee x");
        fields("speaker:“国际 奥林匹克”委", "speaker=国际 奥林匹克 委");
        fields("tag:#Ask by:Amara lang:ZH section:B", "tag=ask by=amara lang=zh section=b");
        fields("kind:question kind:p", "kind=Kinds([Question], []) kind=Kinds([Point], [Paragraph])");
    }

    #[test]
    fn text_with_a_colon_is_no_field() {
        for text in ["A/AC.105", "3:4", "http://un.org", "主席：介绍", "a:b", ":x", "12:30", "note: x"] {
            let query = Query::parse(text);
            assert!(query.fields().is_empty() && query.whole().is_some(), "{text}");
            assert_eq!(query.problems(), &[] as &[FieldProblem], "{text}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_field_is_told_as_data() {
        let problems = |typed: &str| Query::parse(typed).problems().to_vec();
        let unknown = |field, value: &str| FieldProblem::UnknownValue { field, value: value.into() };
        assert_eq!(problems("state:accept"), [FieldProblem::UnknownField { name: "state".into() }]);
        assert_eq!(problems("status:great"), [unknown(FieldName::Status, "great")]);
        assert_eq!(
            problems("has:wings para:x para:7-3"),
            [
                unknown(FieldName::Has, "wings"),
                unknown(FieldName::Para, "x"),
                unknown(FieldName::Para, "7-3"),
            ]
        );
        assert_eq!(problems("tag: 缅甸"), [FieldProblem::NoValue { field: FieldName::Tag }]);
        assert_eq!(Query::parse("state:accept").whole().unwrap().text(), "state:accept");
    }
}
