//! Characters of a text that look like others and are not: radicals for ideographs, ligatures for letters, as text has
//! them that was taken out of a PDF file. They are told, not altered: search takes them for what they look like.

use std::ops::Range;

use super::findings::Findings;
use super::hidden::code;
use crate::messages::user_message;
use crate::text::meant_by;

impl Findings<'_> {
    /// Warns of the first such character in a text, and says how many there are.
    pub(super) fn lookalikes(&mut self, key: &str, text: &str, at: &Range<usize>) {
        if text.is_ascii() {
            return;
        }
        let mut found = text.chars().filter_map(|c| Some((c, meant_by(c)?)));
        let Some((c, meant)) = found.next() else { return };
        let count = 1 + found.count();
        // Written as an escape it is not in the source: then the text's beginning must do.
        let within = self.raw(at).find(c).map_or(at.clone(), |offset| {
            let start = at.start + offset;
            start..start + c.len_utf8()
        });
        let what = user_message("format-lookalike").with("key", key).with("found", c).with("code", code(c));
        let what = what.with("meant", &meant).count("count", count);
        self.warn(within, what, user_message("format-lookalike-hint").with("meant", meant));
    }
}
