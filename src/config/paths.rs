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
    /// Settings: `$XDG_CONFIG_HOME/rapporteur`; none without a home.
    pub config: Option<PathBuf>,
    /// The workspace of someone who names none: `$XDG_DATA_HOME/rapporteur`.
    pub data: PathBuf,
    /// Drafts, journal, backups, log: `$XDG_STATE_HOME/rapporteur`.
    pub state: PathBuf,
    /// What is made again when it is lost: `$XDG_CACHE_HOME/rapporteur`.
    pub cache: PathBuf,
    /// The folder that stands in for a home folder: the same at each start, so that what was kept in it is found
    /// again. Everyone may write where it lies: nothing is read or written in it before it was seen to be one's own.
    /// None if neither data nor state lie in it.
    pub stand_in: Option<PathBuf>,
}

impl Paths {
    /// The folders for an environment.
    #[must_use]
    pub fn of(environment: &Environment) -> Self {
        let home = environment.home.as_deref().filter(|home| home.is_absolute());
        let stand_in = environment.temporary.join(format!("{NAME}-{}", rustix::process::geteuid().as_raw()));
        let base = |set: &Option<PathBuf>, below: &str| {
            let set = set.as_deref().filter(|path| path.is_absolute()).map(Path::to_owned);
            set.or_else(|| Some(home?.join(below))).map(|base| base.join(NAME))
        };
        let state = base(&environment.xdg_state, ".local/state");
        let data = base(&environment.xdg_data, ".local/share");
        let homeless = state.is_none() || data.is_none();
        let state = state.unwrap_or_else(|| stand_in.join("state"));
        Self {
            config: base(&environment.xdg_config, ".config"),
            data: data.unwrap_or_else(|| stand_in.join("data")),
            cache: base(&environment.xdg_cache, ".cache").unwrap_or_else(|| state.join("cache")),
            state,
            stand_in: homeless.then_some(stand_in),
        }
    }

    /// The file of settings.
    #[must_use]
    pub fn config_file(&self) -> Option<PathBuf> {
        Some(self.config.as_ref()?.join("config.toml"))
    }

    /// Whether the workspace of someone who names none lies in the folder that stands in for a home.
    #[must_use]
    pub fn is_data_homeless(&self) -> bool {
        self.stand_in.as_ref().is_some_and(|folder| self.data.starts_with(folder))
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
        let paths = Paths::of(&environment);
        assert_eq!(paths.config_file(), Some("/h/.config/rapporteur/config.toml".into()));
        assert_eq!(paths.data, Path::new("/d/rapporteur"));
        assert_eq!(paths.state, Path::new("/h/.local/state/rapporteur"));
        assert_eq!(paths.cache, Path::new("/h/.cache/rapporteur"));
        assert_eq!(paths.stand_in, None);
        let all = |path: &str| Some(PathBuf::from(path));
        let (xdg_config, xdg_data, xdg_state) = (all("/c"), all("/d"), all("/s"));
        let homeless = Environment { xdg_config, xdg_data, xdg_state, ..Environment::default() };
        assert_eq!(Paths::of(&homeless).cache, Path::new("/s/rapporteur/cache"));
        assert_eq!(Paths::of(&homeless).stand_in, None);
    }

    #[test]
    fn a_private_folder_stands_in_for_a_home_where_one_is_needed() {
        let home = |home: Option<&str>| Environment {
            home: home.map(PathBuf::from),
            temporary: "/t".into(),
            ..Environment::default()
        };
        for environment in [home(None), home(Some("relative"))] {
            let paths = Paths::of(&environment);
            let stand_in = paths.stand_in.clone().unwrap();
            assert_eq!(stand_in.parent(), Some(Path::new("/t")));
            assert_eq!((paths.data.parent(), paths.state.parent()), (Some(&*stand_in), Some(&*stand_in)));
            assert!(paths.is_data_homeless() && paths.config_file().is_none());
        }
        let half = Environment { xdg_data: Some("/d".into()), ..home(None) };
        assert!(Paths::of(&half).stand_in.is_some() && !Paths::of(&half).is_data_homeless());
    }

    #[test]
    fn the_rule_is_that_of_the_strategy_that_others_use() {
        let theirs = etcetera::base_strategy::Xdg::new().unwrap();
        let ours = Paths::of(&Environment::read());
        assert_eq!(ours.config, Some(theirs.config_dir().join(NAME)));
        assert_eq!(ours.cache, theirs.cache_dir().join(NAME));
        assert_eq!(ours.data, theirs.data_dir().join(NAME));
        assert_eq!(Some(ours.state), theirs.state_dir().map(|state| state.join(NAME)));
    }
}
