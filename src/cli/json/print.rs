//! An object as text that is safe to print.

use serde::Serialize;

use crate::text::is_unseen;

/// The object as text, with a line end.
pub fn text(object: &impl Serialize) -> String {
    let written = serde_json::to_string_pretty(object).unwrap_or_default();
    let mut out = String::with_capacity(written.len() + 1);
    for c in written.chars() {
        if is_unsafe(c) {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    out.push('\n');
    out
}

/// What must not reach a terminal as it is. JSON has escaped U+0000 to U+001F inside strings by itself, and no
/// other character in here can stand outside of one.
fn is_unsafe(c: char) -> bool {
    c != '\n' && is_unseen(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_written_as_escapes_and_read_back() {
        let text_in = "a\u{1b}\u{7f}\u{9b}\u{202e}\u{e0041}\n中文";
        let out = text(&[text_in]);
        assert!(out.chars().all(|c| c == '\n' || !is_unsafe(c)), "{out:?}");
        let back: Vec<String> = serde_json::from_str(&out).unwrap();
        assert_eq!(back, [text_in]);
    }
}
