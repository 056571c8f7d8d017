//! Our own signs and borders: each is one column wide in every terminal, also in those that draw ambiguous
//! characters (`·`, `│`, `■`) two columns wide.

use crate::model::{NoteKind, ReviewStatus};

/// The sign of a status.
#[must_use]
pub const fn status_sign(status: ReviewStatus) -> &'static str {
    match status {
        ReviewStatus::Unreviewed => "-",
        ReviewStatus::Accept => "+",
        ReviewStatus::Query => "?",
        ReviewStatus::Amend => "~",
        ReviewStatus::Reserve => "!",
    }
}

/// The sign of a kind of note.
#[must_use]
pub const fn kind_sign(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Comment => "=",
        NoteKind::Question => "?",
        NoteKind::Point => "!",
        NoteKind::Editorial => "#",
    }
}

/// Between parts of a line: U+2219, not the ambiguous U+00B7.
pub const DOT: &str = " ∙ ";
/// Before a note, and before how many there are.
pub const NOTE: &str = "✎";
/// A picture.
pub const PICTURE: &str = "▭";
/// An unfolded row.
pub const OPEN: &str = "▾";
/// A folded row.
pub const FOLDED: &str = "▸";
/// Rules, and the upper and lower edges of frames.
pub const HORIZONTAL: &str = "╌";
/// Upright rules and the sides of frames.
pub const VERTICAL: &str = "╎";
/// Done, in a bar.
pub const DONE: &str = "▮";
/// Not done, in a bar.
pub const TO_DO: &str = "▯";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Ambiguous, width};

    #[test]
    fn our_own_signs_are_one_column_in_every_terminal() {
        for sign in [NOTE, PICTURE, OPEN, FOLDED, HORIZONTAL, VERTICAL, DONE, TO_DO, DOT.trim()] {
            assert_eq!((width(sign, Ambiguous::Narrow), width(sign, Ambiguous::Wide)), (1, 1), "{sign}");
        }
    }
}
