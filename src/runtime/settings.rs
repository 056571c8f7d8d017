//! The settings as the screen lists and changes them: read from `config.toml` each time they are asked for, and one of them
//! written back into it.

use crate::app::{LiveSetting, Msg, SettingLine};
use crate::config::{self, Config, Environment, Given, Paths, SETTINGS, Setting, SettingKind, Whence};
use crate::messages::{UserMessage, user_message};
use crate::store;

/// What decides on the settings of this run.
#[derive(Debug)]
pub struct Settings {
    /// The program's folders.
    pub paths: Paths,
    /// The environment that the program was started in.
    pub environment: Environment,
    /// What the command line gave.
    pub given: Given,
}

impl Settings {
    /// All settings as they are now.
    #[must_use]
    pub fn told(&self) -> Msg {
        let config = self.config();
        let file = self.paths.config_file().map(|file| file.display().to_string());
        Msg::Settings {
            lines: SETTINGS.iter().map(|setting| self.line(setting, &config)).collect(),
            file: file.unwrap_or_default(),
        }
    }

    /// Changes a setting, and says what came of it.
    pub fn changed(&mut self, name: &str, value: Option<&str>) -> Vec<Msg> {
        match self.change(name, value) {
            Ok((said, live)) => vec![self.told(), Msg::SettingChanged { live, said }],
            Err(why) => vec![Msg::Remark(why)],
        }
    }

    fn config(&self) -> Config {
        let read = self.paths.config_file().and_then(|file| {
            let text = store::read_settings(&file).ok()??;
            Some(Config::parse(&text, &file, self.environment.home.as_deref()).0)
        });
        read.unwrap_or_default()
    }

    fn in_force(&self, setting: &Setting, config: &Config) -> (String, Whence) {
        config::in_force(setting, &self.given, config, &self.environment, &self.paths)
    }

    fn line(&self, setting: &Setting, config: &Config) -> SettingLine {
        let (value, whence) = self.in_force(setting, config);
        SettingLine {
            name: setting.name,
            about: setting.about,
            value,
            whence: match whence {
                Whence::Option(option) => user_message("setting-by-option").with("option", option),
                Whence::File(line) => user_message("setting-by-file").with("line", line),
                Whence::Environment => user_message("setting-by-environment"),
                Whence::Default => user_message("setting-by-default"),
            },
            expected: match setting.kind {
                // Nobody types the quotation marks of the file here.
                SettingKind::Text => user_message("setting-a-text"),
                kind => kind.expected(),
            },
            choices: setting.kind.choices(),
            at_once: setting.at_once,
        }
    }

    /// Writes a value into the file, or takes the setting out of it. Gives what is to be said, and what holds at once.
    ///
    /// # Errors
    /// There is no place for the file, it cannot be read, understood or written, or the value is not what it must be.
    /// Nothing was written then.
    fn change(
        &mut self,
        name: &str,
        value: Option<&str>,
    ) -> Result<(UserMessage, Option<LiveSetting>), UserMessage> {
        let file = self.paths.config_file().ok_or_else(|| user_message("settings-no-home"))?;
        let Some(setting) = Setting::named(name) else { return Err(user_message("settings-no-home")) };
        let not_written =
            |error: store::StoreError| user_message("settings-not-written").and("why", error.user_message());
        let source = store::read_settings(&file).map_err(not_written)?;
        let before = source.as_deref().unwrap_or_default();
        let text = config::changed(before, &file, setting, value, self.environment.home.as_deref())?;
        if text != before {
            store::write_settings(&file, text.as_bytes()).map_err(not_written)?;
        }
        if setting.at_once {
            // Who changes it now means now.
            self.given.retain(|(given, _)| *given != name);
        }
        let (held, whence) = self.in_force(setting, &self.config());
        let live = setting.at_once.then(|| LiveSetting::of(setting.name, &held)).flatten();
        let said = match (whence, setting.at_once, value) {
            (Whence::Option(option), ..) => user_message("setting-kept-option").with("option", option),
            (_, false, _) => user_message("setting-kept-later"),
            (_, true, Some(_)) => user_message("setting-kept"),
            (_, true, None) => user_message("setting-default"),
        };
        Ok((said.with("setting", name).with("value", held), live))
    }
}
