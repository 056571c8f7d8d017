//! A query cut into its terms, phrases and fields, as they were typed. Understands no value.

use super::dense::dense;
use super::field::FieldName;
use super::fold::fold_sign;
use super::phrase::{is_space, phrase, quotation};

/// A stretch of a query without white space, but for a quoted value.
pub(in crate::search) struct Token<'a> {
    /// Where it begins, in bytes.
    pub(in crate::search) start: usize,
    pub(in crate::search) text: &'a str,
    /// The field's name and its value without quotation marks, if it is of that form.
    pub(in crate::search) field: Option<(bool, &'a str, &'a str)>,
    /// What stands in quotation marks, if it is a phrase; and the signs before it.
    pub(in crate::search) phrase: Option<(&'a str, &'a str)>,
}

fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

/// `name:value` at the beginning of a text: whether it is turned round, the name, and where the value begins.
fn field_head(text: &str) -> Option<(bool, &str, usize)> {
    let name = text.strip_prefix(['!', '！']).unwrap_or(text);
    let colon = name.find(is_colon)?;
    let (word, rest) = name.split_at_checked(colon)?;
    let letters =
        (2..=12).contains(&word.chars().count()) && word.chars().all(|c| fold_sign(c).is_ascii_lowercase());
    let colon = rest.chars().next().map_or(0, char::len_utf8);
    letters.then(|| (name.len() < text.len(), word, text.len() - rest.len() + colon))
}

/// The tokens of a query in order.
pub(in crate::search) fn tokens(typed: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut from = 0;
    while let Some(rest) = typed.get(from..) {
        let skipped = rest.find(|c: char| !is_space(c)).unwrap_or(rest.len());
        let Some(text) = rest.get(skipped..).filter(|text| !text.is_empty()) else { break };
        let start = from + skipped;
        let mut end = text.find(is_space).unwrap_or(text.len());
        let (mut field, mut phrased) = (None, None);
        if let Some((not, name, value)) = text.get(..end).and_then(field_head) {
            let after = text.get(value..).unwrap_or_default();
            let known = FieldName::from_word(&dense(name)).is_some();
            match quotation(after).filter(|_| known) {
                Some((inner, length)) => {
                    end = value + length;
                    field = Some((not, name, inner));
                }
                None => field = Some((not, name, text.get(value..end).unwrap_or_default())),
            }
        } else if let Some((signs, inner, length)) = phrase(text) {
            end = length;
            phrased = Some((signs, inner));
        }
        tokens.push(Token { start, text: text.get(..end).unwrap_or_default(), field, phrase: phrased });
        from = start + end;
    }
    tokens
}
