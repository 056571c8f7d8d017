//! The text of `config.toml`, which `store` reads. Each setting and each key that is wrong, and each that is not known, is
//! told with its line; the rest counts.

use std::path::{Path, PathBuf};

use toml_edit::{Document, Item, Value};

use super::lines::Lines;
use super::table::{SETTINGS, Setting};
use super::user_keys;
use crate::keymap::Keys;
use crate::messages::{UserMessage, nearest, user_message};

/// So many problems are told one by one.
const MOST: usize = 19;

/// So many characters of a wrong value are told.
const SHOWN: usize = 40;

/// How many cells a character takes that Unicode calls ambiguous.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AmbiguousWidth {
    /// One, as most terminals do.
    #[default]
    Narrow,
    /// Two, as terminals set up for Chinese may do.
    Wide,
}

/// What a user can set ([`SETTINGS`], and the keys). What is not set is `None` or the default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// `reviewer`: under whose name notes are kept.
    pub reviewer: Option<String>,
    /// `language`: of the interface, by its code in [`crate::messages::languages`].
    pub language: Option<String>,
    /// `theme`, by name.
    pub theme: Option<String>,
    /// `mouse`: whether the mouse is used; on by default; Shift with the mouse selects as the terminal does.
    pub mouse: bool,
    /// `ambiguous_width`: `narrow` or `wide`.
    pub ambiguous_width: AmbiguousWidth,
    /// `measure`: the most columns of the reader's text; more are tiring to read.
    pub measure: u16,
    /// `workspace`: the folder to open when none is named. `~/` is the home folder.
    pub workspace: Option<PathBuf>,
    /// `[keys.…]`: the keys in force.
    pub keys: Keys,
    /// What the file sets: the setting, its value as text, and its line.
    pub set: Vec<(&'static str, String, usize)>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            reviewer: None,
            language: None,
            theme: None,
            mouse: true,
            ambiguous_width: AmbiguousWidth::default(),
            measure: 100,
            workspace: None,
            keys: Keys::default(),
            set: Vec::new(),
        }
    }
}

impl Config {
    /// Takes settings from the text of a file. All that is wrong with it is told, each with its line.
    #[must_use]
    pub fn parse(source: &str, file: &Path, home: Option<&Path>) -> (Self, Vec<UserMessage>) {
        let mut config = Self::default();
        let mut problems: Vec<(usize, UserMessage)> = Vec::new();
        let lines = Lines(source);
        let document = match Document::parse(source) {
            Ok(document) => document,
            Err(error) => {
                let said = user_message("config-not-toml").with("path", file.display());
                let said = said.with("line", lines.of(error.span())).with("reason", error.message());
                return (config, vec![said]);
            }
        };
        for (name, item) in document.iter() {
            let line = lines.of(document.as_table().key(name).and_then(|key| key.span()));
            if name == "keys" {
                let (keys, wrong) = user_keys::read(item, lines, line);
                config.keys = keys;
                problems.extend(wrong);
                continue;
            }
            let Some(setting) = Setting::named(name) else {
                problems.push((line, unknown(name)));
                continue;
            };
            match item.as_value().filter(|value| setting.kind.takes(value, home)) {
                Some(value) => {
                    config.take(setting, value, home);
                    config.set.push((setting.name, plain(value), line));
                }
                None => {
                    let wrong =
                        user_message("config-wrong").with("key", name).with("written", written(source, item));
                    problems.push((line, wrong.and("expected", setting.kind.expected())));
                }
            }
        }
        problems.sort_by_key(|(line, _)| *line);
        (config, problems.into_iter().map(|(line, said)| said_at(said, file, line)).collect())
    }

    /// Takes one setting, whose value is what it must be.
    fn take(&mut self, setting: &Setting, value: &Value, home: Option<&Path>) {
        let kind = setting.kind;
        match setting.name {
            "reviewer" => self.reviewer = kind.text(value),
            "language" => self.language = kind.text(value),
            "theme" => self.theme = kind.text(value),
            "mouse" => self.mouse = value.as_bool().unwrap_or(self.mouse),
            "ambiguous_width" if value.as_str() == Some("wide") => {
                self.ambiguous_width = AmbiguousWidth::Wide;
            }
            "measure" => self.measure = kind.number(value).unwrap_or(self.measure),
            "workspace" => self.workspace = kind.folder(value, home),
            _ => {}
        }
    }
}

/// What is wrong with the settings, one by one: the first so many, and how many more there are.
#[must_use]
pub fn one_by_one(problems: &[UserMessage]) -> Vec<UserMessage> {
    let more = problems.len().saturating_sub(MOST);
    let rest = (more > 0).then(|| user_message("config-more").count("count", more));
    problems.iter().take(MOST).cloned().chain(rest).collect()
}

/// What is wrong with the settings in one sentence: the first of it, and where the rest is told. None if nothing is.
#[must_use]
pub fn in_one(problems: &[UserMessage]) -> Option<UserMessage> {
    let (first, more) = problems.split_first()?;
    let several = || user_message("config-several").and("first", first.clone()).count("more", more.len());
    Some(if more.is_empty() { first.clone() } else { several() })
}

/// The problem with its place: the file and the line.
fn said_at(problem: UserMessage, file: &Path, line: usize) -> UserMessage {
    user_message("config-at").with("path", file.display()).with("line", line).and("problem", problem)
}

/// That there is no such setting.
fn unknown(name: &str) -> UserMessage {
    let names = || SETTINGS.iter().map(|setting| setting.name).chain(["keys"]);
    match nearest(name, names()) {
        Some(near) => user_message("config-unknown-near").with("key", name).with("near", near),
        None => user_message("config-unknown").with("key", name).list("known", names()),
    }
}

