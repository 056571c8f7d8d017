//! Which characters may not begin a row and which may not end one (避头尾). Data only; `breaks` applies it.
//!
//! Source: GB/T 15834-2011 (punctuation at line ends), W3C CLREQ 3.1.5, and the same habit for French, Russian,
//! Spanish and Arabic marks. Quotation marks are told apart by the character itself, never by what is around.

/// Closers and stops: never the first of a row.
pub(super) fn may_not_start(c: char) -> bool {
    // Han, nearly every character of a Chinese text.
    if matches!(c, '\u{3400}'..='\u{9FFF}') {
        return false;
    }
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '．'
            | '…'
            | '‥'
            | '—'
            | '·'
            | '・'
            | '／'
            | '》'
            | '〉'
            | '）'
            | '”'
            | '’'
            | '】'
            | '〕'
            | '」'
            | '』'
            | '］'
            | '｝'
            | '〗'
            | '〙'
            | '〛'
            | '｣'
            | '〞'
            | '〟'
            | '｡'
            | '､'
            | '»'
            | '›'
            | ')'
            | ']'
            | '}'
            | ','
            | '.'
            | ';'
            | ':'
            | '?'
            | '!'
            | '%'
            | '％'
            | '‰'
            | '℃'
            | '٪'
            | '،'
            | '؛'
            | '؟'
            | '۔'
            | '々'
            | 'ー'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
    )
}

/// Openers: never the last of a row.
pub(super) fn may_not_end(c: char) -> bool {
    matches!(
        c,
        '《' | '〈'
            | '（'
            | '“'
            | '‘'
            | '【'
            | '〔'
            | '「'
            | '『'
            | '［'
            | '｛'
            | '〖'
            | '〘'
            | '〚'
            | '｢'
            | '〝'
            | '«'
            | '‹'
            | '('
            | '['
            | '{'
            | '„'
            | '‚'
            | '¿'
            | '¡'
    )
}

/// Han, kana, Hangul and full-width marks: scripts in which a row may break between any two characters, and
/// beside a quotation mark (UAX #14 of Unicode 16, LB19a).
pub(super) fn is_east_asian(c: char) -> bool {
    matches!(
        c,
        '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
            | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFF}'
    )
}

/// White space at which a row may end, swallowed there. The no-break spaces of French are not.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}' | '\u{2007}')
}
