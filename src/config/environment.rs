//! The environment variables that the program knows, read once. Nothing else reads the environment.

#![expect(clippy::disallowed_methods, reason = "this is where the environment is read")]

use std::ffi::OsString;
use std::path::PathBuf;

/// The environment as it was when the program began. An empty variable is as good as none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Environment {
    /// `HOME`. The system's list of users is not asked: it may be on a network.
    pub home: Option<PathBuf>,
    /// `TMPDIR`, if it is absolute, else `/tmp`.
    pub temporary: PathBuf,
    /// `USER`, else `LOGNAME`.
    pub user: Option<String>,
    /// `VISUAL`.
    pub visual: Option<String>,
    /// `EDITOR`.
    pub editor: Option<String>,
    /// Whether `NO_COLOR` is set.
    pub no_color: bool,
    /// `TERM`.
    pub term: Option<String>,
    /// `COLUMNS` and `LINES`: the window, where the terminal does not tell it.
    pub window: (Option<u16>, Option<u16>),
    /// `COLORTERM`.
    pub colorterm: Option<String>,
    /// The language of messages: the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set.
    pub language: Option<String>,
    /// `TZ`: the name of a zone, a rule, or a path.
    pub zone: Option<String>,
    /// `XDG_CONFIG_HOME`.
    pub xdg_config: Option<PathBuf>,
    /// `XDG_DATA_HOME`.
    pub xdg_data: Option<PathBuf>,
    /// `XDG_STATE_HOME`.
    pub xdg_state: Option<PathBuf>,
    /// `XDG_CACHE_HOME`.
    pub xdg_cache: Option<PathBuf>,
}

impl Environment {
    /// Reads the process's environment.
    #[must_use]
    pub fn read() -> Self {
        Self::from(|name| std::env::var_os(name))
    }

    /// Columns and rows of a window that the terminal does not tell: what the variables say, else 80 by 24.
    #[must_use]
    pub fn window(&self) -> (u16, u16) {
        let (columns, rows) = self.window;
        (columns.unwrap_or(80), rows.unwrap_or(24))
    }

    /// Whether the terminal says of itself that it cannot place a cursor.
    #[must_use]
    pub fn is_dumb(&self) -> bool {
        self.term.as_deref().is_some_and(|term| matches!(term, "dumb" | "unknown"))
    }

    /// Takes variables from anywhere. Names are few; values that are not UTF-8 count where paths are meant only.
    pub fn from(get: impl Fn(&str) -> Option<OsString>) -> Self {
        let raw = |name: &str| get(name).filter(|value| !value.is_empty());
        let text = |name: &str| raw(name).and_then(|value| value.into_string().ok());
        let path = |name: &str| raw(name).map(PathBuf::from);
        let count = |name: &str| text(name)?.trim().parse().ok().filter(|count: &u16| *count > 0);
        Self {
            home: path("HOME"),
            temporary: path("TMPDIR").filter(|path| path.is_absolute()).unwrap_or_else(|| "/tmp".into()),
            user: text("USER").or_else(|| text("LOGNAME")),
            visual: text("VISUAL"),
            editor: text("EDITOR"),
            no_color: raw("NO_COLOR").is_some(),
            term: text("TERM"),
            window: (count("COLUMNS"), count("LINES")),
            colorterm: text("COLORTERM"),
            language: text("LC_ALL").or_else(|| text("LC_MESSAGES")).or_else(|| text("LANG")),
            zone: text("TZ"),
            xdg_config: path("XDG_CONFIG_HOME"),
            xdg_data: path("XDG_DATA_HOME"),
            xdg_state: path("XDG_STATE_HOME"),
            xdg_cache: path("XDG_CACHE_HOME"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_variable_is_none_and_the_first_of_several_counts() {
        let environment = Environment::from(|name| {
            let value = match name {
                "USER" | "NO_COLOR" | "LC_ALL" => "",
                "LOGNAME" => "amara",
                "LANG" => "fr_CH.UTF-8",
                "HOME" => "/home/amara",
                "COLUMNS" => "0",
                "LINES" => " 30 ",
                "TERM" => "dumb",
                _ => return None,
            };
            Some(value.into())
        });
        assert_eq!(environment.user.as_deref(), Some("amara"));
        assert_eq!(environment.language.as_deref(), Some("fr_CH.UTF-8"));
        assert!(!environment.no_color && environment.is_dumb());
        assert_eq!(environment.window(), (80, 30));
        assert_eq!((environment.home, environment.editor), (Some("/home/amara".into()), None));
    }

    #[test]
    fn the_process_has_an_environment() {
        assert!(Environment::read().home.is_some_and(|home| home.is_absolute()));
    }
}