/// A value as a person reads it: a text without its quotation marks.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string().trim().to_owned(), |text| text.trim().to_owned())
}

/// The beginning of what stands in the file.
fn written(source: &str, item: &Item) -> String {
    let text = item.span().and_then(|span| source.get(span)).unwrap_or_default();
    let mut chars = text.trim().chars();
    let begun: String = chars.by_ref().take(SHOWN).collect();
    if chars.next().is_some() { format!("{begun}…") } else { begun }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(source: &str) -> (Config, Vec<String>) {
        let (config, problems) = Config::parse(source, Path::new("c.toml"), Some(Path::new("/h")));
        let messages = crate::messages::Messages::english();
        (config, problems.iter().map(|problem| messages.say(problem)).collect())
    }

    /// Holds that the text gives one problem, on this line, in these words.
    fn check(source: &str, words: &str, line: usize) {
        let (config, problems) = parse(&format!("reviewer = \"amara\"\n{source}"));
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].contains(words), "{problems:?}");
        assert!(problems[0].contains(&format!("c.toml, line {line}:")), "{problems:?}");
        assert_eq!(config.reviewer.is_none(), words == "not valid TOML");
    }

    #[test]
    fn settings_are_taken() {
        let source = "reviewer = ' 张伟 '\nlanguage = 'zh_CN'\ntheme = 'light'\nmouse = true\n\
                      ambiguous_width = 'wide'\nmeasure = 72\nworkspace = '~/wg4'";
        let (config, problems) = parse(source);
        assert_eq!(problems, Vec::<String>::new());
        let set: Vec<(&str, usize)> = config.set.iter().map(|(name, _, line)| (*name, *line)).collect();
        assert_eq!(set.len(), SETTINGS.len(), "every setting is read");
        assert_eq!((set[0], set[6]), (("reviewer", 1), ("workspace", 7)));
        assert_eq!(
            config,
            Config {
                reviewer: Some("张伟".into()),
                language: Some("zh".into()),
                theme: Some("light".into()),
                mouse: true,
                ambiguous_width: AmbiguousWidth::Wide,
                measure: 72,
                workspace: Some("/h/wg4".into()),
                keys: Keys::default(),
                set: config.set.clone(),
            }
        );
        assert_eq!(parse(""), (Config::default(), vec![]));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_the_rest_counts() {
        check("colour = 1", "The settings are: reviewer,", 2);
        check("mesure = 90", "Did you mean “measure”?", 2);
        check("\n[section]\na = 1", "there is no setting", 3);
        check("theme = 1", "one of these words: auto, light", 2);
        check("theme = 'blue'", "'blue'", 2);
        check("\nmouse = 'yes'", "true or false", 3);
        check("ambiguous_width = 2", "narrow, wide", 2);
        for wrong in ["0", "39", "401", "-1", "72.5", "'72'", "99999999999999"] {
            check(&format!("measure = {wrong}"), "from 40 to 400", 2);
        }
        check("workspace = 'wg4'", "an absolute path", 2);
        check("reviewer = ''", "not valid TOML", 2);
        check("theme = ", "not valid TOML", 2);
        check("keys = 1", "[keys.browse]", 2);
        check("[keys.brows]\na = 'down'", "Did you mean “browse”?", 2);
        check("[keys.everything]\na = 'down'", "The places are: browse,", 2);
        check("[keys]\na = 'down'", "there is no place “a”", 3);
        check("[keys.browse]\n\"ctrl-j\" = 'next-pragraph'", "Did you mean “next-paragraph”?", 3);
    }

    #[test]
    fn every_bad_row_of_the_keys_is_told_with_its_line_and_good_ones_count() {
        let source = "theme = 'dark'\n[keys.browse]\n\"ctrl-j\" = \"next-paragraph\"\n\"hyper-x\" = \"export\"\n\
                      \"ctrl-n\" = \"nothing-like-it\"\n\"a\" = \"export\"\n\"ctrl-y\" = 7\n[keys.nowhere]\nx = \"down\"\n";
        let (config, problems) = parse(source);
        let lines: Vec<bool> = (4..9)
            .map(|line| problems.iter().any(|problem| problem.contains(&format!("line {line}:"))))
            .collect();
        assert_eq!((problems.len(), lines), (5, vec![true; 5]), "{problems:?}");
        let chord = crate::keymap::key_named("Ctrl-j").unwrap();
        let action = config.keys.resolve(crate::keymap::Scope::List, chord);
        assert_eq!(action, Some(crate::keymap::Action::NextParagraph));
        assert_eq!(config.theme.as_deref(), Some("dark"));
    }

    #[test]
    fn of_very_many_problems_the_rest_is_counted() {
        let many: String = (0..30).map(|at| format!("x{at} = 1\n")).collect();
        let (_, problems) = Config::parse(&many, Path::new("c.toml"), None);
        let messages = crate::messages::Messages::english();
        let told: Vec<String> = one_by_one(&problems).iter().map(|said| messages.say(said)).collect();
        assert_eq!((problems.len(), told.len()), (30, 20));
        assert!(told[19].contains("11 further"), "{told:?}");
        let said = in_one(&problems).map(|said| messages.say(&said)).unwrap();
        assert!(
            said.starts_with("c.toml, line 1: ") && said.contains("and 29 more: rapporteur check"),
            "{said}"
        );
        assert_eq!(in_one(&problems[..1]).as_ref(), problems.first());
        assert_eq!(in_one(&[]), None);
    }
}
