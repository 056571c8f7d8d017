//! Which language the interface speaks. Nothing is read here: the values are given.

use super::catalog::SOURCE;
use super::{UserMessage, languages, user_message};

/// The language of the interface that a value means: `zh`, `zh_CN.UTF-8`, `zh-Hans`, `EN_gb`. `None` if the program
/// does not speak it.
#[must_use]
pub fn normalized(value: &str) -> Option<&'static str> {
    let language = value.trim().split(['-', '_', '.', '@']).next().unwrap_or_default();
    languages().map(|(code, _)| code).find(|code| code.eq_ignore_ascii_case(language))
}

/// The languages, for sentences that list them: `en (English), zh (中文)`.
#[must_use]
pub fn known() -> Vec<UserMessage> {
    languages()
        .map(|(code, name)| user_message("bracketed").with("words", code).with("inside", name))
        .collect()
}

/// The language of the interface: the flag's, else the configuration's, else the environment's, else English; and
/// what is wrong with the flag. A value of the configuration that is not known was told, with its line, when it was
/// read; one of the environment (`C`, `POSIX`, a language that the program does not speak) is nobody's fault.
#[must_use]
pub fn choose(
    flag: Option<&str>,
    config: Option<&str>,
    environment: Option<&str>,
) -> (&'static str, Option<UserMessage>) {
    let wrong = flag
        .filter(|flag| normalized(flag).is_none())
        .map(|flag| user_message("cli-no-language").with("language", flag).list("known", known()));
    let language = [flag, config, environment].into_iter().flatten().find_map(normalized);
    (language.unwrap_or(SOURCE), wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(flag: Option<&str>, config: Option<&str>, environment: Option<&str>, language: &str) {
        assert_eq!(
            choose(flag, config, environment),
            (language, None),
            "{flag:?} {config:?} {environment:?}"
        );
    }

    #[test]
    fn the_flag_goes_before_the_configuration_and_that_before_the_environment() {
        check(Some("zh"), Some("en"), Some("en_GB.UTF-8"), "zh");
        check(Some("en"), Some("zh"), Some("zh_CN.UTF-8"), "en");
        check(None, Some("zh"), Some("en_GB.UTF-8"), "zh");
        check(None, None, Some("zh_CN.UTF-8"), "zh");
        check(None, None, None, "en");
    }

    #[test]
    fn a_language_is_known_however_systems_write_it() {
        for value in
            ["zh", "ZH", "zh_CN", "zh_CN.UTF-8", "zh-Hans", "zh-Hans-CN", "zh.UTF-8", "zh_CN@pinyin", " zh "]
        {
            check(None, None, Some(value), "zh");
        }
        for value in ["C", "POSIX", "C.UTF-8", "en_GB", "en-US", "fr_CH.UTF-8", "zhuang", "english", ""] {
            check(None, None, Some(value), "en");
        }
    }

    #[test]
    fn an_unknown_flag_is_refused_with_the_languages_that_there_are_and_said_in_one_that_is_understood() {
        let (language, wrong) = choose(Some("tlh"), None, Some("zh_CN.UTF-8"));
        assert_eq!(language, "zh");
        let words = crate::messages::Messages::english().say(&wrong.unwrap());
        assert!(words.contains("“tlh”") && words.contains("en (English), zh (中文)"), "{words}");
        assert!(choose(Some(""), None, None).1.is_some());
    }
}
