//! What each thing on the screen looks like, by its role. Nothing is told by color alone: whatever has a color
//! has a sign, a word, or bold, underline or reverse too, so that every theme can lose its colors.

use ratatui::style::{Color, Modifier, Style};

use crate::model::ReviewStatus;

/// What a piece of the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Text that is neither marked nor less important.
    Plain,
    /// Less important than the text beside it: counts, hints, the sign of a fold.
    Quiet,
    /// A heading, a symbol, the open tab.
    Strong,
    /// A key's name.
    Key,
    /// The picked row of the pane that has the focus.
    Pick,
    /// The picked row of the other pane.
    PickElsewhere,
    /// Words of the text on which there is a note.
    Annotated,
    /// Words of the text that are selected.
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

/// Which colors are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// The terminal's own sixteen colors: right on light and dark terminals as far as its owner made them so.
    #[default]
    Auto,
    /// For a light background.
    Light,
    /// For a dark background.
    Dark,
    /// Bold, reverse and underline on the terminal's own two colors, nothing dimmed.
    Contrast,
    /// No color at all; `NO_COLOR` and `--color never`.
    None,
}

/// The colors of a theme, from the fixed part of the 256-color palette, so that their contrast is known.
#[derive(Debug, Clone, Copy)]
struct Colors {
    accent: Color,
    good: Color,
    doubt: Color,
    change: Color,
    bad: Color,
    quiet: Option<Color>,
}

impl Theme {
    /// All of them, by the word of the configuration.
    pub const ALL: [(&str, Self); 5] = [
        ("auto", Self::Auto),
        ("light", Self::Light),
        ("dark", Self::Dark),
        ("contrast", Self::Contrast),
        ("none", Self::None),
    ];

    /// The theme with that word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(name, _)| *name == word).map(|(_, theme)| theme)
    }

    const fn colors(self) -> Option<Colors> {
        match self {
            Self::Auto => Some(Colors {
                accent: Color::Cyan,
                good: Color::Green,
                doubt: Color::Yellow,
                change: Color::Magenta,
                bad: Color::Red,
                quiet: None,
            }),
            Self::Light => Some(Colors {
                accent: Color::Indexed(24),
                good: Color::Indexed(22),
                doubt: Color::Indexed(94),
                change: Color::Indexed(90),
                bad: Color::Indexed(124),
                quiet: Some(Color::Indexed(240)),
            }),
            Self::Dark => Some(Colors {
                accent: Color::Indexed(117),
                good: Color::Indexed(114),
                doubt: Color::Indexed(221),
                change: Color::Indexed(213),
                bad: Color::Indexed(210),
                quiet: Some(Color::Indexed(248)),
            }),
            Self::Contrast | Self::None => None,
        }
    }

    /// The style of a role.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let plain = Style::default();
        let bold = plain.add_modifier(Modifier::BOLD);
        let colors = self.colors();
        let tint = |style: Style, pick: fn(Colors) -> Color| match colors {
            Some(colors) => style.fg(pick(colors)),
            None => style,
        };
        let quiet = match (self, colors.and_then(|colors| colors.quiet)) {
            (Self::Contrast, _) => plain,
            (_, Some(quiet)) => plain.fg(quiet),
            (_, None) => plain.add_modifier(Modifier::DIM),
        };
        match role {
            Role::Plain => plain,
            Role::Quiet | Role::Status(ReviewStatus::Unreviewed) => quiet,
            Role::Strong | Role::PickElsewhere => bold,
            Role::Key => tint(bold, |c| c.accent),
            // Under a picked row the colors of its parts would become backgrounds of their own.
            Role::Pick if colors.is_some() => plain.fg(Color::Reset).add_modifier(Modifier::REVERSED),
            Role::Pick | Role::Selected => plain.add_modifier(Modifier::REVERSED),
            Role::Annotated => plain.add_modifier(Modifier::UNDERLINED),
            Role::Matched => tint(bold.add_modifier(Modifier::UNDERLINED), |c| c.change),
            Role::Note => tint(plain, |c| c.accent),
            Role::Trouble => tint(bold, |c| c.bad),
            Role::Good | Role::Status(ReviewStatus::Accept) => tint(plain, |c| c.good),
            Role::Status(ReviewStatus::Query) => tint(plain, |c| c.doubt),
            Role::Status(ReviewStatus::Amend) => tint(plain, |c| c.change),
            Role::Status(ReviewStatus::Reserve) => tint(plain, |c| c.bad),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROLES: [Role; 15] = [
        Role::Plain,
        Role::Quiet,
        Role::Strong,
        Role::Key,
        Role::Pick,
        Role::PickElsewhere,
        Role::Annotated,
        Role::Selected,
        Role::Matched,
        Role::Note,
        Role::Trouble,
        Role::Good,
        Role::Status(ReviewStatus::Query),
        Role::Status(ReviewStatus::Amend),
        Role::Status(ReviewStatus::Reserve),
    ];

    /// The red, green and blue of a color of the fixed part of the 256-color palette.
    fn rgb(color: Color) -> [u8; 3] {
        let Color::Indexed(index) = color else { panic!("{color} is the terminal's own") };
        match index {
            16..=231 => {
                let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
                let n = index - 16;
                [step(n / 36), step(n / 6 % 6), step(n % 6)]
            }
            232.. => [8 + 10 * (index - 232); 3],
            _ => panic!("{index} is the terminal's own"),
        }
    }

    /// Relative luminance and contrast ratio, WCAG 2.2.
    fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
        let light = |c: [u8; 3]| {
            let [r, g, b] = c.map(|v| {
                let v = f64::from(v) / 255.0;
                if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn the_colors_of_the_built_in_themes_can_be_read_on_their_backgrounds() {
        // White, and the off-whites and near-blacks that terminals are set to (Solarized, One, GitHub …).
        let backgrounds = [
            (Theme::Light, [[255, 255, 255], [253, 246, 227], [240, 240, 240]]),
            (Theme::Dark, [[0, 0, 0], [30, 30, 30], [40, 44, 52]]),
        ];
        for (theme, grounds) in backgrounds {
            for role in ROLES {
                let Some(color) = theme.style(role).fg.filter(|color| *color != Color::Reset) else {
                    continue;
                };
                for ground in grounds {
                    let ratio = contrast(rgb(color), ground);
                    assert!(ratio >= 4.5, "{theme:?} {role:?} on {ground:?}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn without_colors_the_marked_ones_still_differ() {
        for theme in [Theme::None, Theme::Contrast] {
            let roles = [Role::Plain, Role::Annotated, Role::Selected, Role::Matched, Role::Strong];
            for (at, role) in roles.iter().enumerate() {
                let style = theme.style(*role);
                assert!(roles.iter().skip(at + 1).all(|other| theme.style(*other) != style));
            }
            for role in ROLES {
                assert_eq!((theme.style(role).fg, theme.style(role).bg), (None, None));
            }
        }
    }
}
