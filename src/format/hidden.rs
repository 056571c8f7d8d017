//! Characters of a text that do not show, or turn the direction of what does. They are told, not forbidden:
//! a file that has them can still be read.

use std::ops::Range;

use super::findings::Findings;
use crate::messages::user_message;
use crate::text::{is_direction_mark, is_unseen};

/// Whether a character must not be in a UN document's text: what does not show, but for the marks that Arabic and
/// Persian spelling needs.
pub(super) fn is_hidden(c: char) -> bool {
    is_unseen(c) && !is_direction_mark(c)
}

/// A character by its code point, as people look it up: `U+202E`.
pub(super) fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

impl Findings<'_> {
    /// Warns of the first character in a text that does not show, and of a text that goes over several lines.
    pub(super) fn hidden(&mut self, key: &str, text: &str, at: &Range<usize>) {
        if text.contains('\n') {
            let what = user_message("format-line-break").with("key", key);
            self.warn(at.clone(), what, user_message("format-line-break-hint"));
        }
        if let Some(c) = text
            .chars()
            .find(|&c| c != '\n' && (is_hidden(c) || c == '\u{ad}') && !(key == "symbol" && c == '\u{200b}'))
        {
            // Written as an escape it is not in the source: then the text's beginning must do.
            let within = self.raw(at).find(c).map_or(at.clone(), |offset| {
                let start = at.start + offset;
                start..start + c.len_utf8()
            });
            let what = user_message("format-hidden-character").with("key", key).with("code", code(c));
            self.warn(within, what, user_message("format-hidden-character-hint"));
        }
    }
}
