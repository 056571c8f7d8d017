//! The list of settings on the screen. What settings there are, what they may be and where they come from is made outside
//! of the core, which knows no file.

use super::Field;
use super::Shell;
use crate::layout::keep_in_view;
use crate::messages::UserMessage;
use crate::text;

/// A setting as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingLine {
    /// Its name in the file.
    pub name: &'static str,
    /// The id of the sentence that says what it does.
    pub about: &'static str,
    /// The value in force, or that will be from the next start on.
    pub value: String,
    /// Where that comes from.
    pub whence: UserMessage,
    /// What it must be.
    pub expected: UserMessage,
    /// The words of which it is one; none where it is typed.
    pub choices: Vec<&'static str>,
    /// Whether a change holds at once.
    pub at_once: bool,
}

/// A setting that a running program heeds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LiveSetting {
    /// The language of the interface.
    Language(String),
    /// The set of colors, by its name.
    Theme(String),
    /// The most columns of the reader's text.
    Measure(u16),
    /// Whether the mouse is ours.
    Mouse(bool),
}

impl LiveSetting {
    /// The setting of that name with this value; none if a running program does not heed it.
    #[must_use]
    pub fn of(name: &str, value: &str) -> Option<Self> {
        match name {
            "language" => Some(Self::Language(value.to_owned())),
            "theme" => Some(Self::Theme(value.to_owned())),
            "measure" => value.parse().ok().map(Self::Measure),
            "mouse" => value.parse().ok().map(Self::Mouse),
            _ => None,
        }
    }
}

/// The open list of settings.
#[derive(Debug, Default)]
pub struct SettingsPage {
    /// The settings; none while they are being read.
    pub lines: Vec<SettingLine>,
    /// The path of the file.
    pub file: String,
    /// The place of the picked setting among the lines.
    pub pick: usize,
    /// The field in which its value is typed, while it is.
    pub field: Option<Field>,
}

/// The row of the screen on which the list begins: the title and a row that is left blank stand above it.
pub const SETTINGS_TOP: u16 = 2;

/// Rows that say what the picked setting does, and a rule above them.
const ABOUT: usize = 5;

impl Shell {
    /// Where the list stands: how many settings are visible, the first of them, and the columns of their names.
    #[must_use]
    pub fn settings_rows(&self, page: &SettingsPage) -> (usize, usize, usize) {
        // The title, a rule, and the last line.
        let rows = usize::from(self.size.height).saturating_sub(3 + ABOUT).max(2).min(page.lines.len());
        let names = page.lines.iter().map(|line| text::width(line.name, self.ambiguous)).max().unwrap_or(0);
        (rows, keep_in_view(0, page.pick, rows, page.lines.len()), names)
    }

    /// The setting of the list at a row of the screen.
    #[must_use]
    pub fn setting_at(&self, page: &SettingsPage, row: u16) -> Option<usize> {
        let (rows, top, _) = self.settings_rows(page);
        let line = usize::from(row.checked_sub(SETTINGS_TOP)?);
        (line < rows).then_some(top + line)
    }
}
