//! Every setting of `config.toml`, for the README and the manual page: made from the table by which the file is read.

use clap_mangen::roff::{Roff, bold, roman};

use crate::config::{SETTINGS, Setting};
use crate::messages::Messages;

/// What stands in for a setting: variables of the environment, and at last the default.
fn otherwise(messages: &Messages, setting: &Setting, quoted: impl Fn(&str) -> String) -> String {
    let variables = setting.variables.iter().map(|name| format!("${name}"));
    messages.listed(variables.chain([setting.default.to_owned()]).map(|word| quoted(&word)))
}

/// As a Markdown table, and a sentence on the keys.
#[must_use]
pub fn markdown(messages: &Messages) -> String {
    let word = |id: &str| messages.word(id).unwrap_or_default();
    let heads = ["cli-settings-name", "cli-settings-does", "cli-settings-may", "cli-settings-else"].map(word);
    let mut out = format!("| {} |\n| --- | --- | --- | --- |\n", heads.join(" | "));
    for setting in &SETTINGS {
        let otherwise = otherwise(messages, setting, |word| format!("`{word}`"));
        let expected = messages.say(&setting.kind.expected());
        out.push_str(&format!(
            "| `{}` | {} | {expected} | {otherwise} |\n",
            setting.name,
            word(setting.about)
        ));
    }
    format!("{out}\n{}", word("cli-settings-keys"))
}

/// As a section of the manual page.
pub fn manual(messages: &Messages, roff: &mut Roff) {
    let word = |id: &str| messages.word(id).unwrap_or_default();
    roff.control("SH", [word("cli-settings-heading").as_str()]);
    for setting in &SETTINGS {
        let expected = messages.say(&setting.kind.expected());
        let otherwise = otherwise(messages, setting, str::to_owned);
        roff.control("TP", []).text([bold(setting.name)]).text([roman(word(setting.about))]);
        let may = format!("{}: {expected}", word("cli-settings-may"));
        roff.control("br", []).text([roman(may)]);
        let otherwise = format!("{}: {otherwise}", word("cli-settings-else"));
        roff.control("br", []).text([roman(otherwise)]);
    }
    roff.control("TP", []).text([bold("[keys.PLACE]")]).text([roman(word("cli-settings-keys"))]);
}
