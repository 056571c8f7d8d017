//! Phrases: what stands in quotation marks of any language. Knows no query.

use crate::search::query::dense::dense;
use crate::search::query::fold::fold_sign;

/// Whether a character closes a quotation.
type Closes = fn(char) -> bool;

/// What closes a quotation that the character opens; and whether it must be closed, because the character may be another
/// sign.
fn closing(open: char) -> Option<(Closes, bool)> {
    Some(match open {
        '「' => (|c| c == '」', false),
        '『' => (|c| c == '』', false),
        '«' => (|c| c == '»', false),
        '»' => (|c| c == '«', false),
        '‹' => (|c| c == '›', true),
        '›' => (|c| c == '‹', true),
        '‘' => (|c| c == '’', true),
        '‚' => (|c| matches!(c, '‘' | '’'), true),
        _ if is_quote(open) => (is_quote, false),
        _ => return None,
    })
}

/// Quotation marks that people mix.
fn is_quote(c: char) -> bool {
    fold_sign(c) == '"' && !matches!(c, '「' | '」' | '『' | '』' | '«' | '»')
}

/// A quotation at the beginning of a text: what stands in it, and where it ends with its closing mark.
pub(in crate::search) fn quotation(text: &str) -> Option<(&str, usize)> {
    let open = text.chars().next()?;
    let (closes, must_close) = closing(open)?;
    let inner = text.get(open.len_utf8()..)?;
    let close = inner.char_indices().find(|&(_, c)| closes(c));
    if close.is_none() && must_close {
        return None;
    }
    let (length, mark) = close.map_or((inner.len(), 0), |(at, mark)| (at, mark.len_utf8()));
    Some((inner.get(..length)?, open.len_utf8() + length + mark))
}

/// A phrase with its signs at the beginning of a text: the signs, what stands in the quotation marks, where all of it ends.
pub(in crate::search) fn phrase(text: &str) -> Option<(&str, &str, usize)> {
    let is_sign = |c: char| matches!(fold_sign(c), '!' | '\'' | '^');
    let mut at = 0;
    let (inner, length) = loop {
        let rest = text.get(at..)?;
        if let Some(found) = quotation(rest) {
            break found;
        }
        at += rest.chars().next().filter(|&c| is_sign(c))?.len_utf8();
    };
    let solid = !dense(inner).trim_matches(' ').is_empty();
    let end = at + length;
    let anchored = text.get(end..)?.chars().next().filter(|&c| fold_sign(c) == '$');
    let anchored = anchored
        .filter(|c| text.get(end + c.len_utf8()..).is_some_and(|rest| !rest.starts_with(|c| !is_space(c))));
    solid.then(|| (text.get(..at).unwrap_or_default(), inner, end + anchored.map_or(0, char::len_utf8)))
}

/// Whether the character separates terms.
pub(in crate::search) fn is_space(c: char) -> bool {
    matches!(fold_sign(c), ' ' | '\n')
}
