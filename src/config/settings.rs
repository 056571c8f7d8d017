//! The text of `config.toml`, which `store` reads. Each setting that is wrong, and each that is not known, is told with its line; the rest counts.

use std::path::{Path, PathBuf};

use toml_edit::{Document, Item};

use crate::messages::{Said, known, normalised, said};

/// So many problems are told.
const MOST: usize = 20;

/// The settings that there are, for the message about one that there is not.
const KNOWN: [&str; 7] =
    ["ambiguous_width", "language", "measure", "mouse", "reviewer", "theme", "workspace"];

/// The columns that a text may be set in.
const MEASURES: std::ops::RangeInclusive<i64> = 40..=400;

/// How many cells a character takes that Unicode calls ambiguous.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AmbiguousWidth {
    /// One, as most terminals do.
    #[default]
    Narrow,
    /// Two, as terminals set up for Chinese may do.
    Wide,
}

/// What a user can set. What is not set is `None` or the default.
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
        }
    }
}

impl Config {
    /// Takes settings from the text of a file.
    #[must_use]
    pub fn parse(source: &str, file: &Path, home: Option<&Path>) -> (Self, Vec<Said>) {
        let mut config = Self::default();
        let mut problems = Vec::new();
        let place = |said: Said, byte: usize| {
            let before = source.get(..byte).unwrap_or_default();
            said.with("path", file.display()).with("line", before.matches('\n').count() + 1)
        };
        let document = match Document::parse(source) {
            Ok(document) => document,
            Err(error) => {
                let byte = error.span().map_or(0, |span| span.start);
                let said = place(said("config-not-toml"), byte).with("reason", error.message());
                return (config, vec![said]);
            }
        };
        for (key, item) in document.iter() {
            if problems.len() >= MOST {
                break;
            }
            let byte = document.as_table().key(key).and_then(|key| key.span()).map_or(0, |span| span.start);
            match config.set(key, item, home) {
                Ok(()) => {}
                Err(None) => {
                    let said = place(said("config-unknown"), byte).with("key", key);
                    problems.push(said.list("known", KNOWN));
                }
                Err(Some(expected)) => {
                    let said = place(said("config-wrong"), byte).with("key", key);
                    problems.push(said.and("expected", expected));
                }
            }
        }
        (config, problems)
    }

    /// Takes one setting. The error says what it must be; none if there is no such setting.
    fn set(&mut self, key: &str, item: &Item, home: Option<&Path>) -> Result<(), Option<Said>> {
        let text = || {
            let text = item.as_str().map(str::trim).filter(|text| !text.is_empty());
            text.map(str::to_owned).ok_or_else(|| Some(said("config-a-text")))
        };
        match key {
            "reviewer" => self.reviewer = Some(text()?),
            "language" => {
                let language = normalised(&text()?).map(str::to_owned);
                self.language =
                    Some(language.ok_or_else(|| said("config-a-language").list("languages", known()))?);
            }
            "theme" => self.theme = Some(text()?),
            "mouse" => self.mouse = item.as_bool().ok_or_else(|| Some(said("config-a-truth")))?,
            "ambiguous_width" => {
                self.ambiguous_width = match item.as_str() {
                    Some("narrow") => AmbiguousWidth::Narrow,
                    Some("wide") => AmbiguousWidth::Wide,
                    _ => return Err(Some(said("config-narrow-or-wide"))),
                };
            }
            "measure" => {
                let columns = item.as_integer().filter(|columns| MEASURES.contains(columns));
                let columns = columns.and_then(|columns| u16::try_from(columns).ok());
                let expected = || {
                    let number = |number: i64| usize::try_from(number).unwrap_or_default();
                    let (least, most) = (number(*MEASURES.start()), number(*MEASURES.end()));
                    Some(said("config-a-measure").count("least", least).count("most", most))
                };
                self.measure = columns.ok_or_else(expected)?;
            }
            "workspace" => {
                let text = text()?;
                let in_home = text.strip_prefix("~/").and_then(|below| Some(home?.join(below)));
                let path = in_home.unwrap_or_else(|| PathBuf::from(text));
                // A relative one would be another folder in each folder that the program is started in.
                let path = Some(path).filter(|path| path.is_absolute());
                self.workspace = Some(path.ok_or_else(|| Some(said("config-a-path")))?);
            }
            _ => return Err(None),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(source: &str) -> (Config, Vec<(&'static str, String)>) {
        let (config, problems) = Config::parse(source, Path::new("c.toml"), Some(Path::new("/h")));
        let messages = crate::messages::Messages::english();
        (config, problems.iter().map(|problem| (problem.id, messages.say(problem))).collect())
    }

    /// Holds that the text gives one problem, on this line.
    fn check(source: &str, id: &str, line: usize) {
        let (config, problems) = parse(&format!("reviewer = \"amara\"\n{source}"));
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].0, id);
        assert!(problems[0].1.contains(&format!("c.toml, line {line}:")), "{problems:?}");
        assert_eq!(config.reviewer.is_none(), id == "config-not-toml");
    }

    #[test]
    fn settings_are_taken() {
        let source = "reviewer = ' 张伟 '\nlanguage = 'zh_CN'\ntheme = 'light'\nmouse = true\n\
                      ambiguous_width = 'wide'\nmeasure = 72\nworkspace = '~/wg4'";
        let (config, problems) = parse(source);
        assert_eq!(problems, []);
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
            }
        );
        assert_eq!(parse(""), (Config::default(), vec![]));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_the_rest_counts() {
        check("colour = 1", "config-unknown", 2);
        check("\n[section]\na = 1", "config-unknown", 3);
        check("theme = 1", "config-wrong", 2);
        check("theme = ' '", "config-wrong", 2);
        check("\nmouse = 'yes'", "config-wrong", 3);
        check("ambiguous_width = 2", "config-wrong", 2);
        for wrong in ["0", "39", "401", "-1", "72.5", "'72'", "99999999999999"] {
            check(&format!("measure = {wrong}"), "config-wrong", 2);
        }
        check("workspace = 'wg4'", "config-wrong", 2);
        check("theme = ", "config-not-toml", 2);
        check("reviewer = 'twice'", "config-not-toml", 2);
    }
}
