//! Every setting there is: its name, what it may be, what stands in for it, and whether a running program heeds a change.
//! Reading the file, the list of settings on the screen, the README and the manual page are made from this table.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use toml_edit::Value;

use crate::messages::{UserMessage, known, languages, normalized, user_message};

/// What a setting may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingKind {
    /// Any text that is not empty.
    Text,
    /// A language of the interface.
    Language,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// `true` or `false`.
    Truth,
    /// A whole number from the first to the second.
    Number(u16, u16),
    /// An absolute path, or one below the home folder.
    Folder,
}

/// A setting of `config.toml`, and all that the program says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Its name in the file.
    pub name: &'static str,
    /// The id of the sentence that says what it does.
    pub about: &'static str,
    /// What it may be.
    pub kind: SettingKind,
    /// The option of the command line that is stronger; empty if there is none.
    pub option: &'static str,
    /// The environment variables that stand in for it, the strongest first.
    pub variables: &'static [&'static str],
    /// What holds where nothing says anything else.
    pub default: &'static str,
    /// Whether a change of it holds at once, and not only from the next start on.
    pub at_once: bool,
}

/// Every setting, in the order in which people look for them.
pub const SETTINGS: [Setting; 7] = [
    Setting {
        name: "reviewer",
        about: "setting-reviewer",
        kind: SettingKind::Text,
        option: "--reviewer",
        variables: &["USER", "LOGNAME"],
        default: super::FALLBACK_REVIEWER,
        at_once: false,
    },
    Setting {
        name: "workspace",
        about: "setting-workspace",
        kind: SettingKind::Folder,
        option: "--workspace",
        variables: &[],
        default: "~/.local/share/rapporteur",
        at_once: false,
    },
    Setting {
        name: "language",
        about: "setting-language",
        kind: SettingKind::Language,
        option: "--language",
        variables: &["LC_ALL", "LC_MESSAGES", "LANG"],
        default: "en",
        at_once: true,
    },
    Setting {
        name: "theme",
        about: "setting-theme",
        kind: SettingKind::Choice(&["auto", "light", "dark", "contrast", "none"]),
        option: "--color",
        variables: &["NO_COLOR"],
        default: "auto",
        at_once: true,
    },
    Setting {
        name: "measure",
        about: "setting-measure",
        kind: SettingKind::Number(40, 400),
        option: "",
        variables: &[],
        default: "100",
        at_once: true,
    },
    Setting {
        name: "mouse",
        about: "setting-mouse",
        kind: SettingKind::Truth,
        option: "--no-mouse",
        variables: &[],
        default: "true",
        at_once: true,
    },
    Setting {
        name: "ambiguous_width",
        about: "setting-ambiguous-width",
        kind: SettingKind::Choice(&["narrow", "wide"]),
        option: "",
        variables: &[],
        default: "narrow",
        at_once: false,
    },
];

impl Setting {
    /// The setting of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.name == name)
    }

    /// The value as the file has it, from what was typed or chosen.
    #[must_use]
    pub fn typed(&self, text: &str) -> Value {
        let text = text.trim();
        let number = || text.parse::<i64>().map(Value::from);
        match self.kind {
            SettingKind::Truth if matches!(text, "true" | "false") => Value::from(text == "true"),
            SettingKind::Number(..) => number().unwrap_or_else(|_| Value::from(text)),
            _ => Value::from(text),
        }
    }
}

impl SettingKind {
    /// The words of which it is one, if it is.
    #[must_use]
    pub fn choices(self) -> Vec<&'static str> {
        match self {
            Self::Language => languages().map(|(code, _)| code).collect(),
            Self::Choice(words) => words.to_vec(),
            Self::Truth => vec!["true", "false"],
            Self::Text | Self::Number(..) | Self::Folder => Vec::new(),
        }
    }

    /// What it must be, in words that go on with a sentence.
    #[must_use]
    pub fn expected(self) -> UserMessage {
        match self {
            Self::Text => user_message("config-a-text"),
            Self::Language => user_message("config-a-language").list("languages", known()),
            Self::Choice(words) => user_message("config-a-choice").list("words", words.iter().copied()),
            Self::Truth => user_message("config-a-truth"),
            Self::Number(least, most) => {
                user_message("config-a-number").count("least", least.into()).count("most", most.into())
            }
            Self::Folder => user_message("config-a-path"),
        }
    }

    /// The text of a value.
    pub(super) fn text(self, value: &Value) -> Option<String> {
        let text = value.as_str().map(str::trim).filter(|text| !text.is_empty())?;
        match self {
            Self::Language => normalized(text).map(str::to_owned),
            Self::Choice(words) => words.contains(&text).then(|| text.to_owned()),
            Self::Text | Self::Folder => Some(text.to_owned()),
            Self::Truth | Self::Number(..) => None,
        }
    }

    /// The number of a value.
    pub(super) fn number(self, value: &Value) -> Option<u16> {
        let Self::Number(least, most) = self else { return None };
        let number = u16::try_from(value.as_integer()?).ok()?;
        RangeInclusive::new(least, most).contains(&number).then_some(number)
    }

    /// The folder of a value. A relative one would be another folder in each folder that the program is started in.
    pub(super) fn folder(self, value: &Value, home: Option<&Path>) -> Option<PathBuf> {
        let text = Self::Folder.text(value)?;
        let in_home = text.strip_prefix("~/").and_then(|below| Some(home?.join(below)));
        Some(in_home.unwrap_or_else(|| PathBuf::from(text))).filter(|path| path.is_absolute())
    }

    /// Whether a value is what it must be.
    pub(super) fn takes(self, value: &Value, home: Option<&Path>) -> bool {
        match self {
            Self::Truth => value.as_bool().is_some(),
            Self::Number(..) => self.number(value).is_some(),
            Self::Folder => self.folder(value, home).is_some(),
            Self::Text | Self::Language | Self::Choice(_) => self.text(value).is_some(),
        }
    }
}
