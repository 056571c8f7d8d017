//! Where the program's folders are: the XDG base directories, with the program's name below them. Nothing is made.
//!
//! The rule is that of `etcetera`'s XDG strategy and of the specification: a variable counts if it holds an
//! absolute path. It is spelt out here because that strategy reads the process's environment itself.

use std::path::{Path, PathBuf};

use super::environment::Environment;

const NAME: &str = "rapporteur";

/// The program's own folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// Settings: `$XDG_CONFIG_HOME/rapporteur`.
    pub config: PathBuf,
    /// The workspace of someone who names none: `$XDG_DATA_HOME/rapporteur`.
    pub data: PathBuf,
    /// Drafts, journal, backups, log: `$XDG_STATE_HOME/rapporteur`.
    pub state: PathBuf,
    /// What is made again when it is lost: `$XDG_CACHE_HOME/rapporteur`.
    pub cache: PathBuf,
}

impl Paths {
    /// The folders for an environment. `None` if it has neither a home nor all of the variables.
    #[must_use]
    pub fn of(environment: &Environment) -> Option<Self> {
        let home = environment.home.as_deref().filter(|home| home.is_absolute());
        let base = |set: &Option<PathBuf>, below: &str| {
            let set = set.as_deref().filter(|path| path.is_absolute()).map(Path::to_owned);
            set.or_else(|| Some(home?.join(below))).map(|base| base.join(NAME))
        };
        let state = base(&environment.xdg_state, ".local/state")?;
        Some(Self {
            config: base(&environment.xdg_config, ".config")?,
            data: base(&environment.xdg_data, ".local/share")?,
            cache: base(&environment.xdg_cache, ".cache").unwrap_or_else(|| state.join("cache")),
            state,
        })
    }

    /// The file of settings.
    #[must_use]
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use etcetera::BaseStrategy;

    #[test]
    fn variables_count_when_absolute_and_home_stands_in_for_them() {
        let environment = Environment {
            home: Some("/h".into()),
            xdg_data: Some("/d".into()),
            xdg_state: Some("relative".into()),
            ..Environment::default()
        };
        let paths = Paths::of(&environment).unwrap();
        assert_eq!(paths.config_file(), Path::new("/h/.config/rapporteur/config.toml"));
        assert_eq!(paths.data, Path::new("/d/rapporteur"));
        assert_eq!(paths.state, Path::new("/h/.local/state/rapporteur"));
        assert_eq!(paths.cache, Path::new("/h/.cache/rapporteur"));
        assert_eq!(Paths::of(&Environment::default()), None);
        let all = |path: &str| Some(PathBuf::from(path));
        let (xdg_config, xdg_data, xdg_state) = (all("/c"), all("/d"), all("/s"));
        let homeless = Environment { xdg_config, xdg_data, xdg_state, ..Environment::default() };
        assert_eq!(Paths::of(&homeless).unwrap().cache, Path::new("/s/rapporteur/cache"));
    }

    #[test]
    fn the_rule_is_that_of_the_strategy_that_others_use() {
        let theirs = etcetera::base_strategy::Xdg::new().unwrap();
        let ours = Paths::of(&Environment::read()).unwrap();
        assert_eq!(ours.config, theirs.config_dir().join(NAME));
        assert_eq!(ours.cache, theirs.cache_dir().join(NAME));
        assert_eq!(ours.data, theirs.data_dir().join(NAME));
        assert_eq!(Some(ours.state), theirs.state_dir().map(|state| state.join(NAME)));
    }
}
