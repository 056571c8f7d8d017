//! `rapporteur keys`: the keys in force, for reading, for the README and for the configuration.

use super::arguments::KeysArguments;
use super::context::CommandContext;
use super::outcome::Done;
use super::page::{Page, TextKind};
use crate::keymap::{GROUPS, Group, KeyRow, Keys, Scope};
use crate::messages::user_message;
use crate::text::{pad, width};

/// Prints the keys in force, for people, as tables of Markdown or as rows of `config.toml`.
pub fn run(context: &CommandContext, asked: &KeysArguments) -> Done {
    Done::new(match (asked.config, asked.markdown) {
        (true, _) => config(context),
        (false, true) => markdown(context),
        (false, false) => human(context),
    })
}

/// The rows of a group.
fn rows(keys: &Keys, group: Group) -> impl Iterator<Item = &KeyRow> {
    keys.rows().iter().filter(move |row| row.binding.group == group)
}

fn human(context: &CommandContext) -> String {
    let keys = &context.config.keys;
    let ambiguous = context.style.ambiguous;
    let columns = keys.rows().iter().map(|row| width(&keys.shown(row), ambiguous)).max().unwrap_or(0);
    let mut page = Page::new(context.style);
    for (group, title) in GROUPS {
        page.gap();
        page.text("", &context.word(title), TextKind::Heading);
        for row in rows(keys, group) {
            let shown = pad(&keys.shown(row), columns, ambiguous);
            page.text(&format!("  {shown} "), &context.word(row.binding.about), TextKind::Plain);
        }
    }
    page.finish()
}

fn markdown(context: &CommandContext) -> String {
    let table = &context.config.keys;
    let mut out = String::new();
    for (group, title) in GROUPS {
        if !out.is_empty() {
            out.push('\n');
        }
        let (keys, does) =
            (context.say(&user_message("cli-keys-key")), context.say(&user_message("cli-keys-does")));
        out.push_str(&format!("### {}\n\n| {keys} | {does} |\n| --- | --- |\n", context.word(title)));
        for row in rows(table, group) {
            let first = table.before(row.scope);
            let first = if first.is_empty() { first } else { format!("`{first}` ") };
            let keys: Vec<String> = row.shown().map(|key| format!("{first}`{key}`")).collect();
            let does = context.word(row.binding.about).replace('\\', "\\\\").replace('|', "\\|");
            out.push_str(&format!("| {} | {does} |\n", keys.join(", ").replace('|', "\\|")));
        }
    }
    out
}

/// The keys as `config.toml` has them: a table for each place, a row for each key, what it does behind it.
fn config(context: &CommandContext) -> String {
    let path = context.paths.config_file().unwrap_or_else(|| "config.toml".into());
    let mut out =
        format!("# {}\n", context.say(&user_message("cli-keys-in-config").with("path", path.display())));
    for scope in Scope::ALL {
        out.push_str(&format!("\n[keys.{}]\n", scope.name()));
        for row in context.config.keys.rows().iter().filter(|row| row.scope == scope) {
            let (id, about) = (row.binding.id, context.word(row.binding.about));
            for key in &row.keys {
                let key = key.to_string().replace('\\', "\\\\").replace('"', "\\\"");
                out.push_str(&format!("\"{key}\" = \"{id}\" # {about}\n"));
            }
            if row.keys.is_empty() {
                out.push_str(&format!("# \"{id}\" {}: {about}\n", context.word("cli-keys-no-key")));
            }
        }
    }
    out
}
