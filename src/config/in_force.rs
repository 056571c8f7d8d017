//! Which value of a setting holds, and where it comes from.

use super::environment::Environment;
use super::paths::Paths;
use super::settings::Config;
use super::table::{Setting, SettingKind};
use crate::messages::normalized;

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whence {
    /// This option of the command line.
    Option(&'static str),
    /// This line of `config.toml`.
    File(usize),
    /// A variable of the environment.
    Environment,
    /// Nothing says anything else.
    Default,
}

/// Values that the command line gives for this run, by the names of the settings.
pub type Given = Vec<(&'static str, String)>;

/// The value in force, as text, and where it comes from: the command line, else the file, else the environment, else the
/// default. `NO_COLOR` is stronger than the file.
#[must_use]
pub fn in_force(
    setting: &Setting,
    given: &Given,
    config: &Config,
    environment: &Environment,
    paths: &Paths,
) -> (String, Whence) {
    if let Some((_, value)) = given.iter().find(|(name, _)| *name == setting.name) {
        return (value.clone(), Whence::Option(setting.option));
    }
    let around = match setting.name {
        "reviewer" => environment.user.as_deref().map(str::trim).filter(|name| !name.is_empty()),
        "language" => environment.language.as_deref().and_then(normalized),
        "theme" => environment.no_color.then_some("none"),
        _ => None,
    };
    let file = config.set.iter().find(|(name, ..)| *name == setting.name);
    match (file, around) {
        (Some(_), Some(around)) if setting.name == "theme" => (around.to_owned(), Whence::Environment),
        (Some((_, value, line)), _) => (value.clone(), Whence::File(*line)),
        (None, Some(around)) => (around.to_owned(), Whence::Environment),
        (None, None) if setting.kind == SettingKind::Folder => {
            (paths.data.display().to_string(), Whence::Default)
        }
        (None, None) => (setting.default.to_owned(), Whence::Default),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_stronger_than_the_file_and_the_file_than_the_environment() {
        let environment = Environment {
            home: Some("/h".into()),
            user: Some("root".into()),
            language: Some("zh_CN.UTF-8".into()),
            no_color: true,
            ..Environment::default()
        };
        let paths = Paths::of(&environment);
        let source = "\nreviewer = 'amara'\ntheme = 'dark'\n";
        let (config, _) = Config::parse(source, std::path::Path::new("c.toml"), None);
        let given: Given = vec![("measure", "72".into())];
        let check = |name: &str, config: &Config, value: &str, whence: Whence| {
            let setting = Setting::named(name).unwrap();
            let found = in_force(setting, &given, config, &environment, &paths);
            assert_eq!(found, (value.to_owned(), whence), "{name}");
        };
        check("reviewer", &config, "amara", Whence::File(2));
        check("reviewer", &Config::default(), "root", Whence::Environment);
        check("language", &config, "zh", Whence::Environment);
        check("theme", &config, "none", Whence::Environment);
        check("measure", &config, "72", Whence::Option(""));
        check("mouse", &config, "true", Whence::Default);
        check("workspace", &config, "/h/.local/share/rapporteur", Whence::Default);
    }
}
