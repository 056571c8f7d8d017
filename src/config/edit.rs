//! A setting changed in the text of `config.toml`: everything else in it stays as it was written, comments and order too.

use std::path::Path;

use toml_edit::{Decor, DocumentMut, Item, Table};

use super::lines::Lines;
use super::table::Setting;
use crate::messages::{UserMessage, user_message};

/// The text with a setting changed; without a value, with the setting taken out, so that the default holds.
///
/// # Errors
/// The text cannot be understood, so nobody may write over it; or the value is not what it must be.
pub fn changed(
    source: &str,
    file: &Path,
    setting: &Setting,
    value: Option<&str>,
    home: Option<&Path>,
) -> Result<String, UserMessage> {
    let mut document: DocumentMut = source.parse().map_err(|error: toml_edit::TomlError| {
        let said = user_message("settings-not-toml").with("path", file.display());
        said.with("line", Lines(source).of(error.span())).with("reason", error.message())
    })?;
    let Some(value) = value else {
        if !document.contains_key(setting.name) {
            return Ok(source.to_owned());
        }
        take_out(&mut document, setting.name);
        return Ok(document.to_string());
    };
    let mut value = setting.typed(value);
    if !setting.kind.takes(&value, home) {
        let wrong = user_message("setting-refused").with("setting", setting.name);
        return Err(wrong.and("expected", setting.kind.expected()));
    }
    if let Some(item) = document.get_mut(setting.name) {
        if let Some(old) = item.as_value() {
            *value.decor_mut() = old.decor().clone();
        }
        *item = Item::Value(value);
    } else if document.as_table().is_empty() {
        // What stands there is a comment, and stands above.
        let end = if source.is_empty() || source.ends_with('\n') { "" } else { "\n" };
        return Ok(format!("{source}{end}{} = {value}\n", setting.name));
    } else {
        document.insert(setting.name, Item::Value(value));
    }
    Ok(document.to_string())
}

/// Takes a setting out; the comments above and beside it stay, above what follows.
fn take_out(document: &mut DocumentMut, name: &str) {
    let text =
        |raw: Option<&toml_edit::RawString>| raw.and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
    let Some((key, item)) = document.remove_entry(name) else { return };
    let above = text(key.leaf_decor().prefix());
    let beside = text(item.as_value().and_then(|value| value.decor().suffix()));
    let beside = beside.trim();
    let line = if beside.is_empty() { String::new() } else { format!("{beside}\n") };
    let kept = format!("{above}{line}");
    if kept.trim().is_empty() {
        return;
    }
    let before = |decor: &mut Decor| {
        let old = text(decor.prefix());
        decor.set_prefix(format!("{kept}{old}"));
    };
    let follows = document.iter().map(|(key, _)| key.to_owned()).next();
    let Some(follows) = follows else {
        let trailing = text(Some(document.trailing()));
        document.set_trailing(format!("{kept}{trailing}"));
        return;
    };
    match document.get_mut(&follows) {
        Some(Item::Table(table)) => headed(table, &before),
        Some(_) => {
            if let Some(mut key) = document.key_mut(&follows) {
                before(key.leaf_decor_mut());
            }
        }
        None => {}
    }
}

/// The table whose header is the first that is written: of `[keys.browse]` it is not `keys`.
fn headed(table: &mut Table, change: &dyn Fn(&mut Decor)) {
    if table.is_implicit()
        && let Some((_, Item::Table(inner))) = table.iter_mut().find(|(_, item)| item.is_table())
    {
        return headed(inner, change);
    }
    change(table.decor_mut());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(source: &str, name: &str, value: Option<&str>) -> Result<String, UserMessage> {
        let setting = Setting::named(name).unwrap();
        changed(source, Path::new("c.toml"), setting, value, Some(Path::new("/h")))
    }

    #[test]
    fn comments_and_order_stay() {
        let source = "# mine\ntheme = 'dark' # at night\n\n# wide\nmeasure=90\n\n[keys.browse]\n\"ctrl-j\" = \"down\" # x\n";
        assert_eq!(change(source, "theme", Some("light")).unwrap(), source.replace("'dark'", "\"light\""),);
        assert_eq!(change(source, "measure", Some("72")).unwrap(), source.replace("90", "72"));
        let with_mouse = change(source, "mouse", Some("false")).unwrap();
        assert_eq!(with_mouse, source.replace("measure=90\n", "measure=90\nmouse = false\n"));
        let without = change(source, "theme", None).unwrap();
        assert!(without.contains("# mine\n") && without.contains("# at night\n"), "{without}");
        assert!(!without.contains("theme") && without.contains("measure=90"), "{without}");
        let keys = "# mine\ntheme = 'dark'\n\n[keys.browse]\n";
        assert_eq!(change(keys, "theme", None).unwrap(), "# mine\n\n[keys.browse]\n");
        assert_eq!(change("a = 1", "theme", None).unwrap(), "a = 1", "nothing to take out");
    }

    #[test]
    fn a_setting_stands_below_a_comment_and_above_the_tables() {
        assert_eq!(change("", "reviewer", Some("张伟")).unwrap(), "reviewer = \"张伟\"\n");
        assert_eq!(change("# hello", "measure", Some("72")).unwrap(), "# hello\nmeasure = 72\n");
        let keys = "[keys.browse]\n\"ctrl-j\" = \"down\"\n";
        let made = change(keys, "theme", Some("dark")).unwrap();
        assert!(made.starts_with("theme = \"dark\"\n") && made.ends_with(keys), "{made}");
        assert_eq!(change("# a\ntheme = 'dark'\n", "theme", None).unwrap(), "# a\n");
    }

    #[test]
    fn what_cannot_be_understood_or_must_not_be_is_refused() {
        let why = change("a = 1\ntheme = ", "theme", Some("dark")).unwrap_err();
        let sentence = crate::messages::Messages::english().say(&why);
        assert!(sentence.contains("c.toml, line 2"), "{sentence}");
        for (name, value) in [("measure", "39"), ("measure", "wide"), ("workspace", "wg4"), ("reviewer", " ")]
        {
            assert_eq!(change("", name, Some(value)).unwrap_err().id, "setting-refused", "{name} {value}");
        }
    }
}
