//! What each thing on the screen looks like, by its role. The terminal's own colours are used, so light and
//! dark terminals both stay readable; nothing is told by colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::model::ReviewStatus;

/// What a piece of the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Text.
    Plain,
    /// Less important.
    Quiet,
    /// A heading, a symbol, the open tab.
    Strong,
    /// A key's name.
    Key,
    /// The picked row of the pane that has the focus.
    Pick,
    /// The picked row of the other pane.
    PickElsewhere,
    /// An annotated passage.
    Annotated,
    /// What is selected.
    Selected,
    /// What a search matched.
    Matched,
    /// The sign and head of a note.
    Note,
    /// Something that went wrong.
    Trouble,
    /// Something that went well.
    Good,
    /// A review status.
    Status(ReviewStatus),
}

/// Styles by role.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    colour: bool,
}

impl Theme {
    /// With colours, or with bold, underline and reverse only.
    #[must_use]
    pub const fn new(colour: bool) -> Self {
        Self { colour }
    }

    /// The style of a role.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let plain = Style::default();
        let bold = plain.add_modifier(Modifier::BOLD);
        let style = match role {
            Role::Plain => plain,
            Role::Quiet => plain.add_modifier(Modifier::DIM),
            Role::Strong => bold,
            Role::Key => bold.fg(Color::Cyan),
            Role::Pick | Role::Selected => plain.add_modifier(Modifier::REVERSED),
            Role::PickElsewhere => bold,
            Role::Annotated => plain.add_modifier(Modifier::UNDERLINED),
            Role::Matched => bold.fg(Color::Magenta).add_modifier(Modifier::ITALIC),
            Role::Note => plain.fg(Color::Cyan),
            Role::Trouble => bold.fg(Color::Red),
            Role::Good => plain.fg(Color::Green),
            Role::Status(ReviewStatus::Unreviewed) => plain.add_modifier(Modifier::DIM),
            Role::Status(ReviewStatus::Accept) => plain.fg(Color::Green),
            Role::Status(ReviewStatus::Query) => plain.fg(Color::Yellow),
            Role::Status(ReviewStatus::Amend) => plain.fg(Color::Magenta),
            Role::Status(ReviewStatus::Reserve) => plain.fg(Color::Red),
        };
        if self.colour { style } else { Style { fg: None, bg: None, ..style } }
    }
}

/// The sign of a status: one column in every terminal.
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

/// Between parts of a line: U+2219, one column in every terminal, unlike U+00B7.
pub const DOT: &str = " ∙ ";
/// A note.
pub const NOTE: &str = "✎";
/// An unfolded row.
pub const OPEN: &str = "▾";
/// A folded row.
pub const FOLDED: &str = "▸";
/// Horizontal line.
pub const HORIZONTAL: &str = "╌";
/// Vertical line.
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
        for sign in [NOTE, OPEN, FOLDED, HORIZONTAL, VERTICAL, DONE, TO_DO, DOT.trim()] {
            assert_eq!((width(sign, Ambiguous::Narrow), width(sign, Ambiguous::Wide)), (1, 1), "{sign}");
        }
    }

    #[test]
    fn without_colour_no_role_has_one_and_the_marked_ones_still_differ() {
        let theme = Theme::new(false);
        let roles = [Role::Plain, Role::Annotated, Role::Selected, Role::Matched, Role::Strong];
        for (at, role) in roles.iter().enumerate() {
            let style = theme.style(*role);
            assert_eq!((style.fg, style.bg), (None, None));
            assert!(roles.iter().skip(at + 1).all(|other| theme.style(*other) != style));
        }
    }
}
