//! Under whose name notes are kept.

use super::environment::Environment;
use super::settings::Config;

/// The name of someone who has none.
pub const FALLBACK_REVIEWER: &str = "reviewer";

/// The reviewer: what the command line says, else the settings, else `$USER`, else [`FALLBACK_REVIEWER`]. White
/// space at the ends does not count, and a name of nothing else is none. Git is never asked.
#[must_use]
pub fn reviewer(flag: Option<&str>, config: &Config, environment: &Environment) -> String {
    [flag, config.reviewer.as_deref(), environment.user.as_deref()]
        .into_iter()
        .flatten()
        .map(str::trim)
        .find(|name| !name.is_empty())
        .unwrap_or(FALLBACK_REVIEWER)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_name_that_is_one_counts() {
        let check = |flag, config: &str, user: &str, name: &str| {
            let config = Config { reviewer: Some(config.into()), ..Config::default() };
            let environment = Environment { user: Some(user.into()), ..Environment::default() };
            assert_eq!(reviewer(flag, &config, &environment), name);
        };
        check(Some("张伟"), "amara", "root", "张伟");
        check(Some(" "), " amara ", "root", "amara");
        check(None, "", "root", "root");
        check(None, "", "", "reviewer");
    }
}
